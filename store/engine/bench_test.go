package engine

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// bigStore makes a store of n records of about 5 KB under random keys, as a
// vault of n reflections would have them, each with a record key of 88 bytes.
func bigStore(b *testing.B, n int) *Bolt {
	b.Helper()
	r := random(1)
	store := newBolt(b)
	var ops []Op
	for i := range n {
		id := randomBytes(r, 16)
		ops = append(ops,
			Op{Bucket: "rec", Key: append(id, 0, 0, 0, 0, 0, 0, 0, 1), Value: randomBytes(r, 4096+r.IntN(2048))},
			Op{Bucket: "meta", Key: id, Value: randomBytes(r, 88)})
		if i%500 == 499 {
			save(b, store, ops...)
			ops = nil
		}
	}
	save(b, store, ops...)
	return store
}

// sizes are the numbers of reflections the budgets are given for.
var sizes = []int{1000, 10_000}

func eachSize(b *testing.B, run func(b *testing.B, store *Bolt)) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, bigStore(b, n)) })
	}
}

func BenchmarkPreflight(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		for b.Loop() {
			if _, err := PreflightFile(store.path); err != nil {
				b.Fatal(err)
			}
		}
		about, err := os.Stat(store.path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(about.Size())/(1<<20), "MB")
	})
}

func BenchmarkReopen(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		for b.Loop() {
			if err := store.Reopen(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkScan(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		for b.Loop() {
			if err := store.Scan("rec", nil, func(Cell) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkApply saves a draft of 5 KB over and over and measures the disk's
// own flush in the same run, in turn with it: "besides" is what a save takes
// beyond its two flushes.
func BenchmarkApply(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		r := random(2)
		file, err := os.Create(filepath.Join(b.TempDir(), "flush"))
		if err != nil {
			b.Fatal(err)
		}
		block := make([]byte, 4096)
		var saving, flushing []time.Duration
		draft := Op{Bucket: "draft", Key: []byte("0123456789abcdef"), Value: randomBytes(r, 5120)}
		for b.Loop() {
			began := time.Now()
			save(b, store, draft)
			saving = append(saving, time.Since(began))
			began = time.Now()
			if _, err := file.WriteAt(block, 0); err != nil {
				b.Fatal(err)
			}
			if err := flush(file); err != nil {
				b.Fatal(err)
			}
			flushing = append(flushing, time.Since(began))
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
		one := share(flushing, 50)
		b.ReportMetric(one, "flush-p50-ms")
		b.ReportMetric(share(saving, 50)-2*one, "besides-p50-ms")
		b.ReportMetric(share(saving, 99)-2*share(flushing, 99), "besides-p99-ms")
	})
}

// share is a percentile in milliseconds.
func share(all []time.Duration, percent int) float64 {
	slices.Sort(all)
	return float64(all[len(all)*percent/100]) / float64(time.Millisecond)
}

// BenchmarkCompact is a backup as far as the engine goes: copied, flushed, its
// pages checked, every cell compared.
func BenchmarkCompact(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		path := filepath.Join(b.TempDir(), "copy.db")
		for b.Loop() {
			if _, err := store.Compact(path); err != nil {
				b.Fatal(err)
			}
			if err := os.Remove(path); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkErase deletes a record and compacts in place.
func BenchmarkErase(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		var keys [][]byte
		err := store.Scan("rec", nil, func(cell Cell) error {
			keys = append(keys, cell.Key)
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			save(b, store, Op{Bucket: "rec", Key: keys[i%len(keys)], Delete: true})
			if _, err := store.CompactInPlace(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSalvage(b *testing.B) {
	eachSize(b, func(b *testing.B, store *Bolt) {
		file, err := os.Open(store.path)
		if err != nil {
			b.Fatal(err)
		}
		about, err := file.Stat()
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := Salvage(file, about.Size(), testBuckets, func(Bucket, []byte, []byte) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
	})
}
