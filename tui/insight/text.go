package insight

// The words of the screen.
const (
	title       = "Insights"
	forYouAlone = "What your own reflections add up to. For you alone: nothing here leaves your vault or rates your work."
	sayWait     = "One moment."
	sayBroke    = "This could not be put together. Nothing was changed."
	sayTooFew   = "There are too few to say. Below twenty, a figure tells you more about chance than about you."
	tooFew      = "too few to say"
	nameOf      = "%s (%d of %d)"
	legend      = "From 0 to 100: o is how likely you said, X is how often it happened, @ is both at once. With so few, the true share could lie anywhere between [ and ]."

	colMonth = "Month"
	colWhat  = "What"
	colCount = "Times"
	colOf    = "Of"
	colLow   = "Low"
	colHigh  = "High"
)
