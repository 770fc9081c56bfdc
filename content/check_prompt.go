package content

import (
	"slices"
	"sort"
	"strings"

	"sounding/journal"
)

// inputs lists every way a prompt can be answered.
func inputs() []string {
	return []string{
		string(journal.InputText), string(journal.InputLine), string(journal.InputYesNo), string(journal.InputChoice),
		string(journal.InputMany), string(journal.InputDate), string(journal.InputCode), string(journal.InputNumber),
	}
}

// roleInputs says how the prompt of a role has to be answered; none is as the
// writer likes.
func roleInputs() map[journal.Role][]journal.Input {
	words := []journal.Input{journal.InputText, journal.InputLine}
	yes := []journal.Input{journal.InputYesNo}
	return map[journal.Role][]journal.Input{
		journal.RoleOpening: words, journal.RoleUrgent: yes, journal.RoleSubject: {journal.InputCode},
		journal.RoleThemes: {journal.InputMany}, journal.RoleKeep: yes, journal.RoleTelling: yes,
		journal.RoleControl: yes, journal.RolePerson: yes, journal.RoleAsk: words, journal.RoleAgainst: words, journal.RoleMissing: words, journal.RoleImagined: words,
		journal.RoleBefore: nil, journal.RoleAfter: nil,
	}
}

// promptWords checks what prompts of walks, themes and collections share.
func (c *checker) promptWords(s *sheet, n *node, p journal.Prompt, used map[string]place) {
	s.id(n, p.ID, used)
	s.need(n, "text")
	s.oneOf(n, "input", string(p.Input), inputs())
	c.choices(s, n, p)
	if p.Private && p.OnPage != "" {
		s.at(n.where("on_page"), privateOnPage())
	}
	if allowed := answers(p); allowed != nil {
		for _, e := range keysOf(n.key("notes")) {
			if !contains(allowed, e.name) {
				s.at(e.place, noteForNoAnswer(e.name, allowed))
			}
		}
	}
}

func (c *checker) choices(s *sheet, n *node, p journal.Prompt) {
	chooses := p.Input == journal.InputChoice || p.Input == journal.InputMany
	switch {
	case p.Role == journal.RoleThemes && len(p.Choices) > 0:
		s.at(n.where("choices"), themesFromPack())
	case chooses && n.key("choices") == nil && p.Role != journal.RoleThemes:
		s.need(n, "choices")
	case !chooses && len(p.Choices) > 0:
		s.at(n.where("choices"), choicesUnasked())
	}
	c.choiceIDs(s, n.key("choices"), p.Choices)
}

// answers lists what can be answered to a prompt; nil where anything can.
func answers(p journal.Prompt) []string {
	switch p.Input {
	case journal.InputYesNo:
		return []string{journal.Yes, journal.No}
	case journal.InputChoice:
		out := []string{}
		for _, c := range p.Choices {
			out = append(out, c.ID)
		}
		return out
	}
	return nil
}

// prompt checks a prompt of a step and takes note of it.
func (w *walkCheck) prompt(step *journal.Step, p *journal.Prompt, n *node, used map[string]place) {
	s := w.sheet
	w.promptWords(s, n, *p, used)
	w.saidOnce(s, n, p.Text, w.said)
	w.offered(n.key("lengths"), p.Lengths, step)
	w.when(step, p.When, n)
	if p.Role != "" {
		w.role(step, p, n)
	}
	w.asked[step.ID+"."+p.ID] = p
}

func (w *walkCheck) role(step *journal.Step, p *journal.Prompt, n *node) {
	s := w.sheet
	allowed, known := roleInputs()[p.Role]
	if !known {
		s.at(n.where("role"), notOneOf("role", string(p.Role), roleNames()))
		return
	}
	input := p.Input
	if input == "" {
		input = journal.InputText
	}
	if allowed != nil && !slices.Contains(allowed, input) {
		s.at(n.where("role"), roleInput(p.Role, allowed))
	}
	w.roleInPlace(step, p, n.where("role"))
	w.roles[p.Role] = n.where("role")
}

