package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sounding/store"
	"sounding/store/engine"
	"sounding/store/seal"
)

// wreckage is a vault with something in it, to be copied and spoilt.
type wreckage struct {
	home  string
	vault []byte
	older []byte // as it was before the last saves
}

func newWreckage(t *testing.T) *wreckage {
	t.Helper()
	w := &wreckage{home: newHome(t)}
	w.older = w.read(t)
	noise := make([]byte, 30000)
	if _, err := sameBytes().Read(noise); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"jot", hex.EncodeToString(noise)}, {"compact"}} {
		if code, _, errs := call(t, w.home, "", args...); code != 0 {
			t.Fatalf("%s gave %d: %s", args[0], code, errs)
		}
	}
	w.vault = w.read(t)
	return w
}

func (w *wreckage) read(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(w.home, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// headers changes the copies of the header that lie in a vault's file: the first
// so many of them. With mend their checksum is made right again.
func headers(t *testing.T, vault []byte, copies int, from, to string, mend bool) []byte {
	t.Helper()
	out := bytes.Clone(vault)
	at := 0
	for range copies {
		i := bytes.Index(out[at:], []byte(`{"product":"sounding"`))
		if i < 0 {
			t.Fatal("there is no copy of the header")
		}
		at += i
		d := json.NewDecoder(bytes.NewReader(out[at:]))
		var any map[string]any
		if err := d.Decode(&any); err != nil {
			t.Fatal(err)
		}
		text := out[at : at+int(d.InputOffset())]
		changed := bytes.Replace(text, []byte(from), []byte(to), 1)
		if len(changed) != len(text) || bytes.Equal(changed, text) {
			t.Fatalf("%s cannot be put in the place of %s", to, from)
		}
		copy(text, changed)
		if mend {
			sum := sha256.Sum256(text)
			copy(out[at+len(text):], sum[:])
		}
		at += len(text)
	}
	return out
}

// Each thing that can be wrong with a vault: one clear answer in what happened,
// what is safe and what to do, and its exit code.
func TestMessages_sayWhatHappenedWhatIsSafeAndWhatToDo(t *testing.T) {
	w := newWreckage(t)
	spoilt := bytes.Clone(w.vault)
	spoilt[len(spoilt)/2] ^= 1
	zeros := bytes.Clone(w.vault)
	copy(zeros, make([]byte, 8192))
	backup, err := filepath.Glob(filepath.Join(w.home, "sounding-backups", "*.backup"))
	if err != nil || len(backup) == 0 {
		t.Fatal("there is no backup")
	}
	newest := backup[len(backup)-1]
	restore := " Copy the file somewhere safe, then put the newest backup in its place: sounding restore " + newest + "\n"
	for _, c := range []struct {
		name string
		file []byte
		args []string
		code int
		says string
	}{
		{"nothing wrong", w.vault, []string{"check"}, exitDone, ""},
		{"a wrong passphrase", w.vault, []string{"list", "--passphrase-file", filepath.Join(w.home, "wrong")}, exitSecret,
			"That passphrase does not open this vault. The vault is there and was not changed. Try again, with an eye on Caps Lock, or use the recovery code: sounding recover.\n"},
		{"one damaged copy of the header", headers(t, w.vault, 1, `"created"`, `"creatId"`, false), []string{"check"}, exitDamaged,
			"One thing was found. Nothing was changed.\n"},
		{"both copies damaged", headers(t, w.vault, 2, `"created"`, `"creatId"`, false), []string{"list"}, exitDamaged,
			"The front of the vault's file is damaged, so no passphrase can be tried. This is not about your passphrase. The file was not changed." + restore},
		{"a damaged record", spoilt, []string{"list"}, exitDamaged,
			"Revision 1 of the reflection %s is damaged. Its other revisions and every other reflection are safe. Bring it back from the newest backup. sounding check says how.\n"},
		{"damaged pages", zeros, []string{"list"}, exitDamaged,
			"The vault's file is damaged (both of its title pages are destroyed). The file was not changed." + restore},
		{"an older file", w.older, []string{"list"}, exitFailed,
			"This file is %s older than the one you last used here, which was saved at 12:00 on Tuesday 30 June 2026. Nothing was changed. If you put a backup in its place yourself, sounding asks whether to go on with it. If not, look for the newer file first.\n"},
		{"a newer format", headers(t, headers(t, w.vault, 2, `"min_reader":1`, `"min_reader":9`, true), 2, `"format":1`, `"format":9`, true), []string{"list"}, exitFailed,
			"This vault was written by version 1.0.0-dev of Sounding, which is newer than this one. Nothing was changed. Update Sounding on this computer, then open it again.\n"},
		{"a picture", append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), make([]byte, 40000)...), []string{"list"}, exitDamaged,
			"This file is not a vault: it is a JPEG picture. The file was not changed. Name another file with --vault, or make a new vault with: sounding init --vault FILE.\n"},
		{"a text", []byte(strings.Repeat("Dear diary, ", 2000)), []string{"list"}, exitDamaged,
			"This file is not a vault: it is a text file. The file was not changed. Name another file with --vault, or make a new vault with: sounding init --vault FILE.\n"},
		{"an empty file", nil, []string{"list"}, exitDamaged,
			"This file is not a vault: the file is empty. The file was not changed. Name another file with --vault, or make a new vault with: sounding init --vault FILE.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(w.home, "vault.db")
			if err := errors.Join(os.WriteFile(path, c.file, 0o600), os.WriteFile(filepath.Join(w.home, "wrong"), []byte("another"), 0o600)); err != nil {
				t.Fatal(err)
			}
			code, out, errs := call(t, w.home, "", c.args...)
			if code != c.code {
				t.Errorf("gave %d, want %d", code, c.code)
			}
			said := strings.TrimPrefix(errs, "sounding: ")
			if !alike(said, c.says) {
				t.Errorf("said %q\nwant %q\nand %q", said, c.says, out)
			}
			if after := w.read(t); c.code != exitDone && !bytes.Equal(after, c.file) {
				t.Error("it changed the file")
			}
		})
	}
}

