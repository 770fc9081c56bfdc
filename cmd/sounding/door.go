package main

import (
	"context"
	"errors"
	"strings"
	"sync"

	"sounding/content"
	"sounding/journal"
	"sounding/store"
	"sounding/tui"
	"sounding/tui/screen"
	"sounding/tui/unlock"
)

// door is the way into the vault for the full screen: it opens the file, takes
// the passphrase and holds the desk once it is open. The screens that come
// after it reach the desk through it.
type door struct {
	program *Program
	found   paths
	library *content.Library
	demo    *store.Vault                                          // open already: any key will do
	begin   func(*desk) (journal.Reflection, journal.Walk, error) // what to go to once it is open; nil: home

	guard  sync.Mutex
	locked *store.Locked
	desk   *desk
	saved  chan journal.Standing
}

func newDoor(p *Program, found paths, library *content.Library) *door {
	return &door{program: p, found: found, library: library, saved: make(chan journal.Standing, 1)}
}

// knock opens the file, so that what is wrong with it is known before any
// passphrase is asked for.
func (d *door) knock() error {
	locked, err := store.Open(d.found.vault, d.program.options(d.found))
	if err != nil {
		return err
	}
	d.locked = locked
	return nil
}

// Open says that no passphrase is needed.
func (d *door) Open() bool { return d.demo != nil }

// Unlock tries a passphrase. While the key is derived the packs are read, so
// that nothing waits for them later.
func (d *door) Unlock(passphrase []byte) error {
	go d.library.Warm()
	if d.demo != nil {
		return d.enter(d.demo, nil)
	}
	return d.enter(d.locked.Unlock(passphrase))
}

// Keyring says that this computer's keyring may open the vault.
func (d *door) Keyring() bool { return d.program.keyringMay(d.locked) }

// UnlockByKeyring tries it.
func (d *door) UnlockByKeyring() error {
	go d.library.Warm()
	return d.enter(unlockByKeyring(d.locked))
}

// Recover tries a recovery code.
func (d *door) Recover(typed string) error {
	code, err := store.ParseRecoveryCode(typed)
	if err != nil {
		return err
	}
	go d.library.Warm()
	return d.enter(d.locked.Recover(code))
}

// enter takes up an open vault and passes on what its writer says.
func (d *door) enter(v *store.Vault, err error) error {
	if err != nil {
		return err
	}
	d.guard.Lock()
	defer d.guard.Unlock()
	d.locked = nil
	d.desk = newDesk(v, d.library, d.program.Now, d.program.newID)
	d.desk.tell = d.say
	d.desk.stay()
	words := d.desk.Saved()
	go func() {
		for standing := range words {
			d.say(standing)
		}
	}()
	return nil
}

// say passes on how a save went; what nobody has heard yet gives way to it.
func (d *door) say(s journal.Standing) {
	for {
		select {
		case d.saved <- s:
			return
		default:
		}
		select {
		case <-d.saved:
		default:
		}
	}
}

// Choices are the ways on after an error that a person can settle.
func (d *door) Choices(err error) []unlock.Choice {
	switch {
	case errors.Is(err, store.ErrRolledBack):
		return []unlock.Choice{{Label: labelOlder, Do: func() error { return d.enter(d.locked.AcceptOlder()) }}}
	case errors.Is(err, store.ErrDamaged):
		return []unlock.Choice{{Label: labelDamaged, Do: func() error { return d.enter(d.locked.ReadDamaged()) }}}
	}
	return nil
}

// Where is the place to come back to, kept sealed over a lock; else home.
func (d *door) Where() screen.Route {
	if d.begin != nil {
		if r, _, err := d.begin(d.desk); err == nil {
			d.desk.Put(r)
			return screen.Route{Name: screen.Walk, ID: string(r.ID)}
		}
	}
	to, ok, err := d.desk.ComeBack()
	if err != nil || !ok {
		return screen.Route{Name: screen.Home}
	}
	over, name, lies := strings.Cut(to.Screen, " ")
	if !lies {
		over, name = "", to.Screen
	}
	if name == "" || name == screen.Unlock || name == screen.First {
		return screen.Route{Name: screen.Home}
	}
	return screen.Route{Name: name, ID: string(to.Reflection), At: to.Step, Over: over}
}

// Flush and Saved are the writer as the root needs it, before and after the
// vault is open.
func (d *door) Flush(ctx context.Context) error {
	if desk := d.open(); desk != nil {
		return desk.Flush(ctx)
	}
	return nil
}

// Saved tells how each save went.
func (d *door) Saved() <-chan journal.Standing { return d.saved }

func (d *door) open() *desk {
	d.guard.Lock()
	defer d.guard.Unlock()
	return d.desk
}

// step goes back outside: everything is saved and the vault stays as it is.
func (d *door) step(ctx context.Context) error {
	desk := d.open()
	if desk == nil {
		return nil
	}
	d.guard.Lock()
	defer d.guard.Unlock()
	d.desk = nil
	desk.rest()
	return desk.writer.Close(ctx)
}

// close shuts whatever is open: the desk, or the file behind the lock. With
// where, the place to come back to is kept sealed first.
func (d *door) close(ctx context.Context, ending tui.Ending, where screen.Route) error {
	if d.locked != nil {
		return d.locked.Close()
	}
	desk := d.open()
	if desk == nil {
		return nil
	}
	var kept error
	if ending == tui.Locked {
		kept = desk.comeBackTo(ctx, where)
	} else {
		kept = desk.comeBackTo(ctx, screen.Route{})
	}
	return errors.Join(kept, desk.Close(ctx))
}

// comeBackTo seals the place to come back to; the empty route takes it away.
func (d *desk) comeBackTo(ctx context.Context, where screen.Route) error {
	had, ok, err := d.ComeBack()
	if err != nil {
		return err
	}
	if where.Name == "" && (!ok || had.Screen == "") {
		return nil
	}
	return d.SetComeBack(ctx, store.ComeBack{
		// A screen that lies over another is kept with its name before it.
		Screen: strings.TrimSpace(where.Over + " " + where.Name), Reflection: journal.ID(where.ID), Step: where.At, At: d.now(),
	})
}
