package language

import (
	"slices"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// ground is a reason before its place is known in characters.
type ground struct {
	from, to int // bytes
	reason   string
}

// chosen returns the acts that the verdict rests on, at most maxReasons: the
// question to be answered first, then the others in order.
func (v *formVerdict) chosen() []act {
	var picked []act
	if len(v.asked) > 0 {
		picked = append(picked, v.last)
	}
	count, shown := map[actKind]int{}, v.firstReflected()
	for _, each := range v.acts {
		switch {
		case each.kind == actOther || each.kind == actScale && v.question == QuestionNone:
			continue
		case each.kind == actReflection && !slices.ContainsFunc(shown, each.same):
			continue
		case each.kind == actQuestion && each.same(v.last):
			continue
		}
		if count[each.kind]++; count[each.kind] > 2 {
			continue
		}
		picked = append(picked, each)
	}
	return picked[:min(len(picked), maxReasons)]
}

// firstReflected returns the first few reflective clauses, enough for a reason:
// where the turn adds meaning, those that add it.
func (v *formVerdict) firstReflected() []act {
	var shown []act
	for _, each := range v.reflected {
		if len(shown) < 3 && (!v.complex || each.flags&(flagComplex|flagDouble) != 0) {
			shown = append(shown, each)
		}
	}
	return shown
}

// same says whether two acts are one.
func (a act) same(b act) bool { return a.from == b.from && a.to == b.to && a.kind == b.kind }

// reasonsFor turns acts into reasons with their place in the text.
func reasonsFor(text string, spoken spokenText, acts []act, utterance Utterance) []Reason {
	var grounds []ground
	for _, each := range acts {
		last := min(each.to, len(spoken.words)) - 1
		grounds = append(grounds, ground{
			from: spoken.words[each.from].start, to: spoken.words[max(last, each.from)].end, reason: reasonOf(each),
		})
	}
	if len(grounds) == 0 && len(spoken.words) > 0 && utterance.Form == FormOther {
		grounds = append(grounds, ground{
			from: spoken.words[0].start, to: spoken.words[len(spoken.words)-1].end, reason: reasonOther,
		})
	}
	slices.SortStableFunc(grounds, func(a, b ground) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return a.to - b.to
	})
	return placeGrounds(text, grounds)
}

// reasonOf returns the words for one act.
func reasonOf(each act) string {
	switch each.kind {
	case actQuestion:
		return questionReason(each.flags)
	case actReflection:
		switch {
		case each.flags&flagDouble != 0:
			return reasonDouble
		case each.flags&flagComplex != 0:
			return reasonComplex
		}
		return reasonSimple
	}
	if each.flags&flagConcern != 0 {
		return reasonConcern
	}
	return map[actKind]string{
		actScale: reasonScale, actAffirm: reasonAffirmation, actAdvice: reasonAdvice, actInform: reasonInformation,
		actConfront: reasonConfront, actPermission: reasonPermission, actAutonomy: reasonAutonomy, actSummary: reasonSummary,
	}[each.kind]
}

func questionReason(flags actFlags) string {
	for _, row := range []struct {
		flag   actFlags
		reason string
	}{
		{flagLeading, reasonLeading}, {flagWhy, reasonWhy}, {flagSuggest, reasonSuggest}, {flagPermission, reasonPermission},
		{flagTag, reasonTag}, {flagCheck, reasonCheck}, {flagScale, reasonScale},
	} {
		if flags&row.flag != 0 {
			return row.reason
		}
	}
	switch open := flags&flagOpen != 0; {
	case open && flags&flagRequest != 0:
		return reasonRequest
	case open:
		return reasonOpen
	case flags&flagDeclarative != 0:
		return reasonDeclarative
	}
	return reasonClosed
}

// placeGrounds turns byte offsets into code points on the edges of graphemes,
// in one pass over the text.
func placeGrounds(text string, grounds []ground) []Reason {
	reasons := make([]Reason, 0, len(grounds))
	if len(grounds) == 0 {
		return reasons
	}
	places := newPlaceFinder(text, grounds)
	for _, each := range grounds {
		reasons = append(reasons, Reason{Start: places.start[each.from], End: places.end[each.to], Reason: each.reason})
	}
	return reasons
}

// placeFinder maps the byte offsets that are wanted to code points.
type placeFinder struct {
	start, end map[int]int
}

// newPlaceFinder walks the graphemes of a text once. A start inside a grapheme
// moves back to where it begins, an end inside one moves to where it stops.
func newPlaceFinder(text string, grounds []ground) placeFinder {
	finder := placeFinder{start: map[int]int{}, end: map[int]int{}}
	var starts, ends []int
	for _, each := range grounds {
		starts = append(starts, each.from)
		ends = append(ends, each.to)
	}
	slices.Sort(ends)
	points, nextStart, nextEnd := 0, 0, 0
	clusters := graphemes.FromString(text)
	for clusters.Next() && (nextStart < len(starts) || nextEnd < len(ends)) {
		size := utf8.RuneCountInString(clusters.Value())
		for nextStart < len(starts) && starts[nextStart] < clusters.End() {
			finder.start[starts[nextStart]] = points
			nextStart++
		}
		points += size
		for nextEnd < len(ends) && ends[nextEnd] <= clusters.End() {
			finder.end[ends[nextEnd]] = points
			nextEnd++
		}
	}
	return finder
}
