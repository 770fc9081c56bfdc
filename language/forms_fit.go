package language

// questionFits says whether a question rule that matched the words from..end
// holds in this sentence.
func (r *actReader) questionFits(at clause, rule *compiledRule, from, end int) bool {
	if rule.flags&flagMark != 0 && (!at.question || r.stemAt(at, from)) {
		return false
	}
	if rule.flags&flagStart != 0 && !at.first && !at.question || rule.flags&flagPause != 0 && !r.text.words[from].pause {
		return false
	}
	return rule.flags&flagCleft == 0 || at.question || !r.cleft(at, end)
}

// stemAt says whether a certain reflection begins at a word.
func (r *actReader) stemAt(at clause, from int) bool {
	for _, rule := range r.rules.statements.starting(r.text.words[from]) {
		if rule.flags&flagStem == 0 {
			continue
		}
		if _, ok := rule.match(r.text.words, from, at.to); ok {
			return true
		}
	}
	return false
}

// cleft says whether "is" follows soon, which makes a statement of what began
// like a question: "what worries me is ...".
func (r *actReader) cleft(at clause, from int) bool {
	for i := from; i < at.to-1 && i < from+9; i++ {
		word, before := r.text.words[i], r.text.words[i-1]
		if word.pause && i > from {
			return false
		}
		if word.class&classCopula != 0 && before.class&(classWh|classSub) == 0 && !r.headsClause(at, i-1) {
			return true
		}
	}
	return false
}

// pastInversion returns the end of a question's opening, stretched over the
// verb and subject that belong to it: "what kinds of things | have you".
func (r *actReader) pastInversion(at clause, from, end int) int {
	words := r.text.words
	if words[from].class&classWh == 0 {
		return end
	}
	for i := from + 1; i+1 < at.to && i < from+7; i++ {
		if words[i].pause && words[from+1].class&classAbout != 0 {
			return end
		}
		if words[i].class&(classDo|classBe|classHave|classModal) != 0 && words[i+1].class&(classSubject|classPoss) != 0 {
			return max(end, i+2)
		}
	}
	return end
}

// statementFits says whether a statement rule that matched holds here.
func (r *actReader) statementFits(at clause, rule *compiledRule, from, end int) bool {
	return r.placeFits(at, rule) && r.topicFits(at, rule, from, end) && r.lengthFits(at, rule, from)
}

// placeFits says whether a statement rule may hold where the clause stands: what joins it to the one before, whether it
// is the first, how the sentence ends.
func (r *actReader) placeFits(at clause, rule *compiledRule) bool {
	switch {
	case rule.flags&flagUnlessSo != 0 && (at.linkSo || at.linkAnd):
		return false
	case rule.flags&flagFirst != 0 && (!at.first || at.linkAnd):
		return false
	}
	return rule.flags&flagMark == 0 || at.question
}

// topicFits says whether a statement rule may hold for what the clause speaks of.
func (r *actReader) topicFits(at clause, rule *compiledRule, from, end int) bool {
	if rule.flags&flagUnlessYou != 0 && r.meansYou(at, from) {
		return false
	}
	doubtful := rule.kind == actReflection && rule.weight < 2*reflectionLine
	return !doubtful || !r.topicOnly(at, from, end)
}

// lengthFits says whether a rule for fragments has one before it, and a rule for whole statements one that did not
// break off.
func (r *actReader) lengthFits(at clause, rule *compiledRule, from int) bool {
	if rule.flags&flagFragment != 0 {
		head := r.text.words[from].class
		if at.exclaimed || !r.verbless(at, from) || head&classMarker != 0 && head&classMood != 0 {
			return false
		}
	}
	return rule.flags&flagContent == 0 || at.to-from >= brokenOff || r.text.words[at.to-1].class&classDangle == 0
}

// brokenOff is more words than a statement has that broke off: "and the, um, the".
const brokenOff = 5

