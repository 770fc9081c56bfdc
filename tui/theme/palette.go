package theme

// palette is one set of tokens, as #rrggbb. Each colour of the first group is
// drawn on ground; the second group are pairs of their own.
type palette struct {
	ground, text, title, muted, accent, good, warning, fault, key, rule string

	selectedText, selectedGround   string
	highlightText, highlightGround string
	barText, barGround             string
}

// The tokens are chosen to be quiet: near-neutral grounds, colours of low
// saturation, and every pair at 4.5:1 or better (7:1 in high contrast) by the
// formula of WCAG 2.2, success criteria 1.4.3 and 1.4.6.
var (
	darkPalette = palette{
		ground: "#17191e", text: "#e4e2dc", title: "#f5f1e6", muted: "#a9abb3",
		accent: "#8fbcd4", good: "#9cc7a0", warning: "#e0b872", fault: "#ec9a94",
		key: "#c3b8e0", rule: "#8b909b",
		selectedText: "#14171b", selectedGround: "#a9c7d8",
		highlightText: "#17140a", highlightGround: "#d6c48c",
		barText: "#dcdad4", barGround: "#2a2e36",
	}
	lightPalette = palette{
		ground: "#faf8f3", text: "#22252b", title: "#14171c", muted: "#565b65",
		accent: "#1d5674", good: "#1f6135", warning: "#7a4a00", fault: "#9c2323",
		key: "#553f86", rule: "#686c75",
		selectedText: "#ffffff", selectedGround: "#24566f",
		highlightText: "#1b1d21", highlightGround: "#e5d49a",
		barText: "#2c3037", barGround: "#e6e2d8",
	}
	highDarkPalette = palette{
		ground: "#000000", text: "#ffffff", title: "#ffffff", muted: "#e0e0e0",
		accent: "#8fdcff", good: "#a6f0a6", warning: "#ffd75f", fault: "#ffaaaa",
		key: "#e6ccff", rule: "#c8c8c8",
		selectedText: "#000000", selectedGround: "#ffffff",
		highlightText: "#000000", highlightGround: "#ffe45c",
		barText: "#ffffff", barGround: "#1c1c1c",
	}
	highLightPalette = palette{
		ground: "#ffffff", text: "#000000", title: "#000000", muted: "#303030",
		accent: "#003a66", good: "#0b4a12", warning: "#5c3500", fault: "#7a0000",
		key: "#3d1e78", rule: "#404040",
		selectedText: "#ffffff", selectedGround: "#000000",
		highlightText: "#000000", highlightGround: "#ffe45c",
		barText: "#000000", barGround: "#e8e8e8",
	}
)

func (t *Theme) palette() palette {
	switch {
	case t.Name == HighContrast && t.dark:
		return highDarkPalette
	case t.Name == HighContrast:
		return highLightPalette
	case t.IsDark():
		return darkPalette
	default:
		return lightPalette
	}
}
