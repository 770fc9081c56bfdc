package journal

import "strings"

// VoiceKind is what a voice is to the child, as far as reasoning needs to know.
type VoiceKind string

// The kinds of voice. Mother and father are told apart only so that a parent
// whom nobody has asked can be noticed.
const (
	VoiceChild  VoiceKind = "child"
	VoiceMother VoiceKind = "mother"
	VoiceFather VoiceKind = "father"
	VoiceCarer  VoiceKind = "carer"
	VoiceFamily VoiceKind = "family"
	VoiceAgency VoiceKind = "agency"
)

// Parent says whether the voice is one of those who bring the child up.
func (k VoiceKind) Parent() bool { return k == VoiceMother || k == VoiceFather || k == VoiceCarer }

// Voice is someone who could be heard. Ask is the question that brings them in;
// Called are words by which an answer may name them.
type Voice struct {
	ID     string    `json:"id"`
	Label  string    `json:"label"`
	Kind   VoiceKind `json:"kind,omitempty"`
	Ask    string    `json:"ask,omitempty"`
	Called []string  `json:"called,omitempty"`
}

// Voices is the table of voices and the words that go before any suggestion to
// contact one of them. All of it is content. Without the words of safety no
// suggestion is made.
type Voices struct {
	Table  []Voice  `json:"voices"`
	Safety string   `json:"safety"` // could getting in touch put anyone at risk?
	Before []string `json:"before"` // what to do first where it could
	Absent string   `json:"absent"` // {voices} have not been heard
}

// VoicesOf makes a table of the voices that a walk offers where it gathers
// evidence. known gives what each is to the child and how they may be called, by
// id.
func VoicesOf(w *Walk, known map[string]Voice) []Voice {
	var out []Voice
	for _, s := range w.Steps {
		c := s.collect(EvidenceItems)
		if c == nil {
			continue
		}
		for _, o := range c.Offers {
			voice := known[o.ID]
			voice.ID, voice.Label, voice.Ask = o.ID, o.Label, o.Text
			out = append(out, voice)
		}
	}
	return out
}

// Label is a voice's name for its id; an id that is in no table is an account in
// the person's own words, and is its own name.
func (v Voices) Label(id string) string {
	for _, voice := range v.Table {
		if voice.ID == id {
			return voice.Label
		}
	}
	return id
}

// Heard is a voice with statements: how many, how many of them the person saw
// or was told, whose account they are where it is said, and the latest date.
type Heard struct {
	Voice     Voice
	FirstHand int
	Refs      []string // E1, E4
	Whose     []string
	Latest    Date // none where no statement has a date
}

// VoiceCheck is whose voice is in a reflection and whose is not. Assumed voices
// have statements that are only assumptions or not known yet: they have not
// been heard either.
type VoiceCheck struct {
	Heard   []Heard
	Assumed []Voice
	Absent  []Voice
}

// CheckVoices goes through the table and finds who has been heard. An
// assumption about somebody is not hearing them.
func CheckVoices(r *Reflection, voices Voices) VoiceCheck {
	var check VoiceCheck
	for _, voice := range voices.Table {
		heard, assumed := Heard{Voice: voice}, false
		for _, e := range r.Evidence {
			if e.Voice != voice.ID || strings.TrimSpace(e.Text) == "" {
				continue
			}
			if e.Sort == SortAssumption || e.Sort == SortMissing {
				assumed = true
				continue
			}
			heard.add(e)
		}
		switch {
		case len(heard.Refs) > 0:
			check.Heard = append(check.Heard, heard)
		case assumed:
			check.Assumed = append(check.Assumed, voice)
		default:
			check.Absent = append(check.Absent, voice)
		}
	}
	return check
}

func (h *Heard) add(e Evidence) {
	h.Refs = append(h.Refs, e.ID)
	if e.How == HowSeen || e.How == HowHeard {
		h.FirstHand++
	}
	if whose := strings.TrimSpace(e.Whose); whose != "" {
		h.Whose = append(h.Whose, whose)
	}
	if e.When > h.Latest {
		h.Latest = e.When
	}
}

// Ask is the prompt about absent voices, line by line: who has not been heard,
// then whether contact could put anyone at risk and what comes before it, and
// only then each voice's own question. It is empty where every voice has been
// heard, and where the words of safety are missing.
func (c VoiceCheck) Ask(voices Voices) []string {
	absent := append(append([]Voice{}, c.Absent...), c.Assumed...)
	if len(absent) == 0 || strings.TrimSpace(voices.Safety) == "" {
		return nil
	}
	var names, questions []string
	for _, voice := range absent {
		names = append(names, voice.Label)
		if voice.Ask != "" {
			questions = append(questions, voice.Ask)
		}
	}
	lines := []string{strings.Replace(voices.Absent, "{voices}", strings.Join(names, ", "), 1), voices.Safety}
	lines = append(lines, voices.Before...)
	return append(lines, questions...)
}
