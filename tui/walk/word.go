package walk

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
)

// The words that can be typed after ctrl+o; linear mode knows those that are not
// about what is only on a screen.
const (
	wordNext     = "next"
	wordPrevious = "back"
	wordSteps    = "steps"
	wordGuidance = "guidance"
	wordTheme    = "theme"
	wordLength   = "length"
	wordRead     = "read"
	wordPage     = "page"
	wordView     = "grid"
	wordStory    = "story"
	wordWithout  = "without"
	wordLook     = "look"
	wordSigns    = "signs"
	wordDisagree = "disagree"
	wordAgain    = "again"
	wordDiffers  = "differs"
	wordMirror   = "mirror"
	wordRehearse = "rehearse"
	wordNames    = "names"
	wordWording  = "wording"
	wordQuiet    = "quiet"
	wordClock    = "clock"
	wordSkip     = "skip"
	wordEnough   = "enough"
	wordUp       = "up"
	wordDown     = "down"
	wordDelete   = "delete"
	wordExport   = "export"
	wordCopy     = "copy"
	wordFinish   = "finish"
	wordStop     = "stop"
	wordLock     = "lock"
	wordHelp     = "help"
)

// Words lists every word with what it does, for help and the manual.
func Words() [][2]string {
	return [][2]string{
		{wordNext, doesNext}, {wordPrevious, doesPrevious}, {wordSteps, doesSteps}, {wordSkip, doesSkip},
		{wordEnough, doesEnough}, {wordGuidance, doesGuidance}, {wordTheme, doesTheme}, {wordLength, doesLength}, {wordRead, doesRead},
		{wordPage, doesPage}, {wordView, doesView}, {wordStory, doesStory}, {wordWithout + " E3", doesWithout},
		{wordLook, doesLook}, {wordSigns, doesSigns}, {wordDisagree, doesDisagree}, {wordAgain, doesAgain}, {wordDiffers, doesDiffers},
		{wordQuiet, doesQuiet}, {wordClock, doesClock}, {wordMirror, doesMirror}, {wordRehearse, doesRehearse}, {wordWording, doesWording}, {wordNames, doesNames},
		{journal.WordMerge + " H1 H2", doesMerge}, {journal.WordSplit + " H2", doesSplit}, {journal.WordPark + " H3", doesPark},
		{journal.WordLink + " A1 H2", doesLink}, {wordUp, doesUp}, {wordDown, doesDown}, {wordUp + " H3", doesMoveOne},
		{wordDelete, doesDelete}, {wordCopy, doesCopy}, {wordExport, doesExport}, {wordFinish, doesFinish},
		{wordStop, doesStop}, {wordLock, doesLock}, {wordHelp, doesHelp},
	}
}

// word takes keys while a word is being typed.
func (s *Screen) word(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	switch msg.Keystroke() {
	case "esc":
		s.commands = false
		s.layout() // the rows of the line for a word belong to the step again
		return screen.Intent{}, nil
	case "enter":
		typed := strings.ToLower(strings.TrimSpace(s.command.Value()))
		s.commands = false
		s.command.Blur()
		s.layout()
		return s.said(typed), nil
	}
	s.command.Update(msg)
	return screen.Intent{}, nil
}

// said finds the word that was meant: whole, or its first letters.
func (s *Screen) said(typed string) screen.Intent {
	if typed == "" {
		return screen.Intent{}
	}
	if want, known := s.saidOf(strings.Fields(typed)); known {
		return want
	}
	meant := ""
	for _, w := range Words() {
		if strings.Contains(w[0], " ") {
			continue // words that say of what they are typed whole
		}
		if w[0] == typed {
			return s.do(typed)
		}
		if strings.HasPrefix(w[0], typed) {
			if meant != "" {
				return screen.Intent{Say: sayUnclear}
			}
			meant = w[0]
		}
	}
	if meant == "" {
		return screen.Intent{Say: sayUnknown}
	}
	return s.do(meant)
}

