package walk

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/language"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// utterances are the words that are planned to be said.
func (s *Screen) utterances() []string {
	if s.form.step.Kind != journal.KindConversation || s.p.Guarded() {
		return nil
	}
	return planned(s.p)
}

func planned(p *journal.Progress) []string {
	var out []string
	for _, u := range p.Reflection.Utterances {
		if strings.TrimSpace(u.Text) != "" {
			out = append(out, u.Text)
		}
	}
	return out
}

// talked says, over the conversation, how questions and reflections stand.
func talked(s *Screen) []string {
	if s.p.Guarded() {
		return nil // nothing to say is asked for; mirrored says why
	}
	out := aimed(s)
	if s.words != nil && s.words.share != "" {
		out = append(out, widget.Wrap(s.words.share+" "+mirrorHint, s.form.width)...)
	}
	return out
}

// guarded says that forms and rehearsal are off, why, and that nothing is lost.
// What the pack's note says under the answer with the focus is not said twice.
func (s *Screen) guarded(q journal.Question) []string {
	texts := []string{guardedLead}
	for _, because := range s.p.GuardedBecause() {
		if because != q.Note {
			texts = append(texts, because)
		}
	}
	if len(planned(s.p)) > 0 {
		texts = append(texts, guardedKept)
	}
	return texts
}

// mirrored says what can be told of the utterance that is being written. Where a
// child may be telling of harm, or the other person uses coercive control, it
// says at every question of the step why nothing is told or asked for.
func mirrored(s *Screen, q journal.Question) []string {
	if s.p.Guarded() {
		return s.guarded(q)
	}
	if q.Collection != journal.Utterances || q.Field == "purpose" {
		return nil
	}
	if s.words == nil || s.words.path != q.Path || q.Value == "" {
		return nil
	}
	return s.words.mirror
}

// showMirror lays what can be told of all that is planned over the step.
func (s *Screen) showMirror() screen.Intent {
	if s.p.Guarded() {
		return s.show(newPanel(s.guardedLines))
	}
	said := planned(s.p)
	if len(said) == 0 || s.opt.Mirror == nil || s.opt.Language.Share == nil {
		return screen.Intent{Say: sayNothingPlanned}
	}
	return s.show(newPanel(func(width int) []string { return s.mirrorLines(said, width) }))
}

func (s *Screen) guardedLines(width int) []string {
	out := paragraphs(append([]string{guardedLead}, s.p.GuardedBecause()...), width)
	return append(out, widget.Wrap(escBack, width)...)
}

func (s *Screen) mirrorLines(said []string, width int) []string {
	styles := s.opt.Theme.Styles
	out := []string{styles.Title.Render(widget.Truncate(headMirror, width)), ""}
	for _, text := range said {
		for _, l := range widget.Wrap(widget.CleanLine(text), width) {
			out = append(out, styles.Heading.Render(l))
		}
		for _, line := range s.opt.Mirror(text) {
			out = append(out, hang(line, width)...)
		}
		out = append(out, "")
	}
	out = append(out, s.section(headTogether, s.opt.Language.Share(said), width)...)
	return append(out, widget.Wrap(escBack, width)...)
}

// rehearse opens the rehearsal, where one can be had.
func (s *Screen) rehearse() screen.Intent {
	switch {
	case s.nested:
		return screen.Intent{Say: sayNotInSecond}
	case s.p.Guarded():
		return s.show(newPanel(s.guardedLines))
	}
	s.Leave()
	return screen.Intent{Open: &screen.Route{Name: screen.Rehearse, ID: string(s.p.Reflection.ID)}}
}

// names opens the review of what could name somebody in these notes.
func (s *Screen) names() screen.Intent {
	if s.nested {
		return screen.Intent{Say: sayNotInSecond}
	}
	s.Leave()
	return screen.Intent{Open: &screen.Route{Name: screen.Names, ID: string(s.p.Reflection.ID)}}
}

// showWords lays what was found in this answer over the step, one at a time.
func (s *Screen) showWords() screen.Intent {
	if s.words == nil || len(s.words.found) == 0 {
		if l := s.looker(); !l.wanted() {
			return screen.Intent{Say: sayWordingOff}
		}
		return screen.Intent{Say: sayNoWords}
	}
	s.words.at = 0
	p := newPanel(s.foundLines)
	p.own = []key.Binding{signKeys.Disagree, signKeys.Following}
	p.press = func(msg tea.KeyPressMsg) (screen.Intent, bool) {
		switch {
		case key.Matches(msg, signKeys.Following):
			s.words.at = (s.words.at + 1) % len(s.words.found)
			p.again()
		case key.Matches(msg, signKeys.Disagree), key.Matches(msg, walkKeys.No):
			return s.object(p), true
		case key.Matches(msg, walkKeys.Words):
			s.closePanel()
		default:
			return screen.Intent{}, false
		}
		return screen.Intent{}, true
	}
	return s.show(p)
}

func (s *Screen) foundLines(width int) []string {
	w := s.words
	if w.at >= len(w.found) {
		return nil
	}
	styles := s.opt.Theme.Styles
	head := headWord
	if n := len(w.found); n > 1 {
		head = fmt.Sprintf(headWords, w.at+1, n)
	}
	out := []string{styles.Muted.Render(widget.Truncate(head, width)), ""}
	out = append(out, widget.Wrap(widget.CleanLine(w.found[w.at].text), width)...)
	out = append(out, "")
	return append(out, widget.Wrap(wordFoot, width)...)
}

