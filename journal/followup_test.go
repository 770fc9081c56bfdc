package journal

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func day(text string) time.Time {
	t, ok := Date(text).Time(time.UTC)
	if !ok {
		panic(text)
	}
	return t.Add(10 * time.Hour)
}

func lookBack() FollowUpRules {
	return FollowUpRules{Walk: "what-happened-next", Follows: func(walk string) bool { return walk == "case-reflection" }}
}

func finished(id ID, subject, created string) Summary {
	return Summary{ID: id, Walk: "case-reflection", Subject: subject, Created: day(created), Status: StatusFinished}
}

func TestFollowUpsOf_areAtTwoWeeksThreeSixAndTwelveMonths(t *testing.T) {
	var got []string
	for _, f := range FollowUpsOf(finished("a", "Heron", "2026-08-31")) {
		got = append(got, string(f.On)+" to "+string(f.Until))
	}
	want := []string{"2026-09-14 to 2026-11-29", "2026-11-30 to 2027-02-27", "2027-02-28 to 2027-08-30", "2027-08-31 to 2027-11-30"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFollowUps_askOncePerSubjectAndNeverPileUp(t *testing.T) {
	all := []Summary{
		finished("a", "Heron", "2026-01-10"), finished("b", "Heron", "2026-08-20"), finished("c", "Wren", "2026-05-01"),
		finished("d", "", "2026-11-01"), finished("e", "Teal", "2026-11-18"), finished("z", "Rook", "2024-01-01"),
		{ID: "f", Walk: "case-reflection", Subject: "Finch", Created: day("2026-10-01"), Status: StatusDraft},
		{ID: "g", Walk: "gibbs", Subject: "Swift", Created: day("2026-10-01"), Status: StatusFinished},
		// Wren was looked back on since six months had passed.
		{ID: "h", Walk: "what-happened-next", Subject: "Wren", Created: day("2026-11-02"), Status: StatusFinished},
	}
	var got []string
	for _, f := range FollowUps(all, lookBack(), "2026-11-22") {
		got = append(got, fmt.Sprint(f.Reflection, " ", f.Stage.ID, " ", f.On))
	}
	want := []string{"d 2-weeks 2026-11-15", "b 3-months 2026-11-20"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	// Looking back before the stage's day does not do it.
	all[8].Created = day("2026-10-31")
	if got := FollowUps(all, lookBack(), "2026-11-22"); len(got) != 3 {
		t.Errorf("%v, want Wren asked at six months", got)
	}
}

func TestDueBy_gathersWhatIsOpenTheEarliestFirst(t *testing.T) {
	s := finished("b", "Heron", "2026-08-20")
	s.Open = []Due{
		{Reflection: "b", Kind: DueAction, Ref: "A1", On: "2026-11-28"},
		{Reflection: "b", Kind: DueAction, Ref: "A2", On: "2026-11-22T09:30"},
		{Reflection: "b", Kind: DueForecast, Ref: "F1", On: "2026-12-24"},
	}
	var got []string
	for _, d := range DueBy([]Summary{s}, lookBack(), "2026-11-22", "2026-11-29") {
		got = append(got, d.Ref)
	}
	if want := []string{"3-months", "A2", "A1"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestDue_whenIsSaidCalmly(t *testing.T) {
	for _, row := range []struct {
		due  Due
		want string
	}{
		{Due{Kind: DueAction, On: "2026-11-22T09:30"}, "today"},
		{Due{Kind: DueAction, On: "2026-11-23"}, "tomorrow"},
		{Due{Kind: DueAction, On: "2026-12-03"}, "on Thu 3 December"},
		{Due{Kind: DueAction, On: "2026-11-17"}, "was for Tue 17 November"},
		{Due{Kind: DueFollowUp, On: "2026-11-17"}, "whenever you like, since Tue 17 November"},
		{Due{Kind: DueAction}, "no day set"},
	} {
		got := row.due.When("2026-11-22")
		if got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
		for _, harsh := range []string{"overdue", "late", "missed"} {
			if strings.Contains(got, harsh) {
				t.Errorf("%q is not calm", got)
			}
		}
	}
}

func somePlaces() Places {
	return Places{
		Decision: []string{"next.leaning", "then.decision"}, Decider: []string{"next.who-decides"}, ChildMade: []string{"next.child-decision"},
		OnRecord: []string{"next.on-record"}, RecordedOn: []string{"next.on-record-date"}, CameBack: []string{"now.back"},
	}
}

func TestDecisionLog_holdsWhatWasDecidedLatestFirst(t *testing.T) {
	reflections := []Reflection{
		{ID: "a", Subject: "Heron", Created: day("2026-09-01"), Answers: []Answer{{Step: "next", Prompt: "leaning", Text: "wait a month"}, {Step: "next", Prompt: "who-decides", Text: "conference"}}},
		{ID: "b", Created: day("2026-09-02"), Answers: []Answer{{Step: "focus", Prompt: "dilemma", Text: "x"}}},
		{
			ID: "c", Subject: "Wren", Created: day("2026-10-01"), Actions: []Action{{ID: "A1", Text: "ring"}},
			Answers: []Answer{{Step: "next", Prompt: "child-decision", Text: "yes"}, {Step: "next", Prompt: "on-record", Text: "yes"}, {Step: "next", Prompt: "on-record-date", Text: "2026-10-02"}},
		},
		{ID: "d", Created: day("2026-08-01"), Answers: []Answer{{Step: "then", Prompt: "decision", Text: "no further action"}}},
	}
	log := DecisionLog(reflections, somePlaces())
	var got []ID
	for _, d := range log {
		got = append(got, d.Reflection)
	}
	if want := []ID{"c", "a", "d"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("%v, want %v", got, want)
	}
	if log[0].OnRecord != Yes || log[0].RecordedOn != "2026-10-02" || len(log[0].Actions) != 1 || log[0].On != "2026-10-01" {
		t.Errorf("%+v", log[0])
	}
	if log[1].Text != "wait a month" || log[1].Decider != "conference" || log[1].Subject != "Heron" {
		t.Errorf("%+v", log[1])
	}
}

func lookedBack(subject, on, answer string) Reflection {
	return Reflection{Subject: subject, Created: day(on), Answers: []Answer{{Step: "now", Prompt: "back", Text: answer}}}
}

func TestReturnRateOf_countsASubjectOnce(t *testing.T) {
	rate := ReturnRateOf([]Reflection{
		lookedBack("Heron", "2026-01-01", "too-soon"), lookedBack("Heron", "2026-06-01", "no"),
		lookedBack("Wren", "2026-05-01", "yes"), lookedBack("Wren", "2026-09-01", "no"),
		lookedBack("Teal", "2026-05-01", "no"), lookedBack("Teal", "2026-04-01", "too-soon"),
		lookedBack("Rook", "2026-05-01", "unknown"), lookedBack("", "2026-05-01", "no"), {Subject: "Finch"},
	}, somePlaces(), NationalRate{})
	if rate.N != 4 || rate.CameBack != 1 || rate.Unknown != 1 || !rate.TooFew || rate.Share != nil || rate.Interval != nil {
		t.Errorf("%+v", rate)
	}
	if said := strings.Join(rate.Sentences(), " "); !strings.Contains(said, "four so far, which is too few to say") {
		t.Errorf("said %q", said)
	}
}

func TestReturnRate_saysFigureIntervalNationAndCaution(t *testing.T) {
	var reflections []Reflection
	for i := range 20 {
		answer := "no"
		if i < 5 {
			answer = "yes"
		}
		reflections = append(reflections, lookedBack(fmt.Sprint("S", i), "2026-05-01", answer))
	}
	national := NationalRate{Share: 0.225811, Year: "year to 31 March 2025", Of: "of referrals in England", Source: "Explore Education Statistics"}
	rate := ReturnRateOf(reflections, somePlaces(), national)
	if !near(*rate.Share, 0.25, 1e-12) || !near(rate.Interval[0], 0.111861701408, 1e-9) || !near(rate.Interval[1], 0.468700877618, 1e-9) {
		t.Errorf("%v %v", *rate.Share, *rate.Interval)
	}
	want := []string{
		"Coming back means a new referral for the same child within twelve months of an earlier one. Here it is counted over the families that you looked back on yourself.",
		"Of the 20 you looked back on, 5 came back. With so few, anything from about 11 to 47 in 100 would fit that.",
		"For comparison: 22.6% of referrals in England, year to 31 March 2025 (Explore Education Statistics).",
		"Families come back for many reasons, including trust. This does not measure your work.",
	}
	if got := rate.Sentences(); !reflect.DeepEqual(got, want) {
		t.Errorf("said %q", got)
	}
}
