package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// A rescue file holds one draft that could not be saved, sealed under the
// vault's key for its own place, so that nothing of the vault's file need be
// read to write it:
//
//	8   "SNDRESC1"
//	16  the vault's id
//	16  the reflection's id
//	n   a sealed cell at bucket "rescue", key = the reflection's id, whose
//	    header's revision is the number of the save that failed
//
// The next unlock takes it in and removes it.
const (
	rescueMagic  = "SNDRESC1"
	rescueBucket = "rescue"
	rescueFront  = len(rescueMagic) + 16 + 16
	rescuePrefix = "rescue-"
	rescueSuffix = ".bin"
)

// Rescue writes words that the vault cannot take into a sealed rescue file
// beside it and gives its path; the next unlock takes it in.
func (v *Vault) Rescue(r journal.Reflection, base uint64) (string, error) {
	v.write.Lock()
	defer v.write.Unlock()
	return v.rescue(&r, base)
}

// rescue writes a draft into a rescue file and gives its path. The caller holds
// write.
func (v *Vault) rescue(r *journal.Reflection, base uint64) (string, error) {
	if v.closed {
		return "", ErrClosed
	}
	raw, err := r.ID.Bytes()
	if err != nil {
		return "", err
	}
	body, err := encodeBody(r)
	if err != nil {
		return "", err
	}
	defer clear(body)
	h := head{V: headVersion, At: v.options.Now(), Base: base, Summary: storedSummary(journal.SummaryOf(v.walk(r), r))}
	text, err := encodeText(h, body, 0)
	if err != nil {
		return "", err
	}
	defer clear(text)
	cell, err := v.keys.SealMeta(v.options.Random, rescueBucket, raw[:], v.counter(), text)
	if err != nil {
		return "", err
	}
	file := append([]byte(rescueMagic), v.id[:]...)
	file = append(append(file, raw[:]...), cell...)
	var failed error
	for _, folder := range v.rescueFolders() {
		path := filepath.Join(folder, v.rescueName(raw))
		err := writeWhole(path, file)
		if err == nil {
			return path, nil
		}
		failed = errors.Join(failed, err)
	}
	return "", fmt.Errorf("write a rescue file: %w", failed)
}

// rescueFolders are tried in order: where the vault is, where its backups are.
func (v *Vault) rescueFolders() []string {
	var folders []string
	if v.options.Rescue != "" {
		folders = append(folders, v.options.Rescue)
	}
	if v.path != "" {
		folders = append(folders, filepath.Dir(v.path))
	}
	return append(folders, v.options.Backups...)
}

// rescueName tells which vault a file is for and nothing about what is in it:
// there is one file for each reflection.
func (v *Vault) rescueName(raw rawID) string {
	name := v.keys.Name(rescueBucket, raw[:])
	return fmt.Sprintf("%s%s-%x%s", rescuePrefix, hexID(v.id)[:8], name[:8], rescueSuffix)
}

// writeWhole writes a file that is either whole and on the disk or not there:
// 0600, under another name first.
func writeWhole(path string, text []byte) error {
	unfinished := path + ".part"
	file, err := os.OpenFile(unfinished, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(unfinished, path)
	}
	if err != nil {
		return errors.Join(err, removeFile(unfinished))
	}
	return nil
}

