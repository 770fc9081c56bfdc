package widget

import (
	"slices"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"sounding/internal/termtest"
	"sounding/tui/theme"
)

// specimen is any widget as a frame.
type specimen struct {
	size   func(width, height int)
	update func(tea.Msg)
	view   func() string
	cursor func() *tea.Cursor
	oneRow bool // has a width only
}

func (s specimen) frame(width, height int) termtest.Frame {
	f := termtest.Frame{Content: s.view(), Width: width, Height: height}
	if s.oneRow {
		f.Height = 1
	}
	if cursor := s.cursor(); cursor != nil {
		f.Cursor, f.X, f.Y = true, cursor.X, cursor.Y
	}
	return f
}

// hostile is what a person may paste, anywhere.
const hostile = "a\x1b[31m\x1b]52;c;QUJD\a red\u202e\u009b\xff\ttab 👩‍👩‍👧 本日 e\u0301 \u0301 \x00 fin"

// specimens makes every widget, filled by the texts that text gives.
func specimens(t *theme.Theme, text func(string) string) map[string]specimen {
	return map[string]specimen{
		"editor": editorSpecimen(t, text), "line": lineSpecimen(NewLine(t), text), "masked": lineSpecimen(NewMasked(t), text),
		"choice": choiceSpecimen(t, text, false), "marks": choiceSpecimen(t, text, true),
		"pick": pickSpecimen(t, text, true), "list": pickSpecimen(t, text, false), "pager": pagerSpecimen(t, text),
		"grid": gridSpecimen(t, text), "dialog": dialogSpecimen(t, text), "status": statusSpecimen(t, text),
		"help": helpSpecimen(t, text), "rail": railSpecimen(t, text),
	}
}

func editorSpecimen(t *theme.Theme, text func(string) string) specimen {
	e := NewEditor(t)
	e.SetValue(text("Heron says the flat is quiet in the mornings. Mum was prevented from coming to the last two visits, and nobody has asked her why.\n\nWhat would I see if I were wrong?\n") + "\tIndented.\n")
	e.Focus()
	return specimen{size: e.SetSize, update: func(m tea.Msg) { e.Update(m) }, view: e.View, cursor: e.Cursor}
}

func lineSpecimen(l *Line, text func(string) string) specimen {
	l.SetValue(text("the child, a parent not yet heard, the service, and what is ordinary about all of it"))
	l.Focus()
	return specimen{size: func(w, _ int) { l.SetWidth(w) }, update: func(m tea.Msg) { l.Update(m) }, view: l.View, cursor: l.Cursor, oneRow: true}
}

func choiceSpecimen(t *theme.Theme, text func(string) string, multiple bool) specimen {
	c := NewChoice(t)
	c.SetMultiple(multiple)
	c.SetOptions([]Option{
		{Label: text("Seen, heard or read"), Words: []string{"evidence"}},
		{Label: text("Could mean several things, and it may be worth saying which of them before going any further with this one")},
		{Label: text("I am assuming"), Off: text("nothing to assume yet")},
		{Label: text("Don't know yet")},
	})
	c.Mark(1, true)
	c.Select(1)
	c.Focus()
	return specimen{size: c.SetSize, update: func(m tea.Msg) { c.Update(m) }, view: c.View, cursor: c.Cursor}
}

func pickSpecimen(t *theme.Theme, text func(string) string, filters bool) specimen {
	p := NewPick(t)
	p.SetFilter(filters)
	p.SetEmpty(text("Nothing here yet."))
	items := make([]Item, 50)
	for i := range items {
		items[i] = Item{Title: text("Heron, before the review of the plan " + strings.Repeat("i", i%7)), Detail: text("3 December")}
	}
	p.SetItems(items)
	p.Select(20)
	p.Focus()
	return specimen{size: p.SetSize, update: func(m tea.Msg) { p.Update(m) }, view: p.View, cursor: p.Cursor}
}

func pagerSpecimen(t *theme.Theme, text func(string) string) specimen {
	p := NewPager()
	width := 0
	source := text("# What went well\n\nAsk **who** helped, and *when*.\n\n- one thing\n- another\n\n> as she said\n\n1. first\n2. second\n\n| seen | heard |\n|---|---|\n| yes | no |\n\n" + strings.Repeat("A longer part of the page. ", 40))
	p.Focus()
	return specimen{
		size: func(w, h int) {
			if w != width {
				width = w
				p.UpdateLines(Markdown(t, source, w))
			}
			p.SetSize(w, h)
		},
		update: func(m tea.Msg) { p.Update(m) }, view: p.View, cursor: p.Cursor,
	}
}

func gridSpecimen(t *theme.Theme, text func(string) string) specimen {
	g := NewGrid(t, []string{".", "CC", "C", "N", "I", "II"})
	g.SetLabels(
		[]string{text("H1 It is worse than we think"), text("H2 An ordinary explanation"), "H3", text("H4 The service")},
		[]string{"E1", "E2", "E3", text("E4 calm at eight"), "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12"})
	for i := range 4 * 12 {
		g.SetCell(i/12, i%12, i%6)
	}
	g.Select(2, 7)
	g.Focus()
	return specimen{size: g.SetSize, update: func(m tea.Msg) { g.Update(m) }, view: g.View, cursor: g.Cursor}
}

