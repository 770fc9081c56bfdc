package journal

// The words of a second pass, and of what sets it apart from the first.
const (
	againTitle     = "Start again from a different view"
	againSummary   = "Beside the first time, not in its place."
	againLabel     = "The other view"
	againIntro     = "Take the family as if you had never met them, and believed something else. Nothing you wrote the first time is changed."
	againQuestion  = "What completely different view of this family will you start from?"
	againHelp      = "It need not be yours. What would someone who likes them say? Someone who fears for the child? The family?"
	againViewLabel = "The other view"
	againHeading   = "From the other view: "

	contrastExplanations = "Explanations"
	contrastLenses       = "Viewpoints"
	contrastStatements   = "Statements"
	contrastVoices       = "Voices heard"
	contrastFirst        = "the first time only"
	contrastSecond       = "from the other view only"
	contrastBoth         = "both times"
)
