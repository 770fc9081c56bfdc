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

// schoolThenName takes a name that follows the word for the school: "nursery Buttercups", "School Eastbrook Manor".
func (r *idReader) schoolThenName(i int) bool {
	next := i + 1
	if r.flags[i]&flagSchool == 0 || r.is(i, "sixth") || r.owner(i) || !r.near(next) {
		return false
	}
	if r.can(next)&(flagFamily|flagVerb) != 0 && r.titleRun(next, 4) == next {
		return false
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
	if r.shape(i) != shapeLower || r.flags[i]&flagSchool == 0 {
		return i
	}
	first := i
	for first > i-4 && r.free(first-1) && r.near(first) && r.can(first-1)&flagSchoolKind != 0 {
		first--
	}
	kinds := first
	for first > kinds-3 && r.free(first-1) && r.near(first) && r.smallNurseryWord(first-1) {
		first--
	}
	led := r.near(first) && (r.is(first-1, "at", "to", "from") || r.in(first-1, groupAttends))
	if !led || kinds-first < 2 {
		return i
	}
	return first
}

// smallNurseryWord says whether word i, typed small, can stand in the name of a nursery or school.
func (r *idReader) smallNurseryWord(i int) bool {
	const never = flagFunction | flagKin | flagVerb | flagIs | flagSchoolKind | flagPlaceKind | flagTell | flagMonth | flagWeekday |
		flagAgeWord | flagFaith | flagEthnic | flagChild
	switch {
	case r.is(i, "little"):
		return true
	case r.shape(i) != shapeLower || r.can(i)&never != 0:
		return false
	}
	return !r.in(i, groupSchoolSmallNot) && !r.in(i, groupGeneric) && !r.in(i, groupAttends)
}

// smallInstitution finds a place with a name whose word for what it is has no capital: "the Gascoigne estate", "Marsh Lane
// surgery".
func (r *idReader) smallInstitution(i int) {
	if !r.in(i, groupPlaceSmall) || !r.near(i) || r.owner(i-1) {
		return
	}
	first := i
	for first > i-3 && r.near(first) && r.smallInstitutionWord(first-1, first == i) {
		first--
	}
	single := first == i-1 && r.lists.plain(nameFold(r.string(first))) && r.flags[first]&flagFamily == 0
	if first < i && !single && !r.generic(first, i) {
		r.take(IdentifierPlace, first, i, becauseInstitution)
	}
}

// smallInstitutionWord says whether word i can stand in the name of a place; last says whether what the place is follows it.
func (r *idReader) smallInstitutionWord(i int, last bool) bool {
	const people = flagGiven | flagKin | flagTitle | flagNot | flagMonth | flagWeekday | flagFaith | flagEthnic | flagCite
	if !r.free(i) || r.shape(i) != shapeTitle || r.flags[i]&people != 0 {
		return false
	}
	return !r.words[i].begins || r.flags[i] == 0 && last
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
	switch {
	case r.words[i].begins:
		return false
	case r.is(i, "The"):
		return r.theHome(i)
	case r.flags[i]&(flagNot|flagTitle|flagKin) != 0 || r.can(i-1)&flagTitle != 0:
		return false
	case r.near(i) && r.is(i-1, "lives", "living", "lived") && r.flags[i] == 0 && !r.lists.plain(nameFold(r.string(i))):
		r.take(IdentifierPlace, i, r.titleRun(i, 3), becauseAfterPlace)
		return true
	}
	return r.careHome(i)
}

// theHome takes "The Gables" after a word for where.
func (r *idReader) theHome(i int) bool {
	next := i + 1
	const other = flagNot | flagCite | flagPlaceKind | flagSchoolKind | flagSchool
	if !r.has(i-1, flagIn) || r.words[i-1].begins || !r.free(next) || !r.near(next) || r.shape(next) != shapeTitle || r.flags[next]&other != 0 {
		return false
	}
	r.take(IdentifierPlace, i, r.titleRun(next, 3), becauseAfterPlace)
	return true
}

// careHome takes "Willow Court nursing home": a given name by itself may be that of somebody who lives there.
func (r *idReader) careHome(i int) bool {
	last := r.titleRun(i, 3)
	care := last + 1
	if last == i && r.flags[i]&flagGiven != 0 || !r.near(care) || !r.is(care, "nursing", "care", "residential", "children's") ||
		r.shape(care) != shapeLower || !r.is(care+1, "home") {
		return false
	}
	r.take(IdentifierPlace, i, care+1, becauseInstitution)
	return true
}
