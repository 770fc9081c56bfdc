package language

import (
	"strconv"
	"strings"
)

// findAges finds exact ages: "aged 7", "7-year-old", "six months old", "7yo", "she is 7". A band ("under 5", "aged 16 to
// 25") is none. Ages beside a name, "Aisha (7)", are found with the names.
func (r *idReader) findAges() {
	for i := range r.words {
		if r.taken[i] {
			continue
		}
		switch {
		case r.words[i].shape == shapeDigits && r.words[i].end-r.words[i].start <= 3, r.flags[i]&flagAgeWord != 0:
			r.age(i)
		case r.words[i].shape == shapeJoined:
			r.joinedAge(i)
		}
	}
}

// age looks at a number in figures or words.
func (r *idReader) age(i int) {
	last, years := r.ageNumber(i)
	if years < 0 || years > 120 || !r.ageBeginning(i) {
		return
	}
	switch {
	case r.ageUnits(i, last):
	case r.agedBefore(i, last):
	case r.ageStated(i, last):
	case r.ageApposed(i, last):
	case r.ageListed(i, last):
	case r.ageOf(i, last):
	case r.ageOfYearGroup(i, last):
	case r.ageAfterSex(i, last):
	case r.ageInUnits(i, last):
	case r.ageAtEvent(i, last):
	}
}

// ageNumber reads a number: figures, or one or two words ("twenty three"). The number is -1 where it is none.
func (r *idReader) ageNumber(i int) (last, number int) {
	if r.words[i].shape == shapeDigits {
		n, err := strconv.Atoi(r.string(i))
		if err != nil || r.gap(i+1) == gapStop && r.digits(i+1) {
			return i, -1
		}
		return i, n
	}
	if r.in(i, groupTens) && r.has(i+1, flagAgeWord) &&
		(r.gap(i+1) == gapHyphen || r.near(i+1)) {
		return i + 1, 1
	}
	return i, 1
}

// ageBeginning says whether the number at word i is a number of its own, not the end of another or of a sum of money.
func (r *idReader) ageBeginning(i int) bool {
	before := r.byteBefore(r.words[i].start)
	if before == 0xa3 || before == '$' || before == '#' || before == '%' || before == '.' {
		return false
	}
	if r.shape(i-1) == shapeDigits && i > 0 && r.gap(i)&gapSpace == 0 {
		return false
	}
	return !(r.has(i-1, flagAgeWord) && r.near(i) && r.flags[i]&flagAgeWord != 0 && r.in(i-1, groupTens))
}

// ageUnits finds "7-year-old", "7 years old", "6 months of age", "7 y/o", "8 yrs".
func (r *idReader) ageUnits(i, last int) bool {
	unit := last + 1
	if !r.has(unit, flagAgeUnit) || r.gap(unit)&^(gapSpace|gapHyphen) != 0 {
		return false
	}
	end := r.ageUnitsEnd(i, unit)
	if end == 0 || r.ageThing(i, end) || r.ageBand(i, end) {
		return false
	}
	return r.takeAge(r.ageUnitsFrom(i), end)
}

// ageUnitsEnd gives the word with which an age ends whose unit ("years") is one word on from the number; 0 where it is no
// age but a stretch of time.
func (r *idReader) ageUnitsEnd(i, unit int) int {
	switch {
	case r.is(unit, "y", "yr", "yrs") && r.is(unit+1, "o", "old") && r.shortGap(unit+1):
		return unit + 1
	case r.is(unit, "yo"):
		return unit
	case r.is(unit+1, "old") && r.gap(unit+1)&^(gapSpace|gapHyphen) == 0:
		return unit + 1
	case r.is(unit+1, "olds"):
		return 0
	case r.is(unit+1, "of") && r.is(unit+2, "age"):
		return unit + 2
	case r.is(i-1, "aged", "age") && r.near(i):
		return unit
	}
	return 0
}

// ageUnitsFrom gives the word with which an age begins whose number is word i: "10 years and 4 months old", "aged 7".
func (r *idReader) ageUnitsFrom(i int) int {
	counted := r.digits(i-3) || r.has(i-3, flagAgeWord)
	if r.is(i-1, "and") && r.has(i-2, flagAgeUnit) && r.near(i) && r.near(i-1) && counted {
		i -= 3
	}
	if r.is(i-1, "aged", "age") && r.near(i) {
		i--
	}
	return i
}

