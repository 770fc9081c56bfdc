package language

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

func TestDepth_namesWhatIsNotYetSaid(t *testing.T) {
	const visit = "I went to the flat at four and the door was open. The children were watching television. " +
		"Their mother came down and we talked about the letter from school. She signed the form. "
	for _, row := range []struct {
		name, text string
		absent     []DepthPart
	}{
		{"what happened only", visit, []DepthPart{DepthFelt, DepthAssumed, DepthDifferently}},
		{"a feeling", visit + "I felt anxious on the stairs.", []DepthPart{DepthAssumed, DepthDifferently}},
		{"somebody else's feeling", visit + "She felt anxious about it.", []DepthPart{DepthFelt, DepthAssumed, DepthDifferently}},
		{"felt that is a belief", visit + "I felt that the school had been unfair.", []DepthPart{DepthFelt, DepthDifferently}},
		{"an assumption", visit + "I'd assumed that she would refuse.", []DepthPart{DepthFelt, DepthDifferently}},
		{"another time", visit + "Next time I'd ring first.", []DepthPart{DepthFelt, DepthAssumed}},
		{"all three", visit + "My heart sank. I thought she was hiding something. I should have asked the children.", nil},
		{"too short to say", "I went to the flat. Nobody was in.", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := Depth(row.text).Absent; !reflect.DeepEqual(got, row.absent) {
				t.Errorf("absent %q, want %q", got, row.absent)
			}
		})
	}
}

func TestDepth_showsTheSentencesItWentBy(t *testing.T) {
	text := "Café first. I felt uneasy’ when the door shut and nobody spoke for what seemed like a very long time indeed, then he left the room without a word."
	finding := Depth(text)
	if len(finding.Describes) != 1 || cut(text, finding.Describes[0]) != "Café first" {
		t.Errorf("describes %v, want the first sentence", finding.Describes)
	}
	held := finding.Held[DepthFelt]
	if len(held) != 1 || !startsWith(cut(text, held[0]), "I felt uneasy") || held[0].End > utf8.RuneCountInString(text) {
		t.Errorf("felt held by %v, want the second sentence", held)
	}
}

func TestDepthFinding_Nudge_saysOnlyWhatIsAbsent(t *testing.T) {
	for _, row := range []struct {
		absent []DepthPart
		want   string
	}{
		{nil, ""},
		{[]DepthPart{DepthFelt}, "This part describes. You have not yet said what you felt."},
		{[]DepthPart{DepthFelt, DepthDifferently}, "This part describes. You have not yet said what you felt or what you would do differently."},
		{DepthParts(), "This part describes. You have not yet said what you felt, what you assumed, or what you would do differently."},
	} {
		if got := (DepthFinding{Absent: row.absent}).Nudge(); got != row.want {
			t.Errorf("Nudge() = %q, want %q", got, row.want)
		}
	}
}

func FuzzDepth(f *testing.F) {
	f.Add("I felt it. I thought so. Next time.")
	f.Add("I fe\u0301lt\xff")
	f.Fuzz(func(t *testing.T, text string) {
		edges := graphemeEdges(text)
		finding := Depth(text)
		for _, reasons := range append([][]Reason{finding.Describes}, finding.Held[DepthFelt], finding.Held[DepthAssumed], finding.Held[DepthDifferently]) {
			for _, each := range reasons {
				if !edges[each.Start] || !edges[each.End] || each.End <= each.Start || each.Reason == "" {
					t.Fatalf("reason %+v is off the edges of %q", each, text)
				}
			}
		}
	})
}

// cut returns what a reason covers.
func cut(text string, reason Reason) string {
	return string([]rune(text)[reason.Start:reason.End])
}

func startsWith(text, start string) bool {
	return len(text) >= len(start) && text[:len(start)] == start
}
