// Command sounding is a reflective-supervision companion for social work that
// runs in the terminal.
//
// It parses the command line, puts the parts together and hands over: the
// screens get the vault through the desk, in the two or three methods that each
// asks for. There is no logic here that a part could hold itself. Words for
// people go to standard error, results to standard output, and every error
// becomes one clear sentence, a next step and a fixed exit code.
package main

import (
	"os"
	_ "time/tzdata" // Windows has no time-zone data of its own
)

func main() {
	if code, done := supervise(os.Args[1:]); done {
		os.Exit(code)
	}
	os.Exit(Main(Program{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Args: os.Args[1:], Environ: os.Environ(),
	}))
}
