package content

import (
	"regexp"
	"strings"
	"testing"
)

var (
	act    = regexp.MustCompile(`\b[A-Z][a-z]+ Act\b( \d{4})?`)
	figure = regexp.MustCompile(`\d[\d,.]*\s?(%|per cent)|£\d|\b\d+ (in|of|out of) (a |every )?(\d|hundred)|\b\d{2,}[\d,]* (people|social workers|workers|studies|children|families|referrals|trials|physicians)\b`)
	year   = regexp.MustCompile(`\b(19|20)\d{2}\b`)
)

// dated is a text with what its reader sees beside it: its sources.
type dated struct{ name, text, sources string }

func datedTexts(l *Library) []dated {
	var out []dated
	for _, p := range l.Pages() {
		out = append(out, dated{"page/" + p.ID, p.Summary + "\n\n" + p.Body, strings.Join(p.Sources, "; ")})
	}
	for _, w := range l.Walks() {
		for _, s := range w.Steps {
			out = append(out, dated{"walk/" + w.ID + "/" + s.ID, s.Intro + "\n\n" + s.Guidance, strings.Join(w.Sources, "; ")})
		}
	}
	for _, s := range l.Signs() {
		out = append(out, dated{"sign/" + s.ID, s.Question + "\n\n" + s.Caution, s.Source})
	}
	return out
}

// A law is named with its year, or its year stands in the same text; a figure
// stands where its year is, in the text or in its sources.
func TestFacts_areDated(t *testing.T) {
	laws, figures := 0, 0
	for _, d := range datedTexts(builtIn(t)) {
		for _, m := range act.FindAllStringSubmatch(d.text, -1) {
			laws++
			if m[1] == "" && !strings.Contains(d.text+d.sources, strings.TrimSpace(m[0])+" 19") && !strings.Contains(d.text+d.sources, strings.TrimSpace(m[0])+" 20") {
				t.Errorf("%s names a law without its year: %s", d.name, m[0])
			}
		}
		for _, found := range figure.FindAllString(d.text, -1) {
			figures++
			if !year.MatchString(d.text) && !year.MatchString(d.sources) {
				t.Errorf("%s gives a figure without a year: %s", d.name, found)
			}
		}
	}
	if laws < 5 || figures < 20 {
		t.Errorf("only %d laws and %d figures were seen", laws, figures)
	}
	t.Logf("%d laws and %d figures", laws, figures)
}
