package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sounding/export"
	"sounding/journal"
	"sounding/store"
)

// say prints words for people, safe for a terminal.
func (p *Program) say(text string) { fmt.Fprintln(p.Err, wrapped(p.Err, visible(text))) }

// backupCommand makes a verified copy of the vault, or an archive that opens
// without Sounding.
func backupCommand(p *Program, f *flags) *cobra.Command {
	var asHandover bool
	var secretFile string
	c := &cobra.Command{
		Use: "backup [FILE]", Short: shortBackup, Long: longBackup, Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			file := ""
			if len(args) == 1 {
				file = args[0]
			}
			if secretFile != "" && !asHandover {
				return usage(onlyWithHandover)
			}
			return p.with(c.Context(), f, func(d *desk) error {
				switch {
				case asHandover:
					return p.handOver(c.Context(), d, file, secretFile)
				case file != "":
					return p.backUpTo(c.Context(), d, file)
				}
				return p.backUp(c.Context(), d)
			})
		},
	}
	c.Flags().BoolVar(&asHandover, "handover", false, flagHandover)
	c.Flags().StringVar(&secretFile, "handover-passphrase-file", "", flagHandoverPassphrase)
	return c
}

func (p *Program) backUpTo(ctx context.Context, d *desk, file string) error {
	made, err := d.Backup(ctx, file)
	if errors.Is(err, store.ErrExists) {
		return &alreadyError{path: file}
	}
	if err != nil {
		return err
	}
	return p.toldBackup(made)
}

// alreadyError says that a file that was to be made is there. It does not
// unwrap: what is said where a vault is in the way does not fit here.
type alreadyError struct {
	path string
	flag string // what names another; empty where it stands alone
}

func (e *alreadyError) Error() string {
	if e.flag != "" {
		return fmt.Sprintf(sayAlreadyThereFlag, e.path, e.flag)
	}
	return fmt.Sprintf(sayAlreadyThere, e.path)
}

// namedBy says which flag names another file where one is in the way.
func namedBy(flag string, err error) error {
	var there *alreadyError
	if errors.As(err, &there) {
		return &alreadyError{there.path, flag}
	}
	return err
}

// toldBackup prints where a backup is, and says what was proved of it.
func (p *Program) toldBackup(made store.Verified) error {
	p.say(fmt.Sprintf(sayBackedUp, made.Reflections, size(made.Size)))
	return p.print([]string{made.Path})
}

// backUp makes a backup in every folder for them, where the newest there is not
// up to date.
func (p *Program) backUp(ctx context.Context, d *desk) error {
	placed, err := d.BackUp(ctx)
	if err != nil {
		return err
	}
	var failed error
	for _, place := range placed {
		switch {
		case place.Err != nil:
			failed = errors.Join(failed, place.Err)
		case place.Copy.Path == "":
			p.say(fmt.Sprintf(sayUpToDate, place.Folder))
		default:
			failed = errors.Join(failed, p.toldBackup(place.Copy))
		}
		if len(place.Gone) > 0 {
			p.say(fmt.Sprintf(sayLetGo, len(place.Gone)))
		}
	}
	return failed
}

// size is a number of bytes in words.
func size(bytes int64) string {
	const unit = 1024
	if bytes < unit*unit {
		return fmt.Sprintf("%d KB", (bytes+unit-1)/unit)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/unit/unit)
}

// handOver writes the archive that opens without Sounding, and counts it only
// when it has been read back.
func (p *Program) handOver(ctx context.Context, d *desk, file, secretFile string) error {
	if file == "" {
		file = filepath.Join(documents(), "sounding-handover-"+p.Now().Format("2006-01-02")+export.HandoverExtension)
	}
	if _, err := os.Lstat(file); err == nil {
		return &alreadyError{path: file}
	}
	if warning := syncedWarning(file); warning != "" {
		p.warn(warning)
	}
	p.say(sayHandoverSecret)
	secret, err := p.typedTwiceOr(secretFile)
	if err != nil {
		return err
	}
	defer clear(secret)
	count := 0
	err = writeNew(file, func(out *os.File) error {
		if count, err = export.Handover(out, secret, p.Now(), d.everything(ctx)); err != nil {
			return err
		}
		return readBack(file, secret, count)
	})
	if err != nil {
		return err
	}
	if err := d.Record(ctx, store.Event{What: store.EventExported, Count: count}); err != nil {
		return err
	}
	if away := len(d.Vault.Trashed()); away > 0 {
		p.say(fmt.Sprintf(sayTrashLeftOut, away))
	}
	p.say(fmt.Sprintf(sayHandedOver, count))
	return p.print([]string{file})
}

// readBack opens what was just written and counts what comes out of it.
func readBack(path string, secret []byte, count int) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read the archive back: %w", err)
	}
	defer file.Close()
	found, err := export.CheckHandover(file, secret)
	if err == nil && found != count {
		err = export.ErrHandover
	}
	return err
}

// everything goes through all reflections that are not in the trash, each in
// its walk.
func (d *desk) everything(ctx context.Context) iter.Seq2[*journal.Progress, error] {
	return func(yield func(*journal.Progress, error) bool) {
		for _, s := range d.List() {
			r, w, err := d.Load(ctx, s.ID)
			if !yield(d.progress(&r, &w), err) || err != nil {
				return
			}
		}
	}
}
