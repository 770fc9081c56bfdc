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
	} else if ok && ordinal && r.dayAlone(i) {
		return r.takeDate(i, i)
	}
	if last := r.birthForeign(i); last > 0 {
		return r.takeDate(i, last)
	}
	return r.birthDigits(i)
}

// dayAlone says whether an ordinal is a day of some month by itself: "on the 14th", "by the 3rd", but not "on the 3rd visit".
func (r *idReader) dayAlone(i int) bool {
	if !r.near(i) || !r.is(i-1, "the") || !r.is(i-2, "on", "by", "until", "till", "since", "before") {
		return false
	}
	next := i + 1
	return r.sentenceBreak(next) || r.gap(next)&(gapComma|gapClose) != 0 || r.is(next, "and", "at", "but", "when", "because", "so")
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
	if !r.dateGoesOn(i) || (gap != gapSlash && gap != gapStop && gap != gapHyphen) {
		return 0
	}
	third := r.thirdNumber(i+2, gap)
	switch {
	case third && r.threeNumbers(i):
		return i + 2
	case gap == gapSlash && !third && r.dayAndMonth(i):
		return i + 1
	case gap != gapStop && r.monthAndYear(i) && r.bornBefore(i):
		return i + 1
	}
	return 0
}

// thirdNumber says whether word i goes on a date in figures over the same mark as before.
func (r *idReader) thirdNumber(i int, gap spanGap) bool {
	return (r.digits(i) || r.isoDay(i)) && r.gap(i) == gap && r.words[i].start-r.words[i-1].after == 1
}

// threeNumbers says whether the three numbers from word i on are a date, and nothing more follows them.
func (r *idReader) threeNumbers(i int) bool {
	if r.isoDay(i + 2) {
		return len(r.string(i)) == 4 && dateWhole(r.string(i), r.string(i+1), r.string(i + 2)[:2])
	}
	return !r.moreDigits(i+2) && dateWhole(r.string(i), r.string(i+1), r.string(i+2))
}

// isoDay says whether word i is a day with the hour joined to it: the 19T09 of 2024-11-19T09:30.
func (r *idReader) isoDay(i int) bool {
	if !r.free(i) || r.words[i].shape != shapeJoined {
		return false
	}
	word := r.string(i)
	return len(word) == 5 && word[2]|0x20 == 't' && isDigit(word[0]) && isDigit(word[1]) && isDigit(word[3]) && isDigit(word[4])
}

// dateGoesOn says whether one mark, and none that ends a sentence, parts the number at word i from the next.
func (r *idReader) dateGoesOn(i int) bool {
	mark := r.byteAt(r.words[i].after)
	return r.digits(i+1) && r.words[i+1].start-r.words[i].after == 1 && mark != '!' && mark != '?'
}

// monthAndYear says whether the numbers at words i and i+1 are a month and a year of four figures.
func (r *idReader) monthAndYear(i int) bool {
	return dateBetween(r.string(i), 1, 12) && len(r.string(i+1)) == 4 && dateYear(r.string(i+1))
}

// dayAndMonth says whether "12/3" is a date: only after a word such as "on", or a day of the week, because a fraction
// looks the same.
func (r *idReader) dayAndMonth(i int) bool {
	if !dateBetween(r.string(i), 1, 31) || !dateBetween(r.string(i+1), 1, 12) || r.is(i, "24") && r.is(i+1, "7") {
		return false
	}
	return r.in(i-1, groupDateLead) || r.has(i-1, flagWeekday|flagBorn) || r.pastTwelfth(i) || r.weekOrRange(i)
}

// weekOrRange says whether "w/c", "w/e" or the first date of a range stands before the numbers at word i.
func (r *idReader) weekOrRange(i int) bool {
	if r.is(i-1, "to", "and") && i > 2 && r.near(i) && r.taken[i-2] {
		return r.gap(i-2) == gapSlash
	}
	return r.is(i-1, "c", "e") && r.is(i-2, "w") && r.gap(i-1) == gapSlash
}

// pastTwelfth says whether a day after the twelfth stands before the month: no part of a whole is 26/11.
func (r *idReader) pastTwelfth(i int) bool {
	return dateBetween(r.string(i), 13, 31) && !(r.near(i+2) && r.shape(i+2) == shapeLower && r.lists.of(nameFold(r.string(i+2))) == 0)
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
	month = r.pastSecondDay(month)
	if !r.has(month, flagMonth) || r.gap(month)&^(gapSpace|gapHyphen|gapStop|gapSlash) != 0 || r.sentenceBreak(month) {
		return 0
	}
	last := r.yearAfter(month)
	if last == month && !ordinal && r.shape(month) == shapeLower && r.in(month, groupMonthWord) {
		return 0
	}
	return last
}

// pastSecondDay passes the second day of a range, which shares its month: 12-14 March, 12th and 13th March.
func (r *idReader) pastSecondDay(i int) int {
	if _, second := r.dayNumber(i); second && (r.gap(i) == gapHyphen || r.gap(i)&gapDash != 0) {
		return i + 1
	}
	if _, second := r.dayNumber(i + 1); second && r.near(i+1) && r.is(i, "and", "to", "or") {
		return i + 2
	}
	return i
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
		return r.takeDate(i, r.fullYearAfter(day))
	}
	if year := i + 1; r.near(year) && r.fullYear(year) && r.bornBefore(i) {
		return r.takeDate(i, year)
	}
	return false
}

