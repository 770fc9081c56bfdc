package content

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed starter
var starter embed.FS

// ErrFolderInUse says that a folder for a new pack already holds something.
var ErrFolderInUse = errors.New("there is something in that folder already")

// Starter is a small pack with remarks that explains each of its files and
// passes Check.
func Starter() (fs.FS, error) {
	pack, err := fs.Sub(starter, "starter")
	if err != nil {
		return nil, fmt.Errorf("open the starter pack: %w", err)
	}
	return pack, nil
}

// WriteStarter writes the starter pack into a folder, which it makes if it is
// not there. A folder that holds anything is left as it is (ErrFolderInUse).
// Where a file cannot be written, what was written is taken away again.
func WriteStarter(dir string) error {
	pack, err := Starter()
	if err != nil {
		return err
	}
	switch there, err := os.ReadDir(dir); {
	case err == nil && len(there) > 0:
		return fmt.Errorf("write the starter pack: %w", ErrFolderInUse)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write the starter pack: %w", err)
	}
	var made []string
	err = fs.WalkDir(pack, ".", func(at string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(at))
		if e.IsDir() {
			return makeFolder(to, &made)
		}
		text, err := fs.ReadFile(pack, at)
		if err != nil {
			return err
		}
		made = append(made, to)
		return os.WriteFile(to, text, 0o644)
	})
	if err == nil {
		return nil
	}
	for i := len(made) - 1; i >= 0; i-- {
		// What cannot be taken away is at least a whole file of ours.
		_ = os.Remove(made[i])
	}
	return fmt.Errorf("write the starter pack: %w", err)
}

// makeFolder makes a folder and those above it, and notes it if it is new.
func makeFolder(dir string, made *[]string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	*made = append(*made, dir)
	return os.MkdirAll(dir, 0o755)
}