// saidOf does what the words say that name what they are about: "without E3",
// "merge H1 H2". Split and park alone are about the explanation in hand. It is
// false for other words.
func (s *Screen) saidOf(words []string) (screen.Intent, bool) {
	if words[0] == wordWithout {
		return s.without(words[1:]), true
	}
	if q, ok := s.form.question(); ok && len(words) == 1 && q.Collection == journal.Hypotheses && q.Ref != "" {
		words = append(words, q.Ref)
	}
	said, known, err := s.p.Rework(strings.Join(words, " "))
	if !known {
		return screen.Intent{}, false
	}
	if err != nil {
		return screen.Intent{Say: err.Error()}, true
	}
	s.keep()
	s.form.refresh()
	if s.matrix != nil {
		s.matrix.fill()
	}
	return screen.Intent{Say: said}, true
}

// signsWord opens the signs, from any step that comes with a second look, or
// says no to the one that is shown first.
func (s *Screen) signsWord(word string) screen.Intent {
	if word == wordDisagree && len(s.words.found) > 0 {
		return s.object(nil)
	}
	if s.form.step.Kind != journal.KindSecondLook {
		return screen.Intent{Say: sayNoSignsHere}
	}
	if word == wordDisagree && len(s.signs.seen) > 0 {
		s.openSigns()
		return s.disagree(s.panel)
	}
	return s.showSigns()
}

// doing holds what each word does, but for those that name what they are about.
var doing = map[string]func(*Screen) screen.Intent{
	wordNext:     (*Screen).next,
	wordPrevious: (*Screen).back,
	wordSteps:    (*Screen).showRail,
	wordGuidance: (*Screen).toggleGuide,
	wordTheme:    (*Screen).readThemes,
	wordSkip:     func(s *Screen) screen.Intent { return ask(s.form.move(1)) },
	wordEnough:   (*Screen).enough,
	wordLength:   func(s *Screen) screen.Intent { return ask(s.askLength()) },
	wordRead:     func(s *Screen) screen.Intent { return s.openHere(screen.Read, "") },
	wordPage:     func(s *Screen) screen.Intent { return s.openHere(screen.Read, "page") },
	wordExport:   func(s *Screen) screen.Intent { return s.openHere(screen.Export, "") },
	wordView:     func(s *Screen) screen.Intent { return s.showMatrix(false) },
	wordStory:    func(s *Screen) screen.Intent { return s.showMatrix(true) },
	wordLook:     (*Screen).look,
	wordSigns:    func(s *Screen) screen.Intent { return s.signsWord(wordSigns) },
	wordDisagree: func(s *Screen) screen.Intent { return s.signsWord(wordDisagree) },
	wordAgain:    (*Screen).startAgain,
	wordDiffers:  (*Screen).differs,
	wordQuiet:    (*Screen).takeQuiet,
	wordClock:    (*Screen).showClock,
	wordMirror:   (*Screen).showMirror,
	wordRehearse: (*Screen).rehearse,
	wordNames:    (*Screen).names,
	wordWording:  (*Screen).showWords,
	wordCopy:     (*Screen).copyPage,
	wordFinish:   (*Screen).end,
	wordUp:       func(s *Screen) screen.Intent { return s.item(wordUp) },
	wordDown:     func(s *Screen) screen.Intent { return s.item(wordDown) },
	wordDelete:   func(s *Screen) screen.Intent { return s.item(wordDelete) },
	wordStop:     func(*Screen) screen.Intent { return screen.Intent{Home: true, Say: sayKept} },
	wordLock:     func(*Screen) screen.Intent { return screen.Intent{Lock: true} },
	wordHelp: func(*Screen) screen.Intent {
		return screen.Intent{Open: &screen.Route{Name: screen.Help, At: screen.Walk}}
	},
}

// do does what a word says.
func (s *Screen) do(word string) screen.Intent {
	if act, known := doing[word]; known {
		return act(s)
	}
	return screen.Intent{Say: sayUnknown}
}

func (s *Screen) back() screen.Intent {
	if to, ok := s.p.Back(); ok {
		return s.goTo(to)
	}
	return screen.Intent{Say: sayFirst}
}

func (s *Screen) showRail() screen.Intent {
	s.railed = true
	s.rail.Focus()
	s.layout()
	return screen.Intent{}
}

