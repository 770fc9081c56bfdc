package engine

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// impatient are options that try a lock once and never pause.
func impatient() Options {
	options := testOptions()
	options.Timeout = time.Nanosecond
	options.Wait = func(time.Duration) {}
	return options
}

func TestOpen_namesTheOtherHolder(t *testing.T) {
	since := time.Date(2026, 5, 12, 9, 12, 44, 5, time.FixedZone("BST", 3600))
	path := filepath.Join(t.TempDir(), "vault.db")
	options := testOptions()
	options.Now = func() time.Time { return since }
	b, err := CreateBolt(path, options, nil)
	if err != nil {
		t.Fatal(err)
	}
	waits := 0
	second := testOptions()
	second.Timeout = time.Second
	second.Wait = func(pause time.Duration) {
		if waits++; pause != retryEvery {
			t.Errorf("a pause of %s, want %s", pause, retryEvery)
		}
	}
	_, err = OpenBolt(path, second)
	var held *HeldError
	if !errors.As(err, &held) || !errors.Is(err, ErrHeld) {
		t.Fatalf("a second opener: %v, want a HeldError", err)
	}
	host, hostErr := os.Hostname()
	if hostErr != nil {
		t.Fatal(hostErr)
	}
	if held.Holder.Process != os.Getpid() || held.Holder.Host != host || !held.Holder.Since.Equal(since.Truncate(time.Second)) {
		t.Errorf("the holder is said to be %+v", held.Holder)
	}
	if want := int(time.Second / retryEvery); waits != want {
		t.Errorf("waited %d times, want %d", waits, want)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if left := read(t, path+noteSuffix); len(left) != 0 {
		t.Errorf("the note still says %q after Close", left)
	}
	again, err := OpenBolt(path, impatient())
	if err != nil {
		t.Fatalf("open after the holder closed: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpen_seesAnotherProcess(t *testing.T) {
	path := emptyVault(t)
	holder := childProcess("hold", pathVariable+"="+path)
	input, err := holder.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(output).ReadString('\n'); err != nil || line != "open\n" {
		t.Fatalf("the other process says %q, %v", line, err)
	}
	var held *HeldError
	if _, err := OpenBolt(path, impatient()); !errors.As(err, &held) || held.Holder.Process != holder.Process.Pid {
		t.Errorf("beside another process: %v, want a HeldError naming %d", err, holder.Process.Pid)
	}
	// Somebody tidies the note away: the file's own lock still tells, if not who.
	if err := os.Remove(path + noteSuffix); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenBolt(path, impatient()); !errors.Is(err, ErrHeld) {
		t.Errorf("beside another process without its note: %v, want ErrHeld", err)
	}
	if _, err := CreateBolt(path, impatient(), nil); !errors.Is(err, ErrExists) {
		t.Errorf("create beside another process: %v, want ErrExists", err)
	}
	if err := input.Close(); err != nil {
		t.Error(err)
	}
	if err := holder.Wait(); err != nil {
		t.Error(err)
	}
	wantOpens(t, path)
}

// Reading waits for no writer and disturbs none: it is told.
func TestOpen_forReadingSeesAWriter(t *testing.T) {
	b := newBolt(t, record(1, []byte("one")))
	options := impatient()
	options.ReadOnly = true
	if _, err := OpenBolt(b.path, options); !errors.Is(err, ErrHeld) {
		t.Errorf("open for reading beside a writer: %v, want ErrHeld", err)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if _, err := b.Compact(copied); err != nil {
		t.Fatal(err)
	}
	one, err := OpenBolt(copied, options)
	if err != nil {
		t.Fatal(err)
	}
	two, err := OpenBolt(copied, options)
	if err != nil {
		t.Fatalf("two readers of one file: %v", err)
	}
	if _, err := OpenBolt(copied, impatient()); !errors.Is(err, ErrHeld) {
		t.Errorf("a writer beside readers: %v, want ErrHeld", err)
	}
	for _, reader := range []*Bolt{one, two} {
		if err := reader.Close(); err != nil {
			t.Error(err)
		}
	}
}

func wantOpens(t *testing.T, path string) {
	t.Helper()
	b, err := OpenBolt(path, impatient())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

// A crash leaves its note behind; whatever it says, it holds nobody up.
func TestOpen_ignoresTheNoteOfACrash(t *testing.T) {
	path := emptyVault(t)
	for _, note := range []string{
		`{"process":1,"host":"elsewhere","since":"2020-01-01T00:00:00Z"}`, "rubbish", "", strings.Repeat("x", 5000), "{}",
	} {
		write(t, path+noteSuffix, []byte(note))
		b, err := OpenBolt(path, impatient())
		if err != nil {
			t.Fatalf("open beside the note %.20q: %v", note, err)
		}
		words := read(t, path+noteSuffix)
		if holder := readHolder(bytes.NewReader(words)); holder.Process != os.Getpid() {
			t.Errorf("the note now says %q", words)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestOpen_heldWithoutANoteStillSaysSo(t *testing.T) {
	path := emptyVault(t)
	b, err := OpenBolt(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	write(t, path+noteSuffix, []byte("rubbish"))
	_, err = OpenBolt(path, impatient())
	var held *HeldError
	if !errors.As(err, &held) || held.Holder != (Holder{}) {
		t.Errorf("beside a rubbish note: %v, want a HeldError without a holder", err)
	}
	if !strings.Contains(err.Error(), ErrHeld.Error()) {
		t.Errorf("the words are %q", err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}
