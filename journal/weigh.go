package journal

import (
	"math"
	"sort"
	"strings"
)

// WeighScheme names how Weigh scores, for screens and machine output: the
// weighted inconsistency of the PARC ACH program (Palo Alto Research Center
// with Heuer), which counts what speaks against each hypothesis and nothing
// else.
const WeighScheme = "weighted-inconsistency"

// MostHypotheses is how many hypotheses can be held side by side; above it
// Weigh advises against (Heuer 1999, Psychology of Intelligence Analysis,
// chapter 8).
const MostHypotheses = 7

// Matrix is what Weigh reads: hypotheses as rows, evidence across, and how each
// sits with each. Hypotheses as rows is the layout in which confirmation bias
// fell (Dhami and others 2024, Cognitive Research: Principles and Implications).
type Matrix struct {
	Hypotheses []MatrixRow                  `json:"hypotheses"`
	Evidence   []MatrixColumn               `json:"evidence"`
	Ratings    map[string]map[string]Rating `json:"ratings"` // hypothesis id, then evidence id; absent: not rated

	// Aside holds the grave hypotheses that were set aside: not compared, and
	// not forgotten.
	Aside []MatrixRow `json:"-"`
}

// MatrixRow is a hypothesis as the matrix sees it.
type MatrixRow struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Grave bool   `json:"-"` // serious harm if it were true and missed
}

// MatrixColumn is an item of evidence as the matrix sees it. Credibility and
// Relevance are low, medium or high; empty is medium.
type MatrixColumn struct {
	ID          string `json:"id"`
	Text        string `json:"text"`
	Credibility string `json:"credibility"`
	Relevance   string `json:"relevance"`
	Assumed     bool   `json:"-"` // sorted as an assumption
}

// MatrixOf is the matrix of a reflection: every hypothesis that is not set
// aside, and every statement but those that are not known yet.
func MatrixOf(r *Reflection) Matrix {
	m := Matrix{Ratings: r.Ratings}
	for _, h := range r.Hypotheses {
		row := MatrixRow{ID: h.ID, Text: h.Text, Grave: h.Grave == Yes}
		switch {
		case strings.TrimSpace(h.Text) == "":
		case h.Parked != Yes:
			m.Hypotheses = append(m.Hypotheses, row)
		case row.Grave:
			m.Aside = append(m.Aside, row)
		}
	}
	for _, e := range r.Evidence {
		if e.Sort != SortMissing && strings.TrimSpace(e.Text) != "" {
			m.Evidence = append(m.Evidence, MatrixColumn{
				ID: e.ID, Text: e.Text, Credibility: e.Reliability, Relevance: e.Relevance, Assumed: e.Sort == SortAssumption,
			})
		}
	}
	return m
}

// The sorts of a statement (Wonnacott's four).
const (
	SortEvidence   = "evidence"
	SortAmbiguous  = "ambiguous"
	SortAssumption = "assumption"
	SortMissing    = "missing"
)

// Weighed is what Weigh found. Hypotheses and Evidence keep the matrix's
// order; Order is by fewest things against.
type Weighed struct {
	Scheme     string          `json:"scheme"`
	Hypotheses []WeighedRow    `json:"hypotheses"`
	Order      []string        `json:"order"`
	Evidence   []WeighedColumn `json:"evidence"`
	Linchpins  []string        `json:"linchpins"` // without one, a strict order by Weighted becomes a tie or the reverse
	Warnings   []MatrixWarning `json:"warnings"`
}

// WeighedRow is one hypothesis' score. Contradictions counts I and II;
// Inconsistency is 1 for I and 2 for II; Weighted multiplies each by the item's
// weight; Consistency is the sum of (v-3)^2 over C (v=4) and CC (v=5), not
// weighted; Unrated counts empty cells. Rank is 1 for the fewest things
// against; equal ones share it (1, 1, 3).
type WeighedRow struct {
	ID             string  `json:"id"`
	Rank           int     `json:"rank"`
	Contradictions int     `json:"contradictions"`
	Inconsistency  int     `json:"inconsistency"`
	Weighted       float64 `json:"weighted"`
	Consistency    int     `json:"consistency"`
	Unrated        int     `json:"unrated"`
}

