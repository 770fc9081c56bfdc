package journal

import (
	"slices"
	"sort"
	"strings"
	"time"
)

// look is one reflection being looked over, with what several detectors need.
type look struct {
	*Reflection
	tables   SignTables
	findings []Finding
	grid     *grid
	weighed  Weighed
	voices   map[string]VoiceKind
}

func newLook(r *Reflection, tables SignTables, findings []Finding) *look {
	m := MatrixOf(r)
	if step, prompt := tables.imagined(); prompt != "" {
		findings = slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Step == step && f.Ref == prompt })
	}
	l := &look{Reflection: r, tables: tables, findings: findings, grid: newGrid(m), weighed: Weigh(m), voices: map[string]VoiceKind{}}
	for _, v := range tables.Voices {
		l.voices[v.ID] = v.Kind
	}
	return l
}

// imagined is the place of what is told as if it had happened. An ending that
// was made up on purpose says nothing about how somebody thinks.
func (t SignTables) imagined() (step, prompt string) {
	if t.Walk == nil {
		return "", ""
	}
	for _, s := range t.Walk.Steps {
		for _, p := range slices.Concat(s.Prompts, s.Closing) {
			if p.Role == RoleImagined {
				return s.ID, p.ID
			}
		}
	}
	return "", ""
}

// role reads the answer at the prompt of a role.
func (l *look) role(role Role) string {
	if l.tables.Walk == nil {
		return ""
	}
	return byRole(l.tables.Walk, l.Reflection, role)
}

// settled says that the person has come to the end of their thinking: before
// that, what is not there may only be not there yet.
func (l *look) settled() bool {
	return l.Status == StatusFinished || strings.TrimSpace(l.role(RoleAsk)) != ""
}

// statements are the items of evidence with words in them that are not missing.
func (l *look) statements() []Evidence {
	var out []Evidence
	for _, e := range l.Reflection.Evidence {
		if strings.TrimSpace(e.Text) != "" && e.Sort != SortMissing {
			out = append(out, e)
		}
	}
	return out
}

// heard are the statements in which a voice of some kind was really heard: not
// the assumptions about it.
func (l *look) heard(is func(VoiceKind) bool) []Evidence {
	var out []Evidence
	for _, e := range l.statements() {
		if e.Sort != SortAssumption && e.Voice != "" && is(l.voices[e.Voice]) {
			out = append(out, e)
		}
	}
	return out
}

// minded says whether a voice of some kind has been heard, is noted as not known
// yet, or is named where the step asks whose voice is missing: then its absence
// has been noticed, and needs no sign.
func (l *look) minded(kind VoiceKind) bool {
	for _, e := range l.Reflection.Evidence {
		if e.Sort == SortMissing && l.voices[e.Voice] == kind && strings.TrimSpace(e.Text) != "" {
			return true
		}
	}
	return len(l.heard(func(k VoiceKind) bool { return k == kind })) > 0 || l.namedMissing(kind)
}

// namedMissing says whether the answer about whose voice is missing names one of
// a kind. The child may be named by the code.
func (l *look) namedMissing(kind VoiceKind) bool {
	answer := writing{words: placed(l.role(RoleMissing))}
	if len(answer.words) == 0 {
		return false
	}
	for _, voice := range l.tables.Voices {
		if voice.Kind == kind && len(phraseFindings(answer, voice.Called, "")) > 0 {
			return true
		}
	}
	return kind == VoiceChild && l.Subject != "" && len(phraseFindings(answer, []string{l.Subject}, "")) > 0
}

// live are the hypotheses that are not set aside.
func (l *look) live() []Hypothesis {
	var out []Hypothesis
	for _, h := range l.Hypotheses {
		if strings.TrimSpace(h.Text) != "" && h.Parked != Yes {
			out = append(out, h)
		}
	}
	return out
}

// fromCircumstances says whether any explanation started from how people live.
func (l *look) fromCircumstances() bool {
	for _, h := range l.live() {
		if h.Lens != "" && slices.Contains(l.tables.Circumstances, h.Lens) {
			return true
		}
	}
	return false
}

// on is the day of the reflection.
func (l *look) on() time.Time {
	year, month, day := l.Created.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// daysAgo is how long before the reflection something was; false where it has
// no date.
func (l *look) daysAgo(d Date) (int, bool) {
	t, ok := d.Day().Time(time.UTC)
	if !ok {
		return 0, false
	}
	return int(l.on().Sub(t).Hours() / 24), true
}

// found are the findings of some kinds, each stretch of words once, in the order
// of the places they stand at.
func (l *look) found(kinds ...FindingKind) []Trace {
	var out []Trace
	for _, f := range l.findings {
		if slices.Contains(kinds, f.Kind) {
			out = append(out, Trace{Step: f.Step, Ref: f.Ref, Start: f.Start, End: f.End, Words: f.Text})
		}
	}
	sort.SliceStable(out, func(a, b int) bool {
		if out[a].Step != out[b].Step {
			return out[a].Step < out[b].Step
		}
		if out[a].Ref != out[b].Ref {
			return out[a].Ref < out[b].Ref
		}
		return out[a].Start < out[b].Start
	})
	return apart(out)
}

// apart leaves out words that overlap the ones before them.
func apart(traces []Trace) []Trace {
	var out []Trace
	for _, t := range traces {
		if n := len(out); n > 0 && out[n-1].Step == t.Step && out[n-1].Ref == t.Ref && t.Start < out[n-1].End {
			continue
		}
		out = append(out, t)
	}
	return out
}

// own are the findings of a sign's own words; byItself those that are enough
// alone.
func (l *look) own(sign string) []Trace      { return l.found(FindingKind(sign)) }
func (l *look) byItself(sign string) []Trace { return l.found(FindingKind(sign + alone)) }

func refsOf(statements []Evidence) []Trace {
	var out []Trace
	for _, e := range statements {
		out = append(out, Trace{Ref: e.ID})
	}
	return out
}

// sure says whether the person's last word on how likely their favourite is, or
// one of their forecasts, leaves next to no room, and where they said so.
func (l *look) sure() []Trace {
	table := map[string]Likelihood{}
	for _, likely := range l.tables.Likelihoods {
		table[likely.ID] = likely
	}
	answer, role := l.role(RoleAfter), RoleAfter
	if answer == "" {
		answer, role = l.role(RoleBefore), RoleBefore
	}
	if table[answer].Sure() && answer != "" {
		step, prompt := l.placeOf(role)
		return []Trace{{Step: step, Ref: prompt}}
	}
	for _, f := range l.Forecasts {
		p, ok := f.Chance(l.tables.Likelihoods)
		if ok && f.Outcome == "" && (p >= 1-sureEdge || p <= sureEdge) {
			return []Trace{{Ref: f.ID}}
		}
	}
	return nil
}

func (l *look) placeOf(role Role) (step, prompt string) {
	for i := range l.tables.Walk.Steps {
		s := &l.tables.Walk.Steps[i]
		for _, prompts := range [][]Prompt{s.Prompts, s.Closing} {
			for _, p := range prompts {
				if p.Role == role && l.Answer(s.ID, p.ID) != "" {
					return s.ID, p.ID
				}
			}
		}
	}
	return "", ""
}
