package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sounding/journal"
)

// eraseCommand destroys one reflection for good, in the trash or not. It asks
// first whether anyone may still need it.
func eraseCommand(p *Program, f *flags) *cobra.Command {
	var yes, hold bool
	c := &cobra.Command{
		Use: "erase ID", Short: shortErase, Long: longErase, Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if yes && hold {
				return usage(eraseOrHold)
			}
			return p.with(c.Context(), f, func(d *desk) error {
				id, trashed, err := findErasable(d, args[0])
				if err != nil {
					return err
				}
				if hold {
					return p.hold(c.Context(), d, id)
				}
				return p.erase(c.Context(), d, id, trashed, yes)
			})
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, flagEraseYes)
	c.Flags().BoolVar(&hold, "hold", false, flagHold)
	return c
}

// findErasable finds a reflection by the start of its id, in the trash or out of
// it.
func findErasable(d *desk, typed string) (id journal.ID, trashed bool, err error) {
	for _, s := range d.Vault.Trashed() {
		if len(typed) >= shortestID && strings.HasPrefix(string(s.ID), strings.ToLower(typed)) {
			if id != "" {
				return "", false, usage(sayAmbiguous, typed)
			}
			id, trashed = s.ID, true
		}
	}
	other, err := findOne(d, typed)
	switch {
	case id == "":
		return other, false, err
	case err == nil:
		return "", false, usage(sayAmbiguous, typed)
	}
	return id, trashed, nil
}

func (p *Program) erase(ctx context.Context, d *desk, id journal.ID, trashed, yes bool) error {
	if err := d.heldBack(id); err != nil {
		return err
	}
	words := []string{askRequests}
	if !trashed {
		words = append(words, sayNotInTrash)
	}
	typed := wordErase
	if yes {
		for _, line := range words {
			p.say(line)
		}
	} else {
		var err error
		if typed, err = p.ask(words, askErase); err != nil {
			return err
		}
	}
	switch typed {
	case wordErase:
		return p.eraseNow(ctx, d, id)
	case wordHold:
		return p.hold(ctx, d, id)
	}
	p.say(safeUnchanged)
	return nil
}

// eraseNow erases a reflection and says what still holds it.
func (p *Program) eraseNow(ctx context.Context, d *desk, id journal.ID) error {
	done, err := d.eraseForGood(ctx, id)
	if err != nil {
		return err
	}
	p.say(fmt.Sprintf(sayErased, id, done.Revisions))
	if len(done.Backups) > 0 {
		p.say(fmt.Sprintf(sayErasedBackups, len(done.Backups)))
	}
	p.say(sayStillHeld)
	return errors.Join(p.print(stillHeld(done)), done.Err)
}
