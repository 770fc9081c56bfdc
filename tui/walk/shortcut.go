package walk

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
)

// shortcuts is what each of the walk's own keys does.
var shortcuts = []struct {
	binding key.Binding
	act     func(*Screen) screen.Intent
}{
	{walkKeys.Forward, func(s *Screen) screen.Intent { return ask(s.form.move(1)) }},
	{walkKeys.Back, (*Screen).backQuestion},
	{walkKeys.Next, (*Screen).next},
	{walkKeys.Previous, (*Screen).back},
	{walkKeys.Steps, (*Screen).showRail},
	{walkKeys.Guidance, (*Screen).toggleGuide},
	{walkKeys.Length, func(s *Screen) screen.Intent { return ask(s.askLength()) }},
	{walkKeys.Read, func(s *Screen) screen.Intent { return s.openHere(screen.Read, "") }},
	{walkKeys.Look, (*Screen).look},
	{walkKeys.Words, (*Screen).showWords},
	{walkKeys.No, func(s *Screen) screen.Intent { return s.object(nil) }},
	{walkKeys.Word, (*Screen).askWord},
	{walkKeys.Leave, (*Screen).escape},
}

// shortcut does what the walk's own keys say; false leaves the key to the step.
func (s *Screen) shortcut(msg tea.KeyPressMsg) (screen.Intent, bool) {
	if key.Matches(msg, walkKeys.View) && s.matrix != nil {
		return s.toggleMatrix(), true // elsewhere the key is the editor's
	}
	for _, one := range shortcuts {
		if key.Matches(msg, one.binding) {
			return one.act(s), true
		}
	}
	return screen.Intent{}, false
}

// backQuestion goes to the question before; from the first one below the page,
// back to the page.
func (s *Screen) backQuestion() screen.Intent {
	if s.form.at == 0 && s.form.step.Kind == journal.KindPage {
		s.paging = true
		s.layout()
		return screen.Intent{}
	}
	return ask(s.form.move(-1))
}

// askWord opens the line for a word.
func (s *Screen) askWord() screen.Intent {
	s.commands = true
	s.command.SetValue("")
	s.command.Focus()
	return screen.Intent{}
}
