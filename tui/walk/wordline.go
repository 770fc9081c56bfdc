package walk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/language"
	"sounding/tui/widget"
)

// Language is what can be told of the words a person writes, with the packs'
// tables and what the person has said about it. A part that is nil is left out.
// Tables, Roster, Share and Preferences are asked away from the update loop.
type Language struct {
	Tables      func() language.Tables            // of wording
	Word        func(language.WordFinding) string // a finding about wording, whole
	Roster      func() language.Roster            // names that are always looked for
	Share       func(utterances []string) []string
	ShareLine   func(utterances []string) string
	Preferences func() journal.Preferences
	Object      func(about, key string) error // remembers a no
	// Found lists what could name somebody on the page, and Page is
	// the page with pseudonyms for it, for a copy that leaves the vault.
	Found func(*journal.Progress) ([]language.Identified, error)
	Page  func(*journal.Progress) (*journal.Progress, error)
}

// How much is said about wording while somebody writes (Preferences.Wording).
const (
	wordingQuiet = "quiet"
	wordingOn    = "on"
)

// spotted is something found in an answer that a person can disagree with.
type spotted struct {
	about string // journal.AboutWording or AboutName
	key   string
	words string // those that were found
	text  string // the finding whole
	end   int    // where it ends in its paragraph, in bytes
}

// words is what is known of the answer that has the focus. It is looked at away
// from the update loop, one look at a time; what comes back for a text that has
// changed since is dropped.
type words struct {
	generation int
	path       string
	value      string
	looked     string // the value that was sent to be looked at last
	busy       bool
	late       bool // the text has changed since the look that is under way
	seen       map[string][]spotted
	found      []spotted
	mirror     []string // of an utterance: its form
	share      string   // of the step's utterances together
	at         int      // the finding shown when they are looked at one by one
}

// heard is what a look gives back, with every paragraph it knows of.
type heard struct {
	to         *words
	generation int
	seen       map[string][]spotted
	found      []spotted
	mirror     []string
	share      string
}

// listen sends the answer with the focus to be looked at, if it is not the one
// that was looked at last.
func (s *Screen) listen() tea.Cmd {
	if s.form == nil || s.words == nil {
		return nil
	}
	w := s.words
	q, ok := s.form.question()
	if !ok || !ownWords(q) {
		q = journal.Question{}
	}
	if q.Path == w.path && q.Value == w.value {
		return nil
	}
	if q.Path != w.path {
		w.found, w.mirror, w.looked = nil, nil, q.Value
	}
	w.generation++
	w.path, w.value = q.Path, q.Value
	if w.busy {
		w.late = true
		return nil
	}
	return s.lookAt(q)
}

// ownWords says whether a question is answered in the person's own words.
func ownWords(q journal.Question) bool {
	return (q.Input == journal.InputText || q.Input == journal.InputLine) && q.Role != journal.RoleSubject && q.Kind != journal.AskRating
}

// lookAt makes the command that looks at an answer. Only paragraphs that were
// not seen before are looked at.
func (s *Screen) lookAt(q journal.Question) tea.Cmd {
	w := s.words
	before := w.looked
	w.looked = q.Value
	look := s.looker()
	speaks := q.Collection == journal.Utterances && q.Field != "purpose" && q.Value != "" && s.opt.Mirror != nil && !s.p.Guarded()
	said := s.utterances()
	if !look.wanted() && !speaks && len(said) == 0 {
		w.found, w.mirror, w.share = nil, nil, ""
		return nil
	}
	w.busy = true
	answer := heard{to: w, generation: w.generation}
	seen := w.seen
	mirror, shareLine := s.opt.Mirror, s.opt.Language.ShareLine
	return s.env.Do(func() tea.Msg {
		answer.seen, answer.found = look.text(q.Value, before, seen)
		if speaks {
			answer.mirror = mirror(q.Value)
		}
		if len(said) > 0 && shareLine != nil {
			answer.share = shareLine(said)
		}
		return answer
	})
}

// hear takes what a look gives back.
func (s *Screen) hear(h heard) tea.Cmd {
	w := s.words
	if h.to != w || s.form == nil {
		return nil
	}
	w.busy, w.seen = false, h.seen
	if h.generation == w.generation {
		w.found, w.mirror, w.share = h.found, h.mirror, h.share
		w.at = min(w.at, max(len(w.found)-1, 0))
	}
	if !w.late {
		return nil
	}
	w.late = false
	if q, ok := s.form.question(); ok && q.Path == w.path {
		return s.lookAt(q)
	}
	return nil
}

// lookAgain has the answer looked at anew, for when what was said of it has
// changed.
func (s *Screen) lookAgain() {
	if s.words != nil {
		s.words.path, s.words.value, s.words.seen = "", "", nil
	}
}

// looker looks at one paragraph after another, with what is asked for.
type looker struct {
	language Language
	words    string // Preferences.Wording
	names    bool
	code     string
	no       map[string]map[string]bool
}

func (s *Screen) looker() looker {
	l := looker{language: s.opt.Language, code: s.p.Reflection.Subject}
	if l.language.Preferences == nil {
		return l
	}
	p := s.preferences
	l.words, l.names = p.Wording, p.Names
	l.no = map[string]map[string]bool{
		journal.AboutWording: p.Objected(journal.AboutWording), journal.AboutName: p.Objected(journal.AboutName),
	}
	return l
}

func (l looker) wording() bool {
	return (l.words == wordingQuiet || l.words == wordingOn) && l.language.Tables != nil
}

func (l looker) naming() bool { return l.names && l.language.Roster != nil }
func (l looker) wanted() bool { return l.wording() || l.naming() }

