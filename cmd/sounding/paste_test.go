package main

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sounding/internal/termtest"
	"sounding/journal"
	"sounding/tui/screen"
)

// A paste of two megabytes with everything that a terminal might obey in it is
// kept as it came and drawn as text. Line ends become one, and a byte that is
// no text the sign for one, which is what JSON can hold.
func TestWalk_keepsAGreatPasteAsItCame(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, journal.Reflection{Walk: "case-reflection", WalkVersion: 1, Length: 10, Status: journal.StatusDraft, At: "hypotheses"})
	s := newStage(t, d, screen.Route{Name: screen.Walk, ID: string(id)}, 80, 24)
	odd := "a\x1b]0;title\a b\x1b[2J c\u202e d\x00\xff\r\ne "
	text := strings.Repeat(odd, 2<<20/len(odd))
	s.send(tea.PasteMsg{Content: text})
	termtest.MustCheck(t, s.frame())
	s.press("ctrl+n")
	kept, _, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("\r\n", "\n", "\xff", "\ufffd").Replace(text)
	if got := kept.Field("H1", "text"); got != want {
		t.Errorf("%d bytes are kept of %d", len(got), len(want))
	}
	s.press("ctrl+p", "shift+tab")
	for _, size := range termtest.OddSizes() {
		s.send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
		termtest.MustCheck(t, s.frame())
	}
}
