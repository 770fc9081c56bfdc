package walk

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// Reasoning is what the screen is told by reasoning that needs the packs or the
// person's preferences. A part that is nil is left out.
type Reasoning struct {
	Signs    func(*journal.Reflection) []journal.SeenSign // the few that are worth a look, at its length
	Disagree func(key, because string) error              // remembers a no, outside the reflection
	Voices   journal.Voices
	Ordinary []string // lenses of an ordinary explanation
	Self     []string // lenses that count the writer or the service in
}

var signKeys = struct{ Disagree, Following key.Binding }{
	Disagree:  key.NewBinding(key.WithKeys("d"), key.WithHelp("d", "I disagree")),
	Following: key.NewBinding(key.WithKeys("n"), key.WithHelp("n", "the next one")),
}

// signs are the signs of a reflection while the person is at its second look.
// They are worked out away from the update loop, since earlier reflections are
// read for them, and never kept with what is written. Each time a step is
// entered there is another one of these, so that a late answer has nowhere to
// go.
type signs struct {
	wanted bool // the reflection is to be looked over
	busy   bool // a look is under way
	open   bool // they are to be shown when they are there, unless a key is pressed first
	asked  int  // the change that was sent to be looked at last
	looked int  // the change that was looked at last
	seen   []journal.SeenSign
	at     int
	said   string // that a no was noted
}

// sighted is what looking a reflection over gives back.
type sighted struct {
	to     *signs
	looked int
	seen   []journal.SeenSign
}

// lookForSigns has the reflection looked over if the step is one for that.
func (s *Screen) lookForSigns() {
	s.signs = &signs{wanted: s.opt.Think.Signs != nil && s.form.step.Kind == journal.KindSecondLook && !s.nested}
}

// seekSigns makes the command that looks the reflection over, where that is
// wanted and not under way.
func (s *Screen) seekSigns() tea.Cmd {
	g := s.signs
	if s.form == nil || !g.wanted || g.busy {
		return nil
	}
	g.wanted, g.busy, g.asked = false, true, s.changes
	r, look, looked := s.p.Reflection.Clone(), s.opt.Think.Signs, s.changes
	return s.env.Do(func() tea.Msg { return sighted{to: g, looked: looked, seen: look(&r)} })
}

// takeSighted takes the signs that were found. They open only where somebody
// asked for them and has pressed nothing since.
func (s *Screen) takeSighted(found sighted) screen.Intent {
	g := s.signs
	g.busy, g.looked, g.seen = false, found.looked, found.seen
	g.at = min(g.at, max(len(g.seen)-1, 0))
	if !g.open || g.wanted || s.panel != nil || s.again != nil {
		return screen.Intent{}
	}
	g.open = false
	return s.openSigns()
}

// signLine says, over the second look, that there is something to look at.
func signLine(s *Screen) []string {
	var out []string
	if n := len(s.signs.seen); n > 0 {
		text := fmt.Sprintf(signOne, widget.CleanLine(s.signs.seen[0].Name))
		if n > 1 {
			text = fmt.Sprintf(signSome, n)
		}
		for _, l := range widget.Wrap(text, s.form.width) {
			out = append(out, s.opt.Theme.Styles.Accent.Render(l))
		}
	}
	if s.p.CanStartAgain() && !s.nested {
		text := offerAgain
		if !s.p.Reflection.Second.Empty() {
			text = offerDiffers
		}
		for _, l := range widget.Wrap(text, s.form.width) {
			out = append(out, s.opt.Theme.Styles.Muted.Render(l))
		}
	}
	return out
}

// showSigns opens the signs, one at a time: at once where nothing was written
// since they were looked for, else when they have been looked for anew.
func (s *Screen) showSigns() screen.Intent {
	g := s.signs
	if s.opt.Think.Signs == nil || s.nested || (!g.busy && !g.wanted && g.looked == s.changes) {
		return s.openSigns()
	}
	g.open, g.wanted = true, !g.busy || g.asked != s.changes
	return screen.Intent{}
}

func (s *Screen) openSigns() screen.Intent {
	if len(s.signs.seen) == 0 {
		return screen.Intent{Say: sayNoSigns}
	}
	p := newPanel(s.signLines)
	p.own = []key.Binding{signKeys.Disagree}
	if len(s.signs.seen) > 1 {
		p.own = append(p.own, signKeys.Following)
	}
	p.press = func(msg tea.KeyPressMsg) (screen.Intent, bool) { return s.signKey(p, msg) }
	return s.show(p)
}

func (s *Screen) signKey(p *panel, msg tea.KeyPressMsg) (screen.Intent, bool) {
	switch {
	case len(s.signs.seen) == 0:
	case key.Matches(msg, signKeys.Following):
		s.signs.at, s.signs.said = (s.signs.at+1)%len(s.signs.seen), ""
		p.again()
		return screen.Intent{}, true
	case key.Matches(msg, signKeys.Disagree):
		return s.disagree(p), true
	}
	return screen.Intent{}, false
}

// disagree notes a no at once, with one key; a reason can follow and need not.
func (s *Screen) disagree(p *panel) screen.Intent {
	sign := s.signs.seen[s.signs.at]
	if s.opt.Think.Disagree == nil {
		return screen.Intent{}
	}
	if err := s.opt.Think.Disagree(sign.Key, ""); err != nil {
		return screen.Intent{Err: err}
	}
	s.signs.said = saidDisagreed
	line := widget.NewLine(s.opt.Theme)
	line.Placeholder(placeBecause)
	p.asking(line, func(because string) screen.Intent {
		var want screen.Intent
		if because != "" {
			if err := s.opt.Think.Disagree(sign.Key, because); err != nil {
				want.Err = err
			}
		}
		// A no makes no room for another sign, so the others stay as they are.
		s.signs.seen = slices.DeleteFunc(s.signs.seen, func(other journal.SeenSign) bool { return other.Key == sign.Key })
		s.signs.at, s.signs.said = 0, ""
		if len(s.signs.seen) == 0 {
			s.closePanel()
			want.Say = saidDisagreed
		}
		return want
	})
	return screen.Intent{}
}

// signLines draws one sign: what it is, why it is shown, what it went by, a
// question, where it comes from and what can be said against it.
func (s *Screen) signLines(width int) []string {
	if s.signs.at >= len(s.signs.seen) {
		return nil
	}
	styles := s.opt.Theme.Styles
	sign := s.signs.seen[s.signs.at]
	var out []string
	head := headSign
	if n := len(s.signs.seen); n > 1 {
		head = fmt.Sprintf(headSigns, s.signs.at+1, n)
	}
	out = append(out, styles.Muted.Render(widget.Truncate(head, width)))
	for _, l := range widget.Wrap(sign.Name, width) {
		out = append(out, styles.Title.Render(l))
	}
	out = append(out, widget.Wrap(sign.Said, width)...)
	for _, by := range sign.By {
		out = append(out, hang(by, width)...)
	}
	out = append(out, "")
	for _, l := range widget.Wrap(sign.Question, width) {
		out = append(out, styles.Heading.Render(l))
	}
	out = append(out, "")
	for _, l := range widget.Wrap(sourceLead+sign.Source, width) {
		out = append(out, styles.Muted.Render(l))
	}
	if sign.Caution != "" {
		for _, l := range widget.Wrap(cautionLead+sign.Caution, width) {
			out = append(out, styles.Muted.Render(l))
		}
	}
	out = append(out, "")
	if s.signs.said != "" {
		return append(out, widget.Wrap(s.signs.said+" "+askBecause, width)...)
	}
	return append(out, widget.Wrap(signFoot, width)...)
}
