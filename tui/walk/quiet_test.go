package walk

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sounding/journal"
)

// take gives the screen a word as it is typed after Ctrl+O.
func take(s *Screen, word string) {
	s.Update(tea.KeyPressMsg{Code: 'o', Mod: tea.ModCtrl})
	typeIn(s, word)
	s.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
}

func plain(s *Screen) string { return ansi.Strip(s.View().Body) }

func TestQuiet_endsByItselfWithoutMovingAnythingOrTakingTheKeys(t *testing.T) {
	s, _ := atSecondLook(t)
	start := s.env.Now()
	before := strings.SplitN(plain(s), "\n", 2)
	take(s, "quiet")
	typeIn(s, "I think")
	during := strings.SplitN(plain(s), "\n", 2)
	if !strings.HasSuffix(during[0], noteQuiet) || strings.ContainsAny(during[0], "0123456789") {
		t.Errorf("the header says %q, and should say that it is quiet, without a clock", during[0])
	}
	if awake := s.Tick(start.Add(4 * time.Minute)); !awake {
		t.Error("the vault may lock while somebody takes quiet minutes")
	}
	if got := plain(s); got != strings.Join(during, "\n") {
		t.Errorf("the time going by changed the screen:\n%s", got)
	}
	if awake := s.Tick(start.Add(journal.QuietMinutes * time.Minute)); awake {
		t.Error("the vault is still kept open")
	}
	after := strings.SplitN(plain(s), "\n", 2)
	if after[1] != during[1] {
		t.Errorf("the end moved something:\n%s\n%s", during[1], after[1])
	}
	if !strings.HasSuffix(after[0], noteQuietOver) {
		t.Errorf("the header says %q", after[0])
	}
	typeIn(s, " so")
	if got := s.p.Reflection.Answer("look", "against"); got != "I think so" {
		t.Errorf("the answer holds %q", got)
	}
	if before[0] == after[0] {
		t.Error("the header does not say that the minutes are over")
	}
	s.enter(&s.p.Walk.Steps[1])
	if s.quiet != nil {
		t.Error("the next step still says so")
	}
}

func TestQuiet_showsAClockOnlyWhereItIsAskedForAndCanBeStopped(t *testing.T) {
	s, _ := atSecondLook(t)
	start := s.env.Now()
	take(s, "clock")
	if s.quiet != nil {
		t.Error("the clock began quiet minutes")
	}
	take(s, "quiet")
	take(s, "clock")
	s.Tick(start.Add(2 * time.Minute))
	if got := plain(s); !strings.Contains(got, "3 minutes left") {
		t.Errorf("no clock:\n%s", got)
	}
	s.Tick(start.Add(4*time.Minute + time.Second))
	if got := plain(s); !strings.Contains(got, "1 minute left") {
		t.Errorf("no clock:\n%s", got)
	}
	take(s, "quiet")
	if s.quiet != nil || s.Tick(start.Add(5*time.Minute)) {
		t.Error("they did not stop")
	}
}
