package language

import "strings"

// Suggestion is another way to say what was planned, in the person's own words
// as far as they go, with the reason for offering it.
type Suggestion struct {
	Text    string
	Because string
}

// suggestReach is the longest question, in words, that is built anew; of a
// longer one only its subject is taken up.
const suggestReach = 40

// Suggest offers other ways to say an utterance: two or three ways to open a
// closed question, a gentler opening for "why", and for advice the frame of
// asking, offering and asking again. It is empty where there is nothing to
// offer, as for a question that asks for leave.
func Suggest(u Utterance) []Suggestion {
	spoken := readSpoken(u.Text)
	verdict := formVerdict{text: spoken, acts: readActs(spoken)}
	verdict.hearQuestions()
	verdict.hearOthers()
	verdict.hearReflections()
	var offers []Suggestion
	last := verdict.last
	switch {
	case verdict.question == QuestionNone:
	case verdict.asks(flagWhy):
		offers = readQuestion(u.Text, spoken, last).softenWhy()
	case verdict.asks(flagSuggest | flagPermission):
	case verdict.question == QuestionClosed:
		offers = readQuestion(u.Text, spoken, last).open(last.flags, verdict.has(actScale))
	}
	if verdict.has(actAdvice) {
		offers = append(offers, offerAdvice(u, verdict)...)
	}
	return offers
}

// offerAdvice frames advice as ask, offer, ask (Miller and Rollnick call it
// elicit, provide, elicit). What was asked already is not asked again.
func offerAdvice(u Utterance, verdict formVerdict) []Suggestion {
	var offers []Suggestion
	if !verdict.leave {
		offers = append(offers,
			Suggestion{Text: suggestAskFirst, Because: becauseAskFirst},
			Suggestion{Text: suggestOffer + adviceWords(u.Text, verdict), Because: becauseOffer})
	}
	if u.Question != QuestionOpen {
		offers = append(offers, Suggestion{Text: suggestAskAgain, Because: becauseAskAgain})
	}
	return offers
}

// adviceWords returns the advice as an idea that was asked for, or in its own words where it is put in a way that adviceLeads
// does not know.
func adviceWords(text string, verdict formVerdict) string {
	for _, each := range verdict.acts {
		if each.kind != actAdvice && each.flags&flagSuggest == 0 {
			continue
		}
		words := verdict.text.words
		sentence := verdict.text.sentences[each.sentence]
		to := min(sentence.to, each.from+suggestReach)
		if from, lead := adviceFrom(words, each.from, to); lead != "" {
			return " " + say(suggestIdea, lead, strings.Join(strings.Fields(text[words[from].start:words[to-1].end]), " "))
		}
		return " " + upperFirst(text[words[each.from].start:words[to-1].end]) + "."
	}
	return ""
}

// adviceLeads are the ways to lead into advice, in words that the tables know, and what goes between "it would be" and
// the rest.
var adviceLeads = []struct{ said, then string }{
	{"why do not you just", "to"}, {"why do not you", "to"}, {"why not", "to"},
	{"how about", "~"}, {"what about", "~"}, {"have you tried", "~"}, {"have you thought of", "~"}, {"have you thought about", "~"}, {"have you considered", "~"},
	{"you should not", "not to"}, {"you should", "to"}, {"you ought to", "to"}, {"you need to", "to"}, {"you have to", "to"}, {"you have got to", "to"},
	{"you must not", "not to"}, {"you must", "to"}, {"you could", "to"}, {"you might want to", "to"}, {"you may want to", "to"}, {"you had better", "to"},
	{"what you need to do is", "to"}, {"what you should do is", "to"}, {"what you want to do is", "to"},
	{"if i were you i would", "to"}, {"try to", "to"}, {"try", "to try"}, {"make sure", "to make sure"}, {"keep", "to keep"}, {"stop", "to stop"},
}

// adviceFrom returns the word after what leads into advice, and what goes before it then; "" where no lead is known. A "~"
// lead is followed by what to do as an "-ing", and by nothing else.
func adviceFrom(words []spokenWord, from, to int) (int, string) {
	for _, row := range adviceLeads {
		at := from
		lead := strings.Fields(row.said)
		for len(lead) > 0 && at < to && tables().spelling(words[at].id) == lead[0] {
			lead, at = lead[1:], at+1
		}
		if len(lead) > 0 || at >= to {
			continue
		}
		for at < to-1 && tables().spelling(words[at].id) == "just" {
			at++
		}
		if row.then != "~" {
			return at, row.then
		}
		if words[at].class&classIng != 0 {
			return at, "to try"
		}
	}
	return 0, ""
}

