package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/widget"
)

// The smallest window that is drawn in; at this or less a notice is shown.
const (
	tooNarrow = 40
	tooLow    = 10
)

// below is how many rows the root keeps for itself under the screen: the status
// line with its keys.
const below = 1

func (a *App) resize() {
	for _, p := range a.pages {
		a.resizeOne(p.screen)
	}
	a.dialog.SetSize(a.width, a.height)
	a.status.SetWidth(a.width)
}

func (a *App) resizeOne(s screen.Screen) {
	s.Resize(max(a.width, 1), max(a.height-below, 1))
}

// View draws the screen on top, the status line and the footer.
func (a *App) View() tea.View {
	frame := a.frame()
	v := tea.NewView(frame.Body)
	v.AltScreen = true
	v.ReportFocus = true
	v.WindowTitle = appTitle
	v.Cursor = frame.Cursor
	return v
}

func (a *App) frame() (f screen.Frame) {
	defer func() {
		if recover() != nil {
			f = screen.Frame{Body: a.notice(sayBroken)}
		}
	}()
	if a.width <= tooNarrow || a.height <= tooLow {
		return screen.Frame{Body: a.notice(sayTooSmall)}
	}
	if a.dialog.Open() {
		return screen.Frame{Body: a.cfg.Theme.Fill(a.dialog.View(), a.width, a.height), Cursor: a.dialog.Cursor()}
	}
	top, ok := a.top()
	if !ok {
		return screen.Frame{Body: a.cfg.Theme.Fill("", a.width, a.height)}
	}
	f = top.screen.View()
	lines := strings.Split(f.Body, "\n")
	for len(lines) < a.height-below {
		lines = append(lines, "")
	}
	a.status.SetKeys(footer(top.screen.Keys()))
	lines = append(lines[:a.height-below], a.status.View())
	return screen.Frame{Body: a.cfg.Theme.Fill(strings.Join(lines, "\n"), a.width, a.height), Cursor: f.Cursor}
}

// footer puts help among the first keys, so that a narrow window shows it too.
func footer(own []key.Binding) []key.Binding {
	first := min(len(own), 2)
	keys := append([]key.Binding{}, own[:first]...)
	keys = append(keys, globalKeys.Help)
	return append(append(keys, own[first:]...), globalKeys.Lock)
}

func (a *App) notice(text string) string {
	lines := widget.Wrap(text, max(a.width, 1))
	if len(lines) > max(a.height, 1) {
		lines = lines[:max(a.height, 1)]
	}
	return strings.Join(lines, "\n")
}
