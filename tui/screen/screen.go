package screen

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
)

// Screen is one room of the full screen. View is pure; Update does no work that
// can wait for a disk.
type Screen interface {
	// Init starts what the screen needs when it is opened.
	Init() tea.Cmd
	// Update takes one message and says what it wants to happen.
	Update(tea.Msg) (Intent, tea.Cmd)
	// Resize gives the room that is left for the screen, in cells.
	Resize(width, height int)
	// View draws the screen: at most the height given, no line wider than the
	// width.
	View() Frame
	// Typing says that plain letters belong to the screen.
	Typing() bool
	// Keys lists what can be pressed here: the footer, help and the manual read
	// it.
	Keys() []key.Binding
}

// Leaver is a screen that has something to keep before it is covered, closed
// or locked. Leave hands it over; it is called on every path.
type Leaver interface {
	Leave()
}

// Clocked is a screen that something ends by itself on. Tick tells it the time
// every few seconds while it is on top; true says that somebody is there although
// no key is pressed, so that the vault stays open.
type Clocked interface {
	Tick(now time.Time) bool
}

// Forgetter is a screen that holds a person's words or passphrase. Forget
// drops them; the screen is not used afterwards.
type Forgetter interface {
	Forget()
}

// Placer is a screen that knows a place within what it shows, as the question
// that has the focus. It is kept over a lock, and comes back in the route's At.
type Placer interface {
	Place() string
}

// Frame is what a screen draws. The cursor is the real one, relative to the
// body's first cell; nil hides it.
type Frame struct {
	Body   string
	Cursor *tea.Cursor
}

// Under moves a frame's cursor by what was drawn above and to the left of it.
func (f Frame) Under(x, y int) *tea.Cursor {
	if f.Cursor == nil {
		return nil
	}
	moved := *f.Cursor
	moved.X += x
	moved.Y += y
	return &moved
}

// Intent is what a screen wants. The zero value wants nothing. Open puts a
// screen on top; with Replace it takes this one's place. Close goes back one,
// Home all the way.
type Intent struct {
	Open    *Route
	Replace bool
	Close   bool
	Home    bool
	Lock    bool
	Quit    bool
	Flush   bool   // have what was written on disk before going on
	Copy    string // hand this text to the clipboard
	Say     string
	Hush    bool // what was said has had its day
	Err     error
	Ask     *Question
}

// Route names a screen and what it is to show. It is data, so that it can be
// kept sealed over a lock and come back to. Over names the screen of the same
// reflection that it lies over; At is a place in that one then.
type Route struct {
	Name string `json:"name"`
	ID   string `json:"id,omitempty"`
	At   string `json:"at,omitempty"`
	Over string `json:"over,omitempty"`
}

// The names of the screens.
const (
	First     = "first"
	Unlock    = "unlock"
	Home      = "home"
	New       = "new"
	Walk      = "walk"
	Read      = "read"
	Find      = "find"
	Revisions = "revisions"
	Trash     = "trash"
	Settings  = "settings"
	Library   = "library"
	Standards = "standards"
	Help      = "help"
	Export    = "export"
	Due       = "due"
	Insights  = "insights"
	Names     = "names"
	Rehearse  = "rehearse"
)

// NamesCopy asks the review of names about a copy that is to leave the vault;
// without it the notes themselves are looked at.
const NamesCopy = "copy"

// NamesPage asks it about a copy of the one page alone.
const NamesPage = "page"

// Question is put by the root in a dialog over the screen. Answer says what to
// do with the choice, by its index; it runs in the screen that asked.
type Question struct {
	Text    string
	Detail  string
	Choices []Option
	Cancel  int // the choice that Esc takes
	// Unbidden questions open by themselves: keys meant for the screen below do
	// not answer them.
	Unbidden bool
	Answer   func(choice int) (Intent, tea.Cmd)
}

// Option is one answer of a question: a key letter and its words.
type Option struct {
	Key   string
	Label string
}

// Result is the answer of a command, addressed to the screen that asked. The
// root delivers it wherever that screen is in the stack and drops it when the
// screen is gone.
type Result struct {
	To  ID
	Msg tea.Msg
}

// ID tells screens of one run apart.
type ID uint64

// Saved tells the screens how the last save went.
type Saved struct{ Standing journal.Standing }

// Shown tells a screen that it is on top again, after another was closed.
type Shown struct{}

// Restyled tells the screens that the theme has changed.
type Restyled struct{}

// Env is what every screen needs: who it is, the clock and a maker of ids.
type Env struct {
	Self  ID
	Now   func() time.Time
	NewID func() (journal.ID, error)
}

// Do makes a command whose answer comes back to the screen that asked. A panic
// inside it becomes an error result, since it would end the program.
func (e Env) Do(work func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = Result{To: e.Self, Msg: Failed{}}
			}
		}()
		return Result{To: e.Self, Msg: work()}
	}
}

// Failed is the answer of a command that broke. What broke it is not carried:
// it could hold a person's words.
type Failed struct{}
