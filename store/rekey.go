package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"sounding/store/engine"
	"sounding/store/seal"
)

// RotateKey gives the vault another master key and every reflection another
// key, and seals everything anew under them in a new file that takes the old
// one's place. Whoever knew an old copy and its passphrase learns nothing about
// what is written from then on. The passphrase may be the old one; the recovery
// code and, if there was one, the keyring's secret are new. Backups made before
// keep their own key and passphrase, and cannot be changed from here any more.
func (v *Vault) RotateKey(ctx context.Context, passphrase []byte) (RecoveryCode, error) {
	if err := ctx.Err(); err != nil {
		return RecoveryCode{}, err
	}
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return RecoveryCode{}, fmt.Errorf("rotate the key: %w", err)
	}
	code, next, err := v.newKeys(passphrase)
	if err == nil {
		err = v.rotateTo(ctx, next)
	}
	if err != nil {
		return RecoveryCode{}, fmt.Errorf("rotate the key: %w", err)
	}
	return code, nil
}

// newKeys makes the vault's next master key and the slots for it.
func (v *Vault) newKeys(passphrase []byte) (RecoveryCode, *unborn, error) {
	master, err := seal.NewKey(v.options.Random)
	if err != nil {
		return RecoveryCode{}, nil, err
	}
	next, err := v.nextEpoch(master)
	if err != nil {
		return RecoveryCode{}, nil, err
	}
	owner := next.header.Owner()
	slot, err := v.options.passphraseSlot(owner, master, passphrase)
	if err != nil {
		return RecoveryCode{}, nil, err
	}
	code, err := seal.NewRecoveryCode(v.options.Random)
	if err != nil {
		return RecoveryCode{}, nil, err
	}
	recovery, err := seal.NewRecoverySlot(v.options.Random, owner, master, code)
	if err != nil {
		return RecoveryCode{}, nil, err
	}
	next.header.Slots = []seal.Slot{slot, recovery}
	return code, next, nil
}

// nextEpoch is the vault under another master key, with no slot yet.
func (v *Vault) nextEpoch(master *seal.Key) (*unborn, error) {
	header := *v.header
	header.Slots = nil
	header.Epoch++
	keys, err := seal.Derive(master, header.Vault, header.Epoch)
	if err != nil {
		return nil, err
	}
	return &unborn{options: v.options, header: &header, master: master, keys: keys}, nil
}

// rotateTo seals everything under new keys into a file beside the vault and
// lets it take the vault's place.
func (v *Vault) rotateTo(ctx context.Context, next *unborn) error {
	file, err := v.filed()
	if err != nil {
		return err
	}
	path := v.path + rotatingSuffix
	if err := errors.Join(removeFile(path), removeFile(path+lockSuffix)); err != nil {
		return err
	}
	into, err := pourInto(path, v.options, next.keys)
	if err != nil {
		return err
	}
	manifest := seal.Manifest{Sequence: v.counter(), Saved: v.options.Now()}
	if err := v.reseal(ctx, into, next); err != nil {
		return into.giveUp(err)
	}
	if manifest, err = into.finish(v.options, next.header, manifest); err != nil {
		return into.giveUp(err)
	}
	if err := file.ReplaceWith(path); err != nil {
		return errors.Join(err, removeFile(path))
	}
	return v.adopt(next, manifest)
}

// adopt goes on with the keys that the vault's file is sealed under now.
func (v *Vault) adopt(next *unborn, manifest seal.Manifest) error {
	base, err := v.engine.Sequence()
	if err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	v.keys.Clear()
	v.master.Clear()
	v.keys, v.master, v.header = next.keys, next.master, next.header
	v.base, v.manifest = base, manifest
	v.anchor.forget()
	v.anchor.remember(v.keys, manifest.Anchor())
	return nil
}

