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
