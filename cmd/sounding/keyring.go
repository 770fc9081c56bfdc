package main

import (
	"context"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/zalando/go-keyring"

	"sounding/store"
	"sounding/store/seal"
)

// The operating system's keyring can hold a secret that opens the vault, where
// the person switched that on. Whoever can use their account can then open it,
// so it is off until asked for, and after a lock it is not asked.

// keyringName is the name under which the secrets lie, one a vault.
const keyringName = "sounding"

// keyringLimit is how long the keyring may take: it may ask the person to open
// it first.
const keyringLimit = 30 * time.Second

var (
	// errNoKeyring: there is none here, or it did not answer.
	errNoKeyring = errors.New("no keyring can be reached on this computer")
	// errKeyringSecret: it holds nothing for this vault, or something else.
	errKeyringSecret = errors.New("the keyring holds no key to this vault")
	// errKeyringOff: it could not be switched on; errKeyringLeft: it is switched
	// off, and what it holds could not be removed.
	errKeyringOff  = errors.New("the keyring could not be switched on")
	errKeyringLeft = errors.New("what the keyring holds could not be removed")
)

// afterLock is set for the process that begins again, locked.
const afterLock = "SOUNDING_AFTER_LOCK"

// keyringHere says whether it is worth asking. On a Unix without a session bus
// there is none, and looking for one could start a program.
func keyringHere() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return os.Getenv("XDG_RUNTIME_DIR") != "" && err == nil
}

// askKeyring calls the keyring, and gives up on one that does not answer. Why it
// gave nothing is not told apart but for a secret that is not there: what a
// person can do is the same.
func askKeyring(call func() (string, error)) (string, error) {
	if !keyringHere() {
		return "", errNoKeyring
	}
	type answer struct {
		text string
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		text, err := call()
		answers <- answer{text, err}
	}()
	select {
	case a := <-answers:
		switch {
		case errors.Is(a.err, keyring.ErrNotFound):
			return "", errKeyringSecret
		case a.err != nil:
			return "", errNoKeyring
		}
		return a.text, nil
	case <-time.After(keyringLimit):
		return "", errNoKeyring
	}
}

// keyringSecret is what the keyring holds for a vault.
func keyringSecret(vault string) ([]byte, error) {
	text, err := askKeyring(func() (string, error) { return keyring.Get(keyringName, vault) })
	if err != nil {
		return nil, err
	}
	secret, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(secret) != len(seal.Key{}) {
		return nil, errKeyringSecret
	}
	return secret, nil
}

// unlockByKeyring opens a vault with what the keyring holds for it.
func unlockByKeyring(locked *store.Locked) (*store.Vault, error) {
	secret, err := keyringSecret(locked.Info().Vault)
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	v, err := locked.UnlockWithKeyring(secret)
	if errors.Is(err, store.ErrWrongPassphrase) {
		return nil, errKeyringSecret
	}
	return v, err
}

// keyringMay says whether the keyring may open a vault now: it was switched on,
// and this is not the way back from a lock.
func (p *Program) keyringMay(locked *store.Locked) bool {
	return locked != nil && locked.Info().Keyring && p.env(afterLock) == ""
}

// Keyring says whether this computer's keyring opens the vault.
func (d *desk) Keyring() bool { return d.HasKeyring() }

// SetKeyring switches that on or off. What cannot be put into the keyring is
// taken out of the vault again.
func (d *desk) SetKeyring(on bool) error {
	ctx := context.Background()
	if !on {
		if err := d.RemoveKeyring(ctx); err != nil {
			return err
		}
		_, err := askKeyring(func() (string, error) { return "", keyring.Delete(keyringName, d.Vault.ID()) })
		if err != nil && !errors.Is(err, errKeyringSecret) {
			return errKeyringLeft
		}
		return nil
	}
	secret, err := d.AddKeyring(ctx)
	if err != nil {
		return err
	}
	defer clear(secret)
	_, err = askKeyring(func() (string, error) {
		return "", keyring.Set(keyringName, d.Vault.ID(), base64.StdEncoding.EncodeToString(secret))
	})
	if err != nil {
		return errors.Join(errKeyringOff, d.RemoveKeyring(ctx))
	}
	return nil
}
