package engine

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"
)

// asNobody runs work with the rights of a user who owns nothing, also when the
// tests run as root, on a thread that is thrown away afterwards.
func asNobody(work func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // never unlocked: the thread ends with this goroutine
		const nobody = 65534
		if unix.Getuid() == 0 {
			if _, err := unix.SetfsuidRetUid(nobody); err != nil {
				return
			}
		}
		work()
	}()
	<-done
}

func TestOpen_saysWhenItMayNotWrite(t *testing.T) {
	path := emptyVault(t, record(1, []byte("one")))
	if err := os.Remove(path + noteSuffix); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path)
	for place, mode := range map[string]os.FileMode{folder: 0o555, filepath.Dir(folder): 0o755} {
		if err := os.Chmod(place, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Error(err)
		}
	})
	ran := false
	asNobody(func() {
		ran = true
		if _, err := OpenBolt(path, impatient()); !errors.Is(err, ErrNoAccess) {
			t.Errorf("open in a folder that may not be written to: %v, want ErrNoAccess", err)
		}
		if _, err := CreateBolt(filepath.Join(folder, "new.db"), impatient(), nil); !errors.Is(err, ErrNoAccess) {
			t.Errorf("create in a folder that may not be written to: %v, want ErrNoAccess", err)
		}
		options := impatient()
		options.ReadOnly = true
		b, err := OpenBolt(path, options)
		if err != nil {
			t.Errorf("open for reading: %v", err)
			return
		}
		if value, err := b.Get("rec", record(1, nil).Key); err != nil || string(value) != "one" {
			t.Errorf("reading gives %q, %v", value, err)
		}
		if err := b.EnsureBallast(); !errors.Is(err, ErrReadOnly) {
			t.Errorf("ballast when only reading: %v, want ErrReadOnly", err)
		}
		if err := b.Reopen(); err != nil {
			t.Errorf("reopen for reading: %v", err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	if !ran {
		t.Fatal("could not become nobody")
	}
}
