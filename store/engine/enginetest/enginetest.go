// Package enginetest is the suite every engine passes: what Engine promises,
// one promise a test. It knows no engine by name. A new engine calls Run with a
// factory and is done when everything passes, also under the race detector.
package enginetest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"sounding/store/engine"
)

// Buckets is the list the factory's engines must be opened with.
var Buckets = []engine.Bucket{"first", "second", "third"}

// Factory opens a new, empty engine with Buckets, which the suite closes.
// reopen, nil for an engine that cannot, closes it and opens the same store.
type Factory func(t *testing.T) (opened engine.Engine, reopen func() engine.Engine)

// Run proves every promise of Engine of the engines that open gives.
func Run(t *testing.T, open Factory) {
	promises := []struct {
		name  string
		prove func(*testing.T, Factory)
	}{
		{"starts empty at sequence nought", startsEmpty},
		{"gives back what was put", givesBack},
		{"tells an empty value from none", emptyValue},
		{"gives copies that belong to the caller", copies},
		{"refuses buckets outside the list", refusesBuckets},
		{"refuses cells beyond the limits", refusesSizes},
		{"applies all of a change or nothing", allOrNothing},
		{"applies ops in order", inOrder},
		{"refuses a change made for another sequence", stale},
		{"counts every change once", counts},
		{"scans in key order by prefix", scans},
		{"scans more than a batch", scansMany},
		{"lets the visitor use the engine", visitorIsFree},
		{"stops a scan at the visitor's error", visitorStops},
		{"holds large values", large},
		{"lets one of many writers win", oneWins},
		{"keeps everything through a reopen", reopens},
		{"refuses everything once closed", closes},
	}
	for _, promise := range promises {
		t.Run(promise.name, func(t *testing.T) { promise.prove(t, open) })
	}
}

func start(t *testing.T, open Factory) engine.Engine {
	t.Helper()
	opened, _ := open(t)
	t.Cleanup(func() {
		if err := opened.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return opened
}

func put(bucket engine.Bucket, key, value string) engine.Op {
	return engine.Op{Bucket: bucket, Key: []byte(key), Value: []byte(value)}
}

func apply(t *testing.T, e engine.Engine, ops ...engine.Op) uint64 {
	t.Helper()
	base, err := e.Sequence()
	if err != nil {
		t.Fatalf("sequence: %v", err)
	}
	next, err := e.Apply(base, ops)
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	return next
}

func wantValue(t *testing.T, e engine.Engine, bucket engine.Bucket, key, want string) {
	t.Helper()
	got, err := e.Get(bucket, []byte(key))
	if err != nil || string(got) != want {
		t.Fatalf("get %s/%s: got %q, %v; want %q", bucket, key, got, err, want)
	}
}

func wantNone(t *testing.T, e engine.Engine, bucket engine.Bucket, key string) {
	t.Helper()
	if got, err := e.Get(bucket, []byte(key)); !errors.Is(err, engine.ErrNoCell) || got != nil {
		t.Fatalf("get %s/%s: got %q, %v; want no cell", bucket, key, got, err)
	}
}

func wantSequence(t *testing.T, e engine.Engine, want uint64) {
	t.Helper()
	if got, err := e.Sequence(); err != nil || got != want {
		t.Fatalf("sequence: got %d, %v; want %d", got, err, want)
	}
}

func keys(t *testing.T, e engine.Engine, bucket engine.Bucket, prefix []byte) []string {
	t.Helper()
	var found []string
	err := e.Scan(bucket, prefix, func(cell engine.Cell) error {
		found = append(found, string(cell.Key))
		return nil
	})
	if err != nil {
		t.Fatalf("scan %s: %v", bucket, err)
	}
	return found
}

func startsEmpty(t *testing.T, open Factory) {
	e := start(t, open)
	wantSequence(t, e, 0)
	for _, bucket := range Buckets {
		if found := keys(t, e, bucket, nil); len(found) != 0 {
			t.Fatalf("a new store has cells in %s", bucket)
		}
		wantNone(t, e, bucket, "key")
	}
}

func givesBack(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, put("first", "key", "one"), put("second", "key", "two"))
	wantValue(t, e, "first", "key", "one")
	wantValue(t, e, "second", "key", "two")
	wantNone(t, e, "third", "key")
	apply(t, e, put("first", "key", "other"))
	wantValue(t, e, "first", "key", "other")
	apply(t, e, engine.Op{Bucket: "first", Key: []byte("key"), Delete: true})
	wantNone(t, e, "first", "key")
	apply(t, e, engine.Op{Bucket: "first", Key: []byte("key"), Delete: true})
	wantValue(t, e, "second", "key", "two")
}

func emptyValue(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, engine.Op{Bucket: "first", Key: []byte("empty")})
	got, err := e.Get("first", []byte("empty"))
	if err != nil || got == nil || len(got) != 0 {
		t.Fatalf("get empty: got %v, %v; want an empty value that is not nil", got, err)
	}
	seen := 0
	err = e.Scan("first", nil, func(cell engine.Cell) error {
		seen++
		if cell.Value == nil || len(cell.Value) != 0 {
			t.Errorf("scan: got value %v, want an empty one that is not nil", cell.Value)
		}
		return nil
	})
	if err != nil || seen != 1 {
		t.Fatalf("scan: saw %d cells, %v; want 1", seen, err)
	}
}

