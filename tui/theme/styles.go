package theme

import "charm.land/lipgloss/v2"

// Styles are the roles that a screen may draw with. None of them pads, wraps
// or aligns: they only paint, so a text keeps its width. None underlines:
// lipgloss then draws rune by rune, which takes a letter from its accent and a
// family from its members.
type Styles struct {
	Base        lipgloss.Style // running text and the ground of the frame
	Title       lipgloss.Style // the name of a screen or step
	Heading     lipgloss.Style // a part of a screen
	Muted       lipgloss.Style // dates, counts, hints
	Placeholder lipgloss.Style // what a field says while it is empty
	Accent      lipgloss.Style // the step where one is, a link
	Good        lipgloss.Style // saved, done
	Warning     lipgloss.Style // look at this
	Fault       lipgloss.Style // not saved, refused
	Key         lipgloss.Style // the name of a key in help and footer
	Rule        lipgloss.Style // lines between parts
	Selected    lipgloss.Style // the row or cell where the cursor is
	Highlight   lipgloss.Style // selected text; words that a finding is about
	Bar         lipgloss.Style // status line and footer
	BarKey      lipgloss.Style // a key's name inside the bar
}

// Symbols are the marks that the widgets draw. Both sets say the same; the
// words beside them carry the meaning.
type Symbols struct {
	Pointer  string // before the selected row, one cell
	Ellipsis string // where a text was cut, one cell
	Rule     string // one cell of a horizontal line
	Column   string // between columns, one cell
}

var (
	unicodeSymbols = Symbols{Pointer: ">", Ellipsis: "…", Rule: "─", Column: "│"}
	asciiSymbols   = Symbols{Pointer: ">", Ellipsis: "~", Rule: "-", Column: "|"}
)

// plainStyles draw on the terminal's own colours. Which of the sixteen would
// be readable on an unknown ground cannot be known, so they use weight and
// reverse alone.
func plainStyles() Styles {
	base := lipgloss.NewStyle()
	bold := base.Bold(true)
	return Styles{
		Base: base, Title: bold, Heading: bold, Muted: base, Placeholder: base.Italic(true),
		Accent: bold, Good: base, Warning: bold, Fault: bold, Key: bold, Rule: base,
		Selected: base.Reverse(true), Highlight: base.Reverse(true),
		Bar: base, BarKey: bold,
	}
}

func paint(p palette) Styles {
	pair := func(text, ground string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(lipgloss.Color(text)).Background(lipgloss.Color(ground))
	}
	// Drawn in reverse, so that it still stands out where colours are taken
	// away (NO_COLOR).
	reversed := func(text, ground string) lipgloss.Style { return pair(ground, text).Reverse(true) }
	on := func(text string) lipgloss.Style { return pair(text, p.ground) }
	return Styles{
		Base:        on(p.text),
		Title:       on(p.title).Bold(true),
		Heading:     on(p.title).Bold(true),
		Muted:       on(p.muted),
		Placeholder: on(p.muted).Italic(true),
		Accent:      on(p.accent).Bold(true),
		Good:        on(p.good),
		Warning:     on(p.warning).Bold(true),
		Fault:       on(p.fault).Bold(true),
		Key:         on(p.key).Bold(true),
		Rule:        on(p.rule),
		Selected:    reversed(p.selectedText, p.selectedGround).Bold(true),
		Highlight:   reversed(p.highlightText, p.highlightGround),
		Bar:         pair(p.barText, p.barGround),
		BarKey:      pair(p.barText, p.barGround).Bold(true),
	}
}
