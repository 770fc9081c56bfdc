package widget

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sounding/internal/termtest"
	"sounding/tui/theme"
)

// childVariable makes the test binary run a program with one editor.
const childVariable = "WIDGET_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		if _, err := tea.NewProgram(&program{}, tea.WithInput(GuardPastes(os.Stdin))).Run(); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// program is an editor on the whole screen, until Ctrl+Q.
type program struct {
	theme  *theme.Theme
	editor *Editor
	width  int
	height int
}

func (p *program) Init() tea.Cmd {
	p.theme = theme.New(theme.Dark)
	p.editor = NewEditor(p.theme)
	p.editor.Focus()
	p.editor.Placeholder("What did you see?")
	return nil
}

func (p *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.width, p.height = msg.Width, msg.Height
		p.editor.SetSize(msg.Width, msg.Height)
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+q" {
			return p, tea.Quit
		}
		p.editor.Update(msg)
	case tea.PasteMsg:
		p.editor.Update(msg)
	default:
		p.theme.Observe(msg)
	}
	return p, nil
}

func (p *program) View() tea.View {
	v := tea.NewView(p.theme.Fill(p.editor.View(), p.width, p.height))
	v.AltScreen = true
	v.Cursor = p.editor.Cursor()
	return v
}

func startEditor(t *testing.T) *termtest.Terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	terminal := termtest.Start(t, termtest.Options{Path: self, Env: []string{childVariable + "=1"}, Width: 40, Height: 8})
	terminal.WaitFor(t, "the empty editor", func(s termtest.Screen) bool { return s.AltScreen && s.Lines[0] == "What did you see?" })
	return terminal
}

func TestEditor_inATerminal(t *testing.T) {
	terminal := startEditor(t)
	terminal.Type(t, "Heron came down when the door bell rang.\nShe said nothing, and then a great deal.")
	terminal.WaitScreen(t, "terminal/typed")
	terminal.Keys(t, "ctrl+left", "ctrl+left", "ctrl+w")
	terminal.Paste(t, "[pasted\r\n\ttabbed\x1b[2J] ")
	terminal.WaitScreen(t, "terminal/pasted")
	terminal.Keys(t, "ctrl+z", "ctrl+z", "ctrl+home", "shift+down")
	screen := terminal.WaitScreen(t, "terminal/undone")
	if first, other := screen.Cells[0][0], screen.Cells[3][0]; first.Background == other.Background && first.Reverse == other.Reverse {
		t.Error("the selection does not stand out")
	}
	terminal.Resize(t, 24, 6)
	terminal.WaitScreen(t, "terminal/narrow")
	terminal.Keys(t, "ctrl+q")
	if code := terminal.Wait(t); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestEditor_sendsNoEscapeThatWasTyped(t *testing.T) {
	terminal := startEditor(t)
	terminal.Paste(t, "a\x1b]52;c;cGFzc3dvcmQ=\x07b \x1b[8mhidden")
	terminal.WaitFor(t, "the paste", func(s termtest.Screen) bool {
		return s.Lines[0] == "a␛]52;c;cGFzc3dvcmQ=␇b ␛[8mhidden"
	})
	if raw := string(terminal.Raw()); strings.Contains(raw, "\x1b]52") || strings.Contains(raw, "\x1b[8m") {
		t.Error("a pasted escape sequence reached the terminal")
	}
}
