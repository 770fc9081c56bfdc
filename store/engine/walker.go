package engine

import (
	"bytes"
	"encoding/binary"
	"io"
)

// use is what a page was found to be for.
type use uint8

const (
	useNone use = iota
	useTitle
	useTree
	useFreelist
	useFree
)

// maxDepth is far deeper than any tree of whole pages that fits on a disk,
// since every branch has two children or more.
const maxDepth = 48

// wholeRun is the longest run of pages in bytes that is read at once; of longer
// ones only the entries and keys are read, not the values between them.
const wholeRun = 128 << 10

// longestRoot is the longest page of bucket names in bytes that is believed:
// a hundred times what any list of buckets needs.
const longestRoot = 16 << 20

// walker checks the pages of one file. It goes on after a finding as far as
// that makes sense, and stops for good when reading fails.
type walker struct {
	file     io.ReaderAt
	pageSize int
	pages    uint64
	uses     []use
	free     uint64
	cells    map[Bucket]int
	buffers  [maxDepth + 2][]byte
	findings []Finding
	failed   error
}

func (w *walker) find(kind FindingKind, page uint64) {
	if len(w.findings) < maxFindings {
		w.findings = append(w.findings, Finding{Kind: kind, Page: page})
	}
}

func (w *walker) done() bool { return w.failed != nil || len(w.findings) >= maxFindings }

// read reads bytes of a page run into the buffer of a depth.
func (w *walker) read(depth int, page, from, length uint64) ([]byte, bool) {
	if uint64(cap(w.buffers[depth])) < length {
		w.buffers[depth] = make([]byte, length+length/4)
	}
	buffer := w.buffers[depth][:length]
	if err := readAt(w.file, buffer, int64(page)*int64(w.pageSize)+int64(from)); err != nil {
		w.failed = err
		return nil, false
	}
	return buffer, true
}

// claim marks the pages of a run as used, and finds those that already are.
func (w *walker) claim(page, count uint64, as use) bool {
	for id := page; id < page+count; id++ {
		if w.uses[id] != useNone {
			w.find(FindTwice, id)
			return false
		}
		w.uses[id] = as
	}
	return true
}

// run is one branch or leaf page with its overflow pages, checked on its own.
type run struct {
	page     uint64
	leaf     bool
	elements []element
	keys     [][]byte
	values   [][]byte // only where they were asked for
}

// header reads and checks the beginning of a run: the page it says it is, one
// of the kinds in want, all within the file. It claims the run's pages.
func (w *walker) header(depth int, page uint64, want uint16, as use) (header, bool) {
	if page < 2 || page >= w.pages {
		w.find(FindNumbers, page)
		return header{}, false
	}
	first, ok := w.read(depth, page, 0, headerSize)
	if !ok {
		return header{}, false
	}
	head := parseHeader(first)
	switch {
	case head.id != page:
		w.find(FindIdentity, page)
	case head.flags&want == 0 || head.flags&(head.flags-1) != 0:
		w.find(FindKindOf, page)
	case uint64(head.overflow) >= w.pages-page:
		w.find(FindLength, page)
	default:
		return head, w.claim(page, uint64(head.overflow)+1, as)
	}
	return head, false
}

// load reads and checks a branch or leaf: its header, that its entries lie
// behind each other without gaps and fill just its pages, that keys ascend.
func (w *walker) load(depth int, page uint64, values bool) (run, bool) {
	head, ok := w.header(depth, page, flagBranch|flagLeaf, useTree)
	if !ok {
		return run{}, false
	}
	length := (uint64(head.overflow) + 1) * uint64(w.pageSize)
	table := headerSize + uint64(head.count)*elementSize
	if table > length || values && length > longestRoot {
		w.find(FindLength, page)
		return run{}, false
	}
	whole := length <= wholeRun || values
	amount := table
	if whole {
		amount = length
	}
	buffer, ok := w.read(depth, page, 0, amount)
	if !ok {
		return run{}, false
	}
	r := run{page: page, leaf: head.flags == flagLeaf}
	if !w.entries(&r, buffer, int(head.count), length) {
		return run{}, false
	}
	if end := r.end(); head.overflow != uint32(runPages(end, w.pageSize)-1) {
		w.find(FindLength, page)
		return run{}, false
	}
	if whole {
		r.take(buffer, values)
	} else if !w.takeKeys(&r) {
		return run{}, false
	}
	return r, w.ordered(&r)
}

