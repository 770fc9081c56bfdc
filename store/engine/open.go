package engine

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// hooks stand between bbolt and its file in tests; empty in the product.
type hooks struct {
	// opened is called with each bbolt handle before anything uses it.
	opened func(db *bbolt.DB, file *os.File)
}

// boltOptions are the same for every file: a free list kept on disk and in a
// hash map, every write flushed, no map larger than the file needs.
func boltOptions(options Options, file *os.File) *bbolt.Options {
	settings := &bbolt.Options{
		Timeout:      options.Timeout,
		FreelistType: bbolt.FreelistMapType,
		ReadOnly:     options.ReadOnly,
	}
	if file != nil {
		settings.OpenFile = func(string, int, os.FileMode) (*os.File, error) { return file, nil }
	}
	return settings
}

// OpenBolt opens an existing store. The file's pages are checked with plain
// reads before bbolt maps it, and it is the checked file that is mapped.
// Errors: ErrNoFile, ErrFolder, ErrNoAccess, ErrHeld (HeldError), ErrNotVault
// (NotVaultError), ErrDamaged (DamageError), ErrBucketList.
func OpenBolt(path string, options Options) (*Bolt, error) {
	return openBolt(path, options, hooks{})
}

func openBolt(path string, options Options, hooks hooks) (*Bolt, error) {
	buckets, err := knownBuckets(options.Buckets)
	if err != nil {
		return nil, err
	}
	path, options = resolved(path), options.settled()
	if options.ReadOnly {
		return openHeld(path, options, buckets, nil, hooks)
	}
	if err := worthHolding(path); err != nil {
		return nil, fmt.Errorf("open vault: %w", err)
	}
	held, err := takeHold(path, options)
	if err != nil {
		return nil, err
	}
	if err := settle(path, options); err != nil {
		return nil, fmt.Errorf("open vault: %w", first(err, held.release))
	}
	b, err := openHeld(path, options, buckets, held, hooks)
	if err != nil {
		return nil, err
	}
	// The vault is open and sound; what is left under other names is in nobody's
	// way, and the next open tries again.
	_ = tidy(path, options)
	return b, nil
}

// resolved is the absolute path of the file itself. A vault may be reached
// through a link; what is renamed, locked and replaced must be the file, or a
// compaction would leave the old one behind where the link pointed.
func resolved(path string) string {
	if direct, err := filepath.EvalSymlinks(path); err == nil {
		path = direct
	} else if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path))
	}
	if absolute, err := filepath.Abs(path); err == nil {
		return absolute
	}
	return path
}

// worthHolding keeps the lock note away from places where there is no vault,
// nor one that a crash left under its other names.
func worthHolding(path string) error {
	err := ordinary(path)
	if !errors.Is(err, ErrNoFile) {
		return err
	}
	for _, suffix := range []string{newSuffix, oldSuffix} {
		if there, lookErr := exists(path + suffix); there && lookErr == nil {
			return nil
		}
	}
	return err
}

// ordinary refuses a path that leads to no file or to something else.
func ordinary(path string) error {
	about, err := os.Stat(path)
	if err != nil {
		return classify(err)
	}
	if !about.Mode().IsRegular() {
		return ErrFolder
	}
	return nil
}

// openHeld opens the file once its place is held, and lets go if it cannot.
func openHeld(path string, options Options, buckets known, held *hold, hooks hooks) (*Bolt, error) {
	b := &Bolt{path: path, options: options, buckets: buckets, held: held, hooks: hooks}
	if err := b.open(); err != nil {
		if held != nil {
			err = first(err, held.release)
		}
		return nil, fmt.Errorf("open vault: %w", err)
	}
	if !options.ReadOnly {
		// Without a ballast the vault is less safe on a full disk, not unusable:
		// EnsureBallast tells who asks.
		_ = makeBallast(path+ballastSuffix, options.Ballast)
	}
	return b, nil
}

// open locks, checks and maps the file at b.path. The caller holds both
// mutexes or is alone.
func (b *Bolt) open() error {
	flag := os.O_RDWR
	if b.options.ReadOnly {
		flag = os.O_RDONLY
	}
	if err := ordinary(b.path); err != nil {
		return err
	}
	file, err := os.OpenFile(b.path, flag, 0)
	if err != nil {
		return classify(err)
	}
	if !b.options.ReadOnly {
		tighten(file)
	}
	if err := b.checkFile(file); err != nil {
		return first(err, file.Close)
	}
	var db *bbolt.DB
	err = guard(func() error {
		var err error
		db, err = bbolt.Open(b.path, 0o600, boltOptions(b.options, file))
		return err
	})
	if err != nil {
		// bbolt closes the file on an error of its own, but not on a panic.
		if isFault(err) {
			err = errors.Join(err, unlock(file), file.Close())
		}
		if errors.Is(err, berrors.ErrTimeout) {
			err = &HeldError{}
		}
		return classify(err)
	}
	db.AllocSize = growth
	b.db, b.file = db, file
	if b.hooks.opened != nil {
		b.hooks.opened(db, file)
	}
	if err := b.makeMissing(); err != nil {
		return first(err, b.closeFile)
	}
	b.state.Store(stateLive)
	return nil
}

