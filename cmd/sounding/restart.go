package main

import (
	"fmt"
	"os"
)

// restart says that the program is to begin again, locked: the vault is closed
// and everything dropped.
type restart struct{ args []string }

func (r *restart) Error() string { return "locked" }

// run replaces the process. It comes back only where that cannot be done.
func (r *restart) run() error {
	path, err := os.Executable()
	if err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	dropTyped()
	if err := become(path, append([]string{path}, r.args...), append(os.Environ(), afterLock+"=1")); err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	return nil
}
