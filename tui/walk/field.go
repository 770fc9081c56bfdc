package walk

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// fieldResult is what a field says of a key: the text it holds now, that a
// choice was made, or that the person is done with it.
type fieldResult struct {
	handled bool
	changed bool // value is another one
	chosen  bool // the value is a stored value, not typed words
	value   string
	done    bool // go on to the next question
	copied  string
}

// field is the editor of the question that has the focus.
type field interface {
	update(tea.Msg) fieldResult
	resize(width, height int)
	view() string
	cursor() *tea.Cursor
	forget()
}

// chooser is a field in which a choice can be half typed: letters or a number,
// without the Enter that makes an answer of them.
type chooser interface{ halfTyped() string }

// newField makes the editor that suits a question.
func newField(t *theme.Theme, q journal.Question, typed string) field {
	switch {
	case q.Input == journal.InputMany:
		return newManyField(t, q)
	case q.Input == journal.InputYesNo, len(q.Choices) > 0:
		return newChoiceField(t, q)
	case q.Input == journal.InputText:
		return newTextField(t, q)
	}
	return newLineField(t, q, typed)
}

type textField struct{ editor *widget.Editor }

func newTextField(t *theme.Theme, q journal.Question) *textField {
	e := widget.NewEditor(t)
	e.SetValue(q.Value)
	e.ToEnd()
	e.Placeholder(placeText)
	e.Focus()
	return &textField{editor: e}
}

func (f *textField) update(msg tea.Msg) fieldResult {
	r := f.editor.Update(msg)
	out := fieldResult{handled: r.Handled, changed: r.Changed, copied: r.Copied}
	if r.Changed {
		out.value = f.editor.Value()
	}
	return out
}

func (f *textField) resize(width, height int) { f.editor.SetSize(width, height) }
func (f *textField) view() string             { return f.editor.View() }
func (f *textField) cursor() *tea.Cursor      { return f.editor.Cursor() }
func (f *textField) forget()                  { f.editor.Forget() }

// lineField takes one line: a word, a code, a date, a number. What it means is
// worked out when the person goes on.
type lineField struct {
	line *widget.Line
}

func newLineField(t *theme.Theme, q journal.Question, typed string) *lineField {
	l := widget.NewLine(t)
	switch {
	case typed != "":
		l.SetValue(typed)
	case q.Input == journal.InputDate && q.Value != "":
		l.SetValue(q.Say())
	default:
		l.SetValue(q.Value)
	}
	l.ToEnd()
	l.Placeholder(placeholderOf(q.Input))
	l.Focus()
	return &lineField{line: l}
}

func placeholderOf(in journal.Input) string {
	switch in {
	case journal.InputDate:
		return placeDate
	case journal.InputCode:
		return placeCode
	case journal.InputNumber:
		return placeNumber
	}
	return placeLine
}

func (f *lineField) update(msg tea.Msg) fieldResult {
	if press, ok := msg.(tea.KeyPressMsg); ok && press.Keystroke() == "enter" {
		return fieldResult{handled: true, done: true}
	}
	r := f.line.Update(msg)
	out := fieldResult{handled: r.Handled, changed: r.Changed, copied: r.Copied}
	if r.Changed {
		out.value = f.line.Value()
	}
	return out
}

func (f *lineField) resize(width, _ int) { f.line.SetWidth(width) }
func (f *lineField) view() string        { return f.line.View() }
func (f *lineField) cursor() *tea.Cursor { return f.line.Cursor() }
func (f *lineField) forget()             { f.line.Forget() }

// choiceField takes one of several answers.
type choiceField struct {
	choice  *widget.Choice
	choices []journal.Choice
}

func yesNo() []journal.Choice {
	return []journal.Choice{{ID: journal.Yes, Label: labelYes}, {ID: journal.No, Label: labelNo}}
}

func newChoiceField(t *theme.Theme, q journal.Question) *choiceField {
	choices := q.Choices
	if q.Input == journal.InputYesNo {
		choices = yesNo()
	}
	f := &choiceField{choice: widget.NewChoice(t), choices: choices}
	options := make([]widget.Option, len(choices))
	selected := -1
	for i, c := range choices {
		label := c.Label
		if c.ID == q.Value {
			selected = i
			label += chosenMark
		}
		options[i] = widget.Option{Label: label, Words: []string{c.ID, c.Label}}
	}
	f.choice.SetOptions(options)
	if selected < 0 {
		f.choice.SelectNone() // nothing is answered by Enter alone
	} else {
		f.choice.Select(selected)
	}
	f.choice.SetQuick(true)
	f.choice.Focus()
	return f
}

func (f *choiceField) update(msg tea.Msg) fieldResult {
	r := f.choice.Update(msg)
	if r.Chosen >= 0 {
		return fieldResult{handled: true, changed: true, chosen: true, value: f.choices[r.Chosen].ID, done: true}
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && press.Keystroke() == "enter" && f.choice.Typed() == "" {
		return fieldResult{handled: true, done: true}
	}
	return fieldResult{handled: r.Handled}
}

func (f *choiceField) halfTyped() string { return f.choice.Typed() }

func (f *choiceField) resize(width, height int) { f.choice.SetSize(width, height) }
func (f *choiceField) view() string             { return f.choice.View() }
func (f *choiceField) cursor() *tea.Cursor      { return f.choice.Cursor() }
func (f *choiceField) forget()                  { f.choice.Forget() }

// manyField takes any number of answers.
type manyField struct {
	choice  *widget.Choice
	choices []journal.Choice
}

func newManyField(t *theme.Theme, q journal.Question) *manyField {
	f := &manyField{choice: widget.NewChoice(t), choices: q.Choices}
	options := make([]widget.Option, len(q.Choices))
	for i, c := range q.Choices {
		options[i] = widget.Option{Label: c.Label, Words: []string{c.ID}}
	}
	f.choice.SetMultiple(true)
	f.choice.SetOptions(options)
	for _, id := range strings.Split(q.Value, ",") {
		for i, c := range q.Choices {
			if c.ID == id {
				f.choice.Mark(i, true)
			}
		}
	}
	f.choice.Focus()
	return f
}

func (f *manyField) update(msg tea.Msg) fieldResult {
	if press, ok := msg.(tea.KeyPressMsg); ok && press.Keystroke() == "enter" && f.choice.Typed() == "" {
		return fieldResult{handled: true, done: true}
	}
	r := f.choice.Update(msg)
	if !r.Marked {
		return fieldResult{handled: r.Handled}
	}
	var ids []string
	for _, i := range f.choice.Marked() {
		ids = append(ids, f.choices[i].ID)
	}
	return fieldResult{handled: true, changed: true, chosen: true, value: strings.Join(ids, ",")}
}

func (f *manyField) halfTyped() string { return f.choice.Typed() }

func (f *manyField) resize(width, height int) { f.choice.SetSize(width, height) }
func (f *manyField) view() string             { return f.choice.View() }
func (f *manyField) cursor() *tea.Cursor      { return f.choice.Cursor() }
func (f *manyField) forget()                  { f.choice.Forget() }
