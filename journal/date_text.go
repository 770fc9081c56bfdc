package journal

import "strings"

// What is said of a date that was typed. None of it repeats what was typed.
const (
	sayNotADate     = `That is not a date Sounding can read.`
	sayExamples     = ` Write it like "3/12", "3 December 2026", "Thursday week", "in a fortnight" or "tomorrow 9.30".`
	sayDayFirst     = `The month seems to come first there. Write the day first: 31/12/2026 is 31 December.`
	sayNoSuchMonth  = `There are twelve months, and the month comes second: 3/12 is 3 December.`
	sayNoSuchDay    = `That month has no such day.`
	sayNoSuchTime   = `There is no such time of day. Write it like "9.30", "2pm" or "14:00".`
	sayOtherWeekday = `That date falls on another day of the week. Give one or the other, or look at a calendar.`
	sayYear         = `Write the year in full, between 1900 and 2199.`
	sayWorkingDays  = `Working days depend on bank holidays, which Sounding does not know. Give the date itself.`
	sayClocks       = `The clocks go forward that night and that time does not happen. Give another time.`
	sayTooLong      = `That is too long for a date.`
)

func sayChoices(choices []Date) string {
	var out strings.Builder
	out.WriteString("That could be ")
	for i, choice := range choices {
		switch {
		case i == 0:
		case i == len(choices)-1:
			out.WriteString(" or ")
		default:
			out.WriteString("; ")
		}
		out.WriteString(choice.Long())
	}
	out.WriteString(".")
	return out.String()
}
