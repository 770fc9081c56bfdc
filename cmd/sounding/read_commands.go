package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sounding/export"
	"sounding/journal"
	"sounding/language"
)

// with opens the vault for one piece of work and closes it again.
func (p *Program) with(ctx context.Context, f *flags, work func(*desk) error) error {
	d, err := p.open(f)
	if err != nil {
		return err
	}
	return errors.Join(work(d), d.Close(ctx))
}

// filter says which reflections a list is about.
type filter struct {
	walk, theme, standard, since string
}

func (f filter) keep(all []journal.Summary, now time.Time) ([]journal.Summary, error) {
	var since time.Time
	if f.since != "" {
		d, err := journal.ParseDate(f.since, now)
		if err != nil {
			return nil, usage("--since: %s", err)
		}
		since, _ = d.Time(now.Location())
	}
	var out []journal.Summary
	for _, s := range all {
		if f.walk != "" && s.Walk != f.walk || f.theme != "" && !has(s.Themes, f.theme) ||
			f.standard != "" && !has(s.Standards, f.standard) || s.Updated.Before(since) {
			continue
		}
		out = append(out, s)
	}
	return out, nil
}

// known refuses an id that neither the packs nor anything that is kept has, and
// names those there are.
func (f filter) known(d *desk) error {
	var walks, themes, standards []string
	for _, w := range d.Walks() {
		walks = append(walks, w.ID)
	}
	catalogue := d.Catalogue()
	for _, t := range catalogue.Themes {
		themes = append(themes, t.ID)
	}
	for _, framework := range catalogue.Frameworks {
		for _, s := range framework.Standards {
			standards = append(standards, framework.ID+"/"+s.ID)
		}
	}
	for _, s := range d.List() {
		walks = append(walks, s.Walk)
		themes, standards = append(themes, s.Themes...), append(standards, s.Standards...)
	}
	for _, id := range []struct {
		what, typed string
		all         []string
	}{{"walk", f.walk, walks}, {"theme", f.theme, themes}, {"standard", f.standard, standards}} {
		if id.typed != "" && !has(id.all, id.typed) {
			slices.Sort(id.all)
			return usage(noSuchID, id.what, id.typed, strings.Join(slices.Compact(id.all), ", "))
		}
	}
	return nil
}

func has(all []string, one string) bool {
	for _, a := range all {
		if a == one {
			return true
		}
	}
	return false
}

