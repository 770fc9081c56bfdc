package journal

import "time"

// span is a week, month or year by its first and last day.
type span struct {
	first, last time.Time
	week        bool
	next        int
}

func (r *dateReader) weekSpan(weeks, next int) span {
	monday := r.monday().AddDate(0, 0, 7*weeks)
	return span{monday, monday.AddDate(0, 0, 6), true, next}
}

func monthSpan(year int, month time.Month, next int) span {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return span{first, first.AddDate(0, 1, -1), false, next}
}

func yearSpan(year, next int) span {
	first := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	return span{first, first.AddDate(1, 0, -1), false, next}
}

// spanAt reads "the week", "next month", "this year", "last month".
func (r *dateReader) spanAt(at int) (span, int, bool) {
	away, next := 0, at
	switch r.word(at) {
	case "the", "this":
		next++
	case "next":
		away, next = 1, next+1
	case "last":
		away, next = -1, next+1
	}
	switch r.word(next) {
	case "week":
		return r.weekSpan(away, next+1), away, true
	case "month":
		return monthSpan(r.today.Year(), r.today.Month()+time.Month(away), next+1), away, true
	case "year":
		return yearSpan(r.today.Year()+away, next+1), away, true
	}
	return span{}, 0, false
}

// namedMonths reads "June" and "June 2026" as months.
func (r *dateReader) namedMonths(at int) []span {
	month, ok := monthNames[r.word(at)]
	if !ok {
		return nil
	}
	if tok, ok := r.figure(at + 1); ok {
		if len(tok.digits) == 4 && !tok.ordinal {
			return []span{monthSpan(tok.value, month, at+2)}
		}
		return nil // December 3
	}
	year := r.today.Year()
	switch {
	case r.lean == ahead && month < r.today.Month():
		year++
	case r.lean == behind && month > r.today.Month():
		year--
	}
	return []span{monthSpan(year, month, at+1)}
}

// edges reads "the end of the month", "start of next week", "end of June". The
// end of a week is its Friday to some and its Sunday to others.
func (r *dateReader) edges(at int) []dayRead {
	at = r.skip(at, "the")
	edge, next := r.word(at), at+1
	if after, ok := r.words(at, "month", "end"); ok {
		s := monthSpan(r.today.Year(), r.today.Month(), after)
		return oneDay(s.last, after)
	}
	if after, ok := r.words(at, "last", "day"); ok {
		edge, next = "end", after
	} else if after, ok := r.words(at, "first", "day"); ok {
		edge, next = "start", after
	}
	if edge != "end" && edge != "start" && edge != "beginning" {
		return nil
	}
	next = r.skip(next, "of")
	spans := r.namedMonths(next)
	if s, _, ok := r.spanAt(next); ok {
		spans = append(spans, s)
	}
	var out []dayRead
	for _, s := range spans {
		switch {
		case edge != "end":
			out = append(out, dayRead{day: s.first, next: s.next})
		case s.week:
			out = append(out, asReads([]time.Time{s.last.AddDate(0, 0, -2), s.last}, s.next)...)
		default:
			out = append(out, dayRead{day: s.last, next: s.next})
		}
	}
	return out
}

// stretches reads what is longer than a day ("next week", "June") as a choice
// of days in it: a stretch cannot be stored.
func (r *dateReader) stretches(at int) []dayRead {
	if reads := r.weekend(at); reads != nil {
		return reads
	}
	var out []dayRead
	for _, s := range r.namedMonths(at) {
		out = append(out, asReads([]time.Time{s.first, s.last}, s.next)...)
	}
	s, away, ok := r.spanAt(at)
	if !ok || away == 0 {
		return out
	}
	last, same := s.last, addMonths(r.today, away)
	switch {
	case s.week:
		last, same = last.AddDate(0, 0, -2), r.plus(7*away)
	case s.last.Sub(s.first) > 31*24*time.Hour:
		same = addMonths(r.today, 12*away)
	}
	return append(out, asReads([]time.Time{s.first, same, last}, s.next)...)
}

// weekend reads "the weekend": Saturday or Sunday, and on a Sunday also the
// days of the next one.
func (r *dateReader) weekend(at int) []dayRead {
	next := r.skip(r.skip(at, "at"), "the", "this")
	if r.word(next) != "weekend" {
		return nil
	}
	saturday, sunday := r.inWeek(0, time.Saturday), r.inWeek(0, time.Sunday)
	if r.today.Weekday() == time.Sunday {
		return asReads([]time.Time{sunday, saturday.AddDate(0, 0, 7), sunday.AddDate(0, 0, 7)}, next+1)
	}
	return asReads([]time.Time{saturday, sunday}, next+1)
}

// feasts reads the days that people name instead of dating.
func (r *dateReader) feasts(at int) []dayRead {
	for _, feast := range feastTable {
		next, ok := r.words(at, feast.words...)
		if !ok {
			continue
		}
		next = r.skip(next, "day")
		if tok, ok := r.figure(next); ok && len(tok.digits) == 4 && !tok.ordinal {
			return asReads(feast.days(tok.value), next+1)
		}
		var out []dayRead
		for i := range feast.days(r.today.Year()) {
			var found []time.Time
			for year := r.today.Year() - 1; year <= r.today.Year()+1; year++ {
				found = append(found, feast.days(year)[i])
			}
			out = append(out, asReads(r.nearest(found), next)...)
		}
		return out
	}
	return nil
}

// feast is a day known by name; days gives its date, or where the name is
// loose the dates it may mean, in a year.
type feast struct {
	words []string
	days  func(year int) []time.Time
}

// feastTable holds longer names before the shorter ones that they start with.
var feastTable = []feast{
	{[]string{"christmas", "eve"}, fixedFeast(time.December, 24)},
	{[]string{"christmas"}, fixedFeast(time.December, 25)},
	{[]string{"xmas"}, fixedFeast(time.December, 25)},
	{[]string{"boxing"}, fixedFeast(time.December, 26)},
	{[]string{"new", "years", "eve"}, fixedFeast(time.December, 31)},
	{[]string{"new", "years"}, fixedFeast(time.January, 1)},
	{[]string{"new", "year"}, fixedFeast(time.January, 1)},
	{[]string{"halloween"}, fixedFeast(time.October, 31)},
	{[]string{"bonfire", "night"}, fixedFeast(time.November, 5)},
	{[]string{"good", "friday"}, aroundEaster(-2)},
	{[]string{"easter", "sunday"}, aroundEaster(0)},
	{[]string{"easter", "monday"}, aroundEaster(1)},
	{[]string{"easter"}, aroundEaster(-2, 0, 1)},
}

func fixedFeast(month time.Month, day int) func(int) []time.Time {
	return func(year int) []time.Time {
		return []time.Time{time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
	}
}

func aroundEaster(offsets ...int) func(int) []time.Time {
	return func(year int) []time.Time {
		var out []time.Time
		for _, days := range offsets {
			out = append(out, easterSunday(year).AddDate(0, 0, days))
		}
		return out
	}
}

// easterSunday is the date of Easter in the Gregorian calendar, by the rule
// that Nature published without a name in 1876.
func easterSunday(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}
