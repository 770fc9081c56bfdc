package widget

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// GridResult is what a Grid has to say about a message.
type GridResult struct {
	Handled bool
	Moved   bool // the cursor is on another cell
	Chosen  bool // Enter on the cell
}

// Grid is the matrix: hypotheses as rows, evidence across, one mark per cell.
// The marks are words of one to three letters, so that nothing is said by
// colour alone; each is drawn once per theme and put together per frame. It
// shows as many rows and columns as fit around the cell with the cursor.
type Grid struct {
	theme   *theme.Theme
	rows    []string
	columns []string
	marks   []string // what a cell may hold; index 0 is the empty cell
	cells   [][]int
	row     int
	column  int
	top     int // first row that is drawn
	left    int // first column that is drawn
	width   int
	height  int
	focused bool

	cellWidth  int
	labelWidth int
	labels     []string // row labels, clean and at their width
	header     []string // column labels, clean and centred
	drawn      []string // the marks as cells, plain
	chosen     []string // the marks as cells, with the cursor on them
	drawnFor   int      // the theme's version they were drawn for
}

// maxColumnLabel keeps long column labels from pushing the cells off the screen.
const maxColumnLabel = 6

// NewGrid gives a grid without cells. marks are what a cell may show, short;
// marks[0] is for a cell without a rating ("." rather than a blank, which a
// screen reader would not say).
func NewGrid(t *theme.Theme, marks []string) *Grid {
	if len(marks) == 0 {
		marks = []string{"."}
	}
	g := &Grid{theme: t, marks: marks, width: 80, height: 20, row: none, column: none}
	g.layout()
	return g
}

// SetLabels says what the rows and columns are called and empties the cells.
// Column labels should be short (E1); row labels may be whole hypotheses.
func (g *Grid) SetLabels(rows, columns []string) {
	g.rows, g.columns = rows, columns
	g.cells = make([][]int, len(rows))
	for i := range g.cells {
		g.cells[i] = make([]int, len(columns))
	}
	g.row, g.column = clampIndex(max(0, g.row), len(rows)), clampIndex(max(0, g.column), len(columns))
	g.layout()
}

// SetCell puts a mark, by its index, in a cell. Indices out of range do
// nothing.
func (g *Grid) SetCell(row, column, mark int) {
	if row >= 0 && row < len(g.cells) && column >= 0 && column < len(g.cells[row]) && mark >= 0 && mark < len(g.marks) {
		g.cells[row][column] = mark
	}
}

// Cell is where the cursor is; -1 where there are no cells.
func (g *Grid) Cell() (row, column int) { return g.row, g.column }

// Select puts the cursor on a cell, the nearest there is.
func (g *Grid) Select(row, column int) {
	g.row, g.column = clampIndex(row, len(g.rows)), clampIndex(column, len(g.columns))
	g.scroll()
}

// SetSize says how many cells of the terminal there are; below 1 counts as 1.
func (g *Grid) SetSize(width, height int) {
	g.width, g.height = max(1, width), max(1, height)
	g.layout()
}

// Forget drops the labels and what was rated.
func (g *Grid) Forget() { g.SetLabels(nil, nil) }

// Typing is false: letters are the screen's, for rating the cell.
func (g *Grid) Typing() bool { return false }

// Focus shows the cursor, Blur hides it.
func (g *Grid) Focus() { g.focused = true }

// Blur hides the cursor.
func (g *Grid) Blur() { g.focused = false }

// Keys lists what the grid does.
func (g *Grid) Keys() []key.Binding {
	return []key.Binding{
		key.NewBinding(key.WithKeys("left", "right", "up", "down"), key.WithHelp(helpArrowKeys, doesMoveCell)),
		key.NewBinding(key.WithKeys("home", "end"), key.WithHelp(helpStartEnd, doesStartEnd)),
		key.NewBinding(key.WithKeys("ctrl+home", "ctrl+end"), key.WithHelp(helpRowColumn, doesCorner)),
		key.NewBinding(key.WithKeys("enter"), key.WithHelp(helpEnter, doesChoose)),
	}
}

// Update takes a key press; letters are left to the screen.
func (g *Grid) Update(msg tea.Msg) GridResult {
	press, isKey := msg.(tea.KeyPressMsg)
	if !isKey || g.row == none || g.column == none {
		return GridResult{}
	}
	row, column := g.row, g.column
	switch strokeOf(press) {
	case "left", "shift+tab":
		column--
	case "right", "tab":
		column++
	case "up":
		row--
	case "down":
		row++
	case "home":
		column = 0
	case "end":
		column = len(g.columns) - 1
	case "pgup":
		row -= max(1, g.bodyHeight()-1)
	case "pgdown":
		row += max(1, g.bodyHeight()-1)
	case "ctrl+home":
		row, column = 0, 0
	case "ctrl+end":
		row, column = len(g.rows)-1, len(g.columns)-1
	case "enter":
		return GridResult{Handled: true, Chosen: true}
	default:
		return GridResult{}
	}
	before := [2]int{g.row, g.column}
	g.Select(row, column)
	return GridResult{Handled: true, Moved: before != [2]int{g.row, g.column}}
}

