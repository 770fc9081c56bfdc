package engine

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// specimen is a file to be damaged, and all that is known to be true of it.
type specimen struct {
	image    []byte
	older    [][]byte // the file as it was after earlier saves
	history  map[uint64]ledger
	now      ledger
	pageSize int
	places   map[string]place // of every cell
}

// place is where a cell and the table of its leaf lie.
type place struct{ offset, length int64 }

// specimens are made once a process: one of few large records, one of many
// small ones, each with free pages and small buckets within the root.
func makeSpecimens(folder string) ([]*specimen, error) {
	var all []*specimen
	for _, shape := range []struct{ records, size int }{{150, 3000}, {2500, 90}} {
		s, err := makeSpecimen(filepath.Join(folder, fmt.Sprintf("specimen%d.db", shape.records)), shape.records, shape.size)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func makeSpecimen(path string, records, size int) (*specimen, error) {
	b, err := CreateBolt(path, testOptions(), nil)
	if err != nil {
		return nil, err
	}
	r := random(uint64(records))
	s := &specimen{history: map[uint64]ledger{}, now: newLedger()}
	for i := range 40 {
		var ops []Op
		for range records / 20 {
			op := record(r.IntN(records), randomBytes(r, size/2+r.IntN(size)))
			op.Delete = r.IntN(8) == 0
			ops = append(ops, op)
		}
		ops = append(ops, Op{Bucket: "draft", Key: []byte{byte('a' + i%3)}, Value: randomBytes(r, 40)})
		following, sealed := s.now.next(ops...)
		if _, err := b.Apply(s.now.sequence, sealed); err != nil {
			return nil, err
		}
		s.now = following
		s.history[s.now.sequence] = s.now
		image, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if i >= 36 && i < 39 {
			s.older = append(s.older, image)
		}
		s.image = image
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return s, s.locate()
}

// locate finds where every cell lies, by the walker.
func (s *specimen) locate() error {
	file := bytes.NewReader(s.image)
	chosen, _, err := chooseTitle(file, file.Size())
	if err != nil {
		return err
	}
	s.pageSize = int(chosen.pageSize)
	s.image = s.image[:int(chosen.pages)*s.pageSize] // nothing behind counts
	s.places = make(map[string]place)
	w := &walker{file: file, pageSize: s.pageSize, pages: chosen.pages, uses: make([]use, chosen.pages)}
	w.tree(chosen.root, 0, branch{top: true}, true, func(r *run) {
		for i := range r.elements {
			if top := binary.LittleEndian.Uint64(r.values[i]); top != 0 {
				w.tree(top, 1, branch{top: true}, false, func(leaf *run) { s.note(Bucket(r.keys[i]), leaf) })
			}
		}
	})
	if w.failed != nil || len(w.findings) > 0 {
		return damage(w.findings...)
	}
	return nil
}

func (s *specimen) note(bucket Bucket, leaf *run) {
	for _, key := range leaf.keys {
		s.places[cellName(bucket, key)] = place{int64(leaf.page) * int64(s.pageSize), int64(leaf.end())}
	}
}

// damaged is a file after damage. Bytes from moved on lie by shift further on.
type damaged struct {
	image        []byte
	moved, shift int64
}

// intact is true if a cell's leaf is all there, at its place or moved.
func (d *damaged) intact(s *specimen, where place) bool {
	at := where.offset
	if where.offset >= d.moved {
		at += d.shift
	}
	return at >= 0 && at+where.length <= int64(len(d.image)) &&
		(where.offset >= d.moved || where.offset+where.length <= d.moved) &&
		bytes.Equal(d.image[at:at+where.length], s.image[where.offset:where.offset+where.length])
}

// kinds are the ways a file is damaged: by failing memory and disks, half-done
// copies, sync tools and curious editors.
var kinds = []struct {
	name   string
	damage func(*rand.Rand, *specimen, *damaged)
}{
	{"one bit", func(r *rand.Rand, _ *specimen, d *damaged) { flip(r, d.image, 1) }},
	{"eight bits", func(r *rand.Rand, _ *specimen, d *damaged) { flip(r, d.image, 8) }},
	{"one bit of a title page", func(r *rand.Rand, s *specimen, d *damaged) {
		at := r.IntN(2) * s.pageSize
		flip(r, d.image[at:at+headerSize+metaSize], 1)
	}},
	{"both title pages", func(r *rand.Rand, s *specimen, d *damaged) {
		for _, at := range []int{0, s.pageSize} {
			flip(r, d.image[at+headerSize:at+headerSize+metaSize], 3)
		}
	}},
	{"bits of a page's header", func(r *rand.Rand, s *specimen, d *damaged) {
		at := page(r, s)
		flip(r, d.image[at:at+headerSize], 1+r.IntN(3))
	}},
	{"bits of a page's table", func(r *rand.Rand, s *specimen, d *damaged) {
		at := page(r, s) + headerSize
		flip(r, d.image[at:at+8*elementSize], 1+r.IntN(3))
	}},
	{"a sector of zeros", func(r *rand.Rand, s *specimen, d *damaged) {
		at := r.IntN(len(d.image)/512) * 512
		clear(d.image[at : at+512])
	}},
	{"a page of zeros", func(r *rand.Rand, s *specimen, d *damaged) {
		at := page(r, s)
		clear(d.image[at : at+s.pageSize])
	}},
	{"a page of rubbish", func(r *rand.Rand, s *specimen, d *damaged) {
		at := page(r, s)
		copy(d.image[at:at+s.pageSize], randomBytes(r, s.pageSize))
	}},
	{"two pages swapped", func(r *rand.Rand, s *specimen, d *damaged) {
		a, b := page(r, s), page(r, s)
		copy(d.image[a:a+s.pageSize], s.image[b:])
		copy(d.image[b:b+s.pageSize], s.image[a:])
	}},
	{"a page over another, with its number", func(r *rand.Rand, s *specimen, d *damaged) {
		a, b := page(r, s), page(r, s)
		copy(d.image[a+8:a+s.pageSize], s.image[b+8:])
	}},
	{"cut short", func(r *rand.Rand, _ *specimen, d *damaged) { d.image = d.image[:r.IntN(len(d.image))] }},
	{"ends in zeros", func(r *rand.Rand, _ *specimen, d *damaged) { clear(d.image[r.IntN(len(d.image)):]) }},
	{"older pages among the new", func(r *rand.Rand, s *specimen, d *damaged) {
		older := s.older[r.IntN(len(s.older))]
		for range 1 + r.IntN(6) {
			if at := r.IntN(len(d.image)/s.pageSize) * s.pageSize; at < len(older) {
				copy(d.image[at:at+s.pageSize], older[at:])
			}
		}
	}},
	{"bytes lost or added", func(r *rand.Rand, _ *specimen, d *damaged) {
		d.moved = int64(r.IntN(len(d.image)))
		head, tail := d.image[:d.moved:d.moved], d.image[d.moved:]
		if r.IntN(2) == 0 {
			lost := min(1+r.IntN(600), len(tail))
			d.image, d.moved, d.shift = append(head, tail[lost:]...), d.moved+int64(lost), int64(-lost)
			return
		}
		added := randomBytes(r, 1+r.IntN(600))
		d.image, d.shift = append(append(head, added...), tail...), int64(len(added))
	}},
	{"numbers of a title page, checksum made right", func(r *rand.Rand, s *specimen, d *damaged) {
		at := r.IntN(2)*s.pageSize + headerSize
		b := d.image[at : at+metaSize]
		flip(r, b[8:56], 1+r.IntN(2))
		binary.LittleEndian.PutUint64(b[56:], titleSum(b))
	}},
	{"the list of free pages", func(r *rand.Rand, s *specimen, d *damaged) {
		for _, at := range []int{0, s.pageSize} {
			list := int(parseTitle(s.image[at+headerSize:]).freelist) * s.pageSize
			flip(r, d.image[list:list+200], 1+r.IntN(3))
		}
	}},
}

func flip(r *rand.Rand, b []byte, bits int) {
	for range bits {
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
	}
}

// page is the offset of some page behind the title pages.
func page(r *rand.Rand, s *specimen) int {
	return (2 + r.IntN(len(s.image)/s.pageSize-2)) * s.pageSize
}

// damageNumber makes damaged file number i; the same number gives the same file.
func damageNumber(i int, all []*specimen) (*rand.Rand, *specimen, *damaged) {
	r := random(uint64(i) + 1<<32)
	s := all[i/len(kinds)%len(all)]
	d := &damaged{image: bytes.Clone(s.image), moved: int64(len(s.image))}
	kinds[i%len(kinds)].damage(r, s, d)
	return r, s, d
}
