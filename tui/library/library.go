// Package library is the shelf of pages: browsed shelf by shelf, searched by
// word, read quietly. Links between pages are followed by their number, Back
// goes the way one came, and a page can be taken into a reflection, to the step
// that it belongs to. It holds no word of a reflection but the titles of drafts
// while it asks which one is meant.
package library

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Shelf gives what there is to read. Shelves are choices: a title each, and as
// its help what stands on it. A page that was searched for has the line that it
// was found by in place of its summary. Standards are in words, with the dates
// of those not in force. Refused says what is wrong with packs that could not be
// used.
type Shelf interface {
	Shelves() []journal.Choice
	Shelf(id string) []journal.Page
	Page(id string) (journal.Page, bool)
	SearchPages(query string) []journal.Page
	BackLinks(page string) []string
	StandardNames(journal.Page) []string
	Refused() []string
}

// Desk begins reflections and finds those that are open. GoTo makes a step the
// place where a reflection is, at a length that has it.
type Desk interface {
	Walk(id string) (journal.Walk, bool)
	List() []journal.Summary
	Preferences() journal.Preferences
	Begin(context.Context, *journal.Walk, journal.Length) (journal.Reflection, error)
	Put(journal.Reflection)
	GoTo(ctx context.Context, id journal.ID, step string) error
}

// readingWidth is as wide as a line is drawn, for the eye's sake.
const readingWidth = 80

// Screen is the library: the shelves, one shelf, what a search found, or a page.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	shelf  Shelf
	desk   Desk
	words  *widget.Line
	pick   *widget.Pick
	rows   []row
	open   string // the shelf that is open; empty for all of them
	page   *journal.Page
	links  []string // the pages that the open page's numbers lead to
	typed  string   // the number of a link, while it could go on
	trail  []stop
	top    int // where to begin reading when the page is drawn
	pager  *widget.Pager
	drawn  int
	styled int
	width  int
	height int
}

// stop is a page that was left by a link, and how far it had been read.
type stop struct {
	page string
	top  int
}

// New makes the library, open at the route's page if it names one.
func New(env screen.Env, t *theme.Theme, shelf Shelf, desk Desk, route screen.Route) *Screen {
	s := &Screen{
		env: env, theme: t, shelf: shelf, desk: desk, words: widget.NewLine(t),
		pick: widget.NewPick(t), pager: widget.NewPager(), width: 80, height: 23,
	}
	s.words.Placeholder(placeWords)
	s.words.Focus()
	s.pick.SetEmpty(sayNothing)
	s.pick.Focus()
	s.pager.Focus()
	s.list("")
	if page, ok := shelf.Page(route.ID); ok {
		s.open = page.Shelf
		s.list(page.ID)
		s.show(page, 0)
	}
	return s
}

// Init draws the page that is open.
func (s *Screen) Init() tea.Cmd { return s.render() }

// Typing says that letters are words to look for, but on a page.
func (s *Screen) Typing() bool { return s.page == nil }

// Forget drops what was looked for and what is shown.
func (s *Screen) Forget() {
	s.words.Forget()
	s.pick.Forget()
	s.pager.Forget()
	s.rows, s.page, s.links, s.trail = nil, nil, nil, nil
}

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.words.SetWidth(max(width-len(labelWords), 1))
	s.pick.SetSize(width, max(height-headRows-s.footRows(), 1))
	s.pager.SetSize(min(width, readingWidth), max(height-1, 1))
}

var keys = struct{ Open, Follow, Use, Back key.Binding }{
	Open:   key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", doesOpen)),
	Follow: key.NewBinding(key.WithKeys("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), key.WithHelp("1-9", doesFollow)),
	Use:    key.NewBinding(key.WithKeys("u"), key.WithHelp("u", doesUse)),
	Back:   key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", doesBack)),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if s.page == nil {
		return []key.Binding{keys.Open, keys.Back}
	}
	list := []key.Binding{keys.Back}
	if len(s.links) > 0 {
		list = append(list, keys.Follow)
	}
	if s.page.UseIn != "" {
		list = append(list, keys.Use)
	}
	return list
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Open, keys.Follow, keys.Use, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case rendered:
		s.take(msg)
	case screen.Restyled:
		return screen.Intent{}, s.render()
	case tea.PasteMsg:
		if s.page == nil && s.words.Update(msg).Changed {
			s.list("")
		}
	case tea.KeyPressMsg:
		var want screen.Intent
		if s.page != nil {
			want = s.onPage(msg)
		} else {
			want = s.onList(msg)
		}
		return want, s.render()
	}
	return screen.Intent{}, nil
}

// View draws the list or the page.
func (s *Screen) View() screen.Frame {
	if s.page != nil {
		return s.pageView()
	}
	return s.listView()
}

func (s *Screen) query() string { return strings.TrimSpace(s.words.Value()) }
