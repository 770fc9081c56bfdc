package journal

import (
	"sort"
	"time"
)

// NotADate says why a text was not taken for a date, in one sentence and, where
// it helps, examples. It never repeats the text.
type NotADate struct{ Why string }

func (e *NotADate) Error() string { return e.Why }

// Ambiguous says that a text can be read as more than one date. Choices holds
// the two or three readings, earliest first, to be offered as they are.
type Ambiguous struct{ Choices []Date }

func (e *Ambiguous) Error() string { return sayChoices(e.Choices) }

// ParseDate reads a date as people in Britain write it: day first, in figures
// or words, alone or with a time, or counted from today ("3/12", "3.12.26",
// "Thursday week", "in a fortnight", "half past two on Friday"). now is today,
// and its zone the one whose clocks are meant. What has no year is looked for
// ahead.
//
// The whole text must be understood: there is no best guess. Blank text is the
// empty Date. The error is *Ambiguous where there are several readings, and
// *NotADate where there is none.
func ParseDate(text string, now time.Time) (Date, error) {
	return readDate(text, now, ahead)
}

// ParsePastDate reads as ParseDate does, for what has already happened: what
// has no year, month or week of its own is looked for behind ("Friday" is the
// last one, "3/12" the last 3 December).
func ParsePastDate(text string, now time.Time) (Date, error) {
	return readDate(text, now, behind)
}

// lean is the side of today on which a date without a year is looked for.
type lean int

const (
	ahead lean = iota
	behind
)

const (
	longestDate = 120
	mostChoices = 3
	firstYear   = 1900
	lastYear    = 2199
)

// dateReader reads by trying every rule at every place and keeping all that
// come out even: two readings are found, not chosen between by the order of
// rules. Days are counted in UTC, where each has 24 hours.
type dateReader struct {
	tokens []token
	now    time.Time
	today  time.Time
	lean   lean
	why    string // the most telling reason for which a rule gave up
}

// dayRead is one reading of a stretch of tokens as a day; next is the token
// after it.
type dayRead struct {
	day  time.Time
	part partOfDay
	next int
}

