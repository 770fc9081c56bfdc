package export_test

import (
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"

	"sounding/export"
	"sounding/journal"
)

func TestMarkdown_saysAHeadingOnce(t *testing.T) {
	walk := journal.Walk{ID: "w", Title: "A walk", Steps: []journal.Step{{
		ID: "one", Kind: journal.KindText, Label: "What happened?",
		Prompts: []journal.Prompt{
			{ID: "happened", Text: "What happened?", Label: "What happened", OnPage: "What happened"},
			{ID: "child", Text: "And the child?", Label: "The child", OnPage: "What the child did"},
		},
	}}}
	now := func() time.Time { return time.Date(2026, time.June, 30, 9, 0, 0, 0, time.UTC) }
	r := journal.Reflection{Walk: "w"}
	p := journal.NewProgress(&walk, &r, nil, now)
	for path, text := range map[string]string{"one.happened": "He cried.", "one.child": "She watched."} {
		if _, err := p.Set(path, text); err != nil {
			t.Fatal(err)
		}
	}
	whole := export.MarkdownText(p, true)
	if want := "## What happened?\n\nHe cried.\n\n**The child**\n\nShe watched.\n"; !strings.HasSuffix(whole, want) {
		t.Errorf("the whole of it is\n%s\nand should end\n%s", whole, want)
	}
	var page strings.Builder
	if err := export.Page(&page, p); err != nil {
		t.Fatal(err)
	}
	if want := "## What happened\n\nHe cried.\n\n## What the child did\n\nShe watched.\n"; !strings.HasSuffix(page.String(), want) {
		t.Errorf("the page is\n%s\nand should end\n%s", page.String(), want)
	}
}

func TestLibraryText_saysASummaryThatTheTextHoldsOnce(t *testing.T) {
	page := journal.Page{Title: "Marks", Summary: "In force from 1 June 2018.", Body: "Ours. In force from 1 June 2018."}
	var out strings.Builder
	if err := export.LibraryText(&out, page, nil); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), page.Summary); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, out.String())
	}
}

// A line end within an answer is kept where the Markdown is read as plain text
// and where it is rendered, and shows no mark of its own.
func TestMarkdown_keepsLineEndsWithoutAMarkThatShows(t *testing.T) {
	walk := journal.Walk{ID: "w", Title: "A walk", Steps: []journal.Step{{
		ID: "one", Kind: journal.KindText, Label: "What happened?",
		Prompts: []journal.Prompt{{ID: "happened", Text: "What happened?", Label: "What happened?"}},
	}}}
	now := func() time.Time { return time.Date(2026, time.June, 30, 9, 0, 0, 0, time.UTC) }
	r := journal.Reflection{Walk: "w", Title: "Mine"}
	p := journal.NewProgress(&walk, &r, nil, now)
	if _, err := p.Set("one.happened", "He was alone. \nShe came.\n\nWe talked."); err != nil {
		t.Fatal(err)
	}
	written := export.MarkdownText(p, true)
	if want := "He was alone.  \nShe came.\n\nWe talked.\n"; !strings.HasSuffix(written, want) {
		t.Errorf("it is\n%q\nand should end\n%q", written, want)
	}
	var page strings.Builder
	if err := goldmark.Convert([]byte(written), &page); err != nil {
		t.Fatal(err)
	}
	if want := "<p>He was alone.<br />\nShe came.</p>"; !strings.Contains(strings.ReplaceAll(page.String(), "<br>", "<br />"), want) {
		t.Errorf("on a page it is\n%s", page.String())
	}
}
