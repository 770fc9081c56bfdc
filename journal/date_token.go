package journal

import (
	"strconv"
	"strings"
)

// token is a word, a figure or a mark of a date as it was typed.
type token struct {
	word    string // lower case; "" for a figure
	digits  string // as typed, leading zeros kept
	value   int
	ordinal bool // 3rd
	close   bool // nothing stood between it and the token before
}

// plainMarks turns the ways to write a mark into one.
var plainMarks = strings.NewReplacer("a.m.", "am", "p.m.", "pm", "a.m", "am", "p.m", "pm",
	"'", "", "\u2019", "", "\u2018", "", "\u00a0", " ", "\u202f", " ", "\u2013", "-")

// tokensOf cuts a text into tokens. It is false where a character is none that
// a date is written with.
func tokensOf(text string) ([]token, bool) {
	text = plainMarks.Replace(strings.ToLower(text))
	text = strings.TrimRight(strings.TrimSpace(text), ".")
	var tokens []token
	joined := false
	for i := 0; i < len(text); {
		if text[i] == ' ' || text[i] == '\t' {
			i, joined = i+1, false
			continue
		}
		tok, next, ok := tokenAt(text, i)
		if !ok {
			return nil, false
		}
		tok.close = joined
		tokens = append(tokens, tok)
		i, joined = next, true
	}
	return tokens, true
}

// tokenAt reads the token that starts at a place, and where it ends.
func tokenAt(text string, at int) (token, int, bool) {
	switch c := text[at]; {
	case isDigit(c):
		end := spanOf(text, at, isDigit)
		tok, ok := figure(text[at:end])
		suffix := ordinalSuffix(text[end:])
		tok.ordinal = suffix > 0
		return tok, end + suffix, ok
	case isLetter(c):
		end := spanOf(text, at, isLetter)
		tok := token{word: text[at:end]}
		// The full stop of "dec." and the hyphen of "twenty-first" part words and
		// say nothing more.
		if end < len(text) && text[end] == '.' && !joinsFigures(text, end) {
			end++
		} else if end+1 < len(text) && text[end] == '-' && isLetter(text[end+1]) {
			end++
		}
		return tok, end, true
	case strings.IndexByte("/.-:,@", c) >= 0:
		return token{word: text[at : at+1]}, at + 1, true
	}
	return token{}, at, false
}

// spanOf is where the characters of a kind end that begin at a place.
func spanOf(text string, at int, is func(byte) bool) int {
	for at < len(text) && is(text[at]) {
		at++
	}
	return at
}

func figure(digits string) (token, bool) {
	value, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 4 {
		return token{}, false
	}
	return token{digits: digits, value: value}, true
}

// ordinalSuffix is the length of "st", "nd", "rd" or "th" at the head of rest.
func ordinalSuffix(rest string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(rest, suffix) && (len(rest) == 2 || !isLetter(rest[2])) {
			return len(suffix)
		}
	}
	return 0
}

func joinsFigures(text string, i int) bool {
	return i+1 < len(text) && isDigit(text[i+1])
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// word is the word or mark at a place; "" at a figure and beyond the end.
func (r *dateReader) word(at int) string {
	if at < 0 || at >= len(r.tokens) {
		return ""
	}
	return r.tokens[at].word
}

// figure is the figure at a place.
func (r *dateReader) figure(at int) (token, bool) {
	if at < 0 || at >= len(r.tokens) || r.tokens[at].digits == "" {
		return token{}, false
	}
	return r.tokens[at], true
}

// skip steps over one of some words.
func (r *dateReader) skip(at int, words ...string) int {
	for _, w := range words {
		if r.word(at) == w {
			return at + 1
		}
	}
	return at
}

// words steps over all of some words in a row, or says that they are not there.
func (r *dateReader) words(at int, words ...string) (int, bool) {
	for i, w := range words {
		if r.word(at+i) != w {
			return at, false
		}
	}
	return at + len(words), true
}

// count reads how many: a figure, a number in words, "a", "a couple of".
func (r *dateReader) count(at int) (int, int, bool) {
	if tok, ok := r.figure(at); ok {
		return tok.value, at + 1, !tok.ordinal
	}
	if next, ok := r.words(at, "a", "couple"); ok {
		return 2, r.skip(next, "of"), true
	}
	if next, ok := r.words(at, "couple"); ok {
		return 2, r.skip(next, "of"), true
	}
	if w := r.word(at); w == "a" || w == "an" {
		return 1, at + 1, true
	}
	return r.wordNumber(at, cardinals)
}

// wordNumber reads a number in words up to ninety-nine; ones is the table for
// its last word.
func (r *dateReader) wordNumber(at int, ones map[string]int) (int, int, bool) {
	if n, ok := ones[r.word(at)]; ok {
		return n, at + 1, true
	}
	ten, ok := tens[r.word(at)]
	if !ok {
		return 0, at, false
	}
	if n, ok := ones[r.word(at+1)]; ok && n < 10 {
		return ten + n, at + 2, true
	}
	_, ordinal := ones["first"]
	return ten, at + 1, !ordinal
}

var cardinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19,
}

var tens = map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}

var minutesIn = map[string]int{
	"minute": 1, "minutes": 1, "min": 1, "mins": 1, "hour": 60, "hours": 60, "hr": 60, "hrs": 60,
}
