package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/export"
	"sounding/internal/termtest"
	"sounding/journal"
	"sounding/tui/linear"
	"sounding/tui/screen"
)

// agreed is a reflection that is worth a second look: every statement fits one
// explanation, and nothing was looked for that would not.
func agreed(t testing.TB) journal.Reflection {
	t.Helper()
	r := heron(t)
	r.Hypotheses[0].FindOut = "Ask the coach who was there"
	r.Hypotheses[0].Found = ""
	r.Answers = append(r.Answers, journal.Answer{Step: "second-look", Prompt: "change", Text: "The coach saw it happen"},
		journal.Answer{Step: "second-look", Prompt: "change-by", Text: "2026-07-09"})
	var kept []journal.Answer
	for _, a := range r.Answers {
		if a.Prompt != "against" && a.Prompt != "ask" {
			kept = append(kept, a)
		}
	}
	r.Answers = append(kept, journal.Answer{Step: "focus", Prompt: "story", Text: "Everyone agrees that it is football. Dad was always going to say so."})
	return r
}

// aYear keeps two dozen fictional reflections, two a month, with forecasts that
// turned out, and looks back on as many families.
func aYear(t testing.TB, d *desk) {
	t.Helper()
	words := []string{"likely", "likely", "unlikely", "very-likely"}
	for i := range 24 {
		at := time.Date(2025, time.Month(7+i/2), 10, 9, 0, 0, 0, time.UTC)
		outcome := journal.Yes
		if i%3 == 0 {
			outcome = journal.No
		}
		r := journal.Reflection{
			Walk: "case-reflection", WalkVersion: 1, Length: 45, Status: journal.StatusFinished, Created: at, Updated: at,
			Subject: fmt.Sprintf("River-%d", i+1), Themes: []string{"domestic-abuse"},
			Answers: []journal.Answer{
				{Step: "next", Prompt: "leaning", Text: "Stay a little longer, and see the evenings."}, {Step: "next", Prompt: "child-decision", Text: "yes"},
				{Step: "next", Prompt: "on-record", Text: "yes"}, {Step: "next", Prompt: "on-record-date", Text: "2026-01-05"},
				{Step: "second-look", Prompt: "different", Text: "Ask him."},
			},
			Hypotheses: []journal.Hypothesis{{ID: "H1", Text: "Tired", Lens: "ordinary"}},
			Evidence:   []journal.Evidence{{ID: "E1", Text: "Asleep in class", Voice: "school", How: "heard", Sort: "evidence"}},
			Principles: []journal.PrincipleNote{{ID: "P1", Principle: "compassion", Side: "shows"}},
			Forecasts:  []journal.Forecast{{ID: "F1", Text: "Seen with his dad", Due: journal.DateOf(at.AddDate(0, 1, 0)), Words: words[i%4], Outcome: outcome, Learnt: "Ask sooner."}},
		}
		d.keep(t, r)
		back := at.AddDate(0, 3, 0)
		came := "no"
		if i%5 == 0 {
			came = "yes"
		}
		d.keep(t, journal.Reflection{
			Walk: "what-happened-next", WalkVersion: 1, Status: journal.StatusFinished, Created: back, Updated: back, Subject: r.Subject,
			Answers: []journal.Answer{{Step: "then", Prompt: "decision", Text: "To stay."}, {Step: "now", Prompt: "back", Text: came}},
		})
	}
}

