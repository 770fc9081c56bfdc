package store

import (
	"context"
	"fmt"
	"time"

	"sounding/store/engine"
	"sounding/store/seal"
)

// ChangePassphrase wraps the vault's key under another passphrase, at a cost
// found anew. Whoever has an old copy of the file and the old passphrase still
// opens that copy; RotateKey makes what they learn from it useless here.
func (v *Vault) ChangePassphrase(ctx context.Context, passphrase []byte) error {
	return v.changeSlot(ctx, EventPassphrase, nil, func(owner seal.Owner) (seal.Slot, error) {
		return v.options.passphraseSlot(owner, v.master, passphrase)
	})
}

// ReplaceRecoveryCode makes another recovery code; the old one opens nothing
// from then on. It waits to be confirmed like the first.
func (v *Vault) ReplaceRecoveryCode(ctx context.Context) (RecoveryCode, error) {
	code, err := seal.NewRecoveryCode(v.options.Random)
	if err != nil {
		return RecoveryCode{}, err
	}
	forget := remove(bucketMeta, []byte(keyRecovery)) // the new code has not been typed back
	err = v.changeSlot(ctx, EventRecoveryCode, []engine.Op{forget}, func(owner seal.Owner) (seal.Slot, error) {
		return seal.NewRecoverySlot(v.options.Random, owner, v.master, code)
	})
	return code, err
}

// AddKeyring gives the vault a slot for the operating system's keyring and
// returns the secret that is to be kept there: 32 bytes.
func (v *Vault) AddKeyring(ctx context.Context) ([]byte, error) {
	secret, err := seal.NewKey(v.options.Random)
	if err != nil {
		return nil, err
	}
	defer secret.Clear()
	err = v.changeSlot(ctx, EventKeyring, nil, func(owner seal.Owner) (seal.Slot, error) {
		return seal.NewKeyringSlot(v.options.Random, owner, v.master, secret)
	})
	return append([]byte(nil), secret[:]...), err
}

// HasKeyring says whether the vault has a slot for the keyring.
func (v *Vault) HasKeyring() bool {
	v.state.RLock()
	defer v.state.RUnlock()
	_, ok := v.header.Slot(seal.KeyringSlot)
	return ok
}

// RemoveKeyring takes the keyring's slot away; what the keyring still holds
// opens nothing from then on.
func (v *Vault) RemoveKeyring(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	return v.writeHeader(v.header.Without(seal.KeyringSlot), EventKeyring, nil)
}

func (v *Vault) changeSlot(ctx context.Context, what EventKind, ops []engine.Op, slot func(seal.Owner) (seal.Slot, error)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	made, err := slot(v.header.Owner())
	if err != nil {
		return err
	}
	return v.writeHeader(v.header.With(made), what, ops)
}

// writeHeader commits both copies of a changed header.
func (v *Vault) writeHeader(header seal.VaultHeader, what EventKind, ops []engine.Op) error {
	if err := v.writable(); err != nil {
		return err
	}
	copies, err := headerOps(&header)
	if err != nil {
		return err
	}
	if err := v.noted(append(ops, copies...), Event{What: what}); err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	v.header, v.spoiled = &header, false
	return nil
}

// recoveryState says when the present recovery code was typed back.
type recoveryState struct {
	Confirmed time.Time `json:"confirmed,omitzero"`
}

// ConfirmRecovery is told the recovery code as it was typed back. The errors
// are those of ParseRecoveryCode and ErrWrongRecovery.
func (v *Vault) ConfirmRecovery(ctx context.Context, typed string) error {
	code, err := ParseRecoveryCode(typed)
	if err != nil {
		return err
	}
	if err := v.checkRecovery(code); err != nil {
		return fmt.Errorf("confirm the recovery code: %w", err)
	}
	return v.setRecord(ctx, keyRecovery, recoveryState{Confirmed: v.options.Now()}, "")
}

func (v *Vault) checkRecovery(code RecoveryCode) error {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return ErrClosed
	}
	slot, ok := v.header.Slot(seal.RecoverySlot)
	if !ok {
		return ErrNoSuchSlot
	}
	master, err := slot.Open(v.header.Owner(), code[:])
	if err != nil {
		return openFailure(err, ErrWrongRecovery)
	}
	master.Clear()
	return nil
}

// RecoveryConfirmed says when the recovery code was typed back; the zero time
// means that it has not been, and home reminds.
func (v *Vault) RecoveryConfirmed() (time.Time, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	var state recoveryState
	err := v.record(keyRecovery, &state)
	return state.Confirmed, err
}
