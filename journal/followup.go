package journal

import (
	"slices"
	"sort"
	"strings"
)

// DueFollowUp is a look back at what came of a reflection.
const DueFollowUp DueKind = "follow-up"

// FollowUpStage is how long after a reflection it is looked back on.
type FollowUpStage struct {
	ID     string
	Label  string
	Days   int
	Months int
}

// FollowUpStages are two weeks, three, six and twelve months. What was closed,
// or came to no further action, is looked back on like anything else: those are
// the endings that nobody hears of.
func FollowUpStages() []FollowUpStage {
	return []FollowUpStage{
		{ID: "2-weeks", Label: sayTwoWeeks, Days: 14},
		{ID: "3-months", Label: sayThreeMonths, Months: 3},
		{ID: "6-months", Label: saySixMonths, Months: 6},
		{ID: "12-months", Label: sayTwelveMonths, Months: 12},
	}
}

// lastStageMonths is how long the last follow-up stays open.
const lastStageMonths = 3

// FollowUp is one look back: from On until the day before the next stage takes
// its place.
type FollowUp struct {
	Reflection ID
	Subject    string
	Title      string
	Stage      FollowUpStage
	On         Date
	Until      Date
}

// FollowUpRules say what is looked back on: finished reflections of the walks
// that Follows names; and which walk does the looking back.
type FollowUpRules struct {
	Walk    string
	Follows func(walk string) bool
}

// FollowUpsOf lists the four follow-ups of a reflection, in their order.
func FollowUpsOf(s Summary) []FollowUp {
	stages := FollowUpStages()
	start := DateOf(s.Created)
	on := func(stage FollowUpStage) Date { return start.AddDays(stage.Days).AddMonths(stage.Months) }
	out := make([]FollowUp, len(stages))
	for i, stage := range stages {
		out[i] = FollowUp{Reflection: s.ID, Subject: s.Subject, Title: s.Title, Stage: stage, On: on(stage)}
		if i+1 < len(stages) {
			out[i].Until = on(stages[i+1]).AddDays(-1)
		} else {
			out[i].Until = out[i].On.AddMonths(lastStageMonths)
		}
	}
	return out
}

// FollowUps lists the follow-ups that are open today, the earliest first. There
// is one at most for a reflection and one for a subject, that of its latest
// reflection: what was not looked back on at three months is asked at six, and
// nothing piles up. A follow-up is done when the looking-back walk was taken
// about the same subject since its day.
func FollowUps(all []Summary, rules FollowUpRules, today Date) []FollowUp {
	followed, back := followed(all, rules)
	var out []FollowUp
	for _, s := range followed {
		for _, f := range FollowUpsOf(s) {
			if f.On <= today && today <= f.Until && (s.Subject == "" || back[s.Subject] < f.On) {
				out = append(out, f)
			}
		}
	}
	sort.SliceStable(out, func(a, b int) bool {
		if out[a].On != out[b].On {
			return out[a].On < out[b].On
		}
		return out[a].Reflection < out[b].Reflection
	})
	return out
}

// followed lists the reflections that are looked back on: the latest of each
// subject, and every one without a subject. Back is when each subject was last
// looked back on.
func followed(all []Summary, rules FollowUpRules) (out []Summary, back map[string]Date) {
	latest := map[string]Summary{}
	back = map[string]Date{}
	for _, s := range all {
		switch {
		case s.Walk == rules.Walk && s.Subject != "":
			back[s.Subject] = max(back[s.Subject], DateOf(s.Created))
		case s.Walk == rules.Walk || s.Status != StatusFinished || !rules.Follows(s.Walk):
		case s.Subject == "":
			out = append(out, s)
		default:
			if known, ok := latest[s.Subject]; !ok || s.after(known) {
				latest[s.Subject] = s
			}
		}
	}
	for _, subject := range sortedKeys(latest) {
		out = append(out, latest[subject])
	}
	return out, back
}

