// Package home is where a person comes in: what is unfinished, what is due, and
// what they can start. It reads summaries only and holds no text of a
// reflection but its title.
package home

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Notes is what home needs of the vault.
type Notes interface {
	List() []journal.Summary
	Preferences() journal.Preferences
	Due(until journal.Date) []journal.Due // what has a day, and the looks back that are open
	Care() []string                       // what to know of the vault itself, a sentence each
	KeptLongEnough() []journal.Summary    // what was kept for as long as the person said
}

// keptShown is how many reflections that were kept long enough are listed.
const keptShown = 3

// dueAhead is how many days ahead home asks for what is due.
const dueAhead = 7

// rowsOf is how many unfinished reflections and due things are listed.
const rowsOf = 5

// Screen is home.
type Screen struct {
	theme  *theme.Theme
	notes  Notes
	now    screen.Env
	pick   *widget.Pick
	routes []screen.Route
	said   []string
	width  int
	height int
}

// New makes home.
func New(env screen.Env, t *theme.Theme, notes Notes) *Screen {
	s := &Screen{theme: t, notes: notes, now: env, pick: widget.NewPick(t), width: 80, height: 23}
	s.pick.Focus()
	s.fill()
	return s
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing is false: a letter here is a shortcut.
func (s *Screen) Typing() bool { return false }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.pick.SetSize(width, max(height-len(s.head()), 1))
}

// fill lists what there is to do, the unfinished first.
func (s *Screen) fill() {
	var items []widget.Item
	s.routes = nil
	add := func(title, detail string, to screen.Route) {
		items = append(items, widget.Item{Title: title, Detail: detail})
		s.routes = append(s.routes, to)
	}
	unfinished, supervised := 0, false
	known := map[journal.ID]journal.Summary{}
	for _, n := range s.notes.List() {
		known[n.ID] = n
		if n.Status == journal.StatusDraft && unfinished < rowsOf {
			unfinished++
			add(sayContinue+n.Title, detail(n), screen.Route{Name: screen.Walk, ID: string(n.ID)})
		}
		supervised = supervised || n.Walk == coreWalk
	}
	today := journal.DateOf(s.now.Now())
	next, waiting := journal.DueNear(s.notes.Due(today.AddDays(dueAhead)), today)
	for _, d := range next {
		detail := d.Briefly(today)
		if subject := known[d.Reflection].Subject; subject != "" {
			detail = subject + ", " + detail
		}
		text := d.Text
		if d.Kind == journal.DueFollowUp {
			text = known[d.Reflection].Title
		}
		add(dueWords[d.Kind]+text, detail, screen.Route{Name: screen.Due, ID: string(d.Reflection), At: d.Ref})
	}
	if waiting > 0 {
		add(fmt.Sprintf(sayWaiting, waiting), "", screen.Route{Name: screen.Due})
	}
	kept := s.notes.KeptLongEnough()
	for _, n := range kept[:min(len(kept), keptShown)] {
		add(sayKeptLong+n.Title, detail(n), screen.Route{Name: screen.Read, ID: string(n.ID)})
	}
	for _, m := range menu() {
		if m.route.Name == screen.New && m.route.ID == backWalk && !supervised {
			continue
		}
		add(m.title, m.key, m.route)
	}
	s.pick.SetItems(items)
	s.said = s.reminders()
}

// reminders are what a person would want to know on coming in.
func (s *Screen) reminders() []string {
	var out []string
	if !s.notes.Preferences().RecoveryOK {
		out = append(out, remindRecovery)
	}
	return append(out, s.notes.Care()...)
}

func detail(n journal.Summary) string {
	parts := []string{n.Updated.Format("2 January")}
	if n.Subject != "" {
		parts = append([]string{n.Subject}, parts...)
	}
	if n.Urgent && n.Status == journal.StatusDraft {
		parts = append([]string{sayUrgent}, parts...)
	}
	return strings.Join(parts, ", ")
}

type entry struct {
	title string
	key   string
	route screen.Route
}

// The walks that home knows by name.
const (
	coreWalk = "case-reflection"
	backWalk = "back-from-supervision"
)

func menu() []entry {
	return []entry{
		{titleNew, "n", screen.Route{Name: screen.New}},
		{titleJot, "j", screen.Route{Name: screen.New, ID: journal.JotWalk}},
		{titleBack, "b", screen.Route{Name: screen.New, ID: backWalk}},
		{titleFind, "/", screen.Route{Name: screen.Find}},
		{titleDue, "d", screen.Route{Name: screen.Due}},
		{titleInsights, "i", screen.Route{Name: screen.Insights}},
		{titleLibrary, "l", screen.Route{Name: screen.Library}},
		{titleStandards, "a", screen.Route{Name: screen.Standards}},
		{titleTrash, "t", screen.Route{Name: screen.Trash}},
		{titleSettings, "s", screen.Route{Name: screen.Settings}},
		{titleHelp, "?", screen.Route{Name: screen.Help, At: screen.Home}},
	}
}

var quit = key.NewBinding(key.WithKeys("q"), key.WithHelp("q", "leave"))

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding { return Keys() }

// Keys lists the bindings of home, for help and the manual.
func Keys() []key.Binding {
	list := []key.Binding{key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "open"))}
	for _, m := range menu() {
		if m.key != "?" {
			list = append(list, key.NewBinding(key.WithKeys(m.key), key.WithHelp(m.key, strings.ToLower(m.title))))
		}
	}
	return append(list, quit)
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Shown:
		s.fill()
		s.Resize(s.width, s.height)
	case tea.KeyPressMsg:
		if key.Matches(msg, quit) {
			return screen.Intent{Quit: true}, nil
		}
		for _, m := range menu() {
			if msg.Text == m.key {
				to := m.route
				return screen.Intent{Open: &to}, nil
			}
		}
		if r := s.pick.Update(msg); r.Chosen >= 0 && r.Chosen < len(s.routes) {
			to := s.routes[r.Chosen]
			return screen.Intent{Open: &to}, nil
		}
	}
	return screen.Intent{}, nil
}

// Forget drops the titles.
func (s *Screen) Forget() { s.pick.Forget() }

func (s *Screen) head() []string {
	styles := s.theme.Styles
	lines := []string{styles.Title.Render(widget.Truncate(title, s.width)), ""}
	for _, r := range s.said {
		for _, l := range widget.Wrap(r, max(s.width, 1)) {
			lines = append(lines, styles.Warning.Render(l))
		}
	}
	if len(s.said) > 0 {
		lines = append(lines, "")
	}
	kept := len(s.notes.List())
	if kept == 0 {
		for _, l := range widget.Wrap(sayEmpty, max(s.width, 1)) {
			lines = append(lines, styles.Muted.Render(l))
		}
		return append(lines, "")
	}
	return append(lines, styles.Muted.Render(widget.Truncate(fmt.Sprintf(sayKept, kept), s.width)), "")
}

// View draws home.
func (s *Screen) View() screen.Frame {
	head := s.head()
	if len(head) > max(s.height-3, 0) {
		head = head[:max(s.height-3, 0)]
	}
	s.pick.SetSize(s.width, max(s.height-len(head), 1))
	body := strings.Join(append(head, s.pick.View()), "\n")
	return screen.Frame{Body: body, Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(head))}
}
