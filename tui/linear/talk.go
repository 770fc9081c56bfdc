package linear

import (
	"bufio"
	"errors"
	"fmt"
	"io"
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
	t.say("%s", question)
	for i, c := range choices {
		t.say("%d. %s", i+1, c.Label)
	}
	for {
		typed, err := t.line()
		if err != nil {
			return -1, err
		}
		if strings.TrimSpace(typed) == "" && empty {
			return -1, nil
		}
		picked, err := journal.PickChoice(choices, typed)
		if err != nil {
			t.say("%s", err)
			continue
		}
		for i, c := range choices {
			if c.ID == picked.ID {
				return i, nil
			}
		}
	}
}

// yes asks a yes or no question.
func (t *talk) yes(question string) (bool, error) {
	i, err := t.choose(question, []journal.Choice{{ID: journal.Yes, Label: "Yes"}, {ID: journal.No, Label: "No"}}, false)
	return i == 0, err
}
