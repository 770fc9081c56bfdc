package journal

import "time"

func (r *dateReader) plus(days int) time.Time { return r.today.AddDate(0, 0, days) }

// monday is the first day of this week.
func (r *dateReader) monday() time.Time { return r.plus(-(int(r.today.Weekday()) + 6) % 7) }

// namedDays reads "today", "tomorrow", "this evening", "tomorrow week".
func (r *dateReader) namedDays(at int) []dayRead {
	for _, named := range []struct {
		words []string
		days  int
		part  partOfDay
	}{
		{[]string{"today"}, 0, noPart},
		{[]string{"tomorrow"}, 1, noPart},
		{[]string{"yesterday"}, -1, noPart},
		{[]string{"tonight"}, 0, evening},
		{[]string{"this", "morning"}, 0, morning},
		{[]string{"this", "afternoon"}, 0, afternoon},
		{[]string{"this", "evening"}, 0, evening},
		{[]string{"last", "night"}, -1, night},
		{[]string{"day", "after", "tomorrow"}, 2, noPart},
		{[]string{"day", "before", "yesterday"}, -2, noPart},
	} {
		if next, ok := r.words(r.skip(at, "the"), named.words...); ok {
			read := dayRead{day: r.plus(named.days), part: named.part, next: next}
			if named.part == noPart {
				return r.weeksOn(read)
			}
			return []dayRead{read}
		}
	}
	return nil
}

// weeksOn reads the "week" of "Thursday week" and the "fortnight" of "tomorrow
// fortnight" after a day.
func (r *dateReader) weeksOn(reads ...dayRead) []dayRead {
	for i := range reads {
		switch r.word(reads[i].next) {
		case "week":
			reads[i].day, reads[i].next = reads[i].day.AddDate(0, 0, 7), reads[i].next+1
		case "fortnight":
			reads[i].day, reads[i].next = reads[i].day.AddDate(0, 0, 14), reads[i].next+1
		}
	}
	return reads
}

// weekdays reads "Friday", "next Friday", "Friday week", "Friday of next week".
func (r *dateReader) weekdays(at int) []dayRead {
	if next, ok := r.words(at, "next", "week"); ok {
		next = r.skip(r.skip(next, ","), "on")
		if weekday, ok := weekdayNames[r.word(next)]; ok {
			return oneDay(r.inWeek(1, weekday), next+1)
		}
		return nil
	}
	which, next := "", r.skip(at, "the")
	if after, ok := r.words(next, "this", "coming"); ok {
		which, next = "coming", after
	} else if after := r.skip(next, "this", "next", "last", "coming"); after > next {
		which, next = r.word(next), after
	}
	weekday, ok := weekdayNames[r.word(next)]
	if !ok {
		return nil
	}
	next++
	if which == "" {
		if reads := r.weekdayOfWeek(weekday, next); reads != nil {
			return reads
		}
		return r.weeksOn(asReads(r.bareWeekday(weekday), next)...)
	}
	return asReads(r.whichWeekday(which, weekday), next)
}

// weekdayOfWeek reads what may follow a weekday to say of which week it is.
func (r *dateReader) weekdayOfWeek(weekday time.Weekday, next int) []dayRead {
	if after := r.skip(r.skip(next, "just"), "gone"); after > next {
		return oneDay(r.before(weekday), after)
	}
	start := r.skip(next, "of")
	for weeks, word := range []string{"this", "next"} {
		if after, ok := r.words(start, word, "week"); ok {
			return oneDay(r.inWeek(weeks, weekday), after)
		}
	}
	if after, ok := r.words(start, "last", "week"); ok {
		return oneDay(r.inWeek(-1, weekday), after)
	}
	return nil
}

func (r *dateReader) inWeek(weeks int, weekday time.Weekday) time.Time {
	return r.monday().AddDate(0, 0, 7*weeks+(int(weekday)+6)%7)
}

// after is the next such weekday, today left out; before the last one.
func (r *dateReader) after(weekday time.Weekday) time.Time {
	return r.plus((int(weekday-r.today.Weekday())+6)%7 + 1)
}

