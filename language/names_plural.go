package language

import "strings"

// familyPlural says whether word i is a family by its name: "the Khans", "the Okafors of Mill Lane". Where the family name
// is also a word ("the Woods") somebody must be told to do something.
func (r *idReader) familyPlural(i int) bool {
	word := nameFold(r.string(i))
	if r.shape(i) != shapeTitle || len(word) < 4 || word[len(word)-1] != 's' || !r.near(i) || !r.is(i-1, "the") {
		return false
	}
	base := r.lists.of(strings.TrimSuffix(word, "s")) | r.lists.of(strings.TrimSuffix(word, "es"))
	return base&flagFamily != 0 && r.familyRather(i, base)
}

// familyRather says whether the plural at word i, whose singular is a family name and whatever else base says, is a family.
func (r *idReader) familyRather(i int, base nameFlag) bool {
	const never = flagNot | flagMonth | flagWeekday | flagFaith | flagEthnic | flagKin | flagTitle |
		flagChild | flagProfessional
	next := i + 1
	if (base|r.flags[i])&never != 0 || r.near(next) && r.capital(next) {
		return false
	}
	if base&(flagWord|flagFunction) == 0 && r.flags[i]&flagWord == 0 && !r.lists.plain(nameFold(r.string(i))) {
		return true
	}
	return r.near(next) && r.has(next, flagVerb) && r.shape(next) == shapeLower
}

// stateOf says whether a name that is also a word begins a sentence that tells how a person was: "Grace was calm", "May was
// asleep". A month can be calm too.
func (r *idReader) stateOf(i int) bool {
	next := i + 1
	if !r.words[i].begins || r.shape(i) != shapeTitle || !r.near(next) || !r.is(next, "is", "was", "seemed", "looked") {
		return false
	}
	state := next + 1
	for state < next+3 && r.near(state) && r.is(state, "still", "very", "so", "quite", "really", "always", "already", "fast", "not") {
		state++
	}
	return r.near(state) && r.in(state, groupPersonState) && !(r.flags[i]&flagMonth != 0 && r.in(state, groupMonthState))
}

// comesAgainSmall says whether a word typed small is a known name met again: "rosie and jack hid" where Jack is named
// elsewhere. One that is also an everyday word needs a name or what a person does beside it.
func (r *idReader) comesAgainSmall(i int, known map[uint64]bool) bool {
	const never = flagFunction | flagIs | flagMonth | flagWeekday | flagNot | flagPlace | flagKin | flagTitle | flagVerb
	flags := r.flags[i]
	if r.shape(i) != shapeLower || flags&flagGiven == 0 || flags&never != 0 || r.words[i].end-r.words[i].start < 3 ||
		!known[nameHashOf(r.string(i))] {
		return false
	}
	next := i + 1
	does := r.near(next) && r.can(next)&flagVerb != 0 && r.can(next)&flagWord == 0
	return flags&flagWord == 0 || does || r.nameOver(i, -1) || r.nameOver(i, 1) || r.owner(i) && r.has(next, flagOwned)
}
