package walk

import (
	"strconv"
	"strings"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// Widths at which the rail and the guidance have room beside the step.
const (
	railWidth   = 24
	railFrom    = 72
	guideWidth  = 36
	guideFrom   = 112
	headerLines = 2
)

// Resize gives the screen its room.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.layout()
	if s.again != nil {
		s.again.Resize(width, height)
	}
}

func (s *Screen) railShown() bool { return s.width >= railFrom || s.railed }
func (s *Screen) guideShown() bool {
	return s.guide.beside && s.guide.source != "" && s.width >= guideFrom
}

// layout hands every part its room.
func (s *Screen) layout() {
	if s.form == nil {
		return
	}
	body := s.bodyHeight()
	s.rail.SetSteps(s.railSteps())
	rail := railWidth
	if s.width < railFrom {
		rail = s.width // it has the whole screen then
	}
	s.rail.SetSize(rail, body)
	middle := s.middleWidth()
	s.form.resize(middle, body)
	if s.matrix != nil {
		s.matrix.resize(middle, body)
	}
	if s.panel != nil {
		s.panel.resize(middle, body)
	}
	if s.paging {
		s.page.SetSize(middle, body)
		s.page.UpdateLines(pageLines(s))
	}
	switch {
	case s.guide.focused:
		s.guide.resize(min(middle, 80), max(body-1, 1))
	case s.guideShown():
		s.guide.resize(guideWidth-2, body)
	}
	s.command.SetWidth(max(s.width-2, 1))
}

func (s *Screen) bodyHeight() int {
	height := s.height - headerLines
	if s.commands {
		height -= 2
	}
	return max(height, 1)
}

func (s *Screen) middleWidth() int {
	width := s.width
	if s.width >= railFrom {
		width -= railWidth + 2
	}
	if s.guideShown() && !s.guide.focused {
		width -= guideWidth
	}
	return max(width, 1)
}

func (s *Screen) railSteps() ([]widget.RailStep, int) {
	var steps []widget.RailStep
	here := 0
	for i, pl := range s.p.Places() {
		if pl.Here {
			here = i
		}
		steps = append(steps, widget.RailStep{Label: pl.Step.Label, State: railState(pl.State)})
	}
	for _, step := range s.p.NotToday() {
		steps = append(steps, widget.RailStep{Label: step.Label, State: widget.NotToday})
	}
	return steps, here
}

func railState(state journal.State) widget.StepState {
	switch state {
	case journal.Done:
		return widget.Done
	case journal.Started, journal.Empty:
		return widget.Started
	}
	return widget.Untouched
}

// View draws the rail, the step and the guidance.
func (s *Screen) View() screen.Frame {
	switch {
	case s.again != nil:
		return s.again.View()
	case s.form == nil:
		return screen.Frame{}
	case s.commands:
		s.layout()
	}
	var f screen.Frame
	left := 0
	middle, cursor := s.middle()
	lines := strings.Split(middle, "\n")
	if s.railShown() {
		left = railWidth + 2
		if s.width < railFrom {
			left, lines = 0, strings.Split(s.rail.View(), "\n")
		} else {
			lines = beside(strings.Split(s.rail.View(), "\n"), lines, railWidth, s.opt.Theme.Styles.Rule.Render(s.opt.Theme.Symbols.Column)+" ")
		}
	}
	if s.guideShown() && !s.guide.focused {
		width := s.width - guideWidth
		lines = beside(lines, strings.Split(s.guide.pager.View(), "\n"), width, s.opt.Theme.Styles.Rule.Render(s.opt.Theme.Symbols.Column)+" ")
	}
	f.Body = strings.Join(append(s.header(), lines...), "\n")
	f.Cursor = screen.Frame{Cursor: cursor}.Under(left, headerLines)
	if s.railed {
		f.Cursor = screen.Frame{Cursor: s.rail.Cursor()}.Under(0, headerLines)
	}
	if s.commands {
		return s.withCommand(f)
	}
	return f
}

// withCommand puts the line for a word at the foot.
func (s *Screen) withCommand(f screen.Frame) screen.Frame {
	lines := strings.Split(f.Body, "\n")
	for len(lines) < s.height-2 {
		lines = append(lines, "")
	}
	lines = append(lines[:max(s.height-2, 0)],
		s.opt.Theme.Styles.Heading.Render(widget.Truncate(typeWord, s.width)), "> "+s.command.View())
	f.Body = strings.Join(lines, "\n")
	f.Cursor = screen.Frame{Cursor: s.command.Cursor()}.Under(2, max(s.height-1, 0))
	return f
}

// beside sets lines to the right of others that are brought to a width.
func beside(left, right []string, width int, between string) []string {
	rows := max(len(left), len(right))
	out := make([]string, rows)
	for i := range rows {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		out[i] = widget.PadStyled(l, width) + between + r
	}
	return out
}

func (s *Screen) header() []string {
	styles := s.opt.Theme.Styles
	step := s.form.step
	notes := s.headerNotes()
	title := s.p.Walk.Title
	if subject := s.p.Reflection.Subject; subject != "" {
		title += ", " + subject
	}
	first := widget.Truncate(title, max(s.width-widget.Width(notes)-2, 1))
	gap := max(s.width-widget.Width(first)-widget.Width(notes), 1)
	line := styles.Muted.Render(first)
	if s.width > widget.Width(notes)+12 {
		line += strings.Repeat(" ", gap) + styles.Muted.Render(notes)
	}
	name := step.Label
	if m := step.Minutes[s.p.Reflection.Length]; m > 0 {
		name += "  (" + minutes(m) + ")"
	}
	if len(s.signs.seen) > 0 && s.panel == nil {
		name += signMark // in sight whichever question has the focus
	}
	if s.railed {
		name = whichStep
		if n := s.rail.Typed(); n > 0 {
			name += " " + strconv.Itoa(n)
		}
	}
	return []string{line, styles.Title.Render(widget.Truncate(name, s.width))}
}

func minutes(n int) string {
	if n == 1 {
		return "about 1 minute"
	}
	return "about " + strconv.Itoa(n) + " minutes"
}
