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

// guardedTalk is a conversation that asks both reasons not to plan one, and for
// things to say.
func guardedTalk() Step {
	return Step{ID: "talk", Kind: KindConversation, Label: "Talk", Prompts: []Prompt{
		{ID: "telling", Text: "A child?", Input: InputYesNo, Role: RoleTelling},
		{ID: "control", Text: "Control?", Input: InputYesNo, Role: RoleControl},
		{ID: "minds", Text: "Two minds?", When: &Condition{Path: "telling", IsNot: Yes, And: &Condition{Path: "control", IsNot: Yes}}},
	}, Collects: []Collect{{
		Of: Utterances, Name: "Thing to say", Add: "What?", More: "What else?", Each: EachNow,
		Fields: []Prompt{{ID: "text", Text: "The words?"}}, Offers: []Offer{{ID: "open", Label: "Open", Text: "What can you ask?"}},
	}}}
}

func TestQuestions_askForNothingToSayWhereAConversationIsGuarded(t *testing.T) {
	for _, reason := range []string{"telling", "control"} {
		p := smallProgress(25)
		p.Walk.Steps = append(p.Walk.Steps, guardedTalk())
		talk := &p.Walk.Steps[len(p.Walk.Steps)-1]
		if _, err := p.Set("talk.+utterances", "What is a morning like?"); err != nil {
			t.Fatal(err)
		}
		before := len(p.Questions(talk))
		if _, err := p.Set("talk."+reason, Yes); err != nil {
			t.Fatal(err)
		}
		for _, q := range p.Questions(talk) {
			if q.Collection == Utterances || q.Path == "talk.minds" {
				t.Errorf("with %s it asks %s", reason, q.Path)
			}
		}
		if len(p.Reflection.Utterances) != 1 || p.Reflection.Utterances[0].Text == "" {
			t.Errorf("with %s what was written is gone", reason)
		}
		if _, err := p.Set("talk."+reason, No); err != nil {
			t.Fatal(err)
		}
		if after := len(p.Questions(talk)); after != before {
			t.Errorf("with %s taken back it asks %d questions, before %d", reason, after, before)
		}
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
