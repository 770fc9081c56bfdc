package main

import (
	"runtime"

	"github.com/atotto/clipboard"
)

// clip is the system's clipboard, on the machine that a person sits at; nil
// where the terminal has to be asked.
func (p *Program) clip() func(string) error {
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		return nil
	}
	if p.env("SSH_TTY") != "" || p.env("SSH_CONNECTION") != "" {
		return nil
	}
	return clipboard.WriteAll
}
