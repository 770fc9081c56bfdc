package language

import (
	"slices"
	"strings"
)

// IdentifierKind is what an identifier is, in the words of the machine format.
type IdentifierKind string

// The kinds of identifier. Jigsaw is a warning about a combination, not a thing to replace.
const (
	IdentifierNHSNumber   IdentifierKind = "nhs_number"
	IdentifierNINO        IdentifierKind = "nino"
	IdentifierPostcode    IdentifierKind = "postcode"
	IdentifierPhone       IdentifierKind = "phone"
	IdentifierEmail       IdentifierKind = "email"
	IdentifierURL         IdentifierKind = "url"
	IdentifierDateOfBirth IdentifierKind = "date_of_birth"
	IdentifierDate        IdentifierKind = "date"
	IdentifierAge         IdentifierKind = "age"
	IdentifierName        IdentifierKind = "name"
	IdentifierAddress     IdentifierKind = "address"
	IdentifierSchool      IdentifierKind = "school"
	IdentifierPlace       IdentifierKind = "place"
	IdentifierCaseNumber  IdentifierKind = "case_number"
	IdentifierVehicle     IdentifierKind = "vehicle"
	IdentifierHandle      IdentifierKind = "handle"
	IdentifierJigsaw      IdentifierKind = "jigsaw"
)

// IdentifierKinds returns every kind, in the order of the machine format.
func IdentifierKinds() []IdentifierKind {
	return []IdentifierKind{
		IdentifierNHSNumber, IdentifierNINO, IdentifierPostcode, IdentifierPhone, IdentifierEmail, IdentifierURL,
		IdentifierDateOfBirth, IdentifierDate, IdentifierAge, IdentifierName, IdentifierAddress, IdentifierSchool,
		IdentifierPlace, IdentifierCaseNumber, IdentifierVehicle, IdentifierHandle, IdentifierJigsaw,
	}
}

// Role is what a named person is in the text, as far as the words beside the name tell; it chooses the pseudonym.
type Role string

// The roles. A person of whom nothing is told is a RolePerson.
const (
	RolePerson       Role = "person"
	RoleChild        Role = "child"
	RoleParent       Role = "parent"
	RoleProfessional Role = "professional"
)

// Known is somebody on the person's own roster. Name may hold several words; each of three letters or more is then
// looked for on its own too. Role may be empty.
type Known struct {
	Name string
	Role Role
}

// Roster is what the person has told Sounding about their own work. The zero value is an empty roster.
type Roster struct {
	People  []Known
	Schools []string
	Places  []string
	// Codes are the subject codes and pseudonyms in use ("Heron", "Child A"): never a finding.
	Codes []string
	// References are shapes of the authority's own numbers: 9 stands for any digit, A for any letter, and every other
	// character for itself ("LCS-999999").
	References []string
}

// Finding is one identifier, or one combination that could identify. Start and End are as in Span.
type Finding struct {
	Kind       IdentifierKind
	Start, End int
	Text       string
	// Because is the reason in words a person can read.
	Because string
	// Replacement is the pseudonym that Replace would put there with a fresh key; empty for a jigsaw warning.
	Replacement string
	// Role is set on names.
	Role Role
}

// Key names a finding by its kind and its words alone, so that a disagreement can be kept and found again in another
// text or place. It holds what the person wrote: whoever keeps it must seal it.
func (f Finding) Key() string {
	return string(f.Kind) + ":" + foldSpaced(f.Text)
}

// WithoutIdentifiers leaves out the findings whose Key is in a set of disagreements.
func WithoutIdentifiers(findings []Finding, disagreed map[string]bool) []Finding {
	if len(disagreed) == 0 {
		return findings
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return disagreed[f.Key()] })
}

// Identifiers finds what could tell a reader who a text is about, sorted by start, then longest first. Findings do not
// overlap, but for jigsaw warnings. Pseudonyms ("Child A", "School 1", "[phone 1]") and the roster's codes are never
// findings, and replacing every finding leaves a text in which nothing more is found.
//
// It knows formats, names and the words beside them. It cannot recognise an event, a photograph or a turn of phrase by
// which somebody could be known: a person has to read the text as well.
func Identifiers(text string, roster Roster) []Finding {
	reader := &idReader{lists: nameLists(), rules: readRoster(roster)}
	found := reader.find(text)
	key := NewKey()
	key.prepare(len(found) / 2)
	key.reserve(text, reader.standIns)
	return idFindings(text, reader.settle(text, found), key)
}

