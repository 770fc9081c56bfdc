package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sounding/store"
)

// checkCommand reads the whole vault and says of each thing that is wrong what
// it is, what is safe, and one thing to do.
func checkCommand(p *Program, f *flags) *cobra.Command {
	var mend bool
	c := &cobra.Command{
		Use: "check", Short: shortCheckVault, Long: longCheckVault, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.check(c.Context(), f, mend) },
	}
	c.Flags().BoolVar(&mend, "mend", false, flagMend)
	return c
}

func (p *Program) check(ctx context.Context, f *flags, mend bool) error {
	v, before, err := p.unlockWhole(f)
	if err != nil {
		return p.examine(f, err)
	}
	return errors.Join(p.checkOpen(ctx, v, before, mend), v.Close(ctx))
}

// unlockWhole opens the vault, or what is whole of it. One that is older than
// when it was last used here is opened for reading alone, and that it is older
// is the first finding.
func (p *Program) unlockWhole(f *flags) (*store.Vault, []store.Finding, error) {
	found := p.findPaths(f.vault)
	if p.unlocked != nil {
		v, err := p.unlocked(found.vault, false)
		return v, nil, err
	}
	options := p.options(found)
	locked, err := store.Open(found.vault, options)
	if err != nil {
		return nil, nil, err
	}
	secret, err := p.secret(f, promptPassphrase)
	if err != nil {
		return nil, nil, errors.Join(err, locked.Close())
	}
	defer clear(secret)
	var before []store.Finding
	v, err := locked.Unlock(secret)
	if errors.Is(err, store.ErrRolledBack) {
		before = []store.Finding{{Code: store.FoundAnchor}}
		options.ReadOnly = true
		if err = locked.Close(); err != nil {
			return nil, nil, err
		}
		if locked, err = store.Open(found.vault, options); err != nil {
			return nil, nil, err
		}
		v, err = locked.Unlock(secret)
	}
	if errors.Is(err, store.ErrDamaged) {
		v, err = locked.ReadDamaged()
	}
	if err != nil {
		return nil, nil, errors.Join(err, locked.Close())
	}
	return v, before, nil
}

// examine says what can be told of a file that does not open.
func (p *Program) examine(f *flags, why error) error {
	if !errors.Is(why, store.ErrFileDamaged) && !errors.Is(why, store.ErrHeaderDamaged) {
		return why
	}
	findings, err := store.Examine(p.findPaths(f.vault).vault)
	if err != nil || len(findings) == 0 {
		return why
	}
	return errors.Join(p.print(findingLines(findings, "")), &checkError{findings})
}

func (p *Program) checkOpen(ctx context.Context, v *store.Vault, before []store.Finding, mend bool) error {
	found, err := v.Check(ctx)
	if err != nil {
		return err
	}
	if mend && hasHeader(found.Findings) {
		if err := v.MendHeader(ctx); err != nil {
			return err
		}
		p.say(sayMended)
		if found, err = v.Check(ctx); err != nil {
			return err
		}
	}
	lines := []string{fmt.Sprintf(sayChecked, found.Reflections, found.Cells)}
	findings := append(before, found.Findings...)
	if len(findings) == 0 {
		return p.print(append(lines, sayAllWhole))
	}
	lines = append(lines, findingLines(findings, newestBackup(v))...)
	return errors.Join(p.print(lines), &checkError{findings})
}

func hasHeader(findings []store.Finding) bool {
	for _, f := range findings {
		if f.Code == store.FoundHeader {
			return true
		}
	}
	return false
}

// newestBackup is the path of the newest backup that can be reached; empty where
// there is none.
func newestBackup(v *store.Vault) string {
	backups, err := v.Backups()
	if err != nil || len(backups) == 0 {
		return ""
	}
	return backups[0].Path
}

// findingLines says each finding in three lines: what it is, what is safe, and
// one thing to do with the command for it. Those that read the same are said
// once, with how many they are.
func findingLines(findings []store.Finding, backup string) []string {
	times := map[store.Message]int{}
	for _, f := range findings {
		times[store.Advice(f)]++
	}
	var lines []string
	number := 0
	for _, f := range findings {
		about := store.Advice(f)
		many := times[about]
		if many == 0 {
			continue // said already
		}
		times[about] = 0
		number++
		what := about.What
		if many > 1 {
			what += fmt.Sprintf(sayTimes, many)
		}
		lines = append(lines,
			fmt.Sprintf("%d. %s", number, what),
			"   "+about.Safe,
			"   "+about.Next+commandFor(f, backup),
		)
	}
	return lines
}

// commandFor is the command that does what is advised; empty where there is
// none.
func commandFor(f store.Finding, backup string) string {
	switch f.Code {
	case store.FoundHeader:
		return sayRunMend
	case store.FoundNewer, store.FoundAnchor:
		return ""
	case store.FoundVault, store.FoundStray:
		return sayRunSalvage
	}
	if backup == "" {
		return sayRunSalvage
	}
	return fmt.Sprintf(sayRunRestore, backup)
}

// checkError says that something was found.
type checkError struct{ findings []store.Finding }

func (e *checkError) Error() string { return plural(len(e.findings), sayFoundOne, sayFoundMany) }

// Is makes it damage, for the exit code, unless the file is only older than
// what was last used here.
func (e *checkError) Is(target error) bool {
	for _, f := range e.findings {
		if f.Code != store.FoundAnchor {
			return target == store.ErrDamaged
		}
	}
	return target == store.ErrRolledBack
}
