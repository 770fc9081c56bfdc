package journal

const (
	sayTooFewYet  = "There are too few to say."
	sayOutOf      = " of "
	sayBetween    = " happened (anything from about "
	sayAnd        = " to "
	sayOtherWalks = "Other steps and walks"
	sayInHundred  = " in 100 would fit that)"
)

// insightWords are each section's title and what it can and cannot tell.
var insightWords = map[string]struct{ title, can, cannot string }{
	"calibration": {
		"What I expected, and what happened",
		"It can show whether things that you call likely happen about as often as you mean.",
		"It cannot show how good your work is. What you expect can change what you do, and the interval is wide until there are many.",
	},
	"decisions": {
		"Decisions over time",
		"It can show how many decisions you wrote about in a month.",
		"It cannot show how many you made, or whether they were good ones.",
	},
	"lenses": {
		"Viewpoints I started from",
		"It can show which viewpoints you turn to, and which you have not opened for a while.",
		"It cannot show that one was missing. Not every family needs every viewpoint.",
	},
	"voices": {
		"Whose voice was in it",
		"It can show whom you heard, and whom you did not write down.",
		"It cannot show whom you should have asked. Sometimes asking is not safe.",
	},
	"checks": {
		"Parts of the second look",
		"It can show which parts you use and which you pass by.",
		"It cannot show that using them made a decision better. No study says that it does.",
	},
	"letters": {
		"Letters of CARES",
		"It can show which letters you write about.",
		"It cannot show which ones you live. CARES is one authority's model.",
	},
	"principles": {
		"Relational principles",
		"It can show which principles you write about.",
		"It cannot show which ones families feel from you.",
	},
	"time": {
		"Of every 100 minutes in a walk",
		"It can show which steps your minutes go to. Pauses of more than ten minutes are left out.",
		"It cannot show how well you thought. A step can take long because it matters, or because the phone rang.",
	},
	"themes": {
		"Themes by month",
		"It can show what your months were made of.",
		"It cannot show how heavy each was. If one weighs on you, that is a thing for supervision.",
	},
}
