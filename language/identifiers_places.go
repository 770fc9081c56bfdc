package language

// findSchools finds schools, colleges and nurseries, and other places with a name of their own: hospitals, mosques,
// estates, children's centres. "St Cuthbert's" without a word for what it is comes last.
func (r *idReader) findSchools() {
	for i := range r.words {
		switch {
		case r.taken[i]:
		case r.flags[i]&(flagSchool|flagSchoolKind) != 0:
			if !r.school(i) && !r.schoolThenName(i) && r.flags[i]&flagPlaceWord != 0 {
				r.institution(i)
			}
		case r.flags[i]&flagPlaceWord != 0:
			r.institution(i)
		}
	}
	for i := range r.words {
		switch {
		case r.taken[i] || r.words[i].shape != shapeTitle:
		case r.is(i, "st", "saint"):
			r.saint(i)
		case r.in(i, groupSchoolFirst): // the Welsh and Irish words for a school stand before its name
			if last := max(r.nameEnd(i), r.titleRun(i, 6)); last > i {
				r.take(IdentifierSchool, i, last, becauseSchool)
			}
		}
	}
}

// school looks back from School, Academy or Primary for a name.
func (r *idReader) school(i int) bool {
	last := r.schoolEnd(i)
	first, named := r.nameBack(i)
	if start := r.smallNursery(i); start < first {
		r.take(IdentifierSchool, start, last, becauseSchool)
		return true
	}
	if !named || last == i && r.flags[i]&flagSchool == 0 && !r.in(i, groupSchoolSure) {
		return false
	}
	if !r.capital(i) && !r.smallSchool(first, i, last) || r.capital(i) && r.generic(first, i) {
		return false
	}
	r.take(IdentifierSchool, first, last, becauseSchool)
	return true
}

// schoolEnd reads on over the words for what a school is: "Primary School", "Academy Sixth Form".
func (r *idReader) schoolEnd(i int) int {
	last := i
	for r.free(last+1) && r.gap(last+1)&^(gapSpace|gapApostrophe|gapHyphen) == 0 && !r.sentenceBreak(last+1) &&
		r.can(last+1)&(flagSchool|flagSchoolKind) != 0 && (r.capital(last+1) || !r.capital(i)) {
		last++
	}
	for last > i && r.can(last)&flagSchool == 0 && r.in(last, groupSchoolTail) {
		last--
	}
	return last
}

// nameBack reads the words of a name that stand before word i, "St" and "of the" among them, and says whether there is
// one.
func (r *idReader) nameBack(i int) (first int, named bool) {
	first = i
	for j := i - 1; j >= i-4 && r.free(j) && !r.sentenceBreak(j+1); j-- {
		if r.gap(j+1)&^(gapSpace|gapApostrophe|gapHyphen|gapStop|gapAnd) != 0 || !r.nameBackWord(i, j) {
			break
		}
		first = j
		if r.words[j].begins {
			break
		}
	}
	for first < i && r.droppedFirst(first) {
		first++
	}
	return first, first < i
}

// nameBackWord says whether word j can be part of a name that ends before word i.
func (r *idReader) nameBackWord(i, j int) bool {
	const verbs = flagFunction | flagIs | flagTell | flagTellWith | flagIn | flagMove | flagVerb
	if r.capital(j) {
		return !r.words[j].begins || r.can(j)&verbs == 0
	}
	if r.shape(j) != shapeLower {
		return false
	}
	switch {
	case r.can(j)&(flagSchoolKind|flagPlaceKind) != 0:
		return true
	case r.is(j, "of", "and", "the"):
		return j > 0 && r.capital(j-1)
	case r.is(j, "st"):
		return true
	}
	return j == i-1-r.kindsBefore(i) && (!r.lists.plain(nameFold(r.string(j))) || r.is(j-1, "st"))
}

