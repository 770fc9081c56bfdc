package linear

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sounding/journal"
)

// Reasoning is what this mode is told by reasoning that needs the packs or the
// person's preferences. A part that is nil is left out.
type Reasoning struct {
	Signs    func(*journal.Reflection, *journal.Walk) []journal.SeenSign
	Disagree func(id journal.ID, key, because string) error
	SignName func(id string) string
	Voices   func(*journal.Walk) journal.Voices
	Ordinary []string // lenses of an ordinary explanation
	Self     []string // lenses that count the writer or the service in
}

// look says, at the start of a step, what its kind adds: signs worth a look, how
// a comparison counts, which kind of explanation is missing.
func (v *visit) look(s *journal.Step) {
	t := v.app.talk
	switch s.Kind {
	case journal.KindHypotheses:
		if ask := v.widen(); ask != "" {
			t.say("%s", ask)
		}
		if len(v.p.Reflection.Hypotheses) == 0 && v.p.Reflection.Length != shortest && v.quiet == nil {
			t.say("%s", offerQuiet)
		}
	case journal.KindMatrix:
		v.sayMatrix(s)
	case journal.KindSecondLook:
		v.seen = nil
		if v.app.Think.Signs != nil && v.first == nil {
			v.seen = v.app.Think.Signs(v.p.Reflection, v.p.Walk)
		}
		v.saySigns()
		if v.p.CanStartAgain() && v.first == nil {
			t.say("%s", offerAgain)
		}
	}
}

// shortest is the length at which five quiet minutes would be half of it.
const shortest journal.Length = 10

// widenFrom is how many explanations there are before one more kind is asked
// for.
const widenFrom = 2

// widen asks, once there are a few, for an ordinary explanation and for one that
// counts the writer or the service in.
func (v *visit) widen() string {
	all := v.p.Reflection.Hypotheses
	if len(all) < widenFrom {
		return ""
	}
	missing := func(lenses []string) bool {
		return len(lenses) > 0 && !slices.ContainsFunc(all, func(h journal.Hypothesis) bool { return slices.Contains(lenses, h.Lens) })
	}
	switch ordinary, self := missing(v.app.Think.Ordinary), missing(v.app.Think.Self); {
	case ordinary && self:
		return askBoth
	case ordinary:
		return askOrdinary
	case self:
		return askSelf
	}
	return ""
}

// saySigns reads the signs out, each with why, what it went by, its source and
// what can be said against it.
func (v *visit) saySigns() {
	t := v.app.talk
	for i, sign := range v.seen {
		t.gap()
		head := signHead
		if len(v.seen) > 1 {
			head = fmt.Sprintf(signHeadOf, i+1, len(v.seen))
		}
		t.say("%s: %s", head, sign.Name)
		t.say("%s", sign.Said)
		t.say(wentBy, strings.Join(sign.By, "; "))
		t.say("%s", sign.Question)
		t.say(sourceLine, sign.Source)
		if sign.Caution != "" {
			t.say(cautionLine, sign.Caution)
		}
	}
	if len(v.seen) > 0 {
		t.gap()
		t.say("%s", signFoot)
	}
}

// disagree notes a no to a sign at once; a reason can follow and need not.
func (v *visit) disagree(args []string) error {
	t := v.app.talk
	if done, err := v.object(args); done || err != nil {
		return err
	}
	if len(v.seen) == 0 || v.app.Think.Disagree == nil {
		t.say("%s", noSigns)
		return nil
	}
	i, err := v.whichSign(args)
	if err != nil || i < 0 {
		return err
	}
	sign := v.seen[i]
	if err := v.app.Think.Disagree(v.p.Reflection.ID, sign.Key, ""); err != nil {
		return err
	}
	v.seen = append(v.seen[:i:i], v.seen[i+1:]...)
	t.say("%s", askBecause)
	because, err := t.line()
	if err != nil {
		return err
	}
	if because = strings.TrimSpace(because); because != "" {
		if err := v.app.Think.Disagree(v.p.Reflection.ID, sign.Key, because); err != nil {
			return err
		}
	}
	t.say("%s", saidDisagreed)
	return nil
}

// whichSign is the sign that a no is about: the only one, the one that was
// numbered, else the one that the person chooses.
func (v *visit) whichSign(args []string) (int, error) {
	if len(v.seen) == 1 && len(args) == 0 {
		return 0, nil
	}
	if len(args) == 1 {
		if n, err := strconv.Atoi(args[0]); err == nil && n >= 1 && n <= len(v.seen) {
			return n - 1, nil
		}
	}
	var choices []journal.Choice
	for _, sign := range v.seen {
		choices = append(choices, journal.Choice{ID: sign.Key, Label: sign.Name})
	}
	return v.app.talk.choose(whichSign, choices, true)
}

// sayAbsent says, before the step asks whose voice is missing, what the view
// rests on and who has not been heard: with the question of safety before any
// other.
func (v *visit) sayAbsent(s *journal.Step, q journal.Question) {
	if s.Kind != journal.KindEvidence || len(s.Closing) == 0 || q.Path != s.ID+"."+s.Closing[0].ID {
		return
	}
	v.sayVoices()
}

func (v *visit) sayVoices() {
	t := v.app.talk
	t.gap()
	t.say("%s", journal.RestsOn(v.p.Reflection).Sentence(func(voice string) string { return v.p.OfferLabel(journal.EvidenceItems, voice) }))
	if v.app.Think.Voices == nil {
		return
	}
	voices := v.app.Think.Voices(v.p.Walk)
	check := journal.CheckVoices(v.p.Reflection, voices)
	for _, line := range append(check.Lines(), check.Ask(voices)...) {
		t.say("%s", line)
	}
}

func (v *visit) sayExpected() {
	lines := v.p.Expected()
	if len(lines) == 0 {
		lines = []string{noneExpected}
	}
	for _, line := range lines {
		v.app.talk.say("%s", line)
	}
}
