package walk

import (
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// form is one step's questions with the focus on one of them.
type form struct {
	theme     *theme.Theme
	p         *journal.Progress
	step      *journal.Step
	now       func() time.Time
	keep      func()
	questions []journal.Question
	at        int
	path      string
	field     field
	typed     map[string]string // words that are not understood yet, by path
	ended     bool              // the last key ended an answer by itself, without Enter
	said      string            // why an answer was refused, or how it was read
	width     int
	height    int
}

func newForm(t *theme.Theme, p *journal.Progress, step *journal.Step, now func() time.Time, keep func()) *form {
	f := &form{theme: t, p: p, step: step, now: now, keep: keep, typed: map[string]string{}, width: 60, height: 20}
	f.questions = p.Questions(step)
	f.focusFirst()
	return f
}

// focusFirst puts the focus on the first question without an answer that is
// neither a further item nor an offer, else on the first.
func (f *form) focusFirst() {
	for i, q := range f.questions {
		if q.Value == "" && (q.Kind != journal.AskOffer) {
			f.focus(i)
			return
		}
	}
	f.focus(0)
}

// goTo puts the focus on the question of a path, where it is asked.
func (f *form) goTo(path string) {
	for i, q := range f.questions {
		if q.Path == path {
			f.focus(i)
		}
	}
}

func (f *form) focus(at int) {
	if len(f.questions) == 0 {
		f.at, f.path, f.field = 0, "", nil
		return
	}
	f.at = min(max(at, 0), len(f.questions)-1)
	q := f.questions[f.at]
	f.path, f.said = q.Path, ""
	f.field = newField(f.theme, q, f.typed[q.Path])
	f.size()
}

func (f *form) question() (journal.Question, bool) {
	if f.at < 0 || f.at >= len(f.questions) {
		return journal.Question{}, false
	}
	return f.questions[f.at], true
}

// refresh takes up the questions as they stand after a change and keeps the
// focus where it was.
func (f *form) refresh() {
	f.questions = f.p.Questions(f.step)
	for i, q := range f.questions {
		if q.Path == f.path {
			f.at = i
			return
		}
	}
	f.focus(f.at)
}

// update gives a message to the focused field and stores what it says.
func (f *form) update(msg tea.Msg) (screen.Intent, bool) {
	q, ok := f.question()
	if !ok || f.field == nil {
		return screen.Intent{}, false
	}
	press, isKey := msg.(tea.KeyPressMsg)
	enter := isKey && press.Keystroke() == "enter"
	if enter && f.ended {
		// Somebody typed a number and Enter, and the number was enough: this Enter
		// belongs to that answer, not to the question it led to.
		f.ended = false
		return screen.Intent{}, true
	}
	r := f.field.update(msg)
	want := screen.Intent{Copy: r.copied}
	if r.changed {
		f.said = ""
		f.store(q, r)
	}
	if r.done {
		asked := f.move(1)
		if asked != nil {
			want.Ask = asked
		}
	}
	f.ended = r.chosen && r.done && !enter
	return want, r.handled
}

// store sets what a field holds. Text goes in as it is typed; a line waits
// until the person goes on, and its words are kept meanwhile.
func (f *form) store(q journal.Question, r fieldResult) {
	if !r.chosen && q.Input != journal.InputText {
		f.typed[q.Path] = r.value
		if plainLine(q.Input) {
			f.set(q, r.value)
		}
		return
	}
	f.set(q, r.value)
}

// plainLine says that what is typed on a line is stored as it is, letter by
// letter.
func plainLine(in journal.Input) bool { return in == journal.InputLine }

func (f *form) set(q journal.Question, value string) bool {
	ref, err := f.p.Set(q.Path, value)
	if err != nil {
		f.said = err.Error()
		return false
	}
	f.keep()
	if ref == "" {
		f.questions[f.at].Value = value
		if follows(q) {
			f.refresh()
		}
		return true
	}
	spec, _ := journal.CollectionOf(q.Collection)
	f.path = q.Step + "." + ref + "." + spec.Main
	f.refresh()
	return true
}

// follows says whether an answer can bring or take away other questions of the
// step at once. What a rating brings comes as the next question is gone to.
func follows(q journal.Question) bool {
	return q.Input != journal.InputText && q.Input != journal.InputLine && q.Kind != journal.AskRating
}

// settle works out what the words on a line mean, or what was typed towards a
// choice. It says no when they cannot be understood, and asks when they could
// mean two things.
func (f *form) settle() (bool, *screen.Question) {
	q, ok := f.question()
	if c, choosing := f.field.(chooser); ok && choosing && c.halfTyped() != "" {
		if r := f.field.update(tea.KeyPressMsg{Code: tea.KeyEnter}); r.changed {
			f.store(q, r)
			return true, nil
		}
		return false, f.askStray(c.halfTyped())
	}
	typed, waiting := f.typed[f.path]
	if !ok || !waiting || plainLine(q.Input) {
		return true, nil
	}
	if strings.TrimSpace(typed) == "" {
		delete(f.typed, q.Path)
		return f.set(q, ""), nil
	}
	value, _, err := journal.Understand(q, typed, f.now())
	var ambiguous *journal.Ambiguous
	if errors.As(err, &ambiguous) {
		return false, f.askReading(q, ambiguous)
	}
	if err != nil {
		f.said = err.Error()
		return false, nil
	}
	if !f.set(q, value) {
		return false, nil
	}
	delete(f.typed, q.Path)
	return true, nil
}

// askStray asks what is to become of words that were typed at a choice and are
// none of its answers. They are often meant for a question further on.
func (f *form) askStray(typed string) *screen.Question {
	at := f.path
	question := &screen.Question{Text: askStray, Detail: youTyped + widget.CleanLine(typed), Cancel: 0}
	question.Choices = []screen.Option{{Key: "c", Label: labelChange}}
	next, found := f.nextText()
	if found {
		question.Choices = append(question.Choices, screen.Option{Key: "w", Label: labelWriteAt + next.Text})
	}
	question.Choices = append(question.Choices, screen.Option{Key: "l", Label: labelLeaveOut})
	question.Answer = func(choice int) (screen.Intent, tea.Cmd) {
		switch {
		case choice == 0 || f.path != at:
		case found && choice == 1:
			f.writeAt(next, typed)
			f.goTo(next.Path)
		default:
			f.focus(f.at)
		}
		return screen.Intent{}, nil
	}
	return question
}

// nextText is the first question after the one in hand that takes text.
func (f *form) nextText() (journal.Question, bool) {
	for _, q := range f.questions[min(f.at+1, len(f.questions)):] {
		if q.Kind == journal.AskPrompt && q.Input == journal.InputText {
			return q, true
		}
	}
	return journal.Question{}, false
}

// writeAt puts words after what stands at a question of the step.
func (f *form) writeAt(q journal.Question, words string) {
	if q.Value != "" {
		words = q.Value + "\n" + words
	}
	if _, err := f.p.Set(q.Path, words); err == nil {
		f.keep()
	}
	f.refresh()
}

func (f *form) askReading(q journal.Question, a *journal.Ambiguous) *screen.Question {
	question := &screen.Question{Text: askReading, Cancel: len(a.Choices)}
	for _, d := range a.Choices {
		question.Choices = append(question.Choices, screen.Option{Label: d.Long()})
	}
	question.Choices = append(question.Choices, screen.Option{Label: neitherReading})
	question.Answer = func(choice int) (screen.Intent, tea.Cmd) {
		if choice < len(a.Choices) && f.path == q.Path {
			if f.set(q, string(a.Choices[choice])) {
				delete(f.typed, q.Path)
				f.move(1)
			}
		}
		return screen.Intent{}, nil
	}
	return question
}

// move goes to another question. A line that is not understood holds the focus
// and says why; Esc clears it.
func (f *form) move(by int) *screen.Question {
	f.ended = false
	settled, asked := f.settle()
	if !settled {
		return asked
	}
	f.tidy()
	f.refresh()
	f.focus(f.at + by)
	return nil
}

// tidy takes away an item that was left with nothing in it.
func (f *form) tidy() {
	q, ok := f.question()
	if !ok || !q.First || strings.TrimSpace(f.p.Reflection.Field(q.Ref, q.Field)) != "" {
		return
	}
	spec, _ := journal.CollectionOf(q.Collection)
	for _, field := range spec.Fields {
		if field.ID != spec.Offer && strings.TrimSpace(f.p.Reflection.Field(q.Ref, field.ID)) != "" {
			return
		}
	}
	if f.p.Reflection.RemoveItem(q.Ref) == nil {
		f.keep()
	}
}

// clear takes back words that are not understood. False where there are none.
func (f *form) clear() bool {
	if _, waiting := f.typed[f.path]; !waiting || f.said == "" {
		return false
	}
	delete(f.typed, f.path)
	f.focus(f.at)
	return true
}

// leave settles what can be settled before the step is left. A sentence typed at
// a choice is no answer to it; it goes to the next question that takes text.
func (f *form) leave() {
	if settled, _ := f.settle(); settled {
		f.tidy()
		return
	}
	c, choosing := f.field.(chooser)
	if !choosing || !strings.Contains(strings.TrimSpace(c.halfTyped()), " ") {
		return
	}
	if next, found := f.nextText(); found {
		f.writeAt(next, c.halfTyped())
		f.field = newField(f.theme, f.questions[f.at], "")
		f.size()
	}
}

func (f *form) resize(width, height int) {
	f.width, f.height = max(width, 1), max(height, 1)
	f.size()
}

func (f *form) size() {
	if f.field == nil {
		return
	}
	rows := min(f.height/2, f.height-6)
	if q, ok := f.question(); ok && (q.Collection == journal.Utterances || f.step.Kind == journal.KindConversation && f.p.Guarded()) {
		rows = min(rows, utteranceRows) // what can be told of it, or why nothing is, stands below
	}
	f.field.resize(max(f.width-indent, 1), max(rows, 1))
}

// utteranceRows is how many rows something to say has: it is short, and room is
// kept for its form.
const utteranceRows = 4

func (f *form) forget() {
	if f.field != nil {
		f.field.forget()
	}
	f.questions, f.typed, f.field = nil, nil, nil
}
