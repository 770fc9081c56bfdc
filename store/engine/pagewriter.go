package engine

import (
	"encoding/binary"
	"io"
)

// pageWriter writes a new bbolt file from cells that come in key order, front
// to back, once. It is our own because bbolt puts no more than two values of
// over 2 KB on a page run when it loads in order, which wastes up to half of
// the space; here a leaf grows until its last page is nearly full. What it
// writes is held to Preflight and read back through bbolt before it counts.
type pageWriter struct {
	file     io.WriterAt
	pageSize int
	next     uint64 // first page not written yet

	name    Bucket
	open    bool
	leaf    []Cell
	size    int            // bytes of the leaf so far, its header included
	below   []child        // finished leaves of the open bucket
	buckets []bucketRecord // finished buckets
}

// child is a finished page run and its first key.
type child struct {
	key  []byte
	page uint64
}

// bucketRecord is an entry of the root: a bucket's name and how to find it.
type bucketRecord struct {
	name  Bucket
	value []byte
}

func newPageWriter(file io.WriterAt, pageSize int) *pageWriter {
	// Two title pages, then the free list, which is empty.
	return &pageWriter{file: file, pageSize: pageSize, next: 3}
}

// bucket begins the next bucket; names must come in order.
func (p *pageWriter) bucket(name Bucket) error {
	if err := p.endBucket(); err != nil {
		return err
	}
	p.name, p.open = name, true
	return nil
}

// A leaf ends once it is at least most of a page long and wastes no more than
// a sixteenth, or once it is so long that the waste no longer matters.
const (
	leafWaste = 16
	longLeaf  = 8 // pages
)

// cell adds a cell to the open bucket; keys must come in order.
func (p *pageWriter) cell(cell Cell) error {
	if p.full() {
		if err := p.endLeaf(); err != nil {
			return err
		}
	}
	if len(p.leaf) == 0 {
		p.size = headerSize
	}
	p.leaf = append(p.leaf, cell)
	p.size += elementSize + len(cell.Key) + len(cell.Value)
	return nil
}

func (p *pageWriter) full() bool {
	if len(p.leaf) == 0 {
		return false
	}
	whole := int(runPages(uint64(p.size), p.pageSize)) * p.pageSize
	return whole-p.size <= whole/leafWaste || p.size >= longLeaf*p.pageSize || len(p.leaf) == longFreelist-1
}

func (p *pageWriter) endLeaf() error {
	page := p.next
	bytes := make([]byte, int(runPages(uint64(p.size), p.pageSize))*p.pageSize)
	putLeaf(bytes, page, p.leaf, elementFlags(0))
	putOverflow(bytes, p.pageSize)
	p.below = append(p.below, child{key: p.leaf[0].Key, page: page})
	p.leaf, p.size = nil, headerSize
	return p.write(bytes)
}

// write puts a run of pages behind all others.
func (p *pageWriter) write(bytes []byte) error {
	_, err := p.file.WriteAt(bytes, int64(p.next)*int64(p.pageSize))
	p.next += uint64(len(bytes) / p.pageSize)
	return err
}

// endBucket writes what is left of the open bucket and its branches. A bucket
// smaller than a quarter of a page lies within the root, as bbolt has it.
func (p *pageWriter) endBucket() error {
	if !p.open {
		return nil
	}
	p.open = false
	size := max(p.size, headerSize)
	if len(p.below) == 0 && size <= p.pageSize/4 {
		value := make([]byte, bucketHeader+size)
		putLeaf(value[bucketHeader:], 0, p.leaf, elementFlags(0))
		p.buckets = append(p.buckets, bucketRecord{p.name, value})
		p.leaf, p.size = nil, headerSize
		return nil
	}
	if len(p.leaf) > 0 {
		if err := p.endLeaf(); err != nil {
			return err
		}
	}
	top, err := p.branches()
	value := make([]byte, bucketHeader) // its counter stays nought
	binary.LittleEndian.PutUint64(value, top)
	p.buckets = append(p.buckets, bucketRecord{p.name, value})
	return err
}

// branches writes the levels above the finished leaves and returns the top.
func (p *pageWriter) branches() (uint64, error) {
	level := p.below
	p.below = nil
	for len(level) > 1 {
		var above []child
		for _, group := range p.group(level) {
			above = append(above, child{key: group[0].key, page: p.next})
			if err := p.write(p.branch(group)); err != nil {
				return 0, err
			}
		}
		level = above
	}
	return level[0].page, nil
}

