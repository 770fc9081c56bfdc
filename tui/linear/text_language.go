package linear

import "sounding/journal"

// What is said about words: names, wording, the forms of what may be said.
const (
	exportWhat    = "What is to be written to a file? Enter goes back."
	exportPage    = "The page only"
	exportAll     = "Everything I wrote"
	exportNames   = "Some of this could name somebody."
	exportAsk     = "What is to stand in the file? Your notes stay as they are. Enter goes back."
	exportReplace = "Pseudonyms in place of all of these"
	exportEach    = "Go through them one by one"
	exportAsItIs  = "Write it as it is"
	exportLeave   = "Leave it in the file"
	namesHere     = "Some of this could name somebody. Nothing is changed until you say so."
	nameFound     = "%s: %s. Found because: %s."
	nameByHand    = "Only you can change this one: it is the whole that tells."
	nameReplace   = "Put %s there"
	nameLeave     = "Leave it"
	nameNot       = "It is not a name"
	nameNoted     = "Noted: it is not shown again. Settings lists what you disagreed with."
	namePut       = "Pseudonyms stand there now. What stood there is kept as an earlier version. Type names again to put the names back."
	nameNothing   = "Nothing was found that could name somebody."
	nameRestore   = "Pseudonyms stand in these notes. Put the names back?"
	nameRestored  = "The names are back. Where somebody was written in several ways, the first stands in all places."
	nameLimits    = "Formats, names and the words beside them are all this can see. An event or a turn of phrase can name somebody too: read it yourself as well."

	wordingSome   = "Wording: %s worth a look. Type wording to hear them."
	wordingNone   = "Nothing about the wording here is worth a look, as far as can be seen."
	foundFoot     = "What stays is yours to say. Type disagree, with a number if there are several, and it is not said again."
	whichFound    = "With which do you disagree? Enter goes back."
	whichOfThem   = "Type disagree and a number from 1 to %d."
	guardedLead   = "Forms and rehearsal are off here."
	guardedKept   = "What you had planned to say is kept with your notes."
	mirrorNothing = "Nothing is planned to be said yet."
	depthBy       = "It went by: %s"
	depthAsk      = "There is no score in this, and nothing is owed. What would you like to do? Enter goes on."
	depthOn       = "Go on"
	depthMore     = "Write more there"
	depthNo       = "I disagree: do not say it at this step again"
	depthWrite    = "Write on. What stands there stays. A full stop alone ends it."

	rehearseIntro    = "A rehearsal. The other person is made up. Nothing here is kept but what you take into your plan. Type ? for the words."
	rehearseNone     = "The packs have no lines to rehearse with."
	rehearseSays     = "%s, %s: %s"
	rehearseSustain  = "speaking for leaving things as they are"
	rehearseChange   = "speaking for a change"
	rehearseAsk      = "What would you say? One line."
	rehearseAgain    = "Try again, type take to put try %d into your plan, or next for another line."
	rehearseNoTry    = "There is no such try. Say something first."
	rehearseTaken    = "It is in your plan now."
	rehearseOver     = "Back in the walk."
	rehearseHelpText = `Type what you would say, on one line, and hear its form. Try as often as you like.
next gives another line. back gives the one before. take puts your last try into your plan; take 2 the second.
mirror says what your tries come to together. stop goes back to the walk. lock locks.`

	setWording      = "Wording, after an answer: %s"
	setNames        = "Names, after an answer: %s"
	setRoster       = "Names that are always looked for: %d"
	setTime         = "Where the time in a walk goes: %s"
	timeQuestion    = "Add up the minutes by step, sealed here and read to you alone in insights? No day and no family is kept with them. No stops it and forgets them."
	setDepth        = "Depth, at the end of a step: %s"
	wordingQuestion = "After an answer, what shall be said about its wording? Enter keeps it."
	namesQuestion   = "After an answer, shall what could name somebody be said? Before an export it always is."
	depthQuestion   = "At the end of a step of writing, shall it be said that nothing is there yet of what you felt, assumed or would do differently?"
	rosterQuestion  = "Type names, one a line. Before a name can stand child:, parent: or colleague:. A line that begins with school:, place: or number: is one of those; in a number 9 is any figure and A any letter. A full stop alone ends. Enter keeps the list."
)

func wordingChoices() []journal.Choice {
	return []journal.Choice{
		{ID: "off", Label: "Off: nothing"}, {ID: wordingQuiet, Label: "Quiet: how many places"},
		{ID: wordingOn, Label: "On: each with its reason, and who says so"},
	}
}

func yesWord(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}
