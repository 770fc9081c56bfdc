package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// The fuzz targets hold Preflight and bbolt together: what passes must be read
// and written by bbolt without a fault, and be sound afterwards. An input is a
// list of edits to one of a few small files, so that the fuzzer meets structure
// and not only checksums, which are made right again after the edits.

// fuzzBases are the files that edits begin from.
var fuzzBases = sync.OnceValues(func() ([][]byte, error) {
	folder, err := os.MkdirTemp("", "sounding-fuzz-")
	if err != nil {
		return nil, err
	}
	var all [][]byte
	for i, shape := range []struct{ records, size int }{{0, 0}, {3, 100}, {12, 3000}, {400, 20}, {6, 20000}} {
		path := filepath.Join(folder, fmt.Sprint(i))
		images, err := fuzzImages(path, shape.records, shape.size)
		if err != nil {
			return nil, err
		}
		all = append(all, images...)
	}
	return all, os.RemoveAll(folder)
})

// fuzzImages are a file as bbolt left it, with free pages, and compacted.
func fuzzImages(path string, records, size int) ([][]byte, error) {
	b, err := CreateBolt(path, testOptions(), nil)
	if err != nil {
		return nil, err
	}
	for step := range uint64(4) {
		var ops []Op
		for i := range records {
			op := record(i, bytes.Repeat([]byte{byte(i)}, size+i*int(step)))
			op.Bucket = testBuckets[i%2]
			op.Delete = i%5 == int(step)
			ops = append(ops, op)
		}
		if _, err := b.Apply(step, ops); err != nil {
			return nil, err
		}
	}
	loose, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if _, err := b.CompactInPlace(); err != nil {
		return nil, err
	}
	tight, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return [][]byte{loose[:trimmed(loose)], tight}, b.Close()
}

// trimmed is how much of a file is below its last page.
func trimmed(image []byte) int64 {
	chosen, _, err := chooseTitle(bytes.NewReader(image), int64(len(image)))
	if err != nil {
		return int64(len(image))
	}
	return int64(chosen.pages) * int64(chosen.pageSize)
}

// edited applies an input to its file: the first byte chooses the file, every
// five bytes that follow are one edit.
func edited(input []byte, bases [][]byte) []byte {
	if len(input) == 0 {
		return nil
	}
	image := bytes.Clone(bases[int(input[0])%len(bases)])
	pages := len(image) / smallestPage
	for edits := input[1:]; len(edits) >= 5; edits = edits[5:] {
		page := int(edits[0]) % pages * smallestPage
		place, value := int(binary.LittleEndian.Uint16(edits[2:]))%smallestPage, edits[4]
		switch edits[1] % 5 {
		case 0:
			image[page+place] = value
		case 1:
			image[page+place] ^= 1 << (value % 8)
		case 2: // a number near the beginning, where headers and tables are
			binary.LittleEndian.PutUint32(image[page+place%256&^3:], uint32(int8(value)))
		case 3: // another page's content under this page's number
			copy(image[page+8:page+smallestPage], image[int(value)%pages*smallestPage+8:])
		case 4: // sixteen bytes, as one entry is, from elsewhere on the page
			copy(image[page+place&^15:page+place&^15+16], image[page+int(value)*16:])
		}
	}
	for _, at := range []int{headerSize, smallestPage + headerSize} {
		b := image[at : at+metaSize]
		binary.LittleEndian.PutUint64(b[56:], titleSum(b))
	}
	return image
}

func FuzzPreflight_agreesWithBbolt(f *testing.F) {
	for i := range 10 {
		f.Add([]byte{byte(i)})
		f.Add([]byte{byte(i), 3, 2, 12, 0, 3, 4, 1, 10, 0, 1, 5, 3, 0, 0, 3, 3, 4, 20, 0, 7})
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		bases, err := fuzzBases()
		if err != nil {
			t.Fatal(err)
		}
		image := edited(input, bases)
		report, err := Preflight(bytes.NewReader(image), int64(len(image)))
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotVault) {
				t.Fatalf("preflight of bytes in memory: %v", err)
			}
			return
		}
		path := filepath.Join(memoryFolder(t), "vault.db")
		write(t, path, image)
		wantSoundForBbolt(t, path, report)
	})
}

// wantSoundForBbolt reads a file that passed, saves to it and checks it again.
func wantSoundForBbolt(t *testing.T, path string, report Report) {
	t.Helper()
	b, err := OpenBolt(path, testOptions())
	if err != nil {
		t.Fatalf("open what passed preflight: %v", err)
	}
	wantCells(t, b, report)
	base, err := b.Sequence()
	if err == nil {
		for step := range uint64(6) {
			var ops []Op
			for i := range 60 {
				op := record(int(step)*7+i, bytes.Repeat([]byte{byte(i)}, (i*i*int(step))%5000))
				op.Bucket = testBuckets[i%2]
				op.Delete = step >= 3
				ops = append(ops, op)
			}
			if base+step+1 == 0 {
				break // the count of saves is at its end
			}
			if _, err := b.Apply(base+step, ops); err != nil {
				t.Fatalf("save to what passed preflight: %v", err)
			}
		}
	} else if !isWrongSequence(err) {
		t.Fatalf("sequence of what passed preflight: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := preflightFile(t, path); err != nil {
		t.Fatalf("after saving to what passed preflight: %v", err)
	}
}

// isWrongSequence: a count of saves of a wrong length is found by the engine,
// not by the walker, which does not read values.
func isWrongSequence(err error) bool {
	var damaged *DamageError
	return errors.As(err, &damaged) && damaged.Findings[0].Kind == FindSequence
}

// Salvage takes anything and never fails on it.
func FuzzSalvage_takesAnything(f *testing.F) {
	for i := range 10 {
		f.Add([]byte{byte(i), 0, 2, 12, 0, 3}, uint32(0), uint16(0))
		f.Add([]byte{byte(i)}, uint32(5000), uint16(77))
	}
	f.Fuzz(func(t *testing.T, input []byte, cut uint32, added uint16) {
		bases, err := fuzzBases()
		if err != nil {
			t.Fatal(err)
		}
		image := edited(input, bases)
		at := int(cut) % (len(image) + 1)
		image = append(append(image[:at:at], input[:min(len(input), int(added))]...), image[at:]...)
		for _, some := range [][]byte{image, input} {
			_, err := Salvage(bytes.NewReader(some), int64(len(some)), testBuckets, func(_ Bucket, key, value []byte) error {
				if len(key) == 0 || len(key) > MaxKey || len(value) > MaxValue {
					t.Errorf("a cell with a key of %d and a value of %d bytes", len(key), len(value))
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

// Any bytes at all give a report or an error with a name.
func FuzzPreflight_takesAnything(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("dear all"))
	for _, known := range beginnings {
		f.Add([]byte(known.bytes))
	}
	f.Add(bytes.Repeat([]byte{0}, 5000))
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\xed\xda\x0c\xed\x02\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		_, err := Preflight(bytes.NewReader(content), int64(len(content)))
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotVault) {
			t.Fatalf("%d bytes gave %v", len(content), err)
		}
		if err.Error() == "" {
			t.Error("an error without words")
		}
	})
}
