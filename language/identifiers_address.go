package language

// findAddresses finds streets with their number: "14 Mill Lane", "Flat 3, 9 Acacia Court", "12 high street", and a
// street without a number where it has a name of its own.
func (r *idReader) findAddresses() {
	for i := range r.words {
		if !r.taken[i] && r.flags[i]&flagRoad != 0 {
			r.address(i)
		}
	}
	for i := range r.words {
		if shape := r.words[i].shape; !r.taken[i] && (shape == shapeDigits || shape == shapeJoined) {
			r.numberedHouse(i)
		}
	}
}

// address looks back from a word such as Road. "Green Lane Mosque" and "Elm Grove Infants" are left to findSchools.
func (r *idReader) address(i int) {
	first, capitals := r.streetBack(i)
	if first == i || r.bearsStreet(i) {
		return
	}
	if number := first - 1; r.houseNumber(number, first) {
		r.takeAddress(r.unitBefore(number), i)
		return
	}
	next := i + 1
	if r.near(next) && r.has(next, flagSchool|flagSchoolKind|flagPlaceWord|flagPlaceKind) && (r.capital(next) || !r.capital(i) || r.in(next, groupPlaceSmall)) {
		return
	}
	r.bareStreet(first, i, capitals)
}

// streetBack reads the words of a street's name before word i and counts their capitals. Small words count for a road
// that cannot be taken for anything else.
func (r *idReader) streetBack(i int) (first, capitals int) {
	first = i
	sure := r.flags[i]&flagRoadSure != 0
	for j := i - 1; j >= i-4 && r.free(j) && !r.sentenceBreak(j+1); j-- {
		if r.gap(j+1)&^(gapSpace|gapApostrophe|gapHyphen|gapStop) != 0 {
			break
		}
		small := sure && i-j <= 3 && r.shape(j) == shapeLower && (r.can(j)&flagFunction == 0 || r.is(j, "the", "of", "st"))
		if !r.capital(j) && !small {
			break
		}
		if r.capital(j) {
			capitals++
		}
		first = j
		if r.words[j].begins {
			break
		}
	}
	return first, capitals
}

// bareStreet takes a street without a number: capitals throughout, and a word that streets alone have.
func (r *idReader) bareStreet(first, i, capitals int) {
	first = r.pastOf(first, i)
	for first < i && (!r.capital(first) || r.in(first, groupArticle) || r.words[first].begins) {
		first++
	}
	single := first == i-1
	switch {
	case first >= i || !r.capital(i) || capitals == 0 || r.flags[i]&flagRoadSure == 0:
	case single && r.in(first, groupStreetPlain):
	case r.in(i, groupStreetDoubtful) && r.lists.plain(nameFold(r.string(first))) && !r.is(first-1, "in", "on", "of", "off"):
	default:
		r.takeAddress(first, i)
	}
}

// houseNumber says whether word i is the number of a house that stands straight before word next.
func (r *idReader) houseNumber(i, next int) bool {
	if !r.free(i) || r.gap(next)&^(gapSpace|gapComma) != 0 || r.sentenceBreak(next) {
		return false
	}
	w := r.words[i]
	if w.shape == shapeDigits {
		return w.end-w.start <= 4
	}
	if w.shape != shapeJoined || w.end-w.start > 5 {
		return false
	}
	for at := w.start; at < w.end-1; at++ {
		if !isDigit(r.text[at]) {
			return false
		}
	}
	return true
}

// unitBefore widens an address to the flat before its number, and to the lower number of a pair.
func (r *idReader) unitBefore(number int) int {
	if r.gap(number) == gapHyphen && r.digits(number-1) {
		number--
	}
	switch {
	case r.free(number-1) && r.free(number-2) && r.can(number-2)&flagUnit != 0 && r.near(number-1) &&
		len(r.string(number-1)) <= 3:
		return number - 2
	case r.free(number-1) && r.can(number-1)&flagUnit != 0 && r.near(number):
		return number - 1
	}
	return number
}

// numberedHouse finds "lives at 14 Ashgrove": a number and a name after a word for where.
func (r *idReader) numberedHouse(i int) {
	const other = flagMonth | flagWord | flagNot | flagWeekday | flagGiven
	next := i + 1
	unit := r.free(i-1) && r.near(i) && r.can(i-1)&flagUnit != 0 || r.houseNumber(i-1, i) && r.can(i-2)&flagUnit != 0
	switch {
	case unit && r.unitInBuilding(i), unit && r.numberedBuilding(i), r.welshStreet(i), r.atNumber(i), r.numberedThe(i):
	case !r.houseNumber(i, next) || !r.near(next) || r.shape(next) != shapeTitle || r.taken[next] || r.has(next, other):
	case unit, r.is(i-1, "at"), r.in(i-1, groupHouseBefore) && r.before(i, 5, flagVerb):
		r.takeAddress(r.unitBefore(i), next)
	}
}

// numberedBuilding takes "Flat 112 Ocean Point": a flat's number and two capitals, whatever the words are.
func (r *idReader) numberedBuilding(i int) bool {
	last := i
	for last < i+3 && r.free(last+1) && r.near(last+1) && r.shape(last+1) == shapeTitle && r.flags[last+1]&(flagMonth|flagWeekday) == 0 {
		last++
	}
	if last < i+2 {
		return false
	}
	r.takeAddress(r.unitBefore(i), last)
	return true
}

// welshStreet takes "33 Heol y Felin": in Welsh the word for a street stands before its name.
func (r *idReader) welshStreet(i int) bool {
	next := i + 1
	if !r.houseNumber(i, next) || !r.near(next) || !r.in(next, groupStreetFirst) || !r.capital(next) {
		return false
	}
	last := next
	for last < next+3 && r.free(last+1) && r.near(last+1) && (r.capital(last+1) || r.is(last+1, "y", "yr", "a", "ar")) {
		last++
	}
	if last == next || !r.capital(last) {
		return false
	}
	r.takeAddress(r.unitBefore(i), last)
	return true
}

// atNumber takes the number of a house in "next door at number 41".
func (r *idReader) atNumber(i int) bool {
	if r.shape(i) != shapeDigits || len(r.string(i)) > 3 || !r.near(i) || !r.is(i-1, "number", "no") || !(r.is(i-2, "at") || r.streetFollows(i)) {
		return false
	}
	r.takeAddress(i, i)
	return true
}

func (r *idReader) takeAddress(first, last int) {
	last = r.streetAfter(last)
	r.take(IdentifierAddress, first, last, becauseAddress)
	if town := last + 1; r.townAfter(town) {
		end := town
		if r.near(town+1) && r.townWord(town+1) {
			end++
		}
		if r.closesTown(end + 1) {
			r.take(IdentifierPlace, town, end, becauseAfterAddress)
		}
	}
}

// townAfter says whether word i is a capital after an address and a comma that nobody's given name is.
func (r *idReader) townAfter(i int) bool { return r.gap(i) == gapComma|gapSpace && r.townWord(i) }

func (r *idReader) townWord(i int) bool {
	const other = flagGiven | flagTitle | flagKin | flagFunction | flagIs | flagMonth | flagWeekday | flagNot | flagPlace
	return r.free(i) && r.shape(i) == shapeTitle && !r.words[i].begins && r.flags[i]&other == 0
}

// closesTown says whether an address ends before word i: with the sentence, at another comma, or at a postcode.
func (r *idReader) closesTown(i int) bool {
	return r.sentenceBreak(i) || r.gap(i)&(gapComma|gapClose) != 0 || r.taken[i]
}