// fullYearAfter gives the last word of a date whose day is word i: the year of four figures that follows, or the day.
func (r *idReader) fullYearAfter(day int) int {
	if year := day + 1; r.gap(year)&^(gapSpace|gapComma) == 0 && r.fullYear(year) {
		return year
	}
	return day
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
	if r.shape(i) != shapeDigits {
		return false
	}
	if len(word) <= 2 {
		return r.birthSpaced(i)
	}
	switch n := len(word); {
	case n == 4 && dateBetween(word, 1900, 2100):
		if !r.birthYear(i) {
			return false
		}
	case (n == 6 || n == 8) && dateWhole(word[:2], word[2:4], word[4:]):
		if !r.before(i, 3, flagBorn) {
			return false
		}
	default:
		return false
	}
	return r.takeDate(i, i)
}

// birthForeign reads a date of birth whose month is of another calendar or language, after "DOB" or "born": 12 Meskerem
// 2000. It gives its last word; 0 where there is none.
func (r *idReader) birthForeign(i int) int {
	_, day := r.dayNumber(i)
	straight := r.can(i-1)&flagBorn != 0 && r.gap(i)&^(gapSpace|gapColon|gapStop) == 0 || r.is(i-1, "on") && r.is(i-2, "born")
	if !day || !straight || !r.near(i+1) || r.shape(i+1) != shapeTitle || !r.near(i+2) || !r.fullYear(i+2) {
		return 0
	}
	return i + 2
}

// birthSpaced takes three numbers with spaces between them after "DOB" or "born": 12 03 2015.
func (r *idReader) birthSpaced(i int) bool {
	if !r.bornBefore(i) || !r.near(i+1) || !r.near(i+2) || !r.digits(i+1) || !r.digits(i+2) {
		return false
	}
	return dateWhole(r.string(i), r.string(i+1), r.string(i+2)) && r.takeDate(i, i+2)
}

// birthYear says whether the words before word i make a year of birth of it: "born in", "(b."
func (r *idReader) birthYear(i int) bool {
	return r.is(i-1, "in", "since") && r.is(i-2, "born") || r.is(i-1, "b") && r.gap(i-1)&gapOpen != 0 || r.near(i) && r.has(i-1, flagBorn)
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
	return r.bracketedAge(last+1) || r.turnsThen(first) || r.describes(first, last) || r.bracketedBirth(first, last)
}

// bracketedAge says whether word i is a small number in brackets, as an age is after a date of birth.
func (r *idReader) bracketedAge(i int) bool {
	return r.gap(i)&gapOpen != 0 && r.digits(i) && len(r.string(i)) <= 2 && r.gap(i+1)&gapClose != 0
}

// bracketedBirth says whether a whole date stands in brackets after a name: Ana Reid (03/04/2015).
func (r *idReader) bracketedBirth(first, last int) bool {
	year := r.fullYear(last) || last == first+2
	return year && r.gap(first)&gapOpen != 0 && r.byteAt(r.words[last].end) == ')' && r.capital(first-1) &&
		r.can(first-1)&(flagGiven|flagFamily) != 0
}

// turnsThen says whether an age that is to come stands before a date: "he's 18 next week on the 23rd", "turns 9 on 3 May".
func (r *idReader) turnsThen(first int) bool {
	j := first - 1
	for r.is(j, "on", "the", "next", "this", "coming", "week", "month") || r.has(j, flagWeekday) {
		j--
	}
	if j < first-7 || j < 1 || !r.within(j-1, first) {
		return false
	}
	number := r.shape(j) == shapeDigits && len(r.string(j)) <= 2 || r.can(j)&flagAgeWord != 0
	return number && (r.short(j-1) || r.is(j-1, "turns", "turned", "turning", "be", "is"))
}

// describes says whether a date is that by which somebody is told from others of the name: "Tam Reid, 14 July 1979, of".
func (r *idReader) describes(first, last int) bool {
	return r.gap(first) == gapComma|gapSpace && r.capital(first-1) && r.fullYear(last) && r.gap(last+1) == gapComma|gapSpace &&
		r.is(last+1, "of")
}

// bornBefore says whether a birth is spoken of before word i, with no other date than another birth's between.
func (r *idReader) bornBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-9; j-- {
		born := r.can(j)&flagBorn != 0
		if r.sentenceBreak(j+1) && !(r.gap(j+1)&gapBlank == 0 && born) {
			return false
		}
		if born || r.birthWord(j) {
			return true
		}
		otherDate := r.taken[j] && r.shape(j) == shapeDigits && !r.bornDate(j)
		if otherDate || r.in(j, groupDateStop) {
			return false
		}
	}
	return false
}

// birthWord says whether word j is the b of "d o b" or "(b.", or the baby of "had a baby".
func (r *idReader) birthWord(j int) bool {
	if r.is(j, "b") {
		return r.is(j-1, "o", "of") && r.is(j-2, "d") || r.gap(j)&gapOpen != 0 || r.bornStop(j)
	}
	return r.is(j, "baby") && r.is(j-1, "a") && r.is(j-2, "had")
}

// bornStop says whether word j is the b of "twins b. 2 February".
func (r *idReader) bornStop(j int) bool {
	return r.shape(j) == shapeLower && r.words[j].end-r.words[j].start == 1 && r.text[r.words[j].start] == 'b' &&
		r.shape(j+1) == shapeDigits && r.gap(j+1)&^(gapSpace|gapStop|gapColon) == 0
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
