package export

import (
	"fmt"
	"io"
	"strings"

	"sounding/journal"
)

// Shelf is one shelf of the library with its pages.
type Shelf struct {
	ID, Title, Summary string
	Pages              []journal.Page
}

// libraryFile is what `library --json` prints.
type libraryFile struct {
	Version int         `json:"version"`
	Shelves []shelfItem `json:"shelves"`
}

type shelfItem struct {
	ID      string     `json:"id"`
	Title   string     `json:"title"`
	Summary string     `json:"summary"`
	Pages   []pageItem `json:"pages"`
}

type pageItem struct {
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Summary string       `json:"summary"`
	Checked journal.Date `json:"checked"`
}

// Library writes the shelves and what is on them as `library --json` prints
// them.
func Library(w io.Writer, shelves []Shelf) error {
	out := libraryFile{Version: 1, Shelves: []shelfItem{}}
	for _, s := range shelves {
		item := shelfItem{ID: s.ID, Title: s.Title, Summary: s.Summary, Pages: []pageItem{}}
		for _, p := range s.Pages {
			item.Pages = append(item.Pages, pageItem{ID: p.ID, Title: p.Title, Summary: p.Summary, Checked: p.Checked})
		}
		out.Shelves = append(out.Shelves, item)
	}
	return encode(w, out)
}

// pageFile is what `library PAGE --json` prints.
type pageFile struct {
	Version int       `json:"version"`
	Page    wholePage `json:"page"`
}

type wholePage struct {
	ID        string       `json:"id"`
	Title     string       `json:"title"`
	Shelf     string       `json:"shelf"`
	Summary   string       `json:"summary"`
	Body      string       `json:"body"`   // Markdown
	UseIn     string       `json:"use_in"` // "walk/step", or empty
	Standards []string     `json:"standards"`
	Sources   []string     `json:"sources"`
	Links     []string     `json:"links"`
	Checked   journal.Date `json:"checked"`
	Pack      string       `json:"pack"`
}

// LibraryPage writes one page as `library PAGE --json` prints it.
func LibraryPage(w io.Writer, p journal.Page) error {
	some := func(list []string) []string { return append([]string{}, list...) }
	return encode(w, pageFile{Version: 1, Page: wholePage{
		ID: p.ID, Title: p.Title, Shelf: p.Shelf, Summary: p.Summary, Body: p.Body, UseIn: p.UseIn,
		Standards: some(p.Standards), Sources: some(p.Sources), Links: some(p.Links), Checked: p.Checked, Pack: p.Pack,
	}})
}

// LibraryText writes one page for people to read, as plain lines: its title,
// what it says, then its standards, its sources and when it was checked. A
// summary that the text holds already is not said twice.
// standards are in words.
func LibraryText(w io.Writer, p journal.Page, standards []string) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n\n", p.Title)
	if p.Summary != "" && !strings.Contains(p.Body, p.Summary) {
		fmt.Fprintf(&out, "%s\n\n", p.Summary)
	}
	out.WriteString(plainLines(p.Body))
	for _, part := range []struct {
		heading string
		lines   []string
	}{{pageStandards, standards}, {pageSources, p.Sources}} {
		if len(part.lines) == 0 {
			continue
		}
		fmt.Fprintf(&out, "\n%s\n\n", part.heading)
		for _, line := range part.lines {
			fmt.Fprintf(&out, "- %s\n", line)
		}
	}
	if p.Checked != "" {
		fmt.Fprintf(&out, "\n%s %s\n", pageChecked, p.Checked.Long())
	}
	if _, err := io.WriteString(w, journal.Visible(out.String())); err != nil {
		return fmt.Errorf("write a page: %w", err)
	}
	return nil
}

// The words round a page of the library.
const (
	pageStandards = "Standards"
	pageSources   = "Sources"
	pageChecked   = "Checked on"
)
