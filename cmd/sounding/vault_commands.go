package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"sounding/store"
)

func initCommand(p *Program, f *flags) *cobra.Command {
	return &cobra.Command{
		Use: "init", Short: shortInit, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			v, err := p.create(f, p.findPaths(f.vault))
			if err != nil {
				return err
			}
			return v.Close(c.Context())
		},
	}
}

func passphraseCommand(p *Program, f *flags) *cobra.Command {
	var fresh, keyring string
	var renew bool
	c := &cobra.Command{
		Use: "passphrase", Short: shortPassphrase, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if keyring != "" && keyring != "on" && keyring != "off" {
				return usage(keyringOnOff)
			}
			d, err := p.open(f)
			if err != nil {
				return err
			}
			if keyring != "" {
				return errors.Join(p.setKeyring(d, keyring == "on"), d.Close(c.Context()))
			}
			err = p.changePassphrase(c, d, fresh)
			if err == nil && renew {
				err = p.renewBackups(c.Context(), d)
			}
			return errors.Join(err, d.Close(c.Context()))
		},
	}
	c.Flags().StringVar(&fresh, "new-passphrase-file", "", flagNewPassphrase)
	c.Flags().BoolVar(&renew, "renew-backups", false, flagRenew)
	c.Flags().StringVar(&keyring, "keyring", "", flagKeyring)
	return c
}

// renewBackups lets the backups open with the new passphrase, and with the old
// one no more.
func (p *Program) renewBackups(ctx context.Context, d *desk) error {
	renewed, err := d.RenewBackups(ctx)
	p.say(fmt.Sprintf(sayRenewed, len(renewed)))
	return err
}

func (p *Program) setKeyring(d *desk, on bool) error {
	if err := d.SetKeyring(on); err != nil {
		return err
	}
	if on {
		p.say(sayKeyringOn)
	} else {
		p.say(sayKeyringOff)
	}
	return nil
}

func (p *Program) changePassphrase(c *cobra.Command, d *desk, path string) error {
	secret, err := p.typedTwiceOr(path)
	if err != nil {
		return err
	}
	defer clear(secret)
	if err := d.ChangePassphrase(c.Context(), secret); err != nil {
		return err
	}
	fmt.Fprintln(p.Err, sayChanged)
	return nil
}

// recoverCommand opens the vault with the recovery code and sets a new
// passphrase; with --confirm it only takes the code as it was typed back.
func recoverCommand(p *Program, f *flags) *cobra.Command {
	var confirm bool
	var codeFile, fresh string
	c := &cobra.Command{
		Use: "recover", Short: shortRecover, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if confirm {
				return p.confirmCode(c, f, codeFile)
			}
			return p.recover(c, f, codeFile, fresh)
		},
	}
	c.Flags().BoolVar(&confirm, "confirm", false, flagConfirm)
	c.Flags().StringVar(&codeFile, "code-file", "", flagCodeFile)
	c.Flags().StringVar(&fresh, "new-passphrase-file", "", flagNewPassphrase)
	return c
}

func (p *Program) recoveryCode(path string) (store.RecoveryCode, error) {
	secret, err := p.secretOr(path, promptRecovery)
	if err != nil {
		return store.RecoveryCode{}, err
	}
	defer clear(secret)
	return store.ParseRecoveryCode(string(secret))
}

// secretOr reads a file where one is named, else the terminal.
func (p *Program) secretOr(path, prompt string) ([]byte, error) {
	if path != "" {
		return readSecretFile(path)
	}
	k, err := openKeyboard()
	if err != nil {
		return nil, err
	}
	defer k.close()
	return k.secret(prompt)
}

func (p *Program) confirmCode(c *cobra.Command, f *flags, path string) error {
	d, err := p.open(f)
	if err != nil {
		return err
	}
	code, err := p.recoveryCode(path)
	if err == nil {
		err = d.ConfirmRecovery(c.Context(), code.String())
	}
	if err == nil {
		fmt.Fprintln(p.Err, sayConfirmed)
	}
	return errors.Join(err, d.Close(c.Context()))
}

func (p *Program) recover(c *cobra.Command, f *flags, codeFile, fresh string) error {
	found := p.findPaths(f.vault)
	locked, err := store.Open(found.vault, p.options(found))
	if err != nil {
		return err
	}
	code, err := p.recoveryCode(codeFile)
	if err != nil {
		return errors.Join(err, locked.Close())
	}
	v, err := locked.Recover(code)
	if err != nil {
		return errors.Join(err, locked.Close())
	}
	secret, err := p.typedTwiceOr(fresh)
	if err == nil {
		defer clear(secret)
		err = v.ChangePassphrase(c.Context(), secret)
	}
	if err == nil {
		fmt.Fprintln(p.Err, sayChanged)
	}
	return errors.Join(err, v.Close(c.Context()))
}

func (p *Program) typedTwiceOr(path string) ([]byte, error) {
	if path != "" {
		return readSecretFile(path)
	}
	return p.typedTwice()
}
