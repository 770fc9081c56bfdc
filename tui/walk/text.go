package walk

// The words of the walk.
const (
	placeText   = "Write here. It is saved as you go."
	placeLine   = "A word or a line"
	placeDate   = "3/12, tomorrow 9.30, Thursday week"
	placeCode   = "A code such as Heron, never a name"
	placeNumber = "0.7, or 70%; only if you want a number"
	placeWord   = "next, back, steps, read, page, finish..."

	labelYes   = "Yes"
	labelNo    = "No"
	chosenMark = " (chosen)"

	markOpen    = "[ ]"
	markDone    = "[x]"
	markAdd     = "[+]"
	markOffer   = "[?]"
	markWaiting = "[!]"
	graveMark   = " (grave) "

	nothingAsked = "Nothing is asked here."
	typeWord     = "Type a word, then Enter. Esc goes back."

	aimSome   = "Aim for about %d. So far: %d."
	haveSome  = "%d here."
	ratedSome = "%d of %d compared."
	noMatrix  = "There is nothing to compare yet: write at least one explanation and one statement first."
	emptyPage = "Your page is empty so far. What you write at the other steps comes together here."
	noPeople  = "You have not listed anyone yet. Settings has a place for the people you turn to."

	sayKept     = "Saved."
	sayFirst    = "This is the first step."
	sayUnclear  = "More than one word begins like that."
	sayUnknown  = "That word is not known here. F1 lists them."
	sayNoItem   = "Go to something you listed first."
	sayNoGrid   = "Only the comparison has a grid."
	sayFinished = "Marked as finished. You can still open and change it."
	sayCopying  = "Your page was handed to the clipboard. Plain text stays there until something else is copied."

	askReading     = "Which day do you mean?"
	neitherReading = "Neither"
	oneLength      = "This walk has one length."
	askLength      = "How long do you have?"
	nothingLost    = "Nothing you wrote is lost."
	labelKeep      = "Keep it as it is"
	labelFine      = "All right"
	askFinish      = "Is this reflection finished?"
	finishDetail   = "It stays in the list, and you can open and change it."
	labelFinish    = "Yes, finished"
	labelNotYet    = "Not yet"
	askDelete      = "Take away "
	deleteDetail   = "Earlier versions of this reflection still hold it."
	labelDelete    = "Take it away"
)

// What the typed words do.
const (
	doesNext     = "go to the first step not opened yet"
	doesPrevious = "go to the step before"
	doesSteps    = "choose a step"
	doesSkip     = "leave this question"
	doesEnough   = "go past further items"
	doesGuidance = "read the guidance for this step"
	doesLength   = "choose how long you have"
	doesRead     = "read everything you wrote"
	doesPage     = "read your page"
	doesView     = "turn the comparison: one by one, grid, story"
	doesUp       = "move this item up"
	doesDown     = "move this item down"
	doesDelete   = "take this item away"
	doesCopy     = "hand your page to the clipboard"
	doesExport   = "write a plain file"
	doesFinish   = "mark as finished"
	doesStop     = "save and go home"
	doesLock     = "lock now"
	doesHelp     = "list keys and words"
)
