// Package theme turns a few colour tokens into the styles that every screen
// and widget draws with. It knows nothing of the product: no words, no domain,
// no screen. It promises that a style which sets a colour sets both, with a
// contrast that a test measures, and that no state is shown by colour alone:
// whoever draws a state also writes a word or a mark for it. One *Theme is
// shared by pointer; Version tells caches when to draw again.
package theme

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Name is what a person chooses in the settings.
type Name string

// The names, in the order in which the settings show them.
const (
	Auto         Name = "auto"
	Light        Name = "light"
	Dark         Name = "dark"
	HighContrast Name = "high-contrast"
)

// Names lists every name in the order of the settings.
func Names() []Name { return []Name{Auto, Light, Dark, HighContrast} }

// Parse reads a name as it stands in a settings file or an answer. Unknown
// words give Auto and false.
func Parse(word string) (Name, bool) {
	for _, name := range Names() {
		if strings.EqualFold(strings.TrimSpace(word), string(name)) {
			return name, true
		}
	}
	return Auto, false
}

// Theme is the one value that every screen shares by pointer. It is not safe
// for use from several goroutines; only the update loop changes it.
type Theme struct {
	// Name is the name that was set, Auto included.
	Name Name
	// Version grows with every change; a cached frame is good while it stands.
	Version int
	Styles  Styles
	Symbols Symbols

	dark     bool
	known    bool
	ascii    bool
	clusters bool
	open     string
}

// New gives a theme by name. For Auto it starts on the terminal's own colours
// and waits for Observe to hear about the background.
func New(name Name) *Theme {
	t := &Theme{}
	t.dark = true
	t.Name = name
	t.rebuild()
	return t
}

// Set rebuilds the styles in place. dark is whether the terminal's background
// is dark; calling Set means that it is known, so Auto becomes light or dark.
func (t *Theme) Set(name Name, dark bool) {
	t.Name, t.dark, t.known = name, dark, true
	t.rebuild()
}

// Choose changes the name and keeps what is known of the background.
func (t *Theme) Choose(name Name) {
	t.Name = name
	t.rebuild()
}

// SetASCII keeps the theme's own marks to ASCII, for terminals and readers
// that do better without line drawing.
func (t *Theme) SetASCII(only bool) {
	t.ascii = only
	t.rebuild()
}

// Observe takes the terminal's answers from the update loop: its background
// colour and whether it counts grapheme clusters (mode 2027). It reports
// whether anything changed, in which case every cached frame is stale. Other
// messages are ignored.
func (t *Theme) Observe(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		dark := msg.IsDark()
		if t.known && t.dark == dark {
			return false
		}
		t.Set(t.Name, dark)
		return true
	case tea.ModeReportMsg:
		if msg.Mode != ansi.ModeUnicodeCore {
			return false
		}
		// The same test as the renderer's own, so that both measure alike.
		on := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
		return t.setClusters(on)
	}
	return false
}

func (t *Theme) setClusters(on bool) bool {
	if t.clusters == on {
		return false
	}
	t.clusters = on
	t.Version++
	return true
}

// Method is how the renderer counts the cells of a character: by grapheme
// cluster where the terminal said that it does too, else by code point. A
// cursor column must be counted the same way.
func (t *Theme) Method() ansi.Method {
	if t.clusters {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}

// IsDark reports whether the theme draws light text on a dark ground, or, on
// the terminal's own colours, what was last heard about the background.
func (t *Theme) IsDark() bool {
	switch t.Name {
	case Light:
		return false
	case Dark:
		return true
	default:
		return t.dark
	}
}

// Plain reports whether the terminal's own colours are in use.
func (t *Theme) Plain() bool { return t.Name == Auto && !t.known }

// Fill lays a whole frame on the theme's ground: every line is brought to
// width cells in the base colours and the frame to height lines, so that no
// patch of the terminal's own background shows between styled words. On the
// terminal's own colours the frame is returned as it is. Lines are not cut.
func (t *Theme) Fill(frame string, width, height int) string {
	if t.open == "" {
		return frame
	}
	var out strings.Builder
	out.Grow(len(frame) + height*(width+2*len(t.open)))
	lines := 0
	for line := range strings.SplitSeq(frame, "\n") {
		if lines > 0 {
			out.WriteByte('\n')
		}
		lines++
		t.fillLine(&out, line, width)
	}
	for ; lines < height; lines++ {
		out.WriteByte('\n')
		t.fillLine(&out, "", width)
	}
	return out.String()
}

func (t *Theme) fillLine(out *strings.Builder, line string, width int) {
	out.WriteString(t.open)
	for line != "" {
		before, after, found := cutReset(line)
		out.WriteString(before)
		if found {
			out.WriteString(resetSequence)
			out.WriteString(t.open)
		}
		width -= t.Method().StringWidth(before)
		line = after
	}
	for ; width > 0; width-- {
		out.WriteByte(' ')
	}
	out.WriteString(resetSequence)
}

const resetSequence = "\x1b[m"

// cutReset splits at the first full reset, in either of its two spellings.
func cutReset(s string) (before, after string, found bool) {
	for i := 0; i+2 < len(s); i++ {
		j := strings.IndexByte(s[i:], '\x1b')
		if j < 0 {
			return s, "", false
		}
		i += j
		if strings.HasPrefix(s[i:], resetSequence) {
			return s[:i], s[i+len(resetSequence):], true
		}
		if strings.HasPrefix(s[i:], "\x1b[0m") {
			return s[:i], s[i+len("\x1b[0m"):], true
		}
	}
	return s, "", false
}

func (t *Theme) rebuild() {
	t.Version++
	t.Symbols = unicodeSymbols
	if t.ascii {
		t.Symbols = asciiSymbols
	}
	t.open = ""
	if t.Plain() {
		t.Styles = plainStyles()
		return
	}
	t.Styles = paint(t.palette())
	// What the base style writes before a text is what Fill must repeat.
	if before, _, found := strings.Cut(t.Styles.Base.Render("x"), "x"); found {
		t.open = before
	}
}
