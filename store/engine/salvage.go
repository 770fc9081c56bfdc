package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Salvaged counts what Salvage came upon.
type Salvaged struct {
	Leaves int // leaf pages, reachable or not, whole or not
	Cells  int // cells handed to found, the same one perhaps several times
}

// Salvage reads a file of size bytes in whatever state and hands over all that
// looks like a cell: of every leaf anywhere in the file, in use or left from
// before, at its place or shifted, entry by entry, so that one bad entry costs
// only itself. The bucket is a guess from what is left of the tree, "" without
// one; the same key may come several times with different values, old ones
// among them. Nothing is promised of a cell: the vault above keeps those that
// authenticate. buckets are the names to look for.
//
// An error of found ends the salvage and is returned. Parts of the file that
// cannot be read are passed over.
func Salvage(file io.ReaderAt, size int64, buckets []Bucket, found func(guess Bucket, key, value []byte) error) (Salvaged, error) {
	s := &salvor{file: file, size: size, owners: make(map[int64]Bucket)}
	if s.pageSize = s.guessPageSize(); s.pageSize == 0 {
		s.pageSize = smallestPage
	}
	leaves := s.leaves()
	// The first to claim a leaf has it: the present tree before older ones.
	for _, at := range append(s.rootLeaves(), leaves...) {
		s.learn(at, buckets)
	}
	var result Salvaged
	for _, at := range leaves {
		result.Leaves++
		for _, e := range s.entries(at) {
			if e.flags != 0 {
				continue
			}
			key, value, ok := s.cell(at, e)
			if !ok {
				continue
			}
			result.Cells++
			if err := found(s.owners[at], key, value); err != nil {
				return result, fmt.Errorf("salvage: %w", err)
			}
		}
	}
	return result, nil
}

// salvor looks through one file.
type salvor struct {
	file     io.ReaderAt
	size     int64
	pageSize int64
	owners   map[int64]Bucket // of leaves, by their offset
}

func (s *salvor) guessPageSize() int64 {
	if first, err := titleAt(s.file, s.size, 0); err == nil && first.sound && plausibleSize(int64(first.pageSize)) {
		return int64(first.pageSize)
	}
	if second, err := sizeFromSecond(s.file, s.size); err == nil && plausibleSize(second) {
		return second
	}
	return pagedBy(s.file, s.size)
}

// rootLeaves are the leaves with the names of the buckets as the newest sound
// title page has them, none if there is no such page.
func (s *salvor) rootLeaves() []int64 {
	first, err := titleAt(s.file, s.size, 0)
	if err != nil {
		return nil
	}
	second, err := titleAt(s.file, s.size, s.pageSize)
	if err != nil {
		return nil
	}
	if !first.sound || second.sound && second.transaction > first.transaction {
		first = second
	}
	if !first.sound {
		return nil
	}
	var all []int64
	s.descend(first.root, 0, make(map[uint64]bool), func(at int64) { all = append(all, at) })
	return all
}

// window is how much of the file is looked at in one go.
const window = 1 << 20

// leaves lists the offsets of all that may be a leaf, in order. At the start
// of a page little has to be right; anywhere else, where a leaf lies within the
// root or was shifted by lost or added bytes, its whole beginning must be.
func (s *salvor) leaves() []int64 {
	var all []int64
	buffer := make([]byte, window+headerSize+elementSize)
	for base := int64(0); base < s.size; base += window {
		part := s.readSome(buffer, base)
		for at := int64(0); at < min(window, int64(len(part))); at += smallestPage {
			if mayBeLeaf(part[at:]) {
				all = append(all, base+at)
			}
		}
		for from := 0; ; {
			hit := bytes.Index(part[from:], []byte{flagLeaf, 0})
			if hit < 0 {
				break
			}
			from += hit + 1
			at := from - 1 - 8 // where the header would begin
			if at >= 0 && at < window && (base+int64(at))%smallestPage != 0 && isLeaf(part[at:]) {
				all = append(all, base+int64(at))
			}
		}
	}
	slices.Sort(all)
	return all
}

// readSome reads as much of the buffer as there is; unreadable parts of 4 KiB
// are left as zeros.
func (s *salvor) readSome(buffer []byte, offset int64) []byte {
	part := buffer[:min(int64(len(buffer)), s.size-offset)]
	n, err := s.file.ReadAt(part, offset)
	if n == len(part) || errors.Is(err, io.EOF) {
		return part[:n]
	}
	for at := 0; at < len(part); at += smallestPage {
		piece := part[at:min(at+smallestPage, len(part))]
		if readAt(s.file, piece, offset+int64(at)) != nil {
			clear(piece)
		}
	}
	return part
}

