package walk

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// panel lies over a step: something to read, with keys of its own, and at times
// one line to write. Esc closes it; nothing in it is owed.
type panel struct {
	pager  *widget.Pager
	draw   func(width int) []string
	own    []key.Binding
	press  func(tea.KeyPressMsg) (want screen.Intent, handled bool)
	ask    *widget.Line // a line being written, or nil
	answer func(string) screen.Intent
	width  int
	height int
}

func newPanel(draw func(width int) []string) *panel {
	p := &panel{pager: widget.NewPager(), draw: draw}
	p.pager.Focus()
	return p
}

func (p *panel) resize(width, height int) {
	p.width, p.height = max(width, 1), max(height, 1)
	room := p.height
	if p.ask != nil {
		p.ask.SetWidth(max(p.width-2, 1))
		room = max(p.height-1, 1)
	}
	p.pager.SetSize(p.width, room)
	p.pager.UpdateLines(p.draw(p.width))
}

// update draws the panel afresh from its first line.
func (p *panel) again() {
	p.pager.SetTop(0)
	p.resize(p.width, p.height)
	p.pager.SetTop(0)
}

// asking puts a line at the foot of the panel. answer gets what was written;
// empty where the person left it.
func (p *panel) asking(line *widget.Line, answer func(string) screen.Intent) {
	p.ask, p.answer = line, answer
	line.Focus()
	p.again()
	p.pager.SetTop(p.pager.Lines())
}

func (p *panel) view() (string, *tea.Cursor) {
	if p.ask == nil {
		return p.pager.View(), p.pager.Cursor()
	}
	lines := strings.Split(p.pager.View(), "\n")
	lines = append(lines, "> "+p.ask.View())
	return strings.Join(lines, "\n"), screen.Frame{Cursor: p.ask.Cursor()}.Under(2, len(lines)-1)
}

func (p *panel) forget() {
	p.pager.Forget()
	if p.ask != nil {
		p.ask.Forget()
	}
}

// show lays a panel over the step.
func (s *Screen) show(p *panel) screen.Intent {
	s.panel = p
	s.layout()
	p.again()
	return screen.Intent{}
}

func (s *Screen) closePanel() {
	s.panel.forget()
	s.panel = nil
	s.form.refresh()
	s.layout()
}

func (s *Screen) panelKey(msg tea.KeyPressMsg) screen.Intent {
	p := s.panel
	if p.ask != nil {
		return p.askKey(msg)
	}
	if p.press != nil {
		if want, handled := p.press(msg); handled {
			return want
		}
	}
	if msg.Keystroke() == "esc" || key.Matches(msg, walkKeys.Look) {
		s.closePanel()
		return screen.Intent{}
	}
	p.pager.Update(msg)
	return screen.Intent{}
}

func (p *panel) askKey(msg tea.KeyPressMsg) screen.Intent {
	stroke := msg.Keystroke()
	if stroke != "enter" && stroke != "esc" {
		p.ask.Update(msg)
		return screen.Intent{}
	}
	said := ""
	if stroke == "enter" {
		said = strings.TrimSpace(p.ask.Value())
	}
	p.ask.Forget()
	p.ask = nil
	want := p.answer(said)
	p.again()
	return want
}

// look opens what can be looked at more closely at this step: viewpoints not
// taken, voices not heard, what one statement carries, signs worth a look.
func (s *Screen) look() screen.Intent {
	switch s.form.step.Kind {
	case journal.KindHypotheses:
		return s.show(newPanel(s.hypothesesLook))
	case journal.KindEvidence:
		return s.show(newPanel(s.evidenceLook))
	case journal.KindMatrix:
		return s.whatIf(s.evidenceInHand())
	case journal.KindSecondLook:
		return s.showSigns()
	case journal.KindConversation:
		return s.showMirror()
	}
	return screen.Intent{Say: sayNoLook}
}

// paragraphs wraps texts with an empty line after each.
func paragraphs(texts []string, width int) []string {
	var out []string
	for _, t := range texts {
		out = append(out, widget.Wrap(t, width)...)
		out = append(out, "")
	}
	return out
}

// section is a heading with lines below it; nothing where there are no lines.
func (s *Screen) section(heading string, texts []string, width int) []string {
	if len(texts) == 0 {
		return nil
	}
	out := []string{s.opt.Theme.Styles.Heading.Render(widget.Truncate(heading, width))}
	for _, t := range texts {
		out = append(out, hang(t, width)...)
	}
	return append(out, "")
}

// hang wraps a line of a list with its second and further rows set in.
func hang(text string, width int) []string {
	const lead = "  "
	lines := widget.WrapItem(text, max(width-len(lead), 1))
	for i := range lines {
		lines[i] = lead + lines[i]
	}
	return lines
}

// hypothesesLook shows which viewpoints were not taken, what each explanation
// leads one to expect, and the words that rework them.
func (s *Screen) hypothesesLook(width int) []string {
	out := s.section(headUntouched, s.untouched(), width)
	out = append(out, s.section(headExpected, s.p.Expected(), width)...)
	out = append(out, s.section(headRework, reworkHelp(), width)...)
	return append(out, widget.Wrap(escBack, width)...)
}

func (s *Screen) untouched() []string {
	var out []string
	for _, o := range s.p.UntouchedLenses() {
		out = append(out, o.Label+": "+o.Text)
	}
	return out
}

// evidenceLook shows whose voice is here and whose is not, always with the
// question of safety before any other, and what is expected.
func (s *Screen) evidenceLook(width int) []string {
	check := journal.CheckVoices(s.p.Reflection, s.opt.Think.Voices)
	out := s.section(headHeard, check.Lines(), width)
	out = append(out, s.section(headAbsent, check.Ask(s.opt.Think.Voices), width)...)
	out = append(out, s.section(headExpected, s.p.Expected(), width)...)
	return append(out, widget.Wrap(escBack, width)...)
}
