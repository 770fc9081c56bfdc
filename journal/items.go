package journal

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Refusal says why a value cannot be an answer, in words for the person who
// gave it.
type Refusal struct{ Why string }

// Error gives the words.
func (r *Refusal) Error() string { return r.Why }

// ErrNoItem says that a reflection holds no item of that local id.
var ErrNoItem = errors.New("no such item in this reflection")

// item is one entry of a collection, by the names of its fields.
type item interface {
	ref() string
	field(id string) *string
}

func (h *Hypothesis) ref() string { return h.ID }

func (h *Hypothesis) field(id string) *string {
	switch id {
	case "text":
		return &h.Text
	case "lens":
		return &h.Lens
	case "expect":
		return &h.Expect
	case "found":
		return &h.Found
	case "find_out":
		return &h.FindOut
	case "if_missed":
		return &h.IfMissed
	case "grave":
		return &h.Grave
	case "parked":
		return &h.Parked
	}
	return nil
}

func (e *Evidence) ref() string { return e.ID }

func (e *Evidence) field(id string) *string {
	switch id {
	case "text":
		return &e.Text
	case "sort":
		return &e.Sort
	case "voice":
		return &e.Voice
	case "whose":
		return &e.Whose
	case "how":
		return &e.How
	case "when":
		return (*string)(&e.When)
	case "reliability":
		return &e.Reliability
	case "relevance":
		return &e.Relevance
	case "opinion":
		return &e.Opinion
	}
	return nil
}

func (u *Utterance) ref() string { return u.ID }

func (u *Utterance) field(id string) *string {
	switch id {
	case "text":
		return &u.Text
	case "purpose":
		return &u.Purpose
	}
	return nil
}

func (p *PrincipleNote) ref() string { return p.ID }

func (p *PrincipleNote) field(id string) *string {
	switch id {
	case "principle":
		return &p.Principle
	case "side":
		return &p.Side
	case "note":
		return &p.Note
	}
	return nil
}

func (a *Action) ref() string { return a.ID }

func (a *Action) field(id string) *string {
	switch id {
	case "text":
		return &a.Text
	case "owner":
		return &a.Owner
	case "due":
		return (*string)(&a.Due)
	case "done":
		return &a.Done
	case "from":
		return &a.From
	}
	return nil
}

func (f *Forecast) ref() string { return f.ID }

func (f *Forecast) field(id string) *string {
	switch id {
	case "text":
		return &f.Text
	case "due":
		return (*string)(&f.Due)
	case "words":
		return &f.Words
	case "probability":
		return &f.Probability
	case "outcome":
		return &f.Outcome
	case "learnt":
		return &f.Learnt
	case "surprised":
		return &f.Surprised
	case "again":
		return &f.Again
	}
	return nil
}

func (s *StandardNote) ref() string { return s.ID }

func (s *StandardNote) field(id string) *string {
	switch id {
	case "standard":
		return &s.Standard
	case "note":
		return &s.Note
	}
	return nil
}

// list is a collection of a reflection as a slice of its own type.
type list interface {
	len() int
	at(i int) item
	add(id string) item
	remove(i int)
	swap(i, j int)
}

type slice[T any, P interface {
	*T
	item
}] struct {
	items *[]T
	start func(id string) T
}

func (s slice[T, P]) len() int      { return len(*s.items) }
func (s slice[T, P]) at(i int) item { return P(&(*s.items)[i]) }
func (s slice[T, P]) swap(i, j int) { (*s.items)[i], (*s.items)[j] = (*s.items)[j], (*s.items)[i] }

func (s slice[T, P]) add(id string) item {
	*s.items = append(*s.items, s.start(id))
	return s.at(len(*s.items) - 1)
}

func (s slice[T, P]) remove(i int) { *s.items = append((*s.items)[:i:i], (*s.items)[i+1:]...) }

func (r *Reflection) list(of Collection) list {
	switch of {
	case Hypotheses:
		return slice[Hypothesis, *Hypothesis]{&r.Hypotheses, func(id string) Hypothesis { return Hypothesis{ID: id} }}
	case EvidenceItems:
		return slice[Evidence, *Evidence]{&r.Evidence, func(id string) Evidence { return Evidence{ID: id} }}
	case Utterances:
		return slice[Utterance, *Utterance]{&r.Utterances, func(id string) Utterance { return Utterance{ID: id} }}
	case Principles:
		return slice[PrincipleNote, *PrincipleNote]{&r.Principles, func(id string) PrincipleNote { return PrincipleNote{ID: id} }}
	case Actions:
		return slice[Action, *Action]{&r.Actions, func(id string) Action { return Action{ID: id} }}
	case Forecasts:
		return slice[Forecast, *Forecast]{&r.Forecasts, func(id string) Forecast { return Forecast{ID: id} }}
	case Standards:
		return slice[StandardNote, *StandardNote]{&r.Standards, func(id string) StandardNote { return StandardNote{ID: id} }}
	}
	return nil
}

// Refs lists the local ids of a collection in their order.
func (r *Reflection) Refs(of Collection) []string {
	l := r.list(of)
	if l == nil {
		return nil
	}
	refs := make([]string, l.len())
	for i := range refs {
		refs[i] = l.at(i).ref()
	}
	return refs
}

