package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// keyboard is the terminal device, for passphrases: they are never read from
// where answers come from.
type keyboard struct {
	in  *os.File
	out io.Writer
}

// errNoKeyboard says that there is nowhere to type a passphrase.
var errNoKeyboard = &usageError{noKeyboard}

const noKeyboard = "there is no terminal to type a passphrase on. Name a file with --passphrase-file or SOUNDING_PASSPHRASE_FILE."

// openKeyboard opens the terminal device.
func openKeyboard() (*keyboard, error) {
	f, err := os.OpenFile(terminalDevice, os.O_RDWR, 0)
	if err != nil {
		return nil, errNoKeyboard
	}
	return &keyboard{in: f, out: terminalOutput(f)}, nil
}

// secret asks for a line that is not shown.
func (k *keyboard) secret(prompt string) ([]byte, error) {
	if _, err := fmt.Fprint(k.out, prompt+" "); err != nil {
		return nil, fmt.Errorf("ask for a passphrase: %w", err)
	}
	typed, err := term.ReadPassword(int(k.in.Fd()))
	fmt.Fprintln(k.out)
	if err != nil {
		return nil, fmt.Errorf("read a passphrase: %w", err)
	}
	return typed, nil
}

// plain asks for a line that is shown.
func (k *keyboard) plain(prompt string) (string, error) {
	if _, err := fmt.Fprint(k.out, prompt+" "); err != nil {
		return "", fmt.Errorf("ask: %w", err)
	}
	line, err := bufio.NewReader(k.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("read an answer: %w", err)
	}
	return string(bytes.TrimRight([]byte(line), "\r\n")), nil
}

// say prints words for the person at the terminal.
func (k *keyboard) say(text string) { fmt.Fprintln(k.out, wrapped(k.in, text)) }

func (k *keyboard) close() {
	// Nothing was written that could be lost.
	_ = k.in.Close()
}

// secretFile is the longest passphrase file that is read: a passphrase, not a
// file named by mistake.
const secretFile = 4096

// readSecretFile reads a passphrase from a file, without its one trailing line
// end.
func readSecretFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usage("the passphrase file %s cannot be read", path)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, secretFile+1))
	if err != nil || len(data) > secretFile {
		return nil, usage("the passphrase file %s is not a file with one passphrase", path)
	}
	data = bytes.TrimSuffix(data, []byte("\n"))
	data = bytes.TrimSuffix(data, []byte("\r"))
	if len(data) == 0 {
		return nil, usage("the passphrase file %s is empty", path)
	}
	return data, nil
}
