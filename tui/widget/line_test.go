package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sounding/tui/theme"
)

func TestLine_scrollsSidewaysWithTheCursor(t *testing.T) {
	l := NewLine(theme.New(theme.Auto))
	l.SetWidth(10)
	l.Focus()
	typeOut(l.Update, "abcdefghijklmnopqrstuvwxyz")
	if got := l.View(); !strings.HasSuffix(got, "z") || Width(got) > 9 {
		t.Errorf("at the end it shows %q", got)
	}
	l.Update(press(tea.KeyHome, 0))
	if got := l.View(); got != "abcdefghij" {
		t.Errorf("at the start it shows %q", got)
	}
	for range 9 {
		l.Update(press(tea.KeyRight, 0))
	}
	if got := l.Cursor().X; got != 9 {
		t.Errorf("cursor at %d of a field of 10", got)
	}
	if l.Update(press(tea.KeyRight, 0)); l.Cursor().X > 9 {
		t.Error("the cursor left the field")
	}
}

func TestLine_isOneLineWhateverIsPasted(t *testing.T) {
	l := NewLine(theme.New(theme.Auto))
	l.Update(tea.PasteMsg{Content: "one\r\ntwo\nthree\n"})
	if l.Value() != "one two three" {
		t.Errorf("got %q", l.Value())
	}
	for _, code := range []rune{tea.KeyEnter, tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyTab} {
		if l.Update(press(code, 0)).Handled {
			t.Errorf("%v was taken", press(code, 0))
		}
	}
}

func TestLine_masksAndNeverGivesAway(t *testing.T) {
	l := NewMasked(theme.New(theme.Dark))
	l.SetWidth(20)
	l.Focus()
	typeOut(l.Update, "se cret👩‍👩‍👧")
	if got := ansi.Strip(l.View()); got != "********" {
		t.Errorf("it shows %q", got)
	}
	l.Update(press('a', tea.ModCtrl))
	if got := ansi.Strip(l.View()); got != "********" {
		t.Errorf("selected it shows %q", got)
	}
	for _, msg := range []tea.Msg{press('c', tea.ModAlt), press('x', tea.ModCtrl), press(tea.KeyInsert, tea.ModCtrl), press(tea.KeyDelete, tea.ModShift)} {
		if got := l.Update(msg); got.Copied != "" || got.Changed {
			t.Errorf("%v gave %+v", msg, got)
		}
	}
	if l.Selected() != "" || l.Value() != "se cret👩‍👩‍👧" {
		t.Errorf("selected %q, value %q", l.Selected(), l.Value())
	}
	l.Update(press(tea.KeyBackspace, 0))
	if l.CanUndo() || len(l.history.steps) > 0 {
		t.Error("a secret is kept for undo")
	}
}
