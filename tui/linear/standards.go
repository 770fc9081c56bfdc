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
// written against it. Those not in force today say so with their dates.
func (a *App) standards(ctx context.Context) error {
	var frameworks []journal.Framework
	if a.Library != nil {
		frameworks = slices.Clone(a.Library.Frameworks())
	}
	if len(frameworks) == 0 {
		a.talk.say("%s", noFrameworks)
		return nil
	}
	today := journal.DateOf(a.Now())
	slices.SortStableFunc(frameworks, func(one, other journal.Framework) int {
		return standing(one, today) - standing(other, today)
	})
	var choices []journal.Choice
	for _, f := range frameworks {
		choices = append(choices, journal.Choice{ID: f.ID, Label: f.Title + ", " + inForce(f, today)})
	}
	for {
		a.talk.gap()
		i, err := a.talk.choose(frameworkQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if err := a.framework(ctx, frameworks[i], today); err != nil {
			return err
		}
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

func (a *App) framework(ctx context.Context, f journal.Framework, today journal.Date) error {
	if f.Provisional != "" {
		a.talk.say("%s %s", notSettled, f.Provisional)
	}
	for {
		var choices []journal.Choice
		for _, s := range f.Standards {
			label := ended(numbered(s))
			if n := len(a.against(f.ID + "/" + s.ID)); n > 0 {
				label += " " + fmt.Sprintf(writtenAgainst, n)
			}
			choices = append(choices, journal.Choice{ID: s.ID, Label: label})
		}
		a.talk.gap()
		i, err := a.talk.choose(standardQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if err := a.standard(ctx, f, f.Standards[i], today); err != nil {
			return err
		}
	}
}

func numbered(s journal.Standard) string { return fmt.Sprintf(numberedAs, s.Title, s.Number) }

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
func (a *App) standard(ctx context.Context, f journal.Framework, s journal.Standard, today journal.Date) error {
	ref := f.ID + "/" + s.ID
	a.talk.gap()
	a.talk.say("%s %s", ended(numbered(s)), s.Text)
	if len(s.Aliases) > 0 {
		a.talk.say(otherNames, strings.Join(s.Aliases, "; "))
	}
	a.talk.say("%s, %s.", f.Title, inForce(f, today))
	a.talk.say(onCommandLine, ref)
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
		label := line(n) + "."
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
