package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"sounding/export"
	"sounding/tui"
)

// textLimit is the most that a file for weigh, calibrate, listen, wording or
// identifiers may hold, in bytes.
const textLimit = 10 << 20

// readText reads a file of at most textLimit, or standard input for "-".
func (p *Program) readText(path string) ([]byte, error) { return p.readUpTo(path, textLimit) }

// readUpTo reads a file, or standard input for "-". A file that is too large is
// refused by its size, without being read; of a pipe no more than the limit is
// read.
func (p *Program) readUpTo(path string, limit int64) ([]byte, error) {
	in := p.In
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, &unreadableError{path, err}
		}
		defer file.Close()
		if about, err := file.Stat(); err == nil && about.Mode().IsRegular() && about.Size() > limit {
			return nil, tooLarge(path, limit)
		}
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, &unreadableError{path, err}
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(path, limit)
	}
	return data, nil
}

func tooLarge(path string, limit int64) error { return usage(sayTooLarge, inputName(path), limit>>20) }

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
	return fmt.Sprintf(sayUnreadable, inputName(e.path), whyNot(e.path, e.cause))
}

// whyNot says what the system had against a file, in words.
func whyNot(path string, cause error) string {
	switch {
	case errors.Is(cause, fs.ErrNotExist):
		return whyNotThere
	case errors.Is(cause, fs.ErrPermission):
		return whyNotAllowed
	case errors.Is(cause, syscall.ENOSPC):
		return whyFull
	case errors.Is(cause, syscall.ENOTDIR):
		return whyFile
	case errors.Is(cause, syscall.EROFS):
		return whyReadOnly
	case isFolder(path):
		return whyFolder
	}
	return whyUnreadable
}

// fileTrouble is what the system had against a file that nothing else explains.
func fileTrouble(e *fs.PathError) tui.Trouble {
	return tui.Trouble{What: sentence(fmt.Sprintf(sayUnusable, inputName(e.Path), whyNot(e.Path, e.Err))), Safe: safeUnchanged, Next: nextPath}
}

// printTrouble is what kept something from being printed. Standard output is no
// file to the person who asked for it.
func (p *Program) printTrouble(err error) (tui.Trouble, bool) {
	var e *fs.PathError
	out, ok := p.Out.(*os.File)
	if !ok || !errors.As(err, &e) || e.Op != "write" || e.Path != out.Name() {
		return tui.Trouble{}, false
	}
	return tui.Trouble{What: sentence(fmt.Sprintf(sayNotPrinted, whyNot(e.Path, e.Err))), Next: nextPrint}, true
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