// text looks at an answer. What stands in the paragraph that was changed comes
// first, but for the word that is being typed.
func (l looker) text(text, before string, seen map[string][]spotted) (map[string][]spotted, []spotted) {
	if !l.wanted() {
		return nil, nil
	}
	known := map[string][]spotted{}
	from, to := changed(before, text)
	if before == text {
		to = 0 // nobody is typing
	}
	var roster language.Roster
	if l.naming() {
		roster = l.language.Roster()
		roster.Codes = append(roster.Codes[:len(roster.Codes):len(roster.Codes)], l.code)
	}
	var first, rest []spotted
	at := 0
	for _, paragraph := range strings.Split(text, "\n") {
		found, ok := seen[paragraph]
		if !ok {
			found = l.paragraph(paragraph, roster)
		}
		known[paragraph] = found
		end := at + len(paragraph)
		if from >= at && from <= end {
			first = append(first, settled(found, paragraph, to-at)...)
		} else {
			rest = append(rest, found...)
		}
		at = end + 1
	}
	return known, once(append(first, rest...))
}

func (l looker) paragraph(text string, roster language.Roster) []spotted {
	var out []spotted
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if l.naming() {
		for _, f := range language.WithoutIdentifiers(language.Identifiers(text, roster), l.no[journal.AboutName]) {
			_, end := language.ByteRange(text, language.Span{Start: f.Start, End: f.End})
			out = append(out, spotted{journal.AboutName, f.Key(), f.Text, nameSentence(f), end})
		}
	}
	if l.wording() {
		for _, f := range language.WithoutWords(language.Wording(text, l.language.Tables()), l.no[journal.AboutWording]) {
			_, end := language.ByteRange(text, language.Span{Start: f.Start, End: f.End})
			out = append(out, spotted{journal.AboutWording, f.Key(), f.Text, l.language.Word(f), end})
		}
	}
	return out
}

func nameSentence(f language.Finding) string {
	return `"` + f.Text + `" ` + couldName + " (" + f.Kind.Words() + "). " + nameBecause + strings.TrimRight(f.Because, ".") + "."
}

// settled leaves out what ends where somebody is typing in the middle of a
// word: it may not be that word yet.
func settled(found []spotted, paragraph string, cursor int) []spotted {
	if cursor <= 0 || cursor > len(paragraph) {
		return found
	}
	if last, _ := utf8.DecodeLastRuneInString(paragraph[:cursor]); !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return found
	}
	var out []spotted
	for _, f := range found {
		if f.end != cursor {
			out = append(out, f)
		}
	}
	return out
}

// once keeps the first of what was found several times.
func once(found []spotted) []spotted {
	var out []spotted
	known := map[string]bool{}
	for _, f := range found {
		if !known[f.about+f.key] {
			known[f.about+f.key] = true
			out = append(out, f)
		}
	}
	return out
}

// changed is where two texts part and where the second comes back to the first,
// in bytes of the second.
func changed(before, after string) (from, to int) {
	short := min(len(before), len(after))
	for from < short && before[from] == after[from] {
		from++
	}
	back := 0
	for back < short-from && before[len(before)-1-back] == after[len(after)-1-back] {
		back++
	}
	return from, len(after) - back
}

// wordLines is the line under the editor. Its height does not change while
// somebody types, so that nothing below it moves.
func (s *Screen) wordLines(q journal.Question) []string {
	l := s.looker()
	if s.words == nil || !l.wanted() || !ownWords(q) || q.Input != journal.InputText {
		return nil
	}
	rows := 1
	if l.words == wordingOn {
		rows = onRows
		if s.form.height < onRoomy {
			rows--
		}
	}
	out := make([]string, rows)
	if len(s.words.found) > 0 && s.words.path == q.Path {
		copy(out, s.words.line(l.words == wordingOn, rows, max(s.form.width, 1)))
	}
	return out
}

// How many rows the reasons of a finding have, and the height of the step from
// which they have that many.
const (
	onRows  = 4
	onRoomy = 18
)

// line says what was found first, with as much of its reason as fits, cut where
// a sentence ends. What does not fit is read whole with a key.
func (w *words) line(reasons bool, rows, width int) []string {
	f := w.found[0]
	whole, brief := widget.CleanLine(f.text), widget.CleanLine(f.brief())
	offers := []string{brief + " " + lineKeys(len(w.found)), brief + " " + lineShort}
	if reasons {
		first := []string{whole + " " + lineKeys(len(w.found)), whole + " " + lineShort}
		for end := sentenceBefore(whole, len(whole)); end > 0; end = sentenceBefore(whole, end) {
			first = append(first, whole[:end]+" "+lineMore)
		}
		offers = append(first, offers...)
	}
	for _, text := range offers {
		if lines := widget.Wrap(text, width); len(lines) <= rows {
			return lines
		}
	}
	return []string{widget.Truncate(brief, max(width-len(lineShort)-1, 1)) + " " + lineShort}
}

// brief is a finding in as few words as can be.
func (f spotted) brief() string {
	if f.about == journal.AboutName {
		return `"` + f.words + `" ` + couldName + "."
	}
	return lineLead + f.words + "."
}

// sentenceBefore is where the last sentence ends that ends before a place; 0
// where none does.
func sentenceBefore(text string, before int) int {
	for end := before - 1; end > 0; end-- {
		if strings.ContainsRune(".?", rune(text[end-1])) && text[end] == ' ' {
			return end
		}
	}
	return 0
}

// forget drops what was looked at.
func (w *words) forget() {
	*w = words{}
}
