package engine

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"
)

// failure is one way a write can end.
type failure struct {
	name    string
	cause   error
	portion int // of the bytes that arrive before the error, in quarters
	meaning error
}

var failures = []failure{
	{"no space", syscall.ENOSPC, 0, ErrDiskFull},
	{"no space after half", syscall.ENOSPC, 2, ErrDiskFull},
	{"disk error", syscall.EIO, 0, ErrDisk},
	{"disk error after most", syscall.EIO, 3, ErrDisk},
	{"disk error after all", syscall.EIO, 4, ErrDisk},
	{"short write", io.ErrShortWrite, 1, ErrDisk},
	{"over quota", syscall.EDQUOT, 1, ErrDiskFull},
	{"file too large", syscall.EFBIG, 0, ErrFileTooLarge},
}

// saboteur fails one write: the one when countdown reaches nought.
type saboteur struct {
	countdown int // below nought: never
	how       failure
	failed    bool
}

func (s *saboteur) wrap(_ *bbolt.DB, _ *os.File, write writeFunc) writeFunc {
	return func(b []byte, offset int64) (int, error) {
		if s.countdown != 0 {
			s.countdown--
			return write(b, offset)
		}
		s.countdown, s.failed = -1, true
		n, err := write(b[:len(b)*s.how.portion/4], offset)
		if err != nil {
			return n, err
		}
		return n, s.how.cause
	}
}

// scriptSave is save number i of the script: a draft that is written over, a
// new record now and then, a deletion now and then.
func scriptSave(i int) []Op {
	ops := []Op{{Bucket: "draft", Key: []byte("draft"), Value: bytes.Repeat(fmt.Append(nil, i, " "), 300)}}
	if i%4 == 0 {
		ops = append(ops, record(i, bytes.Repeat([]byte{byte(i)}, 100*(i%60))))
	}
	if i%10 == 9 {
		ops = append(ops, Op{Bucket: "rec", Key: record(i-5, nil).Key, Delete: true})
	}
	return ops
}

// Each write of each of 200 saves fails in each way, one after the other. What
// was acknowledged stays, what failed is there whole or not at all, and the
// engine refuses to write until it has been reopened.
func TestApply_losesNothingWhenAWriteFails(t *testing.T) {
	for _, how := range failures {
		t.Run(how.name, func(t *testing.T) {
			t.Parallel()
			s := &saboteur{countdown: -1, how: how}
			folder := memoryFolder(t)
			b := hooked(t, emptyFile(t, folder), s.wrap)
			now, failed, visible := newLedger(), 0, 0
			for i := range 200 {
				for write := 0; ; write++ {
					following, sealed := now.next(scriptSave(i)...)
					s.countdown, s.failed = write, false
					_, err := b.Apply(now.sequence, sealed)
					s.countdown = -1
					if !s.failed {
						if err != nil {
							t.Fatal(err)
						}
						now = following
						break
					}
					failed++
					arrived := wantRecovery(t, b, err, how.meaning, now, following)
					if arrived {
						visible++
						now = following
						break
					}
				}
			}
			if err := b.Close(); err != nil {
				t.Error(err)
			}
			t.Logf("%d writes failed over 200 saves, %d of these saves had arrived all the same, 0 lost", failed, visible)
		})
	}
}

// wantRecovery checks all that must hold after a save with an unknown outcome,
// and returns whether the save arrived.
func wantRecovery(t *testing.T, b *Bolt, err, meaning error, before, after ledger) (arrived bool) {
	t.Helper()
	if !errors.Is(err, ErrUnknownOutcome) || meaning != nil && !errors.Is(err, meaning) {
		t.Fatalf("a failed save gave %v, want ErrUnknownOutcome and %v", err, meaning)
	}
	if _, err := b.Apply(before.sequence, nil); !errors.Is(err, ErrStopped) {
		t.Fatalf("a save after an unknown outcome gave %v, want ErrStopped", err)
	}
	if err := b.Reopen(); err != nil {
		t.Fatalf("reopen: %v", err)
	}
	found, err := readLedger(b)
	if err != nil {
		t.Fatalf("read after reopening: %v", err)
	}
	if !found.same(before) && !found.same(after) {
		t.Fatalf("after a failed save on %d the store holds neither what was before nor after", before.sequence)
	}
	return found.same(after)
}

// flushes makes one flush of a save fail: the one after its pages, or the one
// after its title page.
type flushes struct {
	t        *testing.T
	pageSize int64
	fail     string // "pages", "title" or ""
	fault    *flushFault
}

func (f *flushes) wrap(_ *bbolt.DB, file *os.File, write writeFunc) writeFunc {
	return func(b []byte, offset int64) (int, error) {
		part := "pages"
		if offset < 2*f.pageSize {
			part = "title"
		}
		if f.fail == part && f.fault == nil {
			f.fault = breakFlush(f.t, file)
		}
		if f.fault != nil {
			return f.fault.write(b, offset)
		}
		return write(b, offset)
	}
}

func TestApply_losesNothingWhenAFlushFails(t *testing.T) {
	for _, part := range []string{"pages", "title"} {
		t.Run(part, func(t *testing.T) {
			f := &flushes{t: t, pageSize: int64(os.Getpagesize())}
			b := hooked(t, emptyFile(t, memoryFolder(t)), f.wrap)
			now, visible := newLedger(), 0
			for i := range 200 {
				following, sealed := now.next(scriptSave(i)...)
				f.fail = part
				_, err := b.Apply(now.sequence, sealed)
				f.fail = ""
				f.fault.mend(t)
				f.fault = nil
				if wantRecovery(t, b, err, nil, now, following) {
					visible++
				} else if _, err := b.Apply(now.sequence, sealed); err != nil {
					t.Fatal(err)
				}
				now = following
			}
			if err := b.Close(); err != nil {
				t.Error(err)
			}
			t.Logf("200 flushes after the %s failed, %d of these saves had arrived all the same, 0 lost", part, visible)
		})
	}
}
