package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

func TestOpen_saysWhatEachWrongFileIs(t *testing.T) {
	p := newPlace(t)
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"a JPEG":           {append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), make([]byte, 40000)...), ErrNotVault},
		"a text":           {[]byte(strings.Repeat("Dear diary, ", 2000)), ErrNotVault},
		"an empty file":    {nil, ErrNotVault},
		"nothing but NULs": {make([]byte, 65536), ErrFileDamaged},
	} {
		ok(t, os.MkdirAll(filepath.Dir(p.path), 0o700))
		ok(t, os.WriteFile(p.path, c.file, 0o600))
		_, err := Open(p.path, p.options)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if m, told := Explain(err); !told || m.What == "" || m.Next == "" {
			t.Errorf("%s is told as %q", name, m)
		}
		if got := readFile(t, p.path); !bytes.Equal(got, c.file) {
			t.Errorf("%s was changed", name)
		}
	}
	ok(t, os.Remove(p.path))
	if _, err := Open(p.path, p.options); !errors.Is(err, ErrNoFile) {
		t.Errorf("nothing at all: %v", err)
	}
}

func TestOpen_tellsADamagedHeaderFromAWrongPassphrase(t *testing.T) {
	p := newPlace(t)
	v, code, err := Create(p.path, []byte("kettle"), p.options)
	ok(t, err)
	ok(t, v.Close(background))
	spoil := func(keys ...string) {
		e, err := engine.OpenBolt(p.path, p.options.engine())
		ok(t, err)
		for _, key := range keys {
			cell, err := e.Get(bucketHeader, []byte(key))
			ok(t, err)
			cell[len(cell)/2] ^= 1
			base, err := e.Sequence()
			ok(t, err)
			_, err = e.Apply(base, []engine.Op{put(bucketHeader, []byte(key), cell)})
			ok(t, err)
		}
		ok(t, e.Close())
	}
	spoil(headerA)
	if findings, err := Examine(p.path); err != nil || len(findings) != 1 || findings[0].Code != FoundHeader {
		t.Errorf("examined: %+v, %v", findings, err)
	}
	locked, err := Open(p.path, p.options)
	ok(t, err)
	if !locked.Info().HeaderCopy {
		t.Error("the damaged copy is not told")
	}
	v, err = locked.Recover(code)
	ok(t, err)
	ok(t, v.MendHeader(background))
	if checked, err := v.Check(background); err != nil || len(checked.Findings) != 0 {
		t.Errorf("after mending: %+v, %v", checked, err)
	}
	ok(t, v.Close(background))
	spoil(headerA, headerB)
	if _, err := Open(p.path, p.options); !errors.Is(err, ErrHeaderDamaged) {
		t.Errorf("both copies damaged: %v", err)
	}
}

func TestOpen_refusesANewerVaultBeforeThePassphrase(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	header := *v.header
	header.Format, header.MinReader, header.MinWriter, header.WrittenBy = 9, 9, 9, "9.1"
	ok(t, v.writeHeaderForTest(header))
	ok(t, v.Forget())
	before := readFile(t, p.path)
	_, err := Open(p.path, p.options)
	var newer *seal.NewerError
	if !errors.As(err, &newer) || newer.WrittenBy != "9.1" {
		t.Fatalf("opening it gave %v", err)
	}
	if !bytes.Equal(before, readFile(t, p.path)) {
		t.Error("it was changed")
	}
}

