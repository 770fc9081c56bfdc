package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// idleCheck is how often the idle clock is looked at; nothing is drawn by it.
const idleCheck = 5 * time.Second

// flushLimit is how long leaving a step may wait for the disk.
const flushLimit = 3 * time.Second

type (
	ticked  struct{}
	saved   journal.Standing
	flushed struct{ err error }
)

func (a *App) tick() tea.Cmd {
	return tea.Tick(idleCheck, func(time.Time) tea.Msg { return ticked{} })
}

// onTick tells the time to a screen that something ends by itself on, and locks
// where the vault has been idle. What such a screen keeps open is counted as
// being there.
func (a *App) onTick() tea.Cmd {
	if n := len(a.pages); n > 0 {
		if c, ok := a.pages[n-1].screen.(screen.Clocked); ok && c.Tick(a.cfg.Now()) {
			a.typed()
		}
	}
	return a.idle()
}

// typed notes that somebody is there.
func (a *App) typed() { a.watch.Key(a.cfg.Now(), a.up()) }

func (a *App) up() time.Duration {
	if a.cfg.Up == nil {
		return 0
	}
	return a.cfg.Up()
}

// idle locks when no key was pressed for as long as the person chose, or the
// computer slept.
func (a *App) idle() tea.Cmd {
	open := !a.cfg.Locked()
	limit := time.Duration(0)
	if open {
		limit = a.cfg.Idle()
	}
	now, due := a.cfg.Now(), false
	if a.cfg.Up == nil {
		due = a.watch.idle(now, 0, limit)
	} else {
		due = a.watch.Look(now, a.cfg.Up(), limit)
	}
	if !open || !due {
		return nil
	}
	return a.lock()
}

// listen waits for the next word from the writer.
func (a *App) listen() tea.Cmd {
	if a.cfg.Keeper == nil {
		return nil
	}
	words := a.cfg.Keeper.Saved()
	return func() tea.Msg {
		standing, ok := <-words
		if !ok {
			return nil
		}
		return saved(standing)
	}
}

func (a *App) flush() tea.Cmd {
	if a.cfg.Keeper == nil {
		return nil
	}
	keeper := a.cfg.Keeper
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), flushLimit)
		defer cancel()
		return screen.Result{Msg: flushed{keeper.Flush(ctx)}}
	}
}

// kept shows how the last save went. "Saved" is said only after the commit.
func (a *App) kept(s journal.Standing) {
	if s.Err != nil {
		a.unsafe = true
		a.trouble(s.Err)
		return
	}
	a.unsafe = false
	if a.spoken {
		return
	}
	a.say(widget.Good, saySaved+" "+s.Saved.Local().Format("15:04"))
}
