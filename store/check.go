package store

import (
	"context"
	"errors"
	"fmt"

	"sounding/store/engine"
	"sounding/store/seal"
)

// Checked is what a check proved: how much was read and authenticated, and what
// was found wrong. No findings: everything is as it was saved.
type Checked struct {
	Reflections int
	Cells       uint64
	Saves       uint64
	Findings    []Finding
}

// Check reads the file's structure again with plain reads, and authenticates
// everything in it against the vault's own count. It changes nothing. Saves
// wait for it.
func (v *Vault) Check(ctx context.Context) (Checked, error) {
	if err := ctx.Err(); err != nil {
		return Checked{}, err
	}
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return Checked{}, ErrClosed
	}
	var findings []Finding
	if v.path != "" {
		if _, err := engine.PreflightFile(v.path); err != nil {
			finding, ok := pagesOf(err)
			if !ok {
				return Checked{}, fmt.Errorf("check: %w", err)
			}
			findings = append(findings, finding)
		}
	}
	_, spoiled, err := readHeader(v.engine)
	if err != nil && !errors.Is(err, ErrHeaderDamaged) {
		return Checked{}, fmt.Errorf("check: %w", err)
	}
	if spoiled || err != nil {
		findings = append(findings, Finding{Code: FoundHeader})
	}
	found, err := sweepAll(v.engine, v.keys)
	if err != nil {
		return Checked{}, fmt.Errorf("check: %w", err)
	}
	findings = append(findings, found.findings...)
	for i := range findings {
		if e := v.entries[findings[i].Reflection]; e != nil {
			findings[i].Title = e.summary.Title
		}
	}
	return Checked{
		Reflections: len(found.entries), Cells: found.tally.Count, Saves: found.manifest.Sequence, Findings: findings,
	}, nil
}

// Examine tells what is wrong with a vault's file that does not open, without a
// secret: its structure, and its header. No findings: its structure is sound,
// and only opening it tells more.
func Examine(path string) ([]Finding, error) {
	if _, err := engine.PreflightFile(path); err != nil {
		if finding, ok := pagesOf(err); ok {
			return []Finding{finding}, nil
		}
		return nil, fmt.Errorf("examine: %w", err)
	}
	locked, err := Open(path, Options{ReadOnly: true})
	switch {
	case errors.Is(err, ErrHeaderDamaged):
		return []Finding{{Code: FoundHeader}}, nil
	case errors.As(err, new(*seal.NewerError)):
		return []Finding{{Code: FoundNewer}}, nil
	case err != nil:
		return nil, fmt.Errorf("examine: %w", err)
	}
	var findings []Finding
	if locked.spoiled {
		findings = append(findings, Finding{Code: FoundHeader})
	}
	return findings, locked.Close()
}

// pagesOf turns damage of the file's structure into a finding.
func pagesOf(err error) (Finding, bool) {
	var damage *engine.DamageError
	if !errors.As(err, &damage) {
		return Finding{}, false
	}
	finding := Finding{Code: FoundPages}
	for _, page := range damage.Findings {
		finding.Pages = append(finding.Pages, page.Page)
	}
	return finding, true
}

// MendHeader writes both copies of the header anew where one was damaged.
func (v *Vault) MendHeader(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	ops, err := headerOps(v.header)
	if err != nil {
		return err
	}
	if err := v.commit(ops); err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	v.spoiled = false
	return nil
}
