package due

import "sounding/journal"

// The words of the screen.
const (
	sayOpen  = "%d by today, %d later. Take what you have time for; the rest keeps."
	sayNone  = "Nothing has a day. What you plan and what you expect will come here."
	sayWait  = "One moment."
	sayBroke = "That list could not be put together. Nothing was changed."
	sayDone  = "Marked as done."
	sayKept  = "Kept with the reflection."

	askDone       = "Is this done?"
	labelDone     = "Yes, it is done"
	labelOpen     = "Open the reflection"
	labelNotYet   = "Not yet"
	labelLookBack = "Look back now, about ten minutes"
	labelRead     = "Read what I wrote then"
	labelNotToday = "Not today"

	headOutcome  = "What you expected"
	leadBy       = "By "
	leadLikely   = "It seemed: "
	labelTooSoon = "It is too soon to say"
	labelLeave   = "Leave this one"
	notOwed      = "Only if you want to. Esc is enough."
	placeLearnt  = "a line, or Enter"

	aboutDecisions = "What you decided or leaned towards, the latest first. It is for you: to look back on, and to show your reasoning if you are asked."
	noDecisions    = "There are no decisions yet. What you write at \"what next\" comes here."
	sayUnknown     = "Looked back on, and too soon or not known: %d."
	forYouAlone    = "This is for you alone. It is in no export."
)

var viewTitles = map[view]string{
	viewDue: "Due", viewDecisions: "Decision log", viewReturns: "Families who came back",
}

var kindWords = map[journal.DueKind]string{
	journal.DueAction: "To do: ", journal.DueForecast: "You expected: ", journal.DueFollowUp: "Look back: ",
}
