package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
)

// Options say how a file is opened. Only Buckets must be given.
type Options struct {
	// Buckets is the fixed list of buckets; missing ones are made.
	Buckets []Bucket
	// ReadOnly opens without the lock note, the ballast or any write: for
	// looking at a finished backup.
	ReadOnly bool
	// Timeout is how long to wait for another process to let go, 2 s if zero.
	Timeout time.Duration
	// Ballast is the size in bytes of the file kept beside the vault to be
	// dropped when the disk is full: 4 MiB if zero, none if negative.
	Ballast int64
	// Now is the clock for the lock note, time.Now if nil.
	Now func() time.Time
	// Wait pauses between tries, time.Sleep if nil.
	Wait func(time.Duration)
}

const (
	defaultTimeout = 2 * time.Second
	defaultBallast = 4 << 20
)

func (o Options) settled() Options {
	if o.Timeout <= 0 {
		o.Timeout = defaultTimeout
	}
	if o.Ballast == 0 {
		o.Ballast = defaultBallast
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Wait == nil {
		o.Wait = time.Sleep
	}
	return o
}

// sequenceKey is where the own bucket keeps the sequence, eight bytes with the
// highest first.
var sequenceKey = []byte("sequence")

// How far an open engine can still be trusted. It only ever gets worse until
// the engine is reopened.
const (
	stateLive    int32 = iota // reads and writes
	stateStopped              // reads; a write had an unknown outcome
	stateBroken               // neither: the mapped file could not be read
	stateClosed
)

// Bolt is the engine over one bbolt file.
//
// A read transaction lasts as long as it takes to copy a batch of cells and is
// never open while anything of the caller runs. Nothing here ever waits for a
// person.
type Bolt struct {
	path    string
	options Options
	buckets known
	held    *hold

	writing sync.Mutex // one Apply, Compact, Reopen or Close at a time
	reading sync.Mutex // one transaction begins, or is read, at a time
	state   atomic.Int32
	db      *bbolt.DB // replaced only with both mutexes held
	file    *os.File  // db's file
	// pageSize is that of the file, in bytes.
	pageSize int
	hooks    hooks
}

// Path is the absolute path of the file itself, links resolved.
func (b *Bolt) Path() string { return b.path }

// Usage is how much of the file is in use.
type Usage struct {
	Bytes int64 // of all pages, free ones included
	Free  int64 // of pages that hold nothing now, or only what was deleted
}

// Usage tells whether a compaction is worth its time.
func (b *Bolt) Usage() (Usage, error) {
	var usage Usage
	err := b.read(func(tx *bbolt.Tx) error {
		usage.Bytes = tx.Size()
		stats := b.db.Stats()
		usage.Free = int64(stats.FreePageN+stats.PendingPageN) * int64(b.pageSize)
		return nil
	})
	return usage, err
}

// Get implements Engine.
func (b *Bolt) Get(bucket Bucket, key []byte) ([]byte, error) {
	if err := b.buckets.check(bucket); err != nil {
		return nil, err
	}
	var value []byte
	err := b.read(func(tx *bbolt.Tx) error {
		cells := tx.Bucket([]byte(bucket))
		if cells == nil {
			return ErrNoCell // a read-only file may lack a newer bucket
		}
		found := cells.Get(key)
		if found == nil {
			return ErrNoCell
		}
		value = copied(found)
		return nil
	})
	return value, err
}

// Sequence implements Engine.
func (b *Bolt) Sequence() (uint64, error) {
	var sequence uint64
	err := b.read(func(tx *bbolt.Tx) error {
		var err error
		sequence, err = sequenceOf(tx)
		return err
	})
	return sequence, err
}

// sequenceOf reads the sequence within a transaction. A file without one holds
// no change yet.
func sequenceOf(tx *bbolt.Tx) (uint64, error) {
	own := tx.Bucket([]byte(ownBucket))
	if own == nil {
		return 0, nil
	}
	stored := own.Get(sequenceKey)
	if stored == nil {
		return 0, nil
	}
	if len(stored) != 8 {
		return 0, damage(Finding{Kind: FindSequence})
	}
	return binary.BigEndian.Uint64(stored), nil
}

// A batch of a scan ends when either is reached.
const (
	batchCells = 1024
	batchBytes = 1 << 20
)

// Scan implements Engine.
func (b *Bolt) Scan(bucket Bucket, prefix []byte, visit func(Cell) error) error {
	if err := b.buckets.check(bucket); err != nil {
		return err
	}
	from := bytes.Clone(prefix)
	for from != nil || prefix == nil {
		cells, next, _, err := b.batch(bucket, prefix, from)
		if err != nil {
			return err
		}
		for _, cell := range cells {
			if err := visit(cell); err != nil {
				return err
			}
		}
		if next == nil {
			return nil
		}
		from = next
	}
	return nil
}

// batch copies cells from a key on, in one short transaction. next is where
// the following batch begins, nil when this was the last; sequence is the one
// the batch was read at.
func (b *Bolt) batch(bucket Bucket, prefix, from []byte) (cells []Cell, next []byte, sequence uint64, err error) {
	err = b.read(func(tx *bbolt.Tx) error {
		var err error
		if sequence, err = sequenceOf(tx); err != nil {
			return err
		}
		within := tx.Bucket([]byte(bucket))
		if within == nil {
			return nil
		}
		cursor, size := within.Cursor(), 0
		for key, value := cursor.Seek(from); key != nil && bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
			if len(cells) == batchCells || size >= batchBytes {
				next = bytes.Clone(key)
				return nil
			}
			cells = append(cells, cellOf(key, value))
			size += len(key) + len(value)
		}
		return nil
	})
	return cells, next, sequence, err
}

