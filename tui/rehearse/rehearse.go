// Package rehearse is where a person tries what they might say: a made-up other
// person says a line, they answer, see the form of it and try again. Nothing of
// it is kept but a try that they take into their plan, and there is no score.
package rehearse

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

// Desk gives the lines and tells the form of an answer.
type Desk interface {
	// Plan is the reflection that the rehearsal is for; what is taken goes into
	// it.
	Plan(id journal.ID) (*journal.Progress, error)
	Lines(themes []string) []journal.OtherLine
	// Mirror says what can be told of an utterance, Share of several together.
	Mirror(utterance string) []string
	Share(utterances []string) []string
	// Put keeps the plan; it never waits.
	Put(journal.Reflection)
}

// editorRows is how many rows an answer has.
const editorRows = 3

// Screen is a rehearsal.
type Screen struct {
	theme  *theme.Theme
	desk   Desk
	p      *journal.Progress
	lines  []journal.OtherLine
	at     int
	editor *widget.Editor
	tries  []string
	heard  []string      // what was said of the last try
	below  *widget.Pager // what is told under the answer
	pager  *widget.Pager // what the tries come to together
	shares bool          // that is read
	width  int
	height int
}

// New begins a rehearsal with the first line for the reflection's themes.
func New(t *theme.Theme, desk Desk, route screen.Route) (*Screen, error) {
	p, err := desk.Plan(journal.ID(route.ID))
	if err != nil {
		return nil, err
	}
	s := &Screen{theme: t, desk: desk, p: p, editor: widget.NewEditor(t), below: widget.NewPager(), pager: widget.NewPager(), width: 80, height: 23}
	if !p.Guarded() {
		s.lines = desk.Lines(p.Reflection.Themes)
	}
	s.editor.Placeholder(placeAnswer)
	s.editor.Focus()
	s.pager.Focus()
	return s, nil
}

// Init starts nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Typing says that letters belong to the answer.
func (s *Screen) Typing() bool { return len(s.lines) > 0 && !s.shares }

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.editor.SetSize(max(s.width-indent, 1), min(editorRows, max(s.height-6, 1)))
	s.lay(false)
	s.pager.SetSize(s.width, s.height)
	if s.shares {
		s.pager.UpdateLines(s.shareLines())
	}
}

// lay puts what is told of the last try into the room under the answer, from its
// beginning where it is new.
func (s *Screen) lay(fresh bool) {
	var lines []string
	for _, l := range s.heard {
		lines = append(lines, widget.WrapItem(l, s.column())...)
	}
	if n := len(s.tries); n > 0 && len(s.heard) > 0 {
		for _, l := range widget.Wrap(fmt.Sprintf(triedSome, n), s.column()) {
			lines = append(lines, s.theme.Styles.Muted.Render(l))
		}
	}
	above, _ := s.above()
	s.below.SetSize(s.column(), max(s.height-len(above), 1))
	if s.below.UpdateLines(lines); fresh {
		s.below.SetTop(0)
	}
}

// column is how wide what is read runs.
func (s *Screen) column() int { return max(min(s.width, 78), 1) }

// Forget drops everything that was said.
func (s *Screen) Forget() {
	s.editor.Forget()
	s.pager.Forget()
	s.below.Forget()
	s.tries, s.heard = nil, nil
}

var keys = struct{ Hear, Take, Next, Previous, More, Share, Back key.Binding }{
	Hear:     key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "hear how it sounds")),
	Take:     key.NewBinding(key.WithKeys("ctrl+t"), key.WithHelp("ctrl+t", "take it into my plan")),
	Next:     key.NewBinding(key.WithKeys("ctrl+n"), key.WithHelp("ctrl+n", "another line")),
	Previous: key.NewBinding(key.WithKeys("ctrl+p"), key.WithHelp("ctrl+p", "line before")),
	More:     key.NewBinding(key.WithKeys("pgdown", "pgup"), key.WithHelp("PgDn", "read on")),
	Share:    key.NewBinding(key.WithKeys("f7"), key.WithHelp("f7", "my tries together")),
	Back:     key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back to the walk")),
}

// Keys lists what can be pressed.
func (s *Screen) Keys() []key.Binding {
	if len(s.lines) == 0 || s.shares {
		return []key.Binding{keys.Back}
	}
	list := Keys()
	if len(s.heard) == 0 || s.below.Top() == 0 && s.below.AtEnd() {
		return list[1:]
	}
	return list
}

// Keys lists the bindings of the screen, for help and the manual.
func Keys() []key.Binding {
	return []key.Binding{keys.More, keys.Hear, keys.Take, keys.Next, keys.Previous, keys.Share, keys.Back}
}

// Update takes one message.
func (s *Screen) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if s.Typing() {
			s.editor.Update(msg)
			s.lay(false)
		}
	case screen.Restyled:
		s.lay(false)
	case tea.KeyPressMsg:
		return s.press(msg), nil
	}
	return screen.Intent{}, nil
}

func (s *Screen) press(msg tea.KeyPressMsg) screen.Intent {
	switch {
	case s.shares:
		if key.Matches(msg, keys.Back) || key.Matches(msg, keys.Share) {
			s.shares = false
			return screen.Intent{}
		}
		s.pager.Update(msg)
		return screen.Intent{}
	case key.Matches(msg, keys.Back):
		return screen.Intent{Close: true}
	case len(s.lines) == 0:
		return screen.Intent{}
	case key.Matches(msg, keys.Hear):
		s.hear()
	case key.Matches(msg, keys.Take):
		return s.take()
	case key.Matches(msg, keys.Next):
		s.turn(1)
	case key.Matches(msg, keys.Previous):
		s.turn(-1)
	case key.Matches(msg, keys.More) && len(s.heard) > 0:
		s.below.Update(msg)
	case key.Matches(msg, keys.Share):
		s.shares = true
		s.Resize(s.width, s.height)
		s.pager.SetTop(0)
	default:
		r := s.editor.Update(msg)
		s.lay(false) // in a low window the answer and what is told share the room
		return screen.Intent{Copy: r.Copied}
	}
	return screen.Intent{}
}

