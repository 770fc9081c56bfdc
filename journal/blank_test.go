package journal

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

// notWords are the fields that say where somebody is in a walk, not what they wrote.
var notWords = map[string]bool{
	"ID": true, "Walk": true, "WalkVersion": true, "WalkDigest": true, "Length": true, "Status": true,
	"Created": true, "Updated": true, "At": true, "Opened": true, "Unkept": true,
}

func TestReflection_isBlankOnlyWithoutAWord(t *testing.T) {
	if r := (Reflection{ID: "x", Walk: "w", At: "focus", Opened: []string{"focus"}, Created: time.Now()}); !r.Blank() {
		t.Error("a walk that was only looked through is not blank")
	}
	whole := reflect.ValueOf(Reflection{
		Title: "t", Subject: "Heron", Themes: []string{"digital"}, Finished: time.Now(),
		Answers: []Answer{{}}, Hypotheses: []Hypothesis{{}}, Evidence: []Evidence{{}},
		Ratings: map[string]map[string]Rating{"H1": {}}, Utterances: []Utterance{{}}, Principles: []PrincipleNote{{}},
		Actions: []Action{{}}, Forecasts: []Forecast{{}}, Standards: []StandardNote{{}},
		Second: &SecondPass{Answers: []Answer{{}}}, Extra: map[string]json.RawMessage{"new": nil},
	})
	for i := range whole.NumField() {
		name := whole.Type().Field(i).Name
		if notWords[name] {
			continue
		}
		if whole.Field(i).IsZero() {
			t.Errorf("this test gives %s no value: is it something that is written?", name)
		}
		var r Reflection
		reflect.ValueOf(&r).Elem().Field(i).Set(whole.Field(i))
		if r.Blank() {
			t.Errorf("a reflection with %s is called blank", name)
		}
	}
}
