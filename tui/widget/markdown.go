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

// cutStyled cuts a styled line to width cells by either way of counting.
func cutStyled(line string, width int) string {
	if len(line) <= width {
		return line
	}
	if ansi.StringWidth(line) > width {
		line = ansi.Truncate(line, width, "")
	}
	if ansi.StringWidthWc(line) > width {
		line = ansi.TruncateWc(line, width, "")
	}
	return line
}
