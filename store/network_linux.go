package store

import "golang.org/x/sys/unix"

// onNetwork says whether a folder lies on a network file system.
func onNetwork(folder string) bool {
	var about unix.Statfs_t
	if err := unix.Statfs(folder, &about); err != nil {
		return false
	}
	switch uint32(about.Type) {
	case unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC,
		unix.AFS_SUPER_MAGIC, unix.CODA_SUPER_MAGIC, unix.CEPH_SUPER_MAGIC:
		return true
	}
	return false
}
