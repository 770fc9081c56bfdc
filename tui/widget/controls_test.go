package widget

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sounding/tui/theme"
)

func newTestChoice() *Choice {
	c := NewChoice(theme.New(theme.Auto))
	c.SetOptions([]Option{
		{Label: "The child"}, {Label: "A parent not yet heard", Words: []string{"mother", "father"}},
		{Label: "An ordinary explanation"}, {Label: "The opposite"}, {Label: "Worse than we think", Off: "not in ten minutes"},
	})
	c.SetSize(40, 10)
	c.Focus()
	return c
}

func chooseBy(c *Choice, text string) ChoiceResult {
	for _, r := range text {
		c.Update(typed(string(r)))
	}
	return c.Update(press(tea.KeyEnter, 0))
}

func TestChoice_takesANumberOrAWord(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "3": 2, "father": 1, "MOTH": 1, "the opp": 3, "ordin": 2, "opposite": 3, "9": none, "zebra": none, "5": none, "worse": none, "0": none,
	} {
		c := newTestChoice()
		if got := chooseBy(c, text); got.Chosen != want || !got.Handled {
			t.Errorf("typing %q chose %d, want %d", text, got.Chosen, want)
		}
	}
}

func TestChoice_prefersTheWholeWord(t *testing.T) {
	c := newTestChoice()
	c.SetOptions([]Option{{Label: "The child's school"}, {Label: "The child"}, {Label: "Not the child"}})
	if got := chooseBy(c, "the child"); got.Chosen != 1 {
		t.Errorf("chose %d, want the option that is called so", got.Chosen)
	}
}

func TestChoice_saysWhatWasTyped(t *testing.T) {
	c := newTestChoice()
	c.Update(typed("z"))
	if got := ansi.Strip(c.View()); !strings.Contains(got, "Nothing here is called: z") {
		t.Errorf("it shows\n%s", got)
	}
	if !c.Update(press(tea.KeyEsc, 0)).Handled || c.Typed() != "" {
		t.Error("Esc does not take the typed word away")
	}
	if c.Update(press(tea.KeyEsc, 0)).Handled {
		t.Error("a second Esc is not left to the screen")
	}
}

func TestChoice_quickNumbersWaitOnlyWhereTheyMust(t *testing.T) {
	c := newTestChoice()
	c.SetQuick(true)
	if got := c.Update(typed("2")); got.Chosen != 1 {
		t.Errorf("2 of 5 chose %d", got.Chosen)
	}
	options := make([]Option, 12)
	for i := range options {
		options[i].Label = fmt.Sprint("option ", i+1)
	}
	c.SetOptions(options)
	if got := c.Update(typed("1")); got.Chosen != none || !got.Moved && c.Selected() != 0 {
		t.Errorf("1 of 12 chose %d", got.Chosen)
	}
	if got := c.Update(typed("2")); got.Chosen != 11 {
		t.Errorf("12 of 12 chose %d", got.Chosen)
	}
}

func TestChoice_marksSeveral(t *testing.T) {
	c := newTestChoice()
	c.SetMultiple(true)
	space := tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	if got := c.Update(space); !got.Marked {
		t.Error("space marks nothing")
	}
	c.Update(press(tea.KeyDown, 0))
	c.Update(space)
	c.Update(press(tea.KeyEnd, 0))
	if got := c.Update(space); got.Marked {
		t.Error("an option that is off was marked")
	}
	if got := c.Marked(); !reflect.DeepEqual(got, []int{0, 1}) {
		t.Errorf("marked %v", got)
	}
	c.Mark(0, false)
	c.Mark(99, true)
	if got := c.Marked(); !reflect.DeepEqual(got, []int{1}) {
		t.Errorf("marked %v", got)
	}
}

