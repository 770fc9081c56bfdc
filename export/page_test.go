package export_test

import (
	"strings"
	"testing"
	"time"

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
