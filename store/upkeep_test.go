package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

func TestBackup_isMadeOnCloseOfAChangedSittingAlone(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	_, err := v.Save(background, reflection(1, "one", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	ok(t, v.Close(background))
	v = p.mustOpen()
	made, err := v.Backups()
	ok(t, err)
	if len(made) != 1 {
		t.Fatalf("%d backups", len(made))
	}
	if verified, err := v.Verify(background, made[0].Path); err != nil || verified.Reflections != 1 {
		t.Errorf("%+v, %v", verified, err)
	}
	if about, err := os.Stat(made[0].Path); err != nil || about.Mode() != 0o600 {
		t.Errorf("%v, %v", about.Mode(), err)
	}
	p.clock.Move(time.Hour)
	ok(t, v.Close(background)) // nothing was changed
	v = p.mustOpen()
	if made, err = v.Backups(); err != nil || len(made) != 1 {
		t.Errorf("%d backups, %v", len(made), err)
	}
}

func TestBackup_countsOnlyWhenItWasProved(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	_, err := v.Save(background, reflection(1, "one", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	to := filepath.Join(t.TempDir(), "copy")
	_, err = v.Backup(background, to)
	ok(t, err)
	if _, err := v.Backup(background, to); !errors.Is(err, ErrExists) {
		t.Errorf("over an existing file: %v", err)
	}
	damageRecord(t, to)
	if _, err := v.Verify(background, to); !errors.Is(err, ErrDamaged) {
		t.Errorf("a damaged copy was verified: %v", err)
	}
}

func TestBackup_ofAVaultDamagedWhileItIsOpenDoesNotCount(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	for i := range 5 {
		_, err := v.Save(background, reflection(i, "words", p.clock.Now()), 0, WhySaved)
		ok(t, err)
	}
	file, err := os.OpenFile(p.path, os.O_RDWR, 0)
	ok(t, err)
	whole := readFile(t, p.path)
	for at := 0; ; { // every copy of every revision, in use or not
		next := bytes.Index(whole[at:], []byte{'R', 1, 1, 3})
		if next < 0 {
			break
		}
		at += next + 100
		_, err := file.WriteAt([]byte{whole[at] ^ 1}, int64(at))
		ok(t, err)
	}
	ok(t, file.Close())
	to := filepath.Join(t.TempDir(), "copy")
	if _, err := v.Backup(background, to); !errors.Is(err, ErrDamaged) {
		t.Errorf("it gave %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(to)); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
	checked, err := v.Check(background)
	ok(t, err)
	if len(checked.Findings) != 5 || checked.Findings[0].Title == "" {
		t.Errorf("a check found %+v", checked.Findings)
	}
}

// damageRecord flips a bit in the middle of the last sealed revision of a file.
func damageRecord(t *testing.T, path string) {
	t.Helper()
	file := readFile(t, path)
	at := bytes.LastIndex(file, []byte{'R', 1, 1, 3})
	if at < 0 {
		t.Fatal("there is no revision in the file")
	}
	file[at+100] ^= 1
	ok(t, os.WriteFile(path, file, 0o600))
}

func TestBackup_goesToEveryPlaceThatIsThere(t *testing.T) {
	p := newPlace(t)
	second, away := filepath.Join(t.TempDir(), "second"), filepath.Join(t.TempDir(), "file", "folder")
	ok(t, os.WriteFile(filepath.Dir(away), nil, 0o600)) // no folder can be made here
	p.options.Backups = append(p.options.Backups, second, away)
	v := p.create()
	_, err := v.Save(background, reflection(1, "one", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	placed, err := v.BackUp(background)
	ok(t, err)
	if len(placed) != 3 || placed[0].Err != nil || placed[1].Err != nil || placed[2].Err == nil {
		t.Errorf("%+v", placed)
	}
}

func TestBackup_rotation(t *testing.T) {
	now := time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)
	var all []BackupFile
	for day := range 200 {
		for hour := range 2 {
			all = append(all, BackupFile{Made: now.AddDate(0, 0, -day).Add(-time.Duration(hour) * time.Hour), Saves: uint64(1000 - 2*day - hour)})
		}
	}
	gone := surplus(all, now, false)
	kept := slices.DeleteFunc(slices.Clone(all), func(b BackupFile) bool { return slices.Contains(gone, b) })
	if len(kept) < 7 || len(kept) > 12 || kept[0] != all[0] {
		t.Fatalf("kept %d: %+v", len(kept), kept)
	}
	for i, b := range kept[:7] {
		if want := now.AddDate(0, 0, -i); b.Made.YearDay() != want.YearDay() {
			t.Errorf("day %d: %v", i, b.Made)
		}
	}
	oldest := kept[len(kept)-1].Made
	if age := now.Sub(oldest); age > 35*24*time.Hour || age < 21*24*time.Hour {
		t.Errorf("the oldest is of %v", oldest)
	}
	if held := surplus(all, now, true); len(held) != 0 {
		t.Errorf("%d went in spite of a hold", len(held))
	}
	lonely := []BackupFile{{Made: now.AddDate(-1, 0, 0)}}
	if gone := surplus(lonely, now, false); len(gone) != 0 {
		t.Error("the only backup went")
	}
	rare := []BackupFile{{Made: now}, {Made: now.AddDate(0, 0, -91)}}
	if gone := surplus(rare, now, false); len(gone) != 1 {
		t.Error("a backup of more than 90 days stayed")
	}
}

func TestBackup_nameTellsDateAndSavesAndNothingElse(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	made := time.Date(2026, 3, 9, 8, 7, 6, 0, time.UTC)
	name := backupName(v.header.Vault, made, 412)
	got, known := parseBackupName(name, v.ID()[:8])
	if !known || !got.Made.Equal(made) || got.Saves != 412 {
		t.Errorf("%s was read as %+v, %v", name, got, known)
	}
	for _, other := range []string{"", name + "x", strings.Replace(name, "-412", "-x", 1), "sounding-00000000-20260309T080706Z-1.backup"} {
		if _, known := parseBackupName(other, v.ID()[:8]); known {
			t.Errorf("%q was taken for a backup", other)
		}
	}
}

func TestRestore_comparesFirstAndKeepsWhatWasThere(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	ids := make([]journal.ID, 4)
	for i := range ids {
		r := reflection(i, fmt.Sprintf("at first %d", i), p.clock.Now())
		ids[i] = r.ID
		_, err := v.Save(background, r, 0, WhySaved)
		ok(t, err)
	}
	copy := filepath.Join(t.TempDir(), "copy")
	_, err := v.Backup(background, copy)
	ok(t, err)
	p.clock.Move(time.Hour)
	_, err = v.Save(background, reflection(0, "later", p.clock.Now()), 1, WhySaved)
	ok(t, err)
	_, err = v.Save(background, reflection(9, "new", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	ok(t, v.Trash(background, ids[3]))
	_, err = v.Erase(background, ids[3])
	ok(t, err)

	d, err := v.Compare(background, copy)
	ok(t, err)
	if len(d.Older) != 1 || d.Older[0].ID != ids[0] || d.Same != 2 || d.Added != 1 || len(d.Erased) != 1 || len(d.Missing) != 0 {
		t.Errorf("%+v", d)
	}
	_, before := v.LastSaved()
	restored, err := v.RestoreWhole(background, copy)
	ok(t, err)
	if _, after := v.LastSaved(); after <= before || restored.Erased != 1 {
		t.Errorf("saves went from %d to %d; %+v", before, after, restored)
	}
	if got, err := v.Get(background, ids[0]); err != nil || text(got) != "at first 0" {
		t.Errorf("%q, %v", text(got), err)
	}
	if _, err := v.Get(background, ids[3]); !errors.Is(err, ErrNoReflection) {
		t.Errorf("what was erased is back: %v", err)
	}
	if verified, err := v.Verify(background, restored.Kept); err != nil || verified.Reflections != 4 {
		t.Errorf("kept %+v, %v", verified, err)
	}
	ok(t, v.Close(background))
	p.mustOpen() // and it is not taken for rolled back
}

func TestRestoreOver_bringsAVaultBackThatDoesNotOpen(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "words", p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	copy := filepath.Join(t.TempDir(), "copy")
	_, err = v.Backup(background, copy)
	ok(t, err)
	_, err = v.SaveDraft(background, reflection(2, "after the backup", p.clock.Now()), 0)
	ok(t, err)
	ok(t, v.Close(background))
	ok(t, os.WriteFile(p.path, bytes.Repeat([]byte("x"), 9000), 0o600))

	backup := *p
	backup.path, backup.options.ReadOnly = copy, true
	b := backup.mustOpen()
	kept, err := b.RestoreOver(background, p.path)
	ok(t, err)
	if got := readFile(t, kept); len(got) != 9000 {
		t.Errorf("kept %d bytes", len(got))
	}
	locked, err := Open(p.path, p.options)
	ok(t, err)
	master := testMaster
	_, err = locked.unlock(&master)
	var older *RolledBack
	if !errors.As(err, &older) || older.Saves != 2 { // the draft, and the drill at the end of that sitting
		t.Fatalf("opening it gave %v", err)
	}
	again, err := locked.AcceptOlder()
	ok(t, err)
	if got, err := again.Get(background, r.ID); err != nil || text(got) != "words" {
		t.Errorf("%q, %v", text(got), err)
	}
	ok(t, again.Close(background))
	p.mustOpen() // once accepted, it is not told again
}

func TestErase_leavesNeitherTextNorKeyInTheFileOrItsBackups(t *testing.T) {
	p := newPlace(t)
	second := filepath.Join(t.TempDir(), "second")
	p.options.Backups = append(p.options.Backups, second)
	v := p.create()
	for i := range 40 {
		_, err := v.Save(background, reflection(i, fmt.Sprintf("the words of %d", i), p.clock.Now()), 0, WhySaved)
		ok(t, err)
	}
	victim := reflection(7, "", time.Time{}).ID
	_, err := v.SaveDraft(background, reflection(7, "a draft of seven", p.clock.Now()), 1)
	ok(t, err)
	ok(t, v.SetSetting(background, "kept", []byte("1")))
	ok(t, v.SetSetting(background, "of seven", []byte("2")))
	traces := append(tracesOf(t, v, victim), piecesOf(t, v, bucketMeta, []byte(keySettings))...)
	_, err = v.BackUp(background)
	ok(t, err)
	older := filepath.Join(p.options.Backups[0], backupName(v.header.Vault, p.clock.Now().Add(-48*time.Hour), 1))
	_, err = v.Backup(background, older)
	ok(t, err)
	ok(t, v.Trash(background, victim))
	report, err := v.EraseWith(background, func(name string, value []byte) []byte {
		if name == "of seven" {
			return nil
		}
		return value
	}, victim)
	ok(t, err)
	if report.Err != nil || report.Revisions != 2 || len(report.Backups) != 3 {
		t.Errorf("%+v", report)
	}
	for _, path := range append(report.Backups, p.path) {
		file := readFile(t, path)
		for i, trace := range traces {
			if bytes.Contains(file, trace) {
				t.Errorf("%s still holds trace %d", filepath.Base(path), i)
			}
		}
		if path == p.path {
			continue
		}
		copy, err := v.openCopy(background, path)
		ok(t, err)
		if len(copy.found.settings) != 1 || copy.found.settings["kept"] == nil {
			t.Errorf("%s has the settings %q", filepath.Base(path), copy.found.settings)
		}
		ok(t, copy.close())
		if verified, err := v.Verify(background, path); err != nil || verified.Reflections != 39 {
			t.Errorf("%s: %+v, %v", filepath.Base(path), verified, err)
		}
	}
	if len(report.Still) == 0 || StillWords(report.Still[len(report.Still)-1]) == "" {
		t.Errorf("nothing is told of what may be left: %+v", report.Still)
	}
	checked, err := v.Check(background)
	ok(t, err)
	if len(checked.Findings) != 0 || checked.Reflections != 39 {
		t.Errorf("%+v", checked)
	}
}

// tracesOf are pieces of every sealed cell of a reflection.
func tracesOf(t *testing.T, v *Vault, id journal.ID) [][]byte {
	t.Helper()
	var out [][]byte
	raw := v.entries[id].raw
	for _, bucket := range []engine.Bucket{bucketKeys, bucketRecords, bucketDrafts} {
		out = append(out, piecesOf(t, v, bucket, raw[:])...)
	}
	if len(out) < 30 {
		t.Fatal("there is hardly anything to look for")
	}
	return out
}

// piecesOf cuts up the sealed cells below a key.
func piecesOf(t *testing.T, v *Vault, bucket engine.Bucket, under []byte) [][]byte {
	t.Helper()
	var out [][]byte
	ok(t, v.engine.Scan(bucket, under, func(cell engine.Cell) error {
		for at := 16; at+16 <= len(cell.Value); at += 16 {
			out = append(out, bytes.Clone(cell.Value[at:at+16]))
		}
		return nil
	}))
	return out
}

func TestErase_isRefusedUnderAHold(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "words", p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	ok(t, v.Trash(background, r.ID))
	ok(t, v.HoldEverything(background, "an inquiry"))
	if _, err := v.Erase(background, r.ID); !errors.Is(err, ErrHold) {
		t.Errorf("with everything held: %v", err)
	}
	ok(t, v.ReleaseEverything(background))
	ok(t, v.SetHold(background, r.ID, "asked for"))
	if _, err := v.Erase(background, r.ID); !errors.Is(err, ErrHold) {
		t.Errorf("with this one held: %v", err)
	}
	if _, err := v.SetKeeping(background, r.ID, LastOnly); !errors.Is(err, ErrHold) {
		t.Errorf("thinning what is held: %v", err)
	}
	ok(t, v.ReleaseHold(background, r.ID))
	_, err = v.Erase(background, r.ID)
	ok(t, err)
}

func TestErase_saysWhichBackupsItCannotChange(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "words", p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	_, err = v.BackUp(background)
	ok(t, err)
	_, err = v.RotateKey(background, []byte("another passphrase"))
	ok(t, err)
	away := filepath.Join(t.TempDir(), "away")
	v.options.Backups = append(v.options.Backups, away)
	ok(t, v.Trash(background, r.ID))
	report, err := v.Erase(background, r.ID)
	ok(t, err)
	why := map[StillWhy]time.Time{}
	for _, still := range report.Still {
		why[still.Why] = still.Until
	}
	if until := why[StillOtherKey]; until.Sub(p.clock.Now()) != oldestKept {
		t.Errorf("a backup under another key: %+v", report.Still)
	}
	if _, told := why[StillAway]; !told {
		t.Errorf("a folder that is away: %+v", report.Still)
	}
}

func TestRotateKey_sealsEverythingAnew(t *testing.T) {
	p := newPlace(t)
	v, oldCode, err := Create(p.path, []byte("old"), p.options)
	ok(t, err)
	walk := journal.Walk{ID: "gibbs", Version: 1}
	digest, err := v.KeepWalk(background, walk)
	ok(t, err)
	for i := range 20 {
		_, err := v.Save(background, reflection(i, "words", p.clock.Now()), 0, WhySaved)
		ok(t, err)
	}
	ok(t, v.NoteImport(background, "elsewhere", "1", "h", reflection(1, "", time.Time{}).ID))
	ok(t, v.SetSetting(background, "s", []byte("1")))
	raw := v.entries[reflection(3, "", time.Time{}).ID].raw
	before := tracesOf(t, v, idOf(raw))
	oldKey, err := v.recordKeyOf(raw)
	ok(t, err)
	code, err := v.RotateKey(background, []byte("new"))
	ok(t, err)
	if newKey, err := v.recordKeyOf(raw); err != nil || *newKey == *oldKey {
		t.Errorf("a reflection kept its old key, %v", err)
	}
	_, err = v.SaveDraft(background, reflection(3, "after", p.clock.Now()), 1)
	ok(t, err)
	ok(t, v.Close(background))
	file := readFile(t, p.path)
	for i, trace := range before {
		if bytes.Contains(file, trace) {
			t.Fatalf("trace %d of the old sealing is still there", i)
		}
	}
	locked, err := Open(p.path, p.options)
	ok(t, err)
	if _, err := locked.Unlock([]byte("old")); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("the old passphrase gave %v", err)
	}
	if _, err := locked.Recover(oldCode); !errors.Is(err, ErrWrongRecovery) {
		t.Errorf("the old code gave %v", err)
	}
	v, err = locked.Recover(code)
	ok(t, err)
	defer func() { ok(t, v.Close(background)) }()
	if _, err := v.KeptWalk(digest); err != nil {
		t.Errorf("the kept walk: %v", err)
	}
	if _, found, err := v.Imported("elsewhere", "1", "h"); err != nil || !found {
		t.Errorf("the import: %v, %v", found, err)
	}
	if got, err := v.Get(background, reflection(3, "", time.Time{}).ID); err != nil || text(got) != "after" {
		t.Errorf("%q, %v", text(got), err)
	}
}

func TestRenewBackups_takesTheOldPassphraseFromThem(t *testing.T) {
	p := newPlace(t)
	v, _, err := Create(p.path, []byte("old"), p.options)
	ok(t, err)
	_, err = v.Save(background, reflection(1, "words", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	_, err = v.BackUp(background)
	ok(t, err)
	ok(t, v.ChangePassphrase(background, []byte("new")))
	renewed, err := v.RenewBackups(background)
	ok(t, err)
	ok(t, v.Forget())
	if len(renewed) != 1 {
		t.Fatalf("renewed %v", renewed)
	}
	q := *p
	q.options.ReadOnly = true
	locked, err := Open(renewed[0], q.options)
	ok(t, err)
	if _, err := locked.Unlock([]byte("old")); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("the old passphrase gave %v", err)
	}
	backup, err := locked.Unlock([]byte("new"))
	ok(t, err)
	if len(backup.List()) != 1 {
		t.Error("it holds nothing")
	}
	ok(t, backup.Forget())
}

func TestThin_keepsLessTheOlderItIs(t *testing.T) {
	now := time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)
	var past []pastRevision
	for minutes := 60 * 24 * 60; minutes >= 0; minutes -= 10 {
		past = append(past, pastRevision{number: uint64(len(past) + 1), at: now.Add(-time.Duration(minutes) * time.Minute)})
	}
	shared := 4000 % len(past)
	past[shared].keep = true
	gone := map[uint64]bool{}
	for _, number := range thinOut(past, Thin, now) {
		gone[number] = true
	}
	kept := map[string]int{}
	for _, p := range past {
		if gone[p.number] {
			continue
		}
		switch age := now.Sub(p.at); {
		case age <= thinAll:
			kept["day"]++
		case age <= thinHourly:
			kept["week"]++
		case age <= thinDaily:
			kept["month"]++
		default:
			kept["older"]++
		}
	}
	if kept["day"] != 145 || kept["week"] < 6*24-1 || kept["week"] > 6*24+2 || kept["month"] < 22 || kept["month"] > 25 || kept["older"] != 2 {
		t.Errorf("kept %v", kept)
	}
	if gone[past[shared].number] || gone[1] || gone[uint64(len(past))] {
		t.Error("a shared, the first or the newest revision went")
	}
	if last := thinOut(past[:3], LastOnly, now); len(last) != 3 {
		t.Errorf("last only: %v", last)
	}
}
