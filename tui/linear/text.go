package linear

import "sounding/journal"

// The words of the linear mode.
const (
	welcome      = "Sounding, in plain lines. Type a number or a word, then Enter."
	homeQuestion = "What would you like to do?"
	homeContinue = "Continue where you were"
	homeNew      = "New reflection"
	homeJot      = "Jot three lines"
	homeList     = "List what you have written"
	homeSearch   = "Search"
	homeDue      = "Due: what has a date"
	homeLibrary  = "Library"
	homeTrash    = "Trash"
	homeSettings = "Settings"
	homeLock     = "Lock"
	homeLeave    = "Leave"

	remindRecovery = "Your recovery code has not been typed back yet. Run: sounding recover --confirm"
	remindDrafts   = "%s not finished."
	remindDue      = "%s due by today."

	walkHelpOnce = "Each answer is saved as you give it. Type ? for help."
	walkHelp     = `Text can be as many lines as you like; a line that is a single full stop ends it.
A number, a word or its first letters answers a choice. Enter alone leaves it.
These words work alone on the first line of an answer:
skip leaves a question. back goes to the one before. next goes to the first step not yet opened.
enough ends a list. change alters an answer of this step. read says what you wrote here.
guidance reads the help for this step. why says why a question is asked. page reads your page.
steps goes to another step. length changes how long you have. stop saves and goes home. lock locks.
To write one of these words as your answer, put a backslash before it.`
	answeredAlready = "%s here already. Type read to hear it, or change to alter it."
	aimFor          = "Aim for about %d. More or fewer is fine."
	soFar           = "You wrote: %s\nType again to replace it, or skip to keep it."
	halfSaved       = "The input ended in the middle of an answer. What there was of it is saved."
	endedSaved      = "The input ended. Everything is saved. %s not yet opened."
	finishQuestion  = "That is the last step. Is this reflection finished? It can still be opened and changed."
	finished        = "Marked as finished."
	lastStep        = "There is no step after this one."
	firstStep       = "This is the first step."
	nothingYet      = "Nothing is written here yet."
	changeQuestion  = "Which answer?"
	stepQuestion    = "Which step? Enter stays here."
	youAreHere      = "You are here."
	notToday        = "Not today: %s. A longer length brings these in."
	oneLength       = "This walk has one length."
	lengthQuestion  = "How long do you have?"
	nothingLost     = "Nothing you wrote is lost."
	noGuidance      = "There is no guidance for this step."
	noWhy           = "This question is asked of everyone."

	noDrafts       = "Nothing is unfinished."
	resumeQuestion = "Which one? Enter goes back."
	walkQuestion   = "Which walk? Enter goes back."
	noJot          = "The pack has no walk for jots."
	nothingKept    = "Nothing is written yet."
	listQuestion   = "Which one? Enter goes back."
	listRange      = "%d to %d of %d."
	moreLabel      = "More"
	aboutSubject   = "about %s"
	draftWord      = "not finished"
	finishedWord   = "finished"
	urgentWord     = "something here cannot wait"

	reflectionQuestion = "What would you like to do with it? Enter goes back."
	doRead             = "Read it"
	doOpen             = "Open and go on writing"
	doPage             = "My page"
	doGrow             = "Grow it into another walk"
	doRevisions        = "Earlier versions"
	doExport           = "Export as a plain file"
	doTrash            = "Put it in the trash"
	doBack             = "Back"
	exported           = "Written to %s. It is plain text, no longer protected."
	exportNames        = "Some of this could name somebody. The check cannot find everything."
	exportAnyway       = "Write it as it is?"
	trashQuestion      = "Put it in the trash? It can be brought back."
	trashed            = "It is in the trash."
	noRevisions        = "There are no earlier versions yet."
	revisionLine       = "Version %d, %s"
	revisionQuestion   = "Which version? Enter goes back."
	restoreQuestion    = "Bring this version back? What is there now is kept as a version too."
	restored           = "Brought back."
	searchQuestion     = "Words to look for. Put a phrase in quotes, a minus before a word to leave it out. Enter goes back."
	nothingDue         = "Nothing has a date."
	dueQuestion        = "Which one? Enter goes back."
	trashEmpty         = "The trash is empty."
	trashedQuestion    = "Which one? Enter goes back."
	trashedDo          = "What would you like to do?"
	bringBack          = "Bring it back"
	eraseLabel         = "Erase it for good"
	leaveThere         = "Leave it there"
	broughtBack        = "It is back in the list."
	eraseAsked         = "Has anyone asked for these notes, or might a court, complaint or review need them?"
	eraseHold          = "Then keep them, and ask your information governance team. Nothing was erased."
	eraseSure          = "Erase it for good, with every version of it? This cannot be undone."
	erased             = "Erased from this vault."
	noPages            = "The library has no pages."
	libraryQuestion    = "Which page? Enter goes back."
	sourceLine         = "Source: %s"
	pageHeading        = "My page."

	settingsQuestion = "Which setting? Enter goes back."
	setIdle          = "Lock when idle: %s"
	setLength        = "Length to offer first: %d minutes"
	setHistory       = "On finishing: %s"
	setPeople        = "People to turn to: %d"
	setTheme         = "Theme of the full screen: %s"
	setLinear        = "Always start in plain lines: %s"
	idleQuestion     = "After how many minutes without a key? 0 is never. Enter keeps it."
	idleRange        = "Type a whole number from 0 to 240."
	neverWord        = "never"
	historyQuestion  = "On finishing, what is kept of earlier versions? Every kept version can be asked for."
	peopleQuestion   = "Type the people or numbers to show when something needs a person, one a line. A full stop alone ends. Enter keeps the list."
	themeQuestion    = "Which theme? Enter keeps it."
	linearQuestion   = "Always start in plain lines?"
	settingSaved     = "Saved."
)

func stateWords(s journal.State) string {
	switch s {
	case journal.Done:
		return "Done."
	case journal.Started:
		return "Started."
	case journal.Empty:
		return "Opened, nothing written."
	}
	return "Not opened yet."
}

func historyWords(h journal.History) string {
	switch h {
	case journal.HistoryThin:
		return "keep fewer versions as they age"
	case journal.HistoryLast:
		return "keep the final version only"
	}
	return "keep every version"
}

func themeChoices() []journal.Choice {
	return []journal.Choice{
		{ID: "auto", Label: "Auto"}, {ID: "light", Label: "Light"},
		{ID: "dark", Label: "Dark"}, {ID: "high-contrast", Label: "High contrast"},
	}
}
