package tui

import (
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/widget"
)

// pending is the question that the dialog asks and who asked it; 0 is the root.
type pending struct {
	question screen.Question
	from     screen.ID
}

func (a *App) ask(q screen.Question, from screen.ID) {
	answers := make([]widget.Answer, len(q.Choices))
	for i, c := range q.Choices {
		answers[i] = widget.Answer{Key: c.Key, Label: c.Label}
	}
	a.pending = pending{question: q, from: from}
	a.dialog.Ask(widget.Question{
		Title: q.Text, Text: q.Detail, Answers: answers, Escape: q.Cancel, Unbidden: q.Unbidden,
	})
}

// answer gives the dialog a key, and its answer to the screen that asked.
func (a *App) answer(msg tea.Msg) tea.Cmd {
	result := a.dialog.Update(msg)
	if result.Answer < 0 {
		return nil
	}
	asked := a.pending
	a.pending = pending{}
	if asked.question.Answer == nil {
		return nil
	}
	want, cmd := asked.question.Answer(result.Answer)
	top, ok := a.top()
	for _, p := range a.pages {
		if p.id == asked.from {
			top, ok = p, true
		}
	}
	if !ok {
		return cmd
	}
	return tea.Batch(cmd, a.apply(top, want))
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
