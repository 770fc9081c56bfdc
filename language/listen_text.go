package language

// What a person reads beside an utterance: the reason for each thing found.
const (
	reasonOpen        = "an open question: yes, no or one short fact would not answer it"
	reasonClosed      = "a closed question: yes, no or one short fact would answer it"
	reasonRequest     = "a request for a story, so an open question whatever its grammar"
	reasonDeclarative = "a statement made into a question by its question mark, so yes or no would answer it"
	reasonTag         = "a tag: it asks for a yes to what was just said"
	reasonWhy         = "\"why\" can sound like having to account for oneself"
	reasonLeading     = "a leading question: it carries the answer it wants"
	reasonCheck       = "a check that can be met by yes or no"
	reasonScale       = "a place on a scale"
	reasonSuggest     = "a suggestion in the shape of a question"
	reasonSimple      = "hands back what was said, with little added"
	reasonComplex     = "hands back meaning or feeling beyond the words that were said"
	reasonDouble      = "holds two sides together"
	reasonSummary     = "gathers several things that were said"
	reasonAffirmation = "names an effort or a strength"
	reasonAdvice      = "says what to do"
	reasonInformation = "explains or informs"
	reasonConcern     = "says what worries the speaker: information, or a concern of their own"
	reasonConfront    = "argues, warns or blames"
	reasonPermission  = "asks for leave first"
	reasonAutonomy    = "leaves the choice with the person"
	reasonOther       = "neither asks nor hands anything back: an acknowledgement, small talk, or about the meeting"
)

// Other ways to say what was planned. Parts of a sentence are joined with the
// person's own words.
const (
	openWhatLike     = "What is that like for you?"
	openMattersMost  = "What matters most to you about that?"
	openMakeOfIt     = "What do you make of that?"
	openOwnView      = "How do you see it yourself?"
	openWhatWasIt    = "What was that like for you?"
	openMissed       = "What have I missed?"
	openNotLower     = "What makes it that number and not a lower one?"
	openHigher       = "What would need to happen for it to be a little higher?"
	openCompare      = "How do the two compare for you?"
	openTellMore     = "Tell me more about that."
	openTellThatTime = "Tell me about that time."
	openTellUsually  = "Tell me how that usually goes."
	openTellHasBeen  = "Tell me how it has been."
	openTellSoFar    = "Tell me what has happened so far."
	openTellHappened = "Tell me what happened."
	openTellPeople   = "Tell me about the people around you."
	openPeople       = "How are things with the people around you?"
	openWhatHappened = "What happened then?"
	openWhatChanged  = "What has changed lately?"
	openGettingOn    = "How have you been getting on with that?"
	openGoodAbout    = "What would be good about it, for you?"
	openNoticed      = "What have you noticed?"
	openRemember     = "What do you remember about it?"
	openHowFelt      = "How did you feel?"
	openHowFeeling   = "How are you feeling about it?"
	openHowThings    = "How are things for you?"
	openGoingOn      = "Tell me what is going on for you."
	openGoingOnThere = "What do you think is going on?"
	openGetsInWay    = "What gets in the way?"
	openWantFromIt   = "What would you want from it?"
	openWouldHelp    = "What would help most?"

	whyLedToThat = "What led to that?"
	whyBehind    = "Help me understand what was behind that."
	whyThink     = "What do you think is behind that?"
	whySense     = "How do you make sense of it?"
	whyInTheWay  = "What has got in the way?"
	whyHappening = "Help me understand what has been happening."

	becauseOpen    = "opens the question, so that there is more to answer than yes, no or one fact"
	becauseCheck   = "asks what the other person makes of it, which a yes would hide"
	becauseScale   = "follows the number, and invites reasons rather than a score"
	becauseLeading = "asks without carrying the answer"
	becauseWhy     = "asks for the story; \"why\" can sound like blame"

	suggestAskFirst = "What do you know, or what have you thought of, already?"
	suggestOffer    = "Would it be all right if I shared one idea?"
	suggestIdea     = "It would be"
	suggestAskAgain = "What do you make of that?"

	becauseAskFirst = "ask: find out what the other person has already, before adding to it"
	becauseOffer    = "offer: ask leave, then say it once, as one idea"
	becauseAskAgain = "ask: hear what the other person makes of it"

	depthOpening = "This part describes. You have not yet said "

	// MITICaution stands beside the manual's marks wherever they are shown.
	MITICaution = "The MITI 4 manual gives these marks as its authors' expert opinion, for counsellors who were recorded. " +
		"Use them as a mirror for yourself and not as a measure of anyone."
)

// depthWords name the parts of a reflection as the nudge says them, and
// depthReasons say why a sentence was counted.
var depthWords = map[DepthPart]string{
	DepthFelt: "what you felt", DepthAssumed: "what you assumed", DepthDifferently: "what you would do differently",
}

var depthReasons = map[DepthPart]string{
	DepthFelt:        "says what you felt",
	DepthAssumed:     "says what you assumed, thought or guessed",
	DepthDifferently: "says what you would do",
	"":               "tells what happened",
}
