package language

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestIdentifiers_holdInShuffledWords throws the words of the labelled passages together at random, which reaches
// neighbours that no prose and few fuzzed bytes would.
func TestIdentifiers_holdInShuffledWords(t *testing.T) {
	var words []string
	for _, name := range []string{"development.txt", "heldout.txt"} {
		for _, passage := range readIdentifierPassages(t, name) {
			checkIdentifiers(t, passage.text)
			words = append(words, strings.Fields(passage.text)...)
		}
	}
	gaps := []string{" ", " ", " ", " ", ", ", ". ", "\n", "-", "/", " (", ") ", "'s ", ": ", " \u201c", "\u2019s ", ".", "@", ""}
	random := rand.New(rand.NewPCG(6, 2026))
	for range 3000 {
		var text strings.Builder
		for range 2 + random.IntN(40) {
			word := words[random.IntN(len(words))]
			if random.IntN(5) == 0 {
				word = strings.ToLower(word)
			}
			text.WriteString(word)
			text.WriteString(gaps[random.IntN(len(gaps))])
		}
		checkIdentifiers(t, text.String())
	}
}
