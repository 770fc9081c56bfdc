package engine

import (
	"fmt"
	"os"
	"testing"
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

func BenchmarkPreflight(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			store := bigStore(b, n)
			file, err := os.Open(store.path)
			if err != nil {
				b.Fatal(err)
			}
			about, err := file.Stat()
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := Preflight(file, about.Size()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(about.Size())/(1<<20), "MB")
			if err := file.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}
