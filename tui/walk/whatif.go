package walk

import (
	"strings"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// evidenceInHand is the statement that the person is at: the column of the grid
// where it is open, else the one that the question is about.
func (s *Screen) evidenceInHand() string {
	if s.matrix != nil && s.matrix.open {
		return s.matrix.column()
	}
	q, _ := s.form.question()
	if q.Evidence != "" {
		return q.Evidence
	}
	if s.matrix != nil {
		return s.matrix.column()
	}
	return ""
}

// whatIf opens what one statement carries: the order without it, and if it were
// the other way round.
func (s *Screen) whatIf(evidence string) screen.Intent {
	m := journal.MatrixOf(s.p.Reflection)
	sentences := journal.AskWhatIf(m, evidence).Sentences(m)
	if len(sentences) == 0 {
		return screen.Intent{Say: sayNoEvidence}
	}
	scheme := s.scheme()
	return s.show(newPanel(func(width int) []string {
		out := []string{s.opt.Theme.Styles.Title.Render(widget.Truncate(headWhatIf, width)), ""}
		out = append(out, paragraphs(sentences, width)...)
		for _, l := range widget.Wrap(scheme, width) {
			out = append(out, s.opt.Theme.Styles.Muted.Render(l))
		}
		return append(append(out, ""), widget.Wrap(escBack, width)...)
	}))
}

// scheme names how the comparison counts.
func (s *Screen) scheme() string {
	for i := range s.p.Walk.Steps {
		if words := s.p.Walk.Steps[i].Matrix; words != nil {
			return countsLead + words.Scheme + "."
		}
	}
	return ""
}

// without takes the words "without E3".
func (s *Screen) without(args []string) screen.Intent {
	if len(args) != 1 {
		return screen.Intent{Say: askWithout}
	}
	return s.whatIf(strings.ToUpper(args[0]))
}
