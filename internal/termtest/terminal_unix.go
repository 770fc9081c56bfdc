//go:build unix

package termtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
)

// Terminal is a program running in a pseudo-terminal with an emulator on the
// other side.
type Terminal struct {
	Home string // the program's home; the vault of a test is below it

	command  *exec.Cmd
	master   *os.File
	emulator vt10x.Terminal

	mu      sync.Mutex
	changed chan struct{} // closed and replaced with every change
	raw     []byte
	width   int
	height  int
	ended   bool // the program's side of the terminal is closed

	exited   chan struct{}
	exitErr  error
	closing  sync.Once
	readDone chan struct{}
}

// Start runs a program in a new terminal. It is ended with the test.
func Start(t testing.TB, o Options) *Terminal {
	t.Helper()
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 80, 24
	}
	term, err := start(o, t.TempDir())
	if err != nil {
		t.Fatalf("start %s in a terminal: %v", o.Path, err)
	}
	t.Cleanup(term.Close)
	return term
}

func start(o Options, temporary string) (*Terminal, error) {
	term := &Terminal{
		Home: o.Home, width: o.Width, height: o.Height,
		changed: make(chan struct{}), exited: make(chan struct{}), readDone: make(chan struct{}),
		emulator: vt10x.New(vt10x.WithSize(o.Width, o.Height)),
	}
	if term.Home == "" {
		term.Home = temporary
	}
	for _, folder := range []string{"/tmp", "/run"} {
		if err := os.MkdirAll(term.Home+folder, 0o700); err != nil {
			return nil, err
		}
	}
	master, slave, err := openTerminal(o.Width, o.Height)
	if err != nil {
		return nil, err
	}
	term.master = master
	term.command = exec.Command(o.Path, o.Args...)
	term.command.Dir = o.Dir
	if o.Dir == "" {
		term.command.Dir = term.Home
	}
	term.command.Env = environment(term.Home, o.Env)
	term.command.Stdin, term.command.Stdout, term.command.Stderr = slave, slave, slave
	term.command.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	err = term.command.Start()
	if closeErr := slave.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return nil, errors.Join(err, master.Close())
	}
	go term.read()
	go term.wait()
	return term, nil
}

// openTerminal opens a pair whose master can be closed while it is being read:
// the library leaves it in blocking mode, where Close would wait.
func openTerminal(width, height int) (master, slave *os.File, err error) {
	blocking, slave, err := pty.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("open terminal: %w", err)
	}
	fd, err := unix.FcntlInt(blocking.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err == nil {
		err = setSize(fd, width, height)
	}
	if closeErr := blocking.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("prepare terminal: %w", err), slave.Close())
	}
	return os.NewFile(uintptr(fd), "terminal"), slave, nil
}

func setSize(fd, width, height int) error {
	return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(height), Col: uint16(width)})
}

// read feeds the emulator until the program's side is closed.
func (term *Terminal) read() {
	defer close(term.readDone)
	buffer := make([]byte, 32<<10)
	var held []byte
	for {
		n, err := term.master.Read(buffer)
		if n > 0 {
			whole, rest := completeUTF8(append(held, buffer[:n]...))
			term.mu.Lock()
			term.raw = append(term.raw, buffer[:n]...)
			// The emulator writes to memory and has no error to give.
			_, _ = term.emulator.Write(whole)
			term.announce()
			term.mu.Unlock()
			held = append([]byte(nil), rest...)
		}
		if err != nil {
			term.mu.Lock()
			term.ended = true
			term.announce()
			term.mu.Unlock()
			return
		}
	}
}

// announce wakes whoever waits; mu is held.
func (term *Terminal) announce() {
	close(term.changed)
	term.changed = make(chan struct{})
}

func (term *Terminal) wait() {
	term.exitErr = term.command.Wait()
	close(term.exited)
}

// look gives the screen, a channel that is closed at the next change, and
// whether there will be none.
func (term *Terminal) look() (Screen, <-chan struct{}, bool) {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.snapshot(), term.changed, term.ended
}

