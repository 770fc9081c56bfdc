package journal

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func reworked() *Reflection {
	return &Reflection{
		Hypotheses: []Hypothesis{
			{ID: "H1", Text: "He is tired.", Expect: "Yawning", Found: "seen", Lens: "ordinary"},
			{ID: "H2", Text: "He is frightened", Expect: "Watching the door", Found: "not-looked", Grave: Yes, FindOut: "Ask school"},
			{ID: "H3", Text: "He is bored"},
		},
		Evidence: []Evidence{{ID: "E1", Text: "a"}, {ID: "E2", Text: "b"}, {ID: "E3", Text: "c"}},
		Ratings: map[string]map[string]Rating{
			"H1": {"E1": Consistent, "E2": Inconsistent, "E3": Neutral}, "H2": {"E1": Consistent, "E2": Consistent},
		},
		Actions: []Action{{ID: "A1", Text: "x", From: "H2"}, {ID: "A2", Text: "y"}},
	}
}

func rework(t *testing.T, r *Reflection, line string) (string, error) {
	t.Helper()
	p := NewProgress(&Walk{}, r, nil, time.Now)
	said, known, err := p.Rework(line)
	if !known {
		t.Fatalf("%q is not known", line)
	}
	return said, err
}

func TestRework_mergesWordsExpectationsAndActions(t *testing.T) {
	r := reworked()
	if said, err := rework(t, r, "merge h1, h2"); err != nil || !strings.HasPrefix(said, "H2 is part of H1 now") {
		t.Fatalf("%q, %v", said, err)
	}
	want := Hypothesis{
		ID: "H1", Text: "He is tired; He is frightened", Expect: "Yawning\nWatching the door", Lens: "ordinary", Grave: Yes, FindOut: "Ask school",
	}
	if !reflect.DeepEqual(r.Hypotheses[0], want) || len(r.Hypotheses) != 2 {
		t.Errorf("merged into %+v", r.Hypotheses)
	}
	// What both rated alike is kept; where they differ it is to be rated again.
	if got := r.Ratings["H1"]; !reflect.DeepEqual(got, map[string]Rating{"E1": Consistent}) || r.Ratings["H2"] != nil {
		t.Errorf("ratings %v", r.Ratings)
	}
	if r.Actions[0].From != "H1" {
		t.Errorf("the action grew out of %q", r.Actions[0].From)
	}
}

func TestRework_splitsIntoTwinsThatTie(t *testing.T) {
	r := reworked()
	if said, err := rework(t, r, "split H1"); err != nil || said != "H1 has a twin now, H4. Write each as one of the two." {
		t.Fatalf("%q, %v", said, err)
	}
	if got := r.Refs(Hypotheses); !reflect.DeepEqual(got, []string{"H1", "H4", "H2", "H3"}) {
		t.Errorf("in the order %v", got)
	}
	w := Weigh(MatrixOf(r))
	if w.Hypotheses[0].Rank != w.Hypotheses[1].Rank {
		t.Error("the twins do not tie")
	}
}

func TestRework_setsAsideAndTakesUpAgain(t *testing.T) {
	r := reworked()
	if said, err := rework(t, r, "park H2"); err != nil || !strings.Contains(said, "stays in sight") {
		t.Fatalf("%q, %v", said, err)
	}
	if m := MatrixOf(r); len(m.Hypotheses) != 2 || len(m.Aside) != 1 {
		t.Errorf("the matrix holds %+v", m)
	}
	if said, err := rework(t, r, "PARK h2"); err != nil || said != "H2 is taken up again." || r.Field("H2", "parked") != "" {
		t.Errorf("%q, %v", said, err)
	}
}

func TestRework_linksAnActionToWhatItGrewOutOf(t *testing.T) {
	for _, line := range []string{"link A2 H3", "link H3 A2"} {
		r := reworked()
		if said, err := rework(t, r, line); err != nil || said != "A2 grew out of H3." || r.Field("A2", "from") != "H3" {
			t.Errorf("%s: %q, %v", line, said, err)
		}
	}
}

func TestRework_movesAnythingInItsList(t *testing.T) {
	r := reworked()
	if said, err := rework(t, r, "up h3"); err != nil || said != "H3 is one up." {
		t.Fatalf("%q, %v", said, err)
	}
	if got := r.Refs(Hypotheses); !reflect.DeepEqual(got, []string{"H1", "H3", "H2"}) {
		t.Errorf("in the order %v", got)
	}
	if said, err := rework(t, r, "down A1"); err != nil || said != "A1 is one down." || r.Refs(Actions)[0] != "A2" {
		t.Errorf("%q, %v, %v", said, err, r.Refs(Actions))
	}
}

func TestRework_saysWhatToTypeAndChangesNothing(t *testing.T) {
	for _, line := range []string{"merge", "merge H1", "merge H1 H1", "merge H1 H9", "merge E1 H1", "split", "split H9", "park", "park A1", "link A1", "link A9 H1", "link E1 H1", "up H9"} {
		r := reworked()
		_, err := rework(t, r, line)
		var refusal *Refusal
		if !errors.As(err, &refusal) || strings.Contains(refusal.Why, "%") {
			t.Errorf("%s: %v", line, err)
		}
		if !reflect.DeepEqual(r, reworked()) {
			t.Errorf("%s changed the reflection", line)
		}
	}
	p := NewProgress(&Walk{}, reworked(), nil, time.Now)
	for _, line := range []string{"", "merging", "next", "up", "down"} {
		if _, known, _ := p.Rework(line); known {
			t.Errorf("%q is taken for a word", line)
		}
	}
}