// roleInPlace takes note of where a role is asked for, and of a role that is
// asked for twice or at a step that cannot use it.
func (w *walkCheck) roleInPlace(step *journal.Step, p *journal.Prompt, at place) {
	switch p.Role {
	case journal.RoleOpening:
		w.opening = append(w.opening, length{at, w.always(step, p)})
	case journal.RoleUrgent:
		for _, l := range w.everyLength() {
			if p.When == nil && step.In(l) && (len(p.Lengths) == 0 || slices.Contains(p.Lengths, l)) {
				w.urgent[l] = true
			}
		}
	case journal.RoleSubject, journal.RoleThemes:
		if first, twice := w.roles[p.Role]; twice {
			w.sheet.at(at, roleTwice(p.Role, first.line))
		}
	case journal.RoleKeep:
		if step.Kind != journal.KindArrive {
			w.sheet.at(at, keepElsewhere())
		}
	}
}

// always says whether a prompt is asked at every length, whatever is answered.
func (w *walkCheck) always(step *journal.Step, p *journal.Prompt) bool {
	for _, l := range w.everyLength() {
		if !step.In(l) || len(p.Lengths) > 0 && !slices.Contains(p.Lengths, l) {
			return false
		}
	}
	return p.When == nil
}

func roleNames() []string {
	var out []string
	for role := range roleInputs() {
		out = append(out, string(role))
	}
	sort.Strings(out)
	return out
}

// when checks a condition with all that is joined to it.
func (w *walkCheck) when(step *journal.Step, when *journal.Condition, n *node) {
	at := n.key("when")
	for ; when != nil; when, at = when.And, at.key("and") {
		w.condition(step, when, at)
	}
}

// condition checks one condition: it looks back at a prompt that can hold the
// value.
func (w *walkCheck) condition(step *journal.Step, when *journal.Condition, at *node) {
	s := w.sheet
	s.need(at, "path")
	if (when.Is == "") == (when.IsNot == "") {
		s.at(at.where("path"), isOrIsNot())
	}
	if when.Path == "" {
		return
	}
	path := when.Path
	if !strings.Contains(path, ".") {
		path = step.ID + "." + path
	}
	target, before := w.asked[path]
	switch {
	case !before && w.all[path]:
		s.at(at.where("path"), looksForward(when.Path))
		return
	case !before:
		s.at(at.where("path"), noSuchPrompt(when.Path, nearest(path, w.paths())))
		return
	case target.Role == journal.RoleSubject || target.Role == journal.RoleThemes:
		s.at(at.where("path"), keptElsewhere(when.Path))
		return
	}
	for key, value := range map[string]string{"is": when.Is, "is_not": when.IsNot} {
		if allowed := answers(*target); value != "" && allowed != nil && !contains(allowed, value) {
			s.at(at.where(key), notOneOf(key, value, allowed))
		}
	}
}

func (w *walkCheck) paths() []string {
	var out []string
	for path := range w.asked {
		out = append(out, path)
	}
	sort.Strings(out)
	return out
}

// collect checks a list that a step gathers.
func (w *walkCheck) collect(step *journal.Step, c *journal.Collect, n *node, kind journal.KindSpec, here map[journal.Collection]bool) {
	s := w.sheet
	s.need(n, "of", "name", "add", "more")
	spec, known := journal.CollectionOf(c.Of)
	if !known {
		s.oneOf(n, "of", string(c.Of), collectionNames())
		return
	}
	if kind.Kind != "" && !slices.Contains(kind.Collects, c.Of) {
		s.at(n.where("of"), notOfTheKind(string(c.Of), step.Kind))
	}
	if here[c.Of] {
		s.at(n.where("of"), collectedTwice(c.Of))
	}
	here[c.Of] = true
	w.lists[c.Of] = true
	w.offeredKeys(n.key("aim"), c.Aim)
	w.offeredKeys(n.key("show"), c.Show)
	s.oneOf(n, "each", string(c.Each), []string{string(journal.EachNow), string(journal.EachAfter)})
	w.when(step, c.When, n)
	w.fields(step, c, n, spec)
	w.checker.offers(s, n.key("offers"), c.Offers)
	for i, o := range c.Offers {
		at := n.key("offers").item(i)
		w.offered(at.key("lengths"), o.Lengths, step)
		if sides := []string{journal.SideShows, journal.SideMisses, journal.SideTry}; c.Of == journal.Principles {
			s.oneOf(at, "id", o.ID, sides)
		}
	}
	switch {
	case len(c.Offers) > 0 && spec.Offer == "":
		s.at(n.where("offers"), noOffersHere(c.Of))
	case len(c.Show) > 0 && len(c.Offers) == 0:
		s.at(n.where("show"), showsNothing())
	}
}

