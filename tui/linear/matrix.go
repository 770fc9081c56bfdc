package linear

import (
	"strings"

	"sounding/journal"
)

// sayMatrix says, as the comparison begins, how it counts, what stays in sight
// whatever its row, and the words for the other two views of it.
func (v *visit) sayMatrix(s *journal.Step) {
	t := v.app.talk
	if s.Matrix == nil {
		return
	}
	t.say(countsLine, s.Matrix.Scheme)
	for _, w := range journal.Weigh(journal.MatrixOf(v.p.Reflection)).Warnings {
		if w.Code == journal.WarnTooMany {
			t.say("%s", w.Text)
		}
	}
	if grave := v.grave(); grave != "" {
		t.say(graveLine, grave)
	}
	t.say("%s", matrixWords)
}

// grave names every explanation that would be grave if it were true and missed.
func (v *visit) grave() string {
	var names []string
	for _, h := range v.p.Reflection.Hypotheses {
		if h.Grave != journal.Yes || strings.TrimSpace(h.Text) == "" {
			continue
		}
		name := h.ID
		if h.Parked == journal.Yes {
			name += setAside
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// matrixStep finds the comparison of the walk; false where it has none.
func (v *visit) matrixStep() (*journal.MatrixWords, bool) {
	for i := range v.p.Walk.Steps {
		if words := v.p.Walk.Steps[i].Matrix; words != nil {
			return words, true
		}
	}
	return nil, false
}

// grid reads the comparison row by row, each cell as a sentence of its own.
func (v *visit) grid() {
	t := v.app.talk
	words, ok := v.matrixStep()
	rows, columns := v.p.MatrixRows(), v.p.MatrixColumns()
	if !ok || len(rows) == 0 || len(columns) == 0 {
		t.say("%s", noMatrix)
		return
	}
	t.say("%s", gridHead)
	for _, e := range columns {
		t.say("%s: %s", e, ended(journal.VisibleLine(v.p.ItemName(e))))
	}
	for _, h := range rows {
		t.gap()
		name := h
		if v.p.Reflection.Field(h, "grave") == journal.Yes {
			name += graveIfMissed
		}
		t.say("%s: %s", name, ended(journal.VisibleLine(v.p.ItemName(h))))
		for _, e := range columns {
			t.say("%s: %s.", e, ratingLabel(words, v.p.Reflection.Rating(h, e)))
		}
	}
	v.sayMarks()
}

// sayMarks says which statements much rests on, and which sit the same with
// every explanation.
func (v *visit) sayMarks() {
	weighed := journal.Weigh(journal.MatrixOf(v.p.Reflection))
	v.app.talk.gap()
	if len(weighed.Linchpins) > 0 {
		v.app.talk.say(muchRests, strings.Join(weighed.Linchpins, ", "))
	}
	for _, w := range weighed.Warnings {
		if w.Code == journal.WarnAlike || w.Code == journal.WarnUnrated {
			v.app.talk.say("%s", w.Text)
		}
	}
}

func ratingLabel(words *journal.MatrixWords, r journal.Rating) string {
	for _, c := range words.Choices {
		if c.ID == string(r) {
			return c.Label
		}
	}
	return notRated
}

// story tells the comparison in sentences.
func (v *visit) story() {
	if _, ok := v.matrixStep(); !ok {
		v.app.talk.say("%s", noMatrix)
		return
	}
	for _, told := range journal.Story(journal.MatrixOf(v.p.Reflection), journal.DefaultStoryWords()) {
		v.app.talk.say("%s", told.Text)
	}
}

// without tells what one statement carries.
func (v *visit) without(args []string) {
	t := v.app.talk
	if len(args) != 1 {
		t.say("%s", askWithout)
		return
	}
	m := journal.MatrixOf(v.p.Reflection)
	sentences := journal.AskWhatIf(m, strings.ToUpper(args[0])).Sentences(m)
	if len(sentences) == 0 {
		t.say("%s", noEvidence)
		return
	}
	for _, sentence := range sentences {
		t.say("%s", sentence)
	}
	if words, ok := v.matrixStep(); ok {
		t.say(countsLine, words.Scheme)
	}
}
