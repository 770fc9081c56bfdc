package language

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// idFound is a finding in bytes.
type idFound struct {
	kind       IdentifierKind
	start, end int
	because    string
	role       Role
	first      int // where the first word ends, on names
}

// bare is the finding's own text.
func (f idFound) bare(text string) string { return text[f.start:f.end] }

// idReader holds one text while it is looked at. The finders run one after another, the surest first, and each takes
// the words it explains, so that findings cannot overlap.
type idReader struct {
	text  string
	words []spanWord
	flags []nameFlag
	bits  []uint64 // the small groups that each word belongs to
	taken []bool   // a finding or a pseudonym has this word
	names []int    // for each word the number of the name it belongs to, from 1; 0 for none
	lists *nameLexicon
	rules *idRules
	found []idFound
	edges spanEdges
	small bool // typed without capitals throughout, as fast notes are
	// standIns are the pseudonyms that the text already has.
	standIns []pseudonymPlace
}

// find reads a text and runs every finder over it. The findings are the caller's; everything else is used again for
// the next text.
func (r *idReader) find(text string) []idFound {
	r.words = spanWordsInto(r.words[:0], text)
	r.flags, r.bits = slices.Grow(r.flags[:0], len(r.words)), slices.Grow(r.bits[:0], len(r.words))
	for i := range r.words {
		r.lookUp(text, r.words[i])
	}
	r.run(text)
	r.findJigsaws()
	idSort(r.found)
	return r.found
}

// lookUp adds what a word can be.
func (r *idReader) lookUp(text string, word spanWord) {
	var entry nameEntry
	if word.shape != shapeDigits {
		entry = r.lists.look(text[word.start:word.end])
	}
	r.flags, r.bits = append(r.flags, entry.flags), append(r.bits, entry.groups)
}

// run runs the finders over the words that have been read, and leaves what they found in order.
func (r *idReader) run(text string) {
	r.text, r.edges = text, spanEdges{text: text}
	r.found, r.standIns = make([]idFound, 0, len(r.words)/idRare+4), nil
	r.taken = slices.Grow(r.taken[:0], len(r.words))[:len(r.words)]
	r.names = slices.Grow(r.names[:0], len(r.words))[:len(r.words)]
	clear(r.taken)
	clear(r.names)
	r.markBeginnings()
	r.maskPseudonyms()
	for _, finder := range idFinders {
		finder(r)
	}
	r.widen()
}

// idRare is how many words there are to a finding in a text that is full of them; room is made for so many.
const idRare = 12

// idFinders run in this order, the surest first.
var idFinders = []func(*idReader){
	(*idReader).findWeb, (*idReader).findNumbers, (*idReader).findRoster, (*idReader).findLongPlaces,
	(*idReader).findAddresses, (*idReader).findSchools, (*idReader).findAttended, (*idReader).findAges, (*idReader).findNames,
	(*idReader).findPlaces,
}

// markBeginnings says where a capital is only that of a sentence, a line or a quotation.
func (r *idReader) markBeginnings() {
	begun, small := 0, 0
	for i := range r.words {
		gap := r.words[i].gap
		switch {
		case i == 0 || gap&(gapLine|gapBlank) != 0:
			r.words[i].begins = true
		case gap&gapStop != 0 && gap&gapSpace != 0:
			r.words[i].begins = !r.abbreviation(i-1) || gap&gapQuote != 0
		case gap&(gapQuote|gapColon) != 0 && gap&gapSpace != 0, gap&(gapOpen|gapBracket) != 0:
			r.words[i].begins = true
		}
		if r.words[i].begins {
			begun++
			if r.words[i].shape == shapeLower {
				small++
			}
		}
	}
	r.small = 3*small > 2*begun
}

// abbreviation says whether the full stop after a word is that of an abbreviation or an initial.
func (r *idReader) abbreviation(i int) bool {
	w := r.words[i]
	if i > 0 && r.flags[i-1]&flagStandIn != 0 && r.near(i) && standInLabel(r.text, w) {
		return false // Child A. begins nothing: the letter is no initial
	}
	if w.end-w.start == 1 && w.shape == shapeLower && (w.gap == gapStop || w.gap&gapOpen != 0 || r.bornStop(i)) {
		return true // d.o.b., (b. 1998) and twins b. 2 May
	}
	return r.flags[i]&flagAbbreviation != 0 || (w.end-w.start == 1 && w.shape == shapeTitle && r.text[w.start] != 'I')
}

