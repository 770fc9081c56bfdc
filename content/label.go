package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sounding/journal"
)

// labels are the words that a pack puts in the place of others: "the person"
// for "the child". They change what a pack's writers wrote, when it is read,
// and never what a person wrote: no reflection passes through here.
type labels struct {
	in      []string // "walk", "theme/digital"
	phrases map[string][]phrase
}

// phrase is what a label replaces, or what stays although a label is part of
// it. Phrases are found by their first word, the longest first.
type phrase struct {
	words []string
	to    string
	keep  bool
}

// untouched is what labels never change: the target of a link, code, a web
// address, a line that names a source.
var untouched = regexp.MustCompile(`(?im:^[ \t>*-]*source:.*$)|\]\([^)\s]*\)|` + "`[^`\n]*`" + `|https?://\S+`)

// newLabels makes a pack's labels ready; nil where it has none.
func newLabels(p packFile) *labels {
	if len(p.Labels) == 0 {
		return nil
	}
	l := &labels{in: p.LabelsIn, phrases: map[string][]phrase{}}
	for from, to := range p.Labels {
		l.add(from, phrase{to: to})
	}
	for _, from := range p.LabelsKeep {
		l.add(from, phrase{keep: true})
	}
	for _, same := range l.phrases {
		// The longest first: "the child's day" before "the child". What is kept
		// goes before what changes.
		slices.SortFunc(same, func(one, other phrase) int {
			a, b := strings.Join(one.words, " "), strings.Join(other.words, " ")
			switch {
			case len(a) != len(b):
				return len(b) - len(a)
			case one.keep != other.keep && one.keep:
				return -1
			case one.keep != other.keep:
				return 1
			}
			return strings.Compare(a, b)
		})
	}
	return l
}

func (l *labels) add(from string, p phrase) {
	if strings.IndexFunc(from, letter) < 0 {
		return
	}
	p.words = strings.Fields(strings.ToValidUTF8(strings.ToLower(from), ""))
	first := firstWord(p.words[0])
	l.phrases[first] = append(l.phrases[first], p)
}

// firstWord is what a text begins with, in lower case: letters and digits as
// far as they go, else one sign.
func firstWord(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !letter(r) })
	if end < 0 {
		end = len(text)
	}
	if end == 0 {
		_, end = utf8.DecodeRuneInString(text)
	}
	return strings.ToLower(text[:end])
}

// in says how far a text begins with the phrase; false where it does not.
func (p phrase) in(text string) (end int, ok bool) {
	for i, word := range p.words {
		if i > 0 {
			blank := len(text[end:]) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
			if blank == 0 {
				return 0, false
			}
			end += blank
		}
		if len(text)-end < len(word) || !strings.EqualFold(text[end:end+len(word)], word) {
			return 0, false
		}
		end += len(word)
	}
	return end, true
}

// fold writes a phrase as it is compared: lower case, one space between words.
func fold(phrase string) string { return strings.ToLower(strings.Join(strings.Fields(phrase), " ")) }

// apply says whether the labels change a part. Without labels_in they change
// every walk and nothing else, since law, standards and pages mean the child
// where they say so.
func (l *labels) apply(part Part, id string) bool {
	if len(l.in) == 0 {
		return part == PartWalk
	}
	return contains(l.in, string(part)) || contains(l.in, string(part)+"/"+id)
}

// text puts the pack's words in place: whole words only, in the case of what
// they replace, each place once.
func (l *labels) text(text string) string {
	var out strings.Builder
	from := 0
	for _, span := range append(untouched.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		l.stretch(&out, text, from, span[0])
		out.WriteString(text[span[0]:span[1]])
		from = span[1]
	}
	return out.String()
}

// stretch writes a part of a text that labels may change.
func (l *labels) stretch(out *strings.Builder, text string, from, to int) {
	for at := from; at < to; {
		first := firstWord(text[at:to])
		end, put := l.at(text, at, to, first)
		if end == 0 {
			// firstWord is as long as what it was made of, but where lower case is
			// written otherwise: then go on by one sign.
			end = at + len(first)
			if end > to || strings.ToLower(text[at:end]) != first {
				_, size := utf8.DecodeRuneInString(text[at:to])
				end = at + size
			}
			put = text[at:end]
		}
		out.WriteString(put)
		at = end
	}
}

