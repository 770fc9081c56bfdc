package language

import (
	"slices"
	"strings"
)

// passageGap parts the passages of one piece of writing when they are looked at together.
const passageGap = "\n\n"

// PlacedFinding is a finding in one of several passages: Start and End count within passage number Passage, from 0.
type PlacedFinding struct {
	Passage int
	Finding
}

// Identified is one person, place or number of a piece of writing: its first finding, and how often it stands there.
type Identified struct {
	Finding
	Times int
}

// IdentifiersAcross looks at passages that belong together, such as the answers of one reflection, so that a name which
// only one of them makes known is found in all. Findings are in the order of the passages, then as in Identifiers. A
// combination that reaches over several passages is told in the first.
func IdentifiersAcross(passages []string, roster Roster) []PlacedFinding {
	starts := make([]int, len(passages))
	var whole strings.Builder
	for i, passage := range passages {
		if i > 0 {
			whole.WriteString(passageGap)
		}
		starts[i] = whole.Len()
		whole.WriteString(passage)
	}
	text := whole.String()
	counter := newSpanCounter(text)
	var placed []PlacedFinding
	var within *spanCounter
	at := -1
	for _, found := range Identifiers(text, roster) {
		from := counter.byteAt(found.Start)
		for at+1 < len(starts) && starts[at+1] <= from {
			at++
			within = newSpanCounter(passages[at])
		}
		one, ok := placeFinding(found, from-starts[at], passages[at], within)
		if ok {
			one.Passage = at
			placed = append(placed, one)
		}
	}
	return placed
}

// placeFinding counts a finding anew within its own passage. One that reaches beyond it is cut there if it is a
// combination, and otherwise left out: nothing that is one thing stands in two passages.
func placeFinding(found Finding, from int, passage string, within *spanCounter) (PlacedFinding, bool) {
	to := from + len(found.Text)
	if to > len(passage) {
		if found.Kind != IdentifierJigsaw || from >= len(passage) {
			return PlacedFinding{}, false
		}
		to = len(passage)
	}
	found.Text = passage[from:to]
	found.Start = within.codePointAt(from)
	counted := *within
	found.End = counted.codePointAt(to)
	return PlacedFinding{Finding: found}, true
}

// ReplaceAcross puts the key's pseudonyms in place of findings of IdentifiersAcross and gives the passages back in their
// order. What is said of Replace holds for each.
func ReplaceAcross(passages []string, findings []PlacedFinding, key *Key) []string {
	for _, passage := range passages {
		key.Reserve(passage)
	}
	of := make([][]Finding, len(passages))
	for _, found := range findings {
		if found.Passage >= 0 && found.Passage < len(of) {
			of[found.Passage] = append(of[found.Passage], found.Finding)
		}
	}
	out := make([]string, len(passages))
	for i, passage := range passages {
		out[i] = Replace(passage, of[i], key)
	}
	return out
}

// Gather lists each thing that was found once, in the order in which it first stands, with the pseudonym that the key
// has, or would give, for it. Combinations come last.
func Gather(passages []string, findings []PlacedFinding, key *Key) []Identified {
	for _, passage := range passages {
		key.Reserve(passage)
	}
	place := map[string]int{}
	var things, combinations []Identified
	for _, found := range findings {
		if found.Kind == IdentifierJigsaw {
			combinations = append(combinations, Identified{Finding: found.Finding, Times: 1})
			continue
		}
		if i, known := place[found.Key()]; known {
			things[i].Times++
			continue
		}
		found.Replacement = key.Assign(found.Finding)
		place[found.Key()] = len(things)
		things = append(things, Identified{Finding: found.Finding, Times: 1})
	}
	return append(things, combinations...)
}

// Holds says whether a text has any of the key's pseudonyms in it, so that Restore would change it.
func (k *Key) Holds(text string) bool {
	for _, place := range pseudonymPlaces(text) {
		folded := pseudonymFold(text[place.start:place.end])
		if slices.ContainsFunc(k.Entries, func(p Pseudonym) bool { return pseudonymFold(p.Text) == folded }) {
			return true
		}
	}
	return false
}

// Words says a kind in the words a person reads.
func (k IdentifierKind) Words() string {
	switch k {
	case IdentifierName, IdentifierSchool, IdentifierPlace:
		return string(k)
	case IdentifierCaseNumber:
		return "case or reference number"
	case IdentifierURL:
		return "web address"
	case IdentifierEmail:
		return "e-mail address"
	case IdentifierJigsaw:
		return "combination"
	case IdentifierPhone:
		return "phone number"
	case IdentifierVehicle:
		return "vehicle registration"
	}
	return pseudonymTags[k]
}
