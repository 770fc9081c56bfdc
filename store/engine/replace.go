package engine

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A replacement goes through two names beside the vault's own. At every moment
// at least one whole file is there under one of the three, and settle can tell
// from the names alone which step was the last:
//
//	vault, .new          the new file may be half written: it is thrown away
//	.old, .new           the new file is whole and flushed: it takes the name
//	.old alone           the old file gets its name back
//	vault, .old          the new file has the name; the old one goes once the
//	                     new one is found sound, and stays beside a damaged one
const (
	newSuffix = ".new"
	oldSuffix = ".old"
)

// settle finishes or undoes a replacement that a crash cut short, as far as the
// vault's own name goes. The caller holds the place. Without any file that
// could be the vault it does nothing: opening says so.
func settle(path string, options Options) error {
	there, err := exists(path)
	if err != nil || there {
		return err
	}
	return settleName(path, options)
}

// tidy removes what a settled replacement left under its other names.
func tidy(path string, options Options) error {
	return errors.Join(removeRetrying(path+newSuffix, options), removeRetrying(path+oldSuffix, options))
}

// settleName gives the vault's name to the new file if that is sound, else to
// the old one.
func settleName(path string, options Options) error {
	for _, suffix := range []string{newSuffix, oldSuffix} {
		there, err := exists(path + suffix)
		if err != nil {
			return err
		}
		// An unsound .new was never finished; .old is what there was, sound or
		// not, and opening it says what is wrong with it.
		if !there || suffix == newSuffix && !sound(path+suffix) {
			continue
		}
		if err := renameRetrying(path+suffix, path, options); err != nil {
			return err
		}
		return syncFolder(filepath.Dir(path))
	}
	return nil
}

func exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	return err == nil, classify(err)
}

// sound is true if a file passes Preflight.
func sound(path string) bool {
	_, err := PreflightFile(path)
	return err == nil
}

// PreflightFile checks the file at a path that nobody has open for writing; see
// Preflight.
func PreflightFile(path string) (Report, error) {
	if err := ordinary(path); err != nil {
		return Report{}, fmt.Errorf("check vault: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return Report{}, fmt.Errorf("check vault: %w", classify(err))
	}
	about, err := file.Stat()
	if err != nil {
		return Report{}, first(classify(err), file.Close)
	}
	report, err := Preflight(file, about.Size())
	return report, first(err, file.Close)
}

// ReplaceWith puts the finished file at replacement, in the same folder, in
// the place of the open one: closes, renames the open file to .old and the
// replacement to the vault's name, flushes the folder, opens and checks it, and
// only then removes .old. On an error before the new file has the name the old
// one is back and open again; with ErrOldRemains the new one is in place and
// open, and the next open tries again to remove the old. Any other way to end
// leaves the engine closed. A crash at any step is settled at the next open.
func (b *Bolt) ReplaceWith(replacement string) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	if err := b.writable(); err != nil {
		return err
	}
	return b.replace(replacement)
}

// replace is ReplaceWith once writing is held.
func (b *Bolt) replace(replacement string) error {
	if err := b.samePlace(); err != nil {
		b.worsen(stateStopped)
		return err
	}
	if _, err := PreflightFile(replacement); err != nil {
		return err
	}
	if waiting := b.path + newSuffix; replacement != waiting {
		if err := renameRetrying(replacement, waiting, b.options); err != nil {
			return fmt.Errorf("replace vault: %w", err)
		}
	}
	b.reading.Lock()
	defer b.reading.Unlock()
	if err := b.closeFile(); err != nil {
		b.worsen(stateBroken)
		return fmt.Errorf("replace vault: %w", err)
	}
	swapping := b.swap()
	// Whatever happened, settle knows what the vault is now.
	err := settle(b.path, b.options)
	if err == nil {
		err = b.open()
	}
	if err != nil {
		b.state.Store(stateClosed)
		return fmt.Errorf("replace vault: %w", first(errors.Join(err, swapping), b.held.release))
	}
	if swapping != nil {
		return fmt.Errorf("replace vault: %w", errors.Join(swapping, removeRetrying(b.path+newSuffix, b.options)))
	}
	// open has found the new file sound.
	if err := tidy(b.path, b.options); err != nil {
		return fmt.Errorf("replace vault: %w: %w", ErrOldRemains, err)
	}
	return nil
}

// swap makes the two renames, each on the disk before the next.
func (b *Bolt) swap() error {
	folder := filepath.Dir(b.path)
	for _, step := range []func() error{
		func() error { return renameRetrying(b.path, b.path+oldSuffix, b.options) },
		func() error { return syncFolder(folder) },
		func() error { return renameRetrying(b.path+newSuffix, b.path, b.options) },
		func() error { return syncFolder(folder) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// Windows refuses to rename or remove a file that a virus scanner or an
// indexer has open for a moment; ten tries cover about two seconds.
const (
	renameTries = 10
	firstPause  = 10 * time.Millisecond
	longPause   = 400 * time.Millisecond
)

func renameRetrying(from, to string, options Options) error {
	return retrying(func() error { return os.Rename(from, to) }, isPassing, options.Wait)
}

func removeRetrying(path string, options Options) error {
	return retrying(func() error { return removeIfThere(path) }, isPassing, options.Wait)
}

// retrying tries an action until it works, fails for good or has been tried
// often enough, with growing pauses.
func retrying(action func() error, passing func(error) bool, wait func(time.Duration)) error {
	pause := firstPause
	for try := 1; ; try++ {
		err := action()
		if err == nil || !passing(err) || try == renameTries {
			return classify(err)
		}
		wait(pause)
		pause = min(2*pause, longPause)
	}
}
