package content

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sounding/journal"
	"sounding/seeds"
)

func adultLabels() *labels {
	return newLabels(packFile{
		Labels: map[string]string{
			"the child": "the person", "a child": "an adult", "children": "people", "supervision": "reflective talk",
		},
		LabelsKeep: []string{"team around the child", "children's services"},
	})
}

func TestLabels_putTheirWordsInPlace(t *testing.T) {
	for was, want := range map[string]string{
		"What does the child say?":                 "What does the person say?",
		"The child first.":                         "The person first.",
		"THE CHILD":                                "THE PERSON",
		"The Child And The Adult":                  "The Person And The Adult",
		"the child's day":                          "the person's day",
		"the child’s day":                          "the person’s day",
		"the\nchild":                               "the person",
		"A child, the children":                    "An adult, the people",
		"\"the child\" (the child)":                "\"the person\" (the person)",
		"the child":                                "the person",
		"the children of the child":                "the people of the person",
		"the childhood of bathe children":          "the childhood of bathe people",
		"lathe child, soothe child":                "lathe child, soothe child",
		"the child-centred team":                   "the child-centred team",
		"the child - and the child—":               "the person - and the person—",
		"Take it to supervision":                   "Take it to reflective talk",
		"the team around the child met the child":  "the team around the child met the person",
		"Children's services":                      "Children's services",
		"[the child](the-child.md) and the child":  "[the person](the-child.md) and the person",
		"[x](children) see `the child` the child":  "[x](children) see `the child` the person",
		"https://x.org/children/a the child":       "https://x.org/children/a the person",
		"Ask the child.\nSource: on the child, 1.": "Ask the person.\nSource: on the child, 1.",
		"résumé the child é":                       "résumé the person é",
		"":                                         "",
	} {
		if got := adultLabels().text(was); got != want {
			t.Errorf("%q became %q, want %q", was, got, want)
		}
	}
}

func TestLabels_swapTwoWordsWithoutGoingRound(t *testing.T) {
	l := newLabels(packFile{Labels: map[string]string{"cat": "dog", "dog": "cat"}})
	if got := l.text("Cat and dog"); got != "Dog and cat" {
		t.Errorf("got %q", got)
	}
}

func TestLabels_changeTheWalksThatThePackNames(t *testing.T) {
	l := loaded(t) // the good pack labels its own walk
	w, _ := l.Walk("whole")
	focus, _ := w.Step("focus")
	if got := focus.Prompts[2].Text; got != "What is it about the person?" {
		t.Errorf("prompt is %q", got)
	}
	if !strings.Contains(focus.Guidance, "about the person") || !strings.Contains(focus.Guidance, "Source: ours, on the child.") {
		t.Errorf("guidance is %q", focus.Guidance)
	}
	other := outsider(map[string]string{"walks/other.md": strings.NewReplacer("id: whole", "id: other", "What?", "What of the child?").Replace(smallWalk)})
	w, _ = loaded(t, other).Walk("other")
	if got := w.Steps[0].Prompts[0].Text; got != "What of the child?" {
		t.Errorf("a walk that is not named has %q", got)
	}
}

func TestLabels_reachThemesAndPagesOnlyWhereSaid(t *testing.T) {
	base := good(t)
	change(t, base, packName, "labels_in:\n  - walk/whole\n", "")
	change(t, base, themeName, "How near is the water?", "How near is the child?")
	change(t, base, heronName, "Look again", "See the child")
	for in, want := range map[string][2]string{
		"": {"How near is the child?", "See the child"},
		"labels_in:\n  - theme\n  - page/heron\n": {"How near is the person?", "See the person"},
	} {
		pack := fstest.MapFS{}
		for name, file := range base {
			pack[name] = file
		}
		pack[packName] = &fstest.MapFile{Data: append([]byte(in), base[packName].Data...)}
		l, err := Load(Source{"built-in", pack})
		if err != nil {
			t.Fatal(err)
		}
		theme, _ := l.Theme("river")
		heron, _ := l.Page("heron")
		if theme.Prompts["focus"][0].Text != want[0] || !strings.Contains(heron.Body, want[1]) {
			t.Errorf("%q: theme %q, page %q", in, theme.Prompts["focus"][0].Text, heron.Body)
		}
	}
}

// asked lists everything that a walk asks and says, apart from its sources.
func asked(w journal.Walk) []string {
	out := []string{w.Title, w.Summary}
	for _, s := range w.Steps {
		out = append(out, s.Label, s.Intro)
		out = append(out, promptTexts(s.Prompts)...)
		out = append(out, promptTexts(s.Closing)...)
		for _, c := range s.Collects {
			out = append(out, c.Name, c.Add, c.More, c.Help, c.Enough)
			out = append(out, promptTexts(c.Fields)...)
			for _, o := range c.Offers {
				out = append(out, o.Label, o.Text)
			}
		}
	}
	return out
}

func TestAdults_sayThePersonWhereTheWalksSayTheChild(t *testing.T) {
	l, plain := library(t, Source{"adults", seeds.Adults()}), library(t)
	child := regexp.MustCompile(`(?i)\b(the|this|a|one|each) child\b`)
	changed, left := 0, 0
	for _, w := range l.Walks() {
		before, _ := plain.Walk(w.ID)
		if w.ID == "permanence" || w.ID == "marac-preparation" {
			if !slices.Equal(asked(w), asked(before)) {
				t.Errorf("%s is about children and was changed", w.ID)
			}
			left++
			continue
		}
		was := asked(before)
		for i, text := range asked(w) {
			if text != was[i] {
				changed++
			}
			if child.MatchString(text) {
				t.Errorf("%s: %s", w.ID, text)
			}
		}
		for i, s := range w.Steps {
			if b := before.Steps[i]; s.ID != b.ID || s.Kind != b.Kind || len(s.Prompts) != len(b.Prompts) {
				t.Errorf("%s: the step %s is not what it was", w.ID, s.ID)
			}
		}
	}
	if changed < 20 || left != 2 {
		t.Errorf("%d texts changed, %d walks left", changed, left)
	}
	for i, p := range l.Principles() {
		if before := plain.Principles()[i]; p.ID != before.ID || p.Set != before.Set || p.Page != before.Page {
			t.Errorf("the principle %s is not the one it was", before.ID)
		}
		for _, text := range []string{p.Title, p.Text, p.Question, p.Caution} {
			if child.MatchString(text) {
				t.Errorf("a step of the walk offers the principle %s: %s", p.ID, text)
			}
		}
	}
	if !reflect.DeepEqual(l.Themes(), plain.Themes()) || !reflect.DeepEqual(l.Frameworks(), plain.Frameworks()) {
		t.Error("themes or frameworks were changed, which mean the child where they say so")
	}
}

func TestAdults_leaveWhatAPersonWroteAlone(t *testing.T) {
	l := library(t, Source{"adults", seeds.Adults()})
	w, _ := l.Walk("what-so-what")
	c := l.Catalogue()
	now := func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }
	r, err := journal.Begin(&w, 0, journal.ID("x"), now())
	if err != nil {
		t.Fatal(err)
	}
	progress := journal.NewProgress(&w, &r, &c, now)
	written := "The child said that a child is not the child's keeper."
	for _, q := range progress.Questions(&w.Steps[0]) {
		if q.Role == journal.RoleOpening {
			if _, err := progress.Set(q.Path, written); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(r.Answers) != 1 || r.Answers[0].Text != written {
		t.Errorf("kept %+v", r.Answers)
	}
}
