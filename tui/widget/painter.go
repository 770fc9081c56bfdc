package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// rowPainter draws parts of one row from left to right. It keeps the column
// between the parts, since a tab's width depends on it.
type rowPainter struct {
	text   string
	width  int
	column int
}

// next reads the cluster at i and gives what to draw of it; the column moves.
func (p *rowPainter) next(i int) (c cluster, drawn string) {
	c = clusterAt(p.text, i)
	cells, room := fitAt(c, p.column), p.width-p.column
	switch {
	case c.tab:
		cells = min(cells, room)
		drawn = spaces(cells)
	case cells > room:
		// Wider than the widget itself; a row never holds it otherwise.
		cells = max(0, room)
		drawn = strings.Repeat(tooWide, cells)
	default:
		drawn = c.drawn
	}
	p.column += cells
	return c, drawn
}

// write draws text[from:to].
func (p *rowPainter) write(out *strings.Builder, from, to int) {
	if part := p.text[from:to]; p.column+len(part) <= p.width && isPlain(part, false) {
		out.WriteString(part)
		p.column += len(part)
		return
	}
	for i := from; i < to; {
		c, drawn := p.next(i)
		out.WriteString(drawn)
		i = c.end
	}
}

// cells counts what text[from:to] takes on the terminal.
func (p *rowPainter) cells(from, to int, method ansi.Method) int {
	total := 0
	for i := from; i < to; {
		c, drawn := p.next(i)
		if drawn != "" {
			total += cellsIn(drawn, c.tab, method)
		}
		i = c.end
	}
	return total
}

func cellsIn(drawn string, tab bool, method ansi.Method) int {
	if tab {
		return len(drawn)
	}
	return cellsOf(drawn, method)
}
