package journal

import (
	"fmt"
	"strings"
	"testing"
)

func insightTables(t testing.TB) InsightTables {
	return InsightTables{
		Lenses: []Choice{{ID: "child", Label: "The child"}, {ID: "me", Label: "Me"}},
		Voices: []Voice{{ID: "child", Label: "The child"}, {ID: "father", Label: "Father"}},
		Themes: []Choice{{ID: "digital", Label: "Digital"}, {ID: "domestic-abuse", Label: "Domestic abuse"}},
		Principles: []Principle{
			{ID: "respect", Set: "cares", Title: "Respect"}, {ID: "sharing", Set: "cares", Title: "Sharing"}, {ID: "be-human", Set: "relational", Title: "Be human"},
		},
		Checks:      []Check{{ID: "least", Label: "The case for the least believed", Places: []string{"second-look.least"}}},
		Likelihoods: likelihoods(t), Places: somePlaces(),
	}
}

// aYear is two dozen fictional reflections, two a month.
func aYear() []Reflection {
	var out []Reflection
	for i := range 24 {
		r := Reflection{
			ID: ID(fmt.Sprint(i)), Subject: fmt.Sprint("S", i), Created: day(fmt.Sprintf("2026-%02d-10", i/2+1)),
			Hypotheses: []Hypothesis{{ID: "H1", Text: "x", Lens: "child"}}, Evidence: []Evidence{{ID: "E1", Text: "x", Voice: "child"}},
			Principles: []PrincipleNote{{ID: "P1", Principle: "respect"}}, Themes: []string{"digital"},
			Answers:   []Answer{{Step: "next", Prompt: "leaning", Text: "wait"}},
			Forecasts: []Forecast{{ID: "F1", Text: "x", Words: "likely", Outcome: Yes}},
		}
		if i%4 == 0 {
			r.Hypotheses = append(r.Hypotheses, Hypothesis{ID: "H2", Text: "y", Lens: "me"})
			r.Evidence = append(r.Evidence, Evidence{ID: "E2", Text: "y", Voice: "father", Sort: SortAssumption})
			r.Answers = append(r.Answers, Answer{Step: "second-look", Prompt: "least", Text: "z"})
			r.Forecasts[0] = Forecast{ID: "F1", Text: "x", Probability: "0.2", Outcome: No}
			r.Themes = append(r.Themes, "domestic-abuse")
		}
		out = append(out, r)
	}
	return out
}

func insightByID(t *testing.T, all []Insight, id string) Insight {
	t.Helper()
	for _, s := range all {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("no insight %q", id)
	return Insight{}
}

func TestInsights_countWhatWasUsedAndSkipped(t *testing.T) {
	all := Insights(aYear(), insightTables(t))
	for id, want := range map[string]string{
		"lenses":     "The child 24/24, Me 6/24",
		"voices":     "The child 24/24, Father 0/24", // assumed is not heard
		"checks":     "The case for the least believed 6/24",
		"letters":    "Respect 24/24, Sharing 0/24",
		"principles": "Be human 0/24",
	} {
		var got []string
		for _, row := range insightByID(t, all, id).Rows {
			got = append(got, fmt.Sprintf("%s %d/%d", row.Label, row.Count, row.Of))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %v, want %s", id, got, want)
		}
	}
	themes := insightByID(t, all, "themes").Rows
	if len(themes) != 12+6 || themes[0].Month != "2026-01" || themes[0].Label != "Digital" || themes[0].Count != 2 || themes[1].Count != 1 {
		t.Errorf("themes %+v", themes)
	}
	decisions := insightByID(t, all, "decisions").Rows
	if len(decisions) != 12 || decisions[11].Month != "2026-12" || decisions[11].Count != 2 {
		t.Errorf("decisions %+v", decisions)
	}
	curve := insightByID(t, all, "calibration").Rows
	if len(curve) != 2 || curve[0].ID != "unlikely" || !near(curve[0].Said, 0.2, 1e-12) || curve[0].Count != 0 || curve[0].Of != 6 || curve[1].ID != "likely" || curve[1].Count != 18 {
		t.Errorf("curve %+v", curve)
	}
	if low, high := Wilson(18, 18); curve[1].Low != low || curve[1].High != high {
		t.Errorf("interval %v to %v", curve[1].Low, curve[1].High)
	}
}

func TestInsights_drawNothingOfTooFew(t *testing.T) {
	for _, s := range Insights(aYear()[:TooFew-1], insightTables(t)) {
		if !s.TooFew || len(s.Rows) != 0 {
			t.Errorf("%s draws %d rows of nineteen", s.ID, len(s.Rows))
		}
		if said := strings.Join(s.Sentences(), " "); !strings.Contains(said, "too few to say") {
			t.Errorf("%s says %q", s.ID, said)
		}
	}
	for _, s := range Insights(aYear()[:TooFew], insightTables(t)) {
		if s.TooFew {
			t.Errorf("%s is too few at twenty", s.ID)
		}
	}
}

func TestInsights_eachSaysWhatItCanAndCannotTell(t *testing.T) {
	for _, s := range Insights(nil, InsightTables{}) {
		if s.Title == "" || !strings.HasPrefix(s.Can, "It can ") || !strings.HasPrefix(s.Cannot, "It cannot ") {
			t.Errorf("%s: %q, %q, %q", s.ID, s.Title, s.Can, s.Cannot)
		}
	}
}

func TestInsight_sentencesReadTheRows(t *testing.T) {
	all := Insights(aYear(), insightTables(t))
	for id, want := range map[string]string{
		"lenses":      "Me: 6 of 24.",
		"themes":      "January 2026, Domestic abuse: 1.",
		"decisions":   "December 2026: 2.",
		"calibration": "unlikely: 0 of 6 happened (anything from about 0 to 39 in 100 would fit that).",
	} {
		if got := strings.Join(insightByID(t, all, id).Sentences(), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s: not in\n%s", want, got)
		}
	}
}

func TestInsights_holdNoSubjectAndNoWords(t *testing.T) {
	reflections := aYear()
	for i := range reflections {
		reflections[i].Subject = "Kittiwake"
		reflections[i].Evidence = append(reflections[i].Evidence, Evidence{ID: "E9", Text: "zzsecretzz", Voice: "zzvoicezz", Whose: "zzwhosezz"})
		reflections[i].Themes = append(reflections[i].Themes, "zzthemezz")
	}
	said := fmt.Sprintf("%+v", Insights(reflections, insightTables(t)))
	for _, canary := range []string{"Kittiwake", "zz"} {
		if strings.Contains(said, canary) {
			t.Errorf("%q is in an insight", canary)
		}
	}
}

func TestForecast_chanceIsItsNumberOrItsWords(t *testing.T) {
	for _, row := range []struct {
		f    Forecast
		want float64
		ok   bool
	}{
		{Forecast{Probability: "0.7", Words: "remote"}, 0.7, true},
		{Forecast{Words: "very-likely"}, 0.87, true},
		{Forecast{Probability: "1.3", Words: "even"}, 0.495, true},
		{Forecast{Probability: "NaN"}, 0, false},
		{Forecast{Words: "perhaps"}, 0, false},
		{Forecast{}, 0, false},
	} {
		if got, ok := row.f.Chance(likelihoods(t)); ok != row.ok || !near(got, row.want, 1e-12) {
			t.Errorf("%+v: %v %v", row.f, got, ok)
		}
	}
}