// Field reads one field of an item; empty where there is none.
func (r *Reflection) Field(ref, field string) string {
	if it, _, _ := r.find(ref); it != nil {
		if value := it.field(field); value != nil {
			return *value
		}
	}
	return ""
}

// SetField writes one field of an item, checked against the field's input.
func (r *Reflection) SetField(ref, field, value string) error {
	it, spec, _ := r.find(ref)
	if it == nil {
		return fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	fs, ok := spec.Field(field)
	if !ok {
		return &Refusal{Why: field + " is not something that " + ref + " holds."}
	}
	if err := CheckValue(fs.Input, value, fs.Values); err != nil {
		return err
	}
	*it.field(field) = value
	return nil
}

// AddItem starts an item of a collection and gives its local id. Offer is the
// id of the offer it came from, or empty. Numbers are not used twice while an
// item with a higher one is there.
func (r *Reflection) AddItem(of Collection, offer string) (string, error) {
	spec, ok := CollectionOf(of)
	if !ok {
		return "", &Refusal{Why: string(of) + " is not a list that a reflection holds."}
	}
	l := r.list(of)
	highest := 0
	for i := range l.len() {
		if n, err := strconv.Atoi(strings.TrimPrefix(l.at(i).ref(), spec.Prefix)); err == nil && n > highest {
			highest = n
		}
	}
	added := l.add(spec.Prefix + strconv.Itoa(highest+1))
	if offer != "" && spec.Offer != "" {
		*added.field(spec.Offer) = offer
	}
	return added.ref(), nil
}

// RemoveItem takes an item away, with every rating that was given to it.
func (r *Reflection) RemoveItem(ref string) error {
	it, spec, i := r.find(ref)
	if it == nil {
		return fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	r.list(spec.Of).remove(i)
	delete(r.Ratings, ref)
	for _, row := range r.Ratings {
		delete(row, ref)
	}
	return nil
}

// MoveItem moves an item up (by -1) or down (by +1) within its list; at an end
// it stays where it is.
func (r *Reflection) MoveItem(ref string, by int) error {
	it, spec, i := r.find(ref)
	if it == nil {
		return fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	l := r.list(spec.Of)
	if j := i + by; j >= 0 && j < l.len() {
		l.swap(i, j)
	}
	return nil
}

// Rate sets one cell of the matrix; empty takes the rating back.
func (r *Reflection) Rate(hypothesis, evidence string, rating Rating) error {
	if h, spec, _ := r.find(hypothesis); h == nil || spec.Of != Hypotheses {
		return fmt.Errorf("%s: %w", hypothesis, ErrNoItem)
	}
	if e, spec, _ := r.find(evidence); e == nil || spec.Of != EvidenceItems {
		return fmt.Errorf("%s: %w", evidence, ErrNoItem)
	}
	if rating == "" {
		delete(r.Ratings[hypothesis], evidence)
		if len(r.Ratings[hypothesis]) == 0 {
			delete(r.Ratings, hypothesis)
		}
		return nil
	}
	known := false
	for _, code := range RatingCodes() {
		known = known || code == rating
	}
	if !known {
		return &Refusal{Why: "A rating is one of CC, C, N, NA, I or II."}
	}
	if r.Ratings == nil {
		r.Ratings = map[string]map[string]Rating{}
	}
	if r.Ratings[hypothesis] == nil {
		r.Ratings[hypothesis] = map[string]Rating{}
	}
	r.Ratings[hypothesis][evidence] = rating
	return nil
}

// Rating reads one cell of the matrix; empty where it is not rated.
func (r *Reflection) Rating(hypothesis, evidence string) Rating {
	return r.Ratings[hypothesis][evidence]
}

func (r *Reflection) find(ref string) (item, CollectionSpec, int) {
	for _, spec := range Collections() {
		if !strings.HasPrefix(ref, spec.Prefix) {
			continue
		}
		l := r.list(spec.Of)
		for i := range l.len() {
			if l.at(i).ref() == ref {
				return l.at(i), spec, i
			}
		}
	}
	return nil, CollectionSpec{}, -1
}

// Clone copies a reflection so that the copy can be handed to another
// goroutine while this one goes on being written.
func (r *Reflection) Clone() Reflection {
	c := *r
	c.Themes = clone(r.Themes)
	c.Opened = clone(r.Opened)
	c.Answers = clone(r.Answers)
	c.Unkept = clone(r.Unkept)
	c.Hypotheses = clone(r.Hypotheses)
	c.Evidence = clone(r.Evidence)
	c.Utterances = clone(r.Utterances)
	c.Principles = clone(r.Principles)
	c.Actions = clone(r.Actions)
	c.Forecasts = clone(r.Forecasts)
	c.Standards = clone(r.Standards)
	c.Second = r.Second.clone()
	if r.Ratings != nil {
		c.Ratings = make(map[string]map[string]Rating, len(r.Ratings))
		for h, row := range r.Ratings {
			copied := make(map[string]Rating, len(row))
			for e, rating := range row {
				copied[e] = rating
			}
			c.Ratings[h] = copied
		}
	}
	return c
}

func clone[T any](s []T) []T {
	if s == nil {
		return nil
	}
	return append([]T{}, s...)
}
