package widget

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// StepState is where a step of a walk stands.
type StepState int

// The states, each with a mark of its own; a step that is left out of today's
// length says so in words.
const (
	Untouched StepState = iota
	Started
	Done
	NotToday
)

// RailStep is one step as the rail shows it.
type RailStep struct {
	Label string
	State StepState
}

// RailResult is what a Rail has to say about a message.
type RailResult struct {
	Handled bool
	Moved   bool
	Chosen  int // index of the step that was chosen with Enter; -1 for none
}

// Rail shows the steps of a walk beside the one that is open. It gives no
// totals. A label takes as many rows as it needs, where there is room for all
// steps. With focus, a step can be chosen with the arrows or its number.
type Rail struct {
	theme    *theme.Theme
	steps    []RailStep
	here     int
	selected int
	digits   int // the number typed last; 0 once something else is pressed
	top      int
	width    int
	height   int
	focused  bool
}

// NewRail gives an empty rail of 24 by 12 cells.
func NewRail(t *theme.Theme) *Rail {
	return &Rail{theme: t, width: 24, height: 12, here: none, selected: none}
}

// SetSteps says what the steps are and at which of them the person is.
func (r *Rail) SetSteps(steps []RailStep, here int) {
	r.steps = steps
	r.here = here
	r.selected = clampIndex(here, len(steps))
	r.scroll()
}

// SetSize says how many cells there are; sizes below 1 count as 1.
func (r *Rail) SetSize(width, height int) {
	r.width, r.height = max(1, width), max(1, height)
	r.scroll()
}

// Forget drops the steps.
func (r *Rail) Forget() { r.SetSteps(nil, none) }

// Typed is the number that was typed towards a step; 0 where none was.
func (r *Rail) Typed() int { return r.digits }

// Selected is the step with the cursor, -1 without steps.
func (r *Rail) Selected() int { return r.selected }

// Typing is false: the rail takes digits only.
func (r *Rail) Typing() bool { return false }

// Focus shows the cursor, Blur hides it and goes back to where the person is.
func (r *Rail) Focus() { r.focused = true; r.scroll() }

// Blur hides the cursor.
func (r *Rail) Blur() {
	r.focused, r.digits = false, 0
	r.selected = clampIndex(r.here, len(r.steps))
	r.scroll()
}

// Keys lists what the rail does.
func (r *Rail) Keys() []key.Binding {
	return []key.Binding{
		key.NewBinding(key.WithKeys("up", "down"), key.WithHelp(helpUpDown, doesSelectRow)),
		key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6", "7", "8", "9"), key.WithHelp(helpNumber, doesSelectRow)),
		key.NewBinding(key.WithKeys("enter"), key.WithHelp(helpEnter, doesGoThere)),
	}
}

// Update takes a key press. Two digits typed after each other make a number
// where there are that many steps.
func (r *Rail) Update(msg tea.Msg) RailResult {
	press, isKey := msg.(tea.KeyPressMsg)
	if !isKey || len(r.steps) == 0 {
		return RailResult{Chosen: none}
	}
	before, typed := r.selected, r.digits
	r.digits = 0
	switch stroke := strokeOf(press); stroke {
	case "up", "down", "home", "end", "pgup", "pgdown":
		r.selected = clampIndex(moveRow(stroke, r.selected, len(r.steps), max(1, r.height-1)), len(r.steps))
	case "enter":
		return RailResult{Handled: true, Chosen: r.selected}
	default:
		digit, err := strconv.Atoi(press.Text)
		if err != nil {
			return RailResult{Chosen: none}
		}
		number := typed*10 + digit
		if number > len(r.steps) {
			number = digit
		}
		if number >= 1 && number <= len(r.steps) {
			r.selected, r.digits = number-1, number
		}
	}
	r.scroll()
	return RailResult{Handled: true, Moved: r.selected != before, Chosen: none}
}

func (r *Rail) scroll() {
	rows, at := r.rows()
	if r.selected == none {
		r.top = 0
		return
	}
	last := len(rows)
	if r.selected+1 < len(at) {
		last = at[r.selected+1]
	}
	r.top = slide(slide(r.top, last-1, len(rows), r.height), at[r.selected], len(rows), r.height)
}

// View draws the steps that fit, whole where there is room for all of them.
func (r *Rail) View() string {
	rows, _ := r.rows()
	return strings.Join(rows[min(r.top, len(rows)):min(len(rows), r.top+r.height)], "\n")
}

// rows draws every step, and says in which row each begins. Labels are wrapped
// where that leaves all steps in sight, else cut.
func (r *Rail) rows() (rows []string, at []int) {
	for _, wrap := range []bool{true, false} {
		rows, at = nil, nil
		for i, step := range r.steps {
			if wrap && step.State == NotToday && (i == 0 || r.steps[i-1].State != NotToday) {
				rows = append(rows, r.theme.Styles.Muted.Render(fitLine(headNotToday, r.width, r.theme.Symbols.Ellipsis)))
			}
			at = append(at, len(rows))
			rows = append(rows, r.step(i, wrap)...)
		}
		if len(rows) <= r.height {
			break
		}
	}
	return rows, at
}

// step draws one step. The one with the cursor has the pointer for a mark.
func (r *Rail) step(index int, wrap bool) []string {
	step := r.steps[index]
	mark, style := markUntouched, r.theme.Styles.Base
	switch {
	case index == r.here:
		mark, style = markHere, r.theme.Styles.Accent
	case step.State == Done:
		mark, style = markDone, r.theme.Styles.Good
	case step.State == Started:
		mark = markStarted
	case step.State == NotToday:
		mark, style = markNotToday, r.theme.Styles.Muted
	}
	chosen := r.focused && index == r.selected
	if chosen {
		mark, style = r.theme.Symbols.Pointer+spaces(len(mark)-Width(r.theme.Symbols.Pointer)), r.theme.Styles.Selected
	}
	lead := mark + strconv.Itoa(index+1) + " "
	lines := []string{lead + CleanLine(step.Label)}
	if room := r.width - Width(lead); wrap && room >= 8 {
		lines = Wrap(step.Label, room)
		for i := range lines {
			lines[i] = lead + lines[i]
			lead = spaces(Width(lead))
		}
	} else if step.State == NotToday {
		lines[0], _ = rightOf(lines[0], saysNotToday, r.width, r.theme.Symbols.Ellipsis)
	}
	for i, line := range lines {
		line = fitLine(line, r.width, r.theme.Symbols.Ellipsis)
		if chosen {
			line += spaces(r.width - Width(line))
		}
		lines[i] = style.Render(line)
	}
	return lines
}

// Cursor is on the selected step, or nil without focus or steps.
func (r *Rail) Cursor() *tea.Cursor {
	if !r.focused || r.selected == none {
		return nil
	}
	_, at := r.rows()
	return cursorAt(0, at[r.selected]-r.top)
}
