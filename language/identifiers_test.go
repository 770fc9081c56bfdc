package language

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// Floors under the figures of docs/identifiers.md: what was measured, less what one or two passages more or less make.
var identifierFloors = map[string]struct {
	formatted, names, others float64
	alarms                   float64 // per 1,000 words
}{
	"development.txt": {0.99, 0.98, 0.95, 0.5},
	"heldout.txt":     {0.97, 0.97, 0.90, 1.0},
	"blind_a.txt":     {0.98, 0.96, 0.75, 0.6},
	"blind_b.txt":     {0.95, 0.96, 0.68, 1.0},
	"blind_c.txt":     {0.95, 0.96, 0.86, 3.0},
}

func TestIdentifiers_keepTheirRates(t *testing.T) {
	passages := 0
	for name, floor := range identifierFloors {
		rates := rateIdentifiers(readIdentifierPassages(t, name))
		passages += rates.passages
		t.Logf("%s: %s", name, rates)
		if got, _, _ := rates.recall(formatted...); got < floor.formatted {
			t.Errorf("%s: formatted kinds %.3f, want %.2f: %s", name, got, floor.formatted, strings.Join(rates.misses, "\n"))
		}
		if got, _, _ := rates.recall(IdentifierName); got < floor.names {
			t.Errorf("%s: names %.3f, want %.2f: %s", name, got, floor.names, strings.Join(rates.misses, "\n"))
		}
		if got, _, _ := rates.recall(IdentifierSchool, IdentifierPlace, IdentifierAddress); got < floor.others {
			t.Errorf("%s: schools, places and addresses %.3f, want %.2f", name, got, floor.others)
		}
		if got := 1000 * float64(rates.falseAlarms) / float64(rates.words); got > floor.alarms {
			t.Errorf("%s: %.2f false alarms per 1,000 words, want %.1f: %s", name, got, floor.alarms, strings.Join(rates.alarms, "\n"))
		}
	}
	if passages < 300 {
		t.Errorf("%d passages, want 300 or more", passages)
	}
}

func TestIdentifiers_knowTheCheckVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors map[string]json.RawMessage
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []IdentifierKind{IdentifierNHSNumber, IdentifierNINO, IdentifierPostcode, IdentifierPhone} {
		var rows struct{ Valid, Invalid []string }
		if err := json.Unmarshal(vectors[string(kind)], &rows); err != nil {
			t.Fatal(err)
		}
		for _, valid := range rows.Valid {
			if got := texts(Identifiers("It says "+valid+" there.", Roster{}), kind); len(got) != 1 || got[0] != valid {
				t.Errorf("%s %q: found %q", kind, valid, got)
			}
		}
		for _, invalid := range rows.Invalid {
			if got := texts(Identifiers("It says "+invalid+" there.", Roster{}), kind); len(got) != 0 {
				t.Errorf("%s %q: found %q, want nothing", kind, invalid, got)
			}
		}
	}
}

// texts gives the words of the findings of a kind.
func texts(findings []Finding, kind IdentifierKind) []string {
	var found []string
	for _, f := range findings {
		if f.Kind == kind {
			found = append(found, f.Text)
		}
	}
	return found
}

