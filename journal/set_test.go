package journal

import (
	"bytes"
	"errors"
	"math/rand"
	"testing"
	"time"
	"unicode/utf8"
)

func TestSet_refusesInWordsAndChangesNothing(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "ideas.+hypotheses", "One")
	set(t, p, "facts.+evidence", "A fact")
	before := p.Reflection.Clone()
	for _, c := range []struct{ path, value string }{
		{"focus.urgent", "perhaps"}, {"focus.code", "Sarah <script>"}, {"focus.themes", "nothing"},
		{"facts.E1.sort", "rumour"}, {"facts.E1.when", "tomorrow"}, {"weigh.H1.E1", "X"},
		{"next.+standards", "x/y"},
	} {
		_, err := p.Set(c.path, c.value)
		var refusal *Refusal
		if err == nil || !errors.As(err, &refusal) && !errors.Is(err, ErrNoStep) {
			t.Errorf("set %s to %q: %v", c.path, c.value, err)
		}
	}
	for _, path := range []string{"nowhere.x", "focus.nothing", "ideas.H9.text", "focus", "weigh.H1.E9"} {
		if _, err := p.Set(path, "yes"); err == nil {
			t.Errorf("set %s was taken", path)
		}
	}
	if a, b := before, p.Reflection.Clone(); len(a.Answers) != len(b.Answers) || a.Subject != b.Subject || len(b.Ratings) != 0 {
		t.Error("a refused value changed something")
	}
}

func TestRemoveItem_takesItsRatingsAlong(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "ideas.+hypotheses", "One")
	set(t, p, "ideas.+hypotheses", "Two")
	set(t, p, "facts.+evidence", "A fact")
	set(t, p, "weigh.H1.E1", "CC")
	set(t, p, "weigh.H2.E1", "II")
	if err := p.Reflection.RemoveItem("H1"); err != nil {
		t.Fatal(err)
	}
	if len(p.Reflection.Hypotheses) != 1 || p.Reflection.Ratings["H1"] != nil || p.Reflection.Rating("H2", "E1") != VeryInconsistent {
		t.Errorf("left: %v %v", p.Reflection.Hypotheses, p.Reflection.Ratings)
	}
	if err := p.Reflection.RemoveItem("E1"); err != nil {
		t.Fatal(err)
	}
	if p.Reflection.Rating("H2", "E1") != "" {
		t.Error("a rating outlived its evidence")
	}
	if ref := set(t, p, "ideas.+hypotheses", "Three"); ref != "H3" {
		t.Errorf("the next one is %s", ref)
	}
	if err := p.Reflection.MoveItem("H3", -1); err != nil || p.Reflection.Hypotheses[0].ID != "H3" {
		t.Error("an item does not move up")
	}
	if err := p.Reflection.MoveItem("H3", -1); err != nil || p.Reflection.Hypotheses[0].ID != "H3" {
		t.Error("an item moves beyond the end")
	}
}

func TestClone_isNotTouchedByWhatComesAfter(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "ideas.+hypotheses", "One")
	set(t, p, "facts.+evidence", "A fact")
	set(t, p, "weigh.H1.E1", "CC")
	set(t, p, "focus.dilemma", "first")
	kept := p.Reflection.Clone()
	set(t, p, "ideas.H1.text", "Changed")
	set(t, p, "weigh.H1.E1", "II")
	set(t, p, "focus.dilemma", "second")
	if kept.Hypotheses[0].Text != "One" || kept.Rating("H1", "E1") != VeryConsistent || kept.Answer("focus", "dilemma") != "first" {
		t.Error("the copy changed with the original")
	}
}

