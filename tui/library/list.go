package library

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// row is what one line of the list opens: a shelf, a page, or another screen.
type row struct {
	shelf string
	page  string
	route *screen.Route
	wrong []string // what is wrong with packs that were left out
	about string   // said below the list while the row is chosen
}

// headRows are those above the list: the line for words, what is shown, and a
// blank one.
const headRows = 3

// footRows is how much room there is for what a row is about.
func (s *Screen) footRows() int {
	switch {
	case s.height >= 20:
		return 3
	case s.height >= 12:
		return 2
	}
	return 0
}

// list fills the list anew, with the cursor on a shelf or page if it is there.
func (s *Screen) list(chosen string) {
	var items []widget.Item
	s.rows = nil
	add := func(item widget.Item, r row) {
		items = append(items, item)
		s.rows = append(s.rows, r)
	}
	switch {
	case s.query() != "":
		titles := s.shelfTitles()
		for _, p := range s.shelf.SearchPages(s.query()) {
			add(widget.Item{Title: p.Title, Detail: titles[p.Shelf]}, row{page: p.ID, about: p.Summary})
		}
	case s.open != "":
		for _, p := range s.shelf.Shelf(s.open) {
			add(widget.Item{Title: p.Title}, row{page: p.ID, about: p.Summary})
		}
	default:
		for _, shelf := range s.shelf.Shelves() {
			add(widget.Item{Title: shelf.Label, Detail: pages(len(s.shelf.Shelf(shelf.ID)))}, row{shelf: shelf.ID, about: shelf.Help})
		}
		add(widget.Item{Title: titleStandards}, row{route: &screen.Route{Name: screen.Standards}, about: aboutStandards})
		if wrong := s.shelf.Refused(); len(wrong) > 0 {
			add(widget.Item{Title: titleRefused}, row{wrong: wrong, about: aboutRefused})
		}
	}
	s.pick.SetItems(items)
	s.pick.Select(0)
	for i, r := range s.rows {
		if chosen != "" && (r.page == chosen || r.shelf == chosen) {
			s.pick.Select(i)
		}
	}
}

func (s *Screen) shelfTitles() map[string]string {
	out := map[string]string{}
	for _, shelf := range s.shelf.Shelves() {
		out[shelf.ID] = shelf.Label
	}
	return out
}

func pages(n int) string {
	if n == 1 {
		return onePage
	}
	return fmt.Sprintf(somePages, n)
}

func (s *Screen) onList(msg tea.KeyPressMsg) screen.Intent {
	switch stroke := msg.Keystroke(); stroke {
	case "esc":
		return s.up()
	case "enter":
		if i, ok := s.pick.Selected(); ok {
			return s.openRow(s.rows[i])
		}
	case "up", "down", "pgup", "pgdown":
		s.pick.Update(msg)
	case "home", "end":
		if s.words.Value() == "" {
			s.pick.Update(msg)
			break
		}
		s.words.Update(msg)
	default:
		if s.words.Update(msg).Changed {
			s.list("")
		}
	}
	return screen.Intent{}
}

// up takes one step back: what is looked for goes first, then the open shelf,
// then the library.
func (s *Screen) up() screen.Intent {
	switch {
	case s.words.Value() != "":
		s.words.SetValue("")
		s.list("")
	case s.open != "":
		left := s.open
		s.open = ""
		s.list(left)
	default:
		return screen.Intent{Close: true}
	}
	return screen.Intent{}
}

func (s *Screen) openRow(r row) screen.Intent {
	switch {
	case r.route != nil:
		return screen.Intent{Open: r.route}
	case len(r.wrong) > 0:
		s.show(refused(r.wrong), 0)
	case r.shelf != "":
		s.open = r.shelf
		s.list("")
	default:
		s.openPage(r.page, 0)
	}
	return screen.Intent{}
}

// what names what the list shows.
func (s *Screen) what() string {
	switch {
	case s.query() != "":
		return fmt.Sprintf(foundPages, pages(len(s.rows)))
	case s.open != "":
		return s.shelfTitles()[s.open]
	}
	return titleShelves
}

func (s *Screen) listView() screen.Frame {
	styles := s.theme.Styles
	lines := []string{
		styles.Key.Render(widget.Truncate(labelWords, s.width)) + s.words.View(),
		s.heading(), "",
	}
	if s.width <= len(labelWords) {
		lines[0] = widget.Truncate(labelWords, s.width)
	}
	lines = append(lines, strings.Split(s.pick.View(), "\n")...)
	foot := s.foot()
	for len(lines) < s.height-len(foot) {
		lines = append(lines, "")
	}
	lines = append(lines[:max(s.height-len(foot), 1)], foot...)
	return screen.Frame{Body: strings.Join(lines, "\n"), Cursor: screen.Frame{Cursor: s.words.Cursor()}.Under(len(labelWords), 0)}
}

// heading names what the list shows, and which rows of it are in view where not
// all of them are.
func (s *Screen) heading() string {
	styles := s.theme.Styles
	first, last := s.pick.Window()
	if last-first+1 >= len(s.rows) {
		return styles.Heading.Render(widget.Truncate(s.what(), s.width))
	}
	seen := fmt.Sprintf(sayRange, first, last, len(s.rows))
	room := s.width - widget.Width(seen) - 2
	if room < widget.Width(s.what()) {
		return styles.Heading.Render(widget.Truncate(s.what(), s.width))
	}
	return styles.Heading.Render(s.what()) + strings.Repeat(" ", s.width-widget.Width(s.what())-widget.Width(seen)) + styles.Muted.Render(seen)
}

// foot says what the chosen row is about, under a blank line.
func (s *Screen) foot() []string {
	rows := s.footRows()
	if rows == 0 {
		return nil
	}
	about := ""
	if i, ok := s.pick.Selected(); ok {
		about = s.rows[i].about
	}
	out := []string{""}
	for _, l := range widget.WrapTo(journal.VisibleLine(about), max(min(s.width, readingWidth), 1), rows-1) {
		out = append(out, s.theme.Styles.Muted.Render(l))
	}
	for len(out) < rows {
		out = append(out, "")
	}
	return out
}
