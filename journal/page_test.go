package journal

import (
	"slices"
	"strings"
	"testing"
)

// halfOnPage is a walk of which one answer is for the page, and two are not.
func halfOnPage(t *testing.T) *Progress {
	t.Helper()
	p := smallProgress(25)
	p.Walk.Steps = []Step{{ID: "one", Kind: KindText, Label: "One", Prompts: []Prompt{
		{ID: "hunch", Text: "Hunch?"},
		{ID: "story", Text: "What happened?", Role: RoleOpening, OnPage: "What happened"},
		{ID: "felt", Text: "And you?", OnPage: "What I felt", Private: true},
	}}}
	for path, value := range map[string]string{"one.hunch": "Sam did it.", "one.story": "Sam is late again.", "one.felt": "Cross with Sam."} {
		if _, err := p.Set(path, value); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func TestPageWords_areThoseThatThePageShows(t *testing.T) {
	p := halfOnPage(t)
	if got := p.PageWords(); !slices.Equal(got, []string{"Sam is late again."}) {
		t.Errorf("got %q", got)
	}
	p.Reflection.Title = "About Sam"
	if got := p.PageWords(); !slices.Equal(got, []string{"About Sam", "Sam is late again."}) {
		t.Errorf("with a title, got %q", got)
	}
}

// An answer that stands in two places is changed in both: the one on the page
// cannot be missed for the other.
func TestRewritePage_changesThePageAndNoOtherWords(t *testing.T) {
	p := halfOnPage(t)
	if _, err := p.Set("one.hunch", "Sam is late again."); err != nil {
		t.Fatal(err)
	}
	if !p.RewritePage([]string{"Child A is late again."}) {
		t.Fatal("the words were refused")
	}
	if got := p.MyPage()[0].Entries[0].Text; got != "Child A is late again." {
		t.Errorf("the page reads %q", got)
	}
	if got := p.Reflection.Answer("one", "felt"); got != "Cross with Sam." {
		t.Errorf("what is off the page reads %q", got)
	}
	if p.RewritePage(nil) {
		t.Error("too few words were taken")
	}
}

func TestPageTitle_takesNothingThatIsOffThePage(t *testing.T) {
	p := halfOnPage(t)
	if got := p.PageTitle(); got != "Sam is late again." {
		t.Errorf("got %q", got)
	}
	p.Walk.Steps[0].Prompts[1].OnPage = ""
	if got := p.PageTitle(); got != p.Walk.Title || strings.Contains(got, "Sam") {
		t.Errorf("with the opening off the page, got %q", got)
	}
	p.Reflection.Title = "Mine"
	if got := p.PageTitle(); got != "Mine" {
		t.Errorf("with a title, got %q", got)
	}
}
