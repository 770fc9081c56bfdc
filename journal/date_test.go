package journal

import (
	"errors"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"
)

func london(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// sunday is the day on which the tables below are read: Sunday 22 November 2026.
func sunday(t testing.TB) time.Time {
	return time.Date(2026, time.November, 22, 10, 15, 40, 0, london(t))
}

const (
	refused = "refused"
	or      = " or "
)

// said is what a reading came to, for the tables: a date, several with "or"
// between, or refused.
func said(t *testing.T, d Date, err error) string {
	t.Helper()
	var several *Ambiguous
	var none *NotADate
	switch {
	case err == nil:
		return string(d)
	case errors.As(err, &several):
		var out []string
		for _, choice := range several.Choices {
			out = append(out, string(choice))
		}
		return strings.Join(out, or)
	case errors.As(err, &none):
		return refused
	}
	t.Fatalf("an error of neither kind: %v", err)
	return ""
}

type phrase struct{ text, want string }

var phrases = []phrase{
	// figures, day first
	{"3/12", "2026-12-03"},
	{"3/12/2026", "2026-12-03"},
	{"03/12/2026", "2026-12-03"},
	{"3.12.26", "2026-12-03"},
	{"3-12-26", "2026-12-03"},
	{" 3 / 12 / 2026 ", "2026-12-03"},
	{"3.12.", "2026-12-03"},
	{"31/12", "2026-12-31"},
	{"1/1", "2027-01-01"},
	{"22/11", "2026-11-22"},
	{"2026-12-03", "2026-12-03"},
	{"2026/12/3", "2026-12-03"},
	{"2026-12-03T14:00", "2026-12-03T14:00"},
	{"2026-12-03 14:00", "2026-12-03T14:00"},
	{"1/2/85", "1985-02-01"},
	{"1/2/46", "2046-02-01"},
	{"1/2/47", "1947-02-01"},
	{"26/12/03", "2003-12-26"},
	{"5 1 2027", refused},
	{"12/31/2026", refused},
	{"12/31", refused},
	{"13/13", refused},
	{"0/12", refused},
	{"32/12", refused},
	{"3/0", refused},
	{"3/12/126", refused},
	{"3/12/1026", refused},
	{"3/12/2200", refused},
	{"3/4/5", "2003-04-05 or 2005-04-03"},
	{"13/4/5", "2005-04-13"},
	{"03/04/05", "2005-04-03"},
	{"3/11", "2026-11-03 or 2027-11-03"},
	{"3/6", "2026-06-03 or 2027-06-03"},
	{"3/5", "2027-05-03"},
	{"3/12/26/1", refused},
	{"3/12.26", refused},
	{"3 - 12", refused},
	{"20261203", refused},
	// leap days
	{"29/2/2028", "2028-02-29"},
	{"29/2/2027", refused},
	{"29/2", "2028-02-29"},
	{"30/2", refused},
	{"31/4", refused},
	{"29 february 2024", "2024-02-29"},
	// months in words
	{"3 December", "2026-12-03"},
	{"3rd december", "2026-12-03"},
	{"3rd of December 2026", "2026-12-03"},
	{"the 3rd of Dec.", "2026-12-03"},
	{"December 3", "2026-12-03"},
	{"Dec 3rd, 2026", "2026-12-03"},
	{"3 dec 26", "2026-12-03"},
	{"3 Dec '26", "2026-12-03"},
	{"3-dec-2026", "2026-12-03"},
	{"third of december", "2026-12-03"},
	{"the twenty-first of december", "2026-12-21"},
	{"thirtieth of january", "2027-01-30"},
	{"thirty first of january", "2027-01-31"},
	{"Thursday 3 December", "2026-12-03"},
	{"Thu 3 Dec 2026", "2026-12-03"},
	{"Thu, 3/12", "2026-12-03"},
	{"Friday 3 December 2026", refused},
	{"Tuesday 3/11", "2026-11-03"},
	{"Wednesday 3/11", "2027-11-03"},
	{"31 june", refused},
	{"3 decembre", refused},
	{"december 2026", "2026-12-01 or 2026-12-31"},
	{"3 december 10", "2010-12-03 or 2026-12-03T10:00"},
	{"3 december 2030", "2030-12-03"},
	// a day of the month
	{"the 3rd", "2026-12-03"},
	{"the 25th", "2026-11-25"},
	{"22nd", "2026-11-22"},
	{"the 31st", "2026-12-31"},
	{"Thursday the 3rd", "2026-12-03"},
	{"Friday the 3rd", refused},
	{"3rd of next month", "2026-12-03"},
	{"the 3rd of this month", "2026-11-03"},
	{"the 31st of this month", refused},
	{"the 32nd", refused},
	{"3", refused},
	// days by name
	{"today", "2026-11-22"},
	{"Tomorrow", "2026-11-23"},
	{"yesterday", "2026-11-21"},
	{"the day after tomorrow", "2026-11-24"},
	{"day before yesterday", "2026-11-20"},
	{"tomorrow week", "2026-11-30"},
	{"today week", "2026-11-29"},
	{"now", "2026-11-22T10:15"},
	// weekdays
	{"Thursday", "2026-11-26"},
	{"on thursday", "2026-11-26"},
	{"by thursday", "2026-11-26"},
	{"due by thursday", "2026-11-26"},
	{"this thursday", "2026-11-26"},
	{"this coming thursday", "2026-11-26"},
	{"this next thursday", refused},
	{"coming thursday", "2026-11-26"},
	{"Thursday week", "2026-12-03"},
	{"thurs. fortnight", "2026-12-10"},
	{"next Friday", "2026-11-27 or 2026-12-04"},
	{"Sunday", "2026-11-22 or 2026-11-29"},
	{"Sunday week", "2026-11-29 or 2026-12-06"},
	{"last friday", "2026-11-13 or 2026-11-20"},
	{"last sunday", "2026-11-15"},
	{"friday just gone", "2026-11-20"},
	{"friday next week", "2026-11-27"},
	{"friday of next week", "2026-11-27"},
	{"next week on friday", "2026-11-27"},
	{"next week, friday", "2026-11-27"},
	{"tuesday last week", "2026-11-10"},
	{"tuesday this week", "2026-11-17"},
	{"the weekend", "2026-11-22 or 2026-11-28 or 2026-11-29"},
	{"next weekend", refused},
	// counted
	{"in a fortnight", "2026-12-06"},
	{"in a fortnight's time", "2026-12-06"},
	{"a fortnight today", "2026-12-06"},
	{"3 weeks", "2026-12-13"},
	{"in three weeks' time", "2026-12-13"},
	{"two weeks from now", "2026-12-06"},
	{"in 10 days", "2026-12-02"},
	{"within 10 days", "2026-12-02"},
	{"in twenty-one days", "2026-12-13"},
	{"a couple of weeks", "2026-12-06"},
	{"a week on Friday", "2026-12-04"},
	{"a week friday", "2026-12-04"},
	{"week on friday", "2026-12-04"},
	{"two weeks on Tuesday", "2026-12-08"},
	{"a week tomorrow", "2026-11-30"},
	{"a week next friday", "2026-12-04 or 2026-12-11"},
	{"a week last sunday", "2026-11-08"},
	{"6 weeks from 3/12", "2027-01-14"},
	{"two days before Christmas", "2026-12-23"},
	{"the week after next", refused},
	{"in a month", "2026-12-22"},
	{"6 months", "2027-05-22"},
	{"in a year", "2027-11-22"},
	{"3 weeks ago", "2026-11-01"},
	{"a year ago", "2025-11-22"},
	{"in a few days", refused},
	{"in 10 working days", refused},
	{"in 9999 years", refused},
	{"in half an hour", "2026-11-22T10:45"},
	{"within 24 hours", "2026-11-23T10:15"},
	{"in 90 minutes", "2026-11-22T11:45"},
	{"2 hours ago", "2026-11-22T08:15"},
	// stretches and edges
	{"next week", "2026-11-23 or 2026-11-27 or 2026-11-29"},
	{"next month", "2026-12-01 or 2026-12-22 or 2026-12-31"},
	{"next year", "2027-01-01 or 2027-11-22 or 2027-12-31"},
	{"this month", refused},
	{"end of the month", "2026-11-30"},
	{"month end", "2026-11-30"},
	{"end of next month", "2026-12-31"},
	{"the start of next month", "2026-12-01"},
	{"end of the week", "2026-11-20 or 2026-11-22"},
	{"start of next week", "2026-11-23"},
	{"end of January", "2027-01-31"},
	{"end of february 2028", "2028-02-29"},
	{"last day of the year", "2026-12-31"},
	{"end of term", refused},
	// feasts
	{"Christmas", "2026-12-25"},
	{"christmas day", "2026-12-25"},
	{"Christmas Eve", "2026-12-24"},
	{"boxing day", "2026-12-26"},
	{"new year's eve", "2026-12-31"},
	{"New Year's Day", "2027-01-01"},
	{"good friday", "2027-03-26"},
	{"easter monday 2027", "2027-03-29"},
	{"easter", "2027-03-26 or 2027-03-28 or 2027-03-29"},
	{"bonfire night", "2026-11-05 or 2027-11-05"},
	{"christmas 2019", "2019-12-25"},
	// times
	{"tomorrow 9.30", "2026-11-23T09:30"},
	{"tomorrow, 9:30", "2026-11-23T09:30"},
	{"tomorrow at 9", "2026-11-23T09:00"},
	{"tomorrow 9am", "2026-11-23T09:00"},
	{"tomorrow at 9 a.m.", "2026-11-23T09:00"},
	{"9.30 tomorrow", "2026-11-23T09:30"},
	{"9.30am on Friday", "2026-11-27T09:30"},
	{"half past two on friday", "2026-11-27T14:30"},
	{"friday half two", "2026-11-27T14:30"},
	{"friday at half past seven", "2026-11-27T07:30 or 2026-11-27T19:30"},
	{"friday at 7pm", "2026-11-27T19:00"},
	{"friday at 07:00", "2026-11-27T07:00"},
	{"quarter to ten tomorrow", "2026-11-23T09:45"},
	{"ten past nine tomorrow", "2026-11-23T09:10"},
	{"tomorrow at 20 past 2", "2026-11-23T14:20"},
	{"friday noon", "2026-11-27T12:00"},
	{"friday midnight", "2026-11-27T00:00 or 2026-11-28T00:00"},
	{"friday 2 o'clock", "2026-11-27T14:00"},
	{"3/12 14:00", "2026-12-03T14:00"},
	{"3/12 at 2pm", "2026-12-03T14:00"},
	{"3 December 2026, 14:00", "2026-12-03T14:00"},
	{"Thu 3 December 2026, 14:00", "2026-12-03T14:00"},
	{"3 december 1430 hrs", "2026-12-03T14:30"},
	{"3 december at 2030", "2026-12-03T20:30"},
	{"thursday week at 3", "2026-12-03T15:00"},
	{"thursday 3", "2026-11-26T15:00 or 2026-12-03"},
	{"friday 3", "2026-11-27T15:00"},
	{"friday 13", refused},
	{"3 december 10 am", "2026-12-03T10:00"},
	{"3 december 10pm", "2026-12-03T22:00"},
	{"3 december 10 o'clock", "2026-12-03T10:00"},
	{"3 december 10:15", "2026-12-03T10:15"},
	{"3 december 10.15", "2026-12-03T10:15"},
	{"3 december 1430 hours", "2026-12-03T14:30"},
	{"tomorrow at 0", refused},
	{"tomorrow at 1", "2026-11-23T13:00"},
	{"tomorrow at 6", "2026-11-23T18:00"},
	{"tomorrow at 8", "2026-11-23T08:00"},
	{"tomorrow at 12", "2026-11-23T12:00"},
	{"tomorrow at 13", refused},
	{"tomorrow at 0:30", "2026-11-23T00:30"},
	{"tomorrow 12am", "2026-11-23T00:00"},
	{"tomorrow 12pm", "2026-11-23T12:00"},
	{"tomorrow 12 noon", "2026-11-23T12:00"},
	{"tomorrow 13.30pm", refused},
	{"tomorrow 0.30pm", refused},
	{"a quarter past nine tomorrow", "2026-11-23T09:15"},
	{"half to nine tomorrow", refused},
	{"ten to one tomorrow", "2026-11-23T12:50"},
	{"2 hours from now", "2026-11-22T12:15"},
	{"in an hour's time", "2026-11-22T11:15"},
	{"2 hours from friday", refused},
	{"tomorrow at 3 in the morning", "2026-11-23T03:00"},
	{"tomorrow at 4 in the afternoon", "2026-11-23T16:00"},
	{"tomorrow at 10 at night", "2026-11-23T22:00"},
	{"tomorrow at 10 in the afternoon", refused},
	{"tomorrow at 3 in the evening", refused},
	{"tomorrow evening at 18:30", "2026-11-23T18:30"},
	{"tomorrow evening at 11:00", "2026-11-23T23:00"},
	{"tomorrow afternoon at 09:00", refused},
	{"by 9.30 tomorrow", "2026-11-23T09:30"},
	{"couple of days", "2026-11-24"},
	{"three december", refused},
	{"in a fortnight at 10", "2026-12-06T10:00"},
	{"tomorrow morning", "2026-11-23 or 2026-11-23T09:00"},
	{"tomorrow morning at 7", "2026-11-23T07:00"},
	{"tomorrow at 7 in the evening", "2026-11-23T19:00"},
	{"7 tonight", "2026-11-22T19:00"},
	{"tonight at 8", "2026-11-22T20:00"},
	{"this afternoon", "2026-11-22 or 2026-11-22T14:00"},
	{"tomorrow morning at 14:00", refused},
	{"at 3", "2026-11-22T15:00"},
	{"9.30", "2026-11-22T09:30 or 2026-11-23T09:30"},
	{"12.30", "2026-11-22T12:30"},
	{"3.12", "2026-12-03"},
	{"10.10", "2026-10-10 or 2027-10-10"},
	{"at 10.10", "2026-11-22T10:10 or 2026-11-23T10:10"},
	{"tomorrow 25:00", refused},
	{"tomorrow 9:75", refused},
	{"tomorrow 13pm", refused},
	{"tomorrow 9-10", refused},
	// not dates
	{"soon", refused},
	{"asap", refused},
	{"when I can", refused},
	{"Heron", refused},
	{"friday or monday", refused},
	{"monday to friday", refused},
	{"before friday", refused},
	{"3/12?", refused},
	{"tomorrow \x1b[31m", refused},
	{"3/12/2026 and more", refused},
	{"第三", refused},
	{"", ""},
	{"   ", ""},
	{strings.Repeat("9 ", 200), refused},
}

func TestParseDate_readsWholePhrasesOrAsksOrRefuses(t *testing.T) {
	now := sunday(t)
	for _, p := range phrases {
		d, err := ParseDate(p.text, now)
		if got := said(t, d, err); got != p.want {
			t.Errorf("%q read as %q, want %q (%v)", p.text, got, p.want, err)
		}
	}
}

func TestParseDate_onOtherDays(t *testing.T) {
	loc := london(t)
	thursday := time.Date(2026, 11, 26, 9, 0, 0, 0, loc)
	for _, row := range []struct {
		now  time.Time
		text string
		want string
	}{
		{thursday, "thursday", "2026-11-26 or 2026-12-03"},
		{thursday, "this thursday", "2026-11-26"},
		{thursday, "thursday week", "2026-12-03 or 2026-12-10"},
		{thursday, "last thursday", "2026-11-19"},
		{thursday, "last tuesday", "2026-11-17 or 2026-11-24"},
		{thursday, "last friday", "2026-11-20"},
		{thursday, "friday this week", "2026-11-27"},
		{thursday, "the weekend", "2026-11-28 or 2026-11-29"},
		{thursday, "end of the week", "2026-11-27 or 2026-11-29"},
		{time.Date(2027, 1, 31, 9, 0, 0, 0, loc), "in a month", "2027-02-28"},
		{time.Date(2028, 2, 29, 9, 0, 0, 0, loc), "in a year", "2029-02-28"},
		{time.Date(2028, 2, 28, 9, 0, 0, 0, loc), "tomorrow", "2028-02-29"},
		{time.Date(2026, 12, 31, 9, 0, 0, 0, loc), "tomorrow", "2027-01-01"},
		{time.Date(2026, 12, 27, 9, 0, 0, 0, loc), "christmas", "2026-12-25 or 2027-12-25"},
		// Just before midnight in London, which is the next day in UTC or not.
		{time.Date(2026, 7, 1, 0, 30, 0, 0, loc), "today", "2026-07-01"},
	} {
		d, err := ParseDate(row.text, row.now)
		if got := said(t, d, err); got != row.want {
			t.Errorf("%q on %s read as %q, want %q", row.text, DateOf(row.now).Long(), got, row.want)
		}
	}
}

func TestParseDate_whereTheClocksChange(t *testing.T) {
	now := time.Date(2027, 3, 27, 9, 0, 0, 0, london(t))
	for _, p := range []phrase{
		{"tomorrow at 01:30", refused}, // 28 March 2027, 01:00 becomes 02:00
		{"tomorrow at 02:30", "2027-03-28T02:30"},
		{"31 october 2027 01:30", "2027-10-31T01:30"}, // happens twice
		{"in 24 hours", "2027-03-28T10:00"},           // an hour is lost that night
		{"tomorrow", "2027-03-28"},
		{"a week today", "2027-04-03"},
	} {
		d, err := ParseDate(p.text, now)
		if got := said(t, d, err); got != p.want {
			t.Errorf("%q read as %q, want %q", p.text, got, p.want)
		}
	}
	first, ok := Date("2027-10-31T01:30").Time(london(t))
	if _, offset := first.Zone(); !ok || offset != 3600 {
		t.Errorf("a time that happens twice is %v, want the first of the two", first)
	}
}

func TestParsePastDate_looksBehind(t *testing.T) {
	now := sunday(t)
	for _, p := range []phrase{
		{"3/12", "2025-12-03"},
		{"3/11", "2026-11-03"},
		{"22/11", "2026-11-22"},
		{"friday", "2026-11-20"},
		{"sunday", "2026-11-15 or 2026-11-22"},
		{"the 25th", "2026-10-25"},
		{"the 31st", "2026-10-31"},
		{"3 december 2026", "2026-12-03"},
		{"christmas", "2025-12-25"},
		{"june", "2026-06-01 or 2026-06-30"},
		{"november", "2026-11-01 or 2026-11-30"},
		{"december", "2025-12-01 or 2025-12-31"},
		{"3 weeks", "2026-11-01 or 2026-12-13"},
		{"9.30", "2026-11-22T09:30"},
		{"last week", "2026-11-09 or 2026-11-13 or 2026-11-15"},
		{"last night", "2026-11-21 or 2026-11-21T21:00"},
	} {
		d, err := ParsePastDate(p.text, now)
		if got := said(t, d, err); got != p.want {
			t.Errorf("%q read as %q, want %q", p.text, got, p.want)
		}
	}
}

func TestParseDate_saysWhyInOneSentence(t *testing.T) {
	for text, want := range map[string]string{
		"12/31/2026":          "day first",
		"29/2/2027":           "no such day",
		"Friday 3 Dec 2026":   "another day of the week",
		"12/31":               "day first",
		"3/0":                 "twelve months",
		"Friday the 3rd":      "another day of the week",
		"tomorrow 13.30pm":    "no such time",
		"31st of this month":  "no such day",
		"in 5 working days":   "bank holidays",
		"tomorrow 25:00":      "no such time",
		"3/12/1026":           "1900",
		"wenn ich kann":       "Thursday week",
		"28 march 2027 01:30": "clocks go forward",
	} {
		_, err := ParseDate(text, sunday(t))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want it to mention %q", text, err, want)
		}
		if err != nil && strings.Contains(err.Error(), text) {
			t.Errorf("%q: the error repeats what was typed: %v", text, err)
		}
	}
}

