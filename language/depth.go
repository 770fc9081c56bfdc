package language

import "slices"

// DepthPart is one thing that a reflective passage can hold beside what happened.
type DepthPart string

// The three parts that Depth looks for.
const (
	DepthFelt        DepthPart = "felt"                 // what the writer felt
	DepthAssumed     DepthPart = "assumed"              // what the writer assumed, believed or guessed
	DepthDifferently DepthPart = "would do differently" // what the writer would do another time
)

// DepthParts returns the parts in the order in which they are named to a person.
func DepthParts() []DepthPart { return []DepthPart{DepthFelt, DepthAssumed, DepthDifferently} }

// DepthFinding says which parts a passage holds and which it does not, with the
// sentences it went by. There is no score: a passage is not better for having
// more.
type DepthFinding struct {
	// Absent are the parts that no sentence holds, in the order of DepthParts.
	// It is empty where the passage is too short to say.
	Absent []DepthPart
	// Held gives, for each part that is there, the sentences that hold it.
	Held map[DepthPart][]Reason
	// Describes are the sentences that tell what happened and hold none of the
	// parts; they are what the nudge goes by.
	Describes []Reason
	// TooShort says that there are too few words to ask for more.
	TooShort bool
}

// fewForDepth is the number of words below which a passage is left alone.
const fewForDepth = 25

// Depth looks through a reflective passage for what the writer felt, assumed
// and would do differently. Offsets are code points within text, on the edges
// of graphemes. Any string is accepted; the time taken grows with the length.
func Depth(text string) DepthFinding {
	spoken := readSpoken(text)
	finding := DepthFinding{Held: map[DepthPart][]Reason{}}
	var grounds []ground
	var kinds []DepthPart
	for _, sentence := range spoken.sentences {
		span := ground{from: spoken.words[sentence.from].start, to: spoken.words[sentence.to-1].end}
		parts := depthOf(spoken, sentence)
		if len(parts) == 0 {
			parts = []DepthPart{""}
		}
		for _, part := range parts {
			span.reason = depthReasons[part]
			grounds = append(grounds, span)
			kinds = append(kinds, part)
		}
	}
	for i, reason := range placeGrounds(text, grounds) {
		if kinds[i] == "" {
			finding.Describes = append(finding.Describes, reason)
			continue
		}
		finding.Held[kinds[i]] = append(finding.Held[kinds[i]], reason)
	}
	if finding.TooShort = len(spoken.words) < fewForDepth; finding.TooShort {
		return finding
	}
	for _, part := range DepthParts() {
		if len(finding.Held[part]) == 0 {
			finding.Absent = append(finding.Absent, part)
		}
	}
	return finding
}

// depthOf returns the parts that one sentence holds, in the order of DepthParts.
func depthOf(text spokenText, sentence spokenSentence) []DepthPart {
	rules := tables()
	var parts []DepthPart
	for i := sentence.from; i < sentence.to; i++ {
		for _, rule := range rules.depth.starting(text.words[i]) {
			part := depthKinds[rule.kind]
			if slices.Contains(parts, part) {
				continue
			}
			if _, ok := rule.match(text.words, i, sentence.to); ok {
				parts = append(parts, part)
			}
		}
	}
	slices.SortFunc(parts, func(a, b DepthPart) int {
		return slices.Index(DepthParts(), a) - slices.Index(DepthParts(), b)
	})
	return parts
}

// Nudge puts what is absent into words, "" where nothing is.
func (f DepthFinding) Nudge() string {
	var missing []string
	for _, part := range f.Absent {
		missing = append(missing, depthWords[part])
	}
	switch len(missing) {
	case 0:
		return ""
	case 1:
		return depthOpening + missing[0] + "."
	case 2:
		return depthOpening + missing[0] + " or " + missing[1] + "."
	}
	return depthOpening + missing[0] + ", " + missing[1] + ", or " + missing[2] + "."
}
