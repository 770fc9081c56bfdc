package engine

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"sync/atomic"
	"testing"
)

// pathVariable tells a child process which file to work on.
const pathVariable = "SOUNDING_ENGINE_PATH"

// savesPerKill is how many acknowledged saves a child makes at least before it
// is killed.
const savesPerKill = 100

// compactEvery is how many saves lie between two compactions of a child.
const compactEvery = 97

// saveUntilKilled is the child: it opens the store, saves as fast as it can,
// compacts now and then, and writes each sequence to its output once Apply has
// returned.
func saveUntilKilled() error {
	b, err := OpenBolt(os.Getenv(pathVariable), testOptions())
	if err != nil {
		return err
	}
	now, err := readLedger(b)
	if err != nil {
		return err
	}
	for {
		following, sealed := now.next(killedSave(now.sequence + 1)...)
		if _, err := b.Apply(now.sequence, sealed); err != nil {
			return err
		}
		now = following
		acknowledged := binary.LittleEndian.AppendUint64(nil, now.sequence)
		if _, err := os.Stdout.Write(acknowledged); err != nil {
			return err
		}
		if now.sequence%compactEvery == 0 {
			if _, err := b.CompactInPlace(); err != nil {
				return err
			}
		}
	}
}

// killedSave is what save number sequence writes: a draft that says which save
// it is, and records that come and go.
func killedSave(sequence uint64) []Op {
	i := int(sequence)
	ops := []Op{{Bucket: "draft", Key: []byte("draft"), Value: fmt.Appendf(nil, "%d %0*d", i, i%3000, i)}}
	if i%3 == 0 {
		ops = append(ops, record(i%40, bytes.Repeat([]byte{byte(i)}, i%2500)))
	}
	if i%7 == 0 {
		ops = append(ops, Op{Bucket: "rec", Key: record((i+13)%40, nil).Key, Delete: true})
	}
	return ops
}

// Every child is killed without warning while it saves; everything it had
// acknowledged must be there, and the file must be whole.
func TestKill_losesNothingThatWasAcknowledged(t *testing.T) {
	kills := onDemand(t, "SOUNDING_ENGINE_KILLS", 300)
	var saves, compactions atomic.Int64
	t.Cleanup(func() {
		if !t.Failed() {
			t.Logf("%d kills, %d acknowledged saves, 0 lost; %d kills fell into a compaction", kills, saves.Load(), compactions.Load())
		}
	})
	const lanes = 2
	for lane := range lanes {
		t.Run(fmt.Sprint(lane), func(t *testing.T) {
			t.Parallel()
			r := random(300 + uint64(lane))
			path := emptyVault(t)
			acknowledged := uint64(0)
			for range kills*(lane+1)/lanes - kills*lane/lanes {
				last := killOnce(t, path, r)
				if last <= acknowledged {
					t.Fatal("a child acknowledged nothing")
				}
				if replacing(t, path) {
					compactions.Add(1)
				}
				acknowledged = wantAcknowledged(t, path, last)
			}
			saves.Add(int64(acknowledged))
		})
	}
}

// replacing is true if a replacement was under way when the child died.
func replacing(t *testing.T, path string) bool {
	t.Helper()
	for _, suffix := range []string{newSuffix, oldSuffix} {
		there, err := exists(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if there {
			return true
		}
	}
	return false
}

// killOnce lets a child make some saves, kills it, and returns the last
// sequence it acknowledged. One child in three is killed as it compacts.
func killOnce(t *testing.T, path string, r *rand.Rand) uint64 {
	t.Helper()
	saves, compacting, later := savesPerKill+r.IntN(20), r.IntN(3) == 0, r.IntN(30000)
	command := childProcess("save", pathVariable+"="+path)
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	reader := bufio.NewReader(output)
	var last uint64
	number := make([]byte, 8)
	killed := false
	for seen := 0; ; seen++ {
		if seen >= saves && !killed && (!compacting || last%compactEvery == 0) {
			for range later {
				runtime.Gosched() // lets the child get on for a while that differs
			}
			if err := command.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			killed = true
		}
		if _, err := io.ReadFull(reader, number); err != nil {
			if !killed {
				t.Fatalf("the child ended by itself after %d saves: %v", seen, err)
			}
			break
		}
		last = binary.LittleEndian.Uint64(number)
	}
	if err := command.Wait(); err == nil {
		t.Fatal("the child ended by itself")
	}
	return last
}

// wantAcknowledged opens the store as the next start would and returns its
// sequence: the last acknowledged one, or one more.
func wantAcknowledged(t *testing.T, path string, acknowledged uint64) uint64 {
	t.Helper()
	b, err := OpenBolt(path, testOptions())
	if err != nil {
		t.Fatalf("open after a kill: %v", err)
	}
	found, err := readLedger(b)
	if err != nil {
		t.Fatalf("read after a kill: %v", err)
	}
	if found.sequence != acknowledged && found.sequence != acknowledged+1 {
		t.Fatalf("after a kill the store is at save %d, acknowledged was %d", found.sequence, acknowledged)
	}
	draft, err := b.Get("draft", []byte("draft"))
	if want := killedSave(found.sequence)[0].Value; err != nil || !bytes.Equal(draft[len(tag{}):], want) {
		t.Fatalf("after a kill the draft is not that of save %d: %v", found.sequence, err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return found.sequence
}

// holdOpen is a child that opens the store, says so, and closes it when its
// input ends.
func holdOpen() error {
	b, err := OpenBolt(os.Getenv(pathVariable), testOptions())
	if err != nil {
		return err
	}
	if _, err := fmt.Println("open"); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, b.Close())
}
