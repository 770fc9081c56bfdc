package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"sounding/store/engine"
)

// alarmClock is a testClock that a Writer can wait by.
type alarmClock struct {
	*testClock
	guard  sync.Mutex
	waits  map[chan time.Time]time.Time
	change *sync.Cond
}

func newAlarmClock(clock *testClock) *alarmClock {
	c := &alarmClock{testClock: clock, waits: map[chan time.Time]time.Time{}}
	c.change = sync.NewCond(&c.guard)
	return c
}

func (c *alarmClock) At(moment time.Time) (<-chan time.Time, func()) {
	rings := make(chan time.Time, 1)
	c.guard.Lock()
	defer c.guard.Unlock()
	c.waits[rings] = moment
	c.ring()
	c.change.Broadcast()
	return rings, func() {
		c.guard.Lock()
		defer c.guard.Unlock()
		delete(c.waits, rings)
	}
}

// ring wakes whoever waits for a moment that has come.
func (c *alarmClock) ring() {
	now := c.Now()
	for rings, moment := range c.waits {
		if !moment.After(now) {
			rings <- now
			delete(c.waits, rings)
		}
	}
}

func (c *alarmClock) Move(d time.Duration) {
	c.testClock.Move(d)
	c.guard.Lock()
	defer c.guard.Unlock()
	c.ring()
}

// waiting returns when somebody waits for exactly this moment.
func (c *alarmClock) waiting(moment time.Time) {
	c.guard.Lock()
	defer c.guard.Unlock()
	for {
		for _, m := range c.waits {
			if m.Equal(moment) {
				return
			}
		}
		c.change.Wait()
	}
}

// desk is a vault in memory with a writer.
type desk struct {
	t      *testing.T
	clock  *alarmClock
	vault  *Vault
	writer *Writer
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, clock: newAlarmClock(newTestClock())}
	d.vault = inMemory(t, d.clock.testClock)
	d.writer = NewWriter(d.vault, d.clock)
	t.Cleanup(func() { ok(t, d.writer.Close(background)) })
	return d
}

func (d *desk) saved() string {
	d.t.Helper()
	r, err := d.vault.Get(background, reflection(1, "", time.Time{}).ID)
	if errors.Is(err, ErrNoReflection) {
		return ""
	}
	ok(d.t, err)
	return text(r)
}

func (d *desk) put(words string) { d.writer.Put(reflection(1, words, d.clock.Now())) }

func TestWriter_savesAfterAQuietMoment(t *testing.T) {
	d := newDesk(t)
	start := d.clock.Now()
	d.put("a")
	d.clock.waiting(start.Add(quietTime))
	d.clock.Move(quietTime - time.Millisecond)
	d.put("ab")
	d.clock.waiting(start.Add(2*quietTime - time.Millisecond))
	if got := d.saved(); got != "" {
		t.Fatalf("%q was saved while it was still being typed", got)
	}
	d.clock.Move(quietTime)
	if result := <-d.writer.Saved(); result.Err != nil || d.saved() != "ab" {
		t.Fatalf("%+v; saved %q", result, d.saved())
	}
}

