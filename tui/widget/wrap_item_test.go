package widget

import (
	"slices"
	"testing"
)

func TestWrapItem_hangsAnItemFromItsDash(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"- what led you to that?", 14, []string{"- what led you", "  to that?"}},
		{"- short", 14, []string{"- short"}},
		{"no item at all", 8, []string{"no item", "at all"}},
		{"- a", 2, Wrap("- a", 2)},
	} {
		if got := WrapItem(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d is %q", c.text, c.width, got)
		}
	}
}
