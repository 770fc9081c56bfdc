package language

import (
	"strconv"
	"strings"
)

// date finds a date that begins with a number: 12/03/2015, 2015-03-12, 12.3.15, 12 March, 12th of March 2015, 12/3
// after "on" and the like.
func (r *idReader) date(i int) bool {
	if r.byteBefore(r.words[i].start) == '/' || r.tightAfterDigit(i) {
		return false
	}
	if last := r.dateNumbers(i); last > 0 {
		return r.takeDate(i, last)
	}
	if last := r.dayMonth(i); last > 0 {
		return r.takeDate(i, last)
	}
	if ordinal, ok := r.dayNumber(i); ok && ordinal && r.near(i) && r.has(i-1, flagWeekday) {
		return r.takeDate(i-1, i) // Friday 3rd
	}
	return r.birthDigits(i)
}

// tightAfterDigit says whether word i goes on from a number before it, as the 03 of 12/03 does.
func (r *idReader) tightAfterDigit(i int) bool {
	gap := r.gap(i)
	return r.shape(i-1) == shapeDigits && i > 0 && r.words[i].start-r.words[i-1].after == 1 && gap&gapSpace == 0 &&
		gap&(gapStop|gapSlash) != 0
}

// dateNumbers reads a date all in figures and gives its last word, 0 where there is none.
func (r *idReader) dateNumbers(i int) int {
	gap := r.gap(i + 1)
	tight := r.digits(i+1) && r.words[i+1].start-r.words[i].after == 1 && r.byteAt(r.words[i].after) != '!' &&
		r.byteAt(r.words[i].after) != '?'
	if !tight || (gap != gapSlash && gap != gapStop && gap != gapHyphen) {
		return 0
	}
	whole := r.digits(i+2) && r.gap(i+2) == gap && r.words[i+2].start-r.words[i+1].after == 1
	if whole && !r.moreDigits(i+2) && dateWhole(r.string(i), r.string(i+1), r.string(i+2)) {
		return i + 2
	}
	if gap == gapSlash && !whole && r.dayAndMonth(i) {
		return i + 1
	}
	birth := gap != gapStop && dateBetween(r.string(i), 1, 12) && len(r.string(i+1)) == 4 && dateYear(r.string(i+1))
	if birth && r.bornBefore(i) {
		return i + 1
	}
	return 0
}

// dayAndMonth says whether "12/3" is a date: only after a word such as "on", or a day of the week, because a fraction
// looks the same.
func (r *idReader) dayAndMonth(i int) bool {
	return dateBetween(r.string(i), 1, 31) && dateBetween(r.string(i+1), 1, 12) && !r.is(i, "24") &&
		(r.in(i-1, groupDateLead) || r.has(i-1, flagWeekday))
}

// dateWhole says whether three numbers are day, month, year or year, month, day.
func dateWhole(first, second, third string) bool {
	if len(first) == 4 {
		return dateYear(first) && dateBetween(second, 1, 12) && dateBetween(third, 1, 31)
	}
	if !dateYear(third) || len(first) > 2 || len(second) > 2 {
		return false
	}
	return dateBetween(first, 1, 31) && dateBetween(second, 1, 12) || dateBetween(first, 1, 12) && dateBetween(second, 1, 31)
}

func dateYear(number string) bool {
	return len(number) == 2 || len(number) == 4 && dateBetween(number, 1900, 2100)
}

func dateBetween(number string, low, high int) bool {
	n, err := strconv.Atoi(number)
	return err == nil && len(number) <= 4 && n >= low && n <= high
}

// dayMonth reads a day and a month in words from word i, and the year where one follows; 0 where there is none.
func (r *idReader) dayMonth(i int) int {
	ordinal, ok := r.dayNumber(i)
	if !ok {
		return 0
	}
	month := i + 1
	if r.is(month, "of") && r.near(month) {
		month++
	}
	// A range shares its month: 12-14 March, 12th and 13th March.
	if _, second := r.dayNumber(month); second && (r.gap(month) == gapHyphen || r.gap(month)&gapDash != 0) {
		month++
	} else if _, second = r.dayNumber(month + 1); second && r.near(month+1) && r.is(month, "and", "to", "or") {
		month += 2
	}
	if !r.has(month, flagMonth) || r.gap(month)&^(gapSpace|gapHyphen|gapStop|gapSlash) != 0 || r.sentenceBreak(month) {
		return 0
	}
	last := r.yearAfter(month)
	if last == month && !ordinal && r.shape(month) == shapeLower && r.in(month, groupMonthWord) {
		return 0
	}
	return last
}

// dayNumber says whether word i is a day of a month, and whether it is written as 1st, 2nd, 12th.
func (r *idReader) dayNumber(i int) (ordinal, ok bool) {
	if !r.free(i) || (r.words[i].shape != shapeDigits && r.words[i].shape != shapeJoined) {
		return false, false
	}
	word := strings.ToLower(r.string(i))
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if number, found := strings.CutSuffix(word, ending); found {
			return true, dateBetween(number, 1, 31)
		}
	}
	return false, len(word) <= 2 && dateBetween(word, 1, 31)
}

