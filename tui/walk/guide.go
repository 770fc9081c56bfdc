package walk

import (
	"strings"

	"sounding/tui/theme"
	"sounding/tui/widget"
)

// guide is the guidance beside the step, or over it where there is no room.
type guide struct {
	theme   *theme.Theme
	pager   *widget.Pager
	source  string
	plain   bool // the source is plain text, a person's own
	beside  bool // wanted beside the step
	focused bool // over the step, with the keys
	lent    bool // it shows the themes until it is closed
	drawn   int  // the width it was rendered for
	version int
}

func newGuide(t *theme.Theme, beside bool) *guide {
	return &guide{theme: t, pager: widget.NewPager(), beside: beside}
}

// showPlain shows a person's own text, line by line.
func (g *guide) showPlain(text string) {
	g.show(text)
	g.plain = true
}

func (g *guide) show(source string) {
	g.source, g.drawn, g.plain = source, 0, false
	g.focused, g.lent = false, false
	g.pager.SetTop(0)
}

func (g *guide) toggle() {
	if g.source != "" {
		g.focused = !g.focused
		if g.focused {
			g.pager.Focus()
		}
	}
}

func (g *guide) restyle() { g.drawn = 0 }

func (g *guide) resize(width, height int) {
	if width != g.drawn || g.version != g.theme.Version {
		g.drawn, g.version = width, g.theme.Version
		if g.plain {
			g.pager.SetLines(widget.Wrap(g.source, max(width, 1)))
		} else {
			g.pager.SetLines(widget.Markdown(g.theme, g.source, width))
		}
	}
	g.pager.SetSize(width, height)
}

// over draws what lies over the step, so many rows high, with the way back and
// on below it.
func (g *guide) over(height int) string {
	lines := strings.Split(g.pager.View(), "\n")
	if height < 2 {
		return lines[0]
	}
	for len(lines) < height-1 {
		lines = append(lines, "")
	}
	foot := guideBack
	if g.pager.Below() > 0 {
		foot = guideOn
	}
	return strings.Join(append(lines, g.theme.Styles.Muted.Render(widget.Truncate(foot, g.drawn))), "\n")
}

func (g *guide) forget() { g.pager.Forget(); g.source = "" }
