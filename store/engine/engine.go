// Package engine keeps opaque sealed cells and nothing else. A cell is a key
// and a value in a named bucket; what is inside was sealed by the vault above,
// and no engine can read it, log it or put it into an error.
//
// Every engine promises the same, and enginetest proves it of each: a change
// is applied whole or not at all, only on top of the sequence it was made for,
// and is on the disk when Apply has returned. When an engine cannot know
// whether a change arrived it says so and refuses to write until it is reopened.
package engine

// Bucket names one of the fixed list of buckets an engine was opened with.
type Bucket string

// Cell is one key and its sealed value. Both are copies that belong to the
// caller: never memory of a mapped file.
type Cell struct {
	Key   []byte
	Value []byte
}

// Op is one change within an Apply: put Value under Key, or, with Delete, take
// Key away. Deleting a key that is not there is no error.
type Op struct {
	Bucket Bucket
	Key    []byte
	Value  []byte
	Delete bool
}

// Limits of one cell, the same in every engine.
const (
	// MaxKey is the longest key in bytes; the shortest is 1.
	MaxKey = 4096
	// MaxValue is the longest value in bytes; an empty value is a value.
	MaxValue = 256 << 20
)

// Engine is a store of sealed cells with one writer.
//
// All methods may be called from several goroutines. Buckets outside the list
// the engine was opened with give ErrNoBucket, any call after Close ErrClosed.
type Engine interface {
	// Sequence is the number of the last applied change: 0 for a new store,
	// one more for each successful Apply, never less.
	Sequence() (uint64, error)

	// Get returns a copy of one value, or ErrNoCell.
	Get(bucket Bucket, key []byte) ([]byte, error)

	// Scan visits the cells of a bucket whose keys begin with prefix (nil for
	// all) in key order. Cells are copied in batches, and nothing is held while
	// visit runs, so visit may call any method of the engine and take its time.
	// A key that is there throughout is visited exactly once; one that comes or
	// goes meanwhile may or may not be. An error of visit ends the scan and is
	// returned as it is.
	Scan(bucket Bucket, prefix []byte, visit func(Cell) error) error

	// Apply applies all ops in order, or none, if base is the current sequence,
	// and returns the new sequence. ErrStale: base is not the current sequence,
	// which is returned, and nothing was changed. ErrUnknownOutcome: the change may or may not be
	// there; from then on Apply gives ErrStopped until the engine is reopened.
	Apply(base uint64, ops []Op) (uint64, error)

	// Close releases the store. A second Close does nothing.
	Close() error
}

// known is the fixed list of buckets of one open engine.
type known map[Bucket]struct{}

// knownBuckets checks a list of buckets: at least one, none empty, none twice,
// none reserved.
func knownBuckets(buckets []Bucket) (known, error) {
	list := make(known, len(buckets))
	for _, bucket := range buckets {
		if _, twice := list[bucket]; twice || bucket == "" || bucket == ownBucket || len(bucket) > maxBucketName {
			return nil, ErrBucketList
		}
		list[bucket] = struct{}{}
	}
	if len(list) == 0 {
		return nil, ErrBucketList
	}
	return list, nil
}

// ownBucket is the bucket an engine keeps for itself; no caller may name it.
const ownBucket Bucket = "engine"

// maxBucketName is the longest name of a bucket in bytes.
const maxBucketName = 64

func (list known) check(bucket Bucket) error {
	if _, ok := list[bucket]; !ok {
		return ErrNoBucket
	}
	return nil
}

// checkOps refuses a change that no engine could hold, before anything is
// written.
func (list known) checkOps(ops []Op) error {
	for _, op := range ops {
		if err := list.check(op.Bucket); err != nil {
			return err
		}
		if len(op.Key) == 0 || len(op.Key) > MaxKey || len(op.Value) > MaxValue {
			return ErrCellSize
		}
	}
	return nil
}

// copied is a copy that is never nil, so that an empty value is told from none.
func copied(value []byte) []byte {
	return append([]byte{}, value...)
}

// cellOf copies a key and its value in one piece of memory.
func cellOf(key, value []byte) Cell {
	both := make([]byte, len(key)+len(value))
	copy(both[copy(both, key):], value)
	return Cell{Key: both[:len(key):len(key)], Value: both[len(key):]}
}
