package walk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/widget"
)

// kindEditor is what a kind of step adds to the form of its questions: what is
// said above it, and under the answer that has the focus.
type kindEditor struct {
	above func(*Screen) []string
	under func(*Screen, journal.Question) []string
}

// Kinds lists the kinds of step that this screen can edit.
func Kinds() []journal.Kind {
	var kinds []journal.Kind
	for kind := range editors() {
		kinds = append(kinds, kind)
	}
	return kinds
}

// editors is the table of kinds. A new kind is a row here.
func editors() map[journal.Kind]kindEditor {
	return map[journal.Kind]kindEditor{
		journal.KindText:         {},
		journal.KindArrive:       {under: people},
		journal.KindFocus:        {under: people},
		journal.KindGut:          {},
		journal.KindHypotheses:   {above: widened},
		journal.KindEvidence:     {above: rests, under: absent},
		journal.KindMatrix:       {above: weighed, under: carries},
		journal.KindSecondLook:   {above: signLine},
		journal.KindConversation: {above: talked, under: mirrored},
		journal.KindPrinciples:   {above: principleText},
		journal.KindNext:         {above: aimed},
		journal.KindPage:         {},
	}
}

// above is what is said over a step's questions: the pack's words for it, then
// what its kind adds.
func (s *Screen) above() []string {
	styles := s.opt.Theme.Styles
	width := s.form.width
	var out []string
	if s.p.Urgent() && s.form.step.Kind != journal.KindPage {
		for _, l := range widget.Wrap(stillUrgent, width) {
			out = append(out, styles.Warning.Render(l))
		}
	}
	if intro := s.form.step.Intro; intro != "" && s.height >= 14 {
		for _, l := range widget.Wrap(intro, width) {
			out = append(out, styles.Muted.Render(l))
		}
	}
	if e := editors()[s.form.step.Kind]; e.above != nil {
		out = append(out, e.above(s)...)
	}
	if len(out) > 0 {
		out = append(out, "")
	}
	return out
}

func (s *Screen) under() []string {
	q, ok := s.form.question()
	if !ok {
		return nil
	}
	out := s.wordLines(q)
	if e := editors()[s.form.step.Kind]; e.under != nil {
		out = append(out, e.under(s, q)...)
	}
	return out
}

// middle draws the step itself, or what lies over it.
func (s *Screen) middle() (string, *tea.Cursor) {
	switch {
	case s.panel != nil:
		return s.panel.view()
	case s.guide.focused:
		return s.guide.over(s.bodyHeight()), s.guide.pager.Cursor()
	case s.matrix != nil && s.matrix.open:
		return s.matrix.view()
	case s.paging:
		return s.page.View(), s.page.Cursor()
	}
	return s.form.view(s.above(), s.under())
}

// aimed says how many were aimed for and how many are there; never a block.
func aimed(s *Screen) []string {
	var out []string
	for _, c := range s.form.step.Collects {
		have := len(s.p.Reflection.Refs(c.Of))
		aim := c.Aim[s.p.Reflection.Length]
		switch {
		case aim == 0:
		case have >= aim && c.Enough != "":
			out = append(out, widget.Wrap(fmt.Sprintf(haveSome, have)+" "+c.Enough, s.form.width)...)
		default:
			out = append(out, widget.Wrap(fmt.Sprintf(aimSome, aim, have), s.form.width)...)
		}
	}
	return out
}

// widened says how many there are, and asks once for an ordinary explanation
// and for one that counts the writer or the service in. It asks while they are
// being listed and no longer; nothing is insisted on.
func widened(s *Screen) []string {
	out := aimed(s)
	if len(s.p.Reflection.Hypotheses) == 0 && s.p.Reflection.Length != shortest && s.quiet == nil && s.height >= 20 {
		return append(out, widget.Wrap(offerQuiet, s.form.width)...)
	}
	taken := map[string]bool{}
	for _, h := range s.p.Reflection.Hypotheses {
		taken[h.Lens] = true
	}
	none := func(lenses []string) bool {
		for _, l := range lenses {
			if taken[l] {
				return false
			}
		}
		return len(lenses) > 0
	}
	if q, _ := s.form.question(); len(s.p.Reflection.Hypotheses) < widenFrom || q.Kind == journal.AskField && !q.First {
		return out // too early, or they have gone on from listing
	}
	switch ordinary, self := none(s.opt.Think.Ordinary), none(s.opt.Think.Self); {
	case ordinary && self:
		out = append(out, widget.Wrap(askBoth, s.form.width)...)
	case ordinary:
		out = append(out, widget.Wrap(askOrdinary, s.form.width)...)
	case self:
		out = append(out, widget.Wrap(askSelf, s.form.width)...)
	}
	return out
}

