package content

import (
	"sort"
	"strings"
	"sync"

	"sounding/journal"
)

// Library is the content of all packs together: where two packs hold the same
// id, the later one counts. It is read from many goroutines at once. What it
// hands out is shared: read it, do not change it.
type Library struct {
	// Refused lists what is wrong with the packs that could not be used.
	Refused []Problem

	packs      []*pack
	walks      index[journal.Walk]
	themes     index[journal.Theme]
	frameworks index[journal.Framework]
	pages      index[journal.Page]
	words      index[WordList]
	labels     []*labels
	shelves    []Shelf

	principles func() []journal.Principle
	signs      func() []journal.SignText
	menu       func() []journal.Walk
	shelved    func() []journal.Page
	search     func() searchIndex
	linked     func() map[string][]string
}

// index holds the items of one part by id.
type index[T any] map[string]*item[T]

// item is one thing of a pack that is read when it is first asked for.
type item[T any] struct {
	file file
	pack *pack
	get  func() (T, bool)
}

func put[T any](x index[T], f file, p *pack, read func() (T, bool)) {
	x[f.id] = &item[T]{file: f, pack: p, get: sync.OnceValues(read)}
}

func (x index[T]) find(id string) (T, bool) {
	if it, ok := x[id]; ok {
		return it.get()
	}
	var none T
	return none, false
}

