package content

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// WordList is a table of a pack's words folder, as it stands in the file: the
// language package makes its own tables of it. Rows of a later pack take the
// place of all rows with the same term, or the same first cell where the list
// has no terms.
type WordList struct {
	ID      string
	Columns []string
	Rows    []WordRow
}

// WordRow is one row, with a cell for every column, and the pack and line it
// came from.
type WordRow struct {
	Cells []string
	Pack  string
	Line  int
}

// Cell reads a row's cell by the name of its column; empty where there is no
// such column.
func (w WordList) Cell(row WordRow, column string) string {
	for i, c := range w.Columns {
		if c == column && i < len(row.Cells) {
			return row.Cells[i]
		}
	}
	return ""
}

// words reads a word list: comma-separated, the first line naming the columns;
// lines that start with # are remarks.
func (p *pack) words(f file, s *sheet) WordList {
	out := WordList{ID: f.id}
	text, ok := p.read(f.path, s)
	if !ok {
		return out
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	r.FieldsPerRecord = -1
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			s.at(csvPlace(err), notCSV(err))
			return out
		}
		line, _ := r.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if out.Columns == nil {
			out.Columns = cells
			continue
		}
		if len(cells) != len(out.Columns) {
			s.at(place{line, 1}, cellCount(len(cells), len(out.Columns)))
			continue
		}
		out.Rows = append(out.Rows, WordRow{Cells: cells, Pack: p.about.ID, Line: line})
	}
}

func csvPlace(err error) place {
	var at *csv.ParseError
	if errors.As(err, &at) {
		return place{at.Line, at.Column}
	}
	return place{}
}

// nameColumn is the column by which the rows of a list are told apart, where it
// has one; else the first is.
const nameColumn = "term"

// Name is what a row of the list is found by: its term, or its first cell in a
// list without terms.
func (w WordList) Name(row WordRow) string {
	if name := w.Cell(row, nameColumn); name != "" {
		return name
	}
	return row.Cells[0]
}

// names lists everything that a row can be called: its name as it is written,
// and each spelling of it. A term holds several with | between them, and * for
// all the endings of a word.
func (w WordList) names(row WordRow) []string {
	name := w.Name(row)
	out := []string{name}
	for spelling := range strings.SplitSeq(name, "|") {
		if spelling = strings.TrimRight(strings.TrimSpace(spelling), "*"); spelling != "" && !contains(out, spelling) {
			out = append(out, spelling)
		}
	}
	return out
}

// holds says whether the list has a row of that name.
func (w WordList) holds(name string) bool {
	for _, row := range w.Rows {
		if contains(w.names(row), name) {
			return true
		}
	}
	return false
}

// over lays a later pack's list over this one. A row takes the place of those
// with just its name: one spelling does not take away the others.
func (w WordList) over(later WordList) WordList {
	replaced := map[string]bool{}
	for _, row := range later.Rows {
		replaced[strings.TrimRight(later.Name(row), "*")] = true
	}
	out := w
	out.Rows = nil
	for _, row := range w.Rows {
		if !replaced[strings.TrimRight(w.Name(row), "*")] {
			out.Rows = append(out.Rows, row)
		}
	}
	return out.with(later)
}

func (w WordList) with(later WordList) WordList {
	w.Columns = later.Columns
	w.Rows = append(w.Rows[:len(w.Rows):len(w.Rows)], later.Rows...)
	return w
}

// but leaves out the rows of a name.
func (w WordList) but(name string) WordList {
	var rows []WordRow
	for _, row := range w.Rows {
		if !contains(w.names(row), name) {
			rows = append(rows, row)
		}
	}
	w.Rows = rows
	return w
}
