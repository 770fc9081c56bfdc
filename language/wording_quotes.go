package language

import (
	"strings"
	"unicode/utf8"
)

// quotation is a stretch in quotation marks, in bytes, the marks included.
type quotation struct{ start, end int }

// quoteReach is the longest quotation in bytes; what is longer is more likely a mark that was never closed.
const quoteReach = 4000

// quotations finds what stands in quotation marks, double or single, straight or curly. A mark that is not closed in its
// paragraph opens nothing.
func quotations(text string) []quotation {
	var quotes []quotation
	unclosed := map[rune]int{} // how far a mark has been looked after in vain
	for at := 0; at < len(text); {
		next := strings.IndexAny(text[at:], "\"“‘'")
		if next < 0 {
			return quotes
		}
		start := at + next
		mark, size := utf8.DecodeRuneInString(text[start:])
		at = start + size
		if start < unclosed[mark] || mark == '\'' && !quoteOpens(text, start) {
			continue
		}
		end, closed := quoteEnd(text, at, mark)
		if !closed {
			unclosed[mark] = end
			continue
		}
		quotes = append(quotes, quotation{start, end})
		at = end
	}
	return quotes
}

// quoteOpens says whether a straight single mark can open a quotation: nothing before it, a letter after it.
func quoteOpens(text string, at int) bool {
	before := byte(' ')
	if at > 0 {
		before = text[at-1]
	}
	return strings.IndexByte(" \t\r\n([-:", before) >= 0 && at+1 < len(text) && text[at+1] > ' '
}

// quoteEnd gives the offset after the mark that closes a quotation, or how far none was found.
func quoteEnd(text string, at int, open rune) (end int, closed bool) {
	limit := min(len(text), at+quoteReach)
	for i := at; i < limit; {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n' && strings.HasPrefix(strings.TrimLeft(text[i+1:limit], " \t\r"), "\n"):
			return i, false
		case open == '"' && r == '"', open == '“' && r == '”':
			return i + size, true
		case (open == '‘' && r == '’' || open == '\'' && (r == '\'' || r == '’')) && quoteCloses(text, i, size):
			return i + size, true
		}
		i += size
	}
	return limit, false
}

// quoteCloses says whether a single mark is no apostrophe: no letter follows it, and something stands before it.
func quoteCloses(text string, at, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	return at > 0 && text[at-1] > ' ' && (at+size >= len(text) || spanLetter(next) == 0)
}
