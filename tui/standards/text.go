package standards

// The words of the screen.
const (
	titleAll       = "Standards, and what you have written against each"
	titleLost      = "Standards that no pack holds today"
	titleWritten   = "What you have written"
	sayOn          = "As they stand on %s. Counts are of reflections, for you alone."
	oneWritten     = "1 written"
	someWritten    = "%d written"
	draftMark      = ", not finished"
	markInForce    = "in force"
	markToCome     = "from %s"
	markEnded      = "ended %s"
	sayBetween     = "In force from %s to %s."
	sayFrom        = "In force from %s, with no end set."
	sayUntil       = "In force until %s."
	sayUndated     = "No dates are given."
	sayLost        = "A pack that held these is gone or has changed. What you wrote is kept."
	sayKept        = "What was written under it stays as it is."
	sayProvisional = "Not settled yet. "
	sayAliases     = "Older and local names: %s."
	sayRef         = "On the command line: sounding list --standard %s"
	sayNoNote      = "Nothing is written here on why it meets the standard."

	sayNothingWritten = "Nothing yet. A walk's last step asks whether to use it for ASYE or CPD."
	sayNoFrameworks   = "There are no frameworks in the packs."

	labelDay = "On which day? "
	placeDay = "today, 1 April 2027, 3/12"
	sayDay   = "Enter alone is today."
)

// What the keys do.
const (
	doesOpen  = "open"
	doesDay   = "as of another day"
	doesWhole = "read the framework whole"
	doesBack  = "back"
)
