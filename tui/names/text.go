package names

// The words of the review.
const (
	titleCopy    = "What could name somebody in the copy"
	introCopy    = "A pseudonym stands for the same person or thing all through, and in everything about this subject. Your notes stay as they are."
	titleNotes   = "What could name somebody in your notes"
	introNotes   = "Nothing is changed until you say so. What stood there is kept as an earlier version, and can be put back."
	introHolds   = "Pseudonyms stand in these notes, and u puts the names back. What stood there is kept as an earlier version too."
	nothingFound = "Nothing was found."

	times            = ", %d times"
	becomes          = ": becomes "
	stays            = ": stays as it is"
	staysCombination = ": for you to change"

	because = "%s: %s."
	byHand  = "Each part may be harmless; it is the whole that tells. Only you can change it."
	wouldBe = "It would become %s."
	limits  = "It sees formats, names and the words beside them. It cannot see an event, a picture or a turn of phrase that somebody would know them by: read it yourself as well."

	limitsShort = "It cannot see everything: read it yourself as well."

	askAll     = "Put pseudonyms in place of all of these, in your notes?"
	allDetail  = "What stood there is kept as an earlier version, and can be put back."
	labelAll   = "Put pseudonyms there"
	labelLeave = "Leave them"

	sayNot  = "Noted: it is not shown again. Settings lists what you disagreed with."
	sayPut  = "%s stands there now. u puts the names back."
	sayAll  = "Pseudonyms stand there now. u puts the names back."
	sayBack = "The names are back. Where somebody was written in several ways, the first stands in all places."
)
