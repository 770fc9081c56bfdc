package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"sounding/journal"
	"sounding/store"
	"sounding/tui"
	"sounding/tui/linear"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

// closeLimit is how long closing may take: Windows gives a closed console five
// seconds.
const closeLimit = 3 * time.Second

// main is `sounding` alone: the full screen, or plain lines.
func (p *Program) main(ctx context.Context, f *flags) error {
	found := p.findPaths(f.vault)
	m, err := readMachine(found.config)
	if err != nil {
		p.warn(sayError(err))
	}
	return p.goOn(ctx, f, found, m, nil)
}

// goOn shows the full screen, or plain lines where those are wanted. With begin
// it goes straight to a reflection.
func (p *Program) goOn(ctx context.Context, f *flags, found paths, m *machine, begin func(*desk) (journal.Reflection, journal.Walk, error)) error {
	if p.wantsLinear(f.linear, m) {
		return p.lines(ctx, f, found, m, begin)
	}
	d, start, err := p.approach(f, found, m)
	if err != nil {
		return err
	}
	if start.Name == "linear" {
		return p.lines(ctx, f, found, m, begin)
	}
	d.begin = begin
	return p.screen(ctx, d, m, start)
}

// approach opens the vault's file, or finds that there is none yet: then the
// plain lines are offered in words before anything is drawn.
func (p *Program) approach(f *flags, found paths, m *machine) (*door, screen.Route, error) {
	library, err := p.library(f, found)
	if err != nil {
		return nil, screen.Route{}, err
	}
	d := newDoor(p, found, library)
	err = d.knock()
	if errors.Is(err, store.ErrNoFile) {
		plain, err := p.offerLines(m)
		if err != nil {
			return nil, screen.Route{}, err
		}
		if plain {
			return d, screen.Route{Name: "linear"}, nil
		}
		return d, screen.Route{Name: screen.First}, nil
	}
	return d, screen.Route{Name: screen.Unlock}, withBackup(err, found.backups)
}

// offerLines asks, before the first drawing, whether plain lines are wanted.
func (p *Program) offerLines(m *machine) (bool, error) {
	k, err := openKeyboard()
	if err != nil {
		return false, err
	}
	defer k.close()
	k.say(offerLines)
	typed, err := k.plain(offerQuestion)
	if err != nil {
		return false, err
	}
	if word := strings.ToLower(strings.TrimSpace(typed)); word != "" && strings.HasPrefix("lines", word) {
		return true, m.Set("linear", "yes")
	}
	return false, nil
}

// screen runs the full screen, then closes the vault, on every path.
func (p *Program) screen(ctx context.Context, d *door, m *machine, start screen.Route) error {
	name, _ := theme.Parse(m.Theme)
	look := theme.New(name)
	ending, where, err := tui.Run(ctx, tui.Config{
		Theme: look, Screens: factories(p, d, look, m), Resolve: d.resolve, Start: start, Keeper: d,
		Idle: func() time.Duration {
			if desk := d.open(); desk != nil {
				return desk.Preferences().Idle()
			}
			return 0
		},
		Locked: func() bool { return d.open() == nil },
		Now:    p.Now, Up: p.up, NewID: p.newID, Describe: describe, Clip: p.clip(),
	}, p.In, p.Out)
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), closeLimit)
	defer cancel()
	if d.demo != nil && ending == tui.Locked && err == nil {
		// There is no passphrase to a demonstration: it stays, behind its door.
		if err := d.step(closing); err != nil {
			return err
		}
		p.wipeScreen()
		return p.screen(ctx, d, m, start)
	}
	err = errors.Join(err, d.close(closing, ending, where))
	if ending != tui.Locked || err != nil {
		return err
	}
	p.wipeScreen()
	return &restart{args: p.Args}
}

// wipeScreen clears the terminal and what can be scrolled back to.
func (p *Program) wipeScreen() {
	if out, ok := terminal(p.Out); ok {
		// A terminal that cannot take this shows nothing of ours either.
		_, _ = io.WriteString(out, "\x1b[H\x1b[2J\x1b[3J")
	}
}

