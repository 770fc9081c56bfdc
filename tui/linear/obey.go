package linear

import (
	"context"
	"fmt"
	"strings"

	"sounding/journal"
)

// act is what a command word does. A step that is given back is where to go;
// again puts the same question once more.
type act func(v *visit, ctx context.Context, s *journal.Step, q journal.Question) (to *journal.Step, again bool, err error)

// wordTable is the one place that says which words there are and what each does,
// but for those that name what they are about.
func wordTable() map[string]act {
	return map[string]act{
		"?": leading(sayHelp), "help": leading(sayHelp),
		"why":       telling(func(v *visit, _ *journal.Step, q journal.Question) { v.app.talk.say("%s", orElse(q.Why, noWhy)) }),
		"read":      telling(func(v *visit, s *journal.Step, _ journal.Question) { v.app.readStep(v.p, s) }),
		"page":      telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.app.page(v.p) }),
		"grid":      telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.grid() }),
		"story":     telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.story() }),
		"voices":    telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.sayVoices() }),
		"expected":  telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.sayExpected() }),
		"signs":     telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.sayAllSigns() }),
		"differs":   telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.differs() }),
		"first":     telling(func(v *visit, s *journal.Step, _ journal.Question) { v.firstTime(s) }),
		wordQuiet:   telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.takeQuiet() }),
		wordClock:   telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.sayClock() }),
		wordMirror:  telling(func(v *visit, _ *journal.Step, _ journal.Question) { v.mirror() }),
		wordWording: telling(func(v *visit, s *journal.Step, _ journal.Question) { v.wording(s) }),

		"look": telling(func(v *visit, s *journal.Step, _ journal.Question) { v.lookCloser(s) }),

		"export":     leading(func(v *visit, ctx context.Context, _ *journal.Step) error { return v.export(ctx) }),
		"delete":     leading(func(v *visit, _ context.Context, s *journal.Step) error { return v.delete(s) }),
		"guidance":   leading(func(v *visit, ctx context.Context, s *journal.Step) error { return v.app.guidance(ctx, s) }),
		"theme":      leading(func(v *visit, ctx context.Context, _ *journal.Step) error { return v.app.themes(ctx, v.p.Reflection) }),
		"again":      leading(func(v *visit, ctx context.Context, _ *journal.Step) error { return v.startAgain(ctx) }),
		wordNames:    leading(func(v *visit, _ context.Context, _ *journal.Step) error { return v.names() }),
		wordRehearse: leading(func(v *visit, _ context.Context, _ *journal.Step) error { return v.rehearse() }),

		"skip": ending(nil),
		"stop": ending(errStop),
		"lock": ending(ErrLock),
		"enough": func(v *visit, _ context.Context, s *journal.Step, q journal.Question) (*journal.Step, bool, error) {
			v.skipOthers(s, q)
			return nil, false, nil
		},
		"back": func(v *visit, _ context.Context, s *journal.Step, q journal.Question) (*journal.Step, bool, error) {
			return v.back(s, q)
		},
		"next": func(v *visit, _ context.Context, _ *journal.Step, _ journal.Question) (*journal.Step, bool, error) {
			return v.next()
		},
		"change": func(v *visit, _ context.Context, s *journal.Step, _ journal.Question) (*journal.Step, bool, error) {
			return nil, false, v.change(s)
		},
		"finish": func(v *visit, ctx context.Context, _ *journal.Step, _ journal.Question) (*journal.Step, bool, error) {
			return nil, true, v.finish(ctx)
		},
		"length": func(v *visit, _ context.Context, _ *journal.Step, _ journal.Question) (*journal.Step, bool, error) {
			return nil, true, v.length()
		},
		"steps": func(v *visit, _ context.Context, _ *journal.Step, _ journal.Question) (*journal.Step, bool, error) {
			to, err := v.chooseStep()
			return to, to == nil, err
		},
	}
}

// telling is a word that only reads something out.
func telling(tell func(*visit, *journal.Step, journal.Question)) act {
	return func(v *visit, _ context.Context, s *journal.Step, q journal.Question) (*journal.Step, bool, error) {
		tell(v, s, q)
		return nil, true, nil
	}
}

// leading is a word that leads away from the question for a while; it is put
// again afterwards.
func leading(lead func(*visit, context.Context, *journal.Step) error) act {
	return func(v *visit, ctx context.Context, s *journal.Step, q journal.Question) (*journal.Step, bool, error) {
		err := lead(v, ctx, s)
		if err == nil {
			v.ask(q)
		}
		return nil, true, err
	}
}

