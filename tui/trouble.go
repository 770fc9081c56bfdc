package tui

import (
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// Trouble is an error in words: what happened, what is safe, what to do next.
type Trouble struct {
	What, Safe, Next string
	Severe           bool // worth a dialog
}

func (a *App) trouble(err error) {
	t := a.cfg.Describe(err)
	a.say(widget.Fault, t.line())
	if t.Severe {
		a.ask(screen.Question{Text: t.What, Detail: t.Safe + " " + t.Next, Choices: []screen.Option{{Key: "o", Label: sayGood}}, Unbidden: true}, 0)
	}
}

func (t Trouble) line() string {
	line := t.What
	for _, more := range []string{t.Safe, t.Next} {
		if more != "" {
			line += " " + more
		}
	}
	return line
}
