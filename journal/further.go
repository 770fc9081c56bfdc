package journal

import (
	"slices"
	"strings"
)

// leastShared is how many words a title's end and an excerpt's beginning share
// before they count as the same place.
const leastShared = 3

// Further is what the excerpt says beyond the title, since a title is often the
// beginning of the same text: without the words that the title ends with, and
// empty where it only repeats them.
func (h Hit) Further() string {
	title, excerpt := bareWords(h.Summary.Title), strings.Fields(h.Excerpt)
	bare := bareWords(h.Excerpt)
	if len(bare) == 0 || strings.Contains(strings.Join(title, " "), strings.Join(bare, " ")) {
		return ""
	}
	for shared := min(len(title), len(bare)); shared >= min(leastShared, len(title)) && shared > 0; shared-- {
		if slices.Equal(title[len(title)-shared:], bare[:shared]) {
			return strings.Join(excerpt[shared:], " ")
		}
	}
	return strings.Join(excerpt, " ")
}

// bareWords are the words of a text in lower case, without the marks round them.
func bareWords(text string) []string {
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		words[i] = strings.Trim(w, ".,;:!?…\"'“”‘’()")
	}
	return words
}
