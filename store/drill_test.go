package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestDrill_provesAndRemembers(t *testing.T) {
	p := newPlace(t)
	second := filepath.Join(t.TempDir(), "second")
	p.options.Backups = append(p.options.Backups, second)
	v := p.create()
	for i := range 5 {
		_, err := v.Save(background, reflection(i, "words", p.clock.Now()), 0, WhySaved)
		ok(t, err)
	}
	_, err := v.BackUp(background)
	ok(t, err)
	there, err := v.backupsIn(second)
	ok(t, err)
	damageRecord(t, there[0].Path)
	temporary := t.TempDir()
	drill, err := v.Drill(background, temporary)
	ok(t, err)
	if len(drill.Places) != 2 || drill.Places[0].Read != 5 || drill.Places[0].Of != 5 || drill.Places[1].Trouble != "damaged" {
		t.Errorf("%+v", drill)
	}
	last, err := v.LastDrill()
	ok(t, err)
	if read, of := last.Proved(); read != 5 || of != 5 || !last.At.Equal(p.clock.Now()) {
		t.Errorf("remembered %+v", last)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
}

func TestClose_provesTheNewestBackupOnceAMonth(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	sitting := func(words string) Drill {
		t.Helper()
		if words != "" {
			_, err := v.Save(background, reflection(len(v.List()), words, p.clock.Now()), 0, WhySaved)
			ok(t, err)
		}
		ok(t, v.Close(background))
		v = p.mustOpen()
		last, err := v.LastDrill()
		ok(t, err)
		return last
	}
	if last := sitting(""); !last.At.IsZero() {
		t.Errorf("without a backup it was proved: %+v", last)
	}
	first := sitting("one")
	if read, of := first.Proved(); !first.At.Equal(p.clock.Now()) || read != 1 || of != 1 {
		t.Fatalf("the first one is not proved: %+v", first)
	}
	p.clock.Move(DrillEvery - time.Hour)
	if last := sitting("two"); !last.At.Equal(first.At) {
		t.Errorf("within the month it was proved again: %+v", last)
	}
	p.clock.Move(time.Hour)
	last := sitting("")
	if read, of := last.Proved(); !last.At.Equal(p.clock.Now()) || read != 2 || of != 2 {
		t.Errorf("a month later: %+v", last)
	}
	p.clock.Move(DrillEvery)
	backups, err := v.Backups()
	ok(t, err)
	ok(t, os.WriteFile(backups[0].Path, make([]byte, 70000), 0o600))
	if last := sitting(""); len(last.Places) != 1 || last.Places[0].Trouble != "damaged" {
		t.Errorf("a spoilt backup is told as %+v", last)
	}
	ended, cancel := context.WithCancel(background)
	cancel()
	p.clock.Move(DrillEvery)
	ok(t, v.Close(ended))
	v = p.mustOpen()
	if again, err := v.LastDrill(); err != nil || again.At.Equal(p.clock.Now()) {
		t.Errorf("one that was cut short counts: %+v, %v", again, err)
	}
}
