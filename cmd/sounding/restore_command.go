package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"sounding/journal"
	"sounding/store"
)

// restoring is one call of restore.
type restoring struct {
	*Program
	flags *flags
	file  string
	only  []string
	yes   bool
}

// restoreCommand brings a backup back, whole or in part. It compares first and
// asks.
func restoreCommand(p *Program, f *flags) *cobra.Command {
	r := &restoring{Program: p, flags: f}
	c := &cobra.Command{
		Use: "restore FILE", Short: shortRestore, Long: longRestore, Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			r.file = args[0]
			return r.run(c.Context())
		},
	}
	c.Flags().StringSliceVar(&r.only, "only", nil, flagOnly)
	c.Flags().BoolVar(&r.yes, "yes", false, flagYes)
	return c
}

func (r *restoring) run(ctx context.Context) error {
	if _, err := os.Stat(r.file); err != nil {
		return &unreadableError{r.file, err}
	}
	d, err := r.open(r.flags)
	if err != nil && beyondOpening(err) {
		return r.over(ctx, err)
	}
	if err != nil {
		return err
	}
	return errors.Join(r.into(ctx, d), d.Close(ctx))
}

// beyondOpening says whether a vault is in such a state that a backup takes its
// place without a comparison: it is not there, damaged, or an older copy.
func beyondOpening(err error) bool {
	for _, state := range []error{store.ErrNoFile, store.ErrFileDamaged, store.ErrHeaderDamaged, store.ErrDamaged, store.ErrRolledBack} {
		if errors.Is(err, state) && !errors.Is(err, store.ErrNotVault) {
			return true
		}
	}
	return false
}

// into restores into a vault that is open.
func (r *restoring) into(ctx context.Context, d *desk) error {
	found, err := d.Compare(ctx, r.file)
	if err != nil {
		return inBackup(err)
	}
	if err := r.print(differences(r.file, found)); err != nil {
		return err
	}
	if len(r.only) > 0 {
		return r.chosen(ctx, d, found)
	}
	if len(found.Missing)+len(found.Newer)+len(found.Older)+len(found.Changed)+found.Added == 0 {
		r.say(sayNothingToRestore)
		return nil
	}
	ok, err := r.agreed(r.yes, []string{askRestoreWhole}, askYes)
	if err != nil || !ok {
		return r.leftAlone(err)
	}
	done, err := d.RestoreWhole(ctx, r.file)
	if err != nil {
		return inBackup(err)
	}
	r.say(fmt.Sprintf(sayRestored, done.Backup.Reflections-done.Erased, done.Kept))
	if done.Erased > 0 {
		r.say(fmt.Sprintf(sayErasedAgain, done.Erased))
	}
	return nil
}

// leftAlone says that nothing was done, where nothing went wrong.
func (r *restoring) leftAlone(err error) error {
	if err == nil {
		r.say(safeUnchanged)
	}
	return err
}

