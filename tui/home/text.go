package home

// The words of home.
const (
	title          = "Sounding"
	sayContinue    = "Continue: "
	sayDue         = "Due: "
	sayComing      = "Coming up: "
	sayUrgent      = "cannot wait"
	sayKept        = "%d kept here."
	sayEmpty       = "Nothing here yet. Start with a new reflection, or jot three lines now and grow them later."
	remindRecovery = "Your recovery code has not been typed back yet. Settings, then Recovery code."
	titleNew       = "New reflection"
	titleJot       = "Jot three lines"
	titleBack      = "Back from supervision, two minutes"
	titleFind      = "Find: list and search"
	titleLibrary   = "Library"
	titleStandards = "Standards, and what I wrote against each"
	titleTrash     = "Trash"
	titleSettings  = "Settings"
	titleHelp      = "Help"
)
