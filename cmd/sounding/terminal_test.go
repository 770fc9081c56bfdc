//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sounding/internal/termtest"
)

const passphrase = "green window otter pancake"

// launch starts the program itself in a terminal of 80 by 24, in a home that
// can be shared between runs.
func launch(t *testing.T, home string, args ...string) *termtest.Terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(home, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	return termtest.Start(t, termtest.Options{
		Path: self, Args: args, Home: home, Dir: home, Env: []string{asProgram + "=1"},
	})
}

func says(words string) func(termtest.Screen) bool {
	return func(s termtest.Screen) bool { return s.Contains(words) }
}

// firstRun goes from nothing to home: words first, then a passphrase twice, then
// the recovery code typed back.
func firstRun(t *testing.T, home string) *termtest.Terminal {
	t.Helper()
	term := launch(t, home)
	term.WaitFor(t, "the offer of plain lines", says("or type lines"))
	term.Keys(t, "enter")
	term.WaitFor(t, "the promise", says("Welcome to Sounding"))
	term.Keys(t, "enter")
	term.WaitFor(t, "the passphrase", says("Choose a passphrase"))
	term.Type(t, passphrase)
	term.Keys(t, "enter")
	term.WaitFor(t, "once more", says("Once more"))
	term.Type(t, passphrase)
	term.Keys(t, "enter")
	shown := term.WaitFor(t, "the recovery code", says("Type it back"))
	code := ""
	for _, line := range shown.Lines {
		if word := strings.TrimSpace(line); strings.Count(word, "-") == 6 {
			code = word
		}
	}
	if code == "" {
		t.Fatalf("no recovery code is shown:\n%s", shown)
	}
	term.Type(t, strings.ToLower(code))
	term.Keys(t, "enter")
	term.WaitFor(t, "home", says("Your vault is ready."))
	return term
}

// comeIn unlocks a vault that is there.
func comeIn(t *testing.T, home string) *termtest.Terminal {
	t.Helper()
	term := launch(t, home)
	term.WaitFor(t, "the question", says("Your passphrase"))
	term.Type(t, passphrase)
	term.Keys(t, "enter")
	return term
}

