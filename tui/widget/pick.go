package widget

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// Item is one row of a Pick.
type Item struct {
	Title  string
	Detail string // short, at the right end where there is room: a date, a state
	Words  string // further words that the filter finds it by; not drawn
}

// PickResult is what a Pick has to say about a message.
type PickResult struct {
	Handled  bool
	Moved    bool // the cursor is on another item
	Filtered bool // the filter text changed
	Chosen   int  // index into the items that were set; -1 for none
}

// Pick is a long list of one-line items. It draws the rows that are seen, so
// ten thousand cost what twenty do. With SetFilter, letters narrow the list to
// the items that hold every typed word, those whose title begins so first.
type Pick struct {
	theme    *theme.Theme
	items    []Item
	folded   []string // lower-case text of each item, made at the first filter
	shown    []int    // indices of the items that match
	filter   *Line
	filters  bool
	applied  string
	width    int
	height   int
	selected int // index into shown
	top      int
	focused  bool
	empty    string
}

// NewPick gives an empty list of 40 by 10 cells.
func NewPick(t *theme.Theme) *Pick {
	return &Pick{theme: t, filter: NewLine(t), width: 40, height: 10, selected: none}
}

// SetItems replaces the items. The cursor stays on the same row number and the
// filter is kept.
func (p *Pick) SetItems(items []Item) {
	p.items, p.folded = items, nil
	p.applied = ""
	p.shown = allIndices(len(items), p.shown[:0])
	p.narrow()
	p.selected = clampIndex(max(0, p.selected), len(p.shown))
	p.layout()
}

// SetFilter makes letters narrow the list; the first line shows what is typed.
func (p *Pick) SetFilter(on bool) { p.filters = on; p.layout() }

// SetEmpty sets the words for a list without items.
func (p *Pick) SetEmpty(text string) { p.empty = text }

// SetSize says how many cells there are; sizes below 1 count as 1.
func (p *Pick) SetSize(width, height int) {
	p.width, p.height = max(1, width), max(1, height)
	p.layout()
}

func (p *Pick) layout() {
	p.filter.SetWidth(max(1, p.width-Width(saysFind)-len(strconv.Itoa(len(p.items)))*2-6))
	p.scroll()
}

// scroll moves the window as little as shows the selected row.
func (p *Pick) scroll() { p.top = slide(p.top, p.selected, len(p.shown), p.rows()) }

// Select puts the cursor on an item, by its index among those set. Without
// such an item in view it does nothing.
func (p *Pick) Select(index int) {
	for row, i := range p.shown {
		if i == index {
			p.selected = row
			p.scroll()
			return
		}
	}
}

// Selected is the index of the item with the cursor; false where there is none.
func (p *Pick) Selected() (int, bool) {
	if p.selected < 0 || p.selected >= len(p.shown) {
		return none, false
	}
	return p.shown[p.selected], true
}

// Shown is how many items match the filter.
func (p *Pick) Shown() int { return len(p.shown) }

// Window is which of the items shown are in view, counted from one; nothing
// where there are none.
func (p *Pick) Window() (first, last int) {
	if len(p.shown) == 0 {
		return 0, 0
	}
	return p.top + 1, min(len(p.shown), p.top+p.rows())
}

// Filter is the text that narrows the list.
func (p *Pick) Filter() string { return p.filter.Value() }

// ClearFilter shows every item again.
func (p *Pick) ClearFilter() { p.filter.SetValue(""); p.narrow() }

// Typing reports whether plain letters belong to the list.
func (p *Pick) Typing() bool { return p.filters }

// Focus shows the cursor, Blur hides it.
func (p *Pick) Focus() { p.focused = true }

// Blur hides the cursor.
func (p *Pick) Blur() { p.focused = false }

// Forget drops the items and the filter.
func (p *Pick) Forget() { p.filter.Forget(); p.shown = nil; p.SetItems(nil) }

// Keys lists what the list does.
func (p *Pick) Keys() []key.Binding {
	list := []key.Binding{
		key.NewBinding(key.WithKeys("up", "down"), key.WithHelp(helpUpDown, doesSelectRow)),
		key.NewBinding(key.WithKeys("pgup", "pgdown"), key.WithHelp(helpPages, doesPages)),
		key.NewBinding(key.WithKeys("enter"), key.WithHelp(helpEnter, doesOpen)),
	}
	if p.filters {
		list = append(list, key.NewBinding(key.WithKeys("letters"), key.WithHelp(helpLetters, doesFilter)))
	}
	return list
}

