package tui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

// room is a screen that does as it is told.
type room struct {
	name   string
	env    screen.Env
	typing bool
	keys   []string
	got    []tea.Msg
	left   int
	gone   bool
	on     func(*room, tea.Msg) (screen.Intent, tea.Cmd)
	draw   func() screen.Frame
	awake  bool
	ticks  []time.Time
}

func (r *room) Tick(now time.Time) bool {
	r.ticks = append(r.ticks, now)
	return r.awake
}

func (r *room) Init() tea.Cmd       { return nil }
func (r *room) Resize(int, int)     {}
func (r *room) Typing() bool        { return r.typing }
func (r *room) Keys() []key.Binding { return nil }
func (r *room) Leave()              { r.left++ }
func (r *room) Forget()             { r.gone = true }

func (r *room) View() screen.Frame {
	if r.draw != nil {
		return r.draw()
	}
	return screen.Frame{Body: "room " + r.name}
}

func (r *room) Update(msg tea.Msg) (screen.Intent, tea.Cmd) {
	r.got = append(r.got, msg)
	if press, ok := msg.(tea.KeyPressMsg); ok {
		r.keys = append(r.keys, press.String())
	}
	if r.on != nil {
		return r.on(r, msg)
	}
	return screen.Intent{}, nil
}

type house struct {
	*App
	rooms map[string]*room
	now   time.Time
	idle  time.Duration
	shut  bool
}

func newHouse(t *testing.T, rooms ...*room) *house {
	t.Helper()
	h := &house{rooms: map[string]*room{}, now: time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)}
	made := map[string]Factory{}
	for _, r := range rooms {
		h.rooms[r.name] = r
		made[r.name] = func(env screen.Env, _ screen.Route) (screen.Screen, error) {
			r.env = env
			return r, nil
		}
	}
	made["none"] = func(screen.Env, screen.Route) (screen.Screen, error) { return nil, errors.New("no room") }
	h.App = New(Config{
		Theme: theme.New(theme.Dark), Screens: made, Start: screen.Route{Name: rooms[0].name},
		Now: func() time.Time { return h.now }, Idle: func() time.Duration { return h.idle },
		Locked: func() bool { return h.shut }, Describe: func(err error) Trouble { return Trouble{What: err.Error()} },
	})
	h.Init()
	h.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return h
}

