package language

// findAttended takes the school that somebody "attends", whatever it is called ("attends Fir Vale Grange"), and houses by
// their names.
func (r *idReader) findAttended() {
	for i := range r.words {
		if r.taken[i] || r.words[i].shape == shapeTitle && r.homeNamed(i) {
			continue
		}
		if r.in(i, groupAttends) && r.near(i+1) {
			if last := r.ownNameFrom(i + 1); last > 0 {
				r.take(IdentifierSchool, i+1, last, becauseSchool)
			}
		}
	}
}

// ownNameFrom gives the last of the capitals from word i on where they are a name of their own and nobody's; 0 where not.
func (r *idReader) ownNameFrom(i int) int {
	const other = flagGiven | flagTitle | flagKin | flagNot | flagPlace | flagMonth | flagWeekday | flagFunction | flagCite |
		flagPlaceFirst | flagSchool | flagSchoolKind | flagPlaceKind | flagProfessional | flagStandIn
	if !r.free(i) || r.shape(i) != shapeTitle || r.words[i].begins || r.flags[i]&other != 0 {
		return 0
	}
	last := r.titleRun(i, 4)
	unknown := false
	for j := i; j <= last; j++ {
		if r.flags[j]&(flagCite|flagProfessional|flagTitle|flagMonth|flagNot) != 0 {
			return 0
		}
		unknown = unknown || !r.lists.plain(nameFold(r.string(j))) || j > i && r.flags[j]&flagRoad != 0
	}
	if !unknown {
		return 0
	}
	return last
}

// schoolThenName takes a name that follows the word for the school: "nursery Buttercups", "School: Eastbrook Manor".
func (r *idReader) schoolThenName(i int) bool {
	next := i + 1
	if r.flags[i]&flagSchool == 0 || r.is(i, "sixth") || r.owner(i) || r.gap(next)&^(gapSpace|gapColon) != 0 || r.gap(next) == 0 {
		return false
	}
	if r.gap(next)&gapColon != 0 && !r.capital(i) {
		return false
	}
	begins := r.free(next) && r.words[next].begins
	if begins && r.gap(next)&gapColon == 0 || r.can(next)&(flagFamily|flagVerb) != 0 && r.titleRun(next, 4) == next {
		return false
	}
	if begins {
		r.words[next].begins = false
		defer func() { r.words[next].begins = true }()
	}
	last := r.ownNameFrom(next)
	if last == 0 {
		return false
	}
	r.take(IdentifierSchool, next, last, becauseSchool)
	return true
}

// smallNursery gives the first word of a school typed small after a word for where: "at little acorns nursery"; word i where
// there is none. One word, or one that every school could bear, is left to smallSchool.
func (r *idReader) smallNursery(i int) int {
	const never = flagFunction | flagKin | flagVerb | flagIs | flagSchoolKind | flagPlaceKind | flagTell | flagMonth | flagWeekday |
		flagAgeWord | flagFaith | flagEthnic | flagChild
	if r.shape(i) != shapeLower || r.flags[i]&flagSchool == 0 {
		return i
	}
	first := i
	for first > i-4 && r.free(first-1) && r.near(first) && r.can(first-1)&flagSchoolKind != 0 {
		first--
	}
	kinds := first
	for first > kinds-3 && r.free(first-1) && r.near(first) && r.shape(first-1) == shapeLower && r.can(first-1)&never == 0 &&
		!r.in(first-1, groupSchoolSmallNot) && !r.in(first-1, groupGeneric) && !r.in(first-1, groupAttends) {
		first--
	}
	led := r.near(first) && (r.is(first-1, "at", "to", "from") || r.in(first-1, groupAttends))
	if !led || kinds-first < 2 {
		return i
	}
	return first
}

// smallInstitution finds a place with a name whose word for what it is has no capital: "the Gascoigne estate", "Marsh Lane
// surgery".
func (r *idReader) smallInstitution(i int) {
	const people = flagGiven | flagKin | flagTitle | flagNot | flagMonth | flagWeekday | flagFaith | flagEthnic | flagCite
	if !r.in(i, groupPlaceSmall) || !r.near(i) || r.owner(i-1) {
		return
	}
	first := i
	for j := i - 1; j > i-4 && r.free(j) && r.near(j+1) && r.shape(j) == shapeTitle && r.flags[j]&people == 0; j-- {
		if r.words[j].begins && (r.flags[j] != 0 || j < i-1) {
			break
		}
		first = j
	}
	if first == i || r.generic(first, i) || first == i-1 && r.lists.plain(nameFold(r.string(first))) && r.flags[first]&flagFamily == 0 {
		return
	}
	r.take(IdentifierPlace, first, i, becauseInstitution)
}

// placeThenName takes a place whose word for what it is stands first: Masjid Al-Noor, Gurdwara Sri.
func (r *idReader) placeThenName(i int) bool {
	next := i + 1
	if !r.is(i, "masjid", "gurdwara", "mandir", "hospice") || !r.near(next) || r.shape(next) != shapeTitle {
		return false
	}
	last := r.titleRun(next, 3)
	r.take(IdentifierPlace, i, last, becauseInstitution)
	return true
}

// homeNamed takes a house by its name: "at The Gables", "Willow Court nursing home", "lives Larchmount".
func (r *idReader) homeNamed(i int) bool {
	next := i + 1
	switch {
	case r.words[i].begins || r.shape(i) != shapeTitle:
		return false
	case r.is(i, "The"):
		if !r.has(i-1, flagIn|flagMove) || !r.free(next) || !r.near(next) || r.shape(next) != shapeTitle || r.flags[next]&(flagNot|flagCite) != 0 {
			return false
		}
		r.take(IdentifierPlace, i, r.titleRun(next, 3), becauseAfterPlace)
		return true
	case r.flags[i]&(flagNot|flagTitle|flagKin) != 0 || r.can(i-1)&flagTitle != 0:
		return false
	}
	last := r.titleRun(i, 3)
	care := last + 1
	if (last > i || r.flags[i]&flagGiven == 0) && r.is(care, "nursing", "care", "residential", "children's") && r.is(care+1, "home") && r.near(care) && r.shape(care) == shapeLower {
		r.take(IdentifierPlace, i, care+1, becauseInstitution)
		return true
	}
	if r.is(i-1, "lives", "living", "lived") && r.near(i) && r.flags[i] == 0 && !r.lists.plain(nameFold(r.string(i))) {
		r.take(IdentifierPlace, i, last, becauseAfterPlace)
		return true
	}
	return false
}
