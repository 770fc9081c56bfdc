package language

import "strings"

// nearlyAge says whether word i leads from a name to an age: "Ana nearly 8", "Sam, just 5,".
func (r *idReader) nearlyAge(i int) bool {
	parted := r.gap(i)&^(gapSpace|gapComma|gapOpen) == 0
	return parted && r.near(i+1) && r.digits(i+1) && r.free(i) && r.in(i, groupAgeNearly)
}

// ageOfYearGroup finds the age in brackets after a year at school: "Ana Reid Y8 (12)", "year 3 (7)".
func (r *idReader) ageOfYearGroup(i, last int) bool {
	if r.gap(i)&gapOpen == 0 || r.byteAt(r.words[last].end) != ')' || r.shape(i) != shapeDigits {
		return false
	}
	group := r.shape(i-1) == shapeJoined && r.text[r.words[i-1].start]|0x20 == 'y' && r.words[i-1].end-r.words[i-1].start <= 3
	return (group || r.shape(i-1) == shapeDigits && r.is(i-2, "year", "yr", "y")) && r.takeAge(i, last)
}

// ageAfterSex finds "F (34)", "M, 9," and "male 41": a letter or a word for somebody's sex before the number.
func (r *idReader) ageAfterSex(i, last int) bool {
	j := i - 1
	letter := r.is(j, "f", "m") && r.capital(j)
	if !letter && !r.is(j, "male", "female") || r.shape(i) != shapeDigits || len(r.string(i)) > 2 || r.ageBand(i, last) {
		return false
	}
	bracketed := r.gap(i)&gapOpen != 0 && r.byteAt(r.words[last].end) == ')'
	listed := r.gap(i) == gapComma|gapSpace && r.sentenceOrComma(last) && r.gap(j)&(gapComma|gapOpen) != 0
	straight := !letter && r.near(i) && r.sentenceOrComma(last)
	return (bracketed || listed || straight) && r.takeAge(i, last)
}

// sentenceOrComma says whether a comma, a bracket or the sentence's end follows word i.
func (r *idReader) sentenceOrComma(i int) bool {
	return r.sentenceBreak(i+1) || r.gap(i+1)&(gapComma|gapClose|gapSemicolon) != 0
}

// ageInUnits finds "baby Sam is 9 weeks," and "they are 18 months.": a person, and a stretch of time that ends there.
func (r *idReader) ageInUnits(i, last int) bool {
	unit := last + 1
	if !r.near(unit) || !r.is(unit, "week", "weeks", "wk", "wks", "month", "months", "mths", "years", "yrs") || !r.ageVerb(i) ||
		r.ageBand(i, last) || !r.sentenceOrComma(unit) {
		return false
	}
	return r.takeAge(i, unit)
}

// ageAtEvent finds "at five he", "when she was 4", "since he was nine" that nothing else tells, and "turning five".
func (r *idReader) ageAtEvent(i, last int) bool {
	if !r.is(i-1, "was", "were") || !r.near(i) || !r.is(i-3, "when", "since", "until", "before", "after", "and") || !r.in(i-2, groupPersonPronoun) {
		return false
	}
	next := last + 1
	return (r.sentenceOrComma(last) || r.near(next) && !r.ageCounts(next)) && r.takeAge(i, last)
}

// andAHalf gives the byte with which an age ends after word last, a half sign counted in: "5½".
func (r *idReader) andAHalf(last int) int {
	end := r.words[last].end
	for _, part := range []string{"½", "¼", "¾"} {
		if strings.HasPrefix(r.text[end:], part) {
			return end + len(part)
		}
	}
	return end
}
