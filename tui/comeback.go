package tui

import (
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
)

// whereabouts is where the person is, to come back to after a lock: the screen
// on top, the walk of the same reflection that it lies over, and the place in
// that walk. Screens that only answer for the one below are passed over.
func (a *App) whereabouts() screen.Route {
	pages := a.pages
	for len(pages) > 1 && passing(pages[len(pages)-1].route) {
		pages = pages[:len(pages)-1]
	}
	if len(pages) == 0 {
		return screen.Route{}
	}
	last := len(pages) - 1
	to := pages[last].route
	for i := last; i >= 0; i-- {
		placer, ok := pages[i].screen.(screen.Placer)
		switch {
		case !ok:
			continue
		case i == last:
			to.At = placer.Place()
		case pages[i].route.ID == to.ID && to.At == "":
			to.Over, to.At = pages[i].route.Name, placer.Place()
		}
		break
	}
	return to
}

func passing(route screen.Route) bool {
	return route.Name == screen.Help || route.Name == screen.Names && route.At != ""
}

// reach opens a screen that another one asked for. Where nothing is open, as
// after a lock, what lies below it comes first, so that there is a way back.
func (a *App) reach(route screen.Route) tea.Cmd {
	var below []tea.Cmd
	if len(a.pages) == 0 && !ground(route.Name) {
		under := screen.Route{Name: screen.Home}
		if route.Over != "" {
			under = screen.Route{Name: route.Over, ID: route.ID, At: route.At}
			route.Over, route.At = "", ""
		}
		below = append(below, a.open(under, true))
	}
	cmds := append(below, a.open(route, true))
	if len(a.pages) == 0 && route.Name != screen.Home {
		cmds = append(cmds, a.open(screen.Route{Name: screen.Home}, true)) // what it was about is gone
	}
	return tea.Batch(cmds...)
}

// ground says that a screen needs none below it: the ways in, home, and the
// walk, which leads home by itself.
func ground(name string) bool {
	switch name {
	case screen.First, screen.Unlock, screen.Home, screen.Walk:
		return true
	}
	return false
}
