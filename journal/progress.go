package journal

import (
	"errors"
	"time"
)

// Progress is where a person is in a walk. The place, what was opened and what
// was written are in the reflection, so that a half-done walk can be taken up on
// the full screen or in linear mode alike. All it holds itself is at which steps
// everything that the themes bring was asked for, which is of this sitting alone.
type Progress struct {
	Walk       *Walk
	Reflection *Reflection
	Catalogue  *Catalogue
	now        func() time.Time
	wide       map[string]bool
}

// ErrNoStep says that the walk has no such step, at any length.
var ErrNoStep = errors.New("this walk has no such step")

// ErrLength says that the walk is not offered at that length.
var ErrLength = errors.New("this walk is not offered at that length")

// NewProgress takes up a reflection in its walk. The clock stamps what is
// written.
func NewProgress(w *Walk, r *Reflection, c *Catalogue, now func() time.Time) *Progress {
	if c == nil {
		c = &Catalogue{}
	}
	return &Progress{Walk: w, Reflection: r, Catalogue: c, now: now}
}

// Begin makes an empty reflection of a walk at a length. A walk with one length
// takes zero.
func Begin(w *Walk, length Length, id ID, now time.Time) (Reflection, error) {
	if !w.Offers(length) {
		return Reflection{}, ErrLength
	}
	return Reflection{
		ID: id, Walk: w.ID, WalkVersion: w.Version, Length: length,
		Status: StatusDraft, Created: now, Updated: now,
	}, nil
}

// State is how far a step has come.
type State int

// The states of a step. Empty was opened and left with nothing in it.
const (
	Untouched State = iota
	Empty
	Started
	Done
)

// Place is a step as the rail shows it.
type Place struct {
	Step    *Step
	State   State
	Here    bool
	Minutes int // 0 where the walk has one length
}

// Places lists the steps of the chosen length in order.
func (p *Progress) Places() []Place {
	here := p.Here()
	var places []Place
	for _, s := range p.steps() {
		places = append(places, Place{
			Step: s, State: p.State(s), Here: here != nil && s.ID == here.ID,
			Minutes: s.Minutes[p.Reflection.Length],
		})
	}
	return places
}

// NotToday lists the steps that the chosen length leaves out.
func (p *Progress) NotToday() []*Step {
	var out []*Step
	for i := range p.Walk.Steps {
		if s := &p.Walk.Steps[i]; !s.In(p.Reflection.Length) {
			out = append(out, s)
		}
	}
	return out
}

func (p *Progress) steps() []*Step {
	var out []*Step
	for i := range p.Walk.Steps {
		if s := &p.Walk.Steps[i]; s.In(p.Reflection.Length) {
			out = append(out, s)
		}
	}
	return out
}

// Here is the step where the person is: the first one of the length, where
// they have not been anywhere or their step is not in it.
func (p *Progress) Here() *Step {
	steps := p.steps()
	for _, s := range steps {
		if s.ID == p.Reflection.At {
			return s
		}
	}
	if len(steps) == 0 {
		return nil
	}
	return steps[0]
}

// Go moves to a step of the walk. A step that the chosen length leaves out can
// be gone to only after a longer length is chosen.
func (p *Progress) Go(id string) error {
	for _, s := range p.steps() {
		if s.ID == id {
			p.Reflection.At = id
			p.open(id)
			return nil
		}
	}
	return ErrNoStep
}

func (p *Progress) open(id string) {
	opened := map[string]bool{id: true}
	for _, o := range p.Reflection.Opened {
		opened[o] = true
	}
	inOrder := make([]string, 0, len(opened))
	for _, s := range p.Walk.Steps {
		if opened[s.ID] {
			inOrder = append(inOrder, s.ID)
		}
	}
	p.Reflection.Opened = inOrder
}

// Next finds the first step with nothing in it: one that was not opened,
// wherever the person is, or one further on that was only looked at. Where there
// is none, it is the step after this one. It does not move. False at the end.
func (p *Progress) Next() (*Step, bool) {
	steps := p.steps()
	here := p.Here()
	after := false
	for _, s := range steps {
		if s.ID == here.ID {
			after = true
			continue
		}
		if state := p.State(s); state == Untouched || state == Empty && after {
			return s, true
		}
	}
	for i, s := range steps {
		if s.ID == here.ID && i+1 < len(steps) {
			return steps[i+1], true
		}
	}
	return nil, false
}

// Back finds the step before this one. It does not move. False at the start.
func (p *Progress) Back() (*Step, bool) {
	steps := p.steps()
	here := p.Here()
	for i, s := range steps {
		if s.ID == here.ID && i > 0 {
			return steps[i-1], true
		}
	}
	return nil, false
}

// SetLength changes how long the person has. Nothing that was written is lost:
// a step that falls away keeps its answers.
func (p *Progress) SetLength(l Length) error {
	if !p.Walk.Offers(l) {
		return ErrLength
	}
	p.Reflection.Length = l
	return nil
}

// State says how far a step has come: done when everything that is not optional
// has an answer and every list at least one item. It makes no question of the
// cells of a matrix, which can be hundreds, since the rail asks for every step
// on each key.
func (p *Progress) State(s *Step) State {
	some, all := false, true
	for _, q := range append(p.opening(s), p.closing(s)...) {
		switch {
		case q.Value != "":
			some = true
		case q.Kind == AskAdd:
			if len(p.Reflection.Refs(q.Collection)) == 0 {
				all = all && q.Optional
			}
		case !q.Optional:
			all = false
		}
	}
	if s.Kind == KindMatrix {
		rated := p.rated()
		some, all = some || rated, all && rated
	}
	switch {
	case some && all:
		return Done
	case some:
		return Started
	case p.opened(s.ID):
		return Empty
	}
	return Untouched
}

func (p *Progress) opened(id string) bool {
	for _, o := range p.Reflection.Opened {
		if o == id {
			return true
		}
	}
	return false
}

// Finish marks the reflection as finished. It can still be opened and changed.
func (p *Progress) Finish() {
	p.Reflection.Status = StatusFinished
	p.Reflection.Finished = p.now()
	p.Reflection.Updated = p.Reflection.Finished
}

// Urgent says whether the person answered that something cannot wait.
func (p *Progress) Urgent() bool { return Urgent(p.Walk, p.Reflection) }

// Urgent says whether a reflection holds something that cannot wait.
func Urgent(w *Walk, r *Reflection) bool { return byRole(w, r, RoleUrgent) == Yes }

// Guarded says that a conversation is not one to rehearse: a child may be
// telling of harm, or the other person uses coercive control. Forms of what is
// said are not shown then.
func (p *Progress) Guarded() bool {
	return byRole(p.Walk, p.Reflection, RoleTelling) == Yes || byRole(p.Walk, p.Reflection, RoleControl) == Yes
}

// byRole reads the answer at the first prompt of a role.
func byRole(w *Walk, r *Reflection, role Role) string {
	for i := range w.Steps {
		s := &w.Steps[i]
		for _, prompts := range [][]Prompt{s.Prompts, s.Closing} {
			for _, prompt := range prompts {
				if prompt.Role == role {
					if a := r.Answer(s.ID, prompt.ID); a != "" {
						return a
					}
				}
			}
		}
	}
	return ""
}
