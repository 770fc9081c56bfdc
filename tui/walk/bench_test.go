package walk

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

// nowhere keeps nothing.
type nowhere struct{}

func (nowhere) Put(journal.Reflection) {}
func (nowhere) File(journal.ID)        {}

// twelveByForty is a screen at a comparison of 12 explanations and 40
// statements, with the grid open.
func twelveByForty(b *testing.B) *Screen {
	b.Helper()
	var choices []journal.Choice
	for _, code := range journal.RatingCodes() {
		choices = append(choices, journal.Choice{ID: string(code), Label: string(code)})
	}
	w := &journal.Walk{ID: "w", Steps: []journal.Step{{ID: "weigh", Kind: journal.KindMatrix, Matrix: &journal.MatrixWords{
		Sentence: `If "{hypothesis}", then "{evidence}"?`, Choices: choices, Rows: 3, Columns: 5, Scheme: "Fewest things against it",
	}}}}
	r := &journal.Reflection{Ratings: map[string]map[string]journal.Rating{}}
	for h := range 12 {
		id := fmt.Sprintf("H%d", h+1)
		r.Hypotheses = append(r.Hypotheses, journal.Hypothesis{ID: id, Text: "An explanation of some length that fills a line", Grave: journal.Yes})
		r.Ratings[id] = map[string]journal.Rating{}
		for e := range 40 {
			r.Ratings[id][fmt.Sprintf("E%d", e+1)] = journal.RatingCodes()[(h*7+e*3)%5]
		}
	}
	for e := range 40 {
		r.Evidence = append(r.Evidence, journal.Evidence{ID: fmt.Sprintf("E%d", e+1), Text: "A statement of some length that fills a line", Reliability: "high"})
	}
	look := theme.New(theme.Dark)
	look.Set(theme.Dark, true)
	now := func() time.Time { return time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC) }
	s := New(screen.Env{Now: now}, journal.NewProgress(w, r, nil, now), Options{Theme: look, Drafts: nowhere{}, Rests: func(*journal.Reflection) string { return "" }})
	s.Resize(120, 40)
	s.Update(tea.KeyPressMsg{Code: tea.KeyF6})
	if s.matrix == nil || !s.matrix.open {
		b.Fatal("the grid is not open")
	}
	return s
}

// BenchmarkMatrix_ratesScoresAndRedraws is one key of a 12 by 40 comparison:
// the rating is set, everything is scored, and the screen is drawn. The budget
// is 4 ms.
func BenchmarkMatrix_ratesScoresAndRedraws(b *testing.B) {
	s := twelveByForty(b)
	for i := 0; b.Loop(); i++ {
		key := rune('1' + i%6)
		s.Update(tea.KeyPressMsg{Code: key, Text: string(key)})
		if s.View().Body == "" {
			b.Fatal("nothing is drawn")
		}
	}
}

// BenchmarkMatrix_movesAndRedraws is one step of the cursor.
func BenchmarkMatrix_movesAndRedraws(b *testing.B) {
	s := twelveByForty(b)
	for i := 0; b.Loop(); i++ {
		code := tea.KeyRight
		if i%2 == 1 {
			code = tea.KeyLeft
		}
		s.Update(tea.KeyPressMsg{Code: code})
		s.View()
	}
}

// BenchmarkMatrix_asksOneByOne is one answer where the comparison is asked one
// sentence at a time.
func BenchmarkMatrix_asksOneByOne(b *testing.B) {
	s := twelveByForty(b)
	s.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	if s.matrix.open {
		b.Fatal("the grid is open")
	}
	for i := 0; b.Loop(); i++ {
		key := rune('1' + i%6)
		s.Update(tea.KeyPressMsg{Code: key, Text: string(key)})
		s.View()
		s.Update(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
	}
}
