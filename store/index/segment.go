package index

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"
)

// A segment is the index of many documents, made once and never changed. Its
// postings are one run of bytes; for each term, and each document that has it:
// how far the document's number is from the last one's, how many bytes of
// positions follow, and each position as its distance from the one before, all
// as variable-length numbers.
type segment struct {
	ids      []string
	number   map[string]uint32
	terms    []string
	starts   []uint32 // of each term's postings, and the end of the last
	postings []byte
}

// builder gathers documents for a segment.
type builder struct {
	ids      []string
	postings map[term]*growing
}

// growing is the postings of one term while documents come in, and the
// positions within the last of them, whose size is not known yet.
type growing struct {
	bytes     []byte
	before    uint32 // the document before the last
	document  uint32 // the last document
	at        uint32 // the last position in it
	positions []byte
}

func newBuilder() *builder { return &builder{postings: map[term]*growing{}} }

func (b *builder) add(d *Document) {
	number := uint32(len(b.ids))
	b.ids = append(b.ids, d.id)
	for _, t := range d.tokens {
		b.put(t.term, number, t.at)
	}
	for t, places := range d.places { // of a document that was settled
		for _, at := range places {
			b.put(t, number, at)
		}
	}
}

func (b *builder) put(t term, document, at uint32) {
	g := b.postings[t]
	if g == nil {
		g = &growing{document: document}
		b.postings[term{t.field, strings.Clone(t.folded)}] = g
	}
	if g.document != document {
		g.finish()
		g.document, g.at = document, 0
	}
	g.positions = binary.AppendUvarint(g.positions, uint64(at-g.at))
	g.at = at
}

// finish writes down the last document.
func (g *growing) finish() {
	g.bytes = binary.AppendUvarint(g.bytes, uint64(g.document-g.before))
	g.bytes = binary.AppendUvarint(g.bytes, uint64(len(g.positions)))
	g.bytes = append(g.bytes, g.positions...)
	g.before, g.positions = g.document, g.positions[:0]
}

func (b *builder) segment() *segment {
	s := &segment{ids: b.ids, number: make(map[string]uint32, len(b.ids)), terms: make([]string, 0, len(b.postings))}
	for number, id := range b.ids {
		s.number[id] = uint32(number)
	}
	size := 0
	postings := make(map[string]*growing, len(b.postings))
	for t, g := range b.postings {
		g.finish()
		s.terms = append(s.terms, t.stored())
		postings[t.stored()] = g
		size += len(g.bytes)
	}
	slices.Sort(s.terms)
	s.postings = make([]byte, 0, size)
	s.starts = make([]uint32, 0, len(s.terms)+1)
	for _, stored := range s.terms {
		s.starts = append(s.starts, uint32(len(s.postings)))
		s.postings = append(s.postings, postings[stored].bytes...)
	}
	s.starts = append(s.starts, uint32(len(s.postings)))
	return s
}

// stored is a term as a segment sorts it: the field's byte, then the word.
func (t term) stored() string { return string(rune(t.field)) + t.folded }

// set is a set of documents by number.
type set []uint64

func (s *segment) newSet() set { return make(set, (len(s.ids)+63)/64) }

func (t set) has(n uint32) bool { return t[n/64]>>(n%64)&1 != 0 }
func (t set) put(n uint32)      { t[n/64] |= 1 << (n % 64) }

func (t set) empty() bool {
	for _, w := range t {
		if w != 0 {
			return false
		}
	}
	return true
}

// full says whether a set holds all of so many documents.
func (t set) full(documents int) bool {
	for i, w := range t {
		if rest := documents - 64*i; w != ^uint64(0) && (rest >= 64 || w != 1<<rest-1) {
			return false
		}
	}
	return true
}

