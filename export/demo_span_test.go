package export_test

import (
	"slices"
	"testing"

	"sounding/journal"
)

func TestMadeUpReflections_haveEveryKindOfStep(t *testing.T) {
	library := builtIn(t)
	catalogue := library.Catalogue()
	kinds, lengths, collections := map[journal.Kind]int{}, map[journal.Length]int{}, map[journal.Collection]int{}
	for _, m := range allMadeUp(t) {
		w, ok := library.Walk(m.Walk)
		if !ok {
			t.Fatalf("%s: no walk is called %q", m.path, m.Walk)
		}
		for _, section := range journal.NewProgress(&w, &m.Reflection, &catalogue, m.clock()).Record() {
			if section.Kind == "" {
				t.Errorf("%s has answers that belong to no step", m.path)
			}
			kinds[section.Kind]++
		}
		if m.Walk == "case-reflection" {
			lengths[m.Length]++
		}
		for _, spec := range journal.Collections() {
			collections[spec.Of] += len(m.Refs(spec.Of))
		}
	}
	for _, spec := range journal.Kinds() {
		if kinds[spec.Kind] == 0 {
			t.Errorf("no made-up reflection has a step of the kind %q", spec.Kind)
		}
	}
	for _, length := range []journal.Length{10, 25, 45} {
		if lengths[length] < 4 {
			t.Errorf("%d made-up reflections take the core walk in %d minutes, want 4 or more", lengths[length], length)
		}
	}
	for of, n := range collections {
		if n == 0 {
			t.Errorf("no made-up reflection has any %s", of)
		}
	}
}

// The dates have to make sense together, or the demonstration would show a
// practitioner who knew things before they happened.
func TestMadeUpReflections_areDatedInOrder(t *testing.T) {
	for _, m := range allMadeUp(t) {
		for _, e := range m.Evidence {
			if e.When != "" && e.When > m.on() {
				t.Errorf("%s: %s is dated %s, after the reflection itself", m.path, e.ID, e.When)
			}
		}
		for _, f := range m.Forecasts {
			switch {
			case f.Due <= m.on():
				t.Errorf("%s: %s was due on %s, before it was made", m.path, f.ID, f.Due)
			case f.Outcome != "" && f.Due > madeUpToday:
				t.Errorf("%s: %s has an outcome before its day, %s", m.path, f.ID, f.Due)
			case f.Outcome == "" && f.Learnt != "":
				t.Errorf("%s: %s taught something before it turned out", m.path, f.ID)
			}
		}
	}
}

// What the demonstration has to have for every screen to have something to
// show: forecasts enough to draw, some of them due now, and actions that are
// done, due and past.
func TestDemonstration_hasSomethingForEveryScreen(t *testing.T) {
	var forecasts, resolved, happened, dueNow, ahead int
	var done, past, coming, drafts, standards int
	subjects, walks, themes := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, m := range madeUpIn(t, demoFolder) {
		walks[m.Walk], subjects[m.Subject] = true, true
		for _, theme := range m.Themes {
			themes[theme] = true
		}
		if m.Status == journal.StatusDraft {
			drafts++
		}
		standards += len(m.Standards)
		for _, f := range m.Forecasts {
			forecasts++
			switch {
			case f.Outcome != "":
				resolved++
				if f.Outcome == journal.Yes {
					happened++
				}
			case f.Due <= madeUpToday:
				dueNow++
			default:
				ahead++
			}
		}
		for _, a := range m.Actions {
			switch {
			case a.Done == journal.Yes:
				done++
			case a.Due < madeUpToday:
				past++
			default:
				coming++
			}
		}
	}
	for _, least := range []struct {
		what string
		n    int
		want int
	}{
		{"forecasts", forecasts, 22},
		{"forecasts that turned out", resolved, journal.TooFew},
		{"forecasts that came true", happened, 5},
		{"forecasts that did not", resolved - happened, 5},
		{"forecasts due now", dueNow, 1},
		{"forecasts ahead", ahead, 1},
		{"actions done", done, 10},
		{"actions past their day", past, 3},
		{"actions to come", coming, 3},
		{"drafts", drafts, 3},
		{"standards", standards, 10},
		{"families", len(subjects), 6},
		{"walks", len(walks), 14},
		{"themes", len(themes), 4},
	} {
		if least.n < least.want {
			t.Errorf("%d %s, want %d or more", least.n, least.what, least.want)
		}
	}
	for _, walk := range []string{"jot", "before-a-visit", "after-a-visit", "what-happened-next", "back-from-supervision", "something-went-well"} {
		if !walks[walk] {
			t.Errorf("the demonstration has no %s", walk)
		}
	}
	if lengths := coreLengths(madeUpIn(t, demoFolder)); !slices.Equal(lengths, []journal.Length{10, 25, 45}) {
		t.Errorf("the demonstration takes the core walk in %v minutes", lengths)
	}
}

func coreLengths(all []madeUp) []journal.Length {
	var out []journal.Length
	for _, m := range all {
		if m.Walk == "case-reflection" && !slices.Contains(out, m.Length) {
			out = append(out, m.Length)
		}
	}
	slices.Sort(out)
	return out
}