// Update takes a key press or a paste.
func (p *Pick) Update(msg tea.Msg) PickResult {
	result := PickResult{Chosen: none}
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		switch stroke := strokeOf(press); stroke {
		case "up", "down", "pgup", "pgdown", "home", "end", "ctrl+home", "ctrl+end":
			before := p.selected
			stroke = strings.TrimPrefix(stroke, "ctrl+")
			p.selected = clampIndex(moveRow(stroke, p.selected, len(p.shown), max(1, p.rows()-1)), len(p.shown))
			p.scroll()
			return PickResult{Handled: true, Chosen: none, Moved: p.selected != before}
		case "enter":
			result.Handled = true
			result.Chosen, _ = p.Selected()
			return result
		case "esc":
			if p.filter.Value() == "" {
				return result
			}
			p.ClearFilter()
			return PickResult{Handled: true, Filtered: true, Chosen: none}
		}
	}
	if !p.filters {
		return result
	}
	change := p.filter.Update(msg)
	if change.Changed {
		p.narrow()
	}
	return PickResult{Handled: change.Handled, Filtered: change.Changed, Moved: change.Changed, Chosen: none}
}

// narrow applies the filter. A longer filter can only drop items, so it looks
// at what the shorter one left.
func (p *Pick) narrow() {
	filter := strings.ToLower(p.filter.Value())
	if filter == p.applied {
		return
	}
	if p.folded == nil {
		p.folded = make([]string, len(p.items))
		for i, item := range p.items {
			p.folded[i] = strings.ToLower(item.Title + "\n" + item.Detail + "\n" + item.Words)
		}
	}
	if p.applied == "" || !strings.HasPrefix(filter, p.applied) {
		p.shown = allIndices(len(p.items), p.shown[:0])
	}
	words := strings.Fields(filter)
	kept := p.shown[:0]
	for _, index := range p.shown {
		if holdsAll(p.folded[index], words) {
			kept = append(kept, index)
		}
	}
	p.titlesFirst(kept, filter)
	p.shown, p.applied = kept, filter
	p.selected, p.top = clampIndex(0, len(kept)), 0
	p.scroll()
}

// titlesFirst puts the items whose title begins with the filter before the
// others, each in the order in which they were set.
func (p *Pick) titlesFirst(kept []int, filter string) {
	begins := func(index int) int {
		if filter != "" && strings.HasPrefix(p.folded[index], strings.TrimLeft(filter, " ")) {
			return 0
		}
		return 1
	}
	slices.SortFunc(kept, func(a, b int) int {
		return cmp.Or(cmp.Compare(begins(a), begins(b)), cmp.Compare(a, b))
	})
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func allIndices(count int, into []int) []int {
	for i := range count {
		into = append(into, i)
	}
	return into
}

// rows is how many items fit.
func (p *Pick) rows() int {
	if p.filters {
		return max(0, p.height-1)
	}
	return p.height
}

// View draws the filter line, where there is one, and the rows around the
// cursor.
func (p *Pick) View() string {
	var lines []string
	if p.filters {
		lines = append(lines, p.filterLine())
	}
	rows := p.rows()
	for row := p.top; row < min(len(p.shown), p.top+rows); row++ {
		lines = append(lines, p.row(row))
	}
	if len(p.shown) == 0 && rows > 0 {
		text := p.empty
		if len(p.items) > 0 {
			text = saysNothingFound
		}
		if text = fitLine(CleanLine(text), p.width, p.theme.Symbols.Ellipsis); text != "" {
			text = p.theme.Styles.Muted.Render(text)
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n")
}

func (p *Pick) filterLine() string {
	head := fitLine(saysFind, p.width, "")
	if p.width < Width(saysFind)+4 {
		return fitLine(CleanLine(p.filter.Value()), p.width, "")
	}
	line := p.theme.Styles.Muted.Render(head) + p.filter.View()
	count := strconv.Itoa(len(p.shown)) + saysOf + strconv.Itoa(len(p.items))
	if gap := p.width - styledWidth(line) - len(count); gap >= 1 {
		line += spaces(gap) + p.theme.Styles.Muted.Render(count)
	}
	return cutStyled(line, p.width)
}

func (p *Pick) row(row int) string {
	item, selected := p.items[p.shown[row]], row == p.selected
	if selected || item.Detail == "" {
		text, _ := rightOf(CleanLine(item.Title), CleanLine(item.Detail), max(1, p.width-pointerWidth), p.theme.Symbols.Ellipsis)
		return pointerRow(p.theme, text, p.width, selected)
	}
	detail := CleanLine(item.Detail)
	text, both := rightOf(CleanLine(item.Title), detail, max(1, p.width-pointerWidth), p.theme.Symbols.Ellipsis)
	if !both {
		return pointerRow(p.theme, text, p.width, false)
	}
	return spaces(pointerWidth) + strings.TrimSuffix(text, detail) + p.theme.Styles.Muted.Render(detail)
}

// Cursor is on the selected row, or on the filter where nothing matches; nil
// without focus.
func (p *Pick) Cursor() *tea.Cursor {
	if !p.focused {
		return nil
	}
	rows := p.rows()
	if p.selected < 0 || rows < 1 {
		return cursorAt(0, 0)
	}
	y := p.selected - p.top
	if p.filters {
		y++
	}
	return cursorAt(0, y)
}
