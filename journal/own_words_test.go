package journal

import (
	"slices"
	"strings"
	"testing"
)

// written is a small walk with words in every sort of place.
func written(t *testing.T) *Progress {
	t.Helper()
	p := smallProgress(25)
	for path, value := range map[string]string{"focus.urgent": "no", "focus.dilemma": "Sam is late again.", "focus.code": "Heron"} {
		if _, err := p.Set(path, value); err != nil {
			t.Fatal(err)
		}
	}
	p.Reflection.Title = "About Sam"
	p.Reflection.Evidence = []Evidence{{ID: "E1", Text: "Sam said so", Whose: "Sam's aunt", How: "heard", When: "2026-06-01"}}
	p.Reflection.Second = &SecondPass{Answers: []Answer{{Step: AgainStep, Prompt: AgainView, Text: "Sam is right"}}, Hypotheses: []Hypothesis{{ID: "H1", Text: "Sam minds the baby"}}}
	return p
}

func TestOwnWords_areThoseThePersonWroteWhereverTheyStand(t *testing.T) {
	got := written(t).OwnWords()
	want := []string{"About Sam", "Sam is late again.", "Sam said so", "Sam's aunt", "Sam is right", "Sam minds the baby"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestRewrite_changesThoseWordsAndNothingElse(t *testing.T) {
	p := written(t)
	before := p.Reflection.Clone()
	var words []string
	for _, text := range p.OwnWords() {
		words = append(words, strings.ReplaceAll(text, "Sam", "Child A"))
	}
	if !p.Rewrite(words) {
		t.Fatal("the words were refused")
	}
	r := p.Reflection
	if r.Title != "About Child A" || r.Evidence[0].Whose != "Child A's aunt" || r.Second.Hypotheses[0].Text != "Child A minds the baby" {
		t.Errorf("got %+v", r)
	}
	if r.Subject != "Heron" || r.Evidence[0].When != "2026-06-01" || r.Evidence[0].How != "heard" || r.Answer("focus", "urgent") != "no" {
		t.Errorf("something else was changed: %+v", r)
	}
	if before.Title != "About Sam" || before.Second.Hypotheses[0].Text != "Sam minds the baby" {
		t.Error("a copy made before was changed too")
	}
	if p.Rewrite(words[1:]) {
		t.Error("too few words were taken")
	}
}

func TestGuardedBecause_givesThePacksOwnNote(t *testing.T) {
	p := smallProgress(25)
	p.Walk.Steps = append(p.Walk.Steps, Step{ID: "talk", Kind: KindConversation, Label: "Talk", Prompts: []Prompt{
		{ID: "telling", Text: "A child?", Input: InputYesNo, Role: RoleTelling, Notes: map[string]string{Yes: "Listen."}},
	}})
	if got := p.GuardedBecause(); len(got) != 0 || p.Guarded() {
		t.Errorf("guarded at first: %q", got)
	}
	if _, err := p.Set("talk.telling", Yes); err != nil {
		t.Fatal(err)
	}
	if got := p.GuardedBecause(); len(got) != 1 || got[0] != "Listen." || !p.Guarded() {
		t.Errorf("got %q", got)
	}
}

func TestObject_isKeptBesideSignsAndTakenBack(t *testing.T) {
	var p Preferences
	p.Disagree("r1", "anchor H1", "")
	p.Object(AboutWording, "contact")
	p.Object(AboutWording, "contact")
	p.Object(AboutName, "name:summer")
	if got := p.Objected(AboutWording); len(got) != 1 || !got["contact"] {
		t.Errorf("got %v", got)
	}
	list := p.Objections()
	if len(list) != 2 || list[0].Key != "name:summer" || list[1].About != AboutWording {
		t.Fatalf("got %+v", list)
	}
	p.TakeBack(list[1].Entry)
	if p.Objected(AboutWording)["contact"] || len(p.Disagreements()) != 1 {
		t.Errorf("left: %v", p.Disagreed)
	}
}
