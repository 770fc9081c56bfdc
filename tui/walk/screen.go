package walk

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Drafts keeps what is written. Put never waits; File makes a revision when
// the reflection is left.
type Drafts interface {
	Put(journal.Reflection)
	File(journal.ID)
}

// Options are what the screen needs besides its reflection.
type Options struct {
	Theme    *theme.Theme
	Drafts   Drafts
	Guidance bool                             // show it beside the step where there is room
	People   []string                         // whom to turn to when something needs a person
	Mirror   func(string) []string            // what can be told of an utterance
	Rests    func(*journal.Reflection) string // what the view rests on, in a sentence
	Pages    func(id string) (journal.Page, bool)
	Think    Reasoning
	Language Language
	At       string // the question to begin with, by its path; empty: the first without an answer
	// Spent takes the time that went to each step, where the person asked for
	// that to be counted; nil counts nothing. Another says that it is the first
	// of a sitting.
	Spent func(walk string, steps map[string]time.Duration, another bool)
}

// Screen is one walk through one reflection.
type Screen struct {
	env      screen.Env
	opt      Options
	p        *journal.Progress
	form     *form
	rail     *widget.Rail
	railed   bool // the rail has the focus
	guide    *guide
	matrix   *matrix
	page     *widget.Pager // my page, at its step
	paging   bool          // it is being read
	command  *widget.Line
	commands bool // a word is being typed
	panel    *panel
	signs    *signs
	quiet    *quiet // the quiet minutes that were asked for; nil without any
	watch    journal.Stopwatch
	sat      bool              // time of this sitting was handed on
	changes  int               // how often something was handed to the writer
	again    *Screen           // the second pass, while it is open
	nested   bool              // this is a second pass
	first    *journal.Progress // of a second pass: what it stands beside
	words    *words            // what is known of the answer with the focus

	preferences journal.Preferences
	nudged      map[string]bool // the steps at which depth was spoken of
	width       int
	height      int
}

// New takes up a reflection where it was left.
func New(env screen.Env, p *journal.Progress, opt Options) *Screen {
	s := blank(env, p, opt)
	if here := p.Here(); here != nil {
		s.enter(here)
		s.form.goTo(opt.At)
	}
	return s
}

// Place is the question with the focus, by its path.
func (s *Screen) Place() string {
	if s.form == nil {
		return ""
	}
	return s.form.path
}

// blank is the screen before it is at a step.
func blank(env screen.Env, p *journal.Progress, opt Options) *Screen {
	s := &Screen{env: env, opt: opt, p: p, width: 80, height: 23}
	s.rail = widget.NewRail(opt.Theme)
	s.guide = newGuide(opt.Theme, opt.Guidance)
	s.page = widget.NewPager()
	s.page.Focus()
	s.command = widget.NewLine(opt.Theme)
	s.command.Placeholder(placeWord)
	s.words, s.signs = &words{}, &signs{}
	s.watch.Rest(env.Now())
	s.prefer()
	return s
}

// prefer takes up the person's preferences as they stand.
func (s *Screen) prefer() {
	if s.opt.Language.Preferences != nil {
		s.preferences = s.opt.Language.Preferences()
	}
}

// Init has the answer with the focus looked at, and the reflection looked over
// where the step is its second look; everything else is here already.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.listen(), s.seekSigns()) }

// Typing says that letters belong to the step.
func (s *Screen) Typing() bool {
	if s.again != nil {
		return s.again.Typing()
	}
	if s.panel != nil {
		return s.panel.ask != nil
	}
	return !s.railed && !s.guide.focused && !s.paging
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	switch {
	case s.again != nil:
		return s.again.Keys()
	case s.railed:
		return append(s.rail.Keys(), walkKeys.Close)
	case s.panel != nil && s.panel.ask != nil:
		return []key.Binding{walkKeys.Enough}
	case s.panel != nil:
		list := append([]key.Binding{}, s.panel.own...)
		if !s.panel.pager.AtEnd() {
			list = append(list, walkKeys.More)
		}
		return append(list, walkKeys.Close)
	}
	list := []key.Binding{walkKeys.Question, walkKeys.Next, walkKeys.Previous, walkKeys.Steps, walkKeys.Guidance, walkKeys.Word}
	if s.paging {
		list = append([]key.Binding{walkKeys.Copy, walkKeys.Export, walkKeys.Finish}, list...)
	}
	switch {
	case s.matrix != nil:
		list = append(s.matrix.keys(), list...)
	case looks(s.form):
		list = append([]key.Binding{walkKeys.Look}, list...)
	}
	return append(list, walkKeys.Length, walkKeys.Read, walkKeys.Leave)
}

