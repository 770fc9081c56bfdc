package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// BackupFile is a backup that is there.
type BackupFile struct {
	Path  string
	Made  time.Time
	Saves uint64 // the save it was made after
	Size  int64  // bytes
}

// How many backups are kept: the newest of each of the last seven days that
// have one, the newest of each of the last five weeks that have one, and
// nothing older than 90 days, which makes a date of "when is it really gone".
const (
	dailyKept  = 7
	weeklyKept = 5
	oldestKept = 90 * 24 * time.Hour
)

// Backups lists this vault's backups in the folders that were given, newest
// first. A folder that is not there has none.
func (v *Vault) Backups() ([]BackupFile, error) {
	var out []BackupFile
	for _, folder := range v.options.Backups {
		there, err := v.backupsIn(folder)
		if err != nil {
			return nil, err
		}
		out = append(out, there...)
	}
	slices.SortFunc(out, newerFirst)
	return out, nil
}

func newerFirst(a, b BackupFile) int {
	if a.Saves != b.Saves {
		if a.Saves > b.Saves {
			return -1
		}
		return 1
	}
	return b.Made.Compare(a.Made)
}

// backupsIn lists this vault's backups in one folder, newest first.
func (v *Vault) backupsIn(folder string) ([]BackupFile, error) {
	files, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for backups: %w", err)
	}
	var out []BackupFile
	for _, file := range files {
		backup, ok := parseBackupName(file.Name(), hexID(v.id)[:8])
		about, err := file.Info()
		if !ok || err != nil || !about.Mode().IsRegular() {
			continue
		}
		backup.Path, backup.Size = filepath.Join(folder, file.Name()), about.Size()
		out = append(out, backup)
	}
	slices.SortFunc(out, newerFirst)
	return out, nil
}

func parseBackupName(name, vault string) (BackupFile, bool) {
	rest, ok := strings.CutPrefix(name, backupPrefix+vault+"-")
	if !ok {
		return BackupFile{}, false
	}
	if rest, ok = strings.CutSuffix(rest, backupSuffix); !ok {
		return BackupFile{}, false
	}
	date, number, _ := strings.Cut(rest, "-")
	made, err := time.Parse(backupDate, date)
	if err != nil {
		return BackupFile{}, false
	}
	saves, err := strconv.ParseUint(number, 10, 64)
	return BackupFile{Made: made, Saves: saves}, err == nil
}

// letGo removes the backups that need not be kept and gives their paths. With
// kept set, because something is held, age alone removes none.
func letGo(backups []BackupFile, now time.Time, kept bool) ([]string, error) {
	var gone []string
	var failed error
	for _, backup := range surplus(backups, now, kept) {
		if err := removeFile(backup.Path); err != nil {
			failed = errors.Join(failed, fmt.Errorf("let an old backup go: %w", err))
			continue
		}
		gone = append(gone, backup.Path)
	}
	return gone, failed
}

// surplus gives the backups of one folder, which come newest first, that are
// not among those to keep. The newest always stays.
func surplus(backups []BackupFile, now time.Time, held bool) []BackupFile {
	days, weeks := map[string]bool{}, map[string]bool{}
	var out []BackupFile
	for i, backup := range backups {
		year, number := backup.Made.ISOWeek()
		day, week := backup.Made.Format(time.DateOnly), fmt.Sprintf("%d-%d", year, number)
		keep := i == 0 || held
		if !days[day] && len(days) < dailyKept {
			days[day], keep = true, true
		}
		if !weeks[week] && len(weeks) < weeklyKept {
			weeks[week], keep = true, true
		}
		if i > 0 && !held && now.Sub(backup.Made) > oldestKept {
			keep = false
		}
		if !keep {
			out = append(out, backup)
		}
	}
	return out
}

// keptInfix stands between the vault's name and why a file beside it was kept.
const keptInfix = ".before-"

// keptFile is a file that was put aside before something took its place.
type keptFile struct {
	path   string
	before string // what was about to happen
	made   time.Time
}

// keptBeside lists what was put aside beside the vault's file.
func (v *Vault) keptBeside() ([]keptFile, error) {
	if v.path == "" {
		return nil, nil
	}
	folder := filepath.Dir(v.path)
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("look for what was put aside: %w", err)
	}
	var out []keptFile
	for _, file := range files {
		rest, ok := strings.CutPrefix(file.Name(), filepath.Base(v.path)+keptInfix)
		at := strings.LastIndex(rest, "-2") // the year begins the date
		if !ok || at < 0 {
			continue
		}
		date, _, _ := strings.Cut(rest[at+1:], "-")
		made, err := time.Parse(backupDate, date)
		if err != nil {
			continue
		}
		out = append(out, keptFile{path: filepath.Join(folder, file.Name()), before: rest[:at], made: made})
	}
	return out, nil
}

// How long a file that was put aside is kept: until a new format has proved
// itself, or as long as the oldest backup.
const keptAfterMigration = 7 * 24 * time.Hour

// letGoKept removes what was put aside long enough ago.
func (v *Vault) letGoKept() error {
	held, err := v.anyHold()
	if err != nil || held {
		return err
	}
	kept, err := v.keptBeside()
	for _, file := range kept {
		limit := oldestKept
		if strings.HasPrefix(file.before, "format-") {
			limit = keptAfterMigration
		}
		if v.options.Now().Sub(file.made) > limit {
			err = errors.Join(err, removeFile(file.path))
		}
	}
	return err
}