// Screen gives what the terminal shows now.
func (term *Terminal) Screen() Screen {
	screen, _, _ := term.look()
	return screen
}

// The emulator's attribute bits, which it does not export.
const (
	reverseBit   = 1 << 0
	underlineBit = 1 << 1
	boldBit      = 1 << 2
)

func (term *Terminal) snapshot() Screen {
	term.emulator.Lock()
	defer term.emulator.Unlock()
	cursor := term.emulator.Cursor()
	screen := Screen{
		X: cursor.X, Y: cursor.Y, CursorVisible: term.emulator.CursorVisible(),
		AltScreen: term.emulator.Mode()&vt10x.ModeAltScreen != 0, Title: term.emulator.Title(),
	}
	for y := range term.height {
		row := make([]Cell, term.width)
		var line strings.Builder
		for x := range row {
			glyph := term.emulator.Cell(x, y)
			row[x] = Cell{
				Char: glyph.Char, Foreground: uint32(glyph.FG), Background: uint32(glyph.BG),
				Bold: glyph.Mode&boldBit != 0, Underline: glyph.Mode&underlineBit != 0, Reverse: glyph.Mode&reverseBit != 0,
			}
			if row[x].Char == 0 {
				row[x].Char = ' '
			}
			line.WriteRune(row[x].Char)
		}
		screen.Cells = append(screen.Cells, row)
		screen.Lines = append(screen.Lines, strings.TrimRight(line.String(), " "))
	}
	return screen
}

// Raw gives every byte that the program has written so far.
func (term *Terminal) Raw() []byte {
	term.mu.Lock()
	defer term.mu.Unlock()
	return append([]byte(nil), term.raw...)
}

// Send writes bytes as if the terminal sent them: keys, or an answer to what
// the program asked.
func (term *Terminal) Send(t testing.TB, bytes string) {
	t.Helper()
	if _, err := term.master.WriteString(bytes); err != nil {
		t.Fatalf("send keys: %v", err)
	}
}

// Resize changes the terminal's size; the kernel tells the program.
func (term *Terminal) Resize(t testing.TB, width, height int) {
	t.Helper()
	term.mu.Lock()
	term.emulator.Resize(width, height)
	term.width, term.height = width, height
	term.mu.Unlock()
	raw, err := term.master.SyscallConn()
	if err != nil {
		t.Fatalf("resize terminal: %v", err)
	}
	var sizeErr error
	if err := raw.Control(func(fd uintptr) { sizeErr = setSize(int(fd), width, height) }); err != nil || sizeErr != nil {
		t.Fatalf("resize terminal: %v", errors.Join(err, sizeErr))
	}
}

// Signal sends a signal to the program.
func (term *Terminal) Signal(t testing.TB, signal os.Signal) {
	t.Helper()
	if err := term.command.Process.Signal(signal); err != nil {
		t.Fatalf("send signal %v: %v", signal, err)
	}
}

// HangUp closes the terminal under the program, as closing its window does.
func (term *Terminal) HangUp(t testing.TB) {
	t.Helper()
	if err := term.master.Close(); err != nil {
		t.Fatalf("close terminal: %v", err)
	}
}

// Wait waits for the program to end and gives its exit code, -1 after a
// signal. All that it wrote is on the screen then.
func (term *Terminal) Wait(t testing.TB) int {
	t.Helper()
	select {
	case <-term.exited:
	case <-time.After(Patience):
		t.Fatalf("the program does not end; the screen is\n%s", term.Screen())
	}
	<-term.readDone
	return term.command.ProcessState.ExitCode()
}

// Close ends the program and the terminal. It may be called twice.
func (term *Terminal) Close() {
	term.closing.Do(func() {
		// Both fail only where the program or the terminal is gone already.
		_ = term.command.Process.Kill()
		<-term.exited
		_ = term.master.Close()
		<-term.readDone
	})
}

// Process is the program's process id.
func (term *Terminal) Process() int { return term.command.Process.Pid }
