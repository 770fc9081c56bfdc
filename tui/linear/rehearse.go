package linear

import (
	"strconv"
	"strings"

	"sounding/journal"
)

// The words of a rehearsal, beside stop and lock.
const (
	rehearseNext  = "next"
	rehearseBack  = "back"
	rehearseTake  = "take"
	rehearseTries = "mirror"
	rehearseStop  = "stop"
	rehearseHelp  = "?"
)

// rehearse says what a made-up other person says, takes what the practitioner
// would answer and says its form, as often as they like. Nothing of it is kept
// but what they take into their plan.
func (v *visit) rehearse() error {
	t := v.app.talk
	if v.p.Guarded() {
		v.sayGuarded()
		return nil
	}
	if v.app.Language.Lines == nil || v.app.Mirror == nil {
		return nil
	}
	lines := v.app.Language.Lines(v.p.Reflection.Themes)
	if len(lines) == 0 {
		t.say("%s", rehearseNone)
		return nil
	}
	t.gap()
	t.say("%s", rehearseIntro)
	r := &rehearsal{visit: v, lines: lines}
	r.sayLine()
	for {
		typed, err := t.line()
		if err != nil {
			return err
		}
		done, err := r.take(strings.TrimSpace(typed))
		if done || err != nil {
			t.gap()
			t.say("%s", rehearseOver)
			return err
		}
	}
}

// rehearsal is one rehearsal: the line it is at, and what was tried.
type rehearsal struct {
	*visit
	lines []journal.OtherLine
	at    int
	tries []string
}

func (r *rehearsal) sayLine() {
	line := r.lines[r.at]
	r.app.talk.gap()
	r.app.talk.say(rehearseSays, upperFirst(line.Who), talkWords(line.Talk), line.Text)
	r.app.talk.say("%s", rehearseAsk)
}

func talkWords(talk journal.Talk) string {
	if talk == journal.TalkChange {
		return rehearseChange
	}
	return rehearseSustain
}

// upperFirst makes the first letter of a sentence a capital; who speaks is
// written in the pack in plain letters.
func upperFirst(text string) string {
	if text == "" || text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return string(text[0]&^0x20) + text[1:]
}

// take does what a word says, or hears an answer. True ends the rehearsal.
func (r *rehearsal) take(typed string) (bool, error) {
	t := r.app.talk
	word, _, _ := strings.Cut(strings.ToLower(typed), " ")
	if word != rehearseTake || !isTake(typed) {
		word = strings.ToLower(typed)
	}
	switch word {
	case "":
		t.say("%s", rehearseAsk)
	case rehearseHelp, "help":
		t.say("%s", rehearseHelpText)
	case rehearseStop:
		return true, nil
	case "lock":
		return true, ErrLock
	case rehearseNext:
		r.at = (r.at + 1) % len(r.lines)
		r.sayLine()
	case rehearseBack:
		r.at = (r.at + len(r.lines) - 1) % len(r.lines)
		r.sayLine()
	case rehearseTries:
		r.sayShare(r.tries)
	case rehearseTake:
		r.plan(typed)
	default:
		r.hear(unescape(typed))
	}
	return false, nil
}

// isTake says whether a line is the word for taking a try, alone or with the
// number of one.
func isTake(typed string) bool {
	words := strings.Fields(typed)
	if len(words) == 1 {
		return true
	}
	_, err := strconv.Atoi(words[1])
	return len(words) == 2 && err == nil
}

// hear says the form of an answer.
func (r *rehearsal) hear(text string) {
	r.tries = append(r.tries, text)
	for _, line := range r.app.Mirror(text) {
		r.app.talk.say("%s", line)
	}
	r.app.talk.say(rehearseAgain, len(r.tries))
}

// plan takes a try into the plan: the last one, or the one that is numbered.
func (r *rehearsal) plan(typed string) {
	t := r.app.talk
	at := len(r.tries)
	if words := strings.Fields(typed); len(words) == 2 {
		at, _ = strconv.Atoi(words[1]) // isTake has read it as a number
	}
	if at < 1 || at > len(r.tries) {
		t.say("%s", rehearseNoTry)
		return
	}
	if err := r.p.Plan(r.tries[at-1]); err != nil {
		t.say("%s", err)
		return
	}
	r.keep()
	t.say("%s", rehearseTaken)
}
