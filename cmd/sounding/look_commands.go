package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sounding/content"
	"sounding/export"
	"sounding/journal"
)

// lookBackWalk is the walk that looks back at what happened since.
const lookBackWalk = "what-happened-next"

// dueCommand lists what has a date: actions, forecasts, and looks back.
func dueCommand(p *Program, f *flags) *cobra.Command {
	var asJSON bool
	var until string
	c := &cobra.Command{
		Use: "due", Short: shortDue, Long: longDue, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			last, err := p.lastDay(until)
			if err != nil {
				return err
			}
			return p.with(c.Context(), f, func(d *desk) error {
				due := d.due(last)
				if asJSON {
					return export.Due(p.Out, due)
				}
				return p.printDue(d, due)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	c.Flags().StringVar(&until, "until", "", flagUntil)
	return c
}

// lastDay reads the day up to which something is due; without one, everything
// with a date is.
func (p *Program) lastDay(typed string) (journal.Date, error) {
	if typed == "" {
		return "9999-12-31", nil
	}
	day, err := journal.ParseDate(typed, p.Now())
	if err != nil {
		return "", usage("--until: %s", err)
	}
	return day.Day(), nil
}

// due gathers what is open up to a day, and the looks back that are open today.
func (d *desk) due(until journal.Date) []journal.Due {
	rules := journal.FollowUpRules{Walk: lookBackWalk, Follows: d.decides}
	return journal.DueBy(d.List(), rules, journal.DateOf(d.now()), until)
}

// decides says whether a walk is one about a family in which something is
// decided or leaned towards: those are looked back on.
func (d *desk) decides(walk string) bool {
	w, ok := d.Walk(walk)
	if !ok || w.About != journal.AboutFamily {
		return false
	}
	for _, s := range w.Steps {
		if s.Kind == journal.KindNext {
			return true
		}
	}
	return false
}

func (p *Program) printDue(d *desk, due []journal.Due) error {
	subjects := map[journal.ID]string{}
	for _, s := range d.List() {
		subjects[s.ID] = s.Subject
	}
	today := journal.DateOf(p.Now())
	var lines []string
	for _, one := range due {
		parts := []string{one.When(today)}
		if subject := subjects[one.Reflection]; subject != "" {
			parts = append(parts, subject)
		}
		parts = append(parts, one.Text, string(one.Reflection))
		lines = append(lines, strings.Join(parts, "  "))
	}
	if len(lines) == 0 {
		fmt.Fprintln(p.Err, sayNothingDue)
	}
	return p.print(lines)
}

// libraryCommand lists the library by shelf, or prints one page. No vault is
// opened.
func libraryCommand(p *Program, f *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "library [PAGE]", Short: shortLibrary, Long: longLibrary, Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			library, err := p.library(f, p.findPaths(f.vault))
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return p.printShelves(library, asJSON)
			}
			page, err := findPage(library, strings.Join(args, " "))
			if err != nil {
				return err
			}
			if asJSON {
				return export.LibraryPage(p.Out, page)
			}
			return export.LibraryText(p.Out, page, standardNames(library, page, journal.DateOf(p.Now())))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	return c
}

func (p *Program) printShelves(library *content.Library, asJSON bool) error {
	var shelves []export.Shelf
	for _, s := range library.Shelves() {
		shelves = append(shelves, export.Shelf{ID: s.ID, Title: s.Title, Summary: s.Summary, Pages: library.Shelf(s.ID)})
	}
	if asJSON {
		return export.Library(p.Out, shelves)
	}
	var lines []string
	for i, s := range shelves {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, s.Title)
		for _, page := range s.Pages {
			lines = append(lines, fmt.Sprintf("  %s  %s", page.ID, page.Title))
		}
	}
	return p.print(lines)
}

// nearPages is how many pages are offered in place of one that is not there.
const nearPages = 5

// findPage finds a page by its id or its title.
func findPage(library *content.Library, typed string) (journal.Page, error) {
	if page, ok := library.Page(strings.ToLower(typed)); ok {
		return page, nil
	}
	var near []string
	for _, hit := range library.SearchPages(typed) {
		if strings.EqualFold(hit.Page.Title, typed) {
			return hit.Page, nil
		}
		if len(near) < nearPages {
			near = append(near, hit.Page.ID)
		}
	}
	if len(near) == 0 {
		return journal.Page{}, usage(sayNoPage, typed)
	}
	return journal.Page{}, usage(sayNoPageBut, typed, strings.Join(near, ", "))
}

// standardNames says a page's standards in words, and of those that are not in
// force today that they are not.
func standardNames(library *content.Library, page journal.Page, today journal.Date) []string {
	catalogue := journal.Catalogue{Frameworks: library.Frameworks()}
	var out []string
	for _, ref := range page.Standards {
		framework, standard, ok := catalogue.Standard(ref)
		if !ok {
			out = append(out, ref)
			continue
		}
		name := fmt.Sprintf("%s, %s: %s", framework.Title, standard.Number, standard.Title)
		switch {
		case framework.On(today):
		case today < framework.ValidFrom:
			name += fmt.Sprintf(sayNotYetInForce, framework.ValidFrom.Long())
		default:
			name += fmt.Sprintf(sayNoLongerInForce, framework.ValidTo.Long())
		}
		out = append(out, name)
	}
	return out
}
