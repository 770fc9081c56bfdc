package store

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"sounding/journal"
	"sounding/store/index"
)

// Query is what to search for. Words are read as index.Query tells; the other
// fields narrow the search where they are set.
type Query struct {
	Words    string
	Typing   bool // the last word is still being typed
	Walk     string
	Theme    string
	Standard string
	Subject  string    // a code, whole, in any case
	Since    time.Time // written or changed at or after
	Until    time.Time // written before
	Offset   int       // hits to pass over
	Limit    int       // hits to give; 20 where it is 0
}

const usualLimit = 20

// Hits is what a search found, newest first: the hits asked for, and Total
// however few of them are given. Near holds words that are nowhere, for which
// near spellings were looked for instead.
type Hits struct {
	Hits  []journal.Hit
	Total int
	Near  []string
}

// searching is the index over what is in the vault, in memory only. It is built
// in the background after unlocking; a search that comes sooner waits for it,
// because the build reads what a scan would read and is already on its way.
type searching struct {
	starting sync.Mutex // one build begins or ends at a time

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
	v.state.RLock()
	ids := make([]journal.ID, 0, len(v.entries))
	for id := range v.entries {
		ids = append(ids, id)
	}
	v.state.RUnlock()
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

func addWords(d *index.Document, r *journal.Reflection, s *journal.Summary) {
	d.Add(index.Title, s.Title)
	d.Add(index.Subject, r.Subject)
	d.Add(index.Walk, r.Walk)
	for _, theme := range r.Themes {
		d.Add(index.Theme, theme)
	}
	for _, standard := range r.Standards {
		d.Add(index.Standard, standard.Standard)
	}
	for _, text := range textsOf(r) {
		d.Add(index.Text, text)
	}
	for _, at := range []time.Time{r.Created, r.Updated} {
		d.Add(index.Date, at.Format(time.DateOnly))
	}
	for _, open := range s.Open {
		d.Add(index.Date, string(open.On))
	}
}

// textsOf are the texts of a reflection that a person wrote, in the order in
// which they are read.
func textsOf(r *journal.Reflection) []string {
	var out []string
	add := func(texts ...string) {
		for _, text := range texts {
			if text != "" {
				out = append(out, text)
			}
		}
	}
	add(r.Title)
	for _, a := range r.Answers {
		add(a.Text)
	}
	for _, h := range r.Hypotheses {
		add(h.Text, h.Expect, h.FindOut, h.IfMissed)
	}
	for _, e := range r.Evidence {
		add(e.Text, e.Whose, e.Opinion)
	}
	for _, u := range r.Utterances {
		add(u.Text)
	}
	for _, p := range r.Principles {
		add(p.Note)
	}
	for _, a := range r.Actions {
		add(a.Text, a.Owner)
	}
	for _, f := range r.Forecasts {
		add(f.Text, f.Learnt)
	}
	for _, s := range r.Standards {
		add(s.Note)
	}
	return out
}

// Search finds reflections by their words, newest first, those in the trash
// left out. It holds no transaction and no lock while anything is shown.
func (v *Vault) Search(ctx context.Context, q Query) (Hits, error) {
	x, err := v.search.wait(ctx)
	if err != nil {
		return Hits{}, fmt.Errorf("search: %w", err)
	}
	if v.tellIndex(x) {
		v.search.again(v, x)
	}
	parsed := index.Parse(q.Words, q.Typing)
	found := x.Find(parsed)
	wanted := make(map[journal.ID]bool, len(found.IDs))
	for _, id := range found.IDs {
		wanted[journal.ID(id)] = true
	}
	hits := Hits{Near: found.Near}
	limit := q.Limit
	if limit == 0 {
		limit = usualLimit
	}
	v.state.Lock()
	defer v.state.Unlock()
	if v.closed {
		return Hits{}, fmt.Errorf("search: %w", ErrClosed)
	}
	v.sort()
	for _, e := range v.order {
		if !wanted[e.id] || e.trashed() || !q.admits(&e.summary) {
			continue
		}
		if hits.Total >= q.Offset && len(hits.Hits) < limit {
			hits.Hits = append(hits.Hits, v.hit(e, parsed))
		}
		hits.Total++
	}
	return hits, nil
}

// tellIndex brings the index up to date with what changed.
func (v *Vault) tellIndex(x *index.Index) (tired bool) {
	for _, id := range v.search.takeDirty() {
		if d := index.NewDocument(""); v.document(id, d) {
			tired = x.Put(d) || tired
		} else {
			x.Remove(string(id))
		}
	}
	return tired
}

// admits says whether a reflection is what the query is narrowed to.
func (q *Query) admits(s *journal.Summary) bool {
	return (q.Walk == "" || s.Walk == q.Walk) &&
		(q.Theme == "" || slices.Contains(s.Themes, q.Theme)) &&
		(q.Standard == "" || slices.Contains(s.Standards, q.Standard)) &&
		(q.Subject == "" || strings.EqualFold(s.Subject, q.Subject)) &&
		(q.Since.IsZero() || !s.Updated.Before(q.Since)) &&
		(q.Until.IsZero() || s.Created.Before(q.Until))
}

// hit makes a hit with the words around the first place that matched. What
// cannot be read has no excerpt.
func (v *Vault) hit(e *entry, q *index.Query) journal.Hit {
	hit := journal.Hit{Summary: e.summary}
	r, err := v.readAs(e, decodeWords)
	if err != nil {
		return hit
	}
	texts := textsOf(&r)
	for _, text := range texts {
		if marks := q.Marks(text); len(marks) > 0 {
			hit.Excerpt, hit.Start, hit.End = excerpt(text, marks[0][0], marks[0][1])
			return hit
		}
	}
	if len(texts) > 0 {
		hit.Excerpt, _, _ = excerpt(texts[0], 0, 0)
	}
	return hit
}

// How much of a text an excerpt shows before and after what matched, in bytes.
const (
	excerptBefore = 40
	excerptAfter  = 100
)

// excerpt cuts the words around a place out of a text, in one line, and gives
// the place within it.
func excerpt(text string, start, end int) (string, int, int) {
	from, to := max(start-excerptBefore, 0), min(end+excerptAfter, len(text))
	for 0 < from && from < start && (!utf8.RuneStart(text[from]) || !space(text[from-1])) {
		from++
	}
	for end < to && to < len(text) && (!utf8.RuneStart(text[to]) || !space(text[to])) {
		to--
	}
	before, match, after := oneLine(text[from:start]), oneLine(text[start:end]), oneLine(text[end:to])
	return before + match + after, len(before), len(before) + len(match)
}

func space(b byte) bool { return b < utf8.RuneSelf && unicode.IsSpace(rune(b)) }

func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
}
