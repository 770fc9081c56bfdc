// Package history lists the kept versions of one reflection, newest first. Each
// can be read, and brought back as the newest without losing the others.
package history

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Notes gives the versions.
type Notes interface {
	Revisions(context.Context, journal.ID) ([]journal.Revision, error)
}

// Screen lists versions.
type Screen struct {
	theme  *theme.Theme
	notes  Notes
	id     journal.ID
	kept   []journal.Revision
	pick   *widget.Pick
	width  int
	height int
}

// New makes the list of one reflection.
func New(t *theme.Theme, notes Notes, route screen.Route) (*Screen, error) {
	s := &Screen{theme: t, notes: notes, id: journal.ID(route.ID), pick: widget.NewPick(t), width: 80, height: 23}
	s.pick.SetEmpty(sayNone)
	s.pick.Focus()
	return s, s.fill()
}

func (s *Screen) fill() error {
	kept, err := s.notes.Revisions(context.Background(), s.id)
	if err != nil {
		return err
	}
	s.kept = kept
	items := make([]widget.Item, len(kept))
	for i, r := range kept {
		items[i] = widget.Item{Title: fmt.Sprintf(sayVersion, r.Number), Detail: r.Saved.Local().Format("Mon 2 January 2006, 15:04")}
	}
	s.pick.SetItems(items)
	return nil
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing is false: there is nothing to type.
func (s *Screen) Typing() bool { return false }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.pick.SetSize(width, max(height-4, 1))
}

var keys = struct{ Read, Back key.Binding }{
	Read: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "read")),
	Back: key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Read, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Shown:
		if err := s.fill(); err != nil {
			return screen.Intent{Err: err, Close: true}, nil
		}
	case tea.KeyPressMsg:
		if key.Matches(msg, keys.Back) {
			return screen.Intent{Close: true}, nil
		}
		if r := s.pick.Update(msg); r.Chosen >= 0 {
			number := strconv.FormatUint(s.kept[r.Chosen].Number, 10)
			return screen.Intent{Open: &screen.Route{Name: screen.Read, ID: string(s.id), At: "revision:" + number}}, nil
		}
	}
	return screen.Intent{}, nil
}

// View draws the list.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	lines := []string{styles.Title.Render(widget.Truncate(title, s.width)),
		styles.Muted.Render(widget.Truncate(sayHistory, s.width)), ""}
	return screen.Frame{
		Body:   strings.Join(append(lines, s.pick.View()), "\n"),
		Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(lines)),
	}
}

// The words of the screen.
const (
	title      = "Earlier versions"
	sayHistory = "Every version that is kept can be asked for."
	sayVersion = "Version %d"
	sayNone    = "There are no earlier versions yet."
)
