package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"sounding/store"
	"sounding/tui"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/unlock"
)

// keyringHome is a vault in a home whose keyring is go-keyring's own stand-in.
func keyringHome(t *testing.T) string {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "a stand-in")
	keyring.MockInit()
	return newHome(t)
}

// byKeyringAlone runs a command where no file names a passphrase.
func byKeyringAlone(t *testing.T, home string, environ []string, args ...string) (int, string) {
	t.Helper()
	var out, errs strings.Builder
	code := Main(Program{
		In: strings.NewReader(""), Out: &out, Err: &errs, Args: args,
		Environ: append([]string{"SOUNDING_VAULT=" + filepath.Join(home, "vault.db")}, environ...),
	})
	return code, errs.String()
}

func TestKeyring_isOffUntilItIsSwitchedOnAndIsNotAskedAfterALock(t *testing.T) {
	if _, err := os.OpenFile(terminalDevice, os.O_RDWR, 0); err == nil {
		t.Skip("there is a terminal, on which the passphrase would be asked for")
	}
	home := keyringHome(t)
	if code, _ := byKeyringAlone(t, home, nil, "list"); code != exitUsage {
		t.Errorf("before it is on, list without a passphrase gave %d", code)
	}
	if code, _, errs := call(t, home, "", "passphrase", "--keyring", "perhaps"); code != exitUsage {
		t.Errorf("perhaps gave %d: %s", code, errs)
	}
	code, _, errs := call(t, home, "", "passphrase", "--keyring", "on")
	if code != exitDone || !strings.Contains(errs, "Whoever can use your account") {
		t.Fatalf("on gave %d: %s", code, errs)
	}
	if code, errs := byKeyringAlone(t, home, nil, "list"); code != exitDone {
		t.Errorf("by the keyring it gave %d: %s", code, errs)
	}
	if code, _ := byKeyringAlone(t, home, []string{afterLock + "=1"}, "list"); code != exitUsage {
		t.Errorf("after a lock it gave %d", code)
	}
	if code, _, errs := call(t, home, "", "passphrase", "--keyring", "off"); code != exitDone {
		t.Fatalf("off gave %d: %s", code, errs)
	}
	if code, _ := byKeyringAlone(t, home, nil, "list"); code != exitUsage {
		t.Errorf("switched off, list without a passphrase gave %d", code)
	}
	if code, _, errs := call(t, home, "", "list"); code != exitDone {
		t.Errorf("the passphrase gave %d: %s", code, errs)
	}
}

// Where there is no keyring one clear sentence says so, and the vault has no slot
// for one.
func TestKeyring_thatIsNotThereIsToldAndLeavesNothing(t *testing.T) {
	home := newHome(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "a stand-in")
	keyring.MockInitWithError(errors.New("org.freedesktop.secrets was not provided"))
	t.Cleanup(keyring.MockInit)
	code, _, errs := call(t, home, "", "passphrase", "--keyring", "on")
	if want := "sounding: No keyring can be reached on this computer. The passphrase opens the vault as before. It stays switched off. A desktop that you are signed in to has one.\n"; code != exitFailed || errs != want {
		t.Errorf("gave %d: %q", code, errs)
	}
	locked, err := store.Open(filepath.Join(home, "vault.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer locked.Close()
	if locked.Info().Keyring {
		t.Error("the vault has a slot for it")
	}
}

// A keyring that holds something else is not taken for a wrong passphrase.
func TestKeyring_thatHoldsSomethingElseIsTold(t *testing.T) {
	home := keyringHome(t)
	if code, _, errs := call(t, home, "", "passphrase", "--keyring", "on"); code != exitDone {
		t.Fatalf("on gave %d: %s", code, errs)
	}
	locked, err := store.Open(filepath.Join(home, "vault.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer locked.Close()
	for _, held := range []string{"", "not base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="} {
		if err := keyring.Set(keyringName, locked.Info().Vault, held); err != nil {
			t.Fatal(err)
		}
		if _, err := unlockByKeyring(locked); !errors.Is(err, errKeyringSecret) {
			t.Errorf("%q gave %v", held, err)
		}
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if _, err := unlockByKeyring(locked); !errors.Is(err, errNoKeyring) {
		t.Errorf("without a session bus it gave %v", err)
	}
}

// The full screen asks the keyring before it asks the person, and the person where
// that gives nothing.
func TestKeyring_opensTheFullScreenByItself(t *testing.T) {
	home := keyringHome(t)
	if code, _, errs := call(t, home, "", "passphrase", "--keyring", "on"); code != exitDone {
		t.Fatalf("on gave %d: %s", code, errs)
	}
	come := func(environ ...string) (*door, screen.Intent) {
		t.Helper()
		d := newDoor(&Program{Now: func() time.Time { return noon }, Random: sameBytes(), Environ: environ},
			paths{vault: filepath.Join(home, "vault.db")}, builtIn(t))
		if err := d.knock(); err != nil {
			t.Fatal(err)
		}
		s := unlock.New(screen.Env{Self: 1, Now: d.program.Now}, theme.New(theme.Dark), d, sayError)
		cmd := s.Init()
		if cmd == nil {
			return d, screen.Intent{}
		}
		want, _ := s.Update(cmd().(screen.Result).Msg)
		return d, want
	}
	t.Run("after a lock", func(t *testing.T) {
		d, want := come(afterLock + "=1")
		if want.Open != nil || d.open() != nil {
			t.Error("it opened by itself")
		}
		if err := d.close(context.Background(), tui.Left, screen.Route{}); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("on starting", func(t *testing.T) {
		d, want := come()
		if want.Open == nil || want.Open.Name != screen.Home || d.open() == nil {
			t.Errorf("it wants %+v", want)
		}
		if err := d.close(context.Background(), tui.Left, screen.Route{}); err != nil {
			t.Fatal(err)
		}
	})
	keyring.MockInit() // and forgets
	t.Run("with an empty keyring", func(t *testing.T) {
		d, want := come()
		if want.Open != nil || d.open() != nil {
			t.Error("it opened")
		}
		if err := d.close(context.Background(), tui.Left, screen.Route{}); err != nil {
			t.Fatal(err)
		}
	})
}
