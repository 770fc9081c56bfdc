package tui

import (
	"testing"
	"time"
)

func TestWatch_locksWhenIdleOrAfterASleep(t *testing.T) {
	start := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	type look struct {
		wall, up time.Duration // since the look before
		lock     bool
	}
	tick := look{wall: 5 * time.Second, up: 5 * time.Second}
	for name, c := range map[string]struct {
		limit time.Duration
		looks []look
	}{
		"nothing typed for a minute":      {time.Minute, []look{tick, {50 * time.Second, 50 * time.Second, false}, {5 * time.Second, 5 * time.Second, true}}},
		"never for idling":                {0, []look{tick, {55 * time.Second, 55 * time.Second, false}, tick}},
		"a lid closed for an hour":        {0, []look{tick, {time.Hour, 5 * time.Second, true}}},
		"a lid closed for half a minute":  {4 * time.Hour, []look{tick, {35 * time.Second, 5 * time.Second, true}}},
		"stopped, with both clocks going": {0, []look{tick, {time.Hour, time.Hour, true}}},
		"a clock put right":               {0, []look{tick, {17 * time.Second, 5 * time.Second, false}, tick}},
		"a clock put back an hour":        {time.Minute, []look{tick, {-time.Hour, 5 * time.Second, false}, {5 * time.Second, 50 * time.Second, true}}},
		"a busy computer":                 {0, []look{tick, {40 * time.Second, 40 * time.Second, false}}},
	} {
		w, now, up := Watch{}, start, time.Duration(0)
		w.Key(now, up)
		for i, l := range c.looks {
			now, up = now.Add(l.wall), up+l.up
			if got := w.Look(now, up, c.limit); got != l.lock {
				t.Errorf("%s: look %d locks: %v", name, i, got)
			}
		}
	}
}

func TestWatch_beginsAgainWithEachKey(t *testing.T) {
	start := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	w := Watch{}
	w.Key(start, 0)
	w.Look(start.Add(50*time.Second), 50*time.Second, time.Minute)
	w.Key(start.Add(55*time.Second), 55*time.Second)
	if w.Look(start.Add(time.Minute), time.Minute, time.Minute) {
		t.Error("it locks five seconds after a key")
	}
	// A key that is pressed before the first look after a sleep does not hide it.
	w.Key(start.Add(time.Hour), 62*time.Second)
	if !w.Look(start.Add(time.Hour+time.Second), 63*time.Second, time.Minute) {
		t.Error("a key hides a sleep")
	}
}
