package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"sounding/export"
	"sounding/journal"
)

// fictional reads the made-up reflections that were written neither to show a
// sign nor to avoid one: the demonstration's, and the ordinary ones of the
// reasoning's tests.
func fictional(t *testing.T) map[string]journal.Reflection {
	t.Helper()
	out := map[string]journal.Reflection{}
	files, err := filepath.Glob("../../seeds/demo/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := export.ReadReflection(data)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		at := noon.AddDate(0, 0, -daysBack(filepath.Base(f)))
		r.Created, r.Updated, r.ID = at, at, journal.ID(filepath.Base(f))
		out[filepath.Base(f)] = r
	}
	raw, err := os.ReadFile("../../journal/testdata/signs/ordinary/reflections.yaml")
	if err != nil {
		t.Fatal(err)
	}
	converted, err := yaml.YAMLToJSON(raw)
	if err != nil {
		t.Fatal(err)
	}
	var ordinary []journal.Reflection
	if err := json.Unmarshal(converted, &ordinary); err != nil {
		t.Fatal(err)
	}
	for _, r := range ordinary {
		r.Walk = coreWalk
		out[string(r.ID)] = r
	}
	return out
}

func TestSigns_falseAlarmsAreListedWithTheWordingThatThePackHas(t *testing.T) {
	d := newTestDesk(t)
	words := d.wordTables(&Program{Now: d.now})()
	all := fictional(t)
	if len(all) < 40 {
		t.Errorf("%d reflections, want 40 or more", len(all))
	}
	alarms := map[string]int{}
	for name, r := range all {
		w, _ := d.Walk(r.Walk)
		tables := d.signTables(context.Background(), &r, &w)
		for other, earlier := range all {
			if other != name && r.Subject != "" && earlier.Subject == r.Subject && earlier.Created.Before(r.Created) {
				tables.Earlier = append(tables.Earlier, earlier)
			}
		}
		for _, s := range journal.Signs(&r, tables, wordingFindings(&r, tables.Texts, words)) {
			alarms[s.Sign]++
			t.Logf("%s: %s", name, s.Key)
		}
	}
	page, err := os.ReadFile("../../docs/signs.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range d.library.Signs() {
		row := fmt.Sprintf("| %d of %d |", alarms[text.ID], len(all))
		if text.NotDetectable != "" {
			row = "| no detector | no detector |"
		}
		if !strings.Contains(lineOf(string(page), "| `"+text.ID+"` |"), row) {
			t.Errorf("docs/signs.md does not end the row of %s with %q", text.ID, row)
		}
	}
}

// lineOf is the first line that begins so.
func lineOf(text, start string) string {
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, start) {
			return line
		}
	}
	return ""
}
