package widget

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sounding/internal/termtest"
	"sounding/tui/theme"
)

func newTestEditor(width, height int, text string) *Editor {
	e := NewEditor(theme.New(theme.Auto))
	e.SetSize(width, height)
	e.SetValue(text)
	e.Focus()
	return e
}

// typeOut types a text key by key; a line feed is Enter.
func typeOut(update func(tea.Msg) Result, text string) {
	for i := 0; i < len(text); {
		end := clusterEnd(text, i)
		if text[i] == '\n' {
			update(press(tea.KeyEnter, 0))
		} else {
			update(typed(text[i:end]))
		}
		i = end
	}
}

func TestEditor_keepsEveryByteButLineEnds(t *testing.T) {
	for given, want := range map[string]string{
		"plain": "plain", "a\r\nb\rc\nd": "a\nb\nc\nd", "\ttab\x00\x1b[31m\xff\u202e": "\ttab\x00\x1b[31m\xff\u202e",
		"\n\n": "\n\n", "": "", "end\n": "end\n",
	} {
		if got := newTestEditor(20, 5, given).Value(); got != want {
			t.Errorf("SetValue(%q) gives back %q", given, got)
		}
		e := newTestEditor(20, 5, "")
		if e.Update(tea.PasteMsg{Content: given}); e.Value() != want {
			t.Errorf("pasting %q gives %q", given, e.Value())
		}
	}
}

func TestEditor_hasNoLimitOfLinesOrLength(t *testing.T) {
	long := strings.Repeat("a line\n", 120_000)
	e := newTestEditor(40, 10, long)
	e.Update(press(tea.KeyEnter, 0))
	e.Update(typed("x"))
	if e.Value() != long+"\nx" {
		t.Error("a text of 120,000 lines was cut or would not take another")
	}
	e = newTestEditor(40, 10, "")
	one := strings.Repeat("word ", 420_000)
	if e.Update(tea.PasteMsg{Content: one}); e.Value() != one || e.Length() != len(one) {
		t.Error("a paste of 2 MB was cut")
	}
	if e.Update(press('z', tea.ModCtrl)); e.Value() != "" {
		t.Error("a paste of 2 MB is not one step of undo")
	}
	if e.Update(press('y', tea.ModCtrl)); e.Value() != one {
		t.Error("a paste of 2 MB does not come back")
	}
}

func TestEditor_undoesByWords(t *testing.T) {
	e := newTestEditor(40, 5, "")
	typeOut(e.Update, "one two  three\nfour")
	var steps []string
	for e.CanUndo() {
		e.Update(press('z', tea.ModCtrl))
		steps = append(steps, e.Value())
	}
	want := []string{"one two  three\n", "one two  three", "one two  ", "one ", ""}
	if !reflect.DeepEqual(steps, want) {
		t.Errorf("undo went through %q, want %q", steps, want)
	}
	for e.CanRedo() {
		e.Update(press('z', tea.ModCtrl|tea.ModShift))
	}
	if e.Value() != "one two  three\nfour" {
		t.Errorf("redo ends at %q", e.Value())
	}
}

func TestEditor_undoesErasingByWords(t *testing.T) {
	e := newTestEditor(40, 5, "one two")
	for range 7 {
		e.Update(press(tea.KeyBackspace, 0))
	}
	e.Update(press('z', tea.ModCtrl))
	if e.Value() != "one" {
		t.Errorf("one undo brought back %q", e.Value())
	}
	e.Update(press('z', tea.ModCtrl))
	if e.Value() != "one two" {
		t.Errorf("two undos brought back %q", e.Value())
	}
}

func TestEditor_movingEndsAStepOfUndo(t *testing.T) {
	e := newTestEditor(40, 5, "")
	typeOut(e.Update, "ab")
	e.Update(press(tea.KeyLeft, 0))
	e.Update(press(tea.KeyRight, 0))
	typeOut(e.Update, "cd")
	if e.Update(press('z', tea.ModCtrl)); e.Value() != "ab" {
		t.Errorf("undo gives %q, want ab", e.Value())
	}
}