// WeighedColumn is one item's weight (credibility times relevance, each low
// 1/sqrt 2, medium 1, high sqrt 2: 0.5 to 2) and diagnosticity: the population
// standard deviation of its ratings on 1 (II) to 5 (CC), N and NA as 3, what is
// unrated left out, 0 below two ratings. It runs from 0 to 2.
type WeighedColumn struct {
	ID            string  `json:"id"`
	Weight        float64 `json:"weight"`
	Diagnosticity float64 `json:"diagnosticity"`
}

// weight is (halves + roots*sqrt 2)/2. Every product of credibility and
// relevance, and every sum of them, has this form, so that two scores are equal
// exactly when both numbers are, in whatever order they were added up. For any
// matrix that fits in a file of 10 MB two different scores lie more than 1e-7
// apart, so this agrees with comparing at 1e-9.
type weight struct{ halves, roots int }

func (w weight) value() float64 { return (float64(w.halves) + float64(w.roots)*math.Sqrt2) / 2 }
func (w weight) plus(v weight) weight {
	return weight{w.halves + v.halves, w.roots + v.roots}
}
func (w weight) minus(v weight) weight {
	return weight{w.halves - v.halves, w.roots - v.roots}
}
func (w weight) times(n int) weight { return weight{w.halves * n, w.roots * n} }

func (w weight) compare(v weight) int {
	switch {
	case w == v:
		return 0
	case w.value() < v.value():
		return -1
	}
	return 1
}

// weightOf is an item's weight: medium and medium is 1.
func weightOf(c MatrixColumn) weight {
	switch levelSteps(c.Credibility) + levelSteps(c.Relevance) {
	case -2:
		return weight{halves: 1}
	case -1:
		return weight{roots: 1}
	case 1:
		return weight{roots: 2}
	case 2:
		return weight{halves: 4}
	}
	return weight{halves: 2}
}

// levelSteps is how many factors of sqrt 2 a level is away from medium.
func levelSteps(level string) int {
	switch level {
	case "low":
		return -1
	case "high":
		return 1
	}
	return 0
}

// grid is a matrix with its ids resolved: cells by row, then column.
type grid struct {
	Matrix
	cells   [][]Rating
	weights []weight
	scores  []score
}

// score is a row's sums, exact.
type score struct {
	against                                      weight
	contradictions, inconsistency, fits, unrated int
}

// Weigh scores a matrix. It takes about a millisecond for 50 hypotheses and 500
// items. The matrix is read, never changed.
func Weigh(m Matrix) Weighed {
	g := newGrid(m)
	w := Weighed{
		Scheme: WeighScheme, Hypotheses: make([]WeighedRow, len(m.Hypotheses)), Order: []string{},
		Evidence: make([]WeighedColumn, len(m.Evidence)), Linchpins: []string{},
	}
	for i, h := range m.Hypotheses {
		s := g.scores[i]
		w.Hypotheses[i] = WeighedRow{
			ID: h.ID, Contradictions: s.contradictions, Inconsistency: s.inconsistency,
			Weighted: s.against.value(), Consistency: s.fits, Unrated: s.unrated,
		}
	}
	order := g.rank(&w)
	for j, e := range m.Evidence {
		w.Evidence[j] = WeighedColumn{ID: e.ID, Weight: g.weights[j].value(), Diagnosticity: g.diagnosticity(j)}
		if g.linchpin(j, order) {
			w.Linchpins = append(w.Linchpins, e.ID)
		}
	}
	w.Warnings = g.warnings(w)
	return w
}