func TestUnderstand_takesNumbersWordsAndBeginnings(t *testing.T) {
	colours := []Choice{{ID: "red", Label: "Crimson"}, {ID: "green", Label: "Leaf"}, {ID: "grey", Label: "Ash"}}
	for _, c := range []struct {
		q     Question
		typed string
		want  string
		fails bool
	}{
		{Question{Input: InputYesNo}, "y", Yes, false},
		{Question{Input: InputYesNo}, "2", No, false},
		{Question{Input: InputYesNo}, "maybe", "", true},
		{Question{Input: InputChoice, Choices: colours}, "leaf", "green", false},
		{Question{Input: InputChoice, Choices: colours}, "3.", "grey", false},
		{Question{Input: InputChoice, Choices: colours}, "gr", "", true},
		{Question{Input: InputChoice, Choices: colours}, "cr", "red", false},
		{Question{Input: InputMany, Choices: colours}, "1, ash", "red,grey", false},
		{Question{Input: InputMany, Choices: colours}, "2 3 2", "green,grey", false},
		{Question{Input: InputMany, Choices: colours}, "", "", false},
		{Question{Input: InputNumber}, "70%", "0.7", false},
		{Question{Input: InputNumber}, "1.3", "", true},
		{Question{Input: InputNumber}, "NaN", "", true},
		{Question{Input: InputLine}, " two words ", "two words", false},
		{Question{Input: InputLine}, "two\nlines", "", true},
		{Question{Input: InputCode}, "Heron-2", "Heron-2", false},
		{Question{Input: InputCode}, "x@y", "", true},
		{Question{Input: InputDate}, "3/12/2026", "2026-12-03", false},
		{Question{Input: InputDate, Collection: EvidenceItems}, "yesterday", "2026-06-29", false},
		{Question{Input: InputText}, "as it\nstands ", "as it\nstands ", false},
	} {
		value, _, err := Understand(c.q, c.typed, midday)
		if (err != nil) != c.fails || value != c.want {
			t.Errorf("%s %q gave %q, %v", c.q.Input, c.typed, value, err)
		}
	}
}

func TestID_isTwentySixCharactersThatSayNothing(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 200 {
		id, err := NewID(random)
		if err != nil || len(id) != 26 {
			t.Fatalf("%q %v", id, err)
		}
		raw, err := id.Bytes()
		if err != nil || IDFromBytes(raw) != id {
			t.Fatalf("%q does not come back: %v", id, err)
		}
	}
	for _, bad := range []ID{"", "x", "iiiiiiiiiiiiiiiiiiiiiiiiii", "zzzzzzzzzzzzzzzzzzzzzzzzzz"} {
		if _, err := bad.Bytes(); !errors.Is(err, ErrID) {
			t.Errorf("%q is taken for an id", bad)
		}
	}
	if _, err := NewID(bytes.NewReader(nil)); err == nil {
		t.Error("an id was made of nothing")
	}
}

func TestVisible_leavesNothingATerminalObeys(t *testing.T) {
	for text, want := range map[string]string{
		"plain\nand\ttabs": "plain\nand\ttabs", "a\x1b[31mb": "a␛[31mb", "bell\a": "bell␇", "\u202eback": "\ufffdback",
		"c1\u009b": "c1\ufffd", "bad\xff": "bad\ufffd", "👩‍👧": "👩‍👧", "\r": "␍", "del\x7f": "del␡",
	} {
		if got := Visible(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	if got := VisibleLine("a\nb\tc"); got != "a b c" {
		t.Errorf("as a line: %q", got)
	}
}

func FuzzVisible(f *testing.F) {
	for _, seed := range []string{"", "a\x1b]0;t\a", "\u2028\u202e\xff\xc3", "👩‍👩‍👧"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shown := Visible(text)
		if !utf8.ValidString(shown) {
			t.Fatalf("%q is shown as invalid %q", text, shown)
		}
		for _, r := range shown {
			if unsafe(r) {
				t.Fatalf("%q lets %U through", text, r)
			}
		}
	})
}

func FuzzUnderstand(f *testing.F) {
	f.Add("1, 2", "3/12")
	f.Fuzz(func(t *testing.T, typed, date string) {
		q := Question{Choices: []Choice{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}}
		for _, in := range []Input{InputYesNo, InputChoice, InputMany, InputNumber, InputLine, InputCode, InputText, InputDate} {
			q.Input = in
			value, _, err := Understand(q, typed, midday)
			if err == nil && in != InputChoice && in != InputMany && CheckValue(in, value, nil) != nil {
				t.Fatalf("%s took %q as %q, which cannot be kept", in, typed, value)
			}
		}
		_, _ = ParseDate(date, time.Now())
	})
}
