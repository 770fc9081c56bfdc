package engine

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// childVariable makes the test binary a child process that does one job and
// ends: for tests of what only a process of its own can suffer.
const childVariable = "SOUNDING_ENGINE_CHILD"

// jobs are what a child process can be asked to do. They talk to their parent
// through standard input and output.
var jobs = map[string]func() error{
	"save":   saveUntilKilled,
	"damage": tryDamaged,
	"hold":   holdOpen,
}

func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		if err := jobs[name](); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// childProcess prepares a child process for a job.
func childProcess(job string, variables ...string) *exec.Cmd {
	command := exec.Command(os.Args[0])
	command.Env = append(append(os.Environ(), childVariable+"="+job), variables...)
	command.Stderr = os.Stderr
	return command
}
