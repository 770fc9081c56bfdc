package index

import (
	"slices"
	"strings"
)

// Field says in which part of a document words stand. Words of every field but
// Date are found by a search of the text too.
type Field byte

// The fields.
const (
	Text     Field = ' '
	Title    Field = 't'
	Subject  Field = 's'
	Theme    Field = 'h'
	Standard Field = 'd'
	Walk     Field = 'w'
	Date     Field = 'D' // whole: 2026-03-12
)

// gap keeps phrases from running over the end of one part into the next.
const gap = 64

// A term is a folded word in a field.
type term struct {
	field  Field
	folded string
}

// token is a term where it stands.
type token struct {
	term
	at uint32
}

// Document is the words of one document and where they stand.
type Document struct {
	id     string
	tokens []token // in the order of their places
	next   uint32
	places map[term][]uint32 // made when the document is first looked through
}

// NewDocument begins a document with a name of the caller's.
func NewDocument(id string) *Document { return &Document{id: id} }

// Reset makes the document a new one without words, which uses the room of the
// old. It may be called once the document was added to a Builder.
func (d *Document) Reset(id string) { *d = Document{id: id, tokens: d.tokens[:0]} }

// Add adds a part of the document. A text of the field Date is one term, as it
// is.
func (d *Document) Add(field Field, text string) {
	if field == Date {
		d.put(Date, text)
		return
	}
	words(text, func(w word) {
		d.put(Text, w.folded)
		if field != Text {
			d.put(field, w.folded)
		}
		d.next++
	})
	d.next += gap
}

func (d *Document) put(field Field, folded string) {
	d.tokens = append(d.tokens, token{term: term{field, folded}, at: d.next})
}

// settle makes the document ready to be looked through by several goroutines.
func (d *Document) settle() {
	d.places = make(map[term][]uint32, len(d.tokens)/2)
	for _, t := range d.tokens {
		own := term{t.field, strings.Clone(t.folded)} // not a piece of the text
		d.places[own] = append(d.places[own], t.at)
	}
	d.tokens = nil
}

// In says whether a document that is in no index is what a query asks for, and
// notes in seen which of its plain words the document has. Near spellings are not
// looked for: for those every document has to be known.
func (q *Query) In(d *Document, seen *Seen) bool {
	all := true
	for i := range q.clauses {
		c := &q.clauses[i]
		has := d.has(c)
		if has && c.plain != "" {
			seen.note(c.plain)
		}
		all = all && has != c.exclude
	}
	return all
}

// Seen is which plain words of a query were found in any document.
type Seen struct{ words map[string]bool }

func (s *Seen) note(word string) {
	if s.words == nil {
		s.words = map[string]bool{}
	}
	s.words[word] = true
}

// All says whether every plain word of a query was found somewhere, so that none
// stands for its near spellings.
func (s *Seen) All(q *Query) bool {
	for _, c := range q.clauses {
		if c.plain != "" && !s.words[c.plain] {
			return false
		}
	}
	return true
}

// match says whether the document is what a query asks for.
func (d *Document) match(q *Query) bool {
	for i := range q.clauses {
		if d.has(&q.clauses[i]) == q.clauses[i].exclude {
			return false
		}
	}
	return true
}

// has says whether a clause is true of the document.
func (d *Document) has(c *clause) bool {
	for i := range c.either {
		if d.hasPhrase(c.either[i]) {
			return true
		}
	}
	return false
}

func (d *Document) hasPhrase(phrase []element) bool {
	var at []uint32
	for i, e := range phrase {
		found := d.positions(e)
		if i > 0 {
			found = following(at, found)
		}
		if len(found) == 0 {
			return false
		}
		at = found
	}
	return len(at) > 0
}

// positions gives where a word of a query stands, in order.
func (d *Document) positions(e element) []uint32 {
	if d.places == nil {
		var out []uint32
		for _, t := range d.tokens {
			if e.fits(t.term) {
				out = append(out, t.at)
			}
		}
		return out
	}
	if e.kind == exact {
		return d.places[e.term]
	}
	var out []uint32
	for have, positions := range d.places {
		if e.fits(have) {
			out = append(out, positions...)
		}
	}
	slices.Sort(out)
	return out
}

// following gives those of the later positions that stand right behind one of
// the earlier.
func following(earlier, later []uint32) []uint32 {
	var out []uint32
	i := 0
	for _, at := range later {
		for i < len(earlier) && earlier[i]+1 < at {
			i++
		}
		if i < len(earlier) && earlier[i]+1 == at {
			out = append(out, at)
		}
	}
	return out
}

// fits says whether a term is what an element stands for.
func (e element) fits(have term) bool {
	if have.field != e.field {
		return false
	}
	switch e.kind {
	case prefix:
		return strings.HasPrefix(have.folded, e.folded)
	case near:
		return within(have.folded, e.folded, e.distance)
	}
	return have.folded == e.folded
}
