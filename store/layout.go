package store

import (
	"encoding/binary"

	"sounding/journal"
	"sounding/store/engine"
)

// The buckets of a vault. Their names are part of the format.
const (
	bucketHeader  engine.Bucket = "hdr"    // v1a, v1b: the header, twice, not sealed
	bucketKeys    engine.Bucket = "keys"   // id: the reflection's own key, wrapped
	bucketRecords engine.Bucket = "rec"    // id, revision: a revision
	bucketDrafts  engine.Bucket = "draft"  // id, sitting, ring: a draft
	bucketMarks   engine.Bucket = "mark"   // id: trash, hold, keeping
	bucketShares  engine.Bucket = "share"  // share id: to whom, what came back
	bucketMeta    engine.Bucket = "meta"   // manifest, settings and the like
	bucketTombs   engine.Bucket = "tomb"   // keyed hash of an id: erased when, and by which rule
	bucketImports engine.Bucket = "import" // keyed hash of a source: the id it became
	bucketWalks   engine.Bucket = "walk"   // keyed hash of a digest: the walk as it was
	bucketLog     engine.Bucket = "log"    // sequence: an event, ids only
)

func buckets() []engine.Bucket {
	return append([]engine.Bucket{bucketHeader}, sealedBuckets()...)
}

// sealedBuckets are those that the manifest counts; its own cell is left out.
func sealedBuckets() []engine.Bucket {
	return []engine.Bucket{
		bucketKeys, bucketRecords, bucketDrafts, bucketMarks, bucketShares, bucketMeta,
		bucketTombs, bucketImports, bucketWalks, bucketLog,
	}
}

// underMeta says whether a bucket is sealed under the vault's key rather than
// under the key of one reflection.
func underMeta(bucket engine.Bucket) bool {
	switch bucket {
	case bucketMeta, bucketTombs, bucketImports, bucketWalks, bucketLog, bucketShares:
		return true
	}
	return false
}

// Keys of single cells.
const (
	headerA      = "v1a"
	headerB      = "v1b"
	keyManifest  = "manifest"
	keySettings  = "settings"
	keyComeBack  = "return"
	keyRecovery  = "recovery"
	keyDrill     = "drill"
	keyHold      = "hold"
	keyRetention = "retention"
)

const (
	sitting  = 0 // the one writer of a vault; other numbers are for an engine with several
	ringSize = 8 // ring 0 is the draft, 1 to 7 are its states a minute apart
)

type rawID = [16]byte

func recordKey(id rawID, revision uint64) []byte {
	return binary.BigEndian.AppendUint64(id[:len(id):len(id)], revision)
}

func draftKey(id rawID, ring uint8) []byte {
	key := binary.BigEndian.AppendUint32(id[:len(id):len(id)], sitting)
	return append(key, ring)
}

func logKey(sequence uint64) []byte {
	return binary.BigEndian.AppendUint64(nil, sequence)
}

const (
	recordKeySize = 16 + 8
	draftKeySize  = 16 + 4 + 1
)

func splitRecordKey(key []byte) (id rawID, revision uint64, ok bool) {
	if len(key) != recordKeySize {
		return id, 0, false
	}
	return rawID(key), binary.BigEndian.Uint64(key[16:]), true
}

func splitDraftKey(key []byte) (id rawID, ring uint8, ok bool) {
	if len(key) != draftKeySize || key[draftKeySize-1] >= ringSize {
		return id, 0, false
	}
	return rawID(key), key[draftKeySize-1], true
}

func put(bucket engine.Bucket, key, cell []byte) engine.Op {
	return engine.Op{Bucket: bucket, Key: key, Value: cell}
}

func remove(bucket engine.Bucket, key []byte) engine.Op {
	return engine.Op{Bucket: bucket, Key: key, Delete: true}
}

func idOf(raw rawID) journal.ID { return journal.IDFromBytes(raw) }
