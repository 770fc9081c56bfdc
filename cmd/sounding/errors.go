package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

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
	var lines []string
	for _, line := range []string{t.What, t.Safe, t.Next} {
		if line != "" {
			lines = append(lines, widget.Clean(line))
		}
	}
	fmt.Fprintln(p.Err, "sounding: "+strings.Join(lines, " "))
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
		asked(heldTrouble),
		asked(rolledBackTrouble),
		asked(unsavedTrouble),
		asked(func(e *store.Damaged) tui.Trouble {
			return tui.Trouble{What: sentence(e.Error()), Safe: safeDamaged, Next: nextDamaged, Severe: true}
		}),
		asked(func(e *seal.NewerError) tui.Trouble {
			return tui.Trouble{What: sentence(e.Error()), Safe: safeUntouched, Next: nextNewer}
		}),
		when(store.ErrHeld, tui.Trouble{What: whatHeld, Safe: safeUntouched, Next: nextHeld}),
		when(store.ErrWrongPassphrase, tui.Trouble{What: whatPassphrase, Safe: safeUntouched, Next: nextPassphrase}),
		when(store.ErrWrongRecovery, tui.Trouble{What: whatRecovery, Safe: safeUntouched, Next: nextRecovery}),
		when(seal.ErrRecoveryShape, tui.Trouble{What: whatRecoveryShape, Safe: safeUntouched, Next: nextRecovery}),
		when(seal.ErrRecoveryTypo, tui.Trouble{What: whatRecoveryTypo, Safe: safeUntouched, Next: nextRecovery}),
		when(store.ErrNotVault, tui.Trouble{What: whatNotVault, Safe: safeUntouched, Next: nextNotVault}),
		when(store.ErrHeaderDamaged, tui.Trouble{What: whatHeader, Safe: safeUntouched, Next: nextDamaged, Severe: true}),
		{is: func(err error) bool { return errors.Is(err, store.ErrFileDamaged) },
			say: func(err error) tui.Trouble {
				return tui.Trouble{What: sentence(err.Error()), Safe: safeUntouched, Next: nextDamaged, Severe: true}
			}},
		when(store.ErrNoFile, tui.Trouble{What: whatNoFile, Next: nextNoFile}),
		when(store.ErrExists, tui.Trouble{What: whatExists, Safe: safeUntouched, Next: nextExists}),
		when(store.ErrDiskFull, tui.Trouble{What: whatDiskFull, Safe: safeInMemory, Next: nextDiskFull, Severe: true}),
		when(store.ErrReplaced, tui.Trouble{What: whatReplaced, Safe: safeInMemory, Next: nextReplaced, Severe: true}),
		when(store.ErrUnknownOutcome, tui.Trouble{What: whatUnknown, Safe: safeInMemory, Next: nextUnknown, Severe: true}),
		when(store.ErrNoAccess, tui.Trouble{What: whatNoAccess, Safe: safeUnchanged, Next: nextNoAccess}),
		when(store.ErrReadOnly, tui.Trouble{What: whatReadOnly, Safe: safeUnchanged, Next: nextNoAccess}),
		when(store.ErrConflict, tui.Trouble{What: whatConflict, Safe: safeBothKept, Next: nextConflict}),
		when(store.ErrHold, tui.Trouble{What: whatHold, Safe: safeUnchanged, Next: nextHold}),
		when(store.ErrNoReflection, tui.Trouble{What: whatNoReflection, Next: nextNoReflection}),
		when(store.ErrKeyTooShort, tui.Trouble{What: whatEmptyPassphrase}),
		when(context.DeadlineExceeded, tui.Trouble{What: whatSlow, Safe: safeInMemory, Next: nextSlow, Severe: true}),
		when(fs.ErrPermission, tui.Trouble{What: whatNoAccess, Safe: safeUnchanged, Next: nextNoAccess}),
	}
}

func heldTrouble(e *engine.HeldError) tui.Trouble {
	what := whatHeld
	if h := e.Holder; h.Process != 0 {
		what = fmt.Sprintf(whatHeldSince, h.Process, h.Host, h.Since.Local().Format("15:04 on 2 January"))
	}
	return tui.Trouble{What: what, Safe: safeUntouched, Next: nextHeld}
}

func rolledBackTrouble(e *store.RolledBack) tui.Trouble {
	t := tui.Trouble{What: sentence(e.Error()), Safe: safeUntouched, Next: nextRolledBack, Severe: true}
	if !e.When.IsZero() {
		t.What += fmt.Sprintf(whatLastUsed, e.When.Local().Format("15:04 on Monday 2 January 2006"))
	}
	return t
}

func unsavedTrouble(e *store.Unsaved) tui.Trouble {
	t := describe(e.Cause)
	t.Severe = true
	t.Safe = safeInMemory
	if e.Rescue != "" {
		t.Safe = fmt.Sprintf(safeRescued, e.Rescue)
	}
	return t
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
