package walk

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

// atSecondLook is a screen at a second look, with the command that its first
// look at the reflection came as.
func atSecondLook(t *testing.T) (*Screen, tea.Cmd) {
	t.Helper()
	w := &journal.Walk{ID: "w", Steps: []journal.Step{
		{ID: "look", Kind: journal.KindSecondLook, Label: "Second look", Prompts: []journal.Prompt{{ID: "against", Text: "What speaks against it?"}}},
		{ID: "after", Kind: journal.KindText, Label: "After", Prompts: []journal.Prompt{{ID: "more", Text: "More?"}}},
	}}
	look := theme.New(theme.Dark)
	look.Set(theme.Dark, true)
	now := func() time.Time { return time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC) }
	seen := func(r *journal.Reflection) []journal.SeenSign {
		if strings.Contains(r.Answer("look", "against"), "He sleeps") {
			return nil
		}
		return []journal.SeenSign{{Key: "confirmation H1", Name: "Looking for what fits"}}
	}
	s := New(screen.Env{Now: now}, journal.NewProgress(w, &journal.Reflection{}, nil, now), Options{
		Theme: look, Drafts: nowhere{}, Rests: func(*journal.Reflection) string { return "" }, Think: Reasoning{Signs: seen},
	})
	s.Resize(80, 24)
	return s, s.Init()
}

// answer runs a command that stands for itself alone and gives what it brings.
func answer(t *testing.T, cmd tea.Cmd) tea.Msg {
	t.Helper()
	if cmd == nil {
		t.Fatal("nothing was asked for")
	}
	result, ok := cmd().(screen.Result)
	if !ok {
		t.Fatal("the command brought no result of its own")
	}
	return result.Msg
}

func typeIn(s *Screen, text string) tea.Cmd {
	var last tea.Cmd
	for _, c := range text {
		if _, cmd := s.Update(tea.KeyPressMsg{Code: c, Text: string(c)}); cmd != nil {
			last = cmd
		}
	}
	return last
}

func TestSigns_keysAreTakenWhileTheyAreLookedFor(t *testing.T) {
	s, cmd := atSecondLook(t)
	typeIn(s, "She eats")
	if got := s.p.Reflection.Answer("look", "against"); got != "She eats" {
		t.Errorf("the answer holds %q", got)
	}
	s.Update(answer(t, cmd))
	if !strings.Contains(s.View().Body, "worth a look") {
		t.Errorf("the sign is not marked:\n%s", s.View().Body)
	}
	if s.panel != nil {
		t.Error("it opened by itself")
	}
}

func TestSigns_openOnlyWhereNoKeyWasPressedSince(t *testing.T) {
	s, first := atSecondLook(t)
	s.Update(answer(t, first))
	typeIn(s, "Something")
	_, cmd := s.Update(tea.KeyPressMsg{Code: tea.KeyF7})
	late := answer(t, cmd)
	typeIn(s, ".")
	s.Update(late)
	if s.panel != nil {
		t.Error("the signs came over the answer that was being written")
	}
	_, cmd = s.Update(tea.KeyPressMsg{Code: tea.KeyF7})
	s.Update(answer(t, cmd))
	if s.panel == nil {
		t.Error("the signs did not open")
	}
}

func TestSigns_areLookedForAnewAfterSomethingWasWritten(t *testing.T) {
	s, first := atSecondLook(t)
	s.Update(answer(t, first))
	typeIn(s, "He sleeps")
	_, cmd := s.Update(tea.KeyPressMsg{Code: tea.KeyF7})
	want, _ := s.Update(answer(t, cmd))
	if s.panel != nil || want.Say != sayNoSigns {
		t.Errorf("what was seen before is still shown, and %q is said", want.Say)
	}
}

func TestSigns_aLateAnswerForAStepThatWasLeftIsDropped(t *testing.T) {
	s, cmd := atSecondLook(t)
	late := answer(t, cmd)
	s.enter(&s.p.Walk.Steps[1])
	s.Update(late)
	if len(s.signs.seen) > 0 {
		t.Error("another step shows the signs")
	}
}
