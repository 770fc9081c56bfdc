// Package names is the review of what in a reflection could name somebody: each
// thing once, with the reason it was found. For a copy that is to leave the
// vault a person says of each whether its pseudonym stands there; in the notes
// themselves they can put pseudonyms and take them back. It knows no vault and
// says what it cannot see.
package names

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/language"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Desk finds names and keeps what is decided about them.
type Desk interface {
	// Found lists what could name somebody, each thing once.
	Found(id journal.ID) ([]language.Identified, error)
	// NotAName remembers that a finding, by its key, names nobody.
	NotAName(key string) error
	// Chosen and Choose keep what is replaced in a copy, by keys.
	Chosen(id journal.ID) (map[string]bool, bool)
	Choose(id journal.ID, keys map[string]bool)
	// Replace puts pseudonyms into the notes; Holds says that they have some,
	// and Restore puts back what those stand for.
	Replace(id journal.ID, keys map[string]bool) error
	Holds(id journal.ID) bool
	Restore(id journal.ID) error
}

// Screen is the review.
type Screen struct {
	theme    *theme.Theme
	desk     Desk
	id       journal.ID
	copying  bool // a copy is looked at, else the notes
	found    []language.Identified
	replaced map[string]bool // in a copy: by the keys of findings
	holds    bool
	pick     *widget.Pick
	width    int
	height   int
}

// New looks through a reflection. For a copy everything that can be is chosen to
// be replaced at first.
func New(t *theme.Theme, desk Desk, route screen.Route) (*Screen, error) {
	s := &Screen{
		theme: t, desk: desk, id: journal.ID(route.ID), copying: route.At == screen.NamesCopy || route.At == screen.NamesPage,
		pick: widget.NewPick(t), width: 80, height: 23,
	}
	s.pick.SetEmpty(nothingFound)
	s.pick.Focus()
	if err := s.look(); err != nil {
		return nil, err
	}
	chosen, ok := desk.Chosen(s.id)
	if s.replaced = chosen; !ok {
		s.replaced = map[string]bool{}
		for _, f := range s.found {
			s.replaced[f.Key()] = f.Replacement != ""
		}
	}
	s.fill()
	return s, nil
}

// look finds anew what could name somebody.
func (s *Screen) look() error {
	found, err := s.desk.Found(s.id)
	if err != nil {
		return err
	}
	s.found, s.holds = found, s.desk.Holds(s.id)
	return nil
}

func (s *Screen) fill() {
	var items []widget.Item
	for _, f := range s.found {
		items = append(items, widget.Item{Title: widget.CleanLine(f.Text), Detail: s.detail(f)})
	}
	s.pick.SetItems(items)
}

// wide is the width from which there is room for what a finding is beside what
// becomes of it.
const wide = 72

// detail says what a finding is, and what becomes of it.
func (s *Screen) detail(f language.Identified) string {
	if s.copying && s.width < wide && f.Replacement != "" {
		if s.replaced[f.Key()] {
			return strings.TrimPrefix(becomes, ": ") + f.Replacement
		}
		return strings.TrimPrefix(stays, ": ")
	}
	what := f.Kind.Words()
	if f.Times > 1 {
		what += fmt.Sprintf(times, f.Times)
	}
	switch {
	case f.Replacement == "":
		return what + staysCombination
	case !s.copying:
		return what
	case s.replaced[f.Key()]:
		return what + becomes + f.Replacement
	}
	return what + stays
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing is false: a letter here is a choice.
func (s *Screen) Typing() bool { return false }

// reasonRows are kept for why the one with the cursor was found.
const reasonRows = 3

// roomy is the height from which everything is said in full.
const roomy = 18

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.fill()
	s.pick.SetSize(s.width, max(s.height-len(s.head())-len(s.foot())-reasonRows-2, 1))
}

// Forget drops what was found.
func (s *Screen) Forget() {
	s.found, s.replaced = nil, nil
	s.pick.SetItems(nil)
}

var keys = struct{ Turn, Put, Not, All, None, Undo, Done, Back key.Binding }{
	Turn: key.NewBinding(key.WithKeys("space", "r"), key.WithHelp("space", "replace it or leave it")),
	Put:  key.NewBinding(key.WithKeys("p"), key.WithHelp("p", "put its pseudonym in the notes")),
	Not:  key.NewBinding(key.WithKeys("n"), key.WithHelp("n", "not a name")),
	All:  key.NewBinding(key.WithKeys("a"), key.WithHelp("a", "all of them")),
	None: key.NewBinding(key.WithKeys("0"), key.WithHelp("0", "leave all")),
	Undo: key.NewBinding(key.WithKeys("u"), key.WithHelp("u", "put the names back")),
	Done: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "done")),
	Back: key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if s.copying {
		return []key.Binding{keys.Done, keys.Turn, keys.Not, keys.All, keys.None, keys.Back}
	}
	list := []key.Binding{keys.Back}
	if s.holds {
		list = append(list, keys.Undo)
	}
	if len(s.found) > 0 {
		list = append(list, keys.Put, keys.Not, keys.All)
	}
	return list
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding {
	return []key.Binding{keys.Turn, keys.Put, keys.Not, keys.All, keys.None, keys.Undo, keys.Done, keys.Back}
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return screen.Intent{}, nil
	}
	if s.copying {
		return s.inCopy(press), nil
	}
	return s.inNotes(press), nil
}

