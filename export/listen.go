package export

import "io"

// Listening is what `listen --json` prints: every utterance of a text, how many
// there are of each form, zeros included (open and closed by their question,
// reflection by whether there is one), and two ratios. Offsets count Unicode
// code points within the line.
type Listening struct {
	Version     int            `json:"version"`
	Utterances  []Utterance    `json:"utterances"`
	Counts      map[string]int `json:"counts"`
	OpenShare   *float64       `json:"open_share"`               // open questions over open and closed; null without one
	PerQuestion *float64       `json:"reflections_to_questions"` // reflections over questions; null without one
}

// Utterance is one line of what was, or may be, said.
type Utterance struct {
	Line       int      `json:"line"` // the physical line, from 1
	Text       string   `json:"text"`
	Form       string   `json:"form"`
	Question   string   `json:"question"` // open, closed or none
	Reflection bool     `json:"reflection"`
	Complexity string   `json:"complexity"` // simple, complex or none
	Permission *bool    `json:"permission"` // null where no advice is given
	Marks      []string `json:"marks"`
	Because    []Ground `json:"because"`
}

// Ground is a stretch of text and what it was judged by.
type Ground struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Reason string `json:"reason"`
}

// Listened writes a Listening as `listen --json` prints it.
func Listened(w io.Writer, l Listening) error {
	l.Version = 1
	utterances := make([]Utterance, len(l.Utterances))
	for i, u := range l.Utterances {
		u.Marks = append([]string{}, u.Marks...)
		u.Because = append([]Ground{}, u.Because...)
		utterances[i] = u
	}
	l.Utterances = utterances
	return encode(w, l)
}
