//go:build linux || darwin || freebsd || netbsd || openbsd

package store

import (
	"errors"

	"golang.org/x/sys/unix"
)

// NoCoreDumps asks the system never to write this process's memory to a file,
// so that a crash leaves no text or key behind. On Linux it also keeps other
// processes of the same person from reading it. An administrator still can.
func NoCoreDumps() error {
	return errors.Join(unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}), notDumpable())
}
