package language

// bearsStreet says whether a street's word at word i is rather somebody's family name: Ms Lane, Mr Okafor-Lane.
func (r *idReader) bearsStreet(i int) bool {
	j := i - 1
	for j > 0 && r.gap(j+1) == gapHyphen && r.capital(j) {
		j--
	}
	return r.capital(i) && r.can(j)&flagTitleLower != 0 && r.gap(j+1)&^(gapSpace|gapStop) == 0
}

// pastOf gives the first word of a street without a number, what stands before "of" left out: "Mr Reid of Castle Street".
func (r *idReader) pastOf(first, i int) int {
	for j := i - 1; j > first; j-- {
		if r.is(j, "of") && r.shape(j) == shapeLower {
			return j + 1
		}
	}
	return first
}

// streetFollows says whether a street is named soon after a house's number, in the same sentence: "number 41, at the top of
// Marsh Lane".
func (r *idReader) streetFollows(i int) bool {
	for j := i + 1; j <= i+10 && j < len(r.words) && !r.sentenceBreak(j); j++ {
		if r.taken[j] && r.flags[j]&flagRoad != 0 && r.capital(j) {
			return true
		}
	}
	return false
}

// titleRun reads on over capitals from word i, over hyphens and small Welsh, Irish and English particles, and gives the last.
func (r *idReader) titleRun(i, most int) int {
	last := i
	for n := 1; n < most; n++ {
		next := last + 1
		if !r.free(next) || r.gap(next)&^(gapSpace|gapHyphen|gapApostrophe) != 0 || r.sentenceBreak(next) {
			break
		}
		if r.capital(next) && r.flags[next]&(flagMonth|flagWeekday) == 0 {
			last = next
			continue
		}
		after := next + 1
		if !r.is(next, "y", "yr", "a", "ar", "of", "the", "and") || !r.free(after) || !r.capital(after) ||
			r.gap(after)&^(gapSpace|gapHyphen) != 0 || r.is(next, "and", "a") && r.gap(next) != gapHyphen {
			break
		}
		last = after
	}
	return last
}

// unitInBuilding takes "Room 14, Belvedere Hotel" and "Flat 9, Wolverton Point, Marsh Lane": a flat's number, a comma, the
// building, and the street where one follows.
func (r *idReader) unitInBuilding(i int) bool {
	next := i + 1
	if r.gap(next) != gapComma|gapSpace || !r.free(next) || r.shape(next) != shapeTitle {
		return false
	}
	last := r.titleRun(next, 4)
	if last == next || r.can(last)&(flagRoad|flagPlaceWord) == 0 && r.can(next)&(flagGiven|flagKin|flagTitle) != 0 {
		return false
	}
	r.takeAddress(r.unitBefore(i), last)
	return true
}

// numberedThe takes "3 The Old Creamery": a number, "The" with its capital, and a name.
func (r *idReader) numberedThe(i int) bool {
	next := i + 1
	if !r.houseNumber(i, next) || !r.near(next) || !r.is(next, "The") || r.shape(next) != shapeTitle || r.words[next].begins ||
		!r.near(next+1) || r.shape(next+1) != shapeTitle {
		return false
	}
	r.takeAddress(r.unitBefore(i), r.titleRun(next, 4))
	return true
}

// streetAfter reads on from a building to the street it stands in: "Flat 9, Wolverton Point, Marsh Lane".
func (r *idReader) streetAfter(last int) int {
	next := last + 1
	if r.gap(next) != gapComma|gapSpace || !r.free(next) || r.shape(next) != shapeTitle {
		return last
	}
	if end := r.titleRun(next, 3); end > next && r.flags[end]&flagRoadSure != 0 {
		return end
	}
	return last
}
