//go:build darwin || freebsd || netbsd || openbsd

package store

// notDumpable has nothing to add where the limit on core files is all there is.
func notDumpable() error { return nil }
