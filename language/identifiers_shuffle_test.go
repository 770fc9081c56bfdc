package language

import (
	"math/rand/v2"
	"slices"
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

// TestFindAgain_readsWhatAFreshReadingDoes holds the short cut of the second look to the long way round.
func TestFindAgain_readsWhatAFreshReadingDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 2026))
	passages := readIdentifierPassages(t, "development.txt")
	for range 300 {
		text := passages[random.IntN(len(passages))].text + "\r\n" + passages[random.IntN(len(passages))].text
		reader := &idReader{lists: nameLists(), rules: readRoster(Roster{})}
		found := reader.find(text)
		masked, parts := idMask(text, found)
		if len(parts) == 0 {
			continue
		}
		reader.findAgain(masked, parts, reader.letGo(1))
		fresh := &idReader{lists: nameLists(), rules: readRoster(Roster{})}
		fresh.find(masked)
		if !slices.Equal(reader.words, fresh.words) || !slices.Equal(reader.flags, fresh.flags) || !slices.Equal(reader.bits, fresh.bits) {
			t.Fatalf("the second look reads %q otherwise than a first one", masked)
		}
	}
}
