package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sounding/journal"
	"sounding/store"
)

// keeper is an open vault with a folder for backups, and a program round it
// whose output can be read. No passphrase is derived.
type keeper struct {
	*Program
	desk      *desk
	folder    string
	out, errs bytes.Buffer
}

func newKeeper(t *testing.T) *keeper {
	t.Helper()
	k := &keeper{folder: t.TempDir()}
	now := noon
	k.Program = &Program{Out: &k.out, Err: &k.errs, Now: func() time.Time { return now }}
	v, err := store.CreateDemo(filepath.Join(k.folder, "vault.db"), store.Options{
		Now: k.Now, Ballast: 4096, Backups: []string{filepath.Join(k.folder, "backups")},
	})
	if err != nil {
		t.Fatal(err)
	}
	random := sameBytes()
	k.desk = newDesk(v, builtIn(t), k.Now, func() (journal.ID, error) { return journal.NewID(random) })
	t.Cleanup(func() {
		if err := k.desk.Close(context.Background()); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return k
}

// write keeps a reflection and gives its id.
func (k *keeper) write(t *testing.T, dilemma string) journal.ID {
	t.Helper()
	return k.desk.keep(t, journal.Reflection{
		Walk: "gibbs", WalkVersion: 1, Status: journal.StatusFinished, Subject: "Heron", Title: dilemma,
	})
}

func (k *keeper) said() string {
	text := k.out.String() + k.errs.String()
	k.out.Reset()
	k.errs.Reset()
	return text
}

func TestBackup_makesOneThatIsUpToDateOnce(t *testing.T) {
	k := newKeeper(t)
	k.write(t, "first")
	if err := k.backUp(context.Background(), k.desk); err != nil {
		t.Fatal(err)
	}
	if said := k.said(); !strings.Contains(said, "proved whole") || !strings.Contains(said, ".backup") {
		t.Errorf("it said %q", said)
	}
	if err := k.backUp(context.Background(), k.desk); err != nil || !strings.Contains(k.said(), "up to date") {
		t.Errorf("the second time it gave %v", err)
	}
	file := filepath.Join(k.folder, "mine")
	if err := k.backUpTo(context.Background(), k.desk, file); err != nil {
		t.Fatal(err)
	}
	if err := k.backUpTo(context.Background(), k.desk, file); err == nil || !strings.Contains(err.Error(), "already a file") {
		t.Errorf("over a file that is there it gave %v", err)
	}
}

func TestRestore_comparesFirstAndRestoresWhatWasAskedFor(t *testing.T) {
	k := newKeeper(t)
	ctx, file := context.Background(), filepath.Join(k.folder, "mine")
	kept, gone := k.write(t, "kept"), k.write(t, "gone")
	if err := k.backUpTo(ctx, k.desk, file); err != nil {
		t.Fatal(err)
	}
	r, _, err := k.desk.Load(ctx, kept)
	if err != nil {
		t.Fatal(err)
	}
	r.Title = "changed since"
	if _, err := k.desk.Save(ctx, r, 1, store.WhySaved); err != nil {
		t.Fatal(err)
	}
	if err := k.eraseNow(ctx, k.desk, gone); err != nil {
		t.Fatal(err)
	}
	added := k.write(t, "added since")
	k.said()
	restore := &restoring{Program: k.Program, flags: &flags{}, file: file, yes: true, only: []string{string(kept)[:6]}}
	if err := restore.into(ctx, k.desk); err != nil {
		t.Fatal(err)
	}
	said := k.said()
	for _, part := range []string{"Only in the vault: 1", "Older in the backup: " + string(kept), "staying erased: 1", "Brought back: 1"} {
		if !strings.Contains(said, part) {
			t.Errorf("it did not say %q: %s", part, said)
		}
	}
	if r, _, err := k.desk.Load(ctx, kept); err != nil || r.Title != "kept" {
		t.Errorf("it is %q, %v", r.Title, err)
	}
	restore.only = []string{"zzzz"}
	if err := restore.into(ctx, k.desk); err == nil || exitCode(err) != exitUsage {
		t.Errorf("an id that is none gave %v", err)
	}
	restore.only = nil
	if err := restore.into(ctx, k.desk); err != nil {
		t.Fatal(err)
	}
	if said := k.said(); !strings.Contains(said, "before-restore") {
		t.Errorf("it did not say what it kept: %s", said)
	}
	var ids []journal.ID
	for _, s := range k.desk.List() {
		ids = append(ids, s.ID)
	}
	if len(ids) != 1 || ids[0] != kept {
		t.Errorf("after the whole restore there are %v; %s was added since, %s erased", ids, added, gone)
	}
}

func TestErase_asksFirstAndSaysWhatStillHoldsIt(t *testing.T) {
	k := newKeeper(t)
	ctx := context.Background()
	id := k.write(t, "quixotzebraw")
	if err := k.backUp(ctx, k.desk); err != nil {
		t.Fatal(err)
	}
	k.said()
	if err := k.hold(ctx, k.desk, id); err != nil {
		t.Fatal(err)
	}
	if err := k.erase(ctx, k.desk, id, false, true); !errors.Is(err, store.ErrHold) {
		t.Errorf("under a hold it gave %v", err)
	}
	if len(k.desk.List()) != 1 {
		t.Error("what is held was moved")
	}
	if err := k.desk.ReleaseHold(ctx, id); err != nil {
		t.Fatal(err)
	}
	k.said()
	if err := k.erase(ctx, k.desk, id, false, true); err != nil {
		t.Fatal(err)
	}
	said := k.said()
	for _, part := range []string{"Has anyone asked for these notes", "not in the trash", "is erased", "in no more: 1", "remove it yourself", "exported"} {
		if !strings.Contains(said, part) {
			t.Errorf("it did not say %q: %s", part, said)
		}
	}
	if strings.Contains(said, "quixotzebraw") {
		t.Error("it repeated what it erased")
	}
	if _, _, err := findErasable(k.desk, string(id)); err == nil {
		t.Error("it is still found")
	}
}

// However a reflection is erased, the key of its pseudonyms and what was
// disagreed with in it go too, from the vault and from the backup; a key that
// another reflection about the same subject needs stays until that one goes.
func TestErase_dropsTheKeyOfThePseudonymsHoweverItIsErased(t *testing.T) {
	ctx := context.Background()
	for name, erase := range map[string]func(*keeper, journal.ID) error{
		"by the command":                func(k *keeper, id journal.ID) error { return k.erase(ctx, k.desk, id, false, true) },
		"on the screen and plain lines": func(k *keeper, id journal.ID) error { _, err := k.desk.Erase(ctx, id); return err },
	} {
		t.Run(name, func(t *testing.T) {
			k := newKeeper(t)
			one, other := k.write(t, "Maya Kowalska came"), k.write(t, "Maya Kowalska went")
			p := k.desk.Preferences()
			p.Disagree(one, "absent", "because quixotzebraw")
			if err := k.desk.SetPreferences(p); err != nil {
				t.Fatal(err)
			}
			key := keyOfSubject + "heron"
			if err := k.desk.SetSetting(ctx, key, []byte(`{"Child A":"Maya Kowalska"}`)); err != nil {
				t.Fatal(err)
			}
			if err := k.backUp(ctx, k.desk); err != nil {
				t.Fatal(err)
			}
			if err := erase(k, one); err != nil {
				t.Fatal(err)
			}
			if _, there := k.desk.Setting(key); !there {
				t.Error("the key went while another reflection needs it")
			}
			if err := erase(k, other); err != nil {
				t.Fatal(err)
			}
			if _, there := k.desk.Setting(key); there {
				t.Error("the key is still in the vault")
			}
			backups, err := k.desk.Backups()
			if err != nil || len(backups) != 1 {
				t.Fatalf("%d backups, %v", len(backups), err)
			}
			if _, err := k.desk.RestoreWhole(ctx, backups[0].Path); err != nil {
				t.Fatal(err)
			}
			if _, there := k.desk.Setting(key); there {
				t.Error("the key came back with the backup")
			}
			if p := k.desk.Preferences(); len(p.Disagreed)+len(p.Because) > 0 {
				t.Errorf("what was disagreed with is still there: %v %v", p.Disagreed, p.Because)
			}
		})
	}
}

func TestErase_findsWhatIsInTheTrash(t *testing.T) {
	k := newKeeper(t)
	id := k.write(t, "away")
	if err := k.desk.Trash(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	if got, trashed, err := findErasable(k.desk, string(id)[:5]); got != id || !trashed || err != nil {
		t.Errorf("found %s, %v, %v", got, trashed, err)
	}
	if _, _, err := findErasable(k.desk, string(id)[:3]); err == nil {
		t.Error("three characters were enough")
	}
}

func TestDrill_isShownOnHome(t *testing.T) {
	k := newKeeper(t)
	ctx := context.Background()
	if words := k.desk.Proved(); words != "" {
		t.Errorf("before the first drill home says %q", words)
	}
	k.write(t, "one")
	if err := k.drill(ctx, k.desk); err == nil || exitCode(err) != exitFailed || !strings.Contains(k.said(), "no backup yet") {
		t.Errorf("without a backup it gave %v", err)
	}
	if err := k.backUp(ctx, k.desk); err != nil {
		t.Fatal(err)
	}
	k.said()
	if err := k.drill(ctx, k.desk); err != nil || !strings.Contains(k.said(), "1 of 1 reflections read back whole") {
		t.Errorf("it gave %v", err)
	}
	for days, want := range map[int]string{0: "Backups last proved: today, 1 of 1.", 1: "Backups last proved: 1 day ago, 1 of 1.", 3: "Backups last proved: 3 days ago, 1 of 1."} {
		k.desk.now = func() time.Time { return noon.AddDate(0, 0, days) }
		if got := k.desk.Proved(); got != want {
			t.Errorf("after %d days home says %q", days, got)
		}
	}
	k.desk.now = func() time.Time { return noon.AddDate(0, 0, 40) }
	if got := k.desk.Proved(); !strings.Contains(got, "sounding drill") {
		t.Errorf("after forty days home says %q", got)
	}
	backups, err := k.desk.Backups()
	if err != nil || len(backups) == 0 {
		t.Fatal(err)
	}
	if err := os.WriteFile(backups[0].Path, make([]byte, 70000), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := k.drill(ctx, k.desk); err == nil || !strings.Contains(k.said(), "not proved") {
		t.Errorf("with a backup of zeros it gave %v", err)
	}
}

func TestCheck_saysThatEverythingIsWhole(t *testing.T) {
	k := newKeeper(t)
	k.write(t, "one")
	if err := k.checkOpen(context.Background(), k.desk.Vault, nil, false); err != nil || !strings.Contains(k.said(), "Everything is whole.") {
		t.Errorf("gave %v", err)
	}
	older := []store.Finding{{Code: store.FoundAnchor}}
	if err := k.checkOpen(context.Background(), k.desk.Vault, older, false); exitCode(err) != exitFailed || !strings.Contains(k.said(), "1. ") {
		t.Errorf("of an older file it gave %v", err)
	}
}

// Every finding comes with what is safe and one thing to do.
func TestCheck_hasAnActionForEveryFinding(t *testing.T) {
	for _, code := range []store.FindingCode{
		store.FoundHeader, store.FoundKey, store.FoundRevision, store.FoundDraft, store.FoundMark, store.FoundVault,
		store.FoundManifest, store.FoundCount, store.FoundStray, store.FoundNewer, store.FoundPages, store.FoundAnchor,
	} {
		lines := findingLines([]store.Finding{{Code: code, Title: "A \x1b title", Pages: []uint64{3}}}, "/a/backup")
		if len(lines) != 3 {
			t.Fatalf("%s has %d lines", code, len(lines))
		}
		for _, line := range lines {
			if strings.TrimSpace(line) == "" {
				t.Errorf("%s has an empty line: %q", code, lines)
			}
		}
		if again := findingLines([]store.Finding{{Code: code}, {Code: code}}, ""); len(again) != 3 || !strings.Contains(again[0], "(2 of these)") {
			t.Errorf("two of %s are told as %q", code, again)
		}
		if exitCode(&checkError{[]store.Finding{{Code: code}}}) == exitDone {
			t.Errorf("%s exits with 0", code)
		}
	}
}

// The whole way with a passphrase: damage, what check says of it, what salvage
// and restore bring back, and the exit codes.
func TestKeeping_fromDamageToAVaultThatOpensAgain(t *testing.T) {
	home := newHome(t)
	vault, backup := filepath.Join(home, "vault.db"), filepath.Join(home, "mine")
	_, id, _ := call(t, home, "", "jot", "quixotzebraw")
	if code, _, errs := call(t, home, "", "backup", backup); code != 0 {
		t.Fatalf("backup gave %d: %s", code, errs)
	}
	if code, out, _ := call(t, home, "", "check"); code != 0 || !strings.Contains(out, "Everything is whole.") {
		t.Errorf("check gave %d: %s", code, out)
	}
	if code, out, _ := call(t, home, "", "compact"); code != 0 || !strings.Contains(out, "From ") {
		t.Errorf("compact gave %d: %s", code, out)
	}
	data, err := os.ReadFile(vault)
	if err != nil {
		t.Fatal(err)
	}
	copy(data, make([]byte, 8192))
	if err := os.WriteFile(vault, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := call(t, home, "", "check"); code != exitDamaged || !strings.Contains(out, "1. ") {
		t.Errorf("check of a damaged file gave %d: %s %s", code, out, errs)
	}
	saved := filepath.Join(home, "saved.db")
	if code, _, errs := call(t, home, "", "salvage", saved); code != 0 {
		t.Fatalf("salvage gave %d: %s", code, errs)
	}
	if _, out, _ := call(t, home, "", "list", "--vault", saved); !strings.Contains(out, strings.TrimSpace(id)) {
		t.Errorf("what was salvaged holds %q", out)
	}
	wrong := filepath.Join(home, "wrong")
	if err := os.WriteFile(wrong, []byte("another one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, _ := call(t, home, "", "restore", backup, "--yes", "--passphrase-file", wrong); code != exitSecret {
		t.Errorf("with a wrong passphrase restore gave %d", code)
	}
	if code, _, errs := call(t, home, "", "restore", backup, "--yes"); code != 0 || !strings.Contains(errs, "before-restore") {
		t.Fatalf("restore gave %d: %s", code, errs)
	}
	if code, out, errs := call(t, home, "", "list"); code != 0 || !strings.Contains(out, "quixotzebraw") {
		t.Errorf("after it list gave %d: %s %s", code, out, errs)
	}
	if code, _, _ := call(t, home, "", "restore", wrong, "--yes"); code != exitDamaged {
		t.Errorf("a backup that is no vault gave %d", code)
	}
}