// fields checks the fields that an item is asked for. The question of the main
// field is the list's own, so it may be said again.
func (w *walkCheck) fields(step *journal.Step, c *journal.Collect, n *node, spec journal.CollectionSpec) {
	s := w.sheet
	if len(c.Fields) == 0 {
		s.need(n, "fields")
		return
	}
	if c.Fields[0].ID != spec.Main {
		s.at(n.where("fields"), mainFirst(spec.Main))
	}
	used := map[string]place{}
	for i, f := range c.Fields {
		at := n.key("fields").item(i)
		own, known := spec.Field(f.ID)
		if f.ID != "" && !known {
			s.at(at.where("id"), notAField(f.ID, c.Of, fieldNames(spec)))
			continue
		}
		w.field(step, at, f, own, used)
		if f.ID != spec.Main {
			w.saidOnce(s, at, f.Text, w.said)
		}
	}
}

func (w *walkCheck) field(step *journal.Step, n *node, f journal.Prompt, own journal.FieldSpec, used map[string]place) {
	s := w.sheet
	if first, twice := used[f.ID]; twice {
		s.at(n.where("id"), duplicateID(f.ID, first.line))
	}
	used[f.ID] = n.where("id")
	s.need(n, "id", "text")
	w.offered(n.key("lengths"), f.Lengths, step)
	if f.Input != own.Input {
		s.at(n.where("input"), fieldInput(f.ID, own.Input))
	}
	for _, key := range []string{"role", "when", "on_page"} {
		if n.key(key) != nil {
			s.at(n.where(key), notInAField(key))
		}
	}
	w.fieldChoices(n, f, own)
}

// fieldChoices checks the choices of a field: those of principles and standards
// come from the packs, those of a fixed table are the table's.
func (w *walkCheck) fieldChoices(n *node, f journal.Prompt, own journal.FieldSpec) {
	s := w.sheet
	fromPack := own.ID == "principle" || own.ID == "standard"
	switch {
	case fromPack && len(f.Choices) > 0:
		s.at(n.where("choices"), choicesFromPack(own.ID))
	case own.Input == journal.InputChoice && !fromPack && n.key("choices") == nil:
		s.need(n, "choices")
	case own.Input != journal.InputChoice && len(f.Choices) > 0:
		s.at(n.where("choices"), choicesUnasked())
	}
	w.choiceIDs(s, n.key("choices"), f.Choices)
	for i, choice := range f.Choices {
		if len(own.Values) > 0 && choice.ID != "" && !contains(own.Values, choice.ID) {
			s.at(n.key("choices").item(i).where("id"), notOneOf("id", choice.ID, own.Values))
		}
	}
}

func fieldNames(spec journal.CollectionSpec) []string {
	out := make([]string, len(spec.Fields))
	for i, f := range spec.Fields {
		out[i] = f.ID
	}
	return out
}

func collectionNames() []string {
	var out []string
	for _, spec := range journal.Collections() {
		out = append(out, string(spec.Of))
	}
	return out
}

func holdsBoth(sentence string) bool {
	return strings.Contains(sentence, "{hypothesis}") && strings.Contains(sentence, "{evidence}")
}
