package journal

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func told(story []Told) string {
	var lines []string
	for _, sentence := range story {
		lines = append(lines, sentence.Text)
	}
	return strings.Join(lines, "\n")
}

func TestStory_tellsHeuersFigure(t *testing.T) {
	_, m := heuer(t)
	want := strings.TrimPrefix(`
H1 ("no retaliation") has three things against it, the strongest being E6 ("statement E6").
H2 ("minor actions") has nothing against it.
H3 ("major attack") has two things against it, none stronger than the others: E2 ("statement E2") and E3 ("statement E3").
This rests on E6 ("statement E6"): without it, H3 and H1 have as much against them as each other.
E1 sits the same with every explanation, so it does not tell them apart. It may still matter for safety.
This counts what speaks against each explanation, heavier where a statement is surer and matters more (weighted inconsistency, after Heuer 1999). It shows where your reasoning rests. It decides nothing.`, "\n")
	if got := told(Story(m, DefaultStoryWords())); got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
}

func TestStory_tellsWhatIsNotRated(t *testing.T) {
	m := matrixFrom([]Rating{"-", "-", "-"}, []Rating{"C", "-", "N"}, []Rating{"I", "I", "-"}, []Rating{"I", "C", "C"})
	got := told(Story(m, DefaultStoryWords()))
	for _, want := range []string{
		"H1 has not been compared with any statement yet.",
		"H2 has nothing against it so far, with one of three statements still to rate.",
		"H3 has two things against it, none stronger than the others: E1 and E2. Still to rate for it: one of three statements.",
		"H4 has one thing against it: E1.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("not told: %s\nin\n%s", want, got)
		}
	}
}

func TestStory_namesAFewAndCountsTheRest(t *testing.T) {
	m := matrixFrom([]Rating{"I", "I", "I", "I", "I"})
	got := Story(m, DefaultStoryWords())[0].Text
	if want := "H1 has five things against it, none stronger than the others: E1, E2, E3 and two more."; got != want {
		t.Errorf("told %q, want %q", got, want)
	}
}

func TestStory_makesWhatPeopleWroteSafeToPrint(t *testing.T) {
	m := matrixFrom([]Rating{"I"}, []Rating{"C"})
	m.Hypotheses[0].Text = "two\nlines \x1b[31m."
	if got := told(Story(m, DefaultStoryWords())); strings.ContainsAny(got, "\x1b") || !strings.Contains(got, `H1 ("two lines ␛[31m")`) {
		t.Errorf("told %q", got)
	}
}

func TestStory_neverRanksOrGuesses(t *testing.T) {
	banned := regexp.MustCompile(`(?i)\bfirst\b|\bbest\b|\blikel|\bprobab|%|\bwins?\b|\bwinner\b|\bmost\b`)
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 0)
		for i := range m.Hypotheses {
			m.Hypotheses[i].Grave = rapid.Bool().Draw(t, "grave")
		}
		for j := range m.Evidence {
			m.Evidence[j].Assumed = rapid.Bool().Draw(t, "assumed")
		}
		for _, sentence := range Story(m, DefaultStoryWords()) {
			if found := banned.FindString(sentence.Text); found != "" || strings.ContainsAny(sentence.Text, "{}!") {
				t.Fatalf("told %q", sentence.Text)
			}
		}
	})
}

func TestStory_saysWhenNoOneStatementCarriesTheOrder(t *testing.T) {
	spread := matrixFrom([]Rating{"C", "C"}, []Rating{"I", "I"})
	if got := told(Story(spread, DefaultStoryWords())); !strings.Contains(got, "No one statement carries this order by itself.") {
		t.Errorf("told\n%s", got)
	}
	level := matrixFrom([]Rating{"C", "I"}, []Rating{"I", "C"})
	if got := told(Story(level, DefaultStoryWords())); strings.Contains(got, "carries") || strings.Contains(got, "rests on") {
		t.Errorf("there is no order to carry, and it told\n%s", got)
	}
	swap := matrixFrom([]Rating{"N", "I"}, []Rating{"II", "N"})
	if got := told(Story(swap, DefaultStoryWords())); !strings.Contains(got, "This rests on E1: without it, H2 has less against it than H1.") {
		t.Errorf("told\n%s", got)
	}
}
