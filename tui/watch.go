package tui

import "time"

// Watch tells when a vault is to be locked by itself: nothing was typed for as
// long as the person chose, or the computer slept. It is told two clocks: the
// wall's, which goes on while a computer sleeps, and how long the program has
// been up, which does not (on Linux and macOS; where it does, the gap between two
// looks tells it). No system has to be asked, so it is the same on each.
type Watch struct {
	wall, keyWall time.Time     // at the last look, at the last key
	up, keyUp     time.Duration // likewise
	looked        bool
}

// How much further the wall's clock must have gone than the program's for a
// sleep, and how long a gap between two looks, which are five seconds apart, is
// one: a clock that is put right by a few seconds, and a busy computer, lock
// nothing.
const (
	sleptBy = 20 * time.Second
	stalled = time.Minute
)

// Key notes that something was typed.
func (w *Watch) Key(now time.Time, up time.Duration) { w.keyWall, w.keyUp = now.Round(0), up }

// Look says whether to lock. A limit of zero never locks for idling.
func (w *Watch) Look(now time.Time, up, limit time.Duration) bool {
	now = now.Round(0) // without the program's own clock in it
	slept := w.looked && (now.Sub(w.wall)-(up-w.up) > sleptBy || up-w.up > stalled)
	w.wall, w.up, w.looked = now, up, true
	return slept || w.idle(now, up, limit)
}

// idle goes by the clock that says more, so that one that was put back does not
// keep the vault open.
func (w *Watch) idle(now time.Time, up, limit time.Duration) bool {
	return limit > 0 && max(now.Round(0).Sub(w.keyWall), up-w.keyUp) >= limit
}
