package content

import (
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
)

// Change is what a pack does to what is there before it.
type Change string

// The changes.
const (
	Adds     Change = "adds"
	Replaces Change = "replaces"
	Hides    Change = "hides"
	Relabels Change = "relabels"
)

// Override is one change that a pack makes: what it does, to what, and whose it
// was. Name is a part and an id, "walk/gibbs". Of is empty where it adds.
type Override struct {
	Change Change
	Name   string
	Of     string // the title of the pack that held it
}

// String is the change in words: "replaces walk/gibbs of Sounding".
func (o Override) String() string {
	if o.Of == "" {
		return string(o.Change) + " " + o.Name
	}
	return fmt.Sprintf("%s %s of %s", o.Change, o.Name, o.Of)
}

// manyOfAPart is how many additions to one part are told by name. More than
// that are told as a number, so that what is replaced or hidden is not lost
// among them.
const manyOfAPart = 12

// Told says changes in words, a line each. What replaces or hides something is
// always told by its name.
func Told(all []Override) []string {
	type kind struct {
		change   Change
		part, of string
	}
	kindOf := func(o Override) kind {
		part, _, _ := strings.Cut(o.Name, "/")
		return kind{o.Change, part, o.Of}
	}
	count := map[kind]int{}
	for _, o := range all {
		if o.Change == Adds || o.Change == Relabels {
			count[kindOf(o)]++
		}
	}
	var out []string
	told := map[kind]bool{}
	for _, o := range all {
		k := kindOf(o)
		switch {
		case count[k] <= manyOfAPart:
			out = append(out, o.String())
		case !told[k]:
			told[k] = true
			out = append(out, Override{Change: k.change, Name: strconv.Itoa(count[k]) + " " + manyOf(k.part), Of: k.of}.String())
		}
	}
	return out
}

// manyOf is the word for several things of a part.
func manyOf(part string) string {
	if strings.HasSuffix(part, "s") {
		return part
	}
	return part + "s"
}

// Overrides lists what a pack would change if it were added to base, by name.
// Nil stands for no base. A pack that Check refuses changes nothing, but can be
// asked all the same.
func Overrides(pack fs.FS, base *Library) []Override {
	p := outside(Source{FS: pack}, packSchema())
	p.open()
	if base = base.without(p.about.ID); base == nil {
		base = assemble(nil)
	}
	owners := base.owners()
	var out []Override
	change := func(name string) {
		o := Override{Change: Adds, Name: printable(name, 120), Of: owners[name]}
		if o.Of != "" {
			o.Change = Replaces
		}
		out = append(out, o)
	}
	for _, f := range p.files {
		if f.part == PartWords {
			out = append(out, p.rows(f, base)...)
			continue
		}
		change(string(f.part) + "/" + f.id)
	}
	for _, principle := range p.principles(p.sheet(principlesName)).principles {
		change(string(PartPrinciple) + "/" + principle.ID)
	}
	for _, sign := range p.signs(p.sheet(signsName)).signs {
		change(string(PartSign) + "/" + sign.ID)
	}
	for _, name := range p.about.Hide {
		if of := owners[name]; of != "" {
			out = append(out, Override{Change: Hides, Name: printable(name, 120), Of: of})
		}
	}
	out = append(out, p.relabels(owners)...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// owners says which pack's title stands behind every name of the library.
func (l *Library) owners() map[string]string {
	out := map[string]string{}
	owned(out, PartWalk, l.walks)
	owned(out, PartTheme, l.themes)
	owned(out, PartFramework, l.frameworks)
	owned(out, PartPage, l.pages)
	owned(out, PartWords, l.words)
	for _, p := range l.packs {
		for _, principle := range p.principles(p.sheet(principlesName)).principles {
			out[string(PartPrinciple)+"/"+principle.ID] = p.title()
		}
		for _, sign := range p.signs(p.sheet(signsName)).signs {
			out[string(PartSign)+"/"+sign.ID] = p.title()
		}
	}
	for id, it := range l.words {
		words, _ := it.get()
		for _, row := range words.Rows {
			for _, name := range words.names(row) {
				out[string(PartWords)+"/"+id+"/"+name] = it.pack.title()
			}
		}
	}
	return out
}

func owned[T any](out map[string]string, part Part, x index[T]) {
	for id, it := range x {
		out[string(part)+"/"+id] = it.pack.title()
	}
}

// title is how a pack is spoken of; never empty.
func (p *pack) title() string {
	switch {
	case p.about.Title != "":
		return printable(p.about.Title, 60)
	case p.about.ID != "":
		return printable(p.about.ID, 60)
	}
	return "another pack"
}

// rows lists what a word list adds to or replaces in an earlier one, each term
// once; a list of its own is one change.
func (p *pack) rows(f file, base *Library) []Override {
	name := string(PartWords) + "/" + f.id
	earlier := base.words[f.id]
	if earlier == nil {
		return []Override{{Change: Adds, Name: name}}
	}
	there, _ := earlier.get()
	var out []Override
	said := map[string]bool{}
	list := p.words(f, p.sheet(f.path))
	for _, row := range list.Rows {
		term := list.Name(row)
		if said[term] {
			continue
		}
		said[term] = true
		o := Override{Change: Adds, Name: printable(name+"/"+term, 120)}
		if there.holds(strings.TrimRight(term, "*")) {
			o.Change, o.Of = Replaces, earlier.pack.title()
		}
		out = append(out, o)
	}
	return out
}

// cutName takes "walk/gibbs" apart.
func cutName(name string) (Part, string) {
	part, id, _ := strings.Cut(name, "/")
	return Part(part), id
}

// relabels lists the things whose words the pack's labels would change.
func (p *pack) relabels(owners map[string]string) []Override {
	words := newLabels(p.about)
	if words == nil {
		return nil
	}
	var out []Override
	for name, of := range owners {
		part, id := cutName(name)
		if part != PartWords && words.apply(part, id) {
			out = append(out, Override{Change: Relabels, Name: name, Of: of})
		}
	}
	return out
}
