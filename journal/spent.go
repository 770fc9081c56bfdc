package journal

import "time"

// longestPause is the most time between two keys that counts as time in a walk.
// What is longer was probably a telephone call.
const longestPause = 10 * time.Minute

// Stopwatch adds up the time that goes to the steps of a walk while it is being
// written. Its zero value is ready, and begins with the first Pass.
type Stopwatch struct {
	at    time.Time
	spent map[string]time.Duration
}

// Pass counts the time since the last Pass or Rest towards a step. A pause of
// more than ten minutes counts nothing.
func (w *Stopwatch) Pass(step string, now time.Time) {
	if gap := now.Sub(w.at); !w.at.IsZero() && gap > 0 && gap <= longestPause {
		if w.spent == nil {
			w.spent = map[string]time.Duration{}
		}
		w.spent[step] += gap
	}
	w.at = now
}

// Rest begins again at a moment without counting what lies before it.
func (w *Stopwatch) Rest(now time.Time) { w.at = now }

// Take gives what was counted and begins at nothing.
func (w *Stopwatch) Take() map[string]time.Duration {
	spent := w.spent
	w.spent = nil
	return spent
}

// Spent is where the time in walks went, added up over all of them: seconds by
// walk and step, and how often a walk was taken up. It holds no date and names no
// reflection, so that nothing in it says when somebody worked, or on whom. It is
// kept only where the person asked for it, sealed, and shown to them alone.
type Spent struct {
	Sittings int                       `json:"sittings"`
	Seconds  map[string]map[string]int `json:"seconds"`
}

// Add counts what one sitting took. A later part of the same sitting is not
// another.
func (s *Spent) Add(walk string, steps map[string]time.Duration, another bool) {
	if another {
		s.Sittings++
	}
	if s.Seconds == nil {
		s.Seconds = map[string]map[string]int{}
	}
	if s.Seconds[walk] == nil {
		s.Seconds[walk] = map[string]int{}
	}
	for step, d := range steps {
		s.Seconds[walk][step] += int(d.Round(time.Second) / time.Second)
	}
}

// timeInsight says of every hundred minutes in walks how many went to each step
// of the walk that the table is of, and how many elsewhere.
func timeInsight(s Spent, walk string, steps []Choice) Insight {
	total, known := 0, 0
	for _, of := range s.Seconds {
		for _, seconds := range of {
			total += seconds
		}
	}
	hundredth := func(seconds int) int { return (200*seconds + total) / (2 * total) }
	var rows []InsightRow
	for _, step := range steps {
		if seconds := s.Seconds[walk][step.ID]; total > 0 && seconds > 0 {
			known += seconds
			rows = append(rows, InsightRow{ID: step.ID, Label: step.Label, Count: hundredth(seconds), Of: 100})
		}
	}
	if total > known {
		rows = append(rows, InsightRow{ID: "other", Label: sayOtherWalks, Count: hundredth(total - known), Of: 100})
	}
	return insight("time", rows, s.Sittings)
}
