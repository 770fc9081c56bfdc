package journal

import (
	"strconv"
	"strings"
	"time"
)

// Understand turns what a person typed at a question into the value that is
// stored: a number, a word or the start of a word for a choice, "y" for yes, a
// British date in words. Said is the answer in full, to be read back. A
// *Refusal, *Ambiguous or *Several error says what to type instead.
func Understand(q Question, typed string, now time.Time) (value, said string, err error) {
	switch q.Input {
	case InputYesNo:
		c, err := PickChoice([]Choice{{ID: Yes, Label: "Yes"}, {ID: No, Label: "No"}}, typed)
		return c.ID, c.Label, err
	case InputChoice:
		if len(q.Choices) == 0 {
			return oneLine(typed)
		}
		c, err := PickChoice(q.Choices, typed)
		return c.ID, c.Label, err
	case InputMany:
		return understandMany(q.Choices, typed)
	case InputDate:
		read := ParseDate
		if q.Collection == EvidenceItems {
			read = ParsePastDate // what is known has happened
		}
		d, err := read(typed, now)
		if err != nil {
			return "", "", err
		}
		return string(d), d.Long(), nil
	case InputNumber:
		return understandNumber(typed)
	case InputLine, InputCode:
		value, said, err := oneLine(typed)
		if err != nil {
			return "", "", err
		}
		if err := CheckValue(q.Input, value, nil); err != nil {
			return "", "", err
		}
		return value, said, nil
	}
	return typed, typed, nil
}

func oneLine(typed string) (string, string, error) {
	line := strings.TrimSpace(typed)
	if strings.ContainsAny(line, "\r\n") {
		return "", "", &Refusal{Why: "This answer is one line."}
	}
	return line, line, nil
}

func understandMany(choices []Choice, typed string) (string, string, error) {
	parts := strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ';' || r == '\n' })
	if len(parts) == 1 && len(strings.Fields(typed)) > 1 && allNumbers(strings.Fields(typed)) {
		parts = strings.Fields(typed)
	}
	var values, labels []string
	seen := map[string]bool{}
	for _, part := range parts {
		if strings.TrimSpace(part) == "" {
			continue
		}
		c, err := PickChoice(choices, part)
		if err != nil {
			return "", "", &Refusal{Why: err.Error()} // one of several cannot be asked about alone
		}
		if !seen[c.ID] {
			seen[c.ID] = true
			values, labels = append(values, c.ID), append(labels, c.Label)
		}
	}
	return strings.Join(values, ","), strings.Join(labels, ", "), nil
}

func allNumbers(words []string) bool {
	for _, w := range words {
		if _, err := strconv.Atoi(w); err != nil {
			return false
		}
	}
	return true
}

func understandNumber(typed string) (string, string, error) {
	text := strings.TrimSpace(typed)
	number, percent := strings.CutSuffix(text, "%")
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil {
		return "", "", &Refusal{Why: "Type a number between 0 and 1, such as 0.7, or a percentage, such as 70%."}
	}
	if percent {
		n /= 100
	}
	if !(n >= 0 && n <= 1) {
		return "", "", &Refusal{Why: "That is outside 0 to 1 (or 0% to 100%)."}
	}
	value := strconv.FormatFloat(n, 'g', -1, 64)
	return value, value, nil
}
