package journal

// What is said of what is due and of what came after: calmly, with nothing
// late and nobody to blame.
const (
	sayTwoWeeks     = "Two weeks on: what has happened since?"
	sayThreeMonths  = "Three months on: what has happened since?"
	saySixMonths    = "Six months on: what has happened since?"
	sayTwelveMonths = "A year on: what has happened since?"

	sayToday    = "today"
	sayTomorrow = "tomorrow"
	sayOn       = "on "
	sayWasFor   = "was for "
	saySince    = "whenever you like, since "
	sayNoDay    = "no day set"
	sayAnyTime  = "any time"

	sayReturnMeans    = "Coming back means a new referral for the same child within twelve months of an earlier one. Here it is counted over the families that you looked back on yourself."
	sayReturnTooFew   = "You have looked back on one so far, which is too few to say.|You have looked back on {n} so far, which is too few to say."
	sayReturnNone     = "You have looked back on none so far, which is too few to say."
	sayReturnOwn      = "Of the {n} you looked back on, {k} came back. With so few, anything from about {low} to {high} in 100 would fit that."
	sayReturnNational = "For comparison: {share}% {of}, {year} ({source})."
	sayReturnCaution  = "Families come back for many reasons, including trust. This does not measure your work."
)
