package store

import "golang.org/x/sys/unix"

// onNetwork says whether a folder lies on a network file system.
func onNetwork(folder string) bool {
	var about unix.Statfs_t
	if err := unix.Statfs(folder, &about); err != nil {
		return false
	}
	switch unix.ByteSliceToString(about.Fstypename[:]) {
	case "smbfs", "nfs", "afpfs", "webdav", "ftp":
		return true
	}
	return false
}
