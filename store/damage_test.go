package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

const damagePage = 4096

// damages are thirteen ways in which a file comes to harm. older is the same
// vault some saves before.
func damages() map[string]func(r *rand.Rand, file, older []byte) []byte {
	page := func(r *rand.Rand, file []byte) int { return r.IntN(len(file)/damagePage) * damagePage }
	return map[string]func(r *rand.Rand, file, older []byte) []byte{
		"a bit flipped": func(r *rand.Rand, file, _ []byte) []byte { file[r.IntN(len(file))] ^= 1 << r.IntN(8); return file },
		"a byte changed in the title pages": func(r *rand.Rand, file, _ []byte) []byte {
			file[r.IntN(2)*damagePage+r.IntN(80)] = byte(r.Uint32())
			return file
		},
		"64 bytes of noise": func(r *rand.Rand, file, _ []byte) []byte {
			at := r.IntN(len(file) - 64)
			for i := range 64 {
				file[at+i] = byte(r.Uint32())
			}
			return file
		},
		"a page of zeros": func(r *rand.Rand, file, _ []byte) []byte {
			at := page(r, file)
			clear(file[at : at+damagePage])
			return file
		},
		"a sector of zeros": func(r *rand.Rand, file, _ []byte) []byte {
			at := r.IntN(len(file)/512) * 512
			clear(file[at : at+512])
			return file
		},
		"two pages swapped": func(r *rand.Rand, file, _ []byte) []byte {
			a, b := page(r, file), page(r, file)
			kept := bytes.Clone(file[a : a+damagePage])
			copy(file[a:], file[b:b+damagePage])
			copy(file[b:], kept)
			return file
		},
		"a page over another": func(r *rand.Rand, file, _ []byte) []byte {
			a, b := page(r, file), page(r, file)
			copy(file[a:a+damagePage], file[b:b+damagePage])
			return file
		},
		"a page of an older file": func(r *rand.Rand, file, older []byte) []byte {
			at := page(r, older[:min(len(older), len(file))])
			copy(file[at:at+damagePage], older[at:at+damagePage])
			return file
		},
		"half of an older file": func(r *rand.Rand, file, older []byte) []byte {
			at := page(r, older[:min(len(older), len(file))])
			copy(file[at:], older[at:])
			return file
		},
		"cut short":          func(r *rand.Rand, file, _ []byte) []byte { return file[:r.IntN(len(file))] },
		"cut at a page":      func(r *rand.Rand, file, _ []byte) []byte { return file[:page(r, file)] },
		"zeros to the end":   func(r *rand.Rand, file, _ []byte) []byte { clear(file[r.IntN(len(file)):]); return file },
		"a whole older file": func(_ *rand.Rand, _, older []byte) []byte { return older },
	}
}

// specimen is a vault with a history, the file of an earlier day, and what is
// in the newest.
type specimen struct {
	place *testPlace
	file  []byte
	older []byte
	want  map[journal.ID]string
	vault seal.VaultID
}

func newSpecimen(t *testing.T) *specimen {
	p := placeIn(t, memoryFolder(t))
	p.options.Backups = nil
	v := p.create()
	s := &specimen{place: p, want: map[journal.ID]string{}, vault: v.header.Vault}
	random := rand.New(rand.NewPCG(5, 6))
	change := func(n int) {
		words := fmt.Sprintf("words %d %x", n, make([]byte, random.IntN(3000)))
		r := reflection(random.IntN(60), words, p.clock.Now())
		base := uint64(0)
		if standing, err := v.Standing(r.ID); err == nil {
			base = standing.Head
		}
		var err error
		if random.IntN(3) == 0 {
			_, err = v.SaveDraft(background, r, base)
		} else if _, err = v.File(background, r.ID, WhyLeft); err == nil || errors.Is(err, ErrNoReflection) {
			if standing, gone := v.Standing(r.ID); gone == nil {
				base = standing.Head
			}
			_, err = v.Save(background, r, base, WhySaved)
		}
		ok(t, err)
		s.want[r.ID] = words
	}
	for n := range 120 {
		change(n)
	}
	s.older = readFile(t, p.path)
	for n := range 30 {
		change(1000 + n)
	}
	ok(t, v.Close(background))
	s.file = readFile(t, p.path)
	return s
}

