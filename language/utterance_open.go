package language

import "strings"

// open returns two or three ways to open a closed question.
func (q *askedQuestion) open(flags actFlags, scale bool) []Suggestion {
	switch {
	case flags&flagCheck != 0 && flags&flagTag == 0:
		return suggestions(becauseCheck, openMakeOfIt, openMissed)
	case scale || flags&flagScale != 0:
		return suggestions(becauseScale, openNotLower, openHigher)
	}
	because := becauseOpen
	if q.denied || flags&flagLeading != 0 {
		because = becauseLeading
	}
	return suggestions(because, q.ways(flags)...)
}

// ways returns ways to open a closed question by how it is put.
func (q *askedQuestion) ways(flags actFlags) []string {
	switch {
	case flags&flagTag != 0:
		return q.openTag(flags&flagLeading != 0)
	case flags&flagDeclarative != 0 || q.verb == "" && q.wh == "":
		return q.openStatement()
	case q.wh != "":
		return q.openFact()
	}
	switch q.verb {
	case "have", "has", "had":
		return q.openHave()
	case "do", "does", "did":
		return q.openDo()
	case "is", "are", "was", "were", "am":
		return q.openBe()
	}
	return q.openModal()
}

// suggestions gives texts one reason, leaving out what came to nothing.
func suggestions(because string, texts ...string) []Suggestion {
	var offers []Suggestion
	for _, text := range texts {
		if text != "" {
			offers = append(offers, Suggestion{Text: text, Because: because})
		}
	}
	return offers
}

// ask joins parts into a question, say into a sentence.
func ask(parts ...string) string { return upperFirst(strings.Join(nonEmpty(parts), " ")) + "?" }
func say(parts ...string) string { return upperFirst(strings.Join(nonEmpty(parts), " ")) + "." }

func nonEmpty(parts []string) []string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}

// toYou says whether the question is about the person who is asked.
func (q *askedQuestion) toYou() bool { return strings.EqualFold(q.who, "you") }

// openTag says the statement without its tag, and asks about it.
func (q *askedQuestion) openTag(leading bool) []string {
	if leading {
		return []string{openOwnView, openMakeOfIt}
	}
	return []string{say(q.tail()), openWhatLike}
}

// openStatement opens a statement with a question mark: "You've been before?"
func (q *askedQuestion) openStatement() []string {
	if q.head()&classSubject == 0 {
		return []string{say(openTellAbout, q.tail()), openWhatMatters}
	}
	return []string{say(openTellHow, q.tail()), openWhatLike}
}

// openFact opens a question for a short fact: "How often do you drink?"
func (q *askedQuestion) openFact() []string {
	if q.verb == "" {
		return []string{say(openTellAbout, q.wh, q.tail()), openWhatLike}
	}
	if q.verb == "did" {
		if !q.toYou() {
			return []string{say("tell me what happened with", objectOf(q.who)), openWhatWasIt}
		}
		return []string{say(openTellAbout, q.doing()), ask("what was going on when it came to", q.doing())}
	}
	told := say(openTellAbout, q.wh, q.who, q.stated())
	if q.toYou() && q.verb == "do" && strings.HasPrefix(strings.ToLower(q.wh), "how") && q.head()&(classSub|classPrep) == 0 {
		return []string{ask(openHowFits, q.doing(), openFitIn), told}
	}
	return []string{told, openWhatLike}
}

// stated returns the verb and the rest in the order of a statement.
func (q *askedQuestion) stated() string {
	switch q.verb {
	case "do":
		return q.tail()
	case "does":
		return thirdPerson(q.slice(q.rest, q.rest+1)) + " " + q.after(1)
	}
	return q.verb + " " + q.tail()
}

// openHave opens "have you ever tried that".
func (q *askedQuestion) openHave() []string {
	switch {
	case q.is(0, "got", "any", "anyone", "anybody", "anything", "someone", "somebody"):
		return q.openOwning()
	case q.is(0, "thought", "considered"):
		return []string{ask("what thoughts have you had", q.after(1)), ask("what would", q.laterDoing(), "be like for you")}
	}
	times := say(openTimes, q.who, q.verb, q.tail())
	return []string{times, ask("what happened the times when", q.who, q.verb, q.tail())}
}

// laterDoing returns the "-ing" that follows "thought about", or "that way".
func (q *askedQuestion) laterDoing() string {
	for i := q.rest; i < q.cut; i++ {
		if q.words[i].class&classIng != 0 {
			return q.slice(i, q.cut)
		}
	}
	return "thinking about it"
}

// openOwning opens "do you have anyone", "have you got any help".
func (q *askedQuestion) openOwning() []string {
	skip := 0
	for q.is(skip, "have", "got") {
		skip++
	}
	people := q.is(skip, "anyone", "anybody", "someone", "somebody")
	things := q.is(skip, "anything", "something")
	for q.is(skip, "anyone", "anybody", "someone", "somebody", "anything", "something", "any", "a", "an", "some", "who", "that", "else") {
		skip++
	}
	rest := q.after(skip)
	switch {
	case people:
		return []string{say("tell me about who", orPresent(rest)), ask("who are the people", orPresent(rest))}
	case things || rest == "":
		return []string{say("tell me about what", orPresent(rest)), ask("what", orPresent(rest))}
	}
	return []string{ask("what", rest, "do", q.who, "have"), say("tell me about the", rest, q.who, "have")}
}

