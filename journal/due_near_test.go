package journal

import "testing"

func TestDueNear_tellsTheNextFewAndCountsWhatIsFromBefore(t *testing.T) {
	var due []Due
	for _, on := range []Date{"2026-01-02", "2026-06-01", "2026-06-29", "2026-06-30", "2026-07-04", "2026-07-20"} {
		due = append(due, Due{Kind: DueAction, On: on})
	}
	next, waiting := DueNear(due, "2026-06-30")
	if waiting != 2 || len(next) != 3 || next[0].On != "2026-06-29" || next[2].On != "2026-07-04" {
		t.Errorf("%d wait, next are %+v", waiting, next)
	}
	next, waiting = DueNear(due[3:], "2026-06-01")
	if waiting != 0 || len(next) != 0 {
		t.Errorf("a month ahead %d wait, next are %+v", waiting, next)
	}
}
