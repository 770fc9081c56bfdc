package tui

import (
	"sounding/tui/choose"
	"sounding/tui/due"
	"sounding/tui/find"
	"sounding/tui/help"
	"sounding/tui/home"
	"sounding/tui/insight"
	"sounding/tui/library"
	"sounding/tui/read"
	"sounding/tui/screen"
	"sounding/tui/settings"
	"sounding/tui/standards"
	"sounding/tui/trash"
	"sounding/tui/unlock"
	"sounding/tui/walk"
	"sounding/tui/widget"
)

// HelpGroups lists the keys of the screen that help was opened from, then those
// that work everywhere, then the others.
func HelpGroups(from string) []help.Group {
	own := map[string]help.Group{
		screen.Walk:      {Title: titleWalk, Keys: walk.Keys()},
		screen.Home:      {Title: titleHome, Keys: home.Keys()},
		screen.Read:      {Title: titleRead, Keys: read.Keys()},
		screen.Find:      {Title: titleFind, Keys: find.Keys()},
		screen.New:       {Title: titleNew, Keys: choose.Keys()},
		screen.Due:       {Title: titleDue, Keys: due.Keys()},
		screen.Insights:  {Title: titleInsights, Keys: insight.Keys()},
		screen.Trash:     {Title: titleTrash, Keys: trash.Keys()},
		screen.Settings:  {Title: titleSettings, Keys: settings.Keys()},
		screen.Library:   {Title: titleLibrary, Keys: library.Keys()},
		screen.Standards: {Title: titleStandards, Keys: standards.Keys()},
		screen.Unlock:    {Title: titleUnlock, Keys: unlock.Keys()},
	}
	order := []string{screen.Walk, screen.Home, screen.Read, screen.Find, screen.New, screen.Due, screen.Insights, screen.Library, screen.Standards, screen.Trash, screen.Settings, screen.Unlock}
	groups := []help.Group{}
	if g, ok := own[from]; ok {
		groups = append(groups, g)
	}
	groups = append(groups, help.Group{Title: titleEverywhere, Keys: GlobalKeys()}, help.Group{Title: titleEditor, Keys: new(widget.Editor).Keys()})
	for _, name := range order {
		if name != from {
			groups = append(groups, own[name])
		}
	}
	return groups
}

// The headings of help.
const (
	titleWalk       = "In a walk"
	titleHome       = "At home"
	titleRead       = "Reading"
	titleFind       = "Finding"
	titleNew        = "Starting"
	titleDue        = "Due"
	titleInsights   = "Insights"
	titleTrash      = "Trash"
	titleSettings   = "Settings"
	titleLibrary    = "Library"
	titleStandards  = "Standards"
	titleUnlock     = "Unlocking"
	titleEverywhere = "Everywhere"
	titleEditor     = "Writing"
)
