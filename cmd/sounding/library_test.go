package main

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sounding/content"
	"sounding/internal/termtest"
	"sounding/journal"
	"sounding/seeds"
	"sounding/tui/screen"
)

func TestCoverage_namesOnlyCommandsThatExist(t *testing.T) {
	coverage, ok := content.ReadCoverage(seeds.Pack())
	if !ok {
		t.Fatal("seeds/coverage.yaml cannot be read")
	}
	var there []string
	for _, c := range newRoot(&Program{}).Commands() {
		there = append(there, c.Name())
	}
	named := coverage.Commands()
	if len(named) < 8 {
		t.Errorf("the coverage names only %v", named)
	}
	for _, name := range named {
		if !slices.Contains(there, name) {
			t.Errorf("the coverage names the command %q, which is not there", name)
		}
	}
}

// seen is what is drawn, without its colours.
func (s *stage) seen() string { return termtest.Text(s.frame()) }

// topLine is the first line of it.
func (s *stage) topLine() string { return strings.TrimSpace(firstLine(s.seen())) }

func TestLibrary_goesBackTheWayOneCame(t *testing.T) {
	s := newStage(t, newTestDesk(t), screen.Route{Name: screen.Home}, 80, 24)
	s.press("l", "oars", "enter")
	if s.topLine() != "OARS" {
		t.Fatalf("the page is %q", s.topLine())
	}
	s.press("down", "down", "down", "down")
	read := s.topLine()
	s.press("1")
	if s.topLine() == read {
		t.Fatal("the link was not followed")
	}
	if !strings.Contains(s.seen(), "Esc goes back to where you were.") || !strings.Contains(s.seen(), "There is more below") {
		t.Errorf("it does not say how to go back and on:\n%s", s.seen())
	}
	s.press("esc")
	if strings.Contains(s.seen(), "Esc goes back to where you were.") {
		t.Errorf("it says how to go back after one has:\n%s", s.seen())
	}
	if s.topLine() != read {
		t.Errorf("it goes on at %q, was at %q", s.topLine(), read)
	}
	s.press("esc")
	if s.topLine() != "Look for: oars" {
		t.Errorf("the search is not there any more: %q", s.topLine())
	}
	s.press("esc", "esc")
	if s.topLine() != "Sounding" {
		t.Errorf("it does not end at home but at %q", s.topLine())
	}
}

func TestLibrary_followsALinkOfTwoFigures(t *testing.T) {
	d := newTestDesk(t)
	page, _ := d.library.Page("how-walks-work")
	if len(page.Links) < 20 {
		t.Fatalf("the page has only %d links", len(page.Links))
	}
	title := func(n int) string { to, _ := d.library.Page(page.Links[n-1]); return to.Title }
	for _, c := range []struct{ typed, want string }{{"9", title(9)}, {"12", title(12)}, {"2enter", title(2)}} {
		s := newStage(t, d, screen.Route{Name: screen.Library, ID: "how-walks-work"}, 80, 24)
		for _, key := range strings.Split(strings.Replace(c.typed, "enter", " enter", 1), " ") {
			s.press(key)
		}
		if s.topLine() != c.want {
			t.Errorf("%s leads to %q, not %q", c.typed, s.topLine(), c.want)
		}
	}
	s := newStage(t, d, screen.Route{Name: screen.Library, ID: "how-walks-work"}, 80, 24)
	s.press("9", "esc", "2", "esc")
	if s.topLine() != "How walks work" {
		t.Errorf("a number that is taken back was followed to %q", s.topLine())
	}
}

func TestLibrary_takesAPageToItsStep(t *testing.T) {
	d := newTestDesk(t)
	s := newStage(t, d, screen.Route{Name: screen.Library, ID: "cares"}, 80, 24)
	s.press("u")
	frame := s.seen()
	if !strings.Contains(frame, "45 minutes") || strings.Contains(frame, "25 minutes") {
		t.Errorf("a length without the step is offered:\n%s", frame)
	}
	s.press("1")
	kept := d.List()
	if len(kept) != 1 || kept[0].Walk != "case-reflection" {
		t.Fatalf("kept %+v", kept)
	}
	r, _, err := d.Load(context.Background(), kept[0].ID)
	if err != nil || r.At != "cares" || r.Length != 45 {
		t.Errorf("%v: it is at %q in %d minutes", err, r.At, r.Length)
	}
}

func TestLibrary_goesOnInADraftAndLosesNothing(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Length, r.At = 10, "focus"
	id := d.keep(t, r)
	s := newStage(t, d, screen.Route{Name: screen.Library, ID: "cares"}, 80, 24)
	s.press("u", "1")
	got, _, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got.At != "cares" || got.Length != 45 {
		t.Errorf("it is at %q in %d minutes", got.At, got.Length)
	}
	if len(d.List()) != 1 || len(got.Answers) != len(r.Answers) || len(got.Hypotheses) != len(r.Hypotheses) {
		t.Error("something that was written is gone")
	}
}

func TestStandards_keepWhatWasWrittenAgainstOnesThatAreGone(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Standards = []journal.StandardNote{{ID: "S1", Standard: "old/one", Note: "I said why."}}
	d.keep(t, r)
	s := newStage(t, d, screen.Route{Name: screen.Standards}, 80, 24)
	s.press("end", "enter", "enter")
	frame := s.seen()
	for _, want := range []string{"old/one", "I said why.", "What you wrote is kept."} {
		if !strings.Contains(frame, want) {
			t.Errorf("it does not say %q:\n%s", want, frame)
		}
	}
}

func TestLibrary_saysWhatIsWrongWithAPackThatWasLeftOut(t *testing.T) {
	d := newTestDesk(t)
	d.library.Refused = []content.Problem{{Pack: "our_pack", File: "walks/short.md", Line: 13, What: "\"txet\" is not a kind of step.", Do: "Did you mean text?"}}
	s := newStage(t, d, screen.Route{Name: screen.Home}, 80, 24)
	s.press("l", "end")
	if !strings.Contains(s.seen(), "It is left out whole.") {
		t.Fatalf("the library does not say that a pack was left out:\n%s", s.seen())
	}
	s.press("enter")
	if want := "- our_pack, walks/short.md:13: \"txet\" is not a kind of step. Did you mean text?"; !strings.Contains(s.seen(), want) {
		t.Errorf("it does not say what is wrong:\n%s", s.seen())
	}
	s.press("esc", "up", "enter")
	if !strings.HasPrefix(s.topLine(), "Standards, and what") {
		t.Errorf("it does not go on to the standards but to %q", s.topLine())
	}
}

func TestWalk_takesTheThemeThatWasTypedWhenOneGoesOn(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Themes, r.At = nil, "focus"
	id := d.keep(t, r)
	s := newStage(t, d, screen.Route{Name: screen.Walk, ID: string(id)}, 120, 40)
	for range 12 {
		if strings.Contains(s.seen(), "> Does any of these come into it?") {
			break
		}
		s.press("tab")
	}
	s.press("5", "tab")
	if !strings.Contains(s.seen(), "Themes: Domestic abuse") || !strings.Contains(s.seen(), "> Whose pattern of behaviour is this") {
		t.Errorf("the theme that was typed is not taken, or its question is not next:\n%s", s.seen())
	}
}
