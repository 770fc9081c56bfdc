package engine

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"go.etcd.io/bbolt"
)

// The power-cut simulator sees every write that bbolt makes and knows the order
// of its flushes: the pages of a save, flush, the title page, flush. From that
// it builds files as a power cut could leave them: any subset of what was not
// flushed yet, in any order, each write torn at 4096, 512 or 1 byte.
//
// Every run tries 20,160 states of an honest disk and 3,000 of one that lies
// about its flushes. SOUNDING_ENGINE_STATES=1000000 tries as many as it says.

var tears = []int{4096, 512, 1}

// statesWanted is the number of states of an honest disk to try.
func statesWanted(t *testing.T) int {
	return onDemand(t, "SOUNDING_ENGINE_STATES", 20160)
}

const statesPerSave = 80

// written is one write that was not flushed yet.
type written struct {
	offset int64
	bytes  []byte
}

// disk records the writes of one save.
type disk struct {
	flushed  []byte // the file as it is certain to be
	pages    []written
	title    written
	pageSize int64
}

func (d *disk) record(_ *bbolt.DB, _ *os.File, write writeFunc) writeFunc {
	return func(b []byte, offset int64) (int, error) {
		w := written{offset, bytes.Clone(b)}
		if offset < 2*d.pageSize {
			d.title = w
		} else {
			d.pages = append(d.pages, w)
		}
		return write(b, offset)
	}
}

// settle takes the last save as flushed.
func (d *disk) settle() {
	d.flushed = d.after(d.pages, d.title)
	d.pages, d.title = nil, written{}
}

// after is a copy of the flushed file with writes put over it.
func (d *disk) after(writes []written, more ...written) []byte {
	image := bytes.Clone(d.flushed)
	for _, w := range append(append([]written{}, writes...), more...) {
		image = put(image, w.offset, w.bytes)
	}
	return image
}

func put(image []byte, offset int64, b []byte) []byte {
	if grown := offset + int64(len(b)) - int64(len(image)); grown > 0 {
		image = append(image, make([]byte, grown)...)
	}
	copy(image[offset:], b)
	return image
}

// tear puts part of a write over an image: each piece of so many bytes arrives
// or does not; single bytes arrive up to a point, or from it.
func tear(r *rand.Rand, image []byte, w written, piece int) []byte {
	if piece == 1 {
		cut := r.IntN(len(w.bytes) + 1)
		if r.IntN(2) == 0 {
			return put(image, w.offset, w.bytes[:cut])
		}
		return put(image, w.offset+int64(cut), w.bytes[cut:])
	}
	for at := 0; at < len(w.bytes); at += piece {
		if r.IntN(2) == 0 {
			image = put(image, w.offset+int64(at), w.bytes[at:min(at+piece, len(w.bytes))])
		}
	}
	return image
}

// cut gives the file after a power cut during the recorded save. acknowledged
// is true if the save had already been reported.
func (d *disk) cut(r *rand.Rand, piece int) (image []byte, acknowledged bool) {
	switch r.IntN(20) {
	case 0:
		return d.after(d.pages, d.title), true
	case 1, 2, 3, 4, 5:
		return tear(r, d.after(d.pages), d.title, piece), false
	}
	image = bytes.Clone(d.flushed)
	for _, i := range r.Perm(len(d.pages)) {
		switch r.IntN(3) {
		case 0:
			image = put(image, d.pages[i].offset, d.pages[i].bytes)
		case 1:
			image = tear(r, image, d.pages[i], piece)
		}
	}
	return image, false
}

// writing is a store being written to under the eyes of a disk.
type writing struct {
	store   *Bolt
	disk    *disk
	history map[uint64]ledger
	now     ledger
}

func startWriting(t testing.TB, folder string) *writing {
	t.Helper()
	path := emptyFile(t, folder)
	image, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := &writing{
		disk:    &disk{flushed: image, pageSize: int64(os.Getpagesize())},
		now:     newLedger(),
		history: map[uint64]ledger{0: newLedger()},
	}
	w.store = hooked(t, path, w.disk.record)
	return w
}

// save makes a random change and leaves its writes with the disk, unsettled.
func (w *writing) save(t testing.TB, r *rand.Rand) {
	t.Helper()
	var ops []Op
	for range 1 + r.IntN(3) {
		op := record(r.IntN(24), randomBytes(r, r.IntN([]int{60, 900, 6000}[r.IntN(3)])))
		op.Bucket = []Bucket{"rec", "draft"}[r.IntN(2)]
		op.Delete = r.IntN(6) == 0
		ops = append(ops, op)
	}
	following, sealed := w.now.next(ops...)
	if _, err := w.store.Apply(w.now.sequence, sealed); err != nil {
		t.Fatal(err)
	}
	w.now = following
	w.history[following.sequence] = following
}