// ending is a word that leaves the question, with an error also what is round
// it.
func ending(err error) act {
	return func(*visit, context.Context, *journal.Step, journal.Question) (*journal.Step, bool, error) {
		return nil, false, err
	}
}

func sayHelp(v *visit, _ context.Context, _ *journal.Step) error {
	v.app.talk.say("%s", walkHelp)
	return nil
}

// obey does what a command word says. Again asks the same question once more.
func (v *visit) obey(ctx context.Context, s *journal.Step, q journal.Question, word string) (*journal.Step, bool, error) {
	if do, known := wordTable()[word]; known {
		return do(v, ctx, s, q)
	}
	err := v.obeyOf(strings.Fields(word))
	_, there := v.p.Find(q.Path) // what it was about may be taken away or joined to another
	return nil, there, err
}

// next goes to the first step that was not opened.
func (v *visit) next() (*journal.Step, bool, error) {
	if to, ok := v.p.Next(); ok {
		return to, false, nil
	}
	v.app.talk.say("%s", lastStep)
	return nil, true, nil
}

// lookCloser says what the full screen shows with F7: what can be told of the
// step's answers.
func (v *visit) lookCloser(s *journal.Step) {
	switch s.Kind {
	case journal.KindConversation:
		v.mirror()
	case journal.KindHypotheses:
		v.sayExpected()
	case journal.KindEvidence:
		v.sayVoices()
	case journal.KindMatrix:
		v.story()
	case journal.KindSecondLook:
		v.sayAllSigns()
	default:
		v.app.talk.say("%s", noCloser)
	}
}

// finish asks whether the reflection is finished, and goes home if it is. A
// second pass ends where it began.
func (v *visit) finish(ctx context.Context) error {
	if v.first != nil {
		return errStop
	}
	done, err := v.app.talk.yes(finishNow)
	if err != nil || !done {
		return err
	}
	v.p.Finish()
	v.keep()
	v.app.talk.say("%s", finished)
	if err := v.app.Writer.Flush(ctx); err != nil {
		return err
	}
	return errStop
}

func (v *visit) sayAllSigns() {
	v.saySigns()
	if len(v.seen) == 0 {
		v.app.talk.say("%s", noSigns)
	}
}

// skipOthers goes past every way to add to the list that a question is about.
func (v *visit) skipOthers(s *journal.Step, q journal.Question) {
	for _, other := range v.p.Questions(s) {
		if other.Collection == q.Collection && (other.Kind == journal.AskOffer || other.Kind == journal.AskAdd) {
			v.asked[other.Path] = true
		}
	}
}

// obeyOf does what the words say that name what they are about: "without E3",
// "merge H1 H2", "disagree 2".
func (v *visit) obeyOf(words []string) error {
	switch words[0] {
	case wordWithout:
		v.without(words[1:])
		return nil
	case wordDisagree:
		return v.disagree(words[1:])
	case wordDelete:
		return v.remove(strings.ToUpper(words[1]))
	}
	said, _, err := v.p.Rework(strings.Join(words, " "))
	if err != nil {
		v.app.talk.say("%s", err)
		return nil
	}
	v.keep()
	v.app.talk.say("%s", said)
	return nil
}

// remove takes an item away, once that is said twice.
func (v *visit) remove(ref string) error {
	name := v.p.ItemName(ref)
	if name == ref {
		v.app.talk.say("%s", noItem)
		return nil
	}
	sure, err := v.app.talk.yes(fmt.Sprintf(removeQuestion, ref, journal.VisibleLine(name)))
	if err != nil || !sure {
		return err
	}
	if err := v.p.Reflection.RemoveItem(ref); err != nil {
		return err
	}
	v.keep()
	v.app.talk.say(removed, ref)
	return nil
}

// The words that can name what they are about.
const (
	wordWithout  = "without"
	wordDisagree = "disagree"
	wordDelete   = "delete"
)

// isWordOf says whether a line is such a word with nothing else beside it than
// what it is about: local ids, or a number.
func isWordOf(line string) bool {
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	switch words[0] {
	case wordWithout, wordDisagree, journal.WordMerge, journal.WordSplit, journal.WordPark, journal.WordLink:
	case journal.WordUp, journal.WordDown, wordDelete:
		if len(words) != 2 {
			return false // alone they are somebody's answer
		}
	default:
		return false
	}
	for _, w := range words[1:] {
		id := strings.TrimRight(strings.TrimLeft(w, "heaufps"), ",")
		if id == "" || strings.Trim(id, "0123456789") != "" {
			return false
		}
	}
	return true
}

// isWord says whether a line is a command and nothing else.
func isWord(line string) bool {
	line = strings.ToLower(strings.TrimSpace(line))
	_, known := wordTable()[line]
	return known || isWordOf(line)
}
