package content

import (
	"slices"
	"strconv"
	"strings"

	"sounding/journal"
)

// about checks pack.yaml.
func (c *checker) about() {
	p := c.pack
	if p.node == nil {
		return
	}
	s := p.sheet(packName)
	s.lines = p.lines
	s.need(p.node, "id", "title", "version")
	if p.about.ID != "" && !isID(p.about.ID) {
		s.at(p.node.where("id"), badID(p.about.ID))
	}
	if c.base != nil {
		for _, other := range c.base.packs {
			if other.about.ID == p.about.ID {
				s.at(p.node.where("id"), packTwice(p.about.ID))
			}
		}
	}
	c.version(s, p.node, p.about.Version)
	c.shelfNames(s)
	c.labelWords(s)
	hide := p.node.key("hide")
	for i, name := range p.about.Hide {
		c.hides(s, hide.item(i), name)
	}
	c.problems = append(c.problems, s.problems...)
}

// version checks that a version counts from one. What is no number at all was
// noted when it was read.
func (c *checker) version(s *sheet, n *node, version int) {
	at := n.key("version")
	if at == nil || version >= 1 {
		return
	}
	if _, err := strconv.Atoi(at.text); err == nil {
		s.at(n.where("version"), badVersion())
	}
}

func (c *checker) shelfNames(s *sheet) {
	shelves := c.pack.node.key("shelves")
	used := map[string]place{}
	for i, shelf := range c.pack.about.Shelves {
		n := shelves.item(i)
		s.need(n, "title")
		s.id(n, shelf.ID, used)
		if shelf.ID != "" && !c.shelfUsed(shelf.ID) {
			s.at(n.where("id"), emptyShelf(shelf.ID))
		}
	}
}

func (c *checker) shelfUsed(id string) bool {
	if id == themesShelf && len(c.all.themes) > 0 || id == frameworksShelf && len(c.all.frameworks) > 0 {
		return true
	}
	for _, it := range c.all.pages {
		if it.file.shelf == id {
			return true
		}
	}
	return false
}

func (c *checker) labelWords(s *sheet) {
	p := c.pack
	if len(p.about.Labels) == 0 && len(p.about.LabelsIn)+len(p.about.LabelsKeep) > 0 {
		s.at(p.node.place, noLabels())
	}
	for _, e := range keysOf(p.node.key("labels")) {
		if strings.IndexFunc(e.name, letter) < 0 {
			s.at(e.place, labelWithoutWords())
		} else if fold(e.name) == fold(p.about.Labels[e.name]) {
			s.at(e.place, labelSame(e.name))
		}
	}
	in := p.node.key("labels_in")
	for i, name := range p.about.LabelsIn {
		part, id, one := strings.Cut(name, "/")
		switch {
		case !contains([]string{string(PartWalk), string(PartTheme), string(PartPrinciple), string(PartPage)}, part):
			s.at(in.item(i).where(""), labelsNowhere(name))
		case one && !c.holds(c.all, Part(part), id):
			s.at(in.item(i).where(""), noSuchThing(name))
		}
	}
}

func keysOf(n *node) []entry {
	if n == nil {
		return nil
	}
	return n.keys
}

// hides checks one name of the hide list: it takes something away that a pack
// before this one holds.
func (c *checker) hides(s *sheet, n *node, name string) {
	part, id, ok := strings.Cut(name, "/")
	switch {
	case !ok || !knownPart(part):
		s.at(n.where(""), badHide(name))
	case c.base == nil || !c.holds(c.base, Part(part), id):
		s.at(n.where(""), noSuchThing(name))
	}
}

func knownPart(name string) bool {
	for _, p := range parts() {
		if string(p) == name {
			return true
		}
	}
	return false
}

// holds says whether a library has a thing.
func (c *checker) holds(l *Library, part Part, id string) bool {
	switch part {
	case PartWalk:
		return l.walks[id] != nil
	case PartPage:
		return l.pages[id] != nil
	case PartTheme:
		return l.themes[id] != nil
	case PartFramework:
		return l.frameworks[id] != nil
	case PartWords:
		list, term, one := strings.Cut(id, "/")
		words, ok := l.words.find(list)
		return ok && (!one || words.holds(term))
	case PartPrinciple:
		return slices.ContainsFunc(l.Principles(), func(p journal.Principle) bool { return p.ID == id })
	case PartSign:
		return slices.ContainsFunc(l.Signs(), func(s journal.SignText) bool { return s.ID == id })
	}
	return false
}

