package widget

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"sounding/internal/termtest"
	"sounding/tui/theme"
)

// pieces are what random texts are made of: what breaks editors.
var pieces = []string{
	"a", "b", "word", "Heron", " ", " ", "  ", "\n", "\n", "-", "well-known", "\t", ".", "é", "e\u0301", "\u0301", "本", "本日", "한",
	"👩‍👩‍👧", "👩", "\u200d", "🇬🇧", "🇬", "❤️", "\ufe0f", "\x1b[31m", "\x1b", "\x00", "\x7f", "\u009b", "\u202e", "\u2066", "\u200b", "\u00ad",
	"\u2028", "\xff", "\xe2\x82", "नमस्ते", "क्", "ष", "\u0600", "1", "שלום", "long" + "unbrokenword", "—", "\u00a0", "\u3000", "'",
}

func someText(t *rapid.T, label string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, most).Draw(t, label), "")
}

// model is an editor without windows or caches: a string, a cursor, a mark.
type model struct {
	text         string
	cursor, mark int
	selecting    bool
}

// boundaries lists where a cursor may stand, from the start of the text.
func boundaries(text string) []int {
	list, base := []int{}, 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		for i := 0; i < len(paragraph); i = clusterEnd(paragraph, i) {
			list = append(list, base+i)
		}
		base += len(paragraph) + 1
		list = append(list, base-1)
	}
	return list
}

func (m *model) snap() {
	for _, b := range boundaries(m.text) {
		if b >= m.cursor {
			m.cursor = b
			return
		}
	}
}

func (m *model) neighbour(step int) int {
	list := boundaries(m.text)
	i, _ := slices.BinarySearch(list, m.cursor)
	return list[min(max(i+step, 0), len(list)-1)]
}

func (m *model) ends() (int, int) {
	if !m.selecting {
		return m.cursor, m.cursor
	}
	return min(m.cursor, m.mark), max(m.cursor, m.mark)
}

func (m *model) replace(from, to int, with string) {
	m.text = m.text[:from] + with + m.text[to:]
	m.cursor, m.selecting = from+len(with), false
	m.snap()
}

func (m *model) insert(text string) {
	text = normaliseLineEnds(text)
	if text == "" {
		return
	}
	from, to := m.ends()
	m.replace(from, to, text)
}

func (m *model) erase(step int) {
	from, to := m.ends()
	if !m.selecting {
		from, to = min(m.cursor, m.neighbour(step)), max(m.cursor, m.neighbour(step))
	}
	if from != to {
		m.replace(from, to, "")
	}
}

func (m *model) move(to int, selecting bool) {
	mark := m.cursor
	if m.selecting {
		mark = m.mark
	}
	m.cursor, m.mark, m.selecting = to, mark, selecting && mark != to
}

func (m *model) arrow(step int) {
	if !m.selecting {
		m.move(m.neighbour(step), false)
		return
	}
	from, to := m.ends()
	m.move(map[int]int{-1: from, 1: to}[step], false)
}

func flatOffset(e *Editor, p position) int {
	offset := p.offset
	for i := range p.paragraph {
		offset += len(e.doc.paragraphs[i].text) + 1
	}
	return offset
}

func press(code rune, mod tea.KeyMod) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code, Mod: mod} }

func typed(text string) tea.KeyPressMsg {
	r, _ := utf8.DecodeRuneInString(text)
	return tea.KeyPressMsg{Code: r, Text: text}
}

