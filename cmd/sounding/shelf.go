package main

import (
	"context"
	"slices"
	"time"

	"sounding/content"
	"sounding/journal"
)

// shelf gives the library to the screen and to the plain lines.
type shelf struct {
	library *content.Library
	now     func() time.Time
}

// Shelves lists the shelves, each with what stands on it.
func (s shelf) Shelves() []journal.Choice {
	var out []journal.Choice
	for _, found := range s.library.Shelves() {
		out = append(out, journal.Choice{ID: found.ID, Label: found.Title, Help: found.Summary})
	}
	return out
}

// Shelf lists the pages of a shelf.
func (s shelf) Shelf(id string) []journal.Page { return s.library.Shelf(id) }

// Page finds a page, a theme or a framework.
func (s shelf) Page(id string) (journal.Page, bool) { return s.library.Page(id) }

// SearchPages finds pages by word, the best first, each with the line that it
// was found by in place of its summary.
func (s shelf) SearchPages(query string) []journal.Page {
	var out []journal.Page
	for _, hit := range s.library.SearchPages(query) {
		page := hit.Page
		page.Summary = hit.Excerpt
		out = append(out, page)
	}
	return out
}

// Refused says what is wrong with the packs that could not be used, a line
// each: the pack, the file, the line and what to do.
func (s shelf) Refused() []string {
	var out []string
	for _, problem := range s.library.Refused {
		out = append(out, problem.Pack+", "+problem.String())
	}
	return out
}

// BackLinks lists the pages that link to a page.
func (s shelf) BackLinks(page string) []string { return s.library.BackLinks(page) }

// StandardNames says a page's standards in words, as of today.
func (s shelf) StandardNames(p journal.Page) []string {
	return standardNames(s.library, p, journal.DateOf(s.now()))
}

// reading is the library with the desk that takes a page into a reflection.
type reading struct {
	shelf
	*desk
}

// Frameworks lists every framework, whatever its dates.
func (d *desk) Frameworks() []journal.Framework { return d.library.Frameworks() }

// GoTo makes a step the place where a reflection is. A step that the chosen
// length leaves out brings the next longer length that has it; what was written
// stays. A reflection whose walk has no such step is left where it is.
func (d *desk) GoTo(ctx context.Context, id journal.ID, step string) error {
	r, w, err := d.Load(ctx, id)
	if err != nil {
		return err
	}
	target, ok := w.Step(step)
	if !ok {
		return nil
	}
	if !target.In(r.Length) {
		at := slices.IndexFunc(w.Lengths, func(l journal.Length) bool { return l > r.Length && target.In(l) })
		if at < 0 {
			at = slices.IndexFunc(w.Lengths, target.In)
		}
		r.Length = w.Lengths[at]
	}
	r.At = step
	d.Put(r)
	return nil
}
