package journal

import (
	"hash/fnv"
	"slices"
	"sort"
)

// Finding is something that was told from the wording of a reflection. Whoever
// reads words hands findings in; this package only says what one is. Step and
// Ref name the place: the step and prompt of an answer, or no step and an item
// with the field ("E3", "E3.opinion"; the field is left out for the main one).
// Start and End count characters (Unicode code points) in that text.
type Finding struct {
	Kind  FindingKind
	Step  string
	Ref   string
	Start int
	End   int
	Text  string
}

// FindingKind is what a finding is of. Beside the kinds below there is one for
// each sign with words of its own (SignWords).
type FindingKind string

// The kinds of wording that signs go by.
const (
	FindingCertainty FindingKind = "certainty"
	FindingBlame     FindingKind = "blame"
)

// SignText is what a person reads about a sign: an error that careful people
// make, how it can look in writing, a question to ask oneself, where that comes
// from, and where the idea is contested. It is content. Words are phrases that
// matter only where the shape of the reflection says the same; Alone are
// phrases that are enough by themselves. NotDetectable says why nothing that is
// recorded can show the error: then there is no detector.
type SignText struct {
	ID            string   `json:"id"`
	Name          string   `json:"name"`
	Sign          string   `json:"sign"`
	Question      string   `json:"question"`
	Source        string   `json:"source"`
	Caution       string   `json:"caution,omitempty"`
	Checked       Date     `json:"checked"`
	NotDetectable string   `json:"not_detectable_because,omitempty"`
	Words         []string `json:"words,omitempty"`
	Alone         []string `json:"alone,omitempty"`
}

// SignTables is what the detectors need to know of content and of earlier work.
type SignTables struct {
	Texts         []SignText
	Voices        []Voice
	Circumstances []string // lenses that start from how people live: money, housing, power, the service
	Likelihoods   []Likelihood
	Walk          *Walk        // the walk it was written in, for the answers with a role
	Earlier       []Reflection // earlier ones about the same subject
}

// Sighting is a sign worth a look: a prompt, never proof. Said is why, in
// words; By is what it went by. Key names it for "I disagree", and stays the
// same while the sign and what it went by do. A sighting is worked out anew
// each time and belongs to the person alone: it is never stored.
type Sighting struct {
	Sign   string
	Key    string
	Said   string
	By     []Trace
	family family
	turn   uint32
}

// Trace is one thing that a sighting went by: an item or answer, a cell of the
// matrix (Ref is the hypothesis and Evidence the item), or words in a text.
type Trace struct {
	Step     string
	Ref      string
	Evidence string
	Start    int
	End      int
	Words    string
}

// family groups signs that look at the same side of a reflection, so that two
// chosen at once are not about the same thing.
type family int

const (
	explanations family = iota
	people
	timing
	wording
	plan
)

// detector looks for one sign. It gives why, and what it went by; nothing by
// means that it saw nothing.
type detector struct {
	sign   string
	family family
	see    func(*look) (said string, by []Trace)
}

// detectors is the table of every detector. Each sign of the content has one
// here or a reason there.
func detectors() []detector {
	return []detector{
		{"confirmation", explanations, (*look).confirmation},
		{"anchoring", timing, (*look).anchoring},
		{"recency", timing, (*look).recency},
		{"base-rate", wording, (*look).baseRate},
		{"hindsight", wording, (*look).hindsight},
		{"optimism", timing, (*look).optimism},
		{"start-again", timing, (*look).startAgain},
		{"disguised-compliance", people, (*look).disguisedCompliance},
		{"groupthink", people, (*look).groupthink},
		{"fixed-thinking", explanations, (*look).fixedThinking},
		{"over-identification", people, (*look).overIdentification},
		{"halo", wording, (*look).halo},
		{"deference", people, (*look).deference},
		{"attribution", wording, (*look).attribution},
		{"sunk-cost", plan, (*look).sunkCost},
		{"overconfidence", explanations, (*look).overconfidence},
		{"omission", plan, (*look).omission},
		{"diffusion", plan, (*look).diffusion},
		{"adultification", wording, (*look).adultification},
		{"missing-men", people, (*look).missingMen},
	}
}

// Detectable lists the signs that have a detector.
func Detectable() []string {
	var out []string
	for _, d := range detectors() {
		out = append(out, d.sign)
	}
	return out
}

// Signs looks a reflection over for every sign of the table that can be
// detected. Structure comes before wording: findings count only where a
// detector asks for them. The order is that of the table.
func Signs(r *Reflection, tables SignTables, findings []Finding) []Sighting {
	by := map[string]detector{}
	for _, d := range detectors() {
		by[d.sign] = d
	}
	l := newLook(r, tables, findings)
	var out []Sighting
	for _, text := range tables.Texts {
		d, ok := by[text.ID]
		if !ok || text.NotDetectable != "" {
			continue
		}
		if said, traces := d.see(l); len(traces) > 0 {
			out = append(out, Sighting{
				Sign: d.sign, Key: signKey(d.sign, traces), Said: said, By: traces,
				family: d.family, turn: turnOf(r.ID, d.sign),
			})
		}
	}
	return out
}

// signKey names a sighting by its sign and the places it went by, not by words:
// a key may be kept, and nothing a person wrote may be in it.
func signKey(sign string, traces []Trace) string {
	var places []string
	for _, t := range traces {
		place := t.Ref
		if t.Step != "" {
			place = t.Step + "." + t.Ref
		}
		if t.Evidence != "" {
			place += "/" + t.Evidence
		}
		places = append(places, place)
	}
	sort.Strings(places)
	key := sign
	for _, place := range slices.Compact(places) {
		key += " " + place
	}
	return key
}

// turnOf shuffles the signs differently for each reflection, and always the
// same for one: so that no sign is forever ahead of another, and none comes and
// goes.
func turnOf(id ID, sign string) uint32 {
	h := fnv.New32a()
	// Writing to a hash cannot err.
	_, _ = h.Write([]byte(string(id) + "/" + sign))
	return h.Sum32()
}

// MostSigns is how many signs are offered at a length: none in 10 minutes, one
// in 25, three in 45, and none where a walk has one length.
func MostSigns(length Length) int {
	switch length {
	case 25:
		return 1
	case 45:
		return 3
	}
	return 0
}

// Choose picks the few that are offered at a length. What was disagreed with is
// left out. The same sightings of a reflection give the same choice; different
// reflections take turns; two of a kind are not chosen while there is another.
func Choose(sightings []Sighting, length Length, disagreed []string) []Sighting {
	var open []Sighting
	for _, s := range sightings {
		if !slices.Contains(disagreed, s.Key) {
			open = append(open, s)
		}
	}
	sort.Slice(open, func(a, b int) bool {
		if open[a].turn != open[b].turn {
			return open[a].turn < open[b].turn
		}
		return open[a].Key < open[b].Key
	})
	var chosen, others []Sighting
	taken := map[family]bool{}
	for _, s := range open {
		if taken[s.family] {
			others = append(others, s)
			continue
		}
		taken[s.family] = true
		chosen = append(chosen, s)
	}
	chosen = append(chosen, others...)
	return chosen[:min(len(chosen), MostSigns(length))]
}