// said is what stands in the editor, as one utterance.
func (s *Screen) said() string { return strings.Join(strings.Fields(s.editor.Value()), " ") }

// hear tells the form of what was typed. The words stay, so that they can be
// tried again.
func (s *Screen) hear() {
	text := s.said()
	if text == "" {
		return
	}
	if n := len(s.tries); n == 0 || s.tries[n-1] != text {
		s.tries = append(s.tries, text)
	}
	s.heard = s.desk.Mirror(text)
	s.lay(true)
}

// take puts what was typed into the plan.
func (s *Screen) take() screen.Intent {
	text := s.said()
	if text == "" {
		return screen.Intent{Say: sayNothing}
	}
	if err := s.p.Plan(text); err != nil {
		return screen.Intent{Err: err}
	}
	s.desk.Put(s.p.Reflection.Clone())
	return screen.Intent{Say: sayTaken}
}

// turn goes to another line and begins afresh.
func (s *Screen) turn(by int) {
	s.at = (s.at + by + len(s.lines)) % len(s.lines)
	s.editor.SetValue("")
	s.heard = nil
	s.lay(true)
}

// indent is how far what is said stands in.
const indent = 2

// roomy is the height from which everything is said at once. In a lower window
// what was read already gives way to what is told of a try.
const roomy = 18

// above is what stands over what is told, with the row where the answer begins.
func (s *Screen) above() (lines []string, row int) {
	styles := s.theme.Styles
	low := s.height < roomy && len(s.heard) > 0
	lines = append(lines, styles.Title.Render(widget.Truncate(title, s.width)))
	if !low {
		for _, l := range widget.Wrap(intro, s.column()) {
			lines = append(lines, styles.Muted.Render(l))
		}
		lines = append(lines, "")
	}
	if len(s.lines) == 0 {
		return append(lines, s.none(s.column())...), 0
	}
	line := s.lines[s.at]
	lines = append(lines, styles.Muted.Render(widget.Truncate(fmt.Sprintf(says, line.Who, talkWords(line.Talk)), s.width)))
	lines = append(lines, inward(`"`+widget.CleanLine(line.Text)+`"`, s.column())...)
	if !low {
		lines = append(lines, "")
	}
	lines = append(lines, styles.Heading.Render(widget.Truncate(asks, s.width)))
	row = len(lines)
	answer := strings.Split(s.editor.View(), "\n")
	if low {
		answer = filled(answer, s.editor.Cursor())
	}
	for _, l := range answer {
		lines = append(lines, strings.Repeat(" ", indent)+l)
	}
	if !low {
		lines = append(lines, "")
	}
	return lines, row
}

// filled leaves out the empty rows under an answer and its cursor.
func filled(rows []string, cursor *tea.Cursor) []string {
	least := 1
	if cursor != nil {
		least = cursor.Y + 1
	}
	for len(rows) > least && strings.TrimSpace(rows[len(rows)-1]) == "" {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// View draws the line, the answer and what can be told of it.
func (s *Screen) View() screen.Frame {
	if s.shares {
		return screen.Frame{Body: s.pager.View(), Cursor: s.pager.Cursor()}
	}
	lines, row := s.above()
	if len(s.lines) == 0 {
		return screen.Frame{Body: s.fit(lines)}
	}
	if len(s.heard) > 0 {
		lines = append(lines, strings.Split(s.below.View(), "\n")...)
	}
	return screen.Frame{Body: s.fit(lines), Cursor: screen.Frame{Cursor: s.editor.Cursor()}.Under(indent, row)}
}

// fit cuts what does not fit the window.
func (s *Screen) fit(lines []string) string {
	return strings.Join(lines[:min(len(lines), s.height)], "\n")
}

// none says why there is nothing to rehearse.
func (s *Screen) none(width int) []string {
	texts := []string{noLines}
	if s.p.Guarded() {
		texts = append([]string{guarded}, s.p.GuardedBecause()...)
	}
	var out []string
	for _, t := range texts {
		out = append(out, widget.Wrap(t, width)...)
		out = append(out, "")
	}
	return out
}

func (s *Screen) shareLines() []string {
	width := min(s.width, 78)
	out := []string{s.theme.Styles.Title.Render(widget.Truncate(titleShare, s.width)), ""}
	for i, t := range s.tries {
		out = append(out, widget.Wrap(fmt.Sprintf("%d. %s", i+1, widget.CleanLine(t)), width)...)
	}
	out = append(out, "")
	for _, l := range s.desk.Share(s.tries) {
		out = append(out, widget.Wrap(l, width)...)
	}
	return append(append(out, ""), widget.Wrap(escBack, width)...)
}

func inward(text string, width int) []string {
	lines := widget.Wrap(text, max(width-indent, 1))
	for i := range lines {
		lines[i] = strings.Repeat(" ", indent) + lines[i]
	}
	return lines
}

func talkWords(talk journal.Talk) string {
	if talk == journal.TalkChange {
		return forChange
	}
	return forSustain
}
