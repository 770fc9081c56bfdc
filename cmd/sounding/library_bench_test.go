//go:build unix

package main

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
)

// libraryStage is home with everything of the pack read already, as it is once
// a vault is open.
func libraryStage(b *testing.B) *stage {
	b.Helper()
	d := newTestDesk(b)
	d.library.Warm()
	return newStage(b, d, screen.Route{Name: screen.Home}, 80, 24)
}

// measure reports how long a key takes to the finished frame; before each, the
// stage is brought back.
func measure(b *testing.B, s *stage, key tea.KeyPressMsg, back ...string) {
	b.Helper()
	taken := make([]time.Duration, 0, 1<<12)
	for b.Loop() {
		started := time.Now()
		s.send(key)
		_ = s.app.View()
		taken = append(taken, time.Since(started))
		s.press(back...)
	}
	percentile(b, taken)
}

// BenchmarkLibrary_opens is from the key at home to the list of shelves.
func BenchmarkLibrary_opens(b *testing.B) {
	measure(b, libraryStage(b), tea.KeyPressMsg{Code: 'l', Text: "l"}, "esc")
}

// BenchmarkLibrary_opensAPage is from the list to the page, drawn.
func BenchmarkLibrary_opensAPage(b *testing.B) {
	s := libraryStage(b)
	s.press("l", "how thinking slips", "enter", "esc")
	measure(b, s, tea.KeyPressMsg{Code: tea.KeyEnter}, "esc")
}

// BenchmarkLibrary_searches is a letter that narrows a search over every page.
func BenchmarkLibrary_searches(b *testing.B) {
	s := libraryStage(b)
	s.press("l", "chil")
	measure(b, s, tea.KeyPressMsg{Code: 'd', Text: "d"}, "backspace")
}
