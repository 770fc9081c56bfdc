package language

import (
	"slices"
	"strings"
)

// wordReader holds one text while its words are looked up.
type wordReader struct {
	text   string
	words  []spanWord
	index  *wordIndex
	quotes []quotation
	seen   map[string]bool // acronyms met or spelled out
	found  []wordMatch
	folds  []string // words already folded, by their number
	place  [2]int   // where around was asked last, and what it said
	reach  [2]int
}

type wordMatch struct {
	start, end int // bytes
	finding    WordFinding
}

func newWordReader(text string, index *wordIndex) *wordReader {
	words := spanWords(text)
	return &wordReader{
		text: text, words: words, index: index, quotes: quotations(text), seen: map[string]bool{},
		folds: make([]string, len(words)),
	}
}

// matches reads the words once, and at each takes the longest term that begins there.
func (r *wordReader) matches() []wordMatch {
	quote := 0
	for i := 0; i < len(r.words); i++ {
		w := &r.words[i]
		for quote < len(r.quotes) && r.quotes[quote].end <= w.start {
			quote++
		}
		quoted := quote < len(r.quotes) && r.quotes[quote].start < w.start
		if w.shape == shapeUpper || w.shape == shapeMixed || w.shape == shapeTitle {
			r.acronym(i, quoted)
		}
		if !quoted {
			i = r.longest(i)
		}
	}
	kinds := WordKinds()
	slices.SortStableFunc(r.found, func(a, b wordMatch) int {
		switch {
		case a.start != b.start:
			return a.start - b.start
		case a.end != b.end:
			return b.end - a.end
		}
		return slices.Index(kinds, a.finding.Kind) - slices.Index(kinds, b.finding.Kind)
	})
	return r.found
}

// longest takes the longest term that begins at word i and whose cues hold, and gives the last word it took.
func (r *wordReader) longest(i int) int {
	var scratch [48]byte
	node := r.step(r.index.root, i, scratch[:0])
	if node == nil {
		return i
	}
	best, last := []*wordEntry(nil), i
	for j := i; node != nil; {
		for _, letters := range node.spells {
			r.seen[letters] = true
		}
		if held := r.held(node.entries, i, j); len(held) > 0 {
			best, last = held, j
		}
		j++
		if j >= len(r.words) || r.words[j].gap&^(gapSpace|gapHyphen|gapLine) != 0 || r.words[j].gap == gapHyphen|gapSpace {
			break
		}
		node = r.step(node, j, scratch[:0])
	}
	if len(best) == 0 {
		return i
	}
	r.found = append(r.found, wordMatch{r.words[i].start, r.words[last].end, wordFinding(best)})
	return last
}

func (r *wordReader) step(node *wordNode, i int, scratch []byte) *wordNode {
	if node.next == nil {
		return nil
	}
	w := &r.words[i]
	if folded, ok := nameFoldASCII(scratch, r.text[w.start:w.end]); ok {
		return node.next[string(folded)]
	}
	return node.next[nameFold(r.text[w.start:w.end])]
}

// held gives the entries that count for words first to last. Where several rows have the same term they are one
// finding, the kind of the first.
func (r *wordReader) held(entries []*wordEntry, first, last int) []*wordEntry {
	var held []*wordEntry
	for _, entry := range entries {
		if len(held) > 0 && held[0].row.Kind != entry.row.Kind {
			continue
		}
		counts := r.writtenAs(entry, first, last) && (!entry.verb || r.passive(first))
		if counts && cuesHold(r, entry.only, entry.unless, first, last) {
			held = append(held, entry)
		}
	}
	return held
}

// writtenAs leaves names alone: a word with a capital inside a sentence is not the term, unless the term itself has
// capitals; and that counts in capitals only.
func (r *wordReader) writtenAs(entry *wordEntry, first, last int) bool {
	capitals := false
	for i := first; i <= last; i++ {
		switch r.words[i].shape {
		case shapeUpper:
			capitals = true
		case shapeTitle, shapeMixed:
			if !entry.capitals && (i > first || !r.begins(i)) {
				return false
			}
		}
	}
	return capitals == entry.capitals
}

// passive says whether a past participle at word i has "was" or the like before it and nobody after it: "was hit", but
// not "was hit by her uncle".
func (r *wordReader) passive(i int) bool {
	groups := wordGroups()
	j := i - 1
	for j > i-3 && j >= 0 && groups["adverb"][r.folded(j)] && !groups["aux"][r.folded(j)] && !r.ends(j+1) {
		j--
	}
	if j < 0 || r.ends(j+1) || !groups["aux"][r.folded(j)] {
		return false
	}
	for k := i + 1; k <= i+6 && k < len(r.words) && !r.ends(k); k++ {
		if r.folded(k) == "by" {
			return false
		}
	}
	return true
}

func (r *wordReader) folded(i int) string {
	if r.folds[i] == "" {
		w := &r.words[i]
		r.folds[i] = nameFold(r.text[w.start:w.end])
	}
	return r.folds[i]
}

// ends says whether a sentence ends before word i.
func (r *wordReader) ends(i int) bool {
	return i <= 0 || i >= len(r.words) || sentenceEnds(r.text, r.words, i)
}

// begins says whether a capital at word i is only that of a beginning.
func (r *wordReader) begins(i int) bool {
	gap := r.words[i].gap
	return r.ends(i) || gap&(gapQuote|gapOpen|gapBracket) != 0 || gap&gapColon != 0 && gap&gapSpace != 0
}

// wordFinding makes one finding of the rows that share a place.
func wordFinding(entries []*wordEntry) WordFinding {
	rows := make([]*WordRow, len(entries))
	finding := WordFinding{Kind: entries[0].row.Kind}
	for i, entry := range entries {
		rows[i] = entry.row
		for _, alternative := range entry.row.Alternatives {
			if !slices.Contains(finding.Alternatives, alternative) {
				finding.Alternatives = append(finding.Alternatives, alternative)
			}
		}
		if finding.Ask == "" {
			finding.Ask = entry.row.Ask
		}
	}
	finding.Source = sortedSources(rows)
	finding.Because = wordBecause(rows, finding.Ask)
	return finding
}

// guidesDiffer says whether rows from different sources offer different words.
func guidesDiffer(rows []*WordRow) bool {
	for _, row := range rows[1:] {
		if row.Source != rows[0].Source && !slices.Equal(row.Alternatives, rows[0].Alternatives) {
			return true
		}
	}
	return false
}

// shouting says whether a line is written in capitals throughout.
func shouting(line string) bool {
	return strings.ToUpper(line) == line && strings.ContainsRune(strings.TrimSpace(line), ' ')
}