func listCommand(p *Program, f *flags) *cobra.Command {
	var asJSON bool
	var by filter
	c := &cobra.Command{
		Use: "list", Short: shortList, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.with(c.Context(), f, func(d *desk) error {
				if err := by.known(d); err != nil {
					return err
				}
				kept, err := by.keep(d.List(), p.Now())
				if err != nil {
					return err
				}
				if len(kept) == 0 {
					p.say(sayListedNone)
				}
				if asJSON {
					return export.List(p.Out, kept)
				}
				return p.printList(kept)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	c.Flags().StringVar(&by.walk, "walk", "", flagWalk)
	c.Flags().StringVar(&by.theme, "theme", "", flagTheme)
	c.Flags().StringVar(&by.since, "since", "", flagSince)
	c.Flags().StringVar(&by.standard, "standard", "", flagStandard)
	return c
}

func (p *Program) printList(all []journal.Summary) error {
	for _, s := range all {
		parts := []string{string(s.ID), s.Updated.Format("2006-01-02"), string(s.Status)}
		if s.Subject != "" {
			parts = append(parts, s.Subject)
		}
		parts = append(parts, s.Title)
		if _, err := fmt.Fprintln(p.Out, journal.VisibleLine(strings.Join(parts, "  "))); err != nil {
			return err
		}
	}
	return nil
}

// findOne finds a reflection by its id, or by the start of it where only one
// begins so.
func findOne(d *desk, typed string) (journal.ID, error) {
	if len(typed) < 4 {
		return "", usage("an id is at least its first four characters. sounding list shows them")
	}
	var found []journal.ID
	for _, s := range d.List() {
		if strings.HasPrefix(string(s.ID), strings.ToLower(typed)) {
			found = append(found, s.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", usage("there is no reflection whose id begins with %q. sounding list shows them", typed)
	}
	return "", usage("more than one id begins with %q. Type more of it", typed)
}

func showCommand(p *Program, f *flags) *cobra.Command {
	var asJSON, markdown bool
	c := &cobra.Command{
		Use: "show ID", Short: shortShow, Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if asJSON && markdown {
				return usage("choose one of --json and --markdown")
			}
			return p.with(c.Context(), f, func(d *desk) error {
				id, err := findOne(d, args[0])
				if err != nil {
					return err
				}
				r, w, err := d.Load(c.Context(), id)
				if err != nil {
					return err
				}
				if asJSON {
					return export.JSON(p.Out, r)
				}
				return export.Markdown(p.Out, d.progress(&r, &w), true)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	c.Flags().BoolVar(&markdown, "markdown", false, flagMarkdown)
	return c
}

func searchCommand(p *Program, f *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "search WORDS", Short: shortSearch, Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.with(c.Context(), f, func(d *desk) error {
				hits, total, err := d.Search(c.Context(), strings.Join(args, " "))
				if err != nil {
					return err
				}
				var found []journal.Summary
				for _, h := range hits {
					found = append(found, h.Summary)
				}
				if asJSON {
					return export.List(p.Out, found)
				}
				fmt.Fprintf(p.Err, sayFound+"\n", total)
				return p.printHits(hits)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	return c
}

func (p *Program) printHits(hits []journal.Hit) error {
	for _, h := range hits {
		if err := p.printList([]journal.Summary{h.Summary}); err != nil {
			return err
		}
		if more := h.Further(); more != "" {
			if _, err := fmt.Fprintln(p.Out, "    "+journal.VisibleLine(more)); err != nil {
				return err
			}
		}
	}
	return nil
}

func exportCommand(p *Program, f *flags) *cobra.Command {
	var format, out string
	var onlyPage bool
	var names nameChoice
	c := &cobra.Command{
		Use: "export ID...", Short: shortExport, Long: longExport, Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			form, err := formAsked(c, format, onlyPage)
			if err != nil {
				return err
			}
			if names.allow && names.redact {
				return usage(redactOrAllow)
			}
			return p.with(c.Context(), f, func(d *desk) error {
				return p.exportAll(c.Context(), d, args, form, out, names)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "md", flagFormat)
	c.Flags().StringVar(&out, "out", "", flagOut)
	c.Flags().BoolVar(&onlyPage, "page", false, flagPage)
	c.Flags().BoolVar(&names.allow, "allow-identifiers", false, flagAllow)
	c.Flags().BoolVar(&names.redact, "redact", false, flagRedact)
	return c
}

// formAsked is what the flags of export ask for.
func formAsked(c *cobra.Command, format string, onlyPage bool) (export.Format, error) {
	form, ok := export.FormatOf(format)
	switch {
	case !ok:
		return form, usage("there is no format called %q. There are: %s", format, formatNames())
	case !onlyPage:
		return form, nil
	case c.Flags().Changed("format") && form.Name != export.Formats()[0].Name:
		return form, usage(pageIsMarkdown)
	}
	return export.PageFormat(), nil
}

func formatNames() string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// errIdentifiers says that something in the words could name somebody.
var errIdentifiers = errors.New("some of this could name somebody. Use --redact to put pseudonyms there, or --allow-identifiers to write it as it is")

// nameChoice says what becomes of what could name somebody.
type nameChoice struct{ redact, allow bool }

func (p *Program) exportAll(ctx context.Context, d *desk, ids []string, form export.Format, out string, names nameChoice) error {
	if len(ids) > 1 && out != "" {
		return usage("--out takes one reflection at a time")
	}
	_, onTerminal := terminal(p.Out)
	for i, typed := range ids {
		id, err := findOne(d, typed)
		if err != nil {
			return err
		}
		r, w, err := d.Load(ctx, id)
		if err != nil {
			return err
		}
		progress, of := d.progress(&r, &w), part(form.Name == export.PageOnly)
		if of == thePage && len(progress.MyPage()) == 0 {
			return usage(pageEmpty)
		}
		written, err := p.named(naming{d}, progress, of, names)
		if err != nil {
			return err
		}
		if i > 0 && out == "" && !onTerminal {
			fmt.Fprintln(p.Out)
		}
		if err := p.exportOne(d, written, form, out, onTerminal); err != nil {
			return err
		}
	}
	return nil
}

// named is what is written of a part of a reflection: as it is, or with
// pseudonyms. With neither allowed, findings in that part end it.
func (p *Program) named(n naming, r *journal.Progress, of part, choice nameChoice) (*journal.Progress, error) {
	found, err := n.foundIn(r, of)
	if err != nil || len(found) == 0 || choice.allow {
		return r, err
	}
	if !choice.redact {
		for _, line := range openNames(found) {
			p.warn(line)
		}
		return nil, errIdentifiers
	}
	for _, f := range found {
		if f.Replacement == "" {
			p.warn(openNames([]language.Identified{f})[0])
		}
	}
	fmt.Fprintln(p.Err, sayIdentifierLimits)
	return n.Replaced(r, nil, of)
}

// exportOne writes to a file that was named, to standard output where it is
// piped, else to a file that is proposed.
func (p *Program) exportOne(d *desk, written *journal.Progress, form export.Format, out string, onTerminal bool) error {
	if out == "" && !onTerminal {
		return form.Write(p.Out, written)
	}
	if out == "" {
		out, _ = newExporter(p, d).Propose(written.Reflection.ID, form.Name)
	}
	if warning := syncedWarning(out); warning != "" {
		p.warn(warning)
	}
	if err := writeNew(out, func(file *os.File) error { return form.Write(file, written) }); err != nil {
		return namedBy("--out", err)
	}
	fmt.Fprintf(p.Err, sayExported+"\n", visible(out))
	return nil
}