// droppedFirst says whether a word at the front of what was read back is no part of the name.
func (r *idReader) droppedFirst(i int) bool {
	kind := r.flags[i]&(flagSchoolKind|flagPlaceKind) != 0
	return r.in(i, groupNameDropped) || !r.capital(i) && kind || r.words[i].begins && r.has(i, flagKin|flagTell|flagVerb)
}

// kindsBefore counts the words of kind straight before word i: the "primary" of "oakfield primary school".
func (r *idReader) kindsBefore(i int) int {
	n := 0
	for j := i - 1; j > i-4 && r.free(j) && r.can(j)&(flagSchoolKind|flagPlaceKind) != 0 && r.shape(j) == shapeLower; j-- {
		n++
	}
	return n
}

// smallSchool says whether words typed small are a school all the same: "st mary's primary", "oakfield primary school",
// "Oakfield school".
func (r *idReader) smallSchool(first, i, last int) bool {
	school := r.flags[i]&flagSchool != 0 || last > i
	if r.is(first, "st") {
		return true
	}
	if r.has(first, flagNot|flagMonth|flagWeekday|flagKin|flagGiven|flagPlaceKind|flagSchoolKind) {
		return false
	}
	if r.capital(first) && !r.words[first].begins {
		return !r.generic(first, i) && (school || r.in(i, groupSchoolSure))
	}
	return !r.lists.plain(nameFold(r.string(first))) && !r.words[first].begins &&
		(r.flags[i]&flagSchoolKind != 0 || last > i)
}

// generic says whether the words before School, Centre or Court make no name: "Virtual School", "Family Court".
func (r *idReader) generic(first, i int) bool {
	const kinds = flagSchoolKind | flagPlaceKind | flagPlaceWord | flagFunction | flagKin | flagWeekday | flagCite
	for j := first; j < i; j++ {
		if r.can(j)&kinds == 0 && !r.in(j, groupGeneric) {
			return false
		}
	}
	return true
}

// saint takes "St Cuthbert's" by itself: a school where the sentence speaks of school.
func (r *idReader) saint(i int) {
	next := i + 1
	if !r.free(next) || r.gap(next)&^(gapSpace|gapStop) != 0 || r.shape(next) != shapeTitle ||
		r.in(next+1, groupSaintNot) || r.placeLength(i) > 0 {
		return
	}
	last := next
	if r.is(next+1, "and") && r.is(next+2, "st") && r.shape(next+3) == shapeTitle && r.free(next+3) {
		last = next + 3
	}
	if r.owner(next) || r.is(i-1, "at") || r.before(i, 8, flagSchool) {
		r.takeBytes(IdentifierSchool, r.words[i].start, r.words[last].after, i, becauseSchool)
		return
	}
	r.take(IdentifierPlace, i, last, becauseInstitution)
}

// institution finds a hospital, mosque, estate or centre with a name.
func (r *idReader) institution(i int) {
	if !r.capital(i) {
		r.smallInstitution(i)
		return
	}
	first, named := r.nameBack(i)
	if !named && r.placeThenName(i) {
		return
	}
	if !named {
		if next := i + 1; r.is(i, "hmp") && r.free(next) && r.near(next) && r.shape(next) == shapeTitle {
			r.take(IdentifierPlace, i, next, becauseInstitution) // HMP Northfield: the name follows
		}
		return
	}
	if r.personRather(first, i) || r.described(first, i) {
		return
	}
	last := i
	if r.in(i, groupCouncil) && r.is(i+1, "council") && r.capital(i+1) && r.free(i+1) {
		last = i + 1
	}
	r.take(IdentifierPlace, first, last, becauseInstitution)
}

// personRather says whether a place's word at word i is rather somebody's family name: Declan Ward is somebody, Albert
// Ward may be either.
func (r *idReader) personRather(first, i int) bool {
	if r.flags[i]&flagFamily == 0 {
		return false
	}
	return r.can(i-1)&flagGiven != 0 && !r.in(first-1, groupWhere) || r.is(i-1, "and") || r.cited(first)
}

