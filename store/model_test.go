package store

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sounding/journal"
	"sounding/store/seal"
)

// model is what a vault should hold, in the plainest form.
type model struct {
	reflections map[journal.ID]*modelled
	erased      map[journal.ID]bool
}

type modelled struct {
	revisions []string // revision n is at n-1
	draft     *string
	base      int
	trashed   bool
	held      bool
}

func (m *model) clone() *model {
	out := &model{reflections: map[journal.ID]*modelled{}, erased: map[journal.ID]bool{}}
	for id, r := range m.reflections {
		copied := *r
		copied.revisions = slices.Clone(r.revisions)
		out.reflections[id] = &copied
	}
	for id := range m.erased {
		out.erased[id] = true
	}
	return out
}

// modelRun is one run of the model test: a vault, what it should hold, and the
// backups made so far with what they should hold.
type modelRun struct {
	t       *rapid.T
	place   *testPlace
	vault   *Vault
	model   *model
	backups []modelBackup
	serial  int
	epoch   uint32 // of the vault's key
	did     map[string]int
}

type modelBackup struct {
	path  string
	model *model
	epoch uint32
}

func TestVault_isWhatAPlainModelIs(t *testing.T) {
	folder := memoryFolder(t)
	runs := 0
	did := map[string]int{}
	atLeast(t, 1000)
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		run := startModel(t, rt, filepath.Join(folder, fmt.Sprint(runs)))
		run.did = did
		defer run.end()
		steps := map[string]func(*rapid.T){
			"": run.check, "draft": run.draft, "file": run.file, "save": run.save, "stale": run.stale,
			"restore revision": run.restoreRevision, "discard": run.discard, "trash": run.trash,
			"hold": run.hold, "erase": run.erase, "clock": run.clock, "lock": run.lock,
			"compact": run.compact, "backup": run.backup, "restore whole": run.restoreWhole,
			"restore chosen": run.restoreChosen, "rotate": run.rotate, "keep": run.keep,
		}
		rt.Repeat(steps)
	})
	t.Logf("%d runs, of which there were: %v", runs, did)
	for _, what := range []string{"erased", "restored", "restored what was erased", "chosen", "conflict", "thinned", "rotated"} {
		if runs >= 1000 && did[what] < 5 {
			t.Errorf("%q came up only %d times", what, did[what])
		}
	}
}

// atLeast has rapid try that many times in this test, unless it was told a
// number of its own or to be short.
func atLeast(t *testing.T, checks int) {
	asked := flag.Lookup("rapid.checks")
	before := asked.Value.String()
	if before != asked.DefValue || testing.Short() {
		return
	}
	ok(t, asked.Value.Set(fmt.Sprint(checks)))
	t.Cleanup(func() { ok(t, asked.Value.Set(before)) })
}

