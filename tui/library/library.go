// Package library is the shelf of pages: browsed by shelf, searched by word,
// read quietly. Links between pages are followed by their number, and Back goes
// the way one came.
package library

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Shelf gives the pages.
type Shelf interface {
	Pages() []journal.Page
	SearchPages(query string) []journal.Page
	Page(id string) (journal.Page, bool)
}

const readingWidth = 80

type rendered struct {
	page  string
	width int
	lines []string
}

// Screen is the library.
type Screen struct {
	env    screen.Env
	theme  *theme.Theme
	shelf  Shelf
	words  *widget.Line
	pick   *widget.Pick
	shown  []journal.Page
	page   *journal.Page
	trail  []string
	pager  *widget.Pager
	drawn  int
	width  int
	height int
}

// New makes the library, open at the route's page if it names one.
func New(env screen.Env, t *theme.Theme, shelf Shelf, route screen.Route) *Screen {
	s := &Screen{env: env, theme: t, shelf: shelf, words: widget.NewLine(t), pick: widget.NewPick(t), pager: widget.NewPager(), width: 80, height: 23}
	s.words.Placeholder(placeholder)
	s.words.Focus()
	s.pick.SetEmpty(sayNothing)
	s.pick.Focus()
	s.pager.Focus()
	s.list()
	if page, ok := shelf.Page(route.ID); ok {
		s.page = &page
	}
	return s
}

// Init renders the page that is open.
func (s *Screen) Init() tea.Cmd { return s.render() }

// Typing says that letters are words to look for, but on a page.
func (s *Screen) Typing() bool { return s.page == nil }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.words.SetWidth(max(width-len(label), 1))
	s.pick.SetSize(width, max(height-4, 1))
	s.pager.SetSize(min(width, readingWidth), max(height, 1))
}

func (s *Screen) list() {
	query := strings.TrimSpace(s.words.Value())
	s.shown = s.shelf.Pages()
	if query != "" {
		s.shown = s.shelf.SearchPages(query)
	}
	items := make([]widget.Item, len(s.shown))
	for i, p := range s.shown {
		items[i] = widget.Item{Title: p.Title, Detail: p.Shelf}
	}
	s.pick.SetItems(items)
}

func (s *Screen) render() tea.Cmd {
	if s.page == nil {
		return nil
	}
	width := max(min(s.width, readingWidth), 1)
	if s.drawn == width {
		return nil
	}
	s.drawn = width
	look, page, source := *s.theme, s.page.ID, s.source()
	return s.env.Do(func() tea.Msg {
		return rendered{page: page, width: width, lines: widget.Markdown(&look, source, width)}
	})
}

// source is the page with its sources and the numbers of its links below.
func (s *Screen) source() string {
	var out strings.Builder
	out.WriteString("# " + s.page.Title + "\n\n" + s.page.Body + "\n\n")
	for i, id := range s.page.Links {
		if to, ok := s.shelf.Page(id); ok {
			out.WriteString(strconv.Itoa(i+1) + ". " + to.Title + "\n")
		}
	}
	for _, source := range s.page.Sources {
		out.WriteString("\n" + labelSource + source + "\n")
	}
	if s.page.Checked != "" {
		out.WriteString("\n" + labelChecked + s.page.Checked.Long() + "\n")
	}
	return out.String()
}

var keys = struct{ Open, Follow, Use, Back key.Binding }{
	Open:   key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "read")),
	Follow: key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6", "7", "8", "9"), key.WithHelp("1-9", "follow a link")),
	Use:    key.NewBinding(key.WithKeys("u"), key.WithHelp("u", "use in a reflection")),
	Back:   key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if s.page == nil {
		return []key.Binding{keys.Open, keys.Back}
	}
	return []key.Binding{keys.Back, keys.Follow, keys.Use}
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding { return []key.Binding{keys.Open, keys.Follow, keys.Use, keys.Back} }

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case rendered:
		if s.page != nil && msg.page == s.page.ID && msg.width == s.drawn {
			s.pager.SetLines(msg.lines)
		}
	case screen.Restyled:
		s.drawn = 0
		return screen.Intent{}, s.render()
	case tea.PasteMsg:
		if s.page == nil && s.words.Update(msg).Changed {
			s.list()
		}
	case tea.KeyPressMsg:
		if s.page != nil {
			return s.onPage(msg)
		}
		return s.onList(msg)
	}
	return screen.Intent{}, nil
}

func (s *Screen) onList(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch msg.Keystroke() {
	case "esc":
		return screen.Intent{Close: true}, nil
	case "enter":
		if i, ok := s.pick.Selected(); ok {
			return screen.Intent{}, s.open(s.shown[i].ID)
		}
	case "up", "down", "pgup", "pgdown":
		s.pick.Update(msg)
	default:
		if s.words.Update(msg).Changed {
			s.list()
		}
	}
	return screen.Intent{}, nil
}

func (s *Screen) onPage(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch {
	case key.Matches(msg, keys.Back):
		return s.back()
	case key.Matches(msg, keys.Follow):
		n, _ := strconv.Atoi(msg.Text)
		if n >= 1 && n <= len(s.page.Links) {
			s.trail = append(s.trail, s.page.ID)
			return screen.Intent{}, s.open(s.page.Links[n-1])
		}
	case key.Matches(msg, keys.Use):
		walk, _, ok := strings.Cut(s.page.UseIn, "/")
		if !ok {
			return screen.Intent{Say: sayNoUse}, nil
		}
		return screen.Intent{Open: &screen.Route{Name: screen.New, ID: walk}}, nil
	}
	s.pager.Update(msg)
	return screen.Intent{}, nil
}

func (s *Screen) back() (screen.Intent, tea.Cmd) {
	if n := len(s.trail); n > 0 {
		id := s.trail[n-1]
		s.trail = s.trail[:n-1]
		return screen.Intent{}, s.open(id)
	}
	s.page = nil
	return screen.Intent{}, nil
}

func (s *Screen) open(id string) tea.Cmd {
	page, ok := s.shelf.Page(id)
	if !ok {
		return nil
	}
	s.page, s.drawn = &page, 0
	s.pager.SetLines(nil)
	return s.render()
}

// View draws the list or the page.
func (s *Screen) View() screen.Frame {
	if s.page != nil {
		return screen.Frame{Body: s.pager.View(), Cursor: s.pager.Cursor()}
	}
	styles := s.theme.Styles
	summary := ""
	if i, ok := s.pick.Selected(); ok {
		summary = s.shown[i].Summary
	}
	rows := append([]string{styles.Key.Render(label) + s.words.View(), ""}, strings.Split(s.pick.View(), "\n")...)
	for len(rows) < s.height-1 {
		rows = append(rows, "")
	}
	rows = append(rows[:max(s.height-1, 1)], styles.Muted.Render(widget.Truncate(summary, s.width)))
	return screen.Frame{Body: strings.Join(rows, "\n"), Cursor: screen.Frame{Cursor: s.words.Cursor()}.Under(len(label), 0)}
}

// The words of the screen.
const (
	label        = "Look for: "
	placeholder  = "a word of the page you want"
	sayNothing   = "No page has that word."
	sayNoUse     = "This page belongs to no one step. Start with a new reflection."
	labelSource  = "Source: "
	labelChecked = "Checked on "
)
