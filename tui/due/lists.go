package due

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// gathered are the lines of a list that took time to put together.
type gathered struct {
	view  view
	texts []paragraph
	err   error
}

// paragraph is a line of a list that is read; head ones begin an entry.
type paragraph struct {
	text string
	head bool
}

// turn goes to the next of the three lists.
func (s *Screen) turn() (screen.Intent, tea.Cmd) {
	s.view, s.texts, s.ready = (s.view+1)%views, nil, false
	s.pager.SetTop(0)
	s.layout()
	desk, which := s.desk, s.view
	switch which {
	case viewDecisions:
		return screen.Intent{}, s.env.Do(func() tea.Msg {
			log, err := desk.Decisions(context.Background())
			return gathered{view: which, texts: decisionTexts(log), err: err}
		})
	case viewReturns:
		return screen.Intent{}, s.env.Do(func() tea.Msg {
			rate, err := desk.Returns(context.Background())
			return gathered{view: which, texts: returnTexts(rate), err: err}
		})
	}
	return screen.Intent{}, nil
}

// take shows a list that has come together, if it is still the one that is
// wanted.
func (s *Screen) take(msg gathered) screen.Intent {
	if msg.view != s.view {
		return screen.Intent{}
	}
	s.texts, s.ready = msg.texts, true
	s.layout()
	s.pager.SetTop(0)
	return screen.Intent{Err: msg.err}
}

func decisionTexts(log []journal.Decision) []paragraph {
	if len(log) == 0 {
		return []paragraph{{text: noDecisions}}
	}
	out := []paragraph{{text: aboutDecisions}, {}}
	for _, d := range log {
		head := d.On.Long()
		if d.Subject != "" {
			head += ", " + d.Subject
		}
		out = append(out, paragraph{head, true})
		for _, line := range d.Lines() {
			out = append(out, paragraph{text: line})
		}
		out = append(out, paragraph{})
	}
	return out
}

func returnTexts(rate journal.ReturnRate) []paragraph {
	var out []paragraph
	for _, sentence := range rate.Sentences() {
		out = append(out, paragraph{text: sentence}, paragraph{})
	}
	if rate.Unknown > 0 {
		out = append(out, paragraph{text: fmt.Sprintf(sayUnknown, rate.Unknown)})
	}
	return append(out, paragraph{text: forYouAlone})
}

func (s *Screen) lines(width int) []string {
	if !s.ready {
		return []string{sayWait}
	}
	var out []string
	for _, p := range s.texts {
		for _, l := range widget.Wrap(p.text, max(width, 1)) {
			if p.head {
				l = s.theme.Styles.Heading.Render(l)
			}
			out = append(out, l)
		}
	}
	return out
}
