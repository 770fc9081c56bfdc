package engine

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"
)

// named is an error of the system together with what it means for a vault.
// Its words are those of the meaning; the cause stays reachable for errors.Is.
type named struct {
	meaning error
	cause   error
}

func (n *named) Error() string   { return fmt.Sprintf("%s (%s)", n.meaning, n.cause) }
func (n *named) Unwrap() []error { return []error{n.meaning, n.cause} }

// meaningOf is what one error number of the system means for a vault.
type meaningOf struct {
	number  syscall.Errno
	meaning error
}

// systemMeaning finds the meaning of an error by its number, and where bbolt
// has kept only the words of an error, by those.
func systemMeaning(err error) error {
	var number syscall.Errno
	known := errors.As(err, &number)
	for _, m := range meanings {
		if known && m.number == number || !known && strings.HasSuffix(err.Error(), ": "+m.number.Error()) {
			return m.meaning
		}
	}
	return nil
}

// classify adds the meaning to an error of the system: ErrDiskFull,
// ErrFileTooLarge, ErrDisk, ErrNoAccess, ErrFolder or ErrNoFile. Errors that
// have a meaning already, or none that is known, come back as they are.
func classify(err error) error {
	var already *named
	if err == nil || errors.As(err, &already) {
		return err
	}
	meaning := systemMeaning(err)
	switch {
	case meaning != nil:
	case errors.Is(err, fs.ErrNotExist):
		meaning = ErrNoFile
	case errors.Is(err, fs.ErrPermission):
		meaning = ErrNoAccess
	case errors.Is(err, io.ErrShortWrite), errors.Is(err, io.ErrUnexpectedEOF):
		meaning = ErrDisk
	default:
		return err
	}
	return &named{meaning: meaning, cause: err}
}
