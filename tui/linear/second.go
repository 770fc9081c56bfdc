package linear

import (
	"context"
	"errors"

	"sounding/journal"
)

// startAgain goes through the second pass beside this one, then says what sets
// the two apart. The first pass goes on where it was.
func (v *visit) startAgain(ctx context.Context) error {
	t := v.app.talk
	if !v.p.CanStartAgain() || v.first != nil {
		t.say("%s", noAgain)
		return nil
	}
	again := &visit{app: v.app, p: v.p.Again(), first: v}
	t.gap()
	t.say("%s %s", ended(again.p.Walk.Title), again.p.Walk.Summary)
	t.say("%s", againStop)
	again.watch.Rest(v.app.Now())
	err := again.steps(ctx)
	again.handTime(false)
	v.watch.Rest(v.app.Now())
	v.p.Reflection.TakeAgain(again.p.Reflection)
	v.keep()
	if err != nil && !errors.Is(err, errStop) {
		return err
	}
	v.differs()
	return nil
}

// differs says what is in one pass only, and what is in both.
func (v *visit) differs() {
	t := v.app.talk
	contrasts := v.p.Contrasts()
	view := v.p.OtherView()
	if len(contrasts) == 0 && view == "" {
		t.say("%s", noSecond)
		return
	}
	t.gap()
	t.say("%s", differsHead)
	if view != "" {
		t.say(differsView, journal.VisibleLine(view))
	}
	for _, c := range contrasts {
		for _, sentence := range c.Sentences() {
			t.say("%s", sentence)
		}
	}
	t.say("%s", differsAsk)
}

// firstTime reads what was written at a step the first time, where a second
// pass is at it.
func (v *visit) firstTime(s *journal.Step) {
	if v.first == nil {
		return
	}
	for _, sec := range v.first.p.Record() {
		if sec.Step == s.ID {
			v.app.talk.say("%s", firstTimeHead)
			v.app.section(sec)
			return
		}
	}
	v.app.talk.say("%s", nothingFirst)
}
