package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sounding/tui/theme"
	"sounding/tui/widget"
)

// drawn renders a page without its colours.
func drawn(source string, width int) string {
	lines := widget.Markdown(theme.New(theme.HighContrast), source, width)
	for i, line := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(line), " ")
	}
	return strings.Join(lines, "\n")
}

func TestMarkdown_hangsTheLinesOfAnItemUnderItsFirst(t *testing.T) {
	for _, tc := range []struct{ name, source, want string }{
		{"bullets", "Ask:\n\n- one two three four five\n- six\n\nThen go.", "Ask:\n\n- one two three\n  four five\n- six\n\nThen go."},
		{"numbers", "9. one two three four five\n9. six seven eight nine", "9. one two three\n   four five\n10. six seven\n    eight nine"},
		{"a list within a list", "- one two three four\n  - five six seven eight\n- nine", "- one two three\n  four\n  - five six\n    seven eight\n- nine"},
		{"a line that goes on without an indent", "- one two\nthree four five six\n- seven", "- one two three\n  four five six\n- seven"},
		{"a line end that is meant", "- one\\\n  two\n- three", "- one\n  two\n- three"},
		{"a line end in a paragraph", "one\\\ntwo", "one\ntwo"},
		{"a heading behind a list", "- one\n## Two\nthree", "- one\n\nTwo\n\nthree"},
		{"a year is no item", "It was in\n2015. That is long ago.", "It was in 2015.\nThat is long ago."},
		{"marks in a fence are text", "```\n- one two three four five\n```", "  - one two three"},
		{"a rule is no item", "one\n\n- - -\n\ntwo", "one\n\n--------\n\ntwo"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := drawn(tc.source, 17); !strings.HasPrefix(got, tc.want) {
				t.Errorf("drawn as\n%s\nwant\n%s", got, tc.want)
			}
		})
	}
}

func TestMarkdown_keepsListsWithinTheWidth(t *testing.T) {
	source := strings.Repeat("- ", 40) + "deep\n\n" + "- a-very-long-word-without-a-place-to-break\n  1. another-long-word-in-a-list-within\n\nend"
	for width := 1; width < 30; width++ {
		for _, line := range widget.Markdown(theme.New(theme.Auto), source, width) {
			if ansi.StringWidth(line) > width {
				t.Fatalf("%d cells in a width of %d: %q", ansi.StringWidth(line), width, line)
			}
		}
	}
}
