package termtest

import "strings"

// Screen is what a terminal showed at one moment.
type Screen struct {
	Lines         []string // as many as the terminal is high, blanks at the ends cut
	Cells         [][]Cell // rows of cells, as many as the terminal is wide
	X, Y          int      // the cursor
	CursorVisible bool
	AltScreen     bool
	Title         string
}

// Cell is one cell: its character and whether it stands out from its text.
// Colours are those of the emulator: 0 to 255 from the palette, 24 bits of RGB
// above, and numbers beyond those for the terminal's own.
type Cell struct {
	Char                     rune
	Foreground, Background   uint32
	Bold, Underline, Reverse bool
}

// String is the screen as a golden holds it.
func (s Screen) String() string { return joinScreen(s.Lines, s.CursorVisible, s.X, s.Y) }

// Contains reports whether a line holds the text. It is for choosing what to
// do; to wait for a screen, wait for the whole of it.
func (s Screen) Contains(text string) bool {
	for _, line := range s.Lines {
		if strings.Contains(line, text) {
			return true
		}
	}
	return false
}

// Blank reports whether nothing has been drawn.
func (s Screen) Blank() bool {
	for _, line := range s.Lines {
		if line != "" {
			return false
		}
	}
	return true
}

// CursorLine is the line that the cursor is on: what a screen reader says.
func (s Screen) CursorLine() string {
	if s.Y < 0 || s.Y >= len(s.Lines) {
		return ""
	}
	return s.Lines[s.Y]
}