func TestIdentifiers_tellKindsApartByWhatStandsBeside(t *testing.T) {
	for _, row := range []struct {
		text string
		kind IdentifierKind
		want string
	}{
		{"She was born on 12 March 2015.", IdentifierDateOfBirth, "12 March 2015"},
		{"We met on 12 March 2015.", IdentifierDate, "12 March 2015"},
		{"d.o.b. 12.03.15", IdentifierDateOfBirth, "12.03.15"},
		{"She is 7 and he has 7 cars.", IdentifierAge, "7"},
		{"Aisha (7) came.", IdentifierAge, "7"},
		{"a six-month-old baby", IdentifierAge, "six-month-old"},
		{"The 10-year-old policy was for a 10-year-old boy.", IdentifierAge, "10-year-old"},
		{"mum sarah said so", IdentifierName, "sarah"},
		{"May was asleep when I came.", IdentifierName, "May"},
		{"Grace was calm.", IdentifierName, "Grace"},
		{"The Khans live at number 9.", IdentifierName, "Khans"},
		{"The Smiths rang.", IdentifierName, "Smiths"},
		{"I met the Okafors of Gascoigne Road.", IdentifierName, "Okafors"},
		{"I met the Okafors of Gascoigne Road.", IdentifierAddress, "Gascoigne Road"},
		{"I saw Mr Jessop of Castle Street.", IdentifierName, "Jessop"},
		{"They live on the Gascoigne estate.", IdentifierPlace, "Gascoigne estate"},
		{"Registered at Cranbrook Road surgery.", IdentifierPlace, "Cranbrook Road surgery"},
		{"She goes to little acorns nursery now.", IdentifierSchool, "little acorns nursery"},
		{"He is at st marys primary.", IdentifierSchool, "st marys primary"},
		{"He attends Bellfield Rise.", IdentifierSchool, "Bellfield Rise"},
		{"It is number 41, top of the hill on Marsh Lane.", IdentifierAddress, "41"},
		{"Now in Room 14, Belvedere Hotel, Ilford.", IdentifierAddress, "Room 14, Belvedere Hotel"},
		{"They stay at The Larches.", IdentifierPlace, "The Larches"},
		{"Baby Sam is 9 weeks, and feeding.", IdentifierAge, "9 weeks"},
		{"Rojda (15 and a half) came.", IdentifierAge, "15 and a half"},
		{"Ana Reid Y8 (12) came.", IdentifierAge, "12"},
		{"Harjit and Surjit Bains, 86 and 84.", IdentifierAge, "86"},
		{"Dilan nearly 8.", IdentifierAge, "8"},
		{"Ana Reid, F, 3/4/15, was seen.", IdentifierDateOfBirth, "3/4/15"},
		{"dob 12 Meskerem 2000", IdentifierDateOfBirth, "12 Meskerem 2000"},
		{"Allocated 8/1.", IdentifierDate, "8/1"},
		{"I told Grace that grace matters.", IdentifierName, "Grace"},
		{"In May I met May's mum.", IdentifierName, "May"},
		{"Mrs Brown has a brown coat.", IdentifierName, "Brown"},
		{"He goes to Oakfield Primary School, not to primary school.", IdentifierSchool, "Oakfield Primary School"},
		{"ysgol is Welsh; Ysgol Bryn Derw is a school", IdentifierSchool, "Ysgol Bryn Derw"},
		{"They moved to Leeds from Reading, where the reading is good.", IdentifierPlace, "Leeds"},
		{"She lives at 14 Mill Lane with 14 cats.", IdentifierAddress, "14 Mill Lane"},
		{"The car is AB12 CDE and the postcode AB12 3DE.", IdentifierVehicle, "AB12 CDE"},
		{"Her case number is 2024/00123.", IdentifierCaseNumber, "2024/00123"},
		{"He is @kaz_09 and we met @home.", IdentifierHandle, "@kaz_09"},
	} {
		got := texts(Identifiers(row.text, Roster{}), row.kind)
		if len(got) == 0 || got[0] != row.want {
			t.Errorf("%s in %q: %q, want %q", row.kind, row.text, got, row.want)
		}
	}
}

func TestIdentifiers_leaveAloneWhatNamesNobody(t *testing.T) {
	for _, text := range []string{
		"On Monday we used Section 47 and Working Together 2023.",
		"Cafcass, MARAC and Ofsted were there.",
		"Munro (2008) and Ruch, Turney and Ward (2010) say so, and Gibbs' cycle helps.",
		"As Munro argues, error is ordinary. The Munro Review agrees.",
		"Heron came with Child A, Parent 1 and Person AB to School 1 in Place 12.",
		"The note said [name] and [phone 1] and [age 2: 5 to 9] and [National Insurance number 3].",
		"Mum, Dad and Nan came. Mummy said so.",
		"Will you hope for grace? May I mark it? Faith is a joy.",
		"Hope was not enough. May was quiet. Faith was important. March was busy.",
		"The four Rs and the three houses. On call 24/7.",
		"We met at The Royal College. From The Promise I took a line. Mum went to A&E. He waited.",
		"He goes to big school, then to part time college, and the baby to a local nursery.",
		"I attended Core Group. The estate was quiet. The hospital and the surgery rang.",
		"Under-fives and over-16s, aged 16 to 25, 24/7, 7 out of 10, 9.30, page 47.",
		"The Children Act 1989, Claire's Law and the Lammy Review.",
		"I used Teams, WhatsApp and Mosaic, then the Graded Care Profile.",
		"She is Polish, Muslim and a PhD student.",
	} {
		for _, f := range Identifiers(text, Roster{}) {
			t.Errorf("%s %q in %q", f.Kind, f.Text, text)
		}
	}
}

