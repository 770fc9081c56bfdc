package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"sounding/journal"
)

// How far behind the words the disk may be, and how long a page may lie still
// before its draft becomes a revision.
const (
	quietTime  = 400 * time.Millisecond
	latestSave = 2 * time.Second
	idleTime   = 10 * time.Minute
	firstRetry = 2 * time.Second
	lastRetry  = 30 * time.Second
)

// drafts is what a Writer needs of the vault.
type drafts interface {
	SaveDraft(ctx context.Context, r journal.Reflection, base uint64) (time.Time, error)
	Mend(r journal.Reflection, base uint64) (rescued string, err error)
	Rescue(r journal.Reflection, base uint64) (rescued string, err error)
	File(ctx context.Context, id journal.ID, why string) (uint64, error)
	Standing(id journal.ID) (Standing, error)
	Reopen() error
}

// Writer is the one autosave writer. It is outside every screen: what is put
// into it is saved after 400 ms of quiet, two seconds after the first unsaved
// change at the latest, and at once on Flush. One save runs at a time, and the
// latest words win.
type Writer struct {
	vault drafts
	clock Clock
	saved chan Result
	wake  chan struct{}
	ask   chan ask
	done  chan struct{}

	guard   sync.Mutex
	pending map[journal.ID]*pending
	bases   map[journal.ID]uint64
	still   map[journal.ID]time.Time // when each was last put, until it is filed
	closed  bool
}

// pending is a reflection that is not on the disk yet.
type pending struct {
	reflection journal.Reflection
	first      time.Time // the first change that is not saved
	last       time.Time
	retry      time.Duration // after a failure; 0 after none
	tried      time.Time
}

// ask is a request that the writer's own goroutine answers.
type ask struct {
	stop  bool
	reply chan error
}

// NewWriter starts the writer of a vault. Close it before the vault.
func NewWriter(v *Vault, clock Clock) *Writer { return newWriter(v, clock) }

func newWriter(v drafts, clock Clock) *Writer {
	w := &Writer{
		vault: v, clock: clock, saved: make(chan Result, savedRoom), wake: make(chan struct{}, 1),
		ask: make(chan ask), done: make(chan struct{}), pending: map[journal.ID]*pending{},
		bases: map[journal.ID]uint64{}, still: map[journal.ID]time.Time{},
	}
	go w.run()
	return w
}

// savedRoom is how many results wait to be read; the oldest give way.
const savedRoom = 16

// Saved tells what became of each save. When nobody reads, the oldest results
// give way to the newest.
func (w *Writer) Saved() <-chan Result { return w.saved }

// Begin notes which revision the writing of a reflection grows from: the one
// that was read. Without it, the newest at the first Put counts.
func (w *Writer) Begin(id journal.ID, base uint64) {
	w.guard.Lock()
	defer w.guard.Unlock()
	w.bases[id] = base
}

// Put hands over a reflection to be saved. It copies, never waits, and takes
// microseconds; the latest Put of a reflection wins.
func (w *Writer) Put(r journal.Reflection) {
	now := w.clock.Now()
	w.guard.Lock()
	if w.closed {
		w.guard.Unlock()
		w.tell(Result{ID: r.ID, Err: fmt.Errorf("save: %w", ErrClosed)})
		return
	}
	p := w.pending[r.ID]
	if p == nil {
		p = &pending{first: now}
		w.pending[r.ID] = p
	}
	p.reflection, p.last = r.Clone(), now
	w.still[r.ID] = now
	w.guard.Unlock()
	select {
	case w.wake <- struct{}{}:
	default: // it is awake already
	}
}

// Unsaved says how many reflections have words that are not on the disk.
func (w *Writer) Unsaved() int {
	w.guard.Lock()
	defer w.guard.Unlock()
	return len(w.pending)
}

// Flush saves what is not saved and returns when it is on the disk, or why it
// is not.
func (w *Writer) Flush(ctx context.Context) error { return w.request(ctx, ask{}) }

// Close flushes, drops every text and stops the writer. What could not be saved
// is in a rescue file, or the error, an *Unsaved with no file, says that it is
// not. A second Close does nothing.
func (w *Writer) Close(ctx context.Context) error {
	err := w.request(ctx, ask{stop: true})
	if errors.Is(err, ErrClosed) {
		return nil
	}
	return err
}

func (w *Writer) request(ctx context.Context, a ask) error {
	a.reply = make(chan error, 1)
	select {
	case w.ask <- a:
	case <-w.done:
		return ErrClosed
	case <-ctx.Done():
		return fmt.Errorf("save: %w", ctx.Err())
	}
	select {
	case err := <-a.reply:
		return err
	case <-ctx.Done():
		return fmt.Errorf("save: %w", ctx.Err())
	}
}

// File flushes a reflection and makes a revision of it, as when a person leaves
// it. The errors are those of Flush and of Vault.File.
func (w *Writer) File(ctx context.Context, id journal.ID, why string) (uint64, error) {
	if err := w.Flush(ctx); err != nil {
		return 0, err
	}
	return w.file(ctx, id, why)
}

func (w *Writer) file(ctx context.Context, id journal.ID, why string) (uint64, error) {
	number, err := w.vault.File(ctx, id, why)
	if mendable(err) && w.vault.Reopen() == nil {
		number, err = w.vault.File(ctx, id, why)
	}
	w.guard.Lock()
	defer w.guard.Unlock()
	delete(w.still, id)
	if err == nil {
		w.bases[id] = number
	}
	return number, err
}