func readDate(text string, now time.Time, side lean) (Date, error) {
	if len(text) > longestDate {
		return "", &NotADate{sayTooLong}
	}
	tokens, ok := tokensOf(text)
	if !ok {
		return "", &NotADate{sayNotADate + sayExamples}
	}
	if len(tokens) == 0 {
		return "", nil
	}
	year, month, day := now.Date()
	r := &dateReader{tokens: tokens, now: now, lean: side, today: time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
	return r.settle(r.whole())
}

// settle makes one answer of the readings: the only one, a choice, or a reason.
func (r *dateReader) settle(readings []Date) (Date, error) {
	seen := map[Date]bool{}
	var distinct []Date
	for _, d := range readings {
		if !seen[d] && r.allowed(d) {
			seen[d] = true
			distinct = append(distinct, d)
		}
	}
	switch {
	case len(distinct) == 1:
		return distinct[0], nil
	case len(distinct) > 1 && len(distinct) <= mostChoices:
		sort.Slice(distinct, func(i, j int) bool { return distinct[i] < distinct[j] })
		return "", &Ambiguous{distinct}
	case len(distinct) == 0 && r.why != "":
		return "", &NotADate{r.why}
	}
	return "", &NotADate{sayNotADate + sayExamples}
}

// allowed leaves out years that are slips of the finger and times that the
// clocks jump over.
func (r *dateReader) allowed(d Date) bool {
	t, ok := d.Time(r.now.Location())
	if !ok {
		return false
	}
	if t.Year() < firstYear || t.Year() > lastYear {
		r.give(sayYear)
		return false
	}
	if d.HasTime() && t.Format(minuteLayout) != string(d) {
		r.give(sayClocks)
		return false
	}
	return true
}

// give keeps the first reason that a rule gave for refusing what it had nearly
// read.
func (r *dateReader) give(why string) {
	if r.why == "" {
		r.why = why
	}
}

// whole finds every reading of all the tokens.
func (r *dateReader) whole() []Date {
	start := r.skip(0, "due")
	start = r.skip(start, "by", "on", "for")
	var out []Date
	out = append(out, r.moments(start)...)
	for _, day := range r.days(start) {
		out = append(out, r.dayThenTime(day)...)
	}
	out = append(out, r.timeThenDay(start)...)
	return out
}

// dayThenTime reads what follows a day: nothing, a part of the day, a time.
func (r *dateReader) dayThenTime(day dayRead) []Date {
	if day.part == noPart {
		if part, next := r.partAt(day.next); part != noPart {
			day.part, day.next = part, next
		}
	}
	if day.next == len(r.tokens) {
		return withPart(day.day, day.part)
	}
	at := r.skip(r.skip(day.next, ",", "-"), "at", "@")
	var out []Date
	for _, clock := range r.clocks(at) {
		part, next := day.part, clock.next
		if part == noPart {
			part, next = r.partAt(clock.next)
		}
		if next == len(r.tokens) {
			out = append(out, clock.on(day.day, part)...)
		}
	}
	return out
}

// timeThenDay reads a time first: "9.30 tomorrow", "half past two on Friday",
// "7 in the evening on 3/12", and a time with no day at all.
func (r *dateReader) timeThenDay(start int) []Date {
	at := r.skip(start, "at", "@")
	var out []Date
	for _, clock := range r.clocks(at) {
		part, next := r.partAt(clock.next)
		if next == len(r.tokens) {
			out = append(out, r.timeAlone(clock, part, at > start)...)
			continue
		}
		next = r.skip(next, ",", "-")
		next = r.skip(next, "on", "by")
		for _, day := range r.days(next) {
			if day.part == noPart {
				day.part = part
			}
			if day.part == noPart {
				day.part, day.next = r.partAt(day.next)
			}
			named := at > start || !clock.figureOnly || day.part != noPart
			if day.next == len(r.tokens) && named {
				out = append(out, clock.on(day.day, day.part)...)
			}
		}
	}
	return out
}

// timeAlone is a time with no day: today if it is still to come (or, looking
// behind, already past), else today or the day beside it, to be asked.
func (r *dateReader) timeAlone(clock clockRead, part partOfDay, named bool) []Date {
	if !named && part == noPart && (clock.figureOnly || clock.dotted && r.readsAsDay()) {
		return nil
	}
	today := Date(r.now.Format(minuteLayout))
	beside := 1
	if r.lean == behind {
		beside = -1
	}
	var out []Date
	for _, d := range clock.on(r.today, part) {
		out = append(out, d)
		if (r.lean == ahead) != (d > today) {
			out = append(out, d.AddDays(beside))
		}
	}
	return out
}

// readsAsDay says whether two figures with a full stop between them could be a
// day and a month. A date was asked for, so then they are.
func (r *dateReader) readsAsDay() bool { return len(r.days(0)) > 0 }

// moments reads what is counted in hours and minutes from now, and "now".
func (r *dateReader) moments(at int) []Date {
	if r.word(at) == "now" && at+1 == len(r.tokens) {
		return []Date{Date(r.now.Format(minuteLayout))}
	}
	at = r.skip(at, "in", "within")
	var count int
	var next int
	if r.word(at) == "half" && r.word(at+1) == "an" && r.word(at+2) == "hour" {
		count, next = 30, at+3
	} else {
		number, after, ok := r.count(at)
		if !ok || minutesIn[r.word(after)] == 0 {
			return nil
		}
		count, next = number*minutesIn[r.word(after)], after+1
	}
	sign := 1
	switch {
	case r.word(next) == "ago":
		sign, next = -1, next+1
	case r.word(next) == "time":
		next++
	case r.word(next) == "from" && r.word(next+1) == "now":
		next += 2
	}
	if next != len(r.tokens) {
		return nil
	}
	moment := r.now.Add(time.Duration(sign*count) * time.Minute)
	return []Date{Date(moment.Format(minuteLayout))}
}
