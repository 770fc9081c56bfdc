package linear

import (
	"fmt"
	"strconv"
	"strings"

	"sounding/journal"
	"sounding/language"
)

// Language is what can be told of the words a person writes, with the packs'
// tables and what the person has said about it. A part that is nil is left out.
type Language struct {
	Share     func(utterances []string) []string        // what planned utterances come to together
	Tables    func() language.Tables                    // of wording
	Word      func(language.WordFinding) string         // a finding about wording as a sentence or two
	Roster    func() language.Roster                    // names that are always looked for
	Object    func(about, key string) error             // remembers a no
	Disagreed func() []journal.Choice                   // what the person said no to, by entry
	Lines     func(themes []string) []journal.OtherLine // what made-up people say, for a rehearsal
}

// The words that are about what was written.
const (
	wordNames    = "names"
	wordMirror   = "mirror"
	wordRehearse = "rehearse"
	wordWording  = "wording"
)

// How much is said about wording while somebody writes (Preferences.Wording).
const (
	wordingQuiet = "quiet"
	wordingOn    = "on"
)

// unsaid is something found in an answer that a person can disagree with.
type unsaid struct {
	about string
	key   string
	text  string
}

// heard says, after an answer in the person's own words, what is worth a look in
// it, as far as they have asked for that.
func (v *visit) heard(q journal.Question, value string) {
	v.found = nil
	if q.Input != journal.InputText && q.Input != journal.InputLine || q.Role == journal.RoleSubject {
		return
	}
	p := v.app.Vault.Preferences()
	names := v.namesIn(value, p)
	words := v.wordsIn(value, p)
	if p.Wording == wordingQuiet && len(words) > 0 {
		v.app.talk.say(wordingSome, journal.Counted(len(words), "place", "places"))
		words = nil
	}
	v.sayFound(append(names, words...))
}

// namesIn is what in a text could name somebody, where that is asked for.
func (v *visit) namesIn(text string, p journal.Preferences) []unsaid {
	if !p.Names || v.app.Language.Roster == nil {
		return nil
	}
	var out []unsaid
	for _, f := range language.WithoutIdentifiers(language.Identifiers(text, v.roster()), p.Objected(journal.AboutName)) {
		line := fmt.Sprintf(nameFound, journal.VisibleLine(f.Text), f.Kind.Words(), strings.TrimRight(f.Because, "."))
		out = append(out, unsaid{journal.AboutName, f.Key(), line})
	}
	return out
}

func (v *visit) roster() language.Roster {
	r := v.app.Language.Roster()
	if subject := v.p.Reflection.Subject; subject != "" {
		r.Codes = append(r.Codes[:len(r.Codes):len(r.Codes)], subject)
	}
	return r
}

// wordsIn is what about a text's wording is worth a look, where that is asked
// for.
func (v *visit) wordsIn(text string, p journal.Preferences) []unsaid {
	l := v.app.Language
	if p.Wording != wordingQuiet && p.Wording != wordingOn || l.Tables == nil {
		return nil
	}
	var out []unsaid
	for _, f := range language.WithoutWords(language.Wording(text, l.Tables()), p.Objected(journal.AboutWording)) {
		out = append(out, unsaid{journal.AboutWording, f.Key(), l.Word(f)})
	}
	return out
}

func (v *visit) sayFound(found []unsaid) {
	v.found = found
	for i, f := range found {
		v.app.talk.say("%d. %s", i+1, f.text)
	}
	if len(found) > 0 {
		v.app.talk.say("%s", foundFoot)
	}
}

// wording says everything about the wording of what stands at a step, whatever
// is said while writing.
func (v *visit) wording(s *journal.Step) {
	p := v.app.Vault.Preferences()
	p.Wording = wordingOn
	var found []unsaid
	seen := map[string]bool{}
	for _, q := range v.p.Questions(s) {
		if q.Input != journal.InputText && q.Input != journal.InputLine {
			continue
		}
		for _, f := range v.wordsIn(q.Value, p) {
			if !seen[f.key] {
				seen[f.key] = true
				found = append(found, f)
			}
		}
	}
	if len(found) == 0 {
		v.app.talk.say("%s", wordingNone)
	}
	v.sayFound(found)
}

// object notes a no to one of the things that were found last. False where
// nothing was.
func (v *visit) object(args []string) (bool, error) {
	if len(v.found) == 0 || v.app.Language.Object == nil {
		return false, nil
	}
	at := 0
	if len(args) == 1 {
		n, err := strconv.Atoi(args[0])
		if err != nil || n < 1 || n > len(v.found) {
			v.app.talk.say(whichOfThem, len(v.found))
			return true, nil //nolint:nilerr // told in words
		}
		at = n - 1
	} else if len(v.found) > 1 {
		var choices []journal.Choice
		for _, f := range v.found {
			choices = append(choices, journal.Choice{ID: f.about + " " + f.key, Label: f.text})
		}
		i, err := v.app.talk.choose(whichFound, choices, true)
		if err != nil || i < 0 {
			return true, err
		}
		at = i
	}
	if err := v.app.Language.Object(v.found[at].about, v.found[at].key); err != nil {
		return true, err
	}
	v.found = append(v.found[:at:at], v.found[at+1:]...)
	v.app.talk.say("%s", nameNoted)
	return true, nil
}

// mirror says the form of each thing that is planned to be said, then what they
// come to together.
func (v *visit) mirror() {
	t := v.app.talk
	var said []string
	for _, u := range v.p.Reflection.Utterances {
		if strings.TrimSpace(u.Text) != "" {
			said = append(said, u.Text)
		}
	}
	switch {
	case v.p.Guarded():
		v.sayGuarded()
	case len(said) == 0 || v.app.Mirror == nil:
		t.say("%s", mirrorNothing)
	default:
		for _, text := range said {
			t.gap()
			t.say("%s", journal.VisibleLine(text))
			for _, line := range v.app.Mirror(text) {
				t.say("%s", line)
			}
		}
		v.sayShare(said)
	}
}

func (v *visit) sayShare(said []string) {
	if v.app.Language.Share == nil {
		return
	}
	v.app.talk.gap()
	for _, line := range v.app.Language.Share(said) {
		v.app.talk.say("%s", line)
	}
}

// sayForm says the form of something to say.
func (v *visit) sayForm(text string) {
	for _, line := range v.app.Mirror(text) {
		v.app.talk.say("%s", line)
	}
}

// sayGuarded says why nothing is told of forms here.
func (v *visit) sayGuarded() {
	v.app.talk.say("%s", guardedLead)
	for _, line := range v.p.GuardedBecause() {
		v.app.talk.say("%s", line)
	}
	if len(v.p.Reflection.Utterances) > 0 {
		v.app.talk.say("%s", guardedKept)
	}
}
