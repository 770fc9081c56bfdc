package content

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"sounding/journal"
	"sounding/seeds"
)

// loaded puts a good pack, taken as the built-in one, and others together.
func loaded(t testing.TB, others ...fstest.MapFS) *Library {
	t.Helper()
	sources := []Source{{"built-in", good(t)}}
	for _, pack := range others {
		sources = append(sources, Source{"outside", pack})
	}
	l, err := Load(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// outsider is the smallest pack, with more files.
func outsider(files map[string]string) fstest.MapFS {
	pack := fstest.MapFS{packName: {Data: []byte("id: leeds\ntitle: Leeds\nversion: 2\n" + files[packName])}}
	for name, text := range files {
		if name != packName {
			pack[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return pack
}

const smallWalk = `---
id: whole
version: 9
title: Ours instead
summary: A local one.
about: practice
minutes: 5
sources:
  - "Ours"
checked: 2026-11-22
steps:
  - id: one
    kind: text
    label: One
    prompts:
      - id: what
        text: What?
        role: opening
---
`

func page(id, title, body string) string {
	return "---\nid: " + id + "\ntitle: " + title + "\nsources:\n  - \"Ours\"\nchecked: 2026-11-22\n---\n" + body + "\n"
}

func TestLoad_refusesToStartWithoutABuiltInPack(t *testing.T) {
	if _, err := Load(); !errors.Is(err, ErrNoPack) {
		t.Errorf("got %v", err)
	}
	_, err := Load(Source{"built-in", fstest.MapFS{}})
	if err == nil || !strings.Contains(err.Error(), "pack.yaml") {
		t.Errorf("got %v", err)
	}
}

func TestLoad_givesTheWalkAsItWasWritten(t *testing.T) {
	w, ok := loaded(t).Walk("whole")
	if !ok {
		t.Fatal("no walk")
	}
	if w.Pack != "good" || w.Usual != 10 || len(w.Steps) != 6 || w.About != journal.AboutFamily {
		t.Errorf("got %+v", w)
	}
	focus, _ := w.Step("focus")
	if !strings.HasPrefix(focus.Guidance, "Keep it short.") || !strings.Contains(focus.Guidance, "Source: ours") {
		t.Errorf("guidance is %q", focus.Guidance)
	}
	if arrive, _ := w.Step("arrive"); arrive.Minutes[25] != 1 {
		t.Errorf("minutes are %v", arrive.Minutes)
	}
	if why := focus.Prompts[4]; why.When == nil || why.When.Is != "unsure" || why.Lengths[0] != 25 {
		t.Errorf("prompt is %+v", why)
	}
	explanations, _ := w.Step("explanations")
	if main := explanations.Collects[0].Fields[0]; main.Input != journal.InputText {
		t.Errorf("the field's input was not filled in: %+v", main)
	}
	weigh, _ := w.Step("weigh")
	if weigh.Matrix == nil || weigh.Matrix.Rows != 3 || len(weigh.Matrix.Choices) != 6 {
		t.Errorf("matrix is %+v", weigh.Matrix)
	}
}

func TestMenu_agreesWithTheWholeWalks(t *testing.T) {
	l := library(t, Source{"adults", seeds.Adults()})
	menu, whole := l.Menu(), l.Walks()
	if len(menu) != len(whole) || len(menu) == 0 {
		t.Fatalf("%d in the menu, %d walks", len(menu), len(whole))
	}
	for i := range menu {
		m, w := menu[i], whole[i]
		if m.ID != w.ID || m.Title != w.Title || m.Summary != w.Summary || m.About != w.About || m.Usual != w.Usual ||
			m.Minutes != w.Minutes || m.Order != w.Order || m.Version != w.Version || m.Pack != w.Pack || len(m.Lengths) != len(w.Lengths) {
			t.Errorf("menu has %+v for %s", m, w.ID)
		}
	}
}

func TestLoad_laterPackWinsById(t *testing.T) {
	l := loaded(t, outsider(map[string]string{
		"walks/whole.md":        smallWalk,
		"library/town/heron.md": page("heron", "A town heron", "See [owls](owl)."),
		"words/plain.csv":       "term,alternative\nutilise,make use of\nliaise,talk\n",
		"principles.yaml":       "- id: care\n  set: cares\n  title: Our care\n  text: Ours.\n  question: Where?\n",
		"signs.yaml":            "- id: haste\n  name: Our haste\n  sign: Ours.\n  question: Why?\n  source: Ours\n  checked: 2026-11-22\n",
	}))
	if len(l.Refused) > 0 {
		t.Fatal(l.Refused)
	}
	if w, _ := l.Walk("whole"); w.Version != 9 || w.Pack != "leeds" {
		t.Errorf("walk is %+v", w)
	}
	if p, _ := l.Page("heron"); p.Title != "A town heron" || p.Shelf != "town" {
		t.Errorf("page is %+v", p)
	}
	if all := l.Principles(); len(all) != 2 || all[0].Title != "Our care" || all[1].ID != "trust" {
		t.Errorf("principles are %+v", all)
	}
	if all := l.Signs(); len(all) != 2 || all[0].Name != "Halo" || all[1].Name != "Our haste" {
		t.Errorf("signs are %+v", all)
	}
	words, _ := l.Words("plain")
	if len(words.Rows) != 3 || words.Cell(words.Rows[1], "alternative") != "make use of" || words.Rows[0].Cells[0] != "in, fact" {
		t.Errorf("words are %+v", words)
	}
	if info := l.Packs(); len(info) != 2 || info[1].Title != "Leeds" || info[1].Version != 2 {
		t.Errorf("packs are %+v", info)
	}
}

func TestLoad_hidesWhatALaterPackSays(t *testing.T) {
	l := loaded(t, outsider(map[string]string{packName: `hide:
  - walk/whole
  - page/owl
  - theme/river
  - framework/marks
  - principle/care
  - sign/halo
  - words/plain/utilise
`}))
	if len(l.Refused) > 0 {
		t.Fatal(l.Refused)
	}
	if _, ok := l.Walk("whole"); ok || len(l.Menu()) != 0 {
		t.Error("the walk is there")
	}
	if _, ok := l.Page("owl"); ok {
		t.Error("the page is there")
	}
	if heron, _ := l.Page("heron"); len(heron.Links) != 0 {
		t.Errorf("the heron still links to %v", heron.Links)
	}
	if all := l.Signs(); len(all) != 1 || all[0].ID != "haste" {
		t.Errorf("signs are %+v", all)
	}
	c := l.Catalogue()
	if len(c.Themes)+len(c.Frameworks) != 0 || len(c.Principles) != 1 || len(c.Pages) != 1 {
		t.Errorf("catalogue is %+v", c)
	}
	if words, _ := l.Words("plain"); len(words.Rows) != 1 || words.Rows[0].Cells[0] != "in, fact" {
		t.Errorf("words are %+v", words)
	}
}

func TestLoad_canHideAndThenBringBack(t *testing.T) {
	hides := outsider(map[string]string{packName: "hide:\n  - walk/whole\n"})
	brings := outsider(map[string]string{"walks/whole.md": smallWalk})
	change(t, brings, packName, "leeds", "york")
	l := loaded(t, hides, brings)
	if w, ok := l.Walk("whole"); !ok || w.Version != 9 {
		t.Errorf("got %v %+v %v", ok, w, l.Refused)
	}
}

func TestLoad_leavesABrokenPackOutWholeAndKeepsTheOthers(t *testing.T) {
	broken := outsider(map[string]string{
		"walks/whole.md":       strings.Replace(smallWalk, "kind: text", "kind: txt", 1),
		"library/town/pike.md": page("pike", "The pike", "Alone."),
	})
	sound := outsider(map[string]string{"library/town/eel.md": page("eel", "The eel", "See the [owl](owl).")})
	change(t, sound, packName, "leeds", "york")
	l := loaded(t, broken, sound)
	if len(l.Refused) != 1 {
		t.Fatalf("refused %v", l.Refused)
	}
	want := `walks/whole.md:13: "txt" is not a kind of step. Did you mean text?`
	if got := l.Refused[0]; !strings.HasPrefix(got.String(), want) || got.Pack != "outside" {
		t.Errorf("got %s of %q", got, got.Pack)
	}
	if w, _ := l.Walk("whole"); w.Pack != "good" {
		t.Errorf("the walk is %s's", w.Pack)
	}
	if _, ok := l.Page("pike"); ok {
		t.Error("a page of the broken pack is there")
	}
	if _, ok := l.Page("eel"); !ok {
		t.Error("the sound pack is not there")
	}
}

func TestLoad_usesWhatItCheckedThoughTheFileChanges(t *testing.T) {
	pack := outsider(map[string]string{"walks/whole.md": smallWalk})
	l := loaded(t, pack)
	pack["walks/whole.md"].Data = []byte("no longer a walk")
	if w, ok := l.Walk("whole"); !ok || w.Version != 9 {
		t.Errorf("got %v %+v", ok, w)
	}
}

func TestLoad_refusesAPackTwice(t *testing.T) {
	pack := outsider(nil)
	l := loaded(t, pack, pack)
	if len(l.Refused) != 1 || !strings.Contains(l.Refused[0].What, "in use already") {
		t.Errorf("got %v", l.Refused)
	}
}

func TestLibrary_canBeReadFromManySides(t *testing.T) {
	l := library(t, Source{"adults", seeds.Adults()})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			l.Warm()
			l.SearchPages("child")
			l.BackLinks("oars")
			l.Shelves()
		})
	}
	wait.Wait()
}

func TestShelves_arePutInThePacksOrderAndOthersByTitle(t *testing.T) {
	l := loaded(t, outsider(map[string]string{
		"library/our-town/eel.md": page("eel", "An eel", "[Owl](owl)."),
		"library/a-river/bat.md":  page("bat", "A bat", "[Eel](eel)."),
	}))
	var titles []string
	for _, s := range l.Shelves() {
		titles = append(titles, s.Title)
	}
	if got := strings.Join(titles, "; "); got != "Thinking; A river; Frameworks; Our town; Themes" {
		t.Errorf("got %s", got)
	}
	if got := l.Shelf("thinking"); len(got) != 2 || got[0].ID != "owl" || got[1].ID != "heron" {
		t.Errorf("got %v", got)
	}
	if got := l.BackLinks("owl"); len(got) != 2 {
		t.Errorf("the owl is linked from %v", got)
	}
}

func TestOverrides_tellsWhatAPackChanges(t *testing.T) {
	pack := outsider(map[string]string{
		packName:                "hide:\n  - page/owl\nlabels:\n  the child: the person\n",
		"walks/whole.md":        smallWalk,
		"library/town/eel.md":   page("eel", "The eel", "Hello."),
		"words/plain.csv":       "term,alternative\nutilise,make use of\nliaise,talk\n",
		"words/ours.csv":        "term\nx\n",
		"principles.yaml":       "- id: care\n  set: cares\n  title: Our care\n  text: Ours.\n  question: Where?\n",
		"frameworks/marks.yaml": string(good(t)[marksName].Data),
	})
	var got []string
	for _, o := range Overrides(pack, loaded(t)) {
		got = append(got, o.String())
	}
	want := []string{
		"replaces framework/marks of A good pack", "adds page/eel", "hides page/owl of A good pack",
		"replaces principle/care of A good pack", "replaces walk/whole of A good pack", "relabels walk/whole of A good pack",
		"adds words/ours", "adds words/plain/liaise", "replaces words/plain/utilise of A good pack",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTold_numbersManyAdditionsAndNamesWhatIsReplaced(t *testing.T) {
	all := []Override{{Replaces, "page/oars", "Sounding"}, {Hides, "walk/gibbs", "Sounding"}, {Adds, "theme/housing", ""}}
	for i := range manyOfAPart + 1 {
		all = append(all, Override{Adds, fmt.Sprintf("page/p%d", i), ""})
	}
	want := "replaces page/oars of Sounding\nhides walk/gibbs of Sounding\nadds theme/housing\nadds 13 pages"
	if got := strings.Join(Told(all), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCheck_checksAPackInItsOwnPlace(t *testing.T) {
	l := library(t)
	for _, p := range Check(os.DirFS("../seeds"), l) {
		t.Error(p.Detail())
	}
	for _, o := range Overrides(os.DirFS("../seeds"), l) {
		if o.Change != Adds {
			t.Error(o)
		}
	}
	l = library(t, Source{"adults", seeds.Adults()})
	for _, p := range Check(seeds.Adults(), l) {
		t.Error(p.Detail())
	}
}

func TestCheck_passesOverWhatAPackSaysLiesBeside(t *testing.T) {
	pack := good(t)
	pack["notes/x.md"] = &fstest.MapFile{Data: []byte("mine")}
	if problems := Check(pack, nil); len(problems) != 1 {
		t.Errorf("told %v", problems)
	}
	change(t, pack, packName, "version: 1", "version: 1\nbeside:\n  - notes")
	if problems := Check(pack, nil); len(problems) != 0 {
		t.Errorf("told %v", problems)
	}
}
