package linear

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sounding/journal"
)

// Library is what there is to read, and the desk that takes a page into a
// reflection. Shelves are choices, each with what stands on it as its help. A
// page that was searched for has the line it was found by for a summary.
// Standards are in words, with the dates of those not in force. GoTo makes a
// step the place where a reflection is.
type Library interface {
	Shelves() []journal.Choice
	Shelf(id string) []journal.Page
	Page(id string) (journal.Page, bool)
	SearchPages(query string) []journal.Page
	BackLinks(page string) []string
	StandardNames(journal.Page) []string
	Frameworks() []journal.Framework
	GoTo(ctx context.Context, id journal.ID, step string) error
}

// The choices that stand beside shelves, links and frameworks.
const (
	chooseSearch  = "search"
	chooseUse     = "use"
	chooseBack    = "back"
	chooseShelves = "shelves"
	chooseDay     = "day"
)

// library lists the shelves, then the pages of one, then reads.
func (a *App) library(ctx context.Context) error {
	if a.Library == nil || len(a.Library.Shelves()) == 0 {
		a.talk.say("%s", noPages)
		return nil
	}
	for {
		choices := []journal.Choice{{ID: chooseSearch, Label: searchLibrary}}
		for _, shelf := range a.Library.Shelves() {
			choices = append(choices, journal.Choice{ID: shelf.ID, Label: titled(shelf.Label, shelf.Help)})
		}
		a.talk.gap()
		i, err := a.talk.choose(shelfQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if i == 0 {
			err = a.searchLibrary(ctx)
		} else {
			err = a.shelf(ctx, a.Library.Shelf(choices[i].ID))
		}
		if err != nil {
			return err
		}
	}
}

func (a *App) searchLibrary(ctx context.Context) error {
	a.talk.say("%s", searchPages)
	words, err := a.talk.line()
	if err != nil || strings.TrimSpace(words) == "" {
		return err
	}
	found := a.Library.SearchPages(words)
	a.talk.say("%s", journal.Counted(len(found), "page", "pages")+" found.")
	return a.shelf(ctx, found)
}

// shelf offers pages to read until the person goes back, a few at a time where
// there are many.
func (a *App) shelf(ctx context.Context, pages []journal.Page) error {
	var choices []journal.Choice
	for _, p := range pages {
		choices = append(choices, journal.Choice{ID: p.ID, Label: titled(p.Title, p.Summary)})
	}
	for len(choices) > 0 {
		a.talk.gap()
		i, err := a.among(libraryQuestion, choices)
		if err != nil || i < 0 {
			return err
		}
		back, err := a.pages(ctx, pages[i].ID, false)
		if err != nil || !back {
			return err
		}
	}
	return nil
}

func titled(title, summary string) string {
	if summary == "" {
		return ended(title)
	}
	return ended(title) + " " + summary
}

// pages reads a page, and those that its links lead to, until the person goes
// back behind the first. False asks for the shelves. Within a walk there are
// neither shelves nor another reflection to take the page into.
func (a *App) pages(ctx context.Context, id string, within bool) (back bool, err error) {
	trail := []string{id}
	for len(trail) > 0 {
		page, ok := a.Library.Page(trail[len(trail)-1])
		if !ok {
			return true, nil
		}
		links := a.readPage(page)
		next, err := a.fromPage(ctx, page, links, within)
		switch {
		case err != nil:
			return true, err
		case next == chooseShelves:
			return false, nil
		case next == chooseBack:
			trail = trail[:len(trail)-1]
		default:
			trail = append(trail, next)
		}
	}
	return true, nil
}

// readPage says a page with its standards, sources and date, and gives the
// pages that it leads to: those of its text, then those that link to it.
func (a *App) readPage(page journal.Page) []string {
	var links []string
	for _, id := range append(slices.Clone(page.Links), a.Library.BackLinks(page.ID)...) {
		if _, ok := a.Library.Page(id); ok && id != page.ID && !slices.Contains(links, id) {
			links = append(links, id)
		}
	}
	number := func(target string) (int, bool) {
		target, _, _ = strings.Cut(strings.TrimSuffix(target, ".md"), "#")
		n := slices.Index(links, target)
		if n < 0 {
			n = slices.Index(links, target[strings.LastIndexByte(target, '/')+1:])
		}
		return n + 1, n >= 0
	}
	a.talk.gap()
	a.talk.say("%s", ended(page.Title))
	for _, line := range plainPage(page.Body, number) {
		a.talk.say("%s", line)
	}
	a.talk.gap()
	for _, name := range a.Library.StandardNames(page) {
		a.talk.say(standardLine, name)
	}
	for _, source := range page.Sources {
		a.talk.say(sourceLine, source)
	}
	if t, ok := page.Checked.Time(time.UTC); ok {
		a.talk.say(checkedLine, t.Format("2 January 2006"))
	}
	return links
}

// fromPage asks where to go from a page: a link, into a reflection, back, or
// the shelves.
func (a *App) fromPage(ctx context.Context, page journal.Page, links []string, within bool) (string, error) {
	var choices []journal.Choice
	for _, id := range links {
		to, _ := a.Library.Page(id)
		choices = append(choices, journal.Choice{ID: id, Label: to.Title})
	}
	if walk, step, ok := a.place(page); ok && !within {
		choices = append(choices, journal.Choice{ID: chooseUse, Label: fmt.Sprintf(useLabel, step.Label, walk.Title)})
	}
	choices = append(choices, journal.Choice{ID: chooseBack, Label: doBack})
	if !within {
		choices = append(choices, journal.Choice{ID: chooseShelves, Label: toShelves})
	}
	for {
		a.talk.gap()
		i, err := a.talk.choose(pageQuestion, choices, true)
		if err != nil {
			return "", err
		}
		if i < 0 {
			return chooseBack, nil
		}
		if choices[i].ID != chooseUse {
			return choices[i].ID, nil
		}
		if err := a.use(ctx, page); err != nil {
			return "", err
		}
	}
}

// place is the walk and the step that a page belongs to.
func (a *App) place(page journal.Page) (journal.Walk, journal.Step, bool) {
	id, stepID, ok := strings.Cut(page.UseIn, "/")
	if !ok {
		return journal.Walk{}, journal.Step{}, false
	}
	for _, w := range a.Shelf.Walks() {
		if step, there := w.Step(stepID); w.ID == id && there {
			return w, *step, true
		}
	}
	return journal.Walk{}, journal.Step{}, false
}

// use takes a page to its step: in a reflection that is open, or in a new one.
func (a *App) use(ctx context.Context, page journal.Page) error {
	walk, step, _ := a.place(page)
	var drafts []journal.Summary
	choices := []journal.Choice{}
	for _, s := range a.Vault.List() {
		if s.Walk == walk.ID && s.Status == journal.StatusDraft && len(drafts) < listed {
			drafts = append(drafts, s)
			choices = append(choices, journal.Choice{ID: string(s.ID), Label: line(s)})
		}
	}
	choices = append(choices, journal.Choice{ID: "new", Label: useNew})
	i, err := a.talk.choose(useQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	if i < len(drafts) {
		if err := a.Library.GoTo(ctx, drafts[i].ID, step.ID); err != nil {
			return err
		}
		return a.open(ctx, drafts[i].ID)
	}
	length, err := a.lengthWith(&walk, &step)
	if err != nil {
		return err
	}
	r, err := a.Vault.Begin(ctx, &walk, length)
	if err != nil {
		return err
	}
	r.At = step.ID
	return a.walk(ctx, &r, &walk)
}

// lengthWith asks for a length that has the step. Enter takes the shortest.
func (a *App) lengthWith(w *journal.Walk, step *journal.Step) (journal.Length, error) {
	var lengths []journal.Length
	for _, l := range w.Lengths {
		if step.In(l) {
			lengths = append(lengths, l)
		}
	}
	if len(lengths) == 0 {
		return 0, nil
	}
	i, err := a.talk.choose(lengthQuestion, lengthChoices(&journal.Walk{Lengths: lengths}), true)
	return lengths[max(i, 0)], err
}

// guidance says the help for a step, then offers the pages that belong to it.
func (a *App) guidance(ctx context.Context, step *journal.Step) error {
	noLinks := func(string) (int, bool) { return 0, false }
	said := plainPage(step.Guidance, noLinks)
	for _, line := range said {
		a.talk.say("%s", line)
	}
	pages := a.known(step.Pages)
	if len(said)+len(pages) == 0 {
		a.talk.say("%s", noGuidance)
	}
	return a.offerPages(ctx, guidanceQuestion, pages)
}

// themes offers the pages of the themes that were chosen: what to ask, who has
// influence, what not to do first, and the law.
func (a *App) themes(ctx context.Context, r *journal.Reflection) error {
	var ids []string
	for _, theme := range r.Themes {
		ids = append(ids, themePage+theme)
	}
	pages := a.known(ids)
	if len(pages) == 0 {
		a.talk.say("%s", noThemes)
	}
	return a.offerPages(ctx, readThemeQuestion, pages)
}

// known are the pages that the library has.
func (a *App) known(ids []string) []journal.Page {
	var out []journal.Page
	for _, id := range ids {
		if a.Library == nil {
			break
		}
		if page, ok := a.Library.Page(id); ok {
			out = append(out, page)
		}
	}
	return out
}

// offerPages reads pages within a walk, until the person goes back to it.
func (a *App) offerPages(ctx context.Context, question string, pages []journal.Page) error {
	var choices []journal.Choice
	for _, page := range pages {
		choices = append(choices, journal.Choice{ID: page.ID, Label: titled(page.Title, page.Summary)})
	}
	for len(choices) > 0 {
		a.talk.gap()
		i, err := a.talk.choose(question, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if _, err := a.pages(ctx, choices[i].ID, true); err != nil {
			return err
		}
	}
	return nil
}

// themePage begins the id of the page of a theme.
const themePage = "theme/"
