package language

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/*.txt
var nameData embed.FS

// nameFlag says what a word can be, as a set. The sections of data/cues.txt and the other lists give the flags.
type nameFlag uint64

const (
	flagWord       nameFlag = 1 << iota // an everyday word
	flagGiven                           // a given name
	flagFamily                          // a family name
	flagPlace                           // a place in the United Kingdom
	flagPlaceFirst                      // the first word of a place of several words
	flagNot                             // a capital that names no person: a body, a tool, a people, a faith
	flagWriter                          // a writer whom reflections cite
	flagTitle
	flagTitleLower
	flagProfessional
	flagParent
	flagChild
	flagKin
	flagVerb // what a person does: said, lives, cried
	flagIs
	flagTell
	flagTellWith
	flagNamed
	flagIn
	flagMove
	flagOwned
	flagRoad
	flagRoadSure
	flagUnit
	flagSchool
	flagSchoolKind
	flagPlaceWord
	flagPlaceKind
	flagMonth
	flagWeekday
	flagBorn
	flagAgeUnit
	flagAgeWord
	flagReference
	flagReferenceLabel
	flagVehicle
	flagPhoneCue
	flagPlatform
	flagCite
	flagQuoteVerb
	flagEthnic
	flagFaith
	flagCondition
	flagRare
	flagNotable
	flagAgeNot
	flagFunction
	flagDomain
	flagAbbreviation
	flagStandIn    // the noun of a pseudonym: Child A, School 1
	flagStandInTag // the first word of a pseudonym in brackets: [phone 1]
	flagSomebody   // he, she, they, family
	flagAmbiguous  // a name that is also something else, set for given and family names alone
)

// nameSections maps the sections of data/cues.txt to flags.
var nameSections = map[string]nameFlag{
	"title": flagTitle, "title lower": flagTitleLower, "professional": flagProfessional, "parent": flagParent,
	"child": flagChild, "kin": flagKin, "person verb": flagVerb, "is": flagIs, "tell": flagTell,
	"tell with": flagTellWith, "named": flagNamed, "locative": flagIn, "locative move": flagMove,
	"owned": flagOwned, "address word": flagRoad, "address sure": flagRoadSure, "unit": flagUnit,
	"school word": flagSchool, "school kind": flagSchoolKind, "place word": flagPlaceWord,
	"place kind": flagPlaceKind, "month": flagMonth, "weekday": flagWeekday, "born": flagBorn,
	"age unit": flagAgeUnit, "age word": flagAgeWord, "reference": flagReference,
	"reference label": flagReferenceLabel, "vehicle": flagVehicle, "phone cue": flagPhoneCue,
	"platform": flagPlatform, "cite": flagCite, "quote verb": flagQuoteVerb, "ethnic": flagEthnic,
	"faith": flagFaith, "condition": flagCondition, "rare": flagRare, "notable": flagNotable,
	"age not": flagAgeNot, "function lower": flagFunction, "domain": flagDomain,
	"abbreviation": flagAbbreviation, "somebody": flagSomebody, "pseudonym noun": flagStandIn, "pseudonym tag": flagStandInTag,
}

// nameLexicon is every list in data, folded and ready to look up.
type nameLexicon struct {
	entries nameTable             // by nameHash
	places  map[string][][]string // places of several words, by their first
}

// nameEntry is what a word can be and the small groups it belongs to, a bit for each.
type nameEntry struct {
	flags  nameFlag
	groups uint64
}

// nameLists reads the lists once, at the first text that is looked at.
var nameLists = sync.OnceValue(readNameLists)

func readNameLists() *nameLexicon {
	lists := &nameLexicon{
		entries: newNameTable(1 << 15), places: map[string][][]string{},
	}
	lists.readCues()
	lists.readPlain("data/words.txt", flagWord)
	lists.readPlain("data/notnames.txt", flagNot)
	lists.readPlain("data/writers.txt", flagWriter)
	lists.readPlain("data/given.txt", flagGiven)
	lists.readPlain("data/surnames.txt", flagFamily)
	lists.readPlaces()
	for _, name := range []string{"data/given.txt", "data/surnames.txt"} {
		for _, word := range nameListed(name) {
			if flags := lists.of(word); lists.alsoElse(word, flags) {
				lists.add(word, flagAmbiguous)
			}
		}
	}
	return lists
}

// alsoElse says whether a name is also an everyday word or a well-known something.
func (l *nameLexicon) alsoElse(word string, flags nameFlag) bool {
	const other = flagWord | flagNot | flagMonth | flagWeekday | flagKin | flagTitle | flagFunction | flagIs |
		flagVerb | flagFaith
	return flags&other != 0 || len(word) < 3 || (flags&flagGiven == 0 && l.plainStem(word))
}

func (l *nameLexicon) readPlain(name string, flag nameFlag) {
	for _, word := range nameListed(name) {
		l.add(word, flag)
	}
}

// readCues reads the sections of data/cues.txt: those that nameSections knows become flags, the others groups.
func (l *nameLexicon) readCues() {
	var flag nameFlag
	var groups uint64
	for _, line := range nameLines("data/cues.txt") {
		if section, found := strings.CutPrefix(line, "["); found {
			section = strings.TrimSuffix(section, "]")
			flag, groups = nameSections[section], 0
			if group, found := nameGroups[section]; found {
				groups = 1 << group
			}
			continue
		}
		for _, word := range strings.Fields(line) {
			l.entries.add(nameHash(nameFold(strings.TrimSuffix(word, "'s"))), nameEntry{flag, groups})
		}
	}
}

// readPlaces reads single places several to a line, and after the heading "more than one word" one place to a line.
func (l *nameLexicon) readPlaces() {
	several := false
	text, err := nameData.ReadFile("data/places.txt")
	if err != nil {
		return // the list is embedded: it cannot be missing from a program that was built
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if strings.HasPrefix(line, "#") {
			several = strings.HasPrefix(line, "# more than one word")
			continue
		}
		if !several {
			for _, word := range strings.Fields(line) {
				l.addPlace(word)
			}
			continue
		}
		l.addPlace(line)
	}
}

func (l *nameLexicon) addPlace(place string) {
	var parts []string
	for _, part := range strings.FieldsFunc(place, func(r rune) bool { return r == ' ' || r == '-' }) {
		parts = append(parts, nameFold(part))
	}
	switch len(parts) {
	case 0:
	case 1:
		l.add(parts[0], flagPlace)
	default:
		l.add(parts[0], flagPlaceFirst)
		l.places[parts[0]] = append(l.places[parts[0]], parts[1:])
	}
}

// add files a folded word of more than one letter under a flag.
func (l *nameLexicon) add(folded string, flag nameFlag) {
	if len(folded) > 1 {
		l.entries.add(nameHash(folded), nameEntry{flags: flag})
	}
}

// of gives what a folded word can be.
func (l *nameLexicon) of(folded string) nameFlag { return l.entries.find(nameHash(folded)).flags }

// nameListed gives the words of a plain list, folded; the parts of a hyphened one come singly, as a text is read.
func nameListed(name string) []string {
	var words []string
	for _, line := range nameLines(name) {
		for _, word := range strings.Fields(line) {
			word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
			for part := range strings.SplitSeq(word, "-") {
				words = append(words, nameFold(part))
			}
		}
	}
	return words
}

func nameLines(name string) []string {
	text, err := nameData.ReadFile(name)
	if err != nil {
		return nil // as above
	}
	var lines []string
	for line := range strings.SplitSeq(string(text), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// look gives what a word of the text can be, and its groups.
func (l *nameLexicon) look(word string) nameEntry {
	return l.entries.find(nameHashOf(word))
}

// The hash is FNV-1a (Fowler, Noll and Vo) of 64 bits over the folded bytes. Two of some 25,000 words, or a word of the
// text and one of them, share a hash about once in a trillion lists; what would come of it is one name more or less.
const (
	nameHashStart uint64 = 14695981039346656037
	nameHashPrime uint64 = 1099511628211
)

func nameHash(folded string) uint64 { return nameHashOn(nameHashStart, folded) }

func nameHashOn(hash uint64, folded string) uint64 {
	for i := range len(folded) {
		hash = (hash ^ uint64(folded[i])) * nameHashPrime
	}
	return hash
}

// nameHashOf folds and hashes a word.
func nameHashOf(word string) uint64 {
	if hash, ok := nameHashASCII(word); ok {
		return hash
	}
	return nameHash(nameFold(word))
}

// nameHashASCII folds and hashes an ASCII word in one go.
func nameHashASCII(word string) (uint64, bool) {
	hash := nameHashStart
	for i := range len(word) {
		b := word[i]
		switch {
		case b >= utf8.RuneSelf:
			return 0, false
		case b == '\'':
			continue
		case b >= 'A' && b <= 'Z':
			b += 'a' - 'A'
		}
		hash = (hash ^ uint64(b)) * nameHashPrime
	}
	return hash, true
}

// nameFoldASCII lower-cases a short ASCII word into a buffer, apostrophes left out.
func nameFoldASCII(buffer []byte, word string) ([]byte, bool) {
	if len(word) > cap(buffer) {
		return nil, false
	}
	for i := 0; i < len(word); i++ {
		b := word[i]
		switch {
		case b >= utf8.RuneSelf:
			return nil, false
		case b == '\'':
			continue
		case b >= 'A' && b <= 'Z':
			b += 'a' - 'A'
		}
		buffer = append(buffer, b)
	}
	return buffer, true
}

// nameLetters are the Latin letters that have no accent to take off and yet are typed without it.
var nameLetters = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ə': "e",
	'\'': "", '’': "", 'ʼ': "", '‘': "", '\u200c': "", '\u200d': "",
}

// nameFold lower-cases a word and takes off its accents and apostrophes, so that "Zoë", "ZOE" and "zoe" are one.
func nameFold(word string) string {
	var scratch [48]byte
	if folded, ok := nameFoldASCII(scratch[:0], word); ok {
		return string(folded)
	}
	var out strings.Builder
	for _, r := range norm.NFD.String(word) {
		r = unicode.ToLower(r)
		plain, found := nameLetters[r]
		switch {
		case found:
			out.WriteString(plain)
		case !unicode.Is(unicode.Mn, r):
			out.WriteRune(r)
		}
	}
	return out.String()
}

// plain says whether a folded word is everyday English, by the list or by the list and an ending.
func (l *nameLexicon) plain(word string) bool {
	return l.of(word)&(flagWord|flagFunction|flagIs|flagVerb|flagKin|flagMonth|flagWeekday) != 0 ||
		l.plainStem(word) || namePlainEnding(word)
}

// nameEndings are endings of English words with what may have stood in their place.
var nameEndings = []struct {
	ending string
	before []string
}{
	{"s", []string{"", "e"}}, {"es", []string{"", "e", "is"}}, {"ies", []string{"y", "ie"}}, {"ed", []string{"", "e"}},
	{"d", []string{"e"}}, {"ied", []string{"y"}}, {"ing", []string{"", "e"}}, {"er", []string{"", "e"}},
	{"ers", []string{"", "e"}}, {"ly", []string{"", "le"}}, {"y", []string{"", "e"}}, {"ness", []string{"", "y"}},
	{"ment", []string{""}}, {"ments", []string{""}}, {"ful", []string{""}}, {"less", []string{""}},
	{"able", []string{"", "e"}}, {"al", []string{"", "e"}}, {"ally", []string{"", "e"}}, {"ism", []string{"", "e"}},
	{"ist", []string{"", "e"}}, {"ists", []string{"", "e"}}, {"ity", []string{"", "e"}}, {"ion", []string{"", "e"}},
	{"ions", []string{"", "e"}}, {"ation", []string{"", "e"}}, {"ations", []string{"", "e"}},
	{"ical", []string{"y", "ic"}}, {"ship", []string{""}}, {"hood", []string{""}}, {"est", []string{"", "e"}},
	{"ier", []string{"y"}}, {"iest", []string{"y"}}, {"ily", []string{"y"}}, {"ive", []string{"", "e"}},
	{"ance", []string{"", "e"}}, {"ence", []string{"", "e"}}, {"or", []string{"", "e"}}, {"ors", []string{"", "e"}},
}

// plainWord says whether a folded word is on the list of everyday words as it stands.
func (l *nameLexicon) plainWord(word string) bool {
	return l.of(word)&(flagWord|flagFunction|flagIs) != 0
}

// nameDoubles are the endings before which a last letter is doubled: stopped, running, bigger.
var nameDoubles = map[string]bool{"ed": true, "ing": true, "er": true, "ers": true, "est": true, "y": true}

// plainStem says whether a word is an everyday one with an ending, or with its last letter doubled before an ending.
func (l *nameLexicon) plainStem(word string) bool {
	for _, rule := range nameEndings {
		stem, found := strings.CutSuffix(word, rule.ending)
		if !found || len(stem) < 3 {
			continue
		}
		for _, before := range rule.before {
			if l.entries.find(nameHashOn(nameHash(stem), before)).flags&flagWord != 0 {
				return true
			}
		}
		n := len(stem)
		if n > 3 && stem[n-1] == stem[n-2] && nameDoubles[rule.ending] && l.of(stem[:n-1])&flagWord != 0 {
			return true
		}
	}
	for _, prefix := range []string{"un", "re", "non", "multi", "inter", "over", "under", "mis", "dis", "pre", "self"} {
		rest, found := strings.CutPrefix(word, prefix)
		if found && len(rest) > 3 && l.of(rest)&flagWord != 0 {
			return true
		}
	}
	return false
}

// namePlainEnding tells a long word by an ending that names do not have.
func namePlainEnding(word string) bool {
	if len(word) < 8 {
		return false
	}
	for _, ending := range []string{
		"tion", "tions", "sion", "sions", "ness", "ment", "ments", "ology", "ologies", "ical", "ative", "ship",
		"ability", "ibility", "ingly", "graphy", "logist", "logists", "cally", "ising", "izing", "ised", "ional",
		"isation", "eering", "worthy", "ively", "ously", "fully", "lessly", "ishment",
	} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
