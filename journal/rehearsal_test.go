package journal

import "testing"

func TestRehearsalLines_putAThemesOwnFirstAndTheTwoWaysByTurns(t *testing.T) {
	all := []OtherLine{
		{Theme: AnyTheme, Talk: TalkChange, Text: "a"}, {Theme: AnyTheme, Talk: TalkSustain, Text: "b"},
		{Theme: "digital", Talk: TalkChange, Text: "c"}, {Theme: "digital", Talk: TalkChange, Text: "d"},
		{Theme: "digital", Talk: TalkSustain, Text: "e"}, {Theme: "other", Talk: TalkSustain, Text: "f"},
	}
	got := ""
	for _, line := range RehearsalLines(all, []string{"digital"}) {
		got += line.Text
	}
	if got != "ecdba" {
		t.Errorf("got %s", got)
	}
	if lines := RehearsalLines(all, nil); len(lines) != 2 || lines[0].Text != "b" {
		t.Errorf("without a theme: %v", lines)
	}
}
