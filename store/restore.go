package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// Difference is how a backup differs from the vault, by reflection.
type Difference struct {
	Backup  Verified
	Missing []journal.Summary // in the backup and not in the vault
	Newer   []journal.Summary // the backup's is further than the vault's
	Older   []journal.Summary // the vault's is further than the backup's
	Changed []journal.Summary // neither is further, and they are not the same
	Erased  []journal.ID      // in the backup, and erased here since
	Same    int
	Added   int // in the vault and not in the backup
}

// Compare tells how a backup differs from the vault, without changing either.
func (v *Vault) Compare(ctx context.Context, path string) (Difference, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	copy, err := v.openCopy(ctx, path)
	if err != nil {
		return Difference{}, fmt.Errorf("compare: %w", err)
	}
	d, err := v.compare(copy)
	return d, errors.Join(err, copy.close())
}

func (v *Vault) compare(copy *openedCopy) (Difference, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return Difference{}, ErrClosed
	}
	d := Difference{Backup: copy.verified}
	for id, theirs := range copy.found.entries {
		ours, here := v.entries[id]
		if !here {
			erased, err := v.erased(theirs.raw)
			switch {
			case err != nil:
				return Difference{}, err
			case erased:
				d.Erased = append(d.Erased, id)
			default:
				d.Missing = append(d.Missing, theirs.summary)
			}
			continue
		}
		switch compareEntries(ours, theirs) {
		case same:
			d.Same++
		case furtherHere:
			d.Older = append(d.Older, theirs.summary)
		case furtherThere:
			d.Newer = append(d.Newer, theirs.summary)
		default:
			d.Changed = append(d.Changed, theirs.summary)
		}
	}
	for id := range v.entries {
		if _, there := copy.found.entries[id]; !there {
			d.Added++
		}
	}
	for _, list := range [][]journal.Summary{d.Missing, d.Newer, d.Older, d.Changed} {
		slices.SortFunc(list, func(a, b journal.Summary) int { return b.Updated.Compare(a.Updated) })
	}
	return d, nil
}

type comparison int

const (
	same comparison = iota
	furtherHere
	furtherThere
	apart
)

// compareEntries goes by revisions and by the counters of drafts, never by a
// clock. Both grow along one line of saves unless a backup was restored.
func compareEntries(ours, theirs *entry) comparison {
	switch {
	case ours.head == theirs.head && ours.ring[0] == theirs.ring[0] && ours.headAt.Equal(theirs.headAt):
		return same
	case ours.head == theirs.head && !ours.headAt.Equal(theirs.headAt):
		return apart
	case ours.head > theirs.head || ours.head == theirs.head && ours.ring[0] > theirs.ring[0]:
		return furtherHere
	}
	return furtherThere
}

// RestoreChosen brings reflections back out of a backup, each as it stands
// there: as a new revision of one that is still here, after its draft was
// filed, or as itself. What was erased here stays erased.
func (v *Vault) RestoreChosen(ctx context.Context, path string, ids []journal.ID) (int, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	copy, err := v.openCopy(ctx, path)
	if err != nil {
		return 0, fmt.Errorf("restore: %w", err)
	}
	count, err := v.restoreFrom(ctx, copy, ids)
	return count, errors.Join(err, copy.close())
}

func (v *Vault) restoreFrom(ctx context.Context, copy *openedCopy, ids []journal.ID) (int, error) {
	keys, _, err := v.borrowKeys()
	if err != nil {
		return 0, err
	}
	defer keys.Clear()
	theirs := &Vault{engine: copy.engine, keys: keys, entries: copy.found.entries}
	v.write.Lock()
	defer v.write.Unlock()
	count := 0
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return count, err
		}
		from, ok := theirs.entries[id]
		if !ok {
			return count, fmt.Errorf("restore: %w", ErrNoReflection)
		}
		r, err := theirs.read(from)
		if err != nil {
			return count, fmt.Errorf("restore: %w", err)
		}
		if e := v.entries[id]; e != nil {
			if _, err := v.fileDraft(e, WhyRestored, true); err != nil {
				return count, err
			}
		}
		if _, err := v.addRevision(id, from.raw, &r, head{Why: WhyRestored}); err != nil {
			return count, err
		}
		count++
	}
	return count, v.noted(nil, Event{What: EventRestored, Reflections: ids})
}

// Restored is what restoring a whole vault did.
type Restored struct {
	Backup Verified
	Kept   string // the file as it was before
	Erased int    // erasures that were done again in the restored vault
}

// RestoreWhole puts a backup in the place of the vault's file. The file as it
// was is kept beside it; what was erased here is erased in the restored vault
// too; and the count of saves goes on above the present one, so that neither
// seems to have been put back unawares.
func (v *Vault) RestoreWhole(ctx context.Context, path string) (Restored, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	report, err := v.restoreWhole(ctx, path)
	if err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	return report, nil
}

