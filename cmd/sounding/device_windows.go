//go:build windows

package main

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

const terminalDevice = "CONIN$"

func terminalOutput(*os.File) io.Writer { return os.Stderr }

// noCoreDumps has nothing to do: Windows keeps no dump of a Go program unless
// an administrator has asked for it.
func noCoreDumps() {}

// A parent that never holds a secret starts the program proper and starts it
// again when it ends to lock: Windows cannot replace a process.
const (
	childMark = "SOUNDING_STARTED"
	lockCode  = 75
)

// supervise is the parent. It gives the exit code of the program proper, and
// false in the program proper itself.
func supervise(args []string) (int, bool) {
	if os.Getenv(childMark) != "" {
		return 0, false
	}
	path, err := os.Executable()
	if err != nil {
		return 0, false
	}
	signal.Ignore(os.Interrupt)
	environ := append(os.Environ(), childMark+"=1")
	for {
		child := exec.Command(path, args...)
		child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
		child.Env = environ
		err := child.Run()
		if child.ProcessState == nil {
			return 0, false
		}
		if code := child.ProcessState.ExitCode(); err == nil || code != lockCode {
			return code, true
		}
		environ = append(environ, afterLock+"=1")
	}
}

// become ends this process so that the parent starts a fresh one.
func become(string, []string, []string) error {
	os.Exit(lockCode)
	return nil
}

// hangUp is what the runtime makes of a closed console.
const hangUp = syscall.SIGTERM
