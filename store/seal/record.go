package seal

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"

	"golang.org/x/crypto/chacha20poly1305"
)

// The layout of a sealed cell, version 1, in bytes:
//
//	0   'R'
//	1   format version, 1
//	2   algorithm, 1 = XChaCha20-Poly1305
//	3   flags: bit 0 padded, bit 1 body deflated
//	4   key epoch, u32 little-endian
//	8   revision or counter, u64 little-endian
//	16  nonce, 24 random bytes
//	40  ciphertext, then a tag of 16 bytes
const (
	HeaderSize = 40
	TagSize    = 16
	Overhead   = HeaderSize + TagSize

	boundSize   = 16 // the part of the header that is associated data
	recordMagic = 'R'
	recordV1    = 1
	xchacha     = 1
	minPadded   = 512
	// MaxText is the longest text that a cell takes, in bytes.
	MaxText = 1 << 30

	labelRecord = "sounding/rec/v1\x00"
)

// Flags are what a cell's header says of its text.
type Flags byte

// The flags. A text that is padded carries its true length in front; Deflated
// is a promise about the body inside and is for the caller to act on.
const (
	Padded   Flags = 1 << 0
	Deflated Flags = 1 << 1

	knownFlags = Padded | Deflated
)

// ErrSealed says that a cell is not what was sealed at this place: damaged,
// moved, made under another key, or not a cell. Which of these cannot be told.
var ErrSealed = errors.New("this is not what was sealed here")

// ErrNewerCell says that a cell was written in a format this version cannot
// read.
var ErrNewerCell = errors.New("this was written by a newer version")

// Key is 32 secret bytes.
type Key [32]byte

// Clear overwrites the key.
func (k *Key) Clear() { clear(k[:]) }

// VaultID names a vault: 16 random bytes.
type VaultID [16]byte

// Place is where a cell lives. A cell opens at no other place.
type Place struct {
	Vault  VaultID
	Bucket string
	Key    []byte
}

// Header is the readable front of a cell. It is authenticated with the text.
type Header struct {
	Flags    Flags
	Epoch    uint32
	Revision uint64
}

// Seal seals text for one place. With Padded set in the header the length is
// hidden to within about 12 per cent (Padmé: Nikitin and others 2019, "Reducing
// Metadata Leakage from Encrypted Files and Communication with PURBs"), and is
// never less than 512 bytes. The errors are a text longer than MaxText and a
// source of randomness that fails.
func Seal(random io.Reader, key *Key, place Place, header Header, text []byte) ([]byte, error) {
	if len(text) > MaxText {
		return nil, fmt.Errorf("seal: a text of %d bytes is longer than %d", len(text), MaxText)
	}
	aead, err := chacha20poly1305.NewX(key[:])
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	size := len(text)
	if header.Flags&Padded != 0 {
		size = paddedSize(len(text) + 4)
	}
	cell := make([]byte, HeaderSize, HeaderSize+size+TagSize)
	header.put(cell)
	if _, err := io.ReadFull(random, cell[boundSize:HeaderSize]); err != nil {
		return nil, fmt.Errorf("seal: read random bytes: %w", err)
	}
	plain := cell[HeaderSize : HeaderSize+size]
	if header.Flags&Padded != 0 {
		binary.LittleEndian.PutUint32(plain, uint32(len(text)))
		copy(plain[4:], text)
	} else {
		copy(plain, text)
	}
	return aead.Seal(cell, cell[boundSize:HeaderSize], plain, associated(cell, place)), nil
}

// An Opener opens many cells under one key.
type Opener struct{ aead cipher.AEAD }

// NewOpener makes an Opener for a key.
func NewOpener(key *Key) (Opener, error) {
	aead, err := chacha20poly1305.NewX(key[:])
	if err != nil {
		return Opener{}, fmt.Errorf("open a cell: %w", err)
	}
	return Opener{aead: aead}, nil
}

// Open authenticates a cell and gives its header and text. The text is the
// caller's own. The errors are ErrSealed and ErrNewerCell.
func (o Opener) Open(place Place, cell []byte) (Header, []byte, error) {
	return o.open(nil, place, cell)
}

// OpenInPlace is Open for a cell that is not needed afterwards: the text takes
// the room of what was sealed.
func (o Opener) OpenInPlace(place Place, cell []byte) (Header, []byte, error) {
	if len(cell) < Overhead {
		return Header{}, nil, ErrSealed
	}
	return o.open(cell[HeaderSize:HeaderSize], place, cell)
}

func (o Opener) open(room []byte, place Place, cell []byte) (Header, []byte, error) {
	header, err := ReadHeader(cell)
	if err != nil {
		return Header{}, nil, err
	}
	text, err := o.aead.Open(room, cell[boundSize:HeaderSize], cell[HeaderSize:], associated(cell, place))
	if err != nil {
		return Header{}, nil, ErrSealed
	}
	if header.Flags&Padded == 0 {
		return header, text, nil
	}
	if len(text) < 4 {
		return Header{}, nil, ErrSealed
	}
	length := binary.LittleEndian.Uint32(text)
	if uint64(length) > uint64(len(text)-4) {
		return Header{}, nil, ErrSealed
	}
	return header, text[4 : 4+length], nil
}

// Open opens one cell under a key; see Opener.Open.
func Open(key *Key, place Place, cell []byte) (Header, []byte, error) {
	opener, err := NewOpener(key)
	if err != nil {
		return Header{}, nil, err
	}
	return opener.Open(place, cell)
}

// ReadHeader reads a cell's front without a key: nothing in it is proved until
// the cell is opened.
func ReadHeader(cell []byte) (Header, error) {
	if len(cell) < Overhead || cell[0] != recordMagic {
		return Header{}, ErrSealed
	}
	if cell[1] != recordV1 || cell[2] != xchacha || Flags(cell[3])&^knownFlags != 0 {
		return Header{}, ErrNewerCell
	}
	return Header{
		Flags:    Flags(cell[3]),
		Epoch:    binary.LittleEndian.Uint32(cell[4:]),
		Revision: binary.LittleEndian.Uint64(cell[8:]),
	}, nil
}

func (h Header) put(cell []byte) {
	cell[0], cell[1], cell[2], cell[3] = recordMagic, recordV1, xchacha, byte(h.Flags)
	binary.LittleEndian.PutUint32(cell[4:], h.Epoch)
	binary.LittleEndian.PutUint64(cell[8:], h.Revision)
}

func associated(cell []byte, place Place) []byte {
	out := make([]byte, 0, len(labelRecord)+boundSize+len(place.Vault)+8+len(place.Bucket)+len(place.Key))
	out = append(out, labelRecord...)
	out = append(out, cell[:boundSize]...)
	out = append(out, place.Vault[:]...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(place.Bucket)))
	out = append(out, place.Bucket...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(place.Key)))
	return append(out, place.Key...)
}

// paddedSize rounds a length up as Padmé does, and to no less than 512.
func paddedSize(length int) int {
	if length <= minPadded {
		return minPadded
	}
	exponent := bits.Len(uint(length)) - 1
	kept := bits.Len(uint(exponent))
	mask := 1<<(exponent-kept) - 1
	return (length + mask) &^ mask
}
