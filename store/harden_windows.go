package store

import "golang.org/x/sys/windows"

// NoCoreDumps asks Windows to show no dialog and start no error report when
// this process fails, so that a crash leaves no text or key behind. An
// administrator can still read the memory of a running process.
func NoCoreDumps() error {
	const failCriticalErrors, noFaultBox = 0x1, 0x2 // SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
	windows.SetErrorMode(windows.SetErrorMode(0) | failCriticalErrors | noFaultBox)
	return nil
}
