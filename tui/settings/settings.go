// Package settings is where a person changes how Sounding behaves: what belongs
// to this machine (theme, plain lines) and what is their own and sealed in the
// vault (lengths, idle lock, history, the people they turn to, passphrase and
// recovery code). Each setting says its present value in words.
package settings

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Desk holds the person's settings and the vault's secrets.
type Desk interface {
	Preferences() journal.Preferences
	SetPreferences(journal.Preferences) error
	NewPassphrase([]byte) error
	ConfirmCode(typed string) error
	NewCode() (string, error)
	Hint(passphrase string) string
	// Keyring says whether this computer's keyring opens the vault.
	Keyring() bool
	SetKeyring(on bool) error
	// Held lists what can be done about holds, and ChangeHold does one of it.
	Held() []journal.Choice
	ChangeHold(entry string) error
	// KeptFor are the months for which themes are kept, a line each.
	KeptFor() []string
	SetKeptFor(lines []string) error
	// Disagreed lists what the person said no to, each with words for it.
	Disagreed() []journal.Choice
}

// Machine holds the settings of this machine.
type Machine interface {
	Get(name string) string
	Set(name, value string) error
}

type finished struct {
	said string
	err  error
}

// Screen lists the settings and changes one at a time.
type Screen struct {
	env     screen.Env
	theme   *theme.Theme
	desk    Desk
	machine Machine
	pick    *widget.Pick
	open    *setting
	choice  *widget.Choice
	line    *widget.Line
	editor  *widget.Editor
	first   string // the new passphrase, until it is typed again
	said    string
	width   int
	height  int
}

// New makes the screen.
func New(env screen.Env, t *theme.Theme, desk Desk, machine Machine) *Screen {
	s := &Screen{env: env, theme: t, desk: desk, machine: machine, pick: widget.NewPick(t), width: 80, height: 23}
	s.choice, s.line, s.editor = widget.NewChoice(t), widget.NewLine(t), widget.NewEditor(t)
	s.pick.Focus()
	s.fill()
	return s
}

func (s *Screen) fill() {
	var items []widget.Item
	for _, one := range table() {
		items = append(items, widget.Item{Title: one.title, Detail: one.value(s)})
	}
	s.pick.SetItems(items)
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters belong to the setting that is open.
func (s *Screen) Typing() bool { return s.open != nil }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.pick.SetSize(width, max(height-3, 1))
	s.choice.SetSize(width, max(height-6, 1))
	s.line.SetWidth(max(width, 1))
	s.editor.SetSize(max(width, 1), max(height-7, 1))
}

var keys = struct{ Change, Save, Back key.Binding }{
	Change: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "change")),
	Save:   key.NewBinding(key.WithKeys("ctrl+s"), key.WithHelp("ctrl+s", "save the list")),
	Back:   key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if s.open != nil && s.open.input == lines {
		return []key.Binding{keys.Save, keys.Back}
	}
	return []key.Binding{keys.Change, keys.Back}
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Change, keys.Save, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case finished:
		s.close()
		if msg.err != nil {
			return screen.Intent{Err: msg.err}, nil
		}
		s.said = ""
		return screen.Intent{Say: msg.said}, nil
	case screen.Failed:
		s.said = sayBroke
	case tea.PasteMsg:
		if s.open != nil {
			return s.typed(msg)
		}
	case tea.KeyPressMsg:
		if s.open == nil {
			return s.onList(msg), nil
		}
		return s.onOpen(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) onList(msg tea.KeyPressMsg) screen.Intent {
	if key.Matches(msg, keys.Back) {
		return screen.Intent{Close: true}
	}
	if r := s.pick.Update(msg); r.Chosen >= 0 {
		one := table()[r.Chosen]
		s.begin(&one)
	}
	return screen.Intent{}
}

// begin opens a setting.
func (s *Screen) begin(one *setting) {
	if one.list != nil {
		one.choices = one.list(s)
	}
	s.open, s.said, s.first = one, "", ""
	switch one.input {
	case choices:
		var options []widget.Option
		for _, c := range one.choices {
			options = append(options, widget.Option{Label: c.Label, Words: []string{c.ID}})
		}
		s.choice.SetOptions(options)
		s.choice.Focus()
	case lines:
		s.editor.SetValue(strings.Join(one.held(s), "\n"))
		s.editor.Focus()
	case secret:
		s.line = widget.NewMasked(s.theme)
		s.line.Focus()
	default:
		s.line = widget.NewLine(s.theme)
		if one.starts != nil {
			s.line.SetValue(one.starts(s))
		}
		s.line.Focus()
	}
	s.Resize(s.width, s.height)
}

