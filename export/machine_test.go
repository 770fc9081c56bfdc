package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sounding/journal"
)

// flat is what a writer wrote, without its blanks.
func flat(t *testing.T, write func(*bytes.Buffer) error) string {
	t.Helper()
	var out, compact bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&compact, out.Bytes()); err != nil {
		t.Fatal(err)
	}
	return compact.String()
}

func TestMachineFormats_haveListsWhereThereIsNothing(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(*bytes.Buffer) error
		want  string
	}{
		{"list", func(b *bytes.Buffer) error { return List(b, nil) }, `{"version":1,"reflections":[]}`},
		{"due", func(b *bytes.Buffer) error { return Due(b, nil) }, `{"version":1,"due":[]}`},
		{"identifiers", func(b *bytes.Buffer) error { return Identifiers(b, nil) }, `{"version":1,"findings":[]}`},
		{"wording", func(b *bytes.Buffer) error { return Wordings(b, nil) }, `{"version":1,"findings":[]}`},
		{"wording without alternatives", func(b *bytes.Buffer) error { return Wordings(b, []Wording{{Kind: "passive", End: 1, Text: "x"}}) },
			`{"version":1,"findings":[{"kind":"passive","start":0,"end":1,"text":"x","alternatives":[],"because":"","source":""}]}`},
		{"listen", func(b *bytes.Buffer) error { return Listened(b, Listening{Counts: map[string]int{"open": 0}}) },
			`{"version":1,"utterances":[],"counts":{"open":0},"open_share":null,"reflections_to_questions":null}`},
		{"an utterance", func(b *bytes.Buffer) error {
			return Listened(b, Listening{Utterances: []Utterance{{Line: 2, Text: "So", Form: "other", Question: "none", Complexity: "none"}}, Counts: map[string]int{}})
		}, `{"version":1,"utterances":[{"line":2,"text":"So","form":"other","question":"none","reflection":false,"complexity":"none","permission":null,"marks":[],"because":[]}],"counts":{},"open_share":null,"reflections_to_questions":null}`},
		{"library", func(b *bytes.Buffer) error { return Library(b, nil) }, `{"version":1,"shelves":[]}`},
		{"a shelf", func(b *bytes.Buffer) error { return Library(b, []Shelf{{ID: "a"}}) }, `{"version":1,"shelves":[{"id":"a","title":"","summary":"","pages":[]}]}`},
		{"a page", func(b *bytes.Buffer) error { return LibraryPage(b, journal.Page{ID: "p"}) },
			`{"version":1,"page":{"id":"p","title":"","shelf":"","summary":"","body":"","use_in":"","standards":[],"sources":[],"links":[],"checked":"","pack":""}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := flat(t, c.write); got != c.want {
				t.Errorf("printed %s\nwant    %s", got, c.want)
			}
		})
	}
}

func TestMachineFormats_sortFindingsByStartThenTheLongest(t *testing.T) {
	got := flat(t, func(b *bytes.Buffer) error {
		return Identifiers(b, []Identifier{{Kind: "c", Start: 9, End: 10}, {Kind: "b", Start: 2, End: 4}, {Kind: "a", Start: 2, End: 9}})
	})
	if a, b, c := strings.Index(got, `"a"`), strings.Index(got, `"b"`), strings.Index(got, `"c"`); a > b || b > c {
		t.Errorf("printed %s", got)
	}
}

// Whatever a file holds, what is printed of it is JSON, and no character in it
// is one that a terminal obeys.
func TestMachineFormats_printNothingThatATerminalObeys(t *testing.T) {
	nasty := "\x1b]0;x\x07 \u009b31m \u202e \xff\xfe \u2028 é"
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return Identifiers(b, []Identifier{{Text: nasty}}) },
		func(b *bytes.Buffer) error {
			return Wordings(b, []Wording{{Text: nasty, Alternatives: []string{nasty}}})
		},
		func(b *bytes.Buffer) error { return Listened(b, Listening{Utterances: []Utterance{{Text: nasty}}}) },
		func(b *bytes.Buffer) error { return Due(b, []journal.Due{{Text: nasty}}) },
		func(b *bytes.Buffer) error {
			return Weighed(b, journal.Weigh(journal.Matrix{Hypotheses: []journal.MatrixRow{{ID: nasty}}}))
		},
		func(b *bytes.Buffer) error { return JSON(b, journal.Reflection{Title: nasty}) },
	} {
		text := flat(t, write)
		for _, r := range text {
			if r < 0x20 || r >= 0x7f && r <= 0x9f || turnsText(r) {
				t.Errorf("printed %q", text)
				break
			}
		}
		if !strings.Contains(text, "é") {
			t.Errorf("lost what could stay: %q", text)
		}
	}
}

func TestLibraryText_isPlainLinesWithWhereItComesFrom(t *testing.T) {
	page := journal.Page{
		Title: "A title", Summary: "In short.", Checked: "2026-11-22", Sources: []string{"Somebody, 2020"},
		Body: "## What it *is*\n\nOne **two** [a page](its-id) &amp; \\* c\nmore `co\\de`.\n\n- a\n- b\n  - c\n\n3. three\n4. four\n\n> said\n> so\n\n    code <b>\n\n<https://example.org>\n",
	}
	var out bytes.Buffer
	if err := LibraryText(&out, page, []string{"Framework, 6: Analysis"}); err != nil {
		t.Fatal(err)
	}
	want := `A title

In short.

What it is

One two a page (its-id) & * c more co\de.

- a
- b
  - c

3. three
4. four

  said so

  code <b>

https://example.org

Standards

- Framework, 6: Analysis

Sources

- Somebody, 2020

Checked on Sun 22 November 2026
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
}
