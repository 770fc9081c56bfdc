package journal

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Several says that more than one choice fits what was typed, equally well.
// Choices holds them, in their order; two at least.
type Several struct{ Choices []Choice }

func (s *Several) Error() string {
	labels := make([]string, len(s.Choices))
	for i, c := range s.Choices {
		labels[i] = strings.TrimRight(titleOf(c.Label), ".?")
	}
	return saySeveral + strings.Join(labels, "; ") + "?"
}

// PickChoice finds the choice that a person meant: its number, its id or label,
// the beginning of either, else words that stand in its title (the label's
// first sentence), else beginnings of words in its title, else of words anywhere
// in its label. The first of these that any choice fits decides. A *Several error
// is returned where two fit it, a *Refusal where none fits any.
func PickChoice(choices []Choice, typed string) (Choice, error) {
	word := strings.ToLower(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(typed), ".")))
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(choices) {
		return choices[n-1], nil
	}
	words := strings.Fields(word)
	for _, fits := range []func(id, label string) bool{
		func(id, label string) bool { return word == id || word == label },
		func(id, label string) bool {
			return strings.HasPrefix(id, word) || strings.HasPrefix(label, word) || strings.HasPrefix(strings.ReplaceAll(id, "-", " "), word)
		},
		func(_, label string) bool { return strings.Contains(titleOf(label), " "+word) },
		func(_, label string) bool { return beginsWords(titleOf(label), words) },
		func(_, label string) bool { return beginsWords(label, words) },
	} {
		var found []Choice
		for _, c := range choices {
			if word != "" && fits(strings.ToLower(c.ID), strings.ToLower(c.Label)) {
				found = append(found, c)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return Choice{}, &Several{Choices: found}
		}
	}
	return Choice{}, &Refusal{Why: "Type a number from 1 to " + strconv.Itoa(len(choices)) + ", or the first letters of a choice."}
}

// titleOf is a label's first sentence: what follows it tells more of the choice
// and is not its name.
func titleOf(label string) string {
	if at := strings.Index(label, ". "); at >= 0 {
		return label[:at]
	}
	return label
}

// beginsWords says whether each word is the beginning of a word in the text,
// both in lower case.
func beginsWords(text string, words []string) bool {
	in := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
	for _, w := range words {
		if !slices.ContainsFunc(in, func(one string) bool { return strings.HasPrefix(one, w) }) {
			return false
		}
	}
	return len(words) > 0
}
