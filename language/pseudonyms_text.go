package language

import (
	"slices"
	"strings"
)

// pseudonymWords are the words of a kind's pseudonyms, whether they are counted in letters, and whether brackets go
// round them: what reads as a name stands in the sentence like one, what was a number or a date shows as a gap.
func pseudonymWords(kind IdentifierKind, role Role) (noun string, letters, tag bool) {
	switch kind {
	case IdentifierName:
		switch role {
		case RoleChild:
			return "Child", true, false
		case RoleParent:
			return "Parent", false, false
		case RoleProfessional:
			return "Professional", false, false
		}
		return "Person", true, false
	case IdentifierSchool:
		return "School", false, false
	case IdentifierPlace:
		return "Place", false, false
	}
	return pseudonymTags[kind], false, true
}

// pseudonymSample is some pseudonym of a sort.
func pseudonymSample(kind IdentifierKind, role Role) string {
	switch noun, letters, tag := pseudonymWords(kind, role); {
	case tag && kind == IdentifierAge:
		return "[age 1: 5 to 9]"
	case tag:
		return "[" + noun + " 1]"
	case letters:
		return noun + " A"
	default:
		return noun + " 1"
	}
}

var pseudonymTags = map[IdentifierKind]string{
	IdentifierNHSNumber: "NHS number", IdentifierNINO: "National Insurance number", IdentifierPostcode: "postcode",
	IdentifierPhone: "phone", IdentifierEmail: "email", IdentifierURL: "link", IdentifierDateOfBirth: "date of birth",
	IdentifierDate: "date", IdentifierAge: "age", IdentifierAddress: "address", IdentifierCaseNumber: "reference",
	IdentifierVehicle: "vehicle", IdentifierHandle: "handle",
}

// pseudonymGaps are what people put in brackets by hand where something was.
var pseudonymGaps = []string{"name", "names", "school", "place", "address", "date", "redacted", "phone", "email"}

// pseudonymBands are the age bands that a pseudonym shows, in years.
var pseudonymBands = []struct {
	below int
	words string
}{
	{1, "under 1"}, {5, "1 to 4"}, {10, "5 to 9"}, {14, "10 to 13"}, {18, "14 to 17"}, {25, "18 to 24"},
	{40, "25 to 39"}, {60, "40 to 59"}, {80, "60 to 79"}, {1 << 10, "80 or over"},
}

var ageNumbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90,
}

// pseudonymTagLength is the length in bytes of the pseudonym in brackets that begins a text, 0 where there is none.
func pseudonymTagLength(text string) int {
	end := strings.IndexByte(text[:min(len(text), 48)], ']')
	if len(text) == 0 || text[0] != '[' || end < 0 || !pseudonymTag(text[1:end]) {
		return 0
	}
	return end + 1
}

// pseudonymTag says whether what stands in brackets is a gap somebody left ("name"), or a tag with its number and, for an
// age, its band: "phone 1", "age 2: 5 to 9".
func pseudonymTag(inside string) bool {
	inside, band, banded := strings.Cut(inside, ": ")
	if banded && !pseudonymBand(band) {
		return false
	}
	if !banded && slices.ContainsFunc(pseudonymGaps, func(gap string) bool { return strings.EqualFold(inside, gap) }) {
		return true
	}
	noun, label, _ := cutLast(inside, " ")
	if label == "" || len(label) > 6 || strings.Trim(label, "0123456789") != "" {
		return false
	}
	for kind, tag := range pseudonymTags {
		if strings.EqualFold(noun, tag) {
			return banded == (kind == IdentifierAge)
		}
	}
	return false
}

func pseudonymBand(words string) bool {
	for _, band := range pseudonymBands {
		if strings.EqualFold(words, band.words) {
			return true
		}
	}
	return false
}

// pseudonymPlace is where a pseudonym stands, in bytes.
type pseudonymPlace struct{ start, end int }

// pseudonymPlaces finds everything in a text that has the form of a pseudonym.
func pseudonymPlaces(text string) []pseudonymPlace {
	var places []pseudonymPlace
	lists := nameLists()
	words := spanWords(text)
	for i, w := range words {
		if w.gap&gapBracket != 0 && w.start > 0 && text[w.start-1] == '[' {
			if length := pseudonymTagLength(text[w.start-1:]); length > 0 {
				places = append(places, pseudonymPlace{w.start - 1, w.start - 1 + length})
			}
			continue
		}
		if w.gap != gapSpace || i == 0 || !standInLabel(text, w) || words[i-1].after != words[i-1].end {
			continue
		}
		if before := words[i-1]; lists.look(text[before.start:before.end]).flags&flagStandIn != 0 {
			places = append(places, pseudonymPlace{before.start, w.end})
		}
	}
	return places
}

// standInLabel says whether a word is what follows the noun of a pseudonym: one or two capitals, or a number that no
// figures go on from. "Mum 0161 496 0000" and "mum 999-880" are no pseudonyms.
func standInLabel(text string, w spanWord) bool {
	n := w.end - w.start
	if w.shape == shapeDigits {
		return n <= 4 && text[w.start] != '0' && !figuresGoOn(text, w)
	}
	if n > 2 {
		return false
	}
	for at := w.start; at < w.end; at++ {
		if text[at] < 'A' || text[at] > 'Z' {
			return false
		}
	}
	return true
}

// figuresGoOn says whether more figures follow a number: over a hyphen, a slash or a full stop, or over a space after
// three figures or more.
func figuresGoOn(text string, w spanWord) bool {
	if w.end+1 >= len(text) || !isDigit(text[w.end+1]) {
		return false
	}
	switch text[w.end] {
	case '-', '/', '.':
		return true
	}
	return text[w.end] == ' ' && w.end-w.start >= 3
}