// inCopy chooses what is replaced in the copy.
func (s *Screen) inCopy(press tea.KeyPressMsg) screen.Intent {
	switch {
	case key.Matches(press, keys.Back):
		return screen.Intent{Close: true}
	case key.Matches(press, keys.Done):
		s.desk.Choose(s.id, s.chosen())
		return screen.Intent{Close: true}
	case key.Matches(press, keys.All), key.Matches(press, keys.None):
		for _, f := range s.found {
			s.replaced[f.Key()] = f.Replacement != "" && key.Matches(press, keys.All)
		}
		s.fill()
	case key.Matches(press, keys.Turn):
		if f, ok := s.selected(); ok && f.Replacement != "" {
			s.replaced[f.Key()] = !s.replaced[f.Key()]
			s.fill()
		}
	default:
		return s.onList(press)
	}
	return screen.Intent{}
}

// inNotes changes the notes themselves.
func (s *Screen) inNotes(press tea.KeyPressMsg) screen.Intent {
	switch {
	case key.Matches(press, keys.Back), key.Matches(press, keys.Done):
		return screen.Intent{Close: true}
	case key.Matches(press, keys.All):
		return screen.Intent{Ask: s.askAll()}
	case key.Matches(press, keys.Undo) && s.holds:
		return s.after(s.desk.Restore(s.id), sayBack)
	case key.Matches(press, keys.Put):
		if f, ok := s.selected(); ok && f.Replacement != "" {
			return s.after(s.desk.Replace(s.id, map[string]bool{f.Key(): true}), fmt.Sprintf(sayPut, f.Replacement))
		}
	default:
		return s.onList(press)
	}
	return screen.Intent{}
}

func (s *Screen) onList(press tea.KeyPressMsg) screen.Intent {
	if key.Matches(press, keys.Not) {
		f, ok := s.selected()
		if !ok {
			return screen.Intent{}
		}
		return s.after(s.desk.NotAName(f.Key()), sayNot)
	}
	s.pick.Update(press)
	return screen.Intent{}
}

// askAll asks before every finding in the notes is replaced.
func (s *Screen) askAll() *screen.Question {
	return &screen.Question{
		Text: askAll, Detail: allDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "p", Label: labelAll}, {Key: "l", Label: labelLeave}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice != 0 {
				return screen.Intent{}, nil
			}
			all := map[string]bool{}
			for _, f := range s.found {
				all[f.Key()] = f.Replacement != ""
			}
			return s.after(s.desk.Replace(s.id, all), sayAll), nil
		},
	}
}

// after looks again once something was changed, and says what.
func (s *Screen) after(err error, said string) screen.Intent {
	if err == nil {
		err = s.look()
	}
	if err != nil {
		return screen.Intent{Err: err}
	}
	s.fill()
	s.Resize(s.width, s.height) // what stands over the list may be another now
	return screen.Intent{Say: said}
}

func (s *Screen) selected() (language.Identified, bool) {
	i, ok := s.pick.Selected()
	if !ok || i >= len(s.found) {
		return language.Identified{}, false
	}
	return s.found[i], true
}

// chosen are the keys of what is replaced and was found.
func (s *Screen) chosen() map[string]bool {
	out := map[string]bool{}
	for _, f := range s.found {
		if s.replaced[f.Key()] {
			out[f.Key()] = true
		}
	}
	return out
}

func (s *Screen) head() []string {
	styles := s.theme.Styles
	name, intro := titleNotes, introNotes
	switch {
	case s.copying:
		name, intro = titleCopy, introCopy
	case s.holds:
		intro = introHolds
	}
	if s.height < roomy {
		intro, _, _ = strings.Cut(intro, ". ")
		intro = strings.TrimSuffix(intro, ".") + "."
	}
	out := []string{styles.Title.Render(widget.Truncate(name, s.width))}
	for _, l := range widget.Wrap(intro, min(s.width, 76)) {
		out = append(out, styles.Muted.Render(l))
	}
	return append(out, "")
}

// foot says what cannot be seen.
func (s *Screen) foot() []string {
	text := limits
	if s.height < roomy {
		text = limitsShort
	}
	var out []string
	for _, l := range widget.Wrap(text, min(s.width, 76)) {
		out = append(out, s.theme.Styles.Muted.Render(l))
	}
	return out
}

// View draws the list, why the one with the cursor was found, and what cannot
// be seen.
func (s *Screen) View() screen.Frame {
	head := s.head()
	lines := append(head, strings.Split(s.pick.View(), "\n")...)
	lines = append(lines, "")
	if f, ok := s.selected(); ok {
		text := fmt.Sprintf(because, widget.CleanLine(f.Text), f.Because)
		switch {
		case f.Replacement == "":
			text += " " + byHand
		case !s.copying:
			text += " " + fmt.Sprintf(wouldBe, f.Replacement)
		}
		lines = append(lines, widget.Wrap(text, min(s.width, 76))...)
		lines = append(lines, "")
	}
	lines = append(lines, s.foot()...)
	return screen.Frame{
		Body:   strings.Join(lines[:min(len(lines), s.height)], "\n"),
		Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(head)),
	}
}
