package language

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// spanGap says what stands between two words, as a set.
type spanGap uint32

const (
	gapSpace spanGap = 1 << iota
	gapLine
	gapBlank
	gapStop
	gapComma
	gapSemicolon
	gapColon
	gapHyphen
	gapDash
	gapOpen
	gapClose
	gapQuote
	gapSlash
	gapAt
	gapPlus
	gapAnd
	gapApostrophe
	gapBracket
	gapOther
)

// spanShape says how a word is written.
type spanShape uint8

const (
	shapeLower   spanShape = iota // sarah
	shapeTitle                    // Sarah, O'Neill, McDonald
	shapeUpper                    // SARAH, I
	shapeMixed                    // sArah
	shapeDigits                   // 1234
	shapeJoined                   // 7yo, SW1A, s47
	shapeForeign                  // letters of a script without capitals
)

// spanWord is one word or number of a text. Apostrophes belong to it, hyphens and full stops do not; a closing 's is
// left out of end and kept in after.
type spanWord struct {
	start, end, after int
	gap               spanGap // what stands before it
	shape             spanShape
	begins            bool // stands where a sentence, a line or a quotation begins, so that its capital says nothing
}

const (
	letterLower = 1 << iota
	letterUpper
	letterDigit
	letterOther
)

// spanWords cuts a text into words in one pass.
func spanWords(text string) []spanWord {
	return spanWordsInto(nil, text)
}

// spanWordsInto adds the words of a text to a slice.
func spanWordsInto(words []spanWord, text string) []spanWord {
	words = slices.Grow(words, len(text)/5+8)
	at := spanMark(text)
	for {
		word, found := spanNext(text, at)
		if !found {
			return words
		}
		words = append(words, word)
		at = word.after
	}
}

// spanAhead is more bytes than reading a word ever looks beyond its end: an apostrophe and the letter after it.
const spanAhead = 8

// spanNext reads the first word at or after an offset.
func spanNext(text string, at int) (spanWord, bool) {
	gap, start := spanGapAfter(text, at)
	if start >= len(text) {
		return spanWord{}, false
	}
	word := spanWordAt(text, start)
	word.gap = gap
	return word, true
}