func newGrid(m Matrix) *grid {
	g := &grid{Matrix: m, cells: make([][]Rating, len(m.Hypotheses)), weights: make([]weight, len(m.Evidence)),
		scores: make([]score, len(m.Hypotheses))}
	for j, e := range m.Evidence {
		g.weights[j] = weightOf(e)
	}
	for i, h := range m.Hypotheses {
		row := m.Ratings[h.ID]
		g.cells[i] = make([]Rating, len(m.Evidence))
		for j, e := range m.Evidence {
			g.cells[i][j] = row[e.ID]
			g.scores[i].add(row[e.ID], g.weights[j])
		}
	}
	return g
}

func (s *score) add(r Rating, w weight) {
	switch r {
	case Inconsistent, VeryInconsistent:
		s.contradictions++
		s.inconsistency += minuses(r)
		s.against = s.against.plus(w.times(minuses(r)))
	case Consistent:
		s.fits++
	case VeryConsistent:
		s.fits += 4
	case Neutral, NotApplicable:
	default:
		s.unrated++
	}
}

// minuses is what a rating counts against a hypothesis.
func minuses(r Rating) int {
	switch r {
	case Inconsistent:
		return 1
	case VeryInconsistent:
		return 2
	}
	return 0
}

// rank orders the rows: fewest against, then most that fits, then fewest
// unrated, then by id; rows equal in the first three share a rank. It gives the
// rows in that order.
func (g *grid) rank(w *Weighed) []int {
	order := make([]int, len(g.scores))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		c := g.scores[order[a]].compare(g.scores[order[b]])
		return c < 0 || c == 0 && g.Hypotheses[order[a]].ID < g.Hypotheses[order[b]].ID
	})
	for place, i := range order {
		w.Order = append(w.Order, g.Hypotheses[i].ID)
		rank := place + 1
		if place > 0 && g.scores[i].compare(g.scores[order[place-1]]) == 0 {
			rank = w.Hypotheses[order[place-1]].Rank
		}
		w.Hypotheses[i].Rank = rank
	}
	return order
}

func (s score) compare(t score) int {
	if c := s.against.compare(t.against); c != 0 {
		return c
	}
	if s.fits != t.fits {
		return t.fits - s.fits
	}
	return s.unrated - t.unrated
}

func (g *grid) diagnosticity(j int) float64 {
	var n, sum, squares float64
	for i := range g.cells {
		if v := ratingValue(g.cells[i][j]); v > 0 {
			n, sum, squares = n+1, sum+v, squares+v*v
		}
	}
	if n < 2 {
		return 0
	}
	// Whole numbers up to 25 each: the difference is exact, and 0 where every
	// rating is the same.
	return math.Sqrt(n*squares-sum*sum) / n
}

// ratingValue is a rating from 1 (II) to 5 (CC); 0 where there is none.
func ratingValue(r Rating) float64 {
	switch r {
	case VeryConsistent:
		return 5
	case Consistent:
		return 4
	case Neutral, NotApplicable:
		return 3
	case Inconsistent:
		return 2
	case VeryInconsistent:
		return 1
	}
	return 0
}

// linchpin says whether some strict order by weighted score alone becomes a tie
// or the reverse without an item. Going up the order, it is enough to know the
// most that any row with a lower score has left.
func (g *grid) linchpin(j int, order []int) bool {
	var most, level weight // over lower scores; over the score reached so far
	lower := false
	for place, i := range order {
		left := g.without(i, j)
		switch {
		case place == 0:
			level = left
		case g.scores[i].against != g.scores[order[place-1]].against:
			if !lower || level.compare(most) > 0 {
				most, lower = level, true
			}
			level = left
		case left.compare(level) > 0:
			level = left
		}
		if lower && most.compare(left) >= 0 {
			return true
		}
	}
	return false
}

// without is a row's weighted score with one item left out.
func (g *grid) without(i, j int) weight {
	return g.scores[i].against.minus(g.weights[j].times(minuses(g.cells[i][j])))
}