// ageThing says whether it is a thing that is so old: "a ten-year-old policy", "the plan is 7 weeks old".
func (r *idReader) ageThing(first, last int) bool {
	return r.near(last+1) && (r.has(last+1, flagAgeNot) || r.has(last+2, flagAgeNot) && r.near(last+2)) ||
		r.is(first-1, "is", "was", "are") && r.has(first-2, flagAgeNot)
}

// ageBand says whether the number is one end of a range or a limit.
func (r *idReader) ageBand(i, last int) bool {
	if r.in(i-1, groupAgeLimit) && r.near(i) && !r.is(i-2, "just", "was", "is") {
		return true
	}
	next := last + 1
	if r.is(next, "to", "and") && r.near(next) && (r.digits(next+1) || r.has(next+1, flagAgeWord)) && r.near(next+1) {
		return r.is(next, "to")
	}
	return r.ageGoesUp(next) || r.ageSpan(last)
}

// ageGoesUp says whether word i makes a limit of the number before it: "7 and up", "16 or over".
func (r *idReader) ageGoesUp(i int) bool {
	return r.is(i, "and", "or") && (r.is(i+1, "up") || r.in(i+1, groupAgeLimit) && !r.is(i+1, "to", "from"))
}

// ageSpan says whether the number that ends at word last is written as one end of a span: 16+, 7-9, 7/8.
func (r *idReader) ageSpan(last int) bool {
	gap := r.gap(last + 1)
	joined := gap == gapHyphen || gap&gapDash != 0 || gap == gapSlash
	return r.byteAt(r.words[last].end) == '+' || joined && r.digits(last+1)
}

// agedBefore finds "aged 7", "age 7", "ages 4 and 7": each number of a list is an age.
func (r *idReader) agedBefore(i, last int) bool {
	j := i - 1
	if r.in(j, groupAgeSaid) && r.is(j-1, "age") || r.is(j, "just", "about", "approx", "approximately", "only", "around", "nearly") && r.is(j-1, "age", "aged") {
		j--
	}
	if !r.is(j, "aged", "age", "ages") || r.gap(i)&^(gapSpace|gapColon) != 0 || r.ageBand(i, last) ||
		r.is(j, "age") && r.in(j-1, groupAgeLimitLaw) {
		return false
	}
	start := j
	if r.taken[j] || r.gap(i)&gapColon != 0 || r.is(j, "ages") || j < i-1 {
		start = i
	}
	r.takeAge(start, last)
	r.ageList(last)
	return true
}

// ageList takes the further numbers of "aged 4, 6 and 9".
func (r *idReader) ageList(last int) {
	for {
		next := last + 1
		if r.is(next, "and") && r.near(next) {
			next++
		} else if r.gap(next)&^(gapSpace|gapComma|gapAnd) != 0 || r.gap(next)&(gapComma|gapAnd) == 0 {
			return
		}
		if r.is(next, "nearly", "almost", "soon", "now", "rising") && r.near(next+1) {
			next++
		}
		if !(r.digits(next) && len(r.string(next)) <= 2 || r.has(next, flagAgeWord)) || r.sentenceBreak(next) ||
			r.has(next+1, flagAgeUnit) && !r.is(next+2, "old") || r.ageCounts(next+1) {
			return
		}
		r.takeAge(next, next)
		last = next
	}
}

// ageCounts says whether word i, straight after a number, is a thing that is counted: "7 visits".
func (r *idReader) ageCounts(i int) bool {
	return r.near(i) && r.shape(i) == shapeLower && (!r.in(i, groupAgeGoesOn) || r.flags[i]&flagAgeUnit != 0)
}

// ageStated finds "is 7", "was just 14", "turned 9" after a person, and "8 and 10" after "the boys are".
func (r *idReader) ageStated(i, last int) bool {
	after := r.byteAt(r.words[last].end)
	if !r.near(i) || r.ageCounts(last+1) || r.ageBand(i, last) || after == '%' || after == ':' || r.is(last+1, "am", "pm") ||
		!r.ageVerb(i) {
		return false
	}
	if r.words[i].shape != shapeDigits && r.is(i, "one") && !r.sentenceBreak(last+1) {
		return false
	}
	r.takeAge(i, last)
	r.ageList(last)
	return true
}

// ageVerb says whether the words before word i say that a person is, was or turned it.
func (r *idReader) ageVerb(i int) bool {
	j := i - 1
	for j > i-4 && r.is(j, "only", "just", "now", "nearly", "almost", "about", "still", "both", "barely", "not", "yet", "already") && r.near(j+1) {
		j--
	}
	if r.is(j, "turned", "turns", "turning", "turn") || r.short(j) || r.ageToCome(j) || r.ageComing(i) {
		return true
	}
	return r.is(j, "is", "was", "were", "are", "being", "am") && r.agePerson(j-1)
}

