package linear

import (
	"strings"
	"testing"
)

func TestPlainPage_readsMarkdownAsSentences(t *testing.T) {
	number := func(target string) (int, bool) { return 2, target == "oars" }
	for _, c := range []struct{ name, body, want string }{
		{"a heading ends", "## What it is\n\nOne.", "|What it is.|One."},
		{"a paragraph is one line", "One\ntwo\nthree.", "One two three."},
		{"paragraphs stay apart", "One.\n\nTwo.", "One.|Two."},
		{"items end", "- one\n- **two**\n  more\n- three?", "one.|two more.|three?"},
		{"numbered items too", "1. one\n2) two", "one.|two."},
		{"marks go", "A *slanted*, a **bold** and `code`.", "A slanted, a bold and code."},
		{"a quoted end is an end", `He said "stop."`, `He said "stop."`},
		{"links are numbered", "See [OARS](oars).", "See OARS (link 2)."},
		{"links to nothing are words", "See [that](gone).", "See that."},
		{"addresses are said", "See [here](https://a.example).", "See here (https://a.example)."},
		{"a cited line", "> Source: us", "Source: us."},
		{"rules are passed over", "One.\n\n---\n\nTwo.", "One.|Two."},
		{"nothing", "", ""},
	} {
		if got := strings.Join(plainPage(c.body, number), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
