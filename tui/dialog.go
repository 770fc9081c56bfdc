package tui

import (
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/widget"
)

// dialog is a question over the screens and who asked it; 0 is the root.
type dialog struct {
	box      *widget.Dialog
	question screen.Question
	from     screen.ID
}

func (a *App) ask(q screen.Question, from screen.ID) {
	options := make([]widget.Option, len(q.Choices))
	for i, c := range q.Choices {
		options[i] = widget.Option{Key: c.Key, Label: c.Label}
	}
	box := widget.NewDialog(a.cfg.Theme, q.Text, q.Detail, options)
	box.Resize(a.width, a.height)
	a.dialog = &dialog{box: box, question: q, from: from}
}

// answer gives the dialog a key, and its answer to the screen that asked.
func (a *App) answer(msg tea.KeyPressMsg) tea.Cmd {
	d := a.dialog
	choice, done := d.box.Update(msg)
	if !done {
		return nil
	}
	if choice < 0 {
		choice = d.question.Cancel
	}
	a.dialog = nil
	if d.question.Answer == nil {
		return nil
	}
	want, cmd := d.question.Answer(choice)
	for _, p := range a.pages {
		if p.id == d.from {
			return tea.Batch(cmd, a.apply(p, want))
		}
	}
	if top, ok := a.top(); ok && d.from == 0 {
		return tea.Batch(cmd, a.apply(top, want))
	}
	return cmd
}

func leaveQuestion(a *App) screen.Question {
	text := sayLeave
	if a.unsafe {
		text = sayUnsaved
	}
	return screen.Question{
		Text:    text,
		Choices: []screen.Option{{Key: "s", Label: sayStay}, {Key: "l", Label: sayGo}},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			return screen.Intent{Quit: choice == 1}, nil
		},
	}
}
