package language

import "strings"

// nameBeside looks at what stands on either side of word i for a sign that it is a person.
func (r *idReader) nameBeside(i int) (nameSign, bool) {
	if sign, found := r.nameBefore(i); found && sign.strong {
		return sign, true
	} else if after, also := r.nameAfter(i); also && (after.strong || !found) {
		return after, true
	} else {
		return sign, found
	}
}

// nameBefore looks at the words before: a title, a word of family, "called", "spoke to".
func (r *idReader) nameBefore(i int) (nameSign, bool) {
	const between = gapSpace | gapComma | gapStop | gapQuote | gapOpen | gapDash | gapColon | gapApostrophe
	j, gap := i-1, r.gap(i)
	if j < 0 || r.taken[j] && r.names[j] == 0 || gap&^between != 0 {
		return nameSign{}, false
	}
	if sign, found := r.titled(i, gap); found {
		return sign, true
	}
	flags := r.can(j)
	switch {
	case flags&flagKin != 0 && r.kinBefore(i, j, gap):
		return nameSign{because: becauseKin, role: r.kinRole(j), strong: true}, true
	case flags&flagNamed != 0 && gap&^(gapSpace|gapQuote|gapApostrophe) == 0 && !r.calledUpon(j):
		return nameSign{because: becauseNamed, role: r.namedRole(j), strong: true}, true
	case r.nameIs(j, gap):
		return nameSign{because: becauseNamed, strong: true}, true
	case gap == gapSpace && r.toldBefore(j):
		return nameSign{because: becauseTold, strong: r.flags[i]&(flagWord|flagNot) == 0}, true
	}
	return nameSign{}, false
}

// titled says whether a title stands straight before word i: "Mrs", "Dr.", "nanny". One that is also a word ("baby",
// "miss") needs a capital after it, and is sure only where no everyday word follows.
func (r *idReader) titled(i int, gap spanGap) (nameSign, bool) {
	j := i - 1
	flags := r.can(j)
	if flags&flagTitle == 0 || gap&^(gapSpace|gapStop) != 0 || r.sentenceBreak(i) {
		return nameSign{}, false
	}
	sign := nameSign{because: becauseTitle, role: r.titleRole(j), strong: true}
	doubtful := r.in(j, groupKinTitle) || r.in(j, groupMiss)
	if !doubtful && (r.capital(j) || flags&flagTitleLower != 0) {
		return sign, true
	}
	if gap != gapSpace || !r.capital(i) {
		return nameSign{}, false
	}
	sign.strong = r.capital(j) && !r.in(j, groupKinTitle) || r.flags[i]&flagWord == 0
	return sign, true
}

// kinBefore says whether the word of family at j introduces word i: "mum Sarah", "her brother, Tariq,", but not "told
// mum. Sarah" or "Mum, Social Worker".
func (r *idReader) kinBefore(i, j int, gap spanGap) bool {
	if r.owner(j) || gap&gapStop != 0 || r.sentenceBreak(i) {
		return false
	}
	if gap&^(gapSpace|gapQuote) == 0 {
		return true
	}
	const close = gapComma | gapClose | gapStop | gapDash
	end := r.nameEnd(i) + 1
	closed := r.gap(end)&close != 0
	return gap&(gapComma|gapOpen|gapDash|gapColon) != 0 && r.capital(i) && (closed || gap&gapColon != 0)
}

// calledUpon says whether "called" at word j is ringing rather than naming.
func (r *idReader) calledUpon(j int) bool {
	return r.is(j, "called") && r.in(j-1, groupCalledUpon) || r.is(j, "known")
}

// nameIs finds "her name is X", "name: X", "known as X", "goes by X", "dear X", the word before X being j.
func (r *idReader) nameIs(j int, gap spanGap) bool {
	switch {
	case r.is(j, "is", "was", "are"):
		return r.in(j-1, groupNameWord)
	case r.in(j, groupNameWord):
		return gap&gapColon != 0
	case r.is(j, "as"):
		return r.is(j-1, "known") && !r.is(j-2, "well", "also")
	case r.is(j, "by"):
		return r.is(j-1, "goes", "go", "going", "went")
	}
	return r.in(j, groupGreeting) && gap&^(gapSpace|gapComma|gapLine) == 0
}

