package widget

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// sentence has 60 characters, so that lengths come out even.
const sentence = "Heron said the flat was quiet on Tuesday and she slept well "

// textOf gives a text of so many characters in paragraphs of so many.
func textOf(characters, paragraph int) string {
	text := []byte(strings.Repeat(sentence, characters/len(sentence)+1)[:characters])
	for i := paragraph; i < len(text); i += paragraph {
		text[i] = '\n'
	}
	return string(text)
}

// report runs one operation after the other and reports the slowest in a
// hundred besides the mean.
func report(b *testing.B, operation func(int)) {
	b.Helper()
	b.ReportAllocs()
	times := make([]time.Duration, 0, 1<<16)
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		operation(i)
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*99/100].Nanoseconds()), "p99-ns")
	b.ReportMetric(float64(times[len(times)-1].Nanoseconds()), "max-ns")
}

// strokes is an ordinary minute at the keyboard: words, blanks, a correction,
// a new line, a look around.
func strokes() []tea.KeyPressMsg {
	var keys []tea.KeyPressMsg
	for _, r := range "she says she felt safe there, and " {
		keys = append(keys, typed(string(r)))
	}
	for _, code := range []rune{tea.KeyBackspace, tea.KeyBackspace, tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyEnter, tea.KeyBackspace, tea.KeyEnd} {
		keys = append(keys, press(code, 0))
	}
	return append(keys, press(tea.KeyLeft, tea.ModCtrl), press(tea.KeyRight, tea.ModCtrl), press('z', tea.ModCtrl), press('y', tea.ModCtrl))
}

func editorWith(text string, place func(*Editor)) *Editor {
	e := NewEditor(theme.New(theme.Dark))
	e.SetSize(76, 20)
	e.SetValue(text)
	e.Focus()
	place(e)
	e.View()
	return e
}

func atMiddle(e *Editor) {
	e.ToStart()
	last := len(e.doc.paragraphs) / 2
	p := e.doc.paragraphs[last]
	e.moveTo(e.doc.snap(position{last, len(p.text) / 2}), false)
	e.scroll()
}

// BenchmarkEditor_key is one key and the frame after it. Budget: p99 below
// 4 ms, and no growth from 100 to 100,000 characters. "one" is a single
// paragraph, "unbroken" one without a blank, "lines" 99,999 lines.
func BenchmarkEditor_key(b *testing.B) {
	for _, c := range []struct {
		name string
		text string
	}{
		{"100", textOf(100, 60)},
		{"1000", textOf(1_000, 600)},
		{"10000", textOf(10_000, 600)},
		{"100000", textOf(100_000, 600)},
		{"100000one", textOf(100_000, 1<<30)},
		{"100000unbroken", strings.Repeat("x", 100_000)},
		{"100000ideographs", strings.Repeat("本", 100_000)},
		{"99999lines", strings.Repeat("a line of a list\n", 99_998)},
		{"2000000one", textOf(2_000_000, 1<<30)},
	} {
		for _, at := range []struct {
			name  string
			place func(*Editor)
		}{{"end", (*Editor).ToEnd}, {"start", (*Editor).ToStart}, {"middle", atMiddle}} {
			b.Run(c.name+"/"+at.name, func(b *testing.B) {
				e, keys := editorWith(c.text, at.place), strokes()
				report(b, func(i int) {
					e.Update(keys[i%len(keys)])
					e.View()
					e.Cursor()
				})
			})
		}
	}
}

// BenchmarkEditor_jump types at the start, goes to the end and comes back: the
// worst that a long text can be asked.
func BenchmarkEditor_jump(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"100000one", textOf(100_000, 1<<30)}, {"100000unbroken", strings.Repeat("x", 100_000)}, {"99999lines", strings.Repeat("a line\n", 99_998)},
	} {
		b.Run(c.name, func(b *testing.B) {
			e := editorWith(c.text, (*Editor).ToStart)
			keys := []tea.KeyPressMsg{typed("x"), press(tea.KeyEnd, tea.ModCtrl), press(tea.KeyHome, tea.ModCtrl)}
			report(b, func(i int) {
				e.Update(keys[i%len(keys)])
				e.View()
			})
		})
	}
}

