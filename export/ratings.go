package export

import (
	"bytes"
	"encoding/json"
	"errors"

	"sounding/journal"
)

// ratingReader reads the ratings of a matrix whose rows and columns are known.
// A large matrix has tens of thousands of them, which the standard decoder
// takes longer over than the weighing itself.
type ratingReader struct {
	*walker
	matrix  journal.Matrix
	rows    map[string]bool
	columns map[string]bool
	codes   map[string]journal.Rating
	first   int // the line on which the ratings begin
	ratings map[string]map[string]journal.Rating
}

// readRatings reads the cells of a matrix: an object for each hypothesis that
// has any, in it a rating for each item. data is the whole file, for the lines
// of errors; cells are sound JSON, or empty where there are none.
func readRatings(data []byte, cells json.RawMessage, m journal.Matrix) (map[string]map[string]journal.Rating, error) {
	r := &ratingReader{
		walker: &walker{data: cells}, matrix: m, first: 1, rows: map[string]bool{}, columns: map[string]bool{},
		codes: map[string]journal.Rating{}, ratings: make(map[string]map[string]journal.Rating, len(m.Hypotheses)),
	}
	if len(cells) == 0 {
		return r.ratings, nil
	}
	for _, h := range m.Hypotheses {
		r.rows[h.ID] = true
	}
	for _, e := range m.Evidence {
		r.columns[e.ID] = true
	}
	for _, code := range journal.RatingCodes() {
		r.codes[string(code)] = code
	}
	if err := r.read(); err != nil {
		return nil, r.onLine(data, err)
	}
	return r.ratings, nil
}

// onLine puts the line before what is wrong at the place that was reached. It
// is found only then: looking for it goes through the whole file.
func (r *ratingReader) onLine(data []byte, err error) error {
	return refuse("line %d: %s", lineOf(data, "ratings")+bytes.Count(r.data[:r.at], []byte("\n")), err)
}

func (r *ratingReader) read() error {
	if r.next() != '{' {
		return errRatings
	}
	for r.at++; r.next() != '}'; {
		h := r.key()
		if _, again := r.ratings[h]; again {
			return &twiceError{h}
		}
		if !r.rows[h] {
			return r.unknown(h, nil)
		}
		r.ratings[h] = make(map[string]journal.Rating, len(r.columns))
		if r.next() != '{' {
			return errRatings
		}
		if err := r.row(h); err != nil {
			return err
		}
	}
	return nil
}

func (r *ratingReader) row(h string) error {
	row := r.ratings[h]
	for r.at++; r.next() != '}'; {
		e := r.key()
		if r.next() != '"' {
			return errRatings
		}
		written := r.key()
		code, known := r.codes[written]
		if !known || !r.columns[e] {
			return r.unknown(h, map[string]journal.Rating{e: journal.Rating(written)})
		}
		if row[e] != "" {
			return &twiceError{e}
		}
		row[e] = code
	}
	r.at++
	return nil
}

// errRatings says that the ratings are not built as they are to be.
var errRatings = errors.New(`"ratings" is to hold an object for each hypothesis, and in it a rating for each item, as text`)

// twiceError is a key that is there twice.
type twiceError struct{ name string }

func (e *twiceError) Error() string { return nameOr(e.name, "a field") + " is there twice" }

// unknown asks the journal what is wrong with one row, so that there is one
// place where that is said.
func (r *ratingReader) unknown(h string, row map[string]journal.Rating) error {
	m := r.matrix
	m.Ratings = map[string]map[string]journal.Rating{h: row}
	var wrong *journal.MatrixError
	if !errors.As(m.Check(), &wrong) {
		return errRatings
	}
	return errors.New(shortened(wrong.At) + ": " + wrong.Why)
}
