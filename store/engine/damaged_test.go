package engine

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// What can become of a damaged file. The last four must never happen.
const (
	outcomeIntact   = "intact: the damage hit nothing in use"
	outcomeOlder    = "an earlier save, told by its sequence"
	outcomeRefused  = "refused by preflight"
	outcomeNotVault = "refused as no vault"
	outcomeForged   = "refused by authentication"
	outcomeFault    = "fault caught while reading"

	outcomeSilent   = "SILENTLY WRONG"
	outcomeSpoilt   = "DAMAGED FURTHER BY SAVING"
	outcomeUnsaid   = "AN ERROR WITHOUT A NAME"
	outcomeCrash    = "CRASH OR HANG"
	outcomeSalvaged = "salvaged"
)

const (
	fromVariable   = "SOUNDING_ENGINE_FROM"
	toVariable     = "SOUNDING_ENGINE_TO"
	folderVariable = "SOUNDING_ENGINE_FOLDER"
	// salvageEvery is how many damaged files there are to one that is also
	// salvaged.
	salvageEvery = 7
)

// tryDamaged is the child: it opens, reads, writes to and reads again one
// damaged file after the other, and writes a line for each.
func tryDamaged() error {
	folder := os.Getenv(folderVariable)
	from, err := strconv.Atoi(os.Getenv(fromVariable))
	if err != nil {
		return err
	}
	to, err := strconv.Atoi(os.Getenv(toVariable))
	if err != nil {
		return err
	}
	all, err := makeSpecimens(folder)
	if err != nil {
		return err
	}
	for i := from; i < to; i++ {
		outcome, err := tryOne(i, all, filepath.Join(folder, "damaged.db"))
		if err != nil {
			return err
		}
		if _, err := fmt.Printf("%d\t%s\n", i, outcome); err != nil {
			return err
		}
	}
	return nil
}

func tryOne(i int, all []*specimen, path string) (string, error) {
	_, s, d := damageNumber(i, all)
	for _, old := range []string{path, path + ".lock"} {
		if err := removeIfThere(old); err != nil {
			return "", err
		}
	}
	if err := os.WriteFile(path, d.image, 0o600); err != nil {
		return "", err
	}
	outcome := s.tryFile(path)
	if i%salvageEvery == 0 {
		intact, back, err := s.trySalvage(d)
		if err != nil {
			return "", err
		}
		outcome += fmt.Sprintf("\t%s %d %d", outcomeSalvaged, intact, back)
	}
	return outcome, nil
}

// tryFile opens a damaged file as the vault would and goes on as long as
// nothing is noticed.
func (s *specimen) tryFile(path string) string {
	b, err := OpenBolt(path, testOptions())
	switch {
	case errors.Is(err, ErrNotVault):
		return outcomeNotVault
	case errors.Is(err, ErrDamaged):
		return outcomeRefused
	case err != nil:
		return outcomeUnsaid
	}
	outcome := s.use(b)
	if err := b.Close(); err != nil {
		return outcomeUnsaid
	}
	if outcome != outcomeIntact && outcome != outcomeOlder {
		return outcome
	}
	if _, err := PreflightFile(path); err != nil {
		return outcomeSpoilt
	}
	return outcome
}

// use reads everything, saves twenty times and reads everything again.
func (s *specimen) use(b *Bolt) string {
	found, err := readLedger(b)
	switch {
	case errors.Is(err, errForged), errors.Is(err, errManifest):
		return outcomeForged
	case errors.Is(err, ErrDamaged):
		return outcomeFault
	case err != nil:
		return outcomeUnsaid
	case !found.same(s.history[found.sequence]):
		return outcomeSilent
	}
	outcome := outcomeIntact
	if found.sequence != s.now.sequence {
		outcome = outcomeOlder
	}
	r := random(5)
	for range 20 {
		op := record(r.IntN(200), randomBytes(r, r.IntN(4000)))
		op.Delete = r.IntN(4) == 0
		following, sealed := found.next(op)
		if _, err := b.Apply(found.sequence, sealed); err != nil {
			return outcomeSpoilt
		}
		found = following
	}
	if after, err := readLedger(b); err != nil || !after.same(found) {
		return outcomeSpoilt
	}
	return outcome
}