// toldBefore says whether word j, straight before, is somebody speaking to or meeting a person: "told X", "spoke to X".
func (r *idReader) toldBefore(j int) bool {
	if r.has(j, flagTell) {
		return r.can(j)&flagVerb != 0 || r.in(j-1, groupSpeaker) || r.can(j)&(flagWord|flagNamed) == 0
	}
	return r.has(j, flagTellWith) && (r.in(j-1, groupSpeakVerb) || r.in(j-1, groupBeWith))
}

// nameAfter looks at the words after: what a person does, owns, is called besides, or is aged.
func (r *idReader) nameAfter(first int) (nameSign, bool) {
	i := first
	if r.words[first].shape == shapeTitle {
		i = r.nameEnd(first)
	}
	next := i + 1
	if r.owner(i) {
		owned := r.has(next, flagOwned) && (r.near(next) || r.gap(next)&gapApostrophe != 0)
		return nameSign{because: becauseOwns, strong: true}, owned
	}
	if r.gap(next)&(gapOpen|gapComma) != 0 && r.ageBeside(next) > 0 {
		return nameSign{because: becauseAgeBeside, strong: true}, true
	}
	if sign, found := r.apposed(i); found {
		return sign, true
	}
	if r.familyNamed(first) {
		return nameSign{because: becauseFamilyOf, strong: true}, true
	}
	if r.gap(next) == gapComma|gapSpace && r.is(next, "who") {
		return nameSign{because: becauseDoes, strong: true}, true
	}
	if !r.near(next) || r.shape(next) != shapeLower {
		return nameSign{}, false
	}
	return r.nameActs(first, i)
}

// familyNamed says whether a family name stands before a word for those who bear it: "the Gill baby".
func (r *idReader) familyNamed(i int) bool {
	flags := r.flags[i]
	named := flags&flagFamily != 0 && flags&flagNot == 0 && r.capital(i)
	return named && r.familyOf(i) && !(r.words[i].begins && flags&flagWord != 0)
}

// nameActs looks at the word after a name that ends at word i: what the person did, was, or turned.
func (r *idReader) nameActs(first, i int) (nameSign, bool) {
	next := i + 1
	switch {
	case r.has(next, flagVerb) && !r.thingOwned(next):
		return nameSign{because: becauseDoes, strong: true}, true
	case r.is(next, "is", "was", "turned", "turns") && next+1 < len(r.words) && r.taken[next+1] && r.ageTaken(next+1):
		return nameSign{because: becauseAgeBeside, strong: true}, true
	case r.has(next, flagIs):
		return nameSign{because: becauseDoes}, r.shape(i) != shapeLower
	case r.flags[first] == 0 && r.words[first].begins && r.doing(next):
		return nameSign{because: becauseDoes}, true
	case r.in(next, groupBetweenNameAndVerb) && r.has(next+1, flagVerb) && r.shape(next+1) == shapeLower:
		return nameSign{because: becauseDoes, strong: true}, true
	}
	return nameSign{}, false
}

// thingOwned says whether word i is a thing or a relation rather than what somebody does.
func (r *idReader) thingOwned(i int) bool {
	flags := r.can(i)
	return flags&(flagOwned|flagKin) != 0 && flags&flagWord != 0 && !r.thirdPerson(i)
}

// doing says whether a word has the ending of what somebody does or did: hums, shrugged.
func (r *idReader) doing(i int) bool {
	word := r.string(i)
	return len(word) > 3 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"))
}

// thirdPerson says whether a word that can be a thing owned is rather what somebody does: plays, needs, visits.
func (r *idReader) thirdPerson(i int) bool {
	word := r.string(i)
	return word[len(word)-1] == 's' && r.flags[i]&flagVerb != 0
}

// ageTaken says whether word i belongs to an age that has been found.
func (r *idReader) ageTaken(i int) bool {
	for k := len(r.found) - 1; k >= 0; k-- {
		if f := r.found[k]; f.kind == IdentifierAge && f.start <= r.words[i].start && f.end >= r.words[i].end {
			return true
		}
	}
	return false
}

