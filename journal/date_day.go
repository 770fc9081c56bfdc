package journal

import (
	"sort"
	"time"
)

// days finds every reading of the tokens from a place as a day.
func (r *dateReader) days(at int) []dayRead {
	var out []dayRead
	for _, rule := range []func(int) []dayRead{
		r.figureDays, r.monthDays, r.numberedDays, r.namedDays, r.feasts, r.weekdays, r.countedDays, r.edges, r.stretches,
	} {
		out = append(out, rule(at)...)
	}
	return out
}

func oneDay(day time.Time, next int) []dayRead { return []dayRead{{day: day, next: next}} }

// figureDays reads 3/12, 3.12.26, 2026-12-03, and a weekday before them.
func (r *dateReader) figureDays(at int) []dayRead {
	weekday, at, named := r.weekdayBefore(at)
	first, ok := r.figure(at)
	mark := r.word(at + 1)
	if !ok || first.ordinal || mark != "/" && mark != "." && mark != "-" {
		return nil
	}
	second, ok := r.joinedFigure(at+1, mark)
	if !ok {
		return nil
	}
	var out []dayRead
	third, whole := r.joinedFigure(at+3, mark)
	switch {
	case whole:
		out = r.threeFigures([3]token{first, second, third}, at+5)
	case len(first.digits) <= 2 && len(second.digits) <= 2:
		if mark == "." && second.value > 12 {
			return nil // a time of day
		}
		out = r.inSomeYear(first.value, second.value, at+3)
	}
	if named {
		out = r.onlyOn(weekday, out)
	}
	return out
}

// joinedFigure reads the figure behind a mark, where the mark stands at a place and
// joins it to what is before.
func (r *dateReader) joinedFigure(at int, mark string) (token, bool) {
	tok, ok := r.figure(at + 1)
	return tok, ok && !tok.ordinal && r.word(at) == mark && r.joined(at, mark)
}

// joined says that a mark stands close between its figures; only a slash may
// have room around it.
func (r *dateReader) joined(at int, mark string) bool {
	return mark == "/" || (r.tokens[at].close && r.tokens[at+1].close)
}

// threeFigures reads day, month and year, or with four figures first year,
// month and day. A year of one figure could be either end.
func (r *dateReader) threeFigures(f [3]token, next int) []dayRead {
	switch {
	case len(f[0].digits) == 4 && len(f[1].digits) <= 2 && len(f[2].digits) <= 2:
		next = r.isoTime(next)
		return r.ymd(f[0].value, f[1].value, f[2].value, next)
	case len(f[0].digits) > 2 || len(f[1].digits) > 2:
		return nil
	case len(f[2].digits) == 1:
		out := r.ymd(2000+f[2].value, f[1].value, f[0].value, next)
		if len(f[0].digits) == 1 {
			out = append(out, r.ymd(2000+f[0].value, f[1].value, f[2].value, next)...)
		}
		return out
	}
	year, ok := r.year(f[2])
	if !ok {
		return nil
	}
	return r.ymd(year, f[1].value, f[0].value, next)
}

// isoTime steps over the T between a date and a time as they are stored.
func (r *dateReader) isoTime(next int) int {
	if _, ok := r.figure(next + 1); ok && r.word(next) == "t" {
		return next + 1
	}
	return next
}

// year reads a year of four or two figures. Two figures reach twenty years
// ahead and else back, so that 85 is 1985.
func (r *dateReader) year(tok token) (int, bool) {
	switch {
	case tok.ordinal:
		return 0, false
	case len(tok.digits) == 4:
		return tok.value, true
	case len(tok.digits) == 2:
		century := r.today.Year() / 100 * 100
		year := century + tok.value
		if year > r.today.Year()+20 {
			year -= 100
		}
		return year, true
	}
	r.give(sayYear)
	return 0, false
}

func (r *dateReader) ymd(year, month, day, next int) []dayRead {
	if month > 12 && day <= 12 {
		r.give(sayDayFirst)
		return nil
	}
	if month < 1 || month > 12 {
		r.give(sayNoSuchMonth)
		return nil
	}
	if day < 1 || day > daysIn(year, time.Month(month)) {
		r.give(sayNoSuchDay)
		return nil
	}
	return oneDay(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), next)
}

// inSomeYear finds the years for a day and month without one.
func (r *dateReader) inSomeYear(day, month, next int) []dayRead {
	var found []time.Time
	for year := r.today.Year() - 8; year <= r.today.Year()+8; year++ {
		if month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, time.Month(month)) {
			found = append(found, time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
		}
	}
	if len(found) == 0 {
		return r.ymd(r.today.Year(), month, day, next) // says why
	}
	return asReads(r.nearest(found), next)
}

// nearest chooses among the same day of several years. Looking behind it is the
// last one. Looking ahead it is the next, but where the last is nearer than the
// next both are given: "3/11" late in November is as likely a slip as a plan
// for next year.
func (r *dateReader) nearest(found []time.Time) []time.Time {
	sort.Slice(found, func(i, j int) bool { return found[i].Before(found[j]) })
	next := sort.Search(len(found), func(i int) bool { return !found[i].Before(r.today) })
	if r.lean == behind {
		if next < len(found) && found[next].Equal(r.today) {
			return found[next : next+1]
		}
		if next == 0 {
			return nil
		}
		return found[next-1 : next]
	}
	if next == len(found) {
		return found[len(found)-1:]
	}
	if next > 0 && r.today.Sub(found[next-1]) < found[next].Sub(r.today) {
		return found[next-1 : next+1]
	}
	return found[next : next+1]
}

