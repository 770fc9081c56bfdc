package content

import (
	"strings"
	"testing"
	"testing/fstest"

	"sounding/journal"
)

func TestTables_areReadForReasoning(t *testing.T) {
	l := builtIn(t)
	known := l.KnownVoices()
	walk, _ := l.Walk("case-reflection")
	voices := journal.VoicesOf(&walk, known)
	if len(voices) == 0 {
		t.Fatal("the core walk offers no voices")
	}
	for _, v := range voices {
		if v.Kind == "" {
			t.Errorf("voices.csv does not say what %q is to the child", v.ID)
		}
		if len(v.Called) == 0 {
			t.Errorf("voices.csv does not say how %q may be called", v.ID)
		}
	}
	words := l.VoiceWords()
	if words.Safety == "" || len(words.Before) != 2 || !strings.Contains(words.Absent, "{voices}") {
		t.Errorf("the words of safety are %+v", words)
	}
	words.Table = voices
	asked := journal.CheckVoices(&journal.Reflection{}, words).Ask(words)
	if len(asked) < 4 || asked[1] != words.Safety || asked[2] != words.Before[0] {
		t.Errorf("safety does not come first: %q", asked)
	}
	rate, ok := l.PublishedRate(ReReferrals)
	if !ok || rate.Share != 0.226 || rate.Year != "year to 31 March 2025" {
		t.Errorf("the published rate is %+v", rate)
	}
	if _, ok := l.PublishedRate("another"); ok {
		t.Error("there is a rate that no list holds")
	}
}

// The core walk says the ranges beside its words, so the table and the walk
// have to agree on the words.
func TestTables_standForTheWordsOfTheCoreWalk(t *testing.T) {
	l := builtIn(t)
	table := l.Likelihoods()
	walk, _ := l.Walk("case-reflection")
	step, _ := walk.Step("second-look")
	for _, p := range step.Prompts {
		if p.Role != journal.RoleBefore {
			continue
		}
		if len(p.Choices) != len(table) {
			t.Fatalf("%d choices and %d words of likelihood", len(p.Choices), len(table))
		}
		for i, c := range p.Choices {
			if c.ID != table[i].ID || !strings.HasPrefix(c.Label, table[i].Label) {
				t.Errorf("the walk says %q (%s), the table %q (%s)", c.Label, c.ID, table[i].Label, table[i].ID)
			}
		}
	}
	lenses := map[string]bool{}
	step, _ = walk.Step("hypotheses")
	for _, o := range step.Collects[0].Offers {
		lenses[o.ID] = true
	}
	for _, lens := range l.Circumstances() {
		if !lenses[lens] {
			t.Errorf("circumstances.csv names the lens %q, which the core walk has not", lens)
		}
	}
}

func TestCheck_tellsWhatATableGetsWrong(t *testing.T) {
	const rate = "id,share,count,total,of,year,source,checked\n"
	for _, c := range []struct{ list, text, told string }{
		{"voices", "id,kin\nchild,child\n", "words/voices.csv:1: There is no column kind"},
		{"voices", "id,kind\nchild,child\nuncle,uncle\n", `words/voices.csv:3: "uncle" cannot be the kind here.`},
		{"likelihood", "id,low,high,label\nsure,high,1,Sure\n", `words/likelihood.csv:2: "high" is not a share.`},
		{"likelihood", "id,low,high,label\nsure,0.9,2,Sure\n", `words/likelihood.csv:2: "2" is not a share.`},
		{"likelihood", "id,low,high,label\nsure,0.9,0.1,Sure\n", "words/likelihood.csv:2: The range ends below where it begins."},
		{"circumstances", "lenses\nmoney\n", "words/circumstances.csv:1: There is no column lens"},
		{"voice-safety", "part,text\nafter,Ring\n", `words/voice-safety.csv:2: "after" cannot be the part here.`},
		{"voice-safety", "part,text\nsafety,\n", "words/voice-safety.csv:2: The row has no text."},
		{"voice-safety", "part,text\nabsent,Nobody\n", "words/voice-safety.csv:2: This line does not say who has not been heard."},
		{"rehearsal", "theme,talk,who,text\nany,maybe,a mother,Well\n", `words/rehearsal.csv:2: "maybe" cannot be the talk here.`},
		{"rehearsal", "theme,talk,who,text\nany,change,a mother,\n", "words/rehearsal.csv:2: The row has no text."},
		{"published-rates", rate + "x,a,1,2,of all,2025,Us,2026-11-22\n", `words/published-rates.csv:2: "a" is not a share.`},
		{"published-rates", rate + "x,0.5,one,2,of all,2025,Us,2026-11-22\n", "words/published-rates.csv:2: The count and the total are not counts."},
		{"published-rates", rate + "x,0.5,3,2,of all,2025,Us,2026-11-22\n", "words/published-rates.csv:2: The count and the total are not counts."},
		{"published-rates", rate + "x,0.7,1,2,of all,2025,Us,2026-11-22\n", "words/published-rates.csv:2: The share is not the count out of the total."},
		{"published-rates", rate + "x,0.5,1,2,of all,,Us,2026-11-22\n", "words/published-rates.csv:2: The row has no year."},
		{"published-rates", rate + "x,0.5,1,2,of all,2025,Us,last week\n", `words/published-rates.csv:2: "last week" is not a date.`},
		{"ours", "kind,term\nnicer,abscond\n", `words/ours.csv:2: "nicer" cannot be the kind here.`},
		{"ours", "kind,term\nkinder,*\n", "words/ours.csv:2: The row has no term."},
		{"ours", "kind,term,state\nkinder,abscond,own\n", `words/ours.csv:1: "state" cannot be the column here.`},
		{"ours", "kind,term,status\nkinder,abscond,mine\n", `words/ours.csv:2: "mine" cannot be the status here.`},
		{"ours", "kind,term,status,on\nkinder,abscond,own,maybe\n", `words/ours.csv:2: "maybe" cannot be the on here.`},
		{"ours", "kind,term,status,on\nkinder,abscond,unverified,yes\n", "words/ours.csv:2: A row that nobody has verified cannot be on."},
	} {
		pack := good(t)
		pack["words/"+c.list+".csv"] = &fstest.MapFile{Data: []byte(c.text)}
		problems := Check(pack, nil)
		found := false
		for _, p := range problems {
			found = found || strings.HasPrefix(p.String(), c.told)
		}
		if !found {
			t.Errorf("not told %s but %v", c.told, problems)
		}
	}
}

