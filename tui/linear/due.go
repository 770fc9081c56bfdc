package linear

import (
	"context"
	"fmt"
	"strings"

	"sounding/journal"
)

// LookBack is what finding out what happened next needs.
type LookBack interface {
	Due(until journal.Date) []journal.Due
	LookBack(context.Context, journal.ID) (journal.ID, error)
	Decisions(context.Context) ([]journal.Decision, error)
	Returns(context.Context) (journal.ReturnRate, error)
	Insights(context.Context) ([]journal.Insight, error)
	Likelihood(id string) string
}

// forEver is a day after every other.
const forEver = journal.Date("9999-12-31")

// whatIsDue gathers what has a day, up to one; without the means for more, what
// the list tells.
func (a *App) whatIsDue(until journal.Date) []journal.Due {
	if a.Back != nil {
		return a.Back.Due(until)
	}
	return journal.DueBy(a.Vault.List(), journal.FollowUpRules{Follows: func(string) bool { return false }}, journal.DateOf(a.Now()), until)
}

// The further choices below what is due.
const (
	dueOlder     = "older"
	dueDecisions = "decisions"
	dueReturns   = "returns"
)

// dueBehind is how many days back a thing is listed at once; what is older comes
// when it is asked for, where it does not press.
const dueBehind = 7

