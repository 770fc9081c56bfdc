package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sounding/journal"
	"sounding/store"
)

// What is kept, for how long, and what must be: holds, the months for which a
// theme is kept, earlier versions, and what home says of it all.

// The entries of the list of holds that are not a reflection's id.
const (
	holdAll    = "hold"
	releaseAll = "release"
)

// Held lists what can be done about holds: set or release the one on everything,
// and release those on single reflections.
func (d *desk) Held() []journal.Choice {
	var out []journal.Choice
	all, err := d.HoldOnEverything()
	switch {
	case err != nil:
	case all.Held():
		out = append(out, journal.Choice{ID: releaseAll, Label: fmt.Sprintf(labelReleaseAll, all.Since.Local().Format(dayWords))})
	default:
		out = append(out, journal.Choice{ID: holdAll, Label: labelHoldAll})
	}
	held := d.Holds()
	for _, s := range append(d.List(), d.Vault.Trashed()...) {
		if slices.Contains(held, s.ID) {
			out = append(out, journal.Choice{ID: string(s.ID), Label: fmt.Sprintf(labelRelease, journal.VisibleLine(s.Title))})
		}
	}
	return out
}

// dayWords is how a day is written.
const dayWords = "2 January 2006"

// ChangeHold does what an entry of Held says.
func (d *desk) ChangeHold(entry string) error {
	ctx := context.Background()
	switch entry {
	case holdAll:
		return d.HoldEverything(ctx, "")
	case releaseAll:
		return d.ReleaseEverything(ctx)
	}
	return d.ReleaseHold(ctx, journal.ID(entry))
}

// IsHeld says whether a reflection has a hold of its own.
func (d *desk) IsHeld(id journal.ID) bool { return slices.Contains(d.Holds(), id) }

// KeptFor are the months for which each theme is kept, a line each.
func (d *desk) KeptFor() []string {
	rules, err := d.Retention()
	if err != nil {
		return nil
	}
	var out []string
	for theme, months := range rules {
		out = append(out, fmt.Sprintf("%s: %d", d.themeTitle(theme), months))
	}
	slices.Sort(out)
	return out
}

func (d *desk) themeTitle(id string) string {
	for _, t := range d.Catalogue().Themes {
		if t.ID == id {
			return t.Title
		}
	}
	return id
}

// mostMonths is the longest that can be chosen: a hundred years, since some
// records are kept for seventy-five.
const mostMonths = 1200

// SetKeptFor takes a theme and a number of months a line, in the place of what
// was there. A line that cannot be understood is refused, and nothing is changed.
func (d *desk) SetKeptFor(lines []string) error {
	rules := store.Retention{}
	for _, line := range lines {
		at := strings.LastIndex(line, ":")
		if at < 0 {
			return &journal.Refusal{Why: fmt.Sprintf(refuseMonths, journal.VisibleLine(line))}
		}
		theme, months, why := d.rule(line[:at], line[at+1:])
		if why == "" && months == 0 {
			why = fmt.Sprintf(refuseMonths, journal.VisibleLine(line))
		}
		if why != "" {
			return &journal.Refusal{Why: why}
		}
		rules[theme] = months
	}
	return d.SetRetention(context.Background(), rules)
}

// rule reads a theme and a number of months, or says why it cannot.
func (d *desk) rule(typed, number string) (theme string, months int, why string) {
	theme, ok := d.findTheme(strings.TrimSpace(typed))
	if !ok {
		var titles []string
		for _, t := range d.Catalogue().Themes {
			titles = append(titles, t.Title)
		}
		return "", 0, fmt.Sprintf(refuseTheme, journal.VisibleLine(typed), strings.Join(titles, "; "))
	}
	months, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || months < 0 || months > mostMonths {
		return "", 0, fmt.Sprintf(refuseMonths, journal.VisibleLine(typed+": "+number))
	}
	return theme, months, ""
}

