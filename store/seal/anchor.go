package seal

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"time"
)

// Anchor is what is remembered of a vault outside its file: the last save
// that was acknowledged here. It is the only thing that can tell that a whole
// file was put back to an earlier day.
//
// Its file holds two entries of AnchorEntry bytes; a save writes the entry that
// its sequence number picks (odd or even), so that a write cut short spoils one
// of them and leaves the other.
type Anchor struct {
	Sequence uint64
	Saved    time.Time
	Sum      [32]byte
}

// AnchorEntry is the room that one entry takes in the anchor's file, in bytes.
const AnchorEntry = 128

const (
	anchorMagic = "SNDANCH1"
	anchorText  = len(anchorMagic) + 16 + 8 + 8 + 32
)

// Anchor is the manifest as an anchor remembers it.
func (m Manifest) Anchor() Anchor {
	return Anchor{Sequence: m.Sequence, Saved: m.Saved, Sum: m.Sum}
}

// SealAnchor writes one entry, and says at which offset of the file it goes.
func (k *Keys) SealAnchor(a Anchor) (entry []byte, offset int64) {
	entry = make([]byte, 0, AnchorEntry)
	entry = append(entry, anchorMagic...)
	entry = append(entry, k.Vault[:]...)
	entry = binary.LittleEndian.AppendUint64(entry, a.Sequence)
	entry = binary.LittleEndian.AppendUint64(entry, uint64(a.Saved.UnixMilli()))
	entry = append(entry, a.Sum[:]...)
	mac := hmac.New(sha256.New, k.anchor[:])
	mac.Write(entry) // a hash never returns an error
	entry = mac.Sum(entry)
	return entry[:AnchorEntry], int64(a.Sequence%2) * AnchorEntry
}

// OpenAnchor reads an anchor's file and gives the newest entry that is proved
// to be this vault's. Found is false where there is none.
func (k *Keys) OpenAnchor(file []byte) (a Anchor, found bool) {
	for offset := 0; offset+anchorText+sha256.Size <= len(file) && offset < 2*AnchorEntry; offset += AnchorEntry {
		text, tag := file[offset:offset+anchorText], file[offset+anchorText:offset+anchorText+sha256.Size]
		mac := hmac.New(sha256.New, k.anchor[:])
		mac.Write(text) // a hash never returns an error
		if !hmac.Equal(mac.Sum(nil), tag) || !bytes.HasPrefix(text, []byte(anchorMagic)) {
			continue
		}
		rest := text[len(anchorMagic):]
		if !bytes.Equal(rest[:16], k.Vault[:]) {
			continue
		}
		entry := Anchor{
			Sequence: binary.LittleEndian.Uint64(rest[16:]),
			Saved:    time.UnixMilli(int64(binary.LittleEndian.Uint64(rest[24:]))).UTC(),
			Sum:      [32]byte(rest[32:]),
		}
		if !found || entry.Sequence > a.Sequence {
			a, found = entry, true
		}
	}
	return a, found
}
