package language

// settleOpening takes back "on the other hand" where nothing but a question follows it: "and on the other side of it, what
// are the good things".
func (r *actReader) settleOpening(before int) {
	for i := before; i+1 < len(r.acts); i++ {
		opening, next := r.acts[i], r.acts[i+1]
		if opening.flags&flagDouble == 0 || next.kind != actQuestion || r.text.words[opening.from].class&classPrep == 0 {
			continue
		}
		if at := (clause{from: opening.to, to: next.from}); at.to > at.from && !r.verbless(at, at.from) {
			continue
		}
		r.acts = append(r.acts[:i], r.acts[i+1:]...)
		return
	}
}

// settleScale closes the questions of a sentence that names a scale, where a
// number would answer: "where are you on that scale".
func (r *actReader) settleScale(before int) {
	named := false
	for _, each := range r.acts[before:] {
		named = named || each.kind == actScale
	}
	for i := before; named && i < len(r.acts); i++ {
		asked := &r.acts[i]
		head, next := r.text.words[asked.from], r.text.words[min(asked.from+1, len(r.text.words)-1)]
		if asked.kind == actQuestion && (head.class&classShortFact != 0 || next.class&classAbout != 0) {
			asked.flags &^= flagOpen
		}
	}
}

// settleTag turns the statement before a tag into a question. A soft tag
// ("right?") asks only after a reflection; after an explanation it is a nod.
func (r *actReader) settleTag(before int, sentence spokenSentence, at clause) {
	if at.to == sentence.to {
		return
	}
	heard := r.heardSince(before)
	soft := r.softTag(at.to, sentence.to)
	if heard.asks || soft && (heard.tells || !heard.reflects && !sentence.question) {
		return
	}
	found := act{kind: actQuestion, flags: flagTag, from: at.to, to: sentence.to, sentence: at.sentence}
	if heard.argues || !soft && r.presses(at) {
		found.flags |= flagLeading
		r.drop(before, actConfront)
		r.drop(before, actReflection)
	}
	if !soft && r.samePolarity(at, sentence.to) {
		r.drop(before, actReflection)
	}
	r.acts = append(r.acts, found)
}

// settleCheck marks a check that is a sentence of its own ("Is that right?") as the tag of a reflection before it.
func (r *actReader) settleCheck(before int, at clause) {
	if before == 0 || len(r.acts) != before+1 {
		return
	}
	said, asked := r.acts[before-1], &r.acts[before]
	if said.kind == actReflection && said.weight >= reflectionLine && asked.flags&flagCheck != 0 && r.wholeTag(at) {
		asked.flags |= flagTag
	}
}

// heardBefore is what the statement before a tag does.
type heardBefore struct{ reflects, tells, asks, argues bool }

// heardSince gathers what was heard since an act.
func (r *actReader) heardSince(before int) heardBefore {
	var heard heardBefore
	for _, each := range r.acts[before:] {
		switch each.kind {
		case actReflection:
			heard.reflects = heard.reflects || each.weight >= reflectionLine
		case actInform, actAdvice, actConfront:
			heard.tells = true
		case actQuestion:
			heard.asks = true
		}
		heard.argues = heard.argues || each.kind == actConfront || each.flags&flagLeading != 0
	}
	return heard
}

// samePolarity says whether a tag agrees with its statement in saying yes ("you
// had a good weekend, did you"): it asks, where "hadn't you" would hand back.
func (r *actReader) samePolarity(at clause, to int) bool {
	words := r.text.words
	if words[at.to].class&(classDo|classHave|classModal|classBe) == 0 || to-at.to != 2 {
		return false
	}
	for i := at.from; i < at.to; i++ {
		if words[i].class&classNo != 0 {
			return false
		}
	}
	return true
}

// drop takes back what was heard of a kind since an act.
func (r *actReader) drop(before int, kind actKind) {
	kept := r.acts[:before]
	for _, each := range r.acts[before:] {
		if each.kind != kind {
			kept = append(kept, each)
		}
	}
	r.acts = kept
}

