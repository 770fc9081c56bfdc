package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// fdatasync flushes as the engine does.
func fdatasync(file *os.File) error { return unix.Fdatasync(int(file.Fd())) }
