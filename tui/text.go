package tui

// The words of the root.
const (
	sayBroken   = "Something went wrong on that screen, and it was closed. What you wrote is saved."
	sayGood     = "All right"
	sayTooSmall = "This window is too small to draw in. Everything you wrote is kept. Make it larger than 40 by 10."
	sayLeave    = "Leave Sounding? Everything is saved."
	sayUnsaved  = "Leave Sounding? The last words are NOT saved yet."
	sayStay     = "Stay"
	sayGo       = "Leave"
	saySaved    = "Saved"
	appTitle    = "Sounding"
)
