package linear

import (
	"strings"

	"sounding/journal"
	"sounding/language"
)

// deepen says, at the end of a text step, what it does not hold yet, with the
// sentences that it went by, where that is asked for. Nothing is owed: Enter
// goes on.
func (v *visit) deepen(s *journal.Step) error {
	key := v.p.Walk.ID + "." + s.ID
	p := v.app.Vault.Preferences()
	if v.inQuiet() || !p.Depth || !deepens(s.Kind) || p.Objected(journal.AboutDepth)[key] || v.nudged[key] {
		return nil
	}
	var last journal.Question
	var texts []string
	for _, q := range v.p.Questions(s) {
		if q.Input == journal.InputText && strings.TrimSpace(q.Value) != "" {
			texts, last = append(texts, q.Value), q
		}
	}
	text := strings.Join(texts, "\n\n")
	found := language.Depth(text)
	if !found.TooShort {
		// What was said at another step is there already.
		found.Absent = language.Depth(strings.Join(v.p.OwnWords(), "\n\n")).Absent
	}
	nudge := found.Nudge()
	if nudge == "" || len(found.Describes) == 0 {
		return nil
	}
	if v.nudged == nil {
		v.nudged = map[string]bool{}
	}
	v.nudged[key] = true
	v.app.talk.gap()
	v.app.talk.say("%s", nudge)
	for _, by := range found.Describes {
		from, to := language.ByteRange(text, language.Span{Start: by.Start, End: by.End})
		v.app.talk.say(depthBy, journal.VisibleLine(text[from:to]))
	}
	return v.deeper(last, key)
}

// deepens says whether a step is a place for what was felt, assumed or would be
// done differently: free writing, and the hunch.
func deepens(kind journal.Kind) bool { return kind == journal.KindText || kind == journal.KindGut }

// deeper asks whether to write more, go on, or not be told this here again.
func (v *visit) deeper(last journal.Question, key string) error {
	i, err := v.app.talk.choose(depthAsk, []journal.Choice{
		{ID: "on", Label: depthOn}, {ID: "more", Label: depthMore}, {ID: "disagree", Label: depthNo},
	}, true)
	switch {
	case err != nil:
		return err
	case i == 1:
		return v.writeOn(last)
	case i == 2 && v.app.Language.Object != nil:
		if err := v.app.Language.Object(journal.AboutDepth, key); err != nil {
			return err
		}
		v.app.talk.say("%s", nameNoted)
	}
	return nil
}

// writeOn adds lines to an answer. Each is kept as it comes, after what stands
// there.
func (v *visit) writeOn(q journal.Question) error {
	v.app.talk.say("%s", depthWrite)
	text := q.Value
	between := "\n\n"
	for {
		line, err := v.app.talk.line()
		if err != nil {
			v.app.talk.say("%s", halfSaved)
			return errEnded
		}
		if line == "." {
			return nil
		}
		text, between = text+between+unescape(line), "\n"
		if _, err := v.p.Set(q.Path, text); err != nil {
			return err
		}
		v.keep()
	}
}
