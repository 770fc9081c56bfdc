package content

import (
	"fmt"
	"strings"
	"time"

	"sounding/journal"
)

// Themes and frameworks can be read like pages. Their ids are those of the part
// and the thing, "theme/digital", so that no page's id can be theirs; a page
// links to one in the same way.
const (
	themesShelf     = "themes"
	frameworksShelf = "frameworks"
)

// readable says whether there is a page, a theme or a framework of that name.
func (l *Library) readable(id string) bool {
	switch part, name := cutName(id); part {
	case PartTheme:
		return l.themes[name] != nil
	case PartFramework:
		return l.frameworks[name] != nil
	}
	return l.pages[id] != nil
}

// composed makes the page of a theme or framework.
func (l *Library) composed(id string) (journal.Page, bool) {
	part, name := cutName(id)
	if part == PartTheme {
		theme, ok := l.Theme(name)
		return l.themePage(theme), ok
	}
	framework, ok := l.Framework(name)
	return frameworkPage(framework), ok
}

// themePage is a theme to be read whole: what it is, what a supervisor would
// ask, who and where has influence, what not to do first, the law with its
// dates, what it brings into a walk, and whose standards are named.
func (l *Library) themePage(t journal.Theme) journal.Page {
	page := journal.Page{
		ID: string(PartTheme) + "/" + t.ID, Title: t.Title, Shelf: themesShelf, Summary: t.Summary,
		UseIn: l.themesAt(), Sources: t.Sources, Checked: t.Checked, Pack: t.Pack,
	}
	var out strings.Builder
	out.WriteString(t.Body + "\n")
	bullets(&out, themeAsk, t.Ask)
	bullets(&out, themePlaces, t.Places)
	bullets(&out, themeNotYet, t.NotYet)
	if len(t.Law) > 0 {
		fmt.Fprintf(&out, "\n## %s\n", themeLaw)
	}
	for _, card := range t.Law {
		fmt.Fprintf(&out, "\n%s\n", cardText(card))
	}
	bullets(&out, themeBrings, lensLines(t.Lenses))
	bullets(&out, themeMarks, l.standardLines(t.Marks))
	bullets(&out, themeSuggested, l.standardLines(t.Suggest))
	page.Body = strings.TrimSpace(out.String())
	for _, found := range links(page.Body, 1) {
		if id, ok := pageOf(found.target); ok && l.readable(id) && !contains(page.Links, id) {
			page.Links = append(page.Links, id)
		}
	}
	return page
}

// themesAt is the "walk/step" at which themes are chosen, in the first walk of
// the menu that has one; empty where none has.
func (l *Library) themesAt() string {
	for _, head := range l.Menu() {
		walk, ok := l.Walk(head.ID)
		if !ok {
			continue
		}
		for _, step := range walk.Steps {
			for _, prompt := range step.Prompts {
				if prompt.Role == journal.RoleThemes {
					return walk.ID + "/" + step.ID
				}
			}
		}
	}
	return ""
}

func cardText(card journal.Card) string {
	text := fmt.Sprintf("**%s.** %s\n\n> "+cardSource, card.Title, card.Text, card.Source, dayOf(card.Checked))
	if card.Check {
		text += "\n> **" + checkCurrentLaw + "**"
	}
	return text
}

func lensLines(lenses []journal.Offer) []string {
	var out []string
	for _, lens := range lenses {
		line := "**" + lens.Label + ".** " + lens.Text
		if lens.Why != "" {
			line += " (" + strings.TrimSuffix(lens.Why, ".") + ".)"
		}
		out = append(out, line)
	}
	return out
}

// standardLines says standards in words, each with the last day of its
// framework where that has one.
func (l *Library) standardLines(refs []string) []string {
	catalogue := journal.Catalogue{Frameworks: l.Frameworks()}
	var out []string
	for _, ref := range refs {
		framework, standard, ok := catalogue.Standard(ref)
		if !ok {
			continue // a pack has hidden it
		}
		line := fmt.Sprintf("%s, %s: %s", framework.Title, standard.Number, standard.Title)
		if framework.ValidTo != "" {
			line += fmt.Sprintf(standardUntil, dayOf(framework.ValidTo))
		}
		out = append(out, line)
	}
	return out
}

// frameworkPage is a framework to be read whole: whose it is, from when to
// when it is in force, what is not settled, each standard with its older names,
// and its levels.
func frameworkPage(f journal.Framework) journal.Page {
	page := journal.Page{
		ID: string(PartFramework) + "/" + f.ID, Title: f.Title, Shelf: frameworksShelf,
		Summary: inForce(f), Sources: []string{f.Source}, Checked: f.Checked, Pack: f.Pack,
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s. %s\n", f.Owner, inForce(f))
	if f.Provisional != "" {
		fmt.Fprintf(&out, "\n> **%s** %s\n", frameworkProvisional, f.Provisional)
	}
	fmt.Fprintf(&out, "\n## %s\n", frameworkStandards)
	for _, s := range f.Standards {
		fmt.Fprintf(&out, "\n**%s. %s.** %s\n", s.Number, s.Title, s.Text)
		if len(s.Aliases) > 0 {
			fmt.Fprintf(&out, "\n> "+standardAliases+"\n", strings.Join(s.Aliases, "; "))
		}
	}
	var levels []string
	for _, level := range f.Levels {
		line := level.Label
		if level.Help != "" {
			line += ": " + level.Help
		}
		levels = append(levels, line)
	}
	bullets(&out, frameworkLevels, levels)
	page.Body = strings.TrimSpace(out.String())
	return page
}

// inForce says from when to when a framework holds, in a sentence or two.
func inForce(f journal.Framework) string {
	switch {
	case f.ValidFrom != "" && f.ValidTo != "":
		return fmt.Sprintf(forceBetween, dayOf(f.ValidFrom), dayOf(f.ValidTo))
	case f.ValidFrom != "":
		return fmt.Sprintf(forceFrom, dayOf(f.ValidFrom))
	case f.ValidTo != "":
		return fmt.Sprintf(forceTo, dayOf(f.ValidTo))
	}
	return forceUndated
}

// dayOf is a date without its weekday, as law and figures are dated.
func dayOf(d journal.Date) string {
	t, ok := d.Time(time.UTC)
	if !ok {
		return string(d)
	}
	return t.Format("2 January 2006")
}

// bullets writes a heading with a list below it; nothing where the list is
// empty.
func bullets(out *strings.Builder, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(out, "\n## %s\n\n", heading)
	for _, line := range lines {
		fmt.Fprintf(out, "- %s\n", line)
	}
}

// readComposed makes every theme's and framework's page.
func (l *Library) readComposed() []journal.Page {
	var out []journal.Page
	for _, t := range l.Themes() {
		out = append(out, l.themePage(t))
	}
	for _, f := range l.Frameworks() {
		out = append(out, frameworkPage(f))
	}
	return out
}