// try opens a changed file and says what came of it: an error, or the right
// content. Anything else fails the test.
func (s *specimen) try(t *testing.T, kind string, file []byte) error {
	ok(t, os.WriteFile(s.place.path, file, 0o600))
	v, err := s.place.open()
	if err != nil {
		return err
	}
	defer func() { ok(t, v.Forget()) }()
	if got := len(v.List()); got != len(s.want) {
		t.Fatalf("%s: it opened without complaint, with %d reflections and not %d", kind, got, len(s.want))
	}
	for id, want := range s.want {
		r, err := v.Get(background, id)
		if err != nil {
			return err
		}
		if text(r) != want {
			t.Fatalf("%s: it opened without complaint, and a reflection is not what was saved", kind)
		}
	}
	return nil
}

func TestDamage_isNeverSilentlyWrong(t *testing.T) {
	s := newSpecimen(t)
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // many small maps come and go
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	sound, refused := 0, map[string]int{}
	for kind, damage := range damages() {
		for range rounds {
			changed := damage(random, bytes.Clone(s.file), bytes.Clone(s.older))
			err := s.try(t, kind, changed)
			if err == nil {
				sound++
				continue
			}
			refused[refusal(t, kind, err)]++
		}
	}
	t.Logf("%d files: right in spite of it %d, refused %v", rounds*len(damages()), sound, refused)
}

// refusal names why a damaged file was refused. An error that is none of these
// has no words for a person.
func refusal(t *testing.T, kind string, err error) string {
	if _, told := Explain(err); !told {
		t.Fatalf("%s: %v is not told in words", kind, err)
	}
	for name, want := range map[string]error{
		"structure": ErrFileDamaged, "not a vault": ErrNotVault, "header": ErrHeaderDamaged,
		"records": ErrDamaged, "rolled back": ErrRolledBack,
	} {
		if errors.Is(err, want) {
			return name
		}
	}
	t.Fatalf("%s: refused with %v", kind, err)
	return ""
}

func TestDamage_ofWhatTheEngineKeepsWhole(t *testing.T) {
	s := newSpecimen(t)
	v, err := s.place.open()
	ok(t, err)
	var records, drafts []engine.Cell
	ok(t, v.engine.Scan(bucketRecords, nil, func(c engine.Cell) error { records = append(records, c); return nil }))
	ok(t, v.engine.Scan(bucketDrafts, nil, func(c engine.Cell) error { drafts = append(drafts, c); return nil }))
	manifest, err := v.engine.Get(bucketMeta, []byte(keyManifest))
	ok(t, err)
	ok(t, v.Forget())
	a, b := records[0], records[len(records)-1]
	next := bytes.Clone(a.Key)
	next[23] += 50
	for name, ops := range map[string][]engine.Op{
		"a record is missing":             {remove(bucketRecords, a.Key)},
		"a draft is missing":              {remove(bucketDrafts, drafts[0].Key)},
		"a key is missing":                {remove(bucketKeys, a.Key[:16])},
		"two records are swapped":         {put(bucketRecords, a.Key, b.Value), put(bucketRecords, b.Key, a.Value)},
		"a record under a later number":   {put(bucketRecords, next, a.Value)},
		"a draft as a record":             {put(bucketRecords, a.Key, drafts[0].Value)},
		"a record as a draft":             {put(bucketDrafts, drafts[0].Key, a.Value)},
		"one key for another":             {put(bucketKeys, a.Key[:16], a.Value[:88])},
		"a cell no vault writes":          {put(bucketMarks, []byte("x"), []byte("y"))},
		"the manifest is gone":            {remove(bucketMeta, []byte(keyManifest))},
		"the manifest at another place":   {put(bucketMeta, []byte(keySettings), manifest)},
		"an empty value":                  {put(bucketRecords, a.Key, nil)},
		"a newer kind of cell":            {put(bucketRecords, a.Key, append([]byte{'R', 2}, a.Value[2:]...))},
		"a reflection is gone altogether": gone(records, drafts, a.Key[:16]),
		"an earlier draft has come back":  {put(bucketDrafts, append(bytes.Clone(drafts[0].Key[:20]), 7), drafts[0].Value)},
	} {
		ok(t, os.WriteFile(s.place.path, s.file, 0o600))
		raw, err := engine.OpenBolt(s.place.path, s.place.options.engine())
		ok(t, err)
		base, err := raw.Sequence()
		ok(t, err)
		_, err = raw.Apply(base, ops)
		ok(t, err)
		ok(t, raw.Close())
		locked, err := Open(s.place.path, s.place.options)
		ok(t, err)
		master := testMaster
		if _, err := locked.unlock(&master); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: unlocking gave %v", name, err)
			ok(t, locked.Close())
			continue
		}
		rest, err := locked.ReadDamaged()
		ok(t, err)
		if len(rest.Findings()) == 0 || Advice(rest.Findings()[0]).Next == "" {
			t.Errorf("%s: found %+v", name, rest.Findings())
		}
		if _, err := rest.SaveDraft(background, reflection(1, "x", time.Time{}), 0); err == nil {
			t.Errorf("%s: a damaged vault was written to", name)
		}
		ok(t, rest.Close(background))
	}
}