func (v *Vault) restoreWhole(ctx context.Context, path string) (Restored, error) {
	file, err := v.filed()
	if err != nil {
		return Restored{}, err
	}
	copy, err := v.openCopy(ctx, path)
	if err != nil {
		return Restored{}, err
	}
	report := Restored{Backup: copy.verified}
	next := v.path + restoringSuffix
	if err = removeFile(next); err == nil {
		_, err = copy.engine.(filed).Compact(next)
	}
	if err = errors.Join(err, copy.close()); err != nil {
		return Restored{}, err
	}
	if report.Erased, err = v.carryOver(next); err != nil {
		return Restored{}, errors.Join(err, removeFile(next))
	}
	if report.Kept, err = v.keepAside("restore"); err != nil {
		return Restored{}, errors.Join(err, removeFile(next))
	}
	if err := file.ReplaceWith(next); err != nil {
		return Restored{}, errors.Join(err, removeFile(next))
	}
	if err := v.readAgain(); err != nil {
		return Restored{}, err
	}
	v.anchor.remember(v.keys, v.manifest.Anchor())
	return report, nil
}

// carryOver makes a copy of an older day into what the vault is to be: what was
// erased since is erased in it, the header is the present one, and its count of
// saves continues.
func (v *Vault) carryOver(path string) (int, error) {
	tombs, err := v.tombs()
	if err != nil {
		return 0, err
	}
	other, err := v.openBeside(path)
	if err != nil {
		return 0, err
	}
	other.write.Lock()
	defer other.write.Unlock()
	count, ops, err := other.buryAgain(tombs)
	if err == nil {
		var copies []engine.Op
		copies, err = headerOps(v.header)
		ops = append(ops, copies...)
	}
	if err == nil {
		other.manifest.Sequence = max(other.manifest.Sequence, v.manifest.Sequence)
		err = other.noted(ops, Event{What: EventRestored, Count: len(other.entries) - count})
	}
	if err == nil && count > 0 {
		_, err = other.compact()
	}
	return count, errors.Join(err, other.release(), removeFile(path+lockSuffix))
}

// buryAgain gives the ops that erase what the tombstones name, and the
// tombstones themselves.
func (v *Vault) buryAgain(tombs []tombstone) (count int, ops []engine.Op, err error) {
	for _, tomb := range tombs {
		raw, err := tomb.ID.Bytes()
		if err != nil {
			return 0, nil, err
		}
		if v.entries[tomb.ID] != nil {
			cells, _, err := v.cellsOf(raw)
			if err != nil {
				return 0, nil, err
			}
			ops, count = append(ops, cells...), count+1
		}
		op, err := v.sealTomb(raw, tomb.At)
		if err != nil {
			return 0, nil, err
		}
		ops = append(ops, op)
	}
	return count, ops, nil
}

// keepAside copies the vault's file beside itself, under a name that says
// before what and when, and gives the copy's path.
func (v *Vault) keepAside(before string) (string, error) {
	file, err := v.filed()
	if err != nil {
		return "", err
	}
	kept := keptName(v.path, before, v.options.Now())
	_, err = file.Compact(kept)
	return kept, err
}

// keptName is a free name beside the vault for a file that is put aside.
func keptName(path, before string, now time.Time) string {
	stem := path + keptInfix + before + "-" + now.UTC().Format(backupDate)
	name := stem
	for again := 2; ; again++ {
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name
		}
		name = fmt.Sprintf("%s-again%d", stem, again)
	}
}

// RestoreOver puts an unlocked backup in the place of a vault that cannot be
// opened at all: the file at the path, if there is one, is kept beside it. It
// gives the path of what was kept, empty where nothing was there. The backup
// stays open. Whoever opens the restored vault is told that it is older than
// the one last used.
func (v *Vault) RestoreOver(ctx context.Context, path string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	file, err := v.filed()
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	next := path + restoringSuffix
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), removeFile(next)); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if _, err := file.Compact(next); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if _, err := v.verify(ctx, next); err != nil {
		return "", fmt.Errorf("restore: %w", errors.Join(err, removeFile(next)))
	}
	kept := ""
	if _, err := os.Lstat(path); err == nil {
		kept = keptName(path, "restore", v.options.Now())
		if err := os.Rename(path, kept); err != nil {
			return "", fmt.Errorf("restore: %w", errors.Join(err, removeFile(next)))
		}
	}
	if err := os.Rename(next, path); err != nil {
		return kept, fmt.Errorf("restore: %w", err)
	}
	return kept, flushFolder(filepath.Dir(path))
}
