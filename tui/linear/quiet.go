package linear

import "sounding/journal"

// The words of quiet minutes.
const (
	wordQuiet = "quiet"
	wordClock = "clock"
)

// takeQuiet begins quiet minutes or ends those that are going on. Nothing is
// printed while they last: a line that comes by itself would talk into somebody's
// thinking, and into their answer.
func (v *visit) takeQuiet() {
	t := v.app.talk
	if v.quiet != nil && !v.quiet.Over(v.app.Now()) {
		v.quiet = nil
		t.say("%s", quietEnded)
		return
	}
	q := journal.QuietFrom(v.app.Now())
	v.quiet = &q
	t.say(quietBegun, journal.QuietMinutes)
}

// sayClock says how many of the quiet minutes are left, because it was asked.
func (v *visit) sayClock() {
	if v.quiet == nil || v.quiet.Over(v.app.Now()) {
		v.app.talk.say("%s", noQuiet)
		return
	}
	v.app.talk.say(quietLeft, journal.Counted(v.quiet.Left(v.app.Now()), "minute", "minutes"))
}

// afterQuiet says, with the next question, that quiet minutes have gone by.
func (v *visit) afterQuiet() {
	if v.quiet != nil && v.quiet.Over(v.app.Now()) {
		v.quiet = nil
		v.app.talk.say("%s", quietOver)
	}
}

func (v *visit) inQuiet() bool { return v.quiet != nil && !v.quiet.Over(v.app.Now()) }
