package main

import (
	"strings"
	"testing"

	"sounding/journal"
	"sounding/tui/screen"
)

// One key, and what is typed next is the jot.
func TestHome_aJotIsOneKeyAway(t *testing.T) {
	d := newTestDesk(t)
	s := newStage(t, d, screen.Route{Name: screen.Home}, 80, 24)
	s.press("j", "the coat indoors", "esc")
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	all := d.List()
	if len(all) != 1 || all[0].Walk != journal.JotWalk || !strings.Contains(all[0].Title, "the coat indoors") {
		t.Fatalf("kept: %+v", all)
	}
}
