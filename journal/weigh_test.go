package journal

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"testing"
)

// heuerFile is testdata/ach-heuer.json: Heuer's figure 15 with its scores.
type heuerFile struct {
	Hypotheses []string `json:"hypotheses"`
	Items      []struct {
		ID          string   `json:"id"`
		Credibility string   `json:"credibility"`
		Relevance   string   `json:"relevance"`
		Weight      float64  `json:"weight"`
		Cells       []Rating `json:"cells"`
		Spread      float64  `json:"row_pstdev_1to5"`
	} `json:"items"`
	Published struct {
		NoValue  []string `json:"no_diagnostic_value"`
		Linchpin string   `json:"linchpin"`
		Order    []string `json:"order_by_fewest_minuses"`
	} `json:"published"`
	Expected struct {
		Minus       []int     `json:"minus_cells"`
		Linear      []int     `json:"linear_inconsistency"`
		Weighted    []float64 `json:"parc_weighted"`
		Consistency []int     `json:"open_synthesis_consistency"`
	} `json:"expected"`
	LeaveOneOut map[string][]int `json:"leave_one_out_linear"`
}

func heuer(t testing.TB) (heuerFile, Matrix) {
	t.Helper()
	raw, err := os.ReadFile("testdata/ach-heuer.json")
	if err != nil {
		t.Fatal(err)
	}
	var f heuerFile
	if err := json.Unmarshal(raw, &f); err != nil {
		t.Fatal(err)
	}
	levels := map[string]string{"L": "low", "M": "medium", "H": "high"}
	m := Matrix{Ratings: map[string]map[string]Rating{}}
	for i, text := range f.Hypotheses {
		h := fmt.Sprintf("H%d", i+1)
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: h, Text: text[3:]})
		m.Ratings[h] = map[string]Rating{}
		for _, item := range f.Items {
			m.Ratings[h][item.ID] = item.Cells[i]
		}
	}
	for _, item := range f.Items {
		m.Evidence = append(m.Evidence, MatrixColumn{
			ID: item.ID, Text: "statement " + item.ID, Credibility: levels[item.Credibility], Relevance: levels[item.Relevance],
		})
	}
	return f, m
}

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestWeigh_givesEveryPublishedCellOfHeuersFigure(t *testing.T) {
	f, m := heuer(t)
	w := Weigh(m)
	for i, row := range w.Hypotheses {
		if row.Contradictions != f.Expected.Minus[i] || row.Inconsistency != f.Expected.Linear[i] ||
			!near(row.Weighted, f.Expected.Weighted[i], 1e-6) || row.Consistency != f.Expected.Consistency[i] || row.Unrated != 0 {
			t.Errorf("%s scored %+v", row.ID, row)
		}
	}
	for j, column := range w.Evidence {
		if !near(column.Weight, f.Items[j].Weight, 1e-6) || !near(column.Diagnosticity, f.Items[j].Spread, 1e-6) {
			t.Errorf("%s scored %+v, want spread %v", column.ID, column, f.Items[j].Spread)
		}
	}
	if !reflect.DeepEqual(w.Order, f.Published.Order) {
		t.Errorf("order %v, want %v", w.Order, f.Published.Order)
	}
	if !reflect.DeepEqual(w.Linchpins, []string{f.Published.Linchpin}) {
		t.Errorf("linchpins %v, want %s and no other", w.Linchpins, f.Published.Linchpin)
	}
	if w.Scheme != "weighted-inconsistency" {
		t.Error(w.Scheme)
	}
	var alike []string
	for _, warning := range w.Warnings {
		if warning.Code == WarnAlike {
			alike = append(alike, warning.Evidence)
		}
	}
	if !reflect.DeepEqual(alike, f.Published.NoValue) {
		t.Errorf("said not to tell apart: %v, want %v", alike, f.Published.NoValue)
	}
}

func TestWithout_givesHeuersScoresForEachItemLeftOut(t *testing.T) {
	f, m := heuer(t)
	for _, e := range sortedKeys(f.LeaveOneOut) {
		for i, row := range Weigh(m.Without(e)).Hypotheses {
			if row.Inconsistency != f.LeaveOneOut[e][i] {
				t.Errorf("without %s, %s has %d, want %d", e, row.ID, row.Inconsistency, f.LeaveOneOut[e][i])
			}
		}
	}
	if len(m.Evidence) != 6 {
		t.Error("leaving an item out changed the matrix itself")
	}
}