// apposed finds "Rose, his gran," and "Tom (the student)": what somebody is, straight after the name.
func (r *idReader) apposed(i int) (nameSign, bool) {
	next := i + 1
	if r.gap(next)&^(gapSpace|gapComma|gapOpen|gapDash) != 0 || r.gap(next)&(gapComma|gapOpen|gapDash) == 0 ||
		!r.in(next, groupArticle) || r.shape(next) != shapeLower {
		return nameSign{}, false
	}
	for j := next + 1; j <= next+3 && r.near(j); j++ {
		if r.has(j, flagKin) {
			return nameSign{because: becauseKin, role: r.kinRole(j), strong: true}, true
		}
	}
	return nameSign{}, false
}

// ageBeside says at which word an age ends that begins at word i, in brackets or between commas; 0 where there is none.
func (r *idReader) ageBeside(i int) int {
	if r.is(i, "aged", "age") && r.gap(i+1) == gapSpace && (r.shape(i+1) == shapeDigits || r.has(i+1, flagAgeWord)) {
		return i + 1
	}
	last := i
	switch {
	case r.digits(i) && len(r.string(i)) <= 2:
	case r.has(i, flagAgeWord):
		last, _ = r.ageNumber(i)
	case r.joinedYears(i):
	default:
		return 0
	}
	last = r.pastHalf(r.pastAgeUnits(last))
	gap := r.gap(i)
	bracketed := gap&gapOpen != 0 && r.closesBracket(last)
	if bracketed || gap == gapComma|gapSpace && r.closesComma(i, last) {
		return last
	}
	return 0
}

// pastHalf reads on over "and a half".
func (r *idReader) pastHalf(last int) int {
	if r.is(last+1, "and") && r.is(last+2, "a") && r.is(last+3, "half") && r.near(last+1) && r.allFree(last+1, 3) {
		return last + 3
	}
	return last
}

// pastAgeUnits reads on over the unit of an age and its smaller part: "3 yrs", "16 years 4 months", "2yrs 7m".
func (r *idReader) pastAgeUnits(last int) int {
	if r.words[last].shape != shapeJoined && r.near(last+1) && r.has(last+1, flagAgeUnit) {
		last++
	}
	part := last + 1
	switch {
	case r.near(part) && r.joinedYears(part):
		return part
	case r.near(part) && r.digits(part) && r.near(part+1) && r.has(part+1, flagAgeUnit):
		return part + 1
	}
	return last
}

// joinedYears says whether word i is a number and years or months in one: 15yrs, 7m.
func (r *idReader) joinedYears(i int) bool {
	if !r.free(i) || r.words[i].shape != shapeJoined {
		return false
	}
	word := strings.ToLower(r.string(i))
	unit := strings.TrimLeft(word, "0123456789")
	if figures := len(word) - len(unit); figures == 0 || figures > 2 {
		return false
	}
	switch unit {
	case "y", "yr", "yrs", "yo", "m", "mth", "mths", "mo", "wk", "wks":
		return true
	}
	return false
}

// closesBracket says whether a bracket closes, or goes on to something else, after word last.
func (r *idReader) closesBracket(last int) bool {
	after := r.byteAt(r.words[last].end)
	return after == ')' || after == ',' || strings.HasPrefix(r.text[r.words[last].end:], " ?)")
}

// closesComma says whether an age after a comma, from word i to last, ends what was put in: by another comma, at the
// sentence's end, or before "and" and the next name.
func (r *idReader) closesComma(i, last int) bool {
	if r.byteAt(r.words[last].end) == ',' || last+1 >= len(r.words) || r.sentenceBreak(last+1) {
		return true
	}
	if r.is(last+1, "in", "next", "this", "on") && r.near(last+1) && r.digits(i) {
		return r.has(last+2, flagMonth|flagWeekday|flagAgeUnit) // Ana, 16 in March
	}
	return r.is(last+1, "and") && r.near(last+1) && r.digits(i) && (r.capital(last+2) || r.moreAges(last+1) && r.sentenceOrComma(last+2))
}

