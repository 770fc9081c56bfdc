package main

import (
	"io"
	"sync"
	"time"

	"sounding/tui"
)

// up is how long the program has been up, by a clock that stands still while the
// computer sleeps.
func (p *Program) up() time.Duration { return time.Since(p.began) }

// watchEvery is how often the plain lines look at the clocks.
const watchEvery = 5 * time.Second

// watchedInput notes when something was typed.
type watchedInput struct {
	in      io.Reader
	program *Program
	guard   sync.Mutex
	watch   tui.Watch
}

// Read reads what was typed.
func (w *watchedInput) Read(into []byte) (int, error) {
	n, err := w.in.Read(into)
	w.typed()
	return n, err
}

func (w *watchedInput) typed() {
	w.guard.Lock()
	defer w.guard.Unlock()
	w.watch.Key(w.program.Now(), w.program.up())
}

func (w *watchedInput) due(limit time.Duration) bool {
	w.guard.Lock()
	defer w.guard.Unlock()
	return w.watch.Look(w.program.Now(), w.program.up(), limit)
}

// watched is the input of the plain lines, and a channel that is closed when the
// vault is to be locked: idle for as long as the person chose, or after a sleep.
// Only a person at a terminal goes away; a pipe is not watched.
func (p *Program) watched(d *desk) (io.Reader, <-chan struct{}) {
	if _, person := terminal(p.In); !person {
		return p.In, nil
	}
	w := &watchedInput{in: p.In, program: p}
	w.typed()
	due := make(chan struct{})
	go func() {
		for range time.Tick(watchEvery) {
			if w.due(d.Preferences().Idle()) {
				close(due)
				return
			}
		}
	}()
	return w, due
}