func TestAskWhatIf_saysWhichPairsTurn(t *testing.T) {
	_, m := heuer(t)
	what := AskWhatIf(m, "E6")
	if want := []Turn{{Fewer: "H3", More: "H1", Tie: true}}; !reflect.DeepEqual(what.Dropped, want) {
		t.Errorf("without E6: %v, want %v", what.Dropped, want)
	}
	// The other way round, E6 speaks against H2 and H3, and for H1.
	want := []Turn{{Fewer: "H3", More: "H1"}}
	if !reflect.DeepEqual(what.Turned, want) {
		t.Errorf("with E6 the other way round: %v, want %v", what.Turned, want)
	}
	if got := what.Opposite.Hypotheses[1].Inconsistency; got != 1 {
		t.Errorf("H2 has %d against it with E6 the other way round, want 1", got)
	}
	if m.Ratings["H1"]["E6"] != VeryInconsistent {
		t.Error("asking changed the matrix itself")
	}
	if dropped := AskWhatIf(m, "E1").Dropped; len(dropped) != 0 {
		t.Errorf("without E1: %v, want nothing to turn", dropped)
	}
}

func TestWeigh_weighsByCredibilityTimesRelevance(t *testing.T) {
	for _, row := range []struct {
		credibility, relevance string
		want                   float64
	}{
		{"low", "low", 0.5}, {"low", "medium", 1 / math.Sqrt2}, {"low", "high", 1}, {"medium", "low", 1 / math.Sqrt2},
		{"medium", "medium", 1}, {"", "", 1}, {"", "high", math.Sqrt2}, {"high", "medium", math.Sqrt2},
		{"high", "low", 1}, {"high", "high", 2},
	} {
		m := Matrix{
			Hypotheses: []MatrixRow{{ID: "H1"}},
			Evidence:   []MatrixColumn{{ID: "E1", Credibility: row.credibility, Relevance: row.relevance}},
			Ratings:    map[string]map[string]Rating{"H1": {"E1": VeryInconsistent}},
		}
		w := Weigh(m)
		if !near(w.Evidence[0].Weight, row.want, 1e-12) || !near(w.Hypotheses[0].Weighted, 2*row.want, 1e-12) {
			t.Errorf("%s and %s weigh %v", row.credibility, row.relevance, w.Evidence[0].Weight)
		}
	}
}

// matrixFrom writes a matrix as rows of ratings; "-" is unrated.
func matrixFrom(rows ...[]Rating) Matrix {
	m := Matrix{Ratings: map[string]map[string]Rating{}}
	for j := range rows[0] {
		m.Evidence = append(m.Evidence, MatrixColumn{ID: fmt.Sprintf("E%d", j+1)})
	}
	for i, row := range rows {
		h := fmt.Sprintf("H%d", i+1)
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: h})
		m.Ratings[h] = map[string]Rating{}
		for j, r := range row {
			if r != "-" {
				m.Ratings[h][m.Evidence[j].ID] = r
			}
		}
	}
	return m
}

func TestWeigh_ordersByAgainstThenForThenRatedThenID(t *testing.T) {
	for name, row := range map[string]struct {
		m     Matrix
		order []string
		ranks []int
	}{
		"fewer against":     {matrixFrom([]Rating{"I"}, []Rating{"CC"}), []string{"H2", "H1"}, []int{2, 1}},
		"then more for":     {matrixFrom([]Rating{"C"}, []Rating{"CC"}, []Rating{"N"}), []string{"H2", "H1", "H3"}, []int{2, 1, 3}},
		"then more rated":   {matrixFrom([]Rating{"-"}, []Rating{"NA"}), []string{"H2", "H1"}, []int{2, 1}},
		"equal share":       {matrixFrom([]Rating{"C"}, []Rating{"C"}, []Rating{"I"}), []string{"H1", "H2", "H3"}, []int{1, 1, 3}},
		"one strong is two": {matrixFrom([]Rating{"II", "N"}, []Rating{"I", "I"}), []string{"H1", "H2"}, []int{1, 1}},
	} {
		w := Weigh(row.m)
		var ranks []int
		for _, h := range w.Hypotheses {
			ranks = append(ranks, h.Rank)
		}
		if !reflect.DeepEqual(w.Order, row.order) || !reflect.DeepEqual(ranks, row.ranks) {
			t.Errorf("%s: order %v ranks %v, want %v %v", name, w.Order, ranks, row.order, row.ranks)
		}
	}
}

