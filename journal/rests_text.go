package journal

// restsWords are the parts of "This rests on". Where a part reads otherwise for
// one than for several, the two stand with a bar between.
var restsWords = struct {
	nothing, onlyMissing, statements, seen, told, read, unsaid, assumed, ambiguous, fromOne, missing, and string
}{
	nothing:     "Nothing is written down yet that this could rest on.",
	onlyMissing: "This rests on nothing known yet: there is one thing to find out.|This rests on nothing known yet: there are {n} things to find out.",
	statements:  "This rests on one statement|This rests on {n} statements",
	seen:        "{n} you saw",
	told:        "{n} you were told",
	read:        "{n} you read",
	unsaid:      "{n} that does not say how it reached you|{n} that do not say how they reached you",
	assumed:     "{n} is assumed|{n} are assumed",
	ambiguous:   "{n} could mean several things",
	fromOne:     "{n} from one voice ({voice})",
	missing:     "; one thing is not known yet|; {n} things are not known yet",
	and:         " and ",
}