func letter(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

func (h *house) text() string { return h.View().Content }

func wants(want screen.Intent) func(*room, tea.Msg) (screen.Intent, tea.Cmd) {
	return func(_ *room, msg tea.Msg) (screen.Intent, tea.Cmd) {
		if _, ok := msg.(tea.KeyPressMsg); ok {
			return want, nil
		}
		return screen.Intent{}, nil
	}
}

// The key after the one that opens a screen belongs to that screen: it never
// reaches the one below.
func TestApp_givesTheNextKeyToTheScreenThatWasOpened(t *testing.T) {
	a, b := &room{name: "a", on: wants(screen.Intent{Open: &screen.Route{Name: "b"}})}, &room{name: "b", typing: true}
	h := newHouse(t, a, b)
	h.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	for _, r := range "hello" {
		h.Update(letter(r))
	}
	if len(a.keys) != 1 || strings.Join(b.keys, "") != "hello" {
		t.Errorf("below got %v, above got %v", a.keys, b.keys)
	}
	if a.left != 1 {
		t.Error("the screen below did not hand over what it holds")
	}
}

func TestApp_closesAScreenThatPanicsAndSaysSo(t *testing.T) {
	b := &room{name: "b", on: func(_ *room, msg tea.Msg) (screen.Intent, tea.Cmd) {
		if _, ok := msg.(tea.KeyPressMsg); ok {
			panic("the words of a family")
		}
		return screen.Intent{}, nil
	}}
	a := &room{name: "a", on: wants(screen.Intent{Open: &screen.Route{Name: "b"}})}
	h := newHouse(t, a, b)
	h.Update(letter('x'))
	h.Update(letter('y'))
	if top, _ := h.top(); top.route.Name != "a" {
		t.Errorf("%s is shown", top.route.Name)
	}
	if b.left != 1 || !b.gone {
		t.Error("what the broken screen held was not handed over and dropped")
	}
	if !strings.Contains(h.text(), "What you wrote is saved") || strings.Contains(h.text(), "family") {
		t.Errorf("it says:\n%s", h.text())
	}
}

func TestApp_endsWhenTheFirstScreenPanics(t *testing.T) {
	h := newHouse(t, &room{name: "a", on: func(_ *room, msg tea.Msg) (screen.Intent, tea.Cmd) {
		if _, ok := msg.(tea.KeyPressMsg); ok {
			panic("no")
		}
		return screen.Intent{}, nil
	}})
	h.Update(letter('x'))
	if _, _, err := h.Ended(); err == nil {
		t.Error("it goes on with nothing to show")
	}
}

func TestApp_drawsANoticeWhenDrawingPanics(t *testing.T) {
	h := newHouse(t, &room{name: "a", draw: func() screen.Frame { panic("no") }})
	if !strings.Contains(h.text(), "What you wrote is saved") {
		t.Errorf("it shows:\n%s", h.text())
	}
}

func TestApp_dropsTheAnswerOfAScreenThatIsGone(t *testing.T) {
	a, b := &room{name: "a"}, &room{name: "b"}
	h := newHouse(t, a, b)
	a.on = wants(screen.Intent{Open: &screen.Route{Name: "b"}})
	h.Update(letter('x'))
	late := b.env.Do(func() tea.Msg { return "late" })()
	b.on = wants(screen.Intent{Close: true})
	h.Update(letter('x'))
	before := len(a.got) + len(b.got)
	h.Update(late)
	if len(a.got)+len(b.got) != before {
		t.Error("a late answer reached a screen")
	}
	if failed, ok := b.env.Do(func() tea.Msg { panic("words") })().(screen.Result); !ok || failed.Msg != (screen.Failed{}) {
		t.Errorf("a command that panics answers %v", failed)
	}
}

func TestApp_staysOpenWhileTheScreenOnTopSaysThatSomebodyIsThere(t *testing.T) {
	a, b := &room{name: "a", on: wants(screen.Intent{Open: &screen.Route{Name: "b"}})}, &room{name: "b", awake: true}
	h := newHouse(t, a, b)
	h.idle = time.Minute
	h.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	h.now = h.now.Add(2 * time.Minute)
	h.Update(ticked{})
	if ending, _, _ := h.Ended(); ending == Locked || len(b.ticks) != 1 || !b.ticks[0].Equal(h.now) || len(a.ticks) != 0 {
		t.Fatalf("it ended with %v; above was told %v, below %v", ending, b.ticks, a.ticks)
	}
	b.awake = false
	h.now = h.now.Add(59 * time.Second)
	h.Update(ticked{})
	if ending, _, _ := h.Ended(); ending == Locked {
		t.Fatal("the idle clock did not begin again")
	}
	h.now = h.now.Add(2 * time.Second)
	h.Update(ticked{})
	if ending, _, _ := h.Ended(); ending != Locked {
		t.Error("it never locks")
	}
}

func TestApp_locksWhenNoKeyWasPressedForLongEnough(t *testing.T) {
	a := &room{name: "a"}
	h := newHouse(t, a)
	h.idle = time.Minute
	h.now = h.now.Add(59 * time.Second)
	h.Update(ticked{})
	if ending, _, _ := h.Ended(); ending == Locked {
		t.Fatal("it locks too soon")
	}
	h.now = h.now.Add(2 * time.Second)
	h.shut = true
	h.Update(ticked{})
	if ending, _, _ := h.Ended(); ending == Locked {
		t.Fatal("it locks what is locked")
	}
	h.shut = false
	h.Update(ticked{})
	ending, where, _ := h.Ended()
	if ending != Locked || where.Name != "a" || a.left == 0 {
		t.Errorf("it ended with %v at %v, handed over %d times", ending, where, a.left)
	}
	h.Forget()
	if !a.gone {
		t.Error("the screen holds its text after the lock")
	}
}

func TestApp_locksAfterTheComputerSlept(t *testing.T) {
	h := newHouse(t, &room{name: "a"})
	up := time.Duration(0)
	h.cfg.Up = func() time.Duration { return up }
	pass := func(wall, awake time.Duration) Ending {
		h.now, up = h.now.Add(wall), up+awake
		h.Update(ticked{})
		ending, _, _ := h.Ended()
		return ending
	}
	h.shut = true
	if pass(idleCheck, idleCheck) == Locked || pass(time.Hour, time.Second) == Locked {
		t.Fatal("it locks what is locked")
	}
	h.shut = false
	if pass(idleCheck, idleCheck) == Locked {
		t.Fatal("it locks although nothing slept")
	}
	if pass(time.Hour, time.Second) != Locked {
		t.Error("the lid was closed for an hour, and it is open")
	}
}

func TestApp_asksOnceAndLeavesAtTheSecondCtrlC(t *testing.T) {
	a := &room{name: "a", typing: true}
	h := newHouse(t, a)
	stop := tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}
	h.Update(stop)
	if a.left != 1 || !strings.Contains(h.text(), "Leave Sounding?") {
		t.Errorf("after one: handed over %d times\n%s", a.left, h.text())
	}
	_, cmd := h.Update(stop)
	if cmd == nil {
		t.Fatal("it does not leave at the second")
	}
	if _, ok := cmd().(tea.QuitMsg); !ok {
		t.Errorf("it answers %T", cmd())
	}
}

