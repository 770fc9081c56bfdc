package main

import (
	"context"
	"time"

	"sounding/journal"
	"sounding/tui"
	"sounding/tui/choose"
	"sounding/tui/due"
	exportscreen "sounding/tui/export"
	"sounding/tui/find"
	"sounding/tui/first"
	"sounding/tui/help"
	"sounding/tui/history"
	"sounding/tui/home"
	"sounding/tui/insight"
	"sounding/tui/library"
	"sounding/tui/names"
	"sounding/tui/read"
	"sounding/tui/rehearse"
	"sounding/tui/screen"
	"sounding/tui/settings"
	"sounding/tui/standards"
	"sounding/tui/theme"
	"sounding/tui/trash"
	"sounding/tui/unlock"
	"sounding/tui/walk"
)

// sayError puts an error in one line.
func sayError(err error) string {
	t := describe(err)
	line := t.What
	for _, more := range []string{t.Safe, t.Next} {
		if more != "" {
			line += " " + more
		}
	}
	return line
}

// factories makes every screen. Each gets the desk as the small interface that
// it asks for.
func factories(p *Program, d *door, t *theme.Theme, m *machine) map[string]tui.Factory {
	look := &look{machine: m, theme: t}
	made := map[string]tui.Factory{
		screen.Unlock: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return unlock.New(env, t, d, sayError), nil
		},
		screen.First: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return first.New(env, t, &maker{program: p, door: d}, sayError), nil
		},
		screen.Home: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			if err := d.open().Tidy(context.Background()); err != nil {
				return nil, err
			}
			return home.New(env, t, d.open()), nil
		},
		screen.New: func(env screen.Env, r screen.Route) (screen.Screen, error) {
			return choose.New(env, t, d.open(), r), nil
		},
		screen.Walk: func(env screen.Env, r screen.Route) (screen.Screen, error) {
			return newWalk(env, p, t, d.open(), r)
		},
		screen.Read: func(env screen.Env, r screen.Route) (screen.Screen, error) {
			return read.New(env, t, d.open(), r)
		},
		screen.Find: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return find.New(env, t, finder{d.open()}), nil
		},
		screen.Revisions: func(_ screen.Env, r screen.Route) (screen.Screen, error) {
			return history.New(t, d.open(), r)
		},
		screen.Trash: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return trash.New(env, t, d.open())
		},
		screen.Settings: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return settings.New(env, t, d.open(), look), nil
		},
		screen.Library: func(env screen.Env, r screen.Route) (screen.Screen, error) {
			return library.New(env, t, shelf{d.library, p.Now}, d.open(), r), nil
		},
		screen.Standards: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return standards.New(env, t, d.open()), nil
		},
		screen.Due: func(env screen.Env, r screen.Route) (screen.Screen, error) {
			return due.New(env, t, d.open(), r), nil
		},
		screen.Insights: func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			return insight.New(env, t, d.open()), nil
		},
		screen.Export: func(env screen.Env, r screen.Route) (screen.Screen, error) {
			return exportscreen.New(env, t, newExporter(p, d.open()), r)
		},
		screen.Names: func(_ screen.Env, r screen.Route) (screen.Screen, error) {
			return names.New(t, namesDesk{naming{d.open()}, part(r.At == screen.NamesPage)}, r)
		},
		screen.Rehearse: func(_ screen.Env, r screen.Route) (screen.Screen, error) {
			return rehearse.New(t, rehearsing{d.open()}, r)
		},
		screen.Help: func(_ screen.Env, r screen.Route) (screen.Screen, error) {
			return help.New(t, tui.HelpGroups(r.At), walk.Words()), nil
		},
	}
	return made
}

// resolve leads to a walk at once where one was named that has nothing to
// choose: a jot is one key away.
func (d *door) resolve(r screen.Route) (screen.Route, error) {
	if r.Name != screen.New || r.ID == "" || r.At != "" {
		return r, nil
	}
	desk := d.open()
	w, ok := desk.Walk(r.ID)
	if !ok || len(w.Lengths) > 0 {
		return r, nil
	}
	begun, err := desk.Begin(context.Background(), &w, 0)
	if err != nil {
		return r, err
	}
	desk.Put(begun)
	return screen.Route{Name: screen.Walk, ID: string(begun.ID)}, nil
}

func newWalk(env screen.Env, p *Program, t *theme.Theme, d *desk, route screen.Route) (screen.Screen, error) {
	r, w, err := d.Load(context.Background(), journal.ID(route.ID))
	if err != nil {
		return nil, err
	}
	preferences := d.Preferences()
	d.walking = d.progress(&r, &w)
	var spent func(string, map[string]time.Duration, bool)
	if preferences.Time {
		spent = d.spend
	}
	return walk.New(env, d.walking, walk.Options{
		Theme: t, Drafts: drafts{d}, Guidance: preferences.Guidance, People: preferences.People,
		Mirror: mirror, Pages: d.library.Page,
		Rests: func(r *journal.Reflection) string { return rests(r, &w) },
		Think: d.reasoning(journal.ID(route.ID), &w, d.wordTables(p)), Language: d.heardBy(p), At: route.At,
		Spent: spent,
	}), nil
}

// look is the machine's settings with the theme that they change at once.
type look struct {
	*machine
	theme *theme.Theme
}

// Set changes a setting; a theme is taken up at once.
func (l *look) Set(name, value string) error {
	if err := l.machine.Set(name, value); err != nil {
		return err
	}
	if chosen, ok := theme.Parse(value); ok && name == "theme" {
		l.theme.Choose(chosen)
	}
	return nil
}
