//go:build unix

package tui

import (
	"os"
	"syscall"
)

// closing lists what ends the program besides SIGINT and SIGTERM, which the
// framework hears itself: a closed window sends SIGHUP.
func closing() []os.Signal { return []os.Signal{syscall.SIGHUP} }