func TestWriter_isNeverMoreThanTwoSecondsBehind(t *testing.T) {
	d := newDesk(t)
	start := d.clock.Now()
	for typed := time.Duration(0); typed < latestSave; typed += 100 * time.Millisecond {
		d.put("typing")
		d.clock.waiting(minTime(start.Add(typed+quietTime), start.Add(latestSave)))
		if d.saved() != "" {
			t.Fatalf("saved after %v without a moment of quiet", typed)
		}
		d.clock.Move(100 * time.Millisecond)
	}
	if result := <-d.writer.Saved(); result.Err != nil || !result.Saved.Equal(start.Add(latestSave)) {
		t.Fatalf("%+v", result)
	}
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func TestWriter_flushReturnsWhenTheLatestWordsAreStored(t *testing.T) {
	d := newDesk(t)
	for i := range 50 {
		words := string(rune('a' + i%26))
		d.put("older")
		d.put(words)
		ok(t, d.writer.Flush(background))
		if d.saved() != words || d.writer.Unsaved() != 0 {
			t.Fatalf("flushed %q, stored %q", words, d.saved())
		}
	}
}

func TestWriter_putCopiesWhatItIsGiven(t *testing.T) {
	d := newDesk(t)
	r := reflection(1, "before", d.clock.Now())
	d.writer.Put(r)
	r.Answers[0].Text = "after"
	ok(t, d.writer.Flush(background))
	if d.saved() != "before" {
		t.Errorf("stored %q", d.saved())
	}
}

func TestWriter_filesWhatHasLainStillForTenMinutes(t *testing.T) {
	d := newDesk(t)
	start := d.clock.Now()
	d.put("still")
	ok(t, d.writer.Flush(background))
	d.clock.waiting(start.Add(idleTime))
	d.clock.Move(idleTime)
	for { // a flush may be answered before the alarm, and then the alarm comes next
		ok(t, d.writer.Flush(background))
		standing, err := d.vault.Standing(reflection(1, "", time.Time{}).ID)
		ok(t, err)
		if standing.Head == 1 && !standing.Draft {
			return
		}
	}
}

func TestWriter_tellsAConflictWhenFilingAndKeepsTheWords(t *testing.T) {
	d := newDesk(t)
	id := reflection(1, "", time.Time{}).ID
	_, err := d.vault.Save(background, reflection(1, "one", d.clock.Now()), 0, WhySaved)
	ok(t, err)
	d.writer.Begin(id, 1)
	d.put("mine")
	ok(t, d.writer.Flush(background))
	_, err = d.vault.RestoreRevision(background, id, 1)
	ok(t, err)
	d.put("mine, still")
	if _, err := d.writer.File(background, id, WhyLeft); !errors.Is(err, ErrConflict) {
		t.Fatalf("filing gave %v", err)
	}
	if d.saved() != "mine, still" {
		t.Errorf("stored %q", d.saved())
	}
}

func TestWriter_givesUpWaitingAndNotTheWords(t *testing.T) {
	d := newDesk(t)
	d.put("words")
	cancelled, cancel := context.WithCancel(background)
	cancel()
	if err := d.writer.Flush(cancelled); err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	ok(t, d.writer.Flush(background))
	if d.saved() != "words" {
		t.Errorf("stored %q", d.saved())
	}
}

func TestWriter_doesNotBringBackWhatWasErased(t *testing.T) {
	d := newDesk(t)
	id := reflection(1, "", time.Time{}).ID
	d.put("words")
	ok(t, d.writer.Flush(background))
	ok(t, d.vault.Trash(background, id))
	_, err := d.vault.Erase(background, id)
	ok(t, err)
	d.put("late words")
	if err := d.writer.Flush(background); !errors.Is(err, ErrErased) {
		t.Fatalf("a late save gave %v", err)
	}
	if d.writer.Unsaved() != 0 || len(d.vault.List()) != 0 {
		t.Error("it is still there")
	}
}

// flaky is an engine whose next Apply can fail, before or after it was done.
type flaky struct {
	engine.Engine
	guard   sync.Mutex
	fail    []failure
	stopped bool
	closed  bool // nothing can be reopened
}

type failure int

const (
	lostBefore failure = iota // an error, and the change is not there
	lostAfter                 // an error, and it is
	fullDisk                  // as lostBefore, for want of room
)

func (f *flaky) Apply(base uint64, ops []engine.Op) (uint64, error) {
	f.guard.Lock()
	defer f.guard.Unlock()
	if f.stopped {
		return 0, engine.ErrStopped
	}
	if len(f.fail) == 0 {
		return f.Engine.Apply(base, ops)
	}
	next := f.fail[0]
	f.fail, f.stopped = f.fail[1:], true
	if next == lostAfter {
		if _, err := f.Engine.Apply(base, ops); err != nil {
			return 0, err
		}
	}
	if next == fullDisk {
		return base, errors.Join(engine.ErrUnknownOutcome, engine.ErrDiskFull)
	}
	return base, engine.ErrUnknownOutcome
}

func (f *flaky) Reopen() error {
	f.guard.Lock()
	defer f.guard.Unlock()
	if f.closed {
		return engine.ErrDisk
	}
	f.stopped = false
	return nil
}

// unreliable is a desk whose disk fails as told; its rescue files go to a
// folder of the test's.
func unreliable(t *testing.T, fail ...failure) (*desk, *flaky, string) {
	d := newDesk(t)
	f := &flaky{Engine: d.vault.engine, fail: fail}
	folder := t.TempDir()
	d.vault.engine, d.vault.options.Rescue = f, folder
	return d, f, folder
}

func rescues(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, rescuePrefix+"*"))
	ok(t, err)
	return found
}

