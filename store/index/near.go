package index

import "unicode/utf8"

// longestNear is the longest word that near spellings are looked for, in bytes.
const longestNear = 48

// allowed is how many slips a word of a length may have to be near: none below
// three letters, one below six, else two.
func allowed(folded string) int {
	switch n := utf8.RuneCountInString(folded); {
	case n < 3 || len(folded) > longestNear:
		return 0
	case n < 6:
		return 1
	}
	return 2
}

// within says whether two folded words are no more than limit slips apart. A
// slip is a letter too many, too few or wrong, or two neighbours exchanged
// (optimal string alignment: Boytsov 2011, "Indexing methods for approximate
// dictionary searching").
func within(a, b string, limit int) bool {
	if len(a) > longestNear || len(b) > longestNear {
		return a == b
	}
	if d := len(a) - len(b); d > limit*utf8.UTFMax || -d > limit*utf8.UTFMax {
		return false
	}
	var bufferA, bufferB [longestNear]rune
	left, right := runes(bufferA[:0], a), runes(bufferB[:0], b)
	if d := len(left) - len(right); d > limit || -d > limit {
		return false
	}
	return distance(left, right, limit) <= limit
}

func runes(into []rune, text string) []rune {
	for _, r := range text {
		into = append(into, r)
	}
	return into
}

// distance gives how many slips two words are apart, or more than limit as soon
// as it must be.
func distance(a, b []rune, limit int) int {
	var rows [3][longestNear + 1]int
	last, row, next := rows[0][:], rows[1][:], rows[2][:]
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, last[j-2]+1)
			}
			next[j] = d
			least = min(least, d)
		}
		if least > limit {
			return least
		}
		last, row, next = row, next, last
	}
	return row[len(b)]
}
