package journal

import (
	"fmt"
	"math"
	"reflect"
	"sort"
	"testing"

	"pgregory.net/rapid"
)

// drawMatrix makes any matrix that Check would pass.
func drawMatrix(t *rapid.T, fewest int) Matrix {
	m := Matrix{Ratings: map[string]map[string]Rating{}}
	level := rapid.SampledFrom([]string{"", "low", "medium", "high"})
	rating := rapid.SampledFrom(append(RatingCodes(), ""))
	for j := range rapid.IntRange(0, 8).Draw(t, "items") {
		m.Evidence = append(m.Evidence, MatrixColumn{ID: fmt.Sprintf("E%d", j+1), Credibility: level.Draw(t, "credibility"), Relevance: level.Draw(t, "relevance")})
	}
	for i := range rapid.IntRange(fewest, 6).Draw(t, "rows") {
		h := fmt.Sprintf("H%d", i+1)
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: h})
		m.Ratings[h] = map[string]Rating{}
		for _, e := range m.Evidence {
			if r := rating.Draw(t, "rating"); r != "" {
				m.Ratings[h][e.ID] = r
			}
		}
	}
	return m
}

// plainly scores a matrix by the words of the design with plain sums, to hold
// the exact arithmetic against.
func plainly(m Matrix) map[string]WeighedRow {
	factor := map[string]float64{"low": 1 / math.Sqrt2, "": 1, "medium": 1, "high": math.Sqrt2}
	value := map[Rating]int{"CC": 5, "C": 4, "N": 3, "NA": 3, "I": 2, "II": 1}
	out := map[string]WeighedRow{}
	for _, h := range m.Hypotheses {
		row := WeighedRow{ID: h.ID}
		for _, e := range m.Evidence {
			v, rated := value[m.Ratings[h.ID][e.ID]]
			switch {
			case !rated:
				row.Unrated++
			case v < 3:
				row.Contradictions++
				row.Inconsistency += 3 - v
				row.Weighted += float64(3-v) * factor[e.Credibility] * factor[e.Relevance]
			default:
				row.Consistency += (v - 3) * (v - 3)
			}
		}
		out[h.ID] = row
	}
	return out
}

func TestWeigh_agreesWithThePlainSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 0)
		w := Weigh(m)
		want := plainly(m)
		for _, row := range w.Hypotheses {
			plain := want[row.ID]
			if !near(row.Weighted, plain.Weighted, 1e-9) {
				t.Fatalf("%s weighted %v, want %v", row.ID, row.Weighted, plain.Weighted)
			}
			row.Weighted, row.Rank, plain.Weighted = 0, 0, 0
			if row != plain {
				t.Fatalf("%+v, want %+v", row, plain)
			}
		}
		before := func(a, b WeighedRow) int {
			switch {
			case a.Weighted < b.Weighted-1e-9:
				return -1
			case a.Weighted > b.Weighted+1e-9:
				return 1
			case a.Consistency != b.Consistency:
				return b.Consistency - a.Consistency
			}
			return a.Unrated - b.Unrated
		}
		for _, a := range w.Hypotheses {
			rank := 1
			for _, b := range w.Hypotheses {
				if before(b, a) < 0 {
					rank++
				}
			}
			if a.Rank != rank {
				t.Fatalf("%s has rank %d, want %d", a.ID, a.Rank, rank)
			}
		}
	})
}

func TestWeigh_linchpinsAreWhatTheirDefinitionSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 2)
		w := Weigh(m)
		var want []string
		for _, e := range m.Evidence {
			if len(AskWhatIf(m, e.ID).Dropped) > 0 {
				want = append(want, e.ID)
			}
		}
		if fmt.Sprint(w.Linchpins) != fmt.Sprint(want) {
			t.Fatalf("linchpins %v, want %v", w.Linchpins, want)
		}
	})
}

func TestWeigh_aDuplicateTiesWithItsTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 1)
		twin := rapid.SampledFrom(m.Hypotheses).Draw(t, "twin").ID
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: "H99"})
		m.Ratings["H99"] = m.Ratings[twin]
		ranks := map[string]int{}
		for _, row := range Weigh(m).Hypotheses {
			ranks[row.ID] = row.Rank
		}
		if ranks[twin] != ranks["H99"] {
			t.Fatalf("%s has rank %d, its duplicate %d", twin, ranks[twin], ranks["H99"])
		}
	})
}

func TestWeigh_anItemEqualAcrossRowsChangesNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 2)
		before := Weigh(m).Order
		same := rapid.SampledFrom(RatingCodes()).Draw(t, "same")
		m.Evidence = append(m.Evidence, MatrixColumn{ID: "E99", Credibility: "high"})
		for _, h := range m.Hypotheses {
			m.Ratings[h.ID]["E99"] = same
		}
		after := Weigh(m)
		if !reflect.DeepEqual(before, after.Order) {
			t.Fatalf("order %v became %v", before, after.Order)
		}
		if d := after.Evidence[len(after.Evidence)-1].Diagnosticity; d != 0 {
			t.Fatalf("diagnosticity %v, want 0", d)
		}
	})
}

func TestWeigh_aFittingRatingNeverCountsAgainst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 1)
		h := rapid.SampledFrom(m.Hypotheses).Draw(t, "row").ID
		m.Evidence = append(m.Evidence, MatrixColumn{ID: "E99"})
		before := plainly(m)[h]
		m.Ratings[h]["E99"] = rapid.SampledFrom([]Rating{Consistent, VeryConsistent}).Draw(t, "rating")
		for _, row := range Weigh(m).Hypotheses {
			if row.ID == h && (row.Inconsistency > before.Inconsistency || row.Weighted > before.Weighted+1e-9) {
				t.Fatalf("%+v after, %+v before", row, before)
			}
		}
	})
}

func TestWeigh_orderDoesNotDependOnInputOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMatrix(t, 1)
		before := Weigh(m)
		shuffled := m
		shuffled.Hypotheses = rapid.Permutation(m.Hypotheses).Draw(t, "rows")
		shuffled.Evidence = rapid.Permutation(m.Evidence).Draw(t, "items")
		after := Weigh(shuffled)
		if !reflect.DeepEqual(before.Order, after.Order) {
			t.Fatalf("order %v became %v", before.Order, after.Order)
		}
		sort.Strings(before.Linchpins)
		sort.Strings(after.Linchpins)
		if !reflect.DeepEqual(before.Linchpins, after.Linchpins) {
			t.Fatalf("linchpins %v became %v", before.Linchpins, after.Linchpins)
		}
	})
}
