package journal

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

// secondWalk is a small walk with the steps that a second pass takes.
func secondWalk() *Walk {
	return &Walk{ID: "w", Version: 1, Title: "W", Lengths: []Length{10, 25}, Steps: []Step{
		{ID: "focus", Kind: KindFocus, Prompts: []Prompt{{ID: "dilemma", Text: "What is it?", Role: RoleOpening, OnPage: "Dilemma"}}},
		{ID: "gut", Kind: KindGut, Label: "My hunch", Minutes: map[Length]int{25: 2}, Prompts: []Prompt{{ID: "hunch", Text: "What does your gut say?", Label: "Hunch"}}},
		{ID: "hypotheses", Kind: KindHypotheses, Label: "What might it be?", Collects: []Collect{{
			Of: Hypotheses, Name: "Explanation", OnPage: "Explanations",
			Fields: []Prompt{{ID: "text", Text: "What?"}, {ID: "find_out", Text: "How could you find out?"}},
			Offers: []Offer{{ID: "child", Label: "The child"}, {ID: "me", Label: "Me"}},
		}}},
		{ID: "evidence", Kind: KindEvidence, Label: "What do I know?", Collects: []Collect{{
			Of: EvidenceItems, Name: "Statement", Each: EachNow,
			Fields: []Prompt{{ID: "text", Text: "What?"}, {ID: "opinion", Text: "What do you make of it?", Label: "My opinion"}},
			Offers: []Offer{{ID: "mother", Label: "Mother"}, {ID: "school", Label: "School"}},
		}}},
		{ID: "second-look", Kind: KindSecondLook, Prompts: []Prompt{
			{ID: "change", Text: "What would change your mind?"}, {ID: "change-by", Text: "By when?", Input: InputDate},
		}},
		{ID: "next", Kind: KindNext, Collects: []Collect{
			{Of: Actions, Name: "Action", Add: "What next?", Fields: []Prompt{{ID: "text", Text: "What?"}, {ID: "due", Text: "When?", Input: InputDate}}},
			{Of: Forecasts, Name: "Expected", Add: "What do you expect?", Fields: []Prompt{{ID: "text", Text: "What?", Private: true}}},
		}},
	}}
}

func secondProgress(t *testing.T) *Progress {
	t.Helper()
	now := func() time.Time { return day("2026-11-20") }
	r, err := Begin(secondWalk(), 25, "a", now())
	if err != nil {
		t.Fatal(err)
	}
	c := &Catalogue{Places: Places{Change: []string{"second-look.change"}, ChangeBy: []string{"second-look.change-by"}}}
	p := NewProgress(secondWalk(), &r, c, now)
	set(t, p, "focus.dilemma", "I want to close, and yet")
	set(t, p, "gut.hunch", "She is hiding something")
	set(t, p, "hypotheses.+hypotheses/child", "He is frightened of the new partner")
	set(t, p, "evidence.+evidence/mother", "Mother says he sleeps badly since June")
	return p
}

func TestAgain_runsStepsThreeToFiveBesideTheFirstPass(t *testing.T) {
	p := secondProgress(t)
	if !p.CanStartAgain() {
		t.Fatal("the walk cannot be started again")
	}
	again := p.Again()
	var steps []string
	for _, pl := range again.Places() {
		steps = append(steps, pl.Step.ID)
	}
	if got := strings.Join(steps, " "); got != "again gut hypotheses evidence" {
		t.Errorf("the second pass goes through %s", got)
	}
	before := p.Reflection.Clone()
	set(t, again, "again.view", "She is keeping him safe on her own")
	set(t, again, "hypotheses.+hypotheses/me", "I am tired of being lied to")
	set(t, again, "hypotheses.+hypotheses", "He is frightened of her new partner")
	set(t, again, "evidence.+evidence/school", "School says he asks who collects him")
	set(t, again, "gut.hunch", "She is worn out")
	p.Reflection.TakeAgain(again.Reflection)
	if !reflect.DeepEqual(before.Hypotheses, p.Reflection.Hypotheses) || !reflect.DeepEqual(before.Answers, p.Reflection.Answers) {
		t.Error("the second pass changed the first")
	}
	if taken := p.Again().Reflection; taken.Answer("again", "view") == "" || len(taken.Hypotheses) != 2 || len(taken.Evidence) != 1 {
		t.Errorf("taken up again it holds %+v", taken)
	}
	want := []string{
		"Hunch, the first time only: She is hiding something.",
		"Hunch, from the other view only: She is worn out.",
		"Explanations, from the other view only: I am tired of being lied to.",
		"Explanations, both times: He is frightened of the new partner.",
		"Viewpoints, the first time only: The child.",
		"Viewpoints, from the other view only: Me.",
		"Statements, the first time only: Mother says he sleeps badly since June.",
		"Statements, from the other view only: School says he asks who collects him.",
		"Voices heard, the first time only: Mother.",
		"Voices heard, from the other view only: School.",
	}
	var got []string
	for _, c := range p.Contrasts() {
		got = append(got, c.Sentences()...)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("it says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if view := p.OtherView(); view != "She is keeping him safe on her own" {
		t.Errorf("the other view is %q", view)
	}
}

func TestAgain_isLaidOutAfterTheRecordAndNeverOnThePage(t *testing.T) {
	p := secondProgress(t)
	first := len(p.Record())
	page := p.MyPage()
	again := p.Again()
	set(t, again, "again.view", "Another view")
	set(t, again, "hypotheses.+hypotheses", "Another explanation")
	p.Reflection.TakeAgain(again.Reflection)
	all := p.Record()
	if len(all) != first+2 || all[first].Heading != "The other view" || !strings.HasPrefix(all[first+1].Heading, "From the other view: ") {
		t.Errorf("the record is %+v", all[first:])
	}
	if !reflect.DeepEqual(page, p.MyPage()) {
		t.Error("the second pass is on the page")
	}
}

func TestAgain_isCopiedStoredAndTakenAway(t *testing.T) {
	p := secondProgress(t)
	again := p.Again()
	set(t, again, "hypotheses.+hypotheses", "One")
	p.Reflection.TakeAgain(again.Reflection)
	copied := p.Reflection.Clone()
	set(t, again, "hypotheses.H1.text", "Two")
	p.Reflection.TakeAgain(again.Reflection)
	if copied.Second.Hypotheses[0].Text != "One" {
		t.Error("a copy changes with the reflection")
	}
	data, err := json.Marshal(p.Reflection)
	if err != nil {
		t.Fatal(err)
	}
	var read Reflection
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read.Second, p.Reflection.Second) {
		t.Errorf("stored as %s", data)
	}
	if err := again.Reflection.RemoveItem("H1"); err != nil {
		t.Fatal(err)
	}
	p.Reflection.TakeAgain(again.Reflection)
	if p.Reflection.Second != nil || p.Contrasts() != nil {
		t.Error("an empty second pass is still there")
	}
}

func TestAgain_needsAWalkThatExplainsAndLooksAgain(t *testing.T) {
	w := secondWalk()
	w.Steps = w.Steps[:4]
	r := Reflection{}
	if NewProgress(w, &r, nil, time.Now).CanStartAgain() {
		t.Error("a walk without a second look can be started again")
	}
}
