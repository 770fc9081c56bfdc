package theme

import (
	"image/color"
	"math"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// luminance and contrast are the formulas of WCAG 2.2, "relative luminance"
// and "contrast ratio".
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		s := float64(v) / 65535
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

func contrast(a, b color.Color) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

// eachStyle calls do for every style of a theme, so that none can be forgotten.
func eachStyle(styles Styles, do func(name string, style lipgloss.Style)) {
	value := reflect.ValueOf(styles)
	for i := range value.NumField() {
		do(value.Type().Field(i).Name, value.Field(i).Interface().(lipgloss.Style))
	}
}

func TestContrast_isTheFormulaOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b color.Color
		want float64
	}{
		{color.Black, color.White, 21},
		{color.White, color.White, 1},
		{lipgloss.Color("#777777"), color.White, 4.48},
		{lipgloss.Color("#0000ff"), color.White, 8.59},
	} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("contrast %v on %v is %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestTheme_everyPairOfColoursCanBeRead(t *testing.T) {
	for _, name := range Names() {
		for _, dark := range []bool{true, false} {
			theme := New(name)
			theme.Set(name, dark)
			least := 4.5
			if name == HighContrast {
				least = 7
			}
			eachStyle(theme.Styles, func(style string, s lipgloss.Style) {
				text, ground := s.GetForeground(), s.GetBackground()
				if text == (lipgloss.NoColor{}) || ground == (lipgloss.NoColor{}) {
					t.Errorf("%s (dark %v): %s sets one colour without the other or none", name, dark, style)
					return
				}
				if got := contrast(text, ground); got < least {
					t.Errorf("%s (dark %v): %s has a contrast of %.2f, below %.1f", name, dark, style, got, least)
				}
				if s.GetFaint() || s.GetUnderline() || s.GetBlink() {
					t.Errorf("%s: %s is faint, blinking or underlined", name, style)
				}
			})
		}
	}
}

func TestTheme_pageColoursCanBeRead(t *testing.T) {
	for _, name := range Names() {
		theme := New(name)
		theme.Set(name, true)
		config := reflect.ValueOf(theme.StyleConfig())
		var walk func(path string, v reflect.Value)
		walk = func(path string, v reflect.Value) {
			if v.Kind() == reflect.Pointer && !v.IsNil() {
				walk(path, v.Elem())
			}
			if v.Kind() != reflect.Struct {
				return
			}
			text, ground := v.FieldByName("Color"), v.FieldByName("BackgroundColor")
			if text.IsValid() && ground.IsValid() && !text.IsNil() {
				if ground.IsNil() {
					t.Errorf("%s: %s sets a text colour alone", name, path)
				} else if got := contrast(lipgloss.Color(text.Elem().String()), lipgloss.Color(ground.Elem().String())); got < 4.5 {
					t.Errorf("%s: %s has a contrast of %.2f", name, path, got)
				}
			}
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		}
		walk("page", config)
	}
}

func TestTheme_autoUsesTheTerminalsColoursUntilItAnswers(t *testing.T) {
	theme := New(Auto)
	if !theme.Plain() {
		t.Fatal("auto does not start plain")
	}
	eachStyle(theme.Styles, func(name string, s lipgloss.Style) {
		if s.GetForeground() != (lipgloss.NoColor{}) || s.GetBackground() != (lipgloss.NoColor{}) {
			t.Errorf("%s names a colour on an unknown ground", name)
		}
	})
	if got := theme.Fill("ab", 10, 3); got != "ab" {
		t.Errorf("plain fill changed the frame to %q", got)
	}
	before := theme.Version
	if !theme.Observe(tea.BackgroundColorMsg{Color: color.White}) || theme.IsDark() || theme.Plain() || theme.Version == before {
		t.Error("a light background was not taken up")
	}
	if theme.Observe(tea.BackgroundColorMsg{Color: color.White}) {
		t.Error("the same answer twice changes the theme")
	}
	if !theme.Observe(tea.BackgroundColorMsg{Color: color.Black}) || !theme.IsDark() {
		t.Error("a dark background was not taken up")
	}
}

func TestTheme_choosesAreKeptWhateverTheTerminalAnswers(t *testing.T) {
	theme := New(Light)
	theme.Observe(tea.BackgroundColorMsg{Color: color.Black})
	if theme.IsDark() || theme.Name != Light {
		t.Error("a chosen light theme became dark")
	}
	theme.Choose(Auto)
	if !theme.IsDark() {
		t.Error("auto forgot what the terminal said")
	}
}

