package walk

import (
	"fmt"
	"strings"
	"time"

	"sounding/journal"
	"sounding/tui/screen"
)

// quiet is the quiet minutes that were asked for. What they show stands in the
// header, which is always there, so that nothing moves as they begin, go by and
// end.
type quiet struct {
	journal.Quiet
	left  int  // minutes, as of the last tick
	over  bool // they went by; said until a step is gone to
	clock bool // the minutes are shown, which has to be asked for
}

// takeQuiet begins quiet minutes, or ends those that are going on.
func (s *Screen) takeQuiet() screen.Intent {
	if s.quiet != nil && !s.quiet.over {
		s.quiet = nil
		return screen.Intent{Say: saidQuietEnded}
	}
	q := journal.QuietFrom(s.env.Now())
	s.quiet = &quiet{Quiet: q, left: q.Left(s.env.Now())}
	return screen.Intent{Say: fmt.Sprintf(saidQuiet, journal.QuietMinutes)}
}

// showClock shows how many of the quiet minutes are left, or hides it again.
func (s *Screen) showClock() screen.Intent {
	if s.quiet == nil || s.quiet.over {
		return screen.Intent{Say: sayNoQuiet}
	}
	s.quiet.clock = !s.quiet.clock
	return screen.Intent{}
}

// Tick takes the time while this screen is on top. It keeps the vault open while
// quiet minutes last: somebody who thinks presses no key.
func (s *Screen) Tick(now time.Time) bool {
	if s.again != nil {
		return s.again.Tick(now)
	}
	if s.quiet == nil || s.quiet.over {
		return false
	}
	s.quiet.left, s.quiet.over = s.quiet.Left(now), s.quiet.Over(now)
	return !s.quiet.over
}

// inQuiet says that quiet minutes are going on.
func (s *Screen) inQuiet() bool { return s.quiet != nil && !s.quiet.over }

// quietNote is what the header says of quiet minutes; empty without any.
func (s *Screen) quietNote() string {
	switch {
	case s.quiet == nil:
		return ""
	case s.quiet.over:
		return noteQuietOver
	case s.quiet.clock && s.quiet.left == 1:
		return noteQuietOne
	case s.quiet.clock:
		return fmt.Sprintf(noteQuietLeft, s.quiet.left)
	}
	return noteQuiet
}

// headerNotes stand at the right of the header.
func (s *Screen) headerNotes() string {
	var notes []string
	if note := s.quietNote(); note != "" {
		notes = append(notes, note)
	}
	if l := s.p.Reflection.Length; l > 0 {
		notes = append(notes, fmt.Sprintf(noteLength, int(l)))
	}
	return strings.Join(notes, "   ")
}
