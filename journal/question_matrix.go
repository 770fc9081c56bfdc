package journal

import "strings"

// ratings adds the cells of the matrix to what the step asks before it, one
// hypothesis at a time and the evidence across. The first rows and columns come
// first; the rest follow when those are rated.
func (p *Progress) ratings(s *Step, before []Question) []Question {
	rows, columns := p.MatrixRows(), p.MatrixColumns()
	firstRows, firstColumns := head(rows, s.Matrix.Rows), head(columns, s.Matrix.Columns)
	if p.allRated(firstRows, firstColumns) {
		return p.cells(before, s, rows, columns)
	}
	out := p.cells(before, s, firstRows, firstColumns)
	shown := map[string]bool{}
	for _, q := range out {
		shown[q.Path] = true
	}
	// What was rated beyond the first ones stays in sight.
	for _, q := range p.cells(nil, s, rows, columns) {
		if q.Value != "" && !shown[q.Path] {
			out = append(out, q)
		}
	}
	return out
}

func (p *Progress) allRated(rows, columns []string) bool {
	for _, h := range rows {
		for _, e := range columns {
			if p.Reflection.Rating(h, e) == "" {
				return false
			}
		}
	}
	return true
}

// rated says whether any cell of the comparison has a rating.
func (p *Progress) rated() bool {
	columns := p.MatrixColumns()
	for _, h := range p.MatrixRows() {
		for _, e := range columns {
			if p.Reflection.Rating(h, e) != "" {
				return true
			}
		}
	}
	return false
}

func head(refs []string, n int) []string {
	if n > 0 && len(refs) > n {
		return refs[:n]
	}
	return refs
}

// MatrixRows lists the hypotheses that are compared: all that are not parked.
// Those with grave harm if missed come first, so that they are never the ones
// left for later.
func (p *Progress) MatrixRows() []string {
	var grave, other []string
	for _, h := range p.Reflection.Hypotheses {
		switch {
		case h.Parked == Yes || strings.TrimSpace(h.Text) == "":
		case h.Grave == Yes:
			grave = append(grave, h.ID)
		default:
			other = append(other, h.ID)
		}
	}
	return append(grave, other...)
}

// MatrixColumns lists the evidence that can be rated: what is missing cannot.
func (p *Progress) MatrixColumns() []string {
	var out []string
	for _, e := range p.Reflection.Evidence {
		if e.Sort != "missing" && strings.TrimSpace(e.Text) != "" {
			out = append(out, e.ID)
		}
	}
	return out
}

// Sentence asks one cell of the matrix in full.
func (p *Progress) Sentence(words *MatrixWords, hypothesis, evidence string) string {
	return rowSentences(words, p.ItemName(hypothesis), []string{p.ItemName(evidence)})[0]
}

// rowSentences asks every cell of a row in full. What a person wrote is put in
// and never looked through for the names of the places.
func rowSentences(words *MatrixWords, hypothesis string, evidence []string) []string {
	parts := strings.Split(words.Sentence, "{evidence}")
	for i := range parts {
		parts[i] = strings.ReplaceAll(parts[i], "{hypothesis}", hypothesis)
	}
	out := make([]string, len(evidence))
	for j, e := range evidence {
		out[j] = strings.Join(parts, e)
	}
	return out
}

// cells adds a question for each cell, with room left for what the step asks
// after them.
func (p *Progress) cells(before []Question, s *Step, rows, columns []string) []Question {
	out := make([]Question, 0, len(before)+len(rows)*len(columns)+len(s.Closing))
	out = append(out, before...)
	names := make([]string, len(columns))
	for j, e := range columns {
		names[j] = p.ItemName(e)
	}
	for _, h := range rows {
		asked := rowSentences(s.Matrix, p.ItemName(h), names)
		row := s.ID + "." + h + "."
		for j, e := range columns {
			out = append(out, Question{
				Path: row + e, Step: s.ID, Kind: AskRating,
				Ref: h, Evidence: e, Label: h + " " + e, Text: asked[j],
				Input: InputChoice, Choices: s.Matrix.Choices,
				Value: string(p.Reflection.Rating(h, e)), Optional: true,
			})
		}
	}
	return out
}
