package walk

import (
	"charm.land/bubbles/v2/key"

	"sounding/tui/theme"
	"sounding/tui/widget"
)

type keys struct {
	Question, Forward, Back, Next, Previous, Steps, Guidance, Length, Read, View, Look, WhatIf, Words, No, Word, Leave, Close, Enough, More, Copy,
	Export, Finish key.Binding
}

// walkKeys are the walk's own. Letters belong to the answer, so none is plain.
// Everything they do can be said as a word as well, after ctrl+o.
var walkKeys = keys{
	Question: key.NewBinding(key.WithKeys("tab", "shift+tab"), key.WithHelp("tab", "next question")),
	Forward:  key.NewBinding(key.WithKeys("tab")),
	Back:     key.NewBinding(key.WithKeys("shift+tab")),
	Next:     key.NewBinding(key.WithKeys("ctrl+n", "f4"), key.WithHelp("ctrl+n", "next step")),
	Previous: key.NewBinding(key.WithKeys("ctrl+p"), key.WithHelp("ctrl+p", "step before")),
	Steps:    key.NewBinding(key.WithKeys("ctrl+g", "f3"), key.WithHelp("ctrl+g", "steps")),
	Guidance: key.NewBinding(key.WithKeys("f2"), key.WithHelp("f2", "guidance")),
	Length:   key.NewBinding(key.WithKeys("ctrl+t"), key.WithHelp("ctrl+t", "how long I have")),
	Read:     key.NewBinding(key.WithKeys("ctrl+r", "f5"), key.WithHelp("ctrl+r", "read it all")),
	View:     key.NewBinding(key.WithKeys("f6", "ctrl+v"), key.WithHelp("f6", "whole grid")),
	Look:     key.NewBinding(key.WithKeys("f7"), key.WithHelp("f7", "look closer")),
	WhatIf:   key.NewBinding(key.WithKeys("w", "f7"), key.WithHelp("w", "what if it were wrong")),
	Words:    key.NewBinding(key.WithKeys("f8"), key.WithHelp("f8", "what is worth another word")),
	No:       key.NewBinding(key.WithKeys("f9"), key.WithHelp("f9", "I disagree")),
	Enough:   key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "keep it so")),
	More:     key.NewBinding(key.WithKeys("pgdown"), key.WithHelp("PgDn", "more")),
	Close:    key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "back to the step")),
	Word:     key.NewBinding(key.WithKeys("ctrl+o"), key.WithHelp("ctrl+o", "type a word")),
	Copy:     key.NewBinding(key.WithKeys("ctrl+y"), key.WithHelp("ctrl+y", "copy the page")),
	Export:   key.NewBinding(key.WithKeys("ctrl+e"), key.WithHelp("ctrl+e", "export")),
	Finish:   key.NewBinding(key.WithKeys("ctrl+f"), key.WithHelp("ctrl+f", "finish")),
	Leave:    key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", "save and leave")),
}

// KeyGroup is the bindings that work at one place in a walk.
type KeyGroup struct {
	Where string
	Keys  []key.Binding
}

// KeyGroups lists the walk's bindings by where they work, for help and the
// manual: a letter that is a key in one place is a letter in another.
func KeyGroups() []KeyGroup {
	choice := widget.NewChoice(theme.New(theme.Auto))
	choice.SetMultiple(true)
	return []KeyGroup{
		{whereWalk, []key.Binding{
			walkKeys.Question, walkKeys.Next, walkKeys.Previous, walkKeys.Steps, walkKeys.Guidance, walkKeys.Length,
			walkKeys.Read, walkKeys.Look, walkKeys.Words, walkKeys.No, walkKeys.Word, walkKeys.Leave,
		}},
		{whereChoice, choice.Keys()},
		{whereMatrix, []key.Binding{walkKeys.View, walkKeys.WhatIf}},
		{whereCloser, []key.Binding{signKeys.Disagree, signKeys.Following, walkKeys.More, walkKeys.Close}},
		{wherePage, []key.Binding{walkKeys.Copy, walkKeys.Export, walkKeys.Finish}},
	}
}

// Keys lists every binding of the walk.
func Keys() []key.Binding {
	var list []key.Binding
	for _, group := range KeyGroups() {
		list = append(list, group.Keys...)
	}
	return list
}