func TestWriter_looksAgainAfterASaveOfUnknownOutcome(t *testing.T) {
	for name, fails := range map[string]failure{"it had not arrived": lostBefore, "it had": lostAfter} {
		t.Run(name, func(t *testing.T) {
			d, _, folder := unreliable(t, fails)
			d.put("words")
			ok(t, d.writer.Flush(background))
			if doubt := <-d.writer.Saved(); !errors.Is(doubt.Err, ErrUnknownOutcome) {
				t.Errorf("that it was in doubt was not told: %+v", doubt)
			}
			if result := <-d.writer.Saved(); result.Err != nil || d.saved() != "words" {
				t.Errorf("%+v, stored %q", result, d.saved())
			}
			if left := rescues(t, folder); len(left) != 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestWriter_keepsARescueFileWhileTheDiskIsFull(t *testing.T) {
	d, f, folder := unreliable(t, fullDisk, fullDisk)
	d.put("words")
	err := d.writer.Flush(background)
	var unsaved *Unsaved
	if !errors.As(err, &unsaved) || !errors.Is(err, ErrDiskFull) || len(rescues(t, folder)) != 1 || unsaved.Rescue == "" {
		t.Fatalf("%v, with %v", err, rescues(t, folder))
	}
	if m, known := Explain(err); !known || m.Safe == "" || m.What == "" {
		t.Errorf("told as %q", m)
	}
	d.put("words and more")
	if d.writer.Unsaved() != 1 {
		t.Error("the words are not held on to")
	}
	f.fail = nil
	ok(t, d.writer.Flush(background))
	if d.saved() != "words and more" || len(rescues(t, folder)) != 0 {
		t.Errorf("stored %q, left %v", d.saved(), rescues(t, folder))
	}
}

func TestWriter_triesAgainByItself(t *testing.T) {
	d, f, _ := unreliable(t, lostBefore)
	f.closed = true
	start := d.clock.Now()
	d.put("words")
	if err := d.writer.Flush(background); err == nil {
		t.Fatal("a save that failed was acknowledged")
	}
	f.guard.Lock()
	f.closed = false
	f.guard.Unlock()
	d.clock.waiting(start.Add(firstRetry))
	d.clock.Move(firstRetry)
	for result := range d.writer.Saved() {
		if result.Err == nil {
			break
		}
	}
	if d.saved() != "words" {
		t.Errorf("stored %q", d.saved())
	}
}

func TestWriter_filesAgainWhenTheOutcomeIsNotKnown(t *testing.T) {
	for name, fails := range map[string]failure{"it had not arrived": lostBefore, "it had": lostAfter} {
		t.Run(name, func(t *testing.T) {
			d, f, _ := unreliable(t)
			d.put("words")
			ok(t, d.writer.Flush(background))
			f.fail = []failure{fails}
			number, err := d.writer.File(background, reflection(1, "", time.Time{}).ID, WhyLeft)
			ok(t, err)
			if number != 1 || d.saved() != "words" {
				t.Errorf("filed as %d: %q", number, d.saved())
			}
		})
	}
}

func TestWriter_takesNothingOnceItIsClosed(t *testing.T) {
	d := newDesk(t)
	d.put("words")
	ok(t, d.writer.Close(background))
	<-d.writer.Saved()
	d.put("too late")
	if result := <-d.writer.Saved(); !errors.Is(result.Err, ErrClosed) || d.saved() != "words" {
		t.Errorf("%+v, stored %q", result, d.saved())
	}
	ok(t, d.writer.Close(background))
}

func TestRescue_comesBackAtTheNextUnlock(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	id := reflection(1, "", time.Time{}).ID
	_, err := v.Save(background, reflection(1, "filed", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	path, err := v.Rescue(reflection(1, "rescued", p.clock.Now()), 1)
	ok(t, err)
	if about, err := os.Stat(path); err != nil || about.Mode() != 0o600 {
		t.Fatalf("%v, %v", about.Mode(), err)
	}
	ok(t, v.Forget())
	v = p.mustOpen()
	if got, err := v.Get(background, id); err != nil || text(got) != "rescued" {
		t.Errorf("%q, %v", text(got), err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the rescue file is still there: %v", err)
	}
	// One that was overtaken by a later save changes nothing.
	path, err = v.Rescue(reflection(1, "overtaken", p.clock.Now()), 1)
	ok(t, err)
	_, err = v.SaveDraft(background, reflection(1, "later", p.clock.Now()), 1)
	ok(t, err)
	ok(t, v.Forget())
	v = p.mustOpen()
	if got, err := v.Get(background, id); err != nil || text(got) != "later" {
		t.Errorf("%q, %v", text(got), err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the rescue file is still there: %v", err)
	}
}

func TestRescue_leavesForeignAndDamagedFilesAlone(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	path, err := v.Rescue(reflection(1, "rescued", p.clock.Now()), 0)
	ok(t, err)
	ok(t, v.Forget())
	whole := readFile(t, path)
	for at := 0; at < len(whole); at += 1 + at/16 {
		changed := append([]byte(nil), whole...)
		changed[at] ^= 1
		ok(t, os.WriteFile(path, changed, 0o600))
		v := p.mustOpen()
		if got := v.List(); len(got) != 0 {
			t.Fatalf("byte %d changed, and it was taken in", at)
		}
		ok(t, v.Forget())
	}
	ok(t, os.WriteFile(path, whole, 0o600))
	if got := p.mustOpen().List(); len(got) != 1 {
		t.Error("the whole file was not taken in")
	}
}
