package termtest

import (
	"strings"
	"testing"
	"time"
)

// Patience is how long a wait may take before the test fails. It is long
// because nothing is decided by it: a good run never gets near.
const Patience = 30 * time.Second

// settled is how long the output must rest before a golden is rewritten.
const settled = 700 * time.Millisecond

// Options say what to start. The zero size is 80 by 24.
type Options struct {
	Path          string   // the program
	Args          []string // its arguments
	Dir           string   // where it runs; its home where empty
	Env           []string // NAME=value besides the clean environment
	Home          string   // a home to share between runs; a new one where empty
	Width, Height int
}

// environment is all that the program sees: a home and XDG folders of its own,
// a terminal of 256 colours, UTF-8, and UTC.
func environment(home string, extra []string) []string {
	env := []string{
		"HOME=" + home,
		"USERPROFILE=" + home,
		"XDG_DATA_HOME=" + home + "/data",
		"XDG_CONFIG_HOME=" + home + "/config",
		"XDG_STATE_HOME=" + home + "/state",
		"XDG_CACHE_HOME=" + home + "/cache",
		"XDG_RUNTIME_DIR=" + home + "/run",
		"TMPDIR=" + home + "/tmp",
		"PATH=/usr/bin:/bin",
		"TERM=xterm-256color",
		"LANG=C.UTF-8",
		"LC_ALL=C.UTF-8",
		"TZ=UTC",
	}
	return append(env, extra...)
}

// WaitFor waits until the screen is as want says, and gives that screen. It
// looks again whenever the program has written something.
func (term *Terminal) WaitFor(t testing.TB, what string, want func(Screen) bool) Screen {
	t.Helper()
	deadline := time.NewTimer(Patience)
	defer deadline.Stop()
	for {
		screen, changed, ended := term.look()
		if want(screen) {
			return screen
		}
		if ended {
			t.Fatalf("the program ended before %s; the screen was\n%s", what, screen)
		}
		select {
		case <-changed:
		case <-deadline.C:
			t.Fatalf("waited in vain for %s; the screen is\n%s", what, screen)
		}
	}
}

// WaitScreen waits until the whole screen, cursor included, equals
// testdata/<name>.golden, or writes that file when the test runs with -update.
func (term *Terminal) WaitScreen(t testing.TB, name string) Screen {
	t.Helper()
	path := goldenPath(name)
	if *update {
		screen := term.rest()
		writeGolden(t, path, screen.String())
		return screen
	}
	golden := readGolden(t, path)
	deadline := time.NewTimer(Patience)
	defer deadline.Stop()
	for {
		screen, changed, ended := term.look()
		got := screen.String()
		if got == golden {
			return screen
		}
		if ended {
			t.Fatalf("the program ended with another screen than %s%s", path, difference(golden, got))
		}
		select {
		case <-changed:
		case <-deadline.C:
			t.Fatalf("the screen never became %s%s", path, difference(golden, got))
		}
	}
}

// WaitDrawn waits for the first frame; before it, keys would go to a terminal
// that is not yet in raw mode.
func (term *Terminal) WaitDrawn(t testing.TB) Screen {
	t.Helper()
	return term.WaitFor(t, "a first frame", func(s Screen) bool { return !s.Blank() })
}

// rest waits until nothing has been written for a while.
func (term *Terminal) rest() Screen {
	for {
		screen, changed, ended := term.look()
		if ended {
			return screen
		}
		select {
		case <-changed:
		case <-time.After(settled):
			return screen
		}
	}
}

// Keys sends keys by name, see Key.
func (term *Terminal) Keys(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		term.Send(t, Key(name))
	}
}

// Type sends text as if it were typed; a line feed is Enter.
func (term *Terminal) Type(t testing.TB, text string) {
	t.Helper()
	term.Send(t, strings.ReplaceAll(text, "\n", "\r"))
}

// Paste sends text as one bracketed paste.
func (term *Terminal) Paste(t testing.TB, text string) {
	t.Helper()
	term.Send(t, paste(text))
}

// completeUTF8 splits off a character that has not arrived whole.
func completeUTF8(data []byte) (whole, rest []byte) {
	for back := 1; back <= 3 && back <= len(data); back++ {
		c := data[len(data)-back]
		if c < 0x80 {
			break
		}
		if c >= 0xc0 {
			need := 2
			if c >= 0xe0 {
				need = 3
			}
			if c >= 0xf0 {
				need = 4
			}
			if back < need {
				return data[:len(data)-back], data[len(data)-back:]
			}
			break
		}
	}
	return data, nil
}
