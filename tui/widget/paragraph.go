package widget

import "sort"

// paragraph is one logical line of a text, without its line end, and what is
// known of how it wraps. Rows are found lazily from the start and only as far
// as somebody asked, so that a page of a paragraph of 100,000 characters costs
// a page. After an edit the rows above it stay, and the old rows below wait in
// tail: as soon as a new row starts where an old one did, all of them are
// good again.
type paragraph struct {
	text string

	width int   // the width the rows were made for; 0 when there are none
	rows  []int // byte offset of each known row; rows[0] is 0
	done  bool  // rows are known up to the end of text
	tail  []int // offsets where rows started before the last edits, ascending
}

// layout makes sure that the rows belong to the width.
func (p *paragraph) layout(width int) {
	if p.width == width && len(p.rows) > 0 {
		return
	}
	p.width, p.done, p.tail = width, false, nil
	p.rows = append(p.rows[:0], 0)
}

// limit is the cells for text: one is left for the cursor after the last
// character, and for the blank that a row may end with.
func limit(width int) int { return max(1, width-1) }

// grow finds one more row and reports whether there was one.
func (p *paragraph) grow() bool {
	if p.done {
		return false
	}
	start := p.rows[len(p.rows)-1]
	end, cells := rowEnd(p.text, start, limit(p.width), p.width)
	if end < len(p.text) {
		p.rows = append(p.rows, end)
		p.adopt(end)
		return true
	}
	p.done, p.tail = true, nil
	if cells >= p.width && start < len(p.text) {
		// The row is full: the cursor after it stands on a row of its own.
		p.rows = append(p.rows, len(p.text))
		return true
	}
	return false
}

// adopt takes the old rows from start on where one of them began there too.
func (p *paragraph) adopt(start int) {
	for len(p.tail) > 0 && p.tail[0] < start {
		p.tail = p.tail[1:]
	}
	if len(p.tail) > 0 && p.tail[0] == start {
		p.rows = append(p.rows, p.tail[1:]...)
		p.tail = nil
	}
}

// row gives the index of the row that holds the byte offset. An offset where
// a row starts is on that row.
func (p *paragraph) row(offset, width int) int {
	p.layout(width)
	for p.rows[len(p.rows)-1] <= offset && p.grow() {
	}
	return max(0, sort.SearchInts(p.rows, offset+1)-1)
}

// hasRow reports whether there is a row of that index.
func (p *paragraph) hasRow(index, width int) bool {
	p.layout(width)
	for len(p.rows) <= index && p.grow() {
	}
	return index >= 0 && index < len(p.rows)
}

// rowCount finds all rows.
func (p *paragraph) rowCount(width int) int {
	p.layout(width)
	for p.grow() {
	}
	return len(p.rows)
}

// rowSpan gives the byte offsets of a row that exists.
func (p *paragraph) rowSpan(index, width int) (start, end int) {
	if p.hasRow(index+1, width) {
		return p.rows[index], p.rows[index+1]
	}
	return p.rows[index], len(p.text)
}

// splice replaces text[from:to] and keeps what is still known of the rows. A
// row depends on the text of the next one (the word that did not fit), and a
// mark put at a row's start joins the row before: hence the two rows less.
func (p *paragraph) splice(from, to int, with string) {
	old := len(p.text)
	p.text = p.text[:from] + with + p.text[to:]
	if len(p.rows) == 0 {
		return
	}
	known := sort.SearchInts(p.rows, from+1)
	keep := max(1, known-3)
	// Either list has no gaps, but between the two there may be one.
	below := p.tail
	if len(below) == 0 {
		below = p.rows[keep:]
	}
	shift := len(p.text) - old
	var tail []int
	for _, start := range below[sort.SearchInts(below, to+1):] {
		tail = append(tail, start+shift)
	}
	p.rows, p.tail, p.done = p.rows[:keep], tail, false
}
