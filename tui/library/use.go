package library

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
)

// draftsOffered is how many open reflections are offered, the newest first.
const draftsOffered = 4

// place is the walk and the step that the open page belongs to.
func (s *Screen) place() (journal.Walk, journal.Step, bool) {
	id, stepID, ok := strings.Cut(s.page.UseIn, "/")
	if !ok {
		return journal.Walk{}, journal.Step{}, false
	}
	walk, ok := s.desk.Walk(id)
	if !ok {
		return walk, journal.Step{}, false
	}
	step, ok := walk.Step(stepID)
	if !ok {
		return walk, journal.Step{}, false
	}
	return walk, *step, true
}

// use takes the page to its step: in a reflection that is open, or in a new
// one.
func (s *Screen) use() screen.Intent {
	walk, step, ok := s.place()
	if !ok {
		return screen.Intent{Say: sayNoUse}
	}
	var open []journal.Summary
	for _, n := range s.desk.List() {
		if n.Walk == walk.ID && n.Status == journal.StatusDraft && len(open) < draftsOffered {
			open = append(open, n)
		}
	}
	if len(open) == 0 {
		return screen.Intent{Ask: s.askBegin(walk, step)}
	}
	return screen.Intent{Ask: s.askWhich(walk, step, open)}
}

func (s *Screen) askWhich(walk journal.Walk, step journal.Step, open []journal.Summary) *screen.Question {
	q := &screen.Question{Text: askWhich, Detail: fmt.Sprintf(opensAt, step.Label), Cancel: len(open) + 1}
	for _, n := range open {
		q.Choices = append(q.Choices, screen.Option{Label: draftLabel(n)})
	}
	q.Choices = append(q.Choices, screen.Option{Key: "n", Label: labelNew}, screen.Option{Key: "s", Label: labelStay})
	q.Answer = func(choice int) (screen.Intent, tea.Cmd) {
		switch {
		case choice < len(open):
			return s.goTo(open[choice].ID, step.ID), nil
		case choice == len(open):
			return screen.Intent{Ask: s.askBegin(walk, step)}, nil
		}
		return screen.Intent{}, nil
	}
	return q
}

// draftLabel names an open reflection: whom it is about, when it was written in
// last, and how it begins.
func draftLabel(n journal.Summary) string {
	label := n.Updated.Format("2 January")
	if n.Subject != "" {
		label = n.Subject + ", " + label
	}
	return label + ": " + journal.VisibleLine(n.Title)
}

func (s *Screen) goTo(id journal.ID, step string) screen.Intent {
	if err := s.desk.GoTo(context.Background(), id, step); err != nil {
		return screen.Intent{Err: err}
	}
	return screen.Intent{Open: &screen.Route{Name: screen.Walk, ID: string(id)}}
}

// askBegin offers a new reflection at each length that has the step.
func (s *Screen) askBegin(walk journal.Walk, step journal.Step) *screen.Question {
	lengths := []journal.Length{0}
	if len(walk.Lengths) > 0 {
		lengths = nil
	}
	for _, l := range walk.Lengths {
		if step.In(l) {
			lengths = append(lengths, l)
		}
	}
	q := &screen.Question{Text: fmt.Sprintf(askBegin, walk.Title), Detail: fmt.Sprintf(opensAt, step.Label), Cancel: len(lengths)}
	for _, l := range lengths {
		label := labelBegin
		if l > 0 {
			label = fmt.Sprintf(labelMinutes, strconv.Itoa(int(l)))
		}
		q.Choices = append(q.Choices, screen.Option{Label: label})
	}
	q.Choices = append(q.Choices, screen.Option{Key: "s", Label: labelStay})
	q.Answer = func(choice int) (screen.Intent, tea.Cmd) {
		if choice >= len(lengths) {
			return screen.Intent{}, nil
		}
		r, err := s.desk.Begin(context.Background(), &walk, lengths[choice])
		if err != nil {
			return screen.Intent{Err: err}, nil
		}
		r.At = step.ID
		s.desk.Put(r)
		return screen.Intent{Open: &screen.Route{Name: screen.Walk, ID: string(r.ID)}, Flush: true}, nil
	}
	return q
}