func TestWeigh_aTieThatBecomesStrictIsNoLinchpin(t *testing.T) {
	w := Weigh(matrixFrom([]Rating{"I", "N"}, []Rating{"N", "I"}))
	if len(w.Linchpins) != 0 {
		t.Errorf("linchpins %v, want none", w.Linchpins)
	}
}

func codes(warnings []MatrixWarning) []WarningCode {
	var out []WarningCode
	for _, w := range warnings {
		out = append(out, w.Code)
	}
	return out
}

func TestWeigh_warnsInWords(t *testing.T) {
	grave := matrixFrom([]Rating{"I", "C"}, []Rating{"C", "N"})
	grave.Hypotheses[0].Grave = true
	graveAhead := matrixFrom([]Rating{"I", "C"}, []Rating{"C", "N"})
	graveAhead.Hypotheses[1].Grave = true
	aside := matrixFrom([]Rating{"I", "C"}, []Rating{"C", "N"})
	aside.Aside = []MatrixRow{{ID: "H9", Grave: true}}
	assumed := matrixFrom([]Rating{"I", "C"}, []Rating{"C", "N"})
	assumed.Evidence[0].Assumed = true
	var eight [][]Rating
	for range 8 {
		eight = append(eight, []Rating{"I", "II"})
	}
	for name, row := range map[string]struct {
		m    Matrix
		want []WarningCode
	}{
		"nothing to say":        {matrixFrom([]Rating{"I", "C"}, []Rating{"C", "N"}), nil},
		"unrated":               {matrixFrom([]Rating{"I", "-"}, []Rating{"C", "N"}), []WarningCode{WarnUnrated}},
		"only because unrated":  {matrixFrom([]Rating{"C", "-"}, []Rating{"C", "I"}), []WarningCode{WarnUnrated, WarnOnlyUnrated, WarnAlike}},
		"never rated":           {matrixFrom([]Rating{"-", "-"}, []Rating{"C", "I"}), []WarningCode{WarnUnrated, WarnOnlyUnrated}},
		"ahead on what is seen": {matrixFrom([]Rating{"C", "-"}, []Rating{"I", "N"}), []WarningCode{WarnUnrated}},
		"nothing rated at all":  {matrixFrom([]Rating{"-"}, []Rating{"-"}), []WarningCode{WarnUnrated}},
		"nothing against any":   {matrixFrom([]Rating{"C", "CC"}, []Rating{"CC", "C"}), []WarningCode{WarnNothingSpeaks}},
		"one explanation":       {matrixFrom([]Rating{"I"}), []WarningCode{WarnOneHypothesis}},
		"eight explanations":    {matrixFrom(eight...), []WarningCode{WarnTooMany, WarnAlike, WarnAlike}},
		"grave and low":         {grave, []WarningCode{WarnGraveLow}},
		"grave and ahead":       {graveAhead, nil},
		"one, nothing against":  {matrixFrom([]Rating{"C"}), []WarningCode{WarnOneHypothesis}},
		"level, one half rated": {matrixFrom([]Rating{"C", "-"}, []Rating{"N", "C"}), []WarningCode{WarnUnrated, WarnNothingSpeaks}},
		"grave and aside":       {aside, []WarningCode{WarnGraveAside}},
		"rests on assumption":   {assumed, []WarningCode{WarnAssumed}},
		"fits none alike":       {matrixFrom([]Rating{"I", "I"}, []Rating{"I", "C"}), []WarningCode{WarnAlike}},
	} {
		w := Weigh(row.m)
		if got := codes(w.Warnings); !reflect.DeepEqual(got, row.want) {
			t.Errorf("%s: warned %v, want %v", name, got, row.want)
		}
		for _, warning := range w.Warnings {
			if warning.Text == "" {
				t.Errorf("%s: %s has no words", name, warning.Code)
			}
		}
	}
}

