package main

import (
	"strings"
	"testing"
)

// Enter stands between two things to say: they are not one question with two
// halves.
func TestMirror_hearsEachLineByItself(t *testing.T) {
	told := strings.Join(mirror("Why didn't you ring me?\n\nWhat help do you have with the boys?\n"), "\n")
	for _, want := range []string{"Line 1. This sounds like a why question", "Line 2. This sounds like an open question"} {
		if !strings.Contains(told, want) {
			t.Errorf("it does not say %q:\n%s", want, told)
		}
	}
	if strings.Contains(told, "several") {
		t.Errorf("two lines are heard as one:\n%s", told)
	}
	if one := mirror("What was Friday like for you?")[0]; strings.Contains(one, "Line") {
		t.Errorf("a single line is numbered: %s", one)
	}
	if line := shareLine([]string{"Why didn't you ring me?\nWhat was Friday like?"}); !strings.Contains(line, "2 questions") {
		t.Errorf("the plan is said to hold %q", line)
	}
}
