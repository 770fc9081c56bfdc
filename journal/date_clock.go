package journal

import "time"

// clockRead is one reading of a stretch of tokens as a time of day. Where
// settled is false the hour is from 1 to 12 and the half of the day is still
// open.
type clockRead struct {
	hour, minute int
	settled      bool
	figureOnly   bool // "9": nothing shows that it is a time
	dotted       bool // "9.30": could be a day and a month
	next         int
}

// partOfDay is a word such as "morning".
type partOfDay int

const (
	noPart partOfDay = iota
	morning
	afternoon
	evening
	night
)

var parts = map[string]partOfDay{
	"morning": morning, "afternoon": afternoon, "evening": evening, "night": night,
}

// partStart is the hour offered for a part of the day named without a time.
var partStart = map[partOfDay]int{morning: 9, afternoon: 14, evening: 19, night: 21}

// partAt reads "morning", "in the morning", "at night", "tonight".
func (r *dateReader) partAt(at int) (partOfDay, int) {
	next, ok := r.words(at, "in", "the")
	if !ok {
		next = r.skip(at, "at")
	}
	if part, ok := parts[r.word(next)]; ok {
		return part, next + 1
	}
	return noPart, at
}

// withPart is a day alone, or where a part of it was named, the choice between
// the day and a time within that part: a part cannot be stored, and dropping it
// unsaid would be a guess.
func withPart(day time.Time, part partOfDay) []Date {
	out := []Date{Date(day.Format(dayLayout))}
	if part != noPart {
		out = append(out, dateAt(day, partStart[part], 0))
	}
	return out
}

func dateAt(day time.Time, hour, minute int) Date {
	return Date(time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, time.UTC).Format(minuteLayout))
}

// on puts the time on a day. An open hour goes by the part of the day; without
// one, eight to twelve are the morning's and one to six the afternoon's, the
// hours people work, and seven is asked.
func (c clockRead) on(day time.Time, part partOfDay) []Date {
	var out []Date
	for _, hour := range c.hours(part) {
		out = append(out, dateAt(day, hour, c.minute))
	}
	return out
}

func (c clockRead) hours(part partOfDay) []int {
	if c.settled {
		if part != noPart && !fits(part, c.hour) {
			return nil
		}
		return []int{c.hour}
	}
	early, late := c.hour%12, c.hour%12+12
	if part == noPart {
		switch {
		case c.hour == 7:
			return []int{early, late}
		case c.hour <= 6 || c.hour == 12:
			return []int{late}
		}
		return []int{early}
	}
	for _, hour := range []int{early, late} {
		if fits(part, hour) {
			return []int{hour}
		}
	}
	return nil
}

// fits says whether an hour lies in a part of the day, generously.
func fits(part partOfDay, hour int) bool {
	switch part {
	case morning:
		return hour < 12
	case afternoon:
		return hour >= 12 && hour < 19
	case evening:
		return hour >= 16
	case night:
		return hour >= 18
	}
	return true
}

// clocks finds every reading of the tokens from a place as a time of day.
func (r *dateReader) clocks(at int) []clockRead {
	switch r.word(at) {
	case "noon", "midday":
		return []clockRead{{hour: 12, settled: true, next: at + 1}}
	case "midnight":
		// Friday midnight is where Friday starts or where it ends.
		return []clockRead{{hour: 0, settled: true, next: at + 1}, {hour: 24, settled: true, next: at + 1}}
	}
	if hour, next, ok := r.hourWord(at); ok && hour == 12 && (r.word(next) == "noon" || r.word(next) == "midday") {
		return []clockRead{{hour: 12, settled: true, next: next + 1}}
	}
	if clock, ok := r.spokenClock(at); ok {
		return r.halfOfDay(clock)
	}
	if clock, ok := r.figureClock(at); ok {
		return r.halfOfDay(clock)
	}
	if hour, next, ok := r.hourWord(at); ok {
		clock := clockRead{hour: hour, next: next, figureOnly: true}
		if after := r.skip(next, "oclock"); after > next {
			clock.next, clock.figureOnly = after, false
		}
		return r.halfOfDay(clock)
	}
	return nil
}

