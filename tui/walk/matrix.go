package walk

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// matrix is the whole grid, and the story of it: two more views of the step
// whose questions ask one cell at a time.
type matrix struct {
	theme   *theme.Theme
	p       *journal.Progress
	step    *journal.Step
	keep    func()
	grid    *widget.Grid
	pager   *widget.Pager
	rows    []string
	columns []string
	open    bool // the grid or the story is shown
	story   bool
	width   int
	height  int
}

// marks are the ratings as the grid shows them, by their place in the table of
// codes; the first is a cell that is not rated.
func marks() []string { return []string{".", "++", "+", "?", "-", "--", "na"} }

func markOf(r journal.Rating) int {
	for i, code := range journal.RatingCodes() {
		if code == r {
			return i + 1
		}
	}
	return 0
}

func newMatrix(t *theme.Theme, p *journal.Progress, step *journal.Step, keep func()) *matrix {
	m := &matrix{theme: t, p: p, step: step, keep: keep, grid: widget.NewGrid(t, marks()), pager: widget.NewPager()}
	m.fill()
	m.grid.Focus()
	return m
}

// fill takes up the cells as they stand.
func (m *matrix) fill() {
	m.rows, m.columns = m.p.MatrixRows(), m.p.MatrixColumns()
	labels := make([]string, len(m.rows))
	for i, h := range m.rows {
		labels[i] = h + " " + m.p.Reflection.Field(h, "text")
		if m.p.Reflection.Field(h, "grave") == journal.Yes {
			labels[i] = h + graveMark + m.p.Reflection.Field(h, "text")
		}
	}
	m.grid.SetLabels(labels, m.columns)
	for i, h := range m.rows {
		for j, e := range m.columns {
			m.grid.SetCell(i, j, markOf(m.p.Reflection.Rating(h, e)))
		}
	}
}

func (m *matrix) resize(width, height int) {
	m.width, m.height = max(width, 1), max(height, 1)
	m.grid.SetSize(m.width, max(m.height-len(m.below()), 1))
	m.pager.SetSize(m.width, m.height)
}

// turn goes from one cell at a time to the grid, to the story, and back.
func (m *matrix) turn() {
	switch {
	case !m.open:
		m.open, m.story = true, false
		row, column := m.grid.Cell()
		m.fill()
		m.grid.Select(row, column)
	case !m.story:
		m.story = true
		m.tell()
	default:
		m.open = false
	}
	m.resize(m.width, m.height)
}

func (m *matrix) tell() {
	var lines []string
	for _, told := range journal.Story(journal.MatrixOf(m.p.Reflection), journal.DefaultStoryWords()) {
		lines = append(lines, widget.Wrap(told.Text, m.width)...)
		lines = append(lines, "")
	}
	m.pager.SetLines(lines)
}

func (m *matrix) update(msg tea.KeyPressMsg) {
	if m.story {
		m.pager.Update(msg)
		return
	}
	if r := m.grid.Update(msg); r.Handled {
		m.resize(m.width, m.height)
		return
	}
	m.rate(msg.Text, msg.Keystroke())
}

// rate sets the cell with the cursor by the number of a choice; backspace takes
// the rating back.
func (m *matrix) rate(text, stroke string) {
	row, column := m.grid.Cell()
	if row < 0 || column < 0 || row >= len(m.rows) || column >= len(m.columns) {
		return
	}
	value := ""
	if stroke != "backspace" && stroke != "delete" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > len(m.step.Matrix.Choices) {
			return
		}
		value = m.step.Matrix.Choices[n-1].ID
	}
	if m.p.Reflection.Rate(m.rows[row], m.columns[column], journal.Rating(value)) == nil {
		m.grid.SetCell(row, column, markOf(journal.Rating(value)))
		m.keep()
	}
}

// below says the cell with the cursor as a sentence, with the choices.
func (m *matrix) below() []string {
	row, column := m.grid.Cell()
	if row < 0 || column < 0 || row >= len(m.rows) || column >= len(m.columns) {
		return []string{noMatrix}
	}
	h, e := m.rows[row], m.columns[column]
	sentence := m.p.Sentence(m.step.Matrix, h, e)
	lines := []string{""}
	lines = append(lines, widget.Wrap(h+", "+e+". "+sentence, m.width)...)
	var choices []string
	for i, c := range m.step.Matrix.Choices {
		choices = append(choices, strconv.Itoa(i+1)+" "+c.Label+" ("+marks()[markOf(journal.Rating(c.ID))]+")")
	}
	lines = append(lines, widget.Wrap(strings.Join(choices, "   "), m.width)...)
	if limit := max(m.height-3, 1); len(lines) > limit {
		lines = lines[:limit]
	}
	return lines
}

func (m *matrix) view() (string, *tea.Cursor) {
	if m.story {
		return m.pager.View(), m.pager.Cursor()
	}
	if len(m.rows) == 0 || len(m.columns) == 0 {
		return strings.Join(widget.Wrap(noMatrix, m.width), "\n"), nil
	}
	lines := append(strings.Split(m.grid.View(), "\n"), m.below()...)
	if len(lines) > m.height {
		lines = lines[:m.height]
	}
	return strings.Join(lines, "\n"), m.grid.Cursor()
}

func (m *matrix) forget() {
	m.grid.Forget()
	m.pager.Forget()
	m.rows, m.columns = nil, nil
}

func (s *Screen) toggleMatrix() screen.Intent {
	if s.matrix == nil {
		return screen.Intent{Say: sayNoGrid}
	}
	if settled, asked := s.form.settle(); !settled {
		return ask(asked)
	}
	s.matrix.turn()
	s.form.refresh()
	return screen.Intent{}
}
