package journal

import "strings"

// Rests is what a view rests on, counted from the statements of a reflection.
// Every count is of statements with words in them; Missing ones (what is not
// known yet) stand apart from Statements.
type Rests struct {
	Statements int // all but the missing
	Seen       int // the person saw it
	Told       int // the person was told it
	Read       int // the person read it
	Unsaid     int // how it reached them is not said
	Ambiguous  int // could mean several things
	Assumed    int
	Missing    int // not known yet
	Undated    int
	Voices     int    // how many different voices the statements come from
	Loudest    string // the voice that most statements come from: a voice's id, or an account in the person's words
	FromOne    int    // how many come from it
}

// RestsOn counts what a reflection's view rests on.
func RestsOn(r *Reflection) Rests {
	var rests Rests
	from := map[string]int{}
	for _, e := range r.Evidence {
		if strings.TrimSpace(e.Text) == "" {
			continue
		}
		if e.Sort == SortMissing {
			rests.Missing++
			continue
		}
		rests.count(e)
		if voice := voiceOf(e); voice != "" {
			from[voice]++
		}
	}
	rests.Voices = len(from)
	for _, voice := range sortedKeys(from) {
		if from[voice] > rests.FromOne {
			rests.Loudest, rests.FromOne = voice, from[voice]
		}
	}
	return rests
}

func (rests *Rests) count(e Evidence) {
	rests.Statements++
	switch e.How {
	case HowSeen:
		rests.Seen++
	case HowHeard:
		rests.Told++
	case HowRead:
		rests.Read++
	default:
		rests.Unsaid++
	}
	switch e.Sort {
	case SortAmbiguous:
		rests.Ambiguous++
	case SortAssumption:
		rests.Assumed++
	}
	if e.When == "" {
		rests.Undated++
	}
}

// How a statement reached the person.
const (
	HowSeen  = "seen"
	HowHeard = "heard"
	HowRead  = "read"
)

// voiceOf is whose voice a statement is: the voice it was started from, or
// whose account the person says it is, or nobody's.
func voiceOf(e Evidence) string {
	if e.Voice != "" {
		return e.Voice
	}
	return strings.TrimSpace(e.Whose)
}

// Sentence says it in one sentence, or says that nothing is written down yet.
// label gives a voice's name for its id, and the account itself where it is
// none; what a person wrote is made safe to print.
func (rests Rests) Sentence(label func(voice string) string) string {
	if rests.Statements == 0 {
		if rests.Missing > 0 {
			return fillCounts(restsWords.onlyMissing, rests.Missing, "")
		}
		return restsWords.nothing
	}
	parts := []string{fillCounts(restsWords.statements, rests.Statements, "")}
	add := func(template string, n int) {
		if n > 0 {
			parts = append(parts, fillCounts(template, n, ""))
		}
	}
	if rests.Unsaid < rests.Statements {
		add(restsWords.seen, rests.Seen)
		add(restsWords.told, rests.Told)
		add(restsWords.read, rests.Read)
		add(restsWords.unsaid, rests.Unsaid)
	}
	add(restsWords.assumed, rests.Assumed)
	add(restsWords.ambiguous, rests.Ambiguous)
	if rests.FromOne > 1 || rests.Voices == 1 && rests.Statements > 1 {
		parts = append(parts, fillCounts(restsWords.fromOne, rests.FromOne, VisibleLine(label(rests.Loudest))))
	}
	sentence := parts[0]
	if len(parts) > 1 {
		last := len(parts) - 1
		sentence += ": " + strings.Join(parts[1:last], ", ")
		if last > 1 {
			sentence += restsWords.and
		}
		sentence += parts[last]
	}
	if rests.Missing > 0 {
		sentence += fillCounts(restsWords.missing, rests.Missing, "")
	}
	return sentence + "."
}

func fillCounts(template string, n int, voice string) string {
	one, many, both := strings.Cut(template, "|")
	if both && n != 1 {
		one = many
	}
	return strings.NewReplacer("{n}", inWords(n), "{voice}", voice).Replace(one)
}
