package widget

import (
	"strings"
	"unicode/utf8"
)

// rowEnd finds where the row that starts at byte offset start ends: the offset
// of the next row, or len(s). It is the one rule for breaking lines, for the
// editor and for what is only read: after blanks, after a hyphen or dash
// inside a word, around ideographs, and inside a word only where the word
// alone is wider than the row. limit is the cells for everything but the
// blanks at the row's end, which may stand in the cells up to hang, or without
// end where hang is below zero. It also gives the cells that the row takes.
func rowEnd(s string, start, limit, hang int) (end, cells int) {
	column, broken, brokenCells := 0, -1, 0
	var last cluster
	for i := start; i < len(s); {
		if last.letter && column < limit && isLetterAt(s, i) {
			column++ // nearly every character of nearly every text
			i++
			continue
		}
		c := clusterAt(s, i)
		width := min(fitAt(c, column), max(limit, hang, 1))
		if i > start && breaksBetween(s, start, i, last, c) {
			broken, brokenCells = i, column
		}
		over := column+width > limit
		if c.space {
			width, over = blankAt(c, column, width, hang)
		}
		if over && i > start {
			if broken > start && !c.space {
				return broken, brokenCells
			}
			return i, column
		}
		column += width
		last = c
		i = c.end
	}
	return len(s), column
}

// blankAt says how many cells a blank takes at a column, and whether it has no
// room. A tab takes what is left of the cells that blanks may hang over.
func blankAt(c cluster, column, width, hang int) (cells int, over bool) {
	over = hang >= 0 && column+width > max(hang, 1)
	if over && c.tab && column < hang {
		return hang - column, false
	}
	return width, over
}

// isLetterAt tells an ASCII character, no blank and no hyphen, that is a
// cluster of its own: after another of its kind no row breaks before it.
func isLetterAt(s string, i int) bool {
	return s[i] > ' ' && s[i] < 0x7f && s[i] != '-' && (i+1 == len(s) || s[i+1] < utf8.RuneSelf)
}

// breaksBetween tells whether a row from start may end before the cluster c at i.
// It looks at nothing before start, so that a row depends on its own text.
func breaksBetween(s string, start, i int, last, c cluster) bool {
	if c.space {
		return false
	}
	if last.space || last.wide || c.wide {
		return true
	}
	switch last.drawn {
	case "-", "\u2010", "\u2013":
		// Inside a word only: not "-5", not "--linear", not a list's dash.
		before := i - len(last.drawn) - 1
		return before >= start && isWordByte(s[before]) && isWordByte(s[i])
	case "\u2014":
		return true
	}
	return false
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}

// WrapItem wraps like Wrap; what begins with a dash hangs from it, so that it is
// seen where the next item begins.
func WrapItem(s string, width int) []string {
	const dash = "- "
	rest, item := strings.CutPrefix(s, dash)
	if !item || width <= len(dash) {
		return Wrap(s, width)
	}
	lines := Wrap(rest, width-len(dash))
	for i := range lines {
		lead := "  "
		if i == 0 {
			lead = dash
		}
		lines[i] = lead + lines[i]
	}
	return lines
}

// Wrap cleans s and breaks it into lines of at most width cells, by words.
// Blanks at a line's end are dropped, those at a paragraph's start kept. It
// always gives at least one line; a width below 1 counts as 1.
func Wrap(s string, width int) []string {
	width = max(1, width)
	var lines []string
	for paragraph := range strings.SplitSeq(clean(s, true), "\n") {
		if paragraph == "" {
			lines = append(lines, "")
			continue
		}
		for start := 0; start < len(paragraph); {
			end, _ := rowEnd(paragraph, start, width, -1)
			lines = append(lines, fitLine(strings.TrimRight(paragraph[start:end], " "), width, ""))
			start = end
		}
	}
	return lines
}

// WrapTo is Wrap with at most so many lines; the last of them ends in an
// ellipsis where something was cut.
func WrapTo(s string, width, most int) []string {
	lines := Wrap(s, width)
	if len(lines) <= max(most, 0) {
		return lines
	}
	if most < 1 {
		return nil
	}
	lines[most-1] = Truncate(lines[most-1]+" "+lines[most], width)
	return lines[:most]
}

// Truncate cleans s, makes one line of it and cuts it to width cells, with an
// ellipsis in the last cell where something was cut. A width of 0 or less
// gives the empty string. A long text costs no more than what is shown of it.
func Truncate(s string, width int) string {
	return fitLine(clean(headOf(s, width), false), width, "…")
}

// bytesACell is more than what one cell takes, however it is put together.
const bytesACell = 64

// headOf cuts a text to what could be seen of it in width cells, and a little
// more, so that a cut still shows as one.
func headOf(s string, width int) string {
	most := bytesACell * (max(width, 0) + 2)
	if len(s) <= most {
		return s
	}
	for !utf8.RuneStart(s[most]) && most > 0 {
		most--
	}
	return s[:most] + "…"
}

// Pad is Truncate followed by blanks up to width cells.
func Pad(s string, width int) string {
	s = Truncate(s, width)
	return s + spaces(width-Width(s))
}

// fitLine cuts one clean line to width cells.
func fitLine(s string, width int, ellipsis string) string {
	if width <= 0 {
		return ""
	}
	if len(s) <= width && isPlain(s, false) {
		return s
	}
	column, keep := 0, 0
	room := width - Width(ellipsis)
	if room < 0 {
		room, ellipsis = width, ""
	}
	for i := 0; i < len(s); {
		c := clusterAt(s, i)
		column += fitAt(c, column)
		if column > width {
			if keep == 0 && ellipsis == "" {
				return tooWide
			}
			return s[:keep] + ellipsis
		}
		i = c.end
		if column <= room {
			keep = i
		}
	}
	return s
}

// tooWide stands for a character that is wider than the place it is given.
const tooWide = "?"

// PadStyled brings a styled line to exactly width cells, by whichever way of
// counting cells gives more: a terminal may use either.
func PadStyled(line string, width int) string {
	line = cutStyled(line, width)
	return line + spaces(max(0, width-styledWidth(line)))
}
