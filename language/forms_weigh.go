package language

// weigh returns how sure a statement is a reflection where it stands.
func (r *actReader) weigh(at clause, rule *compiledRule, from, end int) int {
	weight := rule.weight
	if rule.flags&flagStem != 0 {
		return weight
	}
	if rule.flags&flagSoLift != 0 {
		weight += at.linkLift()
	}
	if rule.flags&flagContent != 0 {
		weight += r.weighContent(at, from+1, false)
		if at.to-at.from <= shortSentence {
			weight++
		}
		if r.nonfinite(at) {
			weight += 3
		}
	}
	weight += at.conditionLift()
	if rule.weight <= 2*reflectionLine && rule.flags&flagContent == 0 && r.speaksOfSelf(at, end) {
		weight -= 10
	}
	return weight - at.doubtAfter(rule.weight)
}

// linkLift is how much surer "so" and "and" make what they open.
func (c clause) linkLift() int {
	switch {
	case c.linkSo:
		return 4
	case c.linkAnd:
		return 2
	}
	return 0
}

// conditionLift is how much surer or less sure an "if" or "when" makes the main clause that hangs on it.
func (c clause) conditionLift() int {
	switch {
	case c.generic:
		return -6
	case c.personal:
		return 4
	case c.conditional:
		return -3
	}
	return 0
}

// doubtAfter is how much less sure a statement is after an explanation, or after the speaker spoke of themselves.
func (c clause) doubtAfter(weight int) int {
	switch {
	case c.explained && c.linkBut && weight >= 2*reflectionLine:
		return 4
	case c.explained:
		return 9
	case c.spoke:
		return 4
	}
	return 0
}

// contentWeights say how much surer (in tenths) a statement whose head is not
// "you" becomes of being the other person's story when it speaks of such
// things: feelings, difficulty, what was or was not, rather than what can or
// will be for anyone.
var contentWeights = []struct {
	class  wordClass
	weight int
}{
	{classMood | classHard, 4}, {classNo, 3}, {classPast, 2}, {classChange, 2}, {classYou, 2}, {classStir, 1},
	{classHeShe, 3}, {classKin, 1}, {classIng, 1}, {classBig, 2}, {classWould, 2}, {classMay, -3}, {classBody | classGeneric, -3}, {classFirst, -8},
}

// contentReach is how many words of a clause weighContent looks at.
const contentReach = 14

// weighContent adds up contentWeights over the rest of a clause, or across the
// pauses of a whole sentence, each once.
func (r *actReader) weighContent(at clause, from int, whole bool) int {
	var seen wordClass
	info := 0
	for i := from; i < at.to && i < from+contentReach; i++ {
		if i > from && r.text.words[i].pause && !whole {
			break
		}
		seen |= r.text.words[i].class
		if r.text.words[i].class&classInfo != 0 {
			info++
		}
	}
	weight := -2 * info
	for _, row := range contentWeights {
		if seen&row.class != 0 {
			weight += row.weight
		}
	}
	return weight
}

// speaksOfSelf says whether the clause brings in the speaker.
func (r *actReader) speaksOfSelf(at clause, from int) bool {
	for i := from; i < at.to && i < from+contentReach; i++ {
		word := r.text.words[i]
		if i > from && (word.pause || word.class&classJoin != 0) {
			return false
		}
		if word.class&classFirst != 0 {
			return true
		}
	}
	return false
}
