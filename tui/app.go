package tui

import (
	"context"
	"errors"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// Factory makes a screen for a route.
type Factory func(screen.Env, screen.Route) (screen.Screen, error)

// Keeper is the autosave writer as the root needs it.
type Keeper interface {
	Flush(context.Context) error
	Saved() <-chan journal.Standing
}

// Config is what the root is made of. Keeper and Idle may be called only while
// a vault is open; Describe turns an error into words for the status line.
type Config struct {
	Theme    *theme.Theme
	Screens  map[string]Factory
	Resolve  func(screen.Route) (screen.Route, error) // where a route leads in the end; nil: where it says
	Start    screen.Route
	Keeper   Keeper
	Idle     func() time.Duration // 0: never lock
	Locked   func() bool          // no vault is open
	Now      func() time.Time
	Up       func() time.Duration // how long the program has been up, sleep left out; nil: sleep is not noticed
	NewID    func() (journal.ID, error)
	Describe func(error) Trouble
	Clip     func(string) error // hands text to the system's clipboard; nil: the terminal is asked
}

// Ending says how the program ended.
type Ending int

// The endings.
const (
	Left Ending = iota
	Locked
)

// App is the root.
type App struct {
	cfg     Config
	pages   []page
	lastID  screen.ID
	width   int
	height  int
	status  *widget.Status
	long    string // what is said, where the status line has no room for it
	level   widget.Level
	dialog  *widget.Dialog
	pending pending
	watch   Watch
	wantC   bool // Ctrl+C was pressed once
	unsafe  bool // the last save did not succeed
	spoken  bool // the status line says something since the last key
	ending  Ending
	where   screen.Route
	err     error
}

// New makes the root with its first screen.
func New(cfg Config) *App {
	a := &App{cfg: cfg, width: 80, height: 24}
	a.typed()
	a.status = widget.NewStatus(cfg.Theme)
	a.dialog = widget.NewDialog(cfg.Theme, cfg.Now)
	return a
}

// Ended says how the program ended, and where the person was.
func (a *App) Ended() (Ending, screen.Route, error) { return a.ending, a.where, a.err }

// Init opens the first screen.
func (a *App) Init() tea.Cmd {
	return tea.Batch(a.open(a.cfg.Start, false), tea.RequestBackgroundColor, a.listen(), a.tick())
}

// Update takes one message. Keys go to the dialog, then to the root, then to
// the screen on top.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if a.cfg.Theme.Observe(msg) {
		return a, a.tell(screen.Restyled{})
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		a.resize()
		return a, a.tell(screen.Restyled{})
	case tea.BlurMsg:
		return a, a.flush()
	case ticked:
		return a, tea.Batch(a.tick(), a.onTick())
	case saved:
		a.kept(journal.Standing(msg))
		return a, tea.Batch(a.listen(), a.tell(screen.Saved{Standing: journal.Standing(msg)}))
	case screen.Result:
		return a, a.deliver(msg)
	case tea.KeyPressMsg:
		a.typed()
		return a, a.press(msg)
	case tea.PasteMsg:
		a.typed()
		if a.dialog.Open() {
			return a, a.answer(msg)
		}
		return a, a.toTop(msg)
	}
	return a, a.toTop(msg)
}

func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, globalKeys.Stop) {
		return a.stop()
	}
	a.wantC, a.spoken = false, false
	if len(a.notes()) > 0 && !a.unsafe {
		a.say(widget.Plain, "") // it was read; a key gives its rows back to the screen
	}
	if key.Matches(msg, globalKeys.Lock) && !a.cfg.Locked() {
		return a.lock()
	}
	if a.dialog.Open() {
		return a.answer(msg)
	}
	if key.Matches(msg, globalKeys.Help) || key.Matches(msg, globalKeys.HelpMark) && !a.typing() {
		if top, ok := a.top(); ok && top.route.Name != screen.Help {
			return a.open(screen.Route{Name: screen.Help, At: top.route.Name}, false)
		}
	}
	return a.toTop(msg)
}

// stop is Ctrl+C: everything is saved, then a question; pressed twice it
// leaves.
func (a *App) stop() tea.Cmd {
	a.leaveAll()
	if a.wantC {
		return a.quit(Left)
	}
	a.wantC = true
	a.ask(leaveQuestion(a), 0)
	return a.flush()
}

func (a *App) lock() tea.Cmd { return a.quit(Locked) }

// quit hands over what the screens hold and ends the program. What has to be
// on disk is flushed after the program has ended, on every path.
func (a *App) quit(how Ending) tea.Cmd {
	a.leaveAll()
	a.ending = how
	a.where = a.whereabouts()
	return tea.Quit
}

func (a *App) typing() bool {
	top, ok := a.top()
	return ok && top.screen.Typing()
}

func (a *App) toTop(msg tea.Msg) tea.Cmd {
	top, ok := a.top()
	if !ok {
		return nil
	}
	return a.update(top, msg)
}

// update gives a screen one message and applies what it wants. A screen that
// breaks is closed; what was written in it is with the writer already.
func (a *App) update(p page, msg tea.Msg) (cmd tea.Cmd) {
	defer func() {
		if recover() != nil {
			cmd = a.broken(p)
		}
	}()
	want, cmd := p.screen.Update(msg)
	return tea.Batch(cmd, a.apply(p, want))
}

func (a *App) broken(p page) tea.Cmd {
	a.close(p.id)
	a.say(widget.Fault, sayBroken)
	if len(a.pages) == 0 {
		a.err = errBroken
		return tea.Quit
	}
	return nil
}

var errBroken = errors.New("the first screen could not be shown")

// apply does what a screen wants.
func (a *App) apply(p page, want screen.Intent) tea.Cmd {
	var cmds []tea.Cmd
	if want.Hush {
		a.say(widget.Plain, "")
	}
	if want.Say != "" {
		a.say(widget.Plain, want.Say)
		a.spoken = true
	}
	if want.Err != nil {
		a.trouble(want.Err)
	}
	if want.Copy != "" {
		cmds = append(cmds, a.copy(want.Copy))
	}
	if want.Flush {
		cmds = append(cmds, a.flush())
	}
	if want.Ask != nil {
		a.ask(*want.Ask, p.id)
	}
	switch {
	case want.Quit:
		cmds = append(cmds, a.quit(Left))
	case want.Lock:
		cmds = append(cmds, a.lock())
	case want.Home:
		cmds = append(cmds, a.home())
	case want.Open != nil:
		if want.Replace {
			a.close(p.id)
		}
		cmds = append(cmds, a.reach(*want.Open))
	case want.Close:
		cmds = append(cmds, a.closeTop(p))
	}
	return tea.Batch(cmds...)
}

// copy hands text to the clipboard. The terminal gives no answer, so that it
// has arrived is never said.
func (a *App) copy(text string) tea.Cmd {
	if a.cfg.Clip == nil {
		return tea.SetClipboard(text)
	}
	clip := a.cfg.Clip
	return func() tea.Msg { return screen.Result{Msg: flushed{clip(text)}} }
}
