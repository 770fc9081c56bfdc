package tui

import "charm.land/bubbles/v2/key"

type globals struct {
	Stop, Lock, Help, HelpMark key.Binding
}

// globalKeys work on every screen. The question mark opens help only where
// nothing can be typed.
var globalKeys = globals{
	Stop:     key.NewBinding(key.WithKeys("ctrl+c"), key.WithHelp("ctrl+c", "save, then leave")),
	Lock:     key.NewBinding(key.WithKeys("ctrl+l"), key.WithHelp("ctrl+l", "lock now")),
	Help:     key.NewBinding(key.WithKeys("f1"), key.WithHelp("f1", "help")),
	HelpMark: key.NewBinding(key.WithKeys("?"), key.WithHelp("?", "help")),
}

// GlobalKeys lists the keys that work everywhere, for help and the manual.
func GlobalKeys() []key.Binding {
	return []key.Binding{globalKeys.Lock, globalKeys.Stop, globalKeys.Help}
}
