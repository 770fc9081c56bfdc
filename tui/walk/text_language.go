package walk

import "fmt"

// What is said about words: wording, names, the forms of what may be said.
const (
	guardedLead       = "Forms and rehearsal are off here."
	guardedKept       = "What you had planned to say is kept with your notes."
	sayNothingPlanned = "Nothing is planned to be said yet."
	sayNotInSecond    = "Leave the second pass first: Esc."
	mirrorHint        = "F7 shows how each sounds."
	headMirror        = "How what you plan sounds"
	headTogether      = "Together"

	couldName     = "could name somebody"
	nameBecause   = "Found because: "
	lineLead      = "Worth another look: "
	lineOne       = "F8 looks, F9 disagrees."
	lineSome      = "F8 looks at all %d, F9 disagrees."
	lineShort     = "F8 why, F9 no."
	lineMore      = "F8 has it whole."
	headWord      = "Worth another look"
	headWords     = "Worth another look, %d of %d"
	wordFoot      = "What stays is yours to say. d says that you disagree: it is not shown again, and Settings can bring it back."
	sayWordingOff = "Wording is off. Settings can turn it on."
	sayNoWords    = "Nothing in this answer is worth another look, as far as can be seen."
	saidNoted     = "Noted: you disagree. It is not shown again; Settings can bring it back."

	labelStay    = "Stay here and write more"
	labelGoOn    = "Go on"
	labelNoDepth = "I disagree: not at this step again"
	depthLead    = "It went by: "
	depthMore    = "and %d more"
	depthTail    = "There is no score in this, and nothing is owed."

	askCopyNames  = "Some of what you wrote could name somebody."
	copyDetail    = "The check cannot find everything. What is copied is plain text."
	labelReplaced = "Copy with pseudonyms"
	labelAsItIs   = "Copy it as it is"
	labelNoCopy   = "Go back"

	doesMirror   = "see how what you plan to say sounds"
	doesRehearse = "try what to say to a made-up person"
	doesNames    = "look at what could name somebody"
	doesWording  = "look at wording in this answer"
)

func lineKeys(n int) string {
	if n == 1 {
		return lineOne
	}
	return fmt.Sprintf(lineSome, n)
}