func gone(records, drafts []engine.Cell, id []byte) []engine.Op {
	ops := []engine.Op{remove(bucketKeys, id)}
	for _, c := range records {
		if bytes.HasPrefix(c.Key, id) {
			ops = append(ops, remove(bucketRecords, c.Key))
		}
	}
	for _, c := range drafts {
		if bytes.HasPrefix(c.Key, id) {
			ops = append(ops, remove(bucketDrafts, c.Key))
		}
	}
	return ops
}

// recoverable counts the revisions whose own bytes and whose key's bytes are
// still in a file, and how many of them a salvage brought back.
func (s *specimen) recoverable(t *testing.T, file []byte, cells map[string][]byte, keys map[rawID][]byte) (intact, back int) {
	ok(t, os.WriteFile(s.place.path, file, 0o600))
	folder := filepath.Dir(s.place.path)
	wreck := &Wreck{path: s.place.path, options: s.place.options.settled()}
	header := seal.VaultHeader{Format: 1, MinReader: 1, MinWriter: 1, Vault: s.vault, Epoch: 1}
	master := testMaster
	ok(t, wreck.use(&header, &master))
	defer wreck.Close()
	into := filepath.Join(folder, "salvaged")
	_, err := wreck.Into(background, into)
	ok(t, err)
	there := s.place.options
	there.Anchors = ""
	salvaged, err := engine.OpenBolt(into, there.engine())
	ok(t, err)
	for key, cell := range cells {
		if !bytes.Contains(file, cell) || !bytes.Contains(file, keys[rawID([]byte(key))]) {
			continue
		}
		intact++
		if got, err := salvaged.Get(bucketRecords, []byte(key)); err == nil && bytes.Equal(got, cell) {
			back++
		}
	}
	ok(t, salvaged.Close())
	ok(t, errors.Join(os.Remove(into), removeFile(into+lockSuffix)))
	return intact, back
}

func TestSalvage_bringsBackWhatIsStillThere(t *testing.T) {
	s := newSpecimen(t)
	v, err := s.place.open()
	ok(t, err)
	cells, keys := map[string][]byte{}, map[rawID][]byte{}
	ok(t, v.engine.Scan(bucketRecords, nil, func(c engine.Cell) error { cells[string(c.Key)] = c.Value; return nil }))
	ok(t, v.engine.Scan(bucketKeys, nil, func(c engine.Cell) error { keys[rawID(c.Key)] = c.Value; return nil }))
	ok(t, v.Forget())
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 2))
	intact, back := 0, 0
	for kind, damage := range damages() {
		for range 12 {
			changed := damage(random, bytes.Clone(s.file), bytes.Clone(s.older))
			there, saved := s.recoverable(t, changed, cells, keys)
			if saved < there {
				t.Logf("%s: %d of %d", kind, saved, there)
			}
			intact, back = intact+there, back+saved
		}
	}
	rate := 100 * float64(back) / float64(intact)
	t.Logf("%d of %d revisions whose own bytes and key are intact came back: %.2f%%", back, intact, rate)
	if rate < 99 {
		t.Errorf("only %.2f%%", rate)
	}
}

