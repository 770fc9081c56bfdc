// Package insight shows a person what their own reflections add up to: how
// their forecasts turned out, which viewpoints, voices, checks and principles
// they use or pass by, and what their months were made of.
//
// It is private and for the person alone: nothing here ranks, rates work or
// leaves the vault. Below the numbers that can say something nothing is drawn,
// and each part says what it can and cannot tell. Everything drawn can be had
// as a table and in words.
package insight

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

// Desk puts the insights together over everything that is kept.
type Desk interface {
	Insights(context.Context) ([]journal.Insight, error)
}

// form is how an insight is shown.
type form int

const (
	drawn form = iota
	tabled
	worded
	forms
)

type gathered struct {
	all []journal.Insight
	err error
}

// Screen lists the insights and shows one.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	desk   Desk
	all    []journal.Insight
	ready  bool
	pick   *widget.Pick
	pager  *widget.Pager
	open   int // the one that is shown; -1 for the list
	form   form
	width  int
	height int
}

// New makes the screen.
func New(env screen.Env, t *theme.Theme, desk Desk) *Screen {
	s := &Screen{env: env, theme: t, desk: desk, pick: widget.NewPick(t), pager: widget.NewPager(), open: -1, width: 80, height: 23}
	s.pick.Focus()
	s.pager.Focus()
	return s
}

// Init puts the insights together: reading everything takes time.
func (s *Screen) Init() tea.Cmd {
	desk := s.desk
	return s.env.Do(func() tea.Msg {
		all, err := desk.Insights(context.Background())
		return gathered{all, err}
	})
}

// Typing is false: letters are shortcuts here.
func (s *Screen) Typing() bool { return false }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.layout()
}

// readingWidth is as wide as anything is drawn, for the eye's sake.
const readingWidth = 76

func (s *Screen) layout() {
	s.pick.SetSize(s.width, max(s.height-len(s.head()), 1))
	width := min(s.width, readingWidth)
	s.pager.SetSize(width, max(s.height-headLines-len(s.limits(width)), 1))
	s.pager.UpdateLines(s.lines(width))
}

var keys = struct{ Open, Form, Another, More, Back key.Binding }{
	Open:    key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "show")),
	Form:    key.NewBinding(key.WithKeys("t"), key.WithHelp("t", "drawn, table, words")),
	Another: key.NewBinding(key.WithKeys("left", "right"), key.WithHelp("left/right", "another")),
	More:    key.NewBinding(key.WithKeys("pgdown"), key.WithHelp("PgDn", "more")),
	Back:    key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if s.open < 0 {
		return []key.Binding{keys.Open, keys.Back}
	}
	if !s.pager.AtEnd() {
		return []key.Binding{keys.Form, keys.Another, keys.More, keys.Back}
	}
	return []key.Binding{keys.Form, keys.Another, keys.Back}
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Open, keys.Form, keys.Another, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case gathered:
		s.all, s.ready = msg.all, true
		s.fill()
		s.layout()
		return screen.Intent{Err: msg.err}, nil
	case screen.Failed:
		s.ready = true
		return screen.Intent{Say: sayBroke}, nil
	case screen.Restyled:
		s.layout()
	case tea.KeyPressMsg:
		return s.press(msg), nil
	}
	return screen.Intent{}, nil
}

func (s *Screen) fill() {
	items := make([]widget.Item, len(s.all))
	for i, one := range s.all {
		items[i] = widget.Item{Title: one.Title}
		if one.TooFew {
			items[i].Detail = tooFew
		}
	}
	s.pick.SetItems(items)
}

func (s *Screen) press(msg tea.KeyPressMsg) screen.Intent {
	if s.open < 0 {
		if key.Matches(msg, keys.Back) {
			return screen.Intent{Close: true}
		}
		if r := s.pick.Update(msg); r.Chosen >= 0 && r.Chosen < len(s.all) {
			s.show(r.Chosen)
		}
		return screen.Intent{}
	}
	switch {
	case key.Matches(msg, keys.Back):
		s.pick.Select(s.open)
		s.open = -1
	case key.Matches(msg, keys.Form):
		s.form = (s.form + 1) % forms
		s.show(s.open)
	case msg.Keystroke() == "left":
		s.show((s.open + len(s.all) - 1) % len(s.all))
	case msg.Keystroke() == "right":
		s.show((s.open + 1) % len(s.all))
	default:
		s.pager.Update(msg)
	}
	return screen.Intent{}
}

func (s *Screen) show(i int) {
	s.open = i
	s.layout()
	s.pager.SetTop(0)
}

// lines draws the insight that is open.
func (s *Screen) lines(width int) []string {
	if s.open < 0 || s.open >= len(s.all) {
		return nil
	}
	one := s.all[s.open]
	var out []string
	switch {
	case one.TooFew:
		out = append(out, widget.Wrap(sayTooFew, width)...)
	case s.form == worded:
		for _, sentence := range one.Rows {
			out = append(out, widget.Wrap(sentence.Sentence(one.ID), width)...)
		}
	case s.form == tabled:
		out = append(out, table(one, width)...)
	default:
		out = append(out, draw(one, width)...)
	}
	return out
}

// headLines is the name of the insight and the empty line below it.
const headLines = 2

// limits says what the insight that is open can and cannot tell. It stays below
// the drawing however long that is.
func (s *Screen) limits(width int) []string {
	if s.open < 0 || s.open >= len(s.all) {
		return nil
	}
	out := []string{""}
	for _, limit := range []string{s.all[s.open].Can, s.all[s.open].Cannot} {
		for _, l := range widget.Wrap(limit, max(width, 1)) {
			out = append(out, s.theme.Styles.Muted.Render(l))
		}
	}
	return out[:min(len(out), max(s.height-headLines-1, 0))]
}

// head is what is said over the list.
func (s *Screen) head() []string {
	styles := s.theme.Styles
	out := []string{styles.Title.Render(widget.Truncate(title, s.width))}
	for _, l := range widget.Wrap(forYouAlone, max(min(s.width, readingWidth), 1)) {
		out = append(out, styles.Muted.Render(l))
	}
	return append(out, "")
}

// View draws the list, or one insight.
func (s *Screen) View() screen.Frame {
	if s.open >= 0 && s.open < len(s.all) {
		name := fmt.Sprintf(nameOf, s.all[s.open].Title, s.open+1, len(s.all))
		lines := []string{s.theme.Styles.Title.Render(widget.Truncate(name, s.width)), "", s.pager.View()}
		lines = append(lines, s.limits(min(s.width, readingWidth))...)
		return screen.Frame{Body: strings.Join(lines, "\n"), Cursor: screen.Frame{Cursor: s.pager.Cursor()}.Under(0, 2)}
	}
	head := s.head()
	if !s.ready {
		return screen.Frame{Body: strings.Join(append(head, sayWait), "\n")}
	}
	return screen.Frame{
		Body:   strings.Join(append(head, s.pick.View()), "\n"),
		Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(head)),
	}
}

// Forget drops what was counted.
func (s *Screen) Forget() {
	s.pick.Forget()
	s.pager.Forget()
	s.all, s.open = nil, -1
}
