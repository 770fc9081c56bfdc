package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Holder says who has a vault open. It is written beside the vault for the
// next process to read, and holds nothing a person wrote.
type Holder struct {
	Process int       `json:"process"` // process id
	Host    string    `json:"host"`    // name of the computer
	Since   time.Time `json:"since"`   // when it was opened, UTC
}

// HeldError is ErrHeld with what is known of the other process. Holder is the
// zero value when its note could not be read: that the vault is held is
// certain all the same.
type HeldError struct {
	Holder Holder
}

// Error names the other process when it is known.
func (e *HeldError) Error() string {
	if e.Holder.Process == 0 {
		return ErrHeld.Error()
	}
	return fmt.Sprintf(heldBy, ErrHeld, e.Holder.Process, e.Holder.Host,
		e.Holder.Since.Local().Format("2 Jan 2006 15:04"))
}

// Is makes a HeldError an ErrHeld.
func (e *HeldError) Is(target error) bool { return target == ErrHeld }

// noteSuffix is added to the path of the vault for the lock note.
const noteSuffix = ".lock"

// maxNote is the most of a note that is read, in bytes.
const maxNote = 1024

// retryEvery is the pause between two tries for a lock.
const retryEvery = 50 * time.Millisecond

// hold is the lock on a vault's place: on the note beside it, not on the vault
// itself, so that it lasts while the file is closed, renamed and reopened. The
// lock is the truth and dies with its process; the note's words only say whose
// it is, so a note left by a crash misleads nobody.
type hold struct {
	note *os.File
}

// takeHold waits up to options.Timeout for the lock beside path. A HeldError
// tells who has it.
func takeHold(path string, options Options) (*hold, error) {
	note, err := os.OpenFile(path+noteSuffix, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock vault: %w", classify(err))
	}
	if err := waitForLock(note, true, options); err != nil {
		holder := readHolder(note)
		err = first(err, note.Close)
		if errors.Is(err, errLocked) {
			return nil, fmt.Errorf("lock vault: %w", &HeldError{Holder: holder})
		}
		return nil, fmt.Errorf("lock vault: %w", classify(err))
	}
	held := &hold{note: note}
	// A full disk must not keep a person from reading: the lock holds without
	// its words.
	if err := held.sign(options.Now()); err != nil && !errors.Is(classify(err), ErrDiskFull) {
		return nil, fmt.Errorf("lock vault: %w", first(classify(err), held.release))
	}
	return held, nil
}

// waitForLock tries to lock a file, alone or with other readers, until
// options.Timeout has passed, counting its own pauses rather than the clock.
func waitForLock(file *os.File, alone bool, options Options) error {
	for waited := time.Duration(0); ; waited += retryEvery {
		err := tryLock(file, alone)
		if !errors.Is(err, errLocked) || waited >= options.Timeout {
			return err
		}
		options.Wait(retryEvery)
	}
}

// errLocked: another open file has the lock.
var errLocked = errors.New("locked")

func (h *hold) sign(now time.Time) error {
	host, err := os.Hostname()
	if err != nil {
		host = "" // a computer without a name is still a holder
	}
	words, err := json.Marshal(Holder{Process: os.Getpid(), Host: host, Since: now.UTC().Truncate(time.Second)})
	if err != nil {
		return err
	}
	if err := h.note.Truncate(0); err != nil {
		return err
	}
	_, err = h.note.WriteAt(words, 0)
	return err
}

// release empties the note and lets the lock go. The note itself stays: taking
// it away would let two processes lock two files of the same name.
func (h *hold) release() error {
	err := h.note.Truncate(0)
	if errors.Is(classify(err), ErrDiskFull) {
		err = nil // stale words in the note mislead nobody
	}
	return first(err, h.note.Close)
}

// readHolder reads a note as far as it makes sense.
func readHolder(note io.ReaderAt) Holder {
	words, err := io.ReadAll(io.NewSectionReader(note, 0, maxNote))
	if err != nil {
		return Holder{}
	}
	var holder Holder
	if json.Unmarshal(words, &holder) != nil || holder.Process <= 0 || len(holder.Host) > 255 {
		return Holder{}
	}
	return holder
}
