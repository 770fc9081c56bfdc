package engine

import (
	"os"

	"golang.org/x/sys/unix"
)

// flush is the call that bbolt makes twice a save.
func flush(file *os.File) error { return unix.Fdatasync(int(file.Fd())) }
