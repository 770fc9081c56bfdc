package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"sounding/content"
	"sounding/export"
	"sounding/journal"
	"sounding/store"
	"sounding/store/engine"
	"sounding/store/seal"
	"sounding/tui"
	"sounding/tui/widget"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitHeld    = 3
	exitSecret  = 4
	exitDamaged = 5
)

// usageError is a call that was wrong.
type usageError struct{ why string }

func (e *usageError) Error() string { return e.why }

func usage(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// exitCode gives the code of an error from the table above.
func exitCode(err error) int {
	var wrong *usageError
	var held *engine.HeldError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &wrong), errors.Is(err, export.ErrInput):
		return exitUsage
	case errors.As(err, &held), errors.Is(err, store.ErrHeld):
		return exitHeld
	case errors.Is(err, store.ErrWrongPassphrase), errors.Is(err, store.ErrWrongRecovery),
		errors.Is(err, seal.ErrRecoveryShape), errors.Is(err, seal.ErrRecoveryTypo):
		return exitSecret
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrFileDamaged),
		errors.Is(err, store.ErrHeaderDamaged), errors.Is(err, store.ErrNotVault):
		return exitDamaged
	}
	return exitFailed
}

// complain says an error once, in words, on standard error.
func (p *Program) complain(err error) {
	t := describe(err)
	if printing, ok := p.printTrouble(err); ok {
		t = printing
	}
	if errors.Is(err, store.ErrWrongPassphrase) {
		t.Next = nextPassphrase // there is no key to press here
	}
	var unsaved *store.Unsaved
	if errors.As(err, &unsaved) && unsaved.Rescue == "" {
		// The program ends here, so nothing is in memory any more.
		m, _ := store.Explain(unsaved.Cause)
		t = tui.Trouble{What: whatNotKept + " " + m.What, Safe: safeSaved, Next: nextAgain}
	}
	var lines []string
	for _, line := range []string{t.What, t.Safe, t.Next} {
		if line != "" {
			lines = append(lines, widget.Clean(line))
		}
	}
	fmt.Fprintln(p.Err, wrapped(p.Err, "sounding: "+strings.Join(lines, " ")))
}

