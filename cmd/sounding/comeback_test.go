package main

import (
	"context"
	"strings"
	"testing"

	"sounding/tui"
	"sounding/tui/screen"
)

// relocked locks where a stage is and unlocks again, as a new start of the
// program would: nothing but the vault and what is sealed in it is carried over.
func relocked(t *testing.T, d *desk, s *stage) *stage {
	t.Helper()
	s.press("ctrl+l")
	how, where, err := s.app.Ended()
	if err != nil || how != tui.Locked {
		t.Fatalf("it ended with %v, %v", how, err)
	}
	ctx := context.Background()
	if err := d.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	if err := d.comeBackTo(ctx, where); err != nil {
		t.Fatal(err)
	}
	s.app.Forget()
	back := newStage(t, d, screen.Route{Name: screen.Unlock}, s.width, s.height)
	back.door.demo = d.Vault
	back.press("enter")
	t.Cleanup(func() {
		if err := back.door.desk.writer.Close(ctx); err != nil {
			t.Errorf("close the writer: %v", err)
		}
	})
	return back
}

// After a lock on a screen that lies over the walk, Esc leads to the walk, at
// the step and the question it was opened from.
func TestLock_comesBackOverTheWalkAtTheSameQuestion(t *testing.T) {
	toSaid := []string{"ctrl+g", "8", "enter", "tab", "tab", "tab", "tab", "tab"}
	for name, word := range map[string]string{
		"Rehearse what you might say": "rehearse", "What could name somebody in your notes": "names", "Export": "export",
	} {
		t.Run(word, func(t *testing.T) {
			d := newTestDesk(t)
			id := string(d.keep(t, heron(t)))
			s := newStage(t, d, screen.Route{Name: screen.Walk, ID: id}, 80, 24)
			s.press(toSaid...)
			before := s.frame().Content
			s.press("ctrl+o", word, "enter")
			if !strings.Contains(s.frame().Content, name) {
				t.Fatalf("it is not open:\n%s", s.frame().Content)
			}
			back := relocked(t, d, s)
			if !strings.Contains(back.frame().Content, name) {
				t.Fatalf("it does not come back:\n%s", back.frame().Content)
			}
			back.press("esc")
			if after := back.frame().Content; after != before {
				t.Errorf("Esc leads to\n%s\nand not to\n%s", after, before)
			}
		})
	}
}

func TestLock_comesBackToTheQuestionInTheWalk(t *testing.T) {
	d := newTestDesk(t)
	id := string(d.keep(t, heron(t)))
	s := newStage(t, d, screen.Route{Name: screen.Walk, ID: id}, 80, 24)
	s.press("ctrl+g", "8", "enter", "tab", "tab", "tab", "tab", "tab", "tab")
	before := s.frame().Content
	s.press("f1") // help over it is passed over
	if after := relocked(t, d, s).frame().Content; after != before {
		t.Errorf("it comes back to\n%s\nand not to\n%s", after, before)
	}
}

// Every other screen comes back with home below it: Esc does not end the
// program.
func TestLock_comesBackWithAWayHome(t *testing.T) {
	for _, key := range []string{"s", "t", "l", "d", "/"} {
		d := newTestDesk(t)
		d.keep(t, heron(t))
		s := newStage(t, d, screen.Route{Name: screen.Home}, 80, 24)
		home := s.frame().Content
		s.press(key)
		there := s.frame().Content
		back := relocked(t, d, s)
		if got := back.frame().Content; got != there {
			t.Errorf("%s comes back to\n%s\nand not to\n%s", key, got, there)
		}
		if back.press("esc"); back.quit || back.frame().Content != home {
			t.Errorf("Esc after %s leads to\n%s", key, back.frame().Content)
		}
	}
}