func TestTheme_countsAsTheRendererDoes(t *testing.T) {
	theme := New(Dark)
	if theme.Method() != ansi.WcWidth {
		t.Fatal("clusters are counted before the terminal said so")
	}
	version := theme.Version
	if theme.Observe(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized}) {
		t.Error("an unknown mode changed the theme")
	}
	if !theme.Observe(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset}) || theme.Version == version {
		t.Error("mode 2027 was not taken up")
	}
	if theme.Method() != ansi.GraphemeWidth {
		t.Error("clusters are not counted after the terminal said so")
	}
	if theme.Observe(tea.KeyPressMsg{}) {
		t.Error("a key changed the theme")
	}
}

func TestTheme_fillsEveryCellWithTheGround(t *testing.T) {
	theme := New(Dark)
	frame := "plain\n" + theme.Styles.Key.Render("key") + " after\x1b[0m more"
	filled := theme.Fill(frame, 20, 4)
	lines := strings.Split(filled, "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines, want 4", len(lines))
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != 20 {
			t.Errorf("line %d is %d cells", i, got)
		}
		// After every reset but the last the ground comes back at once.
		if rest := strings.TrimSuffix(line, resetSequence); strings.Count(rest, resetSequence) != strings.Count(rest, resetSequence+theme.open) {
			t.Errorf("line %d has a patch of the terminal's own ground: %q", i, line)
		}
	}
	if got := ansi.Strip(lines[1]); got != "key after more      " {
		t.Errorf("text became %q", got)
	}
}

func TestTheme_asciiKeepsItsMarksToASCII(t *testing.T) {
	theme := New(Auto)
	theme.SetASCII(true)
	marks := reflect.ValueOf(theme.Symbols)
	for i := range marks.NumField() {
		mark := marks.Field(i).String()
		if len(mark) != 1 || mark[0] > '~' {
			t.Errorf("%s is %q", marks.Type().Field(i).Name, mark)
		}
	}
	renderer, err := theme.Markdown(40)
	if err != nil {
		t.Fatal(err)
	}
	page, err := renderer.Render("# One\n\n> two\n\n- three\n\n| a | b |\n|---|---|\n| c | d |\n\n- [ ] four\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range ansi.Strip(page) {
		if r > '~' {
			t.Fatalf("page holds %q:\n%s", r, page)
		}
	}
}

func TestParse_readsNamesAsPeopleWriteThem(t *testing.T) {
	for word, want := range map[string]Name{"dark": Dark, " Light ": Light, "HIGH-CONTRAST": HighContrast, "auto": Auto} {
		if got, found := Parse(word); got != want || !found {
			t.Errorf("Parse(%q) = %q, %v", word, got, found)
		}
	}
	if got, found := Parse("pink"); got != Auto || found {
		t.Errorf("an unknown name gave %q, %v", got, found)
	}
}

func TestStripFrontMatter_leavesTheBody(t *testing.T) {
	for source, want := range map[string]string{
		"---\nid: x\n---\n# Page\n":     "# Page\n",
		"---\r\nid: x\r\n---\r\nPage":   "Page",
		"\ufeff---\nid: x\n---\nPage":   "Page",
		"---\nid: x\n...\nPage":         "Page",
		"# Page\n---\nrule above\n":     "# Page\n---\nrule above\n",
		"---\nnever closed\n# Page\n":   "---\nnever closed\n# Page\n",
		"---\n---\nempty":               "empty",
		"":                              "",
		"---":                           "---",
		"--- not a marker\nx\n---\nbod": "--- not a marker\nx\n---\nbod",
	} {
		if got := StripFrontMatter(source); got != want {
			t.Errorf("StripFrontMatter(%q) = %q, want %q", source, got, want)
		}
	}
}

func TestMarkdown_namesNoColourOnTheTerminalsOwn(t *testing.T) {
	renderer, err := New(Auto).Markdown(40)
	if err != nil {
		t.Fatal(err)
	}
	page, err := renderer.Render("# Title\n\n**bold** and `code`\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, colour := range []string{"[38", "[48", "[3;38", ";38;", ";48;"} {
		if strings.Contains(page, colour) {
			t.Errorf("page sets a colour: %q", page)
		}
	}
}
