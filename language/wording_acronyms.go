package language

import "strings"

// acronym reports letters that stand for something where they first come, unless the words stand beside them or came
// before. A quotation may use them, and counts as their first use.
func (r *wordReader) acronym(i int, quoted bool) {
	letters, end := r.letters(i)
	if letters == "" || r.seen[letters] || r.index.everyday[letters] {
		return
	}
	entry := r.index.acronyms[letters]
	if entry == nil && !r.unknownLetters(i, letters) {
		return
	}
	r.seen[letters] = true
	if quoted || r.spelledBeside(i, letters) || r.shouted(i) {
		return
	}
	finding := WordFinding{Kind: WordAcronym, Because: becauseUnknownAcronym}
	if entry != nil {
		finding = wordFinding([]*wordEntry{entry})
	}
	r.found = append(r.found, wordMatch{r.words[i].start, end, finding})
}

// letters gives the acronym at word i without the s of a plural, and where it ends. Letters joined by "&" or "/" are
// left alone.
func (r *wordReader) letters(i int) (string, int) {
	w := r.words[i]
	word := r.text[w.start:w.end]
	if r.index.acronyms[word] != nil {
		return word, w.end
	}
	if w.shape != shapeUpper || len(word) < 2 || len(word) > 8 || w.gap&gapAnd != 0 || r.nextGap(i)&gapAnd != 0 {
		return "", 0
	}
	if letters, found := strings.CutSuffix(word, "s"); found {
		return letters, w.end
	}
	return word, w.end
}

func (r *wordReader) nextGap(i int) spanGap {
	if i+1 >= len(r.words) {
		return 0
	}
	return r.words[i+1].gap
}

// unknownLetters says whether letters that no row has are an acronym all the same: three or more, no word in capitals,
// no Roman number, no part of a code, and not beside other words in capitals.
func (r *wordReader) unknownLetters(i int, letters string) bool {
	const tight = gapHyphen | gapSlash | gapAt | gapApostrophe
	switch {
	case len(letters) < 3 || len(letters) > 6 || strings.Trim(letters, "IVXLCDM") == "" || strings.Trim(letters, "X") == "":
		return false
	case r.codeAt(i-1) || r.codeAt(i+1): // the second half of a registration, a class, a form
		return false
	case r.words[i].gap == gapHyphen || r.nextGap(i)&tight != 0 && r.nextGap(i)&gapSpace == 0:
		return false
	case nameLists().plain(strings.ToLower(letters)) || nameLists().look(letters).flags&(flagGiven|flagFamily|flagNot|flagPlace) != 0:
		return false
	}
	return !r.capitalsAt(i-1) && !r.capitalsAt(i+1)
}

func (r *wordReader) codeAt(i int) bool {
	return i >= 0 && i < len(r.words) && (r.words[i].shape == shapeJoined || r.words[i].shape == shapeDigits)
}

func (r *wordReader) capitalsAt(i int) bool {
	return i >= 0 && i < len(r.words) && r.words[i].shape == shapeUpper && r.words[i].end-r.words[i].start > 1 &&
		r.index.acronyms[r.text[r.words[i].start:r.words[i].end]] == nil
}

// spelledBeside says whether the words whose first letters these are stand before them, as in "independent reviewing
// officer (IRO)", or after them in brackets.
func (r *wordReader) spelledBeside(i int, letters string) bool {
	if r.words[i].gap&gapOpen != 0 && r.initialsBefore(i, letters) {
		return true
	}
	return r.nextGap(i)&gapOpen != 0 && r.initialsAfter(i+1, letters)
}

// initialsBefore reads back from word i and lets small words be passed over.
func (r *wordReader) initialsBefore(i int, letters string) bool {
	left := strings.ToLower(letters)
	for j, steps := i-1, 0; left != "" && j >= 0 && steps < 2*len(letters)+2; j, steps = j-1, steps+1 {
		first := r.folded(j)
		switch {
		case first != "" && first[0] == left[len(left)-1]:
			left = left[:len(left)-1]
		case len(first) > 3:
			return false
		}
	}
	return left == ""
}

func (r *wordReader) initialsAfter(i int, letters string) bool {
	left := strings.ToLower(letters)
	for steps := 0; left != "" && i < len(r.words) && steps < 2*len(letters)+2; i, steps = i+1, steps+1 {
		first := r.folded(i)
		switch {
		case first != "" && first[0] == left[0]:
			left = left[1:]
		case len(first) > 3:
			return false
		}
	}
	return left == ""
}

// shouted says whether word i is on a line in capitals throughout, where letters tell nothing.
func (r *wordReader) shouted(i int) bool {
	start := strings.LastIndexByte(r.text[:r.words[i].start], '\n') + 1
	line := r.text[start:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	return len(line) < 200 && shouting(line)
}