// all reads every item, in the order of their ids.
func (x index[T]) all() []T {
	ids := make([]string, 0, len(x))
	for id := range x {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	out := make([]T, 0, len(ids))
	for _, id := range ids {
		if value, ok := x[id].get(); ok {
			out = append(out, value)
		}
	}
	return out
}

// Menu lists the walks in the order of the menu without their steps: id, title,
// summary, whom they are about and their lengths. It reads the top of each file
// only.
func (l *Library) Menu() []journal.Walk { return l.menu() }

// Walks lists the walks whole, in the order of the menu.
func (l *Library) Walks() []journal.Walk {
	walks := l.walks.all()
	sortWalks(walks)
	return walks
}

// Walk finds a walk by id.
func (l *Library) Walk(id string) (journal.Walk, bool) { return l.walks.find(id) }

func sortWalks(walks []journal.Walk) {
	sort.SliceStable(walks, func(i, j int) bool {
		if walks[i].Order != walks[j].Order {
			return walks[i].Order < walks[j].Order
		}
		return walks[i].Title < walks[j].Title
	})
}

// Themes lists the themes by title.
func (l *Library) Themes() []journal.Theme {
	themes := l.themes.all()
	sort.SliceStable(themes, func(i, j int) bool { return themes[i].Title < themes[j].Title })
	return themes
}

// Theme finds a theme by id.
func (l *Library) Theme(id string) (journal.Theme, bool) { return l.themes.find(id) }

// Frameworks lists the frameworks in the order that their packs give them, and
// by title where it is the same.
func (l *Library) Frameworks() []journal.Framework {
	frameworks := l.frameworks.all()
	sort.SliceStable(frameworks, func(i, j int) bool {
		if frameworks[i].Order != frameworks[j].Order {
			return frameworks[i].Order < frameworks[j].Order
		}
		return frameworks[i].Title < frameworks[j].Title
	})
	return frameworks
}

// Framework finds a framework by id.
func (l *Library) Framework(id string) (journal.Framework, bool) { return l.frameworks.find(id) }

// Principles lists the principles in the order of their packs.
func (l *Library) Principles() []journal.Principle { return l.principles() }

// Signs lists the practice errors worth a look, in the order of their packs.
func (l *Library) Signs() []journal.SignText { return l.signs() }

// Catalogue gathers what a reflection can point at from any walk.
func (l *Library) Catalogue() journal.Catalogue {
	return journal.Catalogue{
		Themes: l.Themes(), Principles: l.Principles(), Frameworks: l.Frameworks(), Pages: l.Pages(),
	}
}

// Pages lists everything there is to read, shelf by shelf and by title within
// one: the library's pages, and themes and frameworks as pages of their own.
func (l *Library) Pages() []journal.Page { return l.shelved() }

// Page finds a page by id; "theme/digital" and "framework/pcf" are those of a
// theme and of a framework.
func (l *Library) Page(id string) (journal.Page, bool) {
	if strings.Contains(id, "/") {
		return l.composed(id)
	}
	return l.pages.find(id)
}

// Shelves lists the shelves that hold a page, those that a pack names first.
func (l *Library) Shelves() []Shelf { return l.shelves }

// Shelf lists the pages of a shelf by title.
func (l *Library) Shelf(id string) []journal.Page {
	var out []journal.Page
	for _, p := range l.Pages() {
		if p.Shelf == id {
			out = append(out, p)
		}
	}
	return out
}

// BackLinks lists the ids of the pages that link to a page.
func (l *Library) BackLinks(page string) []string { return l.linked()[page] }

// Words finds a word list by the name of its file.
func (l *Library) Words(id string) (WordList, bool) { return l.words.find(id) }

// WordLists lists the word lists by id.
func (l *Library) WordLists() []WordList { return l.words.all() }

// PackInfo is a pack in use.
type PackInfo struct {
	Name    string // the name of its source
	ID      string
	Title   string
	Version int
	Summary string
}

// Packs lists the packs in use, the built-in one first.
func (l *Library) Packs() []PackInfo {
	out := make([]PackInfo, len(l.packs))
	for i, p := range l.packs {
		out[i] = PackInfo{Name: p.name, ID: p.about.ID, Title: p.about.Title, Version: p.about.Version, Summary: p.about.Summary}
	}
	return out
}

// Warm reads everything that has not been read yet, so that nothing later
// waits. It may run beside other calls.
func (l *Library) Warm() {
	l.Menu()
	l.Walks()
	l.Catalogue()
	l.Signs()
	l.WordLists()
	l.search()
}

func (l *Library) readMenu() []journal.Walk {
	out := make([]journal.Walk, 0, len(l.walks))
	for _, it := range l.walks {
		if walk, ok := it.pack.head(it.file); ok {
			l.relabel(PartWalk, walk.ID, &walk)
			out = append(out, walk)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	sortWalks(out)
	return out
}

func (l *Library) readPrinciples() []journal.Principle {
	var out []journal.Principle
	id := func(q journal.Principle) string { return q.ID }
	for _, p := range l.packs {
		for _, principle := range p.principles(p.sheet(principlesName)).principles {
			out = laid(out, principle, id)
		}
		out = unhidden(out, PartPrinciple, p.about.Hide, id)
	}
	for i := range out {
		l.relabel(PartPrinciple, out[i].ID, &out[i])
	}
	return out
}

func (l *Library) readSigns() []journal.SignText {
	var out []journal.SignText
	id := func(s journal.SignText) string { return s.ID }
	for _, p := range l.packs {
		for _, sign := range p.signs(p.sheet(signsName)).signs {
			out = laid(out, sign, id)
		}
		out = unhidden(out, PartSign, p.about.Hide, id)
	}
	return out
}

// laid puts a value in the place of an earlier one with its id, else last.
func laid[T any](all []T, value T, id func(T) string) []T {
	for i := range all {
		if id(all[i]) == id(value) {
			all[i] = value
			return all
		}
	}
	return append(all, value)
}

// unhidden leaves out what a pack hides.
func unhidden[T any](all []T, part Part, hide []string, id func(T) string) []T {
	var out []T
	for _, value := range all {
		if !contains(hide, string(part)+"/"+id(value)) {
			out = append(out, value)
		}
	}
	return out
}

func (l *Library) readPages() []journal.Page {
	pages := append(l.pages.all(), l.readComposed()...)
	place := map[string]int{}
	for i, s := range l.shelves {
		place[s.ID] = i
	}
	sort.SliceStable(pages, func(i, j int) bool {
		if a, b := place[pages[i].Shelf], place[pages[j].Shelf]; a != b {
			return a < b
		}
		return strings.ToLower(pages[i].Title) < strings.ToLower(pages[j].Title)
	})
	return pages
}

func (l *Library) readLinked() map[string][]string {
	out := map[string][]string{}
	for _, p := range l.Pages() {
		for _, to := range p.Links {
			out[to] = append(out[to], p.ID)
		}
	}
	return out
}
