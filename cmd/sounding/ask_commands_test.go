//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sounding/internal/termtest"
)

// The question is asked on the terminal; Enter leaves everything as it is, and
// only the whole word erases.
func TestErase_asksOnTheTerminal(t *testing.T) {
	home := newHome(t)
	_, id, _ := call(t, home, "", "jot", "quixotzebraw")
	id = strings.TrimSpace(id)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, says string }{
		{"", "Nothing was changed."},
		{"e", "Nothing was changed."},
		{"erase", "is erased"},
	} {
		term := termtest.Start(t, termtest.Options{
			Path: self, Dir: home, Env: []string{asProgram + "=1"}, Width: 120, Height: 24,
			Args: []string{"erase", id, "--vault", filepath.Join(home, "vault.db"), "--passphrase-file", filepath.Join(home, "pass")},
		})
		term.WaitFor(t, "the question about requests", says("Has anyone asked for these notes"))
		term.WaitFor(t, "the question", says("Type erase"))
		term.Send(t, c.typed+"\r")
		if code := term.Wait(t); code != exitDone {
			t.Fatalf("%q gave %d:\n%s", c.typed, code, term.Screen())
		}
		if screen := term.Screen(); !screen.Contains(c.says) {
			t.Errorf("%q did not say %q:\n%s", c.typed, c.says, screen)
		}
	}
	if _, out, _ := call(t, home, "", "list"); strings.Contains(out, id) {
		t.Errorf("it is still listed: %s", out)
	}
}
