package widget

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// Option is one thing that can be chosen.
type Option struct {
	Label string
	// Words are other words that choose it when typed; the label's own words
	// always do.
	Words []string
	// Off says why it cannot be chosen now; empty where it can.
	Off string
}

// ChoiceResult is what a Choice has to say about a message.
type ChoiceResult struct {
	Handled bool
	Moved   bool // the cursor is on another option
	Chosen  int  // index of the option that was chosen with Enter; -1 for none
	Marked  bool // with SetMultiple: a mark was set or taken away
}

// Choice is a numbered list to choose from: with the arrows, or by typing a
// number or the beginning of a word, then Enter. With SetMultiple, space marks.
type Choice struct {
	theme    *theme.Theme
	options  []Option
	marked   []bool
	multiple bool
	quick    bool
	width    int
	height   int
	selected int
	typed    string
	focused  bool
	top      int
}

// NewChoice gives an empty list of 40 by 10 cells.
func NewChoice(t *theme.Theme) *Choice {
	return &Choice{theme: t, width: 40, height: 10, selected: none}
}

// SetOptions replaces the options and puts the cursor on the first.
func (c *Choice) SetOptions(options []Option) {
	c.options, c.marked = options, make([]bool, len(options))
	c.selected, c.typed, c.top = clampIndex(0, len(options)), "", 0
	c.scroll()
}

// SetMultiple lets several options be marked with space.
func (c *Choice) SetMultiple(on bool) { c.multiple = on; c.scroll() }

// SetQuick makes a number that can mean one option only choose it at once.
func (c *Choice) SetQuick(on bool) { c.quick = on }

// SetSize says how many cells there are; sizes below 1 count as 1.
func (c *Choice) SetSize(width, height int) {
	c.width, c.height = max(1, width), max(1, height)
	c.scroll()
}

// Select puts the cursor on an option, the nearest there is.
func (c *Choice) Select(index int) {
	c.selected = clampIndex(index, len(c.options))
	c.scroll()
}

// SelectNone puts the cursor on no option, so that Enter alone chooses nothing.
func (c *Choice) SelectNone() {
	c.selected = none
	c.scroll()
}

// Selected is the index of the option with the cursor, -1 where it is on none.
func (c *Choice) Selected() int { return c.selected }

// Mark sets or takes away the mark of an option; an unknown index does nothing.
func (c *Choice) Mark(index int, on bool) {
	if index >= 0 && index < len(c.marked) {
		c.marked[index] = on
	}
}

// Marked lists the indices of the marked options in order.
func (c *Choice) Marked() []int {
	var list []int
	for i, on := range c.marked {
		if on {
			list = append(list, i)
		}
	}
	return list
}

// Typed is what has been typed towards a choice.
func (c *Choice) Typed() string { return c.typed }

// Typing reports whether plain letters belong to the list; they always do.
func (c *Choice) Typing() bool { return true }

// Focus shows the cursor, Blur hides it.
func (c *Choice) Focus() { c.focused = true }

// Blur hides the cursor and drops what was half typed.
func (c *Choice) Blur() { c.focused, c.typed = false, ""; c.scroll() }

// Forget drops the options and what was typed.
func (c *Choice) Forget() { c.SetOptions(nil) }

// Keys lists what the list does.
func (c *Choice) Keys() []key.Binding {
	list := []key.Binding{
		key.NewBinding(key.WithKeys("up", "down"), key.WithHelp(helpUpDown, doesSelectRow)),
		key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"), key.WithHelp(helpTyped, doesTyped)),
		key.NewBinding(key.WithKeys("enter"), key.WithHelp(helpEnter, doesChoose)),
	}
	if c.multiple {
		list = append(list, key.NewBinding(key.WithKeys("space"), key.WithHelp(helpSpace, doesMark)))
	}
	return list
}

// Update takes a key press. Keys that are not the list's own are left to the
// screen.
func (c *Choice) Update(msg tea.Msg) ChoiceResult {
	press, isKey := msg.(tea.KeyPressMsg)
	if !isKey || len(c.options) == 0 {
		return ChoiceResult{Chosen: none}
	}
	before := c.selected
	result := c.press(press)
	c.scroll()
	result.Moved = c.selected != before
	return result
}

