// Package read is the reading page: a whole reflection, the one page to take
// into supervision, or an earlier version, as quiet text. Pages are rendered in
// a command, since a long one takes time, and again when the width changes.
package read

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

// Desk gives what is to be read, as Markdown.
type Desk interface {
	Load(context.Context, journal.ID) (journal.Reflection, journal.Walk, error)
	Revision(context.Context, journal.ID, uint64) (journal.Reflection, error)
	Restore(context.Context, journal.ID, uint64) error
	Trash(context.Context, journal.ID) error
	IsHeld(journal.ID) bool
	SetHold(ctx context.Context, id journal.ID, why string) error
	ReleaseHold(context.Context, journal.ID) error
	Markdown(r journal.Reflection, w journal.Walk, page bool) string
}

// AtPage asks for the one page, AtRevision and a number for an earlier version.
const (
	AtPage     = "page"
	AtRevision = "revision:"
)

// readingWidth is as wide as a line is drawn, for the eye's sake.
const readingWidth = 80

type rendered struct {
	lines   []string
	width   int
	version int
}

// Screen reads.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	desk   Desk
	id     journal.ID
	at     string
	pager  *widget.Pager
	source string
	drawn  int
	styled int
	width  int
	height int
}

// New loads what the route names.
func New(env screen.Env, t *theme.Theme, desk Desk, route screen.Route) (*Screen, error) {
	s := &Screen{env: env, theme: t, desk: desk, id: journal.ID(route.ID), at: route.At, pager: widget.NewPager(), width: 80, height: 23}
	s.pager.Focus()
	return s, s.load()
}

func (s *Screen) load() error {
	ctx := context.Background()
	r, w, err := s.desk.Load(ctx, s.id)
	if err != nil {
		return err
	}
	if n, ok := s.revision(); ok {
		if r, err = s.desk.Revision(ctx, s.id, n); err != nil {
			return err
		}
	}
	s.source = s.desk.Markdown(r, w, s.at == AtPage)
	return nil
}

func (s *Screen) revision() (uint64, bool) {
	text, ok := strings.CutPrefix(s.at, AtRevision)
	n, err := strconv.ParseUint(text, 10, 64)
	return n, ok && err == nil
}

// Init renders the page.
func (s *Screen) Init() tea.Cmd { return s.render() }

// Typing is false: letters are shortcuts here.
func (s *Screen) Typing() bool { return false }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.pager.SetSize(min(width, readingWidth), max(height-1, 1))
}

// render draws the Markdown outside the update loop. A late answer for another
// width is dropped.
func (s *Screen) render() tea.Cmd {
	width := max(min(s.width, readingWidth), 1)
	if s.drawn == width && s.styled == s.theme.Version {
		return nil
	}
	s.drawn, s.styled = width, s.theme.Version
	look, source, version := *s.theme, s.source, s.theme.Version
	return s.env.Do(func() tea.Msg {
		return rendered{lines: widget.Markdown(&look, source, width), width: width, version: version}
	})
}

var keys = struct{ Open, Page, Whole, Earlier, Export, Grow, Trash, Hold, Restore, Back key.Binding }{
	Open:    key.NewBinding(key.WithKeys("o"), key.WithHelp("o", "open and write")),
	Page:    key.NewBinding(key.WithKeys("p"), key.WithHelp("p", "my page")),
	Whole:   key.NewBinding(key.WithKeys("w"), key.WithHelp("w", "the whole of it")),
	Earlier: key.NewBinding(key.WithKeys("v"), key.WithHelp("v", "earlier versions")),
	Export:  key.NewBinding(key.WithKeys("e"), key.WithHelp("e", "export")),
	Grow:    key.NewBinding(key.WithKeys("g"), key.WithHelp("g", "grow into a walk")),
	Trash:   key.NewBinding(key.WithKeys("d"), key.WithHelp("d", "put in the trash")),
	Hold:    key.NewBinding(key.WithKeys("h"), key.WithHelp("h", "hold or release")),
	Restore: key.NewBinding(key.WithKeys("r"), key.WithHelp("r", "bring this version back")),
	Back:    key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if _, old := s.revision(); old {
		return []key.Binding{keys.Back, keys.Restore}
	}
	return []key.Binding{keys.Back, keys.Open, keys.Page, keys.Whole, keys.Earlier, keys.Export, keys.Grow, keys.Trash, keys.Hold}
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding {
	return []key.Binding{keys.Open, keys.Page, keys.Whole, keys.Earlier, keys.Export, keys.Grow, keys.Trash, keys.Hold, keys.Restore, keys.Back}
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case rendered:
		if msg.width == s.drawn && msg.version == s.styled {
			s.pager.UpdateLines(msg.lines)
		}
	case screen.Restyled:
		return screen.Intent{}, s.render()
	case screen.Shown:
		if err := s.load(); err != nil {
			return screen.Intent{Close: true, Err: err}, nil
		}
		s.drawn = 0
		return screen.Intent{}, s.render()
	case tea.WindowSizeMsg:
		return screen.Intent{}, s.render()
	case tea.KeyPressMsg:
		return s.press(msg), s.render()
	}
	return screen.Intent{}, s.render()
}