func TestApp_saysSavedOnlyAfterTheCommitAndNotOverWhatItSaid(t *testing.T) {
	a := &room{name: "a", on: wants(screen.Intent{Say: "Marked as finished."})}
	h := newHouse(t, a)
	if strings.Contains(h.text(), saySaved) {
		t.Error("it says saved before anything was")
	}
	h.Update(letter('x'))
	h.Update(saved{Saved: h.now})
	if !strings.Contains(h.text(), "Marked as finished.") {
		t.Error("what was said is gone before it could be read")
	}
	a.on = nil
	h.Update(letter('x'))
	h.Update(saved{Saved: h.now})
	if !strings.Contains(h.text(), saySaved) {
		t.Error("it does not say that it is saved")
	}
	h.Update(saved{Err: errors.New("the disk is full")})
	if !strings.Contains(h.text(), "the disk is full") {
		t.Error("it does not say that it is not saved")
	}
	h.Update(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
	if !strings.Contains(h.text(), "NOT saved") {
		t.Errorf("it would let the words go:\n%s", h.text())
	}
}

func TestApp_saysThatAScreenCannotBeOpenedAndStays(t *testing.T) {
	a := &room{name: "a", on: wants(screen.Intent{Open: &screen.Route{Name: "none"}})}
	h := newHouse(t, a)
	h.Update(letter('x'))
	if top, _ := h.top(); top.route.Name != "a" || !strings.Contains(h.text(), "no room") {
		t.Errorf("it shows:\n%s", h.text())
	}
}

func TestApp_answersADialogInTheScreenThatAsked(t *testing.T) {
	var chosen []int
	a := &room{name: "a", typing: true}
	a.on = wants(screen.Intent{Ask: &screen.Question{
		Text: "Sure?", Choices: []screen.Option{{Key: "y", Label: "Yes"}, {Key: "n", Label: "No"}}, Cancel: 1,
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			chosen = append(chosen, choice)
			return screen.Intent{Say: "done"}, nil
		},
	}})
	h := newHouse(t, a)
	h.Update(letter('x'))
	h.Update(letter('q'))
	h.Update(letter('y'))
	h.Update(letter('x'))
	h.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	if len(chosen) != 2 || chosen[0] != 0 || chosen[1] != 1 {
		t.Errorf("chosen %v", chosen)
	}
	if len(a.keys) != 2 {
		t.Errorf("keys meant for the dialog reached the screen: %v", a.keys)
	}
}

// slow is a keeper whose disk does not answer.
type slow struct{ saved chan journal.Standing }

func (s slow) Flush(ctx context.Context) error { return errors.New("slow disk") }
func (s slow) Saved() <-chan journal.Standing  { return s.saved }

func TestApp_tellsOfAFlushThatFails(t *testing.T) {
	h := newHouse(t, &room{name: "a"})
	h.cfg.Keeper = slow{}
	_, cmd := h.Update(tea.BlurMsg{})
	h.Update(cmd())
	if !strings.Contains(h.text(), "slow disk") {
		t.Errorf("it shows:\n%s", h.text())
	}
}
