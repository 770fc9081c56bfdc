package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sounding/content"
	"sounding/export"
	"sounding/journal"
	"sounding/seeds"
	"sounding/store"
	"sounding/tui/screen"
)

// demoPrefix begins the name of every folder that a demonstration makes, so
// that one that was killed is found and removed at the next start.
const demoPrefix = "sounding-demo-"

// demoCommand shows a throw-away vault with a made-up practitioner's three
// months. It never touches the real vault.
func demoCommand(p *Program, f *flags) *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: shortDemo, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.demo(c.Context(), f) },
	}
}

func (p *Program) demo(ctx context.Context, f *flags) (err error) {
	sweepDemos(p.Now())
	dir, err := os.MkdirTemp("", demoPrefix)
	if err != nil {
		return fmt.Errorf("make a folder for the demonstration: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	found := paths{vault: filepath.Join(dir, "vault.db"), config: filepath.Join(dir, "settings.toml"), state: dir, backups: []string{filepath.Join(dir, "backups")}}
	library, err := p.library(f, found)
	if err != nil {
		return err
	}
	v, err := store.CreateDemo(found.vault, p.options(found))
	if err != nil {
		return err
	}
	if err := p.fillDemo(ctx, v, library); err != nil {
		return errors.Join(err, v.Close(ctx))
	}
	m, err := readMachine(found.config)
	if err != nil {
		return errors.Join(err, v.Close(ctx))
	}
	if p.wantsLinear(f.linear, m) {
		d := newDesk(v, library, p.Now, p.newID)
		return errors.Join(p.talk(ctx, d, m, p.In, nil), d.Close(ctx))
	}
	return p.demoScreen(ctx, v, found, library, m)
}

// demoScreen runs the full screen until the person leaves. A lock shows the
// screen for unlocking again: there is no passphrase to ask for.
func (p *Program) demoScreen(ctx context.Context, v *store.Vault, found paths, library *content.Library, m *machine) error {
	d := newDoor(p, found, library)
	d.demo = v
	return p.screen(ctx, d, m, screen.Route{Name: screen.Unlock})
}

// demoAge is how old a left-over folder has to be before it is removed: one
// that is younger may belong to a demonstration that is running.
const demoAge = 24 * time.Hour

// sweepDemos removes what killed demonstrations left behind. What cannot be
// removed is left for the next time.
func sweepDemos(now time.Time) {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), demoPrefix+"*"))
	if err != nil {
		return
	}
	for _, dir := range old {
		if info, err := os.Stat(dir); err == nil && now.Sub(info.ModTime()) > demoAge {
			_ = os.RemoveAll(dir)
		}
	}
}

// fillDemo writes the made-up reflections. Their files are named by the days
// that they lie back: "012-what-happened.json".
func (p *Program) fillDemo(ctx context.Context, v *store.Vault, library *content.Library) error {
	files, err := fs.Glob(seeds.Demo(), "*.json")
	if err != nil {
		return fmt.Errorf("read the demonstration: %w", err)
	}
	writer := &desk{Vault: v, library: library, now: p.Now, newID: p.newID}
	for _, name := range files {
		data, err := fs.ReadFile(seeds.Demo(), name)
		if err != nil {
			return fmt.Errorf("read the demonstration: %w", err)
		}
		r, err := export.ReadReflection(data)
		if err != nil {
			return fmt.Errorf("read the demonstration, %s: %w", name, err)
		}
		if err := writer.keepDemo(ctx, r, daysBack(name)); err != nil {
			return err
		}
	}
	preferences := journal.DefaultPreferences()
	preferences.RecoveryOK = true // there is no code to a demonstration
	preferences.IdleMinutes, preferences.People = 0, []string{"Duty manager (made up), 01632 960123"}
	return writer.SetPreferences(preferences)
}

func daysBack(name string) int {
	days, _, _ := strings.Cut(name, "-")
	n, err := strconv.Atoi(days)
	if err != nil {
		return 0
	}
	return n
}

// demoDay is the day that the dates in the demonstration's files are counted
// from: they are moved so that it falls on today.
const demoDay = journal.Date("2026-06-30")

func (d *desk) keepDemo(ctx context.Context, r journal.Reflection, days int) error {
	id, err := d.newID()
	if err != nil {
		return err
	}
	at := d.now().AddDate(0, 0, -days)
	r.ID, r.Created, r.Updated = id, at, at
	shiftDates(&r, journal.DateOf(d.now()))
	if w, ok := d.Walk(r.Walk); ok {
		if err := d.snapshot(ctx, &r, &w); err != nil {
			return err
		}
	}
	_, err = d.Save(ctx, r, 0, store.WhySaved)
	return err
}

// shiftDates moves the dates of a made-up reflection so that it is about now.
func shiftDates(r *journal.Reflection, today journal.Date) {
	from, _ := demoDay.Time(time.UTC)
	to, _ := today.Time(time.UTC)
	by := int(to.Sub(from).Hours() / 24)
	move := func(d *journal.Date) {
		if *d != "" {
			*d = d.AddDays(by)
		}
	}
	for i := range r.Evidence {
		move(&r.Evidence[i].When)
	}
	for i := range r.Actions {
		move(&r.Actions[i].Due)
	}
	for i := range r.Forecasts {
		move(&r.Forecasts[i].Due)
	}
	for i := range r.Answers {
		if d := journal.Date(r.Answers[i].Text); d.Valid() {
			move(&d)
			r.Answers[i].Text = string(d)
		}
	}
}