// run is the writer's own goroutine: it alone saves.
func (w *Writer) run() {
	defer close(w.done)
	for {
		alarm, stop := w.alarm()
		select {
		case <-w.wake:
		case <-alarm:
			w.saveDue()
			w.fileStill()
		case a := <-w.ask:
			err := w.saveAll()
			if a.stop {
				w.forget()
			}
			a.reply <- err
			if a.stop {
				stop()
				return
			}
		}
		stop()
	}
}

// forget drops every text that the writer holds and takes no more.
func (w *Writer) forget() {
	w.guard.Lock()
	defer w.guard.Unlock()
	w.closed = true
	w.pending, w.bases, w.still = map[journal.ID]*pending{}, map[journal.ID]uint64{}, map[journal.ID]time.Time{}
}

// alarm is set for the next thing that is due; a nil channel never rings.
func (w *Writer) alarm() (<-chan time.Time, func()) {
	w.guard.Lock()
	defer w.guard.Unlock()
	var next time.Time
	for _, p := range w.pending {
		next = sooner(next, p.due())
	}
	for id, last := range w.still {
		if w.pending[id] == nil {
			next = sooner(next, last.Add(idleTime))
		}
	}
	if next.IsZero() {
		return nil, func() {}
	}
	return w.clock.At(next)
}

func sooner(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

// due is when a reflection is to be saved.
func (p *pending) due() time.Time {
	if p.retry > 0 {
		return p.tried.Add(p.retry)
	}
	return sooner(p.last.Add(quietTime), p.first.Add(latestSave))
}

// saveDue saves what is due.
func (w *Writer) saveDue() {
	now := w.clock.Now()
	for _, id := range w.waiting(func(p *pending) bool { return !p.due().After(now) }) {
		w.tell(w.save(id))
	}
}

// saveAll saves everything and joins what went wrong.
func (w *Writer) saveAll() error {
	var failed error
	for _, id := range w.waiting(func(*pending) bool { return true }) {
		result := w.save(id)
		w.tell(result)
		failed = errors.Join(failed, result.Err)
	}
	return failed
}

func (w *Writer) waiting(wanted func(*pending) bool) []journal.ID {
	w.guard.Lock()
	defer w.guard.Unlock()
	var ids []journal.ID
	for id, p := range w.pending {
		if wanted(p) {
			ids = append(ids, id)
		}
	}
	return ids
}

// save takes the latest words of a reflection and commits them.
func (w *Writer) save(id journal.ID) Result {
	w.guard.Lock()
	p := w.pending[id]
	delete(w.pending, id)
	w.guard.Unlock()
	result := Result{ID: id}
	base := w.base(id)
	result.Saved, result.Err = w.vault.SaveDraft(context.Background(), p.reflection, base)
	if result.Err == nil {
		return result
	}
	if errors.Is(result.Err, ErrErased) {
		return result
	}
	rescue := w.vault.Rescue
	if mendable(result.Err) {
		w.tell(result) // that it is in doubt is told before anything is tried
		rescue = w.vault.Mend
	}
	rescued, err := rescue(p.reflection, base)
	if err == nil && rescued == "" {
		return Result{ID: id, Saved: w.clock.Now()}
	}
	result.Err = &Unsaved{Cause: errors.Join(result.Err, err), Rescue: rescued}
	w.keep(id, p)
	return result
}

// mendable says whether the file may be reopened and the save tried again.
func mendable(err error) bool {
	return errors.Is(err, ErrUnknownOutcome) || errors.Is(err, ErrStopped) ||
		errors.Is(err, ErrReplaced) || errors.Is(err, ErrFileDamaged)
}

// keep holds on to words that could not be saved, to try again later, unless
// newer ones came meanwhile.
func (w *Writer) keep(id journal.ID, p *pending) {
	w.guard.Lock()
	defer w.guard.Unlock()
	p.retry, p.tried = min(max(2*p.retry, firstRetry), lastRetry), w.clock.Now()
	if newer := w.pending[id]; newer != nil {
		newer.first, newer.retry, newer.tried = p.first, p.retry, p.tried
		return
	}
	w.pending[id] = p
}

// base is the revision that the writing of a reflection grows from.
func (w *Writer) base(id journal.ID) uint64 {
	w.guard.Lock()
	base, known := w.bases[id]
	w.guard.Unlock()
	if known {
		return base
	}
	standing, err := w.vault.Standing(id)
	if err == nil {
		base = standing.Head
		if standing.Draft {
			base = standing.Base
		}
	}
	w.Begin(id, base)
	return base
}

// fileStill makes revisions of what has lain still for ten minutes.
func (w *Writer) fileStill() {
	now := w.clock.Now()
	w.guard.Lock()
	var ids []journal.ID
	for id, last := range w.still {
		if w.pending[id] == nil && !now.Before(last.Add(idleTime)) {
			ids = append(ids, id)
		}
	}
	w.guard.Unlock()
	for _, id := range ids {
		if _, err := w.file(context.Background(), id, WhyIdle); err != nil {
			w.tell(Result{ID: id, Err: err})
		}
	}
}

// tell hands a result on, the oldest making way.
func (w *Writer) tell(result Result) {
	for {
		select {
		case w.saved <- result:
			return
		default:
		}
		select {
		case <-w.saved:
		default:
		}
	}
}
