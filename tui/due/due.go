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
