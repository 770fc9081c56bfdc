package widget

import (
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// Answer is one way to answer a Question.
type Answer struct {
	Key   string // a lower-case letter that answers at once; may be empty
	Label string
}

// Question is what a Dialog asks.
type Question struct {
	Title   string
	Text    string
	Answers []Answer
	// Escape is the index of the answer that Esc gives; -1 where Esc does
	// nothing, so that a question cannot be waved away.
	Escape int
	// Unbidden is true for a question that opens by itself. Keys that were
	// meant for what was on the screen before are swallowed until there has
	// been quiet for GracePeriod.
	Unbidden bool
}

// GracePeriod is how long no key may come before an unbidden question answers
// to keys.
const GracePeriod = 400 * time.Millisecond

// DialogResult is what a Dialog has to say about a message.
type DialogResult struct {
	Handled bool
	Answer  int // index of the answer given; -1 for none
}

// Dialog asks one question with numbered and lettered answers over a screen.
// While it is open every key is its own, so nothing behind it changes.
type Dialog struct {
	theme    *theme.Theme
	now      func() time.Time
	question Question
	open     bool
	selected int
	quiet    time.Time // when the last swallowed key came
	waiting  bool
	width    int
	height   int
}

// NewDialog gives a closed dialog of at most 60 by 20 cells. now is the clock.
func NewDialog(t *theme.Theme, now func() time.Time) *Dialog {
	return &Dialog{theme: t, now: now, width: 60, height: 20, selected: none}
}

// Ask opens the dialog with the cursor on the first answer.
func (d *Dialog) Ask(q Question) {
	d.question, d.open, d.waiting = q, true, q.Unbidden
	d.selected = clampIndex(0, len(q.Answers))
	if d.waiting {
		d.quiet = d.now()
	}
}

// Close closes it without an answer and drops the question.
func (d *Dialog) Close() { d.open, d.question = false, Question{} }

// Forget is Close: the question may have named something.
func (d *Dialog) Forget() { d.Close() }

// Open reports whether a question is being asked.
func (d *Dialog) Open() bool { return d.open }

// SetSize says how many cells it may take; sizes below 1 count as 1.
func (d *Dialog) SetSize(width, height int) { d.width, d.height = max(1, width), max(1, height) }

// Keys lists what the open question answers to.
func (d *Dialog) Keys() []key.Binding {
	return []key.Binding{
		key.NewBinding(key.WithKeys("up", "down"), key.WithHelp(helpUpDown, doesSelectRow)),
		key.NewBinding(key.WithKeys("letters", "numbers"), key.WithHelp(helpLetterKey, doesAnswer)),
		key.NewBinding(key.WithKeys("enter"), key.WithHelp(helpEnter, doesChoose)),
	}
}

// Update takes a key press; while the dialog is open it handles every one. An
// answer closes it.
func (d *Dialog) Update(msg tea.Msg) DialogResult {
	if !d.open {
		return DialogResult{Answer: none}
	}
	press, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		_, isPaste := msg.(tea.PasteMsg)
		return DialogResult{Handled: isPaste, Answer: none}
	}
	if d.swallows() {
		return DialogResult{Handled: true, Answer: none}
	}
	answer := d.answerTo(press)
	if answer != none {
		d.Close()
	}
	return DialogResult{Handled: true, Answer: answer}
}

// swallows reports whether a key still belongs to what was there before.
func (d *Dialog) swallows() bool {
	if !d.waiting {
		return false
	}
	now := d.now()
	if now.Sub(d.quiet) < GracePeriod {
		d.quiet = now
		return true
	}
	d.waiting = false
	return false
}

func (d *Dialog) answerTo(press tea.KeyPressMsg) int {
	answers := d.question.Answers
	switch stroke := strokeOf(press); stroke {
	case "up", "down", "home", "end":
		d.selected = clampIndex(moveRow(stroke, d.selected, len(answers), 1), len(answers))
		return none
	case "left", "shift+tab":
		d.selected = clampIndex(d.selected-1, len(answers))
		return none
	case "right", "tab":
		d.selected = clampIndex(d.selected+1, len(answers))
		return none
	case "enter":
		return d.selected
	case "esc":
		if d.question.Escape >= 0 && d.question.Escape < len(answers) {
			return d.question.Escape
		}
		return none
	}
	if number, err := strconv.Atoi(press.Text); err == nil && number >= 1 && number <= len(answers) {
		return number - 1
	}
	for i, answer := range answers {
		if answer.Key != "" && strings.EqualFold(answer.Key, press.Text) {
			return i
		}
	}
	return none
}

// View draws the question between two rules, no higher than it needs to be.
// Where it does not fit, the answers stay and the text is cut.
func (d *Dialog) View() string {
	lines, _ := d.draw()
	return strings.Join(lines, "\n")
}

// Cursor is on the selected answer, or nil while closed.
func (d *Dialog) Cursor() *tea.Cursor {
	if !d.open {
		return nil
	}
	_, y := d.draw()
	return cursorAt(0, y)
}

func (d *Dialog) draw() (lines []string, cursor int) {
	if !d.open {
		return nil, 0
	}
	answers := make([]string, len(d.question.Answers))
	for i := range answers {
		answers[i] = d.answerRow(i)
	}
	head := d.head(d.height - len(answers) - 1)
	room := max(1, d.height-len(head))
	top := slide(0, d.selected, len(answers), room)
	lines = append(head, answers[top:min(len(answers), top+room)]...)
	cursor = len(head) + max(0, d.selected) - top
	if len(lines) < d.height && d.height > 3 {
		lines = append(lines, d.rule())
	}
	return lines, min(cursor, max(0, len(lines)-1))
}

// head gives the title and text in at most room lines.
func (d *Dialog) head(room int) []string {
	var lines []string
	if room >= 4 {
		lines = append(lines, d.rule())
	}
	for _, line := range Wrap(d.question.Title, d.width) {
		if line != "" {
			lines = append(lines, d.theme.Styles.Title.Render(line))
		}
	}
	if d.question.Text != "" {
		lines = append(lines, Wrap(d.question.Text, d.width)...)
		if room > len(lines) {
			lines = append(lines, "")
		}
	}
	return lines[:max(0, min(len(lines), room))]
}

func (d *Dialog) rule() string {
	// The line is two cells a piece in East Asian terminals.
	return d.theme.Styles.Rule.Render(strings.Repeat(d.theme.Symbols.Rule, d.width/Width(d.theme.Symbols.Rule)))
}

func (d *Dialog) answerRow(index int) string {
	answer := d.question.Answers[index]
	lead := strconv.Itoa(index+1) + "  "
	if answer.Key != "" {
		lead += answer.Key + "  "
	}
	return pointerRow(d.theme, CleanLine(lead+answer.Label), d.width, index == d.selected)
}