func copies(t *testing.T, open Factory) {
	e := start(t, open)
	key, value := []byte("key"), []byte("value")
	apply(t, e, engine.Op{Bucket: "first", Key: key, Value: value})
	clear(key)
	clear(value)
	wantValue(t, e, "first", "key", "value")
	got, err := e.Get("first", []byte("key"))
	if err != nil {
		t.Fatal(err)
	}
	clear(got)
	err = e.Scan("first", nil, func(cell engine.Cell) error {
		clear(cell.Key)
		clear(cell.Value)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	wantValue(t, e, "first", "key", "value")
}

func refusesBuckets(t *testing.T, open Factory) {
	e := start(t, open)
	for _, bucket := range []engine.Bucket{"", "fourth", "engine"} {
		if _, err := e.Get(bucket, []byte("key")); !errors.Is(err, engine.ErrNoBucket) {
			t.Errorf("get from %q: %v, want ErrNoBucket", bucket, err)
		}
		if err := e.Scan(bucket, nil, nil); !errors.Is(err, engine.ErrNoBucket) {
			t.Errorf("scan of %q: %v, want ErrNoBucket", bucket, err)
		}
		if _, err := e.Apply(0, []engine.Op{put(bucket, "key", "value")}); !errors.Is(err, engine.ErrNoBucket) {
			t.Errorf("apply to %q: %v, want ErrNoBucket", bucket, err)
		}
	}
	wantSequence(t, e, 0)
}

func refusesSizes(t *testing.T, open Factory) {
	e := start(t, open)
	longest := string(bytes.Repeat([]byte("k"), engine.MaxKey))
	for _, key := range []string{"", longest + "k"} {
		if _, err := e.Apply(0, []engine.Op{put("first", key, "value")}); !errors.Is(err, engine.ErrCellSize) {
			t.Errorf("key of %d bytes: %v, want ErrCellSize", len(key), err)
		}
	}
	wantSequence(t, e, 0)
	apply(t, e, put("first", longest, "value"))
	wantValue(t, e, "first", longest, "value")
}

func allOrNothing(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, put("first", "kept", "yes"))
	bad := []engine.Op{put("first", "kept", "no"), put("second", "new", "no"), put("second", "", "no")}
	if _, err := e.Apply(1, bad); err == nil {
		t.Fatal("a change with an impossible op was applied")
	}
	wantValue(t, e, "first", "kept", "yes")
	wantNone(t, e, "second", "new")
	wantSequence(t, e, 1)
}

func inOrder(t *testing.T, open Factory) {
	e := start(t, open)
	gone := engine.Op{Bucket: "first", Key: []byte("gone"), Delete: true}
	back := engine.Op{Bucket: "first", Key: []byte("back"), Delete: true}
	apply(t, e, put("first", "twice", "one"), put("first", "twice", "two"),
		put("first", "gone", "x"), gone, back, put("first", "back", "here"))
	wantValue(t, e, "first", "twice", "two")
	wantValue(t, e, "first", "back", "here")
	wantNone(t, e, "first", "gone")
	wantSequence(t, e, 1)
}

func stale(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, put("first", "key", "one"))
	for _, base := range []uint64{0, 2, 1 << 63} {
		now, err := e.Apply(base, []engine.Op{put("first", "key", "other")})
		if !errors.Is(err, engine.ErrStale) || now != 1 {
			t.Errorf("apply on %d: sequence %d, %v; want 1, ErrStale", base, now, err)
		}
	}
	wantValue(t, e, "first", "key", "one")
	wantSequence(t, e, 1)
	apply(t, e, put("first", "key", "two"))
	wantValue(t, e, "first", "key", "two")
}

