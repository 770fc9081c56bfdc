package rehearse

// The words of a rehearsal.
const (
	title       = "Rehearse what you might say"
	intro       = "The other person is made up. Nothing here is kept but what you take into your plan."
	says        = "Says %s, %s:"
	forSustain  = "speaking for leaving things as they are"
	forChange   = "speaking for a change"
	asks        = "What would you say?"
	placeAnswer = "Say it as you would. Enter hears how it sounds."
	triedSome   = "Tried so far: %d. Change the words and press Enter, Ctrl+T takes it into your plan, Ctrl+N gives another line."
	titleShare  = "Your tries together"
	escBack     = "Esc goes back."
	noLines     = "The packs have no lines to rehearse with."
	guarded     = "Forms and rehearsal are off here."
	sayNothing  = "Say something first."
	sayTaken    = "It is in your plan now."
)
