package linear

import "sounding/journal"

// The words of the linear mode.
const (
	welcome       = "Sounding, in plain lines. Type a number or a word, then Enter."
	homeQuestion  = "What would you like to do?"
	homeContinue  = "Continue where you were"
	homeNew       = "New reflection"
	homeJot       = "Jot three lines"
	homeList      = "List what you have written"
	homeSearch    = "Search"
	homeDue       = "Due, and what happened next"
	homeInsights  = "Insights, for me alone"
	homeLibrary   = "Library"
	homeStandards = "Standards, and what you have written against each"
	homeTrash     = "Trash"
	homeSettings  = "Settings"
	homeLock      = "Lock"
	homeLeave     = "Leave"

	remindKept     = "%s been kept for as long as you said. Look in the list, and put away what is not needed."
	remindRecovery = "Your recovery code has not been typed back yet. Run: sounding recover --confirm"
	remindDrafts   = "%s not finished."
	remindDue      = "%s due by today."

	walkHelpOnce = "Each answer is saved as you give it. Type ? for help."
	walkHelp     = `Text can be as many lines as you like; a line that is a single full stop ends it.
A number, a word or its first letters answers a choice. Enter alone leaves it.
These words work alone on the first line of an answer:
skip leaves a question. back goes to the one before. next goes to the first step not yet opened.
enough ends a list. change alters an answer of this step. read says what you wrote here.
guidance reads the help for this step, theme the themes you chose. why says why a question is asked. page reads your page.
steps goes to another step. length changes how long you have. stop saves and goes home. lock locks.
grid, story and without E3 are three ways to hear the comparison. voices says who was heard and who was not.
expected says what you would see. signs says what may be worth a look, and disagree says no to it.
merge H1 H2, split H2, park H3 and link A1 H2 rework what you listed.
again starts from a completely different view of the family; differs says what that sets apart; first, in it, reads the first time.
quiet gives you five minutes to take your time, and ends them. clock says how many are left.
names looks for what could name somebody. wording says what may be worth another word. mirror says the form of what you plan to say.
rehearse lets you try what to say to a made-up person; nothing of it is kept but what you take.
To write one of these words as your answer, put a backslash before it.`
	offerQuiet      = "Type quiet for five minutes to take your time, with no clock."
	quietBegun      = "%d quiet minutes. Nothing is said until you answer. They end by themselves; quiet ends them now."
	quietEnded      = "The quiet minutes have ended. Go on as you like."
	quietLeft       = "%s left."
	quietOver       = "The quiet minutes are over."
	noQuiet         = "There are no quiet minutes just now. Type quiet to begin them."
	answeredAlready = "%s here already. Type read to hear it, or change to alter it."
	aimFor          = "Aim for about %d. More or fewer is fine."
	aimForOf        = "%s: aim for about %d. More or fewer is fine."
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

	askDone         = "Is this done? Enter goes back."
	labelDone       = "Yes, it is done"
	labelOpen       = "Open the reflection"
	labelNotYet     = "Not yet"
	saidDone        = "Marked as done."
	saidKept        = "Kept with the reflection."
	expectedBy      = "You expected: %s. By %s."
	seemed          = "It seemed: %s."
	enterLeaves     = "Enter leaves it."
	labelTooSoon    = "It is too soon to say"
	labelLookBack   = "Look back now, about ten minutes"
	labelReadThen   = "Read what I wrote then"
	labelNotToday   = "Not today"
	labelOlder      = "Older: %d"
	labelDecisions  = "Decision log"
	labelReturns    = "Families who came back"
	aboutDecisions  = "What you decided or leaned towards, the latest first."
	noDecisions     = "There are no decisions yet. What you write at what next comes here."
	moreDecisions   = "%d more. Go on?"
	forYouAlone     = "This is for you alone. It is in no export."
	aboutInsights   = "What your own reflections add up to. For you alone: nothing here leaves your vault or rates your work."
	insightQuestion = "Which one? Enter goes back."
	tooFewWord      = "too few to say"
	tableQuestion   = "As a table? Enter goes on without."
	labelTable      = "As a table"
	setDisagreed    = "What I disagreed with: %d"
	disagreedWhich  = "Which one shall be shown again? Enter keeps them all."
	noneDisagreed   = "You have not disagreed with anything yet."
	takenBack       = "It can be shown again."

	signHead      = "Something may be worth a look"
	signHeadOf    = "Something may be worth a look, %d of %d"
	wentBy        = "It went by: %s"
	cautionLine   = "But: %s"
	signFoot      = "This is for you alone and is not kept with your notes. To say no, type disagree."
	noSigns       = "Nothing stands out here. That proves nothing either way."
	whichSign     = "Which one? Enter goes back."
	askBecause    = "Noted: you disagree. If you like, say why in a line. Enter is enough."
	saidDisagreed = "It is not shown here again. Settings can bring it back."
	askBoth       = "Is one of these an ordinary explanation? Does one count you or the service in? If not, what would it be?"
	askOrdinary   = "Is one of these an ordinary explanation? If not, what would it be?"
	askSelf       = "Does one of these count you or the service in? If not, what would it be?"
	noneExpected  = "No explanation says yet what we would see if it were so."
	countsLine    = "How it counts: %s."
	graveLine     = "Grave if true and missed, so always in sight: %s."
	setAside      = " (set aside)"
	graveIfMissed = ", grave if missed"
	matrixWords   = "One question at a time. Type grid to hear it row by row, story to hear it told, without E3 for what one statement carries."
	noMatrix      = "There is nothing to compare yet: write at least one explanation and one statement first."
	gridHead      = "The statements, then each explanation with how it sits with them."
	muchRests     = "Much rests on %s."
	notRated      = "not rated yet"
	askWithout    = "Say which statement, such as: without E3."
	noEvidence    = "There is no statement with that number to leave out."
	offerAgain    = "To start again from a completely different view of this family, type again."
	againStop     = "Nothing from the first time is changed. Type stop to go back to it."
	noAgain       = "That belongs to a walk with explanations and a second look."
	noSecond      = "There is no second pass yet. The word again starts one."
	differsHead   = "What the other view sets apart."
	differsAsk    = "Is there something here to find out? It makes a good action."
	firstTimeHead = "The first time you wrote:"
	nothingFirst  = "The first time there was nothing here."

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
	doHold             = "Hold it: it can be neither erased nor thinned"
	doRelease          = "Release the hold"
	releaseSure        = "Release the hold? It can be erased again then. Be sure that nobody needs these notes any more."
	released           = "The hold is released."
	heldNow            = "A hold is set. It can be neither erased nor thinned until the hold is released."
	holdsQuestion      = "Which one? Enter leaves them. Ask your information governance team before you release one."
	keptForQuestion    = "Type a theme, a colon and a number of months, such as Domestic abuse: 24, one a line. A full stop alone ends. Enter keeps the list. Nothing is ever removed by itself."
	keptLong           = "Kept for so long: %s."
	keyringQuestion    = "Open with this computer's keyring? Whoever can use your account on it can then open the vault. After a lock the passphrase is asked for all the same."
	backupsQuestion    = "The whole path of a second folder for backups, or none. It holds from the next start. Enter keeps it."
	noneWord           = "none"
	setKeyringTo       = "Open with this computer's keyring: %s"
	setHoldsTo         = "Holds: %d"
	setKeptForTo       = "How long to keep, by theme: %d"
	setBackupsTo       = "A second place for backups: %s"
	eraseSure          = "Erase it for good, with every version of it? This cannot be undone."
	erased             = "Erased from this vault."
	noPages            = "The library has no pages."
	libraryQuestion    = "Which page? Enter goes back."
	sourceLine         = "Source: %s"
	standardLine       = "Standard: %s."
	checkedLine        = "Checked on %s."
	linkWord           = "link"
	shelfQuestion      = "Which shelf? Enter goes back."
	searchLibrary      = "Search all pages."
	searchPages        = "Words to look for. Enter goes back."
	pageQuestion       = "Where next? Enter goes back."
	useLabel           = "Use it in my reflection, at \"%s\" in \"%s\""
	useQuestion        = "In which reflection? Enter goes back."
	useNew             = "A new one"
	toShelves          = "Shelves"
	readThemeQuestion  = "These are the themes you chose. Which one to read? Enter goes back to the question."
	noThemes           = "No theme is chosen. The step that asks what it is about offers them."
	guidanceQuestion   = "These pages belong here. Which one to read? Enter goes back to the question."
	noFrameworks       = "There are no frameworks in the packs."
	frameworkQuestion  = "Which framework? Enter goes back."
	asOfDay            = "As they stand on %s."
	anotherDay         = "Another day, such as 1 April 2027"
	dayQuestion        = "On which day? Enter is today."
	lostStandards      = "Standards that no pack holds today"
	lostKept           = "a pack that held these is gone or has changed; what you wrote is kept"
	standardQuestion   = "Which standard? Enter goes back."
	numberedAs         = "%s, number %s"
	writtenAgainst     = "%d written."
	nothingAgainst     = "Nothing is written against it yet. A walk's last step asks whether to use it for ASYE or CPD."
	otherNames         = "Older and local names: %s."
	onCommandLine      = "On the command line it is: sounding list --standard %s"
	notSettled         = "Not settled yet."
	forceNow           = "in force"
	forceUntil         = "in force until %s"
	forceFrom          = "in force from %s"
	forceEnded         = "ended on %s; what was written under it stays"
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

// dueWords begin a thing that is due, by its kind.
var dueWords = map[journal.DueKind]string{
	journal.DueAction: "To do: ", journal.DueForecast: "You expected: ", journal.DueFollowUp: "Look back: ",
}

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