func TestEditor_undoIsBoundedButNeverLosesTheLastStep(t *testing.T) {
	e := newTestEditor(40, 5, "")
	part := strings.Repeat("a line of the text\n", 1<<16)
	for range 10 {
		e.Update(tea.PasteMsg{Content: part})
	}
	if e.history.bytes > historyBytes || len(e.history.steps) >= 10 {
		t.Errorf("history holds %d bytes in %d steps", e.history.bytes, len(e.history.steps))
	}
	e.Update(press('a', tea.ModCtrl))
	e.Update(press(tea.KeyBackspace, 0))
	if e.Value() != "" || len(e.history.steps) != 1 {
		t.Fatalf("deleting all left %d bytes and %d steps", len(e.Value()), len(e.history.steps))
	}
	if e.Update(press('z', tea.ModCtrl)); len(e.Value()) != 10*len(part) {
		t.Errorf("undo brought back %d bytes", len(e.Value()))
	}
}

func TestEditor_movesByWordsAndParagraphs(t *testing.T) {
	const text = "She said: \"it's well-known\" — yes.\n\nsecond one"
	e := newTestEditor(60, 5, text)
	e.ToStart()
	walk := func(msg tea.Msg) (stops []int) {
		for {
			before := e.sel.cursor
			if e.Update(msg); e.sel.cursor == before {
				return stops
			}
			stops = append(stops, flatOffset(e, e.sel.cursor))
		}
	}
	words := walk(press(tea.KeyRight, tea.ModCtrl))
	if got := stopsIn(text, words); got != "She |said|: |\"|it's |well|-|known|\" |— |yes|.|~|~|second |one|" {
		t.Errorf("words to the right: %s", got)
	}
	back := walk(press('b', tea.ModAlt))
	if len(back) != len(words) {
		t.Errorf("%d words back, %d forward", len(back), len(words))
	}
	if got := walk(press(tea.KeyDown, tea.ModCtrl)); !reflect.DeepEqual(got, []int{37, 38, 48}) {
		t.Errorf("paragraphs down: %v", got)
	}
	if got := walk(press(tea.KeyUp, tea.ModCtrl)); !reflect.DeepEqual(got, []int{38, 37, 0}) {
		t.Errorf("paragraphs up: %v", got)
	}
}

func stopsIn(text string, stops []int) string {
	out, from := "", 0
	for _, stop := range stops {
		out += strings.ReplaceAll(text[from:stop], "\n", "~") + "|"
		from = stop
	}
	return out
}

func TestEditor_upAndDownKeepTheirColumn(t *testing.T) {
	e := newTestEditor(30, 6, "a long first line\nab\nanother long line")
	e.ToStart()
	for range 10 {
		e.Update(press(tea.KeyRight, 0))
	}
	e.Update(press(tea.KeyDown, 0))
	if got := e.sel.cursor; got != (position{1, 2}) {
		t.Fatalf("on the short line at %v", got)
	}
	e.Update(press(tea.KeyDown, 0))
	if got := e.sel.cursor; got != (position{2, 10}) {
		t.Errorf("on the long line at %v, want column 10", got)
	}
	e.Update(press(tea.KeyDown, 0))
	if got := e.sel.cursor; got != e.doc.end() {
		t.Errorf("down on the last row leads to %v, want the end", got)
	}
}

func TestEditor_homeAndEndKnowRowsThenParagraphs(t *testing.T) {
	e := newTestEditor(10, 6, "one two three four")
	e.ToStart()
	var stops []int
	for range 3 {
		e.Update(press(tea.KeyEnd, 0))
		stops = append(stops, e.sel.cursor.offset)
	}
	e.Update(press(tea.KeyHome, 0))
	stops = append(stops, e.sel.cursor.offset)
	e.Update(press(tea.KeyHome, 0))
	stops = append(stops, e.sel.cursor.offset)
	if want := []int{7, 18, 18, 14, 0}; !reflect.DeepEqual(stops, want) {
		t.Errorf("stops %v, want %v", stops, want)
	}
}