// orPresent returns words, or "there is" where there are none.
func orPresent(rest string) string {
	if rest == "" {
		return "there is"
	}
	return rest
}

// openDo opens "do you", "does she", "did they".
func (q *askedQuestion) openDo() []string {
	rest := q.tail()
	switch {
	case q.is(0, "have") && !q.is(1, "to"):
		return q.openOwning()
	case q.is(0, "think", "feel", "believe", "reckon") && q.head1Subject():
		about := ask("what do you", q.slice(q.rest, q.rest+1), "about", "whether", q.after(1))
		if q.denied {
			return []string{about, openWhatMatters}
		}
		return []string{about, ask(openHowThink, q.after(1))}
	case q.is(0, "feel") && q.toYou():
		return []string{ask("what helps you", rest), ask("what gets in the way when you want to", rest)}
	case q.is(0, "want", "like", "need", "know", "think"):
		return q.openWanting()
	case q.toYou() && q.verb == "did":
		return []string{ask("what happened when it came to", q.doing()), say(openTellAbout, q.doing())}
	case q.toYou():
		return []string{say(openTellAbout, q.doing()), ask("what is it like when you", rest), ask("what part does", q.doing(), "play for you")}
	case q.verb == "did":
		return []string{say("tell me what happened with", objectOf(q.who)), ask("what do you remember of", q.who, q.doing())}
	}
	return []string{say("tell me how it is with", objectOf(q.who)), ask("what happens when it comes to", objectOf(q.who), q.doing())}
}

// openWanting opens "do you want to stop", "do you like it there".
func (q *askedQuestion) openWanting() []string {
	second := q.slice(q.rest, q.rest+1)
	switch {
	case q.is(1, "to") && q.toYou():
		return []string{ask("what would it mean to you to", q.after(2)), ask("what draws you to", gerund(q.slice(q.rest+2, q.rest+3)), q.after(3), "and what holds you back")}
	case q.is(0, "know") && q.toYou():
		return []string{ask("what do you know about", strings.TrimPrefix(q.after(1), "about ")), say(openTellAbout, strings.TrimPrefix(q.after(1), "about "))}
	case q.is(0, "know"):
		return []string{ask("what", q.verb, q.who, "know about", strings.TrimPrefix(q.after(1), "about ")), say("tell me what", q.who, "might say about it")}
	}
	return []string{ask("what", q.verb, q.who, second, "about", strings.TrimPrefix(q.after(1), "about ")), openWhatMatters}
}

// head1Subject says whether a clause follows the tail's first word.
func (q *askedQuestion) head1Subject() bool {
	at := q.rest + 1
	return at < q.cut && q.words[at].class&(classSubject|classPoss) != 0
}

// openBe opens "is there", "are you", "was it".
func (q *askedQuestion) openBe() []string {
	rest := q.tail()
	switch {
	case strings.EqualFold(q.who, "there"):
		return q.openThere()
	case q.head()&classIng != 0:
		return []string{ask("how", q.verb, q.who, rest), say(openTellAbout, q.about(), rest)}
	case q.toYou():
		return []string{ask("in what ways", q.verb, "you", rest), ask("what is it like for you to be", rest)}
	}
	return []string{ask("in what ways", q.verb, q.who, rest), say("tell me more about", q.about(), "being", rest)}
}

// about returns who the question is about, as an object; "you" is left out.
func (q *askedQuestion) about() string {
	if q.toYou() {
		return ""
	}
	return objectOf(q.who)
}

// openThere opens "is there anyone who", "is there anything else".
func (q *askedQuestion) openThere() []string {
	skip := 1
	rest := func() string { return q.after(skip) }
	switch {
	case q.is(0, "anything", "something") && q.is(1, "else"):
		skip = 2
		return []string{ask("what else", rest()), say("tell me what else", orPresent(rest()))}
	case q.is(0, "anything", "something"):
		return []string{ask("what is there", rest()), say("tell me about what there is", rest())}
	case q.is(0, "anyone", "anybody", "someone", "somebody"):
		return []string{ask("who is there", rest()), say("tell me about the people", rest())}
	}
	if !q.is(0, "any", "a", "an", "some", "much", "still") {
		skip = 0
	}
	return []string{ask("what", rest(), q.verb, "there"), say("tell me about the", rest())}
}

// openModal opens "can you", "could she", "would that".
func (q *askedQuestion) openModal() []string {
	if q.toYou() {
		return []string{ask("how", q.verb, "you", q.tail()), ask("what would help you", q.tail())}
	}
	return []string{ask("how", q.verb, q.who, q.tail()), ask("what would need to happen for", objectOf(q.who), "to", q.tail())}
}

