package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sounding/content"
	"sounding/export"
	"sounding/journal"
)

// importLimit is the most that a file with one reflection may hold, in bytes.
const importLimit = 64 << 20

// newCommand begins a reflection of a walk, or takes one whole from a file.
func newCommand(p *Program, f *flags) *cobra.Command {
	var length int
	var subject, from string
	c := &cobra.Command{
		Use: "new WALK", Short: shortNew, Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			walk := ""
			if len(args) == 1 {
				walk = args[0]
			}
			if from != "" {
				return p.newFrom(c.Context(), f, walk, from, journal.Length(length), subject)
			}
			if walk == "" {
				return usage(whichWalk)
			}
			return p.newWalk(c.Context(), f, walk, journal.Length(length), subject)
		},
	}
	c.Flags().IntVar(&length, "length", 0, flagLength)
	c.Flags().StringVar(&subject, "subject", "", flagSubject)
	c.Flags().StringVar(&from, "from", "", flagFrom)
	return c
}

// newWalk begins a walk and goes into it. What is wrong with the call is said
// before anything is drawn or asked.
func (p *Program) newWalk(ctx context.Context, f *flags, id string, length journal.Length, subject string) error {
	found := p.findPaths(f.vault)
	m, err := readMachine(found.config)
	if err != nil {
		p.warn(sayError(err))
	}
	library, err := p.library(f, found)
	if err != nil {
		return err
	}
	if err := checkCall(library, id, length, subject); err != nil {
		return err
	}
	return p.goOn(ctx, f, found, m, func(d *desk) (journal.Reflection, journal.Walk, error) {
		return p.beginFor(ctx, d, id, length, subject)
	})
}

func (p *Program) beginFor(ctx context.Context, d *desk, id string, length journal.Length, subject string) (journal.Reflection, journal.Walk, error) {
	w, ok := d.Walk(id)
	if !ok {
		return journal.Reflection{}, w, journal.ErrNoStep
	}
	if length == 0 {
		length = d.Preferences().Length
		if !w.Offers(length) {
			length = w.Usual
		}
	}
	r, err := d.Begin(ctx, &w, length)
	r.Subject = subject
	return r, w, err
}

// checkCall says what is wrong with beginning a walk, if anything is.
func checkCall(library *content.Library, id string, length journal.Length, subject string) error {
	w, ok := library.Walk(id)
	if !ok {
		var names []string
		for _, w := range library.Menu() {
			names = append(names, w.ID)
		}
		return usage("there is no walk called %q. There are: %s", id, strings.Join(names, ", "))
	}
	if length != 0 && !w.Offers(length) {
		return notOffered(&w, length)
	}
	if err := journal.CheckValue(journal.InputCode, subject, nil); err != nil {
		return usage("--subject: %s", err)
	}
	return nil
}

// notOffered says which lengths a walk has.
func notOffered(w *journal.Walk, length journal.Length) error {
	if len(w.Lengths) == 0 {
		return usage("the walk %s has one length only, so it takes none", w.ID)
	}
	var offered []string
	for _, l := range w.Lengths {
		offered = append(offered, strconv.Itoa(int(l)))
	}
	return usage("the walk %s is not offered at %d minutes, but at %s", w.ID, length, strings.Join(offered, ", "))
}

// newFrom takes a whole reflection in the form of show --json and keeps it
// under a new id.
func (p *Program) newFrom(ctx context.Context, f *flags, walk, from string, length journal.Length, subject string) error {
	data, err := p.readUpTo(from, importLimit)
	if err != nil {
		return err
	}
	r, err := export.ReadReflection(data)
	if err != nil {
		return inFile(from, err)
	}
	if walk != "" && walk != r.Walk {
		return usage("the file holds a reflection of %s, not of %s", r.Walk, walk)
	}
	if length != 0 {
		r.Length = length
	}
	if subject != "" {
		r.Subject = subject
	}
	d, err := p.open(f)
	if err != nil {
		return err
	}
	return errors.Join(p.keepNew(ctx, d, r), d.Close(ctx))
}

func (p *Program) keepNew(ctx context.Context, d *desk, r journal.Reflection) error {
	id, err := d.newID()
	if err != nil {
		return err
	}
	r.ID, r.Created, r.Updated = id, p.Now(), p.Now()
	if w, ok := d.Walk(r.Walk); ok {
		if !w.Offers(r.Length) {
			return notOffered(&w, r.Length)
		}
		if w.Version == r.WalkVersion {
			if err := d.snapshot(ctx, &r, &w); err != nil {
				return err
			}
		}
	} else {
		p.warn(fmt.Sprintf(walkUnknown, r.Walk))
	}
	d.Put(r)
	if err := errors.Join(d.Flush(ctx), d.File(ctx, id)); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.Out, id)
	return err
}

// jotCommand catches three lines. Words on the command line are kept as they
// are; without any, it asks.
func jotCommand(p *Program, f *flags) *cobra.Command {
	return &cobra.Command{
		Use: "jot [WORDS]", Short: shortJot,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.newWalk(c.Context(), f, journal.JotWalk, 0, "")
			}
			d, err := p.open(f)
			if err != nil {
				return err
			}
			return errors.Join(p.keepJot(c.Context(), d, strings.Join(args, " ")), d.Close(c.Context()))
		},
	}
}

func (p *Program) keepJot(ctx context.Context, d *desk, words string) error {
	r, w, err := p.beginFor(ctx, d, journal.JotWalk, 0, "")
	if err != nil {
		return err
	}
	progress := d.progress(&r, &w)
	for i := range w.Steps {
		for _, prompt := range w.Steps[i].Prompts {
			if prompt.Role == journal.RoleOpening {
				if _, err := progress.Set(w.Steps[i].ID+"."+prompt.ID, words); err != nil {
					return err
				}
			}
		}
	}
	d.Put(r)
	if err := errors.Join(d.Flush(ctx), d.File(ctx, r.ID)); err != nil {
		return err
	}
	fmt.Fprintln(p.Err, sayJotted)
	_, err = fmt.Fprintln(p.Out, r.ID)
	return err
}
