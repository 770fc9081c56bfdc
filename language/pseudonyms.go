package language

import (
	"slices"
	"strconv"
	"strings"
)

// Pseudonym is one entry of a key: what stands in the text now, and the forms of what stood there, the first met first.
type Pseudonym struct {
	Kind  IdentifierKind `json:"kind"`
	Text  string         `json:"text"`
	Forms []string       `json:"forms"`
}

// Key keeps which pseudonym stands for what, so that "Child A" is the same child throughout a text and in every later
// text of the same subject. It can be marshalled to JSON and back. It undoes the pseudonyms, so it is to be kept sealed
// and never exported. A Key is not safe for use by two goroutines at once.
type Key struct {
	Entries []Pseudonym `json:"entries"`

	written  map[formKey]int  // a form as it was written, to its entry
	known    map[formKey]int  // a form folded, to its entry
	people   map[string][]int // first word of a name, folded, to entries
	used     map[string]bool  // pseudonyms in use by the writer's own hand, or since an earlier text
	counters map[string]int   // the last number given, by the words of the pseudonym
}

type formKey struct {
	kind IdentifierKind
	form string
}

// NewKey returns an empty key.
func NewKey() *Key { return &Key{} }

// Reserve keeps the pseudonyms that a text already has, whoever put them there, from being given to somebody else.
func (k *Key) Reserve(text string) {
	k.reserve(text, pseudonymPlaces(text))
}

func (k *Key) reserve(text string, places []pseudonymPlace) {
	k.prepare(0)
	for _, at := range places {
		k.used[pseudonymFold(text[at.start:at.end])] = true
	}
}

// Assign gives the pseudonym for a finding, the same as before where its person, place or number has one. A jigsaw
// warning has none.
func (k *Key) Assign(f Finding) string {
	if f.Kind == IdentifierJigsaw {
		return ""
	}
	return k.pseudonym(f.Kind, f.Role, f.Text)
}

// Replace puts the key's pseudonyms in place of the findings and changes nothing else. A finding that no longer stands
// where it says, a jigsaw warning, and one that begins inside another are left alone. With all of Identifiers' findings
// replaced, a second round changes nothing.
func Replace(text string, findings []Finding, key *Key) string {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b Finding) int { return a.Start - b.Start })
	key.Reserve(text)
	var out strings.Builder
	starts, ends, at := newSpanCounter(text), newSpanCounter(text), 0
	for _, f := range sorted {
		if f.Kind == IdentifierJigsaw {
			continue
		}
		from, to := starts.byteAt(f.Start), ends.byteAt(f.End)
		if from < at || to <= from || text[from:to] != f.Text {
			continue
		}
		out.WriteString(text[at:from])
		out.WriteString(key.Assign(f))
		at = to
	}
	out.WriteString(text[at:])
	return out.String()
}

// Restore puts back what the key's pseudonyms stand for. Where a person was named in several forms, the first that was
// met comes back in all places; everything else comes back as it was.
func Restore(text string, key *Key) string {
	real := make(map[string]string, len(key.Entries))
	for _, entry := range key.Entries {
		if len(entry.Forms) > 0 {
			real[pseudonymFold(entry.Text)] = entry.Forms[0]
		}
	}
	var out strings.Builder
	at := 0
	for _, place := range pseudonymPlaces(text) {
		form, found := real[pseudonymFold(text[place.start:place.end])]
		if !found || place.start < at {
			continue
		}
		out.WriteString(text[at:place.start])
		out.WriteString(form)
		at = place.end
	}
	out.WriteString(text[at:])
	return out.String()
}

// prepare builds what is looked up from the entries, which may have come from storage, with room for some more.
func (k *Key) prepare(expected int) {
	if k.known != nil {
		return
	}
	expected += len(k.Entries)
	k.written, k.known = make(map[formKey]int, expected), make(map[formKey]int, expected)
	k.people = make(map[string][]int, expected/2)
	k.used, k.counters = map[string]bool{}, map[string]int{}
	for i, entry := range k.Entries {
		k.used[pseudonymFold(entry.Text)] = true
		for _, form := range entry.Forms {
			k.file(i, entry.Kind, form, realFold(entry.Kind, form))
		}
	}
}

func (k *Key) file(entry int, kind IdentifierKind, form, folded string) {
	k.written[formKey{kind, form}] = entry
	k.known[formKey{kind, folded}] = entry
	if kind == IdentifierName {
		first, _, _ := strings.Cut(folded, " ")
		if !slices.Contains(k.people[first], entry) {
			k.people[first] = append(k.people[first], entry)
		}
	}
}