// entries parses the table of a page and checks where its entries lie.
func (w *walker) entries(r *run, buffer []byte, count int, length uint64) bool {
	r.elements = make([]element, count)
	next := uint64(headerSize + count*elementSize)
	for i := range r.elements {
		e := parseElement(buffer, i, r.leaf)
		if e.key != next || e.keySize == 0 || e.end() > length || e.flags&^elementBucket != 0 {
			w.find(FindElement, r.page)
			return false
		}
		r.elements[i], next = e, e.end()
	}
	return true
}

// end is the first byte behind the last entry.
func (r *run) end() uint64 {
	if len(r.elements) == 0 {
		return headerSize
	}
	return r.elements[len(r.elements)-1].end()
}

// take points keys, and values if they are wanted, into the run's bytes.
func (r *run) take(buffer []byte, values bool) {
	r.keys = make([][]byte, len(r.elements))
	for i, e := range r.elements {
		r.keys[i] = buffer[e.key : e.key+e.keySize]
	}
	if !values {
		return
	}
	r.values = make([][]byte, len(r.elements))
	for i, e := range r.elements {
		r.values[i] = buffer[e.key+e.keySize : e.end()]
	}
}

// takeKeys reads the keys of a long run one by one.
func (w *walker) takeKeys(r *run) bool {
	r.keys = make([][]byte, len(r.elements))
	for i, e := range r.elements {
		key := make([]byte, e.keySize)
		if err := readAt(w.file, key, int64(r.page)*int64(w.pageSize)+int64(e.key)); err != nil {
			w.failed = err
			return false
		}
		r.keys[i] = key
	}
	return true
}

func (w *walker) ordered(r *run) bool {
	for i := 1; i < len(r.keys); i++ {
		if bytes.Compare(r.keys[i-1], r.keys[i]) >= 0 {
			w.find(FindOrder, r.page)
			return false
		}
	}
	return true
}

// branch is where a page hangs: the key that leads to it, which must be its
// first, and the one that leads past it, which all of its keys lie before.
type branch struct {
	first, beyond []byte
	top           bool // the topmost page of a bucket, which has no such keys
}

// tree walks one bucket's tree in key order. leaves receives each leaf; every
// leaf must hang at the same depth, which tree returns (0 for a finding).
func (w *walker) tree(page uint64, depth int, where branch, values bool, leaves func(*run)) int {
	if w.done() {
		return 0
	}
	if depth > maxDepth {
		w.find(FindDepth, page)
		return 0
	}
	r, ok := w.load(depth, page, values)
	if !ok || !w.belongs(&r, where) {
		return 0
	}
	if r.leaf {
		leaves(&r)
		return depth
	}
	bottom := 0
	for i, e := range r.elements {
		below := branch{first: r.keys[i], beyond: where.beyond}
		if i+1 < len(r.keys) {
			below.beyond = r.keys[i+1]
		}
		reached := w.tree(e.child, depth+1, below, values, leaves)
		if reached != 0 && bottom != 0 && reached != bottom {
			w.find(FindDepth, e.child)
		}
		bottom = max(bottom, reached)
	}
	return bottom
}

// belongs checks a page against the branch it hangs on. bbolt finds a page
// again by its first key, so the two must be equal, not only in range.
func (w *walker) belongs(r *run, where branch) bool {
	switch {
	case r.leaf && len(r.keys) == 0 && where.top:
		return true
	case len(r.keys) == 0, !r.leaf && len(r.keys) < 2:
		w.find(FindEmpty, r.page)
	case !where.top && !bytes.Equal(r.keys[0], where.first):
		w.find(FindRange, r.page)
	case where.beyond != nil && bytes.Compare(r.keys[len(r.keys)-1], where.beyond) >= 0:
		w.find(FindRange, r.page)
	default:
		return true
	}
	return false
}

