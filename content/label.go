package content

import (
	"regexp"
	"slices"
	"sort"
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
	words   map[string]string
	keep    map[string]bool
	pattern *regexp.Regexp
}

// untouched is what labels never change: the target of a link, code, a web
// address, a line that names a source.
const untouched = `(?m:^[ \t>*-]*source:.*$)|\]\([^)\s]*\)|` + "`[^`\n]*`" + `|https?://\S+`

// newLabels makes a pack's labels ready; nil where it has none.
func newLabels(p packFile) *labels {
	if len(p.Labels) == 0 {
		return nil
	}
	l := &labels{in: p.LabelsIn, words: map[string]string{}, keep: map[string]bool{}}
	var phrases []string
	for from, to := range p.Labels {
		l.words[fold(from)] = to
		phrases = append(phrases, from)
	}
	for _, phrase := range p.LabelsKeep {
		l.keep[fold(phrase)] = true
		phrases = append(phrases, phrase)
	}
	phrases = slices.DeleteFunc(phrases, func(p string) bool { return strings.IndexFunc(p, letter) < 0 })
	// The longest first: "the child's day" before "the child".
	sort.Slice(phrases, func(i, j int) bool {
		if len(phrases[i]) != len(phrases[j]) {
			return len(phrases[i]) > len(phrases[j])
		}
		return phrases[i] < phrases[j]
	})
	alternatives := []string{untouched}
	for _, phrase := range phrases {
		words := strings.Fields(phrase)
		for i := range words {
			words[i] = regexp.QuoteMeta(strings.ToValidUTF8(words[i], ""))
		}
		alternatives = append(alternatives, strings.Join(words, `\s+`))
	}
	l.pattern = regexp.MustCompile(`(?i:` + strings.Join(alternatives, "|") + `)`)
	return l
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
	for from < len(text) {
		found := l.pattern.FindStringIndex(text[from:])
		if found == nil {
			break
		}
		start, end := from+found[0], from+found[1]
		to, change := l.words[fold(text[start:end])]
		if change && !l.keep[fold(text[start:end])] && !wholeWords(text, start, end) {
			// Part of a longer word: go on behind its first letter.
			_, size := utf8.DecodeRuneInString(text[start:])
			out.WriteString(text[from : start+size])
			from = start + size
			continue
		}
		out.WriteString(text[from:start])
		if change && !l.keep[fold(text[start:end])] {
			out.WriteString(inCase(text[start:end], to))
		} else {
			out.WriteString(text[start:end])
		}
		from = end
	}
	out.WriteString(text[from:])
	return out.String()
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
