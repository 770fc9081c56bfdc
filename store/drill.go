package store

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// Drill is what a rehearsal of restoring proved: how many of the reflections of
// the newest backup in each folder were read whole.
type Drill struct {
	At     time.Time    `json:"at"`
	Places []DrillPlace `json:"places"`
}

// DrillPlace is one folder's part in a drill. Read is as many as Of, or
// something is wrong; Trouble says what kind of thing.
type DrillPlace struct {
	Folder  string `json:"folder"`
	Read    int    `json:"read"`
	Of      int    `json:"of"`
	Trouble string `json:"trouble,omitempty"`
}

// Proved gives the counts of a drill over all its places.
func (d Drill) Proved() (read, of int) {
	for _, place := range d.Places {
		read, of = read+place.Read, of+place.Of
	}
	return read, of
}

// drillAll is how many reflections are read one by one in a drill; of more than
// that a sample is.
const (
	drillAll    = 10000
	drillSample = 20
)

// Drill rehearses a restore: it copies the newest backup of each folder into a
// temporary one, opens the copy, authenticates everything in it, reads its
// reflections and compares their number with the vault's own count, deletes the
// copy, and remembers date and counts.
func (v *Vault) Drill(ctx context.Context, temporary string) (Drill, error) {
	v.upkeep.Lock()
	drill, whole := v.drillAll(ctx, temporary)
	v.upkeep.Unlock()
	if !whole {
		return drill, ctx.Err()
	}
	return drill, v.setRecord(ctx, keyDrill, drill, EventDrilled)
}

// hasBackup says whether there is a backup anywhere. A folder that cannot be read
// is told of where backups are made.
func (v *Vault) hasBackup() bool {
	for _, folder := range v.options.Backups {
		if there, err := v.backupsIn(folder); err == nil && len(there) > 0 {
			return true
		}
	}
	return false
}

// drillAll is Drill without remembering it; the caller holds upkeep. It is not
// whole where the context ended: a drill that was cut short proves nothing.
func (v *Vault) drillAll(ctx context.Context, temporary string) (drill Drill, whole bool) {
	drill = Drill{At: v.options.Now()}
	clearOldDrills(temporary, v.options.Now())
	for _, folder := range v.options.Backups {
		place := DrillPlace{Folder: folder}
		if err := v.drillPlace(ctx, folder, temporary, &place); err != nil {
			place.Trouble = troubleOf(err)
		}
		if ctx.Err() != nil {
			return drill, false
		}
		drill.Places = append(drill.Places, place)
	}
	return drill, true
}

// DrillEvery is how long a drill counts: a month.
const DrillEvery = 31 * 24 * time.Hour

// drillIfDue rehearses a restore at the end of a sitting, where a month has gone
// by since the last one and there is a backup of something. What it finds is remembered, so
// that home tells of it; the sitting's end is not held up over it. The caller
// holds upkeep and write.
func (v *Vault) drillIfDue(ctx context.Context) (drilled bool, err error) {
	var last Drill
	if err := v.record(keyDrill, &last); err != nil {
		return false, err
	}
	now := v.options.Now()
	if v.path == "" || len(v.entries) == 0 || !last.At.IsZero() && now.Sub(last.At) < DrillEvery && !last.At.After(now) {
		return false, nil
	}
	if !v.hasBackup() {
		return false, nil
	}
	drill, whole := v.drillAll(ctx, "")
	if !whole {
		return false, nil // no time was left; the next sitting's end comes
	}
	text, err := json.Marshal(drill)
	if err != nil {
		return false, fmt.Errorf("remember the drill: %w", err)
	}
	op, err := v.sealMeta(bucketMeta, []byte(keyDrill), text)
	if err != nil {
		return false, fmt.Errorf("remember the drill: %w", err)
	}
	return true, v.noted([]engine.Op{op}, Event{What: EventDrilled})
}

// clearOldDrills removes copies that a drill left behind when its process was
// killed. An error leaves them for the next time.
func clearOldDrills(temporary string, now time.Time) {
	if temporary == "" {
		temporary = os.TempDir()
	}
	left, err := filepath.Glob(filepath.Join(temporary, drillPrefix+"*"))
	if err != nil {
		return
	}
	for _, folder := range left {
		if about, err := os.Lstat(folder); err == nil && about.IsDir() && now.Sub(about.ModTime()) > time.Hour {
			_ = os.RemoveAll(folder)
		}
	}
}

const drillPrefix = "sounding-drill-"

// LastDrill gives the last drill; its time is zero where there was none.
func (v *Vault) LastDrill() (Drill, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	var drill Drill
	err := v.record(keyDrill, &drill)
	return drill, err
}

// ErrNoBackup says that a folder holds no backup of this vault.
var ErrNoBackup = errors.New("there is no backup here")

func (v *Vault) drillPlace(ctx context.Context, folder, temporary string, place *DrillPlace) error {
	there, err := v.backupsIn(folder)
	if err != nil {
		return err
	}
	if len(there) == 0 {
		return ErrNoBackup
	}
	rehearsal, err := os.MkdirTemp(temporary, drillPrefix)
	if err != nil {
		return err
	}
	err = v.rehearse(ctx, there[0].Path, filepath.Join(rehearsal, "vault"), place)
	return errors.Join(err, os.RemoveAll(rehearsal))
}

func (v *Vault) rehearse(ctx context.Context, from, to string, place *DrillPlace) error {
	if err := copyFile(from, to); err != nil {
		return err
	}
	copy, err := v.openCopy(ctx, to)
	if err != nil {
		return err
	}
	place.Of = len(copy.found.entries)
	keys, _, err := v.borrowKeys()
	if err != nil {
		return errors.Join(err, copy.close())
	}
	defer keys.Clear()
	theirs := &Vault{engine: copy.engine, keys: keys, entries: copy.found.entries}
	ids, err := v.drillIDs(copy.found.entries)
	unread := 0
	for _, id := range ids {
		if ctx.Err() != nil {
			break
		}
		if _, bad := theirs.read(theirs.entries[id]); bad != nil {
			unread++
		}
	}
	place.Read = place.Of - unread
	return errors.Join(err, copy.close())
}

// drillIDs are the reflections that a drill reads: all, or of very many a
// sample drawn at random.
func (v *Vault) drillIDs(entries map[journal.ID]*entry) ([]journal.ID, error) {
	ids := make([]journal.ID, 0, len(entries))
	for id := range entries {
		ids = append(ids, id)
	}
	if len(ids) <= drillAll {
		return ids, nil
	}
	for i := range drillSample {
		var drawn [8]byte
		if _, err := io.ReadFull(v.options.Random, drawn[:]); err != nil {
			return nil, err
		}
		j := i + int(binary.LittleEndian.Uint64(drawn[:])%uint64(len(ids)-i))
		ids[i], ids[j] = ids[j], ids[i]
	}
	return ids[:drillSample], nil
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return errors.Join(err, source.Close())
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Close(), source.Close())
}

// troubleOf names what went wrong with a backup in a word that may be stored.
func troubleOf(err error) string {
	switch {
	case errors.Is(err, ErrNoBackup):
		return "no-backup"
	case errors.Is(err, ErrOtherKey):
		return "other-key"
	case errors.Is(err, ErrDamaged), errors.Is(err, engine.ErrDamaged), errors.Is(err, ErrHeaderDamaged):
		return "damaged"
	case errors.Is(err, os.ErrNotExist), errors.Is(err, engine.ErrNoFile):
		return "away"
	}
	return "unreadable"
}
