package walk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/widget"
)

// indent is how far answers stand in from their question.
const indent = 2

// view draws the rows that fit around the focused question: that one whole, the
// others in a line each. extra is said under the focused answer.
func (f *form) view(above, extra []string) (string, *tea.Cursor) {
	block, cursorRow, cursor := f.focused(extra)
	rows := len(above) + len(f.questions) - 1 + len(block)
	start := len(above) + f.at // the row where the block begins
	top := 0
	if rows > f.height {
		top = min(max(start+len(block)-f.height, min(start-2, start)), start)
		top = max(top, 0)
		if start+len(block) <= f.height {
			top = 0
		}
	}
	var lines []string
	for row := top; row < top+f.height && row < rows; row++ {
		lines = append(lines, f.row(row, above, start, block))
	}
	if cursor != nil {
		cursor.Y += start + cursorRow - top
		cursor.X += indent
		if cursor.Y < 0 || cursor.Y >= f.height || cursor.X >= f.width {
			cursor = nil
		}
	}
	return strings.Join(lines, "\n"), cursor
}

func (f *form) row(row int, above []string, start int, block []string) string {
	switch {
	case row < len(above):
		return above[row]
	case row < start:
		return f.line(f.questions[row-len(above)])
	case row < start+len(block):
		return block[row-start]
	}
	return f.line(f.questions[row-len(block)+1-len(above)])
}

// line draws a question that does not have the focus.
func (f *form) line(q journal.Question) string {
	styles := f.theme.Styles
	text := q.Text
	if q.Label != "" && q.Kind != journal.AskPrompt {
		text = q.Label
		if q.Kind == journal.AskField && !q.First {
			text += ", " + q.Text
		}
	}
	mark, style := markOpen, styles.Muted
	switch {
	case q.Kind == journal.AskAdd:
		mark, text = markAdd, q.Text
	case q.Kind == journal.AskOffer:
		mark = markOffer
	case q.Value != "":
		mark, style = markDone, styles.Base
		name := q.Label
		if name == "" {
			name = q.Text
		}
		if q.Kind == journal.AskField && !q.First {
			name = q.Label + ", " + strings.TrimRight(q.Text, "?.")
		}
		text = name + ": " + q.Say()
	case q.Kind == journal.AskRating:
		text = q.Label + ", " + widget.CleanLine(f.p.ItemName(q.Evidence))
	case f.typed[q.Path] != "":
		mark, text = markWaiting, q.Text+" "+f.typed[q.Path]
	}
	return style.Render(widget.Truncate(mark+" "+text, f.width))
}

// focused draws the question with the focus: its words, its editor, what is
// said of it. It gives the row where the editor begins.
func (f *form) focused(extra []string) ([]string, int, *tea.Cursor) {
	q, ok := f.question()
	if !ok || f.field == nil {
		return []string{f.theme.Styles.Muted.Render(widget.Truncate(nothingAsked, f.width))}, 0, nil
	}
	styles := f.theme.Styles
	var block []string
	head := q.Text
	if q.Kind == journal.AskField && q.Label != "" && !q.First {
		head = q.Label + ": " + strings.TrimSuffix(widget.CleanLine(f.p.ItemBrief(q.Ref)), ".") + ". " + q.Text
	}
	for i, l := range widget.Wrap(head, max(f.width-indent, 1)) {
		mark := strings.Repeat(" ", indent)
		if i == 0 {
			mark = f.theme.Symbols.Pointer + " "
		}
		block = append(block, styles.Heading.Render(widget.Truncate(mark+l, f.width)))
	}
	for _, note := range []string{q.Why, q.Help} {
		if note != "" {
			for _, l := range widget.Wrap(note, max(f.width-indent, 1)) {
				block = append(block, styles.Muted.Render(widget.Truncate(strings.Repeat(" ", indent)+l, f.width)))
			}
		}
	}
	cursorRow := len(block)
	f.shrink(len(block))
	pad := strings.Repeat(" ", min(indent, f.width-1))
	for _, l := range strings.Split(f.field.view(), "\n") {
		block = append(block, pad+l)
	}
	block = append(block, f.notes(q, extra)...)
	return block, cursorRow, f.field.cursor()
}

// shrink keeps the editor and its question within a low window.
func (f *form) shrink(taken int) {
	room := f.height - taken - 1
	if room < f.height/2 {
		f.field.resize(max(f.width-indent, 1), max(room, 1))
	}
}

func (f *form) notes(q journal.Question, extra []string) []string {
	var out []string
	if f.said != "" {
		for _, l := range f.wrap(f.said) {
			out = append(out, f.theme.Styles.Warning.Render(l))
		}
	}
	note := q.Note
	if q.Kind == journal.AskAdd {
		note = ""
	}
	if note != "" {
		for _, l := range f.wrap(note) {
			out = append(out, f.theme.Styles.Warning.Render(l))
		}
	}
	for _, e := range extra {
		for _, l := range widget.WrapItem(e, max(f.width, 1)) {
			out = append(out, f.theme.Styles.Muted.Render(l))
		}
	}
	return out
}

func (f *form) wrap(text string) []string { return widget.Wrap(text, max(f.width, 1)) }
