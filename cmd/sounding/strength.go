package main

import (
	"fmt"
	"math"
	"strings"
	"unicode"
)

// guessesASecond is how many passphrases a well-equipped thief could try
// against the file: one derivation takes about half a second and 256 MiB, and
// ten thousand machines do that side by side.
const guessesASecond = 20_000

// strength says how long a passphrase might hold against guessing: a band of
// time, in words, that follows from how many guesses it would take. It counts a
// passphrase as what people make one of, words and dates and endings, and where
// it is unsure it counts low.
func strength(passphrase string) string {
	if passphrase == "" {
		return ""
	}
	// On average half of what there is has to be tried.
	seconds := math.Pow(2, bitsOf(passphrase)-1) / guessesASecond
	for _, b := range bands() {
		if seconds < b.below {
			return fmt.Sprintf(b.hint, b.within)
		}
	}
	return hintStrong
}

// band is how long guessing takes, told as the unit it is counted in.
type band struct {
	below  float64 // seconds
	within string
	hint   string
}

// bands are the answers below strong. Weak is what can be waited for.
func bands() []band {
	const minute, hour, day = 60, 3600, 86400
	const year = 365 * day
	return []band{
		{minute, "seconds", hintWeak}, {hour, "minutes", hintWeak}, {day, "hours", hintWeak},
		{14 * day, "days", hintWeak}, {60 * day, "weeks", hintWeak},
		{2 * year, "months", hintFair}, {100 * year, "years", hintFair}, {1000 * year, "centuries", hintFair},
	}
}

// What each part of a passphrase is worth, in bits.
const (
	bitsOfWord    = 11.0 // one of the two thousand words a person thinks of first
	bitsOfFirst   = 7.0  // one of the hundred that passphrases are made of most
	bitsOfYear    = 7.0
	bitsOfPattern = 4.0 // 123, aaa, qwerty
	bitsOfSign    = 3.0
	bitsOfLetter  = 4.0 // not at random: people do not choose letters evenly
	bitsOfDigit   = 3.3
	bitsOfCapital = 1.0
)

// bitsOf is how many times the number of guesses for a passphrase doubles. Parts
// that stand there twice count once.
func bitsOf(passphrase string) float64 {
	bits := 0.0
	seen := map[string]bool{}
	for _, word := range strings.Fields(passphrase) {
		whole := strings.ToLower(word)
		if seen[whole] {
			continue
		}
		seen[whole] = true
		bits += bitsOfToken(word)
	}
	return bits
}

// bitsOfToken is what stands between two spaces: as it is, or as a word in which
// letters were changed for signs, whichever is found sooner.
func bitsOfToken(token string) float64 {
	bits := bitsOfRuns(token)
	if plain := unmask(token); plain != token {
		bits = math.Min(bits, bitsOfRuns(plain)+bitsOfSign)
	}
	return bits
}

// unmask undoes the signs that people write for letters, but not at the end,
// where they stand for themselves.
func unmask(token string) string {
	body := strings.TrimRight(token, "0123456789$@")
	return strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "$", "s", "@", "a").Replace(body) + token[len(body):]
}

// bitsOfRuns adds up runs of letters, of digits and of signs.
func bitsOfRuns(token string) float64 {
	bits := 0.0
	for _, run := range runs(token) {
		switch first := []rune(run)[0]; {
		case unicode.IsLetter(first):
			bits += bitsOfLetters(run)
		case unicode.IsDigit(first):
			bits += bitsOfDigits(run)
		case isPattern(run):
			bits += bitsOfPattern
		default:
			bits += bitsOfSign * float64(len([]rune(run)))
		}
	}
	return bits
}

// runs parts a text where letters, digits and signs meet.
func runs(text string) []string {
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r):
			return 1
		case unicode.IsDigit(r):
			return 2
		}
		return 3
	}
	var out []string
	before := 0
	for _, r := range text {
		if k := kind(r); k != before {
			out = append(out, "")
			before = k
		}
		out[len(out)-1] += string(r)
	}
	return out
}

// longWord is the length from which a run of letters is counted as two words.
const longWord = 10

func bitsOfLetters(run string) float64 {
	lower := strings.ToLower(run)
	length := len([]rune(run))
	bits := 0.0
	if lower != run {
		bits = bitsOfCapital
	}
	switch {
	case isPattern(lower):
		return bits + bitsOfPattern
	case strings.Contains(firstGuesses, " "+lower+" "):
		return bits + bitsOfFirst
	case length < 3, !looksLikeWord(lower):
		return bits + bitsOfLetter*float64(length)
	}
	return bits + math.Min(bitsOfWord*math.Ceil(float64(length)/longWord), bitsOfLetter*float64(length))
}

func bitsOfDigits(run string) float64 {
	switch {
	case isPattern(run):
		return bitsOfPattern
	case len(run) == 4 && (strings.HasPrefix(run, "19") || strings.HasPrefix(run, "20")):
		return bitsOfYear
	}
	return bitsOfDigit * float64(len(run))
}

// rows are what fingers run along.
const rows = "qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz 012345678901234567890 09876543210"

// isPattern says whether a run is one character over and over, or one row of the
// keyboard, the alphabet or the numbers.
func isPattern(run string) bool {
	length := len([]rune(run))
	return length >= 3 && (strings.Trim(run, string([]rune(run)[:1])) == "" || strings.Contains(rows, run))
}

// looksLikeWord goes by vowels: words have them, and not far apart. Letters that
// are not of the Latin alphabet are taken for a word.
func looksLikeWord(lower string) bool {
	vowels, apart := 0, 0
	for _, r := range lower {
		switch {
		case r > unicode.MaxASCII:
			return true
		case strings.ContainsRune("aeiouy", r):
			vowels, apart = vowels+1, 0
		default:
			if apart++; apart > 4 {
				return false
			}
		}
	}
	return vowels > 0
}

// firstGuesses are what everybody's list of guesses begins with.
const firstGuesses = " password passwort pass letmein welcome admin login secret changeme default guest master " +
	"monkey dragon football baseball superman batman sunshine princess princes shadow michael charlie daniel thomas " +
	"george jessica ashley jordan hunter freedom whatever trustno iloveyou lovely love flower summer winter autumn " +
	"spring january february march april may june july august september october november december monday tuesday " +
	"wednesday thursday friday saturday sunday liverpool arsenal chelsea rangers celtic everton england scotland " +
	"ireland wales london cheese computer internet social worker work office family children teacher council " +
	"sounding supervision hello test abc qwerty "
