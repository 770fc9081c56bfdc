package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// heuer is the fixture of the journal: Heuer's figure 15 with what it comes to.
type heuer struct {
	Hypotheses []string
	Items      []struct {
		ID     string
		Cells  []string
		Weight float64
		Spread float64 `json:"row_pstdev_1to5"`
	}
	Published struct {
		Linchpin string
		Order    []string `json:"order_by_fewest_minuses"`
	}
	Expected struct {
		Minuses     []int     `json:"minus_cells"`
		Linear      []int     `json:"linear_inconsistency"`
		Weighted    []float64 `json:"parc_weighted"`
		Consistency []int     `json:"open_synthesis_consistency"`
	}
	Without map[string][]int `json:"leave_one_out_linear"`
}

func readHeuer(t *testing.T) heuer {
	t.Helper()
	var f heuer
	data, err := os.ReadFile(filepath.Join("..", "..", "journal", "testdata", "ach-heuer.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// weighed is what the command prints.
type weighed struct {
	Scheme     string
	Hypotheses []struct {
		ID                                               string
		Weighted                                         float64
		Rank, Contradictions, Inconsistency, Consistency int
	}
	Order    []string
	Evidence []struct {
		ID                    string
		Weight, Diagnosticity float64
	}
	Linchpins []string
}

// weigh puts the figure through the command, one item left out.
func (f heuer) weigh(t *testing.T, without string) weighed {
	t.Helper()
	type row map[string]any
	hypotheses, evidence, ratings := []row{}, []row{}, map[string]map[string]string{}
	for i, text := range f.Hypotheses {
		id := fmt.Sprintf("H%d", i+1)
		hypotheses = append(hypotheses, row{"id": id, "text": text})
		ratings[id] = map[string]string{}
		for _, item := range f.Items {
			if item.ID != without {
				ratings[id][item.ID] = item.Cells[i]
			}
		}
	}
	for _, item := range f.Items {
		if item.ID != without {
			evidence = append(evidence, row{"id": item.ID, "text": "a statement"})
		}
	}
	text, err := json.Marshal(row{"hypotheses": hypotheses, "evidence": evidence, "ratings": ratings})
	if err != nil {
		t.Fatal(err)
	}
	code, out, errs := call(t, t.TempDir(), string(text), "weigh", "-", "--json")
	if code != 0 || errs != "" {
		t.Fatalf("gave %d: %s", code, errs)
	}
	fits(t, "weigh", out)
	var got weighed
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestWeigh_givesEveryCellOfHeuersFigureThroughTheCommand(t *testing.T) {
	f := readHeuer(t)
	got := f.weigh(t, "")
	for i, h := range got.Hypotheses {
		if math.Abs(h.Weighted-f.Expected.Weighted[i]) > 1e-6 || h.Contradictions != f.Expected.Minuses[i] ||
			h.Inconsistency != f.Expected.Linear[i] || h.Consistency != f.Expected.Consistency[i] {
			t.Errorf("%s is %+v; want %+v at %d", h.ID, h, f.Expected, i)
		}
	}
	for i, e := range got.Evidence {
		if math.Abs(e.Diagnosticity-f.Items[i].Spread) > 1e-6 || math.Abs(e.Weight-f.Items[i].Weight) > 1e-6 {
			t.Errorf("%s is %+v; want %+v", e.ID, e, f.Items[i])
		}
	}
	if !slices.Equal(got.Order, f.Published.Order) || !slices.Equal(got.Linchpins, []string{f.Published.Linchpin}) || got.Scheme != "weighted-inconsistency" {
		t.Errorf("the order is %v, the linchpins %v, the scheme %s", got.Order, got.Linchpins, got.Scheme)
	}
}

func TestWeigh_givesTheScoresWithoutEachItemThroughTheCommand(t *testing.T) {
	f := readHeuer(t)
	if len(f.Without) != len(f.Items) {
		t.Fatalf("the fixture leaves out %d of %d items", len(f.Without), len(f.Items))
	}
	for item, want := range f.Without {
		for i, h := range f.weigh(t, item).Hypotheses {
			if h.Inconsistency != want[i] || math.Abs(h.Weighted-float64(want[i])) > 1e-6 {
				t.Errorf("without %s %s is %+v; want %d", item, h.ID, h, want[i])
			}
		}
	}
}

func TestCalibrate_givesEveryVectorThroughTheCommand(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "journal", "testdata", "vectors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var f struct {
		Brier []struct {
			F, O                                 []float64
			Brier                                float64
			Reliability, Resolution, Uncertainty *float64
		}
	}
	if err := json.Unmarshal(data, &f); err != nil || len(f.Brier) == 0 {
		t.Fatalf("%d vectors, %v", len(f.Brier), err)
	}
	for i, v := range f.Brier {
		text := "date,statement,probability,outcome\n"
		for j := range v.F {
			text += fmt.Sprintf("2026-01-02,x,%v,%v\n", v.F[j], v.O[j])
		}
		code, out, errs := call(t, t.TempDir(), text, "calibrate", "-", "--json")
		if code != 0 || errs != "" {
			t.Fatalf("gave %d: %s", code, errs)
		}
		fits(t, "calibrate", out)
		var got struct {
			N                                           int
			Brier, Reliability, Resolution, Uncertainty float64
		}
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		if got.N != len(v.F) || math.Abs(got.Brier-v.Brier) > 1e-9 || math.Abs(got.Reliability-got.Resolution+got.Uncertainty-got.Brier) > 1e-9 {
			t.Errorf("vector %d gives %+v; want %v", i, got, v.Brier)
		}
		for _, part := range []struct {
			want *float64
			got  float64
		}{{v.Reliability, got.Reliability}, {v.Resolution, got.Resolution}, {v.Uncertainty, got.Uncertainty}} {
			if part.want != nil && math.Abs(part.got-*part.want) > 1e-9 {
				t.Errorf("vector %d gives %+v; want %v", i, got, *part.want)
			}
		}
	}
}

func TestThinkCommands_refuseBadInputInOneLine(t *testing.T) {
	home := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(home, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge := file("huge.json", "")
	if err := os.Truncate(huge, 100<<20); err != nil {
		t.Fatal(err)
	}
	matrix := file("m.json", "{\"hypotheses\": [{\"id\": \"H1\"}], \"evidence\": [],\n\"ratings\": {\"H9\": {}}}")
	header := "date,statement,probability,outcome\n"
	for _, c := range []struct {
		name, in string
		args     []string
		code     int
		says     string
	}{
		{"an unknown id", "", []string{"weigh", matrix, "--json"}, 2, "In the file " + matrix + ", line 2: ratings H9"},
		{"an id that is used twice", `{"hypotheses": [{"id": "H1"}, {"id": "H1"}], "evidence": []}`, []string{"weigh", "-"}, 2, "line 1: hypotheses H1: this id is used twice"},
		{"an unknown rating", `{"hypotheses": [{"id": "H1"}], "evidence": [{"id": "E1"}], "ratings": {"H1": {"E1": "X"}}}`, []string{"weigh", "-", "--json"}, 2, "ratings H1 E1: a rating is"},
		{"a picture for a matrix", "\xff\xd8\xff\xe0\x00\x10JFIF", []string{"weigh", "-", "--json"}, 2, "line 1: this is not JSON"},
		{"an unknown field", `{"hypotheses": [], "evidence": [], "colour": 1}`, []string{"weigh", "-"}, 2, "In standard input, line 1: the field \"colour\""},
		{"an empty matrix file", "", []string{"weigh", "-", "--json"}, 2, "ends too early"},
		{"a matrix of 100 MB", "", []string{"weigh", huge, "--json"}, 2, "10 MB"},
		{"forecasts of 100 MB", "", []string{"calibrate", huge, "--json"}, 2, "10 MB"},
		{"a text of 100 MB", "", []string{"listen", huge}, 2, "10 MB"},
		{"a pipe that is too long", strings.Repeat(" ", 10<<20+1), []string{"identifiers", "-"}, 2, "Standard input is larger"},
		{"a file that is not there", "", []string{"weigh", filepath.Join(home, "none.json")}, 1, "there is no such file"},
		{"a folder", "", []string{"calibrate", home}, 1, "it is a folder"},
		{"a probability of 1.3", header + "2026-01-02,x,1.3,1\n", []string{"calibrate", "-", "--json"}, 2, "line 2: the probability"},
		{"a date that is none", header + "2026-02-30,x,0.3,1\n", []string{"calibrate", "-"}, 2, "line 2: the date"},
		{"an empty file of forecasts", "", []string{"calibrate", "-", "--json"}, 2, "it is empty"},
		{"both flags of identifiers", "x", []string{"identifiers", "-", "--json", "--replace"}, 2, "choose one"},
		{"no file", "", []string{"weigh"}, 2, "Try:"},
		{"two files", "", []string{"listen", "a", "b"}, 2, "Try:"},
		{"a page that is not there", "", []string{"library", "zzzz"}, 2, "no page"},
		{"a day that is none", "", []string{"due", "--until", "someday"}, 2, "--until"},
		{"a handover's passphrase without one", "", []string{"backup", "--handover-passphrase-file", "x"}, 2, "--handover"},
		{"both flags of erase", "", []string{"erase", "abcd", "--yes", "--hold"}, 2, "choose one"},
		{"a backup that is not there", "", []string{"restore", filepath.Join(home, "none.backup")}, 1, "there is no such file"},
		{"nothing to salvage", "", []string{"salvage", filepath.Join(home, "new.db")}, 1, "no vault"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := call(t, home, c.in, c.args...)
			if code != c.code || !strings.Contains(strings.ToLower(errs), strings.ToLower(c.says)) {
				t.Errorf("gave %d and %q; want %d and %q", code, errs, c.code, c.says)
			}
			if out != "" || strings.Count(strings.TrimSpace(errs), "\n") > 0 {
				t.Errorf("printed %q and said %q", out, errs)
			}
		})
	}
}

// Below twenty nothing is said but that there are too few.
func TestCalibrate_saysNothingOfTooFew(t *testing.T) {
	rows := func(n int) string {
		text := "date,statement,probability,outcome\n"
		for i := range n {
			text += fmt.Sprintf("2026-01-02,x,0.3,%d\n", i%2)
		}
		return text
	}
	for n, says := range map[int]string{0: "None", 1: "One forecast", 19: "19 forecasts have an outcome: too few to say."} {
		if code, out, _ := call(t, t.TempDir(), rows(n), "calibrate", "-"); code != 0 || !strings.Contains(out, says) || strings.Contains(out, "Brier") {
			t.Errorf("with %d it says %q", n, out)
		}
	}
	if code, out, _ := call(t, t.TempDir(), rows(20), "calibrate", "-"); code != 0 || !strings.Contains(out, "Brier") || !strings.Contains(out, "10 times out of 20") {
		t.Errorf("with 20 it says %q", out)
	}
}

// What a file holds never reaches the terminal as a command, in words; with
// --replace and a pipe it comes out byte for byte.
func TestTextCommands_escapeWhatAFileHolds(t *testing.T) {
	nasty := "Ring Kayleigh Thornton on 07700 900123 \x1b]0;x\x07\x9b31m \xff\n"
	for _, args := range [][]string{{"listen", "-"}, {"listen", "-", "--json"}, {"identifiers", "-"}, {"identifiers", "-", "--json"}, {"wording", "-"}, {"wording", "-", "--json"}} {
		code, out, errs := call(t, t.TempDir(), nasty, args...)
		if code != 0 || strings.ContainsAny(out+errs, "\x1b\x07") {
			t.Errorf("%v gave %d and %q, %q", args, code, out, errs)
		}
	}
	code, out, _ := call(t, t.TempDir(), nasty, "identifiers", "-", "--replace")
	if code != 0 || !strings.HasSuffix(out, " \x1b]0;x\x07\x9b31m \xff\n") || strings.Contains(out, "900123") {
		t.Errorf("--replace gave %d and %q", code, out)
	}
	if _, again, _ := call(t, t.TempDir(), out, "identifiers", "-", "--replace"); again != out {
		t.Errorf("the second time it changed %q to %q", out, again)
	}
}

func TestLibrary_printsAPageByIdOrTitle(t *testing.T) {
	home := t.TempDir()
	_, byID, _ := call(t, home, "", "library", "competing-explanations")
	_, byTitle, _ := call(t, home, "", "library", "Comparing", "explanations,", "and", "what", "it", "cannot", "do")
	if byID == "" || byID != byTitle {
		t.Errorf("by id it is\n%s\nby title\n%s", byID, byTitle)
	}
	for _, part := range []string{"\nStandards\n", "\nSources\n", "\nChecked on "} {
		if !strings.Contains(byID, part) {
			t.Errorf("the page has no %q", strings.TrimSpace(part))
		}
	}
	if strings.Contains(byID, "##") || strings.Contains(byID, "](") {
		t.Errorf("there are marks of Markdown in it:\n%s", byID)
	}
}
