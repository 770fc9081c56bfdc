package journal

import "time"

// Hit is a reflection that a search found, with the words around the first
// place where it matched. Start and End are bytes within Excerpt; equal where
// the match is not in the text.
type Hit struct {
	Summary Summary
	Excerpt string
	Start   int
	End     int
}

// Revision is one kept state of a reflection. Number counts from 1.
type Revision struct {
	Number uint64
	Saved  time.Time
	Why    string
}

// Standing is what a person is told about the last save of what they write.
type Standing struct {
	ID    ID
	Saved time.Time
	Err   error // why it is not saved yet; nil once the commit returned
}
