package linear

import (
	"context"
	"errors"
	"strings"

	"sounding/journal"
)

// errNoWord says that a table does not hold a word.
var errNoWord = errors.New("no such word")

// obey does what a command word says. Again asks the same question once more.
func (v *visit) obey(ctx context.Context, s *journal.Step, q journal.Question, word string) (*journal.Step, bool, error) {
	if err := v.tell(s, q, word); !errors.Is(err, errNoWord) {
		return nil, true, err
	}
	if err := v.leadAway(ctx, s, word); !errors.Is(err, errNoWord) {
		if err == nil {
			v.ask(q)
		}
		return nil, true, err
	}
	switch word {
	case "skip":
		return nil, false, nil
	case "enough":
		v.skipOthers(s, q)
		return nil, false, nil
	case "back":
		return v.back(s, q)
	case "next":
		if to, ok := v.p.Next(); ok {
			return to, false, nil
		}
		v.app.talk.say("%s", lastStep)
		return nil, true, nil
	case "change":
		return nil, false, v.change(s)
	case "steps":
		to, err := v.chooseStep()
		return to, to == nil, err
	case "length":
		return nil, true, v.length()
	case wordMirror, wordWording:
		return nil, true, v.aboutWords(s, word)
	case "stop":
		return nil, false, errStop
	case "lock":
		return nil, false, ErrLock
	}
	return nil, true, v.obeyOf(strings.Fields(word))
}

// tell does what the words say that only read something out.
func (v *visit) tell(s *journal.Step, q journal.Question, word string) error {
	switch word {
	case "?", "help":
		v.app.talk.say("%s", walkHelp)
	case "why":
		v.app.talk.say("%s", orElse(q.Why, noWhy))
	case "read":
		v.app.readStep(v.p, s)
	case "page":
		v.app.page(v.p)
	case "grid":
		v.grid()
	case "story":
		v.story()
	case "voices":
		v.sayVoices()
	case "expected":
		v.sayExpected()
	case "signs":
		v.saySigns()
		if len(v.seen) == 0 {
			v.app.talk.say("%s", noSigns)
		}
	case "differs":
		v.differs()
	case "first":
		v.firstTime(s)
	case wordQuiet:
		v.takeQuiet()
	case wordClock:
		v.sayClock()
	default:
		return errNoWord
	}
	return nil
}

// leadAway does what the words say that lead away from the question for a
// while; it is put again afterwards.
func (v *visit) leadAway(ctx context.Context, s *journal.Step, word string) error {
	switch word {
	case "guidance":
		return v.app.guidance(ctx, s)
	case "theme":
		return v.app.themes(ctx, v.p.Reflection)
	case "again":
		return v.startAgain(ctx)
	case wordNames, wordRehearse:
		return v.aboutWords(s, word)
	}
	return errNoWord
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

// The words that can name what they are about.
const (
	wordWithout  = "without"
	wordDisagree = "disagree"
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
	default:
		return false
	}
	for _, w := range words[1:] {
		id := strings.TrimRight(strings.TrimLeft(w, "hea"), ",")
		if id == "" || strings.Trim(id, "0123456789") != "" {
			return false
		}
	}
	return true
}

// isWord says whether a line is a command and nothing else.
func isWord(line string) bool {
	line = strings.ToLower(strings.TrimSpace(line))
	if isWordOf(line) {
		return true
	}
	switch line {
	case "grid", "story", "voices", "expected", "signs", "again", "differs", "first":
		return true
	case wordNames, wordMirror, wordRehearse, wordWording, wordQuiet, wordClock:
		return true
	case "?", "help", "skip", "enough", "back", "next", "read", "guidance", "theme", "why", "change", "steps", "length", "page", "stop", "lock":
		return true
	}
	return false
}
