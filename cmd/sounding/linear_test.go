package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"sounding/export"
	"sounding/journal"
	"sounding/tui/linear"
)

// reader answers every question that a walk asks in plain lines, by what was
// asked: the kind of answer is found as a person would find it, from the words.
type reader struct {
	out     *bytes.Buffer
	seen    int
	pending []byte
	asked   int
	added   map[string]int
}

// Read gives the next line when everything that was printed has been looked at.
func (r *reader) Read(p []byte) (int, error) {
	if len(r.pending) == 0 {
		r.pending = []byte(r.answer())
	}
	n := copy(p, r.pending)
	r.pending = r.pending[n:]
	return n, nil
}

func (r *reader) answer() string {
	text := r.out.String()[r.seen:]
	r.seen = r.out.Len()
	r.asked++
	lines := strings.Split(strings.TrimSpace(text), "\n")
	last := lines[len(lines)-1]
	question := ""
	for i := len(lines) - 1; i >= 0 && lines[i] != ""; i-- {
		question = lines[i]
	}
	r.added[question]++
	switch {
	case r.asked > 400:
		return "stop\n"
	case strings.Contains(last, "date") || strings.Contains(last, "3/12"):
		return "3/12/2026\n"
	case strings.HasPrefix(last, "That is outside") || strings.Contains(last, "between 0 and 1"):
		return "0.7\n"
	case choiceLine(last) && r.added[question] < 3:
		return "1\n"
	case strings.HasPrefix(last, "A code is"), strings.Contains(text, "A code for"):
		return "Heron\n"
	}
	if r.added[question] > 2 {
		return "enough\n"
	}
	return "An answer in words.\n.\n"
}

func choiceLine(line string) bool {
	number, _, ok := strings.Cut(line, ". ")
	return ok && number != "" && strings.Trim(number, "0123456789") == ""
}

func TestLinear_completesEveryWalk(t *testing.T) {
	d := newTestDesk(t)
	for _, w := range d.library.Walks() {
		for _, length := range append(w.Lengths, lengthsOf(w)...) {
			t.Run(w.ID, func(t *testing.T) { walkThrough(t, d, w, length) })
		}
	}
}

func lengthsOf(w journal.Walk) []journal.Length {
	if len(w.Lengths) == 0 {
		return []journal.Length{0}
	}
	return nil
}

func walkThrough(t *testing.T, d *desk, w journal.Walk, length journal.Length) {
	ctx := context.Background()
	r, err := d.Begin(ctx, &w, length)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	app := &linear.App{Vault: d, Writer: d, Shelf: d, Now: d.now, Mirror: mirror, Machine: &machine{}}
	in := &reader{out: &out, added: map[string]int{}}
	if err := app.RunWalk(ctx, r, w, in, &out); err != nil {
		t.Fatal(err)
	}
	if in.asked > 400 {
		t.Fatalf("the walk did not come to its end:\n%s", tail(out.String()))
	}
	kept, kw, err := d.Load(ctx, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if kept.Status != journal.StatusFinished {
		t.Fatalf("the walk was not finished:\n%s", tail(out.String()))
	}
	p := d.progress(&kept, &kw)
	for _, pl := range p.Places() {
		if pl.State == journal.Untouched {
			t.Errorf("the step %q was never opened", pl.Step.ID)
		}
	}
	again(t, kept)
	var page bytes.Buffer
	if err := export.Markdown(&page, p, true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page.String(), "An answer in words.") {
		t.Errorf("the Markdown holds no answer:\n%s", page.String())
	}
	if i := strings.IndexAny(out.String(), "─│┌┐└┘├┤┬┴┼═║╔╗╚╝▸✓●○\x1b"); i >= 0 {
		t.Errorf("the plain lines hold a sign that is read aloud for nothing: %q", out.String()[max(i-40, 0):i+3])
	}
}

// again holds that a record is the same after it was written and read.
func again(t *testing.T, r journal.Reflection) {
	t.Helper()
	var first, second bytes.Buffer
	if err := export.JSON(&first, r); err != nil {
		t.Fatal(err)
	}
	read, err := export.ReadReflection(first.Bytes())
	if err != nil {
		t.Fatalf("read what was written: %v\n%s", err, first.String())
	}
	read.ID, read.Created, read.Updated = r.ID, r.Created, r.Updated
	if err := export.JSON(&second, read); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("the record changed on the way:\n%s\n%s", first.String(), second.String())
	}
}

func tail(text string) string { return text[max(len(text)-1500, 0):] }

func TestLinear_savesAHalfAnswerAtTheEndOfTheInput(t *testing.T) {
	d := newTestDesk(t)
	w, _ := d.Walk("case-reflection")
	r, err := d.Begin(context.Background(), &w, 10)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	app := &linear.App{Vault: d, Writer: d, Shelf: d, Now: d.now, Machine: &machine{}}
	in := strings.NewReader("no\nHeron\nThe first line.\nThe second, cut o")
	if err := app.RunWalk(context.Background(), r, w, in, &out); err != nil {
		t.Fatal(err)
	}
	kept, _, err := d.Load(context.Background(), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := kept.Answer("focus", "dilemma"); got != "The first line.\nThe second, cut o" {
		t.Errorf("kept %q", got)
	}
	for _, want := range []string{"What there was of it is saved", "Everything is saved"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, tail(out.String()))
		}
	}
}

func TestLinear_takesCommandWordsAsTextBehindABackslash(t *testing.T) {
	d := newTestDesk(t)
	w, _ := d.Walk("what-so-what")
	r, err := d.Begin(context.Background(), &w, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	app := &linear.App{Vault: d, Writer: d, Shelf: d, Now: d.now, Machine: &machine{}}
	in := io.MultiReader(strings.NewReader("no\n"), strings.NewReader("skip\n\\stop\nnext\n\\.\nback\n.\n"))
	err = app.RunWalk(context.Background(), r, w, in, &out)
	if err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	kept, _, err := d.Load(context.Background(), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range kept.Answers {
		if a.Text == "stop\nnext\n.\nback" {
			return
		}
	}
	t.Errorf("the answer is not what was typed: %q\n%s", kept.Answers, tail(out.String()))
}

// Somebody looks into a walk and leaves: there is nothing to continue.
func TestLinear_leavesNothingBehindWhereNothingWasWritten(t *testing.T) {
	d := newTestDesk(t)
	app := &linear.App{Vault: d, Writer: d, Shelf: d, Now: d.now, Machine: &machine{}}
	for answers, want := range map[string]int{"stop\n": 0, "no\nstop\n": 1} {
		w, _ := d.Walk("what-so-what")
		r, err := d.Begin(context.Background(), &w, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := app.RunWalk(context.Background(), r, w, strings.NewReader(answers), io.Discard); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(d.List(), func(s journal.Summary) bool { return s.ID == r.ID })
		if found != (want == 1) {
			t.Errorf("after %q the reflection is kept: %t", answers, found)
		}
	}
}