func (g *Grid) bodyHeight() int { return max(1, g.height-g.headerHeight()) }

// headerHeight is one line for the column labels where there is room.
func (g *Grid) headerHeight() int {
	if g.height < 2 {
		return 0
	}
	return 1
}

// layout works out the widths and prepares the labels.
func (g *Grid) layout() {
	g.cellWidth = 3
	for _, mark := range g.marks {
		g.cellWidth = max(g.cellWidth, Width(CleanLine(mark))+2)
	}
	for _, label := range g.columns {
		g.cellWidth = max(g.cellWidth, min(Width(CleanLine(label)), maxColumnLabel)+2)
	}
	g.cellWidth = min(g.cellWidth, g.width)
	g.labelWidth = g.labelSpace()
	g.labels, g.header, g.drawnFor = nil, nil, 0
	for _, label := range g.rows {
		label = fitLine(CleanLine(label), max(0, g.labelWidth-1), g.theme.Symbols.Ellipsis)
		g.labels = append(g.labels, label+spaces(g.labelWidth-Width(label)))
	}
	for _, label := range g.columns {
		g.header = append(g.header, centre(fitLine(CleanLine(label), max(1, g.cellWidth-2), ""), g.cellWidth))
	}
	g.scroll()
}

// labelSpace is the width of the row labels: what the cells leave over, but a
// third of the width at least and no more than the longest label.
func (g *Grid) labelSpace() int {
	longest := 0
	for _, label := range g.rows {
		longest = max(longest, Width(CleanLine(label))+1)
	}
	rest := g.width - len(g.columns)*g.cellWidth
	return max(0, min(longest, max(rest, g.width/3), g.width-g.cellWidth))
}

// visibleColumns is how many columns fit beside the labels, one at least.
func (g *Grid) visibleColumns() int { return max(1, (g.width-g.labelWidth)/g.cellWidth) }

func (g *Grid) scroll() {
	g.top = slide(g.top, g.row, len(g.rows), g.bodyHeight())
	g.left = slide(g.left, g.column, len(g.columns), g.visibleColumns())
}

// prepare draws the marks once for a theme and a width.
func (g *Grid) prepare() {
	if g.drawnFor == g.theme.Version {
		return
	}
	g.drawnFor = g.theme.Version
	g.drawn, g.chosen = nil, nil
	for _, mark := range g.marks {
		cell := centre(CleanLine(mark), g.cellWidth)
		g.drawn = append(g.drawn, cell)
		g.chosen = append(g.chosen, g.theme.Styles.Selected.Render(cell))
	}
}

// centre puts a short text in the middle of a cell.
func centre(text string, width int) string {
	text = fitLine(text, width, "")
	gap := width - Width(text)
	return spaces(gap/2) + text + spaces(gap-gap/2)
}

// View draws the header and the rows around the cursor.
func (g *Grid) View() string {
	g.prepare()
	last := min(len(g.columns), g.left+g.visibleColumns())
	var lines []string
	if g.headerHeight() == 1 {
		line := g.corner(last) + strings.Join(g.header[g.left:last], "")
		lines = append(lines, g.theme.Styles.Heading.Render(line))
	}
	for row := g.top; row < min(len(g.rows), g.top+g.bodyHeight()); row++ {
		lines = append(lines, g.drawRow(row, last))
	}
	return strings.Join(lines, "\n")
}

// corner says which columns are in view where not all of them are, so that
// nobody takes a part of the matrix for the whole.
func (g *Grid) corner(last int) string {
	text := ""
	if last-g.left < len(g.columns) {
		text = strconv.Itoa(g.left+1) + "-" + strconv.Itoa(last) + saysOf + strconv.Itoa(len(g.columns))
	}
	if Width(text) >= g.labelWidth {
		text = ""
	}
	return text + spaces(g.labelWidth-Width(text))
}

func (g *Grid) drawRow(row, last int) string {
	var out strings.Builder
	label := g.labels[row]
	if row == g.row && label != "" {
		label = g.theme.Styles.Accent.Render(label)
	}
	out.WriteString(label)
	for column := g.left; column < last; column++ {
		mark := g.cells[row][column]
		if row == g.row && column == g.column {
			out.WriteString(g.chosen[mark])
		} else {
			out.WriteString(g.drawn[mark])
		}
	}
	return out.String()
}

// Cursor is on the mark of the selected cell, or nil without focus or cells.
func (g *Grid) Cursor() *tea.Cursor {
	if !g.focused || g.row == none || g.column == none {
		return nil
	}
	mark := Width(CleanLine(g.marks[g.cells[g.row][g.column]]))
	x := g.labelWidth + (g.column-g.left)*g.cellWidth + max(0, g.cellWidth-mark)/2
	return cursorAt(min(x, g.width-1), g.row-g.top+g.headerHeight())
}
