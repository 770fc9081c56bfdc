package journal

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// signDetails prints what each ordinary reflection was shown.
var signDetails = flag.Bool("sign-details", false, "print what fired on which ordinary reflection")

// fromYAML reads YAML by the names that JSON uses.
func fromYAML(t testing.TB, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	converted, err := yaml.YAMLToJSON(raw)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if err := json.Unmarshal(converted, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func signTexts(t testing.TB) []SignText {
	t.Helper()
	var texts []SignText
	fromYAML(t, "../seeds/signs.yaml", &texts)
	return texts
}

func table(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "words", name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(f).ReadAll()
	if closing := f.Close(); err != nil || closing != nil {
		t.Fatal(err, closing)
	}
	return rows[1:]
}

func likelihoods(t testing.TB) []Likelihood {
	t.Helper()
	var out []Likelihood
	for _, row := range table(t, "likelihood.csv") {
		low, errLow := strconv.ParseFloat(row[1], 64)
		high, errHigh := strconv.ParseFloat(row[2], 64)
		if errLow != nil || errHigh != nil {
			t.Fatal(errLow, errHigh)
		}
		out = append(out, Likelihood{ID: row[0], Low: low, High: high})
	}
	return out
}

// signTables are the tables as the built-in pack would fill them.
func signTables(t testing.TB) SignTables {
	t.Helper()
	tables := SignTables{
		Texts: signTexts(t), Likelihoods: likelihoods(t), Circumstances: []string{"money-housing", "power", "service"},
		Walk: &Walk{Steps: []Step{
			{ID: "evidence", Kind: KindEvidence, Closing: []Prompt{{ID: "missing-voice", Role: RoleMissing}}},
			{ID: "second-look", Kind: KindSecondLook, Prompts: []Prompt{{ID: "before", Role: RoleBefore}, {ID: "against", Role: RoleAgainst}, {ID: "went-badly", Role: RoleImagined}, {ID: "after", Role: RoleAfter}}},
			{ID: "next", Kind: KindNext, Closing: []Prompt{{ID: "ask", Role: RoleAsk}}},
		}},
	}
	for _, row := range table(t, "voices.csv") {
		tables.Voices = append(tables.Voices, Voice{ID: row[0], Kind: VoiceKind(row[1]), Called: strings.Split(row[2], ";")})
	}
	return tables
}

// signFixture is a reflection that shows a sign and one that nearly does.
type signFixture struct {
	By      []string     `json:"by"` // the places that the sign goes by, sorted
	Sees    Reflection   `json:"sees"`
	Near    Reflection   `json:"near"`
	Earlier []Reflection `json:"earlier"`
}

func sighted(r *Reflection, tables SignTables, sign string) (Sighting, bool) {
	for _, s := range Signs(r, tables, SignWords(r, tables.Texts)) {
		if s.Sign == sign {
			return s, true
		}
	}
	return Sighting{}, false
}

func places(s Sighting) []string {
	return strings.Fields(s.Key)[1:]
}

func TestSigns_eachIsSeenInItsFixtureAndNotInTheNearMiss(t *testing.T) {
	for _, sign := range Detectable() {
		t.Run(sign, func(t *testing.T) {
			var f signFixture
			fromYAML(t, filepath.Join("testdata", "signs", sign+".yaml"), &f)
			tables := signTables(t)
			tables.Earlier = f.Earlier
			s, ok := sighted(&f.Sees, tables, sign)
			if !ok {
				t.Fatal("not seen")
			}
			if got := places(s); !reflect.DeepEqual(got, f.By) {
				t.Errorf("went by %v, want %v", got, f.By)
			}
			if s.Said == "" || strings.ContainsAny(s.Said, "{}|!") {
				t.Errorf("said %q", s.Said)
			}
			if s, ok := sighted(&f.Near, tables, sign); ok {
				t.Errorf("seen in the near miss, by %v", places(s))
			}
		})
	}
}

func TestSigns_everyErrorHasADetectorOrAReason(t *testing.T) {
	texts := signTexts(t)
	if len(texts) != 22 {
		t.Errorf("%d signs, want the 22 errors", len(texts))
	}
	if n := len(Detectable()); n < 14 {
		t.Errorf("%d detectors, want 14 or more", n)
	}
	var known []string
	for _, text := range texts {
		known = append(known, text.ID)
		if detectable := slices.Contains(Detectable(), text.ID); detectable == (text.NotDetectable != "") {
			t.Errorf("%s: detector %v, reason %q", text.ID, detectable, text.NotDetectable)
		}
		for name, value := range map[string]string{"name": text.Name, "sign": text.Sign, "question": text.Question, "source": text.Source} {
			if value == "" || strings.Contains(value, "!") || strings.Contains(value, "[") {
				t.Errorf("%s: %s is %q", text.ID, name, value)
			}
		}
		if !text.Checked.Valid() {
			t.Errorf("%s: checked %q", text.ID, text.Checked)
		}
		if !strings.HasSuffix(text.Question, "?") && !strings.Contains(text.Question, "?") {
			t.Errorf("%s asks nothing: %q", text.ID, text.Question)
		}
	}
	for _, sign := range Detectable() {
		if !slices.Contains(known, sign) {
			t.Errorf("%s has a detector and no words", sign)
		}
	}
	for _, contested := range []string{"optimism", "disguised-compliance"} {
		for _, text := range texts {
			if text.ID == contested && text.Caution == "" {
				t.Errorf("%s is contested and has no caution", contested)
			}
		}
	}
}

func ordinary(t testing.TB) []Reflection {
	t.Helper()
	var out []Reflection
	fromYAML(t, filepath.Join("testdata", "signs", "ordinary", "reflections.yaml"), &out)
	return out
}

// falseAlarms counts, for each sign, the ordinary reflections it was seen in.
func falseAlarms(t testing.TB) map[string]int {
	tables := signTables(t)
	out := map[string]int{}
	for _, r := range ordinary(t) {
		for _, s := range Signs(&r, tables, SignWords(&r, tables.Texts)) {
			out[s.Sign]++
			if *signDetails {
				t.Logf("%s: %s by %v: %s", r.ID, s.Sign, s.By, s.Said)
			}
		}
	}
	return out
}

func TestSigns_areListedInTheDocumentWithTheirFalseAlarms(t *testing.T) {
	raw, err := os.ReadFile("../docs/signs.md")
	if err != nil {
		t.Fatal(err)
	}
	document := string(raw)
	alarms := falseAlarms(t)
	total := len(ordinary(t))
	if total < 12 {
		t.Errorf("%d ordinary reflections, want 12 or more", total)
	}
	for _, text := range signTexts(t) {
		seen := fmt.Sprintf("%d of %d", alarms[text.ID], total)
		if text.NotDetectable != "" {
			seen = "no detector"
		}
		if row := fmt.Sprintf("| `%s` | %s | %s |", text.ID, text.Name, seen); !strings.Contains(document, row) {
			t.Errorf("docs/signs.md does not have the row %q", row)
		}
		if !strings.Contains(document, text.Source) {
			t.Errorf("docs/signs.md does not give the source of %s: %s", text.ID, text.Source)
		}
		if text.NotDetectable != "" && !strings.Contains(document, text.NotDetectable) {
			t.Errorf("docs/signs.md does not say why %s has no detector", text.ID)
		}
	}
}

func TestSigns_goByFindingsThatAreHandedIn(t *testing.T) {
	tables := signTables(t)
	r := Reflection{Hypotheses: []Hypothesis{{ID: "H1", Text: "She failed to collect him"}}}
	blame := []Finding{{Kind: FindingBlame, Ref: "H1", Start: 4, End: 10, Text: "failed"}, {Kind: FindingBlame, Step: "next", Ref: "leaning", Start: 0, End: 4, Text: "blah"}}
	got := Signs(&r, tables, blame)
	if len(got) != 1 || got[0].Sign != "attribution" {
		t.Fatalf("saw %v", got)
	}
	if want := (Trace{Ref: "H1", Start: 4, End: 10, Words: "failed"}); got[0].By[0] != want {
		t.Errorf("went by %+v", got[0].By[0])
	}
	certain := []Finding{}
	for i := range 3 {
		certain = append(certain, Finding{Kind: FindingCertainty, Ref: "H1", Start: i * 10, End: i*10 + 5, Text: "never"})
	}
	if got := Signs(&r, tables, certain); len(got) != 1 || got[0].Sign != "overconfidence" {
		t.Errorf("saw %v", got)
	}
	// The same words found twice count once.
	if got := Signs(&r, tables, append(certain[:2:2], certain[1])); len(got) != 0 {
		t.Errorf("saw %v", got)
	}
}

func TestSigns_seeNothingInABlankReflection(t *testing.T) {
	if got := Signs(&Reflection{}, signTables(t), nil); len(got) != 0 {
		t.Errorf("saw %v", got)
	}
	if got := Signs(&Reflection{}, SignTables{Texts: signTexts(t)}, nil); len(got) != 0 {
		t.Errorf("without tables saw %v", got)
	}
}

func TestSigns_keysHoldPlacesAndNoWords(t *testing.T) {
	for _, sign := range Detectable() {
		var f signFixture
		fromYAML(t, filepath.Join("testdata", "signs", sign+".yaml"), &f)
		tables := signTables(t)
		tables.Earlier = f.Earlier
		s, _ := sighted(&f.Sees, tables, sign)
		for _, place := range places(s) {
			step, _, answer := strings.Cut(place, ".")
			if !isRef(place) && !(answer && slices.Contains([]string{"focus", "second-look"}, step)) {
				t.Errorf("%s has %q in its key", sign, place)
			}
		}
	}
}

func TestSignWords_findsWholePhrasesAndWhereTheyStand(t *testing.T) {
	texts := []SignText{{ID: "a", Words: []string{"won't engage", "Co-operating"}, Alone: []string{"fresh start"}}}
	r := Reflection{
		Answers:    []Answer{{Step: "focus", Prompt: "dilemma", Text: "Élan: a FRESH  start, he won’t engage."}},
		Hypotheses: []Hypothesis{{ID: "H1", Text: "Freshly started", Expect: "not co-operating, then co-operating"}},
		Utterances: []Utterance{{ID: "U1", Text: "A fresh start?"}},
	}
	got := SignWords(&r, texts)
	want := []Finding{
		{Kind: "a", Step: "focus", Ref: "dilemma", Start: 25, End: 37, Text: "won't engage"},
		{Kind: "a/alone", Step: "focus", Ref: "dilemma", Start: 8, End: 20, Text: "fresh start"},
		{Kind: "a", Ref: "H1.expect", Start: 23, End: 35, Text: "Co-operating"},
	}
	sort.Slice(got, func(i, j int) bool { return fmt.Sprint(got[i]) < fmt.Sprint(got[j]) })
	sort.Slice(want, func(i, j int) bool { return fmt.Sprint(want[i]) < fmt.Sprint(want[j]) })
	if !reflect.DeepEqual(got, want) {
		t.Errorf("found %+v\nwant %+v", got, want)
	}
}

func TestChoose_offersFewStableAndVaried(t *testing.T) {
	sightings := func(id ID) []Sighting {
		var out []Sighting
		for _, d := range detectors() {
			out = append(out, Sighting{Sign: d.sign, Key: d.sign + " E1", family: d.family, turn: turnOf(id, d.sign)})
		}
		return out
	}
	for length, most := range map[Length]int{0: 0, 5: 0, 10: 0, 25: 1, 45: 3} {
		if n := len(Choose(sightings("a"), length, nil)); n != most {
			t.Errorf("in %d minutes %d are offered, want %d", length, n, most)
		}
	}
	again := sightings("a")
	slices.Reverse(again)
	chosen := Choose(sightings("a"), 45, nil)
	if !reflect.DeepEqual(chosen, Choose(again, 45, nil)) {
		t.Error("the choice depends on the order of the sightings")
	}
	for i := range chosen {
		for _, other := range chosen[:i] {
			if other.family == chosen[i].family {
				t.Errorf("%s and %s look at the same side", other.Sign, chosen[i].Sign)
			}
		}
	}
	offered := map[string]bool{}
	for n := range 200 {
		offered[Choose(sightings(ID(fmt.Sprint(n))), 25, nil)[0].Sign] = true
	}
	if len(offered) != len(detectors()) {
		t.Errorf("over many reflections %d signs take their turn, want all %d", len(offered), len(detectors()))
	}
	if got := Choose(sightings("a"), 25, []string{chosen[0].Key}); got[0].Sign == chosen[0].Sign {
		t.Error("a sign that was disagreed with is offered again")
	}
	two := Choose(sightings("a")[:2], 45, nil)
	if len(two) != 2 {
		t.Errorf("of two, %d are offered", len(two))
	}
}

func BenchmarkSigns(b *testing.B) {
	tables := signTables(b)
	r := ordinary(b)[13]
	findings := SignWords(&r, tables.Texts)
	for b.Loop() {
		Signs(&r, tables, findings)
	}
}
