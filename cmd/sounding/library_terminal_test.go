//go:build unix

package main

import (
	"testing"

	"sounding/internal/termtest"
)

// inDemo is the demonstration, at home.
func inDemo(t *testing.T) *termtest.Terminal {
	t.Helper()
	term := launch(t, t.TempDir(), "demo")
	term.WaitFor(t, "the door", says("unlock"))
	term.Keys(t, "enter")
	term.WaitFor(t, "home", says("kept here."))
	return term
}

func TestTerminal_readsTheLibrary(t *testing.T) {
	term := inDemo(t)
	term.Keys(t, "l")
	term.WaitScreen(t, "terminal/library")
	term.Type(t, "oars")
	term.WaitScreen(t, "terminal/library-search")
	term.Keys(t, "enter")
	term.WaitScreen(t, "terminal/library-page")
	term.Keys(t, "1")
	term.WaitScreen(t, "terminal/library-link")
}

func TestTerminal_showsTheStandards(t *testing.T) {
	term := inDemo(t)
	term.Keys(t, "a")
	term.WaitFor(t, "the standards", says("As they stand on"))
	term.Keys(t, "d")
	term.WaitFor(t, "the question", says("On which day?"))
	term.Type(t, "1 May 2027")
	term.Keys(t, "enter")
	term.WaitScreen(t, "terminal/standards")
	term.Keys(t, "enter")
	term.WaitScreen(t, "terminal/standards-framework")
}