// meansYou says whether the clause is about this person: "for you", "to you",
// "you feel".
func (r *actReader) meansYou(at clause, from int) bool {
	for i := from + 1; i < at.to && i < from+14; i++ {
		word := r.text.words[i]
		if word.id != r.rules.you {
			continue
		}
		if r.text.words[i-1].class&(classPrep|classStir|classTell) != 0 {
			return true
		}
		if i+1 < at.to && r.text.words[i+1].class&classLonging != 0 {
			return true
		}
	}
	return r.speaksOfFeeling(at, from)
}

// topicOnly says whether the clause is only what the following question is
// about: "and your husband, how does he feel".
func (r *actReader) topicOnly(at clause, from, end int) bool {
	for i := from + 1; i < at.to && i < from+7; i++ {
		word := r.text.words[i]
		if word.pause {
			return i >= end && word.class&(classWh|classDo|classBe|classHave|classModal) != 0
		}
		if word.class&(classBe|classHave|classDo|classModal|classPast|classStir|classMental) != 0 {
			return false
		}
	}
	return false
}

// speaksOfFeeling says whether a clause holds a word for what is felt or hard.
func (r *actReader) speaksOfFeeling(at clause, from int) bool {
	for i := from; i < at.to && i < from+contentReach; i++ {
		word := r.text.words[i]
		if i > from && word.pause {
			return false
		}
		if word.class&(classMood|classHard) != 0 && word.class&classEval == 0 {
			return true
		}
	}
	return false
}

// fragmentReach is more words than a fragment has.
const fragmentReach = 10

// verbless says whether nothing from a word to the next pause could be the verb
// of a full sentence, the words are few, and they do not break off.
func (r *actReader) verbless(at clause, from int) bool {
	to := from + 1
	for to < at.to && to < from+fragmentReach && !r.text.words[to].pause {
		to++
	}
	for i := from; i < to; i++ {
		class := r.text.words[i].class
		if class&(classBe|classHave|classDo|classModal) != 0 {
			return false
		}
		if i > from && i+1 < to && class&classSubject != 0 && r.text.words[i-1].class&classPrep == 0 {
			next := r.text.words[i+1].class
			if class&classDet == 0 || next&(classStir|classMental|classPast|classPlain) != 0 {
				return false
			}
		}
	}
	return to-from < fragmentReach && r.text.words[to-1].class&classDangle == 0
}

// reflectedIn says whether the sentence has handed something back already.
func (r *actReader) reflectedIn(at clause) bool {
	n := len(r.acts)
	return n > 0 && r.acts[n-1].sentence == at.sentence && r.acts[n-1].kind == actReflection && r.acts[n-1].weight >= reflectionLine
}

// inTheirVoice says whether an inversion is only the other person's own words
// being handed back: "you're thinking, is this ever going to end".
func (r *actReader) inTheirVoice(at clause, from int) bool {
	if from == at.from || len(r.acts) == 0 || !r.voicedBefore(at, from) {
		return false
	}
	for i := from; i < at.to && i < from+4; i++ {
		if r.text.words[i].class&classYou != 0 {
			return false
		}
	}
	last := r.acts[len(r.acts)-1]
	return last.kind == actReflection && last.sentence == at.sentence
}

// voicedBefore says whether a word such as "thinking" stands before word i, an exclamation between them or not: "you're
// like, gosh, what do I do".
func (r *actReader) voicedBefore(at clause, i int) bool {
	for i > at.from+1 && r.text.words[i-1].class&classMarker != 0 && r.text.words[i-1].class&classVoice == 0 {
		i--
	}
	return r.text.words[i-1].class&classVoice != 0
}

