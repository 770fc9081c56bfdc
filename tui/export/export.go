// Package export is the screen that writes a reflection to a plain file: the one
// page or everything, which form, where, and what it means that the file is no
// longer protected. The page comes first. Anything in what goes out that could name somebody is asked about once, before it is
// written. It never writes over a file that is there.
package export

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/language"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Form is what is written and as which kind of file.
type Form struct {
	Name string
	Help string
}

// Desk writes files.
type Desk interface {
	// Forms lists what can be written of a reflection, the least of it first.
	Forms(id journal.ID) ([]Form, error)
	// Propose names a file for a reflection, and warns about its folder.
	Propose(id journal.ID, form string) (path, warning string)
	// FoundIn lists what could name somebody in what a form holds.
	FoundIn(id journal.ID, form string) ([]language.Identified, error)
	// OnlyPage says whether a form holds the one page alone.
	OnlyPage(form string) bool
	// Chosen and Choose keep which of the findings, by their keys, are replaced
	// in the file: none is kept before the person has chosen.
	Chosen(id journal.ID) (map[string]bool, bool)
	Choose(id journal.ID, keys map[string]bool)
	// Write makes the file, with what was chosen replaced.
	Write(id journal.ID, form, path string) error
}

type written struct {
	path string
	err  error
}

// Screen asks for the form and the place.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	desk   Desk
	id     journal.ID
	forms  []Form
	choice *widget.Choice
	path   *widget.Line
	form   string // chosen; the place is asked then
	warn   string
	said   string // what becomes of the names in the file
	width  int
	height int
}

// New makes the screen for one reflection.
func New(env screen.Env, t *theme.Theme, desk Desk, route screen.Route) (*Screen, error) {
	s := &Screen{env: env, theme: t, desk: desk, id: journal.ID(route.ID),
		choice: widget.NewChoice(t), path: widget.NewLine(t), width: 80, height: 23}
	var err error
	if s.forms, err = desk.Forms(s.id); err != nil {
		return nil, err
	}
	var options []widget.Option
	for _, f := range s.forms {
		options = append(options, widget.Option{Label: f.Help, Words: []string{f.Name}})
	}
	s.choice.SetOptions(options)
	s.choice.Focus()
	desk.Choose(s.id, nil)
	return s, nil
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters are an answer here.
func (s *Screen) Typing() bool { return true }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.choice.SetSize(width, max(height-5, 1))
	s.path.SetWidth(max(width, 1))
}

var keys = struct{ Enter, Back key.Binding }{
	Enter: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "go on")),
	Back:  key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Enter, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case written:
		if msg.err != nil {
			return screen.Intent{Err: msg.err}, nil
		}
		s.desk.Choose(s.id, nil)
		return screen.Intent{Close: true, Say: sayWritten + widget.CleanLine(msg.path)}, nil
	case screen.Shown:
		s.said = s.chosenLine()
	case tea.PasteMsg:
		if s.form != "" {
			s.path.Update(msg)
		}
	case tea.KeyPressMsg:
		return s.press(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	if s.form == "" {
		r := s.choice.Update(msg)
		switch {
		case r.Chosen >= 0:
			s.form = s.forms[r.Chosen].Name
			path, warning := s.desk.Propose(s.id, s.form)
			s.path.SetValue(path)
			s.path.Focus()
			s.warn = warning
		case !r.Handled && key.Matches(msg, keys.Back):
			return screen.Intent{Close: true}, nil
		}
		return screen.Intent{}, nil
	}
	switch {
	case key.Matches(msg, keys.Back):
		s.form, s.said = "", ""
		s.desk.Choose(s.id, nil) // another form may hold other names
	case key.Matches(msg, keys.Enter):
		return s.check()
	default:
		s.path.Update(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) write() tea.Cmd {
	desk, id, form, path := s.desk, s.id, s.form, strings.TrimSpace(s.path.Value())
	return s.env.Do(func() tea.Msg { return written{path, desk.Write(id, form, path)} })
}

// View draws the question.
func (s *Screen) View() screen.Frame {
	styles := s.theme.Styles
	lines := []string{styles.Title.Render(widget.Truncate(title, s.width)), ""}
	for _, l := range widget.Wrap(sayPlain, max(min(s.width, 76), 1)) {
		lines = append(lines, styles.Warning.Render(l))
	}
	lines = append(lines, "")
	if s.form == "" {
		return screen.Frame{
			Body:   strings.Join(append(lines, s.choice.View()), "\n"),
			Cursor: screen.Frame{Cursor: s.choice.Cursor()}.Under(0, len(lines)),
		}
	}
	lines = append(lines, styles.Heading.Render(widget.Truncate(askPath, s.width)))
	row := len(lines)
	lines = append(lines, s.path.View(), "")
	for _, l := range widget.Wrap(s.warn, max(min(s.width, 76), 1)) {
		lines = append(lines, styles.Warning.Render(l))
	}
	lines = append(lines, widget.Wrap(s.said, max(min(s.width, 76), 1))...)
	return screen.Frame{Body: strings.Join(lines, "\n"), Cursor: screen.Frame{Cursor: s.path.Cursor()}.Under(0, row)}
}

// Forget drops the path.
func (s *Screen) Forget() { s.path.Forget() }

// The words of the screen.
const (
	title      = "Export"
	sayPlain   = "The file will be plain text, no longer protected: anyone who can open it can read it."
	askPath    = "Where to? Enter writes it."
	sayWritten = "Written, in plain text and no longer protected: "
)
