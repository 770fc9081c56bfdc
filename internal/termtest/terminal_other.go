//go:build !unix

package termtest

import (
	"os"
	"testing"
)

// Terminal stands for a terminal where there are no pseudo-terminals.
type Terminal struct{ Home string }

// Start skips the test: this platform has no pseudo-terminal to run in.
func Start(t testing.TB, _ Options) *Terminal {
	t.Helper()
	t.Skip("no pseudo-terminals on this platform")
	return &Terminal{}
}

func (*Terminal) look() (Screen, <-chan struct{}, bool) { return Screen{}, nil, true }

// Screen is never reached: Start skips.
func (*Terminal) Screen() Screen { return Screen{} }

// Raw is never reached: Start skips.
func (*Terminal) Raw() []byte { return nil }

// Send is never reached: Start skips.
func (*Terminal) Send(testing.TB, string) {}

// Resize is never reached: Start skips.
func (*Terminal) Resize(testing.TB, int, int) {}

// Signal is never reached: Start skips.
func (*Terminal) Signal(testing.TB, os.Signal) {}

// HangUp is never reached: Start skips.
func (*Terminal) HangUp(testing.TB) {}

// Wait is never reached: Start skips.
func (*Terminal) Wait(testing.TB) int { return 0 }

// Close is never reached: Start skips.
func (*Terminal) Close() {}

// Process is 0.
func (*Terminal) Process() int { return 0 }
