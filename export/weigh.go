package export

import (
	"encoding/json"
	"errors"
	"io"

	"sounding/journal"
)

// matrixFile is what `weigh` reads. What is a pointer may be left out;
// credibility and relevance are then medium. Ratings may be left out too, and
// are read by themselves: there is one for every pair.
type matrixFile struct {
	Version    *int               `json:"version"`
	Hypotheses []matrixHypothesis `json:"hypotheses"`
	Evidence   []matrixEvidence   `json:"evidence"`
	Ratings    json.RawMessage    `json:"ratings"`
}

type matrixHypothesis struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type matrixEvidence struct {
	ID          string  `json:"id"`
	Text        string  `json:"text"`
	Credibility *string `json:"credibility"`
	Relevance   *string `json:"relevance"`
}

// medium stands for a level that was left out.
const medium = "medium"

// ReadMatrix reads a matrix to weigh: hypotheses, evidence, and a rating for
// each pair that was rated. Everything wrong with it is refused with ErrInput,
// by name and line; what comes back can be weighed.
func ReadMatrix(data []byte) (journal.Matrix, error) {
	var f matrixFile
	if err := decode(data, &f); err != nil {
		return journal.Matrix{}, err
	}
	if err := f.complete(); err != nil {
		return journal.Matrix{}, err
	}
	m := journal.Matrix{}
	for _, h := range f.Hypotheses {
		m.Hypotheses = append(m.Hypotheses, journal.MatrixRow{ID: h.ID, Text: h.Text})
	}
	for i, e := range f.Evidence {
		column := journal.MatrixColumn{ID: e.ID, Text: e.Text, Credibility: medium, Relevance: medium}
		for _, level := range []struct {
			name  string
			given *string
			into  *string
		}{{"credibility", e.Credibility, &column.Credibility}, {"relevance", e.Relevance, &column.Relevance}} {
			if level.given == nil {
				continue
			}
			if *level.given == "" {
				return journal.Matrix{}, refuse("line %d: %s is empty; it is low, medium or high", lineOf(data, "evidence", i, level.name), level.name)
			}
			*level.into = *level.given
		}
		m.Evidence = append(m.Evidence, column)
	}
	if err := m.Check(); err != nil {
		return journal.Matrix{}, matrixRefusal(data, m, err)
	}
	ratings, err := readRatings(data, f.Ratings, m)
	m.Ratings = ratings
	return m, err
}

// complete refuses a file without the parts that make it a matrix, or of a
// version that is not known here.
func (f matrixFile) complete() error {
	switch {
	case f.Hypotheses == nil:
		return refuse(`"hypotheses" is missing`)
	case f.Evidence == nil:
		return refuse(`"evidence" is missing`)
	}
	return checkVersion(f.Version)
}

// checkVersion refuses a version other than 1; without one, 1 is meant.
func checkVersion(given *int) error {
	if given != nil && *given != 1 {
		return refuse(`"version" is %d; this program reads version 1`, *given)
	}
	return nil
}

// matrixRefusal says what is wrong with a matrix, and on which line.
func matrixRefusal(data []byte, m journal.Matrix, err error) error {
	var wrong *journal.MatrixError
	if !errors.As(err, &wrong) {
		return refuse("%s", err)
	}
	return refuse("line %d: %s: %s", lineOf(data, matrixPlace(m, wrong.At)...), shortened(wrong.At), wrong.Why)
}

// matrixPlace finds what an error is about by comparing its name with those of
// everything it could be about. Of an id that is used twice it is the second.
func matrixPlace(m journal.Matrix, at string) []any {
	var place []any
	for i, h := range m.Hypotheses {
		if at == "hypotheses" && h.ID == "" || at == "hypotheses "+journal.VisibleLine(h.ID) {
			place = []any{"hypotheses", i}
		}
	}
	for i, e := range m.Evidence {
		if at == "evidence" && e.ID == "" || at == "evidence "+journal.VisibleLine(e.ID) {
			place = []any{"evidence", i}
		}
	}
	return place
}

// weighedFile is what `weigh --json` prints.
type weighedFile struct {
	Version int `json:"version"`
	journal.Weighed
}

// Weighed writes a weighed matrix as `weigh --json` prints it.
func Weighed(w io.Writer, weighed journal.Weighed) error {
	return encode(w, weighedFile{Version: 1, Weighed: weighed})
}