// hourWord reads an hour from 1 to 12, in figures or words.
func (r *dateReader) hourWord(at int) (int, int, bool) {
	if tok, ok := r.figure(at); ok {
		return tok.value, at + 1, !tok.ordinal && tok.value >= 1 && tok.value <= 12 && tok.digits[0] != '0'
	}
	hour, next, ok := r.wordNumber(at, cardinals)
	return hour, next, ok && hour <= 12
}

// figureClock reads "9.30", "9:30", "14:00", "1430 hrs".
func (r *dateReader) figureClock(at int) (clockRead, bool) {
	hour, ok := r.figure(at)
	if !ok || hour.ordinal {
		return clockRead{}, false
	}
	if len(hour.digits) == 4 {
		return r.militaryClock(at, hour)
	}
	minute, ok := r.minutesAfter(at + 1)
	if !ok || r.datelike(at+3) {
		return clockRead{}, false
	}
	if hour.value > 23 || minute.value > 59 {
		r.give(sayNoSuchTime)
		return clockRead{}, false
	}
	settled := hour.value > 12 || hour.value == 0 || hour.digits[0] == '0'
	return clockRead{
		hour: hour.value, minute: minute.value, settled: settled, dotted: r.word(at+1) == ".", next: r.skip(at+3, "hrs", "hours"),
	}, true
}

// minutesAfter reads two figures that a mark at a place joins to an hour.
func (r *dateReader) minutesAfter(at int) (token, bool) {
	mark := r.word(at)
	minute, ok := r.figure(at + 1)
	return minute, ok && (mark == "." || mark == ":") && !minute.ordinal && len(minute.digits) == 2 && r.tokens[at].close && minute.close
}

// datelike says that a third figure is joined on, as in 3.12.26.
func (r *dateReader) datelike(at int) bool {
	_, ok := r.figure(at + 1)
	return ok && (r.word(at) == "." || r.word(at) == ":") && r.tokens[at].close
}

func (r *dateReader) militaryClock(at int, tok token) (clockRead, bool) {
	hour, minute := tok.value/100, tok.value%100
	next := r.skip(at+1, "hrs", "hours")
	// Without "hrs" or "at", four figures that could be a year are one.
	before := r.word(at - 1)
	yearlike := tok.value >= firstYear && tok.value <= lastYear && next == at+1 && before != "at" && before != "@"
	if hour > 23 || minute > 59 || yearlike {
		return clockRead{}, false
	}
	return clockRead{hour: hour, minute: minute, settled: true, next: next}, true
}

// spokenClock reads "half past two", "half two", "quarter to ten", "20 past 2".
func (r *dateReader) spokenClock(at int) (clockRead, bool) {
	if r.word(at) == "half" && r.word(at+1) != "past" {
		hour, after, ok := r.hourWord(at + 1)
		return clockRead{hour: hour, minute: 30, next: after}, ok
	}
	minute, next, ok := r.partOfHour(at)
	turn := r.word(next)
	if !ok || turn != "past" && (turn != "to" || minute == 30) {
		return clockRead{}, false
	}
	hour, after, ok := r.hourWord(next + 1)
	if turn == "to" {
		hour, minute = (hour+10)%12+1, 60-minute // one hour back, 12 before 1
	}
	return clockRead{hour: hour, minute: minute, next: after}, ok
}

// partOfHour reads how many minutes past or to the hour something is.
func (r *dateReader) partOfHour(at int) (minute, next int, ok bool) {
	switch {
	case r.word(at) == "half":
		return 30, at + 1, true
	case r.word(at) == "quarter":
		return 15, at + 1, true
	case r.word(at) == "a" && r.word(at+1) == "quarter":
		return 15, at + 2, true
	}
	count, after, ok := r.count(at)
	return count, r.skip(after, "minutes", "mins"), ok && count >= 1 && count <= 29
}

// halfOfDay reads "am" or "pm" after a time, and settles it.
func (r *dateReader) halfOfDay(c clockRead) []clockRead {
	half := r.word(c.next)
	if half != "am" && half != "pm" {
		return []clockRead{c}
	}
	if c.hour > 12 || c.hour == 0 {
		r.give(sayNoSuchTime)
		return nil
	}
	c.hour %= 12
	if half == "pm" {
		c.hour += 12
	}
	c.settled, c.figureOnly, c.dotted, c.next = true, false, false, c.next+1
	return []clockRead{c}
}
