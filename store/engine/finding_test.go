package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sample is a small sound file with every kind of page: a bucket with branches,
// one with values over several pages, one within the root, and free pages.
func sample(t *testing.T) *sampled {
	t.Helper()
	b := newBolt(t)
	for i := range 400 {
		if i%50 == 0 {
			save(t, b, Op{Bucket: "draft", Key: fmt.Appendf(nil, "draft %d", i), Value: make([]byte, 12_000)})
		}
	}
	var ops []Op
	for i := range 400 {
		ops = append(ops, record(i, []byte("a value of some length")))
	}
	save(t, b, ops...)
	save(t, b, Op{Bucket: "hdr", Key: []byte("one"), Value: []byte("within the root")},
		Op{Bucket: "hdr", Key: []byte("two"), Value: []byte("too")})
	image := read(t, b.path)
	s := &sampled{image: image[:trimmed(image)], pageSize: os.Getpagesize()}
	chosen, _, err := chooseTitle(bytes.NewReader(image), int64(len(image)))
	if err != nil {
		t.Fatal(err)
	}
	s.title = int(chosen.transaction % 2)
	s.root, s.freelist, s.pages = int(chosen.root), int(chosen.freelist), int(chosen.pages)
	w := &walker{file: bytes.NewReader(image), pageSize: s.pageSize, pages: chosen.pages,
		uses: make([]use, chosen.pages), cells: make(map[Bucket]int)}
	w.root(chosen.root)
	for page, as := range w.uses {
		head := parseHeader(s.at(page))
		switch {
		case as != useTree || int(head.id) != page:
		case head.flags == flagBranch:
			below := int(parseElement(s.at(page), 1, false).child)
			if parseHeader(s.at(below)).overflow == 0 { // the drafts have a branch too
				s.branch, s.below = page, below
			}
		case head.overflow > 0:
			s.long = page
		}
	}
	if s.branch == 0 || s.long == 0 {
		t.Fatal("the sample lacks a kind of page")
	}
	return s
}

// sampled knows where on a sample the interesting pages are.
type sampled struct {
	image                         []byte
	pageSize, pages, title        int
	root, freelist, branch, below int // below hangs on branch, second
	long                          int
}

func (s *sampled) at(page int) []byte { return s.image[page*s.pageSize:] }

// retitle changes a number of the title page that counts and mends its sum.
func (s *sampled) retitle(offset int, value uint64) {
	b := s.at(s.title)[headerSize:]
	binary.LittleEndian.PutUint64(b[offset:], value)
	binary.LittleEndian.PutUint64(b[56:], titleSum(b))
}

// swapKeys swaps two neighbouring keys of equal length on a leaf.
func (s *sampled) swapKeys(page int) {
	one, two := parseElement(s.at(page), 2, true), parseElement(s.at(page), 3, true)
	kept := bytes.Clone(s.at(page)[one.key : one.key+one.keySize])
	copy(s.at(page)[one.key:], s.at(page)[two.key:two.key+two.keySize])
	copy(s.at(page)[two.key:], kept)
}

