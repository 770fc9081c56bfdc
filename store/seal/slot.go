package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// SlotKind is what opens a slot.
type SlotKind byte

// The kinds of slot. Their numbers are part of the format.
const (
	PassphraseSlot SlotKind = 1
	RecoverySlot   SlotKind = 2
	KeyringSlot    SlotKind = 3
)

// A Slot holds the vault's master key, wrapped under one secret. Whoever has
// the secret of any slot opens the vault.
type Slot struct {
	Kind    SlotKind
	Cost    Cost // of a passphrase slot
	Salt    []byte
	Nonce   []byte
	Wrapped []byte
}

const (
	labelSlot     = "sounding/slot/v1\x00"
	labelSlotKey  = "sounding/v1/slot"
	labelRecovery = "sounding/v1/recovery"
	labelKeyring  = "sounding/v1/keyring"
	wrappedSize   = len(Key{}) + TagSize
)

// ErrSecret says that a passphrase, code or keyring secret opens no slot.
var ErrSecret = errors.New("this does not open the vault")

// Owner is the vault that a slot belongs to; a slot opens in no other.
type Owner struct {
	Vault VaultID
	Epoch uint32
}

// NewPassphraseSlot wraps the master key under a passphrase, at a cost found
// by trying on this machine.
func NewPassphraseSlot(random io.Reader, owner Owner, master *Key, passphrase []byte, machine Machine) (Slot, error) {
	return newPassphraseSlot(random, owner, master, func(salt []byte) (Cost, []byte) {
		return calibrate(machine, func(cost Cost) []byte { return stretch(passphrase, salt, cost) })
	})
}

// NewPassphraseSlotAt wraps the master key at a given cost, which may not be
// below FloorCost.
func NewPassphraseSlotAt(random io.Reader, owner Owner, master *Key, passphrase []byte, cost Cost) (Slot, error) {
	if err := cost.check(); err != nil {
		return Slot{}, err
	}
	return newPassphraseSlot(random, owner, master, func(salt []byte) (Cost, []byte) {
		return cost, stretch(passphrase, salt, cost)
	})
}

func newPassphraseSlot(random io.Reader, owner Owner, master *Key, derive func(salt []byte) (Cost, []byte)) (Slot, error) {
	slot := Slot{Kind: PassphraseSlot, Salt: make([]byte, saltSize)}
	if _, err := io.ReadFull(random, slot.Salt); err != nil {
		return Slot{}, fmt.Errorf("make a slot: %w", err)
	}
	var secret []byte
	slot.Cost, secret = derive(slot.Salt)
	defer clear(secret)
	return slot.wrap(random, owner, master, secret)
}

// NewRecoverySlot wraps the master key under a recovery code.
func NewRecoverySlot(random io.Reader, owner Owner, master *Key, code RecoveryCode) (Slot, error) {
	return newSecretSlot(random, owner, master, RecoverySlot, code[:])
}

// NewKeyringSlot wraps the master key under 32 random bytes that the operating
// system's keyring holds.
func NewKeyringSlot(random io.Reader, owner Owner, master *Key, secret *Key) (Slot, error) {
	return newSecretSlot(random, owner, master, KeyringSlot, secret[:])
}

func newSecretSlot(random io.Reader, owner Owner, master *Key, kind SlotKind, secret []byte) (Slot, error) {
	slot := Slot{Kind: kind, Salt: make([]byte, saltSize)}
	if _, err := io.ReadFull(random, slot.Salt); err != nil {
		return Slot{}, fmt.Errorf("make a slot: %w", err)
	}
	return slot.wrap(random, owner, master, secret)
}

func (s Slot) wrap(random io.Reader, owner Owner, master *Key, secret []byte) (Slot, error) {
	key, err := s.key(secret)
	if err != nil {
		return Slot{}, err
	}
	defer key.Clear()
	aead, err := chacha20poly1305.NewX(key[:])
	if err != nil {
		return Slot{}, fmt.Errorf("make a slot: %w", err)
	}
	s.Nonce = make([]byte, chacha20poly1305.NonceSizeX)
	if _, err := io.ReadFull(random, s.Nonce); err != nil {
		return Slot{}, fmt.Errorf("make a slot: %w", err)
	}
	s.Wrapped = aead.Seal(nil, s.Nonce, master[:], s.associated(owner))
	return s, nil
}

// Open gives the master key. For a passphrase slot the secret is the passphrase
// as typed; for a recovery slot the 16 bytes of the code; for a keyring slot
// the 32 bytes held there. The errors are ErrSecret, ErrCost and ErrSlot.
func (s Slot) Open(owner Owner, secret []byte) (*Key, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if s.Kind == PassphraseSlot {
		secret = stretch(secret, s.Salt, s.Cost)
		defer clear(secret)
	}
	key, err := s.key(secret)
	if err != nil {
		return nil, err
	}
	defer key.Clear()
	aead, err := chacha20poly1305.NewX(key[:])
	if err != nil {
		return nil, fmt.Errorf("open a slot: %w", err)
	}
	master, err := aead.Open(nil, s.Nonce, s.Wrapped, s.associated(owner))
	if err != nil {
		return nil, ErrSecret
	}
	defer clear(master)
	return (*Key)(append([]byte(nil), master...)), nil
}

// ErrSlot says that a slot is not one this version can use.
var ErrSlot = errors.New("the vault's header holds a slot that makes no sense")

func (s Slot) check() error {
	if len(s.Salt) < saltSize || len(s.Salt) > longestSalt ||
		len(s.Nonce) != chacha20poly1305.NonceSizeX || len(s.Wrapped) != wrappedSize {
		return ErrSlot
	}
	switch s.Kind {
	case PassphraseSlot:
		return s.Cost.check()
	case RecoverySlot, KeyringSlot:
		return nil
	}
	return ErrSlot
}

func (s Slot) key(secret []byte) (*Key, error) {
	label, salt := labelSlotKey, []byte(nil)
	switch s.Kind {
	case RecoverySlot:
		label, salt = labelRecovery, s.Salt
	case KeyringSlot:
		label, salt = labelKeyring, s.Salt
	}
	derived, err := hkdf.Key(sha256.New, secret, salt, label, len(Key{}))
	if err != nil {
		return nil, fmt.Errorf("derive the key of a slot: %w", err)
	}
	defer clear(derived)
	return (*Key)(append([]byte(nil), derived...)), nil
}

// associated binds a slot to its vault and its own parameters, so that neither
// can be changed without the secret.
func (s Slot) associated(owner Owner) []byte {
	out := []byte(labelSlot)
	out = append(out, owner.Vault[:]...)
	out = binary.LittleEndian.AppendUint32(out, owner.Epoch)
	out = append(out, byte(s.Kind))
	out = binary.LittleEndian.AppendUint32(out, s.Cost.Memory)
	out = binary.LittleEndian.AppendUint32(out, s.Cost.Time)
	out = append(out, s.Cost.Threads)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(s.Salt)))
	return append(out, s.Salt...)
}
