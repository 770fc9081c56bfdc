package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes a person's words safe to print as plain lines: control
// characters, escape sequences, marks that turn the direction of text and
// invalid bytes become signs that can be seen and do nothing. Line ends and
// tabs stay.
func Visible(text string) string {
	clean := true
	for i, r := range text {
		if unsafe(r) || r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			clean = false
			break
		}
	}
	if clean {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		switch {
		case r < 0x20 && r != '\n' && r != '\t':
			out.WriteRune(0x2400 + r)
		case r == 0x7f:
			out.WriteRune(0x2421)
		case unsafe(r):
			out.WriteRune(utf8.RuneError)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func unsafe(r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case 0x200c, 0x200d:
		return false // joiners that Persian, Hindi and many emoji need
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// VisibleLine is Visible for one line: line ends and tabs become spaces.
func VisibleLine(text string) string {
	return strings.Join(strings.FieldsFunc(Visible(text), func(r rune) bool { return r == '\n' || r == '\t' }), " ")
}
