package export

import (
	"io"

	"sounding/journal"
)

// dueFile is what `due --json` prints.
type dueFile struct {
	Version int       `json:"version"`
	Due     []dueItem `json:"due"`
}

type dueItem struct {
	Reflection journal.ID      `json:"reflection"`
	Kind       journal.DueKind `json:"kind"` // action, forecast or follow-up
	Ref        string          `json:"ref"`  // A1, F2, or how long after: 3-months
	Text       string          `json:"text"`
	On         journal.Date    `json:"on"`
}

// Due writes what is due, in the order given, as `due --json` prints it.
func Due(w io.Writer, due []journal.Due) error {
	items := make([]dueItem, len(due))
	for i, d := range due {
		items[i] = dueItem{Reflection: d.Reflection, Kind: d.Kind, Ref: d.Ref, Text: d.Text, On: d.On}
	}
	return encode(w, dueFile{Version: 1, Due: items})
}