// narrow returns a request's flags, closed after all where what it asks for is
// a number, a time, a place or a name.
func (r *actReader) narrow(at clause, found act) actFlags {
	if found.flags&flagNarrow == 0 {
		return found.flags
	}
	words := r.text.words
	for i := found.from + 1; i < at.to && i < found.to+4; i++ {
		switch {
		case words[i].class&classAbout != 0:
			return found.flags
		case words[i].class&classPoss != 0 && i+1 < at.to && words[i+1].class&classFact != 0:
			return found.flags &^ flagOpen
		case words[i].class&classWhether != 0:
			return found.flags &^ flagOpen
		case words[i].class&classWh != 0:
			if r.narrowHead(at, i) {
				return found.flags &^ flagOpen
			}
			return found.flags
		}
	}
	return found.flags
}

// narrowHead says whether the question word at i asks for a short fact.
func (r *actReader) narrowHead(at clause, i int) bool {
	words := r.text.words
	switch {
	case words[i].class&classShortFact != 0:
		return true
	case i+1 >= at.to:
		return false
	case words[i].id == r.rules.what:
		return words[i+1].class&classFact != 0
	}
	return words[i].class&classOpenWord != 0 && words[i+1].class&classGrade != 0
}

// readTag returns where a tag question at the end of the sentence begins, or
// the sentence's end where there is none.
func (r *actReader) readTag(at clause) int {
	words := r.text.words
	if r.wholeTag(at) {
		return at.to
	}
	for i := max(at.from+1, at.to-8); i < at.to; i++ {
		if i == at.from+1 && !words[i].pause {
			continue
		}
		for _, rule := range r.rules.tags.starting(words[i]) {
			if _, ok := rule.match(words, i, at.to); ok && r.tagFits(at, rule, i) {
				return i
			}
		}
	}
	return at.to
}

// wholeTag says whether a sentence is nothing but what could be a tag: "Is that right?"
func (r *actReader) wholeTag(at clause) bool {
	from := at.from
	for from < at.to-1 && r.text.words[from].class&classMarker != 0 {
		from++
	}
	if at.to-from < 2 {
		return false
	}
	for _, rule := range r.rules.tags.starting(r.text.words[from]) {
		if _, ok := rule.match(r.text.words, from, at.to); ok {
			return true
		}
	}
	return false
}

// tagFits says whether a tag rule holds at word i.
func (r *actReader) tagFits(at clause, rule *compiledRule, i int) bool {
	words := r.text.words
	before := words[i-1]
	if before.class&(classWh|classKnow) != 0 && !words[i].pause {
		return false
	}
	switch {
	case rule.flags&flagPause != 0:
		return words[i].pause
	case rule.flags&flagMark != 0:
		return at.question
	case rule.flags&flagSoft != 0:
		return words[i].pause || at.question || !at.stopped && before.class&(classBe|classMarker|classHave) == 0
	}
	return true
}

// alternativeReach is how many words of a question are searched for "or".
const alternativeReach = 40

// addsAlternative notes the answers that a question offers ("is it A or B") and
// says whether a question is only another such answer to the one before it.
func (r *actReader) addsAlternative(at clause, found *act) bool {
	if n := len(r.acts); n > 0 && r.acts[n-1].kind == actQuestion && r.acts[n-1].sentence == at.sentence {
		if at.linkOr {
			r.acts[n-1].flags |= flagOr
			return true
		}
		if found.from > at.from && r.text.words[found.from-1].id == r.rules.like {
			found.flags |= flagExample
		}
	}
	r.noteOffered(at, found)
	return false
}

// noteOffered marks a question that offers its answers, and closes one that ends in nothing else: "what was it, the bus
// or the train".
func (r *actReader) noteOffered(at clause, found *act) {
	words := r.text.words
	tail := 0
	for i := found.from; i+1 < at.to && i < found.from+alternativeReach; i++ {
		if words[i].pause {
			tail = i
		}
		if words[i].id == r.rules.or && words[i+1].class&(classAnyone|classFiller|classWh) == 0 {
			found.flags |= flagOr
			if tail >= found.to && r.verbless(at, tail) {
				found.flags &^= flagOpen
			}
		}
	}
}
