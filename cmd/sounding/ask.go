package main

import (
	"strings"
)

// ask puts a question on the terminal and gives what was typed, in small
// letters and without blanks round it. It is never read from where answers come
// from: without a terminal the call is refused, and scripts say --yes.
func (p *Program) ask(words []string, question string) (string, error) {
	k, err := openKeyboard()
	if err != nil {
		return "", usage(noTerminalToAsk)
	}
	defer k.close()
	for _, line := range words {
		k.say(visible(line))
	}
	typed, err := k.plain(question)
	return strings.ToLower(strings.TrimSpace(typed)), err
}

// agreed asks for a yes, or takes it from --yes. What is asked about is said in
// either case, since a script's log is read as well.
func (p *Program) agreed(yes bool, words []string, question string) (bool, error) {
	if yes {
		for _, line := range words {
			p.say(line)
		}
		return true, nil
	}
	typed, err := p.ask(words, question)
	return typed != "" && strings.HasPrefix("yes", typed), err
}
