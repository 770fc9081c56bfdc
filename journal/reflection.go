package journal

import (
	"encoding/json"
	"time"
)

// Reflection is one person's record of one walk: what they wrote and nothing
// that was said about it. Local ids (H1, E3) are unique within it.
type Reflection struct {
	ID          ID        `json:"id"`
	Walk        string    `json:"walk"`
	WalkVersion int       `json:"walk_version"`
	WalkDigest  string    `json:"walk_digest,omitempty"` // names the kept copy of the walk it was written with
	Length      Length    `json:"length,omitempty"`
	Title       string    `json:"title,omitempty"`   // the person's own; empty: TitleOf finds one
	Subject     string    `json:"subject,omitempty"` // a code, never a name
	Themes      []string  `json:"themes,omitempty"`
	Status      Status    `json:"status"`
	Created     time.Time `json:"created"`
	Updated     time.Time `json:"updated"`
	Finished    time.Time `json:"finished,omitzero"`

	At     string   `json:"at,omitempty"`     // the step where they were
	Opened []string `json:"opened,omitempty"` // steps that were looked at, in the walk's order

	Answers    []Answer                     `json:"answers,omitempty"`
	Hypotheses []Hypothesis                 `json:"hypotheses,omitempty"`
	Evidence   []Evidence                   `json:"evidence,omitempty"`
	Ratings    map[string]map[string]Rating `json:"ratings,omitempty"` // hypothesis id, then evidence id
	Utterances []Utterance                  `json:"utterances,omitempty"`
	Principles []PrincipleNote              `json:"principles,omitempty"`
	Actions    []Action                     `json:"actions,omitempty"`
	Forecasts  []Forecast                   `json:"forecasts,omitempty"`
	Standards  []StandardNote               `json:"standards,omitempty"`
	Second     *SecondPass                  `json:"second,omitempty"`

	// Unkept holds the arrive step while it is not to be stored. It is never
	// written anywhere.
	Unkept []Answer `json:"-"`

	// Extra keeps fields that a newer version wrote, so that saving here does
	// not lose them.
	Extra map[string]json.RawMessage `json:"-"`
}

// Status is how far a reflection has come.
type Status string

// A reflection is a draft until its writer finishes it. Trash is a place, not
// a status.
const (
	StatusDraft    Status = "draft"
	StatusFinished Status = "finished"
)

// Answer is what was written at one prompt. Asked is kept where the prompt came
// from a theme, so that the question can be read again without its pack.
type Answer struct {
	Step   string `json:"step"`
	Prompt string `json:"prompt"`
	Text   string `json:"text"`
	Asked  string `json:"asked,omitempty"`
}

// Hypothesis is one explanation of what might be going on. Grave marks one
// that could mean serious harm if it were true and missed: it stays in sight
// whatever its row says.
type Hypothesis struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Lens     string `json:"lens,omitempty"`
	Expect   string `json:"expect,omitempty"`    // if this were so, we would see
	Found    string `json:"found,omitempty"`     // seen, not-seen, not-looked
	FindOut  string `json:"find_out,omitempty"`  // to find out I could
	IfMissed string `json:"if_missed,omitempty"` // if true and missed, what could happen to the child
	Grave    string `json:"grave,omitempty"`     // yes, no
	Parked   string `json:"parked,omitempty"`    // yes: set aside, kept in the list
}

// Evidence is one statement and what kind of thing it is. Sort follows
// Wonnacott's four: evidence, ambiguous, assumption, missing.
type Evidence struct {
	ID          string `json:"id"`
	Text        string `json:"text"`
	Sort        string `json:"sort,omitempty"`
	Voice       string `json:"voice,omitempty"` // whose voice it is, as a code of the pack
	Whose       string `json:"whose,omitempty"` // whose account, in the person's words
	How         string `json:"how,omitempty"`   // seen, heard, read
	When        Date   `json:"when,omitempty"`
	Reliability string `json:"reliability,omitempty"` // low, medium, high
	Relevance   string `json:"relevance,omitempty"`   // low, medium, high
	Opinion     string `json:"opinion,omitempty"`     // what I make of it, apart from the fact
}

// Rating is how an item of evidence sits with a hypothesis (Heuer 1999,
// Psychology of Intelligence Analysis, chapter 8). Empty is not yet rated.
type Rating string

// The ratings, from what we would surely expect to what we would surely not.
const (
	VeryConsistent   Rating = "CC"
	Consistent       Rating = "C"
	Neutral          Rating = "N"
	NotApplicable    Rating = "NA"
	Inconsistent     Rating = "I"
	VeryInconsistent Rating = "II"
)

// RatingCodes lists the ratings in the order they are offered.
func RatingCodes() []Rating {
	return []Rating{VeryConsistent, Consistent, Neutral, Inconsistent, VeryInconsistent, NotApplicable}
}

// Utterance is one planned thing to say.
type Utterance struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Purpose string `json:"purpose,omitempty"` // opening, open, affirmation, reflection, summary
}

// PrincipleNote holds the work against one letter of CARES or one relational
// principle.
type PrincipleNote struct {
	ID        string `json:"id"`
	Principle string `json:"principle"`
	Side      string `json:"side,omitempty"` // shows, misses, try
	Note      string `json:"note,omitempty"`
}

// Action is something to do, with an owner and a due date. From names the
// hypothesis it grew out of.
type Action struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Owner string `json:"owner,omitempty"`
	Due   Date   `json:"due,omitempty"`
	Done  string `json:"done,omitempty"` // yes, no
	From  string `json:"from,omitempty"`
}

// Forecast is a dated statement that will turn out true or not, with how
// likely it seemed: in words, and as a number from 0 to 1 only if wanted.
type Forecast struct {
	ID          string `json:"id"`
	Text        string `json:"text"`
	Due         Date   `json:"due,omitempty"`
	Words       string `json:"words,omitempty"`
	Probability string `json:"probability,omitempty"` // "0.7": kept as typed, 0 to 1
	Outcome     string `json:"outcome,omitempty"`     // yes, no; empty: not known yet
	Learnt      string `json:"learnt,omitempty"`
	Surprised   string `json:"surprised,omitempty"` // yes, no: did how it turned out surprise
	Again       string `json:"again,omitempty"`     // yes, no: would they do the same again
}

// StandardNote says why a reflection meets a standard. Standard is
// "framework/standard", as it was on the day it was written.
type StandardNote struct {
	ID       string `json:"id"`
	Standard string `json:"standard"`
	Note     string `json:"note,omitempty"`
}

// Summary is a reflection as lists show it.
type Summary struct {
	ID        ID        `json:"id"`
	Walk      string    `json:"walk"`
	Title     string    `json:"title"`
	Subject   string    `json:"subject"`
	Created   time.Time `json:"created"`
	Updated   time.Time `json:"updated"`
	Status    Status    `json:"status"`
	Themes    []string  `json:"themes"`
	Standards []string  `json:"standards"`

	At     string `json:"-"`
	Urgent bool   `json:"-"` // something was said not to wait
	Open   []Due  `json:"-"` // what is still open with a date, soonest first
}

// Due is something of a reflection that has a date.
type Due struct {
	Reflection ID
	Kind       DueKind
	Ref        string // A1, F2
	Text       string
	On         Date
}

// DueKind says what is due.
type DueKind string

// What can be due.
const (
	DueAction   DueKind = "action"
	DueForecast DueKind = "forecast"
)