// IdentifiersAround looks at the paragraph around a code point alone, for use while somebody types; spans are those of
// the whole text. What only the rest of the text tells (that a word was a name elsewhere) is missed until the whole
// text is looked at.
func IdentifiersAround(text string, codePoint int, roster Roster) []Finding {
	paragraph, from := paragraphAround(text, codePoint)
	findings := Identifiers(paragraph, roster)
	for i := range findings {
		findings[i].Start += from
		findings[i].End += from
	}
	return findings
}

// settle looks again at the text as it would read with every finding replaced, and adds what only then comes to light,
// until nothing more does. Without it a second replacement could change a text that had been replaced before.
func (r *idReader) settle(text string, found []idFound) []idFound {
	var before idWords
	for round := 0; ; round++ {
		masked, parts := idMask(text, found)
		if len(parts) == 0 {
			return found
		}
		if round == 0 {
			before = r.letGo(len(parts))
		}
		fresh := idBack(r.findAgain(masked, parts, before), parts)
		if len(fresh) == 0 {
			return found
		}
		found = append(found, fresh...)
		idSort(found)
	}
}

// idPart is a stretch of a masked text that is the original's own, at another place.
type idPart struct {
	masked, original, length int
}

// idMask replaces every finding but jigsaw warnings by a pseudonym of its sort; which one it is makes no difference to
// what is found beside it. No parts come back where there was nothing to replace.
func idMask(text string, found []idFound) (string, []idPart) {
	var out strings.Builder
	var parts []idPart
	at := 0
	out.Grow(len(text) + 4*len(found))
	for _, f := range found {
		if f.kind == IdentifierJigsaw {
			continue
		}
		parts = append(parts, idPart{masked: out.Len(), original: at, length: f.start - at})
		out.WriteString(text[at:f.start])
		out.WriteString(pseudonymSample(f.kind, f.role))
		at = f.end
	}
	if parts == nil {
		return text, nil
	}
	parts = append(parts, idPart{masked: out.Len(), original: at, length: len(text) - at})
	out.WriteString(text[at:])
	return out.String(), parts
}

// idBack gives the findings in a masked text their places in the original. Jigsaw warnings belong to the original, so
// they are left out, and so is what would reach into a replaced stretch.
func idBack(found []idFound, parts []idPart) []idFound {
	var fresh []idFound
	at := 0
	for _, f := range found {
		for at+1 < len(parts) && parts[at+1].masked <= f.start {
			at++
		}
		part := parts[at]
		if f.kind == IdentifierJigsaw || f.start < part.masked || f.end > part.masked+part.length {
			continue
		}
		f.start += part.original - part.masked
		f.end += part.original - part.masked
		fresh = append(fresh, f)
	}
	return fresh
}

// idFindings turns byte ranges into code points and gives every finding its pseudonym.
func idFindings(text string, found []idFound, key *Key) []Finding {
	if len(found) == 0 {
		return nil
	}
	starts, ends, jigsaws := newSpanCounter(text), newSpanCounter(text), newSpanCounter(text)
	findings := make([]Finding, 0, len(found))
	for _, f := range found {
		finding := Finding{
			Kind: f.kind, Start: starts.codePointAt(f.start), Text: text[f.start:f.end], Because: f.because, Role: f.role,
		}
		if f.kind == IdentifierJigsaw {
			finding.End = jigsaws.codePointAt(f.end)
		} else {
			finding.End = ends.codePointAt(f.end)
			finding.Replacement = key.pseudonym(f.kind, f.role, f.bare(text))
		}
		findings = append(findings, finding)
	}
	return findings
}

// idSort puts findings in order of their start, then the longest first.
func idSort(found []idFound) {
	slices.SortFunc(found, func(a, b idFound) int {
		switch {
		case a.start != b.start:
			return a.start - b.start
		case a.end != b.end:
			return b.end - a.end
		}
		return strings.Compare(string(a.kind), string(b.kind))
	})
}
