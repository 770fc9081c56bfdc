package index

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word of a text, folded, and where it stands in the text in bytes.
type word struct {
	folded     string
	start, end int
}

// words splits a text into words: runs of letters and figures, in lower case
// and without accents. An apostrophe within a word is left out ("didnt"), and a
// possessive s with it ("mum's" is "mum"), so that it does not matter which of
// the two apostrophes was typed, or whether any was.
func words(text string, visit func(word)) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		end := wordEnd(text, at)
		visit(word{folded: fold(text[at:end]), start: at, end: end})
		at = end
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// wordEnd finds the end of the word that begins at a place.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if inWord(r) {
			at += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		if !apostrophe(r) || !inWord(next) || at+size >= len(text) {
			return at
		}
		at += size
	}
	return at
}

// fold puts one word into the form in which it is compared.
func fold(text string) string {
	plain := true
	for i := 0; i < len(text) && plain; i++ {
		plain = 'a' <= text[i] && text[i] <= 'z' || '0' <= text[i] && text[i] <= '9'
	}
	if plain {
		return text
	}
	out := make([]byte, 0, len(text))
	cut := -1 // where a possessive would begin
	for _, r := range norm.NFKD.String(text) {
		switch {
		case apostrophe(r):
			cut = len(out)
		case unicode.IsMark(r):
		default:
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	if cut > 0 && string(out[cut:]) == "s" {
		out = out[:cut]
	}
	return string(out)
}
