// Package choose is where a new reflection begins: which walk, and how long
// there is. A jot goes straight on, with nothing to choose.
package choose

import (
	"context"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Desk begins reflections.
type Desk interface {
	Walks() []journal.Walk
	Begin(context.Context, *journal.Walk, journal.Length) (journal.Reflection, error)
	Load(context.Context, journal.ID) (journal.Reflection, journal.Walk, error)
	Grow(context.Context, *journal.Reflection, *journal.Walk, journal.Length) (journal.Reflection, error)
	Put(journal.Reflection)
	Preferences() journal.Preferences
}

// Screen chooses a walk.
type Screen struct {
	theme  *theme.Theme
	desk   Desk
	walks  []journal.Walk
	from   journal.ID // the jot to grow; empty for a fresh start
	pick   *widget.Pick
	walk   *journal.Walk
	choice *widget.Choice
	width  int
	height int
}

// New makes the screen. The route's id is a walk to put forward; what follows
// "grow:" in its place is the reflection to grow.
func New(env screen.Env, t *theme.Theme, desk Desk, route screen.Route) *Screen {
	s := &Screen{theme: t, desk: desk, pick: widget.NewPick(t), choice: widget.NewChoice(t), width: 80, height: 23}
	s.from = journal.ID(strings.TrimPrefix(route.At, "grow:"))
	var items []widget.Item
	for _, w := range desk.Walks() {
		if s.from != "" && w.ID == journal.JotWalk {
			continue
		}
		s.walks = append(s.walks, w)
		items = append(items, widget.Item{Title: w.Title, Detail: howLong(w), Words: w.Summary})
	}
	s.pick.SetItems(items)
	s.pick.SetFilter(true)
	s.pick.Focus()
	for i := range s.walks {
		if s.walks[i].ID == route.ID {
			s.pick.Select(i)
			if len(s.walks[i].Lengths) > 0 {
				s.chosen(&s.walks[i])
			}
		}
	}
	return s
}

func howLong(w journal.Walk) string {
	if len(w.Lengths) == 0 {
		if w.Minutes == 0 {
			return ""
		}
		if w.Minutes == 1 {
			return "1 minute"
		}
		return strconv.Itoa(w.Minutes) + " minutes"
	}
	var parts []string
	for _, l := range w.Lengths {
		parts = append(parts, strconv.Itoa(int(l)))
	}
	return strings.Join(parts, ", ") + " minutes"
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters narrow the list.
func (s *Screen) Typing() bool { return true }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.pick.SetSize(width, max(height-5, 1))
	s.choice.SetSize(width, max(height-4, 1))
}

var back = key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back"))

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding {
	return []key.Binding{
		key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "choose")),
		key.NewBinding(key.WithKeys("letters"), key.WithHelp("letters", "narrow the list")), back,
	}
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		s.pick.Update(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	if s.walk != nil {
		if r := s.choice.Update(msg); r.Chosen >= 0 {
			return s.begin(s.walk.Lengths[r.Chosen]), nil
		} else if !r.Handled && key.Matches(msg, back) {
			s.walk = nil
		}
		return screen.Intent{}, nil
	}
	r := s.pick.Update(msg)
	switch {
	case r.Chosen >= 0:
		return s.chosen(&s.walks[r.Chosen]), nil
	case !r.Handled && key.Matches(msg, back):
		return screen.Intent{Close: true}, nil
	}
	return screen.Intent{}, nil
}

func (s *Screen) chosen(w *journal.Walk) screen.Intent {
	if len(w.Lengths) == 0 {
		s.walk = w
		return s.begin(0)
	}
	s.walk = w
	var options []widget.Option
	selected := 0
	usual := s.desk.Preferences().Length
	if !w.Offers(usual) {
		usual = w.Usual
	}
	for i, l := range w.Lengths {
		if l == usual {
			selected = i
		}
		options = append(options, widget.Option{Label: strconv.Itoa(int(l)) + " minutes"})
	}
	s.choice.SetOptions(options)
	s.choice.Select(selected)
	s.choice.Focus()
	return screen.Intent{}
}

// begin starts the reflection and opens its walk in this screen's place.
func (s *Screen) begin(l journal.Length) screen.Intent {
	w := s.walk
	ctx := context.Background()
	var r journal.Reflection
	var err error
	if s.from == "" {
		r, err = s.desk.Begin(ctx, w, l)
	} else {
		var jot journal.Reflection
		if jot, _, err = s.desk.Load(ctx, s.from); err == nil {
			r, err = s.desk.Grow(ctx, &jot, w, l)
		}
	}
	if err != nil {
		return screen.Intent{Err: err}
	}
	s.desk.Put(r)
	return screen.Intent{Open: &screen.Route{Name: screen.Walk, ID: string(r.ID)}, Replace: true}
}

// View draws the list, or the lengths.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	if s.walk != nil {
		lines := []string{styles.Title.Render(widget.Truncate(s.walk.Title, s.width)),
			styles.Muted.Render(widget.Truncate(s.walk.Summary, s.width)), "",
			styles.Heading.Render(widget.Truncate(askLength, s.width))}
		body := strings.Join(append(lines, s.choice.View()), "\n")
		return screen.Frame{Body: body, Cursor: screen.Frame{Cursor: s.choice.Cursor()}.Under(0, len(lines))}
	}
	heading := askWalk
	if s.from != "" {
		heading = askGrow
	}
	lines := []string{styles.Title.Render(widget.Truncate(heading, s.width)), ""}
	summary := ""
	if i, ok := s.pick.Selected(); ok {
		summary = s.walks[i].Summary
	}
	body := strings.Join(append(lines, s.pick.View()), "\n")
	rows := strings.Split(body, "\n")
	for len(rows) < s.height-2 {
		rows = append(rows, "")
	}
	rows = append(rows[:max(s.height-2, 1)], "", styles.Muted.Render(widget.Truncate(summary, s.width)))
	return screen.Frame{Body: strings.Join(rows, "\n"), Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(lines))}
}

// The words of the screen.
const (
	askWalk   = "What kind of reflection?"
	askGrow   = "What shall it grow into?"
	askLength = "How long do you have?"
)
