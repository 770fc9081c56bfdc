package store

import (
	"cmp"
	"errors"
	"slices"
	"sort"
	"sync"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// Vault is an unlocked vault. All its methods may be called from several
// goroutines. After Close or Forget they give ErrClosed.
//
// Three locks, always taken in this order: upkeep for what copies or replaces
// the file; write for the length of a change, its flushes included; state for as
// long as memory or a cell is looked at, never longer. A reader therefore does
// not wait for a flush, and a save not for a backup.
type Vault struct {
	options Options
	path    string // empty for a vault in memory alone
	id      seal.VaultID

	upkeep sync.Mutex

	write    sync.Mutex
	loose    bool              // the file still holds text that was thinned away
	header   *seal.VaultHeader // changed with write and state held
	manifest seal.Manifest     // likewise
	base     uint64            // the engine's sequence, likewise
	anchor   *anchorFile
	opened   uint64 // the sequence when it was opened
	readOnly error  // why nothing may ever be written; nil: it may
	away     error  // why nothing may be written until a reopening went well; with both held

	state    sync.RWMutex
	engine   engine.Engine
	master   *seal.Key
	keys     *seal.Keys
	entries  map[journal.ID]*entry
	order    []*entry // newest first, as of sorted
	sorted   bool
	settings map[string][]byte
	findings []Finding
	spoiled  bool // one of the two header copies is damaged
	closed   bool

	walksGuard sync.Mutex // taken last
	walks      map[string]*journal.Walk

	search   searching
	inflater inflater
}

// entry is what is known in memory of one reflection.
type entry struct {
	raw     rawID
	id      journal.ID
	head    uint64 // the newest revision's number; 0: none was made yet
	headAt  time.Time
	ring    [ringSize]uint64 // counters of the drafts; ring[0] is 0 where there is no draft
	ringAt  time.Time        // when the ring last took a state
	base    uint64           // the revision that the draft grew from
	draftAt time.Time
	same    bool // the draft differs from the head in nothing that was written
	mark    mark
	summary journal.Summary
}

func (e *entry) drafted() bool { return e.ring[0] != 0 }

func (e *entry) trashed() bool { return !e.mark.Trashed.IsZero() }

// Path is the vault's file; empty for a vault in memory.
func (v *Vault) Path() string { return v.path }

// ID names the vault: 32 hexadecimal digits.
func (v *Vault) ID() string { return hexID(v.id) }

// ReadOnly says why nothing can be written, or nil.
func (v *Vault) ReadOnly() error {
	v.state.RLock()
	defer v.state.RUnlock()
	return cmp.Or(v.readOnly, v.away)
}

// Findings are what was found damaged when the vault was opened for reading in
// spite of it; none otherwise.
func (v *Vault) Findings() []Finding { return append([]Finding(nil), v.findings...) }

// HeaderCopyDamaged says that one of the two copies of the header is damaged,
// which costs nothing while the other is whole; MendHeader writes it anew.
func (v *Vault) HeaderCopyDamaged() bool {
	v.state.RLock()
	defer v.state.RUnlock()
	return v.spoiled
}

// BackupPlaces are the folders that backups go to, the first on this machine.
func (v *Vault) BackupPlaces() []string { return slices.Clone(v.options.Backups) }

// LastSaved is the clock of the newest save and the number of saves so far.
func (v *Vault) LastSaved() (time.Time, uint64) {
	v.state.RLock()
	defer v.state.RUnlock()
	return v.manifest.Saved, v.manifest.Sequence
}

// List gives every reflection that is not in the trash, newest first.
func (v *Vault) List() []journal.Summary { return v.list(false) }

// Trashed gives every reflection in the trash, newest first.
func (v *Vault) Trashed() []journal.Summary { return v.list(true) }

func (v *Vault) list(trashed bool) []journal.Summary {
	v.state.Lock()
	defer v.state.Unlock()
	v.sort()
	out := make([]journal.Summary, 0, len(v.order))
	for _, e := range v.order {
		if e.trashed() == trashed {
			out = append(out, e.summary)
		}
	}
	return out
}

// sort puts the order right; the caller holds state for writing.
func (v *Vault) sort() {
	if v.sorted && len(v.order) == len(v.entries) {
		return
	}
	if len(v.order) != len(v.entries) {
		v.order = v.order[:0]
		for _, e := range v.entries {
			v.order = append(v.order, e)
		}
	}
	sort.Slice(v.order, func(i, j int) bool {
		a, b := v.order[i], v.order[j]
		if !a.summary.Updated.Equal(b.summary.Updated) {
			return a.summary.Updated.After(b.summary.Updated)
		}
		return a.id < b.id
	})
	v.sorted = true
}

// find gives the entry of a reflection; the caller holds write or state.
func (v *Vault) find(id journal.ID) (*entry, error) {
	if v.closed {
		return nil, ErrClosed
	}
	e, ok := v.entries[id]
	if !ok {
		return nil, ErrNoReflection
	}
	return e, nil
}

// writable says whether a change may be made; the caller holds write.
func (v *Vault) writable() error {
	if v.closed {
		return ErrClosed
	}
	return cmp.Or(v.readOnly, v.away)
}

// unclosed turns the engine's word that it is closed, after a reopening that
// failed, into one that does not say so of the vault, which can still be mended.
// The caller holds write.
func (v *Vault) unclosed(err error) error {
	if errors.Is(err, engine.ErrClosed) && !v.closed {
		return ErrStopped
	}
	return err
}

// walk gives the walk that a reflection was written with, as it was kept, or
// one with nothing in it. The caller holds write or state.
func (v *Vault) walk(r *journal.Reflection) *journal.Walk {
	if w, err := v.keptWalk(r.WalkDigest); err == nil {
		return w
	}
	return &journal.Walk{ID: r.Walk, Version: r.WalkVersion}
}
