package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/content"
	"sounding/internal/termtest"
	"sounding/journal"
	"sounding/seeds"
	"sounding/store"
	"sounding/tui"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

// asProgram makes the test binary run the program itself, for tests in a
// terminal of their own.
const asProgram = "SOUNDING_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(Main(Program{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Args: os.Args[1:], Environ: os.Environ()}))
	}
	os.Exit(withoutSettings(m))
}

// withoutSettings runs the tests where this machine's own settings are not seen.
func withoutSettings(m *testing.M) int {
	config, err := os.MkdirTemp("", "sounding-test-")
	if err == nil {
		err = os.Setenv("XDG_CONFIG_HOME", config)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(config)
	return m.Run()
}

// noon is when the tests take place.
var noon = time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)

// chacha gives the same bytes in every run: ids, and nothing secret.
type chacha struct{ *rand.ChaCha8 }

func sameBytes() *chacha { return &chacha{rand.NewChaCha8([32]byte{7})} }

func builtIn(t testing.TB) *content.Library {
	t.Helper()
	library, err := content.Load(content.Source{Name: "built-in", FS: seeds.Pack()})
	if err != nil {
		t.Fatal(err)
	}
	return library
}

// newTestDesk is an open vault that nobody has a passphrase to.
func newTestDesk(t testing.TB) *desk {
	t.Helper()
	now := func() time.Time { return noon }
	v, err := store.CreateDemo(filepath.Join(t.TempDir(), "vault.db"), store.Options{Now: now, Ballast: 4096})
	if err != nil {
		t.Fatal(err)
	}
	random := sameBytes()
	d := newDesk(v, builtIn(t), now, func() (journal.ID, error) { return journal.NewID(random) })
	t.Cleanup(func() {
		if err := d.Close(context.Background()); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return d
}

// keep stores a reflection for a test.
func (d *desk) keep(t testing.TB, r journal.Reflection) journal.ID {
	t.Helper()
	if r.ID == "" {
		id, err := d.newID()
		if err != nil {
			t.Fatal(err)
		}
		r.ID = id
	}
	if w, ok := d.Walk(r.Walk); ok {
		if err := d.snapshot(context.Background(), &r, &w); err != nil {
			t.Fatal(err)
		}
	}
	if r.Created.IsZero() {
		r.Created, r.Updated = noon, noon
	}
	if _, err := d.Save(context.Background(), r, 0, store.WhySaved); err != nil {
		t.Fatal(err)
	}
	return r.ID
}

// stage is the full screen without a terminal: keys in, frames out.
type stage struct {
	t      testing.TB
	app    *tui.App
	door   *door
	width  int
	height int
	quit   bool
}

func newStage(t testing.TB, d *desk, start screen.Route, width, height int) *stage {
	t.Helper()
	look := theme.New(theme.Dark)
	look.Set(theme.Dark, true)
	p := &Program{Now: d.now, Random: sameBytes(), Environ: []string{"HOME=/home/someone"}}
	m := &machine{Theme: "dark", path: filepath.Join(t.TempDir(), "settings.toml")}
	door := newDoor(p, paths{vault: "/home/someone/vault.db"}, d.library)
	door.desk = d
	s := &stage{t: t, door: door, width: width, height: height}
	s.app = tui.New(tui.Config{
		Theme: look, Screens: factories(p, door, look, m), Resolve: door.resolve, Start: start,
		Idle: func() time.Duration { return 0 }, Locked: func() bool { return false },
		Now: d.now, NewID: d.newID, Describe: describe,
	})
	s.app.Init()
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

// send gives the root a message and runs what it asks for, until it rests.
func (s *stage) send(msg tea.Msg) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		s.width, s.height = size.Width, size.Height
	}
	_, cmd := s.app.Update(msg)
	s.run(cmd)
}

func (s *stage) run(cmd tea.Cmd) {
	if cmd == nil || s.quit {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, one := range msg {
			s.run(one)
		}
	case tea.QuitMsg:
		s.quit = true
	default:
		s.send(msg)
	}
}

// press sends keys by name; a name that is no key is typed as text.
func (s *stage) press(names ...string) *stage {
	for _, name := range names {
		for _, msg := range messages(name) {
			s.send(msg)
		}
	}
	return s
}

// messages gives the key presses of a name: "ctrl+n", "tab", "f2", or text.
func messages(name string) []tea.Msg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9,
	}
	if code, ok := codes[name]; ok {
		return []tea.Msg{tea.KeyPressMsg{Code: code}}
	}
	if name == "shift+tab" {
		return []tea.Msg{tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok && len(letter) == 1 {
		return []tea.Msg{tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}}
	}
	var out []tea.Msg
	for _, r := range name {
		out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return out
}

// frame is what is drawn now.
func (s *stage) frame() termtest.Frame {
	v := s.app.View()
	f := termtest.Frame{Content: v.Content, Width: s.width, Height: s.height}
	if v.Cursor != nil {
		f.Cursor, f.X, f.Y = true, v.Cursor.X, v.Cursor.Y
	}
	return f
}

// call runs the program with arguments and gives its exit code and output.
func call(t testing.TB, home, in string, args ...string) (int, string, string) {
	t.Helper()
	var out, errs bytes.Buffer
	code := Main(Program{
		In: strings.NewReader(in), Out: &out, Err: &errs, Args: args, Now: func() time.Time { return noon },
		Environ: []string{"SOUNDING_VAULT=" + filepath.Join(home, "vault.db"), "SOUNDING_PASSPHRASE_FILE=" + filepath.Join(home, "pass")},
	})
	return code, out.String(), errs.String()
}

// newHome is a folder with a vault that passphrase opens.
func newHome(t testing.TB) string {
	t.Helper()
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "pass"), []byte("green window otter pancake\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call(t, home, "", "init"); code != 0 {
		t.Fatalf("init gave %d: %s", code, errs)
	}
	return home
}
