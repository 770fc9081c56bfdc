package linear

import (
	"regexp"
	"testing"
)

func TestEveryWordIsToldOfInHelp(t *testing.T) {
	for word := range wordTable() {
		if !isWord(word) || !isWord(" "+word+" ") {
			t.Errorf("%q is not taken for a word", word)
		}
		if word == "?" || word == "help" {
			continue // it is what was typed
		}
		if !regexp.MustCompile(`\b` + regexp.QuoteMeta(word) + `\b`).MatchString(walkHelp) {
			t.Errorf("help does not tell of %q", word)
		}
	}
}

func TestIsWord_takesWordsWithWhatTheyAreAbout(t *testing.T) {
	for line, want := range map[string]bool{
		"without E3": true, "merge H1 H2": true, "disagree": true, "disagree 2": true, "park H3": true,
		"first": true, "first of all": false, "park": true, "park bench": false, "up H3": true, "delete E2": true, "up": false, "up 3 H1": false, "delete it": false, "next week": false, "": false,
	} {
		if isWord(line) != want {
			t.Errorf("%q: got %v", line, !want)
		}
	}
}
