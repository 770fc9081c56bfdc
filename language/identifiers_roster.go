package language

import "strings"

// idRules is a roster made ready to look up.
type idRules struct {
	people, schools, places, codes idPhrases
	roles                          map[string]Role
	shapes                         []string
}

// idPhrases are phrases by their first word, folded.
type idPhrases map[string][][]string

func readRoster(roster Roster) *idRules {
	rules := &idRules{
		people: idPhrases{}, schools: idPhrases{}, places: idPhrases{}, codes: idPhrases{}, roles: map[string]Role{},
	}
	for _, known := range roster.People {
		parts := rules.people.add(known.Name)
		rules.roles[strings.Join(parts, " ")] = known.Role
		for _, part := range parts {
			if len(parts) > 1 && len(part) >= 3 {
				rules.people[part] = append(rules.people[part], []string{})
				rules.roles[part] = known.Role
			}
		}
	}
	for _, school := range roster.Schools {
		rules.schools.add(school)
	}
	for _, place := range roster.Places {
		rules.places.add(place)
	}
	for _, code := range roster.Codes {
		rules.codes.add(code)
	}
	for _, shape := range roster.References {
		if shape != "" {
			rules.shapes = append(rules.shapes, shape)
		}
	}
	return rules
}

// add files a phrase and gives its folded words; a phrase without a letter or digit is left out.
func (p idPhrases) add(phrase string) []string {
	var parts []string
	for _, word := range spanWords(phrase) {
		parts = append(parts, nameFold(phrase[word.start:word.end]))
	}
	if len(parts) > 0 {
		p[parts[0]] = append(p[parts[0]], parts[1:])
	}
	return parts
}

// match says how many words from word i on are one of the phrases, the longest first, 0 where none is.
func (p idPhrases) match(r *idReader, i int) int {
	if len(p) == 0 {
		return 0
	}
	best := 0
	for _, rest := range p[nameFold(r.string(i))] {
		n := 1
		for _, word := range rest {
			if i+n >= len(r.words) || r.sentenceBreak(i+n) || nameFold(r.string(i+n)) != word {
				n = 0
				break
			}
			n++
		}
		best = max(best, n)
	}
	return best
}

// shaped says whether a code has one of the roster's shapes.
func (rules *idRules) shaped(code string) bool {
	for _, shape := range rules.shapes {
		if len(shape) == len(code) && shapedAs(code, shape) {
			return true
		}
	}
	return false
}

func shapedAs(code, shape string) bool {
	for i := range len(shape) {
		switch {
		case shape[i] == '9' && isDigit(code[i]):
		case shape[i] == 'A' && isLetterTo(code[i], 'Z'):
		case upperByte(shape[i]) == upperByte(code[i]):
		default:
			return false
		}
	}
	return true
}

// findRoster finds the people, schools and places that the person has listed. A listed name that is also an everyday
// word counts with a capital alone.
func (r *idReader) findRoster() {
	if len(r.rules.people)+len(r.rules.schools)+len(r.rules.places) == 0 {
		return
	}
	for i := 0; i < len(r.words); i++ {
		if r.taken[i] {
			continue
		}
		if n := r.rules.schools.match(r, i); n > 0 && r.allFree(i, n) {
			r.take(IdentifierSchool, i, i+n-1, becauseRoster)
			i += n - 1
			continue
		}
		if n := r.rules.places.match(r, i); n > 0 && r.allFree(i, n) {
			r.take(IdentifierPlace, i, i+n-1, becauseRoster)
			i += n - 1
			continue
		}
		n := r.rules.people.match(r, i)
		if n == 0 || !r.allFree(i, n) || n == 1 && !r.capital(i) && r.lists.plain(nameFold(r.string(i))) {
			continue
		}
		r.take(IdentifierName, i, i+n-1, becauseRoster)
		r.found[len(r.found)-1].role, r.found[len(r.found)-1].first = r.rosterRole(i, n), r.words[i].end
		i += n - 1
	}
}

func (r *idReader) allFree(i, n int) bool {
	for j := i; j < i+n; j++ {
		if r.taken[j] {
			return false
		}
	}
	return true
}

func (r *idReader) rosterRole(i, n int) Role {
	var parts []string
	for j := i; j < i+n; j++ {
		parts = append(parts, nameFold(r.string(j)))
	}
	if role := r.rules.roles[strings.Join(parts, " ")]; role != "" {
		return role
	}
	return RolePerson
}
