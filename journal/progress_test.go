package journal

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func ids2(steps []*Step) []string {
	var out []string
	for _, s := range steps {
		out = append(out, s.ID)
	}
	return out
}

func set(t *testing.T, p *Progress, path, value string) string {
	t.Helper()
	ref, err := p.Set(path, value)
	if err != nil {
		t.Fatalf("set %s: %v", path, err)
	}
	return ref
}

func paths(questions []Question) []string {
	var out []string
	for _, q := range questions {
		out = append(out, q.Path)
	}
	return out
}

func TestProgress_showsOnlyTheStepsOfTheLength(t *testing.T) {
	p := smallProgress(10)
	var got []string
	for _, pl := range p.Places() {
		got = append(got, pl.Step.ID)
	}
	if want := []string{"focus", "ideas", "next", "page"}; !slices.Equal(got, want) {
		t.Errorf("places %v, want %v", got, want)
	}
	if got, want := ids2(p.NotToday()), []string{"arrive", "facts", "weigh"}; !slices.Equal(got, want) {
		t.Errorf("not today %v, want %v", got, want)
	}
	if err := p.Go("weigh"); !errors.Is(err, ErrNoStep) {
		t.Errorf("a step that is left out can be gone to: %v", err)
	}
}

func TestProgress_losesNothingWhenTheLengthChanges(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "facts.+evidence", "A bruise")
	set(t, p, "focus.feeling", "uneasy")
	if err := p.SetLength(10); err != nil {
		t.Fatal(err)
	}
	if p.Reflection.Field("E1", "text") != "A bruise" || p.Reflection.Answer("focus", "feeling") != "uneasy" {
		t.Error("what was written at a longer length is gone")
	}
	if err := p.SetLength(45); !errors.Is(err, ErrLength) {
		t.Errorf("a length that is not offered: %v", err)
	}
}

func TestProgress_nextFindsTheFirstUntouchedStep(t *testing.T) {
	p := smallProgress(10)
	for _, id := range []string{"focus", "next"} {
		if err := p.Go(id); err != nil {
			t.Fatal(err)
		}
	}
	if s, ok := p.Next(); !ok || s.ID != "ideas" {
		t.Errorf("next is %v", s)
	}
	if err := p.Go("ideas"); err != nil {
		t.Fatal(err)
	}
	if err := p.Go("page"); err != nil {
		t.Fatal(err)
	}
	if s, ok := p.Next(); ok {
		t.Errorf("after the last step there is %v", s.ID)
	}
	if s, ok := p.Back(); !ok || s.ID != "next" {
		t.Errorf("back from the page is %v", s)
	}
	if !slices.Equal(p.Reflection.Opened, []string{"focus", "ideas", "next", "page"}) {
		t.Errorf("opened %v", p.Reflection.Opened)
	}
}

func TestProgress_resumesFromTheRecordAlone(t *testing.T) {
	p := smallProgress(25)
	if err := p.Go("ideas"); err != nil {
		t.Fatal(err)
	}
	set(t, p, "ideas.+hypotheses", "It was football")
	kept := p.Reflection.Clone()
	again := NewProgress(smallWalk(), &kept, smallCatalogue(), p.now)
	if again.Here().ID != "ideas" || again.State(again.Here()) != p.State(p.Here()) {
		t.Errorf("it resumes at %s", again.Here().ID)
	}
}

func TestProgress_tellsStatesApart(t *testing.T) {
	p := smallProgress(10)
	focus, _ := p.Walk.Step("focus")
	if p.State(focus) != Untouched {
		t.Error("a step nobody opened is not untouched")
	}
	if err := p.Go("focus"); err != nil {
		t.Fatal(err)
	}
	if p.State(focus) != Empty {
		t.Error("a step that was opened and left is not empty")
	}
	set(t, p, "focus.urgent", No)
	if p.State(focus) != Started {
		t.Error("a step with one answer of two is not started")
	}
	set(t, p, "focus.dilemma", "To stay or to go")
	if p.State(focus) != Done {
		t.Error("a step whose questions are answered is not done")
	}
}

