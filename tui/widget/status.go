package widget

import (
	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"sounding/tui/theme"
)

// Level is how much a message wants to be seen.
type Level int

// The levels. Warning and Fault put a mark before the words, since colour
// alone says nothing.
const (
	Plain Level = iota
	Good
	Warning
	Fault
)

// Status is the one line at the foot of the screen: what happened at the left,
// what the keys do at the right.
type Status struct {
	theme *theme.Theme
	width int
	level Level
	text  string
	keys  []key.Binding
}

// NewStatus gives an empty line of 80 cells.
func NewStatus(t *theme.Theme) *Status { return &Status{theme: t, width: 80} }

// SetWidth says how many cells there are; below 1 counts as 1.
func (s *Status) SetWidth(width int) { s.width = max(1, width) }

// Say puts words at the left; the empty string takes them away.
func (s *Status) Say(level Level, text string) { s.level, s.text = level, text }

// Said is what stands at the left now.
func (s *Status) Said() (Level, string) { return s.level, s.text }

// SetKeys sets the bindings to show at the right, the most useful first.
func (s *Status) SetKeys(keys []key.Binding) { s.keys = keys }

// View draws one line of exactly the width. What was said goes before keys:
// only the keys that fit beside it are shown.
func (s *Status) View() string {
	text := fitLine(statusMark(s.level)+CleanLine(s.text), s.width, s.theme.Symbols.Ellipsis)
	if s.text == "" {
		text = ""
	}
	left := Width(text)
	room := s.width - left
	if left > 0 {
		room -= 2
	}
	hints, cells := helpLine(s.keys, room, s.theme.Styles.BarKey, s.theme.Styles.Bar)
	line := ""
	if text != "" {
		line = s.style().Render(text)
	}
	if gap := s.width - left - cells; gap > 0 {
		line += s.theme.Styles.Bar.Render(spaces(gap))
	}
	return line + hints
}

func statusMark(level Level) string {
	switch level {
	case Warning:
		return markWarning
	case Fault:
		return markFault
	default:
		return ""
	}
}

// style paints the words on the bar's own ground; weight marks what matters.
func (s *Status) style() lipgloss.Style {
	if s.level == Warning || s.level == Fault {
		return s.theme.Styles.BarKey
	}
	return s.theme.Styles.Bar
}