// softTag says whether the tag is one word that may be no more than a nod.
func (r *actReader) softTag(from, to int) bool {
	for _, rule := range r.rules.tags.starting(r.text.words[from]) {
		if _, ok := rule.match(r.text.words, from, to); ok {
			return rule.flags&flagSoft != 0
		}
	}
	return false
}

// settleMark makes a closed question of a sentence that ends in a question mark
// though nothing in it asks. What it states is then asked, not reflected,
// unless it opened as a reflection does ("it sounds like").
func (r *actReader) settleMark(before int, at clause, sentence spokenSentence) {
	if !sentence.question || at.to != sentence.to || r.newsmark(sentence) || r.setsUp(sentence) {
		return
	}
	certain := false
	for _, each := range r.acts[before:] {
		if each.kind == actQuestion {
			return
		}
		certain = certain || each.kind == actReflection && each.flags&flagStem != 0
	}
	if !certain {
		r.drop(before, actReflection)
	}
	found := act{kind: actQuestion, flags: flagDeclarative, from: sentence.from, to: sentence.to, sentence: at.sentence}
	if r.opensLate(sentence) {
		found.flags |= flagOpen
	}
	if r.prompts(before, sentence) {
		found.flags |= flagExample
	}
	r.acts = append(r.acts, found)
}

// opensLate says whether a sentence asks by a question word near its end: "by
// support you mean what exactly".
func (r *actReader) opensLate(sentence spokenSentence) bool {
	for i := max(sentence.from, sentence.to-2); i < sentence.to; i++ {
		class := r.text.words[i].class
		if class&classOpenWord != 0 && (i+1 == sentence.to || r.text.words[i+1].class&(classFiller|classMarker) != 0) {
			return true
		}
	}
	return false
}

// newsmark says whether a sentence only marks news as heard: "you did?"
func (r *actReader) newsmark(sentence spokenSentence) bool {
	if n := sentence.to - sentence.from; n < 2 || n > 3 {
		return false
	}
	subject, verb := r.text.words[sentence.to-2].class, r.text.words[sentence.to-1].class
	return subject&classSubject != 0 && verb&(classDo|classHave|classModal) != 0
}

// asideRules are questions that a speaker puts only to answer them: "you know what I see?"
var asideRules = []formRule{
	{"you know|see what i|we|$", actOther, 0, 0},
	{"you see this|these|those|how", actOther, 0, 0},
	{"see this|these|those|that|how", actOther, 0, 0},
	{"guess what", actOther, 0, 0},
	{"know what $", actOther, 0, 0},
}

// setsUp says whether a sentence only sets up what its speaker goes on to say.
func (r *actReader) setsUp(sentence spokenSentence) bool {
	at := sentence.from
	for at < sentence.to-1 && r.text.words[at].class&(classMarker|classHesitation) != 0 {
		at++
	}
	if sentence.to == len(r.text.words) {
		return false // nothing follows: the other person is left with it
	}
	for _, rule := range r.rules.asides.starting(r.text.words[at]) {
		if _, ok := rule.match(r.text.words, at, sentence.to); ok {
			return true
		}
	}
	return false
}

// prompts says whether a few words with a question mark only offer an answer
// to the open question before them: "What would help? A lift?"
func (r *actReader) prompts(before int, sentence spokenSentence) bool {
	if before == 0 || sentence.to-sentence.from > 4 {
		return false
	}
	last := r.acts[before-1]
	if last.kind != actQuestion || last.flags&flagOpen == 0 {
		return false
	}
	at := clause{from: sentence.from, to: sentence.to}
	return r.verbless(at, sentence.from)
}

// presses says whether the statement before a tag pushes for a yes: "you do see
// that, don't you".
func (r *actReader) presses(at clause) bool {
	words := r.text.words
	if words[at.to].class&classCopula != 0 {
		return false
	}
	for i := at.from; i+1 < at.to; i++ {
		if words[i].id != r.rules.you {
			continue
		}
		denied := i+2 < at.to && words[i+1].class&classModal != 0 && words[i+2].id == r.rules.not
		if denied || words[i+1].class&classPress != 0 {
			return true
		}
	}
	return false
}