// softenWhy returns gentler openings than "why".
func (q *askedQuestion) softenWhy() []Suggestion {
	subject, rest := q.who, q.tail()
	switch {
	case q.verb == "" && rest == "":
		return suggestions(becauseWhy, "What led to that?", "Help me understand what was behind that.")
	case q.verb == "":
		return suggestions(becauseWhy, ask("what led to", rest), say("help me understand", rest))
	case strings.EqualFold(subject, "it") && q.is(0, "that"):
		return suggestions(becauseWhy, ask("what is it like when", q.after(1)), say("help me understand how it comes about that", q.after(1)))
	}
	plain := q.verb == "do" || q.verb == "did" || q.verb == "does"
	switch {
	case plain && q.toYou():
		return suggestions(becauseWhy, q.softenWhyYou()...)
	case plain && q.denied:
		return suggestions(becauseWhy, ask("what led to", objectOf(subject), "not", q.doing()), q.howItCame())
	case plain:
		return suggestions(becauseWhy, ask("what led to", objectOf(subject), q.doing()), q.howItCame())
	case q.denied:
		return suggestions(becauseWhy, ask("what has got in the way"), q.howItCame())
	}
	return suggestions(becauseWhy, ask("what led to", objectOf(subject), "being", rest), q.howItCame())
}

// softenWhyYou returns gentler openings than "why do you", "why did you", "why don't you".
func (q *askedQuestion) softenWhyYou() []string {
	rest := q.tail()
	switch {
	case q.denied:
		return []string{ask("what led you not to", rest), ask("what made it hard to", rest)}
	case q.head()&classMental != 0:
		return []string{ask("what leads you to", rest), ask("what is it that makes you", rest)}
	case q.verb == "do":
		return []string{ask("what leads you to", rest), say("help me understand how you come to", rest)}
	}
	return []string{ask("what led you to", rest), say("help me understand how you came to", rest)}
}

// howItCame asks to understand what a "why" asks about, said as a statement.
func (q *askedQuestion) howItCame() string {
	verb := q.verb
	if q.denied {
		verb += " not"
	} else if verb == "do" {
		verb = ""
	}
	return say("help me understand how it came about that", q.who, verb, q.tail())
}

// doing returns the tail with its first word, a verb, as an "-ing".
func (q *askedQuestion) doing() string {
	skip := 0
	for q.rest+skip < q.cut-1 && (q.words[q.rest+skip].class&classFiller != 0 || q.is(skip, "last", "first")) {
		skip++
	}
	verb := q.slice(q.rest+skip, q.rest+skip+1)
	return strings.Join(nonEmpty([]string{gerund(verb), q.after(skip + 1)}), " ")
}

// objectOf returns a subject as it stands after a preposition.
func objectOf(subject string) string {
	for _, row := range [][2]string{{"i", "me"}, {"he", "him"}, {"she", "her"}, {"we", "us"}, {"they", "them"}} {
		if strings.EqualFold(subject, row[0]) {
			return row[1]
		}
	}
	return subject
}

// gerund returns the "-ing" of a plain English verb: smoke, smoking; stop,
// stopping; lie, lying.
func gerund(verb string) string {
	n := len(verb)
	switch {
	case n < 2:
		return verb
	case strings.HasSuffix(verb, "ing") && n > 4:
		return verb
	case strings.HasSuffix(verb, "ie"):
		return verb[:n-2] + "ying"
	case verb == "be" || strings.HasSuffix(verb, "ee") || strings.HasSuffix(verb, "oe") || strings.HasSuffix(verb, "ye"):
		return verb + "ing"
	case strings.HasSuffix(verb, "e"):
		return verb[:n-1] + "ing"
	case doubles(verb):
		return verb + verb[n-1:] + "ing"
	}
	return verb + "ing"
}

// thirdPerson returns a plain English verb as it stands after "he": gets, has.
func thirdPerson(verb string) string {
	n := len(verb)
	switch {
	case n < 2:
		return verb
	case verb == "have":
		return "has"
	case strings.HasSuffix(verb, "y") && strings.IndexByte("aeiou", verb[n-2]) < 0:
		return verb[:n-1] + "ies"
	case strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "x") || strings.HasSuffix(verb, "ch") ||
		strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "o"):
		return verb + "es"
	}
	return verb + "s"
}

// doubles says whether a verb of one syllable doubles its last letter: one
// vowel between consonants, the last not w, x or y.
func doubles(verb string) bool {
	n := len(verb)
	isVowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	if n < 3 || isVowel(verb[n-1]) || strings.IndexByte("wxy", verb[n-1]) >= 0 || !isVowel(verb[n-2]) {
		return verb == "forget" || verb == "begin"
	}
	vowels := 0
	for i := 0; i < n; i++ {
		if isVowel(verb[i]) {
			vowels++
		}
	}
	quit := strings.HasPrefix(verb, "qu") && vowels == 2
	return vowels == 1 || quit || verb == "forget" || verb == "begin"
}
