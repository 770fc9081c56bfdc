package walk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
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
	scored  *journal.Weighed // nil where something was rated since
	open    bool             // the grid or the story is shown
	story   bool
	width   int
	height  int
}

// marks are the ratings as the grid shows them, by their place in the table of
// codes; the first is a cell that is not rated.
func marks() []string { return []string{".", "++", "+", "?", "-", "--", "na"} }

// What stands beside a statement in the grid. Neither hides it or dims it.
const (
	linchpinMark = "*"
	alikeMark    = "="
)

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
	m.pager.Focus()
	return m
}

// weighed scores the matrix, once for each change.
func (m *matrix) weighed() journal.Weighed {
	if m.scored == nil {
		w := journal.Weigh(journal.MatrixOf(m.p.Reflection))
		m.scored = &w
	}
	return *m.scored
}

// alike lists the statements that sit the same with every explanation.
func (m *matrix) alike() []string {
	var out []string
	for _, w := range m.weighed().Warnings {
		if w.Code == journal.WarnAlike {
			out = append(out, w.Evidence)
		}
	}
	return out
}

// fill takes up the cells as they stand, with what each row and column is
// marked by.
func (m *matrix) fill() {
	m.rows, m.columns = m.p.MatrixRows(), m.p.MatrixColumns()
	labels := make([]string, len(m.rows))
	for i, h := range m.rows {
		labels[i] = h + " " + m.p.Reflection.Field(h, "text")
		if m.p.Reflection.Field(h, "grave") == journal.Yes {
			labels[i] = h + graveMark + m.p.Reflection.Field(h, "text")
		}
	}
	linchpins, alike := m.weighed().Linchpins, m.alike()
	heads := make([]string, len(m.columns))
	for j, e := range m.columns {
		heads[j] = e
		switch {
		case slices.Contains(linchpins, e):
			heads[j] += linchpinMark
		case slices.Contains(alike, e):
			heads[j] += alikeMark
		}
	}
	m.grid.SetLabels(labels, heads)
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

// show opens the grid or the story, as the ratings stand.
func (m *matrix) show(story bool) {
	m.open, m.story, m.scored = true, story, nil
	m.fill()
	if story {
		m.tell()
	}
	m.resize(m.width, m.height)
}

// turn goes from one cell at a time to the grid, to the story, and back.
func (m *matrix) turn() {
	switch {
	case !m.open:
		m.show(false)
	case !m.story:
		m.show(true)
	default:
		m.open = false
	}
}

// keys are what can be pressed in the view that is shown.
func (m *matrix) keys() []key.Binding {
	switch {
	case !m.open:
		return []key.Binding{walkKeys.View, walkKeys.Look}
	case !m.story:
		return []key.Binding{gridKeys.Story, walkKeys.WhatIf}
	case !m.pager.AtEnd():
		return []key.Binding{walkKeys.More, gridKeys.OneByOne}
	}
	return []key.Binding{gridKeys.OneByOne}
}

// gridKeys name what F6 leads to from each view.
var gridKeys = struct{ Story, OneByOne key.Binding }{
	Story:    key.NewBinding(key.WithKeys("f6", "ctrl+v"), key.WithHelp("f6", "tell it as a story")),
	OneByOne: key.NewBinding(key.WithKeys("f6", "ctrl+v"), key.WithHelp("f6", "one question at a time")),
}

func (m *matrix) tell() {
	var texts []string
	for _, told := range journal.Story(journal.MatrixOf(m.p.Reflection), journal.DefaultStoryWords()) {
		texts = append(texts, told.Text)
	}
	m.pager.SetLines(paragraphs(texts, m.width))
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

// cell is the hypothesis and the statement at the cursor; false without cells.
func (m *matrix) cell() (h, e string, ok bool) {
	row, column := m.grid.Cell()
	if row < 0 || column < 0 || row >= len(m.rows) || column >= len(m.columns) {
		return "", "", false
	}
	return m.rows[row], m.columns[column], true
}

// column is the statement at the cursor.
func (m *matrix) column() string {
	_, e, _ := m.cell()
	return e
}

// rate sets the cell with the cursor by the number of a choice; backspace takes
// the rating back.
func (m *matrix) rate(text, stroke string) {
	h, e, ok := m.cell()
	if !ok {
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
	if m.p.Reflection.Rate(h, e, journal.Rating(value)) == nil {
		m.keep()
		m.fill()
		m.resize(m.width, m.height)
	}
}

// below says the cell with the cursor as a sentence, with the choices, then as
// much as there is room for: what stands against the row, what stays in sight,
// what the marks mean, and how it counts.
func (m *matrix) below() []string {
	h, e, ok := m.cell()
	if !ok {
		return []string{noMatrix}
	}
	lines := []string{""}
	lines = append(lines, widget.Wrap(h+", "+e+". "+m.p.Sentence(m.step.Matrix, h, e), m.width)...)
	var choices []string
	for i, c := range m.step.Matrix.Choices {
		choices = append(choices, strconv.Itoa(i+1)+" "+c.Label+" ("+marks()[markOf(journal.Rating(c.ID))]+")")
	}
	lines = append(lines, widget.Wrap(strings.Join(choices, "   "), m.width)...)
	for _, more := range m.notes(h) {
		lines = append(lines, widget.Wrap(more, m.width)...)
	}
	room := max(m.height-len(m.rows)-1, m.height/2, 3)
	return lines[:min(len(lines), room)]
}

// notes are what there is to know of a row and of the whole grid, the most
// needed first.
func (m *matrix) notes(h string) []string {
	w := m.weighed()
	var out []string
	if grave := graveInSight(m.p.Reflection); grave != "" {
		out = append(out, grave)
	}
	for _, row := range w.Hypotheses {
		if row.ID == h {
			out = append(out, fmt.Sprintf(againstSoFar, h, row.Contradictions, row.Unrated))
		}
	}
	if len(w.Linchpins) > 0 {
		out = append(out, legendLinchpin)
	}
	if len(m.alike()) > 0 {
		out = append(out, legendAlike)
	}
	out = append(out, tooMany(w)...)
	return append(out, hintWhatIf, countsLead+m.step.Matrix.Scheme+".")
}

// tooMany is the advice against more explanations than can be held at once.
func tooMany(w journal.Weighed) []string {
	for _, warning := range w.Warnings {
		if warning.Code == journal.WarnTooMany {
			return []string{warning.Text}
		}
	}
	return nil
}

// graveInSight names every explanation that would be grave if it were true and
// missed, those that are set aside too, whatever their row says.
func graveInSight(r *journal.Reflection) string {
	var names []string
	for _, h := range r.Hypotheses {
		if h.Grave != journal.Yes || strings.TrimSpace(h.Text) == "" {
			continue
		}
		name := h.ID
		if h.Parked == journal.Yes {
			name += asideMark
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return graveLead + strings.Join(names, ", ") + "."
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
	m.rows, m.columns, m.scored = nil, nil, nil
}

func (s *Screen) toggleMatrix() screen.Intent {
	return s.onMatrix((*matrix).turn)
}

// showMatrix opens the grid, or the story of it.
func (s *Screen) showMatrix(story bool) screen.Intent {
	return s.onMatrix(func(m *matrix) { m.show(story) })
}

func (s *Screen) onMatrix(do func(*matrix)) screen.Intent {
	if s.matrix == nil {
		return screen.Intent{Say: sayNoGrid}
	}
	if settled, asked := s.form.settle(); !settled {
		return ask(asked)
	}
	do(s.matrix)
	if !s.matrix.open {
		s.form.refresh()
	}
	return screen.Intent{}
}

// weighed says how much of the comparison is done, and advises against more
// explanations than can be held at once.
func weighed(s *Screen) []string {
	rated, total := 0, 0
	for _, h := range s.p.MatrixRows() {
		for _, e := range s.p.MatrixColumns() {
			total++
			if s.p.Reflection.Rating(h, e) != "" {
				rated++
			}
		}
	}
	if total == 0 {
		return widget.Wrap(noMatrix, s.form.width)
	}
	texts := append([]string{fmt.Sprintf(ratedSome, rated, total)}, tooMany(s.matrix.weighed())...)
	var out []string
	for _, t := range texts {
		out = append(out, widget.Wrap(t, s.form.width)...)
	}
	return out
}

// carries says under the question what its statement carries, that it fits every
// row alike, which keeps it in sight, or that much rests on it; then what stays
// in sight whatever its row, and how the comparison counts.
func carries(s *Screen, q journal.Question) []string {
	if q.Kind != journal.AskRating {
		return nil
	}
	var out []string
	switch {
	case slices.Contains(s.matrix.alike(), q.Evidence):
		out = append(out, s.form.step.Matrix.Alike)
	case slices.Contains(s.matrix.weighed().Linchpins, q.Evidence):
		out = append(out, fmt.Sprintf(muchRests, q.Evidence))
	}
	if grave := graveInSight(s.p.Reflection); grave != "" {
		out = append(out, grave)
	}
	return append(out, countsLead+s.form.step.Matrix.Scheme+".")
}
