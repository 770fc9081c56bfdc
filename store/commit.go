package store

import (
	"encoding/hex"
	"errors"
	"fmt"

	"sounding/store/engine"
	"sounding/store/seal"
)

func hexID(id seal.VaultID) string { return hex.EncodeToString(id[:]) }

// commit applies sealed changes together with the manifest that counts them,
// and remembers the save in the anchor. No op may name a cell that another op
// of the same commit names. The caller holds write.
func (v *Vault) commit(ops []engine.Op) error {
	if err := v.writable(); err != nil {
		return err
	}
	tally := v.keys.Tally().From(v.manifest)
	for _, op := range ops {
		if err := v.count(tally, op); err != nil {
			return err
		}
	}
	return v.commitAs(ops, seal.Manifest{
		Sequence: v.manifest.Sequence + 1, Count: tally.Count, Sum: tally.Sum, Saved: v.options.Now(),
	})
}

// commitAs applies changes with a manifest that was counted already.
func (v *Vault) commitAs(ops []engine.Op, next seal.Manifest) error {
	cell, err := v.keys.SealManifest(v.options.Random, string(bucketMeta), []byte(keyManifest), next)
	if err != nil {
		return err
	}
	sequence, err := v.engine.Apply(v.base, append(ops, put(bucketMeta, []byte(keyManifest), cell)))
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	v.state.Lock()
	v.base, v.manifest = sequence, next
	v.state.Unlock()
	// The save is safe already. An anchor that cannot be written is noticed
	// when it is flushed, and costs no more than a rollback going unseen.
	v.anchor.remember(v.keys, next.Anchor())
	return nil
}

// count takes the cell that an op replaces out of the tally and puts the new
// one in.
func (v *Vault) count(tally *seal.Tally, op engine.Op) error {
	if op.Bucket == bucketHeader {
		return nil
	}
	old, err := v.engine.Get(op.Bucket, op.Key)
	switch {
	case err == nil:
		if err := tally.Remove(string(op.Bucket), op.Key, old); err != nil {
			return err
		}
	case !errors.Is(err, engine.ErrNoCell):
		return err
	}
	if op.Delete {
		return nil
	}
	return tally.Add(string(op.Bucket), op.Key, op.Value)
}

// counter is the number that the next save's cells carry.
func (v *Vault) counter() uint64 { return v.manifest.Sequence + 1 }

// sealMeta seals a cell under the vault's key.
func (v *Vault) sealMeta(bucket engine.Bucket, key, text []byte) (engine.Op, error) {
	cell, err := v.keys.SealMeta(v.options.Random, string(bucket), key, v.counter(), text)
	if err != nil {
		return engine.Op{}, err
	}
	return put(bucket, key, cell), nil
}

// openMeta opens a cell under the vault's key. The caller holds write or state.
func (v *Vault) openMeta(bucket engine.Bucket, key []byte) ([]byte, error) {
	cell, err := v.engine.Get(bucket, key)
	if err != nil {
		return nil, err
	}
	return v.keys.OpenMeta(string(bucket), key, cell)
}

// recordKeyOf unwraps the key of one reflection. The caller clears it.
func (v *Vault) recordKeyOf(raw rawID) (*seal.Key, error) {
	cell, err := v.engine.Get(bucketKeys, raw[:])
	if err != nil {
		return nil, err
	}
	return v.keys.UnwrapKey(string(bucketKeys), raw[:], cell)
}

// sealUnder seals a cell under the key of a reflection.
func (v *Vault) sealUnder(key *seal.Key, bucket engine.Bucket, at []byte, revision uint64, flags seal.Flags, text []byte) (engine.Op, error) {
	header := seal.Header{Flags: flags | seal.Padded, Epoch: v.keys.Epoch, Revision: revision}
	cell, err := seal.Seal(v.options.Random, key, v.keys.At(string(bucket), at), header, text)
	if err != nil {
		return engine.Op{}, err
	}
	return put(bucket, at, cell), nil
}
