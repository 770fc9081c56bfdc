package widget

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// position is a place between two characters: a paragraph's index and a byte
// offset in its text, on a cluster boundary.
type position struct{ paragraph, offset int }

func (p position) before(q position) bool {
	return p.paragraph < q.paragraph || p.paragraph == q.paragraph && p.offset < q.offset
}

// document is the text of an editor as paragraphs, with their rows at one
// width. There is always at least one paragraph. It keeps every byte that it
// was given, but for line ends, which are LF.
type document struct {
	paragraphs []*paragraph
	width      int
	length     int // code points, line ends included; see countStarts
}

func newDocument(text string, width int) *document {
	d := &document{width: width}
	d.set(text)
	return d
}

func (d *document) set(text string) {
	text = normaliseLineEnds(text)
	lines := strings.Split(text, "\n")
	// One block for all of them: a hundred thousand lines are one allocation.
	block := make([]paragraph, len(lines))
	d.paragraphs = make([]*paragraph, len(lines))
	for i, line := range lines {
		block[i].text = line
		d.paragraphs[i] = &block[i]
	}
	d.length = countStarts(text)
}

func (d *document) value() string {
	if len(d.paragraphs) == 1 {
		return d.paragraphs[0].text
	}
	return d.text(position{}, d.end())
}

// text gives what stands between two ordered positions.
func (d *document) text(from, to position) string {
	if from.paragraph == to.paragraph {
		return d.paragraphs[from.paragraph].text[from.offset:to.offset]
	}
	size := to.offset - from.offset
	for i := from.paragraph; i < to.paragraph; i++ {
		size += len(d.paragraphs[i].text) + 1
	}
	var out strings.Builder
	out.Grow(size)
	out.WriteString(d.paragraphs[from.paragraph].text[from.offset:])
	for i := from.paragraph + 1; i < to.paragraph; i++ {
		out.WriteByte('\n')
		out.WriteString(d.paragraphs[i].text)
	}
	out.WriteByte('\n')
	out.WriteString(d.paragraphs[to.paragraph].text[:to.offset])
	return out.String()
}

// replace puts text, whose line ends are LF, in place of what stands between
// two ordered positions and gives where the new text ends.
func (d *document) replace(from, to position, text string) position {
	d.length += countStarts(text) - d.countBetween(from, to)
	first, last := d.paragraphs[from.paragraph], d.paragraphs[to.paragraph]
	if from.paragraph == to.paragraph && strings.IndexByte(text, '\n') < 0 {
		first.splice(from.offset, to.offset, text)
		return position{from.paragraph, from.offset + len(text)}
	}
	rest := last.text[to.offset:]
	lines := strings.Split(text, "\n")
	end := position{from.paragraph + len(lines) - 1, len(lines[len(lines)-1])}
	if len(lines) == 1 {
		end.offset += from.offset
		first.splice(from.offset, len(first.text), lines[0]+rest)
	} else {
		first.splice(from.offset, len(first.text), lines[0])
	}
	added, block := make([]*paragraph, len(lines)-1), make([]paragraph, len(lines)-1)
	for i, line := range lines[1:] {
		if i == len(lines)-2 {
			line += rest
		}
		block[i].text, added[i] = line, &block[i]
	}
	d.paragraphs = slices.Replace(d.paragraphs, from.paragraph+1, to.paragraph+1, added...)
	return end
}

// countBetween counts without joining the text first.
func (d *document) countBetween(from, to position) int {
	if from.paragraph == to.paragraph {
		return countStarts(d.paragraphs[from.paragraph].text[from.offset:to.offset])
	}
	count := countStarts(d.paragraphs[from.paragraph].text[from.offset:])
	for i := from.paragraph + 1; i < to.paragraph; i++ {
		count += 1 + countStarts(d.paragraphs[i].text)
	}
	return count + 1 + countStarts(d.paragraphs[to.paragraph].text[:to.offset])
}

// countStarts counts the bytes that start a code point. For UTF-8 these are
// the code points; unlike counting runes it adds up where bytes that are no
// UTF-8 are cut apart or put together.
func countStarts(s string) int {
	count := 0
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			count++
		}
	}
	return count
}

func (d *document) isEmpty() bool { return len(d.paragraphs) == 1 && d.paragraphs[0].text == "" }

func (d *document) end() position {
	last := len(d.paragraphs) - 1
	return position{last, len(d.paragraphs[last].text)}
}

func (d *document) at(p position) *paragraph { return d.paragraphs[p.paragraph] }

// snap moves a position forward to the next cluster boundary, for after an
// edit that joined characters (a mark that lost what stood before it).
func (d *document) snap(p position) position {
	p.paragraph = min(max(p.paragraph, 0), len(d.paragraphs)-1)
	text := d.at(p).text
	p.offset = min(max(p.offset, 0), len(text))
	if p.offset == 0 || p.offset == len(text) {
		return p
	}
	if text[p.offset-1] < utf8.RuneSelf && text[p.offset] < utf8.RuneSelf {
		return p
	}
	i := d.rowStart(p)
	for i < p.offset {
		i = clusterEnd(text, i)
	}
	p.offset = i
	return p
}

// rowStart gives the offset where the row of p starts, a known boundary.
func (d *document) rowStart(p position) int {
	para := d.at(p)
	return para.rows[para.row(p.offset, d.width)]
}

// next is the position after the character that follows p.
func (d *document) next(p position) (position, bool) {
	text := d.at(p).text
	if p.offset < len(text) {
		return position{p.paragraph, clusterEnd(text, p.offset)}, true
	}
	if p.paragraph+1 < len(d.paragraphs) {
		return position{p.paragraph + 1, 0}, true
	}
	return p, false
}

// previous is the position before the character that precedes p.
func (d *document) previous(p position) (position, bool) {
	if p.offset == 0 {
		if p.paragraph == 0 {
			return p, false
		}
		return position{p.paragraph - 1, len(d.paragraphs[p.paragraph-1].text)}, true
	}
	text := d.at(p).text
	// Two ASCII bytes never belong together, so most steps need no search.
	if i := p.offset - 1; text[i] < utf8.RuneSelf && (i == 0 || text[i-1] < utf8.RuneSelf) &&
		(p.offset == len(text) || text[p.offset] < utf8.RuneSelf) {
		return position{p.paragraph, i}, true
	}
	index := d.at(p).row(p.offset, d.width)
	start := d.at(p).rows[index]
	if start == p.offset {
		start = d.at(p).rows[index-1]
	}
	for {
		end := clusterEnd(text, start)
		if end >= p.offset {
			return position{p.paragraph, start}, true
		}
		start = end
	}
}
