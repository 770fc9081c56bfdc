package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	"sounding/store/engine"
)

// When a file has so much room in it that Close compacts it: more than 16 MB,
// and more than three tenths of the file.
const (
	looseBytes = 16 << 20
	looseTenth = 3
)

// Compacted is what a compaction did to the file's size, in bytes.
type Compacted struct{ Before, After int64 }

// Compact puts a copy without free room, and so without anything that was
// deleted, in the place of the vault's file. Saves wait for it.
func (v *Vault) Compact(ctx context.Context) (Compacted, error) {
	if err := ctx.Err(); err != nil {
		return Compacted{}, err
	}
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.write.Lock()
	defer v.write.Unlock()
	return v.compact()
}

// compact is Compact; the caller holds upkeep and write.
func (v *Vault) compact() (Compacted, error) {
	if err := v.writable(); err != nil {
		return Compacted{}, fmt.Errorf("compact vault: %w", err)
	}
	file, err := v.filed()
	if errors.Is(err, ErrNoFileBehind) {
		return Compacted{}, nil // what is only in memory keeps nothing that was deleted
	}
	if err != nil {
		return Compacted{}, err
	}
	before, err := os.Stat(v.path)
	if err != nil {
		return Compacted{}, fmt.Errorf("compact vault: %w", err)
	}
	copied, err := file.CompactInPlace()
	if err != nil {
		return Compacted{}, err
	}
	v.loose = false
	return Compacted{Before: before.Size(), After: copied.Bytes}, nil
}

// compactIfLoose compacts a file that has much room in it, or that still holds
// what was thinned. The caller holds upkeep and write.
func (v *Vault) compactIfLoose() error {
	if v.path == "" {
		return nil
	}
	if !v.loose {
		about, err := os.Stat(v.path)
		if err != nil || about.Size() < looseBytes {
			return err
		}
		report, err := engine.PreflightFile(v.path)
		if err != nil {
			return err
		}
		free := int64(report.FreePages) * int64(report.PageSize)
		if free < looseBytes || free < about.Size()*looseTenth/10 {
			return nil
		}
	}
	_, err := v.compact()
	return err
}
