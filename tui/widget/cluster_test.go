package widget

import (
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// TestCluster_shortcutsAgreeWithTheSegmenter holds every shortcut to what the
// segmenter and the width tables say of the same text.
func TestCluster_shortcutsAgreeWithTheSegmenter(t *testing.T) {
	followers := []string{"", "a", " ", "é", "\u0301", "\u200d", "\ufe0f", "本", "\u3099", "’", "\U0001f3fd", "\u0903", "\x1b", "\xff"}
	for r := rune(0x20); r < 0xa000; r++ {
		if r < 0x7f || isSimple(r) {
			for _, next := range followers {
				text := string(r) + next
				want := len(graphemes.FromString(text).First())
				if next == "\xff" {
					want = len(string(r))
				}
				if got := clusterEnd(text, 0); got != want {
					t.Fatalf("%q: the first cluster ends at %d, want %d", text, got, want)
				}
				if got := clusterAt(text, 0); got.end != want {
					t.Fatalf("%q: the first cluster drawn ends at %d, want %d", text, got.end, want)
				}
			}
		}
		if isSimple(r) {
			c := clusterAt(string(r), 0)
			if fit, least := measure(string(r)); c.fit != fit || least < 1 || c.drawn != string(r) || isHidden(r) || unicode.IsSpace(r) {
				t.Fatalf("%U is drawn as %q in %d cells, measured %d", r, c.drawn, c.fit, fit)
			}
		}
	}
}

func TestCluster_bytesThatAreNoTextStandAlone(t *testing.T) {
	text := "a\xff\xe2\x82b\xf0\x9f\x91"
	var ends []string
	for i := 0; i < len(text); {
		end := clusterEnd(text, i)
		ends = append(ends, text[i:end])
		i = end
	}
	if got := strings.Join(ends, "|"); got != "a|\xff|\xe2|\x82|b|\xf0|\x9f|\x91" {
		t.Errorf("clusters are %q", got)
	}
}
