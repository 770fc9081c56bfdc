package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"sounding/store"
)

// compactCommand makes the vault's file as small as what is in it.
func compactCommand(p *Program, f *flags) *cobra.Command {
	return &cobra.Command{
		Use: "compact", Short: shortCompact, Long: longCompact, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.with(c.Context(), f, func(d *desk) error {
				done, err := d.Compact(c.Context())
				if err != nil {
					return err
				}
				return p.print([]string{fmt.Sprintf(sayCompacted, size(done.Before), size(done.After))})
			})
		},
	}
}

// drillCommand rehearses a restore of the newest backup in each folder.
func drillCommand(p *Program, f *flags) *cobra.Command {
	return &cobra.Command{
		Use: "drill", Short: shortDrill, Long: longDrill, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.with(c.Context(), f, func(d *desk) error { return p.drill(c.Context(), d) })
		},
	}
}

func (p *Program) drill(ctx context.Context, d *desk) error {
	done, err := d.Drill(ctx, "")
	if err != nil {
		return err
	}
	var lines []string
	var failed error
	for _, place := range done.Places {
		if place.Trouble == "" && place.Read == place.Of {
			lines = append(lines, fmt.Sprintf(sayProvedPlace, place.Folder, place.Read, place.Of))
			continue
		}
		lines = append(lines, fmt.Sprintf(sayNotProved, place.Folder, troubleWords(place)))
		failed = errors.Join(failed, &drillError{damaged: place.Trouble == "damaged" || place.Trouble == ""})
	}
	return errors.Join(p.print(lines), failed)
}

// troubleWords says why a backup could not be proved.
func troubleWords(place store.DrillPlace) string {
	if words, ok := drillTroubles[place.Trouble]; ok {
		return words
	}
	return fmt.Sprintf(sayReadOf, place.Read, place.Of)
}

// drillError says that a backup was not proved.
type drillError struct{ damaged bool }

func (e *drillError) Error() string { return sayDrillFailed }

// Is gives a damaged backup its exit code.
func (e *drillError) Is(target error) bool { return e.damaged && target == store.ErrDamaged }

// Proved says when the backups were last proved, and how many reflections came
// back; empty before the first drill.
func (d *desk) Proved() string {
	drill, err := d.LastDrill()
	if err != nil || drill.At.IsZero() {
		return ""
	}
	read, of := drill.Proved()
	since := d.now().Sub(drill.At)
	for i, place := range drill.Places {
		if place.Trouble != "" && (i == 0 || place.Trouble != "away") || place.Read < place.Of {
			return fmt.Sprintf(sayNotProvedHome, place.Folder, drill.At.Local().Format(dayWords), troubleWords(place))
		}
	}
	if of == 0 {
		return ""
	}
	words := fmt.Sprintf(sayLastProved, daysAgo(int(since.Hours()/24)), read, of)
	if since > store.DrillEvery+24*time.Hour {
		words += sayProveAgain
	}
	return words
}

// daysAgo says how long ago something was.
func daysAgo(days int) string {
	if days < 1 {
		return sayDrilledToday
	}
	return plural(days, sayOneDayAgo, sayDaysAgo)
}

// salvageCommand writes what is whole in a damaged vault into a new one.
func salvageCommand(p *Program, f *flags) *cobra.Command {
	var codeFile string
	c := &cobra.Command{
		Use: "salvage NEWVAULT", Short: shortSalvage, Long: longSalvage, Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return p.salvage(c.Context(), f, args[0], codeFile) },
	}
	c.Flags().StringVar(&codeFile, "code-file", "", flagCodeFile)
	return c
}

func (p *Program) salvage(ctx context.Context, f *flags, into, codeFile string) error {
	found := p.findPaths(f.vault)
	wreck, err := store.OpenWreck(found.vault, p.options(found))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("salvage: %w", store.ErrNoFile)
	}
	if err != nil {
		return err
	}
	defer wreck.Close()
	if err := p.unlockWreck(wreck, f, codeFile); err != nil {
		return err
	}
	if warning := syncedWarning(into); warning != "" {
		p.warn(warning)
	}
	saved, err := wreck.Into(ctx, into)
	if errors.Is(err, store.ErrExists) {
		return &alreadyError{path: into}
	}
	if err != nil {
		return err
	}
	p.say(fmt.Sprintf(saySalvaged, saved.Reflections, saved.Revisions, saved.Drafts, saved.Other))
	if saved.Unread > 0 {
		p.say(fmt.Sprintf(sayUnread, saved.Unread))
	}
	p.say(fmt.Sprintf(saySalvagedNext, filepath.Base(into)))
	return p.print([]string{saved.Path})
}

func (p *Program) unlockWreck(wreck *store.Wreck, f *flags, codeFile string) error {
	if codeFile != "" {
		code, err := p.recoveryCode(codeFile)
		if err != nil {
			return err
		}
		return wreck.Recover(code)
	}
	secret, err := p.secret(f, promptPassphrase)
	if err != nil {
		return err
	}
	defer clear(secret)
	return wreck.Unlock(secret)
}
