package language

import "strings"

// open returns two ways to open a closed question: one from its own words where they make a natural sentence, and a
// plain one beside it, or two plain ones.
func (q *askedQuestion) open(flags actFlags, scale bool) []Suggestion {
	switch {
	case scale || flags&flagScale != 0:
		return suggestions(becauseScale, openNotLower, openHigher)
	case flags&flagCheck != 0 && flags&flagTag == 0 && q.toYou() && q.verb == "are":
		return suggestions(becauseOpen, openHowFeeling, openGoingOn)
	case flags&flagCheck != 0 && flags&flagTag == 0:
		return suggestions(becauseCheck, openMakeOfIt, openMissed)
	case flags&flagLeading != 0 || q.denied:
		return suggestions(becauseLeading, openOwnView, openMakeOfIt)
	}
	return suggestions(becauseOpen, q.ways(flags)...)
}

// ways returns ways to open a closed question by how it is put.
func (q *askedQuestion) ways(flags actFlags) []string {
	switch {
	case flags&flagTag != 0 && q.tail() == "":
		return []string{openMakeOfIt, openMissed}
	case flags&flagTag != 0:
		return []string{say(q.tail()), openWhatLike}
	case flags&flagOr != 0 && q.wh == "":
		return []string{openCompare, openMattersMost}
	case flags&flagDeclarative != 0 || q.verb == "" && q.wh == "":
		return q.openStatement()
	case q.wh != "":
		return q.openFact()
	}
	switch q.verb {
	case "have", "has", "had":
		return q.openHave()
	case "do", "does":
		return q.openDo()
	case "did":
		return q.openDid()
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

// aboutIt says whether the question is about no person and no thing that it names.
func (q *askedQuestion) aboutIt() bool {
	return isOneOf(q.who, "it", "that", "this", "things", "there", "anyone", "anybody", "anything", "someone", "somebody", "something", "everyone", "everything")
}

func isOneOf(word string, words ...string) bool {
	for _, each := range words {
		if strings.EqualFold(word, each) {
			return true
		}
	}
	return false
}

// openStatement opens a statement with a question mark, and a question of a few words: "You've been before?", "Any
// worries?"
func (q *askedQuestion) openStatement() []string {
	if q.is(0, "any") && q.rest+1 < q.cut && q.head()&classSubject == 0 {
		return []string{ask("what", q.after(1), "do you have"), openMissed}
	}
	return []string{openTellMore, openWhatLike}
}

// openFact opens a question for a short fact: "How often do you drink?", "Where do you sleep?"
func (q *askedQuestion) openFact() []string {
	switch q.verb {
	case "did":
		return []string{openTellThatTime, openWhatWasIt}
	case "have", "has":
		return []string{openTellHasBeen, openWhatLike}
	case "is", "are":
		return q.openFactBe()
	}
	first := strings.ToLower(firstWord(q.wh))
	switch {
	case q.verb == "" || q.tail() == "":
		return []string{openTellUsually, openWhatLike}
	case first == "how" && q.toYou() && q.verb == "do" && q.head()&(classSub|classPrep) == 0:
		return []string{ask("how does", q.doing(), "fit into your week"), openTellUsually}
	case isOneOf(first, "how", "what", "when"):
		return []string{openTellUsually, openWhatLike}
	}
	return []string{say("tell me about", q.wh, q.who, q.stated()), openWhatLike}
}

// openFactBe opens "how old is she", "when is the meeting".
func (q *askedQuestion) openFactBe() []string {
	if q.toYou() || q.aboutIt() || q.who == "" {
		return []string{openTellMore, openWhatLike}
	}
	return []string{say("tell me about", objectOf(q.who)), openWhatLike}
}

func firstWord(words string) string {
	first, _, _ := strings.Cut(words, " ")
	return first
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

// openHave opens "have you ever tried that", "has it got better since".
func (q *askedQuestion) openHave() []string {
	since := q.from("since")
	switch {
	case q.toYou() && q.is(0, "any") || q.toYou() && q.is(0, "got") && q.is(1, "a", "an", "any", "anyone", "anybody", "anything", "someone", "some", "enough", "much"):
		return q.openOwning()
	case q.toYou() && q.is(0, "thought", "considered"):
		return []string{ask("what thoughts have you had", q.after(1)), q.wouldBeLike()}
	case q.toYou() && q.is(0, "tried"):
		return []string{say("tell me about any times when you have", q.tail()), openWhatHappened}
	case since != "":
		return []string{ask("how have things been", since), openWhatChanged}
	case q.toYou():
		return []string{openGettingOn, openTellHasBeen}
	case q.aboutIt():
		return []string{openTellSoFar, openWhatChanged}
	}
	return []string{say("tell me how things have been with", objectOf(q.who)), openWhatChanged}
}

// wouldBeLike asks what a thing that was thought of would be like, where it is something to do.
func (q *askedQuestion) wouldBeLike() string {
	for i := q.rest; i < q.cut; i++ {
		if q.words[i].class&classIng != 0 {
			return ask("what would", q.slice(i, q.cut), "be like for you")
		}
	}
	return openGoodAbout
}

// from returns the words from a spelling on, "" where it is not among them.
func (q *askedQuestion) from(spelling string) string {
	for i := q.rest; i < q.cut-1; i++ {
		if tables().spelling(q.words[i].id) == spelling {
			return q.slice(i, q.cut)
		}
	}
	return ""
}

// openOwning opens "do you have anyone", "have you got any help with the boys".
func (q *askedQuestion) openOwning() []string {
	skip := 0
	for q.is(skip, "have", "got") {
		skip++
	}
	people := q.is(skip, "anyone", "anybody", "someone", "somebody")
	things := q.is(skip, "anything", "something")
	one := q.is(skip, "a", "an")
	for q.is(skip, "anyone", "anybody", "someone", "somebody", "anything", "something", "any", "some", "enough", "much", "many", "who", "that", "else") {
		skip++
	}
	noun, with := q.nounAnd(skip)
	switch {
	case people && q.after(skip) != "":
		return []string{say("tell me about who", q.after(skip)), openPeople}
	case people:
		return []string{openTellPeople, openPeople}
	case one && q.rest+skip+1 < q.cut:
		noun, with = q.nounAnd(skip + 1)
		return []string{say("tell me about any", noun, "you have", with), openHowThings}
	case things, noun == "", one:
		return []string{openTellMore, openHowThings}
	}
	return []string{ask("what", noun, "do you have", with), say("tell me about any", noun, "you have", with)}
}

// nounAnd parts what is owned or there, from the tail's word n on, from what follows it: "help" and "with the boys".
func (q *askedQuestion) nounAnd(n int) (noun, rest string) {
	for i := q.rest + n + 1; i < q.cut; i++ {
		if q.words[i].class&classPrep != 0 || q.words[i].class&classSubject != 0 {
			return q.slice(q.rest+n, i), q.slice(i, q.cut)
		}
	}
	return q.after(n), ""
}

// openDo opens "do you", "does she", "do they".
func (q *askedQuestion) openDo() []string {
	switch {
	case !q.toYou() && q.aboutIt():
		return []string{openTellUsually, openWhatLike}
	case !q.toYou():
		return []string{say("tell me how things are with", objectOf(q.who)), openNoticed}
	case q.is(0, "have") && !q.is(1, "to"):
		return q.openOwning()
	case q.head()&classMental != 0 || q.is(0, "know", "understand", "remember", "agree", "mean"):
		return q.openWithin()
	case q.bare() || !q.leadsWithVerb():
		return []string{openTellMore, openWhatLike}
	case q.goesWithHow():
		return []string{ask("how do you", q.tail()), say("tell me about", q.doing())}
	}
	return []string{say("tell me about", q.doing()), ask("what is it like when you", q.tail())}
}

// bare says whether the question broke off after its verb: "do you think about".
func (q *askedQuestion) bare() bool {
	return q.rest >= q.cut || q.cut-q.rest <= 2 && q.words[q.cut-1].class&classPrep != 0 && !q.is(0, "get", "go", "come")
}

// leadsWithVerb says whether the tail can begin with a verb: not "do you and Sam argue" or "do you ever".
func (q *askedQuestion) leadsWithVerb() bool {
	const other = classJoin | classFiller | classSubject | classDet | classPrep | classWh
	return q.head()&other == 0 || q.is(0, "have", "like")
}

// goesWithHow says whether "how" asks naturally for what the tail does: how do you sleep, get on, cope.
func (q *askedQuestion) goesWithHow() bool {
	return q.is(0, "sleep", "cope", "manage", "deal", "handle", "feel", "relax", "unwind") || q.is(0, "get") && q.is(1, "on", "along", "by")
}

// openWithin opens questions about what goes on within: feel, want, like, know, think.
func (q *askedQuestion) openWithin() []string {
	switch {
	case q.bare() || q.rest+1 >= q.cut:
		return []string{openMakeOfIt, openMissed}
	case q.is(0, "feel"):
		return []string{ask("what helps you", q.tail()), say("tell me about times when you", q.tail()+",", "and times when you do not")}
	case q.is(0, "want", "need", "like", "love", "hope", "wish") && q.is(1, "to"):
		return []string{ask("what would it mean to you to", q.after(2)), openMattersMost}
	case q.is(0, "like", "love", "enjoy"):
		return []string{ask("what do you", q.slice(q.rest, q.rest+1), "about", q.after(1)), ask("what would you change about", q.after(1), "if you could")}
	case q.is(0, "know", "understand", "remember"):
		return q.openKnowing(1)
	}
	return []string{openOwnView, openMattersMost}
}

// openKnowing asks what somebody knows of what follows the tail's first n words.
func (q *askedQuestion) openKnowing(n int) []string {
	switch {
	case q.rest+n < q.cut && q.words[q.rest+n].class&(classWh|classWhether) != 0:
		return []string{ask("what is your understanding of", q.after(n)), openOwnView}
	case q.is(n, "about"):
		return []string{ask("what do you know", q.after(n)), openOwnView}
	case q.is(n, "that") || q.head1Subject():
		return []string{openOwnView, openMakeOfIt}
	}
	return []string{ask("what do you know about", q.after(n)), openOwnView}
}

// head1Subject says whether a clause follows the tail's first word.
func (q *askedQuestion) head1Subject() bool {
	at := q.rest + 1
	return at+1 < q.cut && q.words[at].class&classSubject != 0
}

// openDid opens "did you", "did he", "did it go well".
func (q *askedQuestion) openDid() []string {
	switch {
	case q.is(0, "go") && !q.toYou():
		return []string{ask("how did", q.who, "go"), openRemember}
	case !q.toYou() || q.bare() || !q.leadsWithVerb():
		return []string{openTellHappened, openRemember}
	case q.goesWithHow():
		return []string{ask("how did you", q.tail()), openTellMore}
	}
	return []string{ask("what happened when it came to", q.doing()), say("tell me about", q.doing())}
}

// openBe opens "is there", "are you", "was it".
func (q *askedQuestion) openBe() []string {
	past := q.verb == "was" || q.verb == "were"
	switch {
	case strings.EqualFold(q.who, "there"):
		return q.openThere()
	case q.toYou():
		return q.openBeYou(past)
	case past:
		return []string{openTellHappened, openWhatWasIt}
	case q.aboutIt() && q.is(0, "that"):
		return []string{openGoingOnThere, openOwnView}
	case q.aboutIt():
		return []string{openTellUsually, openWhatLike}
	case q.is(0, "well", "okay", "ok", "alright", "better", "happy") && q.rest+1 == q.cut:
		return []string{ask("how", q.verb, q.who), say("tell me how things are with", objectOf(q.who))}
	}
	return []string{ask("how are things with", objectOf(q.who)), openNoticed}
}

// openBeYou opens "are you drinking", "are you going to see him", "were you scared".
func (q *askedQuestion) openBeYou(past bool) []string {
	mood := q.head()&(classMood|classHard) != 0
	switch {
	case past:
		return []string{openHowFelt, openTellHappened}
	case q.is(0, "going") && q.is(1, "to") && q.rest+2 < q.cut:
		doing := strings.Join(nonEmpty([]string{gerund(q.slice(q.rest+2, q.rest+3)), q.after(3)}), " ")
		return []string{ask("what are your thoughts about", doing), openMattersMost}
	case q.is(0, "able") && q.is(1, "to"):
		return []string{ask("what would help you", q.after(1)), openGetsInWay}
	case q.head()&classIng != 0:
		return []string{ask("how is it going with", q.tail()), say("tell me about", q.tail())}
	case mood:
		return []string{openHowFeeling, openGoingOn}
	}
	return []string{openHowThings, openGoingOn}
}

// openThere opens "is there anyone who", "is there any food in the house".
func (q *askedQuestion) openThere() []string {
	skip := 0
	for q.is(skip, "any", "a", "an", "some", "much", "still", "enough", "anyone", "anybody", "someone", "somebody", "anything", "something", "else") {
		skip++
	}
	rest := q.after(skip)
	switch {
	case q.is(0, "anything", "something") && q.is(1, "else"):
		return []string{ask("what else", rest), openMissed}
	case q.is(0, "anything", "something"):
		if q.rest+skip < q.cut && q.words[q.rest+skip].class&classSubject != 0 {
			rest = "that " + rest
		}
		return []string{ask("what is there", rest), openTellMore}
	case q.is(0, "anyone", "anybody", "someone", "somebody"):
		return []string{say("tell me about the people", rest), openPeople}
	}
	noun, place := q.nounAnd(skip)
	if noun == "" {
		return []string{openTellMore, openWhatLike}
	}
	return []string{ask("what", noun, q.verb, "there", place), say("tell me about any", noun, place)}
}

// openModal opens "can you", "could she", "would that help".
func (q *askedQuestion) openModal() []string {
	tail := q.tail()
	if q.is(0, "be") && q.is(1, "able") && q.is(2, "to") {
		tail = q.after(3)
	} else if q.is(0, "be") {
		return []string{openGoingOnThere, openOwnView}
	}
	switch {
	case q.toYou():
		return q.openModalYou(tail)
	case isOneOf(q.who, "we", "i"):
		return []string{ask("what do you think about", q.doing()), openWouldHelp}
	case q.aboutIt():
		return []string{ask("how", q.verb, q.who, tail), ask("what would it take for", objectOf(q.who), "to", tail)}
	}
	return []string{ask("what would it take for", objectOf(q.who), "to", tail), openMakeOfIt}
}

// openModalYou opens "would you like to come", "can you see why", "could you get there".
func (q *askedQuestion) openModalYou(tail string) []string {
	switch {
	case q.is(0, "like", "want", "prefer", "love") && q.is(1, "to"):
		return []string{ask("what would it mean to you to", q.after(2)), openWantFromIt}
	case q.is(0, "like", "want", "prefer", "love"):
		return []string{openWouldHelp, openMattersMost}
	case q.is(0, "see", "understand", "remember", "imagine"):
		return q.openKnowing(1)
	case q.head()&classMental != 0 || q.is(0, "say"):
		return []string{openOwnView, openHowThings}
	}
	return []string{ask("how", q.verb, "you", tail), ask("what would help you", tail)}
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
