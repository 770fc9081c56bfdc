package language

import (
	"strings"
	"testing"
)

func tableOf(t *testing.T, csv string) Tables {
	t.Helper()
	rows, err := LoadPairs(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	return NewTables(rows)
}

func TestLoadPairs_namesTheLineAndWhatIsWrong(t *testing.T) {
	for _, row := range []struct{ csv, want string }{
		{"", "it is empty"},
		{"kind,term,colour\n", "column 3"},
		{"kind,kind,term\n", "twice"},
		{"kind,source\n", "column term is missing"},
		{"kind,term\nplain,use\nrude,use\n", "line 3: the column kind"},
		{"kind,term\nplain,--\n", "line 2: the column term"},
		{"kind,term,on\nplain,use,maybe\n", "line 2: the column on"},
		{"kind,term,status\nplain,use,true\n", "line 2: the column status"},
		{"kind,term,status,on\nplain,use,unverified,yes\n", "line 2: an unverified row cannot be on"},
		{"kind,term,only\nplain,use,the\n", "line 2: the column only: every cue begins"},
		{"kind,term,unless\nplain,use,~@nobody\n", "line 2: the column unless: a group"},
		{"kind,term,unless\nplain,use,<a//b\n", "line 2: the column unless: a choice"},
		{"kind,term\nplain,use,more\n", "line 2: it has more fields"},
		{"kind,term\nplain,\"use\n", "read word table"},
	} {
		rows, err := LoadPairs(strings.NewReader(row.csv))
		if err == nil || !strings.Contains(err.Error(), row.want) || rows != nil {
			t.Errorf("%q: %v, want %q and no rows", row.csv, err, row.want)
		}
	}
}

func TestLoadPairs_readsColumnsInAnyOrder(t *testing.T) {
	rows, err := LoadPairs(strings.NewReader("\ufeffterm,on,kind,status,alternatives\r\nutilise*,yes,plain,own,use | employ\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	row := rows[0]
	if row.Term != "utilise*" || !row.On || row.Kind != WordPlain || strings.Join(row.Alternatives, ",") != "use,employ" {
		t.Errorf("read %+v", row)
	}
}

func TestBuiltInTables_shipUnverifiedRowsOff(t *testing.T) {
	unverified := 0
	for _, row := range builtInTables(t).Rows() {
		if row.Unverified() {
			unverified++
			if row.On {
				t.Errorf("%q is unverified and on", row.Term)
			}
		}
		if row.On && row.Source == "" {
			t.Errorf("%q has no source", row.Term)
		}
	}
	if unverified < 40 {
		t.Errorf("%d unverified rows, want the remembered pairs kept", unverified)
	}
}

// Precision stands over softness: nothing offers a softer word for harm, and no row that is on puts a finding about
// somebody into the writer's mouth.
func TestBuiltInTables_neverSoftenHarm(t *testing.T) {
	tables := builtInTables(t)
	for _, text := range []string{
		"He raped her.", "He strangled her and hit the baby.", "Her uncle sexually abused her.", "He murdered his wife.",
		"She said that he beats her with a belt.", "It was rape.", "He is violent to her mother.", "She has been trafficked by two men.",
	} {
		for _, f := range Wording(text, tables) {
			t.Errorf("%s %q in %q", f.Kind, f.Text, text)
		}
	}
	for _, row := range tables.Rows() {
		for _, alternative := range row.Alternatives {
			if row.On && (strings.Contains(alternative, "abusing") || strings.Contains(alternative, "violence") && row.Kind != WordAcronym) {
				t.Errorf("%q offers %q, which is a finding", row.Term, alternative)
			}
		}
	}
}

func TestWording_asksWhereAPairWouldAddAFact(t *testing.T) {
	tables := builtInTables(t)
	for _, text := range []string{
		"She failed to protect the boys.", "She is in a relationship with an older man.", "He is associating with a gang.", "The boy was hit.",
	} {
		findings := Wording(text, tables)
		if len(findings) == 0 {
			t.Errorf("nothing in %q", text)
			continue
		}
		f := findings[0]
		if len(f.Alternatives) > 0 || f.Ask == "" || !strings.Contains(f.Because, f.Ask) {
			t.Errorf("%q: %+v, want a question and no word", text, f)
		}
	}
}

func TestWording_saysWhereGuidesDiffer(t *testing.T) {
	findings := Wording("He absconded.", builtInTables(t))
	if len(findings) != 1 {
		t.Fatalf("found %+v", findings)
	}
	f := findings[0]
	if !strings.Contains(f.Because, "guides differ") || len(f.Alternatives) != 3 || strings.Count(f.Source, ";") != 1 {
		t.Errorf("found %+v, want the words of both guides", f)
	}
}

func TestWording_matchesInflectionsAndHyphens(t *testing.T) {
	tables := tableOf(t, "kind,term,status,on\nplain,step* down,own,yes\nplain,carry*,own,yes\nplain,stop*,own,yes\nplain,use*,own,yes\n")
	for _, text := range []string{"stepping down", "stepped-down", "step\ndown", "carries", "carried", "stopped", "stopping", "using", "uses", "used"} {
		if got := Wording("They "+text+" it", tables); len(got) != 1 || got[0].Text != text {
			t.Errorf("%q: %+v", text, got)
		}
	}
	for _, text := range []string{"step. Down", "step - down", "useless", "Use"} {
		if got := Wording("The "+text+" it", tables); len(got) != 0 {
			t.Errorf("%q: %+v, want nothing", text, got)
		}
	}
}

func TestWording_leavesQuotationsAndNamesAlone(t *testing.T) {
	tables := tableOf(t, "kind,term,status,on\nplain,peers,own,yes\n")
	for _, text := range []string{
		`"my peers" she said`, "“my peers” she said", "‘my peers’ she said", "he said 'my peers' twice", "we met in Peers Road", "PEERS",
	} {
		if got := Wording(text, tables); len(got) != 0 {
			t.Errorf("%q: %+v, want nothing", text, got)
		}
	}
	for _, text := range []string{"Peers matter", "the dogs' peers don't", "my peers\" she", "‘oh’ said peers", "\"oh\n\npeers"} {
		if got := Wording(text, tables); len(got) != 1 {
			t.Errorf("%q: %+v, want one", text, got)
		}
	}
}

func TestWording_reportsAnAcronymOnceAndNotWhereItIsSpelledOut(t *testing.T) {
	tables := builtInTables(t)
	for text, want := range map[string]int{
		"The IRO rang. The IRO came.":                            1,
		"The independent reviewing officer (IRO) rang. The IRO.": 0,
		"An IRO (independent reviewing officer) rang.":           0,
		"The independent reviewing officer rang, and the IRO.":   0,
		"IROs meet. An IRO rang.":                                1,
		"The QXZ team and GP.":                                   1,
		"THE IRO MUST SIGN HERE":                                 0,
		"\"The IRO rang,\" she said.":                            0,
	} {
		got := 0
		for _, f := range Wording(text, tables) {
			if f.Kind == WordAcronym {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d acronyms, want %d", text, got, want)
		}
	}
}

func TestWording_respectsTheWordsOfStatutes(t *testing.T) {
	tables := builtInTables(t)
	if got := Wording("He is a looked after child.", tables); len(got) != 1 {
		t.Errorf("found %+v, want one", got)
	}
	if got := Wording("Section 22 of the Children Act 1989 says who is a looked after child.", tables); len(got) != 0 {
		t.Errorf("found %+v in a sentence of law", got)
	}
}

func TestTables_canBeSwitched(t *testing.T) {
	tables := builtInTables(t)
	silent := tables.Switched(func(WordRow) bool { return false })
	if got := Wording("He absconded prior to tea.", silent); len(got) != 0 {
		t.Errorf("found %+v with every row off", got)
	}
	plain := tables.Only(func(r WordRow) bool { return r.Kind == WordPlain })
	if got := Wording("He absconded prior to tea.", plain); len(got) != 1 || got[0].Kind != WordPlain {
		t.Errorf("found %+v, want the plain word alone", got)
	}
	if got := Wording("prior to", Tables{}); got != nil {
		t.Errorf("empty tables found %+v", got)
	}
}

func TestWording_remembersDisagreement(t *testing.T) {
	findings := Wording("I rang prior to tea. I rang Prior to lunch.", builtInTables(t))
	if len(findings) == 0 {
		t.Fatal("nothing found")
	}
	if left := WithoutWords(findings, map[string]bool{findings[0].Key(): true}); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
}

func TestWordingAround_looksAtOneParagraph(t *testing.T) {
	findings := WordingAround("He absconded.\nI rang prior to tea.\nHe absconded.", 20, builtInTables(t))
	if len(findings) != 1 || findings[0].Text != "prior to" || findings[0].Start != 21 {
		t.Errorf("found %+v, want prior to at 21", findings)
	}
}
