package language

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

const byteOrderMark = "\uFEFF"

// Span is a stretch of a text in Unicode code points from its start: a byte-order mark at the very beginning is not
// counted, CRLF counts as two, and a byte that is not UTF-8 counts as one. Start is the first code point of the
// stretch, End the one after its last.
type Span struct {
	Start, End int
}

// ByteRange gives the bytes of text that a span covers, so that text[from:to] is what the span shows. A span beyond the
// text is cut to it.
func ByteRange(text string, span Span) (from, to int) {
	counter := newSpanCounter(text)
	from = counter.byteAt(span.Start)
	return from, counter.byteAt(max(span.Start, span.End))
}

// spanCounter turns byte offsets into code points and back in one walk through the text: it must be asked in rising
// order, which is what keeps a long list of findings linear.
type spanCounter struct {
	text       string
	bytes      int
	codePoints int
}

func newSpanCounter(text string) *spanCounter {
	return &spanCounter{text: text, bytes: spanMark(text)}
}

// spanMark is the length in bytes of the byte-order mark that begins a text, 0 where there is none.
func spanMark(text string) int {
	if len(text) >= len(byteOrderMark) && text[:len(byteOrderMark)] == byteOrderMark {
		return len(byteOrderMark)
	}
	return 0
}

func (c *spanCounter) codePointAt(offset int) int {
	if offset < c.bytes {
		c.bytes, c.codePoints = spanMark(c.text), 0
	}
	// Every invalid byte counts as one here as it does there, and an offset inside a character is counted from its end.
	if to := min(offset, len(c.text)); to > c.bytes && (to == len(c.text) || utf8.RuneStart(c.text[to])) {
		c.codePoints += utf8.RuneCountInString(c.text[c.bytes:to])
		c.bytes = to
	}
	for c.bytes < offset && c.bytes < len(c.text) {
		c.step()
	}
	return c.codePoints
}

func (c *spanCounter) byteAt(codePoint int) int {
	if codePoint < c.codePoints {
		c.bytes, c.codePoints = spanMark(c.text), 0
	}
	for c.codePoints < codePoint && c.bytes < len(c.text) {
		c.step()
	}
	return c.bytes
}

func (c *spanCounter) step() {
	if c.text[c.bytes] < utf8.RuneSelf {
		c.bytes++
	} else {
		_, size := utf8.DecodeRuneInString(c.text[c.bytes:])
		c.bytes += size
	}
	c.codePoints++
}

// spanEdges widens byte ranges to whole grapheme clusters. Like spanCounter it is asked in rising order.
//
// Two neighbouring ASCII characters that are not CR LF always have a cluster edge between them, so only a range that
// touches something else needs segmenting, and that from the last sure edge before it.
type spanEdges struct {
	text  string
	known int // a cluster edge that is sure
}

func (e *spanEdges) widen(from, to int) (int, int) {
	return e.edge(from, false), e.edge(to, true)
}

// edge gives the cluster edge at an offset, or the nearest one before it (after it, where up is set).
func (e *spanEdges) edge(offset int, up bool) int {
	if offset <= 0 || offset >= len(e.text) || spanSureEdge(e.text, offset) {
		return min(max(offset, 0), len(e.text))
	}
	if e.known > offset {
		e.known = 0
	}
	start := offset
	for start > 0 && start > e.known && !spanSureEdge(e.text, start) {
		start--
	}
	clusters := graphemes.FromString(e.text[start:])
	for clusters.Next() {
		first, last := start+clusters.Start(), start+clusters.End()
		switch {
		case first == offset || last <= first:
			return offset
		case last >= offset:
			e.known = first
			if last == offset || up {
				return last
			}
			return first
		}
		e.known = first
	}
	return offset
}

func spanSureEdge(text string, offset int) bool {
	before, after := text[offset-1], text[offset]
	return before < utf8.RuneSelf && after < utf8.RuneSelf && (before != '\r' || after != '\n')
}
