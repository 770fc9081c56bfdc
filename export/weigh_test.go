package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"sounding/journal"
)

const smallMatrix = `{"hypotheses": [{"id": "H1", "text": "one"}, {"id": "H2"}],
 "evidence": [{"id": "E1", "text": "a", "credibility": "high", "relevance": "low"}, {"id": "E2"}],
 "ratings": {"H1": {"E1": "CC", "E2": "NA"}, "H2": {"E1": "II"}}}`

func TestReadMatrix_fillsInWhatWasLeftOut(t *testing.T) {
	m, err := ReadMatrix([]byte("\xef\xbb\xbf" + smallMatrix))
	if err != nil {
		t.Fatal(err)
	}
	if e := m.Evidence[0]; e.Credibility != "high" || e.Relevance != "low" {
		t.Errorf("the levels of E1 are %q and %q", e.Credibility, e.Relevance)
	}
	if e := m.Evidence[1]; e.Credibility != "medium" || e.Relevance != "medium" {
		t.Errorf("the levels of E2 are %q and %q", e.Credibility, e.Relevance)
	}
	if m.Hypotheses[0].Text != "one" || m.Ratings["H2"]["E1"] != journal.VeryInconsistent || m.Ratings["H2"]["E2"] != "" {
		t.Errorf("read %+v", m)
	}
}

