package journal

import "sort"

// JotWalk is the id of the walk that a jot is written in.
const JotWalk = "jot"

// SortDue puts what is due in order: soonest first, then by reflection and
// local id, so that the order never depends on how it was gathered.
func SortDue(due []Due) {
	sort.SliceStable(due, func(i, j int) bool {
		a, b := due[i], due[j]
		if a.On != b.On {
			return a.On < b.On
		}
		if a.Reflection != b.Reflection {
			return a.Reflection < b.Reflection
		}
		return a.Ref < b.Ref
	})
}