// findTheme finds a theme by its id or its title, in any case; one that is in a
// reflection counts even where no pack knows it any more.
func (d *desk) findTheme(typed string) (string, bool) {
	for _, t := range d.Catalogue().Themes {
		if strings.EqualFold(t.ID, typed) || strings.EqualFold(t.Title, typed) {
			return t.ID, true
		}
	}
	for _, s := range d.List() {
		if i := slices.IndexFunc(s.Themes, func(t string) bool { return strings.EqualFold(t, typed) }); i >= 0 {
			return s.Themes[i], true
		}
	}
	return "", false
}

// KeptLongEnough are the reflections that were kept for as long as the person
// said, the longest first.
func (d *desk) KeptLongEnough() []journal.Summary {
	over, err := d.Outlived(d.now())
	if err != nil {
		return nil
	}
	var out []journal.Summary
	for _, o := range over {
		out = append(out, o.Summary)
	}
	return out
}

// Care is what a person should know of their vault on coming in, a sentence
// each: damage that cost nothing, when the backups were proved, a second place
// that has had none for long.
func (d *desk) Care() []string {
	var out []string
	for _, f := range d.Findings() {
		out = append(out, store.Advice(f).String())
	}
	if d.HeaderCopyDamaged() {
		out = append(out, store.Advice(store.Finding{Code: store.FoundHeader}).String()+sayRunMend)
	}
	if words := store.SyncedWarning(d.Path()); words != "" {
		out = append(out, words)
	}
	if words := d.Proved(); words != "" {
		out = append(out, words)
	}
	return append(out, d.placesBehind()...)
}

// placesBehind is behind for a screen: a place that is slow to answer, or does
// not, holds nothing up and is not told of.
func (d *desk) placesBehind() []string {
	if d.looked == nil {
		return d.behind()
	}
	select {
	case <-d.looked:
		return d.places
	default:
		return nil
	}
}

// placesLimit is how long the plain lines wait for the further places before they
// greet.
const placesLimit = time.Second

// awaitPlaces waits until the further places were looked at, but not for long.
func (d *desk) awaitPlaces() {
	select {
	case <-d.looked:
	case <-time.After(placesLimit):
	}
}

// behindAfter is how old the newest backup in a further place may become before
// home says so.
const behindAfter = 14 * 24 * time.Hour

// behind says which further places for backups have none that is new enough.
func (d *desk) behind() []string {
	further := d.furtherPlaces()
	if len(further) == 0 {
		return nil
	}
	backups, err := d.Backups()
	if err != nil {
		return nil
	}
	var out []string
	for _, folder := range further {
		newest := time.Time{}
		for _, b := range backups {
			if filepath.Dir(b.Path) == filepath.Clean(folder) && b.Made.After(newest) {
				newest = b.Made
			}
		}
		switch {
		case newest.IsZero():
			out = append(out, fmt.Sprintf(sayPlaceNever, folder))
		case d.now().Sub(newest) > behindAfter:
			out = append(out, fmt.Sprintf(sayPlaceBehind, folder, newest.Local().Format(dayWords)))
		}
	}
	return out
}

func (d *desk) furtherPlaces() []string {
	places := d.BackupPlaces()
	return places[min(1, len(places)):]
}

// keepings are the person's choices about earlier versions as the vault knows
// them.
var keepings = map[journal.History]store.Keeping{
	journal.HistoryAll: store.KeepAll, journal.HistoryThin: store.Thin, journal.HistoryLast: store.LastOnly,
}

// keepHistory keeps as many earlier versions of a finished reflection as the
// person chose. Under a hold every one stays.
func (d *desk) keepHistory(ctx context.Context, id journal.ID) error {
	standing, err := d.Standing(id)
	if err != nil {
		return err
	}
	summary := d.summary(id)
	wanted := keepings[d.Preferences().History]
	if summary.Status != journal.StatusFinished || standing.Keeping == wanted {
		return nil
	}
	_, err = d.SetKeeping(ctx, id, wanted)
	if errors.Is(err, store.ErrHold) {
		return nil
	}
	return err
}

func (d *desk) summary(id journal.ID) journal.Summary {
	for _, s := range d.List() {
		if s.ID == id {
			return s
		}
	}
	return journal.Summary{}
}
