package walk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// beside keeps what is written in a second pass with the first one. Nothing is
// filed on its own.
type besideFirst struct{ first *Screen }

// Put takes the second pass into the first reflection and keeps both.
func (b besideFirst) Put(r journal.Reflection) {
	b.first.p.Reflection.TakeAgain(&r)
	b.first.keep()
}

// File does nothing: the first pass is filed when it is left.
func (besideFirst) File(journal.ID) {}

// startAgain opens the second pass over this one: the same steps for a hunch,
// explanations and evidence, from a completely different view, with what was
// written the first time beside them.
func (s *Screen) startAgain() screen.Intent {
	if !s.p.CanStartAgain() || s.nested {
		return screen.Intent{Say: sayNoAgain}
	}
	if settled, asked := s.form.settle(); !settled {
		return ask(asked)
	}
	opt := s.opt
	opt.Drafts = besideFirst{s}
	opt.Think.Signs, opt.Think.Disagree = nil, nil
	s.again = newNested(s.env, s.p.Again(), opt, s.p)
	s.again.Resize(s.width, s.height)
	return screen.Intent{Say: saidAgain}
}

// newNested makes the screen of a second pass. first is the progress it is held
// against.
func newNested(env screen.Env, p *journal.Progress, opt Options, first *journal.Progress) *Screen {
	s := blank(env, p, opt)
	s.nested, s.first = true, first
	if here := p.Here(); here != nil {
		s.enter(here)
	}
	return s
}

// endAgain goes back to the first pass and shows what sets the two apart.
func (s *Screen) endAgain() screen.Intent {
	s.again.Leave()
	s.again.Forget()
	s.again = nil
	s.watch.Rest(s.env.Now()) // the second pass counted its own time
	s.layout()
	s.form.refresh()
	if s.p.Reflection.Second.Empty() {
		return screen.Intent{}
	}
	return s.differs()
}

// inAgain gives a message to the second pass. Leaving it leads back here, not
// home.
func (s *Screen) inAgain(msg tea.Msg) (screen.Intent, tea.Cmd) {
	want, cmd := s.again.Update(msg)
	if want.Home {
		want = s.endAgain()
	}
	return want, cmd
}

// differs shows the two passes beside each other.
func (s *Screen) differs() screen.Intent {
	if s.p.Reflection.Second.Empty() {
		return screen.Intent{Say: sayNoSecond}
	}
	return s.show(newPanel(s.differsLines))
}

// twoColumnsFrom is the width from which the passes stand side by side.
const twoColumnsFrom = 48

func (s *Screen) differsLines(width int) []string {
	styles := s.opt.Theme.Styles
	out := []string{styles.Title.Render(widget.Truncate(headDiffers, width)), ""}
	if view := s.p.OtherView(); view != "" {
		out = append(append(out, widget.Wrap(leadView+widget.CleanLine(view), width)...), "")
	}
	half := (width - 3) / 2
	if width >= twoColumnsFrom {
		out = append(out, pairs([]string{headFirst}, []string{headSecond}, half)...)
		out = append(out, styles.Rule.Render(strings.Repeat(s.opt.Theme.Symbols.Rule, width)))
	}
	for _, c := range s.p.Contrasts() {
		out = append(out, styles.Heading.Render(widget.Truncate(widget.CleanLine(c.About), width)))
		if width >= twoColumnsFrom {
			out = append(out, pairs(dashed(c.First), dashed(c.Second), half)...)
		} else {
			out = append(out, stacked(headFirst, c.First, width)...)
			out = append(out, stacked(headSecond, c.Second, width)...)
		}
		for _, both := range c.Both {
			for _, l := range hang(leadBoth+widget.CleanLine(both), width) {
				out = append(out, styles.Muted.Render(l))
			}
		}
		out = append(out, "")
	}
	return append(out, widget.Wrap(askDiffers, width)...)
}

// dashed marks each item of a column; a column with nothing says so.
func dashed(items []string) []string {
	if len(items) == 0 {
		return []string{nothingThere}
	}
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = "- " + widget.CleanLine(item)
	}
	return out
}

// pairs draws two columns, each wrapped to its width.
func pairs(left, right []string, width int) []string {
	wrapped := func(items []string) []string {
		var out []string
		for _, item := range items {
			out = append(out, widget.Wrap(item, max(width, 1))...)
		}
		return out
	}
	l, r := wrapped(left), wrapped(right)
	rows := max(len(l), len(r))
	out := make([]string, rows)
	for i := range rows {
		a, b := "", ""
		if i < len(l) {
			a = l[i]
		}
		if i < len(r) {
			b = r[i]
		}
		out[i] = strings.TrimRight(widget.Pad(a, width)+"   "+b, " ")
	}
	return out
}

func stacked(head string, items []string, width int) []string {
	var out []string
	for _, item := range items {
		out = append(out, hang(head+": "+widget.CleanLine(item), width)...)
	}
	return out
}

// firstTime is what was written at a step the first time, as plain lines for
// the guidance beside it.
func (s *Screen) firstTime(step *journal.Step) string {
	lines := []string{headFirst, ""}
	for _, sec := range s.first.Record() {
		if sec.Step != step.ID {
			continue
		}
		for _, e := range sec.Entries {
			if e.Ref == "" {
				lines = append(lines, e.Label)
			}
			lines = append(lines, e.Text, "")
		}
	}
	if len(lines) == 2 {
		lines = append(lines, nothingThere)
	}
	return strings.Join(lines, "\n")
}
