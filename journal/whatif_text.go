package journal

// The sentences of "what if": an item left out, and read the other way round.
// {item} is the item, {fewer} and {more} are two hypotheses as they stand now.
const (
	whatIfUnrated   = `{item} is not rated against any explanation yet, so nothing rests on it.`
	whatIfSame      = `Without {item}, nothing changes places.`
	whatIfSameAlike = `{item} sits the same with every explanation, so nothing changes without it. It may still matter for safety.`
	whatIfTie       = `Without {item}, {fewer} and {more} have as much against them as each other.`
	whatIfSwap      = `Without {item}, {more} has less against it than {fewer}.`
	whatIfTurnSame  = `If it were the other way round, nothing would change places either.`
	whatIfTurnTie   = `If it were the other way round, {fewer} and {more} would have as much against them as each other.`
	whatIfTurnSwap  = `If it were the other way round, {more} would have less against it than {fewer}.`
	whatIfMore      = `And so for {count} more pairs.`
	whatIfMoreOne   = `And so for one more pair.`
	whatIfFindOut   = `How sure are you of it, and how could you find out?`
)

// whatIfPairs is how many pairs are told one by one.
const whatIfPairs = 3
