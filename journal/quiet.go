package journal

import "time"

// QuietMinutes is how long quiet minutes last. The number is ours: long enough
// to stop typing and short enough to fit before supervision.
const QuietMinutes = 5

// Quiet is a stretch of minutes in which a person takes their time. It ends by
// itself; nothing waits for it, and nothing is stored of it.
type Quiet struct{ until time.Time }

// QuietFrom begins quiet minutes.
func QuietFrom(now time.Time) Quiet {
	return Quiet{until: now.Round(0).Add(QuietMinutes * time.Minute)} // the wall clock, so that a closed lid counts
}

// Over says that the minutes have gone by.
func (q Quiet) Over(now time.Time) bool { return !now.Round(0).Before(q.until) }

// Left is how many minutes are left, one that has begun counted whole.
func (q Quiet) Left(now time.Time) int {
	left := q.until.Sub(now.Round(0))
	return int(max(left+time.Minute-1, 0) / time.Minute)
}
