package store

import (
	"errors"
	"fmt"
	"io"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// Create makes a new vault at a path, its folder 0700 and its file 0600, with a
// passphrase slot whose cost is found by trying (about half a second) and a
// recovery code, which is told here and nowhere else. A kill before the code
// has been confirmed leaves a usable vault. ErrExists if anything is at the
// path; ErrKeyTooShort for an empty passphrase.
func Create(path string, passphrase []byte, options Options) (*Vault, RecoveryCode, error) {
	options = options.settled()
	n, err := newVault(options)
	if err != nil {
		return nil, RecoveryCode{}, fmt.Errorf("create vault: %w", err)
	}
	slot, err := options.passphraseSlot(n.header.Owner(), n.master, passphrase)
	if err != nil {
		return nil, RecoveryCode{}, fmt.Errorf("create vault: %w", err)
	}
	code, err := seal.NewRecoveryCode(options.Random)
	if err != nil {
		return nil, RecoveryCode{}, fmt.Errorf("create vault: %w", err)
	}
	recovery, err := seal.NewRecoverySlot(options.Random, n.header.Owner(), n.master, code)
	if err != nil {
		return nil, RecoveryCode{}, fmt.Errorf("create vault: %w", err)
	}
	n.header.Slots = []seal.Slot{slot, recovery}
	v, err := n.create(path)
	return v, code, err
}

// CreateDemo makes a throw-away vault with a random key that is in memory only:
// no passphrase opens its file again.
func CreateDemo(path string, options Options) (*Vault, error) {
	n, err := newVault(options.settled())
	if err != nil {
		return nil, fmt.Errorf("create vault: %w", err)
	}
	return n.create(path)
}

// unborn is a vault that has no file yet.
type unborn struct {
	options Options
	header  *seal.VaultHeader
	master  *seal.Key
	keys    *seal.Keys
}

func newVault(options Options) (*unborn, error) {
	master, err := seal.NewKey(options.Random)
	if err != nil {
		return nil, err
	}
	return newVaultWith(options, master)
}

// newVaultWith is newVault with a master key that is known: for tests, so that
// no build needs a weaker derivation.
func newVaultWith(options Options, master *seal.Key) (*unborn, error) {
	header := &seal.VaultHeader{
		Format: seal.Format, MinReader: seal.MinReader, MinWriter: seal.MinWriter,
		WrittenBy: options.Version, Epoch: 1, Created: options.Now().UTC().Truncate(0),
	}
	if _, err := io.ReadFull(options.Random, header.Vault[:]); err != nil {
		return nil, err
	}
	keys, err := seal.Derive(master, header.Vault, header.Epoch)
	if err != nil {
		return nil, err
	}
	return &unborn{options: options, header: header, master: master, keys: keys}, nil
}

// first is what a new vault's first change holds: both copies of the header and
// a manifest of nothing.
func (n *unborn) first() ([]engine.Op, seal.Manifest, error) {
	manifest := seal.Manifest{Sequence: 1, Saved: n.options.Now()}
	cell, err := n.keys.SealManifest(n.options.Random, string(bucketMeta), []byte(keyManifest), manifest)
	if err != nil {
		return nil, seal.Manifest{}, err
	}
	ops, err := headerOps(n.header)
	if err != nil {
		return nil, seal.Manifest{}, err
	}
	return append(ops, put(bucketMeta, []byte(keyManifest), cell)), manifest, nil
}

func headerOps(header *seal.VaultHeader) ([]engine.Op, error) {
	copy, err := header.Encode()
	if err != nil {
		return nil, err
	}
	return []engine.Op{put(bucketHeader, []byte(headerA), copy), put(bucketHeader, []byte(headerB), copy)}, nil
}

func (n *unborn) create(path string) (*Vault, error) {
	ops, manifest, err := n.first()
	if err != nil {
		return nil, fmt.Errorf("create vault: %w", err)
	}
	file, err := engine.CreateBolt(path, n.options.engine(), ops)
	if err != nil {
		return nil, err
	}
	anchor, err := openAnchor(n.options.Anchors, n.header.Vault)
	if err != nil {
		return nil, fmt.Errorf("create vault: %w", errors.Join(err, file.Close()))
	}
	return n.on(file, path, manifest, anchor)
}

// on makes the vault that stands on an engine whose first change was applied.
func (n *unborn) on(e engine.Engine, path string, manifest seal.Manifest, anchor *anchorFile) (*Vault, error) {
	base, err := e.Sequence()
	if err != nil {
		return nil, fmt.Errorf("create vault: %w", errors.Join(err, e.Close()))
	}
	v := &Vault{
		options: n.options, path: path, id: n.header.Vault, engine: e, header: n.header, master: n.master, keys: n.keys,
		manifest: manifest, base: base, opened: manifest.Sequence, anchor: anchor,
		entries: map[journal.ID]*entry{}, settings: map[string][]byte{}, walks: map[string]*journal.Walk{},
	}
	anchor.remember(n.keys, manifest.Anchor())
	v.search.begin(v)
	return v, nil
}
