package engine

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	berrors "go.etcd.io/bbolt/errors"
)

func TestBallast_isMadeAtOpenAndRemadeOnDemand(t *testing.T) {
	const size = 3 << 16
	path := filepath.Join(t.TempDir(), "vault.db")
	options := testOptions()
	options.Ballast = size
	b, err := CreateBolt(path, options, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantBallast := func(want int64) {
		t.Helper()
		about, err := os.Stat(path + ballastSuffix)
		if want == 0 && errors.Is(err, os.ErrNotExist) {
			return
		}
		if err != nil || about.Size() != want {
			t.Fatalf("the ballast: %v, want %d bytes", err, want)
		}
	}
	wantBallast(size)
	if err := b.dropBallast(); err != nil {
		t.Fatal(err)
	}
	wantBallast(0)
	if err := b.Reopen(); err != nil {
		t.Fatal(err)
	}
	wantBallast(0) // room was just made, and is needed
	for range 2 {
		if err := b.EnsureBallast(); err != nil {
			t.Fatal(err)
		}
		wantBallast(size)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := b.EnsureBallast(); !errors.Is(err, ErrClosed) {
		t.Errorf("ballast of a closed vault: %v, want ErrClosed", err)
	}
}

func TestBallast_isNotMadeWhenNotWanted(t *testing.T) {
	b := newBolt(t)
	if err := b.EnsureBallast(); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, filepath.Dir(b.path), []string{"vault.db"})
}

// Errors of the system keep their number and gain a meaning.
func TestClassify_saysWhatAnErrorMeans(t *testing.T) {
	for _, row := range []struct {
		err  error
		want error
	}{
		{os.ErrNotExist, ErrNoFile},
		{os.ErrPermission, ErrNoAccess},
		{&os.PathError{Op: "open", Path: "vault.db", Err: os.ErrNotExist}, ErrNoFile},
	} {
		got := classify(row.err)
		if !errors.Is(got, row.want) || !errors.Is(got, row.err) {
			t.Errorf("%v is classified as %v, want %v", row.err, got, row.want)
		}
		if again := classify(got); !errors.Is(again, got) || !errors.Is(got, again) {
			t.Errorf("classified twice: %v", again)
		}
	}
	if classify(nil) != nil {
		t.Error("no error is classified as one")
	}
	plain := errors.New("plain")
	if got := classify(plain); !errors.Is(got, plain) {
		t.Errorf("an unknown error becomes %v", got)
	}
	for _, meaning := range []error{ErrStale, berrors.ErrTimeout, syscall.EINVAL} {
		if got := classify(meaning); errors.Is(got, ErrDisk) || errors.Is(got, ErrDiskFull) {
			t.Errorf("%v is taken for trouble with the disk", meaning)
		}
	}
}

// However long a scan takes and whatever is saved meanwhile, the file does not
// grow as it would beside an open read transaction.
func TestScan_holdsNoTransactionWhileItsVisitorRuns(t *testing.T) {
	b := newBolt(t, record(1, []byte("one")), record(2, []byte("two")))
	value := make([]byte, 5000)
	saves := func(n int) int64 {
		t.Helper()
		for i := range n {
			value[0] = byte(i)
			save(t, b, Op{Bucket: "draft", Key: []byte("draft"), Value: value})
		}
		about, err := os.Stat(b.path)
		if err != nil {
			t.Fatal(err)
		}
		return about.Size()
	}
	before := saves(50)
	err := b.Scan("rec", nil, func(Cell) error {
		if open := b.db.Stats().OpenTxN; open != 0 {
			t.Errorf("%d read transactions are open while the visitor runs", open)
		}
		if after := saves(150); after != before {
			t.Errorf("the file grew from %d to %d bytes during a scan", before, after)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
