package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"io"
	"time"
)

const labelCell = "sounding/cell/v1"

// Manifest says what a whole vault holds: how many cells, and the XOR of a
// keyed hash of each. A cell that is missing, brought back, swapped or older
// than it should be changes the sum. XOR is safe because the hashes are keyed
// and never shown.
type Manifest struct {
	Sequence uint64    // counts saves; it only grows
	Count    uint64    // cells, the manifest and the header left out
	Saved    time.Time // the clock of the machine that saved, to the millisecond
	Sum      [32]byte
}

const manifestSize = 8 + 8 + 8 + 32

// A Tally hashes cells for the manifest. It is not for use by two goroutines.
type Tally struct {
	Count uint64
	Sum   [32]byte
	mac   hash.Hash
	sum   [32]byte
	front [HeaderSize + TagSize]byte
}

// Tally begins a count at nothing.
func (k *Keys) Tally() *Tally {
	return &Tally{mac: hmac.New(sha256.New, k.manifest[:])}
}

// From continues a count.
func (t *Tally) From(m Manifest) *Tally {
	t.Count, t.Sum = m.Count, m.Sum
	return t
}

// Add counts a cell in.
func (t *Tally) Add(bucket string, key, cell []byte) error { return t.turn(bucket, key, cell, 1) }

// Remove counts a cell out.
func (t *Tally) Remove(bucket string, key, cell []byte) error {
	return t.turn(bucket, key, cell, ^uint64(0))
}

// Merge adds another count to this one.
func (t *Tally) Merge(other *Tally) {
	t.Count += other.Count
	for i := range t.Sum {
		t.Sum[i] ^= other.Sum[i]
	}
}

func (t *Tally) turn(bucket string, key, cell []byte, step uint64) error {
	if len(cell) < Overhead {
		return ErrSealed
	}
	copy(t.front[:TagSize], cell[len(cell)-TagSize:])
	copy(t.front[TagSize:], cell[:HeaderSize])
	t.mac.Reset()
	frame(t.mac, []byte(labelCell))
	frame(t.mac, []byte(bucket))
	frame(t.mac, key)
	t.mac.Write(t.front[:]) // a hash never returns an error
	sum := t.mac.Sum(t.sum[:0])
	for i := range t.Sum {
		t.Sum[i] ^= sum[i]
	}
	t.Count += step
	return nil
}

// SealManifest seals a manifest at its place: 112 bytes.
func (k *Keys) SealManifest(random io.Reader, bucket string, key []byte, m Manifest) ([]byte, error) {
	text := make([]byte, 0, manifestSize)
	text = binary.LittleEndian.AppendUint64(text, m.Sequence)
	text = binary.LittleEndian.AppendUint64(text, m.Count)
	text = binary.LittleEndian.AppendUint64(text, uint64(m.Saved.UnixMilli()))
	text = append(text, m.Sum[:]...)
	return Seal(random, &k.meta, k.At(bucket, key), Header{Epoch: k.Epoch, Revision: m.Sequence}, text)
}

// OpenManifest opens what SealManifest sealed.
func (k *Keys) OpenManifest(bucket string, key, cell []byte) (Manifest, error) {
	header, text, err := Open(&k.meta, k.At(bucket, key), cell)
	if err != nil {
		return Manifest{}, err
	}
	if len(text) != manifestSize {
		return Manifest{}, ErrSealed
	}
	m := Manifest{
		Sequence: binary.LittleEndian.Uint64(text),
		Count:    binary.LittleEndian.Uint64(text[8:]),
		Saved:    time.UnixMilli(int64(binary.LittleEndian.Uint64(text[16:]))).UTC(),
		Sum:      [32]byte(text[24:]),
	}
	if m.Sequence != header.Revision {
		return Manifest{}, ErrSealed
	}
	return m, nil
}
