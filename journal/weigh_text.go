package journal

import "fmt"

// What is said of a matrix: of one that cannot be weighed, and of what to know
// before leaning on one that was.
const (
	sayNoID          = "an id is missing or empty."
	sayTwice         = "this id is used twice."
	sayCredibility   = "credibility is low, medium or high."
	sayRelevance     = "relevance is low, medium or high."
	sayNoHypothesis  = "there is no hypothesis with this id."
	sayNoEvidence    = "there is no evidence with this id."
	sayNoRating      = "a rating is CC, C, N, NA, I or II."
	sayOneHypothesis = "There is one explanation here, so there is nothing to compare it with. What else might it be?"
	sayNothingSpeaks = "Nothing speaks against any explanation yet. Nearly any explanation collects things that fit: look for what would not."
)

func sayTooMany(n int) string {
	return fmt.Sprintf("There are %d explanations, and more than %d are hard to hold at once. Could some be merged, or set aside for now?", n, MostHypotheses)
}

func sayUnrated(unrated, cells int) string {
	if unrated == 1 {
		return fmt.Sprintf("1 of %d cells is not rated yet.", cells)
	}
	return fmt.Sprintf("%d of %d cells are not rated yet.", unrated, cells)
}

func sayOnlyUnrated(id string) string {
	return id + " has the fewest things against it only because parts of its row are not rated yet."
}

func sayGraveLow(id string) string {
	return id + " has more against it than another, and it would be grave if it were true and missed. Keep it in sight whatever its row says."
}

func sayGraveAside(id string) string {
	return id + " is set aside, and it would be grave if it were true and missed. Keep it in sight."
}

func sayAlike(id string) string {
	return id + " sits the same with every explanation, so it does not tell them apart. It may still matter for safety."
}

func sayAssumed(id string) string {
	return "The order rests on " + id + ", which you are assuming. How could you find out?"
}