// described says whether the words before a place's word only describe it: "Family Centre", "The Hospital".
func (r *idReader) described(first, i int) bool {
	return r.generic(first, i) || r.words[first].begins && r.lists.plain(nameFold(r.string(first))) ||
		!r.in(i, groupPlaceSure) && !r.ownName(first, i)
}

// ownName says whether the words before House, Centre or Council are a name rather than a description.
func (r *idReader) ownName(first, i int) bool {
	for j := first; j < i; j++ {
		listed := r.can(j)&(flagPlace|flagFamily|flagGiven) != 0 && r.can(j)&(flagWord|flagNot) == 0
		if listed || !r.lists.plain(nameFold(r.string(j))) && r.can(j)&(flagNot|flagWriter) == 0 {
			return true
		}
	}
	return r.in(first-1, groupWhere) && r.in(i, groupPlaceDoubtful) && r.shape(first) == shapeTitle
}

// findLongPlaces finds the places of several words, before anything else can take one of them.
func (r *idReader) findLongPlaces() {
	for i := 0; i < len(r.words); i++ {
		if r.taken[i] || r.flags[i]&flagPlaceFirst == 0 {
			continue
		}
		n := r.placeLength(i)
		if n > 1 && r.allFree(i, n) && (r.capital(i) || r.before(i, 1, flagIn|flagMove)) &&
			!r.has(i+n, flagSchool|flagSchoolKind|flagPlaceWord|flagRoad) {
			r.takePlace(i, i+n-1)
			i += n - 1
		}
	}
}

// findPlaces finds towns, districts and counties. One that is also an everyday word counts after a word for where
// alone. What no list knows counts as a place after "in" and "at".
func (r *idReader) findPlaces() {
	for i := range r.words {
		switch {
		case r.taken[i]:
		case r.flags[i]&flagPlace != 0 && !r.termOfTheField(i) && r.town(i):
			r.takePlace(i, i)
		case r.near(i) && r.shape(i) == shapeTitle && r.flags[i] == 0 && r.has(i-1, flagIn) && !r.words[i].begins:
			if !r.lists.plain(nameFold(r.string(i))) && !r.cited(i) && !r.phrase(i) {
				r.take(IdentifierPlace, i, i, becauseAfterPlace)
			}
		}
	}
}

func (r *idReader) town(i int) bool {
	where := r.near(i) && r.has(i-1, flagIn|flagMove)
	next := i + 1
	if r.near(next) && r.capital(next) && r.has(next, flagCite|flagNot) && !r.in(next, groupCouncil) {
		return false // the Rotherham Inquiry, the Bradford Model
	}
	switch {
	case r.shape(i) == shapeLower:
		return where && r.flags[i]&(flagWord|flagFunction|flagGiven|flagFamily) == 0
	case !r.capital(i):
		return false
	case r.flags[i]&(flagWord|flagMonth|flagIs) != 0:
		return where && r.flags[i]&flagMonth == 0 && !r.words[i].begins
	}
	return true
}

// takePlace widens a place to "City Council" and the like after it.
func (r *idReader) takePlace(first, last int) {
	for r.free(last+1) && r.near(last+1) && r.capital(last+1) && r.in(last+1, groupCouncil) {
		last++
	}
	r.take(IdentifierPlace, first, last, becauseTown)
}

// placeLength says how many words from word i on are a place of several words.
func (r *idReader) placeLength(i int) int {
	best := 0
	if r.flags[i]&flagPlaceFirst == 0 {
		return 0
	}
	for _, rest := range r.lists.places[nameFold(r.string(i))] {
		n := 1
		for _, word := range rest {
			if i+n >= len(r.words) || r.gap(i+n)&^(gapSpace|gapHyphen|gapStop) != 0 || r.sentenceBreak(i+n) ||
				nameFold(r.string(i+n)) != word {
				n = 0
				break
			}
			n++
		}
		best = max(best, n)
	}
	return best
}