func TestEditor_handsCopiedTextUpAndAsksForAPaste(t *testing.T) {
	e := newTestEditor(40, 5, "one two")
	e.Update(press(tea.KeyLeft, tea.ModCtrl|tea.ModShift))
	if got := e.Update(press('c', tea.ModAlt)); got.Copied != "two" || got.Changed {
		t.Errorf("copy gave %+v", got)
	}
	if got := e.Update(press('x', tea.ModCtrl)); got.Copied != "two" || !got.Changed || e.Value() != "one " {
		t.Errorf("cut gave %+v and left %q", got, e.Value())
	}
	if got := e.Update(press('v', tea.ModCtrl)); !got.Paste || got.Changed {
		t.Errorf("paste key gave %+v", got)
	}
	if got := e.Update(press('x', tea.ModCtrl)); got.Copied != "" || got.Changed {
		t.Errorf("cut without a selection gave %+v", got)
	}
}

func TestEditor_leavesTheScreenItsKeys(t *testing.T) {
	e := newTestEditor(40, 5, "x")
	for _, code := range []rune{tea.KeyTab, tea.KeyEsc, tea.KeyF1, tea.KeyF10} {
		if got := e.Update(press(code, 0)); got.Handled || got.Changed {
			t.Errorf("%v was taken: %+v", press(code, 0), got)
		}
	}
	for _, letter := range "sorcqg" {
		if got := e.Update(press(letter, tea.ModCtrl)); got.Handled {
			t.Errorf("ctrl+%c was taken", letter)
		}
	}
	if e.Value() != "x" {
		t.Errorf("the text became %q", e.Value())
	}
}

func TestEditor_takesAWordThatIsAKeysName(t *testing.T) {
	e := newTestEditor(40, 5, "")
	e.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: "home"})
	if e.Value() != "home" {
		t.Errorf("an input method's word gave %q", e.Value())
	}
}

func TestEditor_erasesByWordAndRow(t *testing.T) {
	e := newTestEditor(40, 5, "one two three")
	e.Update(press('w', tea.ModCtrl))
	e.ToStart()
	e.Update(press('d', tea.ModAlt))
	if e.Value() != "two " {
		t.Errorf("erasing words left %q", e.Value())
	}
	e.Update(press('k', tea.ModCtrl))
	if e.Value() != "" {
		t.Errorf("erasing the row left %q", e.Value())
	}
}

func TestEditor_showsSelectionWithoutColourToo(t *testing.T) {
	e := newTestEditor(20, 4, "ab\n\ncd")
	e.Update(press('a', tea.ModCtrl))
	for i, line := range strings.Split(e.View(), "\n")[:3] {
		if !strings.Contains(line, "\x1b[7m") {
			t.Errorf("line %d of the selection is not reversed: %q", i, line)
		}
	}
}

