package journal

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestStopwatch_leavesLongPausesOut(t *testing.T) {
	at := time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)
	after := func(d time.Duration) time.Time { at = at.Add(d); return at }
	var w Stopwatch
	w.Pass("focus", at)
	w.Pass("focus", after(20*time.Second))
	w.Pass("focus", after(10*time.Minute+time.Second))
	w.Pass("gut", after(90*time.Second))
	w.Rest(after(5 * time.Minute))
	w.Pass("gut", after(30*time.Second))
	w.Pass("gut", after(-time.Hour)) // the clock was put back
	got := w.Take()
	if got["focus"] != 20*time.Second || got["gut"] != 2*time.Minute || len(got) != 2 {
		t.Errorf("counted %v", got)
	}
	if len(w.Take()) != 0 {
		t.Error("what was taken is counted again")
	}
}

func TestSpent_saysSharesOfAHundredMinutesAndNothingBelowTwentySittings(t *testing.T) {
	var s Spent
	for i := range 20 {
		s.Add("core", map[string]time.Duration{"focus": time.Minute, "next": 2 * time.Minute}, true)
		s.Add("core", map[string]time.Duration{"again": 30 * time.Second}, false)
		s.Add("gibbs", map[string]time.Duration{"focus": 30 * time.Second}, false)
		steps := []Choice{{ID: "focus", Label: "What is it about?"}, {ID: "gut", Label: "My hunch"}, {ID: "next", Label: "What next"}}
		got := timeInsight(s, "core", steps)
		if got.TooFew != (i < 19) {
			t.Fatalf("after %d sittings too few is %v", i+1, got.TooFew)
		}
		if got.TooFew {
			continue
		}
		want := "Of every 100 minutes in a walk|What is it about?: 25 of 100.|What next: 50 of 100.|Other steps and walks: 25 of 100."
		if said := strings.Join(got.Sentences()[:len(got.Sentences())-2], "|"); said != want {
			t.Errorf("says %q, want %q", said, want)
		}
	}
	data, err := json.Marshal(s)
	if err != nil || strings.Contains(string(data), "20") && strings.Contains(string(data), "-") {
		t.Errorf("it holds a date: %s, %v", data, err)
	}
}

func TestInsights_haveTheTimeOnlyWhereItIsCounted(t *testing.T) {
	for _, one := range Insights(nil, InsightTables{}) {
		if one.ID == "time" {
			t.Error("there is an insight about time that nobody asked for")
		}
	}
	all := Insights(nil, InsightTables{Spent: &Spent{}})
	if last := all[len(all)-1]; last.ID != "time" || !last.TooFew {
		t.Errorf("the last insight is %+v", last)
	}
}
