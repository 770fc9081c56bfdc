package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sounding/internal/termtest"
	"sounding/tui/theme"
)

func TestClean_showsWhatATerminalWouldObey(t *testing.T) {
	for text, want := range map[string]string{
		"plain words, and £5":    "plain words, and £5",
		"two\nlines":             "two\nlines",
		"crlf\r\nand\rcr":        "crlf\nand\ncr",
		"\x1b[2J\x1b]0;x\a":      "␛[2J␛]0;x␇",
		"nul\x00del\x7f":         "nul␀del␡",
		"c1\u009b31m\u0085":      "c1�31m�",
		"bad\xff\xe2\x82":        "bad���",
		"a\u202eb\u2066c\u200fd": "a⇄b⇄c⇄d",
		"soft\u00adhyphen":       "soft¬hyphen",
		"zero\u200bwidth\ufeff":  "zero␣width␣",
		"lines\u2028\u2029":      "lines↵↵",
		"\u0301alone":            "◌\u0301alone",
		"e\u0301 ñ 本 👩‍👩‍👧 🇬🇧":   "e\u0301 ñ 本 👩‍👩‍👧 🇬🇧",
		"\u200d":                 "␣",
		"a\tb":                   "a   b",
		"abcd\te\n\tf":           "abcd    e\n    f",
		"\U000e0041":             "␣",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
	if got := CleanLine("one\r\ntwo\nthree"); got != "one two three" {
		t.Errorf("CleanLine gives %q", got)
	}
}

func TestClean_drawsNoTowerOfMarks(t *testing.T) {
	tower := "e" + strings.Repeat("\u0301", 1000)
	if got := utf8.RuneCountInString(Clean(tower)); got != maxDrawnMarks {
		t.Errorf("%d code points are drawn", got)
	}
}

// cleanHolds are the promises of Clean for any text.
func cleanHolds(t testing.TB, text string) {
	clean := Clean(text)
	if !utf8.ValidString(clean) {
		t.Fatalf("Clean(%q) is no UTF-8: %q", text, clean)
	}
	width := 0
	for line := range strings.SplitSeq(clean, "\n") {
		width = max(width, Width(line))
	}
	frame := termtest.Frame{Content: clean, Width: width, Height: strings.Count(clean, "\n") + 1}
	if err := termtest.Check(frame); err != nil {
		t.Fatalf("Clean(%q): %v", text, err)
	}
	if again := Clean(clean); again != clean {
		t.Fatalf("Clean(%q) is %q, but cleaned again %q", text, clean, again)
	}
	if line := CleanLine(text); strings.Contains(line, "\n") {
		t.Fatalf("CleanLine(%q) has lines", text)
	}
}

func FuzzClean(f *testing.F) {
	f.Add(hostile)
	for _, piece := range pieces {
		f.Add(piece + piece)
	}
	f.Fuzz(func(t *testing.T, text string) { cleanHolds(t, text) })
}

// wrapHolds are the promises of Wrap and Truncate for any text and width.
func wrapHolds(t testing.TB, text string, width int) {
	lines := Wrap(text, width)
	if len(lines) == 0 {
		t.Fatalf("Wrap(%q, %d) has no lines", text, width)
	}
	content := strings.Join(lines, "\n")
	if err := termtest.Check(termtest.Frame{Content: content, Width: max(1, width), Height: len(lines)}); err != nil {
		t.Fatalf("Wrap(%q, %d): %v", text, width, err)
	}
	short := Truncate(text, width)
	if err := termtest.Check(termtest.Frame{Content: short, Width: max(0, width), Height: 1}); err != nil {
		t.Fatalf("Truncate(%q, %d): %v", text, width, err)
	}
	if got := Width(Pad(text, width)); width > 0 && got != width {
		t.Fatalf("Pad(%q, %d) is %d cells", text, width, got)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add(hostile, 7)
	f.Add("well-known things — 本日は晴天", 3)
	f.Add("  two  blanks  ", 1)
	f.Fuzz(func(t *testing.T, text string, width int) { wrapHolds(t, text, width%200) })
}

func TestWrap_breaksByWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"the child says so", 9, "the child|says so"},
		{"the child says so", 8, "the|child|says so"},
		{"a well-known thing", 7, "a well-|known|thing"},
		{"option --linear is", 9, "option|--linear|is"},
		{"from -5 to 5", 6, "from|-5 to|5"},
		{"unbreakableword end", 6, "unbrea|kablew|ord|end"},
		{"two\n\nparagraphs", 20, "two||paragraphs"},
		{"  indented text", 12, "  indented|text"},
		{"trailing blanks   ", 10, "trailing|blanks"},
		{"本日は晴天なり", 6, "本日は|晴天な|り"},
		{"", 5, ""},
		{"x", 0, "x"},
		{"本", 1, "?"},
		{"a\u00a0b c", 4, "a\u00a0b|c"},
		{"yes—and no", 5, "yes—|and|no"},
	} {
		if got := strings.Join(Wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestTruncate_saysThatSomethingWasCut(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"Heron", 5, "Heron"}, {"Heron", 4, "Her…"}, {"Heron", 1, "…"}, {"Heron", 0, ""}, {"Heron", -3, ""},
		{"本日は", 5, "本日…"}, {"本日は", 4, "本…"}, {"two\nlines", 20, "two lines"},
	} {
		if got := Truncate(c.text, c.width); got != c.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestMarkdown_letsNothingThroughButTextAndColour(t *testing.T) {
	source := "---\nid: secret-id\n---\n# Title\n\nA [link](https://example.org/page) and &#27;[31mred&#x9b;31m and &#x202e;turned, \x1b]0;x\a raw.\n\n`code \x1b[2J`\n"
	for _, name := range theme.Names() {
		th := theme.New(name)
		lines := Markdown(th, source, 30)
		content := strings.Join(lines, "\n")
		if err := termtest.Check(termtest.Frame{Content: content, Width: 30, Height: len(lines)}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		text := termtest.Text(termtest.Frame{Content: content})
		if strings.Contains(text, "secret-id") || strings.Contains(text, "---") {
			t.Errorf("front matter is shown:\n%s", text)
		}
		for _, want := range []string{"Title", "link", "https://example.org/page", "␛[31mred", "⇄turned"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing from\n%s", name, want, text)
			}
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add(hostile, 20)
	f.Add("# a\n\n&#27;[31m &amp; &#x1b; **b** <b>c</b> ![d](e)\n\n| f | g |\n|---|---|\n| &#7; | \x1b |\n", 9)
	f.Fuzz(func(t *testing.T, source string, width int) {
		width = 1 + (width%100+100)%100
		lines := Markdown(theme.New(theme.Dark), source, width)
		if err := termtest.Check(termtest.Frame{Content: strings.Join(lines, "\n"), Width: width, Height: len(lines)}); err != nil {
			t.Fatal(err)
		}
	})
}
