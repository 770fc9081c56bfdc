package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"sounding/tui"
	"sounding/tui/screen"
	"sounding/tui/walk"
)

// bound are the keys that do something somewhere, in small letters.
func bound() map[string]bool {
	keys := map[string]bool{}
	for _, group := range tui.HelpGroups("") {
		for _, binding := range group.Keys {
			for _, key := range append(binding.Keys(), strings.Split(binding.Help().Key, ", ")...) {
				keys[strings.ToLower(key)] = true
			}
		}
	}
	return keys
}

// Help opened on a screen begins with the keys of that screen, and lists every
// screen's.
func TestHelp_beginsWithTheScreenItWasOpenedFrom(t *testing.T) {
	p := &Program{Now: func() time.Time { return noon }}
	names := factories(p, nil, nil, nil)
	first := map[string]string{}
	for name := range names {
		if name == screen.Help {
			continue
		}
		groups := tui.HelpGroups(name)
		if groups[0].Title == "Everywhere" || len(groups[0].Keys) == 0 {
			t.Errorf("help tells nothing of %s", name)
			continue
		}
		if other, twice := first[groups[0].Title]; twice {
			t.Errorf("%s and %s are told of under %q", name, other, groups[0].Title)
		}
		first[groups[0].Title] = name
		if places := len(walk.KeyGroups()); len(groups) != len(names)-2+places+2 {
			t.Errorf("from %s help has %d groups for %d screens and %d places in a walk", name, len(groups), len(names)-2, places)
		}
	}
}

// everywhere are keys that lists and pages have wherever they stand.
var everywhere = map[string]bool{"pgdn": true, "up/down": true, "number or word": true, "enter": true, "space": true}

// The README's table of keys names only keys that are bound, and all of the
// walk's that are no plain letter.
func TestReadme_listsTheKeysThatWork(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "## Keys")
	table, _, _ = strings.Cut(table, "\n## ")
	listed, keys := map[string]bool{}, bound()
	for _, row := range regexp.MustCompile("(?m)^\\| (`[^|]*) \\|").FindAllStringSubmatch(table, -1) {
		for _, found := range named.FindAllStringSubmatch(row[1], -1) {
			key := strings.ToLower(found[1])
			listed[key] = true
			if !keys[key] {
				t.Errorf("README.md lists %s, which does nothing", found[1])
			}
		}
	}
	for _, binding := range walk.Keys() {
		if key := strings.ToLower(binding.Help().Key); len(key) > 1 && !everywhere[key] && !listed[key] {
			t.Errorf("README.md does not list %s (%s)", binding.Help().Key, binding.Help().Desc)
		}
	}
}

func TestManual_listsEveryKeyAndWord(t *testing.T) {
	var out bytes.Buffer
	if code := Main(Program{Out: &out, Args: []string{"man"}, Now: func() time.Time { return noon }}); code != 0 {
		t.Fatalf("it gave %d", code)
	}
	page := out.String()
	for _, group := range tui.HelpGroups("") {
		if !strings.Contains(page, ".SS "+roff(group.Title)+"\n") {
			t.Errorf("the manual does not tell of %q", group.Title)
		}
		for _, binding := range group.Keys {
			if h := binding.Help(); h.Key != "" && !strings.Contains(page, "\\fB"+roff(h.Key)+"\\fP\n"+roff(h.Desc)+"\n") {
				t.Errorf("the manual does not list %s: %s", h.Key, h.Desc)
			}
		}
	}
	for _, word := range walk.Words() {
		if !strings.Contains(page, "\\fB"+roff(word[0])+"\\fP\n") {
			t.Errorf("the manual does not list %s", word[0])
		}
	}
	if strings.Index(page, ".SH KEYS") > strings.Index(page, ".SH SEE ALSO") {
		t.Error("the keys stand behind the list of other pages")
	}
}