// reseal pours every cell under new keys.
func (v *Vault) reseal(ctx context.Context, into *pour, next *unborn) error {
	err := v.engine.Scan(bucketKeys, nil, func(cell engine.Cell) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return v.resealReflection(into, next.keys, rawID(cell.Key))
	})
	if err != nil {
		return err
	}
	for _, bucket := range sealedBuckets() {
		if !underMeta(bucket) {
			continue
		}
		if err := v.resealMetas(into, next.keys, bucket); err != nil {
			return err
		}
	}
	event, err := json.Marshal(Event{At: v.options.Now(), What: EventRotated})
	if err != nil {
		return err
	}
	cell, err := next.keys.SealMeta(v.options.Random, string(bucketLog), logKey(v.counter()), v.counter(), event)
	if err != nil {
		return err
	}
	return into.add(put(bucketLog, logKey(v.counter()), cell))
}

func (v *Vault) resealReflection(into *pour, keys *seal.Keys, raw rawID) error {
	old, err := v.recordKeyOf(raw)
	if err != nil {
		return err
	}
	defer old.Clear()
	key, err := seal.NewKey(v.options.Random)
	if err != nil {
		return err
	}
	defer key.Clear()
	wrapped, err := keys.WrapKey(v.options.Random, string(bucketKeys), raw[:], key)
	if err != nil {
		return err
	}
	if err := into.add(put(bucketKeys, raw[:], wrapped)); err != nil {
		return err
	}
	for _, bucket := range []engine.Bucket{bucketRecords, bucketDrafts, bucketMarks} {
		err := v.engine.Scan(bucket, raw[:], func(cell engine.Cell) error {
			header, text, err := seal.Open(old, v.keys.At(string(bucket), cell.Key), cell.Value)
			if err != nil {
				return err
			}
			defer clear(text)
			header.Epoch = keys.Epoch
			sealed, err := seal.Seal(v.options.Random, key, keys.At(string(bucket), cell.Key), header, text)
			if err != nil {
				return err
			}
			return into.add(put(bucket, cell.Key, sealed))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// resealMetas pours a bucket of the vault's own cells. Names that are keyed
// hashes change with the key.
func (v *Vault) resealMetas(into *pour, keys *seal.Keys, bucket engine.Bucket) error {
	return v.engine.Scan(bucket, nil, func(cell engine.Cell) error {
		if bucket == bucketMeta && (string(cell.Key) == keyManifest || string(cell.Key) == keyRecovery) {
			return nil // the new recovery code has not been typed back
		}
		header, err := seal.ReadHeader(cell.Value)
		if err != nil {
			return err
		}
		text, err := v.keys.OpenMeta(string(bucket), cell.Key, cell.Value)
		if err != nil {
			return err
		}
		defer clear(text)
		name, err := renamed(keys, bucket, cell.Key, text)
		if err != nil {
			return err
		}
		sealed, err := keys.SealMeta(v.options.Random, string(bucket), name, header.Revision, text)
		if err != nil {
			return err
		}
		return into.add(put(bucket, name, sealed))
	})
}

// renamed gives a cell's key under other keys: those that are keyed hashes are
// made anew from what is in the cell.
func renamed(keys *seal.Keys, bucket engine.Bucket, old, text []byte) ([]byte, error) {
	var name [16]byte
	switch bucket {
	case bucketTombs:
		var tomb tombstone
		if err := json.Unmarshal(text, &tomb); err != nil {
			return nil, ErrUnreadable
		}
		raw, err := tomb.ID.Bytes()
		if err != nil {
			return nil, err
		}
		name = keys.Name(labelTomb, raw[:])
	case bucketImports:
		var record importRecord
		if err := json.Unmarshal(text, &record); err != nil {
			return nil, ErrUnreadable
		}
		name = keys.Name(labelImport, []byte(record.System), []byte(record.Source), []byte(record.Hash))
	case bucketWalks:
		name = keys.Name(labelWalk, []byte(walkDigest(text)))
	default:
		return old, nil
	}
	return name[:], nil
}
