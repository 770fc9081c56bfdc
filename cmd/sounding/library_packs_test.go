package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sounding/content"
	"sounding/language"
	"sounding/seeds"
)

// pack writes a pack into a folder of its own and gives its path.
func pack(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func localPage(id, title, body string) string {
	return "---\nid: " + id + "\ntitle: " + title + "\nsources:\n  - Ours\nchecked: 2026-11-22\n---\n" + body + "\n"
}

func leeds(t *testing.T, dir string) string {
	return pack(t, dir, map[string]string{
		"pack.yaml":                             "id: leeds\ntitle: Leeds\nversion: 1\nhide:\n  - page/roadblocks\n  - theme/digital\n",
		"library/talking-and-listening/oars.md": localPage("oars", "OARS in Leeds", "Our way. Ring [the team](who-to-ring)."),
		"library/our-team/who-to-ring.md":       localPage("who-to-ring", "Who to ring", "The duty line. See [OARS](oars)."),
	})
}

func york(t *testing.T, dir string) string {
	return pack(t, dir, map[string]string{
		"pack.yaml":                             "id: york\ntitle: York\nversion: 1\n",
		"library/talking-and-listening/oars.md": localPage("oars", "OARS in York", "Another way. See [change talk](change-talk)."),
	})
}

func TestPacks_theLaterOneWinsAndHidesPolitely(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	home := t.TempDir()
	one, two := leeds(t, t.TempDir()), york(t, t.TempDir())
	page := func(args ...string) (int, string, string) {
		return call(t, home, "", append(args[:len(args)-1:len(args)-1], "library", args[len(args)-1])...)
	}
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"built-in", []string{"oars"}, 0, "OARS\n"},
		{"replaced", []string{"--pack", one, "oars"}, 0, "OARS in Leeds\n"},
		{"added", []string{"--pack", one, "who-to-ring"}, 0, "Who to ring\n"},
		{"the later of two", []string{"--pack", one, "--pack", two, "oars"}, 0, "OARS in York\n"},
		{"the other way round", []string{"--pack", two, "--pack", one, "oars"}, 0, "OARS in Leeds\n"},
		{"hidden page", []string{"--pack", one, "roadblocks"}, 2, ""},
		{"hidden theme", []string{"--pack", one, "theme/digital"}, 2, ""},
		{"left alone", []string{"--pack", one, "change-talk"}, 0, "Change talk\n"},
	} {
		code, out, errs := page(c.args...)
		if code != c.code || !strings.HasPrefix(out, c.says) {
			t.Errorf("%s: exit %d, %q, %q", c.name, code, firstLine(out), errs)
		}
	}
	_, out, _ := page("--pack", one, "change-talk")
	if strings.Contains(out, "roadblocks") {
		t.Error("a page still leads to one that is hidden")
	}
	code, _, errs := call(t, home, "", "packs", "check", one)
	for _, want := range []string{"replaces page/oars of Sounding", "adds page/who-to-ring", "hides page/roadblocks of Sounding", "hides theme/digital of Sounding"} {
		if code != 0 || !strings.Contains(errs, want) {
			t.Errorf("packs check gave %d and does not say %q: %s", code, want, errs)
		}
	}
}

func TestPacks_thoseOfTheMachineComeBeforeThoseNamed(t *testing.T) {
	data := t.TempDir()
	t.Setenv("XDG_DATA_HOME", data)
	leeds(t, filepath.Join(data, "sounding", "packs", "leeds"))
	home, other := t.TempDir(), york(t, t.TempDir())
	if _, out, _ := call(t, home, "", "library", "oars"); !strings.HasPrefix(out, "OARS in Leeds\n") {
		t.Errorf("the pack of the machine is not used: %q", firstLine(out))
	}
	if _, out, _ := call(t, home, "", "--pack", other, "library", "oars"); !strings.HasPrefix(out, "OARS in York\n") {
		t.Errorf("the pack that was named does not win: %q", firstLine(out))
	}
}

func TestPacks_refuseABrokenOneAndGoOnWithTheOthers(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	dir := leeds(t, t.TempDir())
	pack(t, dir, map[string]string{"walks/short.md": strings.Join([]string{
		"---", "id: short", "version: 1", "title: Short", "summary: A short one.", "about: practice", "minutes: 5",
		"sources:", "  - Ours", "checked: 2026-11-22", "steps:", "  - id: one", "    kind: txet", "    label: One",
		"    prompts:", "      - id: what", "        text: What?", "        role: opening", "---", "",
	}, "\n")})
	code, out, errs := call(t, t.TempDir(), "", "--pack", dir, "library", "oars")
	if code != 0 || !strings.HasPrefix(out, "OARS\n") {
		t.Errorf("the built-in pack is not used: exit %d, %q", code, firstLine(out))
	}
	if !strings.Contains(errs, dir+" is left out whole, and everything else works.") {
		t.Errorf("it does not say that the pack is left out: %q", errs)
	}
	want := dir + `, walks/short.md:13: "txet" is not a kind of step. Did you mean text?`
	if !strings.Contains(errs, want) {
		t.Errorf("it does not say %q but %q", want, errs)
	}
	if code, _, errs = call(t, t.TempDir(), "", "packs", "check", dir); code != 1 {
		t.Errorf("packs check gave %d: %s", code, errs)
	}
}

