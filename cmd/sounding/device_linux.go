package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// dropTyped throws away what was typed at the terminal and not read yet, so that
// half a line is not taken for the beginning of a passphrase. An error leaves it.
func dropTyped() {
	f, err := os.OpenFile(terminalDevice, os.O_RDWR, 0)
	if err != nil {
		return
	}
	defer f.Close()
	_ = unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, unix.TCIFLUSH)
}
