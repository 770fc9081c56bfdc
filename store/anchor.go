package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"sounding/store/seal"
)

// anchorFile is the small file outside the vault that remembers the last save.
// It is written after each commit without a flush, and flushed at lock and
// close: after a power cut it may be behind, which is normal, and never ahead
// of a disk that keeps its word. A nil anchorFile does nothing.
type anchorFile struct {
	file *os.File
	err  error // the first thing that went wrong; told at close
}

// openAnchor opens a vault's anchor in a folder, making both as needed.
func openAnchor(folder string, vault seal.VaultID) (*anchorFile, error) {
	if folder == "" {
		return nil, nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("open the anchor: %w", err)
	}
	file, err := os.OpenFile(filepath.Join(folder, hexID(vault)+".anchor"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the anchor: %w", err)
	}
	return &anchorFile{file: file}, nil
}

// recall reads what is remembered of this vault.
func (a *anchorFile) recall(keys *seal.Keys) (seal.Anchor, bool) {
	if a == nil {
		return seal.Anchor{}, false
	}
	text, err := io.ReadAll(io.NewSectionReader(a.file, 0, 2*seal.AnchorEntry))
	if err != nil {
		a.err = errors.Join(a.err, err)
	}
	return keys.OpenAnchor(text)
}

func (a *anchorFile) remember(keys *seal.Keys, anchor seal.Anchor) {
	if a == nil || a.err != nil {
		return
	}
	entry, offset := keys.SealAnchor(anchor)
	_, a.err = a.file.WriteAt(entry, offset)
}

// forget empties the file, so that what it remembered no longer counts.
func (a *anchorFile) forget() {
	if a == nil || a.err != nil {
		return
	}
	a.err = a.file.Truncate(0)
}

func (a *anchorFile) flush() error {
	if a == nil {
		return nil
	}
	return errors.Join(a.err, a.file.Sync())
}

func (a *anchorFile) close() error {
	if a == nil {
		return nil
	}
	return errors.Join(a.flush(), a.file.Close())
}
