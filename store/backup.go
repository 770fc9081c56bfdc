package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sounding/store/engine"
	"sounding/store/seal"
)

// filed is what an engine over a file can do besides.
type filed interface {
	engine.Engine
	Compact(destination string) (engine.Copied, error)
	CompactInPlace() (engine.Copied, error)
	ReplaceWith(replacement string) error
}

// ErrNoFileBehind says that a vault in memory alone has no file to copy.
var ErrNoFileBehind = errors.New("this vault is not kept in a file")

// Verified is what was proved of a copy: it was opened, every cell of it
// authenticated, and it holds what its own count says.
type Verified struct {
	Path        string
	Saves       uint64 // the save it was made after
	Saved       time.Time
	Reflections int
	Size        int64 // bytes
}

// Placed is what became of a backup in one folder.
type Placed struct {
	Folder string
	Copy   Verified
	Gone   []string // older backups that were let go
	Err    error
}

// Backup writes a compacted copy of the vault to a new file, 0600, and counts
// it only when it has been opened and everything in it was authenticated.
// ErrExists if anything is at the path. Saving goes on meanwhile.
func (v *Vault) Backup(ctx context.Context, to string) (Verified, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	return v.copyTo(ctx, to)
}

// copyTo is Backup; the caller holds upkeep.
func (v *Vault) copyTo(ctx context.Context, to string) (Verified, error) {
	if err := ctx.Err(); err != nil {
		return Verified{}, err
	}
	file, err := v.filed()
	if err != nil {
		return Verified{}, fmt.Errorf("back up: %w", err)
	}
	if _, err := os.Lstat(to); err == nil {
		return Verified{}, fmt.Errorf("back up: %w", ErrExists)
	}
	unfinished := to + partSuffix
	if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), removeFile(unfinished)); err != nil {
		return Verified{}, fmt.Errorf("back up: %w", err)
	}
	if _, err := file.Compact(unfinished); err != nil {
		return Verified{}, fmt.Errorf("back up: %w", err)
	}
	verified, err := v.verify(ctx, unfinished)
	if err == nil {
		err = os.Rename(unfinished, to)
	}
	if err != nil {
		return Verified{}, fmt.Errorf("back up: %w", errors.Join(err, removeFile(unfinished)))
	}
	verified.Path = to
	return verified, flushFolder(filepath.Dir(to))
}

// partSuffix marks a file that is not finished; what is left of one is in
// nobody's way and goes with the next.
const partSuffix = ".part"

func (v *Vault) filed() (filed, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return nil, ErrClosed
	}
	file, ok := v.engine.(filed)
	if !ok {
		return nil, ErrNoFileBehind
	}
	return file, nil
}

// Verify opens a copy of this vault and authenticates everything in it. The
// errors are those of Open; *Damaged; ErrOtherVault; and ErrOtherKey for a copy
// from before the vault's key was changed, which only its own passphrase opens.
func (v *Vault) Verify(ctx context.Context, path string) (Verified, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	return v.verify(ctx, path)
}

func (v *Vault) verify(ctx context.Context, path string) (Verified, error) {
	copy, err := v.openCopy(ctx, path)
	if err != nil {
		return Verified{}, err
	}
	return copy.verified, copy.close()
}

// openedCopy is a copy of the vault, open for reading, everything in it proved.
type openedCopy struct {
	engine   engine.Engine
	found    *sweep
	verified Verified
}

func (c *openedCopy) close() error { return c.engine.Close() }

// openCopy opens a copy of this vault with the key in memory.
func (v *Vault) openCopy(ctx context.Context, path string) (*openedCopy, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	options := v.options
	options.ReadOnly = true
	file, err := engine.OpenBolt(path, options.engine())
	if err != nil {
		return nil, err
	}
	copy, err := v.proveCopy(file, path)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return copy, nil
}

