package journal

import (
	"slices"
	"sort"
	"strings"
)

// About what a person can disagree beside signs. Each begins the keys of its
// own among everything that was disagreed with.
const (
	AboutWording = "wording" // a finding about wording
	AboutName    = "name"    // a finding that could name somebody, and does not
	AboutDepth   = "depth"   // the nudge about a step
)

// Objection is something about words that a person said no to, anywhere. Key
// names the finding in the terms of whoever found it; Entry names it among the
// preferences.
type Objection struct {
	Entry string
	About string
	Key   string
}

// Object remembers that a person disagreed with a finding about words. The key
// may hold what they wrote: preferences are sealed.
func (p *Preferences) Object(about, key string) {
	entry := about + " " + key
	if !slices.Contains(p.Disagreed, entry) {
		p.Disagreed = append(p.Disagreed[:len(p.Disagreed):len(p.Disagreed)], entry)
	}
}

// Objected gives the keys that a person disagreed with, of one sort.
func (p Preferences) Objected(about string) map[string]bool {
	out := map[string]bool{}
	for _, entry := range p.Disagreed {
		if key, ok := strings.CutPrefix(entry, about+" "); ok {
			out[key] = true
		}
	}
	return out
}

// Objections lists what a person disagreed with about words, by sort and key.
func (p Preferences) Objections() []Objection {
	var out []Objection
	for _, entry := range p.Disagreed {
		about, key, _ := strings.Cut(entry, " ")
		if about == AboutWording || about == AboutName || about == AboutDepth {
			out = append(out, Objection{Entry: entry, About: about, Key: key})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Entry < out[j].Entry })
	return out
}