// find gives the documents that a query asks for, but for those that are gone.
func (s *segment) find(q *Query, gone set) set {
	found := s.newSet()
	for n := range s.ids {
		found.put(uint32(n))
	}
	for i := range found {
		found[i] &^= gone[i]
	}
	for i := range q.clauses {
		has := s.has(&q.clauses[i], found)
		for j := range found {
			if q.clauses[i].exclude {
				found[j] &^= has[j]
			} else {
				found[j] &= has[j]
			}
		}
	}
	return found
}

// has gives the documents that a clause is true of. It may leave out those that
// are not among the wanted.
func (s *segment) has(c *clause, wanted set) set {
	out := s.newSet()
	for _, phrase := range c.either {
		if len(phrase) == 1 {
			s.each(phrase[0], func(term int) bool {
				s.documents(term, out)
				return !out.full(len(s.ids))
			})
			continue
		}
		s.phrase(phrase, wanted, out)
	}
	return out
}

// each visits the terms that an element stands for, for as long as visit wants
// more.
func (s *segment) each(e element, visit func(term int) bool) {
	stored := e.stored()
	switch e.kind {
	case exact:
		if at, ok := slices.BinarySearch(s.terms, stored); ok {
			visit(at)
		}
	case prefix:
		for at := sort.SearchStrings(s.terms, stored); at < len(s.terms) && strings.HasPrefix(s.terms[at], stored); at++ {
			if !visit(at) {
				return
			}
		}
	case near:
		for at := sort.SearchStrings(s.terms, stored[:1]); at < len(s.terms) && s.terms[at][0] == stored[0]; at++ {
			if within(s.terms[at][1:], e.folded, e.distance) && !visit(at) {
				return
			}
		}
	}
}

// walk visits the postings of a term: document numbers, and their positions as
// they are stored.
func (s *segment) walk(term int, visit func(document uint32, positions []byte)) {
	rest := s.postings[s.starts[term]:s.starts[term+1]]
	document := uint32(0)
	for len(rest) > 0 {
		step, n := binary.Uvarint(rest)
		rest = rest[n:]
		size, n := binary.Uvarint(rest)
		rest = rest[n:]
		document += uint32(step)
		visit(document, rest[:size])
		rest = rest[size:]
	}
}

func (s *segment) documents(term int, into set) {
	s.walk(term, func(document uint32, _ []byte) { into.put(document) })
}

// phrase adds the wanted documents in which the elements stand side by side.
func (s *segment) phrase(phrase []element, wanted, into set) {
	candidates := slices.Clone(wanted)
	for _, e := range phrase {
		has := s.newSet()
		s.each(e, func(term int) bool {
			s.documents(term, has)
			return !has.full(len(s.ids))
		})
		for i := range candidates {
			candidates[i] &= has[i]
		}
	}
	if candidates.empty() {
		return
	}
	at := s.positions(phrase[0], candidates)
	for _, e := range phrase[1:] {
		next := s.positions(e, candidates)
		for document, earlier := range at {
			at[document] = following(earlier, next[document])
		}
	}
	for document, positions := range at {
		if len(positions) > 0 {
			into.put(uint32(document))
		}
	}
}

// positions gives where an element stands in each candidate, in order, by the
// document's number.
func (s *segment) positions(e element, candidates set) [][]uint32 {
	out := make([][]uint32, len(s.ids))
	terms := 0
	s.each(e, func(term int) bool {
		terms++
		s.walk(term, func(document uint32, stored []byte) {
			if candidates.has(document) {
				out[document] = decode(out[document], stored)
			}
		})
		return true
	})
	if terms > 1 {
		for _, positions := range out {
			slices.Sort(positions)
		}
	}
	return out
}

func decode(into []uint32, stored []byte) []uint32 {
	if into == nil {
		into = make([]uint32, 0, len(stored))
	}
	at := uint32(0)
	for len(stored) > 0 {
		step, n := binary.Uvarint(stored)
		stored = stored[n:]
		at += uint32(step)
		into = append(into, at)
	}
	return into
}
