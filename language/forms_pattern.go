package language

import (
	"strings"
	"sync"
)

// wordID names a word that some rule or class mentions; 0 is every other word.
type wordID uint16

// wordInfo is what the tables know of a word.
type wordInfo struct {
	id    wordID
	class wordClass
}

// lexEntry is one written word: itself, or the two words of a contraction.
type lexEntry struct {
	first, second wordInfo
}

// formRule is one row of a table as it is written: a pattern and what it shows.
//
// A pattern is a row of steps parted by spaces. A step is a word, or words
// parted by "|"; "<mood|hard>" stands for classes of words; a closing "~" makes a
// step optional (never the first), a leading "^" takes any word but those; "*" is a gap of up to four words that no
// pause divides; "$" is the end of the sentence. Fillers ("really", "kind of")
// are passed over between steps. Contractions are written out: "you are not".
type formRule struct {
	pattern string
	kind    actKind
	weight  int // for a reflection, how sure in tenths: reflectionLine is the line
	flags   actFlags
}

// patternStep is one step of a compiled pattern.
type patternStep struct {
	ids      []wordID
	class    wordClass
	except   bool // any word but these
	optional bool
	gap      int
	end      bool // the end of the sentence
	rest     bool // the end of the clause: of the sentence, a pause or a joining word
}

// compiledRule is a row ready to match.
type compiledRule struct {
	formRule
	steps []patternStep
}

// ruleIndex finds the rows that can begin with a word, in table order.
type ruleIndex struct {
	byWord  [][]*compiledRule // at a wordID
	unknown []*compiledRule   // rows that a word known by its ending may begin
}

// formTables is everything that the rules look up.
type formTables struct {
	spellings                                         []string // at a wordID
	lexicon                                           map[string]lexEntry
	fillers                                           map[wordID][][]wordID
	questions, statements, midway, tags, whole, depth ruleIndex
	asides                                            ruleIndex
	so, and, but, or, like, you, i, not               wordID
	that, what, to, all, right, then                  wordID
}

// tables builds the word lists and the rules at first use.
var tables = sync.OnceValue(buildTables)

// tableBuilder gathers words while the tables are read.
type tableBuilder struct {
	lexicon   map[string]lexEntry
	classes   []wordClass // at a wordID
	spellings []string    // at a wordID
}

func buildTables() *formTables {
	builder := &tableBuilder{lexicon: map[string]lexEntry{}, classes: make([]wordClass, 1), spellings: make([]string, 1)}
	for _, list := range wordLists {
		for _, word := range strings.Fields(list.words) {
			builder.classes[builder.id(word)] |= list.class
		}
	}
	rows := [][]*compiledRule{
		builder.compile(questionRules, requestRules),
		builder.compile(statementRules()...),
		builder.compile(midwayRules),
		builder.compile(tagRules),
		builder.compile(wholeRules),
		builder.compile(depthRules),
		builder.compile(asideRules),
	}
	for id, word := range builder.spellings {
		if builder.classes[id] == 0 && word != "thing" {
			builder.classes[id] = classBySuffix([]byte(word)) & (classIng | classPast)
		}
	}
	built := &formTables{lexicon: builder.lexicon, fillers: builder.compileFillers()}
	for i, target := range []*ruleIndex{&built.questions, &built.statements, &built.midway, &built.tags, &built.whole, &built.depth, &built.asides} {
		*target = builder.index(rows[i])
	}
	builder.nameWords(built)
	builder.addContractions()
	for word, entry := range builder.lexicon {
		entry.first.class = builder.classes[entry.first.id]
		entry.second.class = builder.classes[entry.second.id]
		builder.lexicon[word] = entry
	}
	built.spellings = builder.spellings
	return built
}

// spelling returns a word that the tables know, "" for any other.
func (t *formTables) spelling(id wordID) string { return t.spellings[id] }

// nameWords looks up the few words that code, not a table, asks for.
func (b *tableBuilder) nameWords(built *formTables) {
	for _, named := range []struct {
		target *wordID
		word   string
	}{
		{&built.so, "so"}, {&built.and, "and"}, {&built.but, "but"}, {&built.or, "or"},
		{&built.like, "like"}, {&built.you, "you"}, {&built.i, "i"}, {&built.not, "not"}, {&built.that, "that"},
		{&built.what, "what"}, {&built.to, "to"}, {&built.all, "all"}, {&built.then, "then"}, {&built.right, "right"},
	} {
		*named.target = b.id(named.word)
	}
}

// id returns a word's number, giving it one if it has none.
func (b *tableBuilder) id(word string) wordID {
	if entry, ok := b.lexicon[word]; ok {
		return entry.first.id
	}
	id := wordID(len(b.classes))
	b.classes = append(b.classes, 0)
	b.spellings = append(b.spellings, word)
	b.lexicon[word] = lexEntry{first: wordInfo{id: id}}
	return id
}