// object notes a no to the finding in hand at once: the one that the panel
// shows, else the one under the editor.
func (s *Screen) object(p *panel) screen.Intent {
	w := s.words
	if w == nil || len(w.found) == 0 || s.opt.Language.Object == nil {
		return screen.Intent{Say: sayNoWords}
	}
	at := 0
	if p != nil {
		at = w.at
	}
	f := w.found[at]
	if err := s.opt.Language.Object(f.about, f.key); err != nil {
		return screen.Intent{Err: err}
	}
	s.preferences = s.opt.Language.Preferences()
	w.found = append(w.found[:at:at], w.found[at+1:]...)
	w.at = min(at, max(len(w.found)-1, 0))
	w.seen = nil // what was seen before was seen without this no
	if p != nil && len(w.found) == 0 {
		s.closePanel()
	} else if p != nil {
		p.again()
	}
	return screen.Intent{Say: saidNoted}
}

// askDepth says, before a text step is left for the next, what it does not hold
// yet; nil where nothing is to be said, or was said before, or while somebody
// takes quiet minutes.
func (s *Screen) askDepth() *screen.Question {
	step := s.form.step
	id := s.p.Walk.ID + "." + step.ID
	if s.inQuiet() || !s.preferences.Depth || !deepens(step.Kind) || s.nudged[id] || s.preferences.Objected(journal.AboutDepth)[id] {
		return nil
	}
	text := strings.Join(stepTexts(s.form.questions), "\n\n")
	found := language.Depth(text)
	if !found.TooShort {
		// What was said at another step is there already.
		found.Absent = language.Depth(strings.Join(s.p.OwnWords(), "\n\n")).Absent
	}
	nudge := found.Nudge()
	if nudge == "" || len(found.Describes) == 0 {
		return nil
	}
	if s.nudged == nil {
		s.nudged = map[string]bool{}
	}
	s.nudged[id] = true
	return &screen.Question{
		Text: nudge, Detail: depthGround(text, found), Cancel: 0,
		Choices: []screen.Option{{Key: "s", Label: labelStay}, {Key: "g", Label: labelGoOn}, {Key: "d", Label: labelNoDepth}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			switch choice {
			case 0:
				return screen.Intent{}, nil
			case 2:
				if err := s.opt.Language.Object(journal.AboutDepth, id); err != nil {
					return screen.Intent{Err: err}, nil
				}
				s.preferences = s.opt.Language.Preferences()
			}
			return s.next(), nil
		},
	}
}

// deepens says whether a step is a place for what was felt, assumed or would be
// done differently: free writing, and the hunch.
func deepens(kind journal.Kind) bool { return kind == journal.KindText || kind == journal.KindGut }

func stepTexts(questions []journal.Question) []string {
	var out []string
	for _, q := range questions {
		if q.Input == journal.InputText && strings.TrimSpace(q.Value) != "" {
			out = append(out, q.Value)
		}
	}
	return out
}

// depthShown is how many sentences are named, so that the question fits a small
// window.
const depthShown = 3

// depthGround says the sentences that the nudge goes by.
func depthGround(text string, found language.DepthFinding) string {
	var by []string
	for i, r := range found.Describes {
		if i == depthShown {
			by = append(by, fmt.Sprintf(depthMore, len(found.Describes)-depthShown))
			break
		}
		from, to := language.ByteRange(text, language.Span{Start: r.Start, End: r.End})
		by = append(by, `"`+widget.Truncate(widget.CleanLine(text[from:to]), 60)+`"`)
	}
	return depthLead + strings.Join(by, "; ") + ". " + depthTail
}

// copyPage hands the page to the clipboard; what could name somebody in it is
// asked about first, since a copy leaves the vault.
func (s *Screen) copyPage() screen.Intent {
	found := s.opt.Language.Found
	if found == nil {
		return screen.Intent{Copy: pageText(s.p), Say: sayCopying}
	}
	names, err := found(s.p)
	if err != nil {
		return screen.Intent{Err: err}
	}
	if len(names) == 0 {
		return screen.Intent{Copy: pageText(s.p), Say: sayCopying}
	}
	var list []string
	for i, f := range names {
		if i == depthShown {
			list = append(list, fmt.Sprintf(depthMore, len(names)-depthShown))
			break
		}
		list = append(list, f.Kind.Words()+": "+widget.Truncate(widget.CleanLine(f.Text), 40))
	}
	return ask(&screen.Question{
		Text: askCopyNames, Detail: strings.Join(list, "; ") + ". " + copyDetail, Cancel: 2,
		Choices: []screen.Option{{Key: "r", Label: labelReplaced}, {Key: "w", Label: labelAsItIs}, {Key: "b", Label: labelNoCopy}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			p := s.p
			switch choice {
			case 0:
				if p, err = s.opt.Language.Page(s.p); err != nil {
					return screen.Intent{Err: err}, nil
				}
			case 1:
			default:
				return screen.Intent{}, nil
			}
			return screen.Intent{Copy: pageText(p), Say: sayCopying}, nil
		},
	})
}
