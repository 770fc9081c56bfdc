package language

// turnTraits are what a turn is weighed by as a whole, once its clauses have been heard.
type turnTraits struct {
	stem     int // 1 where a clause opens as reflections do, or a summary is announced
	you      int // the weight of the surest other reflective clause that "you" leads, in tenths
	story    int // the weight of the surest reflective clause that something else leads, in tenths
	acts     int // percent of what the clauses do that hands something back
	said     int // percent of the sentences that hand something back
	info     int // words of leaflets and services
	self     int // words that speak of the speaker
	asks     int // questions
	argues   int
	frames   int // greetings, verdicts, thanks, talk about the meeting
	tells    int // explanations, advice, arguments
	affirms  int
	youWords int
}

// turnWeights say how far each trait speaks for a reflection or against one, in hundredths, and up to how much of it
// counts. People who code transcripts judge the turn: one clause about "it" in a long explanation makes no reflection
// of it, and one such clause by itself may. The weights are those of a logistic regression on the labelled utterances
// of testdata; docs/listening.md tells on which, and how they fare on utterances that had no part in it.
var turnWeights = []struct {
	trait  func(turnTraits) int
	most   int
	weight int
}{
	{func(t turnTraits) int { return t.stem }, 1, 162},
	{func(t turnTraits) int { return t.you }, 30, 12},
	{func(t turnTraits) int { return t.story }, 30, 11},
	{func(t turnTraits) int { return t.info }, 5, -205},
	{func(t turnTraits) int { return t.self }, 5, -66},
	{func(t turnTraits) int { return t.asks }, 3, -130},
	{func(t turnTraits) int { return t.argues }, 3, -444},
	{func(t turnTraits) int { return t.frames }, 4, -104},
	{func(t turnTraits) int { return t.tells }, 4, -111},
	{func(t turnTraits) int { return t.affirms }, 3, -190},
	{func(t turnTraits) int { return t.youWords }, 6, 38},
}

// What a whole turn of reflection adds, by its clauses and by its sentences, and what any turn starts from.
const (
	turnActs  = 154
	turnSaid  = 134
	turnStart = -243
)

// weighTurn says whether a turn as a whole hands something back.
func (v *formVerdict) weighTurn() bool {
	traits := v.turnTraits()
	if traits.stem+traits.you+traits.story == 0 {
		return false
	}
	sum := turnStart + (turnActs*traits.acts+turnSaid*traits.said)/100
	for _, row := range turnWeights {
		sum += row.weight * min(row.trait(traits), row.most)
	}
	return sum > 0
}

// turnTraits gathers the traits of a turn from its clauses and its words.
func (v *formVerdict) turnTraits() turnTraits {
	var traits turnTraits
	back, rest, sentences, last := 0, 0, 0, -1
	for _, each := range v.acts {
		if each.kind != actReflection {
			rest += traits.count(each.kind)
			continue
		}
		sure := each.weight >= reflectionLine
		traits.lead(each, v.text.words[each.from].class&classYou != 0)
		switch {
		case each.flags&flagStem != 0, each.weight >= turnSure, sure && v.text.words[each.from].class&classYou == 0:
			back++
		case !sure:
			rest++
		}
		if sure && each.sentence != last {
			sentences, last = sentences+1, each.sentence
		}
	}
	if v.has(actSummary) && traits.you+traits.story > 0 {
		traits.stem = 1
	}
	traits.acts = 100 * back / max(1, back+rest)
	traits.said = 100 * sentences / max(1, len(v.text.sentences))
	for _, word := range v.text.words {
		traits.hear(word.class)
	}
	return traits
}

// turnSure is the weight from which a clause that "you" leads is counted among those that hand something back.
const turnSure = 16

// lead notes how sure the surest reflective clauses are.
func (t *turnTraits) lead(each act, you bool) {
	switch {
	case each.flags&flagStem != 0:
		t.stem = 1
	case you:
		t.you = max(t.you, each.weight)
	default:
		t.story = max(t.story, each.weight)
	}
}

// count notes an act that hands nothing back, and says whether it stands against those that do: a question does not.
func (t *turnTraits) count(kind actKind) int {
	switch kind {
	case actQuestion:
		t.asks++
		return 0
	case actConfront:
		t.argues++
		t.tells++
	case actInform, actAdvice:
		t.tells++
	case actAffirm:
		t.affirms++
	case actOther:
		t.frames++
	case actAutonomy:
	default:
		return 0
	}
	return 1
}

// hear counts the words that speak for or against a reflection.
func (t *turnTraits) hear(class wordClass) {
	if class&classInfo != 0 {
		t.info++
	}
	if class&classFirst != 0 {
		t.self++
	}
	if class&classYou != 0 {
		t.youWords++
	}
}
