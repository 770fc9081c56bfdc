// Package due is where a person finds out what happened next: what has a day
// now or later, how things they expected turned out, looks back, the decisions
// they wrote about, and the families who came back.
//
// Nothing here is late and nobody is to blame. The screen changes a reflection
// only by what the person answers, hands it to the writer like any other, and
// counts nothing below the numbers that can say something.
package due

import (
	"context"
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Desk is what the screen needs of the vault. File makes a revision of what was
// handed over; LookBack begins the looking-back walk about a reflection.
type Desk interface {
	Due(until journal.Date) []journal.Due
	List() []journal.Summary
	Load(context.Context, journal.ID) (journal.Reflection, journal.Walk, error)
	Put(journal.Reflection)
	Flush(context.Context) error
	LookBack(context.Context, journal.ID) (journal.ID, error)
	Decisions(context.Context) ([]journal.Decision, error)
	Returns(context.Context) (journal.ReturnRate, error)
	Likelihood(id string) string
}

// forEver is a day after every other.
const forEver = journal.Date("9999-12-31")

// view is which of the three lists is shown.
type view int

const (
	viewDue view = iota
	viewDecisions
	viewReturns
	views
)

// stored says that what was answered is on the disk.
type stored struct {
	err error
}

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

// Screen is the list, or what is asked of one forecast.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	desk   Desk
	view   view
	due    []journal.Due
	pick   *widget.Pick
	pager  *widget.Pager
	texts  []paragraph
	ready  bool
	asking *outcome
	width  int
	height int
}

// New makes the screen. The route's id and At name what the cursor begins on.
func New(env screen.Env, t *theme.Theme, desk Desk, route screen.Route) *Screen {
	s := &Screen{env: env, theme: t, desk: desk, pick: widget.NewPick(t), pager: widget.NewPager(), width: 80, height: 23}
	s.pick.SetEmpty(sayNone)
	s.pick.Focus()
	s.pager.Focus()
	s.fill()
	for i, d := range s.due {
		if d.On.Day() >= s.today() {
			s.pick.Select(i) // what is next, with what has been above it
			break
		}
	}
	for i, d := range s.due {
		if string(d.Reflection) == route.ID && d.Ref == route.At {
			s.pick.Select(i)
		}
	}
	return s
}

func (s *Screen) today() journal.Date { return journal.DateOf(s.env.Now()) }

// fill lists what has a day, the earliest first.
func (s *Screen) fill() {
	s.due = s.desk.Due(forEver)
	known := map[journal.ID]journal.Summary{}
	for _, n := range s.desk.List() {
		known[n.ID] = n
	}
	items := make([]widget.Item, len(s.due))
	for i, d := range s.due {
		detail := d.Briefly(s.today())
		if subject := known[d.Reflection].Subject; subject != "" {
			detail = subject + ", " + detail
		}
		text := d.Text
		if d.Kind == journal.DueFollowUp {
			text = known[d.Reflection].Title
		}
		items[i] = widget.Item{Title: kindWords[d.Kind] + text, Detail: detail}
	}
	s.pick.SetItems(items)
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters belong to the answer that is being given.
func (s *Screen) Typing() bool { return s.asking != nil }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.layout()
}

func (s *Screen) layout() {
	room := max(s.height-len(s.head()), 1)
	s.pick.SetSize(s.width, room)
	s.pager.SetSize(min(s.width, readingWidth), room)
	s.pager.UpdateLines(s.lines(min(s.width, readingWidth)))
	if s.asking != nil {
		s.asking.resize(min(s.width, readingWidth), s.height)
	}
}

// readingWidth is as wide as a line is drawn, for the eye's sake.
const readingWidth = 76

var keys = struct{ Open, Other, More, Back key.Binding }{
	Open:  key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "answer")),
	Other: key.NewBinding(key.WithKeys("tab"), key.WithHelp("tab", "due, decisions, who came back")),
	More:  key.NewBinding(key.WithKeys("pgdown"), key.WithHelp("PgDn", "more")),
	Back:  key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	switch {
	case s.asking != nil:
		return []key.Binding{keys.Back}
	case s.view != viewDue && !s.pager.AtEnd():
		return []key.Binding{keys.Other, keys.More, keys.Back}
	case s.view != viewDue:
		return []key.Binding{keys.Other, keys.Back}
	}
	return Keys()
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Open, keys.Other, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Shown:
		s.fill()
		s.layout()
	case stored:
		s.fill()
		s.layout()
		return screen.Intent{Err: msg.err}, nil
	case gathered:
		return s.take(msg), nil
	case screen.Failed:
		s.ready = true
		return screen.Intent{Say: sayBroke}, nil
	case tea.PasteMsg:
		if s.asking != nil {
			s.asking.paste(msg)
		}
	case tea.KeyPressMsg:
		if s.asking != nil {
			return s.answer(msg)
		}
		return s.press(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch {
	case key.Matches(msg, keys.Back):
		return screen.Intent{Close: true}, nil
	case key.Matches(msg, keys.Other):
		return s.turn()
	case s.view != viewDue:
		s.pager.Update(msg)
		return screen.Intent{}, nil
	}
	if r := s.pick.Update(msg); r.Chosen >= 0 && r.Chosen < len(s.due) {
		return s.open(s.due[r.Chosen])
	}
	return screen.Intent{}, nil
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

// Leave hands over what is being answered. The writer is flushed by whoever
// leaves; what goes wrong with the vault is told like any save.
func (s *Screen) Leave() {
	if s.asking != nil {
		s.asking.settle()
		s.keepOutcome(screen.Intent{})
	}
}

// Forget drops the words.
func (s *Screen) Forget() {
	s.pick.Forget()
	s.pager.Forget()
	if s.asking != nil {
		s.asking.forget()
	}
	s.due, s.texts, s.asking = nil, nil, nil
}

// head is what is said over the list.
func (s *Screen) head() []string {
	styles := s.theme.Styles
	out := []string{styles.Title.Render(widget.Truncate(viewTitles[s.view], s.width))}
	if s.view == viewDue {
		now := 0
		for _, d := range s.due {
			if d.On.Day() <= s.today() {
				now++
			}
		}
		text := fmt.Sprintf(sayOpen, now, len(s.due)-now)
		for _, l := range widget.Wrap(text, max(s.width, 1)) {
			out = append(out, styles.Muted.Render(l))
		}
	}
	return append(out, "")
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

// View draws the list, or what is asked.
func (s *Screen) View() screen.Frame {
	if s.asking != nil {
		return s.asking.view()
	}
	head := s.head()
	body, cursor := s.pick.View(), s.pick.Cursor()
	if s.view != viewDue {
		body, cursor = s.pager.View(), s.pager.Cursor()
	}
	return screen.Frame{
		Body:   strings.Join(append(head, body), "\n"),
		Cursor: screen.Frame{Cursor: cursor}.Under(0, len(head)),
	}
}
