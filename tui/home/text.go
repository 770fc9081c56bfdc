package home

import "sounding/journal"

// The words of home.
const (
	title          = "Sounding"
	sayContinue    = "Continue: "
	sayUrgent      = "cannot wait"
	sayWaiting     = "Also from before today: %d"
	sayKeptLong    = "Kept as long as you said: "
	sayKept        = "%d kept here."
	sayEmpty       = "Nothing here yet. Start with a new reflection, or jot three lines now and grow them later."
	remindRecovery = "Your recovery code has not been typed back yet. Settings, then Recovery code."
	titleNew       = "New reflection"
	titleJot       = "Jot three lines"
	titleBack      = "Back from supervision, two minutes"
	titleFind      = "Find: list and search"
	titleDue       = "Due, and what happened next"
	titleInsights  = "Insights, for me alone"
	titleLibrary   = "Library"
	titleStandards = "Standards, and what I wrote against each"
	titleTrash     = "Trash"
	titleSettings  = "Settings"
	titleHelp      = "Help"
)

// dueWords begin a thing that is due, by its kind.
var dueWords = map[journal.DueKind]string{
	journal.DueAction: "To do: ", journal.DueForecast: "You expected: ", journal.DueFollowUp: "Look back: ",
}
