package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"sounding/export"
)

// textLimit is the most that a file for weigh, calibrate, listen, wording or
// identifiers may hold, in bytes.
const textLimit = 10 << 20

// readText reads a file, or standard input for "-". A file that is too large is
// refused by its size, without being read; of a pipe no more than the limit is
// read.
func (p *Program) readText(path string) ([]byte, error) {
	in := p.In
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, &unreadableError{path, err}
		}
		defer file.Close()
		if about, err := file.Stat(); err == nil && about.Mode().IsRegular() && about.Size() > textLimit {
			return nil, tooLarge(path)
		}
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, textLimit+1))
	if err != nil {
		return nil, &unreadableError{path, err}
	}
	if len(data) > textLimit {
		return nil, tooLarge(path)
	}
	return data, nil
}

func tooLarge(path string) error { return usage(sayTooLarge, inputName(path), textLimit>>20) }

// inputName is what a file is called in a sentence; a sentence can begin
// with it without changing the file's name.
func inputName(path string) string {
	if path == "-" {
		return nameStdin
	}
	return nameFile + path
}

// unreadableError is a file that cannot be read at all. It does not unwrap: what
// is said of the vault's own file does not fit here.
type unreadableError struct {
	path  string
	cause error
}

func (e *unreadableError) Error() string {
	why := whyUnreadable
	switch {
	case errors.Is(e.cause, fs.ErrNotExist):
		why = whyNotThere
	case errors.Is(e.cause, fs.ErrPermission):
		why = whyNotAllowed
	case isFolder(e.path):
		why = whyFolder
	}
	return fmt.Sprintf(sayUnreadable, inputName(e.path), why)
}

func isFolder(path string) bool {
	about, err := os.Stat(path)
	return err == nil && about.IsDir()
}

// inputError says which file it is that is not in the right form.
type inputError struct {
	path  string
	cause error
}

func (e *inputError) Error() string {
	return fmt.Sprintf(sayInFile, inputName(e.path), strings.TrimPrefix(e.cause.Error(), export.ErrInput.Error()+": "))
}

func (e *inputError) Unwrap() error { return e.cause }

// inFile names the file in an error of its reader.
func inFile(path string, err error) error {
	if err == nil {
		return nil
	}
	return &inputError{path, err}
}
