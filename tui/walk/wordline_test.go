package walk

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/language"
	"sounding/tui/screen"
	"sounding/tui/theme"
)

// writing is a screen at one question that is answered with text, with wording
// on. It counts what is looked at.
type writing struct {
	*Screen
	tables int // how often the tables were asked for
	worded int // how many findings were put into words
	no     []string
}

func newWriting(t *testing.T, text string) *writing {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC) }
	walk := &journal.Walk{ID: "w", Steps: []journal.Step{
		{ID: "what", Kind: journal.KindText, Label: "What?", Prompts: []journal.Prompt{{ID: "happened", Text: "What happened?", Role: journal.RoleOpening}}},
		{ID: "then", Kind: journal.KindText, Label: "Then?", Prompts: []journal.Prompt{{ID: "next", Text: "What next?"}}},
	}}
	r := &journal.Reflection{At: "what", Answers: []journal.Answer{{Step: "what", Prompt: "happened", Text: text}}}
	look := theme.New(theme.Dark)
	look.Set(theme.Dark, true)
	w := &writing{}
	tables := language.NewTables([]language.WordRow{
		{Kind: language.WordKinder, On: true, Status: language.StatusOwn, Term: "hard to reach", Because: "it judges"}, {Kind: language.WordKinder, On: true, Status: language.StatusOwn, Term: "refuses to engage", Because: "it judges"},
		{Kind: language.WordKinder, On: true, Status: language.StatusOwn, Term: "non-compliant", Because: "it judges"},
	})
	preferences := journal.Preferences{Wording: "on"}
	w.Screen = New(screen.Env{Now: now}, journal.NewProgress(walk, r, nil, now), Options{
		Theme: look, Drafts: nowhere{}, At: "what.happened", Rests: func(*journal.Reflection) string { return "" },
		Language: Language{
			Tables:      func() language.Tables { w.tables++; return tables },
			Word:        func(f language.WordFinding) string { w.worded++; return `"` + f.Text + `". It is said.` },
			Preferences: func() journal.Preferences { return preferences },
			Object: func(about, key string) error {
				w.no = append(w.no, about+" "+key)
				preferences.Object(about, key)
				return nil
			},
		},
	})
	w.Resize(80, 23)
	return w
}

// seen runs a look and hands what it found to the screen, with the looks that
// follow from it.
func (w *writing) seen(cmd tea.Cmd) {
	for cmd != nil {
		result, ok := cmd().(screen.Result)
		if !ok {
			return
		}
		_, cmd = w.Update(result.Msg)
	}
}

func (w *writing) write(text string) (cmd tea.Cmd) {
	for _, r := range text {
		if _, one := w.Update(tea.KeyPressMsg{Code: r, Text: string(r)}); one != nil {
			cmd = one
		}
	}
	return cmd
}

func (w *writing) says(text string) bool { return strings.Contains(w.View().Body, text) }

// vague holds one thing that the tables of these tests know.
const vague = "She is hard to reach."

func TestWording_isLookedAtAwayFromTheKey(t *testing.T) {
	w := newWriting(t, "")
	cmd := w.write(vague + " ")
	if w.tables != 0 || w.worded != 0 {
		t.Fatal("something was looked at while a key was pressed")
	}
	if w.says("It is said.") {
		t.Fatal("something is said before anything was looked at")
	}
	w.seen(cmd)
	if w.worded == 0 || !w.says("It is said.") {
		t.Errorf("nothing is said once it was looked at:\n%s", w.View().Body)
	}
}

// Only one look is under way at a time. What comes back for a text that has
// changed since is dropped, and the newest text is looked at next.
func TestWording_dropsWhatComesBackTooLate(t *testing.T) {
	w := newWriting(t, "")
	first := w.write(vague + " ")
	if again := w.write("x"); again != nil {
		t.Error("a second look begins beside the first")
	}
	w.Update(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
	w.Update(tea.KeyPressMsg{Code: tea.KeyBackspace}) // all of it is gone again
	result := first().(screen.Result)
	_, next := w.Update(result.Msg)
	if w.says("It is said.") {
		t.Errorf("what was taken away is told of:\n%s", w.View().Body)
	}
	w.seen(next)
	if w.says("It is said.") || w.words.busy {
		t.Error("the empty answer is not the one that was looked at last")
	}
}

// A text with the question of another step open never gets what was found in the
// one before.
func TestWording_dropsWhatBelongsToAnotherQuestion(t *testing.T) {
	w := newWriting(t, "")
	look := w.write(vague + " ")
	w.Update(tea.KeyPressMsg{Code: 'n', Mod: tea.ModCtrl})
	if result, ok := look().(screen.Result); ok {
		_, next := w.Update(result.Msg)
		w.seen(next)
	}
	if w.says("It is said.") {
		t.Errorf("it is told of at the next step:\n%s", w.View().Body)
	}
}

func TestWording_looksOnlyAtTheParagraphThatChanged(t *testing.T) {
	w := newWriting(t, vague+"\nHe refuses to engage.\nThe kitchen was warm.")
	w.seen(w.Init())
	before := w.worded
	if before < 2 {
		t.Fatalf("%d findings at first", before)
	}
	w.Update(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
	_, look := w.Update(tea.KeyPressMsg{Code: tea.KeyRight})
	w.seen(look)
	w.seen(w.write(" Still"))
	if w.worded != before {
		t.Errorf("a paragraph that was seen before was looked at again: %d findings, before %d", w.worded, before)
	}
	w.seen(w.write(". Mum is non-compliant "))
	if w.worded == before {
		t.Error("the paragraph that changed was not looked at")
	}
}

func TestWording_takesANoAtOnceAndShowsTheNext(t *testing.T) {
	w := newWriting(t, vague+"\nHe refuses to engage.")
	w.seen(w.Init())
	first := w.words.found[0].words
	want, look := w.Update(tea.KeyPressMsg{Code: tea.KeyF9})
	w.seen(look)
	if len(w.no) != 1 || !strings.Contains(want.Say, "you disagree") || w.words.found[0].words == first {
		t.Errorf("remembered %q, said %q, and shown is %q", w.no, want.Say, w.words.found[0].words)
	}
	w.seen(w.write(" "))
	for _, f := range w.words.found {
		if f.words == first {
			t.Error("it is found again")
		}
	}
}

// The line is cut where a sentence ends, and never leaves its rows.
func TestWordsLine_saysAsMuchAsFits(t *testing.T) {
	found := spotted{about: journal.AboutWording, words: "hard to reach", text: `"hard to reach". This judges a person. Ask instead: what have we tried? Source: Sounding, 2026.`}
	w := &words{found: []spotted{found}}
	for _, c := range []struct {
		reasons     bool
		rows, width int
		want        string
	}{
		{false, 1, 80, "Worth another look: hard to reach. F8 looks, F9 disagrees."},
		{false, 1, 54, "Worth another look: hard to reach. F8 why, F9 no."},
		{false, 1, 30, "Worth another … F8 why, F9 no."},
		{true, 4, 60, `"hard to reach". This judges a person. Ask instead: what have we tried? Source: Sounding, 2026. F8 looks, F9 disagrees.`},
		{true, 2, 54, `"hard to reach". This judges a person. Ask instead: what have we tried? F8 has it whole.`},
		{true, 1, 60, `"hard to reach". This judges a person. F8 has it whole.`},
	} {
		lines := w.line(c.reasons, c.rows, c.width)
		if got := strings.Join(lines, " "); len(lines) > c.rows || got != c.want {
			t.Errorf("in %d rows of %d: %q", c.rows, c.width, got)
		}
	}
}
