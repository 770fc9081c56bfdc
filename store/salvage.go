package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"sounding/store/engine"
	"sounding/store/seal"
)

// Wreck is a vault's file, in whatever state, that is only read to save what is
// in it. Nothing is written to it.
type Wreck struct {
	path    string
	options Options
	headers []*seal.VaultHeader // every different one that was found, the likeliest first
	header  *seal.VaultHeader   // the one that was opened
	keys    *seal.Keys
}

// mostHeaders is how many different headers of a wreck are tried, since each
// costs a derivation: old ones lie in free pages after a passphrase was changed.
const mostHeaders = 4

// OpenWreck looks for a header in a file, wherever in it one may lie. The
// errors are those of reading it and ErrHeaderDamaged where there is none.
func OpenWreck(path string, options Options) (*Wreck, error) {
	w := &Wreck{path: path, options: options.settled()}
	seen := map[string]bool{}
	err := w.scan(func(guess engine.Bucket, key, value []byte) error {
		if string(key) != headerA && string(key) != headerB {
			return nil
		}
		header, err := seal.DecodeHeader(value)
		if err != nil || seen[string(value)] {
			return nil //nolint:nilerr // what is no whole header is passed over
		}
		seen[string(value)] = true
		if guess == bucketHeader {
			w.headers = append([]*seal.VaultHeader{header}, w.headers...)
		} else {
			w.headers = append(w.headers, header)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look through the file: %w", err)
	}
	if len(w.headers) == 0 {
		return nil, fmt.Errorf("look through the file: %w", ErrHeaderDamaged)
	}
	w.headers = w.headers[:min(len(w.headers), mostHeaders)]
	return w, nil
}

func (w *Wreck) scan(found func(guess engine.Bucket, key, value []byte) error) error {
	file, err := os.Open(w.path)
	if err != nil {
		return err
	}
	about, err := file.Stat()
	if err == nil {
		_, err = engine.Salvage(file, about.Size(), buckets(), found)
	}
	return errors.Join(err, file.Close())
}

// Unlock finds the vault's key with a passphrase, or gives ErrWrongPassphrase.
func (w *Wreck) Unlock(passphrase []byte) error {
	return w.unlockWith(seal.PassphraseSlot, passphrase, ErrWrongPassphrase)
}

// Recover finds the vault's key with a recovery code, or gives
// ErrWrongRecovery.
func (w *Wreck) Recover(code RecoveryCode) error {
	return w.unlockWith(seal.RecoverySlot, code[:], ErrWrongRecovery)
}

func (w *Wreck) unlockWith(kind seal.SlotKind, secret []byte, wrong error) error {
	failed := ErrNoSuchSlot
	for _, header := range w.headers {
		slot, ok := header.Slot(kind)
		if !ok {
			continue
		}
		master, err := slot.Open(header.Owner(), secret)
		if err != nil {
			failed = openFailure(err, wrong)
			continue
		}
		defer master.Clear()
		return w.use(header, master)
	}
	return fmt.Errorf("unlock what is left: %w", failed)
}

func (w *Wreck) use(header *seal.VaultHeader, master *seal.Key) error {
	keys, err := seal.Derive(master, header.Vault, header.Epoch)
	if err != nil {
		return err
	}
	w.header, w.keys = header, keys
	return nil
}

// Salvaged is what was saved.
type Salvaged struct {
	Path        string
	Reflections int
	Revisions   int
	Drafts      int
	Other       int // walks, settings, log entries and the like
	Unread      int // cells that looked like a record and did not authenticate
}

// Into writes everything that authenticates into a new vault, which the same
// passphrase and recovery code open. What was erased stays erased. Drafts that
// were not filed come back, one that was discarded perhaps among them.
// ErrExists if anything is at the path.
func (w *Wreck) Into(ctx context.Context, path string) (Salvaged, error) {
	if w.keys == nil {
		return Salvaged{}, ErrClosed
	}
	s := &salvage{
		keys: w.keys, deks: map[rawID]*seal.Key{}, tombs: map[string]bool{},
		cells: map[engine.Bucket]map[string]saved{}, drafts: map[rawID]savedDraft{}, heads: map[rawID]uint64{},
	}
	defer s.clear()
	for _, take := range []func(engine.Bucket, []byte, []byte) error{s.takeOwn, s.takeRecord} {
		if err := w.scan(take); err != nil {
			return Salvaged{}, fmt.Errorf("salvage: %w", err)
		}
		if err := ctx.Err(); err != nil {
			return Salvaged{}, err
		}
	}
	into, err := pourInto(path, w.options, w.keys)
	if err != nil {
		return Salvaged{}, fmt.Errorf("salvage: %w", err)
	}
	report, err := s.pour(into, w.options)
	if err == nil {
		_, err = into.finish(w.options, w.header, seal.Manifest{Sequence: s.newest + 1, Saved: w.options.Now()})
	}
	if err != nil {
		return Salvaged{}, fmt.Errorf("salvage: %w", into.giveUp(err))
	}
	report.Path = path
	return report, nil
}

// Close forgets the keys.
func (w *Wreck) Close() {
	if w.keys != nil {
		w.keys.Clear()
		w.keys = nil
	}
}

// salvage gathers what authenticates, the newest of each cell.
type salvage struct {
	keys   *seal.Keys
	deks   map[rawID]*seal.Key
	wraps  []engine.Op
	tombs  map[string]bool
	cells  map[engine.Bucket]map[string]saved
	drafts map[rawID]savedDraft
	heads  map[rawID]uint64
	newest uint64 // the highest count of saves that was seen
	unread int
}

// saved is a sealed cell and how new it is.
type saved struct {
	cell []byte
	age  uint64
}

// savedDraft is a draft's text, of whatever state of its ring.
type savedDraft struct {
	text []byte
	age  uint64
	base uint64
}

func (s *salvage) clear() {
	for _, key := range s.deks {
		key.Clear()
	}
	for _, draft := range s.drafts {
		clear(draft.text)
	}
}

// takeOwn takes what is sealed under the vault's own keys.
func (s *salvage) takeOwn(_ engine.Bucket, key, value []byte) error {
	header, err := seal.ReadHeader(value)
	if err != nil {
		return nil //nolint:nilerr // what is no record of ours is passed over
	}
	if len(key) == len(rawID{}) {
		dek, err := s.keys.UnwrapKey(string(bucketKeys), key, value)
		if err == nil {
			if s.deks[rawID(key)] == nil {
				s.wraps = append(s.wraps, put(bucketKeys, bytes.Clone(key), bytes.Clone(value)))
			}
			s.deks[rawID(key)] = dek
			return nil
		}
	}
	if string(key) == keyManifest {
		manifest, err := s.keys.OpenManifest(string(bucketMeta), key, value)
		if err == nil {
			s.newest = max(s.newest, manifest.Sequence)
		}
		return nil
	}
	for _, bucket := range sealedBuckets() {
		if !underMeta(bucket) {
			continue
		}
		if _, err := s.keys.OpenMeta(string(bucket), key, value); err == nil {
			s.keep(bucket, key, value, header.Revision)
			s.newest = max(s.newest, header.Revision)
			if bucket == bucketTombs {
				s.tombs[string(key)] = true
			}
			return nil
		}
	}
	return nil
}

// keep keeps the newest value of a key.
func (s *salvage) keep(bucket engine.Bucket, key, value []byte, age uint64) {
	if s.cells[bucket] == nil {
		s.cells[bucket] = map[string]saved{}
	}
	if old, ok := s.cells[bucket][string(key)]; !ok || age > old.age {
		s.cells[bucket][string(key)] = saved{cell: bytes.Clone(value), age: age}
	}
}

// takeRecord takes what is sealed under the key of a reflection, once all those
// keys are known.
func (s *salvage) takeRecord(_ engine.Bucket, key, value []byte) error {
	if len(key) != recordKeySize && len(key) != draftKeySize && len(key) != len(rawID{}) {
		return nil
	}
	raw := rawID(key)
	dek := s.deks[raw]
	if _, err := seal.ReadHeader(value); err != nil || dek == nil {
		if err == nil && len(key) != len(rawID{}) {
			s.unread++
		}
		return nil
	}
	name := s.keys.Name(labelTomb, raw[:])
	if s.tombs[string(name[:])] {
		return nil
	}
	if len(key) == len(rawID{}) {
		if header, _, err := seal.Open(dek, s.keys.At(string(bucketMarks), key), value); err == nil {
			s.keep(bucketMarks, key, value, header.Revision)
		}
		return nil
	}
	if !s.takeText(raw, dek, key, value) {
		s.unread++
	}
	return nil
}

func (s *salvage) takeText(raw rawID, dek *seal.Key, key, value []byte) bool {
	if _, revision, ok := splitRecordKey(key); ok {
		header, text, err := seal.Open(dek, s.keys.At(string(bucketRecords), key), value)
		if err != nil || header.Revision != revision {
			return false
		}
		h, _, err := decodeHead(text)
		if err != nil {
			return false
		}
		s.keep(bucketRecords, key, value, uint64(h.At.UnixNano()))
		s.heads[raw] = max(s.heads[raw], revision)
		return true
	}
	header, text, err := seal.Open(dek, s.keys.At(string(bucketDrafts), key), value)
	if err != nil {
		return false
	}
	h, _, err := decodeHead(text)
	if err != nil {
		return false
	}
	s.newest = max(s.newest, header.Revision)
	if old, ok := s.drafts[raw]; !ok || header.Revision > old.age {
		s.drafts[raw] = savedDraft{text: text, age: header.Revision, base: h.Base}
	}
	return true
}

// pour writes what was kept.
func (s *salvage) pour(into *pour, options Options) (Salvaged, error) {
	report := Salvaged{Unread: s.unread}
	for _, wrap := range s.wraps {
		if err := s.pourReflection(into, options, wrap, &report); err != nil {
			return Salvaged{}, err
		}
	}
	for bucket, cells := range s.cells {
		for key, kept := range cells {
			if bucket == bucketMarks && !s.readable(rawID([]byte(key))) {
				continue
			}
			if err := into.add(put(bucket, []byte(key), kept.cell)); err != nil {
				return Salvaged{}, err
			}
			report.countCell(bucket)
		}
	}
	return report, nil
}

// readable says whether anything of a reflection was kept but its key.
func (s *salvage) readable(raw rawID) bool {
	return s.heads[raw] != 0 || s.drafts[raw].text != nil
}

// pourReflection writes a reflection's key, and its draft unless that is from
// before the newest revision and so was filed already. A key with nothing to
// read is left out: the reflection was erased, or its records are gone.
func (s *salvage) pourReflection(into *pour, options Options, wrap engine.Op, report *Salvaged) error {
	raw := rawID(wrap.Key)
	draft, drafted := s.drafts[raw]
	drafted = drafted && draft.base >= s.heads[raw]
	if s.heads[raw] == 0 && !drafted {
		return nil
	}
	if err := into.add(wrap); err != nil {
		return err
	}
	report.Reflections++
	if !drafted {
		return nil
	}
	at := draftKey(raw, 0)
	header := seal.Header{Flags: seal.Padded, Epoch: s.keys.Epoch, Revision: draft.age}
	cell, err := seal.Seal(options.Random, s.deks[raw], s.keys.At(string(bucketDrafts), at), header, draft.text)
	if err != nil {
		return err
	}
	report.Drafts++
	return into.add(put(bucketDrafts, at, cell))
}

// countCell counts a cell that was written.
func (r *Salvaged) countCell(bucket engine.Bucket) {
	switch bucket {
	case bucketRecords:
		r.Revisions++
	case bucketMarks:
	default:
		r.Other++
	}
}
