package language

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// identifierSeeds are short texts that reach every finder.
var identifierSeeds = []string{
	"", "\ufeffmum sarah said she is 7", "NHS 999 000 0018, NI QQ 12 34 56 C, ring 07700 900123 or a@example.org",
	"Sarah Khan (7) lives at 14 Mill Lane, Leeds LS6 2AB\r\nwith her brother Tariq, 9", "Child A and [age 1: 5 to 9] at School 1",
	"The 7-year-old Roma twins in Rotherham have sickle cell disease.", "DOB 12/03/2015. Met on 4 May 2026 at https://example.org/a",
	"Zoe\u0301 said hi to Ann\u200dMarie \U0001F469\u200d\U0001F467 Tariq\u0301", "\xff\xfeSarah\xff said", "car reg AB12 CDE case no LCS-123456 @kaz_09",
	"donnas house, oakfield primary school, st mary's", "Person As Sarah Parent 1 [phone 1] Smith's",
}

func FuzzIdentifiers(f *testing.F) {
	for _, seed := range identifierSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkIdentifiers(t, text)
	})
}

// checkIdentifiers holds what must be true of any bytes: spans inside the text, on grapheme edges, in order and apart;
// a replacement that touches nothing else and changes nothing the second time; and the way back.
func checkIdentifiers(t *testing.T, text string) {
	t.Helper()
	findings := Identifiers(text, Roster{})
	edges := clusterEdges(text)
	end, length := 0, codePoints(text)
	for i, f := range findings {
		from, to := ByteRange(text, Span{f.Start, f.End})
		switch {
		case f.Start < 0 || f.End <= f.Start || f.End > length:
			t.Fatalf("span %d-%d outside %d code points of %q", f.Start, f.End, length, text)
		case text[from:to] != f.Text:
			t.Fatalf("text %q is not what stands at %d-%d of %q", f.Text, f.Start, f.End, text)
		case !edges[from] || !edges[to]:
			t.Fatalf("%s %q is not on grapheme edges of %q", f.Kind, f.Text, text)
		case i > 0 && (f.Start < findings[i-1].Start || f.Start == findings[i-1].Start && f.End > findings[i-1].End):
			t.Fatalf("out of order at %d in %q", f.Start, text)
		}
		if f.Kind == IdentifierJigsaw {
			continue
		}
		if f.Start < end {
			t.Fatalf("%s %q overlaps the finding before it in %q", f.Kind, f.Text, text)
		}
		end = f.End
	}
	checkReplaced(t, text, findings)
}

func checkReplaced(t *testing.T, text string, findings []Finding) {
	t.Helper()
	replaced := Replace(text, findings, NewKey())
	if kept := untouched(text, findings); kept != "" && len(replaced) < len(kept)/2 {
		t.Fatalf("replacing lost text: %q", text)
	}
	again := Identifiers(replaced, Roster{})
	for _, f := range again {
		if f.Kind != IdentifierJigsaw {
			t.Fatalf("%s %q is found in the replaced text %q of %q", f.Kind, f.Text, replaced, text)
		}
	}
	if twice := Replace(replaced, again, NewKey()); twice != replaced {
		t.Fatalf("replacing twice changed %q to %q", replaced, twice)
	}
}

// untouched is a text without its findings.
func untouched(text string, findings []Finding) string {
	var out strings.Builder
	at := 0
	for _, f := range findings {
		if f.Kind != IdentifierJigsaw {
			from, to := ByteRange(text, Span{f.Start, f.End})
			out.WriteString(text[at:from])
			at = to
		}
	}
	return out.String() + text[at:]
}

// clusterEdges segments the whole text, as the code under test never does.
func clusterEdges(text string) map[int]bool {
	edges := map[int]bool{0: true, len(text): true}
	clusters := graphemes.FromString(text)
	for clusters.Next() {
		edges[clusters.Start()], edges[clusters.End()] = true, true
	}
	return edges
}

func codePoints(text string) int {
	return utf8.RuneCountInString(strings.TrimPrefix(text, byteOrderMark))
}
