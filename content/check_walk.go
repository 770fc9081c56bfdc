package content

import (
	"strconv"

	"sounding/journal"
)

// walkCheck is the check of one walk as it goes from step to step.
type walkCheck struct {
	*checker
	sheet   *sheet
	walk    *journal.Walk
	node    *node
	steps   map[string]place
	asked   map[string]*journal.Prompt // "step.prompt", those before this point
	all     map[string]bool            // "step.prompt" of the whole walk
	said    map[string]place
	lists   map[journal.Collection]bool // collected before this point
	roles   map[journal.Role]place
	opening []length
	urgent  map[journal.Length]bool
}

// length is where an opening prompt stands, for the check that there is one.
type length struct {
	at     place
	always bool
}

func (c *checker) walk(f file, s *sheet) {
	read := c.pack.walk(f, s)
	if read.node == nil {
		return
	}
	w := &walkCheck{
		checker: c, sheet: s, walk: &read.walk, node: read.node,
		steps: map[string]place{}, asked: map[string]*journal.Prompt{}, all: promptPaths(read.walk),
		said: map[string]place{}, lists: map[journal.Collection]bool{}, roles: map[journal.Role]place{},
		urgent: map[journal.Length]bool{},
	}
	s.ownID(read.node, read.walk.ID, f.id)
	w.top()
	w.lengths()
	for i := range w.walk.Steps {
		w.step(&w.walk.Steps[i], read.node.key("steps").item(i))
	}
	w.wholeWalk()
	w.guidance(read)
}

func promptPaths(walk journal.Walk) map[string]bool {
	out := map[string]bool{}
	for _, step := range walk.Steps {
		for _, prompts := range [][]journal.Prompt{step.Prompts, step.Closing} {
			for _, p := range prompts {
				out[step.ID+"."+p.ID] = true
			}
		}
	}
	return out
}

// menuKeys are read for the menu without the steps, so they stand above them.
func menuKeys() []string {
	return []string{"id", "version", "title", "summary", "about", "lengths", "usual", "minutes", "order"}
}

func (w *walkCheck) top() {
	s, n := w.sheet, w.node
	s.need(n, "version", "title", "summary", "about", "steps", "sources", "checked")
	w.version(s, n, w.walk.Version)
	s.oneOf(n, "about", string(w.walk.About), []string{string(journal.AboutFamily), string(journal.AboutPractice)})
	s.date(n, "checked", w.walk.Checked)
	below := false
	for _, e := range n.keys {
		if below && contains(menuKeys(), e.name) {
			s.at(e.place, belowSteps(e.name))
		}
		below = below || e.name == "steps"
	}
	if steps := n.key("steps"); steps != nil && steps.shape == list && len(steps.items) == 0 {
		s.at(n.where("steps"), nothingThere("steps"))
	}
}

func (w *walkCheck) lengths() {
	s, n := w.sheet, w.node
	lengths := w.walk.Lengths
	if len(lengths) == 0 {
		if w.walk.Usual != 0 {
			s.at(n.where("usual"), usualWithoutLengths())
		}
		if n.key("minutes") == nil {
			s.need(n, "minutes")
		} else if w.walk.Minutes < 1 {
			s.at(n.where("minutes"), notMinutes())
		}
		return
	}
	if n.key("minutes") != nil {
		s.at(n.where("minutes"), minutesAndLengths())
	}
	for i, l := range lengths {
		if l < 1 || i > 0 && l <= lengths[i-1] {
			s.at(n.key("lengths").item(i).where(""), lengthsInOrder())
		}
	}
	s.need(n, "usual")
	if w.walk.Usual != 0 && !w.walk.Offers(w.walk.Usual) {
		s.at(n.where("usual"), notOffered(w.walk.Usual, lengths))
	}
}

// offered checks a list of lengths against those of the walk.
func (w *walkCheck) offered(n *node, lengths []journal.Length, step *journal.Step) {
	for i, l := range lengths {
		switch {
		case !w.walk.Offers(l) || l == 0:
			w.sheet.at(n.item(i).where(""), notOffered(l, w.walk.Lengths))
		case !step.In(l):
			w.sheet.at(n.item(i).where(""), stepNotIn(step.ID, l))
		}
	}
}

// offeredKeys checks a table by length: minutes, how many to aim for.
func (w *walkCheck) offeredKeys(n *node, numbers map[journal.Length]int) {
	for _, e := range keysOf(n) {
		number, err := strconv.Atoi(e.name)
		if err != nil {
			continue // noted when it was read
		}
		l := journal.Length(number)
		if !w.walk.Offers(l) || l == 0 {
			w.sheet.at(e.place, notOffered(l, w.walk.Lengths))
		} else if numbers[l] < 1 {
			w.sheet.at(e.place, notMinutes())
		}
	}
}

func (w *walkCheck) step(step *journal.Step, n *node) {
	s := w.sheet
	s.id(n, step.ID, w.steps)
	s.need(n, "kind", "label")
	kind, known := journal.KindOf(step.Kind)
	if step.Kind != "" && !known {
		s.at(n.where("kind"), unknownKind(string(step.Kind)))
	}
	w.offeredKeys(n.key("minutes"), step.Minutes)
	used := map[string]place{}
	for i := range step.Prompts {
		w.prompt(step, &step.Prompts[i], n.key("prompts").item(i), used)
	}
	collected := map[journal.Collection]bool{}
	for i := range step.Collects {
		w.collect(step, &step.Collects[i], n.key("collects").item(i), kind, collected)
	}
	if known {
		w.matrix(step, n, kind)
	}
	for i := range step.Closing {
		w.prompt(step, &step.Closing[i], n.key("closing").item(i), used)
	}
	if known && step.Kind != journal.KindPage && len(step.Prompts)+len(step.Collects)+len(step.Closing) == 0 && !kind.Matrix {
		s.at(n.where("kind"), asksNothing(step.ID))
	}
	for i, page := range step.Pages {
		w.points(s, n.key("pages").item(i).where(""), page)
	}
}

