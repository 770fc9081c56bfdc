package content

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// WordList is a table of a pack's words folder, as it stands in the file: the
// language package makes its own tables of it. Rows of a later pack take the
// place of all rows with the same first cell.
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

// over lays a later pack's list over this one.
func (w WordList) over(later WordList) WordList {
	replaced := map[string]bool{}
	for _, row := range later.Rows {
		replaced[row.Cells[0]] = true
	}
	return w.but(replaced).with(later)
}

func (w WordList) with(later WordList) WordList {
	w.Columns = later.Columns
	w.Rows = append(w.Rows[:len(w.Rows):len(w.Rows)], later.Rows...)
	return w
}

// but leaves out the rows whose first cell is named.
func (w WordList) but(out map[string]bool) WordList {
	var rows []WordRow
	for _, row := range w.Rows {
		if !out[row.Cells[0]] {
			rows = append(rows, row)
		}
	}
	w.Rows = rows
	return w
}
