package tui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
)

// Text goes to the terminal's clipboard, or to the system's where there is one,
// only by a key. That it has arrived is never said: no terminal answers.
func TestCopy_goesOutByAKeyAndPromisesNothing(t *testing.T) {
	h := newHouse(t, &room{name: "a", on: wants(screen.Intent{Copy: "my page"})})
	_, cmd := h.Update(letter('c'))
	if cmd == nil {
		t.Fatal("a key hands nothing on")
	}
	if sent := fmt.Sprintf("%T %v", cmd(), cmd()); !strings.Contains(sent, "lipboard") || !strings.Contains(sent, "my page") {
		t.Errorf("the terminal is sent %s", sent)
	}
	if strings.Contains(strings.ToLower(h.text()), "copied") {
		t.Errorf("it says that it has arrived:\n%s", h.text())
	}
}

func TestCopy_saysWhatKeptItFromTheSystemsClipboard(t *testing.T) {
	h := newHouse(t, &room{name: "a", on: wants(screen.Intent{Copy: "my page"})})
	given := ""
	h.cfg.Clip = func(text string) error { given = text; return errors.New("no clipboard here") }
	_, cmd := h.Update(letter('c'))
	if given != "" {
		t.Fatal("the clipboard is waited for while a key is taken")
	}
	h.take(cmd)
	if given != "my page" || !strings.Contains(h.text(), "no clipboard here") {
		t.Errorf("given %q, and it says:\n%s", given, h.text())
	}
}

// take runs a command and hands the root what comes of it.
func (h *house) take(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, one := range batch {
			h.take(one)
		}
		return
	}
	h.Update(cmd())
}