// maskPseudonyms takes the words of pseudonyms and of the roster's codes, so that no finder sees them.
func (r *idReader) maskPseudonyms() {
	for i := range r.words {
		if r.flags[i]&flagStandIn != 0 && i+1 < len(r.words) && r.near(i+1) && standInLabel(r.text, r.words[i+1]) {
			r.taken[i], r.taken[i+1] = true, true
			r.standIns = append(r.standIns, pseudonymPlace{r.words[i].start, r.words[i+1].end})
		}
		if r.flags[i]&flagStandInTag != 0 && r.words[i].gap&gapBracket != 0 {
			r.maskTag(i)
		}
	}
	for i := 0; i < len(r.words); i++ {
		if n := r.rules.codes.match(r, i); n > 0 {
			for ; n > 0; n-- {
				r.taken[i+n-1] = true
			}
		}
	}
}

// maskTag takes everything in the brackets that begin before a word, where they are a pseudonym such as
// "[age 1: 5 to 9]" or a gap somebody left, such as "[name]".
func (r *idReader) maskTag(i int) {
	start := r.words[i].start - 1
	length := pseudonymTagLength(r.text[start:])
	if length > 0 {
		r.standIns = append(r.standIns, pseudonymPlace{start, start + length})
	}
	for end := start + length; i < len(r.words) && r.words[i].start < end; i++ {
		r.taken[i] = true
	}
}

// string gives a word as it is written, a closing 's left out.
func (r *idReader) string(i int) string { return r.text[r.words[i].start:r.words[i].end] }

// is says whether word i is one of some ASCII words, whatever its capitals; words beyond the text are none.
func (r *idReader) is(i int, words ...string) bool {
	if i < 0 || i >= len(r.words) {
		return false
	}
	own := r.string(i)
	for _, word := range words {
		if len(word) == len(own) && own[0]|0x20 == word[0]|0x20 && strings.EqualFold(own, word) {
			return true
		}
	}
	return false
}

// in says whether word i belongs to a small group of data/cues.txt.
func (r *idReader) in(i int, group nameGroup) bool {
	if i < 0 || i >= len(r.words) {
		return false
	}
	return r.bits[i]&(1<<group) != 0
}

// beforeIn looks back from word i for one of a small group, in the same sentence, at most so many words.
func (r *idReader) beforeIn(i, most int, group nameGroup) bool {
	for j := i - 1; j >= 0 && j >= i-most; j-- {
		if r.sentenceBreak(j + 1) {
			return false
		}
		if r.in(j, group) {
			return true
		}
	}
	return false
}

// has says whether a word that nothing has taken carries a flag.
func (r *idReader) has(i int, flags nameFlag) bool {
	return i >= 0 && i < len(r.words) && r.flags[i]&flags != 0 && !r.taken[i]
}

// can says what word i can be, taken or not; beyond the text, nothing.
func (r *idReader) can(i int) nameFlag {
	if i < 0 || i >= len(r.words) {
		return 0
	}
	return r.flags[i]
}

// free says whether word i exists and nothing has taken it.
func (r *idReader) free(i int) bool { return i >= 0 && i < len(r.words) && !r.taken[i] }

// near says whether only spaces stand before word i.
func (r *idReader) near(i int) bool { return i > 0 && i < len(r.words) && r.words[i].gap == gapSpace }

// gap is what stands before word i; beyond the text, a gap that nothing crosses.
func (r *idReader) gap(i int) spanGap {
	if i <= 0 || i >= len(r.words) {
		return gapBlank
	}
	return r.words[i].gap
}

func (r *idReader) shape(i int) spanShape {
	if i < 0 || i >= len(r.words) {
		return shapeForeign
	}
	return r.words[i].shape
}

