package journal

import (
	"fmt"
	"time"
)

// Date is a day, with or without a time of day, as it is stored and exchanged:
// "2026-12-03" or "2026-12-03T14:00". It has no time zone: it is what the
// person's own clock says. The empty Date is none. Dates sort as strings, a day
// before any time on it.
type Date string

const (
	dayLayout    = "2006-01-02"
	minuteLayout = "2006-01-02T15:04"
)

// DateOf is the day of t, in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(dayLayout)) }

// Valid says whether d is a day of the calendar, with or without a time of day.
// The empty Date is none, and not valid.
func (d Date) Valid() bool {
	_, ok := d.Time(time.UTC)
	return ok
}

// HasTime says whether d has a time of day as well.
func (d Date) HasTime() bool { return len(d) == len(minuteLayout) }

// Day is d without its time of day.
func (d Date) Day() Date {
	if d.HasTime() {
		return d[:len(dayLayout)]
	}
	return d
}

// Time is the moment of d on the clocks of loc; a day without a time is its
// midnight. Where the clocks go back and the time happens twice it is the
// earlier; where they go forward over it, the moment as far after the jump. It
// is false where d is no valid date.
func (d Date) Time(loc *time.Location) (time.Time, bool) {
	layout := dayLayout
	if d.HasTime() {
		layout = minuteLayout
	}
	// Read as UTC first, where every time of day exists: a zone's own gaps are
	// not this date's fault.
	wall, err := time.Parse(layout, string(d))
	if err != nil || wall.Year() < 1 || wall.Format(layout) != string(d) {
		return time.Time{}, false
	}
	moment := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), 0, 0, loc)
	if earlier := moment.Add(-time.Hour); sameWall(earlier, moment) {
		moment = earlier
	}
	return moment, true
}

// Long is d in words, "Thu 3 December 2026, 14:00", for saying back what was
// understood. A Date that is none or not valid is given back as it is.
func (d Date) Long() string {
	t, ok := d.Time(time.UTC)
	if !ok {
		return string(d)
	}
	long := fmt.Sprintf("%s %d %s %d", t.Weekday().String()[:3], t.Day(), t.Month(), t.Year())
	if d.HasTime() {
		long += t.Format(", 15:04")
	}
	return long
}

// AddDays is d moved by whole days on the calendar, its time of day kept. It is
// d itself where d is none or not valid.
func (d Date) AddDays(days int) Date {
	return d.moved(func(t time.Time) time.Time { return t.AddDate(0, 0, days) })
}

// AddMonths is d moved by whole months; a day that the month lacks becomes its
// last. It is d itself where d is none or not valid.
func (d Date) AddMonths(months int) Date {
	return d.moved(func(t time.Time) time.Time { return addMonths(t, months) })
}

func (d Date) moved(move func(time.Time) time.Time) Date {
	t, ok := d.Time(time.UTC)
	if !ok {
		return d
	}
	layout := dayLayout
	if d.HasTime() {
		layout = minuteLayout
	}
	return Date(move(t).Format(layout))
}

func sameWall(a, b time.Time) bool {
	return a.Format(minuteLayout) == b.Format(minuteLayout)
}

// addMonths keeps to the month that was meant: 31 January and a month is the
// last day of February, not a day in March.
func addMonths(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, t.Hour(), t.Minute(), 0, 0, t.Location())
	day := min(t.Day(), daysIn(first.Year(), first.Month()))
	return first.AddDate(0, 0, day-1)
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
