package main

import (
	"fmt"
	"slices"
	"strings"

	"sounding/journal"
	"sounding/language"
)

// quotedReach is how much of the words that a reason goes by is shown, in
// characters.
const quotedReach = 40

// mirror says what can be told of something to say. Each line of it is heard by
// itself, as in a file: people press Enter between two things they would say.
func mirror(text string) []string {
	said := saidLines(text)
	if len(said) == 1 {
		return mirrorOne(said[0])
	}
	var out []string
	for i, line := range said {
		heard := mirrorOne(line)
		heard[0] = fmt.Sprintf(sayLine, i+1) + heard[0]
		out = append(out, heard...)
	}
	return out
}

// saidLines are the lines of something to say that have words in them; the text
// itself where none has.
func saidLines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		return []string{text}
	}
	return out
}

// mirrorOne says what can be told of an utterance: its form with the reason and
// the words it goes by, what else is in it, and other ways to say it.
func mirrorOne(text string) []string {
	u := language.Listen(text)
	out := []string{fmt.Sprintf(sayForm, formSentence(u)) + markSentence(u)}
	if u.Form == language.FormOther {
		out[0] = sayNeither + markSentence(u) // the reason says the same at more length
	} else if by := wentBy(u); by != "" {
		out = append(out, by)
	}
	offers := language.Suggest(u)
	if len(offers) == 0 {
		return out
	}
	out = append(out, sayOtherWays)
	said := ""
	for _, offer := range offers {
		line := "- " + journal.VisibleLine(offer.Text)
		if offer.Because != said {
			line += " (" + offer.Because + ")"
		}
		said = offer.Because
		out = append(out, line)
	}
	return out
}

// formSentence names the form, and the reflection that comes with a question.
func formSentence(u language.Utterance) string {
	kind := reflectionLabels[u.Complexity]
	switch {
	case u.Form == language.FormReflection && kind != "":
		return kind
	case u.Reflection && u.Question != language.QuestionNone:
		return fmt.Sprintf(sayReflectsToo, formWords(u.Form), kind)
	}
	return formWords(u.Form)
}

// markSentence says what else is in it, in words; empty where nothing is.
func markSentence(u language.Utterance) string {
	var marks []string
	for _, mark := range u.Marks {
		if words, ok := markLabels[mark]; ok && mark != string(u.Form) {
			marks = append(marks, words)
		}
	}
	if len(marks) == 0 {
		return ""
	}
	return " " + fmt.Sprintf(sayMarksToo, strings.Join(marks, "; "))
}

// wentBy says the reasons with the words that each goes by.
func wentBy(u language.Utterance) string {
	var parts []string
	form := formWords(u.Form)
	var said []string
	for _, b := range u.Because {
		reason := strings.TrimPrefix(b.Reason, form+": ")
		if slices.Contains(said, reason) {
			continue
		}
		said = append(said, reason)
		from, to := language.ByteRange(u.Text, language.Span{Start: b.Start, End: b.End})
		parts = append(parts, `"`+shortened(journal.VisibleLine(u.Text[from:to]))+`": `+reason)
	}
	if len(parts) == 0 {
		return ""
	}
	return sentence(strings.Join(parts, "; "))
}

func shortened(text string) string {
	if all := []rune(text); len(all) > quotedReach {
		return string(all[:quotedReach-1]) + "..."
	}
	return text
}

// shareLine says in a line how questions and reflections stand to one another.
func shareLine(utterances []string) string {
	r, open, deep := measured(utterances)
	if r.Questions+r.Reflections == 0 {
		return ""
	}
	return fmt.Sprintf(sayPlanned, ofThem(r.Questions, open, "question", "open")+"; "+ofThem(r.Reflections, deep, "reflection", "complex"))
}

// ofThem says how many there are and how many of them are of a sort.
func ofThem(n, some int, what, sort string) string {
	if n == 0 {
		return fmt.Sprintf(sayNone, what)
	}
	return fmt.Sprintf(sayOfThem, journal.Counted(n, what, what+"s"), some, sort)
}

// share holds up what utterances come to together, with the manual's marks and
// its own caution: a mirror for the speaker, and no score.
func share(utterances []string) []string {
	r, open, deep := measured(utterances)
	if r.Questions+r.Reflections == 0 {
		return []string{sayNoShare}
	}
	out := []string{
		fmt.Sprintf(sayShareQuestions, r.Reflections, r.Questions),
	}
	if r.Questions > 0 {
		out = append(out, fmt.Sprintf(sayShareOpen, open, r.Questions))
	}
	if r.Reflections > 0 {
		out = append(out, fmt.Sprintf(sayShareComplex, deep, r.Reflections))
	}
	if r.TooFew() {
		out = append(out, sayTooFewSaid)
	} else {
		out = append(out, fmt.Sprintf(sayMarks, r.ReflectionStanding(), r.ComplexStanding()))
	}
	return append(out, fmt.Sprintf(sayMarksAre,
		language.FairReflectionsToQuestions, language.GoodReflectionsToQuestions,
		100*language.FairComplexShare, 100*language.GoodComplexShare), language.MITICaution)
}

// measured gives the ratios, with how many questions are open and how many
// reflections complex.
func measured(utterances []string) (r language.Ratios, open, deep int) {
	var heard []language.Utterance
	for _, text := range utterances {
		for _, line := range saidLines(text) {
			u := language.Listen(line)
			heard = append(heard, u)
			if u.Question == language.QuestionOpen {
				open++
			}
			if u.Complexity == language.ComplexityComplex {
				deep++
			}
		}
	}
	return language.MeasureRatios(heard), open, deep
}

// wordSentence says a finding about wording whole: the words, what else could
// be said or asked, why, and who says so.
func wordSentence(f language.WordFinding) string {
	line := `"` + journal.VisibleLine(f.Text) + `"`
	if len(f.Alternatives) > 0 {
		line += fmt.Sprintf(sayAlternatives, strings.Join(f.Alternatives, sayOr))
	}
	line += ". " + sentence(f.Because)
	if f.Source != "" {
		line += " " + fmt.Sprintf(sayWordSource, strings.TrimRight(f.Source, "."))
	}
	return line
}
