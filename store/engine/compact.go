package engine

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"go.etcd.io/bbolt"
)

// Copied is what Compact wrote.
type Copied struct {
	Sequence uint64 // the sequence all of it was read at
	Cells    int
	Bytes    int64 // size of the file
}

// Compact writes everything into a new file at destination, 0600, without free
// pages or anything deleted, flushes it, checks its pages and compares every
// cell. Saves go on meanwhile; when one lands in between, the copy begins
// again, and the third time saves wait. ErrExists when destination is there;
// after any error nothing is left at destination.
func (b *Bolt) Compact(destination string) (Copied, error) {
	var result Copied
	err := errMoved
	for try := 0; try < 2 && errors.Is(err, errMoved); try++ {
		result, err = b.compact(destination)
	}
	if errors.Is(err, errMoved) {
		b.writing.Lock()
		defer b.writing.Unlock()
		result, err = b.compact(destination)
	}
	if err != nil {
		return Copied{}, fmt.Errorf("compact vault: %w", err)
	}
	return result, nil
}

// CompactInPlace puts a compacted copy in the place of the open file, as
// Compact and ReplaceWith do, with no save between the two.
func (b *Bolt) CompactInPlace() (Copied, error) {
	b.writing.Lock()
	defer b.writing.Unlock()
	if err := b.writable(); err != nil {
		return Copied{}, err
	}
	if err := b.samePlace(); err != nil {
		b.worsen(stateStopped)
		return Copied{}, err
	}
	waiting := b.path + newSuffix
	if err := removeRetrying(waiting, b.options); err != nil {
		return Copied{}, fmt.Errorf("compact vault: %w", err)
	}
	result, err := b.compact(waiting)
	if err != nil {
		return Copied{}, fmt.Errorf("compact vault: %w", err)
	}
	return result, b.replace(waiting)
}

// errMoved: a save landed while a copy was being made.
var errMoved = errors.New("the vault was saved meanwhile")

func (b *Bolt) compact(destination string) (result Copied, err error) {
	file, err := os.OpenFile(destination, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return Copied{}, ErrExists
	}
	if err != nil {
		return Copied{}, classify(err)
	}
	defer func() {
		if err != nil {
			err = classify(errors.Join(err, removeIfThere(destination)))
		}
	}()
	if err := keepPrivate(destination); err != nil {
		return Copied{}, first(err, file.Close)
	}
	result, err = b.copyTo(file)
	if err = first(err, file.Close); err != nil {
		return Copied{}, err
	}
	if err := b.compare(destination, result); err != nil {
		return Copied{}, err
	}
	return result, syncFolder(filepath.Dir(destination))
}

// copyTo writes all buckets of the file, those that a newer program made
// included, and flushes.
func (b *Bolt) copyTo(file *os.File) (Copied, error) {
	buckets, sequence, err := b.allBuckets()
	if err != nil {
		return Copied{}, err
	}
	result := Copied{Sequence: sequence}
	pages := newPageWriter(file, max(os.Getpagesize(), smallestPage))
	for _, bucket := range buckets {
		if err := pages.bucket(bucket); err != nil {
			return Copied{}, err
		}
		err := b.everyBatch(bucket, sequence, func(cells []Cell) error {
			result.Cells += len(cells)
			for _, cell := range cells {
				if err := pages.cell(cell); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return Copied{}, err
		}
	}
	result.Bytes, err = pages.finish()
	return result, first(err, file.Sync)
}

// allBuckets lists the buckets of the file in order, and the sequence.
func (b *Bolt) allBuckets() (buckets []Bucket, sequence uint64, err error) {
	err = b.read(func(tx *bbolt.Tx) error {
		var err error
		if sequence, err = sequenceOf(tx); err != nil {
			return err
		}
		return tx.ForEach(func(name []byte, _ *bbolt.Bucket) error {
			buckets = append(buckets, Bucket(name))
			return nil
		})
	})
	slices.Sort(buckets)
	return buckets, sequence, err
}

// everyBatch copies a bucket batch by batch, and gives errMoved when a save
// landed since sequence.
func (b *Bolt) everyBatch(bucket Bucket, sequence uint64, take func([]Cell) error) error {
	for from := []byte(nil); ; {
		cells, next, now, err := b.batch(bucket, nil, from)
		if err != nil {
			return err
		}
		if now != sequence {
			return errMoved
		}
		if err := take(cells); err != nil {
			return err
		}
		if next == nil {
			return nil
		}
		from = next
	}
}

// errCopyDiffers: a copy is not what it was copied from.
var errCopyDiffers = fmt.Errorf("the copy does not match: %w", ErrDisk)

// compare opens the copy, which checks its pages, and compares every cell of
// every bucket.
func (b *Bolt) compare(destination string, result Copied) error {
	buckets, sequence, err := b.allBuckets()
	if err != nil {
		return err
	}
	if sequence != result.Sequence {
		return errMoved
	}
	options := b.options
	options.ReadOnly = true
	copied, err := openHeld(destination, options, b.buckets, nil, hooks{})
	if err != nil {
		return err
	}
	theirs, _, err := copied.allBuckets()
	if err == nil && !slices.Equal(buckets, theirs) {
		err = errCopyDiffers
	}
	for _, bucket := range buckets {
		if err == nil {
			err = b.compareBucket(copied, bucket, sequence)
		}
	}
	return first(err, copied.Close)
}

func (b *Bolt) compareBucket(copied *Bolt, bucket Bucket, sequence uint64) error {
	var waiting []Cell
	var from []byte
	more := true
	next := func() (Cell, bool, error) {
		if len(waiting) == 0 && more {
			var err error
			if waiting, from, _, err = copied.batch(bucket, nil, from); err != nil {
				return Cell{}, false, err
			}
			more = from != nil
		}
		if len(waiting) == 0 {
			return Cell{}, false, nil
		}
		cell := waiting[0]
		waiting = waiting[1:]
		return cell, true, nil
	}
	err := b.everyBatch(bucket, sequence, func(cells []Cell) error {
		for _, cell := range cells {
			theirs, ok, err := next()
			if err != nil {
				return err
			}
			if !ok || !bytes.Equal(cell.Key, theirs.Key) || !bytes.Equal(cell.Value, theirs.Value) {
				return errCopyDiffers
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, extra, err := next()
	if err == nil && extra {
		err = errCopyDiffers
	}
	return err
}
