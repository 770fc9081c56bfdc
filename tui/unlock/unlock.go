// Package unlock is the screen that asks for the passphrase, or for the
// recovery code. It holds what is typed for as long as it takes to try it, and
// drops it then. Deriving a key takes about half a second, so it is done in a
// command; letters typed meanwhile wait for the next screen.
package unlock

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Door opens the vault. What it gives back on success is where to go.
type Door interface {
	// Unlock tries a passphrase; with an empty one where none is needed.
	Unlock(passphrase []byte) error
	// Recover tries a recovery code.
	Recover(code string) error
	// Choices are what can be done after an error: go on with an older file,
	// read what is whole.
	Choices(error) []Choice
	// Where is the screen to go to once it is open.
	Where() screen.Route
	// Keyring says that this computer's keyring may open the vault.
	Keyring() bool
	// UnlockByKeyring tries it.
	UnlockByKeyring() error
	// Open says that no passphrase is needed, as for the demonstration.
	Open() bool
}

// Choice is one way on after an error.
type Choice struct {
	Label string
	Do    func() error
}

type opened struct{ err error }

// Screen asks for the passphrase.
type Screen struct {
	env      screen.Env
	theme    *theme.Theme
	door     Door
	words    func(error) string
	line     *widget.Line
	recovery bool
	busy     bool
	said     string
	width    int
	height   int
}

// New makes the screen. words puts an error into a sentence.
func New(env screen.Env, t *theme.Theme, door Door, words func(error) string) *Screen {
	s := &Screen{env: env, theme: t, door: door, words: words, width: 80, height: 23}
	s.ask(false)
	return s
}

func (s *Screen) ask(recovery bool) {
	if s.line != nil {
		s.line.Forget()
	}
	s.recovery = recovery
	if recovery {
		s.line = widget.NewLine(s.theme)
	} else {
		s.line = widget.NewMasked(s.theme)
		if !s.door.Open() {
			s.line.Placeholder(asStars)
		}
	}
	s.line.Focus()
	s.line.SetWidth(max(s.width-4, 1))
}

// Init asks the keyring, where the person has switched that on.
func (s *Screen) Init() tea.Cmd {
	if !s.door.Keyring() {
		return nil
	}
	s.busy, s.said = true, sayKeyring
	door := s.door
	return s.env.Do(func() tea.Msg { return opened{door.UnlockByKeyring()} })
}

// Typing says that letters belong to the passphrase.
func (s *Screen) Typing() bool { return true }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.line.SetWidth(max(width-4, 1))
}

var keys = struct{ Enter, Recovery, Leave key.Binding }{
	Enter:    key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "unlock")),
	Recovery: key.NewBinding(key.WithKeys("ctrl+r"), key.WithHelp("ctrl+r", "recovery code or passphrase")),
	Leave:    key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "leave")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Enter, keys.Recovery, keys.Leave} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case opened:
		return s.opened(msg.err), nil
	case screen.Failed:
		s.busy, s.said = false, sayBroke
	case tea.KeyPressMsg:
		switch {
		case s.busy:
		case key.Matches(msg, keys.Leave):
			return screen.Intent{Quit: true}, nil
		case key.Matches(msg, keys.Recovery) && !s.door.Open():
			s.said = ""
			s.ask(!s.recovery)
		case key.Matches(msg, keys.Enter):
			return screen.Intent{}, s.try()
		default:
			s.line.Update(msg)
		}
	case tea.PasteMsg:
		if !s.busy {
			s.line.Update(msg)
		}
	}
	return screen.Intent{}, nil
}

// try derives the key outside the update loop.
func (s *Screen) try() tea.Cmd {
	typed := s.line.Value()
	s.line.SetValue("")
	s.busy, s.said = true, sayOpening
	door, recovery := s.door, s.recovery
	return s.env.Do(func() tea.Msg {
		if recovery {
			return opened{door.Recover(strings.TrimSpace(typed))}
		}
		secret := []byte(typed)
		defer clear(secret)
		return opened{door.Unlock(secret)}
	})
}

func (s *Screen) opened(err error) screen.Intent {
	s.busy, s.said = false, ""
	if err == nil {
		where := s.door.Where()
		return screen.Intent{Open: &where, Replace: true}
	}
	s.said = s.words(err)
	choices := s.door.Choices(err)
	if len(choices) == 0 {
		return screen.Intent{}
	}
	q := &screen.Question{Text: s.said, Cancel: len(choices)}
	for _, c := range choices {
		q.Choices = append(q.Choices, screen.Option{Label: c.Label})
	}
	q.Choices = append(q.Choices, screen.Option{Label: labelLeave})
	q.Answer = func(i int) (screen.Intent, tea.Cmd) {
		if i == len(choices) {
			return screen.Intent{Quit: true}, nil
		}
		return s.opened(choices[i].Do()), nil
	}
	return screen.Intent{Ask: q}
}

// Forget drops what was typed.
func (s *Screen) Forget() { s.line.Forget() }

// View draws the question.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	lines := []string{"", styles.Title.Render(widget.Truncate("  "+title, s.width)), ""}
	question := askPassphrase
	switch {
	case s.door.Open():
		question = askEnter
	case s.recovery:
		question = askRecovery
	}
	for _, l := range widget.Wrap(question, max(s.width-4, 1)) {
		lines = append(lines, "  "+l)
	}
	row := len(lines)
	lines = append(lines, "  "+s.line.View(), "")
	for _, l := range widget.Wrap(s.said, max(s.width-4, 1)) {
		lines = append(lines, "  "+styles.Warning.Render(l))
	}
	f := screen.Frame{Body: strings.Join(lines, "\n")}
	f.Cursor = screen.Frame{Cursor: s.line.Cursor()}.Under(2, row)
	if s.busy || s.height <= row {
		f.Cursor = nil
	}
	return f
}

// The words of the screen.
const (
	title         = "Sounding"
	askPassphrase = "Your passphrase, then Enter:"
	asStars       = "It shows as stars."
	askRecovery   = "Your recovery code, seven groups of four, then Enter:"
	askEnter      = "This is a demonstration with made-up notes. Press Enter to open it."
	sayOpening    = "Opening. This takes about half a second, on purpose."
	sayKeyring    = "Asking this computer's keyring."
	sayBroke      = "That did not work. Nothing was changed. Try once more."
	labelLeave    = "Leave it alone"
)