func thinkingScenes() []scene {
	home := func(string) screen.Route { return screen.Route{Name: screen.Home} }
	walk := func(id string) screen.Route { return screen.Route{Name: screen.Walk, ID: id} }
	step := func(n string, more ...string) []string { return append([]string{"ctrl+g", n, "enter"}, more...) }
	word := func(n, words string, more ...string) []string {
		return append(step(n), append([]string{"ctrl+o", words, "enter"}, more...)...)
	}
	return []scene{
		{"look-hypotheses", walk, step("4", "f7")},
		{"look-evidence", walk, step("5", "f7")},
		{"look-what-if", walk, step("6", "f6", "right", "right", "w")},
		{"look-what-if-word", walk, word("6", "without e1")},
		{"look-signs", walk, step("7", "f7")},
		{"look-signs-disagree", walk, step("7", "f7", "d")},
		{"look-again", walk, word("7", "again")},
		{"look-again-hypotheses", walk, word("7", "again", "Nobody meant any harm", "ctrl+n", "ctrl+n")},
		{"look-differs", walk, word("7", "again", "Nobody meant any harm", "ctrl+n", "Something happens at school", "ctrl+n", "He is bullied", "esc")},
		{"look-merged", walk, word("4", "merge h1 h2")},
		{"due", home, []string{"d"}},
		{"due-done", home, []string{"d", "up", "enter"}},
		{"due-outcome", home, []string{"d", "end", "enter"}},
		{"due-outcome-learnt", home, []string{"d", "end", "enter", "1", "2", "2", "Ask sooner"}},
		{"due-decisions", home, []string{"d", "tab"}},
		{"due-returns", home, []string{"d", "tab", "tab"}},
		{"insights", home, []string{"i"}},
		{"insights-curve", home, []string{"i", "enter"}},
		{"insights-curve-table", home, []string{"i", "enter", "t"}},
		{"insights-curve-words", home, []string{"i", "enter", "t", "t"}},
		{"insights-voices", home, []string{"i", "down", "down", "down", "enter"}},
		{"insights-themes", home, []string{"i", "end", "enter"}},
		{"settings-disagreed", home, []string{"s", "end", "up", "up", "up", "up", "up", "up", "up", "enter"}},
	}
}

func thinkingStage(t *testing.T, d *desk, sc scene, width, height int) *stage {
	t.Helper()
	r := agreed(t)
	id := d.keep(t, r)
	aYear(t, d)
	if sc.name == "settings-disagreed" {
		if err := d.disagree(id, "groupthink focus.story", "It is only the two of us."); err != nil {
			t.Fatal(err)
		}
	}
	return newStage(t, d, sc.at(string(id)), width, height)
}

func TestThinking_looksAsItDid(t *testing.T) {
	for _, sc := range thinkingScenes() {
		t.Run(sc.name, func(t *testing.T) {
			for _, size := range termtest.GoldenSizes() {
				s := thinkingStage(t, newTestDesk(t), sc, size.Width, size.Height)
				s.press(sc.keys...)
				termtest.GoldenFrame(t, "screens/"+sc.name, s.frame())
			}
		})
	}
}

func TestThinking_staysInsideTheWindow(t *testing.T) {
	for _, sc := range thinkingScenes() {
		t.Run(sc.name, func(t *testing.T) {
			s := thinkingStage(t, newTestDesk(t), sc, 80, 24)
			s.press(sc.keys...)
			for _, keys := range []string{"", "tab", "down", "pgdown", "end", "left", "right", "t", "n", "d", "enter", "w"} {
				if keys != "" {
					s.press(keys)
				}
				for _, size := range termtest.OddSizes() {
					s.send(resized(size.Width, size.Height))
					termtest.MustCheck(t, s.frame())
				}
			}
		})
	}
}

// plainly takes a reflection up in plain lines with some lines typed, and gives
// what was printed and what is kept.
func plainly(t *testing.T, d *desk, id journal.ID, in string) (string, journal.Reflection) {
	t.Helper()
	ctx := context.Background()
	r, w, err := d.Load(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := plainApp(d).RunWalk(ctx, r, w, strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	kept, _, err := d.Load(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), kept
}

func plainApp(d *desk) *linear.App {
	p := &Program{Now: d.now, Environ: []string{"HOME=/home/someone"}}
	return &linear.App{Vault: d, Writer: d, Shelf: d, Now: d.now, Machine: &machine{}, Think: d.linearReasoning(d.wordTables(p)), Back: d, Language: d.spoken(p)}
}

func mustSay(t *testing.T, out string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(out, w) {
			t.Errorf("it does not say %q:\n%s", w, tail(out))
		}
	}
}

func TestLinear_readsTheComparisonInThreeWays(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, agreed(t))
	out, _ := plainly(t, d, id, "steps\n6\ngrid\nstory\nwithout e3\nwithout E9\nwithout\nstop\n")
	mustSay(t, out,
		"How it counts: Fewest things against it (weighted inconsistency, after Heuer 1999).",
		"Grave if true and missed, so always in sight: H2.", "H2, grave if missed: An adult in the house did it.",
		"E3: not rated yet.", `has one thing against it: E3`, `Without E3 ("no football practice that week")`,
		"There is no statement with that number", "Say which statement, such as: without E3.")
	for _, not := range []string{"%", "most likely", "ranked", "first place"} {
		if strings.Contains(out, not) {
			t.Errorf("it says %q", not)
		}
	}
}

