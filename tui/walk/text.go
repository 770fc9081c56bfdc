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
	asideMark   = " (set aside)"

	stillUrgent  = "You said that something cannot wait. If you have not rung yet, stop and ring. Your notes are saved."
	nothingAsked = "Nothing is asked here."
	typeWord     = "Type a word, then Enter. Esc goes back."

	aimSome   = "Aim for about %d. So far: %d."
	haveSome  = "%d here."
	ratedSome = "%d of %d compared."
	noMatrix  = "There is nothing to compare yet: write at least one explanation and one statement first."
	emptyPage = "Your page is empty so far. What you write at the other steps comes together here."
	pageFoot  = "Tab goes on to the questions below the page."
	noPeople  = "You have not listed anyone yet. Settings has a place for the people you turn to."

	sayKept     = "Saved."
	sayFirst    = "This is the first step."
	sayUnclear  = "More than one word begins like that."
	sayUnknown  = "That word is not known here. F1 lists them."
	sayNoItem   = "Go to something you listed first."
	sayNoGrid   = "Only the comparison has a grid."
	sayNoLook   = "There is nothing to look closer at on this step."
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

// The words of what can be looked at more closely.
const (
	escBack       = "Esc goes back."
	lookHint      = "F7 shows a question for each of them."
	headUntouched = "Viewpoints not taken yet"
	headExpected  = "What we would see"
	headRework    = "Words for these, after Ctrl+O"
	headHeard     = "Heard here"
	headAbsent    = "Before asking anyone else"
	askBoth       = "None of these is an ordinary explanation yet, and none counts you or the service in. Is there one?"
	askOrdinary   = "None of these is an ordinary explanation yet. Is there one?"
	askSelf       = "None of these counts you or the service in yet. Is there one?"

	headWhatIf     = "What if it were wrong?"
	countsLead     = "How it counts: "
	sayNoEvidence  = "There is no statement with that number to leave out."
	askWithout     = "Say which statement, such as: without E3."
	againstSoFar   = "Against %s so far: %d. Not rated yet: %d."
	graveLead      = "Grave if true and missed, so always in sight: "
	legendLinchpin = "* much rests on it"
	legendAlike    = "= sits the same with every explanation; it may still matter for safety"
	hintWhatIf     = "w asks what if it were wrong. F6 tells the story."
	muchRests      = "Much rests on %s. F7 shows what, and what if it were wrong."

	signOne        = "Worth a look, perhaps: %s. F7 shows it, and why."
	signSome       = "%d things may be worth a look. F7 shows them, and why."
	headSign       = "Worth a look, perhaps"
	headSigns      = "Worth a look, perhaps: %d of %d"
	sourceLead     = "Source: "
	cautionLead    = "But: "
	signFoot       = "This is for you alone and is not kept with your notes. d says that you disagree."
	placeBecause   = "because... (or Enter)"
	askBecause     = "If you like, say why. Enter is enough."
	saidDisagreed  = "Noted: you disagree. It is not shown here again; Settings can bring it back."
	sayNoSigns     = "Nothing stands out here. That proves nothing either way."
	sayNoSignsHere = "That belongs to the second look."

	offerAgain   = "Ctrl+O, again: start again from a completely different view of this family."
	offerDiffers = "Ctrl+O, differs: what set the other view apart. Again goes on with it."
	saidAgain    = "The same steps from a different view. Nothing from the first time is changed. Esc goes back."
	sayNoAgain   = "That belongs to a walk with explanations and a second look."
	sayNoSecond  = "There is no second pass yet. The word again starts one."
	headDiffers  = "What the other view sets apart"
	headFirst    = "The first time"
	headSecond   = "From the other view"
	leadBoth     = "Both times: "
	nothingThere = "(nothing)"
	askDiffers   = "Is there something here to find out? It makes a good action. Esc goes back."
)

// reworkHelp are the words that rework explanations, as they are typed.
func reworkHelp() []string {
	return []string{
		"merge H1 H2: " + doesMerge, "split H2: " + doesSplit, "park H3: " + doesPark, "link A1 H2: " + doesLink,
		"up, down: " + doesMove,
	}
}

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
	doesView     = "compare in a grid"
	doesStory    = "tell the comparison as a story"
	doesWithout  = "what if that statement were wrong"
	doesLook     = "look closer at this step"
	doesSigns    = "what may be worth a look"
	doesDisagree = "say no to it"
	doesAgain    = "start again from a different view"
	doesDiffers  = "what the two views set apart"
	doesMerge    = "make one of two explanations"
	doesSplit    = "make two of one"
	doesPark     = "set one aside, or take it up again"
	doesLink     = "say what an action grew out of"
	doesMove     = "move the one in hand"
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