// Lists of wording are told apart by their terms, not by their first cells: a
// pack changes one row, and the others stay.
func TestWords_aPackChangesOneTermOfAList(t *testing.T) {
	before, _ := builtIn(t).Words("kinder")
	columns := strings.Join(before.Columns, ",")
	one := outsider(map[string]string{
		packName:           "hide:\n  - words/kinder/respite\n",
		"words/kinder.csv": columns + "\nkinder,abscond*,went to find a friend,Leeds,2026,own,yes,,,,\nkinder,our own word,another,Leeds,2026,own,yes,,,,\n",
	})
	l := library(t, Source{"leeds", one})
	after, _ := l.Words("kinder")
	absconding, others := 0, 0
	for _, row := range after.Rows {
		switch name := after.Name(row); {
		case name == "abscond*":
			absconding++
			if row.Pack != "leeds" {
				t.Errorf("a row of the pack before is left: %v", row.Cells)
			}
		case contains(after.names(row), "respite"):
			t.Errorf("what is hidden is there: %v", row.Cells)
		default:
			others++
		}
	}
	if absconding != 1 || others < len(before.Rows)-10 {
		t.Errorf("%d rows for abscond, %d others of %d", absconding, others, len(before.Rows))
	}
	var told []string
	for _, o := range Overrides(one, builtIn(t)) {
		told = append(told, o.String())
	}
	for _, want := range []string{"replaces words/kinder/abscond* of Sounding", "adds words/kinder/our own word", "hides words/kinder/respite of Sounding"} {
		if !contains(told, want) {
			t.Errorf("not told %q but %q", want, told)
		}
	}
}

// A yes at the prompt of this role brings up the person's own list of people,
// so it has to be a yes or a no.
func TestCheck_knowsThePromptThatNeedsAPerson(t *testing.T) {
	pack := good(t)
	change(t, pack, walkFileName, "      - id: keep", "      - id: person\n        text: Does this need a person?\n        input: yesno\n        role: person\n      - id: keep")
	if problems := Check(pack, nil); Stops(problems) {
		t.Errorf("told %v", problems)
	}
	change(t, pack, walkFileName, "        input: yesno\n        role: person", "        role: person")
	problems := Check(pack, nil)
	if len(problems) != 1 || !strings.Contains(problems[0].String(), "A prompt with the role person has to be answered with: yesno.") {
		t.Errorf("told %v", problems)
	}
	walk, _ := builtIn(t).Walk("case-reflection")
	arrive, _ := walk.Step("arrive")
	for _, p := range arrive.Prompts {
		if p.ID == "person" && p.Role != journal.RolePerson {
			t.Error("the prompt that needs a person has not its role")
		}
	}
}

// Every theme of the built-in pack has lines of both ways of talking, and no
// line is of a theme that is not there.
func TestOtherLines_speakBothWaysInEveryTheme(t *testing.T) {
	l := builtIn(t)
	ways := map[string]map[journal.Talk]int{}
	for _, line := range l.OtherLines() {
		if ways[line.Theme] == nil {
			ways[line.Theme] = map[journal.Talk]int{}
		}
		ways[line.Theme][line.Talk]++
		if line.Who == "" || line.Text == "" {
			t.Errorf("a line says too little: %+v", line)
		}
	}
	for _, theme := range append(l.Themes(), journal.Theme{ID: journal.AnyTheme}) {
		if n := ways[theme.ID]; n[journal.TalkSustain] < 3 || n[journal.TalkChange] < 3 {
			t.Errorf("%s has %v", theme.ID, n)
		}
		delete(ways, theme.ID)
	}
	for theme := range ways {
		t.Errorf("there is no theme %q", theme)
	}
}
