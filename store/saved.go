package store

import (
	"time"

	"sounding/journal"
)

// Result is what is told of a save: the time it was committed, or why it was
// not.
type Result = journal.Standing

// Unsaved is why a text is not in the vault although it was to be: it is in a
// sealed rescue file, or, where Rescue is empty, in memory alone. The writer
// keeps trying.
type Unsaved struct {
	Cause  error
	Rescue string
}

// Error says where the text is.
func (e *Unsaved) Error() string {
	if e.Rescue == "" {
		return "not saved, and held in memory alone: " + e.Cause.Error()
	}
	return "not saved in the vault, and kept sealed beside it: " + e.Cause.Error()
}

// Unwrap gives the cause.
func (e *Unsaved) Unwrap() error { return e.Cause }

// Clock is the time that a Writer goes by.
type Clock interface {
	Now() time.Time
	// At gives a channel that receives once, when a moment has come, and a
	// function that gives up waiting.
	At(moment time.Time) (<-chan time.Time, func())
}

// WallClock is the machine's own clock.
type WallClock struct{}

// Now is the present time.
func (WallClock) Now() time.Time { return time.Now() }

// At waits by a timer.
func (WallClock) At(moment time.Time) (<-chan time.Time, func()) {
	timer := time.NewTimer(time.Until(moment))
	return timer.C, func() { timer.Stop() }
}
