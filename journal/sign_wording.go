package journal

import "strings"

// baseRate: words that judge by type. A frequency that nobody looked up leaves
// no other mark.
func (l *look) baseRate() (string, []Trace) {
	return signSaid.typical, l.byItself("base-rate")
}

// hindsight: words that tell the past as if its end had been plain.
func (l *look) hindsight() (string, []Trace) {
	return signSaid.hindsight, l.byItself("hindsight")
}

// halo: the same word for someone's quality, in more than one place.
func (l *look) halo() (string, []Trace) {
	places := map[string][]Trace{}
	for _, t := range l.own("halo") {
		places[strings.ToLower(t.Words)] = append(places[strings.ToLower(t.Words)], t)
	}
	for _, word := range sortedKeys(places) {
		traces := places[word]
		for _, t := range traces[1:] {
			if t.Step != traces[0].Step || t.Ref != traces[0].Ref {
				return fillCounts(signSaid.sameQuality, len(traces), ""), traces
			}
		}
	}
	return "", nil
}

// attribution: words of character or blame, and no explanation that starts from
// circumstances.
func (l *look) attribution() (string, []Trace) {
	if l.fromCircumstances() {
		return "", nil
	}
	words := l.found(FindingBlame, "attribution")
	if len(words) < 2 {
		return "", nil
	}
	return fillCounts(signSaid.character, len(words), ""), words
}

// adultification: words that make a child older or harm cultural.
func (l *look) adultification() (string, []Trace) {
	if words := l.byItself("adultification"); len(words) > 0 {
		return signSaid.olderOrCulture, words
	}
	words := l.own("adultification")
	if len(words) < 2 {
		return "", nil
	}
	return signSaid.olderOrCulture, words
}