// shortest is the length at which five quiet minutes would be half of it.
const shortest journal.Length = 10

// widenFrom is how many explanations there are before one more kind is asked
// for.
const widenFrom = 2

// looks says whether a step has something that F7 opens.
func looks(f *form) bool {
	if f == nil {
		return false
	}
	switch f.step.Kind {
	case journal.KindHypotheses, journal.KindEvidence, journal.KindMatrix, journal.KindSecondLook, journal.KindConversation:
		return true
	}
	return false
}

// absent says, where the step asks whose voice is missing, who has not been
// heard, with the question of safety before any other.
func absent(s *Screen, q journal.Question) []string {
	closing := s.form.step.Closing
	if len(closing) == 0 || q.Path != s.form.step.ID+"."+closing[0].ID {
		return nil
	}
	lines := journal.CheckVoices(s.p.Reflection, s.opt.Think.Voices).Ask(s.opt.Think.Voices)
	before := 2 + len(s.opt.Think.Voices.Before)
	if len(lines) == 0 {
		return nil
	}
	return append(lines[:min(before, len(lines)):before], lookHint)
}

func rests(s *Screen) []string {
	out := aimed(s)
	if sentence := s.opt.Rests(s.p.Reflection); sentence != "" {
		out = append(out, widget.Wrap(sentence, s.form.width)...)
	}
	return out
}

// people shows whom to turn to, where the person said that something here
// needs a person and not a page.
func people(s *Screen, q journal.Question) []string {
	if q.Role != journal.RolePerson || q.Value != journal.Yes {
		return nil
	}
	if len(s.opt.People) == 0 {
		return []string{noPeople}
	}
	return s.opt.People
}

// principleText says what a principle is about while one is being chosen.
func principleText(s *Screen) []string {
	q, ok := s.form.question()
	if !ok || q.Collection != journal.Principles || q.Ref == "" {
		return nil
	}
	pr, ok := s.p.Catalogue.Principle(s.p.Reflection.Field(q.Ref, "principle"))
	if !ok {
		return nil
	}
	return widget.Wrap(pr.Title+": "+pr.Text+" "+pr.Question, s.form.width)
}

// pageLines draws the one page to take into supervision.
func pageLines(s *Screen) []string {
	styles := s.opt.Theme.Styles
	sections := s.p.MyPage()
	if len(sections) == 0 {
		return widget.Wrap(emptyPage, s.form.width)
	}
	var out []string
	for _, sec := range sections {
		for _, l := range widget.Wrap(sec.Heading, s.form.width) {
			out = append(out, styles.Heading.Render(l))
		}
		for _, e := range sec.Entries {
			text := e.Text
			if e.Ref != "" {
				text = "- " + text
			}
			out = append(out, widget.Wrap(text, s.form.width)...)
			for _, f := range e.Fields {
				out = append(out, widget.Wrap("  "+strings.TrimSuffix(f.Label+": "+f.Text, ": "), s.form.width)...)
			}
		}
		out = append(out, "")
	}
	return append(out, widget.Wrap(pageFoot, s.form.width)...)
}

// pageText is the page as plain text, for the clipboard.
func pageText(p *journal.Progress) string {
	var out strings.Builder
	for _, sec := range p.MyPage() {
		out.WriteString(sec.Heading + "\n")
		for _, e := range sec.Entries {
			out.WriteString(e.Text + "\n")
			for _, f := range e.Fields {
				out.WriteString("  " + strings.TrimSuffix(f.Label+": "+f.Text, ": ") + "\n")
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}

// guidance is the help for a step: its own, then the library pages that belong
// to it.
func (s *Screen) guidance(step *journal.Step) string {
	parts := []string{strings.TrimSpace(step.Guidance)}
	for _, id := range step.Pages {
		if s.opt.Pages == nil {
			break
		}
		if page, ok := s.opt.Pages(id); ok {
			parts = append(parts, "# "+page.Title+"\n\n"+strings.TrimSpace(page.Body))
		}
	}
	return strings.TrimSpace(strings.Join(parts, "\n\n"))
}