// due lists what has a day from a week ago on, soonest first, and below it what
// is older, the decision log and the families who came back. Each thing can be
// answered where it stands.
func (a *App) due(ctx context.Context) error {
	open := a.whatIsDue(forEver)
	from := journal.DateOf(a.Now()).AddDays(-dueBehind)
	at := 0
	for at < len(open) && open[at].On.Day() < from {
		at++
	}
	older, open := open[:at], open[at:]
	a.talk.gap()
	if len(open)+len(older) == 0 {
		a.talk.say("%s", nothingDue)
	}
	choices := a.dueChoices(open)
	if len(older) > 0 {
		choices = append(choices, journal.Choice{ID: dueOlder, Label: fmt.Sprintf(labelOlder, len(older))})
	}
	if a.Back != nil {
		choices = append(choices, journal.Choice{ID: dueDecisions, Label: labelDecisions}, journal.Choice{ID: dueReturns, Label: labelReturns})
	}
	if len(choices) == 0 {
		return nil
	}
	i, err := a.talk.choose(dueQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	switch choices[i].ID {
	case dueOlder:
		i, err := a.talk.choose(dueQuestion, a.dueChoices(older), true)
		if err != nil || i < 0 {
			return err
		}
		return a.dueOne(ctx, older[i])
	case dueDecisions:
		return a.decisions(ctx)
	case dueReturns:
		return a.returns(ctx)
	}
	return a.dueOne(ctx, open[i])
}

// dueChoices says each thing that is due, for whom and when.
func (a *App) dueChoices(due []journal.Due) []journal.Choice {
	known := map[journal.ID]journal.Summary{}
	for _, s := range a.Vault.List() {
		known[s.ID] = s
	}
	today := journal.DateOf(a.Now())
	var out []journal.Choice
	for _, d := range due {
		text := d.Text
		if d.Kind == journal.DueFollowUp {
			text = known[d.Reflection].Title
		}
		var parts []string
		if subject := known[d.Reflection].Subject; subject != "" {
			parts = append(parts, subject)
		}
		out = append(out, journal.Choice{ID: string(d.Reflection) + d.Ref, Label: followed(dueWords[d.Kind]+journal.VisibleLine(text), strings.Join(append(parts, d.Briefly(today)), ", "))})
	}
	return out
}

func (a *App) dueOne(ctx context.Context, d journal.Due) error {
	switch d.Kind {
	case journal.DueForecast:
		return a.outcome(ctx, d)
	case journal.DueFollowUp:
		return a.followUp(ctx, d)
	}
	i, err := a.talk.choose(askDone, []journal.Choice{
		{ID: "done", Label: labelDone}, {ID: "open", Label: labelOpen}, {ID: "back", Label: labelNotYet},
	}, true)
	switch {
	case err != nil || i < 0:
		return err
	case i == 0:
		return a.change(ctx, d.Reflection, saidDone, func(r *journal.Reflection) error { return r.MarkDone(d.Ref, a.Now()) })
	case i == 1:
		return a.open(ctx, d.Reflection)
	}
	return nil
}

// change writes something in a reflection and waits until it is kept.
func (a *App) change(ctx context.Context, id journal.ID, said string, write func(*journal.Reflection) error) error {
	r, _, err := a.Vault.Load(ctx, id)
	if err != nil {
		return err
	}
	if err := write(&r); err != nil {
		return err
	}
	a.Writer.Put(r)
	if err := a.Writer.Flush(ctx); err != nil {
		return err
	}
	if said != "" {
		a.talk.say("%s", said)
	}
	return nil
}

// outcome asks how a forecast turned out. The first answer alone is enough, and
// each is kept as it is given.
func (a *App) outcome(ctx context.Context, d journal.Due) error {
	r, _, err := a.Vault.Load(ctx, d.Reflection)
	if err != nil {
		return err
	}
	f, ok := r.Forecast(d.Ref)
	if !ok {
		return nil
	}
	a.talk.gap()
	a.talk.say(expectedBy, ended(journal.VisibleLine(f.Text)), f.Due.Long())
	if a.Back != nil && a.Back.Likelihood(f.Words) != "" {
		a.talk.say(seemed, a.Back.Likelihood(f.Words))
	}
	for n, q := range journal.OutcomeQuestions(f) {
		value, err := a.outcomeAnswer(q, n == 0)
		if err != nil {
			return err
		}
		if value == "" {
			if n == 0 {
				return nil
			}
			continue
		}
		if err := a.change(ctx, d.Reflection, "", func(r *journal.Reflection) error { return r.Turn(d.Ref, q.Field, value, a.Now()) }); err != nil {
			return err
		}
	}
	a.talk.say("%s", saidKept)
	return nil
}

func (a *App) outcomeAnswer(q journal.Question, first bool) (string, error) {
	if q.Input == journal.InputText {
		a.talk.say("%s %s", q.Text, enterLeaves)
		line, err := a.talk.line()
		return strings.TrimSpace(line), err
	}
	text := q.Text + " " + enterLeaves
	choices := q.Choices
	if first {
		text, choices = q.Text, append(append([]journal.Choice{}, q.Choices...), journal.Choice{ID: "soon", Label: labelTooSoon})
	}
	i, err := a.talk.choose(text, choices, true)
	if err != nil || i < 0 || i >= len(q.Choices) {
		return "", err
	}
	return choices[i].ID, nil
}

// followUp offers to look back on a reflection.
func (a *App) followUp(ctx context.Context, d journal.Due) error {
	r, w, err := a.Vault.Load(ctx, d.Reflection)
	if err != nil {
		return err
	}
	about := journal.VisibleLine(journal.TitleOf(&w, &r)) + ", " + r.Created.Format("2 January 2006")
	if r.Subject != "" {
		about = r.Subject + ", " + about
	}
	a.talk.say("%s", about)
	i, err := a.talk.choose(d.Text, []journal.Choice{
		{ID: "back", Label: labelLookBack}, {ID: "read", Label: labelReadThen}, {ID: "later", Label: labelNotToday},
	}, true)
	switch {
	case err != nil || i < 0:
		return err
	case i == 0:
		id, err := a.Back.LookBack(ctx, d.Reflection)
		if err != nil {
			return err
		}
		return a.open(ctx, id)
	case i == 1:
		a.record(journal.NewProgress(&w, &r, a.Shelf.Catalogue(), a.Now))
	}
	return nil
}

// decisions reads the decision log out, the latest first, some at a time.
func (a *App) decisions(ctx context.Context) error {
	log, err := a.Back.Decisions(ctx)
	if err != nil {
		return err
	}
	a.talk.gap()
	if len(log) == 0 {
		a.talk.say("%s", noDecisions)
		return nil
	}
	a.talk.say("%s", aboutDecisions)
	for i, d := range log {
		if i > 0 && i%listed == 0 {
			more, err := a.talk.yes(fmt.Sprintf(moreDecisions, len(log)-i))
			if err != nil || !more {
				return err
			}
		}
		head := d.On.Long()
		if d.Subject != "" {
			head += ", " + d.Subject
		}
		a.talk.gap()
		a.talk.say("%s.", head)
		for _, line := range d.Lines() {
			a.talk.say("%s", line)
		}
	}
	return nil
}

func (a *App) returns(ctx context.Context) error {
	rate, err := a.Back.Returns(ctx)
	if err != nil {
		return err
	}
	a.talk.gap()
	for _, sentence := range rate.Sentences() {
		a.talk.say("%s", sentence)
	}
	a.talk.say("%s", forYouAlone)
	return nil
}
