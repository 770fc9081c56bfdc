package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"sounding/tui/theme"
)

// Markdown renders a page to lines of at most width cells, ready for a Pager.
// Front matter is left out. The source may come from anybody: it is cleaned
// before, numbered characters included, and nothing but text and colour is
// kept after. Where the renderer refuses a page, the page is shown as it was
// written. It is safe to call from a command's goroutine as long as the theme
// does not change meanwhile; 50 KB take about 40 ms.
func Markdown(t *theme.Theme, source string, width int) []string {
	width = max(1, width)
	source = disarmEntities(Clean(theme.StripFrontMatter(source)))
	renderer, err := t.Markdown(width)
	if err != nil {
		return Wrap(source, width)
	}
	page, err := renderer.Render(source)
	if err != nil {
		return Wrap(source, width)
	}
	lines := strings.Split(strings.Trim(keepColour(page), "\n"), "\n")
	for i, line := range lines {
		lines[i] = cutStyled(trimStyledRight(line), width)
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
