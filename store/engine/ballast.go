package engine

import (
	"errors"
	"fmt"
	"os"
)

// ballastSuffix is added to the path of the vault for the ballast.
const ballastSuffix = ".ballast"

// EnsureBallast makes the ballast if it is not there: a file that only takes
// up room, dropped by itself when a save finds the disk full, because without
// room bbolt cannot even delete. OpenBolt does so too, and a later moment when
// there is room again is the caller's to choose. ErrDiskFull: no room now, and
// nothing is left behind.
func (b *Bolt) EnsureBallast() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	if err := b.writable(); err != nil {
		return err
	}
	if err := makeBallast(b.path+ballastSuffix, b.options.Ballast); err != nil {
		return fmt.Errorf("make ballast: %w", err)
	}
	return nil
}

// makeBallast fills the file with bytes that no file system can compress away.
func makeBallast(path string, size int64) error {
	if size < 0 {
		return nil
	}
	if about, err := os.Stat(path); err == nil && about.Size() == size {
		return nil
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return classify(err)
	}
	err = first(fillBallast(file, size), file.Close)
	if err != nil {
		return classify(errors.Join(err, removeIfThere(path)))
	}
	return nil
}

func fillBallast(file *os.File, size int64) error {
	block := make([]byte, 1<<16)
	number := uint64(0x9E3779B97F4A7C15)
	for written := int64(0); written < size; written += int64(len(block)) {
		for i := range block {
			number ^= number << 13
			number ^= number >> 7
			number ^= number << 17
			block[i] = byte(number)
		}
		if _, err := file.Write(block[:min(int64(len(block)), size-written)]); err != nil {
			return err
		}
	}
	// Only what is on the disk is room taken: some file systems find out that
	// they are full when they flush.
	return file.Sync()
}

// dropBallast frees the room that was kept for a full disk.
func (b *Bolt) dropBallast() error {
	return removeIfThere(b.path + ballastSuffix)
}

// removeIfThere removes a file that may not be there.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return classify(err)
	}
	return nil
}
