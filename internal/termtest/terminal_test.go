//go:build unix

package termtest

import (
	"bufio"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/term"
)

// childVariable makes the test binary play the program under test.
const childVariable = "TERMTEST_CHILD"

// shownVariable holds what the child draws on its third line.
const shownVariable = "TERMTEST_SHOWN"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		os.Exit(child())
	}
	os.Exit(m.Run())
}

// child draws its size and the keys it gets, until q.
func child() int {
	state, err := term.MakeRaw(int(os.Stdin.Fd()))
	if err != nil {
		return 9
	}
	defer func() { _ = term.Restore(int(os.Stdin.Fd()), state) }()
	resized := make(chan os.Signal, 1)
	signal.Notify(resized, syscall.SIGWINCH)
	keys := make(chan byte)
	go func() {
		defer close(keys)
		in := bufio.NewReader(os.Stdin)
		for {
			c, err := in.ReadByte()
			if err != nil {
				return
			}
			keys <- c
		}
	}()
	var typed []byte
	for {
		width, height, err := term.GetSize(int(os.Stdout.Fd()))
		if err != nil {
			return 8
		}
		fmt.Printf("\x1b[2J\x1b[H%dx%d\r\n\x1b[1mtyped\x1b[m %q\r\n%s é→ü\x1b[2;3H", width, height, typed, os.Getenv(shownVariable))
		select {
		case <-resized:
		case c, open := <-keys:
			if !open {
				return 7
			}
			if c == 'q' {
				return 3
			}
			typed = append(typed, c)
		}
	}
}

func startChild(t *testing.T, o Options) *Terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o.Path = self
	o.Env = append(o.Env, childVariable+"=1")
	return Start(t, o)
}

func TestTerminal_showsWhatTheProgramDraws(t *testing.T) {
	terminal := startChild(t, Options{Width: 50, Height: 5, Env: []string{shownVariable + "=words"}})
	screen := terminal.WaitScreen(t, "child")
	if !screen.Cells[1][0].Bold || screen.Cells[1][7].Bold {
		t.Error("bold is not where the program drew it")
	}
	if screen.CursorLine() != `typed ""` {
		t.Errorf("cursor is on %q", screen.CursorLine())
	}
}

func TestTerminal_sendsKeysTextAndPastes(t *testing.T) {
	terminal := startChild(t, Options{})
	terminal.WaitDrawn(t)
	terminal.Type(t, "ab\n")
	terminal.Keys(t, "ctrl+c", "shift+left")
	terminal.Paste(t, "x")
	terminal.WaitFor(t, "all that was sent", func(s Screen) bool {
		return s.Lines[1] == fmt.Sprintf("typed %q", "ab\r\x03\x1b[1;2D\x1b[200~x\x1b[201~")
	})
	terminal.Keys(t, "q")
	if code := terminal.Wait(t); code != 3 {
		t.Errorf("exit code %d, want 3", code)
	}
}

func TestEnvironment_holdsNothingOfTheMachine(t *testing.T) {
	t.Setenv("SOUNDING_VAULT", "/somewhere/real")
	for _, entry := range environment("/h", []string{"A=b"}) {
		if strings.Contains(entry, "real") {
			t.Errorf("%s came through", entry)
		}
		name, value, _ := strings.Cut(entry, "=")
		if strings.HasPrefix(name, "XDG_") && !strings.HasPrefix(value, "/h/") {
			t.Errorf("%s is outside of the home", entry)
		}
	}
}

func TestStart_givesEachRunAHomeOfItsOwn(t *testing.T) {
	first, second := startChild(t, Options{}), startChild(t, Options{})
	if first.Home == second.Home {
		t.Error("two runs share a home")
	}
	if third := startChild(t, Options{Home: first.Home}); third.Home != first.Home {
		t.Error("a home that was asked for is not used")
	}
}

func TestTerminal_tellsTheProgramOfANewSize(t *testing.T) {
	terminal := startChild(t, Options{})
	terminal.WaitFor(t, "the first size", func(s Screen) bool { return s.Lines[0] == "80x24" })
	terminal.Resize(t, 33, 7)
	screen := terminal.WaitFor(t, "the new size", func(s Screen) bool { return s.Lines[0] == "33x7" })
	if len(screen.Lines) != 7 || len(screen.Cells[0]) != 33 {
		t.Errorf("screen of %dx%d", len(screen.Cells[0]), len(screen.Lines))
	}
}

func TestTerminal_hangsUpUnderTheProgram(t *testing.T) {
	terminal := startChild(t, Options{})
	terminal.WaitDrawn(t)
	terminal.HangUp(t)
	if code := terminal.Wait(t); code != -1 && code != 7 {
		t.Errorf("exit code %d, want the end by SIGHUP", code)
	}
}

func TestTerminal_passesSignalsOn(t *testing.T) {
	terminal := startChild(t, Options{})
	terminal.WaitDrawn(t)
	terminal.Signal(t, syscall.SIGTERM)
	if code := terminal.Wait(t); code != -1 {
		t.Errorf("exit code %d, want -1", code)
	}
	terminal.Close()
	terminal.Close()
}

func TestTerminal_keepsEveryByte(t *testing.T) {
	terminal := startChild(t, Options{})
	terminal.WaitDrawn(t)
	if raw := string(terminal.Raw()); !strings.HasPrefix(raw, "\x1b[2J") {
		t.Errorf("raw output starts %.20q", raw)
	}
}
