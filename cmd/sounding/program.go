package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"sounding/journal"
	"sounding/store"
)

// Program is one run of sounding: what it reads, where it writes and what it is
// told. Tests start it with their own.
type Program struct {
	In      io.Reader
	Out     io.Writer
	Err     io.Writer
	Args    []string
	Environ []string
	Now     func() time.Time // nil: the machine's clock
	Random  io.Reader        // nil: crypto/rand

	began time.Time // by the program's own clock

	// unlocked, in tests only, opens a vault without a derivation.
	unlocked func(path string, create bool) (*store.Vault, error)
}

// Main runs the program and gives its exit code. Every error is said once, on
// standard error.
func Main(p Program) int {
	if p.Now == nil {
		p.Now = time.Now
	}
	p.began = time.Now()
	if p.Random == nil {
		p.Random = rand.Reader
	}
	shutDoors()
	root := newRoot(&p)
	root.SetArgs(p.Args)
	err := root.ExecuteContext(context.Background())
	var again *restart
	if errors.As(err, &again) {
		err = again.run()
	}
	if err != nil {
		p.complain(err)
	}
	return exitCode(err)
}

// shutDoors closes what could write a person's words to a file behind our back:
// the framework's tracing and core dumps.
func shutDoors() {
	for _, name := range []string{"TEA_TRACE", "TEA_DEBUG", "TEA_STANDARD_RENDERER", "UV_DEBUG"} {
		// An error means that the name was not there.
		_ = os.Unsetenv(name)
	}
	noCoreDumps()
}

func (p *Program) env(name string) string {
	for i := len(p.Environ) - 1; i >= 0; i-- {
		if value, ok := strings.CutPrefix(p.Environ[i], name+"="); ok {
			return value
		}
	}
	return ""
}

func (p *Program) newID() (journal.ID, error) { return journal.NewID(p.Random) }

// terminal says whether a stream is a terminal, and its file.
func terminal(stream any) (*os.File, bool) {
	f, ok := stream.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// wantsLinear says whether plain lines are to be used: asked for by a flag, the
// environment or the settings, or because there is no terminal to draw on.
func (p *Program) wantsLinear(flag bool, m *machine) bool {
	_, in := terminal(p.In)
	_, out := terminal(p.Out)
	accessible := p.env("ACCESSIBLE")
	return flag || accessible != "" && accessible != "0" || p.env("TERM") == "dumb" ||
		m.Linear || !in || !out
}
