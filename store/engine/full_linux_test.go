package engine

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func init() {
	jobs["fill"] = fillSmallDisk
	jobs["limit"] = meetFileLimit
}

// notPermitted is how a child ends where no file system may be mounted.
const notPermitted = 77

// fillUntil saves records until a save fails, and checks all that must hold
// then. It returns the error of that save and what the store holds after a
// Reopen.
func fillUntil(b *Bolt, now ledger) (ledger, error, error) {
	for i := range 100_000 {
		following, sealed := now.next(record(i, bytes.Repeat([]byte{byte(i)}, 20_000)))
		_, failed := b.Apply(now.sequence, sealed)
		if failed == nil {
			now = following
			continue
		}
		if !errors.Is(failed, ErrUnknownOutcome) {
			return now, failed, fmt.Errorf("a full disk gave %w", failed)
		}
		if err := b.Reopen(); err != nil {
			return now, failed, err
		}
		found, err := readLedger(b)
		if err == nil && !found.same(now) && !found.same(following) {
			err = errManifest
		}
		return found, failed, err
	}
	return now, nil, errors.New("the disk never filled up")
}

func wantSaved(b *Bolt, now ledger, ops ...Op) (ledger, error) {
	following, sealed := now.next(ops...)
	if _, err := b.Apply(now.sequence, sealed); err != nil {
		return now, err
	}
	found, err := readLedger(b)
	if err == nil && !found.same(following) {
		err = errManifest
	}
	return following, err
}

// fillSmallDisk is a child that fills a file system of 4 MB of its own.
func fillSmallDisk() error {
	folder := os.Getenv(folderVariable)
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		os.Exit(notPermitted)
	}
	options := testOptions()
	options.Ballast = 1 << 20
	path := filepath.Join(folder, "vault.db")
	b, err := CreateBolt(path, options, nil)
	if err != nil {
		return err
	}
	now, failed, err := fillUntil(b, newLedger())
	if err != nil {
		return err
	}
	if !errors.Is(failed, ErrDiskFull) {
		return fmt.Errorf("a full disk gave %w, want ErrDiskFull", failed)
	}
	if there, err := exists(path + ballastSuffix); there || err != nil {
		return fmt.Errorf("the ballast is still there, %w", err)
	}
	// With the ballast gone there is room to save and to take away.
	if now, err = wantSaved(b, now, record(1, []byte("saved on a full disk"))); err != nil {
		return fmt.Errorf("save after the ballast was dropped: %w", err)
	}
	if now, err = wantSaved(b, now, Op{Bucket: "rec", Key: record(2, nil).Key, Delete: true}); err != nil {
		return fmt.Errorf("delete after the ballast was dropped: %w", err)
	}
	// Full for the second time, with nothing left to drop: no copy fits any
	// more, and none is left half-way.
	if _, failed, err = fillUntil(b, now); err != nil || !errors.Is(failed, ErrDiskFull) {
		return fmt.Errorf("a disk full for the second time gave %w, %w", failed, err)
	}
	for what, err := range map[string]error{
		"copy": copyError(b, path+".copy"), "compact": inPlaceError(b), "ballast": b.EnsureBallast(),
	} {
		if !errors.Is(err, ErrDiskFull) {
			return fmt.Errorf("%s on a full disk gave %w, want ErrDiskFull", what, err)
		}
	}
	for _, suffix := range []string{".copy", newSuffix, oldSuffix, ballastSuffix} {
		if there, err := exists(path + suffix); there || err != nil {
			return fmt.Errorf("%s was left behind, %w", suffix, err)
		}
	}
	return b.Close()
}

func copyError(b *Bolt, path string) error {
	_, err := b.Compact(path)
	return err
}

func inPlaceError(b *Bolt) error {
	_, err := b.CompactInPlace()
	return err
}

func TestFullDisk_losesNothingAndCanStillDelete(t *testing.T) {
	command := childProcess("fill", folderVariable+"="+t.TempDir())
	command.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	if os.Geteuid() != 0 {
		command.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
	}
	err := command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == notPermitted || errors.Is(err, syscall.EPERM) {
		t.Skip("no small file system may be mounted here")
	}
	if err != nil {
		t.Fatal(err)
	}
}

// meetFileLimit is a child whose files may not grow beyond a megabyte.
func meetFileLimit() error {
	b, err := CreateBolt(filepath.Join(os.Getenv(folderVariable), "vault.db"), testOptions(), nil)
	if err != nil {
		return err
	}
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	before := limit.Cur
	limit.Cur = 1 << 20
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	now, failed, err := fillUntil(b, newLedger())
	if err != nil {
		return err
	}
	if !errors.Is(failed, ErrFileTooLarge) {
		return fmt.Errorf("a file at its limit gave %w, want ErrFileTooLarge", failed)
	}
	limit.Cur = before
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	if _, err = wantSaved(b, now, record(1, bytes.Repeat([]byte("y"), 2<<20))); err != nil {
		return fmt.Errorf("save after the limit was lifted: %w", err)
	}
	return b.Close()
}

func TestFileLimit_losesNothing(t *testing.T) {
	if err := childProcess("limit", folderVariable+"="+t.TempDir()).Run(); err != nil {
		t.Fatal(err)
	}
}
