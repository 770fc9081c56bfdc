package language

import (
	"slices"
	"strings"
	"testing"
)

func sentenceTexts(text string) []string {
	var out []string
	for _, s := range Sentences(text) {
		from, to := ByteRange(text, s)
		out = append(out, text[from:to])
	}
	return out
}

func TestSentences_endWhereAReaderEndsThem(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                           nil,
		"One. Two! Three?":                           {"One.", "Two!", "Three?"},
		"Mr. Hall came. J. Smith did not.":           {"Mr. Hall came.", "J. Smith did not."},
		"See s. 47 and e.g. this. Then go.":          {"See s. 47 and e.g. this.", "Then go."},
		"A line\nand a line\n\n- a bullet":           {"A line", "and a line", "a bullet"},
		"He said \"go.\" She went.":                  {"He said \"go.\"", "She went."},
		"\ufeffFirst. Second":                        {"First.", "Second"},
		"No stop at the end, and 3.5 is no sentence": {"No stop at the end, and 3.5 is no sentence"},
	} {
		if got := sentenceTexts(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSpanEdges_agreeWithSegmentingTheWholeText(t *testing.T) {
	for _, text := range []string{
		"plain words", "e\u0301e\u0301e\u0301", "\r\n\r\n", "\U0001F469\u200d\U0001F467x\U0001F1EC\U0001F1E7\U0001F1EC", "a\xffb\xff\xfec",
		"ก็ กำ नि तेरा", strings.Repeat("e\u0301", 50) + "z",
	} {
		want := clusterEdges(text)
		edges := spanEdges{text: text}
		for offset := range len(text) + 1 {
			down, up := edges.edge(offset, false), edges.edge(offset, true)
			if !want[down] || !want[up] || down > offset || up < offset {
				t.Errorf("%q at %d: %d and %d", text, offset, down, up)
			}
		}
	}
}

func TestFoldSpaced_makesOneOfManyDresses(t *testing.T) {
	for _, text := range []string{"Zoë O’Neill", "ZOE ONEILL", "zoe-oneill", "Zoe  O'Neill"} {
		if got := foldSpaced(text); got != "zoe oneill" {
			t.Errorf("%q folds to %q", text, got)
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range identifierSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end, length := 0, codePoints(text)
		for _, s := range Sentences(text) {
			if s.Start < end || s.End <= s.Start || s.End > length {
				t.Fatalf("sentence %+v of %d code points in %q", s, length, text)
			}
			end = s.End
		}
	})
}
