// Package trash lists what was put away. Each can be brought back, or erased
// for good after the questions that have to be asked first.
package trash

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

// Notes is what the trash needs of the vault. Erase gives what still holds the
// words, a sentence each.
type Notes interface {
	Trashed(context.Context) ([]journal.Summary, error)
	Untrash(context.Context, journal.ID) error
	Erase(context.Context, journal.ID) ([]string, error)
	SetHold(ctx context.Context, id journal.ID, why string) error
	ReleaseHold(ctx context.Context, id journal.ID) error
	IsHeld(id journal.ID) bool
}

type erased struct {
	left []string
	err  error
}

// Screen is the trash.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	notes  Notes
	ids    []journal.ID
	pick   *widget.Pick
	said   []string
	busy   bool
	width  int
	height int
}

// New makes the list.
func New(env screen.Env, t *theme.Theme, notes Notes) (*Screen, error) {
	s := &Screen{env: env, theme: t, notes: notes, pick: widget.NewPick(t), width: 80, height: 23}
	s.pick.SetEmpty(sayEmpty)
	s.pick.Focus()
	return s, s.fill()
}

func (s *Screen) fill() error {
	away, err := s.notes.Trashed(context.Background())
	if err != nil {
		return err
	}
	items := make([]widget.Item, len(away))
	s.ids = make([]journal.ID, len(away))
	for i, n := range away {
		items[i] = widget.Item{Title: n.Title, Detail: n.Updated.Format("2 Jan 2006")}
		if s.notes.IsHeld(n.ID) {
			items[i].Detail = sayHeldMark + items[i].Detail
		}
		s.ids[i] = n.ID
	}
	s.pick.SetItems(items)
	return nil
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing is false: letters are shortcuts here.
func (s *Screen) Typing() bool { return false }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.pick.SetSize(width, max(height-3-len(s.said), 1))
}

var keys = struct{ Bring, Erase, Hold, Back key.Binding }{
	Bring: key.NewBinding(key.WithKeys("enter", "r"), key.WithHelp("enter", "bring back")),
	Erase: key.NewBinding(key.WithKeys("e"), key.WithHelp("e", "erase for good")),
	Hold:  key.NewBinding(key.WithKeys("h"), key.WithHelp("h", "hold or release")),
	Back:  key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Bring, keys.Erase, keys.Hold, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case erased:
		s.busy = false
		if msg.err != nil {
			return screen.Intent{Err: msg.err}, nil
		}
		s.said = msg.left
		err := s.fill()
		s.Resize(s.width, s.height)
		return screen.Intent{Say: sayErased, Err: err}, nil
	case screen.Failed:
		s.busy = false
	case tea.KeyPressMsg:
		return s.press(msg), nil
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) screen.Intent {
	if key.Matches(msg, keys.Back) {
		return screen.Intent{Close: true}
	}
	i, ok := s.pick.Selected()
	switch {
	case s.busy || !ok:
	case key.Matches(msg, keys.Bring):
		if err := s.notes.Untrash(context.Background(), s.ids[i]); err != nil {
			return screen.Intent{Err: err}
		}
		return screen.Intent{Say: sayBack, Err: s.fill()}
	case key.Matches(msg, keys.Hold) && s.notes.IsHeld(s.ids[i]):
		return screen.Intent{Ask: s.askRelease(s.ids[i])}
	case key.Matches(msg, keys.Hold):
		return s.hold(s.ids[i])
	case key.Matches(msg, keys.Erase):
		return screen.Intent{Ask: s.askNeeded(s.ids[i])}
	}
	s.pick.Update(msg)
	return screen.Intent{}
}

// askNeeded comes before anything is destroyed: a record that somebody asked
// for must not be.
func (s *Screen) askNeeded(id journal.ID) *screen.Question {
	return &screen.Question{
		Text: askNeeded, Detail: neededDetail, Cancel: 2,
		Choices: []screen.Option{{Key: "h", Label: labelHold}, {Key: "n", Label: labelNo}, {Key: "b", Label: labelBack}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			switch choice {
			case 0:
				return s.hold(id), nil
			case 1:
				return screen.Intent{Ask: s.askSure(id)}, nil
			}
			return screen.Intent{}, nil
		},
	}
}

func (s *Screen) hold(id journal.ID) screen.Intent {
	if err := s.notes.SetHold(context.Background(), id, holdReason); err != nil {
		return screen.Intent{Err: err}
	}
	return screen.Intent{Say: sayHeld, Err: s.fill()}
}

func (s *Screen) askRelease(id journal.ID) *screen.Question {
	return &screen.Question{
		Text: askRelease, Detail: releaseDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "r", Label: labelRelease}, {Key: "k", Label: labelKeepHold}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice != 0 {
				return screen.Intent{}, nil
			}
			if err := s.notes.ReleaseHold(context.Background(), id); err != nil {
				return screen.Intent{Err: err}, nil
			}
			return screen.Intent{Say: sayReleased, Err: s.fill()}, nil
		},
	}
}

func (s *Screen) askSure(id journal.ID) *screen.Question {
	return &screen.Question{
		Text: askSure, Detail: sureDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "e", Label: labelErase}, {Key: "k", Label: labelKeep}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice != 0 {
				return screen.Intent{}, nil
			}
			s.busy = true
			notes := s.notes
			return screen.Intent{}, s.env.Do(func() tea.Msg {
				left, err := notes.Erase(context.Background(), id)
				return erased{left, err}
			})
		},
	}
}

// Forget drops the titles.
func (s *Screen) Forget() { s.pick.Forget() }

// View draws the list.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	lines := []string{styles.Title.Render(widget.Truncate(title, s.width)), ""}
	for _, l := range s.said {
		lines = append(lines, styles.Warning.Render(widget.Truncate(l, s.width)))
	}
	return screen.Frame{
		Body:   strings.Join(append(lines, s.pick.View()), "\n"),
		Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(lines)),
	}
}

// The words of the screen.
const (
	title         = "Trash"
	sayEmpty      = "The trash is empty."
	sayBack       = "It is back in the list."
	askNeeded     = "Has anyone asked for these notes, or might a court, complaint or review need them?"
	neededDetail  = "If so, do not erase them. Ask your information governance team. To destroy what somebody has asked for can be an offence."
	labelHold     = "Yes, or perhaps: put a hold on it"
	labelNo       = "No, nobody needs them"
	labelBack     = "Go back"
	holdReason    = "may be needed"
	sayHeld       = "Held. It cannot be erased until the hold is released."
	sayHeldMark   = "held, "
	askRelease    = "Release the hold?"
	releaseDetail = "It can be erased again then. Be sure that nobody needs these notes any more."
	labelRelease  = "Release it"
	labelKeepHold = "Keep the hold"
	sayReleased   = "Released."
	askSure       = "Erase it for good?"
	sureDetail    = "Every version of it goes, from this vault and from the backups within reach. This cannot be undone."
	labelErase    = "Erase it"
	labelKeep     = "Keep it"
	sayErased     = "Erased."
)
