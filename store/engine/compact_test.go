package engine

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

func wantContents(t testing.TB, b Engine, want map[string]string) {
	t.Helper()
	got, err := contents(b, testBuckets)
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(got, want) {
		t.Fatalf("the store holds %d cells that differ from the %d expected", len(got), len(want))
	}
}

// What the page writer lays out must be a file that bbolt can go on with:
// every save after a compaction is checked.
func TestCompactInPlace_keepsEverythingAndBboltCanGoOn(t *testing.T) {
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := random(100 + seed)
			b := newBolt(t)
			for step := range 90 {
				save(t, b, randomChange(r)...)
				if step%9 == 8 {
					compactAndCheck(t, b)
				}
				if _, err := preflightFile(t, b.path); err != nil {
					t.Fatalf("after change %d: %v", step+1, err)
				}
			}
		})
	}
}

func compactAndCheck(t *testing.T, b *Bolt) {
	t.Helper()
	before, err := contents(b, testBuckets)
	if err != nil {
		t.Fatal(err)
	}
	sequence, err := b.Sequence()
	if err != nil {
		t.Fatal(err)
	}
	result, err := b.CompactInPlace()
	if err != nil {
		t.Fatal(err)
	}
	if result.Sequence != sequence {
		t.Fatalf("compacted at sequence %d, want %d", result.Sequence, sequence)
	}
	wantContents(t, b, before)
	report, err := preflightFile(t, b.path)
	if err != nil {
		t.Fatal(err)
	}
	if report.FreePages != 0 {
		t.Errorf("%d free pages after a compaction", report.FreePages)
	}
	for _, suffix := range []string{newSuffix, oldSuffix} {
		if there, err := exists(b.path + suffix); there || err != nil {
			t.Errorf("%s is left over: %v", suffix, err)
		}
	}
}

// Records of two to three kilobytes are where bbolt's own pages waste most.
func TestCompact_wastesLittleSpace(t *testing.T) {
	for _, size := range []int{300, 1000, 2048, 2400, 3000, 5000, 9000, 20000} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			t.Parallel()
			r := random(uint64(size))
			b := newBolt(t)
			stored := 0
			for range 6 {
				var ops []Op
				for range 1_000_000 / size {
					value := randomBytes(r, size*3/4+r.IntN(size/2))
					key := randomBytes(r, 24)
					ops = append(ops, Op{Bucket: "rec", Key: key, Value: value})
					stored += len(key) + len(value) + elementSize
				}
				save(t, b, ops...)
			}
			result, err := b.Compact(filepath.Join(t.TempDir(), "copy.db"))
			if err != nil {
				t.Fatal(err)
			}
			ratio := float64(result.Bytes) / float64(stored)
			t.Logf("%d bytes a record: file %.3f times what it holds", size, ratio)
			if ratio > 1.08 {
				t.Errorf("the compacted file is %.3f times as large as what it holds, want at most 1.08", ratio)
			}
		})
	}
}

func TestCompact_beginsAgainWhenASaveLands(t *testing.T) {
	b := newBolt(t)
	r := random(7)
	for i := range 40 {
		save(t, b, record(i, randomBytes(r, 100_000)))
	}
	// Another goroutine saves as long as the copies last.
	stop, stopped := make(chan struct{}), make(chan error)
	go func() {
		var err error
		for i := 0; err == nil; i++ {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
			}
			var base uint64
			if base, err = b.Sequence(); err == nil {
				_, err = b.Apply(base, []Op{record(1000+i%5, []byte("saved meanwhile"))})
			}
		}
		stopped <- err
	}()
	for i := range 5 {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("copy%d.db", i))
		result, err := b.Compact(path)
		if err != nil {
			t.Fatal(err)
		}
		copied, err := OpenBolt(path, Options{Buckets: testBuckets, ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := copied.Sequence(); err != nil || got != result.Sequence {
			t.Errorf("the copy is at sequence %d, %v; want %d", got, err, result.Sequence)
		}
		if _, err := copied.Apply(result.Sequence, nil); !errors.Is(err, ErrReadOnly) {
			t.Errorf("apply to a file opened for reading: %v, want ErrReadOnly", err)
		}
		if err := copied.Close(); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	if err := <-stopped; err != nil {
		t.Fatal(err)
	}
}

func TestCompact_neverWritesOverAFile(t *testing.T) {
	b := newBolt(t, record(1, []byte("value")))
	path := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte("dear all"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Compact(path); !errors.Is(err, ErrExists) {
		t.Fatalf("compact over a file: %v, want ErrExists", err)
	}
	if left, err := os.ReadFile(path); err != nil || string(left) != "dear all" {
		t.Fatalf("the file in the way holds %q, %v", left, err)
	}
}

// What was deleted is nowhere in the compacted file.
func TestCompactInPlace_leavesNothingOfWhatWasDeleted(t *testing.T) {
	b := newBolt(t)
	r := random(9)
	secret := randomBytes(r, 700)
	for i := range 50 {
		save(t, b, record(i, randomBytes(r, 900)))
	}
	save(t, b, record(60, secret))
	save(t, b, Op{Bucket: "rec", Key: record(60, nil).Key, Delete: true})
	if _, err := b.CompactInPlace(); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(b.path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		all, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for at := 0; at+16 <= len(secret); at += 16 {
			if bytes.Contains(all, secret[at:at+16]) {
				t.Fatalf("part of a deleted value is still in %s", entry.Name())
			}
		}
	}
}

func TestUsage_tellsWhatDeletionLeftBehind(t *testing.T) {
	b := newBolt(t)
	r := random(11)
	for i := range 20 {
		save(t, b, record(i, randomBytes(r, 50_000)))
	}
	full, err := b.Usage()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		save(t, b, Op{Bucket: "rec", Key: record(i, nil).Key, Delete: true})
	}
	for _, reopened := range []bool{false, true} {
		if reopened {
			if err := b.Reopen(); err != nil {
				t.Fatal(err)
			}
		}
		left, err := b.Usage()
		if err != nil || left.Bytes < full.Bytes || left.Free < 1_000_000 || left.Free > left.Bytes {
			t.Errorf("after deleting a million bytes (reopened: %t): %+v, %v; before %+v", reopened, left, err, full)
		}
	}
	if _, err := b.CompactInPlace(); err != nil {
		t.Fatal(err)
	}
	if small, err := b.Usage(); err != nil || small.Free != 0 || small.Bytes > 100_000 {
		t.Errorf("after a compaction: %+v, %v", small, err)
	}
}