// after says that a reflection was begun later than another; of two that were
// begun at once, the one with the later id.
func (s Summary) after(other Summary) bool {
	return s.Created.After(other.Created) || s.Created.Equal(other.Created) && s.ID > other.ID
}

// Due is the follow-up as one thing that is due.
func (f FollowUp) Due() Due {
	return Due{Reflection: f.Reflection, Kind: DueFollowUp, Ref: f.Stage.ID, Text: f.Stage.Label, On: f.On}
}

// DueBy gathers what is open up to a day, and the follow-ups open today, the
// earliest first.
func DueBy(all []Summary, rules FollowUpRules, today, until Date) []Due {
	var out []Due
	for _, s := range all {
		for _, d := range s.Open {
			if d.On.Day() <= until {
				out = append(out, d)
			}
		}
	}
	for _, f := range FollowUps(all, rules, today) {
		out = append(out, f.Due())
	}
	SortDue(out)
	return out
}

// When says when a thing is due, as seen from today: "today", "on Thu 3
// December", "was for Tue 17 November". Nothing is overdue, late or missed.
func (d Due) When(today Date) string {
	day := d.On.Day()
	date := strings.TrimSuffix(day.Long(), " "+string(day[:min(4, len(day))]))
	switch {
	case !day.Valid():
		return sayNoDay
	case day == today.Day():
		return sayToday
	case day == today.Day().AddDays(1):
		return sayTomorrow
	case d.Kind == DueFollowUp:
		return saySince + date
	case day < today.Day():
		return sayWasFor + date
	}
	return sayOn + date
}

// Briefly is When in few words, for the end of a row. A look back is open for
// months, so it is for any time.
func (d Due) Briefly(today Date) string {
	if d.Kind == DueFollowUp {
		return sayAnyTime
	}
	return d.When(today)
}

// Places says where walks keep the answers that are looked back on, each as
// "step.prompt" and tried in order. They are content: the ids are the pack's.
type Places struct {
	Decision   []string // what was decided or leaned towards
	Decider    []string // who decides
	ChildMade  []string // yes: it looks like a decision about a child
	OnRecord   []string // is it on the child's record
	RecordedOn []string
	CameBack   []string // did the family come back within twelve months: yes, no or anything else
	Change     []string // what would change their mind
	ChangeBy   []string // the day by which they could know
}

// at reads the first of some places that has an answer.
func (r *Reflection) at(places []string) string {
	for _, place := range places {
		step, prompt, _ := strings.Cut(place, ".")
		if answer := r.Answer(step, prompt); answer != "" {
			return answer
		}
	}
	return ""
}

// Decision is an entry of the decision log.
type Decision struct {
	Reflection ID
	On         Date // the day of the reflection
	Subject    string
	Text       string
	Decider    string
	OnRecord   string // yes, not-yet; empty where it was not asked
	RecordedOn Date
	Actions    []Action
	Forecasts  []Forecast
}

// DecisionLog lists the decisions of some reflections, the latest first. A
// reflection is in it where something was decided or leaned towards in words,
// or it was said to be a decision about a child.
func DecisionLog(reflections []Reflection, places Places) []Decision {
	var out []Decision
	for i := range reflections {
		r := &reflections[i]
		text := r.at(places.Decision)
		if text == "" && r.at(places.ChildMade) != Yes {
			continue
		}
		out = append(out, Decision{
			Reflection: r.ID, On: DateOf(r.Created), Subject: r.Subject, Text: text, Decider: r.at(places.Decider),
			OnRecord: r.at(places.OnRecord), RecordedOn: Date(r.at(places.RecordedOn)),
			Actions: slices.Clone(r.Actions), Forecasts: slices.Clone(r.Forecasts),
		})
	}
	sort.SliceStable(out, func(a, b int) bool {
		if out[a].On != out[b].On {
			return out[a].On > out[b].On
		}
		return out[a].Reflection < out[b].Reflection
	})
	return out
}
