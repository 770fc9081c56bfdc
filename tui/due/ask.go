package due

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// open asks about one thing that is due.
func (s *Screen) open(d journal.Due) (screen.Intent, tea.Cmd) {
	switch d.Kind {
	case journal.DueForecast:
		return s.askOutcome(d), nil
	case journal.DueFollowUp:
		return screen.Intent{Ask: s.askLookBack(d)}, nil
	}
	return screen.Intent{Ask: s.askDone(d)}, nil
}

func (s *Screen) askDone(d journal.Due) *screen.Question {
	return &screen.Question{
		Text: askDone, Detail: d.Text, Cancel: 2,
		Choices: []screen.Option{{Key: "y", Label: labelDone}, {Key: "o", Label: labelOpen}, {Key: "n", Label: labelNotYet}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			switch choice {
			case 0:
				return s.change(d.Reflection, sayDone, func(r *journal.Reflection) error { return r.MarkDone(d.Ref, s.env.Now()) })
			case 1:
				return screen.Intent{Open: &screen.Route{Name: screen.Walk, ID: string(d.Reflection)}}, nil
			}
			return screen.Intent{}, nil
		},
	}
}

func (s *Screen) askLookBack(d journal.Due) *screen.Question {
	return &screen.Question{
		Text: d.Text, Detail: s.about(d.Reflection), Cancel: 2,
		Choices: []screen.Option{{Key: "b", Label: labelLookBack}, {Key: "r", Label: labelRead}, {Key: "n", Label: labelNotToday}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			switch choice {
			case 0:
				id, err := s.desk.LookBack(context.Background(), d.Reflection)
				if err != nil {
					return screen.Intent{Err: err}, nil
				}
				return screen.Intent{Open: &screen.Route{Name: screen.Walk, ID: string(id)}}, nil
			case 1:
				return screen.Intent{Open: &screen.Route{Name: screen.Read, ID: string(d.Reflection)}}, nil
			}
			return screen.Intent{}, nil
		},
	}
}

// about says which reflection is looked back on.
func (s *Screen) about(id journal.ID) string {
	for _, n := range s.desk.List() {
		if n.ID == id {
			parts := []string{n.Title, n.Created.Format("2 January 2006")}
			if n.Subject != "" {
				parts = append([]string{n.Subject}, parts...)
			}
			return widget.CleanLine(strings.Join(parts, ", "))
		}
	}
	return ""
}

// change writes something in a reflection and hands it to the writer.
func (s *Screen) change(id journal.ID, said string, write func(*journal.Reflection) error) (screen.Intent, tea.Cmd) {
	r, _, err := s.desk.Load(context.Background(), id)
	if err == nil {
		err = write(&r)
	}
	if err != nil {
		return screen.Intent{Err: err}, nil
	}
	s.desk.Put(r)
	desk := s.desk
	return screen.Intent{Say: said}, s.env.Do(func() tea.Msg { return stored{desk.Flush(context.Background())} })
}
