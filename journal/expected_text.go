package journal

const (
	sayExpected      = `If {name} were so, we would see: "{expect}". {status}`
	sayFirstHand     = "{n} of them first hand"
	sayNoneFirstHand = "none of them first hand"
	sayFrom          = "from "
	sayLatest        = "latest "
	sayUndated       = "no date"
)

// foundWords say whether what was expected was seen.
var foundWords = map[string]string{
	"seen":       "It was seen.",
	"not-seen":   "It was looked for, and was not there.",
	"not-looked": "It has not been looked for yet.",
}
