package journal

import (
	"strings"
	"unicode"
)

// alone marks a finding of a phrase that is enough by itself.
const alone = "/alone"

// SignWords finds the phrases of a table of signs in what a reflection says,
// whole words only, whatever their case. Each finding's kind is the sign's id.
// Planned words to say are left out: they are not about the family.
func SignWords(r *Reflection, texts []SignText) []Finding {
	var out []Finding
	for _, written := range writings(r) {
		for _, sign := range texts {
			out = append(out, phraseFindings(written, sign.Words, FindingKind(sign.ID))...)
			out = append(out, phraseFindings(written, sign.Alone, FindingKind(sign.ID+alone))...)
		}
	}
	return out
}

// writing is one text of a reflection and where it stands.
type writing struct {
	step, ref string
	words     []placedWord
}

// placedWord is a word in lower case and its place, in characters.
type placedWord struct {
	text       string
	start, end int
}

func writings(r *Reflection) []writing {
	var out []writing
	EachWriting(r, func(step, ref, text string) {
		if words := placed(text); len(words) > 0 {
			out = append(out, writing{step, ref, words})
		}
	})
	return out
}

// EachWriting gives every text of a reflection that signs look at, with its
// place as a Finding has it. Planned words to say are left out: they are not
// about the family.
func EachWriting(r *Reflection, add func(step, ref, text string)) {
	for _, a := range r.Answers {
		add(a.Step, a.Prompt, a.Text)
	}
	for _, h := range r.Hypotheses {
		add("", h.ID, h.Text)
		add("", h.ID+".expect", h.Expect)
		add("", h.ID+".if_missed", h.IfMissed)
	}
	for _, e := range r.Evidence {
		add("", e.ID, e.Text)
		add("", e.ID+".opinion", e.Opinion)
	}
	for _, a := range r.Actions {
		add("", a.ID, a.Text)
		add("", a.ID+".owner", a.Owner)
	}
	for _, f := range r.Forecasts {
		add("", f.ID, f.Text)
		add("", f.ID+".learnt", f.Learnt)
	}
}

// placed cuts a text into words: letters, figures and the apostrophes between
// them, both shapes of which are read as one.
func placed(text string) []placedWord {
	var out []placedWord
	var word strings.Builder
	start, at := 0, 0
	flush := func() {
		if trimmed := strings.TrimRight(word.String(), "'"); trimmed != "" {
			out = append(out, placedWord{trimmed, start, start + len([]rune(trimmed))})
		}
		word.Reset()
	}
	for _, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
			if word.Len() == 0 {
				start = at
			}
			word.WriteRune(unicode.ToLower(c))
		case (c == '\'' || c == '’') && word.Len() > 0:
			word.WriteByte('\'')
		default:
			flush()
		}
		at++
	}
	flush()
	return out
}

func phraseFindings(w writing, list []string, kind FindingKind) []Finding {
	var out []Finding
	for _, phrase := range list {
		want := placed(phrase)
		if len(want) == 0 {
			continue
		}
		for i := 0; i+len(want) <= len(w.words); i++ {
			if sameWords(w.words[i:i+len(want)], want) && (i == 0 || !denials[w.words[i-1].text]) {
				first, last := w.words[i], w.words[i+len(want)-1]
				out = append(out, Finding{Kind: kind, Step: w.step, Ref: w.ref, Start: first.start, End: last.end, Text: phrase})
			}
		}
	}
	return out
}

// denials are words that turn what follows round: "not improving" is no word of
// progress.
var denials = map[string]bool{
	"not": true, "never": true, "isn't": true, "aren't": true, "wasn't": true, "hasn't": true, "haven't": true, "hardly": true,
}

func sameWords(a, b []placedWord) bool {
	for i := range b {
		if a[i].text != b[i].text {
			return false
		}
	}
	return true
}
