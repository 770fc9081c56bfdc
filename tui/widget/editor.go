package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// Editor is the text editor of every long answer. It is our own because the
// framework's slows with the length of the text, stops at 99 lines, changes
// what is pasted and has no undo. It wraps by words, edits by grapheme, lays
// out and draws only the rows that are seen, and keeps every byte it is given
// except line ends, which become LF. It is used from the update loop alone.
type Editor struct {
	core
	theme       *theme.Theme
	width       int
	height      int
	top         position // the start of the first row that is drawn
	focused     bool
	placeholder string
	frame       string
	framed      frameKey
}

// frameKey tells whether a frame drawn earlier is still the right one.
type frameKey struct {
	revision, version, width, height int
	top                              position
	sel                              selection
	placeholder                      string
}

// NewEditor gives an empty editor of 80 by 10 cells without focus.
func NewEditor(t *theme.Theme) *Editor {
	e := &Editor{theme: t, core: newCore(80)}
	e.SetSize(80, 10)
	return e
}

// SetSize says how many cells there are; sizes below 1 count as 1. Nothing is
// wrapped anew but what is seen.
func (e *Editor) SetSize(width, height int) {
	e.width, e.height = max(1, width), max(1, height)
	e.doc.width = e.width
	e.page = max(1, e.height-1)
	e.scroll()
}

// SetValue replaces the text, forgets undo and puts the cursor at the end.
// CRLF and CR become LF; Value gives everything else back byte by byte.
func (e *Editor) SetValue(text string) {
	e.core.SetValue(text)
	e.top = position{}
	e.scroll()
}

// Forget drops the text, the history and what was drawn of them.
func (e *Editor) Forget() {
	e.core.Forget()
	e.top, e.frame, e.framed = position{}, "", frameKey{}
}

// Placeholder sets what an empty editor shows.
func (e *Editor) Placeholder(text string) { e.placeholder = text }

// Focus shows the cursor, Blur hides it.
func (e *Editor) Focus() { e.focused = true }

// Blur hides the cursor and ends the joining of undo steps.
func (e *Editor) Blur() { e.focused = false; e.history.seal() }

// Focused reports whether the cursor is shown.
func (e *Editor) Focused() bool { return e.focused }

// Keys lists what the editor does, for help and footer.
func (e *Editor) Keys() []key.Binding { return bindings(false) }

// Typing is true: plain letters belong to an editor.
func (e *Editor) Typing() bool { return true }

// ToStart puts the cursor before the first character.
func (e *Editor) ToStart() { e.core.ToStart(); e.scroll() }

// ToEnd puts the cursor after the last character.
func (e *Editor) ToEnd() { e.core.ToEnd(); e.scroll() }

// Insert puts text in place of the selection, as one step of undo.
func (e *Editor) Insert(text string) Result {
	result := e.core.Insert(text)
	e.scroll()
	return result
}

// Update takes a tea.KeyPressMsg or a tea.PasteMsg; other messages and keys
// that are not the editor's own (Tab, Esc, function keys) are left to the
// screen. What was typed is in Value before Update returns.
func (e *Editor) Update(msg tea.Msg) Result {
	result := e.update(msg)
	if result.Handled {
		e.scroll()
	}
	return result
}

// At gives where the cursor is: paragraphs and characters in the paragraph,
// both from 1, for a status line. Counting takes time with the length of the
// paragraph, so it is for when the cursor rests.
func (e *Editor) At() (paragraph, character int) {
	cursor := e.sel.cursor
	return cursor.paragraph + 1, graphemeCount(e.doc.at(cursor).text[:cursor.offset]) + 1
}

// scroll moves the window by as little as brings the cursor into it, and shows
// no empty rows below the text while there is text above.
func (e *Editor) scroll() {
	cursor := e.doc.rowOf(e.sel.cursor)
	top := e.doc.rowOf(e.doc.snap(e.top))
	if before(cursor, top) {
		top = cursor
	} else if !e.within(top, cursor) {
		top = e.above(cursor, e.height-1)
	}
	rows, last := 1, top
	for rows < e.height {
		next, found := e.doc.rowBelow(last)
		if !found {
			top = e.above(top, e.height-rows)
			break
		}
		rows, last = rows+1, next
	}
	_, start, _ := e.doc.span(top)
	e.top = position{top.paragraph, start}
}

