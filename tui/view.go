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
	a.fit()
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
	if notes := a.notes(); len(notes) > 0 {
		lines = append(append(lines[:a.height-below-len(notes)], notes...), lines[a.height-below:]...)
	}
	return screen.Frame{Body: a.cfg.Theme.Fill(strings.Join(lines, "\n"), a.width, a.height), Cursor: f.Cursor}
}

// say puts words in the status line, or over the last rows of the screen where
// they are too long for it: what goes wrong has to be read whole.
func (a *App) say(level widget.Level, text string) {
	a.level, a.long = level, text
	a.fit()
}

func (a *App) fit() {
	// The line's own mark and a key or two need room beside the words.
	if widget.Width(a.long) <= a.width*3/4 {
		a.status.Say(a.level, a.long)
		return
	}
	a.status.Say(widget.Plain, "")
}

// notes are the rows of what is too long for the status line: half the window
// at the most.
func (a *App) notes() []string {
	if _, said := a.status.Said(); said != "" || a.long == "" {
		return nil
	}
	style := a.cfg.Theme.Styles.Base
	if a.level == widget.Warning || a.level == widget.Fault {
		style = a.cfg.Theme.Styles.Fault
	}
	rows := widget.Wrap(a.long, max(a.width, 1))
	if most := a.height / 2; len(rows) > most {
		rows = rows[:most]
	}
	for i := range rows {
		rows[i] = style.Render(rows[i])
	}
	return rows
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
