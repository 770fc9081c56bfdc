package widget

import (
	"strings"
	"testing"
)

func TestTruncate_cutsALongTextAsItDoesAShortOne(t *testing.T) {
	for _, unit := range []string{"ab ", "é", "👩‍👩‍👧", "\x1b[31m", "世界", "\xff"} {
		for width := range 30 {
			long, short := Truncate(strings.Repeat(unit, 50_000), width), Truncate(strings.Repeat(unit, 60), width)
			if long != short {
				t.Errorf("%q at %d: %q and %q", unit, width, long, short)
			}
		}
	}
}

func TestWrapTo_endsInAnEllipsisWhereSomethingWasCut(t *testing.T) {
	for _, tc := range []struct {
		most int
		want string
	}{{3, "one two|three"}, {2, "one two|three"}, {1, "one two…"}, {0, ""}} {
		if got := strings.Join(WrapTo("one two three", 8, tc.most), "|"); got != tc.want {
			t.Errorf("in %d lines: %q, want %q", tc.most, got, tc.want)
		}
	}
}
