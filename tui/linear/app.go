package linear

import (
	"context"
	"errors"
	"io"
	"time"

	"sounding/journal"
)

// Vault is what the linear mode needs of the store.
type Vault interface {
	List() []journal.Summary
	Load(ctx context.Context, id journal.ID) (journal.Reflection, journal.Walk, error)
	Begin(ctx context.Context, w *journal.Walk, length journal.Length) (journal.Reflection, error)
	Grow(ctx context.Context, from *journal.Reflection, w *journal.Walk, length journal.Length) (journal.Reflection, error)
	// Tidy drops what was begun in this sitting and has no word in it.
	Tidy(ctx context.Context) error
	Search(ctx context.Context, words string) ([]journal.Hit, int, error)
	Revisions(ctx context.Context, id journal.ID) ([]journal.Revision, error)
	Revision(ctx context.Context, id journal.ID, number uint64) (journal.Reflection, error)
	Restore(ctx context.Context, id journal.ID, number uint64) error
	Trash(ctx context.Context, id journal.ID) error
	Trashed(ctx context.Context) ([]journal.Summary, error)
	Untrash(ctx context.Context, id journal.ID) error
	Erase(ctx context.Context, id journal.ID) ([]string, error)
	Preferences() journal.Preferences
	SetPreferences(journal.Preferences) error
	Keeping
}

// Keeping is what the linear mode needs of how long things are kept, and of the
// vault itself.
type Keeping interface {
	Care() []string // what to know of the vault, a sentence each
	KeptLongEnough() []journal.Summary
	KeptFor() []string
	SetKeptFor(lines []string) error
	Held() []journal.Choice
	ChangeHold(entry string) error
	IsHeld(id journal.ID) bool
	SetHold(ctx context.Context, id journal.ID, why string) error
	ReleaseHold(ctx context.Context, id journal.ID) error
	Keyring() bool
	SetKeyring(on bool) error
}

// Writer keeps what is written. Put never waits; File makes a revision.
type Writer interface {
	Put(journal.Reflection)
	Flush(ctx context.Context) error
	File(ctx context.Context, id journal.ID) error
}

// Shelf is what the linear mode needs of the packs.
type Shelf interface {
	Walks() []journal.Walk
	Catalogue() *journal.Catalogue
}

// App is one run of the linear mode over an open vault.
type App struct {
	Vault  Vault
	Writer Writer
	Shelf  Shelf
	Now    func() time.Time

	// Library is what there is to read; nil: nothing.
	Library Library

	// Mirror says what can be told of an utterance, a line each; nil says
	// nothing.
	Mirror func(utterance string) []string
	// Think is what reasoning tells with the packs' tables.
	Think Reasoning
	// Back finds out what happened next; nil leaves all but the days out.
	Back LookBack
	// Export writes a reflection, or its one page alone, as Markdown to a new file
	// and names it. What is named by its key in replace has its pseudonym there.
	Export func(r journal.Reflection, page bool, replace map[string]bool) (string, error)
	// Names finds what could name somebody; nil looks for nothing.
	Names Names
	// Language is what can be told of the words a person writes.
	Language Language
	// Spent takes the time that went to each step, where the person asked for that
	// to be counted; nil counts nothing.
	Spent func(walk string, steps map[string]time.Duration, another bool)
	// Explain puts an error of the vault into words; false for any other. Nil
	// ends on every error.
	Explain func(error) (string, bool)
	// Machine reads and changes the settings of this machine, by name.
	Machine Machine

	talk *talk
}

// Machine holds the settings that belong to the machine.
type Machine interface {
	Get(name string) string
	Set(name, value string) error
}

// ErrLock says that the person asked to lock.
var ErrLock = errors.New("lock")

// errStop ends what is going on and goes back home; errLeave ends the program.
var (
	errStop  = errors.New("stop")
	errLeave = errors.New("leave")
)

// Run is home: it asks what to do until the person leaves, locks, or the input
// ends. Everything written is saved before it returns.
func (a *App) Run(ctx context.Context, in io.Reader, out io.Writer) error {
	a.talk = newTalk(in, out)
	err := a.home(ctx)
	return a.close(ctx, err)
}

// RunWalk goes straight to one reflection, then ends.
func (a *App) RunWalk(ctx context.Context, r journal.Reflection, w journal.Walk, in io.Reader, out io.Writer) error {
	a.talk = newTalk(in, out)
	err := a.walk(ctx, &r, &w)
	return a.close(ctx, err)
}

func (a *App) close(ctx context.Context, err error) error {
	if flushed := a.Writer.Flush(ctx); flushed != nil {
		return flushed
	}
	if errors.Is(err, errLeave) || errors.Is(err, errStop) || errors.Is(err, errEnded) {
		err = nil
	}
	if err == nil {
		return a.talk.wrong
	}
	return err
}

type command struct {
	choice journal.Choice
	do     func(*App, context.Context) error
}

func commands() []command {
	return []command{
		{journal.Choice{ID: "continue", Label: homeContinue}, (*App).resume},
		{journal.Choice{ID: "new", Label: homeNew}, (*App).begin},
		{journal.Choice{ID: "jot", Label: homeJot}, (*App).jot},
		{journal.Choice{ID: "list", Label: homeList}, (*App).list},
		{journal.Choice{ID: "search", Label: homeSearch}, (*App).search},
		{journal.Choice{ID: "due", Label: homeDue}, (*App).due},
		{journal.Choice{ID: "insights", Label: homeInsights}, (*App).insights},
		{journal.Choice{ID: "library", Label: homeLibrary}, (*App).library},
		{journal.Choice{ID: "standards", Label: homeStandards}, (*App).standards},
		{journal.Choice{ID: "trash", Label: homeTrash}, (*App).trash},
		{journal.Choice{ID: "settings", Label: homeSettings}, (*App).settings},
		{journal.Choice{ID: "lock", Label: homeLock}, func(*App, context.Context) error { return ErrLock }},
		{journal.Choice{ID: "leave", Label: homeLeave}, func(*App, context.Context) error { return errLeave }},
	}
}

func (a *App) home(ctx context.Context) error {
	a.talk.say("%s", welcome)
	a.reminders()
	all := commands()
	var choices []journal.Choice
	for _, c := range all {
		choices = append(choices, c.choice)
	}
	a.talk.gap()
	a.talk.list(homeQuestion, choices)
	for {
		i, err := a.talk.chosen(homeQuestion, choices, false)
		if err != nil {
			return err
		}
		if err := all[i].do(a, ctx); err != nil && !errors.Is(err, errStop) {
			return err
		}
		a.talk.gap()
		a.talk.say("%s", homeNext)
	}
}

// reminders says what a person would want to know on coming in.
func (a *App) reminders() {
	if !a.Vault.Preferences().RecoveryOK {
		a.talk.say("%s", remindRecovery)
	}
	for _, line := range a.Vault.Care() {
		a.talk.say("%s", line)
	}
	if kept := len(a.Vault.KeptLongEnough()); kept > 0 {
		a.talk.say(remindKept, journal.Counted(kept, "reflection has", "reflections have"))
	}
	drafts := 0
	for _, s := range a.Vault.List() {
		if s.Status == journal.StatusDraft {
			drafts++
		}
	}
	if drafts > 0 {
		a.talk.say(remindDrafts, journal.Counted(drafts, "reflection", "reflections"))
	}
	next, waiting := journal.DueNear(a.whatIsDue(forEver), journal.DateOf(a.Now()))
	for _, c := range a.dueChoices(next) {
		a.talk.say("%s", ended(c.Label))
	}
	if waiting > 0 {
		a.talk.say(remindWaiting, waiting)
	}
}