// yearAfter gives the last word of a date whose month is word i: the year, if one follows, or the month.
func (r *idReader) yearAfter(month int) int {
	const gaps = gapSpace | gapComma | gapStop | gapHyphen | gapApostrophe | gapQuote | gapSlash
	year := month + 1
	if !r.digits(year) || r.sentenceBreak(year) || r.gap(year)&^gaps != 0 {
		return month
	}
	word := r.string(year)
	short := r.gap(year)&gapApostrophe != 0 || r.gap(year) == gapHyphen ||
		r.gap(year) == gapSpace && r.gap(year+1) != gapHyphen && !r.near(year+1)
	if len(word) == 4 && dateYear(word) || len(word) == 2 && short {
		return year
	}
	return month
}

// monthFirst finds a date that begins with its month: March 12th, March 12, 2015; and month and year alone where they
// are those of a birth.
func (r *idReader) monthFirst(i int) bool {
	day := i + 1
	if r.is(day, "the") && r.near(day) {
		day++
	}
	ordinal, ok := r.dayNumber(day)
	if !r.capital(i) && !r.in(i, groupMonthClear) && !(ok && ordinal) {
		return false
	}
	if ok && r.near(day) && (ordinal || day == i+1 && !r.timeAfter(day)) {
		last := day
		if year := last + 1; r.gap(year)&^(gapSpace|gapComma) == 0 && r.fullYear(year) {
			last = year
		}
		return r.takeDate(i, last)
	}
	if year := i + 1; r.near(year) && r.fullYear(year) && r.bornBefore(i) {
		return r.takeDate(i, year)
	}
	return false
}

// fullYear says whether word i is a year of four figures.
func (r *idReader) fullYear(i int) bool {
	return r.digits(i) && len(r.string(i)) == 4 && dateYear(r.string(i))
}

// timeAfter says whether word i is rather an hour or a count: "in May 3 visits", "March 10am".
func (r *idReader) timeAfter(i int) bool {
	return r.is(i+1, "am", "pm") || r.near(i+1) && r.shape(i+1) == shapeLower && !r.in(i+1, groupClockNext)
}

// birthDigits finds six or eight figures, or a year alone, after "DOB" or "born in".
func (r *idReader) birthDigits(i int) bool {
	word := r.string(i)
	switch n := len(word); {
	case r.shape(i) != shapeDigits:
		return false
	case n == 4 && dateBetween(word, 1900, 2100):
		if !(r.is(i-1, "in", "since") && r.is(i-2, "born") || r.is(i-1, "b") && r.gap(i-1)&gapOpen != 0) {
			return false
		}
	case n == 8 && dateWhole(word[:2], word[2:4], word[4:]), n == 6 && dateWhole(word[:2], word[2:4], word[4:]):
		if !r.before(i, 3, flagBorn) {
			return false
		}
	case n <= 2 && r.bornBefore(i) && r.near(i+1) && r.near(i+2) && r.digits(i+1) && r.digits(i+2) &&
		dateWhole(word, r.string(i+1), r.string(i+2)):
		return r.takeDate(i, i+2)
	default:
		return false
	}
	return r.takeDate(i, i)
}

// takeDate makes a finding of a date: of birth where the words around it say so.
func (r *idReader) takeDate(first, last int) bool {
	if r.birthDate(first, last) {
		r.take(IdentifierDateOfBirth, first, last, becauseBirth)
		return true
	}
	r.take(IdentifierDate, first, last, becauseDate)
	return true
}

func (r *idReader) birthDate(first, last int) bool {
	if r.bornBefore(first) {
		return true
	}
	for j := last + 1; j <= last+3 && j < len(r.words) && !r.sentenceBreak(j); j++ {
		if r.can(j)&flagBorn != 0 {
			return !r.is(j, "born") || r.is(j-1, "was", "is", "baby")
		}
		if j <= last+2 && r.is(j, "age", "aged") && r.gap(j)&gapOpen != 0 {
			return true
		}
	}
	open := r.gap(last+1)&gapOpen != 0 && r.digits(last+1) && len(r.string(last+1)) <= 2 && r.gap(last+2)&gapClose != 0
	return open || r.is(first-3, "turns", "turned", "turning") && r.within(first-3, first)
}

// bornBefore says whether a birth is spoken of before word i, with no other date than another birth's between.
func (r *idReader) bornBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-9; j-- {
		if r.sentenceBreak(j+1) && !(r.gap(j+1)&gapBlank == 0 && r.can(j)&flagBorn != 0) {
			return false
		}
		if r.can(j)&flagBorn != 0 || r.is(j, "b") && (r.is(j-1, "o") && r.is(j-2, "d") || r.gap(j)&gapOpen != 0) ||
			r.is(j, "baby") && r.is(j-1, "a") && r.is(j-2, "had") {
			return true
		}
		if r.taken[j] && r.shape(j) == shapeDigits && !r.bornDate(j) {
			return false
		}
		if r.in(j, groupDateStop) {
			return false
		}
	}
	return false
}

// bornDate says whether the last finding that ends at or before word j is a date of birth.
func (r *idReader) bornDate(j int) bool {
	for k := len(r.found) - 1; k >= 0; k-- {
		if f := r.found[k]; f.start <= r.words[j].start && f.end >= r.words[j].end {
			return f.kind == IdentifierDateOfBirth
		}
	}
	return false
}
