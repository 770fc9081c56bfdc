package content

import (
	"io/fs"
	"sort"
	"strings"

	"sounding/journal"
)

// Check reads every file of a pack and lists what is wrong, in the order of
// files and lines. Base is what the pack is to be added to, where its links and
// standards may point; nil for a pack that stands alone. Where base holds a
// pack with the same id already, this one is checked in its place.
func Check(pack fs.FS, base *Library) []Problem {
	p := outside(Source{FS: pack}, packSchema())
	problems := p.open()
	c := p.check(base.without(p.about.ID))
	c.orphans()
	problems = append(problems, c.problems...)
	sortProblems(problems)
	return problems
}

// without is the library less the pack of an id; nil where nothing is left.
func (l *Library) without(id string) *Library {
	if l == nil {
		return nil
	}
	var packs []*pack
	for _, p := range l.packs {
		if p.about.ID != id {
			packs = append(packs, p)
		}
	}
	switch len(packs) {
	case len(l.packs):
		return l
	case 0:
		return nil
	}
	return assemble(packs)
}

// checker checks one pack against all that it may point at.
type checker struct {
	pack     *pack
	base     *Library // nil where the pack stands alone
	all      *Library // base and the pack together
	problems []Problem
	pointed  map[string]bool // pages that something points at
}

// check checks a pack that is open, but for orphans: to find those, all that
// is there before it has to be read.
func (p *pack) check(base *Library) *checker {
	c := &checker{pack: p, base: base, pointed: map[string]bool{}}
	var packs []*pack
	if base != nil {
		packs = append(packs, base.packs...)
	}
	c.all = assemble(append(packs, p))
	c.unlabelled()
	c.about()
	for _, f := range p.files {
		s := p.sheet(f.path)
		c.file(f, s)
		c.problems = append(c.problems, s.problems...)
	}
	c.top(principlesName, c.principles)
	c.top(signsName, c.signs)
	c.top(coverageName, c.coverage)
	return c
}

// unlabelled reads everything as it was written: labels change words, and no
// check is about those.
func (c *checker) unlabelled() { c.all.labels = nil }

func (c *checker) top(name string, check func(*sheet)) {
	if !c.pack.has(name) {
		return
	}
	s := c.pack.sheet(name)
	check(s)
	c.problems = append(c.problems, s.problems...)
}

func (c *checker) file(f file, s *sheet) {
	if !isID(f.id) {
		s.at(place{}, badFileName(f.id))
	}
	switch f.part {
	case PartWalk:
		c.walk(f, s)
	case PartTheme:
		c.theme(f, s)
	case PartPage:
		c.page(f, s)
	case PartFramework:
		c.framework(f, s)
	case PartWords:
		c.words(f, s)
	}
}

// isID says whether a text is lower-case words or figures with hyphens.
func isID(text string) bool {
	if text == "" || len(text) > 80 || strings.HasPrefix(text, "-") || strings.HasSuffix(text, "-") || strings.Contains(text, "--") {
		return false
	}
	for _, r := range text {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}

// need notes the keys that are not there. A key with nothing after it was
// noted when it was read.
func (s *sheet) need(n *node, keys ...string) {
	if n == nil || n.shape != mapping {
		return
	}
	for _, key := range keys {
		if n.key(key) == nil {
			s.at(n.place, missing(key))
		}
	}
}

// ownID checks the id of a file's front matter: the file is named after it.
func (s *sheet) ownID(n *node, id, file string) {
	s.need(n, "id")
	if id != "" && id != file {
		s.at(n.where("id"), otherID(id, file))
	}
}

// id checks an id within a file and notes one that was used before.
func (s *sheet) id(n *node, id string, used map[string]place) {
	switch {
	case id == "":
		s.need(n, "id")
		return
	case !isID(id):
		s.at(n.where("id"), badID(id))
	}
	if first, twice := used[id]; twice {
		s.at(n.where("id"), duplicateID(id, first.line))
		return
	}
	used[id] = n.where("id")
}

// date checks a day, if one is given.
func (s *sheet) date(n *node, key string, d journal.Date) {
	if d != "" && (!d.Valid() || d.HasTime()) {
		s.at(n.where(key), notADate(string(d)))
	}
}

// oneOf checks a word from a closed list, if one is given.
func (s *sheet) oneOf(n *node, key, value string, allowed []string) {
	if value != "" && !contains(allowed, value) {
		s.at(n.where(key), notOneOf(key, value, allowed))
	}
}

// standards checks "framework/standard" references.
func (c *checker) standards(s *sheet, n *node, refs []string) {
	for i, ref := range refs {
		framework, standard, two := strings.Cut(ref, "/")
		if two {
			if it := c.all.frameworks[framework]; it != nil {
				f, ok := it.get()
				if !ok || hasStandard(f, standard) {
					continue
				}
			}
		}
		s.at(n.item(i).where(""), unknownStandard(ref, c.nearStandards(framework)))
	}
}

func hasStandard(f journal.Framework, id string) bool {
	for _, s := range f.Standards {
		if s.ID == id {
			return true
		}
	}
	return false
}

func (c *checker) nearStandards(framework string) []string {
	f, ok := c.all.frameworks.find(framework)
	if !ok {
		return ids(c.all.frameworks)
	}
	var out []string
	for _, s := range f.Standards {
		out = append(out, f.ID+"/"+s.ID)
	}
	return out
}

// points checks that a page is there, and remembers that something points at
// it.
func (c *checker) points(s *sheet, at place, page string) {
	c.pointed[page] = true
	if !c.all.readable(page) {
		s.at(at, deadLink(page, nearest(page, ids(c.all.pages))))
	}
}

// follow checks the links of a Markdown text.
func (c *checker) follow(s *sheet, text string, line int, from string) {
	for _, l := range links(text, line) {
		page, ok := pageOf(l.target)
		switch {
		case !ok:
		case page == from:
			s.at(l.place, linkToItself())
		default:
			c.points(s, l.place, page)
		}
	}
}

func ids[T any](x index[T]) []string {
	out := make([]string, 0, len(x))
	for id := range x {
		out = append(out, id)
	}
	sort.Strings(out)
	return out
}

// orphans notes the pages of the pack that nothing points at: no page, walk,
// theme, principle or sign, of this pack or of one before it.
func (c *checker) orphans() {
	if c.base != nil {
		c.base.pointing(c.pointed)
	}
	for _, f := range c.pack.files {
		if f.part == PartPage && !c.pointed[f.id] {
			s := c.pack.sheet(f.path)
			s.at(place{}, orphan())
			c.problems = append(c.problems, s.problems...)
		}
	}
}

// pointing marks every page that the library's content points at.
func (l *Library) pointing(pages map[string]bool) {
	for _, p := range l.Pages() {
		for _, id := range p.Links {
			pages[id] = true
		}
	}
	for _, w := range l.Walks() {
		for _, s := range w.Steps {
			for _, id := range s.Pages {
				pages[id] = true
			}
			for _, link := range links(s.Guidance, 1) {
				if id, ok := pageOf(link.target); ok {
					pages[id] = true
				}
			}
		}
	}
	for _, p := range l.Principles() {
		pages[p.Page] = true
	}
	for _, t := range l.Themes() {
		for _, link := range links(t.Body, 1) {
			if id, ok := pageOf(link.target); ok {
				pages[id] = true
			}
		}
	}
}