func (s *Screen) close() {
	s.open, s.first = nil, ""
	s.line.Forget()
	s.editor.Forget()
	s.fill()
}

func (s *Screen) onOpen(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	if s.open.input == choices {
		r := s.choice.Update(msg)
		switch {
		case r.Chosen >= 0 && s.open.waits:
			return s.wait(s.open.set, s.open.choices[r.Chosen].ID)
		case r.Chosen >= 0:
			return s.done(s.open.set(s, s.open.choices[r.Chosen].ID))
		case !r.Handled && key.Matches(msg, keys.Back):
			s.close()
		}
		return screen.Intent{}, nil
	}
	switch {
	case key.Matches(msg, keys.Back):
		s.close()
		return screen.Intent{}, nil
	case s.open.input == lines && key.Matches(msg, keys.Save):
		return s.done(s.open.set(s, s.editor.Value()))
	case s.open.input != lines && key.Matches(msg, keys.Change):
		return s.entered()
	}
	return s.typed(msg)
}

func (s *Screen) typed(msg tea.Msg) (screen.Intent, tea.Cmd) {
	if s.open.input == lines {
		s.editor.Update(msg)
		return screen.Intent{}, nil
	}
	if s.line.Update(msg).Changed && s.open.input == secret && s.first == "" {
		s.said = s.desk.Hint(s.line.Value())
	}
	return screen.Intent{}, nil
}

// entered takes a line: a passphrase twice, a code or a number once.
func (s *Screen) entered() (screen.Intent, tea.Cmd) {
	value := s.line.Value()
	if s.open.input != secret {
		return s.done(s.open.set(s, value))
	}
	if s.first == "" {
		s.first = value
		s.line.SetValue("")
		s.said = sayAgain
		if value == "" {
			s.said = sayEmpty // and the next one typed counts as the first
		}
		return screen.Intent{}, nil
	}
	if s.first != value {
		s.first = ""
		s.line.SetValue("")
		s.said = sayDifferent
		return screen.Intent{}, nil
	}
	s.said = sayWorking
	desk := s.desk
	s.line.SetValue("")
	s.first = ""
	return screen.Intent{}, s.env.Do(func() tea.Msg {
		typed := []byte(value)
		defer clear(typed)
		return finished{said: sayPassphrase, err: desk.NewPassphrase(typed)}
	})
}

// wait stores a value that the system may take its time over.
func (s *Screen) wait(set func(*Screen, string) (string, error), value string) (screen.Intent, tea.Cmd) {
	s.said = sayWorking
	return screen.Intent{}, s.env.Do(func() tea.Msg {
		said, err := set(s, value)
		return finished{said: said, err: err}
	})
}

// done closes a setting that was stored; a refusal keeps it open and says why.
func (s *Screen) done(said string, err error) (screen.Intent, tea.Cmd) {
	if err != nil {
		return screen.Intent{Err: err}, nil
	}
	keep := s.open.shows
	if keep {
		s.said = said
		return screen.Intent{}, nil
	}
	s.close()
	return screen.Intent{Say: said}, nil
}

// Forget drops what was typed.
func (s *Screen) Forget() {
	s.line.Forget()
	s.editor.Forget()
	s.first, s.said = "", ""
}

// View draws the list, or the setting that is open.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	head := []string{styles.Title.Render(widget.Truncate(title, s.width)), ""}
	if s.open == nil {
		return screen.Frame{
			Body:   strings.Join(append(head, s.pick.View()), "\n"),
			Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(head)),
		}
	}
	head = append(head, styles.Heading.Render(widget.Truncate(s.open.title, s.width)))
	head = append(head, widget.Wrap(s.open.help, max(min(s.width, 76), 1))...)
	row := len(head)
	body, cursor := s.line.View(), s.line.Cursor()
	switch s.open.input {
	case choices:
		body, cursor = s.choice.View(), s.choice.Cursor()
	case lines:
		body, cursor = s.editor.View(), s.editor.Cursor()
	}
	out := append(head, strings.Split(body, "\n")...)
	for _, l := range widget.Wrap(s.said, max(min(s.width, 76), 1)) {
		out = append(out, styles.Warning.Render(l))
	}
	return screen.Frame{Body: strings.Join(out, "\n"), Cursor: screen.Frame{Cursor: cursor}.Under(0, row)}
}
