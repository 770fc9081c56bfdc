package engine

import (
	"errors"
	"os"
	"runtime/debug"
	"testing"

	"go.etcd.io/bbolt"
)

func TestGuard_turnsAPanicIntoAnErrorWithoutItsWords(t *testing.T) {
	err := guard(func() error { panic("something a person wrote") })
	if !errors.Is(err, ErrDamaged) || !isFault(err) {
		t.Fatalf("a panic gave %v, want ErrDamaged", err)
	}
	if err.Error() != (faultError{}).Error() {
		t.Errorf("the words are %q", err)
	}
	if debug.SetPanicOnFault(false) {
		t.Error("faults still panic after guard")
	}
	plain := errors.New("plain")
	if err := guard(func() error { return plain }); !errors.Is(err, plain) {
		t.Errorf("guard made %v of a plain error", err)
	}
}

// The file loses its end while it is open: reading meets a memory fault, which
// would kill the process. All that may happen is an error, and no call hangs.
func TestBolt_survivesAFileCutShortWhileOpen(t *testing.T) {
	for _, row := range []struct {
		name string
		left int64
	}{{"to nothing", 0}, {"to its title pages", 8192}, {"to half", 1 << 17}} {
		t.Run(row.name, func(t *testing.T) {
			b := newBolt(t)
			r := random(1)
			for i := range 30 {
				save(t, b, record(i, randomBytes(r, 20_000)))
			}
			if err := os.Truncate(b.path, row.left); err != nil {
				t.Fatal(err)
			}
			_, err := contents(b, testBuckets)
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("read: %v, want ErrDamaged", err)
			}
			if _, err := b.Apply(30, []Op{record(1, nil)}); err == nil {
				t.Error("saved into a file that was cut short")
			}
			if _, err := b.Get("rec", record(1, nil).Key); !errors.Is(err, ErrStopped) {
				t.Errorf("get after a fault: %v, want ErrStopped", err)
			}
			if err := b.Reopen(); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotVault) {
				t.Errorf("reopen: %v, want ErrDamaged or ErrNotVault", err)
			}
			if _, err := b.Sequence(); !errors.Is(err, ErrClosed) {
				t.Errorf("after a failed reopen: %v, want ErrClosed", err)
			}
			if _, err := OpenBolt(b.path, impatient()); errors.Is(err, ErrHeld) {
				t.Errorf("the broken handle still holds the file: %v", err)
			}
		})
	}
}

// A panic within a transaction leaves a lock of bbolt held; nothing may wait for
// it.
func TestBolt_goesOnAfterAPanicInATransaction(t *testing.T) {
	b := newBolt(t, record(1, []byte("one")))
	_, err := b.write(func(tx *bbolt.Tx) (uint64, error) {
		panic("within a transaction")
	})
	if !errors.Is(err, ErrDamaged) {
		t.Fatalf("a panic while writing gave %v", err)
	}
	if _, err := b.Apply(1, nil); !errors.Is(err, ErrStopped) {
		t.Errorf("apply: %v, want ErrStopped", err)
	}
	if _, err := b.Get("rec", record(1, nil).Key); !errors.Is(err, ErrStopped) {
		t.Errorf("get: %v, want ErrStopped", err)
	}
	if err := b.Reopen(); err != nil {
		t.Fatal(err)
	}
	save(t, b, record(2, []byte("two")))
	wantContents(t, b, map[string]string{"rec/record 00000001": "one", "rec/record 00000002": "two"})
}

func TestReopen_afterCloseStaysClosed(t *testing.T) {
	b := newBolt(t)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := b.Reopen(); !errors.Is(err, ErrClosed) {
		t.Errorf("reopen after close: %v, want ErrClosed", err)
	}
	if _, err := b.Compact(b.path + ".copy"); !errors.Is(err, ErrClosed) {
		t.Errorf("compact after close: %v, want ErrClosed", err)
	}
}

// A cell of the engine's own that makes no sense is damage, not a sequence.
func TestSequence_refusesACountOfTheWrongLength(t *testing.T) {
	b := newBolt(t)
	_, err := b.write(func(tx *bbolt.Tx) (uint64, error) {
		return 0, tx.Bucket([]byte(ownBucket)).Put(sequenceKey, []byte("seven"))
	})
	if err != nil {
		t.Fatal(err)
	}
	var damaged *DamageError
	if _, err := b.Sequence(); !errors.As(err, &damaged) || damaged.Findings[0].Kind != FindSequence {
		t.Errorf("sequence: %v, want FindSequence", err)
	}
	if _, err := b.Apply(0, nil); !errors.Is(err, ErrDamaged) {
		t.Errorf("apply: %v, want ErrDamaged", err)
	}
}
