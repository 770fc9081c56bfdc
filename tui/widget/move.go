package widget

import (
	"unicode"
	"unicode/utf8"
)

// The functions of this file lead from one position to another; commands use
// them to move, to select and to erase.

func left(c *core, p position) position {
	p, _ = c.doc.previous(p)
	return p
}

func right(c *core, p position) position {
	p, _ = c.doc.next(p)
	return p
}

// class sorts characters for word movement: a word is a run of one class.
type class int

const (
	blank class = iota
	letter
	sign
)

func classAt(text string, offset int) class {
	r, _ := utf8.DecodeRuneInString(text[offset:])
	switch {
	case unicode.IsSpace(r):
		return blank
	case unicode.In(r, unicode.L, unicode.N, unicode.M), r == '_', r == '\'', r == '\u2019':
		return letter
	default:
		return sign
	}
}

// wordRight leads past the word at the cursor and the blanks after it.
func wordRight(c *core, p position) position {
	text := c.doc.at(p).text
	if p.offset == len(text) {
		return right(c, p)
	}
	for class := classAt(text, p.offset); class != blank && p.offset < len(text) && classAt(text, p.offset) == class; {
		p.offset = clusterEnd(text, p.offset)
	}
	for p.offset < len(text) && classAt(text, p.offset) == blank {
		p.offset = clusterEnd(text, p.offset)
	}
	return p
}

// wordLeft leads to the start of the word before the cursor.
func wordLeft(c *core, p position) position {
	if p.offset == 0 {
		return left(c, p)
	}
	text := c.doc.at(p).text
	back := func() (position, bool) {
		if p.offset == 0 {
			return p, false
		}
		return c.doc.previous(p)
	}
	for q, found := back(); found && classAt(text, q.offset) == blank; q, found = back() {
		p = q
	}
	q, found := back()
	if !found {
		return p
	}
	for class := classAt(text, q.offset); found && classAt(text, q.offset) == class; q, found = back() {
		p = q
	}
	return p
}

func documentStart(*core, position) position { return position{} }

func documentEnd(c *core, _ position) position { return c.doc.end() }

// paragraphUp leads to the paragraph's start, or from there to the start of
// the one before.
func paragraphUp(_ *core, p position) position {
	if p.offset == 0 && p.paragraph > 0 {
		p.paragraph--
	}
	p.offset = 0
	return p
}

// paragraphDown leads to the start of the next paragraph, or to the very end.
func paragraphDown(c *core, p position) position {
	if p.paragraph+1 < len(c.doc.paragraphs) {
		return position{p.paragraph + 1, 0}
	}
	return c.doc.end()
}

// rowHome leads to the row's start, or from there to the paragraph's.
func rowHome(c *core, p position) position {
	if start := c.doc.rowStart(p); start < p.offset {
		p.offset = start
	} else {
		p.offset = 0
	}
	return p
}

// rowLast leads to the last place on the row, or from there to the end of the
// paragraph.
func rowLast(c *core, p position) position {
	para := c.doc.at(p)
	_, end := para.rowSpan(para.row(p.offset, c.doc.width), c.doc.width)
	if end < len(para.text) {
		if last, _ := c.doc.previous(position{p.paragraph, end}); last.offset > p.offset {
			return last
		}
	}
	p.offset = len(para.text)
	return p
}

// rowRef is a row on the screen: which paragraph, which of its rows.
type rowRef struct{ paragraph, index int }

func (d *document) rowOf(p position) rowRef {
	return rowRef{p.paragraph, d.at(p).row(p.offset, d.width)}
}

func (d *document) rowBelow(r rowRef) (rowRef, bool) {
	if d.paragraphs[r.paragraph].hasRow(r.index+1, d.width) {
		return rowRef{r.paragraph, r.index + 1}, true
	}
	if r.paragraph+1 < len(d.paragraphs) {
		return rowRef{r.paragraph + 1, 0}, true
	}
	return r, false
}

func (d *document) rowAbove(r rowRef) (rowRef, bool) {
	if r.index > 0 {
		return rowRef{r.paragraph, r.index - 1}, true
	}
	if r.paragraph > 0 {
		return rowRef{r.paragraph - 1, d.paragraphs[r.paragraph-1].rowCount(d.width) - 1}, true
	}
	return r, false
}

// span gives a row's paragraph text and its byte offsets.
func (d *document) span(r rowRef) (text string, start, end int) {
	para := d.paragraphs[r.paragraph]
	start, end = para.rowSpan(r.index, d.width)
	return para.text, start, end
}

// column counts the cells from the row's start to p, as laid out.
func (d *document) column(p position) int {
	text, start, _ := d.span(d.rowOf(p))
	column := 0
	for i := start; i < p.offset; {
		c := clusterAt(text, i)
		column += fitAt(c, column)
		i = c.end
	}
	return column
}

// inRow gives the position on a row that is nearest to a column from the left.
func (d *document) inRow(r rowRef, goal int) position {
	text, start, end := d.span(r)
	column, at := 0, start
	for i := start; i < end; {
		c := clusterAt(text, i)
		column += fitAt(c, column)
		if column > goal || c.end == end && end < len(text) {
			break
		}
		i, at = c.end, c.end
	}
	return position{r.paragraph, at}
}

// vertical moves by rows, down where rows is above zero, towards the column
// where the first of several such moves began.
func (c *core) vertical(rows int, selecting bool) Result {
	goal := c.goal
	if goal == noGoal {
		goal = c.doc.column(c.sel.cursor)
	}
	row, moved := c.doc.rowOf(c.sel.cursor), false
	for step := c.doc.rowBelow; rows != 0; {
		if rows < 0 {
			step = c.doc.rowAbove
		}
		next, found := step(row)
		if !found {
			break
		}
		row, moved = next, true
		if rows < 0 {
			rows++
		} else {
			rows--
		}
	}
	p := c.doc.inRow(row, goal)
	if !moved {
		// On the first row up leads to the start, on the last down to the end.
		p = documentStart(c, p)
		if rows > 0 {
			p = documentEnd(c, p)
		}
	}
	c.moveTo(p, selecting)
	if moved {
		c.goal = goal
	}
	return Result{Handled: true}
}
