package index

import (
	"math/bits"
	"slices"
	"sync"
)

// fresh is how many changed documents are looked through one by one before they
// are made a segment of their own, and mostSegments how many of those there may
// be before it is worth building all anew.
const (
	fresh        = 256
	mostSegments = 8
)

// Index is an index that can be added to. Its methods may be called from
// several goroutines.
type Index struct {
	guard    sync.RWMutex
	segments []*segment
	gone     []set // of each segment: documents that were put again or removed
	recent   map[string]*Document
}

// Builder makes the first segment of an Index from many documents.
type Builder struct{ builder *builder }

// NewBuilder begins with no document.
func NewBuilder() *Builder { return &Builder{builder: newBuilder()} }

// Add adds a document, whose name must be new.
func (b *Builder) Add(d *Document) { b.builder.add(d) }

// Index makes the index; the Builder is then spent.
func (b *Builder) Index() *Index {
	x := &Index{recent: map[string]*Document{}}
	x.push(b.builder.segment())
	b.builder = nil
	return x
}

func (x *Index) push(s *segment) {
	x.segments = append(x.segments, s)
	x.gone = append(x.gone, s.newSet())
}

// Put adds a document or puts it in the place of the one with its name. Tired
// is true when so many were put that it is worth building the index anew.
func (x *Index) Put(d *Document) (tired bool) {
	x.guard.Lock()
	defer x.guard.Unlock()
	x.drop(d.id)
	d.settle()
	x.recent[d.id] = d
	if len(x.recent) < fresh {
		return false
	}
	b := newBuilder()
	for _, recent := range x.recent {
		b.add(recent)
	}
	x.push(b.segment())
	x.recent = map[string]*Document{}
	return len(x.segments) > mostSegments
}

// Remove takes a document away, if it is there.
func (x *Index) Remove(id string) {
	x.guard.Lock()
	defer x.guard.Unlock()
	x.drop(id)
}

func (x *Index) drop(id string) {
	delete(x.recent, id)
	for i, s := range x.segments {
		if number, ok := s.number[id]; ok {
			x.gone[i].put(number)
		}
	}
}

// Found is what a search found: the names of documents, in no order, and for
// each word that is nowhere, that its near spellings were looked for instead.
type Found struct {
	IDs  []string
	Near []string
}

// Find gives the documents that a query asks for. A plain word that is in no
// document stands for its near spellings, where it has any.
func (x *Index) Find(q *Query) Found {
	x.guard.RLock()
	defer x.guard.RUnlock()
	q, instead := x.forgive(q)
	found := Found{Near: instead}
	for i, s := range x.segments {
		for n := range s.find(q, x.gone[i]).each() {
			found.IDs = append(found.IDs, s.ids[n])
		}
	}
	for id, d := range x.recent {
		if d.match(q) {
			found.IDs = append(found.IDs, id)
		}
	}
	return found
}

// each visits the members of a set.
func (t set) each() func(func(uint32) bool) {
	return func(visit func(uint32) bool) {
		for i, w := range t {
			for ; w != 0; w &= w - 1 {
				if !visit(uint32(i*64 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}

// forgive turns plain words that are nowhere into near ones.
func (x *Index) forgive(q *Query) (*Query, []string) {
	var instead []string
	forgiven := &Query{clauses: slices.Clone(q.clauses)}
	for i, c := range q.clauses {
		if c.plain == "" || x.anywhere(&c) {
			continue
		}
		phrase := slices.Clone(c.either[len(c.either)-1])
		slips := allowed(c.plain)
		if slips == 0 {
			continue
		}
		phrase[0].kind, phrase[0].distance = near, slips
		nearly := clause{either: [][]element{phrase}}
		if !x.anywhere(&nearly) {
			continue
		}
		forgiven.clauses[i] = nearly
		instead = append(instead, c.plain)
	}
	return forgiven, instead
}

// anywhere says whether a clause is true of any document.
func (x *Index) anywhere(c *clause) bool {
	q := &Query{clauses: []clause{*c}}
	for i, s := range x.segments {
		if !s.find(q, x.gone[i]).empty() {
			return true
		}
	}
	for _, d := range x.recent {
		if d.match(q) {
			return true
		}
	}
	return false
}
