//go:build !linux

package main

// dropTyped leaves half a line where it is: each system has its own call for
// that, and a passphrase that is refused can be typed again.
func dropTyped() {}