// ageApposed finds an age beside a word for a person: "his sister, 22, has him", "the baby (5 months)", "the boys, 9 and
// 11,", "kids (3 & 5)".
func (r *idReader) ageApposed(i, last int) bool {
	if !r.ageBearer(i-1) || r.gap(i)&(gapComma|gapOpen) == 0 || r.ageBand(i, last) {
		return false
	}
	end := r.pastAgeUnits(last)
	after := r.byteAt(r.words[end].end)
	if after != ',' && after != ')' && !r.moreAges(end+1) {
		return false
	}
	r.takeAge(i, end)
	r.ageList(end)
	return true
}

// ageBearer says whether word i is a word for somebody who can be of an age.
func (r *idReader) ageBearer(i int) bool {
	if r.owner(i) {
		return false
	}
	return r.can(i)&(flagKin|flagChild) != 0 || r.in(i, groupAgePerson) || r.in(i, groupAgePlace)
}

// moreAges says whether "and" or "&" and another number follow at word i: the second of "9 and 11".
func (r *idReader) moreAges(i int) bool {
	if r.is(i, "and") {
		i++
	} else if r.gap(i)&gapAnd == 0 {
		return false
	}
	return r.digits(i) && len(r.string(i)) <= 2 && !r.ageCounts(i+1)
}

// ageListed finds ages straight after a word for a person, as in the lists of case notes: "sister 12, brother 9", "two
// boys 3 and 5".
func (r *idReader) ageListed(i, last int) bool {
	if !r.ageBearer(i-1) || r.shape(i) != shapeDigits || r.ageBand(i, last) {
		return false
	}
	end := r.ageAfterName(i)
	if end == 0 && r.near(i) && r.moreAges(i+1) {
		end = i
	}
	if end == 0 {
		return false
	}
	r.takeAge(i, end)
	r.ageList(end)
	return true
}

// ageComing says whether the words before word i lead up to an age: "rising 5", "just gone 13", "coming up to five", "going
// on 15".
func (r *idReader) ageComing(i int) bool {
	switch {
	case r.is(i-1, "rising"):
		return r.is(i-2, "is", "was", "now") || r.short(i-2)
	case r.is(i-1, "gone"):
		return r.is(i-2, "just")
	case r.is(i-1, "on"):
		return r.is(i-2, "going")
	case r.is(i-1, "to"):
		return r.is(i-2, "up") && r.is(i-3, "coming") && r.short(i-4) || r.is(i-2, "up") && r.is(i-3, "coming") && r.is(i-4, "is", "was")
	}
	return r.is(i-1, "up") && r.is(i-2, "coming") && (r.short(i-3) || r.is(i-3, "is", "was"))
}

// ageToCome says whether word j is the "be" of "he'll be 10" or "Tariq will be 10".
func (r *idReader) ageToCome(j int) bool {
	return r.is(j, "be") && (r.is(j-1, "he'll", "she'll", "he’ll", "she’ll") || r.is(j-1, "will") && r.agePerson(j-2))
}

// short says whether word i is a person and "is" in one: she's, he's, who's. The reader leaves the 's out of a word.
func (r *idReader) short(i int) bool {
	return r.is(i, "she", "he", "who") && r.words[i].after > r.words[i].end || r.is(i, "im", "i'm", "i’m")
}

// agePerson says whether word i is a person: a pronoun, a member of a family, a pseudonym or a capital that could be a
// name. "And is 7" belongs to whoever was spoken of before.
func (r *idReader) agePerson(i int) bool {
	if i < 0 {
		return false
	}
	if r.in(i, groupPersonPronoun) || r.in(i, groupAgePlace) || r.flags[i]&(flagKin|flagChild) != 0 {
		return true
	}
	if r.is(i, "and", "but") {
		return r.beforeIn(i, 12, groupPersonPronoun) || r.before(i, 12, flagKin|flagChild|flagGiven)
	}
	return r.flags[i]&flagGiven != 0 || r.capital(i) && !r.lists.plain(nameFold(r.string(i)))
}