func TestPreflight_namesEachFinding(t *testing.T) {
	for _, row := range []struct {
		name   string
		damage func(s *sampled)
		kind   FindingKind
		page   func(s *sampled) int
	}{
		{"both title pages destroyed", func(s *sampled) { s.image[20]++; s.at(1)[20]++ }, FindTitle, nil},
		{"a beginning of zeros", func(s *sampled) { clear(s.image) }, FindZeros, nil},
		{"a root beyond the end", func(s *sampled) { s.retitle(16, uint64(s.pages)) }, FindNumbers, func(s *sampled) int { return s.title }},
		{"no free list", func(s *sampled) { s.retitle(32, noFreelist) }, FindNumbers, func(s *sampled) int { return s.title }},
		{"cut short", func(s *sampled) { s.image = s.image[:len(s.image)-100] }, FindShort, func(s *sampled) int { return s.pages - 1 }},
		{"a page with another's number", func(s *sampled) { s.at(s.below)[0]++ }, FindIdentity, func(s *sampled) int { return s.below }},
		{"a leaf that says it is a list", func(s *sampled) { s.at(s.below)[8] = flagFreelist }, FindKindOf, func(s *sampled) int { return s.below }},
		{"a page of two kinds", func(s *sampled) { s.at(s.below)[8] = flagLeaf | flagBranch }, FindKindOf, func(s *sampled) int { return s.below }},
		{"a run that is too short", func(s *sampled) { s.at(s.long)[12]-- }, FindElement, func(s *sampled) int { return s.long }},
		{"a run that is too long", func(s *sampled) { s.at(s.below)[12] = 200 }, FindLength, func(s *sampled) int { return s.below }},
		{"an entry out of place", func(s *sampled) { s.at(s.below)[headerSize+4]++ }, FindElement, func(s *sampled) int { return s.below }},
		{"an unknown mark on an entry", func(s *sampled) { s.at(s.below)[headerSize] = 4 }, FindElement, func(s *sampled) int { return s.below }},
		{"keys out of order", func(s *sampled) { s.swapKeys(s.below) }, FindOrder, func(s *sampled) int { return s.below }},
		{"a first key the branch does not know", func(s *sampled) {
			first := parseElement(s.at(s.below), 0, true)
			s.at(s.below)[first.key+first.keySize-1]--
		}, FindRange, func(s *sampled) int { return s.below }},
		{"a last key that belongs further on", func(s *sampled) {
			last := parseElement(s.at(s.below), int(parseHeader(s.at(s.below)).count)-1, true)
			s.at(s.below)[last.key] = 'z'
		}, FindRange, func(s *sampled) int { return s.below }},
		{"an empty leaf below a branch", func(s *sampled) { copy(s.at(s.below)[10:], []byte{0, 0}) }, FindEmpty, func(s *sampled) int { return s.below }},
		{"a branch that leads to itself", func(s *sampled) {
			binary.LittleEndian.PutUint64(s.at(s.branch)[headerSize+8:], uint64(s.branch))
		}, FindTwice, func(s *sampled) int { return s.branch }},
		{"a branch that leads twice to one page", func(s *sampled) {
			copy(s.at(s.branch)[headerSize+8:headerSize+16], s.at(s.branch)[headerSize+elementSize+8:])
		}, FindRange, nil},
		{"a free page that is in use", func(s *sampled) {
			binary.LittleEndian.PutUint64(s.at(s.freelist)[headerSize:], uint64(s.branch))
		}, FindFreelist, func(s *sampled) int { return s.freelist }},
		{"more free pages than the list holds", func(s *sampled) { copy(s.at(s.freelist)[10:], []byte{0xFE, 0xFF}) }, FindFreelist, func(s *sampled) int { return s.freelist }},
		{"a page left out of the list", func(s *sampled) { s.at(s.freelist)[10]-- }, FindLost, nil},
		{"a plain value among the buckets", func(s *sampled) { s.at(s.root)[headerSize] = 0 }, FindBucket, func(s *sampled) int { return s.root }},
		{"a bucket within a bucket", func(s *sampled) { s.at(s.below)[headerSize] = elementBucket }, FindBucket, func(s *sampled) int { return s.below }},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := sample(t)
			if _, err := Preflight(bytes.NewReader(s.image), int64(len(s.image))); err != nil {
				t.Fatalf("the undamaged sample: %v", err)
			}
			row.damage(s)
			_, err := Preflight(bytes.NewReader(s.image), int64(len(s.image)))
			var damaged *DamageError
			if !errors.As(err, &damaged) || !errors.Is(err, ErrDamaged) {
				t.Fatalf("got %v, want damage", err)
			}
			got := damaged.Findings[0]
			if got.Kind != row.kind {
				t.Fatalf("got %q (kind %d), want kind %d", got, got.Kind, row.kind)
			}
			if row.page != nil && int(got.Page) != row.page(s) {
				t.Errorf("got page %d, want %d", got.Page, row.page(s))
			}
			wantPlainWords(t, err)
		})
	}
}

