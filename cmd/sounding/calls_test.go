package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What is wrong with a call is said in plain words that say what to do; nothing
// of a library's or a system's own English comes through.
func TestCalls_thatAreWrongAreToldWhatToDo(t *testing.T) {
	home := newHome(t)
	there := filepath.Join(home, "there.md")
	if err := os.WriteFile(there, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, id, _ := call(t, home, "", "jot", "The kitchen was warm.")
	id = strings.TrimSpace(id)
	for name, c := range map[string]struct {
		args []string
		code int
		says []string
	}{
		"too little":             {[]string{"show"}, 2, []string{"Something is missing. It is said like this: sounding show ID. Try: sounding show --help."}},
		"too much":               {[]string{"show", "a", "b"}, 2, []string{"That is more than it takes. It is said like this: sounding show ID."}},
		"something after list":   {[]string{"list", "nope"}, 2, []string{"Nothing but flags comes after sounding list", `"nope"`}},
		"a pack without a place": {[]string{"packs", "check"}, 2, []string{"It is said like this: sounding packs check DIR."}},
		"no such flag":           {[]string{"list", "--nope"}, 2, []string{"There is no flag --nope for sounding list. Try: sounding list --help."}},
		"a flag without a value": {[]string{"list", "--walk"}, 2, []string{"--walk needs something after it"}},
		"a number that is none":  {[]string{"new", "jot", "--length", "x"}, 2, []string{`--length does not take "x"`}},
		"no such file":           {[]string{"new", "--from", filepath.Join(home, "nope")}, 1, []string{"nope cannot be read: there is no such file. Nothing was changed. Look at how it is written"}},
		"a folder for a file":    {[]string{"new", "--from", home}, 1, []string{"it is a folder"}},
		"a file in the way":      {[]string{"export", id, "--out", there}, 1, []string{there, "Name another with --out"}},
		"no place for the file":  {[]string{"export", id, "--out", filepath.Join(home, "no", "x.md")}, 1, []string{"x.md cannot be used: there is no such file"}},
		"a file for a folder":    {[]string{"export", id, "--out", filepath.Join(there, "x.md")}, 1, []string{"x.md cannot be used: there is a file where a folder has to be"}},
		"a folder in use":        {[]string{"packs", "new", home}, 1, []string{"There is something in that folder already. Nothing was changed. Name a folder that is empty"}},
		"no such walk":           {[]string{"list", "--walk", "nope"}, 2, []string{`no walk called "nope"`, "case-reflection, "}},
		"no such theme":          {[]string{"list", "--theme", "nope"}, 2, []string{`no theme called "nope"`, "There are: "}},
		"no such standard":       {[]string{"list", "--standard", "nope"}, 2, []string{`no standard called "nope"`, "/"}},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, errs := call(t, home, "", c.args...)
			if code != c.code || out != "" {
				t.Errorf("it gave %d and printed %q", code, out)
			}
			for _, part := range c.says {
				if !strings.Contains(errs, part) {
					t.Errorf("it does not say %q: %s", part, errs)
				}
			}
			for _, part := range []string{"arg(s)", "open ", "strconv", "no such file or directory", "--vault", "Ctrl+"} {
				if strings.Contains(errs, part) {
					t.Errorf("it says %q: %s", part, errs)
				}
			}
		})
	}
	if data, err := os.ReadFile(there); err != nil || string(data) != "mine" {
		t.Errorf("the file holds %q now, %v", data, err)
	}
	if code, out, errs := call(t, home, "", "list", "--walk", "case-reflection"); code != 0 || out != "" || !strings.Contains(errs, "Nothing was found.") {
		t.Errorf("a walk with nothing gave %d, %q, %q", code, out, errs)
	}
}

// A full disk behind standard output is told in words.
func TestCalls_whoseOutputHasNoRoomSaySo(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no full device on this system")
	}
	defer full.Close()
	home := newHome(t)
	if code, _, errs := call(t, home, "", "jot", "The kitchen was warm."); code != 0 {
		t.Fatal(errs)
	}
	var said strings.Builder
	for _, args := range [][]string{{"library"}, {"list"}, {"version"}} {
		said.Reset()
		code := Main(Program{In: strings.NewReader(""), Out: full, Err: &said, Args: args, Now: func() time.Time { return noon },
			Environ: []string{"SOUNDING_VAULT=" + filepath.Join(home, "vault.db"), "SOUNDING_PASSPHRASE_FILE=" + filepath.Join(home, "pass")}})
		if code != 1 || !strings.Contains(said.String(), "could not be printed: the disk is full. Make room") {
			t.Errorf("%v gave %d: %s", args, code, said.String())
		}
	}
}