func (s *Screen) toggleGuide() screen.Intent {
	s.guide.toggle()
	s.layout()
	return screen.Intent{}
}

func (s *Screen) enough() screen.Intent {
	s.form.skipOffers()
	return screen.Intent{}
}

// openHere opens another screen about this reflection, with what was typed kept first.
func (s *Screen) openHere(name, at string) screen.Intent {
	s.Leave()
	return screen.Intent{Open: &screen.Route{Name: name, ID: string(s.p.Reflection.ID), At: at}}
}

// end asks whether the reflection is finished; a second pass ends where it began.
func (s *Screen) end() screen.Intent {
	if s.nested {
		return screen.Intent{Home: true}
	}
	return ask(s.askFinish())
}

// next goes to the first step that was not opened; from the last step it asks
// whether the reflection is finished.
func (s *Screen) next() screen.Intent {
	if settled, asked := s.form.settle(); !settled {
		return ask(asked)
	}
	if nudge := s.askDepth(); nudge != nil {
		return ask(nudge)
	}
	if to, ok := s.p.Next(); ok {
		return s.goTo(to)
	}
	return s.end()
}

func (s *Screen) goTo(step *journal.Step) screen.Intent {
	if settled, asked := s.form.settle(); !settled {
		return ask(asked)
	}
	s.enter(step)
	return screen.Intent{Flush: true}
}

func (s *Screen) askLength() *screen.Question {
	lengths := s.p.Walk.Lengths
	if len(lengths) == 0 {
		return &screen.Question{Text: oneLength, Choices: []screen.Option{{Key: "o", Label: labelFine}}}
	}
	q := &screen.Question{Text: askLength, Detail: nothingLost, Cancel: len(lengths)}
	for _, l := range lengths {
		label := strconv.Itoa(int(l)) + " minutes"
		if l == s.p.Reflection.Length {
			label += chosenMark
		}
		q.Choices = append(q.Choices, screen.Option{Label: label})
	}
	q.Choices = append(q.Choices, screen.Option{Key: "k", Label: labelKeep})
	q.Answer = func(choice int) (screen.Intent, tea.Cmd) {
		if choice < len(lengths) && s.p.SetLength(lengths[choice]) == nil {
			s.enter(s.p.Here())
		}
		return screen.Intent{}, nil
	}
	return q
}

func (s *Screen) askFinish() *screen.Question {
	return &screen.Question{
		Text: askFinish, Detail: finishDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "y", Label: labelFinish}, {Key: "n", Label: labelNotYet}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice != 0 {
				return screen.Intent{}, nil
			}
			s.p.Finish()
			s.keep()
			return screen.Intent{Home: true, Say: sayFinished}, nil
		},
	}
}

// item moves or takes away the item that the focused question belongs to.
func (s *Screen) item(word string) screen.Intent {
	q, ok := s.form.question()
	if !ok || q.Ref == "" || q.Kind == journal.AskRating {
		return screen.Intent{Say: sayNoItem}
	}
	by := 1
	switch word {
	case wordDelete:
		return ask(s.askDelete(q))
	case wordUp:
		by = -1
	}
	if s.p.Reflection.MoveItem(q.Ref, by) == nil {
		s.keep()
		s.form.refresh()
	}
	return screen.Intent{}
}

func (s *Screen) askDelete(q journal.Question) *screen.Question {
	return &screen.Question{
		Text: askDelete + q.Label + "?", Detail: deleteDetail, Cancel: 1,
		Choices: []screen.Option{{Key: "d", Label: labelDelete}, {Key: "k", Label: labelKeep}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			if choice == 0 && s.p.Reflection.RemoveItem(q.Ref) == nil {
				s.keep()
				s.form.refresh()
			}
			return screen.Intent{}, nil
		},
	}
}

// skipOffers goes past the ways to start another item.
func (f *form) skipOffers() {
	if settled, _ := f.settle(); !settled {
		return
	}
	for i := f.at; i < len(f.questions); i++ {
		if k := f.questions[i].Kind; k != journal.AskAdd && k != journal.AskOffer && !f.questions[i].First {
			f.focus(i)
			return
		}
	}
	f.focus(len(f.questions) - 1)
}
