//go:build !windows

package engine

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// tryLock takes the lock on an open file, alone or together with others that
// only read, or gives errLocked. The lock is let go when the file is closed.
func tryLock(file *os.File, alone bool) error {
	kind := unix.LOCK_SH
	if alone {
		kind = unix.LOCK_EX
	}
	err := unix.Flock(int(file.Fd()), kind|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// unlock lets the lock go. Closing the file alone would not, as long as a map
// of it is left.
func unlock(file *os.File) error {
	return unix.Flock(int(file.Fd()), unix.LOCK_UN)
}

// letGoForBolt does nothing here: bbolt takes the same lock on the same open
// file again, which it then already has.
func letGoForBolt(*os.File) error { return nil }

// meanings is what the system's error numbers mean for a vault.
var meanings = []meaningOf{
	{syscall.ENOSPC, ErrDiskFull}, {syscall.EDQUOT, ErrDiskFull},
	{syscall.EFBIG, ErrFileTooLarge},
	{syscall.EIO, ErrDisk}, {syscall.ENXIO, ErrDisk}, {syscall.ENODEV, ErrDisk},
	{syscall.ESTALE, ErrDisk}, {syscall.ETIMEDOUT, ErrDisk},
	{syscall.EROFS, ErrNoAccess}, {syscall.EACCES, ErrNoAccess}, {syscall.EPERM, ErrNoAccess},
	{syscall.EISDIR, ErrFolder},
	{syscall.ENOENT, ErrNoFile}, {syscall.ENOTDIR, ErrNoFile},
}

// syncFolder makes a rename in a folder last through a power cut.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("flush folder: %w", classify(err))
	}
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // a file system that cannot flush folders keeps no promise here anyway
	}
	return first(err, folder.Close)
}

// keepPrivate makes a file the person's alone, whatever the umask was.
func keepPrivate(path string) error {
	return os.Chmod(path, 0o600)
}

// tighten takes away access that others were given since. A file that belongs
// to somebody else cannot be changed so, and is no less readable for it.
func tighten(file *os.File) {
	about, err := file.Stat()
	if err == nil && about.Mode().Perm()&0o077 != 0 {
		_ = file.Chmod(0o600)
	}
}

// isPassing is never true here: what refuses a rename once refuses it again.
func isPassing(error) bool { return false }
