package store

import (
	"crypto/rand"
	"io"
	"time"

	"sounding/store/engine"
	"sounding/store/seal"
)

// Options say how a vault is opened. Everything has a default.
type Options struct {
	// Now is the clock, time.Now if nil. It is for display and for retention;
	// order never depends on it.
	Now func() time.Time
	// Random is the source of keys, ids and nonces, crypto/rand if nil.
	Random io.Reader
	// Anchors is the folder that remembers the last save of each vault outside
	// its file. Empty means none: a file put back to an earlier day then goes
	// unnoticed.
	Anchors string
	// Backups are the folders that finished backups go to. The first is kept on
	// this machine; a second may be elsewhere and need not be there.
	Backups []string
	// Rescue is the folder for what could not be saved; the vault's own if empty.
	Rescue string
	// ReadOnly opens for reading and takes no lock.
	ReadOnly bool
	// Version is that of the program, written into new headers.
	Version string
	// Timeout is how long to wait for another process to let go of the vault.
	Timeout time.Duration
	// Memory is how much memory the machine has, in bytes; 0 where unknown.
	Memory uint64
	// Ballast is the engine's: the size of the file dropped when a disk is full.
	Ballast int64

	cost  *seal.Cost  // of a passphrase, in tests of this package; nil is calibrated
	steps []migration // likewise; nil is migrations()
}

func (o Options) settled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.steps == nil {
		o.steps = migrations()
	}
	if o.Memory == 0 {
		o.Memory = machineMemory()
	}
	return o
}

func (o Options) engine() engine.Options {
	return engine.Options{
		Buckets: buckets(), ReadOnly: o.ReadOnly, Timeout: o.Timeout, Ballast: o.Ballast, Now: o.Now,
	}
}

func (o Options) machine() seal.Machine {
	return seal.Machine{Now: o.Now, Memory: o.Memory}
}

// passphraseSlot wraps a master key under a passphrase at the cost that is due.
func (o Options) passphraseSlot(owner seal.Owner, master *seal.Key, passphrase []byte) (seal.Slot, error) {
	if len(passphrase) == 0 {
		return seal.Slot{}, ErrKeyTooShort
	}
	if o.cost != nil {
		return seal.NewPassphraseSlotAt(o.Random, owner, master, passphrase, *o.cost)
	}
	return seal.NewPassphraseSlot(o.Random, owner, master, passphrase, o.machine())
}

// RecoveryCode opens a vault without its passphrase; see seal.RecoveryCode.
type RecoveryCode = seal.RecoveryCode

// ParseRecoveryCode reads a code as a person types it.
func ParseRecoveryCode(typed string) (RecoveryCode, error) { return seal.ParseRecoveryCode(typed) }
