package theme

import (
	"fmt"
	"strings"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"
)

// Markdown gives a new renderer for pages width cells wide. A renderer must
// not be shared between goroutines and is cheap to make, so each page asks for
// its own. What it writes may hold hyperlinks and whatever the page's entities
// spell, and it ends a line wherever the page does; widget.Markdown, which cleans
// before and after and joins what only the writer's editor parted, is the way to
// show a page that somebody else wrote.
func (t *Theme) Markdown(width int) (*glamour.TermRenderer, error) {
	renderer, err := glamour.NewTermRenderer(
		glamour.WithStyles(t.StyleConfig()),
		glamour.WithWordWrap(max(1, width)),
		glamour.WithInlineTableLinks(true),
		glamour.WithPreservedNewLines(),
	)
	if err != nil {
		return nil, fmt.Errorf("make page renderer: %w", err)
	}
	return renderer, nil
}

// StripFrontMatter returns a page without the YAML between its first line of
// three dashes and the next, which a renderer would print as a heading. A page
// whose block never closes is returned as it is.
func StripFrontMatter(source string) string {
	body := strings.TrimPrefix(source, "\ufeff")
	first, rest, found := strings.Cut(body, "\n")
	if !found || strings.TrimRight(first, " \t\r") != "---" {
		return body
	}
	for rest != "" {
		var line string
		line, rest, found = strings.Cut(rest, "\n")
		if mark := strings.TrimRight(line, " \t\r"); mark == "---" || mark == "..." {
			return rest
		}
		if !found {
			break
		}
	}
	return body
}

// StyleConfig is the glamour style of this theme: the same tokens as the
// screens, weight and words rather than colour, no emoji, no code colouring.
// On the terminal's own colours, and where only ASCII is wanted, it names no
// colour at all.
func (t *Theme) StyleConfig() ansi.StyleConfig {
	config := plainConfig()
	if t.Symbols == asciiSymbols {
		asciiConfig(&config)
	}
	if !t.Plain() {
		colourConfig(&config, t.palette())
	}
	return config
}

func plainConfig() ansi.StyleConfig {
	bold := ansi.StylePrimitive{Bold: set(true)}
	heading := func(prefix string) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: set(true), Prefix: prefix}}
	}
	config := ansi.StyleConfig{
		Document:       ansi.StyleBlock{Margin: set(uint(0))},
		BlockQuote:     ansi.StyleBlock{Indent: set(uint(1)), IndentToken: set("│ ")},
		List:           ansi.StyleList{LevelIndent: 2},
		Heading:        ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n", Bold: set(true)}},
		H1:             ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: set(true), Underline: set(true)}},
		H2:             heading(""),
		H3:             heading(""),
		H4:             heading(""),
		H5:             heading(""),
		H6:             heading(""),
		Emph:           ansi.StylePrimitive{Italic: set(true)},
		Strong:         bold,
		Strikethrough:  ansi.StylePrimitive{CrossedOut: set(true)},
		HorizontalRule: ansi.StylePrimitive{Format: "\n--------\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: "- "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		Link:           ansi.StylePrimitive{Underline: set(true)},
		LinkText:       bold,
		ImageText:      ansi.StylePrimitive{Format: "Picture: {{.text}}"},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{}},
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{Margin: set(uint(2))}},
		Table: ansi.StyleTable{
			CenterSeparator: set("┼"), ColumnSeparator: set("│"), RowSeparator: set("─"),
		},
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n  "},
	}
	return config
}

func asciiConfig(config *ansi.StyleConfig) {
	config.BlockQuote.IndentToken = set("| ")
	config.Table.CenterSeparator = set("+")
	config.Table.ColumnSeparator = set("|")
	config.Table.RowSeparator = set("-")
}

// colourConfig adds the palette to the parts that differ from running text.
// The document itself gets no colour: glamour would then write it anew for
// every blank cell of a line, and Fill lays the same ground in one sequence.
func colourConfig(config *ansi.StyleConfig, p palette) {
	paint := func(colour string, parts ...*ansi.StylePrimitive) {
		for _, part := range parts {
			part.Color, part.BackgroundColor = set(colour), set(p.ground)
		}
	}
	paint(p.title, &config.Heading.StylePrimitive, &config.H1.StylePrimitive, &config.H2.StylePrimitive,
		&config.H3.StylePrimitive, &config.H4.StylePrimitive, &config.H5.StylePrimitive, &config.H6.StylePrimitive)
	paint(p.accent, &config.Link, &config.LinkText, &config.Image, &config.ImageText)
	paint(p.muted, &config.BlockQuote.StylePrimitive, &config.HorizontalRule, &config.Code.StylePrimitive,
		&config.CodeBlock.StylePrimitive)
}

func set[T any](value T) *T { return &value }
