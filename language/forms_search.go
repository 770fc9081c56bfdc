package language

// wholeRules find a reflection anywhere in a sentence that opens in no way the
// other rules know: "being a good mum is really important to you".
var wholeRules = []formRule{
	{"important|precious|vital|everything|deal|priority|matters to|for you", actReflection, 20, flagComplex},
	{"means|mean|meant a|so|everything|more * to you", actReflection, 20, flagComplex},
	{"hard|difficult|tough|painful|stressful|scary|lonely|frustrating|easier|harder|worse|better for|on you", actReflection, 18, 0},
	{"sounds|seems|feels like|as", actReflection, 18, 0},
	{"makes|made|keeps|leaves|left you feel|feeling|<mood>", actReflection, 18, flagComplex},
	{"scares|worries|bothers|hurts|upsets|frustrates|frightens|annoys you", actReflection, 18, flagComplex},
	{"something|someone|what you", actReflection, 12, 0},
	{"<be> like", actReflection, 13, flagComplex},
	{"for|to you $", actReflection, 12, 0},
	{"your <kin>", actReflection, 10, 0},
}

// searchWhole looks through a sentence in which nothing was found for a clause
// about "you" that no pause or joining word announces, then for wholeRules.
func (r *actReader) searchWhole(before int, at clause) {
	if len(r.acts) > before || at.question {
		return
	}
	if !r.namesSelf(at) && (r.searchYou(at) || r.searchWholeRules(at)) {
		return
	}
	r.weighWhole(at)
}

// namesSelf says whether a sentence speaks of the speaker.
func (r *actReader) namesSelf(at clause) bool {
	for i := at.from; i < at.to; i++ {
		if r.text.words[i].class&classFirst != 0 {
			return true
		}
	}
	return false
}

// searchYou takes the first clause about "you" anywhere in a sentence.
func (r *actReader) searchYou(at clause) bool {
	words := r.text.words
	for i := at.from + 1; i+1 < at.to; i++ {
		if words[i].id != r.rules.you || r.fillerRun(i) || words[i-1].class&notBeforeSubject != 0 {
			continue
		}
		if found, ok := r.matchAt(at, i, false); ok && found.kind == actReflection {
			r.acts = append(r.acts, found)
			return true
		}
	}
	return false
}

// searchWholeRules takes what the first of wholeRules finds anywhere in a sentence.
func (r *actReader) searchWholeRules(at clause) bool {
	words := r.text.words
	for i := at.from; i < at.to; i++ {
		for _, rule := range r.rules.whole.starting(words[i]) {
			if end, ok := rule.match(words, i, at.to); ok {
				r.acts = append(r.acts, act{kind: rule.kind, flags: rule.flags, weight: rule.weight, from: i, to: end, sentence: at.sentence})
				return true
			}
		}
	}
	return false
}

// shortSentence is a length in words up to which a statement is a little
// likelier to hand something back than to explain.
const shortSentence = 10

// wholeWeight is how sure, in tenths, it is that a statement which no rule
// knows hands something back: most of what a listener says that is not about
// the listener, no verdict and no explanation, does.
const wholeWeight = 7

// weighWhole judges a sentence that no rule knows by what it speaks of.
func (r *actReader) weighWhole(at clause) {
	words := r.text.words
	if at.to-at.from < 2 || at.exclaimed || words[at.to-1].class&classDangle != 0 {
		return
	}
	weight := wholeWeight + r.weighContent(at, at.from, true)
	switch words[at.from].id {
	case r.rules.so:
		weight += 3
	case r.rules.and, r.rules.but:
		weight += 2
	}
	if at.to-at.from <= shortSentence {
		weight++
	}
	if r.nonfinite(at) {
		weight += 3
	}
	if r.wordsThatSay(at) < 2 {
		weight -= 3
	}
	if words[at.from].class&classIng != 0 {
		weight++
	}
	r.acts = append(r.acts, act{kind: actReflection, weight: weight, from: at.from, to: at.to, sentence: at.sentence})
}

// notBeforeSubject are the words after which "you" is no subject of a main clause.
const notBeforeSubject = classPrep | classSub | classWh | classMental | classTell | classModal | classBe | classDo |
	classHave | classSubject | classStir | classPast

// wordsThatSay counts the words of a short sentence that are no marker.
func (r *actReader) wordsThatSay(at clause) int {
	count := 0
	for i := at.from; i < at.to && count < 2; i++ {
		if r.text.words[i].class&(classMarker|classFiller) == 0 {
			count++
		}
	}
	return count
}

// nonfinite says whether a short sentence has no verb that tells a time: what is
// left when an answer is said back ("going to the gym, seeing your nephew").
func (r *actReader) nonfinite(at clause) bool {
	if at.to-at.from > 16 {
		return false
	}
	for _, word := range r.text.words[at.from:at.to] {
		if word.class&(classBe|classHave|classDo|classModal|classPast|classFirst|classEval) != 0 {
			return false
		}
	}
	return true
}