// memoryFolder is a folder in memory where there is one: thousands of flushes
// of files that need not last.
func memoryFolder(t testing.TB) string {
	folder, err := os.MkdirTemp("/dev/shm", "sounding-store-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { ok(t, os.RemoveAll(folder)) })
	return folder
}

func startModel(t *testing.T, rt *rapid.T, folder string) *modelRun {
	p := placeIn(t, folder)
	p.options.Backups = []string{filepath.Join(folder, "backups")}
	run := &modelRun{t: rt, place: p, model: &model{reflections: map[journal.ID]*modelled{}, erased: map[journal.ID]bool{}}, epoch: 1}
	master := testMaster
	n, err := newVaultWith(p.options.settled(), &master)
	run.ok(err)
	run.vault, err = n.create(p.path)
	run.ok(err)
	return run
}

func (run *modelRun) ok(err error) {
	if err != nil {
		run.t.Helper()
		run.t.Fatal(err)
	}
}

func (run *modelRun) end() {
	run.ok(run.vault.Forget())
	if err := os.RemoveAll(filepath.Dir(filepath.Dir(run.place.path))); err != nil {
		run.t.Fatal(err)
	}
}

// id draws one of a few ids, so that steps meet.
func (run *modelRun) id(t *rapid.T) journal.ID {
	return reflection(rapid.IntRange(1, 3).Draw(t, "reflection"), "", time.Time{}).ID
}

func (run *modelRun) words() string {
	run.serial++
	return fmt.Sprintf("words %d", run.serial)
}

func (run *modelRun) with(id journal.ID, words string) journal.Reflection {
	r := reflection(1, words, run.place.clock.Now())
	r.ID = id
	return r
}

func (run *modelRun) check(t *rapid.T) {
	for id, want := range run.model.reflections {
		got, err := run.vault.Get(background, id)
		run.ok(err)
		now := want.now()
		if text(got) != now {
			t.Fatalf("%s: %q, not %q", id[:4], text(got), now)
		}
		standing, err := run.vault.Standing(id)
		run.ok(err)
		if int(standing.Head) != len(want.revisions) || standing.Draft != (want.draft != nil) || standing.Trashed.IsZero() == want.trashed {
			t.Fatalf("%s stands %+v, not %+v", id[:4], standing, want)
		}
	}
	if got := len(run.vault.List()) + len(run.vault.Trashed()); got != len(run.model.reflections) {
		t.Fatalf("%d reflections, not %d", got, len(run.model.reflections))
	}
}

func (m *modelled) now() string {
	if m.draft != nil {
		return *m.draft
	}
	return m.revisions[len(m.revisions)-1]
}

func (run *modelRun) draft(t *rapid.T) {
	id, words := run.id(t), run.words()
	have := run.model.reflections[id]
	base := 0
	if have != nil {
		base = len(have.revisions)
		if have.draft != nil {
			base = have.base
		} else if base > 0 && rapid.Bool().Draw(t, "from an older revision") {
			base--
		}
	}
	_, err := run.vault.SaveDraft(background, run.with(id, words), uint64(base))
	if run.model.erased[id] {
		if !errors.Is(err, ErrErased) {
			t.Fatalf("writing what was erased gave %v", err)
		}
		return
	}
	run.ok(err)
	if have == nil {
		have = &modelled{}
		run.model.reflections[id] = have
	}
	have.draft, have.base = &words, base
}

func (run *modelRun) file(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	number, err := run.vault.File(background, id, WhyLeft)
	switch {
	case have == nil:
		if !errors.Is(err, ErrNoReflection) {
			t.Fatalf("filing nothing gave %v", err)
		}
	case have.draft != nil && have.base != len(have.revisions):
		if !errors.Is(err, ErrConflict) {
			t.Fatalf("filing a stale draft gave %v", err)
		}
		run.did["conflict"]++
		_, err = run.vault.FileOver(background, id, WhyLeft)
		run.ok(err)
		have.fileDraft()
	default:
		run.ok(err)
		have.fileDraft()
		if int(number) != len(have.revisions) {
			t.Fatalf("filed as %d, not %d", number, len(have.revisions))
		}
	}
}

func (m *modelled) fileDraft() {
	if m.draft != nil {
		m.revisions, m.draft = append(m.revisions, *m.draft), nil
	}
}

func (run *modelRun) save(t *rapid.T) {
	id, words := run.id(t), run.words()
	have := run.model.reflections[id]
	base := 0
	if have != nil {
		base = len(have.revisions)
	}
	_, err := run.vault.Save(background, run.with(id, words), uint64(base), WhySaved)
	switch {
	case run.model.erased[id]:
		if !errors.Is(err, ErrErased) {
			t.Fatalf("saving what was erased gave %v", err)
		}
	case have != nil && have.draft != nil:
		if !errors.Is(err, ErrConflict) {
			t.Fatalf("saving over a draft gave %v", err)
		}
	default:
		run.ok(err)
		if have == nil {
			have = &modelled{}
			run.model.reflections[id] = have
		}
		have.revisions = append(have.revisions, words)
	}
}

func (run *modelRun) stale(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have == nil {
		return
	}
	wrong := uint64(len(have.revisions) + 1)
	if _, err := run.vault.Save(background, run.with(id, "stale"), wrong, WhySaved); !errors.Is(err, ErrConflict) {
		t.Fatalf("a stale save gave %v", err)
	}
}

func (run *modelRun) restoreRevision(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have == nil || len(have.revisions) == 0 {
		return
	}
	number := rapid.IntRange(1, len(have.revisions)).Draw(t, "number")
	words := have.revisions[number-1]
	_, err := run.vault.RestoreRevision(background, id, uint64(number))
	if words == "" {
		if !errors.Is(err, ErrNoRevision) {
			t.Fatalf("restoring what was thinned gave %v", err)
		}
		return
	}
	run.ok(err)
	have.fileDraft()
	have.revisions = append(have.revisions, words)
}

func (run *modelRun) discard(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have == nil {
		return
	}
	run.ok(run.vault.DiscardDraft(background, id))
	if len(have.revisions) > 0 {
		have.draft = nil
	}
}

func (run *modelRun) trash(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have == nil {
		return
	}
	if have.trashed {
		run.ok(run.vault.Untrash(background, id))
	} else {
		run.ok(run.vault.Trash(background, id))
	}
	have.trashed = !have.trashed
}

func (run *modelRun) hold(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have == nil {
		return
	}
	if have.held {
		run.ok(run.vault.ReleaseHold(background, id))
	} else {
		run.ok(run.vault.SetHold(background, id, "asked for"))
	}
	have.held = !have.held
}

func (run *modelRun) erase(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have != nil && !have.trashed && rapid.Bool().Draw(t, "trash it first") {
		run.ok(run.vault.Trash(background, id))
		have.trashed = true
	}
	_, err := run.vault.Erase(background, id)
	switch {
	case have == nil:
		if !errors.Is(err, ErrNoReflection) {
			t.Fatalf("erasing nothing gave %v", err)
		}
	case have.held:
		if !errors.Is(err, ErrHold) {
			t.Fatalf("erasing what is held gave %v", err)
		}
	case !have.trashed:
		if !errors.Is(err, ErrNotTrashed) {
			t.Fatalf("erasing what is not in the trash gave %v", err)
		}
	default:
		run.ok(err)
		delete(run.model.reflections, id)
		run.model.erased[id] = true
		run.did["erased"]++
	}
}

func (run *modelRun) clock(t *rapid.T) {
	hours := rapid.IntRange(-100, 1000).Draw(t, "hours")
	run.place.clock.Move(time.Duration(hours) * time.Hour)
}

func (run *modelRun) lock(t *rapid.T) {
	if rapid.Bool().Draw(t, "close") {
		run.ok(run.vault.Close(background))
	} else {
		run.ok(run.vault.Forget())
	}
	run.reopen()
}

func (run *modelRun) reopen() {
	locked, err := Open(run.place.path, run.place.options)
	run.ok(err)
	master := testMaster
	if run.epoch > 1 {
		master = rotatedMaster(run.epoch)
	}
	run.vault, err = locked.unlock(&master)
	run.ok(err)
}

func (run *modelRun) compact(*rapid.T) {
	_, err := run.vault.Compact(background)
	run.ok(err)
}

func (run *modelRun) backup(*rapid.T) {
	run.serial++
	path := filepath.Join(filepath.Dir(run.place.path), "..", "copies", fmt.Sprint(run.serial))
	_, err := run.vault.Backup(background, path)
	run.ok(err)
	run.backups = append(run.backups, modelBackup{path: path, model: run.model.clone(), epoch: run.epoch})
}

func (run *modelRun) restoreWhole(t *rapid.T) {
	if len(run.backups) == 0 {
		return
	}
	b := run.backups[len(run.backups)-1]
	if rapid.Bool().Draw(t, "older") {
		b = rapid.SampledFrom(run.backups).Draw(t, "backup")
	}
	_, err := run.vault.RestoreWhole(background, b.path)
	if b.epoch != run.epoch {
		if !errors.Is(err, ErrOtherKey) {
			t.Fatalf("restoring from under another key gave %v", err)
		}
		return
	}
	run.ok(err)
	erased := run.model.erased
	run.model = b.model.clone()
	run.did["restored"]++
	for id := range erased {
		if run.model.reflections[id] != nil {
			run.did["restored what was erased"]++
		}
		delete(run.model.reflections, id)
		run.model.erased[id] = true
	}
}

func (run *modelRun) restoreChosen(t *rapid.T) {
	if len(run.backups) == 0 {
		return
	}
	b, id := rapid.SampledFrom(run.backups).Draw(t, "backup"), run.id(t)
	theirs := b.model.reflections[id]
	_, err := run.vault.RestoreChosen(background, b.path, []journal.ID{id})
	switch {
	case b.epoch != run.epoch:
		if !errors.Is(err, ErrOtherKey) {
			t.Fatalf("restoring from under another key gave %v", err)
		}
	case theirs == nil:
		if !errors.Is(err, ErrNoReflection) {
			t.Fatalf("restoring what is not there gave %v", err)
		}
	case run.model.erased[id]:
		if !errors.Is(err, ErrErased) {
			t.Fatalf("restoring what was erased gave %v", err)
		}
	default:
		run.ok(err)
		have := run.model.reflections[id]
		if have == nil {
			have = &modelled{}
			run.model.reflections[id] = have
		}
		have.fileDraft()
		have.revisions = append(have.revisions, theirs.now())
		run.did["chosen"]++
	}
}

// rotatedMaster is the key after a rotation of the test's own, which leaves the
// slots out: a derivation a step would take hours.
func rotatedMaster(epoch uint32) seal.Key { return seal.Key{byte(epoch), 9} }

func (run *modelRun) rotate(*rapid.T) {
	run.vault.upkeep.Lock()
	defer run.vault.upkeep.Unlock()
	run.vault.write.Lock()
	defer run.vault.write.Unlock()
	run.epoch++
	master := rotatedMaster(run.epoch)
	next, err := run.vault.nextEpoch(&master)
	run.ok(err)
	run.ok(run.vault.rotateTo(background, next))
	run.did["rotated"]++
}

func (run *modelRun) keep(t *rapid.T) {
	id := run.id(t)
	have := run.model.reflections[id]
	if have == nil {
		return
	}
	gone, err := run.vault.SetKeeping(background, id, LastOnly)
	if have.held {
		if !errors.Is(err, ErrHold) {
			t.Fatalf("thinning what is held gave %v", err)
		}
		return
	}
	run.ok(err)
	_, err = run.vault.SetKeeping(background, id, KeepAll)
	run.ok(err)
	want := 0
	run.did["thinned"] += gone
	for i, words := range have.revisions {
		if words != "" && i < len(have.revisions)-1 {
			want++
			have.revisions[i] = ""
		}
	}
	if gone != want {
		t.Fatalf("%d revisions went, not %d", gone, want)
	}
	revisions, err := run.vault.Revisions(id)
	run.ok(err)
	if len(have.revisions) > 0 && (len(revisions) != 1 || int(revisions[0].Number) != len(have.revisions)) {
		t.Fatalf("%+v is left of %d", revisions, len(have.revisions))
	}
}
