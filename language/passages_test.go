package language

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestIdentifiersAcross_findsANameThatAnotherPassageMakesKnown(t *testing.T) {
	passages := []string{"I met Mrs Wexcombe at the gate.", "", "Wexcombe would not say.", "\ufeffRing 07700 900123."}
	found := IdentifiersAcross(passages, Roster{})
	var got []string
	for _, f := range found {
		from, to := ByteRange(passages[f.Passage], Span{f.Start, f.End})
		if passages[f.Passage][from:to] != f.Text {
			t.Errorf("%q is not where it says, but %q", f.Text, passages[f.Passage][from:to])
		}
		got = append(got, f.Text)
	}
	if !slices.Equal(got, []string{"Wexcombe", "Wexcombe", "07700 900123"}) && !slices.Equal(got, []string{"Mrs Wexcombe", "Wexcombe", "07700 900123"}) {
		t.Errorf("got %q", got)
	}
	key := NewKey()
	replaced := strings.Join(ReplaceAcross(passages, found, key), "|")
	if strings.Contains(replaced, "Wexcombe") || strings.Contains(replaced, "07700") {
		t.Errorf("left: %s", replaced)
	}
	if strings.Count(replaced, key.Entries[0].Text) != 2 {
		t.Errorf("one person has not one pseudonym: %s", replaced)
	}
}

func TestGather_listsEachThingOnceWithTheKeysPseudonym(t *testing.T) {
	passages := []string{"Child A was there already. I met Mrs Wexcombe.", "Mrs Wexcombe rang; Mrs Wexcombe always rings."}
	key := NewKey()
	found := IdentifiersAcross(passages, Roster{})
	things := Gather(passages, found, key)
	if len(things) != 1 || things[0].Times != 3 || things[0].Replacement != key.Entries[0].Text {
		t.Fatalf("got %+v", things)
	}
	out := ReplaceAcross(passages, found, key)
	if !key.Holds(out[1]) || key.Holds(passages[0]) {
		t.Errorf("what the key holds is told wrongly: %q", out)
	}
	if Restore(out[0], key) != passages[0] {
		t.Errorf("not undone: %q", Restore(out[0], key))
	}
}

func TestIdentifierKinds_haveWords(t *testing.T) {
	for _, kind := range IdentifierKinds() {
		if words := kind.Words(); words == "" || strings.Contains(words, "_") {
			t.Errorf("%s is said %q", kind, words)
		}
	}
}

// Whatever the passages hold: spans are inside their own passage and show the finding's words, and replacing changes
// nothing but those.
func TestAcross_staysInsideEachPassage(t *testing.T) {
	piece := rapid.SampledFrom([]string{"Sarah Khan", " ", "\n", "aged 7", "é", "\ufeff", "e\u0301", "\xff", "SW1A 1AA", "Mrs Okafor", ".", "\r\n", "Somali twins", "St Jude's School"})
	rapid.Check(t, func(t *rapid.T) {
		passages := rapid.SliceOfN(rapid.Map(rapid.SliceOfN(piece, 0, 8), func(parts []string) string { return strings.Join(parts, " ") }), 0, 5).Draw(t, "passages")
		found := IdentifiersAcross(passages, Roster{})
		for _, f := range found {
			from, to := ByteRange(passages[f.Passage], Span{f.Start, f.End})
			if passages[f.Passage][from:to] != f.Text {
				t.Fatalf("%q is not at %d to %d of %q", f.Text, f.Start, f.End, passages[f.Passage])
			}
		}
		out := ReplaceAcross(passages, found, NewKey())
		if len(out) != len(passages) {
			t.Fatalf("%d passages became %d", len(passages), len(out))
		}
		again := IdentifiersAcross(out, Roster{})
		for _, f := range again {
			if f.Kind != IdentifierJigsaw {
				t.Fatalf("%q is found after all was replaced in %q", f.Text, out)
			}
		}
	})
}
