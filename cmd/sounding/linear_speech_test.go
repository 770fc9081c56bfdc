package main

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"sounding/journal"
)

// begun goes through a new reflection of a walk in plain lines.
func begun(t *testing.T, d *desk, walk string, length journal.Length, typed ...string) (string, journal.Reflection) {
	t.Helper()
	ctx := context.Background()
	w, ok := d.Walk(walk)
	if !ok {
		t.Fatalf("there is no walk %q", walk)
	}
	r, err := d.Begin(ctx, &w, length)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := plainApp(d).RunWalk(ctx, r, w, strings.NewReader(strings.Join(typed, "\n")+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	kept, _, err := d.Load(ctx, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), kept
}

// A full stop out of habit, at a question of one line or behind its answer,
// leaves no question out.
func TestLinear_aFullStopAfterAnAnswerOfOneLineLeavesNothingOut(t *testing.T) {
	d := newTestDesk(t)
	out, kept := begun(t, d, "critical-reflection-log", 0, "no", ".", "Wren", ".", "1", "2", ".", "", "The first day.", ".", "stop")
	if kept.Subject != "Wren" || len(kept.Answers) != 4 {
		t.Errorf("an answer is missing: %q, %+v", kept.Subject, kept.Answers)
	}
	found := false
	for _, a := range kept.Answers {
		found = found || a.Text == "The first day."
	}
	if !found {
		t.Errorf("the text was not kept as it was typed: %+v\n%s", kept.Answers, out)
	}
	mustSay(t, out, "This answer is one line, and Enter ends it.", "Enter had ended it. This is the next question.", "Type your answer, or skip to leave the question.")
}

func TestLinear_saysOnceInASittingHowSeveralLinesEnd(t *testing.T) {
	out, _ := begun(t, newTestDesk(t), "what-so-what", 0, "no", "skip", "Rain.", ".", "Wind.", ".", "?", "stop")
	if n := strings.Count(out, "A line that is a single full stop ends it."); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, out)
	}
	mustSay(t, out, "a line that is a single full stop ends them.")
}

// What was understood is read back where it is not what was typed.
func TestLinear_readsAnAnswerBackOnlyWhereItWasUnderstoodFromLess(t *testing.T) {
	for typed, echoed := range map[string]bool{"no": false, "No.": false, "2": true, "n": true} {
		out, _ := begun(t, newTestDesk(t), "what-so-what", 0, typed, "Wren", "stop")
		if strings.Contains(out, "\nNo.\n") != echoed || strings.Contains(out, "\nWren.\n") {
			t.Errorf("after %q:\n%s", typed, out)
		}
	}
}

func TestLinear_printsTheMenuOnceAndAgainWhenAsked(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, heron(t))
	out := plainLines(t, d, "trash", "list", "1", "page", "", "leave")
	for _, once := range []string{"1. Continue where you were", "1. Read it"} {
		if n := strings.Count(out, once); n != 1 {
			t.Errorf("%q is printed %d times:\n%s", once, n, out)
		}
	}
	out = plainLines(t, d, "trash", "?", "13")
	if n := strings.Count(out, "1. Continue where you were"); n != 2 || id == "" {
		t.Errorf("after a question mark the menu was printed %d times:\n%s", n, out)
	}
}

func TestLinear_asksBetweenChoicesThatFitAlike(t *testing.T) {
	d := newTestDesk(t)
	out := plainLines(t, d, "new", "session", "1", "stop", "new", "visit", "2", "stop", "leave")
	inOrder(t, out, "Which walk?", "A supervision session.", "How long do you have?",
		"More than one fits that. Which of these?", "1. Before a visit.", "2. After a visit.", "\nAfter a visit. ")
}

// Two marks in a row are read out as a stumble.
func TestLinear_neverSaysTwoMarksInARow(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.At = "focus"
	d.keep(t, r)
	out := plainLines(t, d, "new", "think it through", "25", "steps", "", "length", "10", "steps", "", "stop", "list", "1", "read", "page", "", "search", "the", "", "due", "", "leave")
	mustSay(t, out, "What is it about?")
	twice := regexp.MustCompile(`[?!:;,]\.|\.[,;:?]|(^|[^.])\.\.($|[^.])|\?[,;:]`)
	for _, line := range strings.Split(out, "\n") {
		if twice.MatchString(line) {
			t.Errorf("two marks stand in a row: %q", line)
		}
	}
}

// What merge, split and park take is what reading a step back says.
func TestLinear_readsAStepBackByTheNamesThatWordsTake(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.At = "hypotheses"
	out := spoken(t, d, d.keep(t, r), "read", "steps", "5", "read", "stop")
	inOrder(t, out, "Explanation H1. ", "Explanation H2. ", "Statement E1. ")
}
