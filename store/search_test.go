package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"sounding/journal"
)

func TestSearch_findsDraftsRevisionsAndChanges(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	for i, words := range []string{"the heron by the river", "a home visit by the river", "school and home"} {
		r := reflection(i, words, p.clock.Now())
		r.Subject, r.Themes = []string{"Heron", "Wren", "Heron"}[i], []string{"neglect"}
		_, err := v.Save(background, r, 0, WhySaved)
		ok(t, err)
		p.clock.Move(time.Hour)
	}
	check := func(q Query, total int, first journal.ID) {
		t.Helper()
		hits, err := v.Search(background, q)
		ok(t, err)
		if hits.Total != total || (total > 0 && hits.Hits[0].Summary.ID != first) {
			t.Errorf("%+v found %d: %+v", q, hits.Total, hits.Hits)
		}
	}
	one, two, three := reflection(0, "", time.Time{}).ID, reflection(1, "", time.Time{}).ID, reflection(2, "", time.Time{}).ID
	check(Query{Words: "river"}, 2, two)
	check(Query{Words: "heron"}, 2, three)
	check(Query{Words: "river", Subject: "heron"}, 1, one)
	check(Query{Words: "riv", Typing: true}, 2, two)
	check(Query{Words: "2026-11-02"}, 3, three)
	check(Query{Theme: "neglect", Limit: 1}, 3, three)
	check(Query{Until: newTestClock().Now().Add(time.Minute)}, 1, one)

	changed := reflection(1, "nothing about water", p.clock.Now())
	_, err := v.SaveDraft(background, changed, 1)
	ok(t, err)
	check(Query{Words: "river"}, 1, one)
	check(Query{Words: "water"}, 1, two)
	ok(t, v.Trash(background, one))
	check(Query{Words: "river"}, 0, "")
	ok(t, v.Untrash(background, one))
	check(Query{Words: "river"}, 1, one)
}

// Each key of a search is a search of its own, and they run beside each other: one
// that finds the news taken already waits until the index has been told.
func TestSearch_findsWhatAnotherSearchIsStillTellingTheIndex(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	_, err := v.Search(background, Query{Words: "anything"}) // there is an index from now on
	ok(t, err)
	const kept, searches = 40, 8
	for i := range kept {
		_, err := v.Save(background, reflection(i, "the heron by the river", p.clock.Now()), 0, WhySaved)
		ok(t, err)
	}
	var together sync.WaitGroup
	totals := make([]int, searches)
	for i := range totals {
		together.Go(func() {
			hits, err := v.Search(background, Query{Words: "river"})
			if err == nil {
				totals[i] = hits.Total
			}
		})
	}
	together.Wait()
	for i, total := range totals {
		if total != kept {
			t.Errorf("search %d found %d of %d", i, total, kept)
		}
	}
}

// While the index is being built a search reads everything instead, and finds the
// same; what needs the index waits for it.
func TestSearch_doesNotWaitForTheIndex(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	for i, words := range []string{"the heron by the river", "a home visit by the river bank", "school and home"} {
		_, err := v.Save(background, reflection(i, words, p.clock.Now()), 0, WhySaved)
		ok(t, err)
		p.clock.Move(time.Hour)
	}
	ok(t, v.Trash(background, reflection(2, "", time.Time{}).ID))
	queries := []Query{
		{Words: "river"}, {Words: "river -heron"}, {Words: "\"river bank\""}, {Words: "\"bank river\""}, {Words: "riv", Typing: true},
		{Words: "vis* home"}, {Words: "title:title"}, {Words: "2026-11"}, {Words: "~rivre"}, {Words: "home"}, {},
	}
	find := func(q Query) (int, []journal.ID) {
		t.Helper()
		hits, err := v.Search(background, q)
		ok(t, err)
		var ids []journal.ID
		for _, h := range hits.Hits {
			ids = append(ids, h.Summary.ID)
		}
		return hits.Total, ids
	}
	_, err := v.search.wait(background)
	ok(t, err)
	var with []string
	for _, q := range queries {
		total, ids := find(q)
		with = append(with, fmt.Sprint(total, ids))
	}
	index, held := v.search.index, make(chan struct{})
	v.search.guard.Lock()
	v.search.built, v.search.index = held, nil // as while it is being built
	v.search.guard.Unlock()
	for i, q := range queries {
		if total, ids := find(q); fmt.Sprint(total, ids) != with[i] {
			t.Errorf("%+v finds %d %v without the index and %s with it", q, total, ids, with[i])
		}
	}
	ended, cancel := context.WithCancel(background)
	cancel()
	if _, err := v.Search(ended, Query{Words: "rivre"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a near spelling without the index gave %v", err)
	}
	v.search.guard.Lock()
	v.search.index = index
	v.search.guard.Unlock()
	close(held)
	if hits, err := v.Search(background, Query{Words: "rivre"}); err != nil || hits.Total != 2 || len(hits.Near) != 1 {
		t.Errorf("with it: %+v, %v", hits, err)
	}
}

func TestSearch_showsWordsAroundTheMatchInOneLine(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	words := "Long before\tthat, in another office and another year, there was\nan owl\x1b[31m in the café, and so on"
	_, err := v.Save(background, reflection(1, words, p.clock.Now()), 0, WhySaved)
	ok(t, err)
	hits, err := v.Search(background, Query{Words: "cafe"})
	ok(t, err)
	hit := hits.Hits[0]
	if got := hit.Excerpt[hit.Start:hit.End]; got != "café" {
		t.Errorf("marked %q in %q", got, hit.Excerpt)
	}
	for i := range len(hit.Excerpt) {
		if hit.Excerpt[i] == '\n' || hit.Excerpt[i] == '\t' {
			t.Errorf("more than a line: %q", hit.Excerpt)
		}
	}
}

func FuzzExcerpt_keepsThePlace(f *testing.F) {
	f.Add("some text with words", 5, 9)
	f.Add("é\xffü  x", 2, 3)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || end < start || end > len(text) {
			return
		}
		got, from, to := excerpt(text, start, end)
		if from < 0 || to < from || to > len(got) || got[from:to] != oneLine(text[start:end]) {
			t.Errorf("%d to %d of %q became %d to %d of %q", start, end, text, from, to, got)
		}
	})
}

// While somebody types, several searches run at once, and the last answer stays:
// each has to know of every change.
func TestSearch_findsEveryChangeHoweverManySearchesComeTogether(t *testing.T) {
	v := inMemory(t, newTestClock())
	_, err := v.Search(background, Query{Words: "nothing"})
	ok(t, err)
	const written = 60
	for round := range 5 {
		for i := range written {
			r := reflection(round*written+i, "a heater in the hall", newTestClock().Now())
			_, err := v.SaveDraft(background, r, 0)
			ok(t, err)
		}
		totals := make(chan int, 6)
		for range cap(totals) {
			go func() {
				hits, err := v.Search(background, Query{Words: "heater", Typing: true})
				if err != nil {
					hits.Total = -1
				}
				totals <- hits.Total
			}()
		}
		for range cap(totals) {
			if got := <-totals; got != (round+1)*written {
				t.Errorf("a search found %d of %d", got, (round+1)*written)
			}
		}
	}
}
