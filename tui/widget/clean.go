package widget

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Clean is the one way by which the text of a person or a file becomes fit to
// be sent to a terminal. Controls, escapes, C1, bidirectional and other
// invisible format characters, stray marks and bytes that are no UTF-8 become
// visible stand-ins of one cell; CRLF and CR become LF; LF stays, so the
// result may have several lines; a tab becomes blanks up to the next stop.
// What is drawn is cleaned, never what is stored. Clean(Clean(s)) == Clean(s).
func Clean(s string) string { return clean(s, true) }

// CleanLine is Clean for a place of one line: line ends become single blanks.
func CleanLine(s string) string { return clean(s, false) }

func clean(s string, lines bool) string {
	if isPlain(s, lines) {
		return s
	}
	s = normaliseLineEnds(s)
	var out strings.Builder
	out.Grow(len(s) + len(s)/8)
	column := 0
	for i := 0; i < len(s); {
		if s[i] == '\n' {
			if lines {
				out.WriteByte('\n')
				column = 0
			} else {
				out.WriteByte(' ')
				column++
			}
			i++
			continue
		}
		c := clusterAt(s, i)
		cells := fitAt(c, column)
		if c.tab {
			out.WriteString(spaces(cells))
		} else {
			out.WriteString(c.drawn)
		}
		column += cells
		i = c.end
	}
	return out.String()
}

// isPlain is the short way for nearly all text: printable ASCII.
func isPlain(s string, lines bool) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' {
			if c != '\n' || !lines {
				return false
			}
		}
	}
	return true
}

// normaliseLineEnds makes LF of CRLF and of a lone CR.
func normaliseLineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// isColour tells an SGR sequence: CSI, digits and separators, m.
func isColour(sequence string) bool {
	body, found := strings.CutPrefix(sequence, "\x1b[")
	if !found || !strings.HasSuffix(body, "m") {
		return false
	}
	return strings.Trim(body[:len(body)-1], "0123456789;:") == ""
}

// keepColour drops every sequence but SGR from a rendered page and puts
// stand-ins for whatever else is no text.
func keepColour(page string) string {
	var out strings.Builder
	out.Grow(len(page))
	var state byte
	for len(page) > 0 {
		sequence, _, n, next := ansi.DecodeSequence(page, state, nil)
		switch {
		case sequence == "\n" || isColour(sequence):
			out.WriteString(sequence)
		case len(sequence) > 1 && sequence[0] == '\x1b':
			// A hyperlink's ends; its address stands beside it as text.
		default:
			out.WriteString(clean(sequence, false))
		}
		page, state = page[n:], next
	}
	return out.String()
}

// numericEntity is a character given by number in Markdown or HTML.
var numericEntity = regexp.MustCompile(`(?i)&#(x[0-9a-f]{1,8}|[0-9]{1,8});`)

// disarmEntities replaces numbered characters that Clean would not let
// through, since the Markdown renderer would turn them back into themselves.
func disarmEntities(source string) string {
	if !strings.Contains(source, "&#") {
		return source
	}
	return numericEntity.ReplaceAllStringFunc(source, func(entity string) string {
		digits, base := entity[2:len(entity)-1], 10
		if digits[0] == 'x' || digits[0] == 'X' {
			digits, base = digits[1:], 16
		}
		code, err := strconv.ParseInt(digits, base, 64)
		if err != nil || code > utf8.MaxRune || !isHidden(rune(code)) {
			return entity
		}
		return hiddenStandIn(rune(code))
	})
}