// addContractions enters the written forms that stand for two words.
func (b *tableBuilder) addContractions() {
	for _, row := range contractions {
		first, second := b.id(row.first), wordID(0)
		if row.second != "" {
			second = b.id(row.second)
		}
		for _, written := range strings.Fields(row.written) {
			b.lexicon[written] = lexEntry{first: wordInfo{id: first}, second: wordInfo{id: second}}
		}
	}
}

// compile reads tables of rows, one after another.
func (b *tableBuilder) compile(tables ...[]formRule) []*compiledRule {
	var compiled []*compiledRule
	for _, table := range tables {
		for _, row := range table {
			rule := &compiledRule{formRule: row}
			for _, written := range strings.Fields(row.pattern) {
				rule.steps = append(rule.steps, b.step(written))
			}
			compiled = append(compiled, rule)
		}
	}
	return compiled
}

// step reads one step of a pattern.
func (b *tableBuilder) step(written string) patternStep {
	var step patternStep
	switch written {
	case "*":
		step.gap = 4
		return step
	case "$":
		step.end = true
		return step
	case ",":
		step.rest = true
		return step
	}
	written, step.optional = strings.CutSuffix(written, "~")
	written, step.except = strings.CutPrefix(written, "^")
	for written != "" {
		if inside, found := strings.CutPrefix(written, "<"); found {
			names, rest, _ := strings.Cut(inside, ">")
			for _, name := range strings.Split(names, "|") {
				step.class |= classNames[name]
			}
			written = strings.TrimPrefix(rest, "|")
			continue
		}
		word, rest, _ := strings.Cut(written, "|")
		step.ids = append(step.ids, b.id(word))
		if word == "is" {
			step.ids = append(step.ids, b.id("'s"))
		}
		written = rest
	}
	return step
}

// index sorts rows under every word that can begin them.
func (b *tableBuilder) index(rules []*compiledRule) ruleIndex {
	index := ruleIndex{byWord: make([][]*compiledRule, len(b.classes))}
	for _, rule := range rules {
		first := rule.steps[0]
		if first.class != 0 {
			index.unknown = append(index.unknown, rule)
		}
		for id := range b.classes {
			if first.accepts(spokenWord{id: wordID(id), class: b.classes[id]}) {
				index.byWord[id] = append(index.byWord[id], rule)
			}
		}
	}
	return index
}

// starting returns the rows that a word may begin. A word entered after the
// index was built (half of a contraction) is treated as an unknown one.
func (x *ruleIndex) starting(word spokenWord) []*compiledRule {
	if word.id == 0 || int(word.id) >= len(x.byWord) {
		return x.unknown
	}
	return x.byWord[word.id]
}

// accepts says whether a step takes a word.
func (s *patternStep) accepts(word spokenWord) bool {
	if word.class&s.class != 0 {
		return !s.except
	}
	for _, id := range s.ids {
		if id == word.id && id != 0 {
			return !s.except
		}
	}
	return s.except
}

// fillerLimit is how many fillers in a row a pattern passes over.
const fillerLimit = 5

// match tries a rule on the words from at up to but not including to, and
// returns the end of what it took. Its work is bounded whatever the text.
func (r *compiledRule) match(words []spokenWord, at, to int) (int, bool) {
	return matchSteps(words, at, to, r.steps, fillerLimit)
}

func matchSteps(words []spokenWord, at, to int, steps []patternStep, fillers int) (int, bool) {
	if len(steps) == 0 {
		return at, true
	}
	switch step := &steps[0]; {
	case step.end || step.rest:
		return at, at == to || step.rest && (words[at].pause || words[at].class&classRest != 0)
	case step.gap > 0:
		return matchGap(words, at, to, steps, fillers)
	}
	return matchWord(words, at, to, steps, fillers)
}

// matchGap passes over as few words as the steps after a gap allow, and over no pause.
func matchGap(words []spokenWord, at, to int, steps []patternStep, fillers int) (int, bool) {
	for skip := 0; skip <= steps[0].gap && at+skip <= to; skip++ {
		if skip > 0 && words[at+skip-1].pause {
			return 0, false
		}
		if end, ok := matchSteps(words, at+skip, to, steps[1:], fillers); ok {
			return end, true
		}
	}
	return 0, false
}

// matchWord takes the word at hand, leaves out a step that may be left out, or passes over a filler.
func matchWord(words []spokenWord, at, to int, steps []patternStep, fillers int) (int, bool) {
	if at < to && steps[0].accepts(words[at]) {
		if end, ok := matchSteps(words, at+1, to, steps[1:], fillers); ok {
			return end, true
		}
	}
	if steps[0].optional {
		if end, ok := matchSteps(words, at, to, steps[1:], fillers); ok {
			return end, true
		}
	}
	if at < to && fillers > 0 && words[at].class&classFiller != 0 {
		return matchSteps(words, at+1, to, steps, fillers-1)
	}
	return 0, false
}
