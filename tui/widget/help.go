package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"sounding/tui/theme"
)

// HelpGroup is a heading and the bindings below it, such as a screen's own and
// those that work everywhere.
type HelpGroup struct {
	Title string
	Keys  []key.Binding
}

// HelpLine draws as many bindings as fit in one line, for a footer. Disabled
// bindings and those without help are left out.
func HelpLine(t *theme.Theme, keys []key.Binding, width int) string {
	line, _ := helpLine(keys, width, t.Styles.Key, t.Styles.Muted)
	return line
}

// helpLine gives the line and its width in cells.
func helpLine(keys []key.Binding, width int, name, does lipgloss.Style) (line string, cells int) {
	var out strings.Builder
	for _, binding := range keys {
		help := binding.Help()
		if !binding.Enabled() || help.Key == "" {
			continue
		}
		gap := 0
		if cells > 0 {
			gap = 2
		}
		keyText, doesText := CleanLine(help.Key), " "+CleanLine(help.Desc)
		need := gap + Width(keyText) + Width(doesText)
		if cells+need > width {
			break
		}
		if gap > 0 {
			out.WriteString(does.Render(spaces(gap)))
		}
		out.WriteString(name.Render(keyText))
		out.WriteString(does.Render(doesText))
		cells += need
	}
	return out.String(), cells
}

// HelpPage draws every binding of every group as lines for a Pager: the key in
// a column, what it does beside it or, where that is too narrow, below it.
func HelpPage(t *theme.Theme, groups []HelpGroup, width int) []string {
	width = max(1, width)
	column := 0
	for _, group := range groups {
		for _, binding := range group.Keys {
			column = max(column, Width(CleanLine(binding.Help().Key)))
		}
	}
	column = min(column, width/2)
	var lines []string
	for _, group := range groups {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		for _, line := range Wrap(group.Title, width) {
			lines = append(lines, t.Styles.Heading.Render(line))
		}
		for _, binding := range group.Keys {
			if binding.Enabled() && binding.Help().Key != "" {
				lines = append(lines, helpEntry(t, binding.Help(), column, width)...)
			}
		}
	}
	return lines
}

func helpEntry(t *theme.Theme, help key.Help, column, width int) []string {
	name := fitLine(CleanLine(help.Key), max(1, column), t.Symbols.Ellipsis)
	room := width - column - 2
	if room < 8 {
		return append([]string{t.Styles.Key.Render(fitLine(CleanLine(help.Key), width, ""))}, Wrap(help.Desc, width)...)
	}
	var lines []string
	for i, line := range Wrap(help.Desc, room) {
		if i == 0 {
			lines = append(lines, t.Styles.Key.Render(name)+spaces(column-Width(name)+2)+line)
			continue
		}
		lines = append(lines, spaces(column+2)+line)
	}
	return lines
}
