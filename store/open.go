package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// Locked is a vault whose file is open and held, and whose keys are not known.
type Locked struct {
	path    string
	options Options
	engine  engine.Engine
	header  *seal.VaultHeader
	spoiled bool // one of the two header copies is damaged
	master  *seal.Key
	found   *sweep // what an unlock that ended in Damaged or RolledBack had read
}

// Info is what can be told of a vault without opening it.
type Info struct {
	Path       string
	Vault      string // its id, 32 hexadecimal digits
	Format     int
	WrittenBy  string
	Created    time.Time
	Passphrase bool // it can be opened with a passphrase
	Recovery   bool // or with a recovery code
	Keyring    bool // or by the operating system's keyring
	Cost       string
	HeaderCopy bool // one of its two header copies is damaged; the other is used
	ReadOnly   error
}

// Open opens a vault's file, holds it against other processes and reads its
// header, without any secret. Errors, wrapped: those of the file (ErrNoFile,
// ErrHeld, ErrNotVault, ErrFileDamaged, ErrNoAccess), ErrHeaderDamaged, and
// *seal.NewerError, which comes before any passphrase is asked for.
func Open(path string, options Options) (*Locked, error) {
	options = options.settled()
	file, err := engine.OpenBolt(path, options.engine())
	if err != nil {
		return nil, err
	}
	return openOn(file, path, options)
}

// openOn reads the header of an open engine, which it closes on an error.
func openOn(e engine.Engine, path string, options Options) (*Locked, error) {
	header, spoiled, err := readHeader(e)
	if err != nil {
		return nil, fmt.Errorf("open vault: %w", errors.Join(err, e.Close()))
	}
	return &Locked{path: path, options: options, engine: e, header: header, spoiled: spoiled}, nil
}

// readHeader gives the first copy of the header that is whole, and whether the
// other is not.
func readHeader(e engine.Engine) (header *seal.VaultHeader, spoiled bool, err error) {
	for _, key := range []string{headerA, headerB} {
		cell, err := e.Get(bucketHeader, []byte(key))
		if errors.Is(err, engine.ErrNoCell) {
			spoiled = true
			continue
		}
		if err != nil {
			return nil, false, err
		}
		copy, err := seal.DecodeHeader(cell)
		var newer *seal.NewerError
		switch {
		case errors.As(err, &newer):
			return nil, false, err
		case err != nil:
			spoiled = true
		case header == nil:
			header = copy
		}
	}
	if header == nil {
		return nil, false, ErrHeaderDamaged
	}
	return header, spoiled, nil
}

// Info tells what is known without a secret.
func (l *Locked) Info() Info {
	info := Info{
		Path: l.path, Vault: hexID(l.header.Vault), Format: l.header.Format, WrittenBy: l.header.WrittenBy,
		Created: l.header.Created, HeaderCopy: l.spoiled, ReadOnly: l.header.Writable(),
	}
	if slot, ok := l.header.Slot(seal.PassphraseSlot); ok {
		info.Passphrase, info.Cost = true, slot.Cost.String()
	}
	_, info.Recovery = l.header.Slot(seal.RecoverySlot)
	_, info.Keyring = l.header.Slot(seal.KeyringSlot)
	return info
}

// Unlock opens the vault with a passphrase, authenticates everything in it and
// hands it over; the Locked is then spent. The errors are ErrWrongPassphrase;
// *Damaged, after which ReadDamaged opens what is whole; and *RolledBack, after
// which AcceptOlder goes on with the file as it is. After an error the Locked
// can be tried again, or closed.
func (l *Locked) Unlock(passphrase []byte) (*Vault, error) {
	return l.unlockWith(seal.PassphraseSlot, passphrase, ErrWrongPassphrase)
}

// Recover opens the vault with its recovery code, as Unlock does; the error of
// a wrong code is ErrWrongRecovery.
func (l *Locked) Recover(code RecoveryCode) (*Vault, error) {
	return l.unlockWith(seal.RecoverySlot, code[:], ErrWrongRecovery)
}

// UnlockWithKeyring opens the vault with the secret that the operating system's
// keyring holds for it.
func (l *Locked) UnlockWithKeyring(secret []byte) (*Vault, error) {
	return l.unlockWith(seal.KeyringSlot, secret, ErrWrongPassphrase)
}

func (l *Locked) unlockWith(kind seal.SlotKind, secret []byte, wrong error) (*Vault, error) {
	if l.engine == nil {
		return nil, ErrClosed
	}
	slot, ok := l.header.Slot(kind)
	if !ok {
		return nil, fmt.Errorf("unlock vault: %w", ErrNoSuchSlot)
	}
	master, err := slot.Open(l.header.Owner(), secret)
	if err != nil {
		return nil, fmt.Errorf("unlock vault: %w", openFailure(err, wrong))
	}
	return l.unlock(master)
}