// enter goes to a step and puts the focus on what is not answered there.
func (s *Screen) enter(step *journal.Step) {
	if s.form != nil {
		s.form.leave()
	}
	if s.p.Go(step.ID) != nil {
		return
	}
	if s.form != nil {
		s.form.forget()
	}
	s.form = newForm(s.opt.Theme, s.p, step, s.env.Now, s.keep)
	s.matrix = nil
	if step.Kind == journal.KindMatrix && step.Matrix != nil {
		s.matrix = newMatrix(s.opt.Theme, s.p, step, s.keep)
	}
	s.paging = step.Kind == journal.KindPage
	if s.paging {
		s.page.SetTop(0)
	}
	s.showGuidance(step)
	s.panel = nil
	if !s.inQuiet() {
		s.quiet = nil
	}
	s.keep()
	s.lookForSigns()
	s.layout()
}

func (s *Screen) keep() {
	if s.matrix != nil {
		s.matrix.scored = nil
	}
	s.changes++
	s.opt.Drafts.Put(s.p.Reflection.Clone())
}

// Leave settles the focused answer and hands everything to the writer.
func (s *Screen) Leave() {
	if s.form == nil {
		return
	}
	if s.again != nil {
		s.again.Leave()
	}
	s.form.leave()
	s.keep()
	s.handTime()
	s.opt.Drafts.File(s.p.Reflection.ID)
}

// handTime hands on the time that went to each step.
func (s *Screen) handTime() {
	s.passTime()
	if steps := s.watch.Take(); s.opt.Spent != nil && len(steps) > 0 {
		s.opt.Spent(s.p.Walk.ID, steps, !s.sat && !s.nested)
		s.sat = true
	}
}

// passTime counts the time since the last key towards the step.
func (s *Screen) passTime() {
	if s.opt.Spent != nil && s.form != nil {
		s.watch.Pass(s.form.step.ID, s.env.Now())
	}
}

// Forget drops every text that the screen holds.
func (s *Screen) Forget() {
	if s.form != nil {
		s.form.forget()
	}
	s.guide.forget()
	s.words.forget()
	s.command.Forget()
	s.page.Forget()
	if s.matrix != nil {
		s.matrix.forget()
	}
	if s.panel != nil {
		s.panel.forget()
	}
	if s.again != nil {
		s.again.Forget()
	}
	*s.p.Reflection = journal.Reflection{}
	s.form, s.matrix, s.panel, s.again, s.signs = nil, nil, nil, nil, &signs{}
}

// Update takes one message, then has the answer with the focus looked at if it
// is another one now.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	if h, ok := msg.(heard); ok && h.to == s.words {
		return screen.Intent{}, s.hear(h)
	}
	if found, ok := msg.(sighted); ok && found.to == s.signs {
		return s.takeSighted(found), s.seekSigns()
	}
	if s.again != nil {
		return s.inAgain(msg)
	}
	want, cmd := s.take(msg)
	return want, tea.Batch(cmd, s.listen(), s.seekSigns())
}

func (s *Screen) take(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Failed:
		s.words.busy, s.signs.busy = false, false
	case screen.Restyled:
		s.guide.restyle()
		s.layout()
	case screen.Shown:
		s.shownAgain()
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		if s.panel != nil && s.panel.ask != nil {
			s.panel.ask.Update(msg)
			return screen.Intent{}, nil
		}
		if s.commands || s.railed || s.form == nil || s.panel != nil {
			return screen.Intent{}, nil
		}
		want, _ := s.form.update(msg)
		return want, nil
	}
	return screen.Intent{}, nil
}

// shownAgain takes up what was changed while another screen lay over this one.
func (s *Screen) shownAgain() {
	s.watch.Rest(s.env.Now())
	before, _ := s.form.question()
	s.form.refresh()
	if now, ok := s.form.question(); ok && now.Path == before.Path && now.Value != before.Value {
		s.form.focus(s.form.at)
	}
	s.prefer()
	s.lookAgain()
	s.layout()
}

func (s *Screen) press(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	s.signs.open = false
	s.passTime()
	switch {
	case s.form == nil:
		return screen.Intent{Home: true}, nil
	case s.commands:
		return s.word(msg)
	case s.panel != nil:
		return s.panelKey(msg), nil
	case s.railed:
		return s.railKey(msg)
	case s.guide.focused:
		return s.guideKey(msg)
	case s.paging:
		if want, ok := s.pageKey(msg); ok {
			return want, nil
		}
	}
	if want, ok := s.shortcut(msg); ok {
		return want, nil
	}
	if s.matrix != nil && s.matrix.open {
		if key.Matches(msg, walkKeys.WhatIf) {
			return s.whatIf(s.evidenceInHand()), nil
		}
		s.matrix.update(msg)
		return screen.Intent{}, nil
	}
	want, _ := s.form.update(msg)
	s.rail.SetSteps(s.railSteps())
	return want, nil
}

func ask(q *screen.Question) screen.Intent { return screen.Intent{Ask: q} }

// escape takes back what is not understood, closes the grid, or leaves.
func (s *Screen) escape() screen.Intent {
	switch {
	case s.form.clear():
		return screen.Intent{}
	case s.matrix != nil && s.matrix.open:
		s.matrix.open = false
		s.form.refresh()
		return screen.Intent{}
	}
	return screen.Intent{Home: true, Say: sayKept}
}
