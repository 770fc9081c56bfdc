package widget

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// tabStop is the distance of tab stops in cells, counted from the row's start.
const tabStop = 4

// maxDrawnMarks is how many code points of one cluster are drawn. Real text
// stays far below; a letter with a thousand marks would be sent whole with
// every frame and paint over its neighbours.
const maxDrawnMarks = 24

// cluster is one character as a person sees it: one grapheme cluster of
// Unicode Annex 29, or a single byte that is no UTF-8.
type cluster struct {
	end int // byte offset just after it
	// fit is the cells to leave for it: the larger of the two ways in which
	// terminals count, so that a line never overflows in either.
	fit int
	// drawn is what to send to the terminal. It is the cluster itself where
	// that is safe, else its stand-in.
	drawn string
	space bool // blank, a row may break after it
	tab   bool
	wide  bool // an ideograph: two cells, and a row may break beside it
	// letter is an ASCII character that is neither blank nor hyphen.
	letter bool
}

// clusterAt reads the cluster that starts at byte offset i, which must be a
// cluster boundary and less than len(s).
func clusterAt(s string, i int) cluster {
	c := s[i]
	if c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return asciiCluster(s, i)
	}
	if end, r := simpleEnd(s, i); end > 0 {
		if isIdeograph(r) {
			return cluster{end: end, fit: 2, drawn: s[i:end], wide: true}
		}
		return cluster{end: end, fit: simpleFit(r), drawn: s[i:end]}
	}
	end := clusterEnd(s, i)
	text := s[i:end]
	drawn, fit := standIn(text)
	return cluster{end: end, fit: fit, drawn: drawn, space: isBreakingSpace(text), wide: fit == 2 && isIdeographic(text)}
}

// simpleEnd gives where the simple character at i ends, or 0 where there is
// none or the next code point might belong to it. The segmenter and the two
// measures take ten times as long, and accents, curly quotes and ideographs
// are ordinary text.
func simpleEnd(s string, i int) (end int, r rune) {
	r, size := utf8.DecodeRuneInString(s[i:])
	if !isSimple(r) {
		return 0, r
	}
	end = i + size
	if end == len(s) || s[end] < utf8.RuneSelf {
		return end, r
	}
	if next, _ := utf8.DecodeRuneInString(s[end:]); isSimple(next) {
		return end, r
	}
	return 0, r
}

// isSimple tells characters that are visible, one cluster each, and join with
// none of their kind: Latin letters with their accents, the dashes and quotes
// of print, and ideographs.
func isSimple(r rune) bool {
	return r >= firstLatin && r <= lastLatin || r >= firstPrint && r <= lastPrint || isIdeograph(r)
}

const (
	firstLatin, lastLatin = 0xc0, 0x24f
	firstPrint, lastPrint = 0x2010, 0x2027
)

// isIdeograph tells Han, Hiragana and Katakana letters and their commas and
// full stops: two cells in every terminal.
func isIdeograph(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3041 && r <= 0x3096 || r >= 0x30a1 && r <= 0x30fa ||
		r == 0x3001 || r == 0x3002
}

// simpleFits holds what measure says of the simple characters that are no
// ideographs. It is asked once, since it may depend on the environment (East
// Asian terminals draw some of them wide).
var simpleFits = sync.OnceValue(func() *[lastPrint + 1]uint8 {
	var fits [lastPrint + 1]uint8
	for r := rune(firstLatin); r <= lastPrint; r++ {
		if r <= lastLatin || r >= firstPrint {
			fit, _ := measure(string(r))
			fits[r] = uint8(fit)
		}
	}
	return &fits
})

func simpleFit(r rune) int { return int(simpleFits()[r]) }

func asciiCluster(s string, i int) cluster {
	switch c := s[i]; {
	case c == '\t':
		return cluster{end: i + 1, fit: tabStop, drawn: " ", space: true, tab: true}
	case c < ' ' || c == 0x7f:
		return cluster{end: i + 1, fit: 1, drawn: controlPicture(rune(c))}
	default:
		return cluster{end: i + 1, fit: 1, drawn: s[i : i+1], space: c == ' ', letter: c != ' ' && c != '-'}
	}
}

// clusterEnd gives the byte offset after the cluster at i. Bytes that are no
// UTF-8 stand alone whatever the segmenter makes of them.
func clusterEnd(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return i + 1
	}
	if end, _ := simpleEnd(s, i); end > 0 {
		return end
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size <= 1 {
		return i + 1
	}
	text := graphemes.FromString(s[i:]).First()
	if utf8.ValidString(text) {
		return i + len(text)
	}
	for j := 0; j < len(text); {
		r, size := utf8.DecodeRuneInString(text[j:])
		if r == utf8.RuneError && size <= 1 {
			return i + j
		}
		j += size
	}
	return i + len(text)
}

