package journal

import (
	"strconv"
	"strings"
	"unicode"
)

// Answer reads what was written at a prompt, kept or not; empty where nothing
// was.
func (r *Reflection) Answer(step, prompt string) string {
	for _, answers := range [][]Answer{r.Answers, r.Unkept} {
		for _, a := range answers {
			if a.Step == step && a.Prompt == prompt {
				return a.Text
			}
		}
	}
	return ""
}

// setAnswer writes an answer in place, or adds it; an empty text takes it away.
func setAnswer(answers []Answer, a Answer) []Answer {
	for i := range answers {
		if answers[i].Step == a.Step && answers[i].Prompt == a.Prompt {
			if a.Text == "" {
				return append(answers[:i:i], answers[i+1:]...)
			}
			answers[i] = a
			return answers
		}
	}
	if a.Text == "" {
		return answers
	}
	return append(answers, a)
}

// write puts an answer where its step says: the arrive step stays in memory
// until its keep prompt is answered with yes.
func (r *Reflection) write(step *Step, p *Prompt, value string) {
	a := Answer{Step: step.ID, Prompt: p.ID, Text: value}
	if p.Why != "" {
		a.Asked = p.Text
	}
	if step.Kind != KindArrive {
		r.Answers = setAnswer(r.Answers, a)
		return
	}
	if p.Role == RoleKeep {
		r.keepArrival(step.ID, value == Yes)
		r.Unkept = setAnswer(r.Unkept, Answer{Step: step.ID, Prompt: p.ID})
		r.Answers = setAnswer(r.Answers, Answer{Step: step.ID, Prompt: p.ID})
		if value == Yes {
			r.Answers = setAnswer(r.Answers, a)
		}
		return
	}
	if r.kept(step) {
		r.Answers = setAnswer(r.Answers, a)
		return
	}
	r.Unkept = setAnswer(r.Unkept, a)
}

func (r *Reflection) kept(step *Step) bool {
	for _, p := range step.Prompts {
		if p.Role == RoleKeep {
			return r.Answer(step.ID, p.ID) == Yes
		}
	}
	return false
}

func (r *Reflection) keepArrival(step string, keep bool) {
	from, to := &r.Answers, &r.Unkept
	if keep {
		from, to = to, from
	}
	var stay []Answer
	for _, a := range *from {
		if a.Step == step {
			*to = setAnswer(*to, a)
			continue
		}
		stay = append(stay, a)
	}
	*from = stay
}

// Yes and No are how a yes or no is stored.
const (
	Yes = "yes"
	No  = "no"
)

// CheckValue says whether a value can be stored for an input. Values are the
// ids of a closed choice; none leaves a choice open. Empty always can: it takes
// an answer away.
func CheckValue(input Input, value string, values []string) error {
	if check, known := valueChecks[input]; known && value != "" {
		return check(value, values)
	}
	return nil
}

// valueChecks is how the value of each input is checked; an input that is not
// here takes any text.
var valueChecks = map[Input]func(value string, values []string) error{
	InputYesNo:  func(value string, _ []string) error { return oneOf(value, []string{Yes, No}) },
	InputChoice: func(value string, values []string) error { return someOf([]string{value}, values) },
	InputMany:   func(value string, values []string) error { return someOf(strings.Split(value, ","), values) },
	InputDate:   checkDate,
	InputNumber: checkNumber,
	InputCode:   func(value string, _ []string) error { return checkCode(value) },
	InputLine:   checkLine,
}

// someOf holds each id against a choice; one without ids is open.
func someOf(chosen, values []string) error {
	if len(values) == 0 {
		return nil
	}
	for _, id := range chosen {
		if err := oneOf(id, values); err != nil {
			return err
		}
	}
	return nil
}

func checkDate(value string, _ []string) error {
	if !Date(value).Valid() {
		return &Refusal{Why: "A date is stored as 2026-12-03."}
	}
	return nil
}

func checkNumber(value string, _ []string) error {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		return &Refusal{Why: "A number here is between 0 and 1, such as 0.7."}
	}
	return nil
}

func checkLine(value string, _ []string) error {
	if strings.ContainsAny(value, "\r\n") {
		return &Refusal{Why: "This answer is one line."}
	}
	return nil
}

func oneOf(value string, values []string) error {
	for _, v := range values {
		if v == value {
			return nil
		}
	}
	return &Refusal{Why: "The answer is one of: " + strings.Join(values, ", ") + "."}
}

// codeLimit is how long a code may be, in characters: room for two words.
const codeLimit = 40

func checkCode(value string) error {
	if strings.TrimSpace(value) != value || len([]rune(value)) > codeLimit {
		return &Refusal{Why: "A code is a word or two, such as Heron."}
	}
	for _, c := range value {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(" -_'", c) {
			return &Refusal{Why: "A code is letters, figures and hyphens, such as Heron-2."}
		}
	}
	return nil
}
