package engine

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// CreateBolt makes a new store at path with a first change applied, so that a
// file that is there at all is a whole one: sequence 1, or 0 without any ops.
// The folder is made, 0700, if it is missing. ErrExists when something is there.
func CreateBolt(path string, options Options, ops []Op) (*Bolt, error) {
	buckets, err := knownBuckets(options.Buckets)
	if err != nil {
		return nil, err
	}
	if err := buckets.checkOps(ops); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("create vault: %w", classify(err))
	}
	path, options = resolved(path), options.settled()
	held, err := takeHold(path, options)
	if err != nil {
		return nil, err
	}
	if err = settle(path, options); err == nil {
		err = createFile(path, options, ops)
	}
	if err != nil {
		return nil, fmt.Errorf("create vault: %w", first(err, held.release))
	}
	return openHeld(path, options, buckets, held, hooks{})
}

// createFile builds the new file under another name and renames it when it is
// whole and on the disk.
func createFile(path string, options Options, ops []Op) error {
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	} else if !errors.Is(err, os.ErrNotExist) {
		return classify(err)
	}
	unfinished := path + createSuffix
	if err := os.Remove(unfinished); err != nil && !errors.Is(err, os.ErrNotExist) {
		return classify(err)
	}
	err := buildFile(unfinished, options, ops)
	if err == nil {
		err = keepPrivate(unfinished)
	}
	if err == nil {
		err = renameRetrying(unfinished, path, options)
	}
	if err != nil {
		// What is left is no vault and in nobody's way; the next try removes it.
		return classify(errors.Join(err, removeIfThere(unfinished)))
	}
	return syncFolder(filepath.Dir(path))
}

// createSuffix marks a new store that is not finished yet.
const createSuffix = ".creating"

func buildFile(path string, options Options, ops []Op) error {
	return guard(func() error {
		db, err := bbolt.Open(path, 0o600, boltOptions(options, nil))
		if err != nil {
			return err
		}
		err = db.Update(func(tx *bbolt.Tx) error {
			if err := makeBuckets(tx, options.Buckets); err != nil {
				return err
			}
			if len(ops) == 0 {
				return putSequence(tx, 0)
			}
			_, err := change(tx, 0, ops)
			return err
		})
		return first(err, db.Close)
	})
}

// growth is how much a file grows by at a time, in bytes. bbolt's own 16 MiB
// would make a small vault several times as large as what is in it.
const growth = 1 << 20

func makeBuckets(tx *bbolt.Tx, buckets []Bucket) error {
	for _, bucket := range append([]Bucket{ownBucket}, buckets...) {
		if _, err := tx.CreateBucketIfNotExists([]byte(bucket)); err != nil {
			return fmt.Errorf("make bucket: %w", err)
		}
	}
	return nil
}
