package widget

import (
	"strings"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"

	"sounding/tui/theme"
)

// Markdown renders a page to lines of at most width cells, ready for a Pager.
// Front matter is left out. The source may come from anybody: it is cleaned
// before, numbered characters included, and nothing but text and colour is
// kept after. The lines of a list item hang under its first. Where the renderer
// refuses a page, the page is shown as it was written. It is safe to call from a
// command's goroutine as long as the theme does not change meanwhile; 50 KB take
// about 40 ms.
func Markdown(t *theme.Theme, source string, width int) []string {
	source = disarmEntities(Clean(theme.StripFrontMatter(source)))
	r := page{theme: t, renderers: map[int]*glamour.TermRenderer{}}
	return r.lines(source, max(1, width), 0)
}

// page renders the parts of one page. A renderer is made once for a width.
type page struct {
	theme     *theme.Theme
	renderers map[int]*glamour.TermRenderer
}

// lines renders a text, each item of a list with its lines hanging under the
// first.
func (p *page) lines(source string, width, depth int) []string {
	parts := partsOf(source)
	if depth == listDepth || len(parts) == 0 || len(parts) == 1 && parts[0].mark == "" {
		return p.rendered(joined(strings.Split(source, "\n")), width)
	}
	var out []string
	for i, piece := range parts {
		room := max(1, width-len(piece.mark))
		var lines []string
		if piece.mark == "" {
			lines = p.rendered(joined(piece.text), width)
		} else {
			lines = p.lines(strings.Join(piece.text, "\n"), room, depth+1)
		}
		if i > 0 && (piece.apart || depth == 0 && (parts[i-1].mark == "" || piece.mark == "")) {
			out = append(out, "")
		}
		for j, line := range lines {
			switch {
			case j == 0:
				line = piece.mark + line
			case line != "":
				line = strings.Repeat(" ", len(piece.mark)) + line
			}
			out = append(out, cutStyled(line, width))
		}
	}
	return out
}

// rendered renders a text that holds no list.
func (p *page) rendered(source string, width int) []string {
	renderer, ok := p.renderers[width]
	if !ok {
		var err error
		if renderer, err = p.theme.Markdown(width); err != nil {
			return Wrap(source, width)
		}
		p.renderers[width] = renderer
	}
	text, err := renderer.Render(source)
	if err != nil {
		return Wrap(source, width)
	}
	lines := strings.Split(strings.Trim(keepColour(text), "\n"), "\n")
	for i, line := range lines {
		lines[i] = cutStyled(trimStyledRight(line), width)
	}
	for len(lines) > 1 && ansi.Strip(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 1 && ansi.Strip(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// trimStyledRight drops the blanks that the renderer fills its lines with.
func trimStyledRight(line string) string {
	if strings.TrimRight(ansi.Strip(line), " ") == "" {
		return ""
	}
	return strings.TrimRight(line, " ")
}

// cutStyled cuts a styled line to width cells by either way of counting, and
// keeps every colour sequence, so that none is left open. (The truncation of
// the ansi package looks at one way of counting only.)
func cutStyled(line string, width int) string {
	if len(line) <= width || styledWidth(line) <= width {
		return line
	}
	var out strings.Builder
	column, full := 0, false
	for i := 0; i < len(line); {
		if line[i] == '\x1b' {
			sequence, _, n, _ := ansi.DecodeSequence(line[i:], 0, nil)
			out.WriteString(sequence)
			i += n
			continue
		}
		c := clusterAt(line, i)
		column += c.fit
		full = full || column > width
		if !full {
			out.WriteString(line[i:c.end])
		}
		i = c.end
	}
	return out.String()
}
