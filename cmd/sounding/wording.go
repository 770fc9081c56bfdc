package main

import (
	"io"
	"sync"

	"sounding/journal"
	"sounding/language"
	"sounding/tui/linear"
	"sounding/tui/walk"
)

// wordTables are the packs' tables of wording, read when they are first asked
// for.
func (d *desk) wordTables(p *Program) func() language.Tables {
	if d.words == nil {
		quiet := *p
		quiet.Err = io.Discard // a list that is left out is told of by the commands, never over the screen
		d.words = sync.OnceValue(func() language.Tables { return quiet.wordTables(d.library) })
	}
	return d.words
}

// object remembers that a person disagrees with a finding about words.
func (d *desk) object(about, key string) error {
	p := d.Preferences()
	p.Object(about, key)
	return d.SetPreferences(p)
}

// rehearsalLines are what made-up people say, for a reflection's themes.
func (d *desk) rehearsalLines(themes []string) []journal.OtherLine {
	return journal.RehearsalLines(d.library.OtherLines(), themes)
}

// spoken is what the plain lines are told of the words a person writes.
func (d *desk) spoken(p *Program) linear.Language {
	return linear.Language{
		Share: share, Tables: d.wordTables(p), Word: wordSentence, Roster: naming{d}.roster,
		Object: d.object, Lines: d.rehearsalLines,
	}
}

// heardBy is what the walk's screen is told of the words a person writes.
func (d *desk) heardBy(p *Program) walk.Language {
	n := naming{d}
	return walk.Language{
		Tables: d.wordTables(p), Word: wordSentence, Roster: n.roster, Share: share, ShareLine: shareLine,
		Preferences: d.Preferences, Object: d.object, Found: n.Found,
		Page: func(p *journal.Progress) (*journal.Progress, error) { return n.Replaced(p, nil) },
	}
}

// rehearsing is a rehearsal's way to a reflection's plan.
type rehearsing struct{ *desk }

// Plan is the reflection that a rehearsal is for.
func (d rehearsing) Plan(id journal.ID) (*journal.Progress, error) { return d.working(id) }

// Lines are what made-up people say.
func (d rehearsing) Lines(themes []string) []journal.OtherLine { return d.rehearsalLines(themes) }

// Mirror says what can be told of an utterance, Share of several.
func (d rehearsing) Mirror(utterance string) []string   { return mirror(utterance) }
func (d rehearsing) Share(utterances []string) []string { return share(utterances) }