// root walks the tree of buckets, then each bucket.
func (w *walker) root(page uint64) {
	type found struct {
		name  Bucket
		value []byte
		page  uint64
	}
	var buckets []found
	w.tree(page, 0, branch{top: true}, true, func(r *run) {
		for i, e := range r.elements {
			if e.flags != elementBucket || len(r.values[i]) < bucketHeader {
				w.find(FindBucket, r.page)
				continue
			}
			buckets = append(buckets, found{Bucket(r.keys[i]), bytes.Clone(r.values[i]), r.page})
		}
	})
	for _, bucket := range buckets {
		w.bucket(bucket.name, bucket.value, bucket.page)
	}
}

// bucket walks one bucket: a tree of pages of its own, or a leaf that lies
// within the value.
func (w *walker) bucket(name Bucket, value []byte, page uint64) {
	count := func(r *run) {
		w.cells[name] += len(r.elements)
		for _, e := range r.elements {
			if e.flags != 0 {
				w.find(FindBucket, r.page)
			}
		}
	}
	if top := binary.LittleEndian.Uint64(value); top != 0 {
		if len(value) != bucketHeader {
			w.find(FindBucket, page)
			return
		}
		w.tree(top, 0, branch{top: true}, false, count)
		return
	}
	inline := value[bucketHeader:]
	if len(inline) < headerSize {
		w.find(FindBucket, page)
		return
	}
	head := parseHeader(inline)
	if head.id != 0 || head.flags != flagLeaf || head.overflow != 0 ||
		headerSize+int(head.count)*elementSize > len(inline) {
		w.find(FindBucket, page)
		return
	}
	r := run{page: page, leaf: true}
	if !w.entries(&r, inline, int(head.count), uint64(len(inline))) {
		return
	}
	if r.end() != uint64(len(inline)) {
		w.find(FindLength, page)
		return
	}
	r.take(inline, false)
	if w.ordered(&r) {
		count(&r)
	}
}

// freelist reads the list of free pages: in order, in the file, each of them
// in no other use.
func (w *walker) freelist(page uint64) {
	if w.done() {
		return
	}
	head, ok := w.header(0, page, flagFreelist, useFreelist)
	if !ok {
		return
	}
	room := ((uint64(head.overflow)+1)*uint64(w.pageSize) - headerSize) / 8
	count, from := uint64(head.count), uint64(headerSize)
	if head.count == longFreelist {
		first, ok := w.read(0, page, headerSize, 8)
		if !ok {
			return
		}
		count, from, room = binary.LittleEndian.Uint64(first), headerSize+8, room-1
	}
	if count > room || head.count == longFreelist && count < longFreelist {
		w.find(FindFreelist, page)
		return
	}
	w.freePages(page, from, count)
}

func (w *walker) freePages(page, from, count uint64) {
	const atOnce = 8192
	last := uint64(1)
	for count > 0 {
		amount := min(count, atOnce)
		ids, ok := w.read(0, page, from, amount*8)
		if !ok {
			return
		}
		for i := range amount {
			id := binary.LittleEndian.Uint64(ids[i*8:])
			if id <= last || id >= w.pages || w.uses[id] != useNone {
				w.find(FindFreelist, page)
				return
			}
			w.uses[id], last = useFree, id
		}
		w.free += amount
		from, count = from+amount*8, count-amount
	}
}

// lost finds pages that are neither used nor free. It says nothing when
// something was found before, since that explains them.
func (w *walker) lost() {
	if w.failed != nil || len(w.findings) > 0 {
		return
	}
	for id, as := range w.uses {
		if as == useNone {
			w.find(FindLost, uint64(id))
			return
		}
	}
}
