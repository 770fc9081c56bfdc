package due

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// outcome asks how a forecast turned out, one question at a time. The first
// answer is kept as it is given; the others are not owed.
type outcome struct {
	theme     *theme.Theme
	due       journal.Due
	forecast  journal.Forecast
	likely    string
	questions []journal.Question
	at        int
	choice    *widget.Choice
	line      *widget.Line
	answers   map[string]string
	width     int
	height    int
}

// askOutcome opens the questions about one forecast.
func (s *Screen) askOutcome(d journal.Due) screen.Intent {
	r, _, err := s.desk.Load(context.Background(), d.Reflection)
	if err != nil {
		return screen.Intent{Err: err}
	}
	f, ok := r.Forecast(d.Ref)
	if !ok {
		s.fill()
		return screen.Intent{}
	}
	o := &outcome{
		theme: s.theme, due: d, forecast: f, likely: s.desk.Likelihood(f.Words), questions: journal.OutcomeQuestions(f),
		choice: widget.NewChoice(s.theme), line: widget.NewLine(s.theme), answers: map[string]string{},
	}
	o.line.Placeholder(placeLearnt)
	o.choice.SetQuick(true)
	o.put()
	s.asking = o
	s.layout()
	return screen.Intent{}
}

// put sets up the question that is at hand.
func (o *outcome) put() {
	q := o.questions[o.at]
	if q.Input == journal.InputText {
		o.line.SetValue(q.Value)
		o.line.Focus()
		return
	}
	var options []widget.Option
	for _, c := range q.Choices {
		options = append(options, widget.Option{Label: c.Label, Words: []string{c.ID}})
	}
	last := labelLeave
	if o.at == 0 {
		last = labelTooSoon
	}
	o.choice.SetOptions(append(options, widget.Option{Label: last}))
	o.choice.SelectNone() // nothing is answered by Enter alone
	o.choice.Focus()
	o.resize(o.width, o.height)
}

func (o *outcome) resize(width, height int) {
	o.width, o.height = max(width, 1), max(height, 1)
	o.line.SetWidth(max(o.width-2, 1))
	o.choice.SetSize(o.width, max(min(o.height-len(o.above()), 4), 1))
}

// answer takes a key while a forecast is asked about.
func (s *Screen) answer(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	o := s.asking
	q := o.questions[o.at]
	if key.Matches(msg, keys.Back) {
		return s.endOutcome()
	}
	if q.Input == journal.InputText {
		if msg.Keystroke() == "enter" {
			o.answers[q.Field] = strings.TrimSpace(o.line.Value())
			return s.endOutcome()
		}
		o.line.Update(msg)
		return screen.Intent{}, nil
	}
	r := o.choice.Update(msg)
	if r.Chosen < 0 {
		return screen.Intent{}, nil
	}
	if r.Chosen == len(q.Choices) {
		if o.at == 0 {
			return s.endOutcome() // too soon to say: it stays as it is
		}
	} else {
		o.answers[q.Field] = q.Choices[r.Chosen].ID
	}
	o.at++
	o.put()
	s.layout()
	if o.at == 1 {
		return s.keepOutcome(screen.Intent{Say: sayKept})
	}
	return screen.Intent{}, nil
}

func (o *outcome) paste(msg tea.PasteMsg) {
	if o.questions[o.at].Input == journal.InputText {
		o.line.Update(msg)
	}
}

// keepOutcome writes every answer given so far.
func (s *Screen) keepOutcome(want screen.Intent) (screen.Intent, tea.Cmd) {
	o := s.asking
	if o.answers["outcome"] == "" {
		return want, nil
	}
	answers := map[string]string{}
	for field, value := range o.answers {
		answers[field] = value
	}
	kept, cmd := s.change(o.due.Reflection, want.Say, func(r *journal.Reflection) error {
		for _, q := range o.questions {
			if value, given := answers[q.Field]; given {
				if err := r.Turn(o.due.Ref, q.Field, value, s.env.Now()); err != nil {
					return err
				}
			}
		}
		return nil
	})
	kept.Ask = want.Ask
	return kept, cmd
}

// endOutcome keeps what was answered and goes back to the list.
func (s *Screen) endOutcome() (screen.Intent, tea.Cmd) {
	o := s.asking
	o.settle()
	want, cmd := s.keepOutcome(screen.Intent{Say: sayKept})
	if o.answers["outcome"] == "" {
		want.Say = ""
	}
	o.forget()
	s.asking = nil
	s.layout()
	return want, cmd
}

// settle counts a line that is half written with the rest.
func (o *outcome) settle() {
	if q := o.questions[o.at]; q.Input == journal.InputText && strings.TrimSpace(o.line.Value()) != "" {
		o.answers[q.Field] = strings.TrimSpace(o.line.Value())
	}
}

func (o *outcome) forget() {
	o.choice.Forget()
	o.line.Forget()
	o.answers = nil
}

// above is what is said over the answer: what was expected, by when, how likely
// it seemed, and the question.
func (o *outcome) above() []string {
	styles := o.theme.Styles
	var out []string
	add := func(text string, render func(...string) string) {
		for _, l := range widget.Wrap(text, max(o.width, 1)) {
			out = append(out, render(l))
		}
	}
	add(headOutcome, styles.Title.Render)
	out = append(out, "")
	add(o.forecast.Text, styles.Base.Render)
	by := leadBy + o.forecast.Due.Long()
	if o.likely != "" {
		by += ". " + leadLikely + o.likely
	}
	add(by+".", styles.Muted.Render)
	out = append(out, "")
	add(o.questions[o.at].Text, styles.Heading.Render)
	if o.at > 0 {
		add(notOwed, styles.Muted.Render)
	}
	return out
}

func (o *outcome) view() screen.Frame {
	above := o.above()
	body, cursor := o.choice.View(), o.choice.Cursor()
	x := 0
	if o.questions[o.at].Input == journal.InputText {
		body, cursor, x = "> "+o.line.View(), o.line.Cursor(), 2
	}
	return screen.Frame{
		Body:   strings.Join(append(above, strings.Split(body, "\n")...), "\n"),
		Cursor: screen.Frame{Cursor: cursor}.Under(x, len(above)),
	}
}
