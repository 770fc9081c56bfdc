package linear

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sounding/journal"
)

// standards goes from a framework to one of its standards, and says what was
// written against it. Those not in force on the day say so with their dates;
// the day is today until another is asked for.
func (a *App) standards(ctx context.Context) error {
	if a.Library == nil || len(a.Library.Frameworks()) == 0 {
		a.talk.say("%s", noFrameworks)
		return nil
	}
	day := journal.DateOf(a.Now())
	for {
		frameworks := a.frameworks(day)
		choices := make([]journal.Choice, 0, len(frameworks)+1)
		for _, f := range frameworks {
			choices = append(choices, journal.Choice{ID: f.ID, Label: f.Title + ", " + inForce(f, day)})
		}
		choices = append(choices, journal.Choice{ID: chooseDay, Label: anotherDay})
		a.talk.gap()
		a.talk.say(asOfDay, plainDay(day))
		i, err := a.talk.choose(frameworkQuestion, choices, true)
		switch {
		case err != nil || i < 0:
			return err
		case i == len(frameworks):
			day, err = a.day(day)
		default:
			err = a.framework(ctx, frameworks[i], day)
		}
		if err != nil {
			return err
		}
	}
}

// frameworks lists those of the packs in the order in which they stand on a
// day. Standards that no pack holds any more, and that something was written
// against, come last, in a framework of their own without an id.
func (a *App) frameworks(day journal.Date) []journal.Framework {
	out := slices.Clone(a.Library.Frameworks())
	known := map[string]bool{}
	for _, f := range out {
		for _, s := range f.Standards {
			known[refOf(f, s)] = true
		}
	}
	slices.SortStableFunc(out, func(one, other journal.Framework) int {
		return standing(one, day) - standing(other, day)
	})
	lost := journal.Framework{Title: lostStandards}
	for _, s := range a.Vault.List() {
		for _, ref := range s.Standards {
			if !known[ref] {
				known[ref] = true
				lost.Standards = append(lost.Standards, journal.Standard{ID: ref, Title: ref})
			}
		}
	}
	if len(lost.Standards) > 0 {
		out = append(out, lost)
	}
	return out
}

// refOf is how a reflection names a standard. Those in no framework keep the
// whole name that they were written with.
func refOf(f journal.Framework, s journal.Standard) string {
	if f.ID == "" {
		return s.ID
	}
	return f.ID + "/" + s.ID
}

// day asks for the day on which frameworks are looked at. Enter alone is today.
func (a *App) day(now journal.Date) (journal.Date, error) {
	a.talk.say("%s", dayQuestion)
	for {
		typed, err := a.talk.line()
		if err != nil {
			return now, err
		}
		if strings.TrimSpace(typed) == "" {
			return journal.DateOf(a.Now()), nil
		}
		read, err := journal.ParseDate(typed, a.Now())
		if err == nil {
			return read.Day(), nil
		}
		a.talk.say("%s", err)
	}
}

// standing orders frameworks: in force on a day, to come, ended.
func standing(f journal.Framework, on journal.Date) int {
	switch {
	case f.On(on):
		return 0
	case f.ValidFrom != "" && on < f.ValidFrom:
		return 1
	}
	return 2
}

func inForce(f journal.Framework, on journal.Date) string {
	if f.ID == "" {
		return lostKept
	}
	switch standing(f, on) {
	case 1:
		return fmt.Sprintf(forceFrom, plainDay(f.ValidFrom))
	case 2:
		return fmt.Sprintf(forceEnded, plainDay(f.ValidTo))
	}
	if f.ValidTo != "" {
		return fmt.Sprintf(forceUntil, plainDay(f.ValidTo))
	}
	return forceNow
}

func plainDay(d journal.Date) string {
	t, ok := d.Time(time.UTC)
	if !ok {
		return string(d)
	}
	return t.Format("2 January 2006")
}

func (a *App) framework(ctx context.Context, f journal.Framework, day journal.Date) error {
	if f.Provisional != "" {
		a.talk.say("%s %s", notSettled, f.Provisional)
	}
	for {
		var choices []journal.Choice
		for _, s := range f.Standards {
			label := ended(numbered(s))
			if n := len(a.against(refOf(f, s))); n > 0 {
				label += " " + fmt.Sprintf(writtenAgainst, n)
			}
			choices = append(choices, journal.Choice{ID: s.ID, Label: label})
		}
		a.talk.gap()
		i, err := a.talk.choose(standardQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if err := a.standard(ctx, f, f.Standards[i], day); err != nil {
			return err
		}
	}
}

func numbered(s journal.Standard) string {
	if s.Number == "" {
		return s.Title
	}
	return fmt.Sprintf(numberedAs, s.Title, s.Number)
}

// against lists the reflections that name a standard.
func (a *App) against(ref string) []journal.Summary {
	var out []journal.Summary
	for _, s := range a.Vault.List() {
		if slices.Contains(s.Standards, ref) {
			out = append(out, s)
		}
	}
	return out
}

// standard says one standard and what was written against it, and opens one of
// those.
func (a *App) standard(ctx context.Context, f journal.Framework, s journal.Standard, day journal.Date) error {
	ref := refOf(f, s)
	a.talk.gap()
	a.talk.say("%s", strings.TrimSpace(ended(numbered(s))+" "+s.Text))
	if len(s.Aliases) > 0 {
		a.talk.say(otherNames, strings.Join(s.Aliases, "; "))
	}
	a.talk.say("%s, %s.", f.Title, inForce(f, day))
	if f.ID != "" {
		a.talk.say(onCommandLine, ref)
	}
	about := a.against(ref)
	if len(about) == 0 {
		a.talk.say("%s", nothingAgainst)
		return nil
	}
	var choices []journal.Choice
	for _, n := range about {
		r, _, err := a.Vault.Load(ctx, n.ID)
		if err != nil {
			return err
		}
		label := ended(line(n))
		for _, note := range r.Standards {
			if note.Standard == ref && strings.TrimSpace(note.Note) != "" {
				label += " " + journal.VisibleLine(note.Note)
			}
		}
		choices = append(choices, journal.Choice{ID: string(n.ID), Label: label})
	}
	i, err := a.talk.choose(listQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	return a.reflection(ctx, about[i].ID)
}
