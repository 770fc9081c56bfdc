package termtest

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Frame is one drawn frame and where it is to be shown. X and Y count from
// the top left cell; they say something only where Cursor is true.
type Frame struct {
	Content       string
	Width, Height int
	Cursor        bool
	X, Y          int
}

// Size is a terminal size in cells.
type Size struct{ Width, Height int }

// GoldenSizes are the sizes of which every screen and widget keeps a golden.
func GoldenSizes() []Size { return []Size{{60, 16}, {80, 24}, {120, 40}} }

// OddSizes are sizes at which layouts break: nothing, less than a line, much
// wider than high and the reverse.
func OddSizes() []Size {
	return []Size{{1, 1}, {1, 5}, {2, 2}, {3, 1}, {5, 3}, {7, 30}, {10, 4}, {20, 5}, {40, 10}, {41, 11}, {60, 16}, {80, 24}, {120, 40}, {200, 60}}
}

// Check gives what is wrong with a frame, or nil: a line wider than the screen
// by either way of counting cells, more lines than the screen has, a cursor
// outside of it, or anything that is neither text nor colour.
func Check(f Frame) error {
	lines := strings.Split(f.Content, "\n")
	if len(lines) > f.Height {
		return fmt.Errorf("%d lines on a screen of %d", len(lines), f.Height)
	}
	for i, line := range lines {
		if width := ansi.StringWidth(line); width > f.Width {
			return fmt.Errorf("line %d is %d cells by clusters on a screen of %d: %q", i, width, f.Width, line)
		}
		if width := ansi.StringWidthWc(line); width > f.Width {
			return fmt.Errorf("line %d is %d cells by code points on a screen of %d: %q", i, width, f.Width, line)
		}
		if err := checkSafe(line); err != nil {
			return fmt.Errorf("line %d: %w", i, err)
		}
	}
	if f.Cursor && (f.X < 0 || f.Y < 0 || f.X >= f.Width || f.Y >= f.Height) {
		return fmt.Errorf("cursor at %d,%d on a screen of %dx%d", f.X, f.Y, f.Width, f.Height)
	}
	return nil
}

// checkSafe refuses whatever a terminal might obey, save colour (SGR).
func checkSafe(line string) error {
	if !utf8.ValidString(line) {
		return fmt.Errorf("bytes that are no UTF-8: %q", line)
	}
	var state byte
	for rest := line; rest != ""; {
		sequence, _, n, next := ansi.DecodeSequence(rest, state, nil)
		if sequence[0] == '\x1b' {
			if !isColour(sequence) {
				return fmt.Errorf("an escape sequence that is no colour: %q", sequence)
			}
		} else if err := checkRunes(sequence); err != nil {
			return err
		}
		rest, state = rest[n:], next
	}
	return nil
}

// joiner may stand inside a character; it reorders and obeys nothing.
const joiner = '\u200d'

func checkRunes(text string) error {
	for _, r := range text {
		tag := r >= 0xe0020 && r <= 0xe007f
		if unicode.Is(unicode.Cc, r) || isReordering(r) || r == '\u2028' || r == '\u2029' {
			return fmt.Errorf("control character %U in %q", r, text)
		}
		if unicode.Is(unicode.Cf, r) && r != joiner && r != '\u200c' && !tag && utf8.RuneCountInString(text) == 1 {
			return fmt.Errorf("invisible character %U", r)
		}
	}
	return nil
}

func isReordering(r rune) bool {
	return r == 0x61c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

func isColour(sequence string) bool {
	body, found := strings.CutPrefix(sequence, "\x1b[")
	return found && strings.HasSuffix(body, "m") && strings.Trim(body[:len(body)-1], "0123456789;:") == ""
}

// MustCheck fails the test where Check finds something wrong.
func MustCheck(t testing.TB, f Frame) {
	t.Helper()
	if err := Check(f); err != nil {
		t.Fatalf("frame of %dx%d: %v", f.Width, f.Height, err)
	}
}

// Text gives a frame as plain lines without blanks at their ends, and the
// cursor on a line of its own: what a golden holds.
func Text(f Frame) string {
	lines := strings.Split(ansi.Strip(f.Content), "\n")
	return joinScreen(lines, f.Cursor, f.X, f.Y)
}

func joinScreen(lines []string, cursor bool, x, y int) string {
	var out strings.Builder
	for _, line := range lines {
		out.WriteString(strings.TrimRight(line, " "))
		out.WriteByte('\n')
	}
	text := strings.TrimRight(out.String(), "\n") + "\n"
	if cursor {
		return text + fmt.Sprintf("-- cursor %d,%d\n", x, y)
	}
	return text + "-- no cursor\n"
}