func before(a, b rowRef) bool {
	return a.paragraph < b.paragraph || a.paragraph == b.paragraph && a.index < b.index
}

// within reports whether row is one of the height rows from top on.
func (e *Editor) within(top, row rowRef) bool {
	for range e.height - 1 {
		if top == row {
			return true
		}
		next, found := e.doc.rowBelow(top)
		if !found {
			return false
		}
		top = next
	}
	return top == row
}

// above goes up a number of rows, or to the first.
func (e *Editor) above(row rowRef, rows int) rowRef {
	for range rows {
		next, found := e.doc.rowAbove(row)
		if !found {
			break
		}
		row = next
	}
	return row
}

// View draws the window: height lines, none wider than width.
func (e *Editor) View() string {
	now := frameKey{revision: e.revision, version: e.theme.Version, width: e.width, height: e.height,
		top: e.top, placeholder: e.placeholder}
	if e.sel.active {
		now.sel = e.sel
	}
	if e.framed == now && e.frame != "" {
		return e.frame
	}
	e.frame, e.framed = e.draw(), now
	return e.frame
}

func (e *Editor) draw() string {
	if e.IsEmpty() && e.placeholder != "" {
		return e.drawPlaceholder()
	}
	var out strings.Builder
	row, found := e.doc.rowOf(e.top), true
	for line := range e.height {
		if line > 0 {
			out.WriteByte('\n')
		}
		if !found {
			continue
		}
		e.drawRow(&out, row)
		row, found = e.doc.rowBelow(row)
	}
	return out.String()
}

func (e *Editor) drawPlaceholder() string {
	lines := Wrap(e.placeholder, e.width)
	lines = lines[:min(len(lines), e.height)]
	for i, line := range lines {
		if line != "" {
			lines[i] = e.theme.Styles.Placeholder.Render(line)
		}
	}
	return strings.Join(lines, "\n") + strings.Repeat("\n", e.height-len(lines))
}

// drawRow writes one row, the selected part of it highlighted.
func (e *Editor) drawRow(out *strings.Builder, row rowRef) {
	text, start, end := e.doc.span(row)
	from, to := end, end
	if e.sel.active {
		first, last := e.sel.ordered()
		from = clampTo(first, row.paragraph, start, end)
		to = clampTo(last, row.paragraph, start, end)
	}
	painter := rowPainter{text: text, width: e.width}
	painter.write(out, start, from)
	if from < to {
		var chosen strings.Builder
		painter.write(&chosen, from, to)
		out.WriteString(e.theme.Styles.Highlight.Render(chosen.String()))
	}
	painter.write(out, to, end)
	if e.sel.active && end == len(text) && e.holdsLineEnd(row.paragraph) && painter.column < e.width {
		// A selected line end is a highlighted blank, or an empty paragraph
		// in the middle of a selection would look unselected.
		out.WriteString(e.theme.Styles.Highlight.Render(" "))
	}
}

// holdsLineEnd reports whether the line end of a paragraph is selected.
func (e *Editor) holdsLineEnd(paragraph int) bool {
	from, to := e.sel.ordered()
	return from.paragraph <= paragraph && paragraph < to.paragraph
}

// clampTo gives where a position falls on a row: its offset, or the row's
// start or end when it is before or after.
func clampTo(p position, paragraph, start, end int) int {
	switch {
	case p.paragraph < paragraph:
		return start
	case p.paragraph > paragraph:
		return end
	default:
		return min(max(p.offset, start), end)
	}
}

// Cursor is the real cursor, relative to the editor's top left cell, or nil
// without focus. Its column is counted as the terminal counts.
func (e *Editor) Cursor() *tea.Cursor {
	if !e.focused {
		return nil
	}
	cursor := e.doc.rowOf(e.sel.cursor)
	y := 0
	for row, found := e.doc.rowOf(e.top), true; found && row != cursor && y < e.height-1; y++ {
		row, found = e.doc.rowBelow(row)
	}
	text, start, _ := e.doc.span(cursor)
	painter := rowPainter{text: text, width: e.width}
	x := painter.cells(start, e.sel.cursor.offset, e.theme.Method())
	return cursorAt(min(x, e.width-1), y)
}

// cursorAt makes a cursor that does not blink: nothing moves by itself.
func cursorAt(x, y int) *tea.Cursor {
	cursor := tea.NewCursor(x, y)
	cursor.Blink = false
	return cursor
}
