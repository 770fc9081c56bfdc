package language

// actReader reads sentences into acts.
type actReader struct {
	rules *formTables
	text  spokenText
	acts  []act
}

// clause is where the reader stands inside a sentence.
type clause struct {
	sentence    int
	from, to    int  // the sentence's words
	question    bool // ends in a question mark
	stopped     bool // ends in any mark
	first       bool // the sentence's first clause
	linkSo      bool // opened by "so"
	linkAnd     bool // opened by "and", "but", "because"
	linkBut     bool // opened by "but"
	linkOr      bool // opened by "or"
	forced      int  // a clause begins here though nothing announces it
	conditional bool // hangs on an "if" or "when"
	exclaimed   bool // ends in an exclamation mark
	personal    bool // hangs on an "if" or "when" about this person: "when you feel"
	generic     bool // hangs on an "if" or "when" whose "you" may mean anyone
	spoke       bool // an earlier clause of the sentence was about the speaker
	explained   bool // an earlier clause of the sentence explained or advised
}

// readActs returns what the clauses of an utterance do, in order.
func readActs(text spokenText) []act {
	reader := &actReader{rules: tables(), text: text}
	for i, sentence := range text.sentences {
		reader.readSentence(i, sentence)
	}
	return reader.acts
}

// readSentence reads one sentence clause by clause. Once a question has begun
// it runs to the sentence's end, where only further questions are looked for.
func (r *actReader) readSentence(number int, sentence spokenSentence) {
	at := clause{sentence: number, from: sentence.from, to: sentence.to, question: sentence.question, stopped: sentence.stopped, exclaimed: sentence.exclaimed, first: true}
	if r.onlyAck(sentence) {
		return
	}
	before := len(r.acts)
	at.to = r.readTag(at)
	asking := false
	for i := at.from; i < at.to; {
		starts := r.clauseStarts(at, i)
		if !starts && !r.asksMidway(at, i, asking) {
			i++
			continue
		}
		next := r.readClause(&at, i, asking)
		if n := len(r.acts); n > before && r.acts[n-1].kind == actQuestion {
			asking = true
		}
		at.first = false
		i = next
	}
	r.settleOpening(before)
	r.settleScale(before)
	r.searchWhole(before, at)
	r.settleTag(before, sentence, at)
	r.settleCheck(before, at)
	r.settleMark(before, at, sentence)
}

// onlyAck says whether a sentence is nothing but an acknowledgement or thanks.
func (r *actReader) onlyAck(sentence spokenSentence) bool {
	length := sentence.to - sentence.from
	if length > 12 {
		return false
	}
	for _, word := range r.text.words[sentence.from:sentence.to] {
		verb := word.class&(classBe|classDo|classWh) != 0
		if word.class&(classAck|classFiller) == 0 || verb && (sentence.question || length > 6) {
			return false
		}
	}
	return true
}

// clauseStarts says whether a clause may begin at word i.
func (r *actReader) clauseStarts(at clause, i int) bool {
	word := r.text.words[i]
	if i == at.from || word.pause || i == at.forced {
		return true
	}
	before := r.text.words[i-1]
	if before.id == r.rules.so {
		return r.soOpens(at, i)
	}
	return before.class&classJoin != 0 && before.class&classHave == 0
}

// soOpens says whether the "so" before word i opens a clause, and is not that of "looking so happy", "it was so loud" or
// "so that you can".
func (r *actReader) soOpens(at clause, i int) bool {
	word, before := r.text.words[i], r.text.words[i-1]
	if i-1 > at.from && !before.pause && word.class&opensAfterSo == 0 {
		return false
	}
	purpose := word.id == r.rules.that && i+1 < at.to && r.text.words[i+1].class&(classBe|classModal|classHave|classStir) == 0
	return !purpose && !(i-2 >= at.from && r.text.words[i-2].class&classBe != 0)
}

// opensAfterSo are the words that begin a clause after a "so" in mid-sentence.
const opensAfterSo = classSubject | classPoss | classDet | classWh | classBe | classDo | classHave | classModal |
	classMarker | classSub | classKin | classAnyone | classTell | classNumber | classTime

