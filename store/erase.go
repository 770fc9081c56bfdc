package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// Still is a place that may still hold what was erased, until when at most
// (zero where that cannot be known), and why it could not be reached.
type Still struct {
	Path  string
	Until time.Time
	Why   StillWhy
}

// StillWhy says why a place may still hold what was erased.
type StillWhy string

// The reasons.
const (
	StillAway     StillWhy = "away"      // the folder cannot be reached now
	StillOtherKey StillWhy = "other-key" // a backup from before the key was changed
	StillFailed   StillWhy = "failed"    // it could not be changed; see Err of the report
	StillSynced   StillWhy = "synced"    // a service that keeps old versions of its own
	StillGiven    StillWhy = "given"     // exports, bundles and handovers that left the vault
)

// Erased is the report of an erasure.
type Erased struct {
	Reflections []journal.ID
	Revisions   int // revisions and drafts that went with them
	Backups     []string
	Still       []Still
	Err         error // what went wrong with the file's free room, or with a copy
}

// Erase removes reflections for good: revisions, drafts, keys and what is known
// of them, from the vault, from its free room, and from every backup that can
// be reached. They must be in the trash. A tombstone, which holds an id and a
// date, keeps a restored backup from bringing them back. ErrHold: a hold is set
// on one of them, and nothing was erased; ErrNotTrashed likewise.
func (v *Vault) Erase(ctx context.Context, ids ...journal.ID) (Erased, error) {
	return v.EraseWith(ctx, nil, ids...)
}

// EraseWith is Erase, with what the settings hold of these reflections dropped
// in the same save, and from every copy that can be reached; forget may be nil.
func (v *Vault) EraseWith(ctx context.Context, forget Forget, ids ...journal.ID) (Erased, error) {
	if err := ctx.Err(); err != nil {
		return Erased{}, err
	}
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	report, err := v.eraseHere(ids, forget)
	if err != nil {
		return Erased{}, fmt.Errorf("erase: %w", err)
	}
	copies, err := v.copies()
	report.Err = errors.Join(report.Err, err)
	for _, path := range copies {
		if err := v.eraseInCopy(ctx, path, ids, forget); err != nil {
			report.add(path, err, v.options.Now())
			continue
		}
		report.Backups = append(report.Backups, path)
	}
	report.Still = append(report.Still, v.outOfReach()...)
	return report, nil
}

// add notes a copy that could not be changed.
func (r *Erased) add(path string, err error, now time.Time) {
	still := Still{Path: path, Until: now.Add(oldestKept), Why: StillFailed}
	if errors.Is(err, ErrOtherKey) {
		still.Why = StillOtherKey
	} else {
		r.Err = errors.Join(r.Err, fmt.Errorf("erase in %s: %w", filepath.Base(path), err))
	}
	r.Still = append(r.Still, still)
}

// eraseHere erases in the vault itself and compacts it.
func (v *Vault) eraseHere(ids []journal.ID, forget Forget) (Erased, error) {
	v.write.Lock()
	defer v.write.Unlock()
	report := Erased{Reflections: ids}
	if err := v.mayErase(ids); err != nil {
		return Erased{}, err
	}
	var ops []engine.Op
	for _, id := range ids {
		cells, records, err := v.cellsOf(v.entries[id].raw)
		if err != nil {
			return Erased{}, err
		}
		tomb, err := v.sealTomb(v.entries[id].raw, v.options.Now())
		if err != nil {
			return Erased{}, err
		}
		ops, report.Revisions = append(append(ops, cells...), tomb), report.Revisions+records
	}
	place, err := v.forgetPlace(ids)
	if err != nil {
		return Erased{}, err
	}
	left, settings, err := v.settingsWithout(forget)
	if err != nil {
		return Erased{}, err
	}
	ops = append(append(ops, place...), settings...)
	if err := v.noted(ops, Event{What: EventErased, Reflections: ids}); err != nil {
		return Erased{}, err
	}
	v.keepSettings(left)
	v.drop(ids)
	if err := v.dropRescues(ids); err != nil {
		return Erased{}, err
	}
	v.loose = true // until the file has been compacted, its free room holds the text
	_, report.Err = v.compact()
	return report, nil
}

