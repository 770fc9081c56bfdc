package language

import (
	"strings"
	"unicode/utf8"
)

// sentenceAbbreviations end in a full stop that ends no sentence. Single letters are initials.
const sentenceAbbreviations = " mr mrs ms dr st prof rev revd no nos vs eg ie etc approx sgt cllr fig al inc para jr sr " +
	"ref tel dept hon s ss art reg regs "

// Sentences gives the sentences of a text: runs that end at a full stop, question or exclamation mark, or a line end.
// The stop of an abbreviation or an initial ends none ("Mr. Hall", "s. 47"). Spaces between sentences belong to neither.
func Sentences(text string) []Span {
	words := spanWords(text)
	counter := newSpanCounter(text)
	var sentences []Span
	for first := 0; first < len(words); {
		last := first
		for last+1 < len(words) && !sentenceEnds(text, words, last+1) {
			last++
		}
		end := len(text)
		if last+1 < len(words) {
			end = words[last+1].start
		}
		start := words[first].start
		if first == 0 {
			start = spanMark(text)
			start += len(text[start:]) - len(strings.TrimLeft(text[start:], " \t\r\n"))
		}
		end = words[last].after + len(sentenceTail(text[words[last].after:end]))
		sentences = append(sentences, Span{Start: counter.codePointAt(start), End: counter.codePointAt(end)})
		first = last + 1
	}
	return sentences
}

// sentenceTail cuts what follows the last word of a sentence at the first space or line end: closing marks stand close,
// and a bullet or an opening quotation mark belongs to the next sentence.
func sentenceTail(tail string) string {
	if cut := strings.IndexAny(tail, " \t\r\n"); cut >= 0 {
		return tail[:cut]
	}
	return tail
}

// sentenceEnds says whether a sentence ends between word i-1 and word i.
func sentenceEnds(text string, words []spanWord, i int) bool {
	gap := words[i].gap
	if gap&(gapLine|gapBlank) != 0 {
		return true
	}
	return gap&gapStop != 0 && gap&gapSpace != 0 && !sentenceAbbreviation(text, words[i-1])
}

func sentenceAbbreviation(text string, word spanWord) bool {
	n := word.end - word.start
	if n == 1 && (word.shape == shapeTitle && text[word.start] != 'I' || word.shape == shapeLower && word.gap == gapStop) {
		return true // J. Smith, e.g.
	}
	return n <= 6 && word.after < len(text) && text[word.after] == '.' &&
		strings.Contains(sentenceAbbreviations, " "+strings.ToLower(text[word.start:word.end])+" ")
}

// paragraphAround gives the paragraph at a code point and the code point at which it begins. A paragraph ends at a line
// end; a code point beyond the text means the last one.
func paragraphAround(text string, codePoint int) (paragraph string, from int) {
	mark := spanMark(text)
	at := newSpanCounter(text).byteAt(codePoint)
	start := max(mark, strings.LastIndexByte(text[:at], '\n')+1)
	end := len(text)
	if cut := strings.IndexByte(text[at:], '\n'); cut >= 0 {
		end = at + cut
	}
	return text[start:end], newSpanCounter(text).codePointAt(start)
}

// foldSpaced lower-cases a text, takes off its accents and writes its words with one space between, so that what was
// disagreed with once is known again in other dress.
func foldSpaced(text string) string {
	var scratch [64]byte
	if folded, ok := foldPlain(scratch[:0], text); ok {
		return string(folded)
	}
	var out strings.Builder
	for i, word := range spanWords(text) {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(nameFold(text[word.start:word.end]))
	}
	if out.Len() == 0 {
		return text
	}
	return out.String()
}

// foldPlain folds a short text of ASCII letters, digits, spaces and hyphens, which most are, without looking for words.
func foldPlain(buffer []byte, text string) ([]byte, bool) {
	if len(text) > cap(buffer) {
		return nil, false
	}
	for i := range len(text) {
		b := text[i]
		if b >= utf8.RuneSelf {
			return nil, false
		}
		switch letter := spanASCII[b].letter; {
		case letter == letterUpper:
			buffer = append(buffer, b+'a'-'A')
		case letter != 0:
			buffer = append(buffer, b)
		case (b == ' ' || b == '-') && len(buffer) > 0 && buffer[len(buffer)-1] != ' ' && i+1 < len(text):
			buffer = append(buffer, ' ')
		default:
			return nil, false
		}
	}
	return buffer, len(buffer) > 0
}
