package journal

// StoryWords are the sentences of a matrix told as a story. In each, {name} is
// a hypothesis, {items} are items of evidence, {count} and {total} are numbers,
// {fewer} and {more} are two hypotheses.
type StoryWords struct {
	Nothing        string // nothing against it, every item rated
	NothingSoFar   string // nothing against it, {count} of {total} items not rated
	NotWeighed     string // no item rated
	One            string // one thing against it
	Several        string // {count} things, {items} the strongest
	SeveralAlike   string // {count} things that weigh the same
	Unrated        string // after One or Several: {count} of {total} not rated
	Tie            string // left out, {fewer} and {more} come out level
	Swap           string // left out, {fewer} and {more} change places
	RestsOnNothing string // no item carries the order
	Scheme         string // said last: how it counts, and what it does not do
	And            string // between the last two of a list
	More           string // {count} that a list leaves out
}

// DefaultStoryWords are the sentences that Sounding tells a matrix with. None
// says which explanation is right, nor how probable one is.
func DefaultStoryWords() StoryWords {
	return StoryWords{
		Nothing:        `{name} has nothing against it.`,
		NothingSoFar:   `{name} has nothing against it so far, with {count} of {total} statements still to rate.`,
		NotWeighed:     `{name} has not been compared with any statement yet.`,
		One:            `{name} has one thing against it: {items}.`,
		Several:        `{name} has {count} things against it, the strongest being {items}.`,
		SeveralAlike:   `{name} has {count} things against it, none stronger than the others: {items}.`,
		Unrated:        `Still to rate for it: {count} of {total} statements.`,
		Tie:            `This rests on {items}: without it, {fewer} and {more} have as much against them as each other.`,
		Swap:           `This rests on {items}: without it, {more} has less against it than {fewer}.`,
		RestsOnNothing: `No one statement carries this order by itself.`,
		Scheme:         `This counts what speaks against each explanation, heavier where a statement is surer and matters more (weighted inconsistency, after Heuer 1999). It shows where your reasoning rests. It decides nothing.`,
		And:            ` and `,
		More:           `{count} more`,
	}
}

var numberWords = []string{
	"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
}