// linesOf runs the plain lines over the same vault and gives what they print.
func linesOf(t *testing.T, home, in string, args ...string) string {
	t.Helper()
	pass := filepath.Join(home, "pass")
	if err := os.WriteFile(pass, []byte(passphrase+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, "--vault", filepath.Join(home, "data", "sounding", "vault.db"), "--passphrase-file", pass)
	var out, errs strings.Builder
	code := Main(Program{In: strings.NewReader(in), Out: &out, Err: &errs, Args: args,
		Environ: []string{"XDG_STATE_HOME=" + filepath.Join(home, "state")}})
	if code != 0 {
		t.Fatalf("%v gave %d: %s", args, code, errs.String())
	}
	return out.String()
}

// The same answers given by keys and in plain lines make the same record.
func TestTerminal_walksFromFirstRunToAFinishedPageAsPlainLinesDo(t *testing.T) {
	home := t.TempDir()
	term := firstRun(t, home)
	term.Keys(t, "n")
	term.WaitFor(t, "the walks", says("What kind of reflection?"))
	term.Keys(t, "down", "enter")
	term.WaitFor(t, "the lengths", says("How long do you have?"))
	term.Keys(t, "1")
	term.Keys(t, "enter")
	term.WaitFor(t, "the first step", says("What is it about?"))
	typed := func(text string, keys ...string) {
		t.Helper()
		term.Type(t, text)
		term.WaitFor(t, "what was typed", says(lastWords(text)))
		term.Keys(t, keys...)
	}
	term.Keys(t, "2") // nothing that cannot wait
	term.WaitFor(t, "the code", says("> A code for whom"))
	typed("Heron", "enter")
	term.WaitFor(t, "the dilemma", says("> What is the dilemma"))
	typed("I want to stay, and yet I cannot.", "tab")
	term.WaitFor(t, "the day", says("> What is an ordinary day"))
	typed("Toast at six.", "ctrl+n")
	term.WaitFor(t, "the explanations", says("> What might be going on?"))
	typed("It was football.", "tab")
	term.WaitFor(t, "another", says("> What else might it be?"))
	typed("An adult did it.", "ctrl+n")
	term.WaitFor(t, "the second look", says("Second look  ("))
	typed("I would ask the neighbour.", "ctrl+n")
	term.WaitFor(t, "what next", says("What next  ("))
	term.Keys(t, "ctrl+n")
	page := term.WaitFor(t, "the page", says("An adult did it."))
	if !page.Contains("Dilemma") {
		t.Errorf("the page has no dilemma:\n%s", page)
	}
	term.Keys(t, "ctrl+f")
	term.WaitFor(t, "the question", says("Is this reflection finished?"))
	term.Keys(t, "y")
	term.WaitFor(t, "home", says("Marked as finished"))
	term.Keys(t, "q")
	if code := term.Wait(t); code != 0 {
		t.Fatalf("it ended with %d:\n%s", code, term.Screen())
	}
	byKeys := linesOf(t, home, "", "show", idOf(t, linesOf(t, home, "", "list")), "--json")

	script := strings.Join([]string{
		"2", "Heron", "I want to stay, and yet I cannot.", ".", "Toast at six.", ".",
		"It was football.", ".", "An adult did it.", ".", "next",
		"I would ask the neighbour.", ".", "next", "next", "next",
	}, "\n") + "\n"
	script = strings.TrimSuffix(script, "next\nnext\n") + "enough\nstop\n"
	linesOf(t, home, script, "new", "case-reflection", "--length", "10")
	list := strings.Split(strings.TrimSpace(linesOf(t, home, "", "list")), "\n")
	if len(list) != 2 {
		t.Fatalf("%d reflections are kept", len(list))
	}
	byLines := linesOf(t, home, "", "show", idOf(t, list[0]), "--json")
	a, b := timeless(t, byKeys), strings.Replace(timeless(t, byLines), `"draft"`, `"finished"`, 1)
	if a != b {
		t.Errorf("the records differ:\n%s\n%s", a, b)
	}
}

func lastWords(text string) string { return text[max(len(text)-14, 0):] }

func idOf(t *testing.T, line string) string {
	t.Helper()
	id, _, ok := strings.Cut(strings.TrimSpace(line), " ")
	if !ok {
		t.Fatalf("no id in %q", line)
	}
	return id
}

// What was accepted is there after any ending but kill -9; after that, all but
// the last two seconds, at the step where it was.
func TestTerminal_losesNothingHoweverItEnds(t *testing.T) {
	home := t.TempDir()
	term := firstRun(t, home)
	term.Keys(t, "n")
	term.WaitFor(t, "the walks", says("What kind of reflection?"))
	term.Keys(t, "down", "enter")
	term.WaitFor(t, "the lengths", says("How long do you have?"))
	term.Keys(t, "1", "enter")
	term.WaitFor(t, "the first step", says("What is it about?  ("))
	term.Keys(t, "ctrl+n")
	term.WaitFor(t, "the explanations", says("> What might be going on?"))
	endings := []struct {
		word string
		end  func(*termtest.Terminal)
	}{
		{"quixoticalzz", func(term *termtest.Terminal) { term.Signal(t, syscall.SIGTERM) }},
		{"zebrafinches", func(term *termtest.Terminal) { term.Signal(t, syscall.SIGHUP) }},
		{"wobblegonged", func(term *termtest.Terminal) { term.HangUp(t) }},
		{"yellowhammer", func(term *termtest.Terminal) {
			waitForASave(t, home)
			term.Signal(t, syscall.SIGKILL)
		}},
	}
	kept := ""
	for _, e := range endings {
		term.Type(t, e.word)
		term.WaitFor(t, "what was typed", says(e.word))
		kept += e.word
		e.end(term)
		term.Wait(t)
		lookFor(t, home, e.word)
		term = comeIn(t, home)
		term.WaitFor(t, "home", says("Continue: "))
		term.Keys(t, "enter")
		term.WaitFor(t, "the step where it was", says("What might be going on?  ("))
		term.Keys(t, "shift+tab")
		term.WaitFor(t, "the explanation, whole", says(e.word))
	}
	term.Keys(t, "esc")
	term.WaitFor(t, "home", says("Continue: "))
	term.Keys(t, "q")
	term.Wait(t)
	shown := linesOf(t, home, "", "show", idOf(t, linesOf(t, home, "", "list")), "--json")
	if !strings.Contains(shown, kept) {
		t.Errorf("%q is not whole in:\n%s", kept, shown)
	}
}

// waitForASave waits until the vault's file is another one than now, twice: the
// save that was under way, and the one after it, or a rest of two seconds.
func waitForASave(t *testing.T, home string) {
	t.Helper()
	read := func() string {
		data, err := os.ReadFile(filepath.Join(home, "data", "sounding", "vault.db"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	before, look := read(), time.NewTicker(20*time.Millisecond)
	defer look.Stop()
	enough := time.After(2 * time.Second)
	for changes := 0; changes < 2; {
		select {
		case <-look.C:
			if now := read(); now != before {
				before, changes = now, changes+1
			}
		case <-enough:
			return
		}
	}
}

func TestTerminal_locksAndComesBack(t *testing.T) {
	home := t.TempDir()
	term := firstRun(t, home)
	term.Keys(t, "s")
	term.WaitFor(t, "settings", says("Lock when idle"))
	term.Keys(t, "ctrl+l")
	locked := term.WaitFor(t, "the lock", says("Your passphrase"))
	if locked.Contains("Lock when idle") {
		t.Errorf("the screen behind the lock is still shown:\n%s", locked)
	}
	term.Type(t, "not the passphrase")
	term.Keys(t, "enter")
	term.WaitFor(t, "the refusal", says("does not open this vault"))
	term.Type(t, passphrase)
	term.Keys(t, "enter")
	term.WaitFor(t, "the place to come back to", says("Lock when idle"))
	term.Keys(t, "ctrl+c", "ctrl+c")
	if code := term.Wait(t); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}

func TestTerminal_tellsASecondProgramWhoHoldsTheVault(t *testing.T) {
	home := t.TempDir()
	term := firstRun(t, home)
	second := launch(t, home)
	second.WaitFor(t, "the refusal", says("This vault is open already, since"))
	if code := second.Wait(t); code != exitHeld {
		t.Errorf("the second one ended with %d", code)
	}
	term.Keys(t, "q")
	term.Wait(t)
}

func TestTerminal_showsADemonstrationAndLeavesNothing(t *testing.T) {
	home := t.TempDir()
	term := launch(t, home, "demo")
	term.WaitFor(t, "the door", says("Press Enter to open it"))
	term.Keys(t, "enter")
	term.WaitFor(t, "home", says("New reflection"))
	term.Keys(t, "ctrl+l")
	term.WaitFor(t, "the door again", says("Press Enter to open it"))
	term.Keys(t, "enter")
	term.WaitFor(t, "home again", says("New reflection"))
	term.Keys(t, "q")
	if code := term.Wait(t); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	for _, dir := range []string{"tmp", "data", "state", "config"} {
		left, err := filepath.Glob(filepath.Join(home, dir, "*"))
		if err != nil || len(left) > 0 {
			t.Errorf("it leaves %v", left)
		}
	}
}