// matrix checks a step's matrix: a step of that kind has one, no other has.
func (w *walkCheck) matrix(step *journal.Step, n *node, kind journal.KindSpec) {
	s, at := w.sheet, n.key("matrix")
	switch {
	case kind.Matrix && at == nil:
		s.need(n, "matrix")
	case !kind.Matrix && at != nil:
		s.at(n.where("matrix"), notOfTheKind("a matrix", step.Kind))
	case step.Matrix != nil:
		w.matrixWords(step.Matrix, n, at)
	}
}

// matrixWords checks what a matrix says, and that there is something to compare
// by then. n is its step, at its own node.
func (w *walkCheck) matrixWords(m *journal.MatrixWords, n, at *node) {
	s := w.sheet
	if !w.lists[journal.Hypotheses] || !w.lists[journal.EvidenceItems] {
		s.at(n.where("matrix"), nothingToCompare())
	}
	s.need(at, "sentence", "choices", "rows", "columns", "alike", "scheme")
	for key, number := range map[string]int{"rows": m.Rows, "columns": m.Columns} {
		if at.key(key) != nil && number < 1 {
			s.at(at.where(key), wantsNumber(key))
		}
	}
	if m.Sentence != "" && !holdsBoth(m.Sentence) {
		s.at(at.where("sentence"), sentenceWithoutPlaces())
	}
	w.ratings(m.Choices, at)
}

// ratings checks that a matrix has words for the six ratings and for no other.
func (w *walkCheck) ratings(choices []journal.Choice, at *node) {
	s := w.sheet
	w.choiceIDs(s, at.key("choices"), choices)
	given := map[string]bool{}
	for i, choice := range choices {
		if !isRating(choice.ID) {
			s.at(at.key("choices").item(i).where("id"), notOneOf("id", choice.ID, ratingCodes()))
		}
		given[choice.ID] = true
	}
	for _, code := range ratingCodes() {
		if at.key("choices") != nil && !given[code] {
			s.at(at.where("choices"), ratingMissing(code))
		}
	}
}

func ratingCodes() []string {
	var out []string
	for _, code := range journal.RatingCodes() {
		out = append(out, string(code))
	}
	return out
}

func isRating(code string) bool { return contains(ratingCodes(), code) }

// wholeWalk checks what only the whole walk can show: an opening that is always
// asked, a way to say at every length that something cannot wait, and minutes
// that fit.
func (w *walkCheck) wholeWalk() {
	s, n := w.sheet, w.node
	if len(w.walk.Steps) == 0 {
		return
	}
	switch {
	case len(w.opening) == 0:
		s.at(n.where("steps"), noOpening())
	case len(w.opening) > 1:
		s.at(w.opening[1].at, openingTwice(w.opening[0].at.line))
	case !w.opening[0].always:
		s.at(w.opening[0].at, openingSometimes())
	}
	for _, l := range w.everyLength() {
		if w.walk.About == journal.AboutFamily {
			w.urgency(l)
		}
		total, steps := 0, 0
		for i := range w.walk.Steps {
			if step := &w.walk.Steps[i]; step.In(l) {
				steps++
				total += step.Minutes[l]
			}
		}
		if steps == 0 {
			s.at(n.where("lengths"), nothingAt(l))
		}
		if l > 0 && total > int(l) {
			s.at(n.where("lengths"), moreThan(l, total))
		}
	}
}

// urgency checks that a walk about a family opens, at a length, with a way to
// say that something cannot wait. Only arriving comes before it.
func (w *walkCheck) urgency(l journal.Length) {
	if !w.urgent[l] {
		w.sheet.at(w.node.where("about"), noUrgent(l))
		return
	}
	for i := range w.walk.Steps {
		step := &w.walk.Steps[i]
		if _, known := journal.KindOf(step.Kind); !known || !step.In(l) || step.Kind == journal.KindArrive {
			continue
		}
		for _, p := range step.Prompts {
			if p.Role == journal.RoleUrgent {
				return
			}
		}
		w.sheet.at(w.steps[step.ID], urgentLate(l))
		return
	}
}

// everyLength lists the walk's lengths, or zero where it has one.
func (w *walkCheck) everyLength() []journal.Length {
	if len(w.walk.Lengths) == 0 {
		return []journal.Length{0}
	}
	return w.walk.Lengths
}

// guidance checks the sections below the front matter.
func (w *walkCheck) guidance(read walkFile) {
	s := w.sheet
	if read.before.text != "" {
		s.at(place{read.before.line, 1}, textBeforeSections())
	}
	seen := map[string]int{}
	for _, section := range read.sections {
		at := place{section.line, 1}
		first, twice := seen[section.id]
		switch _, known := w.steps[section.id]; {
		case !known:
			s.at(at, guidanceWithoutStep(section.id, nearest(section.id, stepIDs(*w.walk))))
		case twice:
			s.at(at, duplicateID(section.id, first))
		case section.text == "":
			s.at(at, emptySection(section.id))
		}
		seen[section.id] = section.line
		w.follow(s, section.text, bodyLine(s, section.line+1), "")
	}
}
