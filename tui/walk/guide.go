package walk

import (
	"sounding/tui/theme"
	"sounding/tui/widget"
)

// guide is the guidance beside the step, or over it where there is no room.
type guide struct {
	theme   *theme.Theme
	pager   *widget.Pager
	source  string
	beside  bool // wanted beside the step
	focused bool // over the step, with the keys
	drawn   int  // the width it was rendered for
	version int
}

func newGuide(t *theme.Theme, beside bool) *guide {
	return &guide{theme: t, pager: widget.NewPager(), beside: beside}
}

func (g *guide) show(source string) {
	g.source, g.drawn = source, 0
	g.focused = false
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
		g.pager.SetLines(widget.Markdown(g.theme, g.source, width))
	}
	g.pager.SetSize(width, height)
}

func (g *guide) forget() { g.pager.Forget(); g.source = "" }
