package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Report is what Preflight learnt of a sound file.
type Report struct {
	PageSize    int            // bytes
	Pages       uint64         // pages in use or free, title pages included
	FreePages   uint64         // pages on the free list
	Transaction uint64         // number of the last transaction of the file
	FellBack    bool           // one title page was unsound, as after a power cut
	Cells       map[Bucket]int // number of cells in each bucket, the own one included
}

// Preflight checks a whole file of size bytes with plain reads: which title
// page counts, that every page is what it says it is, of the right kind and
// length, in key order and within its branch's range, used once or free once,
// and that nothing but plain buckets lies at the root. What passes can be
// mapped, read and written by bbolt without a panic, a fault or an endless
// loop; differential fuzzing holds the two together. It does not read values:
// those authenticate themselves.
//
// Errors: NotVaultError, DamageError, or ErrDisk when the file cannot be read.
func Preflight(file io.ReaderAt, size int64) (Report, error) {
	chosen, fellBack, err := chooseTitle(file, size)
	if err != nil {
		return Report{}, err
	}
	w := &walker{
		file:     file,
		pageSize: int(chosen.pageSize),
		pages:    chosen.pages,
		uses:     make([]use, chosen.pages),
		cells:    make(map[Bucket]int),
	}
	w.uses[0], w.uses[1] = useTitle, useTitle
	w.root(chosen.root)
	w.freelist(chosen.freelist)
	w.lost()
	if w.failed != nil {
		return Report{}, fmt.Errorf("check vault: %w", classify(w.failed))
	}
	if len(w.findings) > 0 {
		return Report{}, damage(w.findings...)
	}
	return Report{
		PageSize:    w.pageSize,
		Pages:       w.pages,
		FreePages:   w.free,
		Transaction: chosen.transaction,
		FellBack:    fellBack,
		Cells:       w.cells,
	}, nil
}

// chooseTitle finds the title page that counts, as bbolt would: the sound one
// with the higher transaction. fellBack is true if the other one is unsound.
func chooseTitle(file io.ReaderAt, size int64) (chosen title, fellBack bool, err error) {
	first, err := titleAt(file, size, 0)
	if err != nil {
		return title{}, false, err
	}
	pageSize := int64(first.pageSize)
	if !first.sound {
		if pageSize, err = sizeFromSecond(file, size); err != nil {
			return title{}, false, err
		}
	}
	if pageSize == 0 {
		return title{}, false, noTitle(file, size)
	}
	if !plausibleSize(pageSize) {
		return title{}, false, damage(Finding{Kind: FindNumbers, Page: 0})
	}
	second, err := titleAt(file, size, pageSize)
	if err != nil {
		return title{}, false, err
	}
	page := uint64(0)
	chosen = first
	if !first.sound || second.sound && second.transaction > first.transaction {
		chosen, page = second, 1
	}
	return chosen, !first.sound || !second.sound, checkTitle(file, size, chosen, page, pageSize)
}

// titleAt reads the title page at an offset; one that the file is too short
// for is unsound.
func titleAt(file io.ReaderAt, size, offset int64) (title, error) {
	if offset+headerSize+metaSize > size {
		return title{}, nil
	}
	buffer := make([]byte, headerSize+metaSize)
	if err := readAt(file, buffer, offset); err != nil {
		return title{}, fmt.Errorf("check vault: %w", classify(err))
	}
	return parseTitle(buffer[headerSize:]), nil
}

// sizeFromSecond looks for a sound second title page where bbolt does, from
// 1 KiB to 16 MiB, and returns the page size it gives: 0 if there is none.
func sizeFromSecond(file io.ReaderAt, size int64) (int64, error) {
	for offset := int64(1024); offset <= 16<<20 && offset < size-1024; offset *= 2 {
		second, err := titleAt(file, size, offset)
		if err != nil {
			return 0, err
		}
		if !second.sound {
			continue
		}
		if int64(second.pageSize) != offset {
			return 0, damage(Finding{Kind: FindNumbers, Page: 1})
		}
		return offset, nil
	}
	return 0, nil
}

