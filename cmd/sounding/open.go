package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"sounding/content"
	"sounding/seeds"
	"sounding/store"
)

// flags are those that every command takes.
type flags struct {
	vault      string
	linear     bool
	passphrase string
	packs      []string
}

func (f *flags) add(c *cobra.Command) {
	set := c.PersistentFlags()
	set.StringVar(&f.vault, "vault", "", flagVault)
	set.BoolVar(&f.linear, "linear", false, flagLinear)
	set.StringVar(&f.passphrase, "passphrase-file", "", flagPassphrase)
	set.StringArrayVar(&f.packs, "pack", nil, flagPack)
}

// library loads the packs: built-in, those of this machine, then those named.
// A pack that is broken is told of, and the others are used.
func (p *Program) library(f *flags, found paths) (*content.Library, error) {
	sources := []content.Source{{Name: "built-in", FS: seeds.Pack()}}
	for _, dir := range append(localPacks(found.packs), f.packs...) {
		if dir == adultsPack {
			sources = append(sources, content.Source{Name: adultsPack, FS: seeds.Adults()})
			continue
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, usage("there is no pack in the folder %s", dir)
		}
		sources = append(sources, content.Source{Name: dir, FS: os.DirFS(dir)})
	}
	library, err := content.Load(sources...)
	if err != nil {
		return nil, err
	}
	for i, problem := range library.Refused {
		p.warn(problem.Pack + ", " + problem.String())
		if i+1 == len(library.Refused) || library.Refused[i+1].Pack != problem.Pack {
			p.warn(fmt.Sprintf(packLeftOut, problem.Pack))
		}
	}
	return library, nil
}

// adultsPack names the second built-in pack: the same walks in an adults'
// team's words.
const adultsPack = "adults"

func (p *Program) options(found paths) store.Options {
	return store.Options{
		Now: p.Now, Random: p.Random, Anchors: found.state, Backups: found.backups, Version: version(),
	}
}

// secret finds the passphrase: a file that was named, else what is typed at the
// terminal, never what the answers come from. After a lock only typing counts.
func (p *Program) secret(f *flags, prompt string) ([]byte, error) {
	path := f.passphrase
	if path == "" {
		path = p.env("SOUNDING_PASSPHRASE_FILE")
	}
	if p.env(afterLock) != "" {
		path = ""
	}
	return p.secretOr(path, prompt)
}

// open opens the vault for a command: it asks for the passphrase where it has
// to, and gives a desk that the caller closes.
func (p *Program) open(f *flags) (*desk, error) {
	found := p.findPaths(f.vault)
	library, err := p.library(f, found)
	if err != nil {
		return nil, err
	}
	v, err := p.unlock(f, found, nil)
	if err != nil {
		return nil, err
	}
	return newDesk(v, library, p.Now, p.newID), nil
}

// unlock opens the vault with a passphrase. settle is asked what to do about an
// older or a damaged file; nil gives those back as errors.
func (p *Program) unlock(f *flags, found paths, settle func(*store.Locked, error) (*store.Vault, error)) (*store.Vault, error) {
	if p.unlocked != nil {
		return p.unlocked(found.vault, false)
	}
	locked, err := store.Open(found.vault, p.options(found))
	if err != nil {
		return nil, withBackup(err, found.backups)
	}
	v, err := p.openLocked(f, locked)
	if err != nil && settle != nil {
		v, err = settle(locked, err)
	}
	if err != nil {
		return nil, errors.Join(err, locked.Close())
	}
	return v, nil
}

// openLocked opens a vault by the keyring, where that was switched on and no file
// with a passphrase is named; else with the passphrase.
func (p *Program) openLocked(f *flags, locked *store.Locked) (*store.Vault, error) {
	if p.typed(f) && p.keyringMay(locked) {
		v, err := unlockByKeyring(locked)
		if !errors.Is(err, errNoKeyring) && !errors.Is(err, errKeyringSecret) {
			return v, err
		}
		p.warn(sayError(err))
	}
	secret, err := p.secret(f, promptPassphrase)
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	return locked.Unlock(secret)
}

// typed says whether the passphrase is typed at the terminal.
func (p *Program) typed(f *flags) bool {
	return f.passphrase == "" && p.env("SOUNDING_PASSPHRASE_FILE") == ""
}

// settleAtTerminal asks what the full screen asks on unlocking: whether to go on
// with an older file, or to read what is whole of a damaged one.
func (p *Program) settleAtTerminal(locked *store.Locked, why error) (*store.Vault, error) {
	question, do := "", locked.AcceptOlder
	switch {
	case errors.Is(why, store.ErrRolledBack):
		question = askOlder
	case errors.Is(why, store.ErrDamaged):
		question, do = askDamaged, locked.ReadDamaged
	default:
		return nil, why
	}
	yes, err := p.agreed(false, []string{sayError(why)}, question)
	if err != nil {
		return nil, errors.Join(why, err)
	}
	if !yes {
		return nil, &leftAlone{why}
	}
	return do()
}

// leftAlone is an error that a person was told of and asked about, and said no.
type leftAlone struct{ cause error }

func (e *leftAlone) Error() string { return e.cause.Error() }
func (e *leftAlone) Unwrap() error { return e.cause }

// warn says something on standard error that stops nothing.
func (p *Program) warn(text string) { fmt.Fprintln(p.Err, wrapped(p.Err, "sounding: "+visible(text))) }
