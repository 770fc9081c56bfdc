package store

import (
	"context"
	"runtime/debug"
	"sync"

	"sounding/journal"
	"sounding/store/index"
)

// searching is the index over what is in the vault, in memory only. It is built
// in the background after unlocking; a search that comes sooner reads through
// everything itself, and takes the index if that is there first.
type searching struct {
	starting sync.Mutex // one build begins or ends at a time
	telling  sync.Mutex // one search brings the index up to date; those beside it wait

	built  chan struct{} // closed when there is an index, or will be none
	cancel context.CancelFunc

	guard sync.Mutex
	index *index.Index
	dirty map[journal.ID]bool // changed since the index was last told
}

// begin starts the build.
func (s *searching) begin(v *Vault) {
	s.starting.Lock()
	defer s.starting.Unlock()
	s.start(v)
}

// again builds anew in the place of an index that has become slow, unless
// another search saw to it already.
func (s *searching) again(v *Vault, slow *index.Index) {
	s.starting.Lock()
	defer s.starting.Unlock()
	s.guard.Lock()
	current := s.index
	s.guard.Unlock()
	if current == slow {
		s.end()
		s.start(v)
	}
}

// stop ends a build, waits for it, and drops the index.
func (s *searching) stop() {
	s.starting.Lock()
	defer s.starting.Unlock()
	s.end()
}

func (s *searching) start(v *Vault) {
	ctx, cancel := context.WithCancel(context.Background())
	built := make(chan struct{})
	s.guard.Lock()
	s.built, s.cancel, s.index = built, cancel, nil
	s.guard.Unlock()
	go func() {
		defer close(built)
		made := v.buildIndex(ctx)
		s.guard.Lock()
		s.index = made
		s.guard.Unlock()
		debug.FreeOSMemory() // reading everything once took memory that is not needed again
	}()
}

func (s *searching) end() {
	if s.cancel == nil {
		return
	}
	s.cancel()
	<-s.built
	s.guard.Lock()
	defer s.guard.Unlock()
	s.index, s.dirty = nil, nil
}

// stale notes that a reflection is not as the index knows it.
func (s *searching) stale(id journal.ID) {
	s.guard.Lock()
	defer s.guard.Unlock()
	if s.dirty == nil {
		s.dirty = map[journal.ID]bool{}
	}
	s.dirty[id] = true
}

// ready says whether the build has come to its end.
func (s *searching) ready() bool {
	s.guard.Lock()
	built := s.built
	s.guard.Unlock()
	select {
	case <-built:
		return true
	default:
		return built == nil
	}
}

// wait gives the index when it is built.
func (s *searching) wait(ctx context.Context) (*index.Index, error) {
	s.guard.Lock()
	built := s.built
	s.guard.Unlock()
	if built == nil {
		return nil, ErrClosed
	}
	select {
	case <-built:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	if s.index == nil {
		return nil, ErrClosed
	}
	return s.index, nil
}

func (s *searching) takeDirty() []journal.ID {
	s.guard.Lock()
	defer s.guard.Unlock()
	ids := make([]journal.ID, 0, len(s.dirty))
	for id := range s.dirty {
		ids = append(ids, id)
	}
	clear(s.dirty)
	return ids
}

// buildIndex reads every reflection into a new index. What cannot be read is
// left out: the findings of a damaged vault name it.
func (v *Vault) buildIndex(ctx context.Context) *index.Index {
	ids := v.allIDs()
	documents, used := make(chan *index.Document, buildAhead), make(chan *index.Document, buildAhead)
	go func() {
		defer close(documents)
		for _, id := range ids {
			if ctx.Err() != nil {
				return
			}
			d := index.NewDocument("")
			select {
			case d = <-used:
			default:
			}
			if v.document(id, d) {
				documents <- d
			}
		}
	}()
	b := index.NewBuilder()
	for d := range documents {
		b.Add(d)
		select {
		case used <- d:
		default:
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return b.Index()
}

// buildAhead is how many reflections are read ahead of what the index takes in.
const buildAhead = 8

// document reads one reflection into a document; false where there is none.
func (v *Vault) document(id journal.ID, into *index.Document) bool {
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return false
	}
	r, err := v.readAs(e, decodeWords)
	if err != nil {
		return false
	}
	into.Reset(string(id))
	addWords(into, &r, &e.summary)
	return true
}

// matching finds what a query asks for in the index, or without it while it is
// being built.
func (v *Vault) matching(ctx context.Context, q *index.Query) (index.Found, error) {
	if found, whole, err := v.scan(ctx, q); whole || err != nil {
		return found, err
	}
	x, err := v.search.wait(ctx)
	if err != nil {
		return index.Found{}, err
	}
	if v.tellIndex(x) {
		v.search.again(v, x)
	}
	return x.Find(q), nil
}

// scan reads through every reflection. It is not whole where there is an index,
// or one comes meanwhile, and where a word is nowhere, so that near spellings are
// called for, which need the index.
func (v *Vault) scan(ctx context.Context, q *index.Query) (found index.Found, whole bool, err error) {
	if v.search.ready() {
		return index.Found{}, false, nil
	}
	ids := v.allIDs()
	d, seen := index.NewDocument(""), index.Seen{}
	for _, id := range ids {
		if v.search.ready() {
			return index.Found{}, false, nil
		}
		if err := ctx.Err(); err != nil {
			return index.Found{}, false, err
		}
		if v.document(id, d) && q.In(d, &seen) {
			found.IDs = append(found.IDs, string(id))
		}
	}
	return found, len(ids) > 0 && seen.All(q), nil
}

func (v *Vault) allIDs() []journal.ID {
	v.state.RLock()
	defer v.state.RUnlock()
	ids := make([]journal.ID, 0, len(v.entries))
	for id := range v.entries {
		ids = append(ids, id)
	}
	return ids
}

// tellIndex brings the index up to date with what changed. A search that comes
// while another does so waits, since what was taken to be told is not in the
// index yet.
func (v *Vault) tellIndex(x *index.Index) (tired bool) {
	v.search.telling.Lock()
	defer v.search.telling.Unlock()
	for _, id := range v.search.takeDirty() {
		if d := index.NewDocument(""); v.document(id, d) {
			tired = x.Put(d) || tired
		} else {
			x.Remove(string(id))
		}
	}
	return tired
}
