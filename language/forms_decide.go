package language

import "slices"

// decideForm weighs the acts of an utterance against one another.
func decideForm(text string, spoken spokenText, acts []act) Utterance {
	verdict := formVerdict{text: spoken, acts: acts}
	verdict.hearQuestions()
	verdict.hearOthers()
	verdict.hearReflections()
	utterance := Utterance{
		Text: text, Question: verdict.question, Reflection: verdict.reflects, Complexity: ComplexityNone,
		Form: verdict.form(), Marks: verdict.markList(),
	}
	if verdict.reflects {
		utterance.Complexity = ComplexitySimple
		if verdict.complex {
			utterance.Complexity = ComplexityComplex
		}
	}
	if verdict.has(actAdvice) {
		asked := verdict.leave
		utterance.Permission = &asked
	}
	utterance.Because = reasonsFor(text, spoken, verdict.chosen(), utterance)
	return utterance
}

// formVerdict gathers what is decided on the way to an Utterance.
type formVerdict struct {
	text      spokenText
	acts      []act
	question  Question
	last      act   // the question that the other person would answer
	asked     []act // every question that counts
	reflected []act
	reflects  bool
	complex   bool
	summary   bool
	leave     bool // leave was asked before the first advice
	kinds     [actSummary + 1]bool
}

// hearQuestions finds the question that the other person would answer: the
// last one, since that is what is left in the air. A check ("does that make
// sense?") or an example answer counts only where nothing else is asked.
func (v *formVerdict) hearQuestions() {
	v.question = QuestionNone
	var aside []act
	for _, each := range v.acts {
		switch {
		case each.kind != actQuestion:
		case each.flags&(flagCheck|flagExample) != 0:
			aside = append(aside, each)
		default:
			v.asked = append(v.asked, each)
		}
	}
	if len(v.asked) == 0 {
		v.asked = aside
	}
	if len(v.asked) == 0 {
		return
	}
	v.last = v.asked[len(v.asked)-1]
	v.question = QuestionClosed
	if v.last.flags&flagOpen != 0 {
		v.question = QuestionOpen
	}
}

// hearReflections decides whether what was said is handed back, and by which
// clauses. Where the speaker explains or advises, a statement about "you" must
// be surer to count: it is often the "you" that means anyone.
func (v *formVerdict) hearReflections() {
	v.reflects = v.weighTurn()
	if !v.reflects {
		return
	}
	line, opened := v.reflectionLine(), false
	for i, each := range v.acts {
		switch {
		case each.kind == actSummary:
			opened = true
		case each.kind == actReflection && (each.weight >= line || opened && each.weight >= summaryLine):
			v.reflected = append(v.reflected, v.weighDepth(i))
		}
	}
	if len(v.reflected) == 0 {
		v.reflected = append(v.reflected, v.weighDepth(v.surest()))
	}
	for _, each := range v.reflected {
		v.complex = v.complex || each.flags&flagComplex != 0
	}
	v.summary = opened && len(v.reflected) > 1 || len(v.reflected) >= summaryParts && len(v.text.words) >= summaryWords
}

// reflectionLine is the weight from which a clause hands something back in this turn.
func (v *formVerdict) reflectionLine() int {
	line := reflectionLine
	for _, each := range v.acts {
		switch each.kind {
		case actInform, actAdvice, actConfront, actAffirm:
			return reflectionLine + 4
		case actOther, actAutonomy:
			line = reflectionLine + 1
		}
	}
	return line
}

// weighDepth marks a reflective act that adds meaning or feeling, and returns it.
func (v *formVerdict) weighDepth(i int) act {
	if deepens(v.text, v.acts[i]) {
		v.acts[i].flags |= flagComplex
	}
	return v.acts[i]
}

// surest returns the place of the surest reflective clause of a turn that has one.
func (v *formVerdict) surest() int {
	best := -1
	for i, each := range v.acts {
		if each.kind == actReflection && (best < 0 || each.weight > v.acts[best].weight) {
			best = i
		}
	}
	return best
}

// summaryLine is the line after words that announce a summary.
const summaryLine = 7

// A turn with this many reflective clauses and words is a summary, even where
// nothing announces one.
const (
	summaryParts = 4
	summaryWords = 40
)

// hearOthers notes the other acts and whether leave came before advice.
func (v *formVerdict) hearOthers() {
	advised := false
	for _, each := range v.acts {
		v.kinds[each.kind] = true
		question := each.kind == actQuestion
		if each.kind == actPermission || question && each.flags&flagPermission != 0 {
			v.kinds[actPermission] = true
			v.leave = v.leave || !advised
		}
		if each.kind == actAdvice || question && each.flags&flagSuggest != 0 {
			v.kinds[actAdvice] = true
			advised = true
		}
	}
}

// has says whether the utterance holds an act of a kind.
func (v *formVerdict) has(kind actKind) bool { return v.kinds[kind] }

// asks says whether the question to be answered carries a flag.
func (v *formVerdict) asks(flag actFlags) bool {
	return v.question != QuestionNone && v.last.flags&flag != 0
}

// several counts the questions that stand by themselves.
func (v *formVerdict) several() bool {
	count := 0
	for _, each := range v.asked {
		if each.flags&(flagTag|flagCheck|flagExample) == 0 {
			count++
		}
	}
	return count > 1
}

// form applies the precedence that docs/listening.md lists: what may need a
// second look first, then what the other person would answer, then the rest.
func (v *formVerdict) form() Form {
	for _, row := range []struct {
		holds bool
		form  Form
	}{
		{v.has(actConfront), FormConfrontation},
		{v.anyAsked(flagLeading), FormLeading},
		{v.several(), FormMultiple},
		{v.asks(flagWhy), FormWhy},
		{v.has(actAdvice) && !v.leave, FormAdvice},
		{v.question == QuestionOpen, FormOpen},
		{v.question == QuestionClosed, FormClosed},
		{v.has(actAdvice), FormAdvice},
		{v.summary, FormSummary},
		{v.reflects, FormReflection},
		{v.has(actAffirm), FormAffirmation},
		{v.has(actInform), FormInformation},
	} {
		if row.holds {
			return row.form
		}
	}
	return FormOther
}

// anyAsked says whether any question carries a flag.
func (v *formVerdict) anyAsked(flag actFlags) bool {
	return slices.ContainsFunc(v.asked, func(each act) bool { return each.flags&flag != 0 })
}

// markList returns the marks in alphabetical order.
func (v *formVerdict) markList() []string {
	marks := []string{}
	add := func(holds bool, mark string) {
		if holds {
			marks = append(marks, mark)
		}
	}
	double := slices.ContainsFunc(v.reflected, func(each act) bool { return each.flags&flagDouble != 0 })
	add(v.has(actAdvice), MarkAdvice)
	add(v.has(actAffirm), MarkAffirmation)
	add(v.asks(flagOr), MarkAlternatives)
	add(v.has(actAutonomy), MarkAutonomy)
	add(v.has(actConfront), MarkConfrontation)
	add(v.asks(flagDeclarative), MarkDeclarative)
	add(double, MarkDoubleSided)
	add(v.has(actInform), MarkInformation)
	add(v.anyAsked(flagLeading), MarkLeading)
	add(v.several(), MarkMultiple)
	add(v.has(actPermission), MarkPermissionAsked)
	add(v.asks(flagRequest), MarkRequest)
	add(v.question != QuestionNone && (v.has(actScale) || v.anyAsked(flagScale)), MarkScaling)
	add(v.summary, MarkSummary)
	add(v.anyAsked(flagTag), MarkTag)
	add(v.anyAsked(flagWhy), MarkWhy)
	return marks
}
