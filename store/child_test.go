package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// childVariable makes the test binary a child process that does one job: for
// what only a process of its own can suffer.
const childVariable = "SOUNDING_STORE_CHILD"

func TestMain(m *testing.M) {
	jobs := map[string]func(path string) error{"write": writeUntilKilled, "hold": holdUntilKilled, "harden": harden}
	if job, path, child := strings.Cut(os.Getenv(childVariable), "="); child {
		if err := jobs[job](path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

func childProcess(job, path string) *exec.Cmd {
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), childVariable+"="+job+"="+path)
	return command
}

func openAsChild(path string) (*Vault, error) {
	locked, err := Open(path, Options{Timeout: time.Millisecond, Ballast: -1})
	if err != nil {
		return nil, err
	}
	master := testMaster
	return locked.unlock(&master)
}

// writeUntilKilled types without end and prints what was acknowledged.
func writeUntilKilled(path string) error {
	v, err := openAsChild(path)
	if err != nil {
		return err
	}
	w := NewWriter(v, WallClock{})
	for n := 1; ; n++ {
		w.Put(reflection(1, fmt.Sprintf("word %d", n), time.Now()))
		if err := w.Flush(background); err != nil {
			return err
		}
		if n%10 == 0 {
			if _, err := w.File(background, reflection(1, "", time.Time{}).ID, WhyLeft); err != nil {
				return err
			}
		}
		fmt.Println(n)
	}
}

// A vault is killed in the middle of its saves, opened again and killed again:
// 300 kills and more than 30,000 acknowledged saves, over six vaults.
func TestKill_losesNothingThatWasAcknowledged(t *testing.T) {
	vaults, kills := 6, 50
	if testing.Short() {
		vaults, kills = 1, 5
	}
	var saves atomic.Int64
	t.Run("all", func(t *testing.T) {
		for range vaults {
			t.Run("vault", func(t *testing.T) {
				t.Parallel()
				p := placeIn(t, memoryFolder(t))
				ok(t, p.create().Forget())
				for round := range kills {
					saves.Add(int64(p.killedAfter(60 + 13*round%81)))
				}
			})
		}
	})
	t.Logf("%d kills, %d acknowledged saves, none lost", vaults*kills, saves.Load())
	if !testing.Short() && saves.Load() < 30000 {
		t.Errorf("only %d saves were acknowledged", saves.Load())
	}
}

// killedAfter kills a process that saves once so many saves are acknowledged,
// looks whether each is there, and gives how many there were in the end.
func (p *testPlace) killedAfter(enough int) int {
	t := p.t
	t.Helper()
	child := childProcess("write", p.path)
	out, err := child.StdoutPipe()
	ok(t, err)
	ok(t, child.Start())
	acknowledged, killed := 0, false
	for lines := bufio.NewScanner(out); lines.Scan(); { // to the last that it said
		_, err := fmt.Sscan(lines.Text(), &acknowledged)
		ok(t, err)
		if !killed && acknowledged >= enough {
			killed = true
			ok(t, child.Process.Kill())
		}
	}
	if err := child.Wait(); err == nil {
		t.Fatal("it ended by itself")
	}
	v := p.mustOpen()
	r, err := v.Get(background, reflection(1, "", time.Time{}).ID)
	ok(t, err)
	found := 0
	_, err = fmt.Sscanf(text(r), "word %d", &found)
	ok(t, err)
	if found < acknowledged || found > acknowledged+1 {
		t.Fatalf("%d was acknowledged and %d is there", acknowledged, found)
	}
	ok(t, v.Forget())
	return acknowledged
}

// holdUntilKilled opens a vault and says so.
func holdUntilKilled(path string) error {
	v, err := openAsChild(path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, err = fmt.Scanln() // until the parent is done
	return errors.Join(err, v.Forget())
}

func TestSecondProcess_isToldWhoHoldsTheVault(t *testing.T) {
	p := newPlace(t)
	ok(t, p.create().Forget())
	child := childProcess("hold", p.path)
	out, err := child.StdoutPipe()
	ok(t, err)
	_, err = child.StdinPipe()
	ok(t, err)
	ok(t, child.Start())
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "open\n" {
		t.Fatalf("%q, %v", line, err)
	}
	_, err = p.open()
	m, told := Explain(err)
	if !errors.Is(err, ErrHeld) || !told || !strings.Contains(m.What, fmt.Sprint(child.Process.Pid)) {
		t.Errorf("%v is told as %s", err, m)
	}
	ok(t, child.Process.Kill())
	if err := child.Wait(); err == nil {
		t.Error("it ended by itself")
	}
	p.mustOpen() // the hold died with it
}

func harden(string) error { return NoCoreDumps() }

func TestNoCoreDumps_isAccepted(t *testing.T) {
	if out, err := childProcess("harden", filepath.Join(t.TempDir(), "x")).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