func (r *dateReader) before(weekday time.Weekday) time.Time {
	return r.plus(-((int(r.today.Weekday()-weekday)+6)%7 + 1))
}

// bareWeekday is the nearest such day on the side that is looked at; on that
// very weekday it may be today.
func (r *dateReader) bareWeekday(weekday time.Weekday) []time.Time {
	near := r.after(weekday)
	if r.lean == behind {
		near = r.before(weekday)
	}
	if weekday == r.today.Weekday() {
		return []time.Time{r.today, near}
	}
	return []time.Time{near}
}

// whichWeekday reads "this", "coming", "next" and "last" before a weekday.
// People differ over "next", and over "last" for a day of this same week.
func (r *dateReader) whichWeekday(which string, weekday time.Weekday) []time.Time {
	switch which {
	case "this":
		if weekday == r.today.Weekday() {
			return []time.Time{r.today}
		}
		return r.bareWeekday(weekday)
	case "coming":
		return []time.Time{r.after(weekday)}
	case "next":
		return []time.Time{r.after(weekday), r.after(weekday).AddDate(0, 0, 7)}
	}
	last := r.before(weekday)
	if last.Before(r.monday()) {
		return []time.Time{last}
	}
	return []time.Time{last, last.AddDate(0, 0, -7)}
}

// unit is what is counted: days, or months where days is 0.
type unit struct{ days, months int }

var units = map[string]unit{
	"day": {days: 1}, "days": {days: 1}, "week": {days: 7}, "weeks": {days: 7}, "wk": {days: 7}, "wks": {days: 7},
	"fortnight": {days: 14}, "fortnights": {days: 14},
	"month": {months: 1}, "months": {months: 1}, "year": {months: 12}, "years": {months: 12},
}

func (u unit) times(n int, from time.Time) time.Time {
	if u.days > 0 {
		return from.AddDate(0, 0, n*u.days)
	}
	return addMonths(from, n*u.months)
}

// countedDays reads "in a fortnight", "3 weeks", "a week on Friday", "two days
// before Christmas", "6 months ago".
func (r *dateReader) countedDays(at int) []dayRead {
	start := r.skip(at, "in", "within")
	count, next, ok := r.count(start)
	if !ok {
		count, next = 1, start // "week on Friday"
	}
	if r.word(next) == "working" {
		r.give(sayWorkingDays)
		return nil
	}
	u, known := units[r.word(next)]
	if !known {
		return nil
	}
	next++
	if ok {
		if reads := r.countedFromToday(u, count, next, start > at); reads != nil {
			return reads
		}
	}
	if start > at {
		return nil
	}
	return r.countedFromDay(u, count, next)
}

func (r *dateReader) countedFromToday(u unit, count, next int, in bool) []dayRead {
	on, ago := u.times(count, r.today), u.times(-count, r.today)
	if r.word(next) == "ago" {
		return oneDay(ago, next+1)
	}
	if after, ok := r.words(next, "from", "now"); ok {
		return oneDay(on, after)
	}
	if r.word(next) == "time" {
		return oneDay(on, next+1)
	}
	if r.followsCount(next) {
		return nil
	}
	if in || r.lean == ahead {
		return oneDay(on, next)
	}
	return asReads([]time.Time{ago, on}, next)
}

// followsCount says that a count goes on: it is from some other day.
func (r *dateReader) followsCount(at int) bool {
	switch r.word(at) {
	case "from", "after", "before", "on", "last", "next", "today", "tomorrow", "this":
		return true
	}
	_, weekday := weekdayNames[r.word(at)]
	return weekday
}

func (r *dateReader) countedFromDay(u unit, count, next int) []dayRead {
	sign := 1
	switch r.word(next) {
	case "before":
		sign, next = -1, next+1
	case "from", "after", "on":
		next++
	case "last":
		sign = -1 // a week last Friday
	case "today", "tomorrow", "next", "this":
	default:
		if _, ok := weekdayNames[r.word(next)]; !ok {
			return nil
		}
	}
	var out []dayRead
	for _, anchor := range r.days(next) {
		anchor.day = u.times(sign*count, anchor.day)
		out = append(out, anchor)
	}
	return out
}
