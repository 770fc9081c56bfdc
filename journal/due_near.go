package journal

import "slices"

// How many things with a day are told of on coming in, and how many days ahead.
const (
	nearShown = 3
	nearAhead = 7
)

// DueNear picks what is told of on coming in, from what is due in order: the
// next few of the week ahead by date, and where there is room the latest of what
// came before. Waiting is how many from before today are left over.
func DueNear(due []Due, today Date) (next []Due, waiting int) {
	past := 0
	for past < len(due) && due[past].On.Day() < today {
		past++
	}
	for _, d := range due[past:] {
		if len(next) < nearShown && d.On.Day() <= today.AddDays(nearAhead) {
			next = append(next, d)
		}
	}
	room := min(nearShown-len(next), past)
	return append(slices.Clone(due[past-room:past]), next...), past - room
}