func (v *Vault) proveCopy(file engine.Engine, path string) (*openedCopy, error) {
	header, _, err := readHeader(file)
	if err != nil {
		return nil, err
	}
	keys, own, err := v.borrowKeys()
	if err != nil {
		return nil, err
	}
	defer keys.Clear()
	switch {
	case header.Vault != own.Vault:
		return nil, ErrOtherVault
	case header.Epoch != own.Epoch:
		return nil, ErrOtherKey
	}
	found, err := sweepAll(file, keys)
	if err != nil {
		return nil, err
	}
	if len(found.findings) > 0 {
		return nil, &Damaged{Findings: found.findings}
	}
	about, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	return &openedCopy{engine: file, found: found, verified: Verified{
		Path: path, Saves: found.manifest.Sequence, Saved: found.manifest.Saved,
		Reflections: len(found.entries), Size: about.Size(),
	}}, nil
}

// borrowKeys gives a copy of the keys for work that must not hold up a save. The
// caller clears it.
func (v *Vault) borrowKeys() (*seal.Keys, seal.Owner, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return nil, seal.Owner{}, ErrClosed
	}
	keys := *v.keys
	return &keys, v.header.Owner(), nil
}

// BackUp makes a backup in every folder that was given, where the newest one
// there is older than the vault, and lets go of old ones. A folder that cannot
// be reached is told of in its Placed, and the others are still served.
func (v *Vault) BackUp(ctx context.Context) ([]Placed, error) {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	return v.backUp(ctx)
}

func (v *Vault) backUp(ctx context.Context) ([]Placed, error) {
	if v.path == "" {
		return nil, nil
	}
	v.state.RLock()
	saves := v.manifest.Sequence
	kept, err := v.anyHold()
	v.state.RUnlock()
	if err != nil {
		return nil, fmt.Errorf("back up: %w", err)
	}
	var out []Placed
	for _, folder := range v.options.Backups {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		out = append(out, v.backUpTo(ctx, folder, saves, kept))
	}
	return out, nil
}

func (v *Vault) backUpTo(ctx context.Context, folder string, saves uint64, kept bool) Placed {
	placed := Placed{Folder: folder}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		placed.Err = fmt.Errorf("back up: %w", err)
		return placed
	}
	there, err := v.backupsIn(folder)
	if err != nil {
		placed.Err = err
		return placed
	}
	if len(there) == 0 || there[0].Saves < saves {
		name := backupName(v.id, v.options.Now(), saves)
		if placed.Copy, placed.Err = v.copyTo(ctx, filepath.Join(folder, name)); placed.Err != nil {
			return placed
		}
		if there, placed.Err = v.backupsIn(folder); placed.Err != nil {
			return placed
		}
	}
	placed.Gone, placed.Err = letGo(there, v.options.Now(), kept)
	return placed
}

// backUpAtClose is what Close does for backups. A folder that cannot be reached
// is not a reason to tell of an error: a stick is away, and home shows how old
// its backup is.
func (v *Vault) backUpAtClose(ctx context.Context) error {
	placed, err := v.backUp(ctx)
	for i, p := range placed {
		if i == 0 && p.Err != nil {
			err = errors.Join(err, p.Err)
		}
	}
	return err
}

// BackupDue says whether a day has gone by since the newest backup in the first
// folder, and something was saved since.
func (v *Vault) BackupDue() (bool, error) {
	if len(v.options.Backups) == 0 || v.path == "" {
		return false, nil
	}
	there, err := v.backupsIn(v.options.Backups[0])
	if err != nil {
		return false, err
	}
	saved, saves := v.LastSaved()
	if len(there) == 0 {
		return saves > 1, nil
	}
	return there[0].Saves < saves && saved.Sub(there[0].Made) >= 24*time.Hour, nil
}

func flushFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(syncFolder(folder), folder.Close())
}

// backupName is a file name that tells when a backup was made and after which
// save, and nothing of what is in it.
func backupName(vault seal.VaultID, made time.Time, saves uint64) string {
	return fmt.Sprintf("%s%s-%s-%d%s", backupPrefix, hexID(vault)[:8], made.UTC().Format(backupDate), saves, backupSuffix)
}

const (
	backupPrefix = "sounding-"
	backupDate   = "20060102T150405Z"
	backupSuffix = ".backup"
)
