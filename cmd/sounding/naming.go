package main

import (
	"context"
	"maps"
	"slices"
	"strings"

	"sounding/journal"
	"sounding/language"
)

// naming finds what in a reflection could name somebody, and puts pseudonyms
// there and takes them back by the keys that are sealed in the vault.
type naming struct{ *desk }

// rosterMarks begin a line of the person's own list that is not a name.
var rosterMarks = map[string]func(*language.Roster, string){
	"school": func(r *language.Roster, text string) { r.Schools = append(r.Schools, text) },
	"place":  func(r *language.Roster, text string) { r.Places = append(r.Places, text) },
	"number": func(r *language.Roster, text string) { r.References = append(r.References, text) },
	"child": func(r *language.Roster, text string) {
		r.People = append(r.People, language.Known{Name: text, Role: language.RoleChild})
	},
	"parent": func(r *language.Roster, text string) {
		r.People = append(r.People, language.Known{Name: text, Role: language.RoleParent})
	},
	"colleague": func(r *language.Roster, text string) {
		r.People = append(r.People, language.Known{Name: text, Role: language.RoleProfessional})
	},
}

// roster is what the person has listed, with the codes that are in use.
func (n naming) roster() language.Roster {
	var out language.Roster
	for _, line := range n.Preferences().Roster {
		mark, text, marked := strings.Cut(line, ":")
		if add, known := rosterMarks[strings.ToLower(strings.TrimSpace(mark))]; marked && known {
			add(&out, strings.TrimSpace(text))
			continue
		}
		out.People = append(out.People, language.Known{Name: line, Role: language.RolePerson})
	}
	known := map[string]bool{"": true} // there can be thousands
	for _, s := range n.List() {
		if !known[s.Subject] {
			known[s.Subject] = true
			out.Codes = append(out.Codes, s.Subject)
		}
	}
	return out
}

// part says how much of a reflection is looked at: the whole, or the one page.
type part bool

const (
	whole   part = false
	thePage part = true
)

// words are those of a part.
func (of part) words(p *journal.Progress) []string {
	if of == thePage {
		return p.PageWords()
	}
	return p.OwnWords()
}

// rewrite puts other words in their place.
func (of part) rewrite(p *journal.Progress, words []string) {
	if of == thePage {
		p.RewritePage(words)
		return
	}
	p.Rewrite(words)
}

// open are the findings in a reflection that nobody has said no to.
func (n naming) open(p *journal.Progress, of part) []language.PlacedFinding {
	roster := n.roster()
	if p.Reflection.Subject != "" {
		roster.Codes = append(roster.Codes, p.Reflection.Subject)
	}
	disagreed := n.Preferences().Objected(journal.AboutName)
	return slices.DeleteFunc(language.IdentifiersAcross(of.words(p), roster), func(f language.PlacedFinding) bool {
		return disagreed[f.Key()]
	})
}

// Found lists what in a reflection could name somebody, each thing once, with
// the pseudonym it has or would get.
func (n naming) Found(p *journal.Progress) ([]language.Identified, error) {
	return n.foundIn(p, whole)
}

// FoundOnPage lists what on the one page could name somebody.
func (n naming) FoundOnPage(p *journal.Progress) ([]language.Identified, error) {
	return n.foundIn(p, thePage)
}

func (n naming) foundIn(p *journal.Progress, of part) ([]language.Identified, error) {
	key, _, err := n.giving(p.Reflection)
	if err != nil {
		return nil, err
	}
	return language.Gather(of.words(p), n.open(p, of), key), nil
}

// NotAName remembers that a finding names nobody.
func (n naming) NotAName(key string) error {
	p := n.Preferences()
	p.Object(journal.AboutName, key)
	return n.SetPreferences(p)
}

// Replaced is a copy of a reflection with pseudonyms in place of the findings
// in a part of it that are named by their keys; nil stands for all. The
// reflection itself stays as it is, and the key is kept.
func (n naming) Replaced(p *journal.Progress, keys map[string]bool, of part) (*journal.Progress, error) {
	copied := p.Reflection.Clone()
	out := n.progress(&copied, p.Walk)
	return out, n.put(out, keys, of)
}