func counts(t *testing.T, open Factory) {
	e := start(t, open)
	for want := uint64(1); want <= 5; want++ {
		if got := apply(t, e, put("first", "key", fmt.Sprint(want))); got != want {
			t.Fatalf("apply gave sequence %d, want %d", got, want)
		}
		wantSequence(t, e, want)
	}
	if got := apply(t, e); got != 6 {
		t.Fatalf("a change without ops gave sequence %d, want 6", got)
	}
}

func scans(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, put("first", "b2", ""), put("first", "a", ""), put("first", "b", ""), put("first", "b1", ""),
		put("first", "c", ""), put("first", "b\xff", ""), put("first", "\xff\xff", ""), put("second", "b3", ""))
	for _, row := range []struct {
		prefix []byte
		want   []string
	}{
		{nil, []string{"a", "b", "b1", "b2", "b\xff", "c", "\xff\xff"}},
		{[]byte{}, []string{"a", "b", "b1", "b2", "b\xff", "c", "\xff\xff"}},
		{[]byte("b"), []string{"b", "b1", "b2", "b\xff"}},
		{[]byte("\xff"), []string{"\xff\xff"}},
		{[]byte("d"), nil},
		{[]byte("b11"), nil},
	} {
		if got := keys(t, e, "first", row.prefix); !slices.Equal(got, row.want) {
			t.Errorf("scan of %q: got %q, want %q", row.prefix, got, row.want)
		}
	}
}

func scansMany(t *testing.T, open Factory) {
	e := start(t, open)
	const many = 5000
	var ops []engine.Op
	var want []string
	for i := range many {
		key := fmt.Sprintf("key %06d", i)
		want = append(want, key)
		ops = append(ops, put("first", key, fmt.Sprint(i)))
	}
	// Some values larger than any sensible batch in the middle of it.
	for _, i := range []int{1, 2000, 2001, many - 1} {
		ops[i].Value = bytes.Repeat([]byte{byte(i)}, 3<<20)
	}
	apply(t, e, ops...)
	if got := keys(t, e, "first", nil); !slices.Equal(got, want) {
		t.Fatalf("scan of %d cells gave %d, or another order", many, len(got))
	}
	if got := keys(t, e, "first", []byte("key 001")); !slices.Equal(got, want[1000:2000]) {
		t.Fatalf("scan by prefix gave %d cells, want 1000", len(got))
	}
}

