package linear

import (
	"context"
	"errors"
	"strings"

	"sounding/journal"
)

// visit is one walk through a reflection: which questions were put in this
// step, and in which order, for going back.
type visit struct {
	app   *App
	p     *journal.Progress
	asked map[string]bool
	trail []string
	again string             // a path that is asked although it has an answer
	seen  []journal.SeenSign // what may be worth a look, at the second look
	first *visit             // of a second pass: the one it stands beside
	watch journal.Stopwatch
	quiet *journal.Quiet // the quiet minutes that were asked for; nil without any

	found  []unsaid        // what was last found in an answer, to disagree with
	nudged map[string]bool // the steps at which depth was spoken of
}

// walk takes the person through a reflection, step by step, until they stop or
// reach the end.
func (a *App) walk(ctx context.Context, r *journal.Reflection, w *journal.Walk) error {
	v := &visit{app: a, p: journal.NewProgress(w, r, a.Shelf.Catalogue(), a.Now)}
	a.talk.gap()
	a.talk.say("%s %s", ended(w.Title), w.Summary)
	a.talk.say("%s", walkHelpOnce)
	v.watch.Rest(a.Now())
	err := v.steps(ctx)
	v.handTime(true)
	a.Writer.Put(r.Clone())
	if flushed := a.Writer.Flush(ctx); flushed != nil {
		return flushed
	}
	if filed := a.Writer.File(ctx, r.ID); filed != nil {
		return filed
	}
	if tidied := a.Vault.Tidy(ctx); tidied != nil {
		return tidied
	}
	if errors.Is(err, errEnded) {
		v.sayLeft()
	}
	return err
}

// handTime hands on the time that went to each step, where that is counted.
func (v *visit) handTime(another bool) {
	steps := v.watch.Take()
	if v.app.Spent != nil && len(steps) > 0 && v.app.Vault.Preferences().Time {
		v.app.Spent(v.p.Walk.ID, steps, another)
	}
}

func (v *visit) steps(ctx context.Context) error {
	step := v.p.Here()
	for step != nil {
		if err := v.p.Go(step.ID); err != nil {
			return err
		}
		v.keep()
		next, err := v.step(ctx, step)
		if err != nil {
			return err
		}
		if err := v.deepen(step); err != nil {
			return err
		}
		if err := v.app.Writer.Flush(ctx); err != nil {
			return err
		}
		step = next
	}
	if v.first != nil {
		return nil
	}
	return v.end(ctx)
}

// step puts the questions of one step and gives the step to go to; nil at the
// end of the walk.
func (v *visit) step(ctx context.Context, s *journal.Step) (*journal.Step, error) {
	v.asked, v.trail, v.again, v.found = map[string]bool{}, nil, "", nil
	v.announce(s)
	if s.Kind == journal.KindPage {
		v.app.page(v.p)
	}
	for {
		q, ok := v.nextQuestion(s)
		if !ok {
			break
		}
		to, err := v.put(ctx, s, q)
		if err != nil {
			return nil, err
		}
		if to != nil {
			return to, nil
		}
	}
	next, ok := v.p.Next()
	if !ok {
		return nil, nil
	}
	return next, nil
}

func (v *visit) announce(s *journal.Step) {
	t := v.app.talk
	places := v.p.Places()
	t.gap()
	for i, pl := range places {
		if pl.Here {
			minutes := ""
			if pl.Minutes > 0 {
				minutes = " About " + journal.Counted(pl.Minutes, "minute", "minutes") + "."
			}
			t.say("Step %d. %s%s", i+1, ended(s.Label), minutes)
		}
	}
	if s.Intro != "" {
		t.say("%s", s.Intro)
	}
	answered := 0
	for _, q := range v.p.Questions(s) {
		if q.Value != "" {
			answered++
		}
	}
	if answered > 0 {
		t.say(answeredAlready, journal.Counted(answered, "answer", "answers"))
	}
	if s.Kind == journal.KindConversation && v.p.Guarded() {
		v.sayGuarded()
	} else {
		v.sayAims(s)
	}
	v.look(s)
}

