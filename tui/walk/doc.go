// Package walk is the screen where a person walks a reflection: the rail of
// steps, the form of the step they are at, the guidance beside it.
//
// A step's form is the list of questions that the journal asks now; one of them
// has the focus and an editor of its own, the others show what was answered in
// a line. Each change is set in the reflection and handed to the writer in the
// same moment, so nothing waits on the screen. The package knows no vault: it
// keeps what is written through the small interface Drafts.
package walk
