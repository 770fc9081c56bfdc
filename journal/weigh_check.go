package journal

import "sort"

// MatrixError says what is wrong with a matrix from outside, by the id it is
// wrong at.
type MatrixError struct {
	At  string // "hypotheses", "evidence" or "ratings", and the ids
	Why string
}

func (e *MatrixError) Error() string { return e.At + ": " + e.Why }

// Check says whether a matrix from outside can be weighed: ids there and used
// once, levels and ratings of the known ones, ratings for ids that exist. The
// error is a *MatrixError, the same one for the same matrix.
func (m Matrix) Check() error {
	rows, columns := map[string]bool{}, map[string]bool{}
	for _, h := range m.Hypotheses {
		if err := checkID("hypotheses", h.ID, rows); err != nil {
			return err
		}
	}
	for _, e := range m.Evidence {
		if err := checkID("evidence", e.ID, columns); err != nil {
			return err
		}
		if !knownLevel(e.Credibility) {
			return &MatrixError{"evidence " + VisibleLine(e.ID), sayCredibility}
		}
		if !knownLevel(e.Relevance) {
			return &MatrixError{"evidence " + VisibleLine(e.ID), sayRelevance}
		}
	}
	return m.checkRatings(rows, columns)
}

func checkID(where, id string, seen map[string]bool) error {
	switch {
	case id == "":
		return &MatrixError{where, sayNoID}
	case seen[id]:
		return &MatrixError{where + " " + VisibleLine(id), sayTwice}
	}
	seen[id] = true
	return nil
}

func knownLevel(level string) bool {
	return level == "" || level == "low" || level == "medium" || level == "high"
}

func (m Matrix) checkRatings(rows, columns map[string]bool) error {
	for _, h := range sortedKeys(m.Ratings) {
		at := "ratings " + VisibleLine(h)
		if !rows[h] {
			return &MatrixError{at, sayNoHypothesis}
		}
		for _, e := range sortedKeys(m.Ratings[h]) {
			switch at := at + " " + VisibleLine(e); {
			case !columns[e]:
				return &MatrixError{at, sayNoEvidence}
			case ratingValue(m.Ratings[h][e]) == 0:
				return &MatrixError{at, sayNoRating}
			}
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