// cited says whether word i begins a citation, or the name of a report, model, law or body rather than of somebody met.
func (r *idReader) cited(i int) bool {
	if r.termOfTheField(i) {
		return true
	}
	last := i
	for steps := 0; steps < 6 && r.citedOn(last+1); steps++ {
		last++
	}
	etAl := last > i+1 && r.is(last, "al") && r.is(last-1, "et")
	if etAl || r.year(last+1) && r.gap(last+1)&(gapOpen|gapComma) != 0 || r.owner(i) && r.year(i+1) {
		return true
	}
	if r.citedWork(i) {
		next := i + 1
		return r.capital(next) || r.flags[i]&flagWriter != 0 || r.can(next)&flagOwned == 0
	}
	return r.citedAlone(i)
}

// citedWork says whether a word for a report, a model or a law follows word i: "the Munro Review", but not "Mohammed
// Al-Masri".
func (r *idReader) citedWork(i int) bool {
	next := i + 1
	if !r.near(next) || r.can(next)&flagCite == 0 {
		return false
	}
	return r.capital(next) && !r.in(next, groupParticle) || !r.capital(next) && r.flags[i]&flagGiven == 0
}

// citedOn says whether word i can stand in a list of writers: Ruch, Turney and Ward; Munro et al.
func (r *idReader) citedOn(i int) bool {
	if r.gap(i)&^(gapSpace|gapAnd|gapComma|gapHyphen|gapStop) != 0 || r.sentenceBreak(i) {
		return false
	}
	return r.capital(i) && r.flags[i]&flagCite == 0 || r.is(i, "and") && r.capital(i+1) || r.is(i, "et", "al")
}

// citedAlone says whether a writer stands where a writer does: "Munro argues", "as Gibbs describes", "Kolb's cycle".
func (r *idReader) citedAlone(i int) bool {
	if next := i + 1; r.flags[i]&flagGiven != 0 && r.near(next) && r.capital(next) && r.has(next, flagWriter) { // Eileen Munro
		return r.before(i, 1, flagQuoteVerb) || r.in(next+1, groupWrites) && !r.is(next+1, "says")
	}
	if r.flags[i]&flagWriter == 0 {
		return false
	}
	return r.is(i-1, "and") && i > 1 && r.can(i-2)&flagWriter != 0 || r.owner(i) && r.has(i+2, flagCite) ||
		r.before(i, 1, flagQuoteVerb) || r.in(i+1, groupWrites)
}

// year says whether word i is a year, a letter after it or not: 2008, 2010a.
func (r *idReader) year(i int) bool {
	if i < 0 || i >= len(r.words) || (r.words[i].shape != shapeDigits && r.words[i].shape != shapeJoined) {
		return false
	}
	word := r.string(i)
	return (len(word) == 4 || len(word) == 5) && dateBetween(word[:4], 1850, 2100)
}

func (r *idReader) titleRole(j int) Role {
	switch {
	case r.can(j)&flagProfessional != 0:
		return RoleProfessional
	case r.can(j)&flagParent != 0:
		return RoleParent
	case r.is(j, "baby"):
		return RoleChild
	}
	return ""
}

func (r *idReader) kinRole(j int) Role {
	switch {
	case r.can(j)&flagParent != 0:
		return RoleParent
	case r.can(j)&flagProfessional != 0:
		return RoleProfessional
	case r.can(j)&flagChild != 0:
		return RoleChild
	}
	return ""
}

// namedRole takes the role from the word before "called": "a girl called Keira".
func (r *idReader) namedRole(j int) Role {
	if j > 0 && r.near(j) {
		return r.kinRole(j - 1)
	}
	return ""
}

// fieldTerms are the names of tools, tests and models that begin with what could be a person or a place, with what
// stands after it then.
var fieldTerms = map[string][]string{
	"edinburgh": {"scale", "score", "scores", "scored", "postnatal", "questionnaire"},
	"fraser":    {"competent", "competence", "guidelines", "guideline", "discussed"},
	"gillick":   {"competent", "competence", "competency", "discussed"},
	"hackney":   {"model"},
	"merton":    {"compliant", "compliance", "assessment"},
	"moses":     {"basket", "baskets"},
}

// termOfTheField says whether word i begins such a name: "Merton compliant", "a moses basket".
func (r *idReader) termOfTheField(i int) bool {
	return r.near(i+1) && r.is(i+1, fieldTerms[strings.ToLower(r.string(i))]...)
}
