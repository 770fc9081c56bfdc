package main

import (
	"math"
	"strings"
	"unicode"
)

// guessesASecond is how many passphrases a well-equipped thief could try
// against the file: one derivation takes about half a second and 256 MiB, and
// ten thousand machines do that side by side.
const guessesASecond = 20_000

// strength says honestly how long a passphrase might hold. It goes by length
// and by the kinds of characters alone, so it flatters what can be looked up.
func strength(passphrase string) string {
	if passphrase == "" {
		return ""
	}
	words := strings.Fields(passphrase)
	bits := bitsOf(passphrase)
	if len(words) >= 3 {
		// Ordinary words, of which a person knows some thousands.
		bits = math.Min(bits, float64(len(words))*11)
	}
	seconds := math.Pow(2, bits-1) / guessesASecond
	switch {
	case seconds < 86400:
		return hintWeak
	case seconds < 86400*365*1000:
		return hintFair
	}
	return hintStrong
}

func bitsOf(text string) float64 {
	kinds := 0.0
	var lower, upper, digit, other bool
	distinct := map[rune]bool{}
	for _, r := range text {
		distinct[r] = true
		switch {
		case unicode.IsLower(r):
			lower = true
		case unicode.IsUpper(r):
			upper = true
		case unicode.IsDigit(r):
			digit = true
		default:
			other = true
		}
	}
	for _, k := range []struct {
		has  bool
		size float64
	}{{lower, 26}, {upper, 26}, {digit, 10}, {other, 20}} {
		if k.has {
			kinds += k.size
		}
	}
	length := math.Min(float64(len([]rune(text))), float64(len(distinct))*2)
	// People do not choose letters at random: three bits of five are surprise.
	return length * math.Log2(kinds) * 0.6
}