// capital says whether word i begins with a capital: Sarah, SARAH.
func (r *idReader) capital(i int) bool {
	shape := r.shape(i)
	return shape == shapeTitle || shape == shapeUpper
}

func (r *idReader) digits(i int) bool { return r.free(i) && r.words[i].shape == shapeDigits }

// owner says whether word i ends in 's.
func (r *idReader) owner(i int) bool {
	return i >= 0 && i < len(r.words) && (r.words[i].after > r.words[i].end || r.bareApostrophe(i))
}

// bareApostrophe says whether a lone apostrophe follows a word in s: James' mum.
func (r *idReader) bareApostrophe(i int) bool {
	w := r.words[i]
	return i+1 < len(r.words) && r.words[i+1].gap&gapApostrophe != 0 && strings.HasSuffix(r.string(i), "s") &&
		spanApostrophe(r.text, w.end) > 0
}

// sentenceBreak says whether a sentence, line or bracket ends between word i-1 and word i.
func (r *idReader) sentenceBreak(i int) bool {
	if i <= 0 || i >= len(r.words) {
		return true
	}
	gap := r.words[i].gap
	return gap&(gapBlank|gapLine) != 0 || (gap&gapStop != 0 && gap&gapSpace != 0 && r.words[i].begins)
}

// within says whether word j, before i, is in the same sentence.
func (r *idReader) within(j, i int) bool {
	if j < 0 {
		return false
	}
	for ; i > j; i-- {
		if r.sentenceBreak(i) {
			return false
		}
	}
	return true
}

// before looks back from word i for a flag, in the same sentence, at most so many words.
func (r *idReader) before(i, most int, flags nameFlag) bool {
	for j := i - 1; j >= 0 && j >= i-most; j-- {
		if r.sentenceBreak(j + 1) {
			return false
		}
		if r.can(j)&flags != 0 {
			return true
		}
	}
	return false
}

// take makes a finding of words first to last, their closing 's left out.
func (r *idReader) take(kind IdentifierKind, first, last int, because string) {
	r.takeBytes(kind, r.words[first].start, r.words[last].end, first, because)
}

// takeBytes makes a finding of a stretch of bytes and takes every word in it; at is a word near its start.
func (r *idReader) takeBytes(kind IdentifierKind, start, end, at int, because string) {
	for at > 0 && r.words[at-1].after > start {
		at--
	}
	for ; at < len(r.words) && r.words[at].start < end; at++ {
		if r.words[at].after > start {
			r.taken[at] = true
		}
	}
	r.found = append(r.found, idFound{kind: kind, start: start, end: end, because: because})
}

// freeBytes says whether no finding has a word of a stretch of bytes yet.
func (r *idReader) freeBytes(start, end, at int) bool {
	for at > 0 && r.words[at-1].after > start {
		at--
	}
	for ; at < len(r.words) && r.words[at].start < end; at++ {
		if r.words[at].after > start && r.taken[at] {
			return false
		}
	}
	return true
}

// widen puts every finding on whole grapheme clusters, and drops what then lies on the one before.
func (r *idReader) widen() {
	idSort(r.found)
	kept, end := r.found[:0], 0
	for _, f := range r.found {
		f.start, f.end = r.edges.widen(f.start, f.end)
		if f.start < end {
			continue
		}
		kept, end = append(kept, f), f.end
	}
	r.found = kept
}

// byteBefore is the byte that stands before an offset, 0 at the start.
func (r *idReader) byteBefore(offset int) byte {
	if offset <= 0 {
		return 0
	}
	return r.text[offset-1]
}

// byteAt is the byte at an offset, 0 at the end.
func (r *idReader) byteAt(offset int) byte {
	if offset < 0 || offset >= len(r.text) {
		return 0
	}
	return r.text[offset]
}

// edgeAt says whether a word could begin or end at an offset, as far as the byte that follows it tells.
func (r *idReader) edgeAt(offset int) bool {
	b := r.byteAt(offset)
	if b >= utf8.RuneSelf {
		letter, _ := utf8.DecodeRuneInString(r.text[offset:])
		return spanLetter(letter) == 0
	}
	return spanASCII[b].letter == 0
}