func TestQuestions_followFromAnswers(t *testing.T) {
	p := smallProgress(10)
	focus, _ := p.Walk.Step("focus")
	if slices.Contains(paths(p.Questions(focus)), "focus.what") {
		t.Error("what follows from a yes is asked before it")
	}
	set(t, p, "focus.urgent", Yes)
	q, ok := p.Find("focus.what")
	if !ok || q.Text != "What is it?" {
		t.Error("what follows from a yes is not asked")
	}
	if q, _ := p.Find("focus.urgent"); q.Note != "Stop and ring." {
		t.Errorf("the note is %q", q.Note)
	}
	if !p.Urgent() {
		t.Error("nothing is urgent")
	}
}

func TestQuestions_bringTwoPromptsOfThemesToAStepAndSayWhy(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "focus.themes", "harm")
	focus, _ := p.Walk.Step("focus")
	var from []string
	for _, q := range p.Questions(focus) {
		if strings.HasPrefix(q.Path, "focus.harm/") {
			from = append(from, q.Path)
			if !strings.Contains(q.Why, "Harm") {
				t.Errorf("it does not say why %s is asked: %q", q.Path, q.Why)
			}
		}
	}
	if !slices.Equal(from, []string{"focus.harm/a", "focus.harm/b"}) {
		t.Errorf("the theme brings %v", from)
	}
	set(t, p, "focus.harm/a", "His.")
	if _, ok := p.Find("focus.harm/c"); ok {
		t.Error("the step grows while it is answered")
	}
	if q, ok := p.Find("focus.+themes"); !ok || !strings.Contains(q.Text, "1 question more, from: Harm") {
		t.Errorf("the rest is not offered: %+v", q)
	}
	set(t, p, "focus.+themes", "yes")
	_, third := p.Find("focus.harm/c")
	if _, still := p.Find("focus.+themes"); !third || still || p.Reflection.Answer("focus", "+themes") != "" {
		t.Errorf("the third comes: %t, the offer is still there: %t, answers %+v", third, still, p.Reflection.Answers)
	}
	if q, ok := p.Find("ideas.+hypotheses/harm/control"); !ok || q.Why == "" {
		t.Error("the theme's lens is not offered, or not explained")
	}
	set(t, p, "focus.themes", "")
	if p.Reflection.Answer("focus", "harm/a") != "His." {
		t.Error("an answer went with its theme")
	}
	if got := p.Record(); !strings.Contains(textOf(got), "Whose pattern?") {
		t.Errorf("the record lost the question: %s", textOf(got))
	}
}

func textOf(sections []Section) string {
	var out strings.Builder
	for _, s := range sections {
		out.WriteString(s.Heading + "\n")
		for _, e := range s.Entries {
			out.WriteString(e.Label + ": " + e.Text + "\n")
			for _, f := range e.Fields {
				out.WriteString("  " + f.Label + ": " + f.Text + "\n")
			}
		}
	}
	return out.String()
}

func TestQuestions_askFieldsNowOrAfterAllAreIn(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "ideas.+hypotheses", "One")
	set(t, p, "ideas.+hypotheses/child", "Two")
	ideas, _ := p.Walk.Step("ideas")
	want := []string{"ideas.H1.text", "ideas.H2.text", "ideas.+hypotheses", "ideas.+hypotheses/me", "ideas.H1.expect", "ideas.H1.grave", "ideas.H2.expect", "ideas.H2.grave"}
	if got := paths(p.Questions(ideas)); !slices.Equal(got, want) {
		t.Errorf("asked %v, want %v", got, want)
	}
	if p.Reflection.Field("H2", "lens") != "child" {
		t.Error("the offer is not kept with the item")
	}
	set(t, p, "facts.+evidence", "A bruise")
	facts, _ := p.Walk.Step("facts")
	want = []string{"facts.E1.text", "facts.E1.sort", "facts.E1.when", "facts.+evidence"}
	if got := paths(p.Questions(facts)); !slices.Equal(got, want) {
		t.Errorf("asked %v, want %v", got, want)
	}
}

