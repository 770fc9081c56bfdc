package language

import (
	"os"
	"strings"
	"testing"
)

// labelledUtterance is one row of testdata/utterances_*.tsv.
type labelledUtterance struct {
	question, reflection, complexity, form, text string
}

// readLabelled reads a table of labelled utterances, heading row left out.
func readLabelled(t testing.TB, path string) []labelledUtterance {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read labelled utterances: %v", err)
	}
	var rows []labelledUtterance
	for number, line := range strings.Split(strings.TrimSpace(string(content)), "\n")[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			t.Fatalf("%s line %d has %d cells, want 5", path, number+2, len(cells))
		}
		rows = append(rows, labelledUtterance{cells[0], cells[1], cells[2], cells[3], cells[4]})
	}
	return rows
}

// agreementTable counts how often two coders gave each pair of codes.
type agreementTable map[[2]string]int

// figures returns the share of rows on which both agree, Cohen's kappa (Cohen,
// 1960) and the number of rows.
func (a agreementTable) figures() (agreement, kappa float64, rows int) {
	ours, theirs := map[string]int{}, map[string]int{}
	same := 0
	for pair, n := range a {
		rows += n
		ours[pair[0]] += n
		theirs[pair[1]] += n
		if pair[0] == pair[1] {
			same += n
		}
	}
	agreement = float64(same) / float64(rows)
	chance := 0.0
	for code, n := range ours {
		chance += float64(n) * float64(theirs[code]) / float64(rows) / float64(rows)
	}
	return agreement, (agreement - chance) / (1 - chance), rows
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