func (c *Choice) press(press tea.KeyPressMsg) ChoiceResult {
	handled := ChoiceResult{Handled: true, Chosen: none}
	switch stroke := strokeOf(press); stroke {
	case "up", "down", "home", "end", "pgup", "pgdown":
		c.typed = ""
		c.selected = clampIndex(moveRow(stroke, c.selected, len(c.options), max(1, c.height-1)), len(c.options))
	case "enter":
		if c.multiple && c.typed != "" {
			return c.mark(c.match())
		}
		return c.choose()
	case "esc", "backspace":
		if c.typed == "" {
			return ChoiceResult{Chosen: none}
		}
		c.typed = c.typed[:lastCluster(c.typed)]
		if stroke == "esc" {
			c.typed = ""
		}
		c.find()
	default:
		return c.letter(press.Text)
	}
	return handled
}

func (c *Choice) letter(text string) ChoiceResult {
	handled := ChoiceResult{Handled: true, Chosen: none}
	if text == "" {
		return ChoiceResult{Chosen: none}
	}
	if text == " " && c.typed == "" {
		return c.mark(c.selected)
	}
	if text == " " && c.multiple && !c.goesOn() {
		return c.mark(c.match())
	}
	c.typed += CleanLine(text)
	c.find()
	if number, err := strconv.Atoi(c.typed); c.quick && err == nil && number >= 1 && number <= len(c.options) && number*10 > len(c.options) {
		return c.choose()
	}
	return handled
}

// mark sets or takes away the mark of an option, where options are marked, and
// drops what was typed towards it. What fits no option marks nothing and stays.
func (c *Choice) mark(index int) ChoiceResult {
	handled := ChoiceResult{Handled: true, Chosen: none}
	if !c.multiple || index == none {
		return handled
	}
	c.typed = ""
	if c.options[index].Off == "" {
		c.selected = index
		c.marked[index] = !c.marked[index]
		handled.Marked = true
	}
	return handled
}

// goesOn says that a blank could belong to what is being typed: the words for
// some option go on after it.
func (c *Choice) goesOn() bool {
	if _, err := strconv.Atoi(strings.TrimSpace(c.typed)); err == nil {
		return false
	}
	typed := strings.ToLower(c.typed) + " "
	return slices.ContainsFunc(c.options, func(o Option) bool { return strings.HasPrefix(strings.ToLower(o.Label), typed) })
}

// choose answers with the selected option, unless there is none, what was typed
// fits none, or the option is off.
func (c *Choice) choose() ChoiceResult {
	result := ChoiceResult{Handled: true, Chosen: none}
	if c.typed != "" && c.match() == none {
		return result
	}
	c.typed = ""
	if c.selected == none {
		return result
	}
	if c.options[c.selected].Off == "" {
		result.Chosen = c.selected
	}
	return result
}

func (c *Choice) find() {
	if index := c.match(); index != none {
		c.selected = index
	}
}

// match finds the option that what was typed means: its number, the whole of
// a word for it, the beginning of one, or the beginning of any word of its
// label, in this order.
func (c *Choice) match() int {
	typed := strings.ToLower(strings.TrimSpace(c.typed))
	if typed == "" {
		return none
	}
	if number, err := strconv.Atoi(typed); err == nil {
		if number >= 1 && number <= len(c.options) {
			return number - 1
		}
		return none
	}
	best, found := 0, none
	for i, option := range c.options {
		if rank := option.rank(typed); rank > best {
			best, found = rank, i
		}
	}
	return found
}

func (o Option) rank(typed string) int {
	label := strings.ToLower(o.Label)
	best := 0
	for _, word := range append([]string{label}, o.Words...) {
		switch word = strings.ToLower(word); {
		case word == typed:
			return 3
		case strings.HasPrefix(word, typed):
			best = 2
		}
	}
	if best > 0 {
		return best
	}
	for _, word := range strings.Fields(label) {
		if strings.HasPrefix(strings.TrimLeft(word, "\"'(\u2018\u201c"), typed) {
			return 1
		}
	}
	return 0
}

