package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"sounding/content"
	"sounding/export"
	"sounding/journal"
)

// canonical writes the made-up reflections again as export.JSON writes them:
// `go test ./export -run MadeUp -canonical` after one was written by hand.
var canonical = flag.Bool("canonical", false, "rewrite the made-up reflections in the form that JSON has")

// The made-up reflections: those of the demonstration, and more of varied
// quality that the reasoning is tried on. A file's name begins with how many
// days it lies back from madeUpToday, which the dates inside are counted from.
const (
	demoFolder  = "../seeds/demo"
	trialFolder = "testdata/reflections"
	madeUpToday = journal.Date("2026-06-30")
)

type madeUp struct {
	path string
	days int
	raw  []byte
	journal.Reflection
}

// on is the day that the reflection was written on.
func (m *madeUp) on() journal.Date { return madeUpToday.AddDays(-m.days) }

// clock stands on that day.
func (m *madeUp) clock() func() time.Time {
	return func() time.Time { day, _ := m.on().Time(time.UTC); return day }
}

func madeUpIn(t *testing.T, folder string) []madeUp {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []madeUp
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		digits, _, _ := strings.Cut(filepath.Base(path), "-")
		days, err := strconv.Atoi(digits)
		if err != nil {
			t.Errorf("%s: the name does not begin with a number of days", path)
		}
		r, err := export.ReadReflection(raw)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		out = append(out, madeUp{path: path, days: days, raw: raw, Reflection: r})
	}
	return out
}

func allMadeUp(t *testing.T) []madeUp {
	t.Helper()
	return append(madeUpIn(t, demoFolder), madeUpIn(t, trialFolder)...)
}

func builtIn(t *testing.T) *content.Library {
	t.Helper()
	library, err := content.Load(content.Source{Name: "built-in", FS: os.DirFS("../seeds")})
	if err != nil {
		t.Fatal(err)
	}
	return library
}