// alike compares what is said with what is wanted, where %s stands for anything.
func alike(said, want string) bool {
	before, after, cut := strings.Cut(want, "%s")
	if !cut {
		return said == want
	}
	return len(said) >= len(before)+len(after) && strings.HasPrefix(said, before) && strings.HasSuffix(said, after)
}

// Whoever has the vault open is named to the second, who leaves with 3.
func TestMessages_nameWhoHoldsTheVault(t *testing.T) {
	home := newHome(t)
	held, err := store.Open(filepath.Join(home, "vault.db"), store.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	code, _, errs := call(t, home, "", "list")
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("sounding: This vault is open already, since %s, in another window or program (process %d on %s). Nothing was changed. Go on there, or close it and try again.\n",
		noon.Local().Format("15:04 on Monday 2 January 2006"), os.Getpid(), host)
	if code != exitHeld || errs != want {
		t.Errorf("gave %d and %q\nwant %q", code, errs, want)
	}
}

// What goes wrong while the vault is open is a dialog on the screen.
func TestMessages_ofAnOpenVaultAreSevere(t *testing.T) {
	for _, err := range []error{
		&store.Unsaved{Cause: store.ErrDiskFull, Rescue: "/a/rescue"}, &store.Unsaved{Cause: store.ErrReplaced},
		store.ErrUnknownOutcome, engine.ErrFileTooLarge, engine.ErrDisk,
	} {
		said := describe(err)
		if !said.Severe || said.What == "" || said.Safe == "" || said.Next == "" {
			t.Errorf("%v is told as %+v", err, said)
		}
	}
	full := describe(&store.Unsaved{Cause: store.ErrDiskFull, Rescue: "/a/rescue"})
	if want := "The last words are not in the vault yet. The disk is full."; full.What != want {
		t.Errorf("a full disk is told as %q", full.What)
	}
	if gone := describe(&store.Unsaved{Cause: store.ErrNoFile}); !strings.Contains(gone.What, "moved, removed or replaced") {
		t.Errorf("a file that was removed is told as %q", gone.What)
	}
	var errs bytes.Buffer
	(&Program{Err: &errs}).complain(&store.Unsaved{Cause: store.ErrDiskFull})
	if want := "sounding: The last words were not kept. The disk is full. Everything saved before is safe. Put that right first, then say it again.\n"; errs.String() != want {
		t.Errorf("at the end of the program a full disk is told as %q", errs.String())
	}
	if !strings.Contains(full.Safe, "/a/rescue") {
		t.Errorf("where the words are is not told: %q", full.Safe)
	}
}

// Every error that the vault gives a name to has its three parts, in whole
// sentences, and its exit code.
func TestMessages_areWholeForEveryErrorOfTheVault(t *testing.T) {
	codes := map[error]int{
		store.ErrWrongPassphrase: exitSecret, store.ErrWrongRecovery: exitSecret, seal.ErrRecoveryShape: exitSecret, seal.ErrRecoveryTypo: exitSecret,
		store.ErrHeld: exitHeld, store.ErrDamaged: exitDamaged, store.ErrFileDamaged: exitDamaged, store.ErrHeaderDamaged: exitDamaged, store.ErrNotVault: exitDamaged,
	}
	for _, err := range []error{
		store.ErrWrongPassphrase, store.ErrWrongRecovery, seal.ErrRecoveryShape, seal.ErrRecoveryTypo, store.ErrNoSuchSlot, store.ErrHeaderDamaged,
		store.ErrFileDamaged, store.ErrDiskFull, engine.ErrFileTooLarge, store.ErrReplaced, store.ErrNoAccess, engine.ErrFolder, store.ErrNoFile,
		store.ErrExists, engine.ErrDisk, store.ErrReadOnly, store.ErrUnknownOutcome, store.ErrStopped, engine.ErrOldRemains, store.ErrConflict,
		store.ErrHold, store.ErrNotTrashed, store.ErrErased, store.ErrNoReflection, store.ErrNoRevision, store.ErrNoBackup, store.ErrOtherVault,
		store.ErrOtherKey, store.ErrKeyTooShort, seal.ErrCost, seal.ErrSealed, store.ErrDamaged, store.ErrHeld, store.ErrNotVault,
		&engine.NotVaultError{Seems: "it is a text file"}, &engine.DamageError{}, &store.RolledBack{Saves: 1}, &store.RolledBack{},
		&store.Damaged{Findings: []store.Finding{{Code: store.FoundKey}}}, &seal.NewerError{Format: 9},
	} {
		said := describe(fmt.Errorf("open vault: %w", err))
		for _, part := range []string{said.What, said.Safe, said.Next} {
			if part == "" || part[len(part)-1] != '.' && !strings.Contains(part, "sounding ") || part[0] >= 'a' && part[0] <= 'z' && !strings.HasPrefix(part, "sounding") {
				t.Errorf("%v is told as %+v", err, said)
			}
			for _, bad := range []string{"!", "failed", "please", "%", "it is it is", ".."} {
				if strings.Contains(part, bad) {
					t.Errorf("%v: %q is in %q", err, bad, part)
				}
			}
		}
		want, ok := codes[err]
		if !ok {
			continue
		}
		if got := exitCode(fmt.Errorf("open vault: %w", err)); got != want {
			t.Errorf("%v exits with %d", err, got)
		}
	}
}
