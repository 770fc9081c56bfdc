package content

import (
	"strings"
	"testing"
)

func TestPage_readsAThemeWhole(t *testing.T) {
	l := builtIn(t)
	page, ok := l.Page("theme/domestic-abuse")
	if !ok || page.Title != "Domestic abuse" || page.Shelf != "themes" || page.UseIn != "case-reflection/focus" {
		t.Fatalf("got %v %+v", ok, page)
	}
	theme, _ := l.Theme("domestic-abuse")
	said := []string{theme.Body, "Check current law before you rely on this.", "Checked on 22 November 2026", "(until 31 March 2027)"}
	said = append(said, theme.Ask...)
	said = append(said, theme.Places...)
	said = append(said, theme.NotYet...)
	for _, card := range theme.Law {
		said = append(said, card.Title, card.Text, card.Source)
	}
	for _, lens := range theme.Lenses {
		said = append(said, lens.Text, lens.Why)
	}
	for _, want := range said {
		if !strings.Contains(page.Body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	before, after, _ := strings.Cut(page.Body, "Standards that we suggest as well")
	if !strings.Contains(before, "Post-qualifying standards, child and family practitioner, 1:") || strings.Contains(before, "Rights, justice and economic wellbeing") || !strings.Contains(after, "Rights, justice and economic wellbeing") {
		t.Error("what the authority linked and what we suggest are not told apart")
	}
}

func TestPage_readsAFrameworkWhole(t *testing.T) {
	l := builtIn(t)
	for id, says := range map[string][]string{
		"framework/pcf": {"In force from 1 June 2018, with no end set.", "**3. Diversity and equality.**", "Older and local names: Diversity.", "Strategic social worker"},
		"framework/pqs": {"In force from 19 November 2015 to 31 March 2027."},
		"framework/ecs": {"In force from 1 April 2027, with no end set.", "**Not settled yet.**"},
	} {
		page, ok := l.Page(id)
		if !ok || page.Shelf != "frameworks" {
			t.Fatalf("%s: %v %+v", id, ok, page)
		}
		for _, want := range says {
			if !strings.Contains(page.Body, want) {
				t.Errorf("%s does not say %q", id, want)
			}
		}
	}
	for _, none := range []string{"framework/none", "theme/none", "walk/gibbs", "/", "theme/"} {
		if page, ok := l.Page(none); ok {
			t.Errorf("there is a page %q: %+v", none, page)
		}
	}
}

func TestPages_linkToThemesAndFrameworks(t *testing.T) {
	l := builtIn(t)
	for _, p := range l.Pages() {
		if strings.Contains(p.ID, "/") && len(l.BackLinks(p.ID)) == 0 {
			t.Errorf("no page links to %s", p.ID)
		}
		for _, id := range p.Links {
			if _, ok := l.Page(id); !ok {
				t.Errorf("%s links to %s, which is not there", p.ID, id)
			}
		}
	}
	if hits := l.SearchPages("Domestic abuse"); len(hits) == 0 || hits[0].Page.ID != "theme/domestic-abuse" {
		t.Error("a search for the title of a theme does not find it first")
	}
	pack := good(t)
	change(t, pack, owlName, "heron.md", "theme/stream")
	problems := Check(pack, nil)
	if len(problems) != 1 || !strings.Contains(problems[0].String(), `There is no page "theme/stream".`) {
		t.Errorf("told %v", problems)
	}
	change(t, pack, owlName, "theme/stream", "theme/river")
	if problems := Check(pack, nil); Stops(problems) {
		t.Errorf("told %v", problems)
	}
}

// A theme that a later pack hides is nowhere to be read, and no page links to
// it any more.
func TestPage_isGoneWithItsTheme(t *testing.T) {
	first := good(t)
	change(t, first, owlName, "heron.md", "theme/river")
	l, err := Load(Source{"built-in", first}, Source{"outside", outsider(map[string]string{packName: "hide:\n  - theme/river\n"})})
	if err != nil || len(l.Refused) > 0 {
		t.Fatal(err, l.Refused)
	}
	if _, ok := l.Page("theme/river"); ok {
		t.Error("the theme can still be read")
	}
	if owl, _ := l.Page("owl"); len(owl.Links) != 0 {
		t.Errorf("the owl links to %v", owl.Links)
	}
	for _, s := range l.Shelves() {
		if s.ID == themesShelf {
			t.Error("the shelf of themes is left, with nothing on it")
		}
	}
}