// spanGapAfter reads what is not a word from an offset, and says where the next word starts.
func spanGapAfter(text string, at int) (spanGap, int) {
	var gap spanGap
	lines := 0
	for at < len(text) {
		b := text[at]
		if b < utf8.RuneSelf {
			class := spanASCII[b]
			if class.letter != 0 {
				break
			}
			if b == '\n' || (b == '\r' && (at+1 >= len(text) || text[at+1] != '\n')) {
				lines++
			}
			gap |= class.gap
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if spanLetter(r) != 0 && !spanJoins(r) {
			break
		}
		gap |= spanGapOf(r)
		at += size
	}
	if lines > 1 {
		gap |= gapBlank
	}
	return gap, at
}

func spanWordAt(text string, start int) spanWord {
	seen, first, upper, lower, at := uint8(0), uint8(0), 0, 0, start
	for at < len(text) {
		kind, size := uint8(0), 1
		if b := text[at]; b < utf8.RuneSelf {
			kind = spanASCII[b].letter
		} else {
			kind, size = spanLetterAt(text, at)
		}
		if kind == 0 {
			size = spanApostrophe(text, at)
			if size == 0 || !spanLettersBoth(text, at, size) {
				break
			}
			at += size
			continue
		}
		if first == 0 {
			first = kind
		}
		switch kind {
		case letterUpper:
			upper++
		case letterLower:
			lower++
		}
		seen |= kind
		at += size
	}
	word := spanWord{start: start, end: at, after: at}
	word.end = start + spanOwnerless(text[start:at])
	word.shape = spanShapeOf(seen, first, upper)
	if upper > 1 && lower == 1 && upper+1 == word.end-word.start && text[word.end-1] == 's' {
		word.shape = shapeUpper // IROs, NQSWs
	}
	return word
}

func spanShapeOf(seen, first uint8, upper int) spanShape {
	switch {
	case seen == letterDigit:
		return shapeDigits
	case seen&letterDigit != 0:
		return shapeJoined
	case seen&(letterLower|letterUpper) == 0:
		return shapeForeign
	case seen&letterUpper == 0:
		return shapeLower
	case seen&letterLower == 0 && upper > 1:
		return shapeUpper
	case first == letterUpper:
		return shapeTitle
	}
	return shapeMixed
}

// spanOwnerless is the length of a word without a closing 's.
func spanOwnerless(word string) int {
	n := len(word)
	if n < 3 || (word[n-1] != 's' && word[n-1] != 'S') {
		return n
	}
	switch {
	case word[n-2] == '\'':
		return n - 2
	case n > 4 && word[n-4:n-1] == "’":
		return n - 4
	}
	return n
}

// spanApostrophe is the length of an apostrophe at an offset, 0 where there is none.
func spanApostrophe(text string, at int) int {
	if text[at] == '\'' {
		return 1
	}
	if text[at] == "’"[0] && len(text)-at > 3 && text[at:at+3] == "’" {
		return 3
	}
	return 0
}

func spanLettersBoth(text string, at, size int) bool {
	if at+size >= len(text) || at == 0 {
		return false
	}
	next, _ := spanLetterAt(text, at+size)
	before := text[at-1]
	return next&(letterLower|letterUpper|letterOther) != 0 &&
		(before >= utf8.RuneSelf || spanASCII[before].letter&(letterLower|letterUpper) != 0)
}

func spanLetterAt(text string, at int) (kind uint8, size int) {
	b := text[at]
	if b < utf8.RuneSelf {
		return spanASCII[b].letter, 1
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	return spanLetter(r), size
}

func spanLetter(r rune) uint8 {
	switch {
	case r == utf8.RuneError:
		return 0
	case unicode.IsLower(r):
		return letterLower
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return letterUpper
	case unicode.IsLetter(r), spanJoins(r):
		return letterOther
	case unicode.IsDigit(r):
		return letterOther // digits of other scripts belong to no UK format
	}
	return 0
}

// spanJoins says whether a character goes on a word but cannot begin one: an accent, a joiner.
func spanJoins(r rune) bool { return unicode.IsMark(r) || r == '\u200c' || r == '\u200d' }

func spanGapOf(r rune) spanGap {
	switch r {
	case '\u00a0', '\u2007', '\u202f', '\u2009', '\u200b', '\ufeff':
		return gapSpace
	case '\u2028', '\u2029', '\u0085':
		return gapLine | gapSpace
	case '…':
		return gapStop
	case '–', '—', '−':
		return gapDash
	case '‐', '‑':
		return gapHyphen
	case '“', '”', '„', '«', '»', '‹', '›':
		return gapQuote
	case '‘', '’':
		return gapQuote | gapApostrophe
	}
	if unicode.IsSpace(r) {
		return gapSpace
	}
	return gapOther
}

type spanClass struct {
	letter uint8
	gap    spanGap
}

var spanASCII = spanClasses()

func spanClasses() (table [utf8.RuneSelf]spanClass) {
	for b := range table {
		r := rune(b)
		switch {
		case r >= 'a' && r <= 'z':
			table[b].letter = letterLower
		case r >= 'A' && r <= 'Z':
			table[b].letter = letterUpper
		case r >= '0' && r <= '9':
			table[b].letter = letterDigit
		default:
			table[b].gap = gapOther
		}
	}
	for class, members := range map[spanGap]string{
		gapSpace: " \t\v\f", gapLine | gapSpace: "\r\n", gapStop: ".!?", gapComma: ",", gapSemicolon: ";",
		gapColon: ":", gapHyphen: "-", gapOpen: "(", gapClose: ")", gapQuote: "\"", gapSlash: "/\\",
		gapAt: "@", gapPlus: "+", gapAnd: "&", gapApostrophe: "'", gapBracket: "[]{}<>",
	} {
		for _, r := range members {
			table[r].gap = class
		}
	}
	return table
}
