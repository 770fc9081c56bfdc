package language

import "strings"

// softenWhy returns two gentler openings than "why".
func (q *askedQuestion) softenWhy() []Suggestion {
	return suggestions(becauseWhy, q.gentlerWhy()...)
}

func (q *askedQuestion) gentlerWhy() []string {
	switch {
	case q.verb == "":
		return []string{whyLedToThat, whyBehind}
	case strings.EqualFold(q.who, "it") && q.is(0, "that"):
		return []string{ask("what is it like when", q.after(1)), whyBehind}
	}
	switch q.verb {
	case "do", "did", "does":
		return q.gentlerWhyDo()
	case "have", "has", "had":
		return q.gentlerWhyHave()
	case "is", "are", "was", "were", "am":
		return q.gentlerWhyBe()
	}
	if q.denied {
		return []string{openGetsInWay, whyBehind}
	}
	return []string{ask("what might lead", objectOf(q.who), "to", q.tail()), whyBehind}
}

// gentlerWhyDo softens "why do you", "why did he", "why do you think".
func (q *askedQuestion) gentlerWhyDo() []string {
	switch {
	case q.bare():
		return []string{whyLedToThat, whyBehind}
	case q.toYou() && q.is(0, "think", "reckon", "suppose", "believe"):
		return []string{whyThink, whySense}
	case q.toYou():
		return q.gentlerWhyYou()
	}
	return q.gentlerWhyThey()
}

// gentlerWhyYou softens "why do you", "why did you", "why didn't you".
func (q *askedQuestion) gentlerWhyYou() []string {
	rest := q.tail()
	switch {
	case q.denied && q.verb == "do":
		return []string{ask("what makes it hard to", rest), whyBehind}
	case q.denied:
		return []string{ask("what made it hard to", rest), whyBehind}
	case q.verb == "do":
		return []string{ask("what leads you to", rest), ask("what is happening for you when you", rest)}
	}
	return []string{ask("what led you to", rest), say("help me understand how you came to", rest)}
}

// gentlerWhyThey softens "why does he", "why did they".
func (q *askedQuestion) gentlerWhyThey() []string {
	who, rest := objectOf(q.who), q.tail()
	switch {
	case q.denied && q.verb == "did":
		return []string{ask("what led", who, "not to", rest), whyBehind}
	case q.denied:
		return []string{openGetsInWay, whyBehind}
	case q.aboutIt():
		return []string{ask("what makes", who, rest), whyBehind}
	case q.verb == "did":
		return []string{ask("what led", who, "to", rest), whyBehind}
	}
	return []string{ask("what do you think leads", who, "to", rest), whyBehind}
}

// gentlerWhyHave softens "why have you", "why hasn't the school".
func (q *askedQuestion) gentlerWhyHave() []string {
	if q.denied {
		return []string{whyInTheWay, whyHappening}
	}
	return []string{whyLedToThat, whyHappening}
}

// gentlerWhyBe softens "why are you late", "why isn't she in school".
func (q *askedQuestion) gentlerWhyBe() []string {
	who, rest := objectOf(q.who), q.tail()
	if rest == "" {
		return []string{whyLedToThat, whyBehind}
	}
	if q.denied {
		return []string{ask("what led to", who, "not being", rest), whyHappening}
	}
	return []string{ask("what led to", who, "being", rest), whyBehind}
}
