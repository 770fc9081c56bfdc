package engine

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockByte is the byte of a file that stands for the lock: far behind any
// content, because locked bytes cannot be read on Windows. bbolt uses the same.
const lockByte = 1<<32 - 1

func lockRange() *windows.Overlapped {
	return &windows.Overlapped{Offset: lockByte, OffsetHigh: lockByte}
}

// tryLock takes the lock on an open file, alone or together with others that
// only read, or gives errLocked. The lock is let go when the file is closed.
func tryLock(file *os.File, alone bool) error {
	kind := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if alone {
		kind |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(file.Fd()), kind, 0, 1, 0, lockRange())
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// unlock lets the lock go.
func unlock(file *os.File) error {
	return windows.UnlockFileEx(windows.Handle(file.Fd()), 0, 1, 0, lockRange())
}

// letGoForBolt lets the lock go so that bbolt can take it: here even the same
// open file cannot lock a byte twice. The note's lock covers the gap.
func letGoForBolt(file *os.File) error { return unlock(file) }

// meanings is what the system's error numbers mean for a vault.
var meanings = []meaningOf{
	{windows.ERROR_DISK_FULL, ErrDiskFull}, {windows.ERROR_HANDLE_DISK_FULL, ErrDiskFull},
	{windows.ERROR_DISK_QUOTA_EXCEEDED, ErrDiskFull},
	{windows.ERROR_FILE_TOO_LARGE, ErrFileTooLarge},
	{windows.ERROR_CRC, ErrDisk}, {windows.ERROR_IO_DEVICE, ErrDisk}, {windows.ERROR_NOT_READY, ErrDisk},
	{windows.ERROR_WRITE_FAULT, ErrDisk}, {windows.ERROR_READ_FAULT, ErrDisk},
	{windows.ERROR_SECTOR_NOT_FOUND, ErrDisk}, {windows.ERROR_DEV_NOT_EXIST, ErrDisk},
	{windows.ERROR_ACCESS_DENIED, ErrNoAccess}, {windows.ERROR_WRITE_PROTECT, ErrNoAccess},
	{windows.ERROR_SHARING_VIOLATION, ErrNoAccess},
	{windows.ERROR_FILE_NOT_FOUND, ErrNoFile}, {windows.ERROR_PATH_NOT_FOUND, ErrNoFile},
	{windows.ERROR_INVALID_NAME, ErrNoFile},
}

// syncFolder does nothing: Windows has no call for it, and NTFS keeps renames
// in its journal.
func syncFolder(string) error { return nil }

// keepPrivate gives the person alone access to a file and takes away what it
// inherited from its folder.
func keepPrivate(path string) error {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return err
	}
	list, err := windows.ACLFromEntries([]windows.EXPLICIT_ACCESS{{
		AccessPermissions: windows.GENERIC_ALL,
		AccessMode:        windows.GRANT_ACCESS,
		Inheritance:       windows.SUB_CONTAINERS_AND_OBJECTS_INHERIT,
		Trustee: windows.TRUSTEE{
			TrusteeForm:  windows.TRUSTEE_IS_SID,
			TrusteeType:  windows.TRUSTEE_IS_USER,
			TrusteeValue: windows.TrusteeValueFromSID(user.User.Sid),
		},
	}}, nil)
	if err != nil {
		return err
	}
	return windows.SetNamedSecurityInfo(path, windows.SE_FILE_OBJECT,
		windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, list, nil)
}

// tighten does nothing: access was set when the file was made, and whoever
// changed it on purpose had to be its owner.
func tighten(*os.File) {}

// isPassing is true for errors that another program's short look at a file
// causes.
func isPassing(err error) bool {
	return errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
