package tui

import (
	"charm.land/bubbles/v2/key"

	"sounding/tui/choose"
	"sounding/tui/due"
	"sounding/tui/export"
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
	"sounding/tui/trash"
	"sounding/tui/unlock"
	"sounding/tui/walk"
	"sounding/tui/widget"
)

// helped is a screen with the heading of its keys.
type helped struct {
	name  string
	title string
	keys  []key.Binding
}

// helpTable lists the screens in the order in which help tells of them.
func helpTable() []helped {
	var list []helped
	for _, group := range walk.KeyGroups() {
		list = append(list, helped{screen.Walk, group.Where, group.Keys})
	}
	return append(list, []helped{
		{screen.Home, titleHome, home.Keys()},
		{screen.Read, titleRead, read.Keys()},
		{screen.Find, titleFind, find.Keys()},
		{screen.New, titleNew, choose.Keys()},
		{screen.Rehearse, titleRehearse, rehearse.Keys()},
		{screen.Names, titleNames, names.Keys()},
		{screen.Export, titleExport, export.Keys()},
		{screen.Due, titleDue, due.Keys()},
		{screen.Insights, titleInsights, insight.Keys()},
		{screen.Library, titleLibrary, library.Keys()},
		{screen.Standards, titleStandards, standards.Keys()},
		{screen.Revisions, titleRevisions, history.Keys()},
		{screen.Trash, titleTrash, trash.Keys()},
		{screen.Settings, titleSettings, settings.Keys()},
		{screen.Unlock, titleUnlock, unlock.Keys()},
		{screen.First, titleFirst, first.Keys()},
	}...)
}

// HelpGroups lists the keys of the screen that help was opened from, then those
// that work everywhere, then the others.
func HelpGroups(from string) []help.Group {
	var own, others []help.Group
	for _, one := range helpTable() {
		group := help.Group{Title: one.title, Keys: one.keys}
		if one.name == from {
			own = append(own, group)
		} else {
			others = append(others, group)
		}
	}
	groups := append(own, help.Group{Title: titleEverywhere, Keys: GlobalKeys()}, help.Group{Title: titleEditor, Keys: new(widget.Editor).Keys()})
	return append(groups, others...)
}

// The headings of help.
const (
	titleHome       = "At home"
	titleRead       = "Reading"
	titleFind       = "Finding"
	titleNew        = "Starting"
	titleRehearse   = "Rehearsing"
	titleNames      = "Looking at names"
	titleExport     = "Exporting"
	titleDue        = "Due"
	titleInsights   = "Insights"
	titleRevisions  = "Earlier versions"
	titleTrash      = "Trash"
	titleSettings   = "Settings"
	titleLibrary    = "Library"
	titleStandards  = "Standards"
	titleUnlock     = "Unlocking"
	titleFirst      = "The first time"
	titleEverywhere = "Everywhere"
	titleEditor     = "Writing"
)
