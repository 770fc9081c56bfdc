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

var tab = tea.KeyPressMsg{Code: tea.KeyTab}

func TestForm_takesWhatWasTypedAtAChoiceAlsoWithoutEnter(t *testing.T) {
	for name, leave := range map[string]func(*Screen){
		"Tab":       func(s *Screen) { s.Update(tab) },
		"next step": func(s *Screen) { s.Update(tea.KeyPressMsg{Code: 'n', Mod: tea.ModCtrl}) },
		"a lock":    func(s *Screen) { s.Leave() },
	} {
		s := atFocus(t)
		typeIn(s, "yes")
		leave(s)
		if got := s.p.Reflection.Answer("focus", "urgent"); got != journal.Yes {
			t.Errorf("%s after \"yes\" leaves %q", name, got)
		}
	}
}

func TestForm_losesNoSentenceThatWasTypedAtAChoice(t *testing.T) {
	const sentence = "I want to close it and yet the coat worries me"
	s := atFocus(t)
	typeIn(s, sentence)
	want, _ := s.Update(tab)
	if want.Ask == nil || len(want.Ask.Choices) != 3 {
		t.Fatalf("Tab asks %+v", want.Ask)
	}
	if want.Ask.Answer(1); s.p.Reflection.Answer("focus", "dilemma") != sentence {
		t.Errorf("it was not written at the next question: %+v", s.p.Reflection.Answers)
	}

	s = atFocus(t)
	typeIn(s, sentence)
	s.Leave()
	s.Leave()
	if got := s.p.Reflection.Answer("focus", "dilemma"); got != sentence {
		t.Errorf("after a lock in the middle of it there is %q", got)
	}
}