// at finds the phrase that begins at a place and says where it ends and what
// stands there now; an end of nought where there is none.
func (l *labels) at(text string, at, to int, first string) (end int, put string) {
	for _, p := range l.phrases[first] {
		length, ok := p.in(text[at:to])
		switch {
		case !ok:
		case p.keep:
			return at + length, text[at : at+length]
		case wholeWords(text, at, at+length):
			return at + length, inCase(text[at:at+length], p.to)
		}
	}
	return 0, ""
}

// wholeWords says whether a span begins and ends where words do. A hyphen
// holds a word together: "the child-centred" is left as it is.
func wholeWords(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, size := utf8.DecodeRuneInString(text[end:])
	if start > 0 && (letter(before) || before == '-') {
		return false
	}
	if end == len(text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[end+size:])
	return !letter(after) && !(after == '-' && letter(next))
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inCase writes a replacement as the words it replaces were written: in
// capitals, with a capital on every word, on the first, or as it is.
func inCase(was, to string) string {
	words := strings.Fields(was)
	capitals := 0
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			capitals++
		}
	}
	switch {
	case capitals == 0:
		return to
	case strings.ToUpper(was) == was && utf8.RuneCountInString(was) > 1:
		return strings.ToUpper(to)
	case capitals == len(words) && len(words) > 1:
		each := strings.Fields(to)
		for i := range each {
			each[i] = capital(each[i])
		}
		return strings.Join(each, " ")
	}
	if first, _ := utf8.DecodeRuneInString(was); unicode.IsUpper(first) {
		return capital(to)
	}
	return to
}

func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// relabel changes the words of one thing by the labels of every pack, in the
// order of the packs.
func (l *Library) relabel(part Part, id string, of any) {
	for _, words := range l.labels {
		if words.apply(part, id) {
			words.change(of)
		}
	}
}

func (l *labels) change(of any) {
	switch of := of.(type) {
	case *journal.Walk:
		l.all(&of.Title, &of.Summary)
		for i := range of.Steps {
			l.step(&of.Steps[i])
		}
	case *journal.Theme:
		l.all(&of.Title, &of.Summary, &of.Body)
		l.offers(of.Lenses)
		for _, prompts := range of.Prompts {
			l.prompts(prompts)
		}
		l.each(of.Ask, of.Places, of.NotYet)
	case *journal.Principle:
		l.all(&of.Title, &of.Text, &of.Question, &of.Caution)
	case *journal.Page:
		l.all(&of.Title, &of.Summary, &of.Body)
	}
}

func (l *labels) all(texts ...*string) {
	for _, t := range texts {
		*t = l.text(*t)
	}
}

func (l *labels) each(lists ...[]string) {
	for _, list := range lists {
		for i := range list {
			list[i] = l.text(list[i])
		}
	}
}

func (l *labels) step(s *journal.Step) {
	l.all(&s.Label, &s.Intro, &s.Guidance)
	l.prompts(s.Prompts)
	l.prompts(s.Closing)
	for i := range s.Collects {
		c := &s.Collects[i]
		l.all(&c.Name, &c.Add, &c.More, &c.Help, &c.Enough, &c.OnPage)
		l.prompts(c.Fields)
		l.offers(c.Offers)
	}
	if s.Matrix != nil {
		l.all(&s.Matrix.Sentence, &s.Matrix.Alike, &s.Matrix.Scheme)
		l.choices(s.Matrix.Choices)
	}
}

func (l *labels) prompts(prompts []journal.Prompt) {
	for i := range prompts {
		p := &prompts[i]
		l.all(&p.Text, &p.Help, &p.Label, &p.OnPage, &p.Why)
		l.choices(p.Choices)
		for value, note := range p.Notes {
			p.Notes[value] = l.text(note)
		}
	}
}

func (l *labels) choices(choices []journal.Choice) {
	for i := range choices {
		l.all(&choices[i].Label, &choices[i].Help)
	}
}

func (l *labels) offers(offers []journal.Offer) {
	for i := range offers {
		l.all(&offers[i].Label, &offers[i].Text, &offers[i].Why)
	}
}
