package journal

import (
	"strings"
	"testing"
)

func offered(p *Progress, step string) map[string]Question {
	s, _ := p.Walk.Step(step)
	out := map[string]Question{}
	for _, q := range p.Questions(s) {
		if q.Kind == AskOffer {
			out[q.Path] = q
		}
	}
	return out
}

func TestSuggestions_offerEachWayToFindOutOnceAsAnAction(t *testing.T) {
	p := secondProgress(t)
	set(t, p, "hypotheses.H1.find_out", "Ask his teacher who collects him")
	q, ok := offered(p, "next")["next.+actions/H1"]
	if !ok || len(q.Choices) != 1 || !strings.Contains(q.Text, "Ask his teacher") {
		t.Fatalf("offered %+v", offered(p, "next"))
	}
	value, _, err := Understand(q, "1", p.now())
	if err != nil {
		t.Fatal(err)
	}
	ref := set(t, p, q.Path, value)
	if got := p.Reflection.Actions[0]; ref != "A1" || got.Text != "Ask his teacher who collects him" || got.From != "H1" {
		t.Errorf("the action is %+v", got)
	}
	if len(offered(p, "next")) != 0 {
		t.Error("it is offered again")
	}
	for _, sec := range p.Record() {
		if sec.Step == "next" {
			if got := sec.Entries[0].Fields[0].Text; !strings.HasPrefix(got, "H1 (") {
				t.Errorf("the record says it came from %q", got)
			}
		}
	}
}

func TestSuggestions_takeUpWhatWouldChangeTheirMindWithItsDay(t *testing.T) {
	for path, made := range map[string]func(*Progress) (string, Date){
		"next.+actions/change":   func(p *Progress) (string, Date) { return p.Reflection.Actions[0].Text, p.Reflection.Actions[0].Due },
		"next.+forecasts/change": func(p *Progress) (string, Date) { return p.Reflection.Forecasts[0].Text, p.Reflection.Forecasts[0].Due },
	} {
		p := secondProgress(t)
		set(t, p, "second-look.change", "He tells somebody")
		set(t, p, "second-look.change-by", "2026-12-04")
		q, ok := offered(p, "next")[path]
		if !ok {
			t.Fatalf("%s is not offered: %v", path, offered(p, "next"))
		}
		set(t, p, path, q.Choices[0].ID)
		if text, due := made(p); text != "He tells somebody" || due != "2026-12-04" {
			t.Errorf("%s: %q by %q", path, text, due)
		}
		if left := offered(p, "next"); len(left) != 0 {
			t.Errorf("%s: still offered %v", path, left)
		}
	}
}

func TestSuggestions_comeBeforeTheEmptyLine(t *testing.T) {
	p := secondProgress(t)
	set(t, p, "hypotheses.H1.find_out", "Ask")
	s, _ := p.Walk.Step("next")
	if first := p.Questions(s)[0]; first.Kind != AskOffer {
		t.Errorf("the step begins with %s", first.Path)
	}
}

func TestRecord_keepsAListPrivateWhereThePackDoes(t *testing.T) {
	p := secondProgress(t)
	set(t, p, "next.+forecasts", "He will have told somebody")
	for _, sec := range p.Record() {
		for _, e := range sec.Entries {
			if e.Ref == "F1" && !e.Private {
				t.Error("what is expected is not private")
			}
		}
	}
}