func TestLinear_saysWhoHasNotBeenHeardWithSafetyFirst(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, agreed(t))
	out, _ := plainly(t, d, id, "steps\n5\nvoices\nexpected\nstop\n")
	safety, question := strings.Index(out, "put anyone at risk?"), strings.Index(out, "Who has asked him?")
	if safety < 0 || question < 0 || question < safety {
		t.Errorf("safety is at %d and a question at %d:\n%s", safety, question, out)
	}
	mustSay(t, out, "This rests on three statements", "School or nursery: E3", "It has not been looked for yet.")
}

func TestLinear_offersFewSignsAndTakesANo(t *testing.T) {
	for length, most := range map[journal.Length]int{10: 0, 25: 1, 45: 3} {
		d := newTestDesk(t)
		r := agreed(t)
		r.Length = length
		id := d.keep(t, r)
		out, kept := plainly(t, d, id, "steps\n"+map[journal.Length]string{10: "3", 25: "6", 45: "7"}[length]+"\nstop\n")
		if got := strings.Count(out, "Something may be worth a look"); got > most || most > 0 && got == 0 {
			t.Errorf("in %d minutes %d are offered", length, got)
		}
		again(t, kept)
	}
}

func TestLinear_remembersANoOutsideTheReflection(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, agreed(t))
	out, kept := plainly(t, d, id, "steps\n7\ndisagree 1\nIt is only the two of us.\nstop\n")
	mustSay(t, out, "Noted: you disagree.", "It went by: ", "Source: ")
	said := d.Preferences().Disagreements()
	if len(said) != 1 || said[0].Reflection != id || said[0].Because != "It is only the two of us." {
		t.Fatalf("remembered %+v", said)
	}
	var file, page bytes.Buffer
	if err := export.JSON(&file, kept); err != nil {
		t.Fatal(err)
	}
	w, _ := d.Walk(kept.Walk)
	if err := export.Markdown(&page, d.progress(&kept, &w), true); err != nil {
		t.Fatal(err)
	}
	for _, held := range []string{file.String(), page.String()} {
		if strings.Contains(held, "the two of us") || strings.Contains(held, "isagree") || strings.Contains(held, said[0].Sign) {
			t.Errorf("the no is in\n%s", held)
		}
	}
	if again, _ := plainly(t, d, id, "steps\n7\nstop\n"); strings.Contains(again, d.SignName(said[0].Sign)) {
		t.Error("the sign is shown again")
	}
	var settings bytes.Buffer
	if err := plainApp(d).Run(context.Background(), strings.NewReader("settings\ndisagreed\n1\n\nleave\n"), &settings); err != nil {
		t.Fatal(err)
	}
	mustSay(t, settings.String(), "It is only the two of us.", "It can be shown again.")
	if left := d.Preferences().Disagreements(); len(left) != 0 {
		t.Errorf("still remembered: %+v", left)
	}
}

func TestErase_forgetsTheSignsOfWhatIsErased(t *testing.T) {
	d := newTestDesk(t)
	ctx := context.Background()
	id := d.keep(t, agreed(t))
	if err := d.disagree(id, "recency E1.when", "Because of this."); err != nil {
		t.Fatal(err)
	}
	if err := d.Trash(ctx, id); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Erase(ctx, id); err != nil {
		t.Fatal(err)
	}
	if p := d.Preferences(); len(p.Disagreed) != 0 || len(p.Because) != 0 {
		t.Errorf("still kept: %v %v", p.Disagreed, p.Because)
	}
}

