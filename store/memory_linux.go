package store

import "golang.org/x/sys/unix"

// machineMemory is how much memory the machine has, in bytes; 0 where it
// cannot be told.
func machineMemory() uint64 {
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		return 0
	}
	return uint64(info.Totalram) * uint64(info.Unit) //nolint:unconvert // it is narrower on 32 bits
}
