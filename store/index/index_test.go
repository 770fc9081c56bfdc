package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWords_foldsCaseAccentsAndApostrophes(t *testing.T) {
	for text, want := range map[string]string{
		"Mum’s CAFÉ, mum's house":  "mum cafe mum house",
		"didn't / didn’t / O'Neil": "didnt didnt oneil",
		"a well-being check 2026":  "a well being check 2026",
		"'quoted' words'":          "quoted words",
		"ﬁne Straße":               "fine straße",
		"\xff\x00 e\u0301t\u0301é": "ete",
		"":                         "",
	} {
		var got []string
		words(text, func(w word) { got = append(got, w.folded) })
		if want == "ete" {
			got = []string{strings.ReplaceAll(strings.Join(got, " "), "t́", "t")}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func TestWithin_countsSlips(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		limit int
		want  bool
	}{
		{"neglect", "neglect", 0, true}, {"neglect", "negelct", 1, true}, {"neglect", "neglekt", 1, true},
		{"neglect", "neglct", 1, true}, {"neglect", "nelgcet", 1, false}, {"neglect", "nelgcet", 2, true},
		{"was", "saw", 1, false}, {"", "ab", 2, true}, {"", "ab", 1, false}, {"é", "e", 1, true},
	} {
		if got := within(c.a, c.b, c.limit); got != c.want {
			t.Errorf("%q and %q within %d: %v", c.a, c.b, c.limit, got)
		}
	}
}

func documents(texts ...string) []*Document {
	var out []*Document
	for i, text := range texts {
		d := NewDocument(fmt.Sprint(i))
		title, body, _ := strings.Cut(text, "|")
		d.Add(Title, title)
		d.Add(Text, body)
		out = append(out, d)
	}
	return out
}

func found(x *Index, query string, typing bool) string {
	ids := x.Find(Parse(query, typing)).IDs
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

func TestIndex_answersEachFormOfQuery(t *testing.T) {
	b := NewBuilder()
	docs := documents("Heron|the home visit went well", "Visit|home is where the heart is", "Third|went home to visit gran")
	docs[2].Add(Date, "2026-03-12")
	for _, d := range docs {
		b.Add(d)
	}
	x := b.Index()
	for query, want := range map[string]string{
		"home visit": "0 1 2", `"home visit"`: "0", `"the home vis`: "", "ho*": "0 1 2", "hear*": "1",
		"home -went": "1", "-home": "", `-"home visit" home`: "1 2", "title:visit": "1", "subject:visit": "",
		"~vizit": "0 1 2", "vizit": "0 1 2", "gran visti": "2", "2026-03": "2", "2026-03-12": "2", "2026-04": "",
		"HOME Heart": "1", "nothing": "", "": "0 1 2", "!!": "0 1 2", `"`: "0 1 2", "title:": "", "visit:": "0 1 2",
	} {
		if got := found(x, query, false); got != want {
			t.Errorf("%q found %q, not %q", query, got, want)
		}
	}
	for query, want := range map[string]string{"home vis": "0 1 2", "hea": "1", `"the home vis`: "0", "hea ": ""} {
		if got := found(x, query, true); got != want {
			t.Errorf("typing %q found %q, not %q", query, got, want)
		}
	}
	if near := x.Find(Parse("gran visti", false)).Near; len(near) != 1 || near[0] != "visti" {
		t.Errorf("near spellings of %q", near)
	}
}

// vocabulary has few and similar words, so that random queries meet.
func vocabulary() []string {
	return []string{"home", "visit", "visits", "visti", "school", "schol", "mother", "mothers", "a", "an", "the", "risk"}
}

func drawText(t *rapid.T, name string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary()), 0, most).Draw(t, name), " ")
}

func drawQuery(t *rapid.T) string {
	var parts []string
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		part := rapid.SampledFrom(vocabulary()).Draw(t, "word")
		switch rapid.IntRange(0, 5).Draw(t, "form") {
		case 0:
			part = `"` + part + " " + rapid.SampledFrom(vocabulary()).Draw(t, "second") + `"`
		case 1:
			part = part[:1] + "*"
		case 2:
			part = "~" + part
		case 3:
			part = "-" + part
		case 4:
			part = "title:" + part
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func TestIndex_findsWhatReadingEverythingFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := map[string]*Document{}
		b := NewBuilder()
		make := func(id string) *Document {
			d := NewDocument(id)
			d.Add(Title, drawText(t, "title", 3))
			d.Add(Text, drawText(t, "text", 12))
			all[id] = d
			return d
		}
		for i := range rapid.IntRange(0, 70).Draw(t, "first") {
			b.Add(make(fmt.Sprint(i)))
		}
		x := b.Index()
		for range rapid.IntRange(0, 10).Draw(t, "changes") {
			id := fmt.Sprint(rapid.IntRange(0, 80).Draw(t, "changed"))
			if rapid.Bool().Draw(t, "remove") {
				delete(all, id)
				x.Remove(id)
				continue
			}
			x.Put(make(id))
		}
		query, typing := drawQuery(t), rapid.Bool().Draw(t, "typing")
		q, _ := x.forgive(Parse(query, typing))
		var want []string
		for id, d := range all {
			if d.places == nil {
				d.settle()
			}
			if d.match(q) {
				want = append(want, id)
			}
		}
		slices.Sort(want)
		if got := found(x, query, typing); got != strings.Join(want, " ") {
			t.Fatalf("%q (typing %v): %q, not %q", query, typing, got, want)
		}
	})
}