func dialogSpecimen(t *theme.Theme, text func(string) string) specimen {
	question := Question{Title: text("Leave this step?"), Text: text("Every word is saved. You can come back to it from the rail at any time, or carry on now."),
		Answers: []Answer{{"l", text("Leave")}, {"s", text("Stay")}, {"", text("Show me the page")}}, Escape: 1}
	d := NewDialog(t, func() time.Time { return time.Unix(0, 0) })
	d.Ask(question)
	return specimen{size: d.SetSize, view: d.View, cursor: d.Cursor, update: func(m tea.Msg) {
		if d.Update(m).Answer >= 0 {
			d.Ask(question)
		}
	}}
}

func statusSpecimen(t *theme.Theme, text func(string) string) specimen {
	s := NewStatus(t)
	s.Say(Warning, text("Not saved yet: the disk is full"))
	s.SetKeys(NewLine(t).Keys())
	return specimen{size: func(w, _ int) { s.SetWidth(w) }, update: func(tea.Msg) {}, view: s.View,
		cursor: func() *tea.Cursor { return nil }, oneRow: true}
}

func helpSpecimen(t *theme.Theme, text func(string) string) specimen {
	p := NewPager()
	groups := []HelpGroup{{Title: text("Writing"), Keys: NewEditor(t).Keys()}, {Title: text("Anywhere"),
		Keys: []key.Binding{key.NewBinding(key.WithKeys("f1"), key.WithHelp("F1", text("this help")))}}}
	return specimen{size: func(w, h int) { p.SetSize(w, h); p.UpdateLines(HelpPage(t, groups, w)) },
		update: func(m tea.Msg) { p.Update(m) }, view: p.View, cursor: p.Cursor}
}

func railSpecimen(t *theme.Theme, text func(string) string) specimen {
	r := NewRail(t)
	r.SetSteps([]RailStep{{text("How am I coming to this?"), Done}, {text("What is it about?"), Started}, {text("My hunch"), Untouched},
		{text("Second look"), Untouched}, {text("My page"), Untouched}, {text("Compare the explanations"), NotToday}}, 1)
	r.Focus()
	return specimen{size: r.SetSize, update: func(m tea.Msg) { r.Update(m) }, view: r.View, cursor: r.Cursor}
}

func asWritten(text string) string { return text }

func TestWidgets_lookAsTheyDid(t *testing.T) {
	for name, s := range specimens(theme.New(theme.Auto), asWritten) {
		t.Run(name, func(t *testing.T) {
			for _, size := range termtest.GoldenSizes() {
				s.size(size.Width, size.Height)
				s.update(tea.KeyPressMsg{Code: tea.KeyUp})
				termtest.GoldenFrame(t, name, s.frame(size.Width, size.Height))
			}
		})
	}
}

func TestWidgets_showHostileTextAsText(t *testing.T) {
	for name, s := range specimens(theme.New(theme.Dark), func(text string) string { return hostile + text }) {
		for _, size := range termtest.OddSizes() {
			s.size(size.Width, size.Height)
			if err := termtest.Check(s.frame(size.Width, size.Height)); err != nil {
				t.Errorf("%s at %dx%d: %v", name, size.Width, size.Height, err)
			}
		}
	}
}

// anyKey draws a key or a paste, mostly those that widgets know.
func anyKey(t *rapid.T) tea.Msg {
	switch rapid.IntRange(0, 9).Draw(t, "sort") {
	case 0:
		return tea.PasteMsg{Content: someText(t, "paste", 8)}
	case 1, 2, 3:
		return typed(rapid.SampledFrom(append([]string{"1", "2", "9", "h", "se"}, pieces...)).Draw(t, "text"))
	default:
		code := rapid.SampledFrom([]rune{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp,
			tea.KeyPgDown, tea.KeyEnter, tea.KeyEsc, tea.KeyBackspace, tea.KeyDelete, tea.KeyTab, tea.KeySpace, 'a', 'z', 'y', 'x', 'k', 'u', 'w'}).Draw(t, "code")
		return press(code, rapid.SampledFrom([]tea.KeyMod{0, 0, tea.ModShift, tea.ModCtrl, tea.ModCtrl | tea.ModShift, tea.ModAlt}).Draw(t, "mod"))
	}
}

// TestWidgets_neverLeaveTheirPlace holds every widget, with any text, at any
// size, after any keys, to its own frame.
func TestWidgets_neverLeaveTheirPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th := theme.New(rapid.SampledFrom(theme.Names()).Draw(t, "theme"))
		th.SetASCII(rapid.Bool().Draw(t, "ascii"))
		words := someText(t, "words", 6)
		all := specimens(th, func(text string) string { return words + text })
		name := rapid.SampledFrom(sortedNames(all)).Draw(t, "widget")
		s := all[name]
		for range rapid.IntRange(1, 12).Draw(t, "keys") {
			width, height := rapid.IntRange(1, 130).Draw(t, "width"), rapid.IntRange(1, 50).Draw(t, "height")
			if rapid.Bool().Draw(t, "small") {
				width, height = 1+width%12, 1+height%5
			}
			s.size(width, height)
			s.update(anyKey(t))
			if err := termtest.Check(s.frame(width, height)); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	})
}

func sortedNames(all map[string]specimen) []string {
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
