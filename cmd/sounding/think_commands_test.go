package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// heuerInput is the fixture of the journal as the command reads it.
func heuerInput(t *testing.T) (string, []float64, []float64, string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "journal", "testdata", "ach-heuer.json"))
	if err != nil {
		t.Fatal(err)
	}
	var f struct {
		Hypotheses []string
		Items      []struct {
			ID     string
			Cells  []string
			Spread float64 `json:"row_pstdev_1to5"`
		}
		Published struct{ Linchpin string }
		Expected  struct {
			Weighted []float64 `json:"parc_weighted"`
		}
	}
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	type row map[string]any
	var hypotheses, evidence []row
	ratings := map[string]map[string]string{}
	var spreads []float64
	for i, text := range f.Hypotheses {
		id := fmt.Sprintf("H%d", i+1)
		hypotheses = append(hypotheses, row{"id": id, "text": text})
		ratings[id] = map[string]string{}
		for _, item := range f.Items {
			ratings[id][item.ID] = item.Cells[i]
		}
	}
	for _, item := range f.Items {
		evidence = append(evidence, row{"id": item.ID, "text": "a statement"})
		spreads = append(spreads, item.Spread)
	}
	text, err := json.Marshal(row{"hypotheses": hypotheses, "evidence": evidence, "ratings": ratings})
	if err != nil {
		t.Fatal(err)
	}
	return string(text), f.Expected.Weighted, spreads, f.Published.Linchpin
}

func TestWeigh_givesHeuersFigureThroughTheCommand(t *testing.T) {
	input, weighted, spreads, linchpin := heuerInput(t)
	code, out, errs := call(t, t.TempDir(), input, "weigh", "-", "--json")
	if code != 0 || errs != "" {
		t.Fatalf("gave %d: %s", code, errs)
	}
	fits(t, "weigh", out)
	var got struct {
		Hypotheses []struct {
			Weighted float64
			Rank     int
		}
		Order     []string
		Evidence  []struct{ Diagnosticity float64 }
		Linchpins []string
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	for i, want := range weighted {
		if math.Abs(got.Hypotheses[i].Weighted-want) > 1e-6 {
			t.Errorf("H%d weighs %v; want %v", i+1, got.Hypotheses[i].Weighted, want)
		}
	}
	for i, want := range spreads {
		if math.Abs(got.Evidence[i].Diagnosticity-want) > 1e-6 {
			t.Errorf("E%d has diagnosticity %v; want %v", i+1, got.Evidence[i].Diagnosticity, want)
		}
	}
	if strings.Join(got.Order, " ") != "H2 H3 H1" || strings.Join(got.Linchpins, " ") != linchpin {
		t.Errorf("the order is %v and the linchpins %v", got.Order, got.Linchpins)
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
