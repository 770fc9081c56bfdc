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
