package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"sounding/journal"
	"sounding/tui/linear"
)

// plainLines runs the linear mode over a desk with typed lines.
func plainLines(t *testing.T, d *desk, typed ...string) string {
	t.Helper()
	var out bytes.Buffer
	app := &linear.App{Vault: d, Writer: d, Shelf: d, Library: reading{shelf{d.library, d.now}, d}, Now: d.now, Machine: &machine{}}
	if err := app.Run(context.Background(), strings.NewReader(strings.Join(typed, "\n")+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// inOrder finds each text behind the one before.
func inOrder(t *testing.T, text string, wants ...string) {
	t.Helper()
	from := 0
	for _, want := range wants {
		at := strings.Index(text[from:], want)
		if at < 0 {
			t.Errorf("%q is not said, or not in its place:\n%s", want, tail(text[from:]))
			return
		}
		from += at + len(want)
	}
}

func TestLinear_readsTheLibraryShelfByShelf(t *testing.T) {
	out := plainLines(t, newTestDesk(t), "library", "talking and listening", "oars", "1", "back", "shelves", "", "leave")
	inOrder(t, out,
		"Which shelf?", "Talking and listening. Conversations about change",
		"Which page?", "OARS. Open questions",
		"OARS.", "What it is.", "Motivational interviewing (link 1).", "Source: Bradford", "Checked on 22 November 2026.",
		"Where next?", "1. Motivational interviewing",
		"Motivational interviewing.", "What it is.",
		"OARS.", "Which shelf?", "What next?")
	if strings.Contains(out, "**") || strings.Contains(out, "## ") || strings.Contains(out, "](") {
		t.Error("marks of Markdown are read out")
	}
}

func TestLinear_searchesTheLibrary(t *testing.T) {
	out := plainLines(t, newTestDesk(t), "library", "search", "domestic abuse", "1", "", "", "search", "zebra", "", "", "leave")
	inOrder(t, out, "Words to look for.", "pages found.", "1. Domestic abuse.", "What not to do first.", "Check current law before you rely on this.", "0 pages found.")
}

func TestLinear_takesAPageIntoAReflection(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Length, r.At = 10, "focus"
	id := d.keep(t, r)
	out := plainLines(t, d, "library", "search", "oars", "1", "use", "1", "stop", "leave")
	inOrder(t, out, "Use it in my reflection, at \"What I might say\"", "In which reflection?", "about Heron", "What I might say.")
	got, _, err := d.Load(context.Background(), id)
	if err != nil || got.At != "conversation" || got.Length != 25 {
		t.Errorf("%v: it is at %q in %d minutes", err, got.At, got.Length)
	}
	out = plainLines(t, d, "library", "search", "oars", "1", "use", "new", "", "her mother", "stop", "leave")
	inOrder(t, out, "How long do you have?", "1. 25 minutes", "What I might say.")
	if len(d.List()) != 2 {
		t.Errorf("%d reflections are kept", len(d.List()))
	}
}

func TestLinear_readsGuidanceAndThemesInAWalk(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.At = "focus"
	d.keep(t, r)
	out := plainLines(t, d, "continue", "1", "change", "1", "guidance", "1", "", "", "theme", "1", "", "", "stop", "leave")
	inOrder(t, out, "Start with what cannot wait.", "These pages belong here.", "A day in the child's life.", "Where next?", "1. ",
		"These are the themes you chose.", "Domestic abuse.", "What a supervisor would ask.")
	within := out[strings.Index(out, "These pages belong here."):]
	if strings.Contains(within, "Use it in my reflection") {
		t.Error("a page that is read within a walk offers another reflection")
	}
}

func TestLinear_saysWhatIsWrittenAgainstAStandard(t *testing.T) {
	d := newTestDesk(t)
	d.keep(t, heron(t))
	out := plainLines(t, d, "standards", "2", "7", "", "", "6", "1", "", "", "leave")
	inOrder(t, out,
		"Post-qualifying standards, child and family practitioner, in force until 31 March 2027",
		"Early Career Standards, child and family social workers, in force from 1 April 2027",
		"Analysis, decision-making, planning and review, number 7. 1 written.",
		"sounding list --standard pqs/analysis-and-decisions", "I held three explanations open.",
		"Not settled yet.", "Nothing is written against it yet.")
}

func TestLinear_seesStandardsAsOnAnotherDay(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Standards = append(r.Standards, journal.StandardNote{ID: "S9", Standard: "gone/promises", Note: "I rang back."})
	d.keep(t, r)
	out := plainLines(t, d, "standards", "another day", "someday", "1 April 2027", "early career", "2", "", "standards that", "1", "", "", "", "leave")
	inOrder(t, out,
		"As they stand on "+d.now().Format("2 January 2006")+".", "practitioner, in force until 31 March 2027",
		"On which day?", "As they stand on 1 April 2027.",
		"Early Career Standards, child and family social workers, in force",
		"practitioner, ended on 31 March 2027; what was written under it stays",
		"Standards that no pack holds today", "Not settled yet.", "Relationships and communication, number 2.",
		"gone/promises.", "I rang back.")
}

func TestLinear_offersEveryPageThatASearchFinds(t *testing.T) {
	d := newTestDesk(t)
	all := len(d.library.SearchPages("child"))
	out := plainLines(t, d, "library", "search", "child", "more", "more", "", "", "leave")
	inOrder(t, out, fmt.Sprintf("%d pages found.", all),
		fmt.Sprintf("1 to 20 of %d.", all), fmt.Sprintf("21 to 40 of %d.", all), fmt.Sprintf("41 to 60 of %d.", all))
}
