package linear

import (
	"strings"

	"sounding/journal"
)

// record reads a whole reflection out.
func (a *App) record(p *journal.Progress) {
	a.talk.gap()
	a.talk.say("%s", journal.VisibleLine(journal.TitleOf(p.Walk, p.Reflection)))
	sections := p.Record()
	if len(sections) == 0 {
		a.talk.say("%s", nothingYet)
	}
	for _, s := range sections {
		a.section(s)
	}
}

// readStep reads back what was written at one step.
func (a *App) readStep(p *journal.Progress, step *journal.Step) {
	for _, s := range p.Record() {
		if s.Step == step.ID {
			a.section(s)
			return
		}
	}
	a.talk.say("%s", nothingYet)
}

// page reads the one page to take into supervision.
func (a *App) page(p *journal.Progress) {
	a.talk.gap()
	a.talk.say("%s", pageHeading)
	sections := p.MyPage()
	if len(sections) == 0 {
		a.talk.say("%s", nothingYet)
	}
	for _, s := range sections {
		a.section(s)
	}
}

// section says a heading and what stands under it. A label that says the same
// as the heading is not said again.
func (a *App) section(s journal.Section) {
	say := sayerOf(s.Kind)
	a.talk.gap()
	a.talk.say("%s", ended(s.Heading))
	for _, e := range s.Unlabelled() {
		for _, l := range say(e) {
			a.talk.say("%s", l)
		}
	}
}

// sayer puts one entry of a step into lines.
type sayer func(journal.Entry) []string

// Kinds lists the kinds of step that this mode can ask and read out.
func Kinds() []journal.Kind {
	var kinds []journal.Kind
	for kind := range sayers() {
		kinds = append(kinds, kind)
	}
	return kinds
}

// sayers is the table of how each kind is read out. Asking is the same for all:
// the question is data.
func sayers() map[journal.Kind]sayer {
	return map[journal.Kind]sayer{
		journal.KindText: plainEntry, journal.KindArrive: plainEntry, journal.KindFocus: plainEntry,
		journal.KindGut: plainEntry, journal.KindSecondLook: plainEntry, journal.KindPage: plainEntry,
		journal.KindHypotheses: itemEntry, journal.KindEvidence: itemEntry, journal.KindConversation: itemEntry,
		journal.KindPrinciples: itemEntry, journal.KindNext: itemEntry, journal.KindMatrix: rowEntry,
	}
}

func sayerOf(kind journal.Kind) sayer {
	if say, ok := sayers()[kind]; ok {
		return say
	}
	return itemEntry
}

func plainEntry(e journal.Entry) []string {
	if e.Ref != "" {
		return itemEntry(e)
	}
	if e.Label == "" {
		return []string{e.Text}
	}
	return []string{e.Label, e.Text}
}

func itemEntry(e journal.Entry) []string {
	if e.Ref == "" {
		return plainEntry(e)
	}
	lines := []string{ended(e.Label) + " " + e.Text}
	for _, f := range e.Fields {
		lines = append(lines, fieldLine(f.Label, f.Text))
	}
	return lines
}

// rowEntry reads one row of the matrix as sentences, item by item.
func rowEntry(e journal.Entry) []string {
	if len(e.Fields) == 0 {
		return plainEntry(e)
	}
	lines := []string{ended(e.Label) + " " + e.Text}
	for _, f := range e.Fields {
		lines = append(lines, f.Ref+", "+fieldLine(f.Label, ended(f.Text)))
	}
	return lines
}

// fieldLine puts a label before its text, with one mark between them.
func fieldLine(label, text string) string {
	label = strings.TrimRight(label, ". ")
	if endOfLine.MatchString(label) {
		return label + " " + text
	}
	return label + ": " + text
}