// sayAims says how many to aim for, and of what where a step gathers several
// things.
func (v *visit) sayAims(s *journal.Step) {
	for _, c := range s.Collects {
		switch aim := c.Aim[v.p.Reflection.Length]; {
		case aim == 0:
		case len(s.Collects) > 1:
			v.app.talk.say(aimForOf, c.Name, aim)
		default:
			v.app.talk.say(aimFor, aim)
		}
	}
}

// nextQuestion finds the first question of the step that was not put in this
// visit and has no answer yet, or the one that is asked again.
func (v *visit) nextQuestion(s *journal.Step) (journal.Question, bool) {
	if v.again != "" {
		path := v.again
		v.again = ""
		if q, ok := v.p.Find(path); ok {
			return q, true
		}
	}
	for _, q := range v.p.Questions(s) {
		if !v.asked[q.Path] && q.Value == "" {
			return q, true
		}
	}
	return journal.Question{}, false
}

// put asks one question and does what the answer says. A step that is given
// back is where to go.
func (v *visit) put(ctx context.Context, s *journal.Step, q journal.Question) (*journal.Step, error) {
	v.sayAbsent(s, q)
	v.ask(q)
	v.asked[q.Path] = true
	for {
		typed, word, err := v.read(q)
		v.watch.Pass(s.ID, v.app.Now())
		if err != nil {
			return nil, err
		}
		if word != "" {
			to, again, err := v.obey(ctx, s, q, word)
			if err != nil || to != nil || !again {
				return to, err
			}
			continue
		}
		if v.answer(q, typed) {
			return nil, nil
		}
	}
}

// ask says a question with its help, choices and what stands there already.
func (v *visit) ask(q journal.Question) {
	t := v.app.talk
	v.afterQuiet()
	t.gap()
	name := ""
	if q.Kind == journal.AskField && q.Label != "" {
		name = q.Label + ": " + ended(journal.VisibleLine(v.p.ItemBrief(q.Ref))) + " "
	}
	t.say("%s%s", name, q.Text)
	if q.Why != "" {
		t.say("%s", q.Why)
	}
	if q.Help != "" {
		t.say("%s", q.Help)
	}
	for i, c := range v.choices(q) {
		t.say("%d. %s", i+1, c.Label)
	}
	if q.Value != "" {
		t.say(soFar, q.Say())
	}
	if q.Input == journal.InputText && !t.toldText {
		t.toldText = true
		t.say("%s", textEnds)
	}
}

func (v *visit) choices(q journal.Question) []journal.Choice {
	if q.Input == journal.InputYesNo {
		return []journal.Choice{{ID: journal.Yes, Label: "Yes"}, {ID: journal.No, Label: "No"}}
	}
	return q.Choices
}

// keep hands what is written to the writer. A second pass is kept in the
// reflection that it stands beside.
func (v *visit) keep() {
	if v.first != nil {
		v.first.p.Reflection.TakeAgain(v.p.Reflection)
		v.first.keep()
		return
	}
	v.app.Writer.Put(v.p.Reflection.Clone())
}

func (v *visit) sayLeft() {
	left := 0
	for _, pl := range v.p.Places() {
		if pl.State == journal.Untouched {
			left++
		}
	}
	v.app.talk.say(endedSaved, journal.Counted(left, "step", "steps"))
}

// end says the page and asks whether the reflection is finished.
func (v *visit) end(ctx context.Context) error {
	v.app.talk.gap()
	done, err := v.app.talk.yes(finishQuestion)
	if err != nil {
		return err
	}
	if done {
		v.p.Finish()
		v.keep()
		v.app.talk.say("%s", finished)
	}
	return v.app.Writer.Flush(ctx)
}

func orElse(text, other string) string {
	if strings.TrimSpace(text) == "" {
		return other
	}
	return text
}
