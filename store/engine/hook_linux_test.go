package engine

import (
	"os"
	"reflect"
	"testing"
	"unsafe"

	"go.etcd.io/bbolt"
	"golang.org/x/sys/unix"
)

// writeFunc is what bbolt calls to write to its file.
type writeFunc func(bytes []byte, offset int64) (int, error)

// hookWrites puts wrap between bbolt and its file, through the unexported field
// that bbolt keeps for its own tests.
func hookWrites(db *bbolt.DB, wrap func(writeFunc) writeFunc) {
	field := reflect.ValueOf(db).Elem().FieldByName("ops").FieldByName("writeAt")
	place := (*func([]byte, int64) (int, error))(unsafe.Pointer(field.UnsafeAddr()))
	*place = wrap(*place)
}

// hooked opens a store whose writes go through wrap, also after a Reopen.
func hooked(t testing.TB, path string, wrap func(db *bbolt.DB, file *os.File, write writeFunc) writeFunc) *Bolt {
	t.Helper()
	b, err := openBolt(path, testOptions(), hooks{opened: func(db *bbolt.DB, file *os.File) {
		hookWrites(db, func(write writeFunc) writeFunc { return wrap(db, file, write) })
	}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// emptyFile makes a new store and returns its path.
func emptyFile(t testing.TB, folder string, ops ...Op) string {
	t.Helper()
	path := folder + "/vault.db"
	b, err := CreateBolt(path, testOptions(), ops)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// flushFault makes the flush of one file fail: it puts a pipe in the place of
// the file's descriptor, which cannot be flushed, until mend puts the file back.
type flushFault struct {
	descriptor, kept int
	pipe             [2]int
}

func breakFlush(t testing.TB, file *os.File) *flushFault {
	t.Helper()
	fault := &flushFault{descriptor: int(file.Fd())}
	var err error
	if fault.kept, err = unix.FcntlInt(file.Fd(), unix.F_DUPFD_CLOEXEC, 0); err != nil {
		t.Fatal(err)
	}
	if err := unix.Pipe2(fault.pipe[:], unix.O_CLOEXEC); err != nil {
		t.Fatal(err)
	}
	if err := unix.Dup3(fault.pipe[0], fault.descriptor, unix.O_CLOEXEC); err != nil {
		t.Fatal(err)
	}
	return fault
}

// write writes to the true file meanwhile.
func (f *flushFault) write(bytes []byte, offset int64) (int, error) {
	return unix.Pwrite(f.kept, bytes, offset)
}

func (f *flushFault) mend(t testing.TB) {
	t.Helper()
	if err := unix.Dup3(f.kept, f.descriptor, unix.O_CLOEXEC); err != nil {
		t.Fatal(err)
	}
	for _, descriptor := range []int{f.kept, f.pipe[0], f.pipe[1]} {
		if err := unix.Close(descriptor); err != nil {
			t.Fatal(err)
		}
	}
}
