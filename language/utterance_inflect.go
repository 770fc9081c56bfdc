package language

import "strings"

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