func TestChoice_marksWhatWasTypedWithSpaceOrEnter(t *testing.T) {
	c := NewChoice(theme.New(theme.Auto))
	c.SetMultiple(true)
	c.SetOptions([]Option{{Label: "Alcohol and drugs"}, {Label: "Domestic abuse"}, {Label: "Sexual harm"}})
	c.SetSize(40, 10)
	c.Focus()
	say := func(text string) {
		for _, r := range text {
			c.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	say("2 ")
	say("s")
	c.Update(press(tea.KeyEnter, 0))
	if got := c.Marked(); !reflect.DeepEqual(got, []int{1, 2}) || c.Typed() != "" {
		t.Errorf("marked %v, with %q left", got, c.Typed())
	}
	say("domestic ab")
	if got := c.Marked(); !reflect.DeepEqual(got, []int{1, 2}) {
		t.Errorf("the blank inside a label marked: %v", got)
	}
	c.Update(press(tea.KeyEnter, 0))
	say("zebra")
	c.Update(press(tea.KeyEnter, 0))
	if got := c.Marked(); !reflect.DeepEqual(got, []int{2}) || c.Typed() != "zebra" {
		t.Errorf("marked %v, with %q left", got, c.Typed())
	}
}

func newTestPick() *Pick {
	p := NewPick(theme.New(theme.Auto))
	p.SetFilter(true)
	p.SetSize(50, 6)
	p.SetItems([]Item{{Title: "Heron, first visit"}, {Title: "Wren, review"}, {Title: "Heron, review", Words: "school"}, {Title: "Finch", Detail: "3 December"}})
	p.Focus()
	return p
}

func TestPick_narrowsToWhatHoldsEveryWord(t *testing.T) {
	p := newTestPick()
	p.Select(3)
	typeOut(func(m tea.Msg) Result { p.Update(m); return Result{} }, "rev HER")
	if got, _ := p.Selected(); p.Shown() != 1 || got != 2 {
		t.Errorf("%d shown, selected %d", p.Shown(), got)
	}
	if got := p.Update(press(tea.KeyEnter, 0)); got.Chosen != 2 {
		t.Errorf("Enter chose %d, want the item's own index 2", got.Chosen)
	}
	for range 4 {
		p.Update(press(tea.KeyBackspace, 0))
	}
	if p.Shown() != 2 {
		t.Errorf("a shorter filter shows %d", p.Shown())
	}
	typeOut(func(m tea.Msg) Result { p.Update(m); return Result{} }, "zz")
	if got := p.Update(press(tea.KeyEnter, 0)); got.Chosen != none || p.Shown() != 0 {
		t.Errorf("an empty list chose %d", got.Chosen)
	}
	if !p.Update(press(tea.KeyEsc, 0)).Filtered || p.Shown() != 4 {
		t.Error("Esc does not show all again")
	}
	if p.Update(press(tea.KeyEsc, 0)).Handled {
		t.Error("a second Esc is not left to the screen")
	}
}

func TestPick_putsTitlesThatBeginSoBeforeTheOthers(t *testing.T) {
	p := NewPick(theme.New(theme.Dark))
	p.SetItems([]Item{{Title: "Back from supervision", Words: "a supervision session"}, {Title: "Ready"}, {Title: "A supervision session"}})
	p.SetFilter(true)
	typeOut(func(m tea.Msg) Result { p.Update(m); return Result{} }, "A supervision s")
	if got := p.Update(press(tea.KeyEnter, 0)); got.Chosen != 2 || p.Shown() != 2 {
		t.Errorf("Enter chose %d of %d", got.Chosen, p.Shown())
	}
	p.ClearFilter()
	if got, _ := p.Selected(); got != 0 {
		t.Errorf("with nothing typed the first is %d", got)
	}
}

func TestPick_keepsTheCursorOnTheSelectedRow(t *testing.T) {
	p := NewPick(theme.New(theme.Auto))
	p.SetSize(70, 5)
	p.SetItems(manyItems(10_000))
	p.Focus()
	for _, code := range []rune{tea.KeyEnd, tea.KeyUp, tea.KeyPgUp, tea.KeyHome, tea.KeyDown, tea.KeyPgDown} {
		p.Update(press(code, 0))
		index, _ := p.Selected()
		line := strings.Split(ansi.Strip(p.View()), "\n")[p.Cursor().Y]
		if !strings.HasPrefix(line, fmt.Sprintf("> Reflection %d about", index)) {
			t.Errorf("selected %d, the cursor is on %q", index, line)
		}
	}
	if p.Typing() || p.Update(typed("q")).Handled {
		t.Error("a list without a filter takes letters")
	}
}

func TestPager_staysAtItsPlaceWhenTheWidthChanges(t *testing.T) {
	p := NewPager()
	lines := make([]string, 100)
	for i := range lines {
		lines[i] = fmt.Sprint("line ", i)
	}
	p.SetSize(20, 10)
	p.SetLines(lines)
	p.Update(press(tea.KeyPgDown, 0))
	p.Update(press(tea.KeyDown, 0))
	if p.Top() != 10 || !strings.HasPrefix(p.View(), "line 10\n") {
		t.Errorf("top is %d", p.Top())
	}
	p.UpdateLines(append(lines, lines...))
	if p.Top() != 20 {
		t.Errorf("with twice the lines the top is %d, want 20", p.Top())
	}
	p.Update(press(tea.KeyEnd, 0))
	if !p.AtEnd() || p.Top() != 190 {
		t.Errorf("at the end the top is %d", p.Top())
	}
	if p.Update(typed("x")) {
		t.Error("a pager takes letters that are not its own")
	}
}

func TestPager_showsUncleanLinesAsText(t *testing.T) {
	p := NewPager()
	p.SetLines([]string{"a\x1b[2Jb\x1b]0;t\ac\u202ed", "\x1b[1mbold\x1b[m"})
	if got := p.View(); strings.Contains(got, "[2J\x1b") || strings.Contains(got, "\x1b]") || strings.Contains(got, "\u202e") || !strings.Contains(got, "\x1b[1mbold") {
		t.Errorf("it shows %q", got)
	}
}

func TestGrid_movesWithinItsCells(t *testing.T) {
	g := NewGrid(theme.New(theme.Auto), []string{".", "C", "II"})
	if g.Update(press(tea.KeyDown, 0)).Handled || g.Cursor() != nil {
		t.Error("a grid without cells takes keys")
	}
	g.SetLabels([]string{"H1", "H2"}, []string{"E1", "E2", "E3"})
	g.SetCell(1, 2, 2)
	g.SetCell(9, 9, 9)
	g.Focus()
	g.SetSize(30, 5)
	g.Update(press(tea.KeyEnd, tea.ModCtrl))
	if row, column := g.Cell(); row != 1 || column != 2 {
		t.Errorf("at %d,%d", row, column)
	}
	line := strings.Split(ansi.Strip(g.View()), "\n")[g.Cursor().Y]
	if got := line[g.Cursor().X:]; !strings.HasPrefix(got, "II") {
		t.Errorf("the cursor is on %q of %q", got, line)
	}
	if g.Update(press(tea.KeyRight, 0)).Moved {
		t.Error("it moved past the last column")
	}
	if !g.Update(press(tea.KeyEnter, 0)).Chosen || g.Update(typed("c")).Handled {
		t.Error("Enter chooses and letters are the screen's")
	}
}

func TestDialog_swallowsKeysMeantForTheScreenBefore(t *testing.T) {
	now := time.Unix(1000, 0)
	d := NewDialog(theme.New(theme.Auto), func() time.Time { return now })
	ask := Question{Title: "Ten minutes left", Answers: []Answer{{"c", "Carry on"}, {"w", "Wind up"}}, Escape: none, Unbidden: true}
	d.Ask(ask)
	for range 5 {
		now = now.Add(GracePeriod - time.Millisecond)
		if got := d.Update(typed("w")); got.Answer != none || !got.Handled {
			t.Fatalf("a key in the grace period answered %d", got.Answer)
		}
	}
	now = now.Add(GracePeriod)
	if got := d.Update(typed("W")); got.Answer != 1 || d.Open() {
		t.Errorf("after the quiet it answered %d", got.Answer)
	}
	ask.Unbidden = false
	d.Ask(ask)
	if got := d.Update(typed("c")); got.Answer != 0 {
		t.Errorf("a question that was asked for answered %d at once", got.Answer)
	}
}

func TestDialog_isAnsweredByLetterNumberArrowsOrEsc(t *testing.T) {
	ask := Question{Title: "Leave?", Answers: []Answer{{"l", "Leave"}, {"s", "Stay"}, {"", "Later"}}, Escape: 1}
	for name, c := range map[string]struct {
		keys []tea.KeyPressMsg
		want int
	}{
		"letter": {[]tea.KeyPressMsg{typed("s")}, 1}, "number": {[]tea.KeyPressMsg{typed("3")}, 2}, "enter": {[]tea.KeyPressMsg{press(tea.KeyEnter, 0)}, 0},
		"arrows": {[]tea.KeyPressMsg{press(tea.KeyDown, 0), press(tea.KeyDown, 0), press(tea.KeyUp, 0), press(tea.KeyEnter, 0)}, 1},
		"esc":    {[]tea.KeyPressMsg{press(tea.KeyEsc, 0)}, 1}, "another": {[]tea.KeyPressMsg{typed("x"), typed("7"), press(tea.KeyF1, 0)}, none},
	} {
		d := NewDialog(theme.New(theme.Auto), time.Now)
		d.Ask(ask)
		got := DialogResult{Answer: none}
		for _, msg := range c.keys {
			if got = d.Update(msg); !got.Handled {
				t.Errorf("%s: a key went through the dialog", name)
			}
		}
		if got.Answer != c.want {
			t.Errorf("%s answered %d, want %d", name, got.Answer, c.want)
		}
	}
	d := NewDialog(theme.New(theme.Auto), time.Now)
	ask.Escape = none
	d.Ask(ask)
	if got := d.Update(press(tea.KeyEsc, 0)); got.Answer != none || !d.Open() {
		t.Error("a question that wants an answer was waved away")
	}
	if d.Update(tea.PasteMsg{Content: "x"}); !d.Open() {
		t.Error("a paste answered")
	}
	d.Close()
	if d.Update(typed("l")).Handled || d.Cursor() != nil || d.View() != "" {
		t.Error("a closed dialog takes keys or draws")
	}
}

func TestStatus_marksTroubleInMoreThanColour(t *testing.T) {
	s := NewStatus(theme.New(theme.Dark))
	s.SetWidth(40)
	for level, want := range map[Level]string{Plain: "words", Good: "words", Warning: "! words", Fault: "!! words"} {
		s.Say(level, "words")
		if got := strings.TrimRight(ansi.Strip(s.View()), " "); got != want {
			t.Errorf("level %d shows %q", level, got)
		}
	}
	s.Say(Plain, "")
	s.SetKeys([]key.Binding{key.NewBinding(key.WithKeys("f1"), key.WithHelp("F1", "help")), key.NewBinding(key.WithKeys("x"), key.WithHelp("X", "something long that does not fit"))})
	if got := ansi.Strip(s.View()); Width(got) != 40 || !strings.HasSuffix(got, "F1 help") {
		t.Errorf("keys show as %q", got)
	}
}

func TestHelp_leavesOutWhatDoesNothing(t *testing.T) {
	off := key.NewBinding(key.WithKeys("d"), key.WithHelp("D", "disabled"), key.WithDisabled())
	on := key.NewBinding(key.WithKeys("e"), key.WithHelp("E", "enabled"))
	th := theme.New(theme.Auto)
	page := ansi.Strip(strings.Join(HelpPage(th, []HelpGroup{{"Keys", []key.Binding{off, on}}}, 40), "\n"))
	if page != "Keys\nE  enabled" {
		t.Errorf("page is %q", page)
	}
	if got := ansi.Strip(HelpLine(th, []key.Binding{off, on}, 40)); got != "E enabled" {
		t.Errorf("line is %q", got)
	}
}

func TestRail_goesToAStepByNumber(t *testing.T) {
	r := NewRail(theme.New(theme.Auto))
	steps := make([]RailStep, 11)
	for i := range steps {
		steps[i].Label = fmt.Sprint("step ", i+1)
	}
	r.SetSteps(steps, 0)
	r.Focus()
	for _, c := range []struct {
		typed string
		want  int
	}{{"1", 1}, {"11", 11}, {"10", 10}, {"2", 2}, {"25", 5}} {
		r.Update(press(tea.KeyDown, 0)) // a number begins anew after another key
		for _, digit := range c.typed {
			r.Update(typed(string(digit)))
		}
		if r.Selected()+1 != c.want {
			t.Errorf("%s leads to %d", c.typed, r.Selected()+1)
		}
	}
	r.SetSteps(steps, 3)
	r.Update(press(tea.KeyUp, 0))
	r.Update(typed("1"))
	if r.Selected() != 0 {
		t.Errorf("1 leads to %d", r.Selected()+1)
	}
	if r.Update(typed("1")); r.Selected() != 10 {
		t.Errorf("11 leads to %d", r.Selected()+1)
	}
	if got := r.Update(press(tea.KeyEnter, 0)); got.Chosen != 10 {
		t.Errorf("Enter chose %d", got.Chosen)
	}
	if r.Update(typed("x")).Handled {
		t.Error("the rail takes letters")
	}
	if r.Blur(); r.Selected() != 3 || r.Cursor() != nil {
		t.Error("without focus it does not go back to where the person is")
	}
}

func TestKeys_haveWordsAndTheCommandsTheyName(t *testing.T) {
	th := theme.New(theme.Auto)
	for name, bindings := range map[string][]key.Binding{
		"editor": NewEditor(th).Keys(), "line": NewLine(th).Keys(), "choice": NewChoice(th).Keys(), "pick": NewPick(th).Keys(),
		"pager": NewPager().Keys(), "grid": NewGrid(th, nil).Keys(), "dialog": NewDialog(th, time.Now).Keys(), "rail": NewRail(th).Keys(),
	} {
		if len(bindings) == 0 {
			t.Errorf("%s has no keys", name)
		}
		for _, b := range bindings {
			if b.Help().Key == "" || b.Help().Desc == "" || len(b.Keys()) == 0 {
				t.Errorf("%s: %+v has no words", name, b)
			}
		}
	}
	seen := map[string]bool{}
	for _, c := range commands {
		for _, k := range c.keys {
			if seen[k] {
				t.Errorf("%s does two things", k)
			}
			seen[k] = true
		}
	}
}

func TestChoice_answersNothingByEnterAloneWithTheCursorOnNoOption(t *testing.T) {
	c := NewChoice(theme.New(theme.Auto))
	c.SetOptions([]Option{{Label: "Yes"}, {Label: "No"}})
	c.SelectNone()
	c.Focus()
	if strings.Contains(c.View(), ">") {
		t.Errorf("an option has the pointer:\n%s", c.View())
	}
	if r := c.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); r.Chosen != -1 {
		t.Errorf("Enter chose %d", r.Chosen)
	}
	c.Update(tea.KeyPressMsg{Code: 'n', Text: "n"})
	if r := c.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); r.Chosen != 1 {
		t.Errorf("a letter and Enter chose %d, want 1", r.Chosen)
	}
	c.SelectNone()
	c.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	if r := c.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); r.Chosen != 0 {
		t.Errorf("down and Enter chose %d, want 0", r.Chosen)
	}
}
