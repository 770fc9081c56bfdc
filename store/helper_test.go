package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// testClock is a clock that only moves when it is told to.
type testClock struct {
	guard sync.Mutex
	now   time.Time
}

func newTestClock() *testClock {
	return &testClock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
}

func (c *testClock) Now() time.Time {
	c.guard.Lock()
	defer c.guard.Unlock()
	return c.now
}

func (c *testClock) Move(d time.Duration) {
	c.guard.Lock()
	defer c.guard.Unlock()
	c.now = c.now.Add(d)
}

// seeded gives the same bytes for the same seed.
func seeded(seed byte) *rand.ChaCha8 {
	return rand.NewChaCha8([32]byte{seed})
}

var testMaster = seal.Key{1, 2, 3, 4}

// testPlace is the folders of one test's vault.
type testPlace struct {
	t       testing.TB
	clock   *testClock
	options Options
	path    string
}

func newPlace(t testing.TB) *testPlace { return placeIn(t, t.TempDir()) }

func placeIn(t testing.TB, folder string) *testPlace {
	clock := newTestClock()
	floor := seal.FloorCost()
	return &testPlace{
		t: t, clock: clock, path: filepath.Join(folder, "data", "vault.db"),
		options: Options{
			Now: clock.Now, Anchors: filepath.Join(folder, "state"), Timeout: time.Millisecond,
			Backups: []string{filepath.Join(folder, "backups")}, Ballast: -1, cost: &floor,
		},
	}
}

// create makes a vault whose master key the test knows; it has no slot.
func (p *testPlace) create() *Vault {
	p.t.Helper()
	master := testMaster
	n, err := newVaultWith(p.options.settled(), &master)
	if err == nil {
		var v *Vault
		if v, err = n.create(p.path); err == nil {
			p.t.Cleanup(func() { ok(p.t, v.Forget()) })
			return v
		}
	}
	p.t.Fatal(err)
	return nil
}

func (p *testPlace) open() (*Vault, error) {
	p.t.Helper()
	locked, err := Open(p.path, p.options)
	if err != nil {
		return nil, err
	}
	master := testMaster
	v, err := locked.unlock(&master)
	if err != nil {
		ok(p.t, locked.Close())
		return nil, err
	}
	p.t.Cleanup(func() { ok(p.t, v.Forget()) })
	return v, nil
}

func (p *testPlace) mustOpen() *Vault {
	p.t.Helper()
	v, err := p.open()
	ok(p.t, err)
	return v
}

// inMemory makes a vault on the engine that has no file.
func inMemory(t testing.TB, clock *testClock) *Vault {
	t.Helper()
	master := testMaster
	n, err := newVaultWith(Options{Now: clock.Now}.settled(), &master)
	ok(t, err)
	ops, manifest, err := n.first()
	ok(t, err)
	memory, err := engine.OpenMemory(buckets())
	ok(t, err)
	_, err = memory.Apply(0, ops)
	ok(t, err)
	v, err := n.on(memory, "", manifest, nil)
	ok(t, err)
	t.Cleanup(func() { ok(t, v.Forget()) })
	return v
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// reflection makes one with an id drawn from a number.
func reflection(number int, text string, at time.Time) journal.Reflection {
	var raw rawID
	seed := rand.New(rand.NewPCG(uint64(number), 7))
	for i := range raw {
		raw[i] = byte(seed.Uint32())
	}
	return journal.Reflection{
		ID: journal.IDFromBytes(raw), Walk: "what-so-what", WalkVersion: 1, Status: journal.StatusDraft,
		Title: fmt.Sprintf("Title %d", number), Created: at, Updated: at,
		Answers: []journal.Answer{{Step: "what", Prompt: "what", Text: text}},
	}
}

func text(r journal.Reflection) string {
	if len(r.Answers) == 0 {
		return ""
	}
	return r.Answers[0].Text
}

var background = context.Background()

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	out, err := os.ReadFile(path)
	ok(t, err)
	return out
}