func TestReadMatrix_takesAFileWithoutRatingsOrRows(t *testing.T) {
	for _, text := range []string{
		`{"version": 1, "hypotheses": [], "evidence": []}`,
		`{"hypotheses": [{"id": "H1"}], "evidence": [{"id": "E1"}]}`,
		`{"hypotheses": [{"id": "a b"}], "evidence": [{"id": "é"}], "ratings": {"a b": {"é": "I"}}}`,
	} {
		if _, err := ReadMatrix([]byte(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// Each row breaks one thing; the error is ErrInput and names the line and what
// is wrong.
func TestReadMatrix_refusesByNameAndLine(t *testing.T) {
	for _, c := range []struct{ name, text, says string }{
		{"nothing", "", "line 1: it ends too early"},
		{"half of it", `{"hypotheses": [`, "line 1: it ends too early"},
		{"not JSON", "hello", "line 1: this is not JSON"},
		{"a list", "[]", "line 1: it holds a list"},
		{"something after it", smallMatrix + "\n{}", "line 4: there is something after the end"},
		{"no hypotheses", `{"evidence": []}`, `"hypotheses" is missing`},
		{"no evidence", `{"hypotheses": []}`, `"evidence" is missing`},
		{"null", "{\n\"hypotheses\": null, \"evidence\": []}", `line 2: "hypotheses" holds null`},
		{"a rating of null", `{"hypotheses": [{"id": "H1"}], "evidence": [{"id": "E1"}], "ratings": {"H1": {"E1": null}}}`, `"ratings" is to hold an object`},
		{"ratings of null", `{"hypotheses": [], "evidence": [], "ratings": null}`, `"ratings" is to hold an object`},
		{"a rating that is a number", `{"hypotheses": [{"id": "H1"}], "evidence": [{"id": "E1"}], "ratings": {"H1": {"E1": 4}}}`, `"ratings" is to hold an object`},
		{"a row twice", "{\"hypotheses\": [{\"id\": \"H1\"}], \"evidence\": [], \"ratings\": {\"H1\": {},\n\"H1\": {}}}", `line 2: "H1" is there twice`},
		{"a newer version", `{"version": 2, "hypotheses": [], "evidence": []}`, `"version" is 2`},
		{"version 0", `{"version": 0, "hypotheses": [], "evidence": []}`, `"version" is 0`},
		{"a version in words", `{"version": "1", "hypotheses": [], "evidence": []}`, `"version" holds text`},
		{"an unknown field", "{\"hypotheses\": [],\n\"evidence\": [],\n\"weights\": []}", `line 3: the field "weights" is not known here`},
		{"an unknown field in a row", `{"hypotheses": [{"id": "H1", "grave": true}], "evidence": []}`, `the field "grave" is not known here`},
		{"a field in other letters", `{"Hypotheses": [], "evidence": []}`, `the field "Hypotheses" is not known here`},
		{"a field twice", `{"hypotheses": [], "hypotheses": [], "evidence": []}`, `"hypotheses" is there twice`},
		{"a rating twice", `{"hypotheses": [{"id": "H1"}], "evidence": [{"id": "E1"}], "ratings": {"H1": {"E1": "C", "E1": "I"}}}`, `"E1" is there twice`},
		{"an id that is a number", `{"hypotheses": [{"id": 1}], "evidence": []}`, `"hypotheses.id" holds a number`},
		{"no id", "{\"hypotheses\": [\n{\"text\": \"a\"}], \"evidence\": []}", "line 2: hypotheses: an id is missing"},
		{"an id twice", "{\"hypotheses\": [{\"id\": \"H1\"},\n{\"id\": \"H1\"}], \"evidence\": []}", "line 2: hypotheses H1: this id is used twice"},
		{"an item's id twice", "{\"hypotheses\": [], \"evidence\": [{\"id\": \"E1\"},\n\n{\"id\": \"E1\"}]}", "line 3: evidence E1: this id is used twice"},
		{"a level that is none", "{\"hypotheses\": [], \"evidence\": [\n{\"id\": \"E1\", \"credibility\": \"M\"}]}", "line 2: evidence E1: credibility is low, medium or high"},
		{"another", `{"hypotheses": [], "evidence": [{"id": "E1", "relevance": "High"}]}`, "relevance is low, medium or high"},
		{"an empty level", "{\"hypotheses\": [], \"evidence\": [{\"id\": \"E1\",\n\"credibility\": \"\"}]}", "line 2: credibility is empty"},
		{"a rating for no hypothesis", "{\"hypotheses\": [], \"evidence\": [],\n\"ratings\": {\"H9\": {}}}", "line 2: ratings H9: there is no hypothesis with this id"},
		{"a rating for no item", "{\"hypotheses\": [{\"id\": \"H1\"}], \"evidence\": [],\n\"ratings\": {\"H1\":\n{\"E9\": \"C\"}}}", "line 3: ratings H1 E9: there is no evidence with this id"},
		{"a rating that is none", "{\"hypotheses\": [{\"id\": \"H1\"}], \"evidence\": [{\"id\": \"E1\"}],\n\"ratings\": {\"H1\": {\n\"E1\": \"c\"}}}", "line 3: ratings H1 E1: a rating is CC, C, N, NA, I or II"},
		{"an empty rating", `{"hypotheses": [{"id": "H1"}], "evidence": [{"id": "E1"}], "ratings": {"H1": {"E1": ""}}}`, "a rating is CC"},
		{"too deep", strings.Repeat("[", 40) + strings.Repeat("]", 40), "nested too deeply"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadMatrix([]byte(c.text))
			if !errors.Is(err, ErrInput) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %v; want %q", err, c.says)
			}
		})
	}
}

// A name from a file comes back short and harmless.
func TestReadMatrix_repeatsNoMoreOfANameThanIsNeeded(t *testing.T) {
	name := strings.Repeat("x", 5000) + `\u001b[31m`
	for _, text := range []string{
		`{"` + name + `": 1}`,
		`{"hypotheses": [{"id": "` + name + `"}, {"id": "` + name + `"}], "evidence": []}`,
		`{"hypotheses": [], "evidence": [], "ratings": {"\u001b[31m": {}}}`,
	} {
		_, err := ReadMatrix([]byte(text))
		if err == nil || len(err.Error()) > 300 || strings.ContainsRune(err.Error(), 0x1b) {
			t.Errorf("it says %q", err)
		}
	}
}

func TestWeighed_printsListsThatAreNeverNull(t *testing.T) {
	var out bytes.Buffer
	if err := Weighed(&out, journal.Weigh(journal.Matrix{})); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "null") || !strings.Contains(out.String(), `"version": 1`) {
		t.Errorf("printed %s", out.String())
	}
}

// wideMatrix is a matrix of the size of the budget: 50 hypotheses, 500 items,
// every cell rated.
func wideMatrix(tb testing.TB) []byte {
	tb.Helper()
	f := map[string]any{}
	var rows, columns []map[string]string
	ratings := map[string]map[string]journal.Rating{}
	codes := journal.RatingCodes()
	for i := range 50 {
		rows = append(rows, map[string]string{"id": fmt.Sprintf("H%d", i+1), "text": "an explanation in a sentence or so"})
		ratings[fmt.Sprintf("H%d", i+1)] = map[string]journal.Rating{}
	}
	for j := range 500 {
		columns = append(columns, map[string]string{
			"id": fmt.Sprintf("E%d", j+1), "text": "a statement of some length about what was seen or heard",
			"credibility": []string{"low", "medium", "high"}[j%3], "relevance": []string{"low", "medium", "high"}[j/3%3],
		})
		for i := range 50 {
			ratings[fmt.Sprintf("H%d", i+1)][fmt.Sprintf("E%d", j+1)] = codes[(i*7+j*3+i*j)%len(codes)]
		}
	}
	f["hypotheses"], f["evidence"], f["ratings"] = rows, columns, ratings
	data, err := json.Marshal(f)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// The budget of the command is 20 ms for 50 hypotheses and 500 items, reading
// and printing included.
func BenchmarkWeighFile50x500(b *testing.B) {
	data := wideMatrix(b)
	var out bytes.Buffer
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		m, err := ReadMatrix(data)
		if err != nil {
			b.Fatal(err)
		}
		out.Reset()
		if err := Weighed(&out, journal.Weigh(m)); err != nil {
			b.Fatal(err)
		}
	}
}