// isLeaf is true for the undamaged beginning of a leaf with an entry in it.
func isLeaf(b []byte) bool {
	if len(b) < headerSize+elementSize {
		return false
	}
	head := parseHeader(b)
	e := parseElement(b, 0, true)
	return head.flags == flagLeaf && head.count > 0 && plausible(e) &&
		e.key == headerSize+uint64(head.count)*elementSize
}

// mayBeLeaf is true at the start of a page with an entry that could be one,
// among the first few, whatever became of the header.
func mayBeLeaf(b []byte) bool {
	const few = 16
	for i := 0; i < few && headerSize+(i+1)*elementSize <= len(b); i++ {
		if plausible(parseElement(b, i, true)) {
			return true
		}
	}
	return false
}

// plausible is true for an entry with flags, a key and a value such as the
// vault's.
func plausible(e element) bool {
	return e.flags <= elementBucket && e.keySize > 0 && e.keySize <= MaxKey && e.valueSize <= MaxValue &&
		e.key > headerSize
}

// mostEntries bounds the table of one leaf; it is only reached by rubbish.
const mostEntries = 1 << 16

// entries lists the plausible entries of a leaf. Its table ends where its
// first key begins, which any entry can tell, whatever became of the header.
func (s *salvor) entries(at int64) []element {
	table := s.readSome(make([]byte, smallestPage), at)
	var all []element
	tableEnd := uint64(len(table))
	if len(table) >= headerSize && parseHeader(table).flags == flagLeaf {
		// A long table is read whole when its header can be believed.
		whole := headerSize + int64(parseHeader(table).count)*elementSize
		if whole > int64(len(table)) {
			table = s.readSome(make([]byte, whole), at)
			tableEnd = uint64(len(table))
		}
	}
	for i := 0; i < mostEntries && uint64(headerSize+(i+1)*elementSize) <= tableEnd; i++ {
		e := parseElement(table, i, true)
		if !plausible(e) || e.key < uint64(headerSize+(i+1)*elementSize) || e.end() > uint64(s.size-at) {
			continue
		}
		all = append(all, e)
		tableEnd = min(tableEnd, e.key)
	}
	return all
}

// cell copies one entry of the leaf at an offset.
func (s *salvor) cell(at int64, e element) (key, value []byte, ok bool) {
	both := make([]byte, e.keySize+e.valueSize)
	if readAt(s.file, both, at+int64(e.key)) != nil {
		return nil, nil, false
	}
	return both[:e.keySize:e.keySize], both[e.keySize:], true
}

// learn takes from a leaf of bucket names which leaves belong to which bucket.
func (s *salvor) learn(at int64, buckets []Bucket) {
	for _, e := range s.entries(at) {
		if e.flags != elementBucket || e.keySize > maxBucketName || e.valueSize < bucketHeader || e.valueSize > 1<<20 {
			continue
		}
		key, value, ok := s.cell(at, e)
		if !ok || !slices.Contains(buckets, Bucket(key)) {
			continue
		}
		if top := binary.LittleEndian.Uint64(value); top != 0 {
			s.own(top, Bucket(key))
			continue
		}
		s.owners[at+int64(e.key+e.keySize)+bucketHeader] = Bucket(key)
	}
}

// own follows what is left of a bucket's branches down to its leaves.
func (s *salvor) own(top uint64, bucket Bucket) {
	s.descend(top, 0, make(map[uint64]bool), func(at int64) {
		if _, claimed := s.owners[at]; !claimed {
			s.owners[at] = bucket
		}
	})
}

// descend visits a page and all that its branches lead to, each once, and
// takes the offsets of those that are no branches.
func (s *salvor) descend(page uint64, depth int, seen map[uint64]bool, take func(at int64)) {
	if page < 2 || page >= uint64(s.size/s.pageSize) || depth > maxDepth || seen[page] {
		return
	}
	seen[page] = true
	at := int64(page) * s.pageSize
	head := s.readSome(make([]byte, headerSize), at)
	if len(head) < headerSize || parseHeader(head).flags != flagBranch {
		take(at)
		return
	}
	count := int(parseHeader(head).count)
	table := s.readSome(make([]byte, headerSize+count*elementSize), at)
	for i := 0; headerSize+(i+1)*elementSize <= len(table); i++ {
		s.descend(parseElement(table, i, false).child, depth+1, seen, take)
	}
}