// BenchmarkEditor_paste pastes 2 MB into an empty editor.
func BenchmarkEditor_paste(b *testing.B) {
	for name, text := range map[string]string{"paragraphs": textOf(2_000_000, 600), "one": textOf(2_000_000, 1<<30)} {
		b.Run(name, func(b *testing.B) {
			report(b, func(int) {
				e := editorWith("", (*Editor).ToEnd)
				e.Update(tea.PasteMsg{Content: text})
				e.View()
			})
		})
	}
}

// BenchmarkEditor_value is what a screen pays to hand a text to the writer.
func BenchmarkEditor_value(b *testing.B) {
	e := editorWith(textOf(100_000, 600), (*Editor).ToEnd)
	report(b, func(int) { e.Value() })
}

func manyItems(count int) []Item {
	items := make([]Item, count)
	for i := range items {
		items[i] = Item{Title: fmt.Sprintf("Reflection %d about Heron and the flat", i), Detail: "3 December 2025"}
	}
	return items
}

// BenchmarkPick_move moves through a list of 10,000. Budget: p99 below 8 ms.
func BenchmarkPick_move(b *testing.B) {
	p := NewPick(theme.New(theme.Dark))
	p.SetSize(100, 36)
	p.SetFilter(true)
	p.SetItems(manyItems(10_000))
	p.Focus()
	codes := []rune{tea.KeyDown, tea.KeyDown, tea.KeyPgDown, tea.KeyUp, tea.KeyEnd, tea.KeyHome, tea.KeyDown}
	report(b, func(i int) {
		p.Update(press(codes[i%len(codes)], 0))
		p.View()
		p.Cursor()
	})
}

// BenchmarkPick_filter types a filter over 10,000 items and takes it back.
func BenchmarkPick_filter(b *testing.B) {
	p := NewPick(theme.New(theme.Dark))
	p.SetSize(100, 36)
	p.SetFilter(true)
	p.SetItems(manyItems(10_000))
	letters := "heron 99"
	report(b, func(i int) {
		if i %= 2 * len(letters); i < len(letters) {
			p.Update(typed(letters[i : i+1]))
		} else {
			p.Update(press(tea.KeyBackspace, 0))
		}
		p.View()
	})
}

// BenchmarkGrid_move moves in a matrix of 20 by 20.
func BenchmarkGrid_move(b *testing.B) {
	g := NewGrid(theme.New(theme.Dark), []string{".", "CC", "C", "N", "I", "II"})
	rows, columns := make([]string, 20), make([]string, 20)
	for i := range rows {
		rows[i], columns[i] = fmt.Sprintf("H%d something else might be going on", i+1), fmt.Sprintf("E%d", i+1)
	}
	g.SetLabels(rows, columns)
	for i := range 400 {
		g.SetCell(i/20, i%20, i%6)
	}
	g.SetSize(120, 30)
	codes := []rune{tea.KeyRight, tea.KeyDown, tea.KeyRight, tea.KeyUp, tea.KeyEnd, tea.KeyHome}
	report(b, func(i int) {
		g.Update(press(codes[i%len(codes)], 0))
		g.View()
	})
}

// BenchmarkClean cleans a page of prose and one full of escapes.
func BenchmarkClean(b *testing.B) {
	for name, text := range map[string]string{"prose": textOf(5_000, 600), "hostile": strings.Repeat("a\x1b[31m\u202eé\xff", 400)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Clean(text)
			}
		})
	}
}

// BenchmarkTheme_fill lays a frame of 120 by 40 on the theme's ground.
func BenchmarkTheme_fill(b *testing.B) {
	t := theme.New(theme.Dark)
	line := t.Styles.Accent.Render("Accent") + strings.Repeat(" words", 12)
	frame := strings.TrimSuffix(strings.Repeat(line+"\n", 40), "\n")
	report(b, func(int) { t.Fill(frame, 120, 40) })
}
