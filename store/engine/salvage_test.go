package engine

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
)

// salvaged collects what comes back of a file: cell names to values, by the
// bucket the salvage guessed.
func salvaged(t *testing.T, image []byte) map[string][]string {
	t.Helper()
	all := make(map[string][]string)
	counts, err := Salvage(bytes.NewReader(image), int64(len(image)), testBuckets, func(guess Bucket, key, value []byte) error {
		name := cellName(guess, key)
		all[name] = append(all[name], string(value))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, values := range all {
		total += len(values)
	}
	if counts.Cells != total {
		t.Errorf("salvage counts %d cells, gave %d", counts.Cells, total)
	}
	return all
}

func holds(values []string, want string) bool {
	for _, value := range values {
		if value == want {
			return true
		}
	}
	return false
}

func TestSalvage_findsEveryCellOfASoundFileWithItsBucket(t *testing.T) {
	for seed := range uint64(10) {
		compacted := seed%2 == 0
		t.Run(fmt.Sprintf("%d compacted %t", seed, compacted), func(t *testing.T) {
			t.Parallel()
			b := newBolt(t)
			r := random(40 + seed)
			for range 40 {
				save(t, b, randomChange(r)...)
			}
			if compacted {
				if _, err := b.CompactInPlace(); err != nil {
					t.Fatal(err)
				}
			}
			want, err := contents(b, testBuckets)
			if err != nil {
				t.Fatal(err)
			}
			all := salvaged(t, read(t, b.path))
			for name, value := range want {
				if !holds(all[name], value) {
					t.Fatalf("a cell of %d bytes did not come back under its bucket", len(value))
				}
			}
		})
	}
}

// With its beginning gone nothing says which bucket is which, and everything
// still comes back.
func TestSalvage_needsNeitherTitlePagesNorTree(t *testing.T) {
	b := newBolt(t)
	var ops []Op
	for i := range 300 {
		ops = append(ops, record(i, fmt.Appendf(nil, "value %d", i)))
	}
	save(t, b, ops...)
	save(t, b, Op{Bucket: "hdr", Key: []byte("small"), Value: []byte("within the root")})
	s := read(t, b.path)
	clear(s[:8192])
	all := salvaged(t, s)
	for i := range 300 {
		key := string(record(i, nil).Key)
		want := fmt.Sprintf("value %d", i)
		if !holds(all["/"+key], want) && !holds(all["rec/"+key], want) {
			t.Fatalf("record %d did not come back", i)
		}
	}
	if !holds(all["hdr/small"], "within the root") {
		t.Error("the cell within the root did not come back with its bucket")
	}
}

// One bad entry costs itself, a bad header or a shift costs nothing.
func TestSalvage_losesOnlyWhatWasHit(t *testing.T) {
	s := sample(t)
	leaf := s.at(s.below)
	count := int(parseHeader(leaf).count)
	keyOf := func(i int) string {
		e := parseElement(leaf, i, true)
		return string(leaf[e.key : e.key+e.keySize])
	}
	for _, row := range []struct {
		name   string
		damage func(image []byte) []byte
		lost   int // entry that may be lost, or -1
	}{
		{"one entry", func(image []byte) []byte {
			copy(image[s.below*s.pageSize+headerSize+7*elementSize:], bytes.Repeat([]byte{0xEE}, elementSize))
			return image
		}, 7},
		{"the first entry", func(image []byte) []byte {
			copy(image[s.below*s.pageSize+headerSize:], bytes.Repeat([]byte{0xEE}, elementSize))
			return image
		}, 0},
		{"the header", func(image []byte) []byte {
			copy(image[s.below*s.pageSize:], bytes.Repeat([]byte{0xEE}, headerSize))
			return image
		}, -1},
		{"seven bytes added before", func(image []byte) []byte {
			return append([]byte("sevenby"), image...)
		}, -1},
		{"a hundred bytes lost before", func(image []byte) []byte {
			return append(bytes.Clone(image[:600]), image[700:]...)
		}, -1},
	} {
		t.Run(row.name, func(t *testing.T) {
			all := salvaged(t, row.damage(bytes.Clone(s.image)))
			for i := range count {
				came := holds(all["rec/"+keyOf(i)], "a value of some length") || holds(all["/"+keyOf(i)], "a value of some length")
				if !came && i != row.lost {
					t.Fatalf("entry %d did not come back", i)
				}
			}
		})
	}
}

func TestSalvage_passesOverWhatCannotBeRead(t *testing.T) {
	s := sample(t)
	found := 0
	half := int64(s.pages / 2 * s.pageSize)
	_, err := Salvage(errReader{bytes.NewReader(s.image), half}, int64(len(s.image)), testBuckets, func(Bucket, []byte, []byte) error {
		found++
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("a half-readable file gave %d cells, %v", found, err)
	}
}

func TestSalvage_stopsAtTheErrorOfTheFinder(t *testing.T) {
	s := sample(t)
	enough, found := errors.New("enough"), 0
	_, err := Salvage(bytes.NewReader(s.image), int64(len(s.image)), testBuckets, func(Bucket, []byte, []byte) error {
		found++
		return enough
	})
	if !errors.Is(err, enough) || found != 1 {
		t.Errorf("%v after %d cells, want the finder's error after 1", err, found)
	}
}