func TestEditor_putsTheRealCursorBehindWhatTerminalsCount(t *testing.T) {
	for _, c := range []struct {
		text           string
		byRune, byText int
	}{
		{"abc", 3, 3}, {"本日", 4, 4}, {"e\u0301", 1, 1}, {"👩‍👩‍👧", 6, 2}, {"\t|", 5, 5}, {"a\x1bb", 3, 3}, {"a\u202eb", 3, 3}, {"\xff", 1, 1}, {"👍🏽", 4, 2},
	} {
		e := newTestEditor(30, 3, c.text)
		if got := e.Cursor().X; got != c.byRune {
			t.Errorf("%q: cursor at %d, want %d", c.text, got, c.byRune)
		}
		e.theme.Observe(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		if got := e.Cursor().X; got != c.byText {
			t.Errorf("%q with clusters: cursor at %d, want %d", c.text, got, c.byText)
		}
	}
	e := newTestEditor(30, 3, "x")
	e.Blur()
	if e.Cursor() != nil || e.Focused() {
		t.Error("a cursor without focus")
	}
}

func TestEditor_erasesAFamilyWhole(t *testing.T) {
	e := newTestEditor(30, 3, "a👩‍👩‍👧")
	if e.Update(press(tea.KeyBackspace, 0)); e.Value() != "a" {
		t.Errorf("backspace left %q", e.Value())
	}
}

func TestEditor_drawsOnlyWhenSomethingChanged(t *testing.T) {
	e := newTestEditor(30, 3, "a text")
	first := e.View()
	e.frame = "kept"
	if e.View() != "kept" {
		t.Error("an unchanged editor was drawn again")
	}
	e.Update(press(tea.KeyLeft, 0))
	if e.View() != "kept" {
		t.Error("a moved cursor was drawn again")
	}
	for name, change := range map[string]func(){
		"typing": func() { e.Update(typed("x")) }, "a theme": func() { e.theme.Choose(theme.Dark) },
		"a size": func() { e.SetSize(20, 4) }, "a selection": func() { e.Update(press('a', tea.ModCtrl)) },
	} {
		e.View()
		e.frame = "kept"
		if change(); e.View() == "kept" {
			t.Errorf("%s did not draw again", name)
		}
	}
	if first == "" {
		t.Error("nothing was drawn")
	}
}

func TestEditor_showsItsPlaceholderOnlyWhileEmpty(t *testing.T) {
	e := newTestEditor(12, 3, "")
	e.Placeholder("What did you see?\x1b[2J")
	termtest.MustCheck(t, termtest.Frame{Content: e.View(), Width: 12, Height: 3})
	if got := ansi.Strip(e.View()); !strings.HasPrefix(got, "What did you\nsee?") {
		t.Errorf("placeholder is %q", got)
	}
	e.Update(typed("x"))
	if got := e.View(); got != "x\n\n" {
		t.Errorf("with text it shows %q", got)
	}
}

func TestEditor_tellsWhereTheCursorIs(t *testing.T) {
	e := newTestEditor(30, 3, "one\ntw👩‍👩‍👧")
	if paragraph, character := e.At(); paragraph != 2 || character != 4 {
		t.Errorf("at %d, %d", paragraph, character)
	}
}

func TestEditor_showsNoEmptyRowsBelowWhileThereIsTextAbove(t *testing.T) {
	e := newTestEditor(20, 4, "one\ntwo\nthree\nfour\nfive\nsix")
	e.Update(press(tea.KeyBackspace, tea.ModCtrl))
	e.Update(press(tea.KeyBackspace, 0))
	e.Update(press(tea.KeyBackspace, tea.ModCtrl))
	if got := e.View(); got != "two\nthree\nfour\n" {
		t.Errorf("the window shows %q", got)
	}
	e.SetSize(20, 6)
	if got := e.View(); !strings.HasPrefix(got, "one\ntwo\n") {
		t.Errorf("a higher window shows %q", got)
	}
}

func TestParagraph_keepsTheRowsBelowAnEdit(t *testing.T) {
	// Words of even lengths in turn might never fall into step again.
	random, words := rand.New(rand.NewPCG(1, 2)), strings.Builder{}
	for range 8000 {
		words.WriteString("wordsofmany"[:1+random.IntN(10)] + " ")
	}
	p := &paragraph{text: words.String()}
	all := p.rowCount(40)
	p.splice(5, 5, "x")
	p.grow()
	for grown := 0; len(p.rows) < all-1; grown++ {
		if grown > 20 || !p.grow() {
			t.Fatalf("%d rows after an edit at the start, %d before", len(p.rows), all)
		}
	}
}
