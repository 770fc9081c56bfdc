package content

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"

	"sounding/journal"
)

// ErrNoPack says that there is no built-in pack to start from.
var ErrNoPack = errors.New("no built-in pack was given")

// Load puts packs together. The first is the built-in one: it is read as it is
// needed. The others follow in order and the later wins by id; each is checked
// whole, and one that is broken is left out, with its problems in Refused. The
// error is that of the built-in pack.
func Load(sources ...Source) (*Library, error) {
	if len(sources) == 0 {
		return nil, ErrNoPack
	}
	s := packSchema()
	builtIn := &pack{name: sources[0].Name, fsys: sources[0].FS, schema: s}
	if problems := builtIn.open(); Stops(problems) {
		return nil, fmt.Errorf("read the built-in pack: %s", problems[0])
	}
	packs := []*pack{builtIn}
	var refused []Problem
	for _, source := range sources[1:] {
		p := outside(source, s)
		problems := p.open()
		problems = append(problems, p.check(assemble(packs)).problems...)
		if Stops(problems) {
			sortProblems(problems)
			refused = append(refused, problems...)
			continue
		}
		packs = append(packs, p)
	}
	library := assemble(packs)
	library.Refused = refused
	return library, nil
}

// outside is a pack that is not built in: what was read of it is kept, so that
// a file that changes after the check is not used unchecked.
func outside(source Source, s schema) *pack {
	return &pack{name: source.Name, fsys: source.FS, schema: s, kept: map[string]string{}}
}

// assemble makes a library of packs that can be used.
func assemble(packs []*pack) *Library {
	l := &Library{
		packs: packs, walks: index[journal.Walk]{}, themes: index[journal.Theme]{},
		frameworks: index[journal.Framework]{}, pages: index[journal.Page]{},
		words: index[WordList]{},
	}
	for _, p := range packs {
		for _, f := range p.files {
			l.add(p, f)
		}
		for _, name := range p.about.Hide {
			l.hide(name)
		}
		if words := newLabels(p.about); words != nil {
			l.labels = append(l.labels, words)
		}
	}
	l.shelves = l.findShelves()
	l.principles = sync.OnceValue(l.readPrinciples)
	l.signs = sync.OnceValue(l.readSigns)
	l.menu = sync.OnceValue(l.readMenu)
	l.shelved = sync.OnceValue(l.readPages)
	l.search = sync.OnceValue(l.readSearch)
	l.linked = sync.OnceValue(l.readLinked)
	return l
}

// add puts a file in its index, in the place of an earlier one with its id.
func (l *Library) add(p *pack, f file) {
	switch f.part {
	case PartWalk:
		put(l.walks, f, p, func() (journal.Walk, bool) {
			s := p.sheet(f.path)
			walk := p.walk(f, s).walk
			l.relabel(PartWalk, f.id, &walk)
			return walk, !Stops(s.problems)
		})
	case PartTheme:
		put(l.themes, f, p, func() (journal.Theme, bool) {
			s := p.sheet(f.path)
			theme := p.theme(f, s).theme
			l.relabel(PartTheme, f.id, &theme)
			return theme, !Stops(s.problems)
		})
	case PartFramework:
		put(l.frameworks, f, p, func() (journal.Framework, bool) {
			s := p.sheet(f.path)
			framework := p.framework(f, s).framework
			return framework, !Stops(s.problems)
		})
	case PartPage:
		put(l.pages, f, p, func() (journal.Page, bool) {
			s := p.sheet(f.path)
			page := p.page(f, s).page
			page.Links = l.alive(page.Links)
			l.relabel(PartPage, f.id, &page)
			return page, !Stops(s.problems)
		})
	case PartWords:
		l.addWords(p, f)
	}
}

// addWords lays a list over an earlier one of the same name.
func (l *Library) addWords(p *pack, f file) {
	earlier := l.words[f.id]
	put(l.words, f, p, func() (WordList, bool) {
		s := p.sheet(f.path)
		words := p.words(f, s)
		if Stops(s.problems) {
			return WordList{}, false
		}
		if earlier == nil {
			return words, true
		}
		below, _ := earlier.get()
		return below.over(words), true
	})
}

// hide takes something away that an earlier pack holds: "walk/gibbs", or one
// row of a word list, "words/kinder/abscond".
func (l *Library) hide(name string) {
	part, id, _ := strings.Cut(name, "/")
	switch Part(part) {
	case PartWalk:
		delete(l.walks, id)
	case PartPage:
		delete(l.pages, id)
	case PartTheme:
		delete(l.themes, id)
	case PartFramework:
		delete(l.frameworks, id)
	case PartWords:
		l.hideWords(id)
	}
}

func (l *Library) hideWords(id string) {
	id, term, one := strings.Cut(id, "/")
	earlier := l.words[id]
	if !one || earlier == nil {
		delete(l.words, id)
		return
	}
	put(l.words, earlier.file, earlier.pack, func() (WordList, bool) {
		words, ok := earlier.get()
		return words.but(term), ok
	})
}

// alive leaves out links to pages that a pack has hidden.
func (l *Library) alive(links []string) []string {
	var out []string
	for _, id := range links {
		if l.readable(id) {
			out = append(out, id)
		}
	}
	return out
}

// findShelves lists the shelves that hold a page: first those that pack.yaml
// files name, in their order, then the others by title.
func (l *Library) findShelves() []Shelf {
	used := map[string]bool{themesShelf: len(l.themes) > 0, frameworksShelf: len(l.frameworks) > 0}
	for _, it := range l.pages {
		used[it.file.shelf] = true
	}
	named := map[string]int{}
	var out []Shelf
	for _, p := range l.packs {
		for _, s := range p.about.Shelves {
			if i, there := named[s.ID]; there {
				out[i] = s
			} else if used[s.ID] {
				named[s.ID] = len(out)
				out = append(out, s)
			}
		}
	}
	var others []Shelf
	for id, holds := range used {
		if _, there := named[id]; holds && !there {
			others = append(others, Shelf{ID: id, Title: titleOf(id)})
		}
	}
	sort.Slice(others, func(i, j int) bool { return others[i].Title < others[j].Title })
	return append(out, others...)
}

// titleOf makes a title of an id: "safe-uncertainty" is "Safe uncertainty".
func titleOf(id string) string {
	words := strings.ReplaceAll(id, "-", " ")
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
