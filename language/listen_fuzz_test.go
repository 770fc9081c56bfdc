package language

import (
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// FuzzListen holds that any bytes are read without a panic, that every reason
// stands inside the text on the edges of graphemes, and that the parts of an
// utterance agree with one another.
func FuzzListen(f *testing.F) {
	for _, seed := range []string{
		"", " ", "?", "So you’re tired, is that right?", "what what what", "tell me", "Why?", "you \xff\xfe know",
		"e\u0301te\u0301 do you e\u0301", "so you\u200d feel", "[laughs] do you", "I... What", "you're're're 've",
		"Worker: do you smoke?\r\n", "👩‍👧 so you’re worried about your 👩‍👧", "don't you? or or or or",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		u := Listen(text)
		edges := graphemeEdges(text)
		before := 0
		for _, reason := range u.Because {
			if reason.Start < before || reason.End <= reason.Start || !edges[reason.Start] || !edges[reason.End] {
				t.Fatalf("reason %d..%d is out of order or off the edges of graphemes in %q", reason.Start, reason.End, text)
			}
			if reason.Reason == "" {
				t.Fatalf("reason without words in %q", text)
			}
			before = reason.Start
		}
		if u.Reflection != (u.Complexity != ComplexityNone) {
			t.Fatalf("reflection %v with complexity %q in %q", u.Reflection, u.Complexity, text)
		}
		if len(u.Because) > maxReasons {
			t.Fatalf("%d reasons in %q", len(u.Because), text)
		}
		for _, offer := range Suggest(u) {
			if offer.Text == "" || offer.Because == "" {
				t.Fatalf("empty suggestion for %q", text)
			}
		}
		checkLines(t, text)
	})
}

// checkLines holds that lines are numbered upwards and hold no line feed.
func checkLines(t *testing.T, text string) {
	t.Helper()
	last := 0
	for _, line := range ListenLines(text) {
		if line.Line <= last {
			t.Fatalf("line %d after %d in %q", line.Line, last, text)
		}
		last = line.Line
		for _, c := range line.Text {
			if c == '\n' {
				t.Fatalf("line %d of %q holds a line feed", line.Line, text)
			}
		}
	}
}

// graphemeEdges returns the code point offsets at which a grapheme begins or ends.
func graphemeEdges(text string) map[int]bool {
	edges := map[int]bool{0: true}
	points := 0
	clusters := graphemes.FromString(text)
	for clusters.Next() {
		points += utf8.RuneCountInString(clusters.Value())
		edges[points] = true
	}
	return edges
}