func (k *Key) pseudonym(kind IdentifierKind, role Role, form string) string {
	k.prepare(0)
	if entry, found := k.written[formKey{kind, form}]; found {
		return k.Entries[entry].Text
	}
	folded := realFold(kind, form)
	entry, found := k.known[formKey{kind, folded}]
	if !found && kind == IdentifierName {
		entry, found = k.samePerson(folded)
	}
	if !found {
		entry = len(k.Entries)
		k.Entries = append(k.Entries, Pseudonym{Kind: kind, Text: k.fresh(kind, role, form)})
	}
	k.Entries[entry].Forms = append(k.Entries[entry].Forms, form)
	k.file(entry, kind, form, folded)
	return k.Entries[entry].Text
}

// samePerson finds somebody known by a longer or a shorter form of a name: "Sarah" after "Sarah Khan", or the other way
// about. It joins two forms only where there is one person to join them to.
func (k *Key) samePerson(folded string) (int, bool) {
	first, rest, _ := strings.Cut(folded, " ")
	match, found := 0, false
	for _, entry := range k.people[first] {
		if rest != "" && !k.goesWith(entry, folded) {
			continue
		}
		if found {
			return 0, false
		}
		match, found = entry, true
	}
	return match, found
}

// goesWith says whether every form of an entry is the first name alone or begins with the same words.
func (k *Key) goesWith(entry int, folded string) bool {
	for _, form := range k.Entries[entry].Forms {
		other := realFold(IdentifierName, form)
		if !strings.HasPrefix(folded+" ", other+" ") && !strings.HasPrefix(other+" ", folded+" ") {
			return false
		}
	}
	return true
}

// fresh makes a pseudonym that nothing has yet.
func (k *Key) fresh(kind IdentifierKind, role Role, form string) string {
	noun, letters, tag := pseudonymWords(kind, role)
	for {
		k.counters[noun]++
		label := strconv.Itoa(k.counters[noun])
		if letters {
			label = pseudonymLetters(k.counters[noun])
		}
		text := noun + " " + label
		if tag {
			text = "[" + text + ageBand(kind, form) + "]"
		}
		if len(k.used) == 0 || !k.used[pseudonymFold(text)] { // the counters keep those given here apart
			return text
		}
	}
}

// pseudonymLetters counts A to Z, AA, AB and so on.
func pseudonymLetters(n int) string {
	label := ""
	for ; n > 0; n = (n - 1) / 26 {
		label = string(rune('A'+(n-1)%26)) + label
	}
	return label
}

// pseudonymFold makes two writings of a pseudonym one: the noun small, the band of an age left out.
func pseudonymFold(text string) string {
	text, _, _ = strings.Cut(strings.TrimSuffix(text, "]"), ":")
	noun, label, found := cutLast(text, " ")
	if !found {
		return strings.ToLower(text)
	}
	return strings.ToLower(noun) + " " + label
}

func cutLast(text, separator string) (before, after string, found bool) {
	at := strings.LastIndex(text, separator)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(separator):], true
}

// pseudonymSpacing takes off how a number is spaced.
var pseudonymSpacing = strings.NewReplacer(" ", "", "-", "", "\u00a0", "", "(", "", ")", "", ".", "")

// realFold makes two writings of the same thing one: names without case and accents, numbers without their spacing.
func realFold(kind IdentifierKind, form string) string {
	switch kind {
	case IdentifierName, IdentifierSchool, IdentifierPlace, IdentifierAddress:
		return foldSpaced(form)
	case IdentifierNHSNumber, IdentifierNINO, IdentifierPostcode, IdentifierPhone, IdentifierVehicle:
		return strings.ToUpper(pseudonymSpacing.Replace(form))
	case IdentifierEmail, IdentifierHandle:
		return strings.ToLower(form)
	}
	return form
}

// ageBand is what an age's pseudonym says of the age: ": 5 to 9", or nothing where the age could not be read.
func ageBand(kind IdentifierKind, form string) string {
	if kind != IdentifierAge {
		return ""
	}
	years, found := ageYears(form)
	if !found {
		return ""
	}
	bands := pseudonymBands
	for _, band := range bands {
		if years < band.below {
			return ": " + band.words
		}
	}
	return ": " + bands[len(bands)-1].words
}

// ageYears reads the years of an age such as "7-year-old", "six months old" or "aged twenty three".
func ageYears(form string) (int, bool) {
	years, found, unit := 0, false, 12
	for _, word := range spanWords(strings.ToLower(form)) {
		text := strings.ToLower(form)[word.start:word.end]
		figures := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
		if n, err := strconv.Atoi(figures); err == nil {
			years, found = years+n, true
			text = text[len(figures):]
		}
		if n, known := ageNumbers[text]; known {
			years, found = years+n, true
		}
		switch {
		case strings.HasPrefix(text, "mo"), strings.HasPrefix(text, "mth"), text == "m":
			unit = 1
		case strings.HasPrefix(text, "w"), strings.HasPrefix(text, "d"):
			unit = 0
		}
	}
	return years * unit / 12, found
}
