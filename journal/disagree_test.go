package journal

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestDisagree_isKeptForOneReflectionAndCanBeTakenBack(t *testing.T) {
	var p Preferences
	p.Disagreed = []string{"something else"}
	p.Disagree("aaa", "recency E1.when E2.when", " It is all new. ")
	p.Disagree("aaa", "recency E1.when E2.when", "")
	p.Disagree("bbb", "halo E1", "")
	if got := p.DisagreedIn("aaa"); !reflect.DeepEqual(got, []string{"recency E1.when E2.when"}) {
		t.Errorf("in aaa %v", got)
	}
	all := p.Disagreements()
	if len(all) != 2 || all[0].Sign != "recency" || all[0].Because != "It is all new." || all[1].Reflection != "bbb" {
		t.Fatalf("all %+v", all)
	}
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var read Preferences
	if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, p) {
		t.Errorf("%v: read as %+v", err, read)
	}
	p.TakeBack(all[0].Entry)
	if len(p.DisagreedIn("aaa")) != 0 || len(p.Because) != 0 || len(p.Disagreed) != 2 {
		t.Errorf("taken back %+v", p)
	}
	p.ForgetSigns("bbb")
	if !reflect.DeepEqual(p.Disagreed, []string{"something else"}) {
		t.Errorf("left %v", p.Disagreed)
	}
}

func TestSeen_showsWhatASignWentBy(t *testing.T) {
	p := secondProgress(t)
	set(t, p, "evidence.E1.opinion", "She is clearly engaging well with every single appointment that anyone has offered to her so far")
	r := p.Reflection
	texts := []SignText{{ID: "x", Name: "A name", Question: "A question?", Source: "A source", Caution: "A caution"}}
	s := Sighting{Sign: "x", Key: "x E1", Said: "Said.", By: []Trace{
		{Ref: "H1", Evidence: "E1"}, {Ref: "E1.opinion", Start: 15, End: 23}, {Step: "gut", Ref: "hunch", Start: 0, End: 3}, {Ref: "E1"}, {Ref: "H1"},
	}}
	if err := r.Rate("H1", "E1", VeryConsistent); err != nil {
		t.Fatal(err)
	}
	got, ok := p.Seen(s, texts)
	want := []string{
		`H1 with E1 ("Mother says he sleeps badly since June"): CC`,
		`E1, My opinion: "She is clearly engaging well with every single ..."`,
		`Hunch: "She is hiding something"`,
		`E1: "Mother says he sleeps badly since June"`,
		"and one more",
	}
	if !ok || !reflect.DeepEqual(got.By, want) {
		t.Errorf("it went by\n%s", strings.Join(got.By, "\n"))
	}
	if got.Name != "A name" || got.Source != "A source" || got.Caution != "A caution" || got.Key != "x E1" {
		t.Errorf("shown as %+v", got)
	}
	if _, ok := p.Seen(Sighting{Sign: "y"}, texts); ok {
		t.Error("a sign without a text is shown")
	}
}

func TestExpected_saysWhatWasSeenAndWhatWasNotLookedFor(t *testing.T) {
	r := reworked()
	r.Hypotheses[2].Expect, r.Hypotheses[2].Found = "Sighing", "not-seen"
	p := NewProgress(&Walk{}, r, nil, nil)
	got := p.Expected()
	for i, end := range []string{"It was seen.", "It has not been looked for yet.", "It was looked for, and was not there."} {
		if !strings.HasSuffix(got[i], end) {
			t.Errorf("%q does not end in %q", got[i], end)
		}
	}
	r.Hypotheses[0].Parked = Yes
	if len(p.Expected()) != 2 {
		t.Error("what is set aside is expected")
	}
}
