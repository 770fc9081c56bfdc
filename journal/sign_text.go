package journal

// signSaid says why a sign is worth a look: what it went by, in plain words.
// Where a sentence reads otherwise for one than for several, the two stand with
// a bar between. {voice} is a local id such as H1. Names, questions, sources and
// cautions of the signs are content.
var signSaid = struct {
	allFits, allSeen, oneExplanation, sureOnFew, certainWords, typical, hindsight  string
	allRecent, carriedOver, progressUnseen, gentler, newStart                      string
	complianceLabel, engagedUnheard, agenciesAgree, everyoneAgrees, oneParent      string
	takenOnTrust, reassured, fatherUnheard, sameQuality, character, olderOrCulture string
	samePlan, investedWords, noDates, noOwner                                      string
}{
	allFits:        "All {n} statements that you compared with {voice} fit it.",
	allSeen:        "All {n} things that you expected to see, you saw.",
	oneExplanation: "There is one explanation here, and no date to look at it again.",
	sureOnFew:      "You are very sure, on one statement that is neither assumed nor open to several meanings.|You are very sure, on {n} statements that are neither assumed nor open to several meanings.",
	certainWords:   "Words of certainty come up {n} times, and nowhere how likely it is.",
	typical:        "These words judge by the type of family.",
	hindsight:      "These words tell the past as if its end had been plain to see.",
	allRecent:      "All {n} statements with a date are from the last week.",
	carriedOver:    "These words are the same as in something that you read a good while ago.",
	progressUnseen: "These words speak of progress, and nothing here was seen in the last four weeks or heard from the child.",
	gentler:        "Each of {n} statements that could mean several things counts against the graver explanation.",
	newStart:       "These words speak of a new beginning, and nothing here is from more than half a year ago.",

	complianceLabel: "This label is used here as if it explained something.",
	engagedUnheard:  "These words speak of taking part, and the child has not been heard here.",
	agenciesAgree:   "What {n} agencies say all fits {voice}, and nothing here speaks against it.",
	everyoneAgrees:  "These words say that everyone agrees.",
	oneParent:       "Most of what you have heard, {n} statements, comes from one parent or carer, and nothing from the child.",
	takenOnTrust:    "You hold this for very sure and much rests on it. You did not see it yourself, and it has no date.",
	reassured:       "Another agency is not concerned, and it does not say since when.",
	fatherUnheard:   "A father or a man in the child's life is written about here and has not been heard.",
	sameQuality:     "The same word for someone comes up in {n} places.",
	character:       "Words about someone's character come up {n} times, and no explanation here starts from their circumstances.",
	olderOrCulture:  "These words make a child older than they are, or explain harm by culture.",

	samePlan:      "Much the same action stands in {n} earlier reflections.",
	investedWords: "These words speak of what has already been put in.",
	noDates:       "The action here has no date.|None of the {n} actions here has a date.",
	noOwner:       "It is not said which one person will do this.",
}

// How what a sighting went by is shown.
const (
	sayWith       = " with "
	sayCut        = "..."
	sayMoreTraces = "and one more|and {n} more"
)