// asksMidway says whether a question may begin at word i inside a run of words;
// asking says that one is running already.
func (r *actReader) asksMidway(at clause, i int, asking bool) bool {
	if i+1 < at.to && (r.text.words[i+1].pause || r.fillerRun(i+1)) {
		return false
	}
	if asking && (at.question || r.asksOpinion(at, i)) || r.embedded(at, i, asking) {
		return false
	}
	for _, rule := range r.rules.midway.starting(r.text.words[i]) {
		if rule.flags&flagUnmarked != 0 && at.stopped {
			continue
		}
		if _, ok := rule.match(r.text.words, i, at.to); ok {
			return !r.blockedBefore(at, i)
		}
	}
	return false
}

// asksOpinion says whether the words at i are only the "do you think" of a question that runs already: "what would she
// say, do you think".
func (r *actReader) asksOpinion(at clause, i int) bool {
	words := r.text.words
	return i+2 < at.to && words[i].class&classDo != 0 && words[i+1].id == r.rules.you && words[i+2].class&classVoice != 0
}

// embedded says whether a question word only opens a clause inside a statement:
// "we can talk about what brought you in".
func (r *actReader) embedded(at clause, i int, asking bool) bool {
	if i == at.from || r.text.words[i].class&classWh == 0 {
		return false
	}
	var verb, subject wordClass
	if i+2 < at.to {
		verb, subject = r.text.words[i+1].class, r.text.words[i+2].class
	}
	inverted := verb&(classBe|classDo|classHave|classModal) != 0 && subject&classSubject != 0 || verb&(classDo|classModal) != 0 && subject&classPoss != 0
	if inverted {
		return false
	}
	const holds = classPrep | classKnow | classTell | classJoin | classBe | classDo | classVoice | classMental
	return asking || r.text.words[i-1].class&holds != 0 || r.headsClause(at, i-1)
}

// blockedBefore says whether the word before i makes an inversion a mere
// meeting of words: "what you do you can", "glad to have you".
func (r *actReader) blockedBefore(at clause, i int) bool {
	if i == at.from {
		return false
	}
	before := r.text.words[i-1]
	if before.id == r.rules.to || before.id == r.rules.not || before.class&(classWh|classModal|classDo|classHave) != 0 {
		return true
	}
	if r.text.words[i].class&classTell != 0 && before.class&(classThird|classFirst|classYou) == 0 {
		return false
	}
	return r.headsClause(at, i-1)
}

// headsClause says whether the word at i is a pronoun that heads a clause, not
// the object of what stands before it ("about it").
func (r *actReader) headsClause(at clause, i int) bool {
	if r.text.words[i].class&classSubject == 0 {
		return false
	}
	const takesObject = classPrep | classTell | classPast | classStir | classMental
	return i == at.from || r.text.words[i-1].class&takesObject == 0
}

// readClause reads the clause that begins at word i, its opening markers
// included, and returns where to look on. While a question runs, only a further
// question or a certain reflection is taken.
func (r *actReader) readClause(at *clause, i int, asking bool) int {
	r.readLinks(at, i)
	start := i
	for {
		passed := r.allRight(start) || r.fillerRun(start)
		if !passed {
			if found, ok := r.matchAt(*at, start, asking); ok {
				return r.take(at, found, start)
			}
		}
		if start >= at.to-1 || !passed && r.text.words[start].class&(classMarker|classFiller) == 0 {
			break
		}
		r.noteLink(at, start)
		start++
	}
	switch class := r.text.words[start].class; {
	case asking:
	case class&classSub != 0:
		return r.readDependent(at, start)
	case class&classPrep != 0 && at.first:
		return r.findMain(at, start)
	}
	return start + 1
}

// allRight passes the first word of "all right".
func (r *actReader) allRight(i int) bool {
	return i+1 < len(r.text.words) && r.text.words[i].id == r.rules.all && r.text.words[i+1].id == r.rules.right
}

// fillerRun says whether the word at i opens "you know" or "I mean" said as a filler.
func (r *actReader) fillerRun(i int) bool {
	word := r.text.words[i]
	return (word.id == r.rules.you || word.id == r.rules.i) && word.class&classFiller != 0
}

// readLinks notes the joining word before the clause at i.
func (r *actReader) readLinks(at *clause, i int) {
	if i == at.forced && i > at.from {
		return
	}
	at.linkSo, at.linkAnd, at.linkBut, at.linkOr = false, false, false, false
	if i > at.from {
		r.noteLink(at, i-1)
	}
}

