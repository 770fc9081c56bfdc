package language

import (
	"unicode"
	"unicode/utf8"
)

// spokenWord is one word as the rules see it. A contraction becomes two words
// ("you're" is "you" and "are"), so that a rule is written once.
type spokenWord struct {
	id         wordID    // 0 for a word that no table names
	class      wordClass // what kinds of word it can be
	start, end int       // bytes in the text
	pause      bool      // a comma, dash, colon or ellipsis stands before it
	capital    bool      // it begins with a capital
	hash       uint32    // of the lower-cased bytes, to see a repeated word
}

// spokenSentence is a run of words up to a full stop, a question mark, an
// exclamation mark, a line end or the end of the text.
type spokenSentence struct {
	from, to  int
	question  bool // ends with a question mark
	stopped   bool // ends with any mark at all
	exclaimed bool
}

// spokenText is an utterance read into words: hesitations ("um"), transcriber's
// notes in brackets and words said twice are left out.
type spokenText struct {
	words     []spokenWord
	sentences []spokenSentence
}

// noteLimit is the longest transcriber's note that is passed over, in bytes.
const noteLimit = 60

// spokenReader walks the text once.
type spokenReader struct {
	text    string
	rules   *formTables
	out     spokenText
	first   int // first word of the sentence being read
	pause   bool
	scratch []byte
}

// readSpoken reads text into words and sentences in one pass.
func readSpoken(text string) spokenText {
	reader := &spokenReader{text: text, rules: tables()}
	reader.out.words = make([]spokenWord, 0, len(text)/4+4)
	at := reader.skipSpeaker()
	for at < len(text) {
		at = reader.step(at)
	}
	reader.endSentence(0)
	markFillers(reader.rules, reader.out)
	return reader.out
}

// skipSpeaker passes a transcript's speaker label ("Worker:") at the start.
func (r *spokenReader) skipSpeaker() int {
	words, inWord := 0, false
	for at := 0; at < len(r.text) && at < 24; at++ {
		c := r.text[at]
		switch {
		case c == ':':
			if words == 0 || words > 2 || r.text[0] < 'A' || r.text[0] > 'Z' {
				return 0
			}
			return at + 1
		case isASCIIWord(c):
			if !inWord {
				words++
			}
			inWord = true
		case c == ' ':
			inWord = false
		default:
			return 0
		}
	}
	return 0
}

// step reads one word, mark or space at a byte offset and returns the next.
func (r *spokenReader) step(at int) int {
	c := r.text[at]
	if isASCIIWord(c) {
		return r.word(at)
	}
	if c >= utf8.RuneSelf {
		return r.stepRune(at)
	}
	switch c {
	case '.':
		return r.fullStop(at)
	case '?', '!':
		r.endSentence(c)
	case '\n':
		r.endSentence('.')
	case ',', ';', ':':
		r.pause = true
	case '-':
		if at+1 < len(r.text) && r.text[at+1] == '-' || at > 0 && r.text[at-1] == ' ' {
			r.pause = true
		}
	case '[', '<', '(':
		return r.note(at, c)
	}
	return at + 1
}

// stepRune handles a character outside ASCII: a letter begins a word, dashes
// and the ellipsis are pauses, everything else parts words.
func (r *spokenReader) stepRune(at int) int {
	c, size := utf8.DecodeRuneInString(r.text[at:])
	switch {
	case c == '…':
		return r.ellipsis(at + size)
	case c == '–' || c == '—':
		r.pause = true
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		return r.word(at)
	}
	return at + size
}

// fullStop tells the end of a sentence from a decimal point, an ellipsis and
// the stop after a short title or an initial.
func (r *spokenReader) fullStop(at int) int {
	end := at
	for end < len(r.text) && r.text[end] == '.' {
		end++
	}
	if end-at > 1 {
		return r.ellipsis(end)
	}
	if end < len(r.text) && isASCIIWord(r.text[end]) {
		return end
	}
	if n := len(r.out.words); n > r.first {
		last := r.out.words[n-1]
		if last.end == at && last.class&classTitle != 0 {
			return end
		}
	}
	r.endSentence('.')
	return end
}

// ellipsis ends a sentence when a capital follows ("I... What now"), and is
// otherwise a pause.
func (r *spokenReader) ellipsis(at int) int {
	next := at
	for next < len(r.text) && r.text[next] == ' ' {
		next++
	}
	r.pause = true
	if next+1 < len(r.text) && r.text[next] >= 'A' && r.text[next] <= 'Z' && isASCIIWord(r.text[next+1]) {
		r.endSentence('.')
	}
	return at
}

// note passes a transcriber's note ("[laughs]", "(inaudible)"). Longer
// brackets hold speech and are read as such.
func (r *spokenReader) note(at int, open byte) int {
	closing := map[byte]byte{'[': ']', '<': '>', '(': ')'}[open]
	limit := noteLimit
	if open == '(' {
		limit = noteLimit / 3
	}
	for end := at + 1; end < len(r.text) && end-at < limit; end++ {
		if r.text[end] == closing {
			return end + 1
		}
	}
	r.pause = true
	return at + 1
}