func TestLinear_startsAgainBesideTheFirstTime(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, agreed(t))
	before, _, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	out, kept := plainly(t, d, id, "steps\n7\nagain\nNobody meant any harm.\n.\nfirst\nSomething happens at school.\n.\nstop\nstop\n")
	mustSay(t, out, "The first time you wrote:", "What the other view sets apart.", "Hunch, from the other view only: Something happens at school.")
	if kept.Second == nil || len(kept.Second.Answers) != 2 {
		t.Fatalf("kept %+v", kept.Second)
	}
	if kept.Answer("gut", "hunch") != before.Answer("gut", "hunch") || len(kept.Hypotheses) != len(before.Hypotheses) {
		t.Error("the second pass changed the first")
	}
	again(t, kept)
	w, _ := d.Walk(kept.Walk)
	for _, s := range d.progress(&kept, &w).MyPage() {
		for _, e := range s.Entries {
			if strings.Contains(e.Text, "harm") && strings.Contains(e.Text, "Nobody") {
				t.Error("the second pass is on the page")
			}
		}
	}
}

func TestSecondPass_isTheSameOnTheScreenAndInPlainLines(t *testing.T) {
	screens, lines := newTestDesk(t), newTestDesk(t)
	drawn, printed := screens.keep(t, agreed(t)), lines.keep(t, agreed(t))
	s := newStage(t, screens, screen.Route{Name: screen.Walk, ID: string(drawn)}, 80, 24)
	s.press("ctrl+g", "7", "enter", "ctrl+o", "again", "enter", "Nobody meant any harm", "ctrl+n", "Something happens at school", "esc", "esc", "esc")
	one, _, err := screens.Load(context.Background(), drawn)
	if err != nil {
		t.Fatal(err)
	}
	_, two := plainly(t, lines, printed, "steps\n7\nagain\nNobody meant any harm\n.\nSomething happens at school\n.\nstop\nstop\n")
	if fmt.Sprint(one.Second) != fmt.Sprint(two.Second) {
		t.Errorf("drawn %+v, printed %+v", one.Second, two.Second)
	}
}

func TestLinear_resolvesAForecastMarksActionsAndLooksBack(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, heron(t))
	at := noon.AddDate(0, 0, -20)
	old := journal.Reflection{Walk: "case-reflection", WalkVersion: 1, Length: 25, Status: journal.StatusFinished, Created: at, Updated: at, Subject: "Wren",
		Answers: []journal.Answer{{Step: "next", Prompt: "leaning", Text: "Close it."}}}
	d.keep(t, old)
	var out bytes.Buffer
	in := "due\nyou expected\n1\n2\n1\nAsk sooner.\ndue\nto do\n1\ndue\nlook back\n1\nno\nstop\ndue\ndecisions\ndue\nreturns\nleave\n"
	if err := plainApp(d).Run(context.Background(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	mustSay(t, out.String(), "It seemed: Likely.", "Kept with the reflection.", "Marked as done.", "none so far, which is too few to say", "22.6%", "This does not measure your work.")
	r, _, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if f := r.Forecasts[0]; f.Outcome != "yes" || f.Surprised != "no" || f.Again != "yes" || f.Learnt != "Ask sooner." {
		t.Errorf("the forecast is %+v", f)
	}
	if r.Actions[0].Done != "yes" {
		t.Errorf("the action is %+v", r.Actions[0])
	}
	for _, s := range d.List() {
		if s.Walk == "what-happened-next" {
			if s.Subject != "Wren" || !strings.Contains(s.Title, "Close it") {
				t.Errorf("looks back as %+v", s)
			}
			return
		}
	}
	t.Error("nothing looks back")
}

func TestLinear_readsInsightsInWordsAndAsATable(t *testing.T) {
	d := newTestDesk(t)
	aYear(t, d)
	var out bytes.Buffer
	if err := plainApp(d).Run(context.Background(), strings.NewReader("insights\n1\n1\n\ndue\nreturns\nleave\n"), &out); err != nil {
		t.Fatal(err)
	}
	mustSay(t, out.String(), "Likely: 8 of 12 happened", "It cannot show how good your work is.", "month,what,times,of,low,high", ",Likely,8,12,", "Of the 24 you looked back on, 5 came back.")
}

// resized is a window of another size.
func resized(width, height int) tea.Msg { return tea.WindowSizeMsg{Width: width, Height: height} }