func visitorIsFree(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, put("first", "a", "1"), put("first", "b", "2"), put("first", "c", "3"))
	err := e.Scan("first", nil, func(cell engine.Cell) error {
		wantValue(t, e, "first", string(cell.Key), string(cell.Value))
		apply(t, e, put("second", string(cell.Key), string(cell.Value)))
		if got := keys(t, e, "first", nil); len(got) != 3 {
			t.Errorf("a scan within a scan saw %d cells, want 3", len(got))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := keys(t, e, "second", nil); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Fatalf("the visitor's own writes: got %q", got)
	}
}

func visitorStops(t *testing.T, open Factory) {
	e := start(t, open)
	apply(t, e, put("first", "a", "1"), put("first", "b", "2"))
	enough, seen := errors.New("enough"), 0
	err := e.Scan("first", nil, func(engine.Cell) error {
		seen++
		return enough
	})
	if !errors.Is(err, enough) || seen != 1 {
		t.Fatalf("scan: %v after %d cells, want the visitor's own error after 1", err, seen)
	}
}

func large(t *testing.T, open Factory) {
	e := start(t, open)
	value := bytes.Repeat([]byte("0123456789abcdef"), 1<<19)
	apply(t, e, engine.Op{Bucket: "third", Key: []byte("large"), Value: value})
	got, err := e.Get("third", []byte("large"))
	if err != nil || !bytes.Equal(got, value) {
		t.Fatalf("a value of %d bytes came back as %d, %v", len(value), len(got), err)
	}
}

func oneWins(t *testing.T, open Factory) {
	e := start(t, open)
	const writers, each = 8, 20
	var wins sync.Map
	var all sync.WaitGroup
	for writer := range writers {
		all.Add(2)
		go func() {
			defer all.Done()
			for i := range each {
				win(t, e, fmt.Sprintf("%d-%d", writer, i), &wins)
			}
		}()
		go func() {
			defer all.Done()
			for range each {
				if err := e.Scan("first", nil, func(engine.Cell) error { return nil }); err != nil {
					t.Errorf("scan beside writers: %v", err)
				}
			}
		}()
	}
	all.Wait()
	wantSequence(t, e, writers*each)
	if got := keys(t, e, "first", nil); len(got) != writers*each {
		t.Fatalf("%d cells after %d wins", len(got), writers*each)
	}
}

// win tries until its change is applied, and notes that no other change got
// the same sequence.
func win(t *testing.T, e engine.Engine, key string, wins *sync.Map) {
	for {
		base, err := e.Sequence()
		if err != nil {
			t.Errorf("sequence: %v", err)
			return
		}
		next, err := e.Apply(base, []engine.Op{put("first", key, key)})
		if errors.Is(err, engine.ErrStale) {
			continue
		}
		if err != nil {
			t.Errorf("apply: %v", err)
			return
		}
		if _, twice := wins.LoadOrStore(next, key); twice || next != base+1 {
			t.Errorf("two changes won sequence %d on %d", next, base)
		}
		return
	}
}

func reopens(t *testing.T, open Factory) {
	e, reopen := open(t)
	if reopen == nil {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
		return
	}
	apply(t, e, put("first", "key", "one"), put("second", "other", ""))
	apply(t, e, put("first", "key", "two"))
	e = reopen()
	defer func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}()
	wantSequence(t, e, 2)
	wantValue(t, e, "first", "key", "two")
	wantValue(t, e, "second", "other", "")
	apply(t, e, put("first", "key", "three"))
	wantSequence(t, e, 3)
}

func closes(t *testing.T, open Factory) {
	e, _ := open(t)
	apply(t, e, put("first", "key", "one"))
	for range 2 {
		if err := e.Close(); err != nil {
			t.Fatalf("close: %v", err)
		}
	}
	if _, err := e.Sequence(); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("sequence: %v, want ErrClosed", err)
	}
	if _, err := e.Get("first", []byte("key")); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("get: %v, want ErrClosed", err)
	}
	if err := e.Scan("first", nil, nil); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("scan: %v, want ErrClosed", err)
	}
	if _, err := e.Apply(1, []engine.Op{put("first", "key", "two")}); !errors.Is(err, engine.ErrClosed) {
		t.Errorf("apply: %v, want ErrClosed", err)
	}
}