// group divides a level into branches of about a page, none with less than two
// children.
func (p *pageWriter) group(level []child) [][]child {
	var groups [][]child
	for start := 0; start < len(level); {
		end, size := start, headerSize
		for end < len(level) && (end-start < 2 || size+elementSize+len(level[end].key) <= p.pageSize) {
			size += elementSize + len(level[end].key)
			end++
		}
		if end == len(level)-1 {
			// A single child would be left over: it comes along, and if that is
			// one too many for the page, the run is two pages long.
			end++
		}
		groups = append(groups, level[start:end])
		start = end
	}
	return groups
}

// branch lays out a branch page.
func (p *pageWriter) branch(children []child) []byte {
	size := headerSize
	for _, c := range children {
		size += elementSize + len(c.key)
	}
	bytes := make([]byte, int(runPages(uint64(size), p.pageSize))*p.pageSize)
	putHeader(bytes, p.next, flagBranch, len(children))
	at := headerSize + len(children)*elementSize
	for i, c := range children {
		entry := headerSize + i*elementSize
		binary.LittleEndian.PutUint32(bytes[entry:], uint32(at-entry))
		binary.LittleEndian.PutUint32(bytes[entry+4:], uint32(len(c.key)))
		binary.LittleEndian.PutUint64(bytes[entry+8:], c.page)
		at += copy(bytes[at:], c.key)
	}
	putOverflow(bytes, p.pageSize)
	return bytes
}

// finish writes the root, the free list and the title pages and returns the
// size of the file in bytes. It does not flush.
func (p *pageWriter) finish() (int64, error) {
	if err := p.endBucket(); err != nil {
		return 0, err
	}
	root, size := p.next, headerSize
	cells := make([]Cell, len(p.buckets))
	for i, bucket := range p.buckets {
		cells[i] = Cell{Key: []byte(bucket.name), Value: bucket.value}
		size += elementSize + len(bucket.name) + len(bucket.value)
	}
	bytes := make([]byte, int(runPages(uint64(size), p.pageSize))*p.pageSize)
	putLeaf(bytes, root, cells, elementFlags(elementBucket))
	putOverflow(bytes, p.pageSize)
	if err := p.write(bytes); err != nil {
		return 0, err
	}
	front := make([]byte, 3*p.pageSize)
	for page := range uint64(2) {
		p.putTitle(front[int(page)*p.pageSize:], page, root)
	}
	putHeader(front[2*p.pageSize:], 2, flagFreelist, 0)
	_, err := p.file.WriteAt(front, 0)
	return int64(p.next) * int64(p.pageSize), err
}

// putTitle lays out a title page; the page number is the transaction too.
func (p *pageWriter) putTitle(bytes []byte, page, root uint64) {
	putHeader(bytes, page, flagMeta, 0)
	b := bytes[headerSize:]
	binary.LittleEndian.PutUint32(b, magic)
	binary.LittleEndian.PutUint32(b[4:], formatVersion)
	binary.LittleEndian.PutUint32(b[8:], uint32(p.pageSize))
	binary.LittleEndian.PutUint64(b[16:], root)
	binary.LittleEndian.PutUint64(b[32:], 2)
	binary.LittleEndian.PutUint64(b[40:], p.next)
	binary.LittleEndian.PutUint64(b[48:], page)
	binary.LittleEndian.PutUint64(b[56:], titleSum(b))
}

func putHeader(bytes []byte, page uint64, flags uint16, count int) {
	binary.LittleEndian.PutUint64(bytes, page)
	binary.LittleEndian.PutUint16(bytes[8:], flags)
	binary.LittleEndian.PutUint16(bytes[10:], uint16(count))
}

// putOverflow says in its header how many further pages a run has.
func putOverflow(bytes []byte, pageSize int) {
	binary.LittleEndian.PutUint32(bytes[12:], uint32(len(bytes)/pageSize-1))
}

// elementFlags says whether the entries of a leaf are buckets.
type elementFlags uint32

// putLeaf lays out a leaf page.
func putLeaf(bytes []byte, page uint64, cells []Cell, flags elementFlags) {
	putHeader(bytes, page, flagLeaf, len(cells))
	at := headerSize + len(cells)*elementSize
	for i, cell := range cells {
		entry := headerSize + i*elementSize
		binary.LittleEndian.PutUint32(bytes[entry:], uint32(flags))
		binary.LittleEndian.PutUint32(bytes[entry+4:], uint32(at-entry))
		binary.LittleEndian.PutUint32(bytes[entry+8:], uint32(len(cell.Key)))
		binary.LittleEndian.PutUint32(bytes[entry+12:], uint32(len(cell.Value)))
		at += copy(bytes[at:], cell.Key)
		at += copy(bytes[at:], cell.Value)
	}
}
