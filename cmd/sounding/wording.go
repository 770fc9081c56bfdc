package main

import (
	"fmt"
	"io"
	"strings"
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
		Object: d.object, Disagreed: d.Disagreed, Lines: d.rehearsalLines,
	}
}

// heardBy is what the walk's screen is told of the words a person writes.
func (d *desk) heardBy(p *Program) walk.Language {
	n := naming{d}
	return walk.Language{
		Tables: d.wordTables(p), Word: wordSentence, Roster: n.roster, Share: share, ShareLine: shareLine,
		Preferences: d.Preferences, Object: d.object, Found: n.FoundOnPage,
		Page: func(p *journal.Progress) (*journal.Progress, error) { return n.Replaced(p, nil, thePage) },
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

// Disagreed lists what the person said no to: signs with the reflection they
// were seen in, then findings about words.
func (d *desk) Disagreed() []journal.Choice {
	p := d.Preferences()
	titles := map[journal.ID]string{}
	for _, s := range d.List() {
		titles[s.ID] = s.Title
	}
	var out []journal.Choice
	for _, sign := range p.Disagreements() {
		label := d.SignName(sign.Sign)
		for _, more := range []string{titles[sign.Reflection], sign.Because} {
			if more != "" {
				label += ". " + journal.VisibleLine(more)
			}
		}
		out = append(out, journal.Choice{ID: sign.Entry, Label: label})
	}
	for _, o := range p.Objections() {
		out = append(out, journal.Choice{ID: o.Entry, Label: d.objection(o)})
	}
	return out
}

// objection says in words what somebody said no to. A key is a kind and the
// words that were found, or a walk and its step.
func (d *desk) objection(o journal.Objection) string {
	kind, words, _ := strings.Cut(o.Key, ":")
	switch o.About {
	case journal.AboutName:
		return fmt.Sprintf(sayNotName, journal.VisibleLine(words), language.IdentifierKind(kind).Words())
	case journal.AboutWording:
		return fmt.Sprintf(sayNotWord, journal.VisibleLine(words))
	}
	id, step, _ := strings.Cut(o.Key, ".")
	if w, ok := d.Walk(id); ok {
		if s, ok := w.Step(step); ok {
			return fmt.Sprintf(sayNotDepth, s.Label, w.Title)
		}
	}
	return fmt.Sprintf(sayNotDepth, step, id)
}
