package export

import (
	"io"
	"strings"
	"time"

	"sounding/journal"
)

// reflectionFile is a whole reflection as `show --json` prints it and
// `new --from` reads it. Revisions are left out; place and opened steps are,
// too, since they follow from what was written.
type reflectionFile struct {
	Version     *int                                 `json:"version,omitempty"`
	ID          journal.ID                           `json:"id,omitempty"`
	Walk        string                               `json:"walk"`
	WalkVersion int                                  `json:"walk_version"`
	Length      journal.Length                       `json:"length,omitempty"`
	Title       string                               `json:"title,omitempty"`
	Subject     string                               `json:"subject,omitempty"`
	Themes      []string                             `json:"themes,omitempty"`
	Status      journal.Status                       `json:"status,omitempty"`
	Created     string                               `json:"created,omitempty"`
	Updated     string                               `json:"updated,omitempty"`
	Answers     []journal.Answer                     `json:"answers,omitempty"`
	Hypotheses  []journal.Hypothesis                 `json:"hypotheses,omitempty"`
	Evidence    []journal.Evidence                   `json:"evidence,omitempty"`
	Ratings     map[string]map[string]journal.Rating `json:"ratings,omitempty"`
	Utterances  []journal.Utterance                  `json:"utterances,omitempty"`
	Principles  []journal.PrincipleNote              `json:"principles,omitempty"`
	Actions     []journal.Action                     `json:"actions,omitempty"`
	Forecasts   []journal.Forecast                   `json:"forecasts,omitempty"`
	Standards   []journal.StandardNote               `json:"standards,omitempty"`
	Second      *journal.SecondPass                  `json:"second,omitempty"`
}

// JSON writes a whole reflection.
func JSON(w io.Writer, r journal.Reflection) error {
	version := 1
	return encode(w, reflectionFile{
		Version: &version, ID: r.ID, Walk: r.Walk, WalkVersion: r.WalkVersion, Length: r.Length,
		Title: r.Title, Subject: r.Subject, Themes: r.Themes, Status: r.Status,
		Created: stamp(r.Created), Updated: stamp(r.Updated),
		Answers: r.Answers, Hypotheses: r.Hypotheses, Evidence: r.Evidence, Ratings: r.Ratings,
		Utterances: r.Utterances, Principles: r.Principles, Actions: r.Actions,
		Forecasts: r.Forecasts, Standards: r.Standards, Second: r.Second,
	})
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// ReadReflection reads what JSON wrote. Id and times are left out of the
// result: whoever keeps it gives new ones. Everything wrong with it is refused
// with ErrInput.
func ReadReflection(data []byte) (journal.Reflection, error) {
	var f reflectionFile
	if err := decode(data, &f); err != nil {
		return journal.Reflection{}, err
	}
	if err := checkVersion(f.Version); err != nil {
		return journal.Reflection{}, err
	}
	if f.Walk == "" {
		return journal.Reflection{}, refuse(`"walk" is missing`)
	}
	r := journal.Reflection{
		Walk: f.Walk, WalkVersion: f.WalkVersion, Length: f.Length, Title: f.Title,
		Subject: f.Subject, Themes: f.Themes, Status: f.Status, Answers: f.Answers,
		Hypotheses: f.Hypotheses, Evidence: f.Evidence, Ratings: f.Ratings,
		Utterances: f.Utterances, Principles: f.Principles, Actions: f.Actions,
		Forecasts: f.Forecasts, Standards: f.Standards, Second: f.Second,
	}
	if r.Status == "" {
		r.Status = journal.StatusDraft
	}
	if r.Second.Empty() {
		r.Second = nil
	}
	return r, check(&r)
}

// check holds a reflection that came from outside against the rules that Set
// keeps inside.
func check(r *journal.Reflection) error {
	if r.Status != journal.StatusDraft && r.Status != journal.StatusFinished {
		return refuse(`"status" is %q; it is draft or finished`, r.Status)
	}
	if err := journal.CheckValue(journal.InputCode, r.Subject, nil); err != nil {
		return refuse(`"subject": %s`, err)
	}
	if err := checkAnswers(r.Answers); err != nil {
		return err
	}
	for _, spec := range journal.Collections() {
		if err := checkItems(r, spec); err != nil {
			return err
		}
	}
	if err := checkRatings(r); err != nil || r.Second == nil {
		return err
	}
	return checkSecond(r.Second)
}

// checkSecond holds a second pass against the same rules.
func checkSecond(s *journal.SecondPass) error {
	again := &journal.Reflection{Answers: s.Answers, Hypotheses: s.Hypotheses, Evidence: s.Evidence}
	if err := checkAnswers(again.Answers); err != nil {
		return inSecond(err)
	}
	for _, spec := range journal.Collections() {
		if err := checkItems(again, spec); err != nil {
			return inSecond(err)
		}
	}
	return nil
}

// inSecond says that what is wrong is in the second pass.
func inSecond(err error) error {
	return refuse(`in "second", %s`, strings.TrimPrefix(err.Error(), ErrInput.Error()+": "))
}

func checkAnswers(answers []journal.Answer) error {
	seen := map[string]bool{}
	for _, a := range answers {
		key := a.Step + "." + a.Prompt
		if a.Step == "" || a.Prompt == "" {
			return refuse("an answer names no step or no prompt")
		}
		if seen[key] {
			return refuse("the answer %q is there twice", key)
		}
		seen[key] = true
	}
	return nil
}

func checkItems(r *journal.Reflection, spec journal.CollectionSpec) error {
	seen := map[string]bool{}
	for _, ref := range r.Refs(spec.Of) {
		number, ok := strings.CutPrefix(ref, spec.Prefix)
		if !ok || number == "" || strings.Trim(number, "0123456789") != "" || number[0] == '0' || len(number) > 6 {
			return refuse("%q is no id for one of the %s; the first is %s1", ref, spec.Of, spec.Prefix)
		}
		if seen[ref] {
			return refuse("the id %q is there twice", ref)
		}
		seen[ref] = true
		for _, field := range spec.Fields {
			if err := journal.CheckValue(field.Input, r.Field(ref, field.ID), field.Values); err != nil {
				return refuse("%s, %s: %s", ref, field.ID, err)
			}
		}
	}
	return nil
}

func checkRatings(r *journal.Reflection) error {
	for h, row := range r.Ratings {
		for e, rating := range row {
			if rating == "" {
				return refuse("the rating of %s by %s is empty; leave it out", h, e)
			}
			if err := r.Rate(h, e, rating); err != nil {
				return refuse("the rating of %s by %s: %s", h, e, err)
			}
		}
	}
	return nil
}

// listFile is what `list --json` prints.
type listFile struct {
	Version     int               `json:"version"`
	Reflections []journal.Summary `json:"reflections"`
}

// List writes summaries as `list --json` prints them.
func List(w io.Writer, all []journal.Summary) error {
	out := make([]journal.Summary, len(all))
	for i, s := range all {
		s.Created, s.Updated = s.Created.UTC().Truncate(time.Second), s.Updated.UTC().Truncate(time.Second)
		if s.Themes == nil {
			s.Themes = []string{}
		}
		if s.Standards == nil {
			s.Standards = []string{}
		}
		out[i] = s
	}
	return encode(w, listFile{Version: 1, Reflections: out})
}
