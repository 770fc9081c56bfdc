package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
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
	parsed := index.Parse(q.Words, q.Typing)
	found, err := v.matching(ctx, parsed)
	if err != nil {
		return Hits{}, fmt.Errorf("search: %w", err)
	}
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