// word reads one word and adds it, or both halves of a contraction.
func (r *spokenReader) word(at int) int {
	end, apostrophe := r.wordEnd(at)
	if cut := end; cut < len(r.text) && r.text[cut] == '-' && cut-at <= 3 && !r.joins(cut) {
		if r.text[at]|0x20 != 'i' || cut-at > 1 {
			return cut + 1 // "wh- what": a word broken off
		}
	}
	key := r.key(at, end)
	if entry, ok := r.rules.lexicon[string(key)]; ok {
		r.add(entry, at, end)
		return end
	}
	if apostrophe > at {
		r.contraction(at, apostrophe, end)
		return end
	}
	r.add(lexEntry{first: wordInfo{class: classBySuffix(key)}}, at, end)
	return end
}

// joins says whether the hyphen at a byte offset joins two halves of a word.
func (r *spokenReader) joins(hyphen int) bool {
	return hyphen+1 < len(r.text) && isASCIIWord(r.text[hyphen+1])
}

// wordEnd returns where the word at a byte offset ends and where its last
// apostrophe stands (0 where there is none).
func (r *spokenReader) wordEnd(at int) (end, apostrophe int) {
	end = at
	for end < len(r.text) {
		c := r.text[end]
		switch {
		case isASCIIWord(c):
			end++
		case c == '\'' || c == '-':
			if end == at || !r.joins(end) {
				return end, apostrophe
			}
			if c == '\'' {
				apostrophe = end
			}
			end++
		case c < utf8.RuneSelf:
			return end, apostrophe
		default:
			ch, size := utf8.DecodeRuneInString(r.text[end:])
			if ch == '’' {
				if !r.joins(end + size - 1) {
					return end, apostrophe
				}
				apostrophe = end
			} else if !unicode.IsLetter(ch) && !unicode.IsMark(ch) && !unicode.IsDigit(ch) {
				return end, apostrophe
			}
			end += size
		}
	}
	return end, apostrophe
}

// key returns the word in lower case with a straight apostrophe, in a buffer
// that the next call overwrites. Only ASCII letters are lowered: the tables
// hold no others.
func (r *spokenReader) key(at, end int) []byte {
	r.scratch = r.scratch[:0]
	for i := at; i < end; i++ {
		c := r.text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == 0xE2 && i+2 < end && r.text[i:i+3] == "’":
			c, i = '\'', i+2
		}
		r.scratch = append(r.scratch, c)
	}
	return r.scratch
}

// contraction splits a word that the tables do not hold whole: "mum's",
// "Sarah'll", "needn't".
func (r *spokenReader) contraction(at, apostrophe, end int) {
	second, known := r.rules.lexicon[string(r.key(apostrophe, end))]
	head := r.key(at, apostrophe)
	entry := r.rules.lexicon[string(head)]
	if entry.first.id == 0 {
		entry = lexEntry{first: wordInfo{class: classBySuffix(head)}}
	}
	if known {
		entry.second = second.first
	}
	r.add(entry, at, end)
}

// add puts a word, or the two words of a contraction (which share one place in
// the text), at the end. Hesitations are dropped; so is a word or a run of up
// to four words said twice.
func (r *spokenReader) add(entry lexEntry, at, end int) {
	if entry.first.class&classHesitation != 0 {
		return
	}
	capital := r.text[at] >= 'A' && r.text[at] <= 'Z'
	word := spokenWord{id: entry.first.id, class: entry.first.class, start: at, end: end, pause: r.pause, capital: capital}
	r.pause = false
	r.append(word)
	if entry.second.id != 0 {
		r.append(spokenWord{id: entry.second.id, class: entry.second.class, start: at, end: end})
	}
}

// append adds one word and takes back a repetition that it completes.
func (r *spokenReader) append(word spokenWord) {
	word.hash = lowerHash(r.text[word.start:word.end])
	r.out.words = append(r.out.words, word)
	words := r.out.words[r.first:]
	for run := 1; run <= 4 && 2*run <= len(words); run++ {
		if sameRun(words[len(words)-2*run:len(words)-run], words[len(words)-run:]) {
			objectBefore := len(words) > 2 && words[len(words)-3].class&classPrep != 0 // "okay with you, you could"
			if run == 1 && (word.class&classDoubling != 0 || word.pause && objectBefore) {
				continue
			}
			r.out.words = r.out.words[:len(r.out.words)-run]
			return
		}
	}
}

// sameRun says whether two runs hold the same words.
func sameRun(a, b []spokenWord) bool {
	for i := range a {
		if a[i].id != b[i].id || a[i].id == 0 && a[i].hash != b[i].hash {
			return false
		}
	}
	return true
}

// endSentence closes the sentence being read, if it has words. The mark is 0
// at the end of the text.
func (r *spokenReader) endSentence(mark byte) {
	r.pause = false
	if len(r.out.words) > r.first {
		r.out.sentences = append(r.out.sentences, spokenSentence{
			from: r.first, to: len(r.out.words), question: mark == '?', stopped: mark != 0, exclaimed: mark == '!',
		})
		r.first = len(r.out.words)
	}
}

// isASCIIWord says whether a byte is an ASCII letter or digit.
func isASCIIWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// lowerHash is FNV-1a over the bytes with ASCII letters lowered (Fowler, Noll
// and Vo, 1991); it only compares neighbours, so a rare clash costs one word.
func lowerHash(text string) uint32 {
	hash := uint32(2166136261)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		hash = (hash ^ uint32(c)) * 16777619
	}
	return hash
}
