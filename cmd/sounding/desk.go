package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sounding/content"
	"sounding/journal"
	"sounding/language"
	"sounding/store"
)

// desk is an open vault with its writer and the packs beside it: what the
// screens, the linear mode and the commands are given, each through the small
// interface it asks for.
type desk struct {
	*store.Vault
	writer  *store.Writer
	library *content.Library
	themes  *journal.Catalogue
	now     func() time.Time
	newID   func() (journal.ID, error)
	tell    func(journal.Standing) // says what went wrong with filing; may be nil

	daily   context.CancelFunc             // ends the daily backups; may be nil
	looked  chan struct{}                  // closed when the further places were looked at; may be nil
	places  []string                       // what there is to say of them, once looked is closed
	words   func() language.Tables         // the packs' tables of wording, once they are asked for
	begun   []journal.ID                   // the reflections that this sitting began
	walking *journal.Progress              // the walk that is open on the screen; nil without one
	copying map[journal.ID]map[string]bool // what is to be replaced in a copy, by the keys of findings
}

const preferencesName = "preferences"

func newDesk(v *store.Vault, library *content.Library, now func() time.Time, newID func() (journal.ID, error)) *desk {
	return &desk{Vault: v, writer: store.NewWriter(v, store.WallClock{}), library: library, now: now, newID: newID}
}

// Close flushes the writer, then closes the vault. Both are done whatever goes
// wrong with the first.
func (d *desk) Close(ctx context.Context) error {
	d.rest()
	written := d.writer.Close(ctx)
	return errors.Join(written, d.Tidy(ctx), d.Vault.Close(ctx))
}

// Tidy drops the reflections that this sitting began and in which nothing was
// written, so that looking into a walk leaves nothing to continue.
func (d *desk) Tidy(ctx context.Context) error {
	if len(d.begun) == 0 {
		return nil
	}
	var wrong error
	for _, id := range d.begun {
		if _, err := d.DropBlank(ctx, id); !errors.Is(err, store.ErrNoReflection) {
			wrong = errors.Join(wrong, err)
		}
	}
	d.begun = nil
	return wrong
}

// stay begins what an open vault needs that may be open for days.
func (d *desk) stay() {
	ctx, cancel := context.WithCancel(context.Background())
	d.daily, d.looked = cancel, make(chan struct{})
	go func() {
		defer close(d.looked)
		d.places = d.behind()
	}()
	go d.backUpDaily(ctx)
}

// rest ends what stay began.
func (d *desk) rest() {
	if d.daily != nil {
		d.daily()
	}
}

// Load gives a reflection as it stands, and the walk it was written with: the
// kept copy, else the one that the packs have today. What is still with the
// writer is saved first.
func (d *desk) Load(ctx context.Context, id journal.ID) (journal.Reflection, journal.Walk, error) {
	if err := d.writer.Flush(ctx); err != nil {
		return journal.Reflection{}, journal.Walk{}, err
	}
	r, err := d.Get(ctx, id)
	if err != nil {
		return journal.Reflection{}, journal.Walk{}, err
	}
	w, err := d.walkOf(&r)
	return r, w, err
}

func (d *desk) walkOf(r *journal.Reflection) (journal.Walk, error) {
	if r.WalkDigest != "" {
		w, err := d.KeptWalk(r.WalkDigest)
		if err == nil {
			return *w, nil
		}
		if !errors.Is(err, store.ErrNoWalk) {
			return journal.Walk{}, err
		}
	}
	if w, ok := d.library.Walk(r.Walk); ok {
		return w, nil
	}
	// The words are shown under the names of their steps.
	return journal.Walk{ID: r.Walk, Version: r.WalkVersion, Title: r.Walk}, nil
}

// Begin makes an empty reflection and keeps a copy of the walk with it.
func (d *desk) Begin(ctx context.Context, w *journal.Walk, length journal.Length) (journal.Reflection, error) {
	id, err := d.newID()
	if err != nil {
		return journal.Reflection{}, err
	}
	r, err := journal.Begin(w, length, id, d.now())
	if err != nil {
		return r, err
	}
	d.begun = append(d.begun, id)
	return r, d.snapshot(ctx, &r, w)
}

func (d *desk) snapshot(ctx context.Context, r *journal.Reflection, w *journal.Walk) error {
	digest, err := d.KeepWalk(ctx, *w)
	if err != nil {
		return fmt.Errorf("keep the walk: %w", err)
	}
	r.WalkDigest = digest
	return nil
}

