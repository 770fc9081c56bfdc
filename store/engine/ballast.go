package engine

import (
	"errors"
	"os"
)

// removeIfThere removes a file that may not be there.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return classify(err)
	}
	return nil
}

// ballastSuffix is added to the path of the vault for the ballast.
const ballastSuffix = ".ballast"

// dropBallast frees the room that was kept for a full disk.
func (b *Bolt) dropBallast() error {
	return removeIfThere(b.path + ballastSuffix)
}
