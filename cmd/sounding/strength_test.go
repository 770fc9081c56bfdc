package main

import (
	"strings"
	"testing"
)

// What is said follows from the guesses that the words, dates and endings of a
// passphrase take: two words are weak however long they are, and a common word
// is not mended by a capital, a year and an exclamation mark.
func TestStrength_followsFromTheNumberOfGuesses(t *testing.T) {
	for _, c := range []struct{ passphrase, begins, within string }{
		{"a", "Weak", "seconds"},
		{"123456", "Weak", "seconds"},
		{"12345678901234567890", "Weak", ""},
		{"qwertyuiop", "Weak", "seconds"},
		{"password", "Weak", "seconds"},
		{"Password1!", "Weak", "seconds"},
		{"P@ssw0rd2024!", "Weak", ""},
		{"Summer2026!", "Weak", "seconds"},
		{"liverpool1892", "Weak", "seconds"},
		{"lantern", "Weak", "seconds"},
		{"copper lantern", "Weak", "minutes"},
		{"Copper Lantern!", "Weak", ""},
		{"copperlantern", "Weak", "minutes"},
		{"copper copper copper copper copper", "Weak", "seconds"},
		{"copper lantern otter", "Weak", "days"},
		{"green window otter pancake", "Fair", "years"},
		{"green window otter pancake ribbon", "Strong", ""},
		{"six random words chosen by dice rolls", "Strong", ""},
		{"hq7Xw2#vRk9!tz", "Strong", ""},
	} {
		got := strength(c.passphrase)
		if !strings.HasPrefix(got, c.begins) || c.within != "" && !strings.Contains(got, " in "+c.within+".") {
			t.Errorf("%q (%.0f bits): %s", c.passphrase, bitsOf(c.passphrase), got)
		}
		if strings.Contains(got, "%") {
			t.Errorf("%q: %s", c.passphrase, got)
		}
	}
	if strength("") != "" {
		t.Error("something is said of nothing")
	}
}

// Another word never makes a passphrase weaker.
func TestStrength_growsWithEveryWord(t *testing.T) {
	words := strings.Fields("copper lantern otter pancake ribbon harbour")
	for i := 1; i < len(words); i++ {
		if bitsOf(strings.Join(words[:i+1], " ")) <= bitsOf(strings.Join(words[:i], " ")) {
			t.Errorf("%q adds nothing", words[i])
		}
	}
}