func TestMatrixOf_comparesWhatIsNeitherAsideNorUnknown(t *testing.T) {
	r := Reflection{
		Hypotheses: []Hypothesis{{ID: "H1", Text: "a"}, {ID: "H2", Text: "b", Parked: Yes, Grave: Yes}, {ID: "H3", Text: "c", Parked: Yes}, {ID: "H4", Text: " "}},
		Evidence: []Evidence{
			{ID: "E1", Text: "x", Sort: SortAssumption, Reliability: "high", Relevance: "low"}, {ID: "E2", Text: "y", Sort: SortMissing}, {ID: "E3"},
		},
		Ratings: map[string]map[string]Rating{"H1": {"E1": Consistent}},
	}
	m := MatrixOf(&r)
	if want := []MatrixRow{{ID: "H1", Text: "a"}}; !reflect.DeepEqual(m.Hypotheses, want) {
		t.Errorf("rows %v", m.Hypotheses)
	}
	if want := []MatrixRow{{ID: "H2", Text: "b", Grave: true}}; !reflect.DeepEqual(m.Aside, want) {
		t.Errorf("aside %v", m.Aside)
	}
	want := []MatrixColumn{{ID: "E1", Text: "x", Credibility: "high", Relevance: "low", Assumed: true}}
	if !reflect.DeepEqual(m.Evidence, want) {
		t.Errorf("columns %v", m.Evidence)
	}
}

func TestMatrix_checkNamesThePlace(t *testing.T) {
	good := func() Matrix { return matrixFrom([]Rating{"C", "I"}, []Rating{"N", "NA"}) }
	if err := good().Check(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(*Matrix){
		"hypotheses: an id is missing or empty.":                 func(m *Matrix) { m.Hypotheses[0].ID = "" },
		"hypotheses H1: this id is used twice.":                  func(m *Matrix) { m.Hypotheses[1].ID = "H1" },
		"evidence E1: this id is used twice.":                    func(m *Matrix) { m.Evidence[1].ID = "E1" },
		"evidence E2: credibility is low, medium or high.":       func(m *Matrix) { m.Evidence[1].Credibility = "Low" },
		"evidence E2: relevance is low, medium or high.":         func(m *Matrix) { m.Evidence[1].Relevance = "none" },
		"ratings H9: there is no hypothesis with this id.":       func(m *Matrix) { m.Ratings["H9"] = nil },
		"ratings H1 E9: there is no evidence with this id.":      func(m *Matrix) { m.Ratings["H1"]["E9"] = "C" },
		"ratings H2 E1: a rating is CC, C, N, NA, I or II.":      func(m *Matrix) { m.Ratings["H2"]["E1"] = "III" },
		"hypotheses \u241b[31m: this id is used twice.":          func(m *Matrix) { m.Hypotheses[0].ID, m.Hypotheses[1].ID = "\x1b[31m", "\x1b[31m" },
		"ratings H1 E\u2400: there is no evidence with this id.": func(m *Matrix) { m.Ratings["H1"]["E\x00"] = "C" },
	} {
		m := good()
		spoil(&m)
		if err := m.Check(); err == nil || err.Error() != want {
			t.Errorf("said %v, want %q", err, want)
		}
	}
}

func bigMatrix(rows, items int) Matrix {
	m := Matrix{Ratings: map[string]map[string]Rating{}}
	levels, ratings := []string{"low", "medium", "high"}, append(RatingCodes(), "")
	for j := range items {
		m.Evidence = append(m.Evidence, MatrixColumn{ID: fmt.Sprintf("E%d", j+1), Credibility: levels[j%3], Relevance: levels[j/3%3]})
	}
	for i := range rows {
		h := fmt.Sprintf("H%d", i+1)
		m.Hypotheses = append(m.Hypotheses, MatrixRow{ID: h})
		m.Ratings[h] = map[string]Rating{}
		for j, e := range m.Evidence {
			if r := ratings[(i*7+j*13+i*j)%len(ratings)]; r != "" {
				m.Ratings[h][e.ID] = r
			}
		}
	}
	return m
}

// Budget: 20 ms.
func BenchmarkWeigh_50x500(b *testing.B) {
	m := bigMatrix(50, 500)
	b.ReportAllocs()
	for b.Loop() {
		Weigh(m)
	}
}

// Budget: well under 1 ms, so that a key redraws in 4 ms.
func BenchmarkWeigh_12x40(b *testing.B) {
	m := bigMatrix(12, 40)
	b.ReportAllocs()
	for b.Loop() {
		Weigh(m)
	}
}

func BenchmarkStory_12x40(b *testing.B) {
	m := bigMatrix(12, 40)
	for b.Loop() {
		Story(m, DefaultStoryWords())
	}
}