// trySalvage counts the cells whose leaf is intact, and those of them that
// come back with exactly their value.
func (s *specimen) trySalvage(d *damaged) (intact, back int, err error) {
	found := make(map[tag]bool)
	_, err = Salvage(bytes.NewReader(d.image), int64(len(d.image)), testBuckets, func(guess Bucket, key, value []byte) error {
		if len(value) < len(tag{}) {
			return nil
		}
		mark, payload := tag(value), value[len(tag{}):]
		for _, bucket := range append([]Bucket{guess}, testBuckets...) {
			if mark == tagOf(bucket, key, payload) {
				found[mark] = true
				break
			}
		}
		return nil
	})
	for name, where := range s.places {
		if mark, counted := s.now.tags[name]; counted && d.intact(s, where) {
			intact++
			if found[mark] {
				back++
			}
		}
	}
	return intact, back, err
}

// tally collects outcomes from several children.
type tally struct {
	guard        sync.Mutex
	outcomes     map[string]int
	bad          []string
	intact, back int
}

func (a *tally) add(i int, outcome, salvage string) {
	a.guard.Lock()
	defer a.guard.Unlock()
	a.outcomes[outcome]++
	switch outcome {
	case outcomeSilent, outcomeSpoilt, outcomeUnsaid, outcomeCrash:
		a.bad = append(a.bad, fmt.Sprintf("file %d (%s): %s", i, kinds[i%len(kinds)].name, outcome))
	}
	var intact, back int
	if n, err := fmt.Sscanf(salvage, outcomeSalvaged+" %d %d", &intact, &back); n == 2 && err == nil {
		a.intact += intact
		a.back += back
	}
}

// Damaged files are tried in child processes, since a crash takes the process
// with it: 0 crashes, 0 hangs, nothing silently wrong, nothing made worse.
func TestDamage_neverCrashesHangsOrPassesUnnoticed(t *testing.T) {
	files := onDemand(t, "SOUNDING_ENGINE_DAMAGED", 5100)
	a := &tally{outcomes: make(map[string]int)}
	const parts = 2
	var all sync.WaitGroup
	for part := range parts {
		all.Add(1)
		folder := memoryFolder(t)
		go func() {
			defer all.Done()
			a.tryRange(t, folder, files*part/parts, files*(part+1)/parts)
		}()
	}
	all.Wait()
	for _, bad := range a.bad {
		t.Error(bad)
	}
	for outcome, count := range a.outcomes {
		t.Logf("%6d %s", count, outcome)
	}
	t.Logf("%d damaged files of %d kinds; salvage brought back %d of %d cells on intact pages", files, len(kinds), a.back, a.intact)
	if a.back*100 < a.intact*99 {
		t.Error("salvage brought back less than 99% of what is intact")
	}
}

// tryRange runs children over a range of files until all were tried; each
// child that ends too soon has crashed on one.
func (a *tally) tryRange(t *testing.T, folder string, from, to int) {
	for from < to {
		command := childProcess("damage", folderVariable+"="+folder,
			fmt.Sprintf("%s=%d", fromVariable, from), fmt.Sprintf("%s=%d", toVariable, to))
		output, err := command.StdoutPipe()
		if err != nil {
			t.Error(err)
			return
		}
		if err := command.Start(); err != nil {
			t.Error(err)
			return
		}
		// A child that says nothing for this long hangs; a sound one says
		// something every few milliseconds.
		const patience = 2 * time.Minute
		hung := time.AfterFunc(patience, func() {
			if err := command.Process.Kill(); err != nil {
				t.Logf("kill a hung child: %v", err)
			}
		})
		started := from
		for lines := bufio.NewScanner(output); lines.Scan(); {
			hung.Reset(patience)
			fields := append(strings.Split(lines.Text(), "\t"), "", "")
			a.add(from, fields[1], fields[2])
			from++
		}
		hung.Stop()
		if err := command.Wait(); err != nil || from < to {
			t.Logf("child from %d ended at %d: %v", started, from, err)
			a.add(from, outcomeCrash, "")
			from++
		}
	}
}