// checkFile locks the file itself too, for a process that does not know about
// the note, and walks its pages.
func (b *Bolt) checkFile(file *os.File) error {
	err := waitForLock(file, !b.options.ReadOnly, b.options)
	if errors.Is(err, errLocked) {
		return &HeldError{}
	}
	if err != nil {
		return classify(err)
	}
	about, err := file.Stat()
	if err != nil {
		return classify(err)
	}
	report, err := Preflight(file, about.Size())
	if err != nil {
		return err
	}
	b.pageSize = report.PageSize
	if b.options.ReadOnly {
		return nil
	}
	return letGoForBolt(file)
}

// makeMissing adds buckets of the list that the file does not have yet.
func (b *Bolt) makeMissing() error {
	if b.options.ReadOnly {
		return nil
	}
	return guard(func() error {
		missing := false
		err := b.db.View(func(tx *bbolt.Tx) error {
			for _, bucket := range append([]Bucket{ownBucket}, b.options.Buckets...) {
				missing = missing || tx.Bucket([]byte(bucket)) == nil
			}
			return nil
		})
		if err != nil || !missing {
			return err
		}
		return classify(b.db.Update(func(tx *bbolt.Tx) error { return makeBuckets(tx, b.options.Buckets) }))
	})
}

// samePlace gives ErrReplaced when the path no longer leads to the open file.
func (b *Bolt) samePlace() error {
	open, err := b.file.Stat()
	if err != nil {
		return fmt.Errorf("look at vault: %w", classify(err))
	}
	there, err := os.Stat(b.path)
	if errors.Is(err, os.ErrNotExist) {
		return ErrReplaced
	}
	if err != nil {
		return fmt.Errorf("look at vault: %w", classify(err))
	}
	if !os.SameFile(open, there) {
		return ErrReplaced
	}
	return nil
}

// Reopen closes the file, checks it and opens it again: the way on after
// ErrUnknownOutcome or ErrStopped. Sequence then tells whether the change
// arrived, and what it tells is on the disk: what could be read after a failed
// flush need not have been.
//
// With ErrUnknownOutcome the file is open for reading, but the disk still
// refuses to write; Reopen may be tried again later. With any other error the
// engine is closed.
func (b *Bolt) Reopen() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	settled, err := b.reopenFile()
	if err != nil || settled || b.options.ReadOnly {
		return err
	}
	_, err = b.write(func(tx *bbolt.Tx) (uint64, error) {
		sequence, err := sequenceOf(tx)
		if err != nil {
			return 0, err
		}
		return sequence, putSequence(tx, sequence)
	})
	if err != nil {
		return fmt.Errorf("reopen vault: %w", err)
	}
	return nil
}

// reopenFile is the first half of Reopen. settled is true when the last save
// was known to be on the disk.
func (b *Bolt) reopenFile() (settled bool, err error) {
	b.reading.Lock()
	defer b.reading.Unlock()
	before := b.state.Load()
	if before == stateClosed {
		return true, ErrClosed
	}
	err = b.closeFile()
	if err == nil {
		err = b.open()
	}
	if err != nil {
		b.state.Store(stateClosed)
		if b.held != nil {
			err = first(err, b.held.release)
		}
		return true, fmt.Errorf("reopen vault: %w", err)
	}
	return before == stateLive, nil
}

// Close implements Engine.
func (b *Bolt) Close() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.reading.Lock()
	defer b.reading.Unlock()
	if b.state.Load() == stateClosed {
		return nil
	}
	err := b.closeFile()
	b.state.Store(stateClosed)
	if b.held != nil {
		err = first(err, b.held.release)
	}
	if err != nil {
		return fmt.Errorf("close vault: %w", err)
	}
	return nil
}

// closeFile closes bbolt, or, after a fault, abandons it: a lock of bbolt may
// be left held then, and waiting for it would hang. The map of an abandoned
// handle stays until the process ends; its file is closed and its lock gone.
func (b *Bolt) closeFile() error {
	if b.state.Load() != stateBroken {
		return guard(b.db.Close)
	}
	if b.options.ReadOnly {
		return b.file.Close()
	}
	return first(unlock(b.file), b.file.Close)
}
