package engine

import (
	"fmt"
	"testing"
)

// Whatever bbolt writes must pass: one false finding would keep a person from
// their notes.
func TestPreflight_passesWhateverBboltWrites(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := random(seed)
			b := newBolt(t)
			for step := range 150 {
				save(t, b, randomChange(r)...)
				if step%3 != 0 {
					continue
				}
				report, err := preflightFile(t, b.path)
				if err != nil {
					t.Fatalf("after change %d: %v", step+1, err)
				}
				wantCells(t, b, report)
			}
		})
	}
}

// wantCells compares the walker's count of cells with what the engine reads.
func wantCells(t *testing.T, b *Bolt, report Report) {
	t.Helper()
	for _, bucket := range testBuckets {
		count := 0
		if err := b.Scan(bucket, nil, func(Cell) error { count++; return nil }); err != nil {
			t.Fatal(err)
		}
		if report.Cells[bucket] != count {
			t.Fatalf("preflight counts %d cells in %s, the engine %d", report.Cells[bucket], bucket, count)
		}
	}
}

// randomChange mixes small and large values, single saves and mass deletion,
// so that pages split, merge, overflow and move in and out of the root.
func randomChange(r interface {
	IntN(int) int
	Uint32() uint32
}) []Op {
	bucket := testBuckets[r.IntN(len(testBuckets))]
	sizes := []int{0, 30, 300, 3000, 30000, 300000}
	size := sizes[r.IntN(1+r.IntN(len(sizes)))]
	keys := []int{5, 50, 500, 3000}[r.IntN(4)]
	many := []int{1, 1, 3, 40, 300}[r.IntN(5)]
	if size > 3000 {
		many = min(many, 5)
	}
	deleting := r.IntN(3) == 0
	var ops []Op
	for range many {
		op := Op{Bucket: bucket, Key: fmt.Appendf(nil, "%0*d", 1+r.IntN(60), r.IntN(keys))}
		if deleting {
			op.Delete = true
		} else {
			op.Value = make([]byte, r.IntN(size+1))
			for i := range op.Value {
				op.Value[i] = byte(r.Uint32())
			}
		}
		ops = append(ops, op)
	}
	return ops
}