// wantPlainWords: every error is one line that names the thing and quotes
// nothing of the file.
func wantPlainWords(t *testing.T, err error) {
	t.Helper()
	words := err.Error()
	for _, never := range []string{"\n", "%!", "value of some", "record 0", "draft", "failed to", "!"} {
		if strings.Contains(words, never) {
			t.Errorf("the words %q hold %q", words, never)
		}
	}
}

func TestFinding_hasWordsForEveryKind(t *testing.T) {
	for kind := FindTitle; kind <= FindSequence; kind++ {
		words := Finding{Kind: kind, Page: 12}.String()
		if words == fmt.Sprintf(otherFinding, 12) || strings.Contains(words, "%!") {
			t.Errorf("kind %d is worded %q", kind, words)
		}
	}
	many := damage(make([]Finding, 3)...)
	if got := many.Error(); !strings.HasSuffix(got, "and 2 more") {
		t.Errorf("three findings are worded %q", got)
	}
}

// What people pick by mistake is told apart from a vault that is damaged.
func TestPreflight_saysWhatAFileSeemsToBe(t *testing.T) {
	s := sample(t)
	version := bytes.Clone(s.image)
	for _, at := range []int{0, s.pageSize} {
		b := version[at+headerSize:]
		b[4] = 3
		binary.LittleEndian.PutUint64(b[56:], titleSum(b))
	}
	turned := bytes.Clone(s.image)
	for _, at := range []int{0, s.pageSize} {
		binary.BigEndian.PutUint32(turned[at+headerSize:], magic)
	}
	for _, row := range []struct {
		name    string
		content []byte
		seems   string // "" for damage
	}{
		{"empty", nil, "empty"},
		{"letter", []byte("Dear Sir or Madam, about the Easter holidays"), "text"},
		{"long letter", []byte(strings.Repeat("naïve café – ", 5000)), "text"},
		{"photo", append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), make([]byte, 9000)...), "JPEG"},
		{"document", append([]byte("PK\x03\x04"), make([]byte, 9000)...), "Word"},
		{"PDF", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "PDF"},
		{"database", append([]byte("SQLite format 3\x00"), make([]byte, 9000)...), "SQLite"},
		{"bundle", []byte("age-encryption.org/v1\n-> scrypt"), "age"},
		{"rubbish", randomBytes(random(4), 20_000), "other"},
		{"newer format", version, "version 3"},
		{"other byte order", turned, "numbers the other way round"},
		{"a vault without its beginning", append(make([]byte, 2*s.pageSize), s.image[2*s.pageSize:]...), ""},
		{"the first bytes of a vault", s.image[:50], "other"},
		{"the first page of a vault", s.image[:s.pageSize], ""},
		{"zeros", make([]byte, 60_000), ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "picked")
			write(t, path, row.content)
			_, err := OpenBolt(path, testOptions())
			wantPlainWords(t, err)
			if row.seems == "" {
				if !errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotVault) {
					t.Errorf("got %v, want damage", err)
				}
				return
			}
			var other *NotVaultError
			if !errors.As(err, &other) || !errors.Is(err, ErrNotVault) || !strings.Contains(other.Seems, row.seems) {
				t.Errorf("got %v, want it to seem %q", err, row.seems)
			}
			if after := read(t, path); !bytes.Equal(after, row.content) {
				t.Error("opening it changed it")
			}
		})
	}
}

