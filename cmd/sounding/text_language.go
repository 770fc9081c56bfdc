package main

import "sounding/language"

// What is said of something that a person plans to say.
const (
	sayLine        = "Line %d. "
	sayForm        = "This sounds like %s."
	sayReflectsToo = "%s, with %s in it"
	sayMarksToo    = "Also in it: %s."
	sayOtherWays   = "Other ways to say it:"

	sayNeither        = "This neither asks nor hands anything back. That can be right: a greeting, thanks, or about the meeting."
	sayPlanned        = "In your plan: %s."
	sayNone           = "no %s yet"
	sayOfThem         = "%s, %d %s"
	sayNoShare        = "There is no question and no reflection yet, so there is nothing to compare."
	sayShareQuestions = "Reflections to questions: %d to %d."
	sayShareOpen      = "Open questions: %d of %d."
	sayShareComplex   = "Complex reflections: %d of %d."
	sayMarksAre       = "The MITI 4 manual's marks: reflections to questions, %.0f to 1 fair and %.0f to 1 good; complex reflections, %.0f in 100 fair and %.0f in 100 good. It has none for open questions."
	sayWordSource     = "Source: %s."

	sayNotName  = "Names nobody: %s (%s)"
	sayNotWord  = "Wording: %s"
	sayNotDepth = "Depth: %s, in %s"
)

// reflectionLabels are the two sorts of reflection in words.
var reflectionLabels = map[language.Complexity]string{
	language.ComplexitySimple: "a simple reflection", language.ComplexityComplex: "a complex reflection",
}

// markLabels are the marks of an utterance in words, where its form does not say
// them already.
var markLabels = map[string]string{
	language.MarkAdvice: "a suggestion", language.MarkAffirmation: "an affirmation", language.MarkAlternatives: "answers to choose from",
	language.MarkAutonomy: "the choice is left with them", language.MarkConfrontation: "a confrontation",
	language.MarkDeclarative: "a statement made a question", language.MarkDoubleSided: "two sides held together",
	language.MarkInformation: "information", language.MarkLeading: "it carries its answer", language.MarkMultiple: "several questions",
	language.MarkPermissionAsked: "leave is asked first", language.MarkScaling: "a place on a scale", language.MarkSummary: "a summary",
	language.MarkTag: "a tag at the end", language.MarkWhy: "a why",
}
