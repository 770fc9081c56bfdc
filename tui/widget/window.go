package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"sounding/tui/theme"
)

// none is the answer of a list where nothing is selected or chosen.
const none = -1

// slide moves the top of a window of height rows over count rows as little as
// shows the selected one, without empty rows below while there are rows above.
func slide(top, selected, count, height int) int {
	height = max(1, height)
	if selected >= 0 {
		top = min(top, selected)
		top = max(top, selected-height+1)
	}
	return max(0, min(top, count-height))
}

// clampIndex brings an index into 0..count-1, or gives none for no rows.
func clampIndex(index, count int) int {
	if count <= 0 {
		return none
	}
	return min(max(index, 0), count-1)
}

// pointerWidth is the pointer and the blank after it.
const pointerWidth = 2

// pointerRow draws a row of a list from clean text: a pointer and the
// selected style across the whole width where the cursor is, blanks else.
// Below four cells the text alone is drawn.
func pointerRow(t *theme.Theme, text string, width int, selected bool) string {
	lead := ""
	if width > pointerWidth+1 {
		lead = spaces(pointerWidth)
		if selected {
			lead = t.Symbols.Pointer + " "
		}
	}
	line := fitLine(lead+text, width, t.Symbols.Ellipsis)
	if !selected {
		return strings.TrimRight(line, " ")
	}
	return t.Styles.Selected.Render(line + spaces(width-Width(line)))
}

// rightOf puts a short text at the right end of a line, where both fit with
// two blanks between; else the left alone, cut.
func rightOf(left, right string, width int, ellipsis string) (line string, both bool) {
	room := width - Width(right) - 2
	if right == "" || room < width/2 || room < 1 {
		return fitLine(left, width, ellipsis), false
	}
	left = fitLine(left, room, ellipsis)
	return left + spaces(width-Width(left)-Width(right)) + right, true
}

// styledWidth is the width of a line with colour in it, by the larger count.
func styledWidth(line string) int {
	return max(ansi.StringWidth(line), ansi.StringWidthWc(line))
}
