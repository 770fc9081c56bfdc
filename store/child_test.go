package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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

func TestKill_losesNothingThatWasAcknowledged(t *testing.T) {
	kills := 25
	if testing.Short() {
		kills = 5
	}
	p := placeIn(t, memoryFolder(t))
	ok(t, p.create().Forget())
	saves := 0
	for round := range kills {
		child := childProcess("write", p.path)
		out, err := child.StdoutPipe()
		ok(t, err)
		ok(t, child.Start())
		acknowledged, killed := 0, false
		for lines := bufio.NewScanner(out); lines.Scan(); { // to the last that it said
			_, err := fmt.Sscan(lines.Text(), &acknowledged)
			ok(t, err)
			if !killed && acknowledged >= 20+13*round {
				killed = true
				ok(t, child.Process.Kill())
			}
		}
		if err := child.Wait(); err == nil {
			t.Fatal("it ended by itself")
		}
		saves += acknowledged
		v := p.mustOpen()
		r, err := v.Get(background, reflection(1, "", time.Time{}).ID)
		ok(t, err)
		found := 0
		_, err = fmt.Sscanf(text(r), "word %d", &found)
		ok(t, err)
		if found < acknowledged || found > acknowledged+1 {
			t.Fatalf("round %d: %d was acknowledged and %d is there", round, acknowledged, found)
		}
		ok(t, v.Forget())
	}
	t.Logf("%d kills, %d acknowledged saves, none lost", kills, saves)
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
