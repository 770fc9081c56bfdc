package journal

import (
	"slices"
	"sort"
	"strings"
)

// signEntry begins the keys of signs among everything a person disagreed with.
const signEntry = "sign "

// Disagreement is a sign that a person said no to, in one reflection, and their
// reason if they gave one. Sign is its id; Entry names it among the preferences.
type Disagreement struct {
	Entry      string
	Reflection ID
	Sign       string
	Because    string
}

// Disagree remembers that a person said no to a sign in a reflection. What is
// kept is the sign, its places and, where they gave one, their reason; no word
// of the reflection, and nothing in the reflection itself.
func (p *Preferences) Disagree(id ID, key, because string) {
	entry := signEntry + string(id) + " " + key
	if !slices.Contains(p.Disagreed, entry) {
		p.Disagreed = append(p.Disagreed[:len(p.Disagreed):len(p.Disagreed)], entry)
	}
	if because = strings.TrimSpace(because); because != "" {
		kept := map[string]string{entry: because}
		for k, v := range p.Because {
			if k != entry {
				kept[k] = v
			}
		}
		p.Because = kept
	}
}

// TakeBack forgets a disagreement by its entry.
func (p *Preferences) TakeBack(entry string) {
	p.keepDisagreed(func(other string) bool { return other != entry })
}

// ForgetSigns forgets every disagreement about a reflection, for when it is
// erased.
func (p *Preferences) ForgetSigns(id ID) {
	p.keepDisagreed(func(entry string) bool { return !strings.HasPrefix(entry, signEntry+string(id)+" ") })
}

func (p *Preferences) keepDisagreed(keep func(entry string) bool) {
	var left []string
	because := map[string]string{}
	for _, entry := range p.Disagreed {
		if keep(entry) {
			left = append(left, entry)
			if why, ok := p.Because[entry]; ok {
				because[entry] = why
			}
		}
	}
	p.Disagreed, p.Because = left, because
}

// DisagreedIn lists the keys of the signs that a person said no to in one
// reflection, as Choose takes them.
func (p Preferences) DisagreedIn(id ID) []string {
	var out []string
	for _, entry := range p.Disagreed {
		if key, ok := strings.CutPrefix(entry, signEntry+string(id)+" "); ok {
			out = append(out, key)
		}
	}
	return out
}

// Disagreements lists the signs that a person said no to, by reflection.
func (p Preferences) Disagreements() []Disagreement {
	var out []Disagreement
	for _, entry := range p.Disagreed {
		rest, ok := strings.CutPrefix(entry, signEntry)
		if !ok {
			continue
		}
		id, key, _ := strings.Cut(rest, " ")
		sign, _, _ := strings.Cut(key, " ")
		out = append(out, Disagreement{Entry: entry, Reflection: ID(id), Sign: sign, Because: p.Because[entry]})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Reflection < out[j].Reflection })
	return out
}
