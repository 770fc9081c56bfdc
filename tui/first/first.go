// Package first is what a person sees before there is a vault: what Sounding
// is, what it promises and does not, a passphrase typed twice, and the recovery
// code, shown once and typed back. The vault is made as soon as the passphrase
// is settled, so that a kill before the code is confirmed leaves a vault that
// can be used.
package first

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Maker makes the vault.
type Maker interface {
	// Make creates it and gives the recovery code, in groups.
	Make(passphrase []byte) (code string, err error)
	// Confirm takes the code as it was typed back.
	Confirm(typed string) error
	// Hint says honestly how strong a passphrase is.
	Hint(passphrase string) string
	// Place says where the vault will be, and warns where that is not safe.
	Place() (path, warning string)
}

type stage int

const (
	reading stage = iota
	choosing
	repeating
	making
	confirming
)

type made struct {
	code string
	err  error
}

type confirmed struct{ err error }

// Screen is the first run.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	maker  Maker
	words  func(error) string
	stage  stage
	pager  *widget.Pager
	line   *widget.Line
	first  string
	code   string
	said   string
	width  int
	height int
}

// New makes the screen. words puts an error into a sentence.
func New(env screen.Env, t *theme.Theme, maker Maker, words func(error) string) *Screen {
	s := &Screen{env: env, theme: t, maker: maker, words: words, pager: widget.NewPager(), width: 80, height: 23}
	s.pager.Focus()
	s.line = widget.NewMasked(t)
	s.lay()
	return s
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters belong to the passphrase once it is asked for.
func (s *Screen) Typing() bool { return s.stage != reading }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.lay()
}

func (s *Screen) lay() {
	path, warning := s.maker.Place()
	text := promise + "\n\n" + placed + path
	if warning != "" {
		text += "\n\n" + warning
	}
	s.pager.SetLines(widget.Wrap(text, max(min(s.width-4, 76), 1)))
	s.pager.SetSize(max(min(s.width-4, 76), 1), max(s.height-5, 1))
	s.line.SetWidth(max(s.width-4, 1))
}

var keys = struct{ Enter, Back, Later key.Binding }{
	Enter: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "go on")),
	Back:  key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
	Later: key.NewBinding(key.WithKeys("ctrl+n"), key.WithHelp("ctrl+n", "type it back later")),
}

// Keys lists what can be pressed at this stage.
func (s *Screen) Keys() []key.Binding {
	switch s.stage {
	case making:
		return nil
	case confirming:
		return []key.Binding{keys.Enter, keys.Later}
	}
	return []key.Binding{keys.Enter, keys.Back}
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Enter, keys.Back, keys.Later} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case made:
		return s.made(msg), nil
	case confirmed:
		if msg.err != nil {
			s.said = s.words(msg.err)
			return screen.Intent{}, nil
		}
		return screen.Intent{Home: true, Say: sayReady}, nil
	case screen.Failed:
		s.stage, s.said = choosing, sayBroke
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		if s.stage != reading && s.stage != making {
			s.line.Update(msg)
		}
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch {
	case s.stage == making:
	case key.Matches(msg, keys.Enter):
		return s.enter()
	case key.Matches(msg, keys.Back):
		return s.back(), nil
	case key.Matches(msg, keys.Later) && s.stage == confirming:
		return screen.Intent{Home: true, Say: sayLater}, nil
	case s.stage == reading:
		s.pager.Update(msg)
	default:
		if s.line.Update(msg).Changed {
			s.said = ""
			if s.stage == choosing {
				s.said = s.maker.Hint(s.line.Value())
			}
		}
	}
	return screen.Intent{}, nil
}

func (s *Screen) enter() (screen.Intent, tea.Cmd) {
	typed := s.line.Value()
	switch s.stage {
	case reading:
		s.to(choosing)
	case choosing:
		if typed == "" {
			s.said = sayEmpty
			break
		}
		s.first = typed
		s.to(repeating)
	case repeating:
		if typed != s.first {
			s.first = ""
			s.to(choosing)
			s.said = sayDifferent
			break
		}
		s.first = ""
		return screen.Intent{}, s.make(typed)
	case confirming:
		maker := s.maker
		return screen.Intent{}, s.env.Do(func() tea.Msg { return confirmed{maker.Confirm(strings.TrimSpace(typed))} })
	}
	return screen.Intent{}, nil
}

func (s *Screen) to(next stage) {
	s.stage, s.said = next, ""
	s.line.Forget()
	if next == confirming {
		s.line = widget.NewLine(s.theme)
		s.line.Placeholder(hereCode)
	} else {
		s.line = widget.NewMasked(s.theme)
		s.line.Placeholder(herePassphrase)
	}
	s.line.Focus()
	s.lay()
}

func (s *Screen) back() screen.Intent {
	switch s.stage {
	case reading:
		return screen.Intent{Quit: true}
	case choosing:
		s.to(reading)
	case repeating:
		s.first = ""
		s.to(choosing)
	}
	return screen.Intent{}
}

func (s *Screen) make(passphrase string) tea.Cmd {
	s.to(making)
	s.said = sayMaking
	maker := s.maker
	return s.env.Do(func() tea.Msg {
		secret := []byte(passphrase)
		defer clear(secret)
		code, err := maker.Make(secret)
		return made{code, err}
	})
}

func (s *Screen) made(m made) screen.Intent {
	if m.err != nil {
		s.to(choosing)
		s.said = s.words(m.err)
		return screen.Intent{}
	}
	s.code = m.code
	s.to(confirming)
	return screen.Intent{}
}

// Forget drops what was typed, and the code.
func (s *Screen) Forget() {
	s.line.Forget()
	s.first, s.code = "", ""
}

// View draws the stage.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	lines := []string{"", styles.Title.Render(widget.Truncate("  "+titles[s.stage], s.width)), ""}
	if s.stage == reading {
		for _, l := range strings.Split(s.pager.View(), "\n") {
			lines = append(lines, "  "+l)
		}
		lines = append(lines, "", styles.Accent.Render(widget.Truncate("  "+goOn, s.width)))
		return screen.Frame{Body: strings.Join(lines, "\n"), Cursor: screen.Frame{Cursor: s.pager.Cursor()}.Under(2, 3)}
	}
	text := texts[s.stage]
	if s.stage == confirming {
		text = strings.ReplaceAll(text, "{code}", s.code)
	}
	for _, l := range widget.Wrap(text, max(min(s.width-4, 76), 1)) {
		lines = append(lines, "  "+l)
	}
	lines = append(lines, "")
	row := len(lines)
	if s.stage != making {
		lines = append(lines, "  "+s.line.View())
	}
	lines = append(lines, "")
	for _, l := range widget.Wrap(s.said, max(min(s.width-4, 76), 1)) {
		lines = append(lines, "  "+styles.Warning.Render(l))
	}
	f := screen.Frame{Body: strings.Join(lines, "\n")}
	if s.stage != making && row < s.height {
		f.Cursor = screen.Frame{Cursor: s.line.Cursor()}.Under(2, row)
	}
	return f
}