func TestAmbiguous_offersItsReadingsInWords(t *testing.T) {
	_, err := ParseDate("next friday", sunday(t))
	want := "That could be Fri 27 November 2026 or Fri 4 December 2026."
	if err == nil || err.Error() != want {
		t.Errorf("said %v, want %q", err, want)
	}
}

func TestDate_isADayOrNone(t *testing.T) {
	for d, want := range map[Date]bool{
		"2026-12-03": true, "2026-12-03T14:00": true, "2028-02-29": true,
		"": false, "2027-02-29": false, "2026-12-3": false, "2026-12-03T4:00": false, "2026-12-03T24:00": false,
		"2026-12-03 14:00": false, "2026-12-03T14:00:00": false, "0000-01-01": false, "3/12/2026": false,
	} {
		if d.Valid() != want {
			t.Errorf("%q valid: %v, want %v", d, d.Valid(), want)
		}
	}
	if got := Date("2026-12-03T14:00").Long(); got != "Thu 3 December 2026, 14:00" {
		t.Error(got)
	}
	if got := Date("2026-12-03T14:00").Day(); got != "2026-12-03" {
		t.Error(got)
	}
	if got := Date("2026-01-31").AddMonths(1); got != "2026-02-28" {
		t.Error(got)
	}
	if got := Date("2026-12-31T09:00").AddDays(1); got != "2027-01-01T09:00" {
		t.Error(got)
	}
	if got := Date("").AddDays(1); got != "" {
		t.Error(got)
	}
}