func asReads(days []time.Time, next int) []dayRead {
	var out []dayRead
	for _, day := range days {
		out = append(out, dayRead{day: day, next: next})
	}
	return out
}

// onlyOn keeps the readings that fall on a weekday that was named too.
func (r *dateReader) onlyOn(weekday time.Weekday, reads []dayRead) []dayRead {
	var out []dayRead
	for _, read := range reads {
		if read.day.Weekday() == weekday {
			out = append(out, read)
		}
	}
	if len(reads) > 0 && len(out) == 0 {
		r.give(sayOtherWeekday)
	}
	return out
}

// weekdayBefore reads a weekday in front of a date.
func (r *dateReader) weekdayBefore(at int) (time.Weekday, int, bool) {
	weekday, ok := weekdayNames[r.word(at)]
	if !ok {
		return 0, at, false
	}
	return weekday, r.skip(at+1, ","), true
}

// monthDays reads "3 December", "the 3rd of Dec 2026", "December 3, 26".
func (r *dateReader) monthDays(at int) []dayRead {
	weekday, at, named := r.weekdayBefore(at)
	at = r.skip(at, "the")
	var out []dayRead
	if day, next, ok := r.dayNumber(at); ok {
		next = r.skip(next, "of")
		next = r.skip(next, "-")
		if month, ok := monthNames[r.word(next)]; ok {
			out = r.withYear(day, int(month), next+1)
		}
	} else if month, ok := monthNames[r.word(at)]; ok {
		if day, next, ok := r.dayNumber(r.skip(at+1, "the")); ok {
			out = r.withYear(day, int(month), next)
		}
	}
	if named {
		out = r.onlyOn(weekday, out)
	}
	return out
}

// dayNumber reads the day of a month: 3, 3rd, third, twenty-first.
func (r *dateReader) dayNumber(at int) (int, int, bool) {
	if tok, ok := r.figure(at); ok {
		return tok.value, at + 1, len(tok.digits) <= 2
	}
	return r.wordNumber(at, ordinals)
}

// withYear reads the year that may follow, and also reads the date without it:
// in "3 December 10" the 10 may be a time.
func (r *dateReader) withYear(day, month, next int) []dayRead {
	at := r.skip(r.skip(next, ","), "-")
	tok, ok := r.figure(at)
	if ok && !tok.ordinal && len(tok.digits) > 1 && !timely[r.word(at+1)] {
		if year, ok := r.year(tok); ok {
			out := r.ymd(year, month, day, at+1)
			if len(tok.digits) == 2 && tok.value <= 12 {
				out = append(out, r.inSomeYear(day, month, next)...)
			}
			return out
		}
	}
	return r.inSomeYear(day, month, next)
}

// timely holds what shows that the figure before it is no year.
var timely = map[string]bool{".": true, ":": true, "am": true, "pm": true, "hrs": true, "hours": true, "oclock": true}

// numberedDays reads "the 3rd" and "Thursday the 3rd": a day of this month or
// of one beside it.
func (r *dateReader) numberedDays(at int) []dayRead {
	weekday, at, named := r.weekdayBefore(at)
	number := r.skip(at, "the")
	tok, figure := r.figure(number)
	day, next, ok := r.dayNumber(number)
	if !ok || day < 1 || (figure && !tok.ordinal && (!named || number > at)) {
		return nil
	}
	if _, month := monthNames[r.word(r.skip(next, "of"))]; month || day > 31 {
		return nil
	}
	for words, months := range map[string]int{"this": 0, "next": 1, "last": -1} {
		if after, ok := r.words(next, "of", words, "month"); ok {
			return r.inMonth(day, months, after)
		}
	}
	reads := r.monthsAround(day, next)
	if !named {
		return reads[:1]
	}
	return r.onlyOn(weekday, reads)
}

// monthsAround is a numbered day in the two nearest months that have it, on the
// side of today that is looked at.
func (r *dateReader) monthsAround(day, next int) []dayRead {
	step := 1
	if r.lean == behind {
		step = -1
	}
	var out []dayRead
	for months := 0; len(out) < 2; months += step {
		for _, read := range r.tryMonth(day, months, next) {
			if read.day.Equal(r.today) || read.day.After(r.today) == (step > 0) {
				out = append(out, read)
			}
		}
	}
	return out
}

func (r *dateReader) inMonth(day, months, next int) []dayRead {
	reads := r.tryMonth(day, months, next)
	if len(reads) == 0 {
		r.give(sayNoSuchDay)
	}
	return reads
}

// tryMonth is a numbered day of the month so many months from this one, if it
// has one.
func (r *dateReader) tryMonth(day, months, next int) []dayRead {
	first := time.Date(r.today.Year(), r.today.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	if day > daysIn(first.Year(), first.Month()) {
		return nil
	}
	return oneDay(first.AddDate(0, 0, day-1), next)
}

var monthNames = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdayNames = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
}
