package journal

// Words a person reads that belong to no pack.
const (
	whyTheme = "Shown because you said this comes into it: "

	sayMoreLabel  = "More from this theme"
	askMoreThemes = "More from this theme? There are %s more, from: %s."

	saySeveral   = "More than one choice fits that. Which one: "
	offerLabel   = "Came from"
	otherHeading = "Also written"
	graveLabel   = "Grave if it were true and missed"
)