func TestQuestions_askTheFirstCellsFirstAndGraveRowsBeforeOthers(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "ideas.+hypotheses", "Harmless.")
	set(t, p, "ideas.+hypotheses", "Worse")
	set(t, p, "ideas.H2.grave", Yes)
	set(t, p, "facts.+evidence", "A bruise.")
	set(t, p, "facts.+evidence", "Unknown")
	set(t, p, "facts.E2.sort", "missing")
	set(t, p, "facts.+evidence", "A door")
	weigh, _ := p.Walk.Step("weigh")
	if got := paths(p.Questions(weigh)); !slices.Equal(got, []string{"weigh.H2.E1"}) {
		t.Errorf("it begins with %v", got)
	}
	q, _ := p.Find("weigh.H2.E1")
	if q.Text != `If "Worse", then "A bruise"?` {
		t.Errorf("it asks %q", q.Text)
	}
	set(t, p, "weigh.H2.E1", "CC")
	if got := paths(p.Questions(weigh)); !slices.Equal(got, []string{"weigh.H2.E1", "weigh.H2.E3", "weigh.H1.E1", "weigh.H1.E3"}) {
		t.Errorf("the rest is %v", got)
	}
}

func TestArrive_staysInMemoryUntilAskedToStay(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "arrive.word", "tired")
	if len(p.Reflection.Answers) != 0 || p.Reflection.Answer("arrive", "word") != "tired" {
		t.Error("the arrival is kept without being asked, or is gone")
	}
	set(t, p, "arrive.stay", Yes)
	if len(p.Reflection.Answers) != 2 || len(p.Reflection.Unkept) != 0 {
		t.Errorf("after yes: %v and %v", p.Reflection.Answers, p.Reflection.Unkept)
	}
	set(t, p, "arrive.stay", No)
	if len(p.Reflection.Answers) != 0 || p.Reflection.Answer("arrive", "word") != "tired" {
		t.Errorf("after no: %v", p.Reflection.Answers)
	}
}

func TestMyPage_putsUrgentThingsFirstAndKeepsFeelingsOff(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "focus.dilemma", "To stay or to go")
	set(t, p, "focus.feeling", "frightened")
	set(t, p, "ideas.+hypotheses", "Worse")
	set(t, p, "ideas.H1.grave", Yes)
	set(t, p, "focus.urgent", Yes)
	page := p.MyPage()
	if len(page) == 0 || page[0].Heading != "Cannot wait" || page[0].Entries[0].Text != "Stop and ring." {
		t.Errorf("the page begins with %v", page)
	}
	text := textOf(page)
	if strings.Contains(text, "frightened") {
		t.Error("a feeling is on the page")
	}
	if !strings.Contains(text, graveLabel) {
		t.Error("a grave explanation does not say so on the page")
	}
	set(t, p, "focus.urgent", No)
	if p.MyPage()[0].Heading == "Cannot wait" {
		t.Error("nothing urgent is said to be urgent")
	}
}

func TestRecord_showsWhatBelongsToNoStep(t *testing.T) {
	p := smallProgress(10)
	p.Reflection.Answers = append(p.Reflection.Answers, Answer{Step: "gone", Prompt: "old", Text: "still here"})
	p.Reflection.Utterances = []Utterance{{ID: "U1", Text: "said once"}}
	text := textOf(p.Record())
	for _, want := range []string{"still here", "said once"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the record:\n%s", want, text)
		}
	}
}

func TestGrow_carriesAJotWithoutRetyping(t *testing.T) {
	jot := Reflection{Subject: "Heron", Themes: []string{"harm"}, Answers: []Answer{
		{Step: "jot", Prompt: "a", Text: "Saw him."}, {Step: "jot", Prompt: "wait", Text: "no"}, {Step: "jot", Prompt: "b", Text: "He was quiet."},
	}}
	grown, err := Grow(&jot, smallWalk(), 10, "11111111111111111111111111", midday)
	if err != nil {
		t.Fatal(err)
	}
	if got := grown.Answer("focus", "dilemma"); got != "Saw him.\nHe was quiet." {
		t.Errorf("the opening is %q", got)
	}
	if grown.Subject != "Heron" || !slices.Equal(grown.Themes, []string{"harm"}) {
		t.Error("subject and themes did not come along")
	}
}

