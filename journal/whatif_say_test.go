package journal

import (
	"strings"
	"testing"
)

func tellWhatIf(m Matrix, evidence string) string {
	return strings.Join(AskWhatIf(m, evidence).Sentences(m), "\n")
}

func threeByTwo(cells ...Rating) Matrix {
	m := Matrix{Evidence: []MatrixColumn{{ID: "E1", Text: "one"}, {ID: "E2", Text: "two"}}, Ratings: map[string]map[string]Rating{}}
	for i := range 3 {
		id := "H" + string(rune('1'+i))
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: id})
		m.Ratings[id] = map[string]Rating{}
		for j, e := range []string{"E1", "E2"} {
			if r := cells[2*i+j]; r != "" {
				m.Ratings[id][e] = r
			}
		}
	}
	return m
}

func TestWhatIf_saysWhatRestsOnAnItem(t *testing.T) {
	for name, c := range map[string]struct {
		m    Matrix
		says []string
		not  []string
	}{
		"level without it": {
			threeByTwo("I", "C", "C", "C", "C", "C"),
			[]string{`Without E1 ("one"), H2 and H1 have as much against them as each other.`, `If it were the other way round, H1 would have less against it than H2.`, "how could you find out?"},
			[]string{"rank", "%", "likely", "%!"},
		},
		"reversed without it": {threeByTwo("II", "C", "C", "I", "C", "C"), []string{`Without E1 ("one"), H1 has less against it than H2.`}, nil},
		"alike":               {threeByTwo("C", "I", "C", "C", "C", "C"), []string{"so nothing changes without it. It may still matter for safety."}, []string{"the other way round"}},
		"unrated":             {threeByTwo("", "I", "", "C", "", "C"), []string{"not rated against any explanation yet"}, nil},
		"nothing rests on it": {threeByTwo("C", "II", "N", "C", "C", "C"), []string{`Without E1 ("one"), nothing changes places.`}, nil},
	} {
		got := tellWhatIf(c.m, "E1")
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s: it does not say %q:\n%s", name, want, got)
			}
		}
		for _, not := range c.not {
			if strings.Contains(got, not) {
				t.Errorf("%s: it says %q:\n%s", name, not, got)
			}
		}
	}
	if got := tellWhatIf(threeByTwo("C", "C", "C", "C", "C", "C"), "E9"); got != "" {
		t.Errorf("of an item that is not there it says %q", got)
	}
}

func TestWhatIf_tellsAFewPairsAndCountsTheOthers(t *testing.T) {
	m := Matrix{Evidence: []MatrixColumn{{ID: "E1", Text: "one"}}, Ratings: map[string]map[string]Rating{"H6": {"E1": Inconsistent}}}
	for _, id := range []string{"H1", "H2", "H3", "H4", "H5", "H6"} {
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: id})
	}
	if got := tellWhatIf(m, "E1"); !strings.Contains(got, "And so for two more pairs.") {
		t.Errorf("it says\n%s", got)
	}
}