// unlock takes the master key, which is the vault's from then on.
func (l *Locked) unlock(master *seal.Key) (*Vault, error) {
	keys, err := seal.Derive(master, l.header.Vault, l.header.Epoch)
	if err != nil {
		return nil, fmt.Errorf("unlock vault: %w", err)
	}
	found, err := sweepAll(l.engine, keys)
	if err != nil {
		keys.Clear()
		master.Clear()
		return nil, fmt.Errorf("unlock vault: %w", err)
	}
	l.clear() // of an attempt before
	l.master, l.found = master, found
	if len(found.findings) > 0 {
		return nil, fmt.Errorf("unlock vault: %w", &Damaged{Findings: found.findings})
	}
	anchor, err := l.openAnchor()
	if err != nil {
		return nil, fmt.Errorf("unlock vault: %w", err)
	}
	if older := rolledBack(anchor, keys, found.manifest); older != nil {
		return nil, fmt.Errorf("unlock vault: %w", errors.Join(older, anchor.close()))
	}
	return l.handOver(anchor, nil)
}

func (l *Locked) openAnchor() (*anchorFile, error) {
	if l.options.ReadOnly {
		return nil, nil
	}
	return openAnchor(l.options.Anchors, l.header.Vault)
}

// rolledBack compares what was found with what is remembered. A vault that is
// ahead is normal: the anchor is not flushed with each save.
func rolledBack(anchor *anchorFile, keys *seal.Keys, found seal.Manifest) error {
	remembered, ok := anchor.recall(keys)
	if !ok || found.Sequence > remembered.Sequence ||
		(found.Sequence == remembered.Sequence && found.Sum == remembered.Sum) {
		return nil
	}
	return &RolledBack{Saves: remembered.Sequence - found.Sequence, When: remembered.Saved, Found: found.Saved}
}

// AcceptOlder goes on with a vault that is older than the one last used here,
// because the person restored it. Its count of saves continues above the one
// that is remembered. It may be called after an Unlock that ended in a
// *RolledBack.
func (l *Locked) AcceptOlder() (*Vault, error) {
	if l.found == nil || len(l.found.findings) > 0 {
		return nil, ErrClosed
	}
	anchor, err := l.openAnchor()
	if err != nil {
		return nil, fmt.Errorf("unlock vault: %w", err)
	}
	remembered, _ := anchor.recall(l.found.keys)
	v, err := l.handOver(anchor, nil)
	if err != nil {
		return nil, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	v.state.Lock()
	v.manifest.Sequence = max(v.manifest.Sequence, remembered.Sequence)
	v.state.Unlock()
	anchor.forget()
	if err := v.noted(nil, Event{What: EventAcceptedOlder}); err != nil {
		return nil, errors.Join(err, v.release())
	}
	return v, nil
}

// ReadDamaged opens what authenticates, for reading and salvage only. It may be
// called after an Unlock that ended in *Damaged.
func (l *Locked) ReadDamaged() (*Vault, error) {
	if l.found == nil || len(l.found.findings) == 0 {
		return nil, ErrClosed
	}
	return l.handOver(nil, &Damaged{Findings: l.found.findings})
}

// handOver makes the vault; the Locked is spent.
func (l *Locked) handOver(anchor *anchorFile, readOnly error) (*Vault, error) {
	base, err := l.engine.Sequence()
	if err != nil {
		return nil, fmt.Errorf("unlock vault: %w", errors.Join(err, anchor.close()))
	}
	switch {
	case readOnly != nil:
	case l.options.ReadOnly:
		readOnly = ErrReadOnly
	default:
		readOnly = l.header.Writable()
	}
	v := &Vault{
		options: l.options, path: l.path, id: l.header.Vault, engine: l.engine, header: l.header, master: l.master,
		keys: l.found.keys, manifest: l.found.manifest, base: base, anchor: anchor,
		opened: l.found.manifest.Sequence, readOnly: readOnly, entries: l.found.entries,
		settings: l.found.settings, walks: map[string]*journal.Walk{}, findings: l.found.findings, spoiled: l.spoiled,
	}
	*l = Locked{}
	if err := v.start(); err != nil {
		return nil, err
	}
	return v, nil
}

// start does what is due when a vault has just been unlocked.
func (v *Vault) start() error {
	if v.readOnly == nil {
		if err := v.settle(); err != nil {
			return errors.Join(err, v.Forget())
		}
	}
	v.search.begin(v)
	return nil
}

// settle finishes what an earlier sitting could not.
func (v *Vault) settle() error {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.dropUnfinished(); err != nil {
		return fmt.Errorf("unlock vault: %w", err)
	}
	if err := v.migrate(context.Background(), v.options.steps); err != nil {
		return err
	}
	return v.takeRescue()
}

// dropUnfinished removes files beside the vault that were being made when a
// sitting ended; none of them was ever the vault.
func (v *Vault) dropUnfinished() error {
	if v.path == "" {
		return nil
	}
	var failed error
	for _, suffix := range []string{rotatingSuffix, restoringSuffix} {
		failed = errors.Join(failed, removeFile(v.path+suffix), removeFile(v.path+suffix+lockSuffix))
	}
	return failed
}

// Files that are to become the vault, beside it.
const (
	rotatingSuffix  = ".rotating"
	restoringSuffix = ".restoring"
)

// Close lets go of a vault that was not unlocked. After a successful Unlock it
// does nothing.
func (l *Locked) Close() error {
	if l.engine == nil {
		return nil
	}
	l.clear()
	e := l.engine
	*l = Locked{}
	return e.Close()
}

// clear forgets the keys of an unlock that ended in an error.
func (l *Locked) clear() {
	if l.master != nil {
		l.master.Clear()
	}
	if l.found != nil {
		l.found.keys.Clear()
	}
	l.master, l.found = nil, nil
}
