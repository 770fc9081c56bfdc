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
	reasonConfront    = "argues, warns or blames"
	reasonPermission  = "asks for leave first"
	reasonAutonomy    = "leaves the choice with the person"
	reasonOther       = "neither asks nor hands anything back: an acknowledgement, small talk, or about the meeting"
)
