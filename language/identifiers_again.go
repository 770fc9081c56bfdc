package language

// findAgain runs the finders over a text of which parts were read before, as words; combinations are not looked for,
// since they belong to the text as it was. Where the parts meet words are read
// anew; reading goes from left to right and looks a few bytes ahead, so it has caught up as soon as it comes to a word
// that was there before, and words that end well inside a part can be taken over.
func (r *idReader) findAgain(masked string, parts []idPart, before idWords) []idFound {
	words := before.words
	r.words, r.flags, r.bits = r.words[:0], r.flags[:0], r.bits[:0]
	k, part := 0, 0
	for at := spanMark(masked); ; {
		word, found := spanNext(masked, at)
		if !found {
			r.run(masked)
			return r.found
		}
		r.words = append(r.words, word)
		r.lookUp(masked, word)
		at = word.after
		for part+1 < len(parts) && parts[part+1].masked <= word.start {
			part++
		}
		shift := parts[part].masked - parts[part].original
		for k < len(words) && words[k].start+shift < word.start {
			k++
		}
		if k == len(words) || words[k].start+shift != word.start || words[k].after+shift != word.after {
			continue
		}
		from := k + 1
		k = before.until(from, parts[part].original+parts[part].length-spanAhead)
		if k > from {
			r.takeOver(before, from, k, shift)
			at = words[k-1].after + shift
		}
	}
}

// until is the first word from a word on that does not end before an offset.
func (w idWords) until(from, offset int) int {
	for from < len(w.words) && w.words[from].after < offset {
		from++
	}
	return from
}

// takeOver adds words that were read before, at their places in the text of now.
func (r *idReader) takeOver(before idWords, from, to, shift int) {
	r.flags, r.bits = append(r.flags, before.flags[from:to]...), append(r.bits, before.bits[from:to]...)
	added := len(r.words)
	r.words = append(r.words, before.words[from:to]...)
	for i := added; i < len(r.words); i++ {
		word := &r.words[i]
		word.start, word.end, word.after, word.begins = word.start+shift, word.end+shift, word.after+shift, false
	}
}

// idWords are the words of a text that has been read, with what each can be.
type idWords struct {
	words []spanWord
	flags []nameFlag
	bits  []uint64
}

// letGo gives what has been read, and makes room for the words of the text with so many parts of it replaced.
func (r *idReader) letGo(parts int) idWords {
	read := idWords{r.words, r.flags, r.bits}
	n := len(r.words) + standInWords*parts
	r.words, r.flags, r.bits = make([]spanWord, 0, n), make([]nameFlag, 0, n), make([]uint64, 0, n)
	return read
}

// standInWords is how many words a pseudonym has at most more than what it stands for, all but a few.
const standInWords = 2
