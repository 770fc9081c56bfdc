package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"sounding/journal"
)

// holdCommand lists, sets and releases holds.
func holdCommand(p *Program, f *flags) *cobra.Command {
	var all, release bool
	c := &cobra.Command{
		Use: "hold [ID]", Short: shortHold, Long: longHold, Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if all && len(args) > 0 || release && !all && len(args) == 0 {
				return usage(holdWhich)
			}
			return p.with(c.Context(), f, func(d *desk) error {
				switch {
				case all && release:
					return p.released(d.ReleaseEverything(c.Context()))
				case all:
					return p.heldAll(d.HoldEverything(c.Context(), ""))
				case len(args) == 0:
					return p.listHolds(d)
				}
				id, _, err := findErasable(d, args[0])
				if err != nil {
					return err
				}
				if release {
					return p.released(d.ReleaseHold(c.Context(), id))
				}
				return p.hold(c.Context(), d, id)
			})
		},
	}
	c.Flags().BoolVar(&all, "all", false, flagHoldAll)
	c.Flags().BoolVar(&release, "release", false, flagRelease)
	return c
}

func (p *Program) hold(ctx context.Context, d *desk, id journal.ID) error {
	if err := d.SetHold(ctx, id, ""); err != nil {
		return err
	}
	p.say(sayHeld)
	return nil
}

func (p *Program) released(err error) error {
	if err == nil {
		p.say(sayReleased)
	}
	return err
}

func (p *Program) heldAll(err error) error {
	if err == nil {
		p.say(sayHeldAll)
	}
	return err
}

func (p *Program) listHolds(d *desk) error {
	var lines []string
	all, err := d.HoldOnEverything()
	if err != nil {
		return err
	}
	if all.Held() {
		lines = append(lines, fmt.Sprintf(sayAllHeld, all.Since.Local().Format(dayWords)))
	}
	for _, s := range append(d.List(), d.Vault.Trashed()...) {
		if d.IsHeld(s.ID) {
			lines = append(lines, summaryLine(s))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, sayNoHolds)
	}
	return p.print(lines)
}

// retentionCommand says for how long themes are kept, and what was kept for so
// long. Nothing is removed by it.
func retentionCommand(p *Program, f *flags) *cobra.Command {
	return &cobra.Command{
		Use: "retention [THEME MONTHS]", Short: shortRetention, Long: longRetention, Args: cobra.MaximumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return usage(retentionBoth)
			}
			return p.with(c.Context(), f, func(d *desk) error {
				if len(args) == 2 {
					return p.keepFor(c.Context(), d, args[0], args[1])
				}
				return p.listRetention(d)
			})
		},
	}
}

func (p *Program) keepFor(ctx context.Context, d *desk, theme, typed string) error {
	id, months, why := d.rule(theme, typed)
	if why != "" {
		return usage("%s", why)
	}
	rules, err := d.Retention()
	if err != nil {
		return err
	}
	if rules[id] = months; months == 0 {
		delete(rules, id)
	}
	if err := d.SetRetention(ctx, rules); err != nil {
		return err
	}
	return p.listRetention(d)
}

func (p *Program) listRetention(d *desk) error {
	lines := d.KeptFor()
	if len(lines) == 0 {
		lines = append(lines, sayNoRetention)
	}
	for _, s := range d.KeptLongEnough() {
		lines = append(lines, sayKeptLong+summaryLine(s))
	}
	return p.print(lines)
}

// rotateCommand gives the vault another key and seals everything anew.
func rotateCommand(p *Program, f *flags) *cobra.Command {
	var fresh string
	c := &cobra.Command{
		Use: "rotate", Short: shortRotate, Long: longRotate, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.with(c.Context(), f, func(d *desk) error { return p.rotate(c.Context(), d, fresh) })
		},
	}
	c.Flags().StringVar(&fresh, "new-passphrase-file", "", flagNewPassphrase)
	return c
}

func (p *Program) rotate(ctx context.Context, d *desk, path string) error {
	p.say(sayRotateSecret)
	secret, err := p.typedTwiceOr(path)
	if err != nil {
		return err
	}
	defer clear(secret)
	keyring := d.Keyring()
	code, err := d.RotateKey(ctx, secret)
	if err != nil {
		return err
	}
	p.say(sayRotated)
	if keyring {
		p.say(sayRotatedKeyring)
	}
	p.say(sayCode)
	return p.print([]string{code.String()})
}