func TestSummaryOf_listsWhatIsOpenSoonestFirst(t *testing.T) {
	p := smallProgress(25)
	set(t, p, "focus.dilemma", "A dilemma that is a good deal longer than sixty characters, so that it is cut")
	set(t, p, "next.+actions", "later")
	set(t, p, "next.A1.due", "2026-08-01")
	set(t, p, "next.+actions", "sooner")
	set(t, p, "next.A2.due", "2026-07-01")
	s := SummaryOf(p.Walk, p.Reflection)
	if len(s.Open) != 2 || s.Open[0].Text != "sooner" {
		t.Errorf("open is %v", s.Open)
	}
	if n := len([]rune(s.Title)); n > titleLength+3 || !strings.HasSuffix(s.Title, "...") {
		t.Errorf("the title is %q", s.Title)
	}
	p.Reflection.Actions[1].Done = Yes
	if s := SummaryOf(p.Walk, p.Reflection); len(s.Open) != 1 {
		t.Errorf("what is done is still open: %v", s.Open)
	}
}

func TestFinish_canBeTakenUpAgain(t *testing.T) {
	p := smallProgress(10)
	p.Finish()
	if p.Reflection.Status != StatusFinished || p.Reflection.Finished.IsZero() {
		t.Error("it is not finished")
	}
	later := midday.Add(time.Hour)
	p.now = func() time.Time { return later }
	set(t, p, "focus.dilemma", "more")
	if !p.Reflection.Updated.Equal(later) {
		t.Error("a change after finishing is not stamped")
	}
}

func TestProgress_nextDoesNotPassOverAStepThatWasOnlyLookedAt(t *testing.T) {
	p := smallProgress(10)
	for _, id := range []string{"focus", "ideas", "focus"} {
		if err := p.Go(id); err != nil {
			t.Fatal(err)
		}
	}
	if s, ok := p.Next(); !ok || s.ID != "ideas" {
		t.Errorf("next is %v, and the step in between has nothing in it", s)
	}
	if err := p.Go("ideas"); err != nil {
		t.Fatal(err)
	}
	if s, ok := p.Next(); !ok || s.ID == "focus" {
		t.Errorf("next goes back to %v, which was left empty on purpose", s)
	}
}

// What a theme brings follows what the step itself asks, but for what has to be
// thought of before anybody is spoken to.
func TestQuestions_putThemesAfterTheStepsOwnButSafetyFirst(t *testing.T) {
	p := smallProgress(25)
	p.Catalogue.Themes = append(p.Catalogue.Themes, Theme{ID: "online", Title: "Online"})
	for i := range p.Catalogue.Themes {
		p.Catalogue.Themes[i].Prompts = map[Kind][]Prompt{KindEvidence: {{ID: "a", Text: "A?"}, {ID: "b", Text: "B?"}, {ID: "alone", Text: "Alone?", Before: i == 0}}}
	}
	set(t, p, "focus.themes", "harm,online")
	facts, _ := p.Walk.Step("facts")
	paths := func() []string {
		var out []string
		for _, q := range p.Questions(facts) {
			out = append(out, q.Path)
		}
		return out
	}
	if got := paths(); !slices.Equal(got, []string{"facts.harm/alone", "facts.+evidence", "facts.harm/a", "facts.+themes"}) {
		t.Errorf("at 25 minutes it asks %q", got)
	}
	p.Catalogue.Themes[0].Prompts[KindEvidence][2].Before = false
	if got := paths(); !slices.Equal(got, []string{"facts.+evidence", "facts.harm/a", "facts.online/a", "facts.+themes"}) {
		t.Errorf("two themes bring %q", got)
	}
	set(t, p, "facts.+themes", "yes")
	if got := paths(); len(got) != 7 {
		t.Errorf("all of them are %q", got)
	}
}