// askedQuestion is a question taken apart: the verb that leads it, who it is
// about, and the rest, as they were written.
type askedQuestion struct {
	text   string
	words  []spokenWord
	first  int    // the sentence's first word
	wh     string // the question word and what belongs to it, "" where there is none
	verb   string // "do", "have", "are": canonical
	denied bool   // "don't you"
	who    string
	rest   int // first word after who, or of everything
	cut    int // word after the last one that is used
}

// readQuestion takes apart the question that an act found.
func readQuestion(text string, spoken spokenText, found act) *askedQuestion {
	sentence := spoken.sentences[found.sentence]
	q := &askedQuestion{text: text, words: spoken.words, first: sentence.from, cut: sentence.to}
	at := found.from
	if found.flags&flagTag != 0 {
		at, q.cut = sentence.from, found.from
	}
	for at < q.cut-1 && q.words[at].class&(classMarker|classFiller) != 0 {
		at++
	}
	start := at
	if at < q.cut && q.words[at].class&classWh != 0 {
		at = q.verbAfter(at)
	}
	q.wh = q.slice(start, at)
	q.rest = at
	if at+1 < q.cut && q.words[at].class&(classDo|classBe|classHave|classModal) != 0 && found.flags&(flagTag|flagDeclarative) == 0 {
		q.readVerb(at)
	}
	for i := q.rest; i < q.cut; i++ {
		if q.words[i].id == tables().or || i >= q.rest+suggestReach {
			q.cut = i
		}
	}
	for q.cut > q.rest+1 && trailing[tables().spelling(q.words[q.cut-1].id)] {
		q.cut--
	}
	return q
}

// verbAfter returns the verb after a question word and what belongs to it, or
// the word after the question word where no verb is near.
func (q *askedQuestion) verbAfter(wh int) int {
	for at := wh + 1; at < q.cut && at < wh+4; at++ {
		if q.words[at].class&(classDo|classBe|classHave|classModal) != 0 {
			return at
		}
	}
	if wh+1 < q.cut && q.words[wh+1].class&classGrade != 0 {
		return wh + 2
	}
	return wh + 1
}

// trailing are words at a question's end that a new question does without.
var trailing = map[string]bool{
	"okay": true, "right": true, "alright": true, "then": true, "please": true, "though": true, "all": true, "or": true, "so": true, "yet": true,
	"much": true, "often": true, "anymore": true, "today": true,
}

// readVerb reads the verb and its subject from word at.
func (q *askedQuestion) readVerb(at int) {
	q.verb = tables().spelling(q.words[at].id)
	at++
	if at < q.cut && q.words[at].id == tables().not {
		q.denied = true
		at++
	}
	end := at
	for end < q.cut && q.words[end].class&(classPoss|classDet) != 0 && q.words[end].class&classSubject == 0 {
		end++
	}
	if end < q.cut {
		end++
	}
	q.who, q.rest = q.slice(at, end), end
	if q.rest < q.cut-1 && q.words[q.rest].id == tables().not {
		q.denied, q.rest = true, q.rest+1 // "why do you not leave"
	}
	for q.rest < q.cut-1 && q.is(0, "ever", "really", "just", "actually", "also", "usually", "normally", "still") {
		q.rest++
	}
}

// slice returns the text of some words as they were written, fillers between
// them included, with line ends made into spaces.
func (q *askedQuestion) slice(from, to int) string {
	if from >= to || from >= len(q.words) {
		return ""
	}
	written := q.text[q.words[from].start:q.words[to-1].end]
	if from == q.first {
		written = lowerFirst(written, q.words[from].class)
	}
	return strings.Join(strings.Fields(written), " ")
}

// tail returns the words after the subject.
func (q *askedQuestion) tail() string { return q.slice(q.rest, q.cut) }

// after returns the words that follow the tail's first n.
func (q *askedQuestion) after(n int) string { return q.slice(q.rest+n, q.cut) }

// head returns the class of the tail's first word, 0 where there is none.
func (q *askedQuestion) head() wordClass {
	if q.rest >= q.cut {
		return 0
	}
	return q.words[q.rest].class
}

// is says whether a word of the tail is one of some spellings.
func (q *askedQuestion) is(n int, spellings ...string) bool {
	if q.rest+n >= q.cut {
		return false
	}
	spelling := tables().spelling(q.words[q.rest+n].id)
	for _, each := range spellings {
		if spelling == each {
			return true
		}
	}
	return false
}

// lowerFirst lowers the first letter of a word that need not keep its capital.
func lowerFirst(written string, class wordClass) string {
	if class&classFirst != 0 || written == "" || written[0] < 'A' || written[0] > 'Z' {
		return written
	}
	if class == 0 && len(written) > 1 {
		return written // perhaps a name
	}
	return string(written[0]|0x20) + written[1:]
}

// upperFirst raises the first letter of a sentence.
func upperFirst(written string) string {
	if written == "" || written[0] < 'a' || written[0] > 'z' {
		return written
	}
	return string(written[0]&^0x20) + written[1:]
}