// modelActions are the editing keys, done to both.
func modelActions(e *Editor, m *model) map[string]func(*rapid.T) {
	key := func(code rune, mod tea.KeyMod, do func()) func(*rapid.T) {
		return func(*rapid.T) { e.Update(press(code, mod)); do() }
	}
	return map[string]func(*rapid.T){
		"type": func(t *rapid.T) {
			text := rapid.SampledFrom(pieces).Draw(t, "typed")
			e.Update(typed(text))
			m.insert(text)
		},
		"paste": func(t *rapid.T) {
			text := someText(t, "pasted", 30)
			if rapid.Bool().Draw(t, "crlf") {
				text = strings.ReplaceAll(text, "\n", "\r\n")
			}
			e.Update(tea.PasteMsg{Content: text})
			m.insert(text)
		},
		"enter":      key(tea.KeyEnter, 0, func() { m.insert("\n") }),
		"backspace":  key(tea.KeyBackspace, 0, func() { m.erase(-1) }),
		"delete":     key(tea.KeyDelete, 0, func() { m.erase(1) }),
		"left":       key(tea.KeyLeft, 0, func() { m.arrow(-1) }),
		"right":      key(tea.KeyRight, 0, func() { m.arrow(1) }),
		"selectLeft": key(tea.KeyLeft, tea.ModShift, func() { m.move(m.neighbour(-1), true) }),
		"selectEnd":  key(tea.KeyEnd, tea.ModCtrl|tea.ModShift, func() { m.move(len(m.text), true) }),
		"start":      key(tea.KeyHome, tea.ModCtrl, func() { m.move(0, false) }),
		"end":        key(tea.KeyEnd, tea.ModCtrl, func() { m.move(len(m.text), false) }),
		"selectAll": key('a', tea.ModCtrl, func() {
			m.cursor, m.mark, m.selecting = len(m.text), 0, m.text != ""
		}),
		"cut": func(t *rapid.T) {
			from, to := m.ends()
			if got := e.Update(press('x', tea.ModCtrl)); got.Copied != m.text[from:to] {
				t.Fatalf("cut gave %q, want %q", got.Copied, m.text[from:to])
			}
			if from != to {
				m.replace(from, to, "")
			}
		},
		// Where rows begin is not the model's business: it follows.
		"elsewhere": func(t *rapid.T) {
			code := rapid.SampledFrom([]rune{tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd}).Draw(t, "key")
			e.Update(press(code, rapid.SampledFrom([]tea.KeyMod{0, 0, tea.ModShift}).Draw(t, "shift")))
			m.follow(e)
		},
		"words": func(t *rapid.T) {
			code := rapid.SampledFrom([]rune{tea.KeyLeft, tea.KeyRight, tea.KeyUp, tea.KeyDown}).Draw(t, "key")
			e.Update(press(code, rapid.SampledFrom([]tea.KeyMod{tea.ModCtrl, tea.ModCtrl | tea.ModShift}).Draw(t, "mod")))
			m.follow(e)
		},
		"resize": func(t *rapid.T) {
			e.SetSize(rapid.IntRange(1, 30).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height"))
		},
	}
}

func (m *model) follow(e *Editor) {
	m.cursor, m.mark, m.selecting = flatOffset(e, e.sel.cursor), flatOffset(e, e.sel.mark), e.sel.active
}

// TestEditor_editsLikeAPlainString presses random keys on an editor and on a
// model, and looks at everything the editor keeps besides the text: rows,
// length, window and cursor must be what they would be from scratch.
func TestEditor_editsLikeAPlainString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := NewEditor(theme.New(theme.Auto))
		if rapid.Bool().Draw(t, "clusters") {
			e.theme.Observe(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
		}
		e.Focus()
		e.SetSize(rapid.IntRange(1, 30).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height"))
		start := someText(t, "start", 40)
		e.SetValue(start)
		m := &model{text: start, cursor: len(start)}
		actions := modelActions(e, m)
		actions[""] = func(t *rapid.T) { checkAgainst(t, e, m) }
		t.Repeat(actions)
	})
}

func checkAgainst(t *rapid.T, e *Editor, m *model) {
	if e.Value() != m.text {
		t.Fatalf("text is %q, want %q", e.Value(), m.text)
	}
	if utf8.ValidString(m.text) && e.Length() != utf8.RuneCountInString(m.text) || e.Length() != countStarts(m.text) {
		t.Fatalf("length %d of %q", e.Length(), m.text)
	}
	if got := flatOffset(e, e.sel.cursor); got != m.cursor {
		t.Fatalf("cursor at %d, want %d in %q", got, m.cursor, m.text)
	}
	if e.sel.active != m.selecting || m.selecting && flatOffset(e, e.sel.mark) != m.mark {
		t.Fatalf("selection %v from %d, want %v from %d", e.sel.active, flatOffset(e, e.sel.mark), m.selecting, m.mark)
	}
	checkWindow(t, e)
	for i, p := range e.doc.paragraphs {
		fresh := &paragraph{text: p.text}
		if p.rowCount(e.width); !slices.Equal(p.rows, fresh.rowsAt(e.width)) {
			t.Fatalf("paragraph %d %q has rows %v, want %v", i, p.text, p.rows, fresh.rows)
		}
	}
}

func (p *paragraph) rowsAt(width int) []int {
	p.rowCount(width)
	return p.rows
}

// failer is what a test, a fuzz test and a random test have in common.
type failer interface{ Fatalf(string, ...any) }

