package engine

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// testBuckets are the buckets of every file these tests make.
var testBuckets = []Bucket{"hdr", "rec", "draft", "meta"}

func testOptions() Options {
	return Options{Buckets: testBuckets, Ballast: -1}
}

// random gives a source that is the same for the same seed.
func random(seed uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed, 0x50756e64))
}

// randomBytes gives length random bytes.
func randomBytes(r *rand.Rand, length int) []byte {
	b := make([]byte, length)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// newBolt makes a store in a folder of its own and closes it with the test.
func newBolt(t testing.TB, ops ...Op) *Bolt {
	t.Helper()
	b, err := CreateBolt(filepath.Join(t.TempDir(), "vault.db"), testOptions(), ops)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return b
}

// save applies ops on top of whatever there is.
func save(t testing.TB, b Engine, ops ...Op) uint64 {
	t.Helper()
	base, err := b.Sequence()
	if err != nil {
		t.Fatal(err)
	}
	next, err := b.Apply(base, ops)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func record(i int, value []byte) Op {
	return Op{Bucket: "rec", Key: fmt.Appendf(nil, "record %08d", i), Value: value}
}

// contents is all that a store holds: bucket, a slash, key, to value.
func contents(b Engine, buckets []Bucket) (map[string]string, error) {
	all := make(map[string]string)
	for _, bucket := range buckets {
		err := b.Scan(bucket, nil, func(cell Cell) error {
			all[string(bucket)+"/"+string(cell.Key)] = string(cell.Value)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// preflightFile checks a file by its path.
func preflightFile(t testing.TB, path string) (Report, error) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}()
	about, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return Preflight(file, about.Size())
}

// memoryFolder is a folder on a file system in memory where there is one: for
// tests that make thousands of files and need none of them to last.
func memoryFolder(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "sounding-engine-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	return folder
}
