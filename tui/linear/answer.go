package linear

import (
	"errors"
	"strings"

	"sounding/journal"
)

func mainField(of journal.Collection) string {
	spec, _ := journal.CollectionOf(of)
	return spec.Main
}

// read takes an answer. A command word counts only alone on the first line; a
// backslash before it makes text of it. Text goes on until a line that is a
// single full stop; anything else is one line. Each line is kept as it comes.
func (v *visit) read(q journal.Question) (text, word string, err error) {
	line, err := v.opens(q)
	v.app.talk.oneLine = false
	if err != nil {
		return "", "", err
	}
	if isWord(line) {
		return "", strings.ToLower(strings.TrimSpace(line)), nil
	}
	if q.Input != journal.InputText {
		if strings.TrimSpace(line) == "" {
			return "", "skip", nil
		}
		v.app.talk.oneLine = true
		return unescape(line), "", nil
	}
	var lines []string
	for {
		if line == "." {
			if len(lines) == 0 {
				return "", "skip", nil
			}
			return strings.Join(lines, "\n"), "", nil
		}
		lines = append(lines, unescape(line))
		v.holding(q, strings.Join(lines, "\n"))
		line, err = v.app.talk.line()
		if err != nil {
			return "", "", v.half(q, strings.Join(lines, "\n"))
		}
	}
}

// opens reads the first line of an answer that answers. A full stop at a
// question of one line, or behind an answer that Enter had ended already, is
// habit: it would leave a question that nobody meant to leave. Enter alone
// before a text is not the text's beginning.
func (v *visit) opens(q journal.Question) (string, error) {
	t := v.app.talk
	several := q.Input == journal.InputText
	toldEmpty := false
	for {
		line, err := t.line()
		if err != nil {
			return "", err
		}
		switch typed := strings.TrimSpace(line); {
		case typed == "." && !several:
			t.say("%s", oneLineHere)
		case typed == "." && t.oneLine:
			t.say("%s", oneLineBefore)
			t.oneLine = false
		case typed == "" && several:
			if !toldEmpty {
				t.say("%s", nothingTyped)
			}
			toldEmpty = true
		default:
			return line, nil
		}
	}
}

// holding keeps a text that is still being typed, line by line, where it has a
// place of its own already. What starts a new item is kept when it is whole, or
// when the input ends.
func (v *visit) holding(q journal.Question, text string) {
	if q.Kind != journal.AskPrompt && q.Kind != journal.AskField {
		return
	}
	if _, err := v.p.Set(q.Path, text); err == nil {
		v.keep()
	}
}

// half keeps an answer that the end of the input cut off.
func (v *visit) half(q journal.Question, text string) error {
	if _, err := v.p.Set(q.Path, text); err == nil {
		v.keep()
		v.app.talk.say("%s", halfSaved)
	}
	return errEnded
}

// unescape takes the backslash away that makes text of a command or of a full
// stop.
func unescape(line string) string {
	rest, ok := strings.CutPrefix(line, `\`)
	if !ok {
		return line
	}
	if bare := strings.TrimLeft(rest, `\`); bare == "." || isWord(bare) {
		return rest
	}
	return line
}

// answer stores what was typed. False asks for it again.
func (v *visit) answer(q journal.Question, typed string) bool {
	t := v.app.talk
	value, said, err := journal.Understand(q, typed, v.app.Now())
	if question, choices := readings(err); len(choices) > 0 {
		i, picked := t.choose(question, choices, true)
		if picked != nil || i < 0 {
			return false
		}
		value, said, err = choices[i].ID, choices[i].Label, nil
	}
	if err != nil {
		t.say("%s", err)
		return false
	}
	ref, err := v.p.Set(q.Path, value)
	if err != nil {
		t.say("%s", err)
		return false
	}
	v.keep()
	if q.Input != journal.InputText && !sameWords(typed, said) {
		t.say("%s", ended(said))
	}
	v.after(q, ref, value)
	return true
}

// after says what follows from an answer: the pack's note, the form of an
// utterance, and that another item can be added.
func (v *visit) after(q journal.Question, ref, value string) {
	path := q.Path
	if ref != "" {
		path = q.Step + "." + ref + "." + mainField(q.Collection)
		v.asked[path] = true
		if q.Kind == journal.AskAdd {
			delete(v.asked, q.Path)
		}
	}
	v.trail = append(v.trail, path)
	v.note(q, value)
	if q.Collection == journal.Utterances && v.app.Mirror != nil && (ref != "" || q.Field == "text") {
		v.sayForm(value)
	}
	v.heard(q, value)
}

// note says what the pack says of an answer, and whom to turn to where it needs a
// person.
func (v *visit) note(q journal.Question, value string) {
	if now, ok := v.p.Find(q.Path); ok && now.Note != "" && q.Kind != journal.AskAdd {
		v.app.talk.say("%s", now.Note)
	}
	if value == journal.Yes && (q.Role == journal.RoleTelling || q.Role == journal.RoleControl) {
		v.app.talk.say("%s", guardedLead) // the note above says why
	}
	if q.Role == journal.RolePerson && value == journal.Yes {
		for _, person := range v.app.Vault.Preferences().People {
			v.app.talk.say("%s", person)
		}
	}
}

// sameWords says whether what was understood is what was typed, so that there is
// nothing to read back.
func sameWords(typed, said string) bool {
	bare := func(text string) string { return strings.TrimRight(strings.TrimSpace(text), ".") }
	return strings.EqualFold(bare(typed), bare(said))
}

// readings are what to ask, and between what, where an answer can be understood
// in more than one way.
func readings(err error) (string, []journal.Choice) {
	if several := severalOf(err); several != nil {
		return whichOfThese, several
	}
	var ambiguous *journal.Ambiguous
	if !errors.As(err, &ambiguous) {
		return "", nil
	}
	var out []journal.Choice
	for _, d := range ambiguous.Choices {
		out = append(out, journal.Choice{ID: string(d), Label: d.Long()})
	}
	return err.Error(), out
}
