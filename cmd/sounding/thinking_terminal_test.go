//go:build unix

package main

import "testing"

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
