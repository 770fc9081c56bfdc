package journal

import "strconv"

// Counted is a number with its word: "1 step", "3 steps".
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
