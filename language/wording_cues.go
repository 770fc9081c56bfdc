package language

import (
	"errors"
	"strings"
	"sync"
)

// A cue says what stands beside a term. Cues are separated by semicolons; "<" means straight before it, ">" straight
// after it and "~" anywhere near it in the sentence. After the mark come choices separated by "/", each one or more
// words. A word may be "@group" (see data/wording.txt), "#" for a number, or end in "*" for any ending.
//
//	<eye/point of; >details/number; ~@law
type wordCue struct {
	side    byte
	choices [][]cueWord
}

type cueWord struct {
	word   string
	group  map[string]bool
	number bool
	prefix bool
}

// cueReach is how many words either side "~" looks, within the sentence; it keeps a text without full stops linear.
const cueReach = 40

var wordGroups = sync.OnceValue(func() map[string]map[string]bool {
	groups := map[string]map[string]bool{}
	var group map[string]bool
	for _, line := range nameLines("data/wording.txt") {
		if name, found := strings.CutPrefix(line, "["); found {
			group = map[string]bool{}
			groups[strings.TrimSuffix(name, "]")] = group
			continue
		}
		for _, word := range strings.Fields(line) {
			group[nameFold(word)] = true
		}
	}
	return groups
})

func readCues(written string) ([]wordCue, error) {
	var cues []wordCue
	for part := range strings.SplitSeq(written, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		cue := wordCue{side: part[0]}
		if strings.IndexByte("<>~", cue.side) < 0 {
			return nil, errors.New("every cue begins with <, > or ~")
		}
		for choice := range strings.SplitSeq(part[1:], "/") {
			words, err := readCueChoice(choice)
			if err != nil {
				return nil, err
			}
			cue.choices = append(cue.choices, words)
		}
		cues = append(cues, cue)
	}
	return cues, nil
}

func readCueChoice(choice string) ([]cueWord, error) {
	var words []cueWord
	for _, written := range strings.Fields(choice) {
		switch group, found := strings.CutPrefix(written, "@"); {
		case found && wordGroups()[group] == nil:
			return nil, errors.New("a group after @ is not one that Sounding knows")
		case found:
			words = append(words, cueWord{group: wordGroups()[group]})
		case written == "#":
			words = append(words, cueWord{number: true})
		default:
			word, prefix := strings.CutSuffix(written, "*")
			for _, part := range spanWords(word) {
				words = append(words, cueWord{word: nameFold(word[part.start:part.end])})
			}
			if prefix && len(words) > 0 {
				words[len(words)-1].prefix = true
			}
		}
	}
	if len(words) == 0 {
		return nil, errors.New("a choice between / is empty")
	}
	return words, nil
}

func (c cueWord) matches(r *wordReader, i int) bool {
	switch {
	case i < 0 || i >= len(r.words):
		return false
	case c.number:
		return r.words[i].shape == shapeDigits || r.words[i].shape == shapeJoined
	case c.group != nil:
		return c.group[r.folded(i)]
	case c.prefix:
		return strings.HasPrefix(r.folded(i), c.word)
	}
	return r.folded(i) == c.word
}

// holds says whether a cue is met around words first to last.
func (c wordCue) holds(r *wordReader, first, last int) bool {
	for _, choice := range c.choices {
		if c.side == '~' && r.nearby(choice, first, last) || c.side != '~' && c.beside(r, choice, first, last) {
			return true
		}
	}
	return false
}

// beside matches the words of a choice straight before or after, in the same sentence.
func (c wordCue) beside(r *wordReader, choice []cueWord, first, last int) bool {
	from := last + 1
	if c.side == '<' {
		from = first - len(choice)
	}
	if !choiceAt(r, choice, from) {
		return false
	}
	if c.side == '<' {
		return r.sameSentence(from, first)
	}
	return r.sameSentence(last, from+len(choice)-1)
}

// nearby says whether a choice stands somewhere in the sentence, before or after words first to last.
func (r *wordReader) nearby(choice []cueWord, first, last int) bool {
	from, to := r.around(first, last)
	for i := from; i+len(choice) <= to; i++ {
		if (i+len(choice) <= first || i > last) && choiceAt(r, choice, i) {
			return true
		}
	}
	return false
}

// around gives the words of the sentence that holds words first to last, no further than cueReach from them. It is
// asked for the same place by cue after cue, and remembers the last answer.
func (r *wordReader) around(first, last int) (from, to int) {
	if r.place == [2]int{first, last} && r.reach[1] > 0 {
		return r.reach[0], r.reach[1]
	}
	from, to = first, last+1
	for from > 0 && from > first-cueReach && !r.ends(from) {
		from--
	}
	for to < len(r.words) && to < last+cueReach && !r.ends(to) {
		to++
	}
	r.place, r.reach = [2]int{first, last}, [2]int{from, to}
	return from, to
}

func choiceAt(r *wordReader, choice []cueWord, from int) bool {
	for k, word := range choice {
		if !word.matches(r, from+k) {
			return false
		}
	}
	return true
}

// sameSentence says whether no sentence ends between words from and to.
func (r *wordReader) sameSentence(from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if r.ends(i) {
			return false
		}
	}
	return from >= 0
}

// cuesHold says whether a place is one for a row: one of its "only" cues, and none of its "unless".
func cuesHold(r *wordReader, only, unless []wordCue, first, last int) bool {
	for _, cue := range unless {
		if cue.holds(r, first, last) {
			return false
		}
	}
	for _, cue := range only {
		if cue.holds(r, first, last) {
			return true
		}
	}
	return len(only) == 0
}