// eraseWithoutCompacting is an erasure that a power cut kept from compacting the
// file: everything of the reflection still lies in free pages.
func eraseWithoutCompacting(t *testing.T, v *Vault, id journal.ID) {
	t.Helper()
	v.write.Lock()
	defer v.write.Unlock()
	ops, _, err := v.cellsOf(v.entries[id].raw)
	ok(t, err)
	tomb, err := v.sealTomb(v.entries[id].raw, v.options.Now())
	ok(t, err)
	ok(t, v.noted(append(ops, tomb), Event{What: EventErased}))
	v.drop([]journal.ID{id})
}

func TestSalvage_makesAVaultThatTheSamePassphraseOpens(t *testing.T) {
	p := newPlace(t)
	v, code, err := Create(p.path, []byte("kettle"), p.options)
	ok(t, err)
	ok(t, v.ChangePassphrase(background, []byte("orchard"))) // the old header lies in a free page
	for i := range 30 {
		_, err := v.Save(background, reflection(i, fmt.Sprintf("words %d", i), p.clock.Now()), 0, WhySaved)
		ok(t, err)
	}
	_, err = v.SaveDraft(background, reflection(3, "a draft", p.clock.Now()), 1)
	ok(t, err)
	ok(t, v.SetSetting(background, "s", []byte("1")))
	ok(t, v.Trash(background, reflection(5, "", time.Time{}).ID))
	ok(t, v.Trash(background, reflection(6, "", time.Time{}).ID))
	eraseWithoutCompacting(t, v, reflection(6, "", time.Time{}).ID)
	ok(t, v.Forget())
	file := readFile(t, p.path)
	clear(file[:2*damagePage]) // both title pages
	ok(t, os.WriteFile(p.path, file, 0o600))
	if _, err := p.open(); !errors.Is(err, ErrFileDamaged) && !errors.Is(err, ErrNotVault) {
		t.Fatalf("opening it gave %v", err)
	}
	if findings, err := Examine(p.path); err == nil && (len(findings) != 1 || findings[0].Code != FoundPages) {
		t.Errorf("examined: %+v", findings)
	}
	wreck, err := OpenWreck(p.path, p.options)
	ok(t, err)
	if err := wreck.Recover(RecoveryCode{1}); !errors.Is(err, ErrWrongRecovery) {
		t.Errorf("a wrong code gave %v", err)
	}
	ok(t, wreck.Recover(code))
	into := filepath.Join(t.TempDir(), "new", "vault.db")
	report, err := wreck.Into(background, into)
	ok(t, err)
	wreck.Close()
	if report.Reflections != 29 || report.Revisions != 29 || report.Drafts != 1 {
		t.Errorf("%+v", report)
	}
	q := *p
	q.path = into
	locked, err := Open(into, q.options)
	ok(t, err)
	saved, err := locked.Unlock([]byte("orchard"))
	ok(t, err)
	defer func() { ok(t, saved.Forget()) }()
	if got, err := saved.Get(background, reflection(3, "", time.Time{}).ID); err != nil || text(got) != "a draft" {
		t.Errorf("%q, %v", text(got), err)
	}
	if value, found := saved.Setting("s"); !found || string(value) != "1" || len(saved.Trashed()) != 1 {
		t.Errorf("setting %s, trash %d", value, len(saved.Trashed()))
	}
	if _, err := saved.SaveDraft(background, reflection(6, "", time.Time{}), 0); !errors.Is(err, ErrErased) {
		t.Errorf("what was erased can be written: %v", err)
	}
}