// measure gives the cells to leave for one drawn cluster, and the fewer of the
// two counts: 0 where a terminal would show nothing.
func measure(drawn string) (fit, least int) {
	_, byRune := ansi.FirstGraphemeCluster(drawn, ansi.WcWidth)
	_, byCluster := ansi.FirstGraphemeCluster(drawn, ansi.GraphemeWidth)
	return max(byRune, byCluster), min(byRune, byCluster)
}

// cellsOf is the width of drawn text as the renderer counts it.
func cellsOf(drawn string, method ansi.Method) int {
	if len(drawn) == 1 {
		return 1
	}
	return method.StringWidth(drawn)
}

func isBreakingSpace(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	if size != len(text) {
		return false
	}
	// U+00A0, U+2007 and U+202F are blank but hold words together.
	return unicode.Is(unicode.Zs, r) && r != 0xa0 && r != 0x2007 && r != 0x202f || r == 0x200b
}

func isIdeographic(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// standIn gives what is drawn for one cluster and the cells to leave for it:
// itself where it is harmless, else something visible that no terminal obeys.
func standIn(text string) (drawn string, fit int) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case r == utf8.RuneError && size <= 1:
		drawn = invalidByte
	case isHidden(r):
		drawn = hiddenStandIn(r)
	default:
		drawn = limitMarks(text)
	}
	fit, least := measure(drawn)
	if least > 0 {
		return drawn, fit
	}
	// A mark with nothing to stand on would join its left neighbour.
	drawn = invisible
	if unicode.Is(unicode.M, r) {
		drawn = dottedCircle + limitMarks(text)
	}
	fit, _ = measure(drawn)
	return drawn, fit
}

func limitMarks(text string) string {
	if len(text) <= maxDrawnMarks {
		return text
	}
	count := 0
	for i := range text {
		if count == maxDrawnMarks {
			return strings.TrimRight(text[:i], "\u200d")
		}
		count++
	}
	return text
}

// The stand-ins. All are one cell and none is a letter of any script.
const (
	invalidByte  = "\ufffd" // a byte that is no UTF-8, and C1 controls
	invisible    = "\u2423" // open box: a character that would not be seen
	reordering   = "\u21c4" // arrows both ways: a bidirectional control
	lineMark     = "\u21b5" // a line or paragraph separator
	softHyphen   = "\u00ac" // the sign that word processors use
	dottedCircle = "\u25cc"
)

// isHidden tells the characters that a terminal may obey, reorder by, or show
// as nothing: controls (Cc), format characters (Cf) outside of a cluster, and
// the two Unicode line ends.
func isHidden(r rune) bool {
	if r < 0x20 || r >= 0x7f && r < 0xa0 {
		return true
	}
	if r < 0xad {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) && !isPrepended(r)
}

// isPrepended tells the visible format characters (Arabic number signs and
// their like), which are written before a digit and draw something.
func isPrepended(r rune) bool {
	return r >= 0x600 && r <= 0x605 || r == 0x6dd || r == 0x70f || r >= 0x890 && r <= 0x891 ||
		r == 0x8e2 || r == 0x110bd || r == 0x110cd
}

func hiddenStandIn(r rune) string {
	switch {
	case r < 0x20 || r == 0x7f:
		return controlPicture(r)
	case r < 0xa0:
		return invalidByte
	case r == 0xad:
		return softHyphen
	case r == 0x2028 || r == 0x2029:
		return lineMark
	case r == 0x61c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		return reordering
	default:
		return invisible
	}
}

// controlPicture gives the sign of Unicode's Control Pictures block.
func controlPicture(r rune) string {
	if r == 0x7f {
		return "\u2421"
	}
	return string(rune(0x2400) + r)
}

// Width is the cells to leave for a line of text. It counts what Clean would
// draw and leaves enough for either way in which terminals count; a tab counts
// to the next stop.
func Width(s string) int {
	total := 0
	for i := 0; i < len(s); {
		c := clusterAt(s, i)
		total += fitAt(c, total)
		i = c.end
	}
	return total
}

// fitAt is the fit of a cluster in column column, where tabs need to know.
func fitAt(c cluster, column int) int {
	if c.tab {
		return tabStop - column%tabStop
	}
	return c.fit
}

// graphemeCount counts the characters of a text as a person would.
func graphemeCount(s string) int {
	count := 0
	for i := 0; i < len(s); i = clusterEnd(s, i) {
		count++
	}
	return count
}

// spaces gives n blanks without making a new string for the usual widths.
func spaces(n int) string {
	const blank = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(blank) {
		return blank[:n]
	}
	return strings.Repeat(" ", n)
}