// Grow begins a reflection from a jot.
func (d *desk) Grow(ctx context.Context, from *journal.Reflection, w *journal.Walk, length journal.Length) (journal.Reflection, error) {
	id, err := d.newID()
	if err != nil {
		return journal.Reflection{}, err
	}
	r, err := journal.Grow(from, w, length, id, d.now())
	if err != nil {
		return r, err
	}
	return r, d.snapshot(ctx, &r, w)
}

// Put hands a reflection to the writer.
func (d *desk) Put(r journal.Reflection) { d.writer.Put(r) }

// Flush waits until everything handed over is on the disk.
func (d *desk) Flush(ctx context.Context) error { return d.writer.Flush(ctx) }

// Saved tells how each save went.
func (d *desk) Saved() <-chan journal.Standing { return d.writer.Saved() }

// File makes a revision of what was written.
func (d *desk) File(ctx context.Context, id journal.ID) error {
	_, err := d.writer.File(ctx, id, store.WhyLeft)
	if errors.Is(err, store.ErrNoReflection) {
		return nil // nothing was written, so there is nothing to file
	}
	if err != nil {
		return err
	}
	return d.keepHistory(ctx, id)
}

// drafts is the desk as a walk needs it: filing says nothing back, since the
// walk is being left, so what goes wrong is told like a save.
type drafts struct{ *desk }

// fileLimit is how long leaving a walk may wait for its revision.
const fileLimit = 3 * time.Second

// File makes a revision of what was written.
func (d drafts) File(id journal.ID) {
	ctx, cancel := context.WithTimeout(context.Background(), fileLimit)
	defer cancel()
	if err := d.desk.File(ctx, id); err != nil && d.tell != nil {
		d.tell(journal.Standing{ID: id, Err: err})
	}
}

// Revisions lists the kept revisions of a reflection, newest first.
func (d *desk) Revisions(_ context.Context, id journal.ID) ([]journal.Revision, error) {
	return d.Vault.Revisions(id)
}

// Revision gives one of them.
func (d *desk) Revision(_ context.Context, id journal.ID, number uint64) (journal.Reflection, error) {
	return d.Vault.Revision(id, number)
}

// Restore brings a revision back as the newest.
func (d *desk) Restore(ctx context.Context, id journal.ID, number uint64) error {
	if err := d.writer.Flush(ctx); err != nil {
		return err
	}
	_, err := d.RestoreRevision(ctx, id, number)
	return err
}

// Trashed lists what is in the trash.
func (d *desk) Trashed(context.Context) ([]journal.Summary, error) { return d.Vault.Trashed(), nil }

// Preferences are the person's own, or the defaults.
func (d *desk) Preferences() journal.Preferences {
	p := journal.DefaultPreferences()
	if data, ok := d.Setting(preferencesName); ok {
		// A value that a newer version wrote keeps what is understood of it.
		_ = json.Unmarshal(data, &p)
	}
	if at, err := d.RecoveryConfirmed(); err == nil && !at.IsZero() {
		p.RecoveryOK = true
	}
	return p
}

// SetPreferences seals them in the vault.
func (d *desk) SetPreferences(p journal.Preferences) error {
	data, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	if !p.Time {
		if err := d.forgetTime(); err != nil {
			return err
		}
	}
	return d.SetSetting(context.Background(), preferencesName, data)
}

// Walks lists the walks of the packs.
func (d *desk) Walks() []journal.Walk { return d.library.Walks() }

// Walk finds a walk of the packs.
func (d *desk) Walk(id string) (journal.Walk, bool) { return d.library.Walk(id) }

// Pages lists the pages of the library.
func (d *desk) Pages() []journal.Page { return d.library.Pages() }

// Catalogue is what walks point at, gathered once.
func (d *desk) Catalogue() *journal.Catalogue {
	if d.themes == nil {
		d.themes = &journal.Catalogue{
			Themes: d.library.Themes(), Principles: d.library.Principles(), Frameworks: d.library.Frameworks(),
			Places: tables{d.library}.places(),
		}
	}
	return d.themes
}

// progress takes up a reflection in its walk.
func (d *desk) progress(r *journal.Reflection, w *journal.Walk) *journal.Progress {
	return journal.NewProgress(w, r, d.Catalogue(), d.now)
}