// View draws the options that fit around the selected one.
func (c *Choice) View() string {
	lines, _, _ := c.draw()
	return strings.Join(lines, "\n")
}

// Cursor is on the selected option's first line, or nil without focus.
func (c *Choice) Cursor() *tea.Cursor {
	if !c.focused {
		return nil
	}
	_, y, _ := c.draw()
	return cursorAt(0, y)
}

// scroll moves the window as little as shows the selected option.
func (c *Choice) scroll() { _, _, c.top = c.draw() }

// draw gives the visible lines, which of them the cursor is on, and the first
// of all lines that is visible.
func (c *Choice) draw() (lines []string, cursor, top int) {
	var all []string
	first, last := 0, 0
	for i := range c.options {
		if i == c.selected {
			first = len(all)
		}
		all = append(all, c.rows(i)...)
		if i == c.selected {
			last = len(all) - 1
		}
	}
	room := c.height
	more := len(all) > room && room >= roomForMore
	footer := c.footer()
	if room > 1 && (footer != "" || more) {
		room--
	} else {
		footer = ""
	}
	top = slide(slide(c.top, last, len(all), room), first, len(all), room)
	lines = all[top:min(len(all), top+room)]
	if footer == "" && more {
		footer = c.theme.Styles.Muted.Render(fitLine(moreWords(top > 0, top+room < len(all)), c.width, c.theme.Symbols.Ellipsis))
	}
	if footer != "" {
		lines = append(lines[:len(lines):len(lines)], footer)
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	return lines, max(0, first-top), top
}

// rows draws one option: number, mark and label, wrapped under itself.
func (c *Choice) rows(index int) []string {
	option := c.options[index]
	lead := strconv.Itoa(index+1) + " "
	lead = spaces(len(strconv.Itoa(len(c.options)))+1-len(lead)) + lead
	if c.multiple {
		lead += map[bool]string{true: "[x] ", false: "[ ] "}[c.marked[index]]
	}
	label := option.Label
	if option.Off != "" {
		label += " (" + option.Off + ")"
	}
	width := c.width - pointerWidth - len(lead)
	if width < 4 {
		return []string{pointerRow(c.theme, CleanLine(lead+label), c.width, index == c.selected)}
	}
	var rows []string
	for i, line := range Wrap(label, width) {
		if i > 0 {
			lead = spaces(len(lead))
		}
		row := pointerRow(c.theme, lead+line, c.width, index == c.selected)
		if option.Off != "" && index != c.selected {
			row = c.theme.Styles.Muted.Render(row)
		}
		rows = append(rows, row)
	}
	return rows
}

// footer tells what was typed and whether it means anything.
func (c *Choice) footer() string {
	if c.typed == "" {
		return ""
	}
	text := saysTyped + c.typed
	if c.match() == none {
		text = saysTypedNothing + c.typed
	}
	return c.theme.Styles.Muted.Render(fitLine(CleanLine(text), c.width, c.theme.Symbols.Ellipsis))
}

// roomForMore is the fewest rows of which one can be spared for saying that not
// all options are in view.
const roomForMore = 4

// moreWords say where options are that do not fit.
func moreWords(above, below bool) string {
	switch {
	case above && below:
		return saysMoreBoth
	case above:
		return saysMoreAbove
	}
	return saysMoreBelow
}

// moveRow gives the row that a movement key leads to.
func moveRow(stroke string, row, count, page int) int {
	switch stroke {
	case "up":
		return row - 1
	case "down":
		return row + 1
	case "pgup":
		return row - page
	case "pgdown":
		return row + page
	case "home":
		return 0
	case "end":
		return count - 1
	}
	return row
}

// lastCluster gives the offset of the last character of a text.
func lastCluster(s string) int {
	last := 0
	for i := 0; i < len(s); i = clusterEnd(s, i) {
		last = i
	}
	return last
}