func (s *Screen) press(msg tea.KeyPressMsg) screen.Intent {
	id := string(s.id)
	_, old := s.revision()
	switch {
	case key.Matches(msg, keys.Back):
		return screen.Intent{Close: true}
	case old && key.Matches(msg, keys.Restore):
		return screen.Intent{Ask: s.askRestore()}
	case old:
	case key.Matches(msg, keys.Open):
		return screen.Intent{Open: &screen.Route{Name: screen.Walk, ID: id}, Replace: true}
	case key.Matches(msg, keys.Page) && s.at != AtPage:
		return screen.Intent{Open: &screen.Route{Name: screen.Read, ID: id, At: AtPage}, Replace: true}
	case key.Matches(msg, keys.Whole) && s.at == AtPage:
		return screen.Intent{Open: &screen.Route{Name: screen.Read, ID: id}, Replace: true}
	case key.Matches(msg, keys.Earlier):
		return screen.Intent{Open: &screen.Route{Name: screen.Revisions, ID: id}}
	case key.Matches(msg, keys.Export):
		return screen.Intent{Open: &screen.Route{Name: screen.Export, ID: id}}
	case key.Matches(msg, keys.Grow):
		return screen.Intent{Open: &screen.Route{Name: screen.New, At: "grow:" + id}}
	case key.Matches(msg, keys.Trash):
		return screen.Intent{Ask: s.askTrash()}
	case key.Matches(msg, keys.Hold):
		return s.hold()
	}
	s.pager.Update(msg)
	return screen.Intent{}
}

// hold keeps the reflection from being erased and thinned, or asks whether that
// is over.
func (s *Screen) hold() screen.Intent {
	if !s.desk.IsHeld(s.id) {
		if err := s.desk.SetHold(context.Background(), s.id, ""); err != nil {
			return screen.Intent{Err: err}
		}
		return screen.Intent{Say: sayHeld}
	}
	return screen.Intent{Ask: &screen.Question{
		Text: askRelease, Detail: releaseDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "r", Label: labelRelease}, {Key: "k", Label: labelKeepHold}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice != 0 {
				return screen.Intent{}, nil
			}
			if err := s.desk.ReleaseHold(context.Background(), s.id); err != nil {
				return screen.Intent{Err: err}, nil
			}
			return screen.Intent{Say: sayReleased}, nil
		},
	}}
}

func (s *Screen) askTrash() *screen.Question {
	return &screen.Question{
		Text: askTrash, Detail: trashDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "y", Label: labelTrash}, {Key: "n", Label: labelKeep}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice != 0 {
				return screen.Intent{}, nil
			}
			if err := s.desk.Trash(context.Background(), s.id); err != nil {
				return screen.Intent{Err: err}, nil
			}
			return screen.Intent{Home: true, Say: sayTrashed}, nil
		},
	}
}

func (s *Screen) askRestore() *screen.Question {
	return &screen.Question{
		Text: askRestore, Detail: restoreDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "y", Label: labelRestore}, {Key: "n", Label: labelLeave}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			number, _ := s.revision()
			if choice != 0 {
				return screen.Intent{}, nil
			}
			if err := s.desk.Restore(context.Background(), s.id, number); err != nil {
				return screen.Intent{Err: err}, nil
			}
			return screen.Intent{Close: true, Say: sayRestored}, nil
		},
	}
}

// Forget drops the text.
func (s *Screen) Forget() {
	s.pager.Forget()
	s.source = ""
}

// View draws the part of the page that is in view, and says below it that there
// is more.
func (s *Screen) View() screen.Frame {
	more := s.theme.Styles.Muted.Render(widget.Truncate(sayMore, s.width))
	return screen.Frame{Body: s.pager.ViewWithMore(s.height, more), Cursor: s.pager.Cursor()}
}

// The words of the screen.
const (
	sayMore       = "There is more below: space goes on."
	askTrash      = "Put this in the trash?"
	trashDetail   = "It can be brought back from there."
	labelTrash    = "Put it in the trash"
	labelKeep     = "Keep it"
	sayTrashed    = "It is in the trash."
	sayHeld       = "Held. It can be neither erased nor thinned until the hold is released."
	askRelease    = "Release the hold?"
	releaseDetail = "It can be erased again then. Be sure that nobody needs these notes any more."
	labelRelease  = "Release it"
	labelKeepHold = "Keep the hold"
	sayReleased   = "Released."
	askRestore    = "Bring this version back?"
	restoreDetail = "What is there now is kept as a version too."
	labelRestore  = "Bring it back"
	labelLeave    = "Leave it"
	sayRestored   = "Brought back."
)