// read runs look in a read transaction, guarded. look must copy what it keeps.
func (b *Bolt) read(look func(*bbolt.Tx) error) error {
	b.reading.Lock()
	defer b.reading.Unlock()
	switch b.state.Load() {
	case stateClosed:
		return ErrClosed
	case stateBroken:
		return ErrStopped
	}
	err := guard(func() error {
		tx, err := b.db.Begin(false)
		if err != nil {
			return fmt.Errorf("read vault: %w", err)
		}
		return first(look(tx), tx.Rollback)
	})
	if isFault(err) {
		b.worsen(stateBroken)
	}
	return err
}

// first runs the last step of something whatever came before and returns the
// first error of the two.
func first(err error, last func() error) error {
	if closing := last(); err == nil {
		return closing
	}
	return err
}

// worsen lowers the trust in the open file, and never raises it.
func (b *Bolt) worsen(state int32) {
	for {
		now := b.state.Load()
		if now >= state || b.state.CompareAndSwap(now, state) {
			return
		}
	}
}

// Apply implements Engine. Besides the errors named there it may give
// ErrReplaced and ErrReadOnly, with nothing changed; ErrUnknownOutcome also
// wraps ErrDiskFull, ErrFileTooLarge or ErrDisk when the cause is one of them.
func (b *Bolt) Apply(base uint64, ops []Op) (uint64, error) {
	if err := b.buckets.checkOps(ops); err != nil {
		return 0, err
	}
	b.writing.Lock()
	defer b.writing.Unlock()
	if err := b.writable(); err != nil {
		return 0, err
	}
	if err := b.samePlace(); err != nil {
		b.worsen(stateStopped)
		return 0, err
	}
	return b.write(func(tx *bbolt.Tx) (uint64, error) { return change(tx, base, ops) })
}

func (b *Bolt) writable() error {
	switch b.state.Load() {
	case stateClosed:
		return ErrClosed
	case stateBroken, stateStopped:
		return ErrStopped
	}
	if b.options.ReadOnly {
		return ErrReadOnly
	}
	return nil
}

// write makes one transaction of what fill puts into it and returns the
// sequence that fill gives. Whatever goes wrong before the commit has changed
// nothing; whatever goes wrong within it has an unknown outcome.
func (b *Bolt) write(fill func(*bbolt.Tx) (uint64, error)) (uint64, error) {
	var sequence uint64
	committing := false
	err := guard(func() error {
		tx, err := b.beginWrite()
		if err != nil {
			return fmt.Errorf("write vault: %w", err)
		}
		if sequence, err = fill(tx); err != nil {
			return first(err, tx.Rollback)
		}
		committing = true
		return tx.Commit()
	})
	switch {
	case err == nil:
		return sequence, nil
	case isFault(err):
		b.worsen(stateBroken)
	case committing:
		b.worsen(stateStopped)
	}
	if !committing {
		return sequence, err
	}
	return 0, b.unknown(err)
}

// unknown describes a failed commit and makes room if the disk was full.
func (b *Bolt) unknown(cause error) error {
	cause = classify(cause)
	if errors.Is(cause, ErrDiskFull) {
		cause = errors.Join(cause, b.dropBallast())
	}
	return fmt.Errorf("%w: %w", ErrUnknownOutcome, cause)
}

// beginWrite holds reading so that a fault while a transaction begins cannot
// strand another one half-way.
func (b *Bolt) beginWrite() (*bbolt.Tx, error) {
	b.reading.Lock()
	defer b.reading.Unlock()
	return b.db.Begin(true)
}

// change puts ops into a transaction and returns the sequence it will have.
func change(tx *bbolt.Tx, base uint64, ops []Op) (uint64, error) {
	sequence, err := sequenceOf(tx)
	if err != nil {
		return 0, err
	}
	if sequence != base {
		return sequence, ErrStale
	}
	for _, op := range ops {
		cells := tx.Bucket([]byte(op.Bucket))
		if cells == nil {
			return sequence, ErrNoBucket
		}
		if op.Delete {
			err = cells.Delete(op.Key)
		} else {
			err = cells.Put(op.Key, op.Value)
		}
		if err != nil {
			return sequence, fmt.Errorf("change cell: %w", err)
		}
	}
	return sequence + 1, putSequence(tx, sequence+1)
}

func putSequence(tx *bbolt.Tx, sequence uint64) error {
	own := tx.Bucket([]byte(ownBucket))
	if own == nil {
		return ErrNoBucket
	}
	return own.Put(sequenceKey, binary.BigEndian.AppendUint64(nil, sequence))
}
