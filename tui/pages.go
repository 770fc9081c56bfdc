package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/widget"
)

// page is a screen that is open, with the route that led to it. The last one
// is on top and has the keys.
type page struct {
	id     screen.ID
	route  screen.Route
	screen screen.Screen
}

func (a *App) top() (page, bool) {
	if len(a.pages) == 0 {
		return page{}, false
	}
	return a.pages[len(a.pages)-1], true
}

// open puts a screen on top. The one below hands over what it holds.
func (a *App) open(route screen.Route, flush bool) tea.Cmd {
	if a.cfg.Resolve != nil {
		to, err := a.cfg.Resolve(route)
		if err != nil {
			a.trouble(err)
			return nil
		}
		route = to
	}
	make, ok := a.cfg.Screens[route.Name]
	if !ok {
		a.trouble(errNoScreen)
		return nil
	}
	if top, ok := a.top(); ok {
		leave(top.screen)
	}
	a.lastID++
	env := screen.Env{Self: a.lastID, Now: a.cfg.Now, NewID: a.cfg.NewID}
	s, err := make(env, route)
	if err != nil {
		a.trouble(err)
		return nil
	}
	a.pages = append(a.pages, page{id: env.Self, route: route, screen: s})
	a.resizeOne(s)
	if flush {
		return tea.Batch(s.Init(), a.flush())
	}
	return s.Init()
}

var errNoScreen = errors.New("there is no such screen")

func (a *App) closeTop(p page) tea.Cmd {
	a.close(p.id)
	top, ok := a.top()
	if !ok {
		return a.quit(Left)
	}
	a.resizeOne(top.screen)
	return tea.Batch(a.flush(), a.update(top, screen.Shown{}))
}

func (a *App) close(id screen.ID) {
	for i, p := range a.pages {
		if p.id == id {
			leave(p.screen)
			forget(p.screen)
			a.pages = append(a.pages[:i:i], a.pages[i+1:]...)
			return
		}
	}
}

// home closes everything and opens home afresh.
func (a *App) home() tea.Cmd {
	for len(a.pages) > 0 {
		a.close(a.pages[len(a.pages)-1].id)
	}
	return a.open(screen.Route{Name: screen.Home}, true)
}

func (a *App) leaveAll() {
	for _, p := range a.pages {
		leave(p.screen)
	}
}

// Forget drops every screen and what it holds.
func (a *App) Forget() {
	for _, p := range a.pages {
		forget(p.screen)
	}
	a.pages, a.pending = nil, pending{}
	a.dialog.Close()
	a.say(widget.Plain, "")
}

func leave(s screen.Screen) {
	if l, ok := s.(screen.Leaver); ok {
		l.Leave()
	}
}

func forget(s screen.Screen) {
	if f, ok := s.(screen.Forgetter); ok {
		f.Forget()
	}
}

// deliver takes a command's answer to the screen that asked, if it is there.
func (a *App) deliver(r screen.Result) tea.Cmd {
	for _, p := range a.pages {
		if p.id == r.To {
			return a.update(p, r.Msg)
		}
	}
	if r.To == 0 {
		if f, ok := r.Msg.(flushed); ok && f.err != nil {
			a.trouble(f.err)
		}
	}
	return nil
}

func (a *App) tell(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, p := range append([]page(nil), a.pages...) {
		cmds = append(cmds, a.update(p, msg))
	}
	return tea.Batch(cmds...)
}