// One title page is always behind; losing the newer one costs a save, which the
// sequence tells, and not the vault.
func TestPreflight_fallsBackToTheOtherTitlePage(t *testing.T) {
	s := sample(t)
	before, err := Preflight(bytes.NewReader(s.image), int64(len(s.image)))
	if err != nil || before.FellBack {
		t.Fatalf("the sample: %+v, %v", before, err)
	}
	s.at(s.title)[headerSize+60] ^= 1
	after, err := Preflight(bytes.NewReader(s.image), int64(len(s.image)))
	if err != nil {
		t.Fatal(err)
	}
	if !after.FellBack || after.Transaction != before.Transaction-1 {
		t.Errorf("fell back: %t, to transaction %d; want %d", after.FellBack, after.Transaction, before.Transaction-1)
	}
}

// errReader cannot read beyond a point, as a failing disk.
type errReader struct {
	*bytes.Reader
	from int64
}

var errFailing = errors.New("failing disk")

func (r errReader) ReadAt(b []byte, offset int64) (int, error) {
	if offset+int64(len(b)) > r.from {
		return 0, errFailing
	}
	return r.Reader.ReadAt(b, offset)
}

func TestPreflight_passesOnWhatTheDiskSays(t *testing.T) {
	s := sample(t)
	for _, from := range []int64{0, 100, int64(s.pageSize), int64(3 * s.pageSize), int64(s.below*s.pageSize + 1)} {
		_, err := Preflight(errReader{bytes.NewReader(s.image), from}, int64(len(s.image)))
		if !errors.Is(err, errFailing) || errors.Is(err, ErrDamaged) {
			t.Errorf("a disk that fails at %d: %v, want its own error", from, err)
		}
	}
}

// Trees that bbolt never makes and would spoil: built with the page writer.
func TestPreflight_refusesTreesOfAnotherShape(t *testing.T) {
	for _, row := range []struct {
		name string
		tree func(leaf func(...string) child, branch func(...child) child) child
		kind FindingKind
	}{
		{"branches of one depth", func(leaf func(...string) child, branch func(...child) child) child {
			return branch(branch(leaf("a"), leaf("b")), branch(leaf("c"), leaf("d", "e")))
		}, 0},
		{"a leaf beside a branch", func(leaf func(...string) child, branch func(...child) child) child {
			return branch(leaf("a"), branch(leaf("b"), leaf("c")))
		}, FindDepth},
		{"a branch with one child", func(leaf func(...string) child, branch func(...child) child) child {
			return branch(branch(leaf("a")), branch(leaf("b"), leaf("c")))
		}, FindEmpty},
		{"a leaf that reaches into the next", func(leaf func(...string) child, branch func(...child) child) child {
			return branch(leaf("a", "c"), leaf("b"))
		}, FindRange},
		{"a page that nothing leads to", func(leaf func(...string) child, branch func(...child) child) child {
			leaf("z")
			return branch(leaf("a"), leaf("b"))
		}, FindLost},
	} {
		t.Run(row.name, func(t *testing.T) {
			file, err := os.Create(filepath.Join(t.TempDir(), "made.db"))
			if err != nil {
				t.Fatal(err)
			}
			p := newPageWriter(file, smallestPage)
			top := row.tree(func(keys ...string) child {
				p.size = headerSize
				for _, key := range keys {
					p.leaf = append(p.leaf, cellOf([]byte(key), []byte("value")))
					p.size += elementSize + len(key) + len("value")
				}
				if err := p.endLeaf(); err != nil {
					t.Fatal(err)
				}
				return p.below[len(p.below)-1]
			}, func(children ...child) child {
				made := child{key: children[0].key, page: p.next}
				if err := p.write(p.branch(children)); err != nil {
					t.Fatal(err)
				}
				return made
			})
			value := make([]byte, bucketHeader)
			binary.LittleEndian.PutUint64(value, top.page)
			p.buckets = append(p.buckets, bucketRecord{"rec", value})
			if _, err := p.finish(); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			_, err = PreflightFile(file.Name())
			var damaged *DamageError
			if row.kind == 0 && err != nil || row.kind != 0 && (!errors.As(err, &damaged) || damaged.Findings[0].Kind != row.kind) {
				t.Errorf("got %v, want kind %d", err, row.kind)
			}
		})
	}
}
