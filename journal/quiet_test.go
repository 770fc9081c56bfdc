package journal

import (
	"testing"
	"time"
)

func TestQuiet_lastsFiveMinutesAndCountsABegunOneWhole(t *testing.T) {
	start := time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)
	q := QuietFrom(start)
	for _, row := range []struct {
		after time.Duration
		left  int
		over  bool
	}{{0, 5, false}, {time.Second, 5, false}, {time.Minute, 4, false}, {5*time.Minute - 1, 1, false}, {5 * time.Minute, 0, true}, {time.Hour, 0, true}} {
		now := start.Add(row.after)
		if left, over := q.Left(now), q.Over(now); left != row.left || over != row.over {
			t.Errorf("after %s: %d left, over %v; want %d, %v", row.after, left, over, row.left, row.over)
		}
	}
}