func TestOpen_readsWhatOnlyANewerVersionMayWrite(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	_, err := v.Save(background, reflection(1, "words", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	header := *v.header
	header.Format, header.MinWriter = 2, 2
	ok(t, v.writeHeaderForTest(header))
	ok(t, v.Forget())
	v = p.mustOpen()
	if len(v.List()) != 1 || v.ReadOnly() == nil {
		t.Errorf("%d reflections, read only %v", len(v.List()), v.ReadOnly())
	}
	var newer *seal.NewerError
	if _, err := v.SaveDraft(background, reflection(1, "more", p.clock.Now()), 1); !errors.As(err, &newer) {
		t.Errorf("writing gave %v", err)
	}
}

func (v *Vault) writeHeaderForTest(header seal.VaultHeader) error {
	v.write.Lock()
	defer v.write.Unlock()
	ops, err := headerOps(&header)
	if err != nil {
		return err
	}
	return v.commit(ops)
}

func TestOpen_noticesAFilePutBackToAnEarlierDay(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	save := func(n int) {
		_, err := v.SaveDraft(background, reflection(n, "words", p.clock.Now()), 0)
		ok(t, err)
	}
	save(1)
	ok(t, v.Forget())
	older := readFile(t, p.path)
	v = p.mustOpen()
	p.clock.Move(time.Hour)
	save(2)
	save(3)
	ok(t, v.Forget())
	newest := p.clock.Now()
	ok(t, os.WriteFile(p.path, older, 0o600))
	_, err := p.open()
	var rolled *RolledBack
	if !errors.As(err, &rolled) || rolled.Saves != 2 || !rolled.When.Equal(newest) {
		t.Fatalf("it gave %+v, %v", rolled, err)
	}
	// Another branch with as many saves is noticed too.
	q := *p
	q.options.Anchors = ""
	v = q.mustOpen()
	save(7)
	save(8)
	ok(t, v.Forget())
	if _, err := p.open(); !errors.As(err, &rolled) || rolled.Saves != 0 {
		t.Fatalf("another branch gave %v", err)
	}
	// A vault that is ahead of its anchor is normal.
	v = q.mustOpen()
	save(9)
	ok(t, v.Forget())
	p.mustOpen()
}

func TestSave_stopsWhenThePathLeadsElsewhere(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	w := NewWriter(v, newAlarmClock(p.clock))
	w.Put(reflection(1, "before", p.clock.Now()))
	ok(t, w.Flush(background))
	mine := readFile(t, p.path)
	ok(t, os.Rename(p.path, p.path+".moved"))
	ok(t, os.WriteFile(p.path, []byte("theirs"), 0o600))
	w.Put(reflection(1, "after", p.clock.Now()))
	err := w.Flush(background)
	var unsaved *Unsaved
	if !errors.Is(err, ErrReplaced) || !errors.As(err, &unsaved) || unsaved.Rescue == "" {
		t.Fatalf("saving gave %v", err)
	}
	if got := readFile(t, p.path); string(got) != "theirs" {
		t.Error("the other file was changed")
	}
	if m, _ := Explain(err); !strings.Contains(m.String(), "rescue file") {
		t.Errorf("told as %s", m)
	}
	// The file is put back, and the words come with it.
	ok(t, os.Rename(p.path+".moved", p.path))
	if !bytes.Equal(mine, readFile(t, p.path)) {
		t.Error("the moved file was changed")
	}
	ok(t, w.Flush(background))
	ok(t, w.Close(background))
	if got, err := v.Get(background, reflection(1, "", time.Time{}).ID); err != nil || text(got) != "after" {
		t.Errorf("%q, %v", text(got), err)
	}
}

func TestCreate_inAFolderThatMayNotBeWrittenTo(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	p := newPlace(t)
	folder := filepath.Join(t.TempDir(), "closed")
	ok(t, os.Mkdir(folder, 0o500))
	p.path = filepath.Join(folder, "vault.db")
	if _, _, err := Create(p.path, []byte("p"), p.options); !errors.Is(err, ErrNoAccess) {
		t.Errorf("it gave %v", err)
	}
}

func TestCreate_refusesWhatIsThereAndAnEmptyPassphrase(t *testing.T) {
	p := newPlace(t)
	if _, _, err := Create(p.path, nil, p.options); !errors.Is(err, ErrKeyTooShort) {
		t.Errorf("an empty passphrase gave %v", err)
	}
	v := p.create()
	ok(t, v.Close(background))
	if _, _, err := Create(p.path, []byte("p"), p.options); !errors.Is(err, ErrExists) {
		t.Errorf("a second vault gave %v", err)
	}
}

// canary is twelve letters that no part of the product writes.
const canary = "QZXVKJWQYXZQ"

// filled puts the canary wherever a person's words can go.
func filled(id int, at time.Time) journal.Reflection {
	r := reflection(id, canary+" in a long story, "+canary, at)
	r.Title, r.Subject, r.Themes = canary, canary, []string{canary}
	r.Hypotheses = []journal.Hypothesis{{ID: "H1", Text: canary, Expect: canary, FindOut: canary}}
	r.Evidence = []journal.Evidence{{ID: "E1", Text: canary, Whose: canary, Opinion: canary}}
	r.Utterances = []journal.Utterance{{ID: "U1", Text: canary}}
	r.Principles = []journal.PrincipleNote{{ID: "P1", Note: canary}}
	r.Actions = []journal.Action{{ID: "A1", Text: canary, Owner: canary, Due: "2026-12-01"}}
	r.Forecasts = []journal.Forecast{{ID: "F1", Text: canary, Learnt: canary, Due: "2026-12-01"}}
	r.Standards = []journal.StandardNote{{ID: "S1", Standard: "x/y", Note: canary}}
	return r
}

func TestVault_writesNoWordAnywhereInTheClear(t *testing.T) {
	p := newPlace(t)
	everything := filepath.Dir(filepath.Dir(p.path))
	v := p.create()
	w := NewWriter(v, newAlarmClock(p.clock))
	for i := range 5 {
		w.Put(filled(i, p.clock.Now()))
		ok(t, w.Flush(background))
		_, err := w.File(background, filled(i, p.clock.Now()).ID, WhyLeft)
		ok(t, err)
	}
	w.Put(filled(0, p.clock.Now()))
	ok(t, w.Close(background))
	ok(t, v.SetSetting(background, canary, []byte(canary)))
	ok(t, v.SetComeBack(background, ComeBack{Screen: canary, Step: canary}))
	ok(t, v.SetHold(background, filled(1, time.Time{}).ID, canary))
	ok(t, v.Trash(background, filled(2, time.Time{}).ID))
	ok(t, v.NoteImport(background, canary, canary, canary, filled(1, time.Time{}).ID))
	_, err := v.KeepWalk(background, journal.Walk{ID: canary, Title: canary})
	ok(t, err)
	_, err = v.Search(background, Query{Words: canary})
	ok(t, err)
	_, err = v.Rescue(filled(4, p.clock.Now()), 1)
	ok(t, err)
	nowhere(t, everything) // while it is open
	_, err = v.Drill(background, everything)
	ok(t, err)
	ok(t, v.Close(background))
	nowhere(t, everything)
}

// nowhere looks for the canary in every file and file name below a folder, as
// UTF-8 and UTF-16.
func nowhere(t *testing.T, folder string) {
	t.Helper()
	var wide []byte
	for _, unit := range utf16.Encode([]rune(canary)) {
		wide = binary.LittleEndian.AppendUint16(wide, unit)
	}
	files := 0
	ok(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || strings.Contains(path, canary) {
			return errors.Join(err, fmt.Errorf("%s is named for it", path))
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		files++
		file := readFile(t, path)
		if bytes.Contains(file, []byte(canary)) || bytes.Contains(file, wide) || bytes.Contains(file, wide[1:]) {
			t.Errorf("%s holds it", entry.Name())
		}
		return nil
	}))
	if files < 3 {
		t.Errorf("only %d files were looked through", files)
	}
}

func TestErrors_holdNoWordOfAPerson(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := filled(1, p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	cancelled, cancel := context.WithCancel(background)
	cancel()
	var all []error
	note := func(err error) { all = append(all, err) }
	_, err = v.Save(background, r, 9, WhySaved)
	note(err)
	_, err = v.SaveDraft(cancelled, r, 1)
	note(err)
	_, err = v.Revision(r.ID, 99)
	note(err)
	_, err = v.Erase(background, r.ID)
	note(err)
	note(v.ConfirmRecovery(background, canary))
	r.ID = canary
	_, err = v.SaveDraft(background, r, 0)
	note(err)
	_, err = v.Search(cancelled, Query{Words: canary})
	note(err)
	ok(t, v.Forget())
	_, err = v.SaveDraft(background, filled(1, time.Time{}), 0)
	note(err)
	damageRecord(t, p.path)
	_, err = p.open()
	note(err)
	for i, err := range all {
		told, _ := Explain(err)
		if err != nil && (strings.Contains(err.Error(), canary) || strings.Contains(told.String(), canary)) {
			t.Errorf("error %d: %v", i, err)
		}
	}
}

func TestForget_dropsKeysAndAnswersNothingMore(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	_, err := v.Save(background, filled(1, p.clock.Now()), 0, WhySaved)
	ok(t, err)
	_, err = v.Search(background, Query{Words: canary})
	ok(t, err)
	master, keys := v.master, v.keys
	ok(t, v.Forget())
	ok(t, v.Forget())
	if *master != (seal.Key{}) || *keys != (seal.Keys{Vault: keys.Vault, Epoch: keys.Epoch}) {
		t.Error("a key is left")
	}
	if len(v.List()) != 0 || len(v.entries) != 0 || v.search.index != nil || v.walks != nil {
		t.Error("a text is left")
	}
	id := filled(1, time.Time{}).ID
	for name, try := range map[string]func() error{
		"get":      func() error { _, err := v.Get(background, id); return err },
		"search":   func() error { _, err := v.Search(background, Query{Words: "x"}); return err },
		"save":     func() error { _, err := v.SaveDraft(background, filled(1, time.Time{}), 0); return err },
		"backup":   func() error { _, err := v.Backup(background, filepath.Join(t.TempDir(), "b")); return err },
		"check":    func() error { _, err := v.Check(background); return err },
		"settings": func() error { return v.SetSetting(background, "a", nil) },
		"walk":     func() error { _, err := v.KeptWalk("x"); return err },
		"file":     func() error { _, err := v.File(background, id, WhyLeft); return err },
	} {
		if err := try(); !errors.Is(err, ErrClosed) {
			t.Errorf("%s gave %v", name, err)
		}
	}
}

func TestVault_isForManyAtOnce(t *testing.T) {
	p := placeIn(t, memoryFolder(t))
	v := p.create()
	const people, saves = 8, 25
	var all sync.WaitGroup
	for person := range people {
		all.Add(2)
		go func() {
			defer all.Done()
			for i := range saves {
				r := reflection(person%4, fmt.Sprintf("%d said %d", person, i), p.clock.Now())
				standing, err := v.Standing(r.ID)
				if err != nil && !errors.Is(err, ErrNoReflection) {
					t.Error(err)
				}
				if _, err := v.Save(background, r, standing.Head, WhySaved); err != nil && !errors.Is(err, ErrConflict) {
					t.Error(err)
				}
			}
		}()
		go func() {
			defer all.Done()
			for range saves {
				v.List()
				if _, err := v.Search(background, Query{Words: "said"}); err != nil {
					t.Error(err)
				}
				if _, err := v.Get(background, reflection(person%4, "", time.Time{}).ID); err != nil && !errors.Is(err, ErrNoReflection) {
					t.Error(err)
				}
			}
		}()
	}
	all.Add(1)
	go func() {
		defer all.Done()
		for i := range 3 {
			if _, err := v.Backup(background, filepath.Join(filepath.Dir(p.path), fmt.Sprint(i))); err != nil {
				t.Error(err)
			}
			if _, err := v.Compact(background); err != nil {
				t.Error(err)
			}
		}
	}()
	all.Wait()
	total := 0
	for i := range 4 {
		revisions, err := v.Revisions(reflection(i, "", time.Time{}).ID)
		ok(t, err)
		for j, r := range revisions {
			if int(r.Number) != len(revisions)-j {
				t.Errorf("revision %d is missing", len(revisions)-j)
			}
		}
		total += len(revisions)
	}
	if total < people*saves/4 {
		t.Errorf("only %d of %d saves won", total, people*saves)
	}
	if checked, err := v.Check(background); err != nil || len(checked.Findings) != 0 {
		t.Errorf("%+v, %v", checked, err)
	}
}

func TestSynced_knowsFoldersThatCopyThingsAway(t *testing.T) {
	for path, want := range map[string]string{
		"/home/a/OneDrive - Anywhere Council/Documents/vault.db": "OneDrive",
		"/home/a/Dropbox/vault.db":                               "Dropbox",
		"/Users/a/Library/Mobile Documents/x/vault.db":           "iCloud",
		"/Users/a/Library/CloudStorage/GoogleDrive/vault.db":     "a cloud service",
		"/home/a/.local/share/sounding/vault.db":                 "",
		"/home/a/dropboxing-notes.db":                            "",
	} {
		if got := Synced(filepath.FromSlash(path)); got != want {
			t.Errorf("%s: %q, not %q", path, got, want)
		}
	}
	t.Setenv("OneDrive", filepath.FromSlash("/moved/docs"))
	if got := Synced(filepath.FromSlash("/moved/docs/a/vault.db")); got != "OneDrive" {
		t.Errorf("a moved OneDrive: %q", got)
	}
}

func TestDemo_hasAKeyInMemoryAlone(t *testing.T) {
	p := newPlace(t)
	v, err := CreateDemo(p.path, p.options)
	ok(t, err)
	_, err = v.Save(background, reflection(1, "words", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	ok(t, v.Forget())
	locked, err := Open(p.path, p.options)
	ok(t, err)
	defer func() { ok(t, locked.Close()) }()
	if _, err := locked.Unlock([]byte("")); !errors.Is(err, ErrNoSuchSlot) {
		t.Errorf("unlocking it gave %v", err)
	}
}

// Migration: a vault of a made-up format 0 becomes format 1 whichever of its
// saves is the last that arrives.
func TestMigration_goesOnWhereItWasCutShort(t *testing.T) {
	const reflections, batch = 12, 5
	upgrade := func(applied *int, failAt int) []migration {
		return []migration{{to: 1, next: func(v *Vault) ([]engine.Op, error) {
			if *applied == failAt {
				return nil, errors.New("the lights went out")
			}
			*applied++
			var ops []engine.Op
			for _, e := range v.entries {
				if e.mark.Keeping == Thin || len(ops) == batch {
					continue
				}
				e.mark.Keeping = Thin
				op, err := v.sealMark(e.raw, mark{V: markVersion, Keeping: Thin})
				if err != nil {
					return nil, err
				}
				ops = append(ops, op)
			}
			return ops, nil
		}}}
	}
	for failAt := range reflections/batch + 3 {
		p := newPlace(t)
		v := p.create()
		for i := range reflections {
			_, err := v.Save(background, reflection(i, "words", p.clock.Now()), 0, WhySaved)
			ok(t, err)
		}
		header := *v.header
		header.Format, header.MinReader, header.MinWriter = 0, 0, 0
		ok(t, v.writeHeaderForTest(header))
		ok(t, v.Forget())

		applied := 0
		p.options.steps = upgrade(&applied, failAt)
		whole, err := p.open()
		if (err == nil) != (failAt > reflections/batch+1) {
			t.Fatalf("cut short at %d: %v", failAt, err)
		}
		if err == nil {
			ok(t, whole.Forget())
		}
		p.clock.Move(time.Hour)
		p.options.steps = upgrade(new(int), -1)
		v = p.mustOpen()
		if v.header.Format != 1 || len(v.List()) != reflections {
			t.Errorf("cut short at %d: format %d, %d reflections", failAt, v.header.Format, len(v.List()))
		}
		for _, e := range v.entries {
			if e.mark.Keeping != Thin {
				t.Errorf("cut short at %d: one was left out", failAt)
			}
		}
		kept, err := v.keptBeside()
		ok(t, err)
		ok(t, v.Forget())
		if len(kept) != 1 || kept[0].before != "format-1" {
			t.Errorf("cut short at %d: put aside %+v", failAt, kept)
		}
	}
}
