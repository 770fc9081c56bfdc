package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestCommands_roundTripAReflectionOfEveryKind(t *testing.T) {
	home := newHome(t)
	data, err := os.ReadFile("testdata/heron.json")
	if err != nil {
		t.Fatal(err)
	}
	code, id, errs := call(t, home, string(data), "new", "--from", "-")
	if code != 0 {
		t.Fatalf("new --from gave %d: %s", code, errs)
	}
	code, shown, errs := call(t, home, "", "show", strings.TrimSpace(id), "--json")
	if code != 0 {
		t.Fatalf("show gave %d: %s", code, errs)
	}
	code, id, errs = call(t, home, shown, "new", "case-reflection", "--from", "-")
	if code != 0 {
		t.Fatalf("new --from of what show printed gave %d: %s", code, errs)
	}
	_, again, _ := call(t, home, "", "show", strings.TrimSpace(id), "--json")
	if a, b := timeless(t, shown), timeless(t, again); a != b {
		t.Errorf("it is not the same after the way round:\n%s\n%s", a, b)
	}
	if a, b := timeless(t, string(data)), timeless(t, shown); a != b {
		t.Errorf("it is not what was given:\n%s\n%s", a, b)
	}
}

// timeless is a record without its id and times.
func timeless(t *testing.T, text string) string {
	t.Helper()
	var fields map[string]any
	if err := json.Unmarshal([]byte(text), &fields); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"id", "created", "updated"} {
		delete(fields, name)
	}
	out, err := json.MarshalIndent(fields, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestCommands_refuseBadInputInOneSentence(t *testing.T) {
	home := newHome(t)
	jpeg := filepath.Join(home, "photo.jpg")
	if err := os.WriteFile(jpeg, append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), make([]byte, 9000)...), 0o600); err != nil {
		t.Fatal(err)
	}
	wrong := filepath.Join(home, "wrong")
	if err := os.WriteFile(wrong, []byte("another one\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		in   string
		args []string
		code int
		says string
	}{
		{"no such command", "", []string{"sho"}, 2, "no command"},
		{"no such flag", "", []string{"list", "--jsn"}, 2, "jsn"},
		{"an argument too many", "", []string{"version", "now"}, 2, "Try:"},
		{"no such walk", "", []string{"new", "case"}, 2, "There are: "},
		{"a walk and a file that differ", `{"walk":"gibbs","walk_version":1}`, []string{"new", "kolb", "--from", "-"}, 2, "gibbs"},
		{"not JSON", "hello", []string{"new", "--from", "-"}, 2, "not JSON"},
		{"an unknown field", `{"walk":"gibbs","walk_version":1,"colour":"red"}`, []string{"new", "--from", "-"}, 2, "colour"},
		{"a field twice", `{"walk":"gibbs","walk":"kolb"}`, []string{"new", "--from", "-"}, 2, "twice"},
		{"an id twice", `{"walk":"gibbs","walk_version":1,"hypotheses":[{"id":"H1","text":"a"},{"id":"H1","text":"b"}]}`, []string{"new", "--from", "-"}, 2, "H1"},
		{"a rating that is none", `{"walk":"gibbs","walk_version":1,"hypotheses":[{"id":"H1","text":"a"}],"evidence":[{"id":"E1","text":"b"}],"ratings":{"H1":{"E1":"X"}}}`, []string{"new", "--from", "-"}, 2, "CC"},
		{"a length that is not offered", `{"walk":"case-reflection","walk_version":1,"length":11}`, []string{"new", "--from", "-"}, 2, "11 minutes"},
		{"no such file", "", []string{"new", "--from", filepath.Join(home, "none.json")}, 1, "none.json"},
		{"an id that is none", "", []string{"show", "zzzz"}, 2, "no reflection"},
		{"a format that is none", "", []string{"export", "zzzz", "--format", "doc"}, 2, "md, json"},
		{"a date that is none", "", []string{"list", "--since", "someday"}, 2, "--since"},
		{"a wrong passphrase", "", []string{"list", "--passphrase-file", wrong}, 4, "does not open"},
		{"no passphrase file", "", []string{"list", "--passphrase-file", filepath.Join(home, "none")}, 2, "cannot be read"},
		{"a vault that is a picture", "", []string{"list", "--vault", jpeg}, 5, "not a vault"},
		{"a vault that is not there", "", []string{"list", "--vault", filepath.Join(home, "none.db")}, 1, "no vault"},
		{"a vault that is a folder", "", []string{"list", "--vault", home}, 1, "file"},
		{"init where there is one", "", []string{"init"}, 1, "already"},
		{"a pack that is not there", "", []string{"list", "--pack", filepath.Join(home, "none")}, 2, "no pack"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := call(t, home, c.in, c.args...)
			if code != c.code || !strings.Contains(errs, c.says) {
				t.Errorf("gave %d and %q; want %d and %q", code, errs, c.code, c.says)
			}
			if out != "" {
				t.Errorf("printed %q", out)
			}
			if n := strings.Count(strings.TrimSpace(errs), "\n"); n > 0 {
				t.Errorf("said %d lines: %q", n+1, errs)
			}
		})
	}
}

// What is written is found nowhere in plain text: not in the vault's folder, the
// anchors or the backups, in UTF-8 or UTF-16.
func TestCommands_leaveNoWordInPlainText(t *testing.T) {
	home := newHome(t)
	const canary = "quixotzebraw"
	for range 3 {
		if code, _, errs := call(t, home, "", "jot", canary, "was", "here"); code != 0 {
			t.Fatalf("jot gave %d: %s", code, errs)
		}
	}
	if code, out, _ := call(t, home, "", "search", canary); code != 0 || !strings.Contains(out, canary) {
		t.Fatalf("the search does not find it: %q", out)
	}
	looked := lookFor(t, home, canary)
	if looked < 3 {
		t.Errorf("only %d files were looked at", looked)
	}
}

func lookFor(t *testing.T, dir, canary string) int {
	t.Helper()
	looked := 0
	var wide, narrow []byte
	for _, u := range utf16.Encode([]rune(canary)) {
		wide = append(wide, byte(u), byte(u>>8))
		narrow = append(narrow, byte(u>>8), byte(u))
	}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		looked++
		for _, form := range [][]byte{[]byte(canary), wide, narrow} {
			if bytes.Contains(data, form) {
				t.Errorf("%s holds the words in plain text", path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return looked
}

func TestCommands_checkPacks(t *testing.T) {
	home := t.TempDir()
	fresh := filepath.Join(home, "ours")
	if code, _, errs := call(t, home, "", "packs", "new", fresh); code != 0 {
		t.Fatalf("packs new gave %d: %s", code, errs)
	}
	if code, out, errs := call(t, home, "", "packs", "check", fresh); code != 0 {
		t.Fatalf("the starter pack does not pass: %d %s %s", code, out, errs)
	}
	if code, _, _ := call(t, home, "", "packs", "check", filepath.Join(home, "none")); code != 2 {
		t.Errorf("a folder that is not there gave %d", code)
	}
	walks, err := filepath.Glob(filepath.Join(fresh, "walks", "*.md"))
	if err != nil || len(walks) == 0 {
		t.Fatal("the starter pack has no walk")
	}
	data, err := os.ReadFile(walks[0])
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(data), "kind: text", "kind: txt", 1)
	if err := os.WriteFile(walks[0], []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, _ := call(t, home, "", "packs", "check", fresh)
	if code != 1 || !strings.Contains(out, filepath.Base(walks[0])+":") || !strings.Contains(out, "txt") {
		t.Errorf("a kind that is none gave %d and %q", code, out)
	}
}
