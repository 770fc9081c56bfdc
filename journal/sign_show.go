package journal

import "strings"

// SeenSign is a sighting in the words a person reads: its name, why it is
// shown, the words and cells it went by, a question, the source and, where the
// idea is contested, why.
type SeenSign struct {
	Key      string
	Name     string
	Said     string
	By       []string
	Question string
	Source   string
	Caution  string
}

// mostTraces is how many of the things that a sighting went by are shown.
const mostTraces = 4

// aroundWords is how many characters of a text are shown on either side of the
// words that a sighting went by.
const aroundWords = 32

// Seen puts a sighting in words. It is false for a sign without a text.
func (p *Progress) Seen(s Sighting, texts []SignText) (SeenSign, bool) {
	for _, text := range texts {
		if text.ID != s.Sign {
			continue
		}
		out := SeenSign{
			Key: s.Key, Name: text.Name, Said: s.Said, Question: text.Question, Source: text.Source, Caution: text.Caution,
		}
		for i, t := range s.By {
			if i == mostTraces && len(s.By) > mostTraces {
				out.By = append(out.By, fillCounts(sayMoreTraces, len(s.By)-i, ""))
				break
			}
			out.By = append(out.By, p.trace(t))
		}
		return out, true
	}
	return SeenSign{}, false
}

// trace shows one thing that a sighting went by.
func (p *Progress) trace(t Trace) string {
	if t.Evidence != "" {
		return t.Ref + sayWith + named(t.Evidence, p.Reflection.Field(t.Evidence, "text")) + ": " + p.ratingWords(t.Ref, t.Evidence)
	}
	ref, field, _ := strings.Cut(t.Ref, ".")
	if t.Step != "" {
		text := p.Reflection.Answer(t.Step, t.Ref)
		label := t.Ref
		if s, ok := p.Walk.Step(t.Step); ok {
			if prompt, known := p.prompt(s, t.Ref); known {
				label = labelOf(prompt)
				text = say(input(prompt.Input), prompt.Choices, text)
			}
		}
		return label + `: "` + around(text, t.Start, t.End) + `"`
	}
	_, spec, _ := p.Reflection.find(ref)
	if field == "" {
		field = spec.Main
	}
	text, name := p.Reflection.Field(ref, field), ref
	if fs, ok := spec.Field(field); ok {
		label, choices := p.fieldWords(p.collectOf(spec.Of), spec, fs)
		text = say(fs.Input, choices, text)
		if field != spec.Main {
			name += ", " + label
		}
	}
	return name + `: "` + around(text, t.Start, t.End) + `"`
}

// collectOf finds the walk's words for a list; those of none where it has none.
func (p *Progress) collectOf(of Collection) *Collect {
	for i := range p.Walk.Steps {
		if c := p.Walk.Steps[i].collect(of); c != nil {
			return c
		}
	}
	return &Collect{Of: of}
}

// ratingWords says one cell of the matrix in the pack's words.
func (p *Progress) ratingWords(h, e string) string {
	rating := string(p.Reflection.Rating(h, e))
	for i := range p.Walk.Steps {
		if words := p.Walk.Steps[i].Matrix; words != nil {
			return say(InputChoice, words.Choices, rating)
		}
	}
	return rating
}

// around cuts the words of a stretch out of a text with a few beside them, on
// one line and safe to print. Without a stretch it is the start of the text.
func around(text string, start, end int) string {
	runes := []rune(text)
	if start >= end || end > len(runes) {
		start, end = 0, min(len(runes), aroundWords)
	}
	from, to := max(start-aroundWords, 0), min(end+aroundWords, len(runes))
	for from > 0 && runes[from-1] != ' ' && from < start {
		from++
	}
	for to < len(runes) && runes[to] != ' ' && to > end {
		to--
	}
	cut := strings.TrimSpace(VisibleLine(string(runes[from:to])))
	if from > 0 {
		cut = sayCut + " " + cut
	}
	if to < len(runes) {
		cut += " " + sayCut
	}
	return cut
}
