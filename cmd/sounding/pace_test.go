package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"sounding/export"
	"sounding/journal"
	"sounding/tui/screen"
)

// slow gives one line at a time and moves a clock on before each.
type slow struct {
	lines []string
	by    time.Duration
	now   *time.Time
}

func (s *slow) Read(p []byte) (int, error) {
	if len(s.lines) == 0 {
		return 0, io.EOF
	}
	*s.now = s.now.Add(s.by)
	line := s.lines[0] + "\n"
	s.lines = s.lines[1:]
	return copy(p, line), nil
}

// slowly is plainly with a minute between the lines.
func slowly(t *testing.T, d *desk, id journal.ID, lines ...string) string {
	t.Helper()
	r, w, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	now := noon
	app := plainApp(d)
	app.Now, app.Spent = func() time.Time { return now }, d.spend
	var out bytes.Buffer
	if err := app.RunWalk(context.Background(), r, w, &slow{lines, time.Minute, &now}, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestLinear_quietMinutesSayNothingUntilTheNextQuestion(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Hypotheses, r.Ratings = nil, nil
	id := d.keep(t, r)
	out := slowly(t, d, id, "steps", "4", "clock", "quiet", "clock", "One.", "Two.", "Three.", "Four.", ".", "stop")
	begun := strings.Index(out, "5 quiet minutes.")
	over := strings.Index(out, "The quiet minutes are over.")
	if begun < 0 || over < begun || strings.Count(out, "The quiet minutes are over.") != 1 {
		t.Fatalf("they begin at %d and end at %d:\n%s", begun, over, out)
	}
	mustSay(t, out, "Type quiet for five minutes to take your time, with no clock.", "There are no quiet minutes just now.", "4 minutes left.")
	if said := out[begun:over]; strings.Count(said, "minute") != 2 {
		t.Errorf("it speaks of minutes unasked:\n%s", said)
	}
	kept, _, err := d.Load(context.Background(), id)
	if err != nil || len(kept.Hypotheses) != 1 || kept.Hypotheses[0].Text != "One.\nTwo.\nThree.\nFour." {
		t.Errorf("kept %+v, %v", kept.Hypotheses, err)
	}
	if out := slowly(t, d, id, "quiet", "quiet", "stop"); !strings.Contains(out, "The quiet minutes have ended.") {
		t.Errorf("they do not stop:\n%s", tail(out))
	}
}

func TestLinear_movesAndTakesAwayWhatIsListed(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, heron(t))
	out := slowly(t, d, id, "steps", "4", "up h3", "delete h9", "delete h2", "no", "delete h2", "yes", "stop")
	mustSay(t, out, "H3 is one up.", "There is nothing here with that letter and number.", "Take away H2, An adult in the house did it?", "H2 is taken away.")
	kept, _, err := d.Load(context.Background(), id)
	if refs := strings.Join(kept.Refs(journal.Hypotheses), " "); err != nil || refs != "H1 H3" {
		t.Errorf("left %q, %v", refs, err)
	}
}

func TestTime_isCountedOnlyWhereItIsWantedAndForgottenWithANo(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, heron(t))
	slowly(t, d, id, "steps", "3", "skip", "stop")
	if s := d.spent(); s.Sittings != 0 {
		t.Fatalf("counted unasked: %+v", s)
	}
	p := d.Preferences()
	p.Time = true
	if err := d.SetPreferences(p); err != nil {
		t.Fatal(err)
	}
	slowly(t, d, id, "steps", "3", "skip", "stop")
	printed := d.spent()
	if printed.Sittings != 1 || printed.Seconds[coreWalk]["gut"] == 0 {
		t.Errorf("in plain lines it counted %+v", printed)
	}

	now := noon
	d.now = func() time.Time { return now }
	s := newStage(t, d, screen.Route{Name: screen.Walk, ID: string(id)}, 80, 24)
	s.press("ctrl+g", "3", "enter")
	now = now.Add(90 * time.Second)
	s.press("x")
	now = now.Add(time.Hour)
	s.press("y", "esc")
	if both := d.spent(); both.Sittings != 2 || both.Seconds[coreWalk]["gut"] != printed.Seconds[coreWalk]["gut"]+90 {
		t.Errorf("on the screen it counted %+v after %+v", both, printed)
	}

	kept, _, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := export.JSON(&file, kept); err != nil || strings.Contains(file.String(), "econds") {
		t.Errorf("the time is in the record: %v\n%s", err, file.String())
	}
	all, err := d.Insights(context.Background())
	if err != nil || all[len(all)-1].ID != "time" {
		t.Errorf("insights end with %+v, %v", all[len(all)-1], err)
	}
	p.Time = false
	if err := d.SetPreferences(p); err != nil {
		t.Fatal(err)
	}
	if _, kept := d.Setting(spentName); kept {
		t.Error("it is still kept after a no")
	}
}