func TestIdentifiers_findANameTypedSmallOnceItIsSure(t *testing.T) {
	text := "Rosie and Jack were upset. rosie and jack hid."
	if got := Replace(text, Identifiers(text, Roster{}), NewKey()); strings.Contains(strings.ToLower(got), "jack") || strings.Contains(strings.ToLower(got), "rosie") {
		t.Errorf("a name was left in %q", got)
	}
}

func TestIdentifiers_warnOfAJigsaw(t *testing.T) {
	text := "The twins are Roma and one has sickle cell disease. We met again."
	findings := Identifiers(text, Roster{})
	if len(findings) != 1 || findings[0].Kind != IdentifierJigsaw || findings[0].Replacement != "" {
		t.Fatalf("found %+v, want one jigsaw", findings)
	}
	if got := findings[0].Because; !strings.Contains(got, pieceRare) || !strings.Contains(got, pieceIllness) {
		t.Errorf("because %q does not name its pieces", got)
	}
	if got := Replace(text, findings, NewKey()); got != text {
		t.Errorf("a jigsaw was replaced: %q", got)
	}
}

func TestIdentifiers_countCodePointsAfterAByteOrderMark(t *testing.T) {
	text := "\ufeffé\r\n\xffSarah"
	findings := Identifiers(text, Roster{})
	if len(findings) != 1 || findings[0].Start != 4 || findings[0].End != 9 {
		t.Fatalf("found %+v, want Sarah at 4 to 9", findings)
	}
	if from, to := ByteRange(text, Span{4, 9}); text[from:to] != "Sarah" {
		t.Errorf("bytes %d to %d are %q", from, to, text[from:to])
	}
}

func TestIdentifiers_followTheRoster(t *testing.T) {
	roster := Roster{
		People: []Known{{Name: "Zzedd Quorl", Role: RoleChild}, {Name: "Summer"}}, Schools: []string{"the Hut"}, Places: []string{"Nether Wallop"},
		Codes: []string{"Sarah"}, References: []string{"LCS 99-AA"},
	}
	text := "zzedd went to the hut with Sarah. In summer Summer saw Quorl at nether wallop, ref LCS 12-AB."
	want := map[string]IdentifierKind{
		"zzedd": IdentifierName, "the hut": IdentifierSchool, "Summer": IdentifierName, "Quorl": IdentifierName,
		"nether wallop": IdentifierPlace,
	}
	for _, f := range Identifiers(text, roster) {
		if kind, found := want[f.Text]; found && kind == f.Kind {
			delete(want, f.Text)
		} else if f.Text == "Sarah" || f.Text == "summer" {
			t.Errorf("%s %q was found", f.Kind, f.Text)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestIdentifiers_rememberDisagreement(t *testing.T) {
	findings := Identifiers("Sarah rang. SARAH rang Leeds.", Roster{})
	disagreed := map[string]bool{findings[0].Key(): true}
	left := WithoutIdentifiers(findings, disagreed)
	if len(left) != 1 || left[0].Text != "Leeds" {
		t.Errorf("left %+v, want Leeds alone", left)
	}
}

func TestIdentifiersAround_looksAtOneParagraph(t *testing.T) {
	text := "Sarah rang.\nThen Tariq rang.\nThen Olena."
	findings := IdentifiersAround(text, 15, Roster{})
	if len(findings) != 1 || findings[0].Text != "Tariq" || findings[0].Start != 17 {
		t.Errorf("found %+v, want Tariq at 17", findings)
	}
	if got := IdentifiersAround(text, 10_000, Roster{}); len(got) != 1 || got[0].Text != "Olena" {
		t.Errorf("beyond the end: %+v, want Olena", got)
	}
}

func TestNameLists_holdNamesOfManyCommunities(t *testing.T) {
	given, family := 0, 0
	var groups uint64
	for _, slot := range nameLists().entries.slots {
		entry := slot.entry
		if entry.flags&flagGiven != 0 {
			given++
		}
		if entry.flags&flagFamily != 0 {
			family++
		}
		groups |= entry.groups
	}
	if given < 1500 || family < 1500 {
		t.Errorf("%d given and %d family names, want 1,500 of each", given, family)
	}
	t.Logf("%d given and %d family names", given, family)
	for section, group := range nameGroups {
		if groups&(1<<group) == 0 {
			t.Errorf("the group %q of data/cues.txt is empty or missing", section)
		}
	}
}
