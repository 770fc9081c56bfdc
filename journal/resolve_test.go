package journal

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

func TestTurn_writesHowAForecastTurnedOut(t *testing.T) {
	r := &Reflection{Forecasts: []Forecast{{ID: "F1", Text: "He will tell somebody", Due: "2026-11-01"}}, Actions: []Action{{ID: "A1", Text: "x", Due: "2026-11-02"}}}
	now := day("2026-11-20")
	answers := map[string]string{"outcome": No, "surprised": Yes, "again": No, "learnt": "Ask sooner."}
	for _, q := range OutcomeQuestions(r.Forecasts[0]) {
		if err := r.Turn(q.Ref, q.Field, answers[q.Field], now); err != nil {
			t.Fatal(err)
		}
	}
	want := Forecast{ID: "F1", Text: "He will tell somebody", Due: "2026-11-01", Outcome: No, Surprised: Yes, Again: No, Learnt: "Ask sooner."}
	if r.Forecasts[0] != want || !r.Updated.Equal(now) {
		t.Errorf("it is %+v", r.Forecasts[0])
	}
	if err := r.MarkDone("A1", now); err != nil || r.Actions[0].Done != Yes {
		t.Errorf("%v: %+v", err, r.Actions)
	}
	if open := SummaryOf(&Walk{}, r).Open; len(open) != 0 {
		t.Errorf("still open: %v", open)
	}
	for _, err := range []error{r.Turn("A1", "outcome", Yes, now), r.Turn("F9", "outcome", Yes, now), r.MarkDone("F1", now)} {
		if !errors.Is(err, ErrNoItem) {
			t.Errorf("gave %v", err)
		}
	}
	var refusal *Refusal
	if err := r.Turn("F1", "outcome", "perhaps", now); !errors.As(err, &refusal) {
		t.Errorf("an outcome that is none gave %v", err)
	}
}

func TestLookBack_beginsWithTheirOwnWords(t *testing.T) {
	w := &Walk{ID: "what-happened-next", Version: 1, Steps: []Step{{ID: "then", Kind: KindFocus, Prompts: []Prompt{{ID: "decision", Role: RoleOpening}}}}}
	earlier := &Reflection{ID: "a", Subject: "Heron", Themes: []string{"digital"}, Answers: []Answer{{Step: "next", Prompt: "leaning", Text: "Close it"}}}
	r, err := LookBack(earlier, Places{Decision: []string{"next.leaning"}}, w, "b", day("2026-11-20"))
	if err != nil {
		t.Fatal(err)
	}
	if r.ID != "b" || r.Subject != "Heron" || r.Answer("then", "decision") != "Close it" || !reflect.DeepEqual(r.Themes, []string{"digital"}) {
		t.Errorf("it begins as %+v", r)
	}
	if r, err = LookBack(&Reflection{}, Places{}, w, "c", time.Now()); err != nil || len(r.Answers) != 0 {
		t.Errorf("without a decision it begins as %+v, %v", r, err)
	}
}

func TestDecision_isReadOutWithWhatCameOfIt(t *testing.T) {
	d := Decision{
		Text: "Close it.", Decider: "My manager", OnRecord: Yes, RecordedOn: "2026-11-02",
		Actions:   []Action{{ID: "A1", Done: Yes}, {ID: "A2"}, {ID: "A3"}},
		Forecasts: []Forecast{{Text: "He will tell somebody", Outcome: No, Learnt: "Ask sooner"}, {Text: "not yet known"}},
	}
	want := []string{
		"Close it.", "To be decided by: My manager", "On the child's record: Mon 2 November 2026", "Actions: 1 done, 2 open.",
		"It did not happen: He will tell somebody", "Learnt: Ask sooner",
	}
	if got := d.Lines(); !reflect.DeepEqual(got, want) {
		t.Errorf("read out as %q", got)
	}
}