// checkWindow looks at the frame and the cursor by both ways of counting.
func checkWindow(t failer, e *Editor) {
	view, cursor := e.View(), e.Cursor()
	frame := termtest.Frame{Content: view, Width: e.width, Height: e.height, Cursor: true, X: cursor.X, Y: cursor.Y}
	if err := termtest.Check(frame); err != nil {
		t.Fatalf("%v\n%q", err, view)
	}
	lines := strings.Split(view, "\n")
	if len(lines) != e.height {
		t.Fatalf("%d lines of %d", len(lines), e.height)
	}
	line := ansi.Strip(lines[cursor.Y])
	x := 0
	for i := 0; i < len(line) && x < cursor.X; {
		end := clusterEnd(line, i)
		x += cellsOf(line[i:end], e.theme.Method())
		i = end
	}
	if x > cursor.X {
		t.Fatalf("the cursor at %d stands inside a character of %q", cursor.X, line)
	}
}

// TestEditor_undoesAndRedoesEveryStep goes back to the first text through
// texts that were there before, and forward to the last.
func TestEditor_undoesAndRedoesEveryStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := NewEditor(theme.New(theme.Auto))
		e.SetSize(20, 5)
		start := someText(t, "start", 20)
		e.SetValue(start)
		m := &model{text: start, cursor: len(start)}
		seen := map[string]bool{start: true}
		actions := modelActions(e, m)
		actions[""] = func(*rapid.T) { seen[e.Value()] = true }
		t.Repeat(actions)
		last := e.Value()
		for e.CanUndo() {
			e.Update(press('z', tea.ModCtrl))
			if !seen[e.Value()] {
				t.Fatalf("undo made a new text %q", e.Value())
			}
		}
		if e.Value() != start {
			t.Fatalf("undo ends at %q, want %q", e.Value(), start)
		}
		for e.CanRedo() {
			e.Update(press('y', tea.ModCtrl))
		}
		if e.Value() != last {
			t.Fatalf("redo ends at %q, want %q", e.Value(), last)
		}
	})
}

// fuzzKeys are what FuzzEditor presses by number.
var fuzzKeys = []tea.KeyPressMsg{
	press(tea.KeyLeft, 0), press(tea.KeyRight, 0), press(tea.KeyUp, 0), press(tea.KeyDown, 0), press(tea.KeyHome, 0), press(tea.KeyEnd, 0),
	press(tea.KeyPgUp, 0), press(tea.KeyPgDown, 0), press(tea.KeyEnter, 0), press(tea.KeyBackspace, 0), press(tea.KeyDelete, 0),
	press('z', tea.ModCtrl), press('y', tea.ModCtrl), press('a', tea.ModCtrl), press('x', tea.ModCtrl), press('w', tea.ModCtrl),
	press('d', tea.ModAlt), press('u', tea.ModCtrl), press('k', tea.ModCtrl), press(tea.KeyLeft, tea.ModShift), press(tea.KeyDown, tea.ModShift),
	press(tea.KeyLeft, tea.ModCtrl), press(tea.KeyRight, tea.ModCtrl), press(tea.KeyUp, tea.ModCtrl), press(tea.KeyHome, tea.ModCtrl), press(tea.KeyEnd, tea.ModCtrl),
}

// FuzzEditor pastes any text into the middle of another, presses any keys at
// any size, and takes it all back.
func FuzzEditor(f *testing.F) {
	f.Add("one two\n"+hostile, hostile, []byte{0, 19, 14, 11, 8, 5, 9}, 7, 3)
	f.Add("", "\r\n\t本", []byte{13, 10, 11, 12, 21, 22}, 1, 1)
	f.Add("\u0301", "🇬🇧🇬", []byte{0, 0, 9, 10, 11}, 2, 2)
	f.Fuzz(func(t *testing.T, start, pasted string, keys []byte, width, height int) {
		e := newTestEditor(1+(width%60+60)%60, 1+(height%20+20)%20, start)
		start = e.Value()
		e.Update(press(tea.KeyLeft, tea.ModCtrl))
		e.Update(tea.PasteMsg{Content: pasted})
		for _, k := range keys[:min(len(keys), 64)] {
			e.Update(fuzzKeys[int(k)%len(fuzzKeys)])
			checkFrame(t, e)
		}
		for e.CanUndo() {
			e.Update(press('z', tea.ModCtrl))
		}
		if e.Value() != start {
			t.Fatalf("undo ends at %q, want %q", e.Value(), start)
		}
		checkFrame(t, e)
	})
}

func checkFrame(t *testing.T, e *Editor) {
	t.Helper()
	checkWindow(t, e)
	if e.Length() != countStarts(e.Value()) {
		t.Fatalf("length %d of %q", e.Length(), e.Value())
	}
}
