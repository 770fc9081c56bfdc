//go:build !unix

package tui

import (
	"os"
	"syscall"
)

// closing lists what ends the program besides an interrupt. On Windows the
// runtime turns a closed console into SIGTERM.
func closing() []os.Signal { return []os.Signal{syscall.SIGTERM} }
