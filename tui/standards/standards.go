// Package standards is where a person sees every framework with its dates, and
// what they have written against each of its standards. Those in force on a day
// come first; those that have ended or have not begun are marked with their
// dates, and what was written under them stays. It counts reflections, for the
// person alone, and measures nothing.
package standards

import (
	"context"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Notes gives the frameworks and what was written against them.
type Notes interface {
	Frameworks() []journal.Framework
	List() []journal.Summary
	Load(context.Context, journal.ID) (journal.Reflection, journal.Walk, error)
}

// level is how far in a person is: all frameworks, one of them, or one of its
// standards.
type level int

const (
	atFrameworks level = iota
	atFramework
	atStandard
)

// Screen shows the standards.
type Screen struct {
	env        screen.Env
	theme      *theme.Theme
	notes      Notes
	on         journal.Date // the day for which frameworks are in force or not
	frameworks []journal.Framework
	written    map[string]int // reflections by standard, and by framework
	level      level
	framework  int // into frameworks
	standard   int // into its standards
	entries    []entry
	pick       *widget.Pick
	day        *widget.Line
	asking     bool   // for a day
	said       string // why a day was not understood
	width      int
	height     int
}

// entry is what a reflection says of one standard.
type entry struct {
	id    journal.ID
	title string
	when  time.Time
	draft bool
	note  string
}

// loaded are the entries of a standard, in answer to a command.
type loaded struct {
	ref     string
	entries []entry
	err     error
}

// New shows every framework, as of today.
func New(env screen.Env, t *theme.Theme, notes Notes) *Screen {
	s := &Screen{env: env, theme: t, notes: notes, on: journal.DateOf(env.Now()), pick: widget.NewPick(t), day: widget.NewLine(t), width: 80, height: 23}
	s.pick.Focus()
	s.day.Placeholder(placeDay)
	s.gather()
	s.list(0)
	return s
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters belong to the day that is being typed.
func (s *Screen) Typing() bool { return s.asking }

// Forget drops what was written.
func (s *Screen) Forget() {
	s.pick.Forget()
	s.day.Forget()
	s.entries, s.frameworks = nil, nil
	s.level = atFrameworks
}

// gather counts what was written and puts the frameworks in order: in force on
// the day, to come, ended. Standards that no pack holds any more are gathered in
// a framework of their own, so that nothing written against them is lost sight
// of.
func (s *Screen) gather() {
	s.written = map[string]int{}
	for _, n := range s.notes.List() {
		counted := map[string]bool{}
		for _, ref := range n.Standards {
			framework, _, _ := strings.Cut(ref, "/")
			for _, name := range []string{ref, framework} {
				if !counted[name] {
					counted[name] = true
					s.written[name]++
				}
			}
		}
	}
	s.frameworks = slices.Clone(s.notes.Frameworks())
	slices.SortStableFunc(s.frameworks, func(a, b journal.Framework) int { return s.standing(a) - s.standing(b) })
	known := map[string]bool{}
	for _, f := range s.frameworks {
		for _, st := range f.Standards {
			known[refOf(f, st)] = true
		}
	}
	var lost []journal.Standard
	for ref := range s.written {
		if strings.Contains(ref, "/") && !known[ref] {
			lost = append(lost, journal.Standard{ID: ref, Title: ref})
		}
	}
	slices.SortFunc(lost, func(a, b journal.Standard) int { return strings.Compare(a.ID, b.ID) })
	if len(lost) > 0 {
		s.frameworks = append(s.frameworks, journal.Framework{Title: titleLost, Standards: lost})
	}
}

// The standings of a framework on a day, in the order to show.
const (
	inForce = iota
	toCome
	ended
)

func (s *Screen) standing(f journal.Framework) int {
	switch {
	case f.On(s.on):
		return inForce
	case f.ValidFrom != "" && s.on < f.ValidFrom:
		return toCome
	}
	return ended
}

// refOf is how a reflection names a standard. Those in no framework keep the
// whole name that they were written with.
func refOf(f journal.Framework, st journal.Standard) string {
	if f.ID == "" {
		return st.ID
	}
	return f.ID + "/" + st.ID
}

var keys = struct{ Open, Day, Whole, Back key.Binding }{
	Open:  key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", doesOpen)),
	Day:   key.NewBinding(key.WithKeys("d"), key.WithHelp("d", doesDay)),
	Whole: key.NewBinding(key.WithKeys("r"), key.WithHelp("r", doesWhole)),
	Back:  key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", doesBack)),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	switch {
	case s.asking, s.level == atStandard:
		return []key.Binding{keys.Open, keys.Back}
	case s.level == atFramework:
		return []key.Binding{keys.Open, keys.Back, keys.Whole}
	}
	return []key.Binding{keys.Open, keys.Back, keys.Whole, keys.Day}
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Open, keys.Whole, keys.Day, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Shown:
		s.gather()
		at, _ := s.pick.Selected()
		return screen.Intent{}, s.list(at)
	case loaded:
		return s.take(msg), nil
	case tea.PasteMsg:
		if s.asking {
			s.day.Update(msg)
		}
	case tea.KeyPressMsg:
		if s.asking {
			return s.typeDay(msg), nil
		}
		return s.press(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch {
	case key.Matches(msg, keys.Back):
		return s.up()
	case key.Matches(msg, keys.Day) && s.level == atFrameworks:
		s.asking, s.said = true, ""
		s.day.SetValue("")
		s.day.Focus()
		return screen.Intent{}, nil
	case key.Matches(msg, keys.Whole) && s.level != atStandard:
		if f, ok := s.chosenFramework(); ok && f.ID != "" {
			return screen.Intent{Open: &screen.Route{Name: screen.Library, ID: "framework/" + f.ID}}, nil
		}
		return screen.Intent{}, nil
	}
	if r := s.pick.Update(msg); r.Chosen >= 0 {
		return s.open(r.Chosen)
	}
	return screen.Intent{}, nil
}

// chosenFramework is the one that is open, else the one with the cursor.
func (s *Screen) chosenFramework() (journal.Framework, bool) {
	at := s.framework
	if s.level == atFrameworks {
		at, _ = s.pick.Selected()
	}
	if at < 0 || at >= len(s.frameworks) {
		return journal.Framework{}, false
	}
	return s.frameworks[at], true
}

func (s *Screen) up() (screen.Intent, tea.Cmd) {
	switch s.level {
	case atStandard:
		s.level = atFramework
		return screen.Intent{}, s.list(s.standard)
	case atFramework:
		s.level = atFrameworks
		return screen.Intent{}, s.list(s.framework)
	}
	return screen.Intent{Close: true}, nil
}

func (s *Screen) open(chosen int) (screen.Intent, tea.Cmd) {
	switch s.level {
	case atFrameworks:
		s.framework, s.level = chosen, atFramework
	case atFramework:
		s.standard, s.level, s.entries = chosen, atStandard, nil
	default:
		return screen.Intent{Open: &screen.Route{Name: screen.Read, ID: string(s.entries[chosen].id)}}, nil
	}
	return screen.Intent{}, s.list(0)
}

// typeDay takes keys while a day is being typed.
func (s *Screen) typeDay(msg tea.KeyPressMsg) screen.Intent {
	switch {
	case key.Matches(msg, keys.Back):
		s.asking = false
	case key.Matches(msg, keys.Open):
		typed := strings.TrimSpace(s.day.Value())
		day := journal.DateOf(s.env.Now())
		if typed != "" {
			read, err := journal.ParseDate(typed, s.env.Now())
			if err != nil {
				s.said = err.Error()
				return screen.Intent{}
			}
			day = read.Day()
		}
		s.on, s.asking = day, false
		s.gather()
		s.list(0)
	default:
		s.day.Update(msg)
		s.said = ""
	}
	return screen.Intent{}
}

// load reads what was written against a standard, newest first, outside the
// update loop.
func (s *Screen) load(ref string) tea.Cmd {
	var about []journal.Summary
	for _, n := range s.notes.List() {
		if slices.Contains(n.Standards, ref) {
			about = append(about, n)
		}
	}
	return s.env.Do(func() tea.Msg {
		out := loaded{ref: ref}
		for _, n := range about {
			r, _, err := s.notes.Load(context.Background(), n.ID)
			if err != nil {
				out.err = err
				continue
			}
			e := entry{id: n.ID, title: n.Title, when: n.Updated, draft: n.Status == journal.StatusDraft}
			if n.Subject != "" {
				e.title = n.Subject + ": " + e.title
			}
			var notes []string
			for _, note := range r.Standards {
				if note.Standard == ref && strings.TrimSpace(note.Note) != "" {
					notes = append(notes, note.Note)
				}
			}
			e.note = strings.Join(notes, " ")
			out.entries = append(out.entries, e)
		}
		return out
	})
}

// take shows what was read, if its standard is still open.
func (s *Screen) take(l loaded) screen.Intent {
	if f, st, ok := s.chosen(); !ok || refOf(f, st) != l.ref {
		return screen.Intent{}
	}
	at, _ := s.pick.Selected()
	s.entries = l.entries
	s.fill(max(at, 0))
	return screen.Intent{Err: l.err}
}

// chosen is the standard that is open.
func (s *Screen) chosen() (journal.Framework, journal.Standard, bool) {
	if s.level != atStandard || s.framework >= len(s.frameworks) || s.standard >= len(s.frameworks[s.framework].Standards) {
		return journal.Framework{}, journal.Standard{}, false
	}
	f := s.frameworks[s.framework]
	return f, f.Standards[s.standard], true
}
