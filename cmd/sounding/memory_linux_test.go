package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"sounding/internal/termtest"
)

// After a lock the process holds neither what was written nor the passphrase:
// its memory is read page by page, as a thief with the machine would.
func TestTerminal_holdsNothingInMemoryOnceItIsLocked(t *testing.T) {
	home := t.TempDir()
	term := firstRun(t, home)
	const canary = "quixotzebraw"
	term.Keys(t, "n")
	term.WaitFor(t, "the walks", says("What kind of reflection?"))
	term.Keys(t, "down", "enter")
	term.WaitFor(t, "the lengths", says("How long do you have?"))
	term.Keys(t, "1", "enter")
	term.WaitFor(t, "the first step", says("What is it about?  ("))
	term.Keys(t, "ctrl+n")
	term.WaitFor(t, "the explanations", says("> What might be going on?"))
	term.Type(t, canary)
	term.WaitFor(t, "what was typed", says(canary))
	if found := inMemory(t, term.Process(), canary); found == 0 {
		t.Fatal("the open program's memory cannot be searched: the test would find nothing")
	}
	term.Keys(t, "ctrl+l")
	term.WaitFor(t, "the lock", func(s termtest.Screen) bool { return s.Contains("Your passphrase") })
	for _, secret := range []string{canary, passphrase} {
		if found := inMemory(t, term.Process(), secret); found > 0 {
			t.Errorf("%q is in the memory of the locked program %d times", secret, found)
		}
	}
}

// inMemory counts how often a text stands in a process's writable memory, as
// UTF-8 or UTF-16.
func inMemory(t *testing.T, process int, text string) int {
	t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", process))
	if errors.Is(err, fs.ErrPermission) {
		t.Skip("this system does not let a process's memory be read")
	}
	if err != nil {
		t.Fatal(err)
	}
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", process))
	if errors.Is(err, fs.ErrPermission) {
		t.Skip("this system does not let a process's memory be read")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer memory.Close()
	var wide []byte
	for _, u := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	found := 0
	for _, line := range strings.Split(string(maps), "\n") {
		var from, to uint64
		var mode string
		if n, _ := fmt.Sscanf(line, "%x-%x %s", &from, &to, &mode); n != 3 || !strings.HasPrefix(mode, "rw") {
			continue
		}
		page := make([]byte, 1<<20)
		for at := from; at < to; at += uint64(len(page)) - 64 {
			n, _ := memory.ReadAt(page[:min(uint64(len(page)), to-at)], int64(at))
			found += bytes.Count(page[:n], []byte(text)) + bytes.Count(page[:n], wide)
			if to-at <= uint64(len(page)) {
				break
			}
		}
	}
	return found
}