// mayErase gives the reason why reflections may not be erased, if there is one.
func (v *Vault) mayErase(ids []journal.ID) error {
	for _, id := range ids {
		e, err := v.find(id)
		if err != nil {
			return err
		}
		if err := v.held(e); err != nil {
			return err
		}
		if !e.trashed() {
			return ErrNotTrashed
		}
	}
	return nil
}

// cellsOf gives the ops that remove every cell of a reflection, and how many of
// those are revisions and drafts.
func (v *Vault) cellsOf(raw rawID) (ops []engine.Op, records int, err error) {
	for _, bucket := range []engine.Bucket{bucketRecords, bucketDrafts, bucketMarks, bucketKeys} {
		err := v.engine.Scan(bucket, raw[:], func(cell engine.Cell) error {
			ops = append(ops, remove(bucket, cell.Key))
			if bucket == bucketRecords || bucket == bucketDrafts {
				records++
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	imports, err := v.importsOf(idOf(raw))
	return append(ops, imports...), records, err
}

// forgetPlace drops where to come back to, if that is in what is being erased.
func (v *Vault) forgetPlace(ids []journal.ID) ([]engine.Op, error) {
	var to ComeBack
	if err := v.record(keyComeBack, &to); err != nil {
		return nil, err
	}
	for _, id := range ids {
		if to.Reflection == id {
			return []engine.Op{remove(bucketMeta, []byte(keyComeBack))}, nil
		}
	}
	return nil, nil
}

// drop forgets erased reflections in memory.
func (v *Vault) drop(ids []journal.ID) {
	v.state.Lock()
	defer v.state.Unlock()
	for _, id := range ids {
		delete(v.entries, id)
		v.search.stale(id)
	}
	v.order, v.sorted = nil, false
}

// dropRescues removes the rescue files of erased reflections.
func (v *Vault) dropRescues(ids []journal.ID) error {
	var failed error
	for _, id := range ids {
		raw, err := id.Bytes()
		if err != nil {
			return err
		}
		for _, folder := range v.rescueFolders() {
			failed = errors.Join(failed, removeFile(filepath.Join(folder, v.rescueName(raw))))
		}
	}
	return failed
}

// copies lists every copy of the vault that is known and can be reached: its
// backups, and what restoring and migrating kept beside it.
func (v *Vault) copies() ([]string, error) {
	var out []string
	backups, err := v.Backups()
	for _, backup := range backups {
		out = append(out, backup.Path)
	}
	kept, keptErr := v.keptBeside()
	for _, file := range kept {
		out = append(out, file.path)
	}
	return out, errors.Join(err, keptErr)
}

// eraseInCopy erases in a copy, by way of a changed copy of the copy that takes
// its place once it is proved.
func (v *Vault) eraseInCopy(ctx context.Context, path string, ids []journal.ID, forget Forget) error {
	copy, err := v.openCopy(ctx, path)
	if err != nil {
		return err
	}
	holds := false
	for _, id := range ids {
		_, has := copy.found.entries[id]
		holds = holds || has
	}
	if !holds && !forget.finds(copy.found.settings) {
		return copy.close()
	}
	return v.changeCopy(ctx, copy, func(other *Vault) error { return other.eraseAgain(ids, forget, v.options.Now()) })
}

// changeCopy changes an opened copy by way of a copy of it, which takes its
// place when it has been compacted and everything in it was proved.
func (v *Vault) changeCopy(ctx context.Context, copy *openedCopy, change func(*Vault) error) error {
	path := copy.verified.Path
	changed := path + partSuffix
	err := removeFile(changed)
	if err == nil {
		_, err = copy.engine.(filed).Compact(changed)
	}
	if err = errors.Join(err, copy.close()); err == nil {
		err = v.changeFile(changed, change)
	}
	if err == nil {
		_, err = v.verify(ctx, changed)
	}
	if err == nil {
		err = os.Rename(changed, path)
	}
	if err != nil {
		return errors.Join(err, removeFile(changed))
	}
	return flushFolder(filepath.Dir(path))
}

// changeFile changes a file that nobody else knows of yet, and compacts it.
func (v *Vault) changeFile(path string, change func(*Vault) error) error {
	other, err := v.openBeside(path)
	if err != nil {
		return err
	}
	other.write.Lock()
	defer other.write.Unlock()
	if err = change(other); err == nil {
		_, err = other.compact()
	}
	return errors.Join(err, other.release(), removeFile(path+lockSuffix))
}

// eraseAgain erases in a copy what was erased in the vault.
func (v *Vault) eraseAgain(ids []journal.ID, forget Forget, now time.Time) error {
	var ops []engine.Op
	for _, id := range ids {
		e := v.entries[id]
		if e == nil {
			continue
		}
		cells, _, err := v.cellsOf(e.raw)
		if err != nil {
			return err
		}
		tomb, err := v.sealTomb(e.raw, now)
		if err != nil {
			return err
		}
		ops = append(append(ops, cells...), tomb)
	}
	_, settings, err := v.settingsWithout(forget)
	if err != nil {
		return err
	}
	return v.noted(append(ops, settings...), Event{What: EventErased, Reflections: ids})
}

// RenewBackups gives every backup that can be reached the slots that the vault
// has now, so that the present passphrase and recovery code open it and the old
// ones do not. It gives the backups that were changed.
func (v *Vault) RenewBackups(ctx context.Context) ([]string, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.state.RLock()
	header := *v.header
	v.state.RUnlock()
	paths, err := v.copies()
	var renewed []string
	for _, path := range paths {
		copy, failed := v.openCopy(ctx, path)
		if failed == nil {
			failed = v.changeCopy(ctx, copy, func(other *Vault) error {
				return other.writeHeader(header, EventPassphrase, nil)
			})
		}
		if failed != nil {
			err = errors.Join(err, fmt.Errorf("renew %s: %w", filepath.Base(path), failed))
			continue
		}
		renewed = append(renewed, path)
	}
	return renewed, err
}

// lockSuffix is what the engine adds to a file's name for its lock.
const lockSuffix = ".lock"

// openBeside opens a copy of this vault for writing, with the key in memory and
// none of the vault's own places.
func (v *Vault) openBeside(path string) (*Vault, error) {
	options := v.options
	options.Anchors, options.Backups, options.Rescue, options.Ballast = "", nil, "", -1
	locked, err := Open(path, options)
	if err != nil {
		return nil, err
	}
	v.state.RLock()
	closed := v.closed
	var master seal.Key
	if !closed {
		master = *v.master
	}
	v.state.RUnlock()
	if closed {
		return nil, errors.Join(ErrClosed, locked.Close())
	}
	other, err := locked.unlock(&master)
	if err != nil {
		return nil, errors.Join(err, locked.Close())
	}
	return other, nil
}

// outOfReach names what may still hold what was erased.
func (v *Vault) outOfReach() []Still {
	var out []Still
	for _, folder := range v.options.Backups {
		if _, err := os.Stat(folder); err != nil {
			out = append(out, Still{Path: folder, Until: v.options.Now().Add(oldestKept), Why: StillAway})
			continue
		}
		if Synced(folder) != "" {
			out = append(out, Still{Path: folder, Why: StillSynced})
		}
	}
	if v.path != "" && Synced(v.path) != "" {
		out = append(out, Still{Path: v.path, Why: StillSynced})
	}
	return append(out, Still{Why: StillGiven})
}
