package language

import "strings"

// Form is the main form of an utterance: the one word a person sees beside
// what they plan to say. See formPrecedence for how it is chosen.
type Form string

// The forms, in the words of the machine format.
const (
	FormOpen          Form = "open"
	FormClosed        Form = "closed"
	FormWhy           Form = "why"
	FormLeading       Form = "leading"
	FormMultiple      Form = "multiple"
	FormAffirmation   Form = "affirmation"
	FormReflection    Form = "reflection"
	FormSummary       Form = "summary"
	FormAdvice        Form = "advice"
	FormInformation   Form = "information"
	FormConfrontation Form = "confrontation"
	FormOther         Form = "other"
)

// Forms returns every form in the order in which counts are printed.
func Forms() []Form {
	return []Form{
		FormOpen, FormClosed, FormWhy, FormLeading, FormMultiple, FormAffirmation,
		FormReflection, FormSummary, FormAdvice, FormInformation, FormConfrontation, FormOther,
	}
}

// Question says whether an utterance asks, and how wide the answer may be.
type Question string

// An open question cannot be met by yes, no or one short fact.
const (
	QuestionNone   Question = "none"
	QuestionOpen   Question = "open"
	QuestionClosed Question = "closed"
)

// Complexity says how much a reflection adds to what was said.
type Complexity string

// A simple reflection repeats or rephrases; a complex one adds meaning,
// feeling, a picture, or holds two sides together.
const (
	ComplexityNone    Complexity = "none"
	ComplexitySimple  Complexity = "simple"
	ComplexityComplex Complexity = "complex"
)

// The marks that an utterance can carry beside its form, in alphabetical order.
const (
	MarkAdvice          = "advice"           // a suggestion is somewhere in it
	MarkAffirmation     = "affirmation"      // an effort or a strength is named
	MarkAlternatives    = "alternatives"     // a question that offers its answers
	MarkAutonomy        = "autonomy"         // it says that the choice is theirs
	MarkConfrontation   = "confrontation"    // it argues, warns or blames
	MarkDeclarative     = "declarative"      // a statement made a question by its question mark
	MarkDoubleSided     = "double-sided"     // a reflection that holds two sides
	MarkInformation     = "information"      // something is explained
	MarkLeading         = "leading"          // a question that carries its answer
	MarkMultiple        = "multiple"         // two or more questions
	MarkPermissionAsked = "permission-asked" // it asks before offering
	MarkRequest         = "request"          // it asks without the grammar of a question
	MarkScaling         = "scaling"          // it asks for a place on a scale
	MarkSummary         = "summary"          // it gathers several things
	MarkTag             = "tag"              // it ends in "is that right" or the like
	MarkWhy             = "why"              // it asks for a reason with "why"
)

// Reason is one ground for a judgement: the characters from Start up to but
// not including End, counted in Unicode code points within the utterance (an
// invalid byte counts as one), always on the edges of what a reader sees as
// one character, and why they matter.
type Reason struct {
	Start, End int
	Reason     string
}

// Utterance is what can be told of one thing that a person says or plans to
// say. Question and Reflection are told apart from Form, since one utterance
// often reflects and then asks.
type Utterance struct {
	Text       string
	Form       Form
	Question   Question
	Reflection bool
	Complexity Complexity
	// Permission is nil where no advice is given; otherwise it says whether
	// leave was asked first.
	Permission *bool
	// Marks are in alphabetical order, without repeats.
	Marks []string
	// Because holds up to maxReasons reasons in the order of their Start.
	Because []Reason
}

// LineUtterance is an utterance with the physical line that it stands on,
// counted from 1.
type LineUtterance struct {
	Line int
	Utterance
}

// maxReasons bounds what is shown for one utterance, however long.
const maxReasons = 8

// Listen tells the form of one utterance, as an expert coder would from a
// transcript. Any string is accepted, whatever its bytes; a text without
// words is FormOther. The time taken grows in step with the length.
//
// The codes follow the definitions of the Motivational Interviewing Treatment
// Integrity manual 4.2 (Moyers, Manuel and Ernst, 2014), with open and closed
// questions told apart as version 3 did. docs/listening.md gives the rules.
func Listen(text string) Utterance {
	spoken := readSpoken(text)
	acts := readActs(spoken)
	return decideForm(text, spoken, acts)
}

// ListenLines reads one utterance a line. A byte-order mark at the start is
// removed, a carriage return before a line feed is not part of the line, and
// lines without a visible character are skipped but counted.
func ListenLines(text string) []LineUtterance {
	text = strings.TrimPrefix(text, "\ufeff")
	var lines []LineUtterance
	for number := 1; text != ""; number++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines = append(lines, LineUtterance{Line: number, Utterance: Listen(line)})
	}
	return lines
}
