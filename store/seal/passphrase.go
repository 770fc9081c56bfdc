package seal

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Cost is what one guess at a passphrase costs: Argon2id with Memory in KiB,
// Time passes and Threads lanes.
type Cost struct {
	Memory  uint32
	Time    uint32
	Threads uint8
}

// startCost is where the search for a vault's cost begins: about half a second
// on a laptop of 2020 or later.
func startCost() Cost { return Cost{Memory: 256 << 10, Time: 3, Threads: 4} }

// FloorCost is the least that a vault is ever made or opened with: the second
// recommended option of RFC 9106 (Biryukov, Dinu, Khovratovich and Josefsson
// 2021), section 4.
func FloorCost() Cost { return Cost{Memory: 64 << 10, Time: 3, Threads: 4} }

const (
	ceilingMemory = 4 << 20 // KiB: 4 GiB
	ceilingTime   = 64

	tooSlow     = 1200 * time.Millisecond
	littleRAM   = 4 << 30
	saltSize    = 16
	longestSalt = 64
)

// ErrCost says that a slot asks for less work than is safe or for more than is
// sane: someone has changed it, or it was made by something else.
var ErrCost = errors.New("the passphrase slot asks for an amount of work outside its limits")

// check refuses a downgrade, and a cost that would only exhaust the machine.
func (c Cost) check() error {
	floor := FloorCost()
	if c.Memory < floor.Memory || c.Time < floor.Time || c.Threads < floor.Threads ||
		c.Memory > ceilingMemory || c.Time > ceilingTime {
		return ErrCost
	}
	return nil
}

// Machine is what a calibration needs to know of where it runs.
type Machine struct {
	Now    func() time.Time
	Memory uint64 // bytes fitted; 0 where it cannot be told
}

// stretch derives 32 bytes from a passphrase. The passphrase is normalised
// (Unicode NFC), so that é typed on two keyboards is one letter; it is not
// trimmed.
func stretch(passphrase []byte, salt []byte, cost Cost) []byte {
	normal := norm.NFC.Append(nil, passphrase...) // a copy: the caller's own is not ours to clear
	defer clear(normal)
	derived := argon2.IDKey(normal, salt, cost.Time, cost.Memory, cost.Threads, uint32(len(Key{})))
	debug.FreeOSMemory() // give back what the derivation took
	return derived
}

// calibrate finds the highest cost from startCost down, by halves of memory,
// at which derive takes no longer than about a second, and gives what was
// derived at it.
func calibrate(machine Machine, derive func(Cost) []byte) (Cost, []byte) {
	cost, floor := startCost(), FloorCost()
	if machine.Memory > 0 && machine.Memory < littleRAM {
		cost.Memory /= 2
	}
	for {
		started := machine.Now()
		derived := derive(cost)
		if cost.Memory/2 < floor.Memory || machine.Now().Sub(started) <= tooSlow {
			return cost, derived
		}
		clear(derived)
		cost.Memory /= 2
	}
}

// String tells a cost as a person may read it.
func (c Cost) String() string {
	return fmt.Sprintf("Argon2id, %d MiB, %d passes, %d lanes", c.Memory>>10, c.Time, c.Threads)
}
