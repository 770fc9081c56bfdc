// Package help shows every key and word that works, made from the bindings
// themselves, so that it cannot disagree with what the keys do.
package help

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Group is a heading with its bindings.
type Group struct {
	Title string
	Keys  []key.Binding
}

// Screen is help.
type Screen struct {
	theme  *theme.Theme
	groups []Group
	words  [][2]string
	pager  *widget.Pager
	width  int
}

// New makes help out of groups, the most useful first, and of the words that
// can be typed in a walk.
func New(t *theme.Theme, groups []Group, words [][2]string) *Screen {
	s := &Screen{theme: t, groups: groups, words: words, pager: widget.NewPager(), width: 80}
	s.pager.Focus()
	s.lay()
	return s
}

func (s *Screen) lay() {
	var groups []widget.HelpGroup
	for _, g := range s.groups {
		groups = append(groups, widget.HelpGroup{Title: g.Title, Keys: g.Keys})
	}
	var words []key.Binding
	for _, w := range s.words {
		words = append(words, key.NewBinding(key.WithKeys(w[0]), key.WithHelp(w[0], w[1])))
	}
	groups = append(groups, widget.HelpGroup{Title: titleWords, Keys: words})
	s.pager.SetLines(widget.HelpPage(s.theme, groups, s.width))
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing is false: there is nothing to type.
func (s *Screen) Typing() bool { return false }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width = max(width, 1)
	s.pager.SetSize(s.width, max(height, 1))
	s.lay()
}

var back = key.NewBinding(key.WithKeys("esc", "q", "f1"), key.WithHelp("esc", "back"))

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return append([]key.Binding{back}, s.pager.Keys()...) }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Restyled:
		s.lay()
	case tea.KeyPressMsg:
		if key.Matches(msg, back) {
			return screen.Intent{Close: true}, nil
		}
		s.pager.Update(msg)
	}
	return screen.Intent{}, nil
}

// View draws the page.
func (s *Screen) View() screen.Frame {
	return screen.Frame{Body: s.pager.View(), Cursor: s.pager.Cursor()}
}

const titleWords = "Words to type in a walk, after ctrl+o"