func plausibleSize(pageSize int64) bool {
	return pageSize >= smallestPage && pageSize <= largestPage && pageSize&(pageSize-1) == 0
}

// checkTitle checks the numbers of the chosen title page against each other
// and the file.
func checkTitle(file io.ReaderAt, size int64, chosen title, page uint64, pageSize int64) error {
	impossible := damage(Finding{Kind: FindNumbers, Page: page})
	if !chosen.sound || int64(chosen.pageSize) != pageSize || chosen.transaction%2 != page ||
		chosen.transaction > 1<<62 || chosen.pages < 4 || chosen.pages > 1<<48 ||
		chosen.root < 2 || chosen.root >= chosen.pages ||
		chosen.freelist < 2 || chosen.freelist >= chosen.pages {
		return impossible
	}
	if whole := uint64(size / pageSize); chosen.pages > whole {
		return damage(Finding{Kind: FindShort, Page: whole})
	}
	buffer := make([]byte, headerSize)
	if err := readAt(file, buffer, int64(page)*pageSize); err != nil {
		return fmt.Errorf("check vault: %w", classify(err))
	}
	if head := parseHeader(buffer); head.id != page || head.flags != flagMeta {
		return impossible
	}
	return nil
}

// readAt fills buffer from an offset. A file that ends before is an error.
func readAt(file io.ReaderAt, buffer []byte, offset int64) error {
	n, err := file.ReadAt(buffer, offset)
	if n == len(buffer) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// noTitle tells a destroyed vault from a file that never was one.
func noTitle(file io.ReaderAt, size int64) error {
	if size == 0 {
		return &NotVaultError{Seems: seemsEmpty}
	}
	beginning := make([]byte, min(size, 4096))
	if err := readAt(file, beginning, 0); err != nil {
		return fmt.Errorf("check vault: %w", classify(err))
	}
	if len(beginning) >= headerSize+metaSize {
		b := beginning[headerSize:]
		switch t := parseTitle(b); {
		case t.magic == magic && t.version != formatVersion && binary.LittleEndian.Uint64(b[56:]) == titleSum(b):
			return &NotVaultError{Seems: fmt.Sprintf(seemsVersion, t.version)}
		case t.magic == magic:
			return damage(Finding{Kind: FindTitle})
		case binary.BigEndian.Uint32(beginning[headerSize:]) == magic:
			return &NotVaultError{Seems: seemsByteOrder}
		}
	}
	if pagedBy(file, size) != 0 {
		return damage(Finding{Kind: FindTitle})
	}
	if len(bytes.Trim(beginning, "\x00")) == 0 {
		return damage(Finding{Kind: FindZeros})
	}
	return &NotVaultError{Seems: seems(beginning)}
}

// seems names the kind of file by its beginning.
func seems(beginning []byte) string {
	for _, known := range beginnings {
		if bytes.HasPrefix(beginning, []byte(known.bytes)) {
			return known.seems
		}
	}
	// A long text may be cut within a character.
	for cut := 0; cut < utf8.UTFMax && cut < len(beginning); cut++ {
		if whole := beginning[:len(beginning)-cut]; utf8.Valid(whole) && !bytes.ContainsRune(whole, 0) {
			return seemsText
		}
	}
	return seemsOther
}

// pagedBy is the page size by which pages further on still carry their own
// numbers, as in a vault whose beginning was destroyed; 0 if there is none.
func pagedBy(file io.ReaderAt, size int64) int64 {
	buffer := make([]byte, headerSize)
	for pageSize := int64(smallestPage); pageSize <= largestPage; pageSize *= 2 {
		pages, right := min(size/pageSize, 256), int64(0)
		for page := int64(2); page < pages; page++ {
			if readAt(file, buffer, page*pageSize) != nil {
				continue
			}
			head := parseHeader(buffer)
			if head.id == uint64(page) && (head.flags == flagLeaf || head.flags == flagBranch || head.flags == flagFreelist) {
				right++
			}
		}
		if right > 0 && right >= (pages-2)/16 {
			return pageSize
		}
	}
	return 0
}
