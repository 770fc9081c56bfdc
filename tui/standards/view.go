package standards

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.day.SetWidth(max(s.width-len(labelDay), 1))
}

// list fills the list of the level, with the cursor on a row of it. Where that
// takes a look at reflections, they are read in a command.
func (s *Screen) list(at int) tea.Cmd {
	if s.level != atFrameworks && s.framework >= len(s.frameworks) {
		s.level, at = atFrameworks, 0
	}
	s.fill(at)
	if f, st, ok := s.chosen(); ok {
		return s.load(refOf(f, st))
	}
	return nil
}

func (s *Screen) fill(at int) {
	var items []widget.Item
	s.pick.SetEmpty(sayNothingWritten)
	switch s.level {
	case atFrameworks:
		s.pick.SetEmpty(sayNoFrameworks)
		for _, f := range s.frameworks {
			items = append(items, widget.Item{Title: f.Title, Detail: s.mark(f)})
		}
	case atFramework:
		f := s.frameworks[s.framework]
		for _, st := range f.Standards {
			items = append(items, widget.Item{Title: named(st), Detail: written(s.written[refOf(f, st)])})
		}
	default:
		for _, e := range s.entries {
			detail := e.when.Format("2 January 2006")
			if e.draft {
				detail += draftMark
			}
			items = append(items, widget.Item{Title: journal.VisibleLine(e.title), Detail: detail})
		}
	}
	s.pick.SetItems(items)
	s.pick.Select(min(at, len(items)-1))
}

func named(st journal.Standard) string {
	if st.Number == "" {
		return st.Title
	}
	return st.Number + ". " + st.Title
}

func written(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return oneWritten
	}
	return fmt.Sprintf(someWritten, n)
}

// mark says how a framework stands on the day, and how many reflections name
// one of its standards.
func (s *Screen) mark(f journal.Framework) string {
	var out string
	switch {
	case f.ID == "":
	case s.standing(f) == toCome:
		out = fmt.Sprintf(markToCome, day(f.ValidFrom))
	case s.standing(f) == ended:
		out = fmt.Sprintf(markEnded, day(f.ValidTo))
	default:
		out = markInForce
	}
	if n := s.written[f.ID]; n > 0 {
		out += ", " + written(n)
	}
	return out
}

// dates says from when to when a framework is in force.
func dates(f journal.Framework) string {
	switch {
	case f.ID == "":
		return sayLost
	case f.ValidFrom != "" && f.ValidTo != "":
		return fmt.Sprintf(sayBetween, day(f.ValidFrom), day(f.ValidTo))
	case f.ValidFrom != "":
		return fmt.Sprintf(sayFrom, day(f.ValidFrom))
	case f.ValidTo != "":
		return fmt.Sprintf(sayUntil, day(f.ValidTo))
	}
	return sayUndated
}

func day(d journal.Date) string {
	t, ok := d.Time(time.UTC)
	if !ok {
		return string(d)
	}
	return t.Format("2 January 2006")
}

// head is what stands above the list: what is shown, and of a standard what it
// asks for.
func (s *Screen) head() []string {
	styles := s.theme.Styles
	title := func(text string) string { return styles.Title.Render(widget.Truncate(text, s.width)) }
	switch s.level {
	case atFramework:
		f := s.frameworks[s.framework]
		return append([]string{title(f.Title)}, s.standingLines(f)...)
	case atStandard:
		f, st, _ := s.chosen()
		lines := []string{styles.Muted.Render(widget.Truncate(f.Title, s.width)), title(named(st))}
		lines = append(lines, widget.Wrap(st.Text, s.width)...)
		lines = append(lines, s.standingLines(f)...)
		if len(st.Aliases) > 0 {
			lines = append(lines, widget.Wrap(fmt.Sprintf(sayAliases, strings.Join(st.Aliases, "; ")), s.width)...)
		}
		if f.ID != "" {
			lines = append(lines, styles.Muted.Render(widget.Truncate(fmt.Sprintf(sayRef, refOf(f, st)), s.width)))
		}
		return append(lines, "", styles.Heading.Render(widget.Truncate(titleWritten, s.width)))
	}
	return []string{title(titleAll), styles.Muted.Render(widget.Truncate(fmt.Sprintf(sayOn, day(s.on)), s.width))}
}

// standingLines are a framework's dates, as a warning where it is not in force on the
// day, and what is not settled about it.
func (s *Screen) standingLines(f journal.Framework) []string {
	style := s.theme.Styles.Muted
	text := dates(f)
	if f.ID != "" && s.standing(f) != inForce {
		style = s.theme.Styles.Warning
		if s.standing(f) == ended {
			text += " " + sayKept
		}
	}
	var out []string
	for _, l := range widget.Wrap(text, s.width) {
		out = append(out, style.Render(l))
	}
	if f.Provisional != "" && s.level != atFrameworks {
		for _, l := range widget.Wrap(sayProvisional+f.Provisional, s.width) {
			out = append(out, style.Render(l))
		}
	}
	return out
}

// about is what is said below the list of the row with the cursor.
func (s *Screen) about() string {
	at, ok := s.pick.Selected()
	if !ok {
		return ""
	}
	switch s.level {
	case atFrameworks:
		f := s.frameworks[at]
		return strings.TrimSpace(f.Owner + ". " + dates(f))
	case atFramework:
		return s.frameworks[s.framework].Standards[at].Text
	}
	if s.entries[at].note == "" {
		return sayNoNote
	}
	return s.entries[at].note
}

// keptRows are those that the list and what is said of its row keep in a low
// window, whatever stands above.
const keptRows = 8

// View draws the level that is open.
func (s *Screen) View() screen.Frame {
	head := append(s.head(), "")
	if room := max(s.height-keptRows, 1); len(head) > room {
		head = append(head[:room-1:room-1], "")
	}
	foot := s.foot(len(head))
	room := max(s.height-len(head)-len(foot), 1)
	s.pick.SetSize(s.width, room)
	lines := append(append([]string{}, head...), strings.Split(s.pick.View(), "\n")...)
	for len(lines) < s.height-len(foot) {
		lines = append(lines, "")
	}
	lines = append(lines[:max(s.height-len(foot), 1)], foot...)
	frame := screen.Frame{Body: strings.Join(lines, "\n"), Cursor: screen.Frame{Cursor: s.pick.Cursor()}.Under(0, len(head))}
	if s.asking {
		frame.Cursor = screen.Frame{Cursor: s.day.Cursor()}.Under(len(labelDay), s.height-len(foot)+1)
	}
	return frame
}

// foot is what the chosen row is about, or the line for a day.
func (s *Screen) foot(above int) []string {
	if s.asking {
		said := s.said
		if said == "" {
			said = sayDay
		}
		return []string{"", s.theme.Styles.Key.Render(labelDay) + s.day.View(), s.theme.Styles.Muted.Render(widget.Truncate(said, s.width))}
	}
	rows := 3
	if s.level == atStandard {
		rows = 6
	}
	rows = min(rows, max(s.height-above-3, 0))
	if rows == 0 {
		return nil
	}
	out := []string{""}
	for _, l := range widget.WrapTo(journal.VisibleLine(s.about()), s.width, rows-1) {
		out = append(out, s.theme.Styles.Muted.Render(l))
	}
	for len(out) < rows {
		out = append(out, "")
	}
	return out
}
