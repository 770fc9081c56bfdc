package engine

import (
	"encoding/binary"
	"hash/fnv"
)

// The layout of a bbolt file as this package reads it on its own, without bbolt
// and without a map: pages of one size, each with a 16-byte header, then an
// array of elements, then the keys and values in the same order without gaps.
// All numbers are little-endian, as on every machine this program is built for.
// Source: the bbolt 1.5 sources (internal/common), format version 2.
const (
	magic         = 0xED0CDAED
	formatVersion = 2

	headerSize  = 16
	elementSize = 16 // of a branch and of a leaf alike
	metaSize    = 64 // of a title page behind its header

	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagMeta     = 0x04
	flagFreelist = 0x10

	elementBucket = 0x01 // flag of a leaf element that is a bucket

	bucketHeader = 16 // root page and counter, before an inline page

	smallestPage = 4096
	largestPage  = 65536

	// longFreelist as the count of a free list means that its first entry is
	// the true count.
	longFreelist = 0xFFFF

	noFreelist = 1<<64 - 1
)

// header is the beginning of every page.
type header struct {
	id       uint64
	flags    uint16
	count    uint16
	overflow uint32 // further pages that belong to this one
}

func parseHeader(b []byte) header {
	return header{
		id:       binary.LittleEndian.Uint64(b),
		flags:    binary.LittleEndian.Uint16(b[8:]),
		count:    binary.LittleEndian.Uint16(b[10:]),
		overflow: binary.LittleEndian.Uint32(b[12:]),
	}
}

// title is one of the two title pages ("meta pages") of a file: where
// everything begins, as of one transaction.
type title struct {
	magic, version, pageSize uint32
	root, freelist           uint64
	pages                    uint64 // all pages below this one are in use or free
	transaction              uint64
	sound                    bool // magic, version and checksum are right
}

// parseTitle reads a title page behind its header; b has metaSize bytes.
func parseTitle(b []byte) title {
	t := title{
		magic:       binary.LittleEndian.Uint32(b),
		version:     binary.LittleEndian.Uint32(b[4:]),
		pageSize:    binary.LittleEndian.Uint32(b[8:]),
		root:        binary.LittleEndian.Uint64(b[16:]),
		freelist:    binary.LittleEndian.Uint64(b[32:]),
		pages:       binary.LittleEndian.Uint64(b[40:]),
		transaction: binary.LittleEndian.Uint64(b[48:]),
	}
	t.sound = t.magic == magic && t.version == formatVersion && binary.LittleEndian.Uint64(b[56:]) == titleSum(b)
	return t
}

// titleSum is the checksum of a title page: FNV-1a over all before it.
func titleSum(b []byte) uint64 {
	sum := fnv.New64a()
	sum.Write(b[:56]) // a hash never gives an error
	return sum.Sum64()
}

// element is one entry of a branch or leaf page. Its key begins at key bytes
// behind the page's first byte, its value follows the key.
type element struct {
	flags     uint32
	key       uint64
	keySize   uint64
	valueSize uint64 // nought in a branch
	child     uint64 // page below, in a branch
}

// parseElement reads entry number i of a page from its bytes.
func parseElement(page []byte, i int, leaf bool) element {
	at := headerSize + i*elementSize
	b := page[at : at+elementSize]
	if leaf {
		return element{
			flags:     binary.LittleEndian.Uint32(b),
			key:       uint64(at) + uint64(binary.LittleEndian.Uint32(b[4:])),
			keySize:   uint64(binary.LittleEndian.Uint32(b[8:])),
			valueSize: uint64(binary.LittleEndian.Uint32(b[12:])),
		}
	}
	return element{
		key:     uint64(at) + uint64(binary.LittleEndian.Uint32(b)),
		keySize: uint64(binary.LittleEndian.Uint32(b[4:])),
		child:   binary.LittleEndian.Uint64(b[8:]),
	}
}

func (e element) end() uint64 { return e.key + e.keySize + e.valueSize }

// runPages is how many pages hold so many bytes.
func runPages(bytes uint64, pageSize int) uint64 {
	return (bytes + uint64(pageSize) - 1) / uint64(pageSize)
}