// chosen restores single reflections.
func (r *restoring) chosen(ctx context.Context, d *desk, found store.Difference) error {
	var ids []journal.ID
	for _, typed := range r.only {
		id, err := findDiffering(found, typed)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	ok, err := r.agreed(r.yes, []string{fmt.Sprintf(askRestoreChosen, len(ids))}, askYes)
	if err != nil || !ok {
		return r.leftAlone(err)
	}
	count, err := d.RestoreChosen(ctx, r.file, ids)
	if err != nil {
		return inBackup(err)
	}
	r.say(fmt.Sprintf(sayRestoredChosen, count))
	return nil
}

// findDiffering finds a reflection that the backup has another state of, by the
// start of its id.
func findDiffering(found store.Difference, typed string) (journal.ID, error) {
	var ids []journal.ID
	for _, list := range [][]journal.Summary{found.Missing, found.Newer, found.Older, found.Changed} {
		for _, s := range list {
			if len(typed) >= shortestID && strings.HasPrefix(string(s.ID), strings.ToLower(typed)) {
				ids = append(ids, s.ID)
			}
		}
	}
	if len(ids) != 1 {
		return "", usage(sayNoDifference, typed)
	}
	return ids[0], nil
}

// shortestID is the least of an id that is taken for one.
const shortestID = 4

// differences says how a backup differs from the vault.
func differences(file string, d store.Difference) []string {
	lines := []string{
		fmt.Sprintf(sayBackupIs, file, d.Backup.Saved.Local().Format("15:04 on Monday 2 January 2006"), d.Backup.Reflections),
		fmt.Sprintf(saySame, d.Same, d.Added),
	}
	for _, part := range []struct {
		words string
		list  []journal.Summary
	}{{sayMissing, d.Missing}, {sayNewer, d.Newer}, {sayOlder, d.Older}, {sayChangedBoth, d.Changed}} {
		for _, s := range part.list {
			lines = append(lines, part.words+summaryLine(s))
		}
	}
	if len(d.Erased) > 0 {
		lines = append(lines, fmt.Sprintf(sayStayErased, len(d.Erased)))
	}
	return lines
}

func summaryLine(s journal.Summary) string {
	parts := []string{string(s.ID), s.Updated.Format("2006-01-02")}
	if s.Subject != "" {
		parts = append(parts, s.Subject)
	}
	return strings.Join(append(parts, s.Title), "  ")
}

// over puts a backup in the place of a vault that cannot be opened. What is
// there is kept beside it.
func (r *restoring) over(ctx context.Context, why error) error {
	if len(r.only) > 0 {
		return errors.Join(usage(onlyIntoOpen), why)
	}
	options := r.options(r.findPaths(r.flags.vault))
	options.ReadOnly, options.Anchors, options.Backups = true, "", nil
	locked, err := store.Open(r.file, options)
	if err != nil {
		return inBackup(err)
	}
	secret, err := r.secret(r.flags, promptBackup)
	if err != nil {
		return errors.Join(err, locked.Close())
	}
	defer clear(secret)
	v, err := locked.Unlock(secret)
	if err != nil {
		return inBackup(errors.Join(err, locked.Close()))
	}
	return errors.Join(r.inPlace(ctx, v, secret, why), v.Close(ctx))
}

func (r *restoring) inPlace(ctx context.Context, v *store.Vault, secret []byte, why error) error {
	path := r.findPaths(r.flags.vault).vault
	saved, _ := v.LastSaved()
	words := []string{
		describe(why).What,
		fmt.Sprintf(sayBackupIs, r.file, saved.Local().Format("15:04 on Monday 2 January 2006"), len(v.List())),
		fmt.Sprintf(askRestoreOver, path),
	}
	ok, err := r.agreed(r.yes, words, askYes)
	if err != nil || !ok {
		return r.leftAlone(err)
	}
	kept, err := v.RestoreOver(ctx, path)
	if err != nil {
		return err
	}
	if err := r.settle(ctx, secret); err != nil {
		return err
	}
	if kept == "" {
		r.say(fmt.Sprintf(sayRestoredNew, len(v.List()), path))
	} else {
		r.say(fmt.Sprintf(sayRestored, len(v.List()), kept))
	}
	return nil
}

// settle opens the restored vault once, so that its being older than what was
// last used here is known to be meant.
func (r *restoring) settle(ctx context.Context, secret []byte) error {
	found := r.findPaths(r.flags.vault)
	locked, err := store.Open(found.vault, r.options(found))
	if err != nil {
		return err
	}
	v, err := locked.Unlock(secret)
	if errors.Is(err, store.ErrRolledBack) {
		v, err = locked.AcceptOlder()
	}
	if err != nil {
		return errors.Join(err, locked.Close())
	}
	return v.Close(ctx)
}

// backupError is an error of a backup's file: what is said of the vault's own
// would be about the wrong file.
type backupError struct{ cause error }

func (e *backupError) Error() string {
	if m, ok := store.Explain(e.cause); ok {
		return strings.TrimSpace(sayOfBackup + m.What + " " + m.Next)
	}
	return sayOfBackup + e.cause.Error()
}

// Is keeps the exit codes of a wrong passphrase, of damage and of what is no vault.
func (e *backupError) Is(target error) bool {
	switch target {
	case store.ErrWrongPassphrase:
		return errors.Is(e.cause, target)
	case store.ErrDamaged:
		for _, state := range []error{store.ErrDamaged, store.ErrFileDamaged, store.ErrHeaderDamaged, store.ErrNotVault} {
			if errors.Is(e.cause, state) {
				return true
			}
		}
	}
	return false
}

func inBackup(err error) error {
	if err == nil {
		return nil
	}
	return &backupError{err}
}
