//go:build unix

package main

import (
	"io"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

const terminalDevice = "/dev/tty"

func terminalOutput(f *os.File) io.Writer { return f }

// noCoreDumps keeps a crash from writing memory to a file. An error leaves the
// limits as they are.
func noCoreDumps() {
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// become replaces this process by a fresh one of the same program, so that no
// key and no text is left in its memory.
func become(path string, args, environ []string) error {
	return syscall.Exec(path, args, environ)
}

// supervise has nothing to do: a process can be replaced here.
func supervise([]string) (int, bool) { return 0, false }

// hangUp is what a closed window sends.
const hangUp = syscall.SIGHUP
