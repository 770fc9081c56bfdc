package journal

import "time"

// Preferences say something about the person, so they are sealed in the vault.
// Theme, linear mode and paths are the machine's and live in a small file.
type Preferences struct {
	IdleMinutes int      `json:"idle_minutes"`        // lock after so many minutes without a key; 0: never
	Length      Length   `json:"length,omitempty"`    // the length to offer first
	People      []string `json:"people,omitempty"`    // whom to turn to when something needs a person
	History     History  `json:"history,omitempty"`   // what happens to revisions on finishing
	Wording     string   `json:"wording,omitempty"`   // off, quiet, on
	Disagreed   []string `json:"disagreed,omitempty"` // findings the person has said no to, by key
	RecoveryOK  bool     `json:"recovery_ok"`         // the recovery code was typed back once
	Guidance    bool     `json:"guidance"`            // guidance beside the step, where there is room
	Names       bool     `json:"names,omitempty"`     // say while writing what could name somebody
	Depth       bool     `json:"depth,omitempty"`     // say at the end of a text step what it does not hold yet
	Time        bool     `json:"time,omitempty"`      // count where the time in a walk goes (Spent)
	Roster      []string `json:"roster,omitempty"`    // names that are always looked for, in the person's words

	Because map[string]string `json:"because,omitempty"` // why, in the person's words, by what is in Disagreed
}

// History is what the person wants kept of earlier revisions.
type History string

// The histories.
const (
	HistoryAll  History = "all"
	HistoryThin History = "thin"
	HistoryLast History = "last"
)

// DefaultPreferences are those of a new vault.
func DefaultPreferences() Preferences {
	return Preferences{IdleMinutes: 5, Length: 25, History: HistoryAll, Wording: "off", Guidance: true}
}

// Idle is how long the vault may stay open without a key; zero is for ever.
func (p Preferences) Idle() time.Duration { return time.Duration(p.IdleMinutes) * time.Minute }
