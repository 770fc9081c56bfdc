//go:build !linux

package engine

import "os"

// flush is the call that bbolt makes twice a save.
func flush(file *os.File) error { return file.Sync() }
