package language

import "strings"

// fillerRuns are fillers of two or three words, passed over like single ones.
var fillerRuns = []string{
	"you know", "i mean", "kind of", "sort of", "a bit", "a little bit", "a little", "i guess", "i suppose",
	"as well", "at all", "in a way", "in some ways", "more or less", "to be honest", "these days", "in general",
	"at the moment", "at the same time",
}

// keepRunAfter are the words after which a run means what it says: "what kind
// of", "do you know", "a bit of".
const keepRunAfter = classWh | classDo | classModal | classSub

// compileFillers reads fillerRuns, the longest first for each opening word.
func (b *tableBuilder) compileFillers() map[wordID][][]wordID {
	runs := map[wordID][][]wordID{}
	for _, written := range fillerRuns {
		var run []wordID
		for _, word := range strings.Fields(written) {
			run = append(run, b.id(word))
		}
		runs[run[0]] = append(runs[run[0]], run)
	}
	return runs
}

// markFillers marks the runs of words that say nothing by themselves. "You
// know" and its like are fillers only beside a pause or before a new subject.
func markFillers(rules *formTables, text spokenText) {
	for _, sentence := range text.sentences {
		words := text.words[sentence.from:sentence.to]
		for i := range words {
			for _, run := range rules.fillers[words[i].id] {
				if fillsIn(rules, words, i, run) {
					for k := range run {
						words[i+k].class |= classFiller | classMarker
					}
					break
				}
			}
		}
	}
}

// fillsIn says whether the run at word i is there and is a filler.
func fillsIn(rules *formTables, words []spokenWord, i int, run []wordID) bool {
	end := i + len(run)
	if words[i].id == 0 || end > len(words) {
		return false
	}
	for k, id := range run {
		if words[i+k].id != id {
			return false
		}
	}
	if i > 0 && words[i-1].class&keepRunAfter != 0 {
		return false
	}
	if words[i].id != rules.you && words[i].id != rules.i {
		return end < len(words) || i > 0
	}
	if end == len(words) {
		return i > 0
	}
	after := words[end]
	return after.pause || after.class&(classSubject|classMarker|classHave|classBe) != 0 && after.id != rules.that
}
