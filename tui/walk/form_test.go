package walk

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

func atFocus(t *testing.T) *Screen {
	t.Helper()
	w := &journal.Walk{ID: "w", Steps: []journal.Step{{ID: "focus", Kind: journal.KindFocus, Prompts: []journal.Prompt{
		{ID: "urgent", Text: "Can it wait?", Input: journal.InputYesNo},
		{ID: "code", Text: "A code", Input: journal.InputLine},
		{ID: "dilemma", Text: "What is the dilemma?"},
	}}}}
	look := theme.New(theme.Dark)
	look.Set(theme.Dark, true)
	now := func() time.Time { return time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC) }
	s := New(screen.Env{Now: now}, journal.NewProgress(w, &journal.Reflection{}, nil, now), Options{
		Theme: look, Drafts: nowhere{}, Rests: func(*journal.Reflection) string { return "" },
	})
	s.Resize(80, 24)
	return s
}

func TestForm_aNumberWithEnterAnswersOneQuestionAndNotTheNext(t *testing.T) {
	s := atFocus(t)
	enter := tea.KeyPressMsg{Code: tea.KeyEnter}
	typeIn(s, "2")
	s.Update(enter)
	typeIn(s, "Heron")
	if q, _ := s.form.question(); q.Path != "focus.code" || s.p.Reflection.Answer("focus", "code") != "Heron" || s.p.Reflection.Answer("focus", "urgent") != "no" {
		t.Fatalf("at %s, with %+v", q.Path, s.p.Reflection.Answers)
	}
	s.Update(enter)
	if q, _ := s.form.question(); q.Path != "focus.dilemma" {
		t.Errorf("Enter after a word leads to %s", q.Path)
	}
}

func TestForm_anEnterThatComesLaterIsAnAnswerOfItsOwn(t *testing.T) {
	s := atFocus(t)
	typeIn(s, "2")
	s.Update(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
	s.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	s.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if q, _ := s.form.question(); q.Path != "focus.dilemma" {
		t.Errorf("Enter was swallowed: at %s", q.Path)
	}
}
