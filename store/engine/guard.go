package engine

import (
	"errors"
	"runtime/debug"
)

// faultError is a panic or memory fault inside bbolt, caught by guard. The
// panic's own words are dropped: they may quote keys.
type faultError struct{}

func (faultError) Error() string { return "the vault's file could not be read where it should be" }

// Is makes every fault count as damage.
func (faultError) Is(target error) bool { return target == ErrDamaged }

// guard runs work that touches the mapped file and turns a panic or a fault of
// the map (a page that is not there, a disk that no longer reads) into an
// error. Turning faults into panics holds for one goroutine only, so every
// goroutine that calls bbolt must do so within guard, and work must not start
// another.
func guard(work func() error) (err error) {
	before := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(before)
	defer func() {
		if caught := recover(); caught != nil {
			err = faultError{}
		}
	}()
	return work()
}

func isFault(err error) bool {
	var fault faultError
	return errors.As(err, &fault)
}
