package content

import (
	"strings"

	"sounding/journal"
)

func (c *checker) page(f file, s *sheet) {
	read := c.pack.page(f, s)
	n, page := read.node, read.page
	if n == nil {
		return
	}
	s.ownID(n, page.ID, f.id)
	s.need(n, "title", "sources", "checked")
	s.date(n, "checked", page.Checked)
	if shelf := n.key("shelf"); shelf != nil && shelf.text != "" && shelf.text != f.shelf {
		s.at(n.where("shelf"), otherShelf(shelf.text, f.shelf))
	}
	if page.Body == "" {
		s.at(place{read.bodyAt, 1}, emptyBody())
	}
	if first := c.firstOf(f); first != f.path {
		s.at(n.where("id"), samePage(page.ID, first))
	}
	c.useIn(s, n, page.UseIn)
	c.standards(s, n.key("standards"), page.Standards)
	c.pageLinks(s, n.key("links"), page)
	c.follow(s, read.body, read.bodyAt, page.ID)
}

// firstOf is the first file of the pack with a page's id, on any shelf.
func (c *checker) firstOf(f file) string {
	for _, other := range c.pack.files {
		if other.part == f.part && other.id == f.id {
			return other.path
		}
	}
	return f.path
}

func (c *checker) pageLinks(s *sheet, n *node, page journal.Page) {
	if n == nil {
		return
	}
	seen := map[string]bool{}
	for _, item := range n.items {
		switch id := item.text; {
		case id == page.ID:
			s.at(item.place, linkToItself())
		case seen[id]:
			s.at(item.place, linkTwice(id))
		default:
			c.points(s, item.place, id)
		}
		seen[item.text] = true
	}
}

// useIn checks "walk/step".
func (c *checker) useIn(s *sheet, n *node, ref string) {
	if ref == "" {
		return
	}
	id, step, two := strings.Cut(ref, "/")
	it := c.all.walks[id]
	if it == nil || !two {
		s.at(n.where("use_in"), noSuchStep(ref, nearest(id, ids(c.all.walks))))
		return
	}
	walk, ok := it.get()
	if !ok {
		return // the walk's own problems say why
	}
	if _, there := walk.Step(step); !there {
		s.at(n.where("use_in"), noSuchStep(ref, nearest(step, stepIDs(walk))))
	}
}

func stepIDs(w journal.Walk) []string {
	out := make([]string, len(w.Steps))
	for i, s := range w.Steps {
		out[i] = s.ID
	}
	return out
}

func (c *checker) theme(f file, s *sheet) {
	read := c.pack.theme(f, s)
	n, theme := read.node, read.theme
	if n == nil {
		return
	}
	s.ownID(n, theme.ID, f.id)
	s.need(n, "title", "summary", "sources", "checked")
	s.date(n, "checked", theme.Checked)
	if theme.Body == "" {
		s.at(place{read.bodyAt, 1}, emptyBody())
	}
	c.offers(s, n.key("lenses"), theme.Lenses)
	c.themePrompts(s, n.key("prompts"), theme)
	for i, card := range theme.Law {
		at := n.key("law").item(i)
		s.need(at, "title", "text", "source", "checked")
		s.date(at, "checked", card.Checked)
	}
	c.standards(s, n.key("standards"), theme.Marks)
	c.standards(s, n.key("suggested"), theme.Suggest)
	c.follow(s, theme.Body, bodyLine(s, read.bodyAt), "")
}

// bodyLine is the line of the first words of a body.
func bodyLine(s *sheet, from int) int {
	for from <= len(s.lines) && strings.TrimSpace(s.lines[from-1]) == "" {
		from++
	}
	return from
}

// themePrompts checks the prompts that a theme brings into steps of a kind.
// They follow from the theme alone, so they take no role and no condition.
func (c *checker) themePrompts(s *sheet, n *node, theme journal.Theme) {
	used := map[string]place{}
	said := map[string]place{}
	for _, e := range keysOf(n) {
		kind := journal.Kind(e.name)
		if _, known := journal.KindOf(kind); !known {
			s.at(e.place, unknownKind(e.name))
			continue
		}
		for i, p := range theme.Prompts[kind] {
			at := e.value.item(i)
			c.promptWords(s, at, p, used)
			if p.Role != "" {
				s.at(at.where("role"), notInATheme("role"))
			}
			if p.When != nil {
				s.at(at.where("when"), notInATheme("when"))
			}
			c.saidOnce(s, at, p.Text, said)
		}
	}
}

func (c *checker) offers(s *sheet, n *node, offers []journal.Offer) {
	used := map[string]place{}
	for i, o := range offers {
		at := n.item(i)
		s.id(at, o.ID, used)
		s.need(at, "label", "text")
	}
}

// saidOnce notes a question that was asked before in the same walk or theme.
func (c *checker) saidOnce(s *sheet, n *node, text string, said map[string]place) {
	key := strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !letter(r) }), " "))
	if key == "" {
		return
	}
	if first, twice := said[key]; twice {
		s.at(n.where("text"), saidTwice(text, first.line))
		return
	}
	said[key] = n.where("text")
}
