package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sounding/internal/termtest"
)

// A handover opens without Sounding, with the stock age and tar where they are
// there, and holds every reflection to read.
func TestHandover_opensWithStockTools(t *testing.T) {
	home := newHome(t)
	secret := filepath.Join(home, "handover-pass")
	if err := os.WriteFile(secret, []byte("seven quiet herons\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, id, _ := call(t, home, "", "jot", "quixotzebraw")
	archive := filepath.Join(home, "all.tar.age")
	code, out, errs := call(t, home, "", "backup", archive, "--handover", "--handover-passphrase-file", secret)
	if code != 0 || strings.TrimSpace(out) != archive || !strings.Contains(errs, "read back: 1") {
		t.Fatalf("gave %d: %q %q", code, out, errs)
	}
	if code, _, errs := call(t, home, "", "backup", archive, "--handover", "--handover-passphrase-file", secret); code != 1 || !strings.Contains(errs, "already a file") {
		t.Errorf("over a file that is there it gave %d: %s", code, errs)
	}
	if about, err := os.Stat(archive); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("the archive is %v, %v", about, err)
	}
	lookFor(t, home, "quixotzebraw")

	age, err := exec.LookPath("age")
	if err != nil {
		t.Skip("age is not on this machine")
	}
	tar, err := exec.LookPath("tar")
	if err != nil {
		t.Skip("tar is not on this machine")
	}
	plain := filepath.Join(t.TempDir(), "handover.tar")
	term := termtest.Start(t, termtest.Options{Path: age, Args: []string{"-d", "-o", plain, archive}})
	term.WaitFor(t, "the question for the passphrase", func(s termtest.Screen) bool { return s.Contains("passphrase") })
	term.Send(t, "seven quiet herons\r")
	if code := term.Wait(t); code != 0 {
		t.Fatalf("age gave %d:\n%s", code, term.Screen())
	}
	folder := t.TempDir()
	if out, err := exec.Command(tar, "-xf", plain, "-C", folder).CombinedOutput(); err != nil {
		t.Fatalf("tar gave %v: %s", err, out)
	}
	base := filepath.Join(folder, "sounding-handover-2026-06-30")
	for name, holds := range map[string]string{
		"index.html": strings.TrimSpace(id),
		"2026-06-30-" + strings.TrimSpace(id) + ".md":   "quixotzebraw",
		"2026-06-30-" + strings.TrimSpace(id) + ".json": "quixotzebraw",
	} {
		data, err := os.ReadFile(filepath.Join(base, name))
		if err != nil || !strings.Contains(string(data), holds) {
			t.Errorf("%s holds %q, %v", name, data, err)
		}
	}
}
