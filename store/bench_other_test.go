//go:build !linux

package store

import "os"

// fdatasync flushes as the engine does.
func fdatasync(file *os.File) error { return file.Sync() }