func removeFile(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// takeRescue takes in what an earlier sitting could not save. A file that does
// not open is left where it is. The caller holds write.
func (v *Vault) takeRescue() error {
	prefix := rescuePrefix + hexID(v.id)[:8] + "-"
	for _, folder := range v.rescueFolders() {
		names, err := os.ReadDir(folder)
		if err != nil {
			continue // a backup folder that is away holds nothing to take in now
		}
		for _, name := range names {
			if !strings.HasPrefix(name.Name(), prefix) || !strings.HasSuffix(name.Name(), rescueSuffix) {
				continue
			}
			if err := v.takeRescued(filepath.Join(folder, name.Name())); err != nil {
				return fmt.Errorf("take in what was rescued: %w", err)
			}
		}
	}
	return nil
}

func (v *Vault) takeRescued(path string) error {
	file, err := os.ReadFile(path)
	if err != nil || len(file) < rescueFront || !bytes.HasPrefix(file, []byte(rescueMagic)) {
		return err
	}
	if seal.VaultID(file[len(rescueMagic):]) != v.id {
		return nil
	}
	raw := rawID(file[len(rescueMagic)+16:])
	cell := file[rescueFront:]
	header, err := seal.ReadHeader(cell)
	if err != nil {
		return nil
	}
	text, err := v.keys.OpenMeta(rescueBucket, raw[:], cell)
	if err != nil {
		return nil
	}
	defer clear(text)
	h, body, err := decodeHead(text)
	if err != nil {
		return nil
	}
	r, err := decodeBody(body)
	if err != nil {
		return nil
	}
	if e := v.entries[r.ID]; e == nil || e.ring[0] < header.Revision {
		err := v.bringIn(&r, h.Base)
		if err != nil && !errors.Is(err, ErrErased) {
			return err
		}
	}
	return removeFile(path)
}

// bringIn makes a rescued draft the current one. What it takes the place of
// goes into the ring first.
func (v *Vault) bringIn(r *journal.Reflection, base uint64) error {
	if _, err := v.saveDraft(r, head{Base: base}, true); err != nil {
		return err
	}
	return v.noted(nil, Event{What: EventRescued, Reflections: []journal.ID{r.ID}})
}

// reopener is an engine that can start afresh after a write whose outcome is
// not known.
type reopener interface{ Reopen() error }

// Mend is what to do after a save whose outcome is not known: it writes what
// was being saved into a sealed rescue file, closes and reopens the vault's
// file, checks and authenticates everything in it, and then saves again if the
// save had not arrived. rescued is the rescue file while one is left, empty
// when all is well again and where none could be written. The error is why it
// could not be mended; it is then in the rescue file, or in memory alone.
func (v *Vault) Mend(r journal.Reflection, base uint64) (rescued string, err error) {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return "", ErrClosed
	}
	rescued, failed := v.rescue(&r, base)
	if err := v.reopen(); err != nil {
		return rescued, errors.Join(err, failed)
	}
	if _, err := v.saveDraft(&r, head{Base: base}, false); err != nil {
		return rescued, errors.Join(err, failed)
	}
	if rescued == "" {
		return "", nil
	}
	return "", removeFile(rescued)
}

// Reopen closes the vault's file, opens it again and authenticates everything
// in it: what is to be done after a change other than a draft's save ended in an
// ErrUnknownOutcome. What is in memory is then what is on the disk.
func (v *Vault) Reopen() error {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return ErrClosed
	}
	return v.reopen()
}

// reopen starts the engine afresh and reads everything again. What it finds
// must be the vault as it was known, or one save further.
func (v *Vault) reopen() error {
	again, ok := v.engine.(reopener)
	if !ok {
		return ErrStopped
	}
	if err := again.Reopen(); err != nil {
		if errors.Is(err, engine.ErrClosed) {
			return v.openAgain()
		}
		return err
	}
	return v.readAgain()
}

// openAgain opens the file anew where the engine could not.
func (v *Vault) openAgain() error {
	file, err := engine.OpenBolt(v.path, v.options.engine())
	if err != nil {
		return err
	}
	v.state.Lock()
	v.engine = file
	v.state.Unlock()
	return v.readAgain()
}

func (v *Vault) readAgain() error {
	header, _, err := readHeader(v.engine)
	if err != nil {
		return err
	}
	if header.Vault != v.id {
		return v.stayAway(ErrReplaced)
	}
	found, err := sweepAll(v.engine, v.keys)
	if err != nil {
		return err
	}
	if len(found.findings) > 0 {
		return v.stayAway(&Damaged{Findings: found.findings})
	}
	if found.manifest.Sequence < v.manifest.Sequence {
		return v.stayAway(&RolledBack{
			Saves: v.manifest.Sequence - found.manifest.Sequence, When: v.manifest.Saved, Found: found.manifest.Saved,
		})
	}
	base, err := v.engine.Sequence()
	if err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	v.base, v.manifest, v.entries, v.settings = base, found.manifest, found.entries, found.settings
	v.order, v.sorted, v.away = nil, false, nil
	for id := range found.entries {
		v.search.stale(id)
	}
	return nil
}

// stayAway refuses every change, for a reason, until a reopening goes well.
func (v *Vault) stayAway(reason error) error {
	v.state.Lock()
	defer v.state.Unlock()
	v.away = reason
	return reason
}
