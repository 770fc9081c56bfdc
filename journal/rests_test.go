package journal

import "testing"

func TestRests_saysInOneSentenceWhatAViewRestsOn(t *testing.T) {
	label := func(id string) string {
		if id == "school" {
			return "School or nursery"
		}
		return id
	}
	for name, row := range map[string]struct {
		evidence []Evidence
		want     string
	}{
		"nothing":      {nil, "Nothing is written down yet that this could rest on."},
		"only unknown": {[]Evidence{{Text: "x", Sort: SortMissing}, {Text: "y", Sort: SortMissing}}, "This rests on nothing known yet: there are two things to find out."},
		"one seen":     {[]Evidence{{Text: "x", How: HowSeen}}, "This rests on one statement: one you saw."},
		"no details":   {[]Evidence{{Text: "x"}, {Text: "y"}, {Text: " "}}, "This rests on two statements."},
		"a mixture": {[]Evidence{
			{Text: "a", How: HowSeen, Voice: "child"}, {Text: "b", How: HowHeard, Voice: "school"}, {Text: "c", How: HowHeard, Voice: "school"},
			{Text: "d", How: HowRead, Voice: "school"}, {Text: "e", Sort: SortAssumption}, {Text: "f", Sort: SortAmbiguous}, {Text: "g", Sort: SortMissing},
		}, "This rests on six statements: one you saw, two you were told, one you read, two that do not say how they reached you, one is assumed, one could mean several things and three from one voice (School or nursery); one thing is not known yet."},
		"own words, safe to print": {[]Evidence{{Text: "a", Whose: "Gran \x1b[1m"}, {Text: "b", Whose: " Gran \x1b[1m"}},
			"This rests on two statements: two from one voice (Gran ␛[1m)."},
	} {
		if got := RestsOn(&Reflection{Evidence: row.evidence}).Sentence(label); got != row.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, row.want)
		}
	}
}

func TestRestsOn_countsDatesAndVoices(t *testing.T) {
	r := Reflection{Evidence: []Evidence{
		{Text: "a", Voice: "father", When: "2026-11-02"}, {Text: "b", Voice: "mother"}, {Text: "c", Voice: "mother"}, {Text: "d", Voice: "father"},
	}}
	got := RestsOn(&r)
	want := Rests{Statements: 4, Unsaid: 4, Undated: 3, Voices: 2, Loudest: "father", FromOne: 2}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
