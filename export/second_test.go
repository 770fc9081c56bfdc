package export

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"sounding/journal"
)

func TestReflection_keepsASecondPassAndHowForecastsTurnedOut(t *testing.T) {
	r := journal.Reflection{
		Walk: "case-reflection", WalkVersion: 1, Status: journal.StatusFinished,
		Forecasts: []journal.Forecast{{ID: "F1", Text: "He will have told somebody", Outcome: "no", Learnt: "Ask earlier", Surprised: "yes", Again: "no"}},
		Second: &journal.SecondPass{
			Answers:    []journal.Answer{{Step: "again", Prompt: "view", Text: "She keeps him safe"}},
			Hypotheses: []journal.Hypothesis{{ID: "H1", Text: "He is tired", Lens: "ordinary"}},
			Evidence:   []journal.Evidence{{ID: "E1", Text: "He asks who collects him", Sort: "evidence", How: "heard"}},
		},
	}
	var out bytes.Buffer
	if err := JSON(&out, r); err != nil {
		t.Fatal(err)
	}
	read, err := ReadReflection(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read, r) {
		t.Errorf("read back as %+v", read)
	}
}

func TestReflection_refusesAWrongSecondPassByItsPlace(t *testing.T) {
	for in, want := range map[string]string{
		`"hypotheses": [{"id": "E1", "text": "x"}]`:               `in "second", "E1" is no id`,
		`"evidence": [{"id": "E1", "text": "x", "how": "smelt"}]`: `in "second", E1, how`,
		`"answers": [{"step": "again", "text": "x"}]`:             `in "second", an answer names no step`,
		`"ratings": {}`: `"ratings" is not known here`,
		`"hypotheses": [{"id": "H1", "text": "x"}, {"id": "H1", "text": "y"}]`: `in "second", the id "H1" is there twice`,
	} {
		_, err := ReadReflection([]byte(`{"walk": "w", "walk_version": 1, "second": {` + in + `}}`))
		if !errors.Is(err, ErrInput) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", in, err, want)
		}
	}
	read, err := ReadReflection([]byte(`{"walk": "w", "walk_version": 1, "second": {}}`))
	if err != nil || read.Second != nil {
		t.Errorf("an empty second pass gives %v and %+v", err, read.Second)
	}
}
