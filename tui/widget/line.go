package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// Line is a field of one row on the editor's core: the same keys, undo and
// paste, scrolled sideways. Line ends in what is pasted become blanks. A
// masked line shows an asterisk for each character, is never copied out and
// keeps no history.
type Line struct {
	core
	theme       *theme.Theme
	width       int
	first       int // byte offset of the first character that is drawn
	focused     bool
	placeholder string
}

// NewLine gives an empty field of 40 cells without focus.
func NewLine(t *theme.Theme) *Line {
	l := &Line{theme: t, core: newCore(lineWidth), width: 40}
	l.single = true
	return l
}

// NewMasked gives a field for a passphrase.
func NewMasked(t *theme.Theme) *Line {
	l := NewLine(t)
	l.secret, l.history.off = true, true
	return l
}

// lineWidth is wider than any line, so that its text stays one row.
const lineWidth = 1 << 30

// SetWidth says how many cells there are; below 1 counts as 1.
func (l *Line) SetWidth(width int) { l.width = max(1, width); l.scroll() }

// SetValue replaces the text and puts the cursor at its end.
func (l *Line) SetValue(text string) { l.core.SetValue(text); l.first = 0; l.scroll() }

// Forget drops the text and its history.
func (l *Line) Forget() { l.core.Forget(); l.first = 0 }

// Placeholder sets what an empty field shows.
func (l *Line) Placeholder(text string) { l.placeholder = text }

// Focus shows the cursor.
func (l *Line) Focus() { l.focused = true }

// Blur hides the cursor.
func (l *Line) Blur() { l.focused = false; l.history.seal() }

// Focused reports whether the cursor is shown.
func (l *Line) Focused() bool { return l.focused }

// Typing is true: plain letters belong to a field.
func (l *Line) Typing() bool { return true }

// Keys lists what the field does.
func (l *Line) Keys() []key.Binding { return bindings(true) }

// ToStart puts the cursor before the first character.
func (l *Line) ToStart() { l.core.ToStart(); l.scroll() }

// ToEnd puts the cursor after the last character.
func (l *Line) ToEnd() { l.core.ToEnd(); l.scroll() }

// Insert puts text in place of the selection, as one step of undo.
func (l *Line) Insert(text string) Result {
	result := l.core.Insert(text)
	l.scroll()
	return result
}

// Update takes a tea.KeyPressMsg or a tea.PasteMsg. Enter, up and down are
// left to the screen.
func (l *Line) Update(msg tea.Msg) Result {
	result := l.update(msg)
	if result.Handled {
		l.scroll()
	}
	return result
}

func (l *Line) text() string { return l.doc.paragraphs[0].text }

// scroll moves the window sideways so that the cursor has a cell in it.
func (l *Line) scroll() {
	text, cursor := l.text(), l.sel.cursor.offset
	l.first = l.doc.snap(position{0, min(l.first, len(text))}).offset
	if cursor < l.first {
		l.first = cursor
	}
	// Half a field at a time when it runs out, so that text does not creep
	// under the reader's eye with every key.
	if l.span(l.first, cursor) > l.width-1 {
		l.first = l.back(cursor, l.width-1-(l.width-1)/3)
	}
	if l.first > 0 && l.span(l.first, len(text)) == 0 {
		l.first = l.back(cursor, l.width-1)
	}
}

// span counts the cells that text[from:to] takes in the field.
func (l *Line) span(from, to int) int {
	text, column := l.text(), 0
	for i := from; i < to; {
		c := clusterAt(text, i)
		column += l.fit(c, column)
		i = c.end
		if column > l.width {
			break
		}
	}
	return column
}

func (l *Line) fit(c cluster, column int) int {
	if l.secret {
		return 1
	}
	return min(fitAt(c, column), l.width)
}

// back gives the offset from where no more than cells lead to the cursor.
func (l *Line) back(cursor, cells int) int {
	p := position{0, cursor}
	for p.offset > 0 {
		q, _ := l.doc.previous(p)
		if l.span(q.offset, cursor) > cells {
			break
		}
		p = q
	}
	return p.offset
}

// View draws one line, not wider than the field.
func (l *Line) View() string {
	text := l.text()
	if text == "" {
		if place := fitLine(CleanLine(l.placeholder), l.width, l.theme.Symbols.Ellipsis); place != "" {
			return l.theme.Styles.Placeholder.Render(place)
		}
		return ""
	}
	end := l.end()
	from, to := end, end
	if l.sel.active {
		first, last := l.sel.ordered()
		from, to = clampTo(first, 0, l.first, end), clampTo(last, 0, l.first, end)
	}
	if l.secret {
		return l.masked(l.first, from) + l.marked(l.masked(from, to)) + l.masked(to, end)
	}
	var out, chosen strings.Builder
	painter := rowPainter{text: text, width: l.width}
	painter.write(&out, l.first, from)
	painter.write(&chosen, from, to)
	out.WriteString(l.marked(chosen.String()))
	painter.write(&out, to, end)
	return out.String()
}

// end gives the offset after the last character that has room.
func (l *Line) end() int {
	text, column, i := l.text(), 0, l.first
	for i < len(text) {
		c := clusterAt(text, i)
		column += l.fit(c, column)
		if column > l.width {
			break
		}
		i = c.end
	}
	return i
}

func (l *Line) masked(from, to int) string {
	return strings.Repeat("*", graphemeCount(l.text()[from:to]))
}

func (l *Line) marked(chosen string) string {
	if chosen == "" {
		return ""
	}
	return l.theme.Styles.Highlight.Render(chosen)
}

// Cursor is the real cursor, relative to the field, or nil without focus.
func (l *Line) Cursor() *tea.Cursor {
	if !l.focused {
		return nil
	}
	cursor := l.sel.cursor.offset
	if l.secret {
		return cursorAt(min(graphemeCount(l.text()[l.first:cursor]), l.width-1), 0)
	}
	painter := rowPainter{text: l.text(), width: l.width}
	return cursorAt(min(painter.cells(l.first, cursor, l.theme.Method()), l.width-1), 0)
}
