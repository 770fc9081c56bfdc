package linear

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"sounding/journal"
)

// talk reads and prints lines. Everything printed passes through it, so that
// nothing a person wrote reaches the terminal as a command.
type talk struct {
	in    *bufio.Reader
	out   io.Writer
	ended bool
	wrong error // the first error of the output

	toldText bool // how an answer of several lines ends was said in this sitting
	oneLine  bool // the answer before was one line, which Enter ended
}

// errEnded says that the input came to its end.
var errEnded = errors.New("the input has ended")

func newTalk(in io.Reader, out io.Writer) *talk {
	return &talk{in: bufio.NewReader(in), out: out}
}

// say prints one paragraph.
func (t *talk) say(format string, args ...any) {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	if _, err := io.WriteString(t.out, journal.Visible(text)+"\n"); err != nil && t.wrong == nil {
		t.wrong = err
	}
}

func (t *talk) gap() { t.say("") }

// line reads one line without its end. At the end of the input what stands
// there without a line end is given once, with errEnded.
func (t *talk) line() (string, error) {
	if t.ended {
		return "", errEnded
	}
	text, err := t.in.ReadString('\n')
	text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
	if err != nil {
		t.ended = true
		if text == "" {
			return "", errEnded
		}
	}
	return text, nil
}

// choose prints numbered choices and reads one. Enter alone, where allowed,
// gives -1.
func (t *talk) choose(question string, choices []journal.Choice, empty bool) (int, error) {
	t.list(question, choices)
	return t.chosen(question, choices, empty)
}

func (t *talk) list(question string, choices []journal.Choice) {
	t.say("%s", question)
	for i, c := range choices {
		t.say("%d. %s", i+1, c.Label)
	}
}

// chosen reads one of the choices. Where what was typed fits several it asks
// between those.
func (t *talk) chosen(question string, choices []journal.Choice, empty bool) (int, error) {
	for {
		typed, err := t.line()
		if err != nil {
			return -1, err
		}
		typed = strings.TrimSpace(typed)
		if typed == "" && empty {
			return -1, nil
		}
		if typed == "?" {
			t.list(question, choices)
			continue
		}
		picked, err := journal.PickChoice(choices, typed)
		if several := severalOf(err); several != nil {
			i, err := t.choose(whichOfThese, several, true)
			if err != nil {
				return -1, err
			}
			if i < 0 {
				t.say("%s", question)
				continue
			}
			picked = several[i]
		} else if err != nil {
			t.say("%s", err)
			continue
		}
		return slices.IndexFunc(choices, func(c journal.Choice) bool { return c.ID == picked.ID }), nil
	}
}

// severalOf are the choices that an error says fit what was typed.
func severalOf(err error) []journal.Choice {
	var several *journal.Several
	if errors.As(err, &several) {
		return several.Choices
	}
	return nil
}

// yes asks a yes or no question.
func (t *talk) yes(question string) (bool, error) {
	i, err := t.choose(question, []journal.Choice{{ID: journal.Yes, Label: "Yes"}, {ID: journal.No, Label: "No"}}, false)
	return i == 0, err
}
