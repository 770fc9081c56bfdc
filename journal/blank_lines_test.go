package journal

import "testing"

// Enter at the end of an explanation leaves no gap where it is read.
func TestRecord_leavesOutBlankLinesRoundAText(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "focus.dilemma", "\n  Two\n\nparts.\n\n")
	set(t, p, "ideas.+hypotheses", "He works.\n")
	set(t, p, "focus.feeling", "\n\n")
	for name, sections := range map[string][]Section{"record": p.Record(), "page": p.MyPage()} {
		texts := map[string]bool{}
		for _, s := range sections {
			for _, e := range s.Entries {
				texts[e.Text] = true
			}
		}
		if !texts["  Two\n\nparts."] || !texts["He works."] || texts[""] {
			t.Errorf("the %s reads %v", name, texts)
		}
	}
	if got := p.Reflection.Hypotheses[0].Text; got != "He works.\n" {
		t.Errorf("what is stored was changed to %q", got)
	}
}
