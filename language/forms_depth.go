package language

// depthWeights say how much a word adds to the sense that a reflection goes
// beyond what was said: feeling, worth, a picture, an absolute, a reason.
var depthWeights = []struct {
	class  wordClass
	weight int
}{
	{classMood | classHard, 2}, {classCherish, 2}, {classAbsolute, 1}, {classPicture, 2}, {classReason, 1},
}

// depthLine is the sum of depthWeights from which a reflection is complex.
const depthLine = 2

// deepens says whether the sentence of a reflection adds meaning or feeling. A
// feeling named alone ("you were really upset") only rephrases.
func deepens(text spokenText, each act) bool {
	sentence := text.sentences[each.sentence]
	to := min(sentence.to, each.from+depthReach)
	like := tables().like
	var seen wordClass
	for i := each.from; i < to; i++ {
		class := text.words[i].class
		if class&classMarker != 0 {
			class &^= classMood | classHard
		}
		if i > each.from && text.words[i].id == like && text.words[i-1].class&(classBe|classStir) != 0 {
			class |= classPicture
		}
		seen |= class
	}
	if to-each.from < namedAlone && text.words[each.from].class&classYou != 0 {
		seen &^= classMood | classHard
	}
	sum := 0
	for _, row := range depthWeights {
		if seen&row.class != 0 {
			sum += row.weight
		}
	}
	return sum >= depthLine
}

const (
	depthReach = 24 // words of a reflection that deepens looks at
	namedAlone = 6  // fewer words than this after "you" name a feeling and no more
)