func TestPowerCut_losesNothingOnAnHonestDisk(t *testing.T) {
	saves := statesWanted(t) / statesPerSave / (2 * len(tears))
	var states atomic.Int64
	t.Cleanup(func() {
		if !t.Failed() {
			t.Logf("%d states of an honest disk: 0 bad, 0 acknowledged saves lost", states.Load())
		}
	})
	for _, piece := range tears {
		for part := range uint64(2) {
			t.Run(fmt.Sprintf("tear %d part %d", piece, part), func(t *testing.T) {
				t.Parallel()
				r := random(part*10 + uint64(piece))
				folder := memoryFolder(t)
				w := startWriting(t, folder)
				for range saves {
					w.save(t, r)
					for range statesPerSave {
						image, acknowledged := w.disk.cut(r, piece)
						w.wantWhole(t, r, folder, image, acknowledged)
						states.Add(1)
					}
					w.disk.settle()
				}
				if err := w.store.Close(); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// wantWhole fails unless the file is exactly the store before or after the
// last save, and after it if that was acknowledged.
func (w *writing) wantWhole(t *testing.T, r *rand.Rand, folder string, image []byte, acknowledged bool) {
	t.Helper()
	if _, err := Preflight(bytes.NewReader(image), int64(len(image))); err != nil {
		t.Fatalf("after a power cut in save %d: %v", w.now.sequence, err)
	}
	path := filepath.Join(folder, "cut.db")
	if err := os.WriteFile(path, image, 0o600); err != nil {
		t.Fatal(err)
	}
	options := testOptions()
	options.ReadOnly = r.IntN(16) != 0
	cut, err := OpenBolt(path, options)
	if err != nil {
		t.Fatalf("open after a power cut in save %d: %v", w.now.sequence, err)
	}
	found, err := readLedger(cut)
	if err != nil {
		t.Fatalf("read after a power cut in save %d: %v", w.now.sequence, err)
	}
	lost := found.sequence != w.now.sequence && (acknowledged || found.sequence+1 != w.now.sequence)
	if lost || !found.same(w.history[found.sequence]) {
		t.Fatalf("after a power cut in save %d (acknowledged: %t) the file holds save %d", w.now.sequence, acknowledged, found.sequence)
	}
	if !options.ReadOnly {
		following, sealed := found.next(record(3, []byte("written after the power came back")))
		if _, err := cut.Apply(found.sequence, sealed); err != nil {
			t.Fatal(err)
		}
		if after, err := readLedger(cut); err != nil || !after.same(following) {
			t.Fatalf("saving after a power cut: %v", err)
		}
	}
	if err := cut.Close(); err != nil {
		t.Fatal(err)
	}
	if !options.ReadOnly {
		if _, err := preflightFile(t, path); err != nil {
			t.Fatalf("after saving on after a power cut: %v", err)
		}
	}
}

// A disk that lies may lose any of the last three saves' writes. The engine
// cannot undo that; it must never pass for a sound store of its time.
func TestPowerCut_isNoticedOnALyingDisk(t *testing.T) {
	counts := map[string]int{}
	r := random(77)
	folder := memoryFolder(t)
	w := startWriting(t, folder)
	var last []written // the writes of up to three saves, oldest first
	var ends []int     // where each of these saves ends in last
	base := w.disk.flushed
	for range 100 {
		w.save(t, r)
		last = append(append(last, w.disk.pages...), w.disk.title)
		ends = append(ends, len(last))
		w.disk.settle()
		if len(ends) > 3 {
			for _, old := range last[:ends[0]] {
				base = put(bytes.Clone(base), old.offset, old.bytes)
			}
			last = last[ends[0]:]
			first := ends[0]
			ends = ends[1:]
			for i := range ends {
				ends[i] -= first
			}
		}
		for range 30 {
			image := bytes.Clone(base)
			for _, i := range r.Perm(len(last)) {
				switch r.IntN(4) {
				case 0, 1:
					image = put(image, last[i].offset, last[i].bytes)
				case 2:
					image = tear(r, image, last[i], tears[r.IntN(len(tears))])
				}
			}
			counts[w.outcome(t, folder, image)]++
		}
	}
	if err := w.store.Close(); err != nil {
		t.Error(err)
	}
	t.Logf("3,000 states of a lying disk: %v", counts)
	if counts["silently wrong"] > 0 {
		t.Errorf("%d files passed for something they were not", counts["silently wrong"])
	}
}

// outcome says what a vault above would make of a file.
func (w *writing) outcome(t *testing.T, folder string, image []byte) string {
	t.Helper()
	if _, err := Preflight(bytes.NewReader(image), int64(len(image))); err != nil {
		return "refused by preflight"
	}
	path := filepath.Join(folder, "lied.db")
	if err := os.WriteFile(path, image, 0o600); err != nil {
		t.Fatal(err)
	}
	lied, err := OpenBolt(path, Options{Buckets: testBuckets, ReadOnly: true})
	if err != nil {
		t.Fatalf("preflight passed what cannot be opened: %v", err)
	}
	found, err := readLedger(lied)
	if closing := lied.Close(); closing != nil {
		t.Error(closing)
	}
	switch {
	case err != nil:
		return "refused by authentication"
	case !found.same(w.history[found.sequence]):
		return "silently wrong"
	case found.sequence == w.now.sequence:
		return "complete"
	}
	return "an earlier save, told by its sequence"
}
