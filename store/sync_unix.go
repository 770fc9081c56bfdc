//go:build !windows

package store

import "os"

// syncFolder puts a folder's names on the disk.
func syncFolder(folder *os.File) error { return folder.Sync() }