// lines runs the plain lines. With begin, it goes straight to a reflection and
// ends after it.
func (p *Program) lines(ctx context.Context, f *flags, found paths, m *machine, begin func(*desk) (journal.Reflection, journal.Walk, error)) error {
	d, err := p.openOrMake(f, found)
	if err != nil {
		return err
	}
	d.stay()
	d.awaitPlaces()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, hangUp)
	defer stop()
	done := make(chan error, 1)
	in, idle := p.watched(d)
	go func() { done <- p.talk(ctx, d, m, in, begin) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		err = nil // what was typed so far is with the writer
	case <-idle:
		err = linear.ErrLock
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), closeLimit)
	defer cancel()
	locked := errors.Is(err, linear.ErrLock)
	if locked {
		err = nil
	}
	err = errors.Join(err, d.Close(closing))
	if err == nil && locked {
		p.wipeScreen()
		return &restart{args: p.Args}
	}
	return err
}

func (p *Program) talk(ctx context.Context, d *desk, m *machine, in io.Reader, begin func(*desk) (journal.Reflection, journal.Walk, error)) error {
	app := &linear.App{
		Vault: d, Writer: d, Shelf: d, Library: reading{shelf{d.library, p.Now}, d}, Now: p.Now, Mirror: mirror, Machine: m,
		Export: p.exportLines(d),
		Explain: func(err error) (string, bool) {
			_, ok := store.Explain(err)
			return sayError(err), ok || errors.Is(err, errKeyringOff) || errors.Is(err, errKeyringLeft)
		},
		Names: naming{d}, Language: d.spoken(p), Think: d.linearReasoning(d.wordTables(p)), Back: d,
		Spent: d.spend,
	}
	if begin == nil {
		return app.Run(ctx, in, p.Out)
	}
	r, w, err := begin(d)
	if err != nil {
		return err
	}
	return app.RunWalk(ctx, r, w, in, p.Out)
}

// openOrMake opens the vault, or makes one where there is none, in words.
func (p *Program) openOrMake(f *flags, found paths) (*desk, error) {
	library, err := p.library(f, found)
	if err != nil {
		return nil, err
	}
	settle := p.settleAtTerminal
	if !p.typed(f) {
		settle = nil
	}
	v, err := p.unlock(f, found, settle)
	if errors.Is(err, store.ErrNoFile) {
		v, err = p.create(f, found)
	}
	if err != nil {
		return nil, err
	}
	return newDesk(v, library, p.Now, p.newID), nil
}

// create makes a new vault without the screen and prints the recovery code
// once, on standard output.
func (p *Program) create(f *flags, found paths) (*store.Vault, error) {
	if p.unlocked != nil {
		return p.unlocked(found.vault, true)
	}
	if warning := syncedWarning(found.vault); warning != "" {
		p.warn(warning)
	}
	secret, err := p.newSecret(f)
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	v, code, err := store.Create(found.vault, secret, p.options(found))
	if err != nil {
		return nil, err
	}
	fmt.Fprintln(p.Err, sayCode)
	_, err = fmt.Fprintln(p.Out, code.String())
	return v, err
}

// newSecret takes a passphrase from the file, or twice from the terminal.
func (p *Program) newSecret(f *flags) ([]byte, error) {
	if f.passphrase != "" || p.env("SOUNDING_PASSPHRASE_FILE") != "" {
		return p.secret(f, "")
	}
	fmt.Fprintln(p.Err, promiseShort)
	return p.typedTwice()
}

// typedTwice takes a new passphrase from the terminal, the same one twice.
func (p *Program) typedTwice() ([]byte, error) {
	k, err := openKeyboard()
	if err != nil {
		return nil, err
	}
	defer k.close()
	for {
		one, err := k.secret(promptNew)
		if err != nil {
			return nil, err
		}
		if len(one) == 0 {
			k.say(whatEmptyPassphrase)
			continue
		}
		k.say(strength(string(one)))
		two, err := k.secret(promptAgain)
		if err != nil {
			return nil, err
		}
		if string(one) == string(two) {
			clear(two)
			return one, nil
		}
		k.say(notTheSame)
	}
}
