package language

import (
	"strings"
)

// wordIndex is the rows that are on, as a tree of folded words.
type wordIndex struct {
	root      *wordNode
	acronyms  map[string]*wordEntry // by their letters
	everyday  map[string]bool       // acronyms that are no riddle to anybody
	expansion map[string]string     // the letters an expansion spells out, by its folded words
}

type wordNode struct {
	next    map[string]*wordNode
	entries []*wordEntry
	spells  []string // acronyms whose expansion ends here
}

// wordEntry is a row with its cues read.
type wordEntry struct {
	row          *WordRow
	only, unless []wordCue
	capitals     bool // the term is written in capitals and counts in capitals alone
	verb         bool // a single past participle of a passive row
}

func indexWords(rows []WordRow) *wordIndex {
	index := &wordIndex{
		root: &wordNode{}, acronyms: map[string]*wordEntry{}, everyday: map[string]bool{}, expansion: map[string]string{},
	}
	for i := range rows {
		row := rows[i]
		if row.Kind == WordAcronym {
			index.addAcronym(&row)
			continue
		}
		if row.On {
			index.addRow(&row)
		}
	}
	return index
}

// addAcronym files letters that are to be spelled out where the row is on, and letters that need not be where it is
// off.
func (x *wordIndex) addAcronym(row *WordRow) {
	letters := strings.TrimSpace(row.Term)
	if !row.On {
		x.everyday[letters] = true
		return
	}
	x.acronyms[letters] = &wordEntry{row: row}
	for _, expansion := range row.Alternatives {
		for _, phrase := range wordForms(expansion) {
			node := x.node(phrase)
			node.spells = append(node.spells, letters)
		}
	}
}

func (x *wordIndex) addRow(row *WordRow) {
	only, _ := readCues(row.Only) // read without error when the row was loaded, and empty where it was not
	unless, _ := readCues(row.Unless)
	for term := range strings.SplitSeq(row.Term, "|") {
		entry := &wordEntry{row: row, only: only, unless: unless, capitals: wordCapitals(term)}
		forms := wordForms(term)
		entry.verb = row.Kind == WordPassive && len(forms) > 0 && len(forms[0]) == 1
		for _, form := range forms {
			node := x.node(form)
			node.entries = append(node.entries, entry)
		}
	}
}

func (x *wordIndex) node(words []string) *wordNode {
	node := x.root
	for _, word := range words {
		if node.next == nil {
			node.next = map[string]*wordNode{}
		}
		if node.next[word] == nil {
			node.next[word] = &wordNode{}
		}
		node = node.next[word]
	}
	return node
}

// wordCapitals says whether a term has a word of two or more capitals: LAC, NEET.
func wordCapitals(term string) bool {
	for _, word := range spanWords(term) {
		if word.shape == shapeUpper {
			return true
		}
	}
	return false
}

// wordForms gives the word sequences that a term stands for: a word with "*" in all its endings, "@group" as each word
// of the group.
func wordForms(term string) [][]string {
	forms := [][]string{nil}
	for _, written := range strings.Fields(strings.ReplaceAll(term, "-", " ")) {
		var choices []string
		if group, found := strings.CutPrefix(written, "@"); found {
			for word := range wordGroups()[group] {
				choices = append(choices, word)
			}
		} else if stem, found := strings.CutSuffix(written, "*"); found {
			choices = inflect(wordFold(stem))
		} else if word := wordFold(written); word != "" {
			choices = []string{word}
		}
		if len(choices) == 0 {
			continue
		}
		var longer [][]string
		for _, form := range forms {
			for _, choice := range choices {
				longer = append(longer, append(form[:len(form):len(form)], choice))
			}
		}
		forms = longer
	}
	if len(forms[0]) == 0 {
		return nil
	}
	return forms
}

// wordFold folds one written word as the reader folds the words of a text, a closing 's left out.
func wordFold(written string) string {
	for _, word := range spanWords(written) {
		return nameFold(written[word.start:word.end])
	}
	return ""
}

// inflect gives a word with the regular endings of English nouns and verbs.
func inflect(stem string) []string {
	forms := []string{stem}
	add := func(endings ...string) {
		for _, ending := range endings {
			forms = append(forms, stem+ending)
		}
	}
	n := len(stem)
	switch {
	case n < 2:
	case stem[n-1] == 'e':
		add("s", "d")
		forms = append(forms, stem[:n-1]+"ing")
	case stem[n-1] == 'y' && strings.IndexByte("aeiou", stem[n-2]) < 0:
		forms = append(forms, stem[:n-1]+"ies", stem[:n-1]+"ied", stem+"ing")
	case strings.HasSuffix(stem, "s"), strings.HasSuffix(stem, "x"), strings.HasSuffix(stem, "z"),
		strings.HasSuffix(stem, "ch"), strings.HasSuffix(stem, "sh"):
		add("es", "ed", "ing")
	default:
		add("s", "ed", "ing")
		if doubles := strings.IndexByte("bdglmnprt", stem[n-1]) >= 0 && strings.IndexByte("aeiou", stem[n-2]) >= 0; doubles {
			last := stem[n-1:]
			add(last+"ed", last+"ing")
		}
	}
	return forms
}