// What packs new writes works as it stands: its walk, its page and its words
// are used. Every kind of wording that the language package knows passes the
// check of packs.
func TestPacks_theStarterWorksAsItStands(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	home, dir := t.TempDir(), filepath.Join(t.TempDir(), "ours")
	if code, _, errs := call(t, home, "", "packs", "new", dir); code != 0 {
		t.Fatalf("packs new gave %d: %s", code, errs)
	}
	if code, out, errs := call(t, home, "", "packs", "check", dir); code != 0 || out != "" {
		t.Errorf("packs check gave %d: %s%s", code, out, errs)
	}
	if _, out, _ := call(t, home, "", "--pack", dir, "library", "who-to-ring"); !strings.Contains(out, "ring") {
		t.Errorf("the page is not there: %q", out)
	}
	_, out, errs := call(t, home, "He rang out of hours, as a frequent caller would.\n", "--pack", dir, "wording", "-")
	if !strings.Contains(out, "evenings and weekends") || !strings.Contains(out, "who has asked them") {
		t.Errorf("the words are not used: %s%s", out, errs)
	}
	for _, kind := range language.WordKinds() {
		ours := pack(t, t.TempDir(), map[string]string{
			"pack.yaml": "id: ours\ntitle: Ours\nversion: 1\n", "words/ours.csv": "kind,term,status,on\n" + string(kind) + ",a term,own,yes\n",
		})
		if problems := content.Check(os.DirFS(ours), nil); content.Stops(problems) {
			t.Errorf("%s: %v", kind, problems)
		}
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// The second built-in pack puts an adults' team's words into the walks. What a
// person wrote is never touched, whichever pack is there when it is read.
func TestPacks_adultsChangeTheWalksAndNothingThatWasWritten(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	home := newHome(t)
	const wrote = "The child next door saw the child, and a child cried."
	in := "no\nHeron\n" + wrote + "\n.\n"
	code, out, errs := call(t, home, in, "--pack", "adults", "new", "what-so-what")
	if code != 0 {
		t.Fatalf("new gave %d: %s", code, errs)
	}
	if !strings.Contains(out, "What did the person see, hear or do?") || strings.Contains(out, "What did the child") {
		t.Errorf("the walk does not speak of the person:\n%s", tail(out))
	}
	_, list, _ := call(t, home, "", "list")
	id, _, _ := strings.Cut(list, " ")
	for _, args := range [][]string{{"show", id, "--markdown"}, {"--pack", "adults", "show", id, "--markdown"}} {
		code, out, errs := call(t, home, "", args...)
		if code != 0 || !strings.Contains(out, wrote) {
			t.Errorf("%v gave %d and not what was written: %s%s", args, code, out, errs)
		}
	}
}

// Every walk that an adults' team is likely to take asks about the person, and
// about those who are close to an adult. What is a fact about children's
// services, or a source's own title, stays.
func TestPacks_adultsSayThePersonInEveryWalkOfTheirs(t *testing.T) {
	library, err := content.Load(content.Source{Name: "built-in", FS: seeds.Pack()}, content.Source{Name: adultsPack, FS: seeds.Adults()})
	if err != nil || len(library.Refused) > 0 {
		t.Fatal(err, library.Refused)
	}
	others := regexp.MustCompile(`(?i)child|\b(baby|babies|parents?|mothers?|fathers?|mum|school|nursery|boys|teenager)\b|\ba adult`)
	facts := []string{
		"Source: ", "In children's services in England, 22.6% of referrals", "Child and family standards change on",
		"There is hardly any research on it in child protection",
	}
	changed := 0
	for name, texts := range contentTexts(library) {
		if name == "walk/permanence" || name == "walk/marac-preparation" || !strings.HasPrefix(name, "walk/") && !strings.HasPrefix(name, "principle/") {
			continue
		}
		for _, text := range texts {
			if strings.Contains(text, "the person") {
				changed++
			}
			for _, line := range strings.Split(text, "\n") {
				fact := slices.ContainsFunc(facts, func(fact string) bool { return strings.Contains(line, fact) })
				if found := others.FindStringIndex(line); found != nil && !fact {
					t.Errorf("%s still says %q", name, around(line, found[0], found[1]))
				}
			}
		}
	}
	if changed < 90 {
		t.Errorf("only %d texts speak of the person", changed)
	}
}