func (c *checker) principles(s *sheet) {
	read := c.pack.principles(s)
	used := map[string]place{}
	for i, p := range read.principles {
		n := read.node.item(i)
		s.id(n, p.ID, used)
		s.need(n, "set", "title", "text", "question")
		s.oneOf(n, "set", p.Set, []string{"cares", "relational"})
		if p.Page != "" {
			c.points(s, n.where("page"), p.Page)
		}
	}
}

func (c *checker) signs(s *sheet) {
	read := c.pack.signs(s)
	used := map[string]place{}
	for i, sign := range read.signs {
		n := read.node.item(i)
		s.id(n, sign.ID, used)
		s.need(n, "name", "sign", "question", "source", "checked")
		s.date(n, "checked", sign.Checked)
	}
}

func (c *checker) framework(f file, s *sheet) {
	read := c.pack.framework(f, s)
	n, framework := read.node, read.framework
	s.ownID(n, framework.ID, f.id)
	s.need(n, "title", "owner", "source", "checked", "standards")
	s.date(n, "checked", framework.Checked)
	s.date(n, "valid_from", framework.ValidFrom)
	s.date(n, "valid_to", framework.ValidTo)
	if from, to := framework.ValidFrom, framework.ValidTo; from.Valid() && to.Valid() && from > to {
		s.at(n.where("valid_from"), endsBeforeItStarts(string(from), string(to)))
	}
	used := map[string]place{}
	for i, standard := range framework.Standards {
		at := n.key("standards").item(i)
		s.need(at, "number", "title", "text")
		s.standardID(at, standard.ID, used)
	}
	c.choiceIDs(s, n.key("levels"), framework.Levels)
}

// standardID allows a full stop beside what other ids allow: standards are
// numbered 4.1.
func (s *sheet) standardID(n *node, id string, used map[string]place) {
	plain := strings.ReplaceAll(id, ".", "-")
	if plain != id && isID(plain) {
		if first, twice := used[id]; twice {
			s.at(n.where("id"), duplicateID(id, first.line))
		}
		used[id] = n.where("id")
		return
	}
	s.id(n, id, used)
}

func (c *checker) choiceIDs(s *sheet, n *node, choices []journal.Choice) {
	used := map[string]place{}
	for i, choice := range choices {
		at := n.item(i)
		s.need(at, "label")
		if choice.ID == "" {
			s.need(at, "id")
			continue
		}
		if strings.ContainsAny(choice.ID, ", \t\n") {
			s.at(at.where("id"), badChoiceID(choice.ID))
		}
		if first, twice := used[choice.ID]; twice {
			s.at(at.where("id"), duplicateID(choice.ID, first.line))
		}
		used[choice.ID] = at.where("id")
	}
}

func (c *checker) words(f file, s *sheet) {
	list := c.pack.words(f, s)
	if len(list.Columns) == 0 {
		if len(s.problems) == 0 {
			s.at(place{1, 1}, noColumns())
		}
		return
	}
	for i, column := range list.Columns {
		if column == "" || contains(list.Columns[:i], column) {
			s.at(place{1, 1}, badColumn(i+1))
		}
	}
	seen := map[string]int{}
	for _, row := range list.Rows {
		if row.Cells[0] == "" {
			s.at(place{row.Line, 1}, emptyFirstCell(list.Columns[0]))
		}
		key := strings.Join(row.Cells, "\x00")
		if first, twice := seen[key]; twice {
			s.at(place{row.Line, 1}, rowTwice(first))
		}
		seen[key] = row.Line
	}
	c.tableRows(list, s)
	if c.base == nil {
		return
	}
	if earlier, ok := c.base.Words(f.id); ok && strings.Join(earlier.Columns, ",") != strings.Join(list.Columns, ",") {
		s.at(place{1, 1}, otherColumns(earlier.Columns))
	}
}