// Replace puts pseudonyms into a reflection's own words. What stood there is
// kept as a version first, and the key can undo it.
func (n naming) Replace(p *journal.Progress, keys map[string]bool) error {
	if err := n.version(p); err != nil {
		return err
	}
	before := p.OwnWords()
	if err := n.put(p, keys, whole); err != nil {
		return err
	}
	if err := n.rememberUndo(p, before); err != nil {
		return err
	}
	p.Reflection.Updated = n.now()
	n.Put(p.Reflection.Clone())
	return nil
}

// version keeps a reflection as it stands as a version of its own.
func (n naming) version(p *journal.Progress) error {
	ctx, cancel := context.WithTimeout(context.Background(), fileLimit)
	defer cancel()
	n.Put(p.Reflection.Clone())
	return n.File(ctx, p.Reflection.ID)
}

func (n naming) put(p *journal.Progress, keys map[string]bool, of part) error {
	key, name, err := n.giving(p.Reflection)
	if err != nil {
		return err
	}
	words := of.words(p)
	found := slices.DeleteFunc(n.open(p, of), func(f language.PlacedFinding) bool { return keys != nil && !keys[f.Key()] })
	of.rewrite(p, language.ReplaceAcross(words, found, key))
	return n.keepKey(name, key)
}

// Holds says whether a reflection's words have pseudonyms in them that the key
// can undo.
func (n naming) Holds(p *journal.Progress) bool {
	key, err := n.undoing(p.Reflection)
	return err == nil && slices.ContainsFunc(p.OwnWords(), key.Holds)
}

// Restore puts back what the pseudonyms in a reflection stand for.
func (n naming) Restore(p *journal.Progress) error {
	key, err := n.undoing(p.Reflection)
	if err != nil {
		return err
	}
	if err := n.version(p); err != nil {
		return err
	}
	words := p.OwnWords()
	for i := range words {
		words[i] = language.Restore(words[i], key)
	}
	p.Rewrite(words)
	p.Reflection.Updated = n.now()
	n.Put(p.Reflection.Clone())
	return nil
}

// openNames says what a reflection holds that could name somebody, a line each.
func openNames(found []language.Identified) []string {
	out := make([]string, 0, len(found))
	for _, f := range found {
		out = append(out, f.Kind.Words()+": "+journal.VisibleLine(f.Text)+" ("+f.Because+")")
	}
	return out
}

// working is the walk that is open on the screen, if it is of that reflection;
// else the reflection as it is kept. What changes it changes what is on the
// screen too.
func (d *desk) working(id journal.ID) (*journal.Progress, error) {
	if d.walking != nil && d.walking.Reflection.ID == id {
		return d.walking, nil
	}
	r, w, err := d.Load(context.Background(), id)
	if err != nil {
		return nil, err
	}
	return d.progress(&r, &w), nil
}

// namesDesk is naming as the screens need it, by the id of a reflection.
type namesDesk struct {
	naming
	part
}

// Found lists what could name somebody in the part that is looked at.
func (d namesDesk) Found(id journal.ID) ([]language.Identified, error) {
	p, err := d.working(id)
	if err != nil {
		return nil, err
	}
	return d.foundIn(p, d.part)
}

// Replace puts pseudonyms into the notes for the findings of these keys.
func (d namesDesk) Replace(id journal.ID, keys map[string]bool) error {
	p, err := d.working(id)
	if err != nil {
		return err
	}
	return d.naming.Replace(p, keys)
}

// Holds says whether the notes have pseudonyms that can be undone.
func (d namesDesk) Holds(id journal.ID) bool {
	p, err := d.working(id)
	return err == nil && d.naming.Holds(p)
}

// Restore puts the names back into the notes.
func (d namesDesk) Restore(id journal.ID) error {
	p, err := d.working(id)
	if err != nil {
		return err
	}
	return d.naming.Restore(p)
}

// Chosen is what is to be replaced in a copy of a reflection, by the keys of the
// findings; false where nothing was chosen yet.
func (d namesDesk) Chosen(id journal.ID) (map[string]bool, bool) {
	keys, ok := d.copying[id]
	return maps.Clone(keys), ok
}

// Choose says what is to be replaced in a copy; nil forgets the choice.
func (d namesDesk) Choose(id journal.ID, keys map[string]bool) {
	if keys == nil {
		delete(d.copying, id)
		return
	}
	if d.desk.copying == nil {
		d.desk.copying = map[journal.ID]map[string]bool{}
	}
	d.desk.copying[id] = maps.Clone(keys)
}
