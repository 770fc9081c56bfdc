package widget

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Pager shows more lines than the screen has. It takes lines that are wrapped
// already, from Wrap, Markdown, HelpPage or a screen's own styled rows, and
// cuts what is too wide; it wraps nothing itself, because a reader's place
// should not move. The real cursor is on the top line.
type Pager struct {
	lines   []string
	cut     []string // lines at the width, made as they are first shown
	width   int
	height  int
	top     int
	focused bool
}

// NewPager gives an empty pager of 80 by 20 cells.
func NewPager() *Pager { return &Pager{width: 80, height: 20} }

// SetLines replaces the lines and goes to the first.
func (p *Pager) SetLines(lines []string) {
	p.top = 0
	p.set(lines)
}

// set keeps the lines, with anything a terminal would obey made visible, in
// case one of them was not cleaned.
func (p *Pager) set(lines []string) {
	p.lines = make([]string, len(lines))
	for i, line := range lines {
		p.lines[i] = line
		if !isPlain(line, false) {
			p.lines[i] = keepColour(line)
		}
	}
	p.recut()
}

// UpdateLines replaces the lines and stays at the same part of the text, for
// the same page at another width.
func (p *Pager) UpdateLines(lines []string) {
	if old := len(p.lines); old > 0 {
		p.top = p.top * len(lines) / old
	}
	p.set(lines)
}

// SetSize says how many cells there are; sizes below 1 count as 1.
func (p *Pager) SetSize(width, height int) {
	p.width, p.height = max(1, width), max(1, height)
	p.recut()
}

func (p *Pager) recut() {
	p.cut = make([]string, len(p.lines))
	for i, line := range p.lines {
		p.cut[i] = cutStyled(line, p.width)
	}
	p.SetTop(p.top)
}

// Forget drops the lines.
func (p *Pager) Forget() { p.lines, p.cut, p.top = nil, nil, 0 }

// SetTop brings a line to the top, as far as there are lines to fill the rest.
func (p *Pager) SetTop(line int) { p.top = max(0, min(line, len(p.lines)-p.height)) }

// Top is the index of the line at the top.
func (p *Pager) Top() int { return p.top }

// Lines is how many lines there are.
func (p *Pager) Lines() int { return len(p.lines) }

// Below is how many lines there are beneath the last in view.
func (p *Pager) Below() int { return max(0, len(p.lines)-p.top-p.height) }

// AtEnd reports whether the last line is in view.
func (p *Pager) AtEnd() bool { return p.top+p.height >= len(p.lines) }

// Typing is false: a pager takes no letters.
func (p *Pager) Typing() bool { return false }

// Focus shows the cursor, Blur hides it.
func (p *Pager) Focus() { p.focused = true }

// Blur hides the cursor.
func (p *Pager) Blur() { p.focused = false }

// Keys lists what the pager does.
func (p *Pager) Keys() []key.Binding {
	return []key.Binding{
		key.NewBinding(key.WithKeys("up", "down"), key.WithHelp(helpUpDown, doesScroll)),
		key.NewBinding(key.WithKeys("pgup", "pgdown", "space", "b"), key.WithHelp(helpPages, doesPages)),
		key.NewBinding(key.WithKeys("home", "end"), key.WithHelp(helpStartEnd, doesStartEnd)),
	}
}

// Update takes a key press and reports whether it was the pager's own.
func (p *Pager) Update(msg tea.Msg) (handled bool) {
	press, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return false
	}
	page := max(1, p.height-1)
	switch press.Keystroke() {
	case "up", "k":
		p.SetTop(p.top - 1)
	case "down", "j":
		p.SetTop(p.top + 1)
	case "pgup", "b", "shift+space":
		p.SetTop(p.top - page)
	case "pgdown", "space":
		p.SetTop(p.top + page)
	case "home", "ctrl+home", "g":
		p.SetTop(0)
	case "end", "ctrl+end", "shift+g":
		p.SetTop(len(p.lines))
	default:
		return false
	}
	return true
}

// View draws the lines in the window.
func (p *Pager) View() string {
	return strings.Join(p.cut[p.top:min(len(p.cut), p.top+p.height)], "\n")
}

// Cursor is on the top line, or nil without focus.
func (p *Pager) Cursor() *tea.Cursor {
	if !p.focused {
		return nil
	}
	return cursorAt(0, 0)
}

// ViewWithMore draws the part in view and keeps the last of height rows for
// more, which stands there while the text goes on below. One row has no room
// for it.
func (p *Pager) ViewWithMore(height int, more string) string {
	lines := strings.Split(p.View(), "\n")
	if height <= 1 {
		return strings.Join(lines, "\n")
	}
	for len(lines) < height-1 {
		lines = append(lines, "")
	}
	if p.Below() == 0 {
		more = ""
	}
	return strings.Join(append(lines, more), "\n")
}