func TestIndex_keepsItsAnswersThroughManyChanges(t *testing.T) {
	x := NewBuilder().Index()
	tired := false
	random := rand.New(rand.NewPCG(1, 2))
	last := map[string]string{}
	for i := range 3000 {
		id := fmt.Sprint(random.IntN(600))
		d := NewDocument(id)
		last[id] = fmt.Sprintf("state%d", i)
		d.Add(Text, last[id])
		tired = x.Put(d) || tired
	}
	for id, text := range last {
		if got := found(x, text, false); got != id {
			t.Fatalf("%s found %q, not %s", text, got, id)
		}
	}
	if !tired {
		t.Error("never said that it is worth building anew")
	}
}

func TestSet_isFullWithAllOfThemAlone(t *testing.T) {
	for documents := range 200 {
		s := (&segment{ids: make([]string, documents)}).newSet()
		for n := range documents {
			if s.full(documents) {
				t.Fatalf("full with %d of %d", n, documents)
			}
			s.put(uint32(n))
		}
		if !s.full(documents) {
			t.Fatalf("not full with all %d", documents)
		}
	}
}

func FuzzParse_takesAnything(f *testing.F) {
	for _, seed := range []string{`"a b`, "-", "~", "title:", `-title:~"x*"`, "\xff\xfe", "2026-", "a*b*", "“x”"} {
		f.Add(seed, true)
	}
	docs := documents("One|two three")
	b := NewBuilder()
	b.Add(docs[0])
	x := b.Index()
	docs[0].settle()
	f.Fuzz(func(t *testing.T, text string, typing bool) {
		q := Parse(text, typing)
		found := x.Find(q)
		forgiven, _ := x.forgive(q)
		if docs[0].match(forgiven) != (len(found.IDs) == 1) {
			t.Errorf("index and document disagree on %q", text)
		}
		for _, mark := range q.Marks(text) {
			if mark[0] < 0 || mark[0] >= mark[1] || mark[1] > len(text) {
				t.Errorf("mark %v outside %q", mark, text)
			}
		}
	})
}

// corpus writes documents of about 5 KB from a Zipf vocabulary of 40,000 words.
func corpus(n int) []string {
	random := rand.New(rand.NewPCG(3, 4))
	letters := "etaoinshrdlucmfw"
	vocabulary := make([]string, 40000)
	for i := range vocabulary {
		word := make([]byte, 2+random.IntN(9))
		for j := range word {
			word[j] = letters[random.IntN(len(letters))]
		}
		vocabulary[i] = string(word)
	}
	zipf := rand.NewZipf(random, 1.1, 8, uint64(len(vocabulary)-1))
	out := make([]string, n)
	for i := range out {
		var text strings.Builder
		for text.Len() < 5000 {
			text.WriteString(vocabulary[zipf.Uint64()])
			text.WriteByte(' ')
		}
		out[i] = text.String()
	}
	return out
}

func BenchmarkFind(b *testing.B) {
	texts := corpus(10000)
	builder := NewBuilder()
	for i, text := range texts {
		d := NewDocument(fmt.Sprint(i))
		d.Add(Text, text)
		builder.Add(d)
	}
	x := builder.Index()
	some := strings.Fields(texts[77])
	for name, query := range map[string]string{
		"word": some[5], "three": strings.Join(some[20:23], " "), "prefix1": some[5][:1], "prefix2": some[9][:2],
		"phrase2": `"` + strings.Join(some[30:32], " ") + `"`, "phrase4": `"` + strings.Join(some[40:44], " ") + `"`,
		"near": "~" + some[60] + "x", "exclude": some[5] + " -" + some[6],
	} {
		b.Run(name, func(b *testing.B) {
			typing := strings.HasPrefix(name, "prefix")
			for b.Loop() {
				x.Find(Parse(query, typing))
			}
		})
	}
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			builder := NewBuilder()
			for i, text := range texts {
				d := NewDocument(fmt.Sprint(i))
				d.Add(Text, text)
				builder.Add(d)
			}
			builder.Index()
		}
	})
}