// ageOf finds "a girl of 9", "a baby of six months", "her age as 16", "the eldest at 11" and "aunt and niece, both 7".
func (r *idReader) ageOf(i, last int) bool {
	if r.is(i-1, "both") && r.near(i) && r.gap(i-1)&gapComma != 0 && r.sentenceBreak(last+1) {
		return r.takeAge(i, last)
	}
	if !r.near(i) || !r.ageLead(i) || r.ageBand(i, last) {
		return false
	}
	if r.has(last+1, flagAgeUnit) && r.near(last+1) {
		last++
	} else if r.ageCounts(last + 1) {
		return false
	}
	return r.takeAge(i, last)
}

// ageLead says whether the words before word i lead to an age: "a girl of", "age as", "the eldest at".
func (r *idReader) ageLead(i int) bool {
	switch {
	case r.is(i-1, "of"):
		reached := r.is(i-2, "age") && r.is(i-3, "the") && r.is(i-4, "at", "since")
		return r.near(i-1) && (r.in(i-2, groupAgePerson) || reached)
	case r.is(i-1, "as", "at") && (r.is(i-2, "assessed") || r.is(i-3, "age") && r.near(i-1) && r.near(i-2)):
		return true // age assessed at 17
	case r.is(i-1, "as"):
		return r.is(i-2, "age")
	}
	return r.is(i-1, "at") && (r.in(i-2, groupAgePlace) || r.teenAt(i))
}

// teenAt says whether "at" and a number from 13 to 19 tell how old somebody was: "at 15 she left". Smaller numbers are
// hours too.
func (r *idReader) teenAt(i int) bool {
	return r.shape(i) == shapeDigits && dateBetween(r.string(i), 13, 19) && r.near(i+1) && r.is(i+1, "he", "she", "they", "i")
}

// joinedAge finds 7yo, 7yrs, 6m old, 15yr old.
func (r *idReader) joinedAge(i int) {
	word := strings.ToLower(r.string(i))
	figures := len(word) - len(strings.TrimLeft(word, "0123456789"))
	if figures == 0 || figures > 2 {
		return
	}
	old := r.is(i+1, "old") && r.gap(i+1)&^(gapSpace|gapHyphen) == 0
	last := i
	if old {
		last = i + 1
	}
	if r.birthdayOf(i, word[figures:]) || r.sexAndAge(i, word[figures:]) {
		r.takeAge(i, i)
		return
	}
	switch word[figures:] {
	case "yo", "yro", "yrold", "yearold":
	case "yr", "yrs", "y", "mth", "mths", "m", "mo", "wk", "wks", "months", "years":
		if !old && !r.yearsSaid(i) {
			return
		}
		if !old && r.gap(i+1) == gapSlash {
			last = i + 1
		}
	default:
		return
	}
	if !r.ageThing(i, last) {
		r.takeAge(i, last)
	}
}

// birthdayOf says whether an ordinal tells which birthday it was: "her 8th birthday".
func (r *idReader) birthdayOf(i int, ending string) bool {
	ordinal := ending == "st" || ending == "nd" || ending == "rd" || ending == "th"
	return ordinal && r.near(i+1) && r.is(i+1, "birthday", "bday")
}

// sexAndAge says whether a number and a letter in brackets are somebody's age and sex: "Ana Reid (34F)".
func (r *idReader) sexAndAge(i int, ending string) bool {
	return (ending == "f" || ending == "m" && r.capital(i-1)) && r.gap(i)&gapOpen != 0 && r.byteAt(r.words[i].end) == ')'
}

// yearsSaid says whether what stands beside years in one word with their number makes an age of them.
func (r *idReader) yearsSaid(i int) bool {
	return r.is(i+1, "o") && r.gap(i+1) == gapSlash || r.is(i-1, "aged", "age") || r.agePersonIs(i) || r.yearsApart(i)
}

// yearsApart says whether years in one word with their number stand between commas, or in brackets, after a name or a
// word for a person: "Ruairidh, 15yrs, from".
func (r *idReader) yearsApart(i int) bool {
	const apart = gapComma | gapOpen
	person := r.capital(i-1) || r.can(i-1)&(flagKin|flagChild) != 0
	if !r.joinedYears(i) {
		return false
	}
	return person && r.gap(i)&apart != 0 && (r.sentenceBreak(i+1) || r.closesBracket(i)) || r.near(i+1) && r.in(i+1, groupAgePerson)
}

func (r *idReader) agePersonIs(i int) bool {
	return r.is(i-1, "is", "was") && r.agePerson(i-2) && !r.ageCounts(i+1)
}

func (r *idReader) takeAge(first, last int) bool {
	last = r.pastHalf(last)
	r.takeBytes(IdentifierAge, r.words[first].start, r.andAHalf(last), first, becauseAge)
	return true
}
