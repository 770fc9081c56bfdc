//go:build unix

package main

import (
	"strings"
	"testing"

	"sounding/internal/termtest"
)

func TestTerminal_showsTheInsights(t *testing.T) {
	term := inDemo(t)
	term.Keys(t, "i")
	term.WaitScreen(t, "terminal/insights")
	term.Keys(t, "enter")
	term.WaitScreen(t, "terminal/insights-curve")
	term.Keys(t, "t", "t")
	term.WaitScreen(t, "terminal/insights-curve-words")
	term.Keys(t, "right", "right")
	term.WaitScreen(t, "terminal/insights-too-few")
}

// The status line tells the time of the last save, so that the whole screen is
// never the same; what has to be there is waited for.
func TestTerminal_showsTheComparisonInThreeViews(t *testing.T) {
	term := inDemo(t)
	term.Keys(t, "/")
	term.WaitFor(t, "the list", says("reflections"))
	term.Type(t, `"who lifts the baby"`)
	term.WaitFor(t, "what was found", func(s termtest.Screen) bool {
		return strings.Contains(s.String(), "\n1 reflection\n")
	})
	term.Keys(t, "ctrl+o")
	term.WaitFor(t, "the walk", says("45 minutes"))
	term.Keys(t, "ctrl+g")
	term.Type(t, "6")
	term.Keys(t, "enter")
	term.WaitFor(t, "the comparison", says("Compare the explanations  (about"))
	term.Keys(t, "f6")
	term.WaitFor(t, "the grid", says("f6 tell it as a story"))
	term.Keys(t, "f6")
	term.WaitFor(t, "the story", says("against it"))
	term.WaitFor(t, "more of it, or the way back", says("f6 one question at a time"))
	term.Keys(t, "f6")
	term.WaitFor(t, "one question again", says("f6 whole grid"))
}