func TestParseDate_readsBackWhatLongSays(t *testing.T) {
	now := sunday(t)
	rapid.Check(t, func(t *rapid.T) {
		when := time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 80000).Draw(t, "day"))
		d := DateOf(when)
		if rapid.Bool().Draw(t, "timed") {
			// Nine to four: hours that no clock change touches.
			d = dateAt(when, rapid.IntRange(9, 16).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		}
		for _, text := range []string{d.Long(), string(d)} {
			if got, err := ParseDate(text, now); err != nil || got != d {
				t.Fatalf("%q read as %q, %v", text, got, err)
			}
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, p := range phrases {
		f.Add(p.text, int64(1795342540))
	}
	loc := london(f)
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		now := time.Unix(unix%4102444800, 0).In(loc)
		for _, read := range []func(string, time.Time) (Date, error){ParseDate, ParsePastDate} {
			d, err := read(text, now)
			var several *Ambiguous
			var none *NotADate
			switch {
			case err == nil && d != "" && !d.Valid():
				t.Fatalf("%q gave the date %q", text, d)
			case errors.As(err, &several):
				if len(several.Choices) < 2 || len(several.Choices) > 3 || d != "" {
					t.Fatalf("%q gave %d choices", text, len(several.Choices))
				}
			case err != nil && (!errors.As(err, &none) || none.Why == ""):
				t.Fatalf("%q gave the error %v", text, err)
			}
		}
	})
}
