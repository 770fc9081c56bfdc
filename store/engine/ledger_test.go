package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
)

// ledger stands in for the vault above in these tests: values that authenticate
// themselves with bucket and key, and a manifest, changed in the same Apply,
// over the sequence and every value there is. With it a test can say of any
// file: this is exactly the store as it was at one sequence, or it is not, and
// whether that would have been noticed.
type ledger struct {
	sequence uint64
	tags     map[string]tag // of every cell but the manifest, by bucket and key
}

type tag [16]byte

const manifestBucket = Bucket("meta")

var manifestKey = []byte("manifest")

func newLedger() ledger { return ledger{tags: make(map[string]tag)} }

func cellName(bucket Bucket, key []byte) string { return string(bucket) + "/" + string(key) }

func tagOf(bucket Bucket, key, payload []byte) tag {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q ", bucket, key)
	sum.Write(payload)
	return tag(sum.Sum(nil)[:16])
}

// next seals ops, adds the manifest and gives the ledger as it will be once
// they are applied.
func (l ledger) next(ops ...Op) (ledger, []Op) {
	following := ledger{sequence: l.sequence + 1, tags: maps.Clone(l.tags)}
	sealed := make([]Op, 0, len(ops)+1)
	for _, op := range ops {
		name := cellName(op.Bucket, op.Key)
		if op.Delete {
			delete(following.tags, name)
		} else {
			mark := tagOf(op.Bucket, op.Key, op.Value)
			following.tags[name] = mark
			op.Value = append(mark[:], op.Value...)
		}
		sealed = append(sealed, op)
	}
	payload := following.manifest()
	mark := tagOf(manifestBucket, manifestKey, payload)
	return following, append(sealed, Op{Bucket: manifestBucket, Key: manifestKey, Value: append(mark[:], payload...)})
}

// manifest is the sequence, the number of cells and all tags folded together.
func (l ledger) manifest() []byte {
	var all tag
	for _, mark := range l.tags {
		for i := range all {
			all[i] ^= mark[i]
		}
	}
	payload := binary.BigEndian.AppendUint64(nil, l.sequence)
	payload = binary.BigEndian.AppendUint64(payload, uint64(len(l.tags)))
	return append(payload, all[:]...)
}

var (
	errForged   = errors.New("a value does not authenticate")
	errManifest = errors.New("the manifest does not match")
)

// readLedger reads a whole store as the vault would when it is unlocked. Any
// error is a thing noticed.
func readLedger(e Engine) (ledger, error) {
	l := newLedger()
	var manifest []byte
	for _, bucket := range testBuckets {
		err := e.Scan(bucket, nil, func(cell Cell) error {
			if len(cell.Value) < len(tag{}) {
				return errForged
			}
			mark, payload := tag(cell.Value), cell.Value[len(tag{}):]
			if mark != tagOf(bucket, cell.Key, payload) {
				return errForged
			}
			if bucket == manifestBucket && bytes.Equal(cell.Key, manifestKey) {
				manifest = payload
				return nil
			}
			l.tags[cellName(bucket, cell.Key)] = mark
			return nil
		})
		if err != nil {
			return ledger{}, err
		}
	}
	var err error
	if l.sequence, err = e.Sequence(); err != nil {
		return ledger{}, err
	}
	if l.sequence == 0 && manifest == nil && len(l.tags) == 0 {
		return l, nil
	}
	if !bytes.Equal(manifest, l.manifest()) {
		return ledger{}, errManifest
	}
	return l, nil
}

// same is true if two ledgers hold the same cells at the same sequence.
func (l ledger) same(other ledger) bool {
	return l.sequence == other.sequence && maps.Equal(l.tags, other.tags)
}