// wrapped breaks a paragraph between words where it goes to a terminal; a file or
// a pipe gets it in one line.
func wrapped(to any, text string) string {
	f, ok := terminal(to)
	if !ok {
		return text
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 1 {
		return text
	}
	return strings.Join(widget.Wrap(text, width), "\n")
}

// describe turns an error into what happened, what is safe and what to do next.
// It is the one place where that is done. What it does not know it names by
// the error's own words, which never hold what a person wrote.
func describe(err error) tui.Trouble {
	for _, row := range troubles() {
		if row.is(err) {
			return row.say(err)
		}
	}
	return tui.Trouble{What: sentence(err.Error()), Safe: safeUnchanged}
}

type trouble struct {
	is  func(error) bool
	say func(error) tui.Trouble
}

func when(target error, t tui.Trouble) trouble {
	return trouble{
		is:  func(err error) bool { return errors.Is(err, target) },
		say: func(error) tui.Trouble { return t },
	}
}

func asked[T error](say func(T) tui.Trouble) trouble {
	return trouble{
		is: func(err error) bool { var e T; return errors.As(err, &e) },
		say: func(err error) tui.Trouble {
			var e T
			errors.As(err, &e)
			return say(e)
		},
	}
}

func troubles() []trouble {
	return []trouble{
		asked(func(e *usageError) tui.Trouble { return tui.Trouble{What: sentence(e.why)} }),
		asked(func(e *settingsError) tui.Trouble {
			return tui.Trouble{What: sentence(e.Error()), Safe: safeSettings, Next: fmt.Sprintf(nextSettings, e.path)}
		}),
		asked(func(e *journal.Refusal) tui.Trouble { return tui.Trouble{What: sentence(e.Why), Safe: safeUnchanged} }),
		{is: func(err error) bool { return errors.Is(err, export.ErrInput) },
			say: func(err error) tui.Trouble {
				return tui.Trouble{What: sentence(err.Error()), Safe: safeNothingRead, Next: nextFormats}
			}},
		when(errNoKeyring, tui.Trouble{What: whatNoKeyring, Safe: safeKeyring, Next: nextNoKeyring}),
		when(errKeyringOff, tui.Trouble{What: whatNoKeyring, Safe: safeKeyring, Next: nextKeyringOff}),
		when(errKeyringLeft, tui.Trouble{What: whatKeyringLeft, Safe: safeKeyringLeft, Next: nextKeyringLeft}),
		when(errKeyringSecret, tui.Trouble{What: whatKeyringSecret, Safe: safeKeyring, Next: nextKeyring}),
		asked(func(*leftAlone) tui.Trouble { return tui.Trouble{What: safeUnchanged} }),
		asked(func(e *checkError) tui.Trouble { return tui.Trouble{What: sentence(e.Error()), Safe: safeUnchanged} }),
		asked(func(e *drillError) tui.Trouble { return tui.Trouble{What: sentence(e.Error()), Safe: safeUnchanged} }),
		asked(func(e *backupError) tui.Trouble { return tui.Trouble{What: sentence(e.Error()), Safe: safeUnchanged} }),
		{is: func(err error) bool { _, ok := store.Explain(err); return ok }, say: vaultTrouble},
		when(context.DeadlineExceeded, tui.Trouble{What: whatSlow, Safe: safeInMemory, Next: nextSlow, Severe: true}),
		asked(func(e *unreadableError) tui.Trouble {
			return tui.Trouble{What: sentence(e.Error()), Safe: safeUnchanged, Next: nextPath}
		}),
		asked(fileTrouble),
		when(content.ErrFolderInUse, tui.Trouble{What: whatFolderInUse, Safe: safeUnchanged, Next: nextFolderInUse}),
		when(fs.ErrPermission, tui.Trouble{What: whatNoAccess, Safe: safeUnchanged, Next: nextNoAccess}),
	}
}

// vaultTrouble is an error of the vault in the store's own words. Where the vault
// is damaged, what to do names the newest backup that is there.
func vaultTrouble(err error) tui.Trouble {
	m, _ := store.Explain(err)
	t := tui.Trouble{What: m.What, Safe: m.Safe, Next: m.Next}
	var here *damagedHere
	if errors.As(err, &here) {
		t.Next = fmt.Sprintf(nextBackup, here.backup)
	}
	for _, severe := range []error{
		store.ErrRolledBack, store.ErrDamaged, store.ErrFileDamaged, store.ErrHeaderDamaged, store.ErrDiskFull,
		engine.ErrFileTooLarge, engine.ErrDisk, store.ErrReplaced, store.ErrUnknownOutcome,
	} {
		t.Severe = t.Severe || errors.Is(err, severe)
	}
	var unsaved *store.Unsaved
	t.Severe = t.Severe || errors.As(err, &unsaved)
	return t
}

// damagedHere is damage to the vault, with the newest backup there is.
type damagedHere struct {
	cause  error
	backup string
}

func (e *damagedHere) Error() string { return e.cause.Error() }
func (e *damagedHere) Unwrap() error { return e.cause }

// withBackup names the newest backup beside an error that calls for one. It goes
// by the names of the files, since a vault that does not open cannot be asked.
func withBackup(err error, folders []string) error {
	if !errors.Is(err, store.ErrFileDamaged) && !errors.Is(err, store.ErrHeaderDamaged) || errors.Is(err, store.ErrNotVault) {
		return err
	}
	for _, folder := range folders {
		files, listed := filepath.Glob(filepath.Join(folder, "sounding-*.backup"))
		if listed != nil || len(files) == 0 {
			continue
		}
		newest := slices.MaxFunc(files, func(a, b string) int { return strings.Compare(madeOn(a), madeOn(b)) })
		return &damagedHere{err, newest}
	}
	return err
}

// madeOn is the part of a backup's name that says when it was made.
func madeOn(path string) string {
	parts := strings.Split(filepath.Base(path), "-")
	return parts[min(2, len(parts)-1)]
}

// sentence makes a sentence of an error's words: a capital first, a full stop
// last.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return text
	}
	first := []rune(text)
	first[0] = []rune(strings.ToUpper(string(first[0])))[0]
	text = string(first)
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
		text += "."
	}
	return text
}
