// Package find is the list of everything that is kept, and search as one types.
// A search runs in a command and carries a number; an answer that comes late is
// dropped. The count is always shown.
package find

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

// Notes is what the list needs of the vault.
type Notes interface {
	List() []journal.Summary
	Search(context.Context, string) ([]journal.Hit, int, error)
}

type found struct {
	asked int
	hits  []journal.Hit
	total int
	err   error
}

// Screen lists and searches.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	notes  Notes
	words  *widget.Line
	pick   *widget.Pick
	ids    []journal.ID
	detail []string // the words around what was found, row by row
	asked  int
	total  int
	width  int
	height int
}

// New makes the list.
func New(env screen.Env, t *theme.Theme, notes Notes) *Screen {
	s := &Screen{env: env, theme: t, notes: notes, words: widget.NewLine(t), pick: widget.NewPick(t), width: 80, height: 23}
	s.words.Placeholder(placeholder)
	s.words.Focus()
	s.pick.SetEmpty(sayNothing)
	s.pick.Focus()
	s.list()
	return s
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters are words to look for.
func (s *Screen) Typing() bool { return true }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.words.SetWidth(max(width-len(label), 1))
	s.pick.SetSize(width, max(height-5, 1))
}

var keys = struct{ Read, Open, Back key.Binding }{
	Read: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "read")),
	Open: key.NewBinding(key.WithKeys("ctrl+o"), key.WithHelp("ctrl+o", "open and write")),
	Back: key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Read, keys.Open, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case found:
		if msg.asked != s.asked {
			return screen.Intent{}, nil
		}
		if msg.err != nil {
			return screen.Intent{Err: msg.err}, nil
		}
		s.show(msg.hits, msg.total)
	case screen.Shown:
		return screen.Intent{}, s.search()
	case tea.PasteMsg:
		s.words.Update(msg)
		return screen.Intent{}, s.search()
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch {
	case key.Matches(msg, keys.Back):
		return screen.Intent{Close: true}, nil
	case key.Matches(msg, keys.Open):
		return s.open(screen.Walk), nil
	case key.Matches(msg, keys.Read):
		return s.open(screen.Read), nil
	}
	if moves(msg) {
		s.pick.Update(msg)
		return screen.Intent{}, nil
	}
	if s.words.Update(msg).Changed {
		return screen.Intent{}, s.search()
	}
	return screen.Intent{}, nil
}

func moves(msg tea.KeyPressMsg) bool {
	switch msg.Keystroke() {
	case "up", "down", "pgup", "pgdown":
		return true
	}
	return false
}

func (s *Screen) open(name string) screen.Intent {
	i, ok := s.pick.Selected()
	if !ok || i >= len(s.ids) {
		return screen.Intent{}
	}
	return screen.Intent{Open: &screen.Route{Name: name, ID: string(s.ids[i])}}
}

// search looks for the words, or lists everything where there are none.
func (s *Screen) search() tea.Cmd {
	s.asked++
	words := strings.TrimSpace(s.words.Value())
	if words == "" {
		s.list()
		return nil
	}
	notes, asked := s.notes, s.asked
	return s.env.Do(func() tea.Msg {
		hits, total, err := notes.Search(context.Background(), words)
		return found{asked: asked, hits: hits, total: total, err: err}
	})
}

func (s *Screen) list() {
	all := s.notes.List()
	items := make([]widget.Item, len(all))
	s.ids, s.detail = make([]journal.ID, len(all)), nil
	for i, n := range all {
		items[i], s.ids[i] = row(n), n.ID
	}
	s.total = len(all)
	s.pick.SetItems(items)
}

func (s *Screen) show(hits []journal.Hit, total int) {
	items := make([]widget.Item, len(hits))
	s.ids, s.detail = make([]journal.ID, len(hits)), make([]string, len(hits))
	for i, h := range hits {
		items[i], s.ids[i], s.detail[i] = row(h.Summary), h.Summary.ID, h.Excerpt
	}
	s.total = total
	s.pick.SetItems(items)
}

func row(n journal.Summary) widget.Item {
	parts := []string{n.Updated.Format("2 Jan 2006")}
	if n.Subject != "" {
		parts = append([]string{n.Subject}, parts...)
	}
	if n.Status == journal.StatusDraft {
		parts = append(parts, sayDraft)
	}
	title := n.Title
	if n.Urgent && n.Status == journal.StatusDraft {
		title = sayUrgent + title
	}
	return widget.Item{Title: title, Detail: strings.Join(parts, ", ")}
}

// Forget drops the titles and what was looked for.
func (s *Screen) Forget() {
	s.words.Forget()
	s.pick.Forget()
	s.detail, s.ids = nil, nil
}

// View draws the words, the count, the list and the words around a hit.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	lines := []string{
		styles.Key.Render(widget.Truncate(label, s.width)) + s.words.View(),
		styles.Muted.Render(widget.Truncate(journal.Counted(s.total, "reflection", "reflections"), s.width)), "",
	}
	around := ""
	if i, ok := s.pick.Selected(); ok && i < len(s.detail) {
		around = s.detail[i]
	}
	rows := append(lines, strings.Split(s.pick.View(), "\n")...)
	for len(rows) < s.height-1 {
		rows = append(rows, "")
	}
	rows = append(rows[:max(s.height-1, 1)], styles.Muted.Render(widget.Truncate(around, s.width)))
	f := screen.Frame{Body: strings.Join(rows, "\n")}
	f.Cursor = screen.Frame{Cursor: s.words.Cursor()}.Under(len(label), 0)
	return f
}

// The words of the screen.
const (
	label       = "Look for: "
	placeholder = `words, "a phrase", -not this`
	sayNothing  = "Nothing here has those words."
	sayDraft    = "not finished"
	sayUrgent   = "[cannot wait] "
)
