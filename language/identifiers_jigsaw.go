package language

import "strings"

// The pieces of a jigsaw, in the words a person reads.
const (
	pieceAge       = "an exact age"
	piecePlace     = "a place or school"
	pieceEthnicity = "an ethnicity or origin"
	pieceFaith     = "a faith"
	pieceIllness   = "an illness or disability"
	pieceRare      = "twins or triplets"
	pieceNotable   = "something that was in the news, or the only one of its kind"
)

// jigsawEnough is how many different pieces close together make a warning; two are enough where one of them is rare.
const jigsawEnough = 3

// jigsaw collects the pieces of one sentence.
type jigsaw struct {
	pieces     [jigsawKinds]string // in the order in which they stand, the first count of them
	count      int
	start, end int // bytes from the first piece to the last
	person     bool
}

// jigsawKinds is how many kinds of piece there are.
const jigsawKinds = 7

// findJigsaws warns of combinations in a sentence, or in two that follow one another in a paragraph.
func (r *idReader) findJigsaws() {
	var before jigsaw
	var warnings []idFound
	at, from := 0, 0
	edges := spanEdges{text: r.text}
	for i := 1; i <= len(r.words); i++ {
		if i < len(r.words) && !r.sentenceBreak(i) {
			continue
		}
		var now jigsaw
		now, at = r.jigsawOf(from, i, at)
		joined := before.with(now)
		switch {
		case now.enough():
			warnings = append(warnings, now.warning(&edges))
			now = jigsaw{}
		case joined.enough() && now.count > 0:
			warnings = append(warnings, joined.warning(&edges))
			now = jigsaw{}
		}
		before = now
		if i < len(r.words) && r.words[i].gap&(gapBlank|gapLine) != 0 {
			before = jigsaw{}
		}
		from = i
	}
	r.found = append(r.found, warnings...)
}

// jigsawOf reads the pieces of words from to upTo; at is how far the findings have been read.
func (r *idReader) jigsawOf(from, upTo, at int) (jigsaw, int) {
	var j jigsaw
	for i := from; i < upTo; i++ {
		w := r.words[i]
		for at < len(r.found) && r.found[at].end <= w.start {
			at++
		}
		if at < len(r.found) && r.found[at].start <= w.start {
			j.add(pieceOfKind(r.found[at].kind), r.found[at].start, r.found[at].end)
			j.person = j.person || r.found[at].kind == IdentifierName
			continue
		}
		j.person = j.person || r.flags[i]&(flagKin|flagChild|flagParent|flagStandIn|flagSomebody) != 0
		j.add(r.pieceOfWord(i), w.start, w.end)
	}
	return j, at
}

func pieceOfKind(kind IdentifierKind) string {
	switch kind {
	case IdentifierAge, IdentifierDateOfBirth:
		return pieceAge
	case IdentifierSchool, IdentifierPlace, IdentifierAddress, IdentifierPostcode:
		return piecePlace
	}
	return ""
}

func (r *idReader) pieceOfWord(i int) string {
	flags := r.flags[i]
	switch {
	case flags&(flagEthnic|flagFaith|flagCondition|flagRare|flagNotable) == 0:
		return ""
	case flags&flagRare != 0:
		return pieceRare
	case flags&flagNotable != 0:
		return pieceNotable
	case flags&flagEthnic != 0 && r.is(i-1, "only"):
		return pieceNotable
	case flags&flagCondition != 0:
		return pieceIllness
	case flags&flagFaith != 0:
		return pieceFaith
	}
	return pieceEthnicity
}

func (j *jigsaw) add(piece string, start, end int) {
	if piece == "" {
		return
	}
	if j.count == 0 {
		j.start = start
	}
	j.end = max(j.end, end)
	for _, seen := range j.seen() {
		if seen == piece {
			return
		}
	}
	j.pieces[j.count] = piece
	j.count++
}

func (j *jigsaw) seen() []string { return j.pieces[:j.count] }

func (j jigsaw) with(next jigsaw) jigsaw {
	j.person = j.person || next.person
	for _, piece := range next.seen() {
		j.add(piece, next.start, next.end)
	}
	return j
}

func (j jigsaw) enough() bool {
	rare := false
	for _, piece := range j.seen() {
		rare = rare || piece == pieceRare || piece == pieceNotable
	}
	return j.person && (j.count >= jigsawEnough || rare && j.count == jigsawEnough-1)
}

func (j jigsaw) warning(edges *spanEdges) idFound {
	start, end := edges.widen(j.start, j.end)
	return idFound{
		kind: IdentifierJigsaw, start: start, end: end, because: becauseJigsawLead + strings.Join(j.seen(), ", "),
	}
}
