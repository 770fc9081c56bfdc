package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sounding/journal"
	"sounding/store"
	"sounding/tui/screen"
)

func TestHold_refusesErasingAndThinningUntilItIsReleased(t *testing.T) {
	k := newKeeper(t)
	ctx := context.Background()
	id := k.write(t, "needed")
	for _, hold := range []struct {
		name         string
		set, release string
	}{{"this one", string(id), string(id)}, {"everything", holdAll, releaseAll}} {
		var err error
		if hold.set == holdAll {
			err = k.desk.ChangeHold(holdAll)
		} else {
			err = k.hold(ctx, k.desk, id)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := k.desk.Erase(ctx, id); !errors.Is(err, store.ErrHold) {
			t.Errorf("%s held, erasing gave %v", hold.name, err)
		}
		if len(k.desk.List()) != 1 {
			t.Errorf("%s held, it was moved", hold.name)
		}
		p := k.desk.Preferences()
		p.History = journal.HistoryLast
		if err := k.desk.SetPreferences(p); err != nil {
			t.Fatal(err)
		}
		if err := k.desk.File(ctx, id); err != nil {
			t.Errorf("%s held, finishing gave %v", hold.name, err)
		}
		if standing, err := k.desk.Standing(id); err != nil || standing.Keeping != store.KeepAll {
			t.Errorf("%s held, its history is kept as %q, %v", hold.name, standing.Keeping, err)
		}
		k.said()
		if err := k.listHolds(k.desk); err != nil || strings.Contains(k.said(), sayNoHolds) {
			t.Errorf("%s held is not listed: %v", hold.name, err)
		}
		entry := slices.IndexFunc(k.desk.Held(), func(c journal.Choice) bool { return c.ID == hold.release })
		if entry < 0 {
			t.Fatalf("%s held cannot be released: %v", hold.name, k.desk.Held())
		}
		if err := k.desk.ChangeHold(hold.release); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := k.desk.Erase(ctx, id); err != nil {
		t.Errorf("released, erasing gave %v", err)
	}
}

// What a person chose about earlier versions holds for what they finish.
func TestHistory_isKeptAsThePersonChose(t *testing.T) {
	k := newKeeper(t)
	ctx := context.Background()
	p := k.desk.Preferences()
	p.History = journal.HistoryLast
	if err := k.desk.SetPreferences(p); err != nil {
		t.Fatal(err)
	}
	versions := func(status journal.Status) int {
		t.Helper()
		id := k.desk.keep(t, journal.Reflection{Walk: "gibbs", WalkVersion: 1, Status: status, Title: "one"})
		r, _, err := k.desk.Load(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		r.Title = "two"
		k.desk.Put(r)
		if err := k.desk.File(ctx, id); err != nil {
			t.Fatal(err)
		}
		kept, err := k.desk.Revisions(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return len(kept)
	}
	if got := versions(journal.StatusFinished); got != 1 {
		t.Errorf("a finished one has %d versions", got)
	}
	if got := versions(journal.StatusDraft); got != 2 {
		t.Errorf("an unfinished one has %d versions", got)
	}
}

func TestRetention_remindsAndRemovesNothing(t *testing.T) {
	k := newKeeper(t)
	ctx := context.Background()
	theme := k.desk.Catalogue().Themes[0]
	id := k.desk.keep(t, journal.Reflection{
		Walk: "gibbs", WalkVersion: 1, Status: journal.StatusFinished, Title: "kept long", Themes: []string{theme.ID},
	})
	if err := k.keepFor(ctx, k.desk, strings.ToUpper(theme.Title), "24"); err != nil {
		t.Fatal(err)
	}
	if lines := k.desk.KeptFor(); len(lines) != 1 || lines[0] != theme.Title+": 24" {
		t.Errorf("the rule is told as %q", lines)
	}
	later := func(months int) []journal.Summary {
		k.desk.now = func() time.Time { return noon.AddDate(0, months, 0) }
		return k.desk.KeptLongEnough()
	}
	if got := later(23); len(got) != 0 {
		t.Errorf("after 23 months it reminds of %v", got)
	}
	if got := later(24); len(got) != 1 || got[0].ID != id {
		t.Errorf("after 24 months it reminds of %v", got)
	}
	k.said()
	if err := k.listRetention(k.desk); err != nil || !strings.Contains(k.said(), "kept long") {
		t.Errorf("the command does not list it: %v", err)
	}
	if err := k.desk.SetHold(ctx, id, ""); err != nil {
		t.Fatal(err)
	}
	if got := later(24); len(got) != 0 || len(k.desk.List()) != 1 {
		t.Errorf("held, it reminds of %v", got)
	}
	for _, wrong := range []string{"no such theme: 3", theme.Title, theme.Title + ": 0", theme.Title + ": soon"} {
		var refusal *journal.Refusal
		if err := k.desk.SetKeptFor([]string{theme.Title + ": 3", wrong}); !errors.As(err, &refusal) {
			t.Errorf("%q gave %v", wrong, err)
		}
	}
	if lines := k.desk.KeptFor(); len(lines) != 1 || lines[0] != theme.Title+": 24" {
		t.Errorf("after a refusal the rules are %q", lines)
	}
	if err := k.keepFor(ctx, k.desk, theme.ID, "0"); err != nil || len(k.desk.KeptFor()) != 0 {
		t.Errorf("0 gave %v", err)
	}
}

func TestCare_tellsOfASecondPlaceThatHasNoBackup(t *testing.T) {
	k := newKeeper(t)
	folder := filepath.Join(k.folder, "away")
	v, err := store.CreateDemo(filepath.Join(k.folder, "two.db"), store.Options{
		Now: k.Now, Ballast: 4096, Backups: []string{filepath.Join(k.folder, "backups"), folder},
	})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(v, builtIn(t), k.Now, k.desk.newID)
	if lines := strings.Join(d.Care(), " "); !strings.Contains(lines, "no backup in "+folder) {
		t.Errorf("it says %q", lines)
	}
	if _, err := d.BackUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	if lines := d.Care(); len(lines) != 0 {
		t.Errorf("with one it says %q", lines)
	}
	d.now = func() time.Time { return noon.AddDate(0, 0, 20) }
	if lines := strings.Join(d.Care(), " "); !strings.Contains(lines, "from 30 June 2026") {
		t.Errorf("with an old one it says %q", lines)
	}
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func TestRotate_givesAnotherCodeAndKeepsEverything(t *testing.T) {
	home := newHome(t)
	if code, _, errs := call(t, home, "", "jot", "quixotzebraw"); code != exitDone {
		t.Fatal(errs)
	}
	code, out, errs := call(t, home, "", "rotate", "--new-passphrase-file", filepath.Join(home, "pass"))
	if code != exitDone || strings.Count(strings.TrimSpace(out), "-") != 6 {
		t.Fatalf("rotate gave %d: %q %s", code, out, errs)
	}
	if code, out, errs := call(t, home, "", "list"); code != exitDone || !strings.Contains(out, "quixotzebraw") {
		t.Errorf("after it list gave %d: %s %s", code, out, errs)
	}
}

func TestCare_warnsOfAVaultInASyncedFolder(t *testing.T) {
	v, err := store.CreateDemo(filepath.Join(t.TempDir(), "Dropbox", "vault.db"), store.Options{Ballast: 4096})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(v, builtIn(t), func() time.Time { return noon }, nil)
	if lines := d.Care(); len(lines) != 1 || !strings.Contains(lines[0], "Dropbox") {
		t.Errorf("it says %q", lines)
	}
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// A lock before the recovery code was typed back leaves a vault that is there:
// making one is over.
func TestDoor_leadsHomeWhereTheVaultWasBeingMadeWhenItWasLocked(t *testing.T) {
	d := newTestDesk(t)
	door := newDoor(&Program{Now: d.now}, paths{}, d.library)
	door.desk = d
	for _, name := range []string{screen.First, screen.Unlock, ""} {
		if err := d.comeBackTo(context.Background(), screen.Route{Name: name}); err != nil {
			t.Fatal(err)
		}
		if to := door.Where(); to.Name != screen.Home {
			t.Errorf("from %q it leads to %q", name, to.Name)
		}
	}
}

func TestPassphrase_canBeRenewedInTheBackupsToo(t *testing.T) {
	home := newHome(t)
	if code, _, errs := call(t, home, "", "jot", "words"); code != exitDone {
		t.Fatal(errs)
	}
	backups, err := filepath.Glob(filepath.Join(home, "sounding-backups", "*.backup"))
	if err != nil || len(backups) != 1 {
		t.Fatalf("%v, %v", backups, err)
	}
	fresh := filepath.Join(home, "fresh")
	if err := os.WriteFile(fresh, []byte("another passphrase altogether"), 0o600); err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(home, "sounding-backups", strings.Replace(filepath.Base(backups[0]), "20260630", "20260629", 1))
	data, err := os.ReadFile(backups[0])
	if err == nil {
		err = os.WriteFile(mine, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	code, _, errs := call(t, home, "", "passphrase", "--new-passphrase-file", fresh, "--renew-backups")
	if code != exitDone || !strings.Contains(errs, "now: 2.") {
		t.Fatalf("gave %d: %s", code, errs)
	}
	// It opens, and is not the vault that was used last.
	if code, _, errs := call(t, home, "", "list", "--vault", mine, "--passphrase-file", fresh); code != exitFailed || !strings.Contains(errs, "you last used here") {
		t.Errorf("the backup with the new one gave %d: %s", code, errs)
	}
	if code, _, _ := call(t, home, "", "list", "--vault", mine); code != exitSecret {
		t.Errorf("the backup with the old one gave %d", code)
	}
}

func TestBackup_isMadeOnceADayWhileTheVaultStaysOpen(t *testing.T) {
	folder, now := t.TempDir(), noon
	v, err := store.CreateDemo(filepath.Join(folder, "vault.db"), store.Options{
		Now: func() time.Time { return now }, Ballast: 4096, Backups: []string{filepath.Join(folder, "backups")},
	})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(v, builtIn(t), func() time.Time { return now }, nil)
	made := func() int {
		t.Helper()
		if err := d.backUpIfDue(context.Background()); err != nil {
			t.Fatal(err)
		}
		backups, err := d.Backups()
		if err != nil {
			t.Fatal(err)
		}
		return len(backups)
	}
	save := func(name string) {
		t.Helper()
		if err := d.SetSetting(context.Background(), name, []byte("1")); err != nil {
			t.Fatal(err)
		}
	}
	save("one")
	if got := made(); got != 1 {
		t.Errorf("at first there are %d", got)
	}
	now = now.Add(23 * time.Hour)
	save("two")
	if got := made(); got != 1 {
		t.Errorf("within the day there are %d", got)
	}
	now = now.Add(2 * time.Hour)
	save("three")
	if got := made(); got != 2 {
		t.Errorf("a day later there are %d", got)
	}
	d.stay()
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := d.backUpIfDue(context.Background()); err != nil && !errors.Is(err, store.ErrClosed) {
		t.Errorf("closed, it gave %v", err)
	}
}

// Whoever reads a reflection can hold it there, and release it once they were
// asked.
func TestHold_isSetAndReleasedWhereAReflectionIsRead(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, heron(t))
	s := newStage(t, d, screen.Route{Name: screen.Read, ID: string(id)}, 80, 24)
	s.press("h")
	if !d.IsHeld(id) {
		t.Fatal("it is not held")
	}
	s.press("h", "k")
	if !d.IsHeld(id) {
		t.Error("keeping the hold released it")
	}
	s.press("h", "r")
	if d.IsHeld(id) {
		t.Error("it is held still")
	}
}