// noteLink remembers that a clause was opened by the joining word at i.
func (r *actReader) noteLink(at *clause, i int) {
	switch r.text.words[i].id {
	case r.rules.so:
		at.linkSo = true
	case r.rules.and, r.rules.but:
		at.linkAnd = true
		at.linkBut = r.text.words[i].id == r.rules.but
	case r.rules.or:
		at.linkOr = true
	}
}

// readDependent passes an "if" or "when" clause and returns where its main
// clause begins, so that the main clause is judged as hanging on a condition.
func (r *actReader) readDependent(at *clause, start int) int {
	at.conditional = true
	if words := r.text.words; start+2 < at.to && words[start+1].id == r.rules.you {
		at.personal = words[start+2].class&(classBe|classMental|classHave|classModal|classNo|classFiller|classSense) != 0
		at.generic = !at.personal
	}
	return r.findMain(at, start)
}

// findMain returns where the main clause begins after an opening that hangs on
// it, whether or not a pause announces it.
func (r *actReader) findMain(at *clause, start int) int {
	for i := start + 1; i < at.to; i++ {
		word, before := r.text.words[i], r.text.words[i-1]
		if word.pause || word.id == r.rules.then || i > start+1 && r.asksMidway(*at, i, false) {
			return i
		}
		heads := word.class&(classSubject|classPoss) != 0
		if word.class&classSubject != 0 && word.class&classDet != 0 {
			heads = i+1 < at.to && r.text.words[i+1].class&(classBe|classModal|classHave|classStir) != 0
		}
		if i >= start+3 && heads && before.class&notBeforeMain == 0 && before.id != r.rules.that {
			at.forced = i
			return i
		}
	}
	return at.to
}

// notBeforeMain are the words after which a pronoun heads no main clause.
const notBeforeMain = classPrep | classJoin | classSub | classWh | classMental | classTell | classBe | classModal |
	classDo | classHave | classSubject | classPoss

// matchAt tries the rules at one word: certain reflections first (they would
// otherwise be taken for questions: "what I hear is"), then questions, then
// the other statements.
func (r *actReader) matchAt(at clause, i int, asking bool) (act, bool) {
	words := r.text.words
	for _, rule := range r.rules.questions.starting(words[i]) {
		end, ok := rule.match(words, i, at.to)
		if ok && r.questionFits(at, rule, i, end) {
			return act{kind: rule.kind, flags: rule.flags, from: i, to: r.pastInversion(at, i, end), sentence: at.sentence}, true
		}
	}
	for _, rule := range r.rules.statements.starting(words[i]) {
		end, ok := rule.match(words, i, at.to)
		if !ok || !r.statementFits(at, rule, i, end) {
			continue
		}
		if asking && rule.flags&flagStem == 0 {
			return act{}, false
		}
		return act{kind: rule.kind, flags: rule.flags, weight: r.weigh(at, rule, i, end), from: i, to: end, sentence: at.sentence}, true
	}
	return act{}, false
}

// take records an act and returns where to look on.
func (r *actReader) take(at *clause, found act, start int) int {
	switch found.kind {
	case actThrough:
		at.forced = r.passThrough(*at, start)
		return at.forced
	case actInform, actAdvice, actConfront:
		if found.flags&flagUnlessYou != 0 && r.reflectedIn(*at) {
			return found.to
		}
		at.explained = true
	case actOther:
		at.spoke = true
		if found.to == found.from+1 && r.text.words[found.from].class&(classSubject|classPoss) == 0 {
			at.forced = found.to
		}
	case actReflection:
		at.spoke = at.spoke || found.weight < reflectionLine && r.speaksOfSelf(*at, found.to)
	case actQuestion:
		if r.inTheirVoice(*at, found.from) {
			return found.to
		}
		found.flags = r.narrow(*at, found)
		if r.addsAlternative(*at, &found) {
			return found.to
		}
	}
	r.acts = append(r.acts, found)
	return found.to
}

// passThrough returns where the clause after "I think", "I know that" and the like begins.
func (r *actReader) passThrough(at clause, start int) int {
	next := start + 2
	if next+1 >= at.to {
		return next
	}
	joins := r.text.words[next].id == r.rules.that || r.text.words[next].id == r.rules.like
	if joins && r.text.words[next+1].class&(classBe|classModal|classHave) == 0 {
		next++
	}
	return next
}
