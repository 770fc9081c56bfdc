package library

// The words of the screen.
const (
	labelWords = "Look for: "
	placeWords = "a word of the page you want"
	sayNothing = "No page has that word."

	titleShelves   = "Shelves"
	titleStandards = "Standards, and what I have written against each"
	aboutStandards = "Every framework with its dates, and your own work against each standard."
	titleRefused   = "A pack that could not be used"
	aboutRefused   = "It is left out whole. Everything else works."
	sayRefused     = "What could not be used is left out whole, and everything else works. Each line names the pack, the file, what is wrong and what to do."
	onePage        = "1 page"
	somePages      = "%d pages"
	foundPages     = "%s found"

	headingOthers    = "More on this"
	headingUse       = "Where it is used"
	headingStandards = "Standards"
	headingSources   = "Sources"
	sayPlace         = "At \"%s\", in \"%s\". Press u to use it there."
	sayChecked       = "Checked on %s."

	sayMore     = "There is more below: space goes on."
	sayRange    = "%d to %d of %d"
	sayNoLink   = "There is no link of that number here. There are %d."
	sayNumber   = "Link %s. Enter follows it, or type on."
	sayNoNumber = "No link followed."
	sayFollowed = "Esc goes back to where you were."
	sayNoUse    = "This page belongs to no one step. Start with a new reflection."

	askWhich     = "In which reflection?"
	askBegin     = "Begin \"%s\"?"
	opensAt      = "It opens at \"%s\"."
	labelNew     = "A new one"
	labelStay    = "None: go on reading"
	labelBegin   = "Begin"
	labelMinutes = "%s minutes"
)

// What the keys do.
const (
	doesOpen   = "open"
	doesFollow = "follow a link"
	doesUse    = "use in my reflection"
	doesBack   = "back"
)
