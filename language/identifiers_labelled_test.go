package language

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// labelledPassage is one passage of testdata/identifiers with the spans that a reader marked.
type labelledPassage struct {
	text   string
	labels []Finding
}

var identifierMark = regexp.MustCompile(`\[\[([a-z_]+)\|([^\]]+)\]\]`)

func readIdentifierPassages(t testing.TB, name string) []labelledPassage {
	t.Helper()
	data, err := os.ReadFile("testdata/identifiers/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var passages []labelledPassage
	for _, block := range strings.Split(string(data), "\n\n") {
		if block = strings.TrimSpace(block); block == "" || strings.HasPrefix(block, "#") {
			continue
		}
		passages = append(passages, readIdentifierLabels(block))
	}
	return passages
}

func readIdentifierLabels(block string) labelledPassage {
	var passage labelledPassage
	at := 0
	for _, mark := range identifierMark.FindAllStringSubmatchIndex(block, -1) {
		passage.text += block[at:mark[0]]
		start := len([]rune(passage.text))
		words := block[mark[4]:mark[5]]
		passage.text += words
		passage.labels = append(passage.labels, Finding{
			Kind: IdentifierKind(block[mark[2]:mark[3]]), Start: start, End: start + len([]rune(words)), Text: words,
		})
		at = mark[1]
	}
	passage.text += block[at:]
	return passage
}

// identifierRates are what a labelled half came to.
type identifierRates struct {
	passages, words        int
	found, marked          map[IdentifierKind]int
	falseAlarms            int
	cleanWords, cleanAlarm int // in passages that hold nothing to find
	misses, alarms         []string
}

func rateIdentifiers(passages []labelledPassage) identifierRates {
	rates := identifierRates{found: map[IdentifierKind]int{}, marked: map[IdentifierKind]int{}}
	for _, passage := range passages {
		words := len(strings.Fields(passage.text))
		rates.passages++
		rates.words += words
		findings := Identifiers(passage.text, Roster{})
		for _, label := range passage.labels {
			rates.marked[label.Kind]++
			if labelFound(label, findings) {
				rates.found[label.Kind]++
			} else {
				rates.misses = append(rates.misses, fmt.Sprintf("%s %q in %q", label.Kind, label.Text, passage.text))
			}
		}
		alarms := 0
		for _, finding := range findings {
			if !findingMarked(finding, passage.labels) {
				alarms++
				rates.alarms = append(rates.alarms, fmt.Sprintf("%s %q (%s) in %q", finding.Kind, finding.Text, finding.Because, passage.text))
			}
		}
		rates.falseAlarms += alarms
		if len(passage.labels) == 0 {
			rates.cleanWords += words
			rates.cleanAlarm += alarms
		}
	}
	return rates
}

// labelFound says whether a finding of the label's kind holds the label's last word; a title may be left out.
func labelFound(label Finding, findings []Finding) bool {
	for _, finding := range findings {
		if finding.Kind == label.Kind && finding.Start < label.End && (finding.End >= label.End || label.Kind == IdentifierJigsaw) {
			return true
		}
	}
	return false
}

func findingMarked(finding Finding, labels []Finding) bool {
	for _, label := range labels {
		if finding.Start < label.End && finding.End > label.Start {
			return true
		}
	}
	return false
}

// formatted are the kinds whose form alone tells them.
var formatted = []IdentifierKind{
	IdentifierNHSNumber, IdentifierNINO, IdentifierPostcode, IdentifierPhone, IdentifierEmail, IdentifierURL,
	IdentifierDateOfBirth, IdentifierDate, IdentifierAge, IdentifierCaseNumber, IdentifierVehicle, IdentifierHandle,
}

func (r identifierRates) recall(kinds ...IdentifierKind) (share float64, found, marked int) {
	for _, kind := range kinds {
		found, marked = found+r.found[kind], marked+r.marked[kind]
	}
	return float64(found) / float64(max(marked, 1)), found, marked
}

func (r identifierRates) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%d passages, %d words\n", r.passages, r.words)
	line := func(name string, kinds ...IdentifierKind) {
		share, found, marked := r.recall(kinds...)
		fmt.Fprintf(&out, "  %-22s recall %.3f (%d of %d)\n", name, share, found, marked)
	}
	line("formatted kinds", formatted...)
	line("names", IdentifierName)
	line("schools", IdentifierSchool)
	line("places", IdentifierPlace)
	line("addresses", IdentifierAddress)
	line("jigsaw", IdentifierJigsaw)
	fmt.Fprintf(&out, "  false alarms           %.2f per 1,000 words (%d); %.2f (%d) in the %d words of passages with nothing to find\n",
		1000*float64(r.falseAlarms)/float64(r.words), r.falseAlarms,
		1000*float64(r.cleanAlarm)/float64(max(r.cleanWords, 1)), r.cleanAlarm, r.cleanWords)
	return out.String()
}