func TestMadeUpReflections_areWrittenBackByteForByte(t *testing.T) {
	for _, m := range allMadeUp(t) {
		var out bytes.Buffer
		if err := export.JSON(&out, m.Reflection); err != nil {
			t.Fatalf("%s: %v", m.path, err)
		}
		if *canonical {
			if err := os.WriteFile(m.path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !bytes.Equal(out.Bytes(), m.raw) {
			t.Errorf("%s: what is written back differs from the file", m.path)
		}
		again, err := export.ReadReflection(out.Bytes())
		if err != nil {
			t.Fatalf("%s, written and read again: %v", m.path, err)
		}
		var second bytes.Buffer
		if err := export.JSON(&second, again); err != nil {
			t.Fatalf("%s: %v", m.path, err)
		}
		if !bytes.Equal(out.Bytes(), second.Bytes()) {
			t.Errorf("%s: a second round differs from the first", m.path)
		}
	}
}

func TestMadeUpReflections_thereAreEnough(t *testing.T) {
	demo, trials := madeUpIn(t, demoFolder), madeUpIn(t, trialFolder)
	if len(demo) < 22 || len(demo) > 26 {
		t.Errorf("the demonstration has %d reflections, want 22 to 26", len(demo))
	}
	if len(trials) < 20 {
		t.Errorf("%d further reflections, want 20 or more", len(trials))
	}
	for _, m := range demo {
		if m.days < 1 || m.days > 90 {
			t.Errorf("%s lies %d days back, want the last three months", m.path, m.days)
		}
	}
}

func TestMadeUpReflections_holdOnlyWhatTheirWalkAsks(t *testing.T) {
	library := builtIn(t)
	catalogue := library.Catalogue()
	for _, m := range allMadeUp(t) {
		t.Run(filepath.Base(m.path), func(t *testing.T) {
			w, ok := library.Walk(m.Walk)
			if !ok || w.Version != m.WalkVersion || !w.Offers(m.Length) {
				t.Fatalf("walk %q, version %d, length %d: there is none such", m.Walk, m.WalkVersion, m.Length)
			}
			for _, theme := range m.Themes {
				if _, ok := catalogue.Theme(theme); !ok {
					t.Errorf("no theme is called %q", theme)
				}
			}
			p := journal.NewProgress(&w, &m.Reflection, &catalogue, m.clock())
			checkAnswers(t, p)
			checkItems(t, p)
			checkCells(t, p)
		})
	}
}

// checkAnswers finds every answer among the questions that the walk asks at the
// chosen length, and gives it again, which refuses a choice that is not offered.
func checkAnswers(t *testing.T, p *journal.Progress) {
	t.Helper()
	for _, a := range p.Reflection.Clone().Answers {
		path := a.Step + "." + a.Prompt
		q, ok := p.Find(path)
		if !ok {
			t.Errorf("%s is answered, and is not asked in this walk at this length", path)
			continue
		}
		asked := ""
		if q.Why != "" {
			asked = q.Text
		}
		if a.Asked != asked {
			t.Errorf("%s keeps the question %q, want %q", path, a.Asked, asked)
		}
		if strings.TrimSpace(a.Text) != a.Text || a.Text == "" {
			t.Errorf("%s is empty or has space around it", path)
		}
		if _, err := p.Set(path, a.Text); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// later are the fields that are filled in when time has passed, or that name
// where an item came from: no step of a walk asks for them.
var later = map[journal.Collection][]string{
	journal.Hypotheses: {"lens", "parked"}, journal.EvidenceItems: {"voice"}, journal.Utterances: {"purpose"},
	journal.Principles: {"side"}, journal.Actions: {"done", "from"}, journal.Forecasts: {"outcome", "learnt"},
}

func checkItems(t *testing.T, p *journal.Progress) {
	t.Helper()
	for _, spec := range journal.Collections() {
		refs := p.Reflection.Refs(spec.Of)
		if len(refs) == 0 {
			continue
		}
		step, collect := gathers(p, spec.Of)
		if collect == nil {
			t.Errorf("there are %s, and no step asks for them in this walk at this length", spec.Of)
			continue
		}
		for _, ref := range refs {
			checkItem(t, p, step, collect, spec, ref)
		}
	}
}

// gathers finds the step that asks for a collection now.
func gathers(p *journal.Progress, of journal.Collection) (*journal.Step, *journal.Collect) {
	for _, place := range p.Places() {
		for i := range place.Step.Collects {
			if _, asked := p.Find(place.Step.ID + ".+" + string(of)); asked && place.Step.Collects[i].Of == of {
				return place.Step, &place.Step.Collects[i]
			}
		}
	}
	return nil, nil
}

func checkItem(t *testing.T, p *journal.Progress, step *journal.Step, collect *journal.Collect, spec journal.CollectionSpec, ref string) {
	t.Helper()
	for _, field := range spec.Fields {
		value := p.Reflection.Field(ref, field.ID)
		if value == "" || slices.Contains(later[spec.Of], field.ID) {
			continue
		}
		asked := slices.ContainsFunc(collect.Fields, func(f journal.Prompt) bool {
			return f.ID == field.ID && (len(f.Lengths) == 0 || slices.Contains(f.Lengths, p.Reflection.Length))
		})
		q, found := p.Find(step.ID + "." + ref + "." + field.ID)
		if !asked || !found {
			t.Errorf("%s.%s is filled in, and is not asked at this length", ref, field.ID)
			continue
		}
		var ids []string
		for _, c := range q.Choices {
			ids = append(ids, c.ID)
		}
		if err := journal.CheckValue(q.Input, value, ids); err != nil {
			t.Errorf("%s.%s is %q: %v", ref, field.ID, value, err)
		}
	}
	if offer := p.Reflection.Field(ref, spec.Offer); offer != "" && spec.Of != journal.Actions {
		if !slices.ContainsFunc(p.OffersOf(collect), func(o journal.Offer) bool { return o.ID == offer }) {
			t.Errorf("%s came from %q, which is not offered at this length", ref, offer)
		}
	}
	if from := p.Reflection.Field(ref, "from"); spec.Of == journal.Actions && from != "" && p.Reflection.Field(from, "text") == "" {
		t.Errorf("%s grew out of %s, which is not there", ref, from)
	}
}

func checkCells(t *testing.T, p *journal.Progress) {
	t.Helper()
	if len(p.Reflection.Ratings) == 0 {
		return
	}
	rated := false
	for _, place := range p.Places() {
		rated = rated || place.Step.Kind == journal.KindMatrix
	}
	if !rated {
		t.Error("there are ratings, and no matrix in this walk at this length")
	}
	for h, row := range p.Reflection.Ratings {
		for e := range row {
			if !slices.Contains(p.MatrixRows(), h) || !slices.Contains(p.MatrixColumns(), e) {
				t.Errorf("%s is rated by %s, which is not a cell of its matrix", h, e)
			}
		}
	}
}
