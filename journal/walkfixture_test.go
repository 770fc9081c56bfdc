package journal

import "time"

var midday = time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)

// smallWalk is a walk about a family with something of every ask in it.
func smallWalk() *Walk {
	both := map[Length]int{10: 1, 25: 2}
	return &Walk{
		ID: "small", Version: 3, Title: "A small walk", About: AboutFamily, Lengths: []Length{10, 25}, Usual: 25,
		Steps: []Step{
			{ID: "arrive", Kind: KindArrive, Label: "Arriving", Minutes: map[Length]int{25: 1}, Prompts: []Prompt{
				{ID: "word", Text: "How are you?", Input: InputLine, Optional: true},
				{ID: "stay", Text: "Keep it?", Input: InputYesNo, Role: RoleKeep, Optional: true},
			}},
			{ID: "focus", Kind: KindFocus, Label: "Focus", Minutes: both, Prompts: []Prompt{
				{ID: "urgent", Text: "Anything that cannot wait?", Input: InputYesNo, Role: RoleUrgent, OnPage: "Cannot wait", Notes: map[string]string{"yes": "Stop and ring."}},
				{ID: "what", Text: "What is it?", When: &Condition{Path: "urgent", Is: "yes"}},
				{ID: "code", Text: "A code", Input: InputCode, Role: RoleSubject, Optional: true},
				{ID: "dilemma", Text: "The dilemma?", Role: RoleOpening, OnPage: "Dilemma"},
				{ID: "themes", Text: "Themes?", Input: InputMany, Role: RoleThemes, Optional: true},
				{ID: "feeling", Text: "How does it feel?", Private: true, OnPage: "Feeling", Lengths: []Length{25}},
			}},
			{ID: "ideas", Kind: KindHypotheses, Label: "Ideas", Minutes: both, Collects: []Collect{{
				Of: Hypotheses, Name: "Idea", Add: "What might be going on?", More: "What else?", Each: EachAfter,
				Aim: map[Length]int{10: 2, 25: 3}, OnPage: "Ideas",
				Fields: []Prompt{{ID: "text", Text: "What?"}, {ID: "expect", Text: "We would see?", Lengths: []Length{25}}, {ID: "grave", Text: "Grave?", Input: InputYesNo}},
				Offers: []Offer{{ID: "child", Label: "The child", Text: "The child's view?"}, {ID: "me", Label: "Me", Text: "And you?", Lengths: []Length{25}}},
				Show:   map[Length]int{10: 1},
			}}},
			{ID: "facts", Kind: KindEvidence, Label: "Facts", Minutes: map[Length]int{25: 2}, Collects: []Collect{{
				Of: EvidenceItems, Name: "Fact", Add: "What do you know?", More: "What else?", Each: EachNow,
				Fields: []Prompt{{ID: "text", Text: "What?"}, {ID: "sort", Text: "Kind?", Input: InputChoice, Choices: []Choice{{ID: "evidence", Label: "Seen"}, {ID: "missing", Label: "Not known"}}}, {ID: "when", Text: "When?", Input: InputDate}},
			}}},
			{ID: "weigh", Kind: KindMatrix, Label: "Weigh", Minutes: map[Length]int{25: 2}, Matrix: &MatrixWords{
				Sentence: `If "{hypothesis}", then "{evidence}"?`, Rows: 1, Columns: 1,
				Choices: []Choice{{ID: "CC", Label: "Surely"}, {ID: "II", Label: "Surely not"}},
			}},
			{ID: "next", Kind: KindNext, Label: "Next", Minutes: both, Collects: []Collect{{
				Of: Actions, Name: "Action", Add: "What will you do?", Each: EachNow,
				Fields: []Prompt{{ID: "text", Text: "What?"}, {ID: "owner", Text: "Who?"}, {ID: "due", Text: "By when?", Input: InputDate}},
			}}},
			{ID: "page", Kind: KindPage, Label: "My page", Minutes: both},
		},
	}
}

func smallCatalogue() *Catalogue {
	return &Catalogue{Themes: []Theme{{
		ID: "harm", Title: "Harm", Lenses: []Offer{{ID: "control", Label: "Control", Text: "A pattern of control?"}},
		Prompts: map[Kind][]Prompt{KindFocus: {{ID: "a", Text: "Whose pattern?"}, {ID: "b", Text: "Who is safe?"}, {ID: "c", Text: "Where?"}}},
	}}}
}

func smallProgress(length Length) *Progress {
	w := smallWalk()
	r, err := Begin(w, length, "00000000000000000000000000", midday)
	if err != nil {
		panic(err) // the fixture itself is wrong
	}
	return NewProgress(w, &r, smallCatalogue(), func() time.Time { return midday })
}
