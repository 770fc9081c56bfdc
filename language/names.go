package language

import "strings"

// nameSign is why a word is taken for a name, and how sure that makes it.
type nameSign struct {
	because string
	role    Role
	strong  bool // enough for a word that could be something else
}

// findNames finds the names of people in passes: what a word and its neighbours tell; then, with those names known,
// what comes again or stands in a list with one; and the ages beside them.
func (r *idReader) findNames() {
	for i := 0; i < len(r.words); i++ {
		if r.taken[i] || !r.nameLike(i) {
			continue
		}
		if sign, ok := r.nameSign(i); ok {
			i = r.takeName(i, sign)
		}
	}
	r.spreadNames()
	r.agesBesideNames()
	r.birthsBesideNames()
	r.shareRoles()
}

// nameLike is the quick look that passes over most words.
func (r *idReader) nameLike(i int) bool {
	if r.text[r.words[i].start] == 'I' && spanApostrophe(r.text, min(r.words[i].start+1, len(r.text)-1)) > 0 {
		return false // I'd, I've
	}
	if r.flags[i]&(flagGiven|flagFamily) != 0 {
		return true
	}
	switch r.words[i].shape {
	case shapeTitle, shapeUpper:
		return true
	case shapeLower:
		return i > 0 && r.flags[i] == 0 && (r.can(i-1)&(flagTitleLower|flagKin|flagNamed) != 0 || r.has(i+1, flagOwned))
	}
	return false
}

// nameSign decides whether a name begins at word i.
func (r *idReader) nameSign(i int) (nameSign, bool) {
	const never = flagMonth | flagWeekday | flagTitle | flagKin
	flags := r.flags[i]
	switch {
	case r.words[i].end-r.words[i].start < 2:
		return r.initialSign(i)
	case flags&never != 0 && flags&(flagGiven|flagFamily) == 0, r.cited(i):
		return nameSign{}, false
	}
	sign, found := r.nameBeside(i)
	switch {
	case r.familyPlural(i):
		return nameSign{because: becauseFamilyOf, strong: true}, true
	case r.words[i].shape == shapeLower:
		return r.smallName(i, sign, found)
	case r.words[i].shape == shapeUpper && !r.upperName(i, found):
		return sign, false
	case flags&flagGiven != 0 && flags&flagAmbiguous == 0:
		if !found {
			sign = nameSign{because: becauseGiven}
		}
		return sign, !r.placeRather(i, found)
	case flags&flagGiven != 0:
		return r.doubtfulGiven(i, sign, found)
	case flags&flagFamily != 0:
		return r.familyName(i, sign, found)
	}
	return r.unknownName(i, sign, found)
}

// initialSign finds "J. Smith" and "T Okafor".
func (r *idReader) initialSign(i int) (nameSign, bool) {
	next := i + 1
	stop := r.gap(next)&gapStop != 0
	switch {
	case r.words[i].shape != shapeTitle || r.is(i, "I", "A") && !stop || r.words[i].begins && !stop:
	case !r.free(next) || r.gap(next)&^(gapSpace|gapStop) != 0 || r.shape(next) != shapeTitle:
	case r.can(next)&flagFamily != 0 && r.can(next)&flagFunction == 0 && !r.citedAlone(next) && !r.cited(next):
		return nameSign{because: becauseInitials, strong: true}, true
	}
	return nameSign{}, false
}

// smallName decides on a word typed without a capital.
func (r *idReader) smallName(i int, sign nameSign, found bool) (nameSign, bool) {
	const never = flagFunction | flagIs | flagMonth | flagVerb | flagKin | flagTitle | flagTell | flagTellWith
	flags := r.flags[i]
	switch {
	case r.smallGiven(i, found):
		if !found {
			sign = nameSign{because: becauseGiven}
		}
		return sign, true
	case flags&never != 0:
		return sign, false
	case r.ownedWithoutApostrophe(i):
		return nameSign{because: becauseOwns}, true
	case r.afterMiss(i):
		return nameSign{because: becauseTitle, strong: true}, true
	case !found || !sign.strong:
		return sign, false
	case sign.because == becauseTitle && !r.in(i-1, groupKinTitle):
		return sign, flags&flagWord == 0 || flags&flagFamily != 0
	case flags&flagFamily != 0 && flags&flagGiven == 0:
		return sign, false
	}
	return sign, r.smallSigned(i)
}

// afterMiss says whether "miss", typed small too, is a title before the family name at word i.
func (r *idReader) afterMiss(i int) bool {
	return r.near(i) && r.in(i-1, groupMiss) && r.flags[i]&flagFamily != 0 && r.flags[i]&flagAmbiguous == 0
}

// smallGiven says whether a word typed small is a given name and can be nothing else.
func (r *idReader) smallGiven(i int, found bool) bool {
	flags := r.flags[i]
	return flags&flagGiven != 0 && flags&(flagAmbiguous|flagNot) == 0 && r.words[i].end-r.words[i].start >= 3 &&
		!r.placeRather(i, found)
}

// smallSigned decides on a word typed small beside which a strong sign stands: in a text typed small throughout an
// unknown word is enough, elsewhere both sides must say so.
func (r *idReader) smallSigned(i int) bool {
	flags := r.flags[i]
	plain := r.lists.plain(nameFold(r.string(i)))
	if flags == 0 && r.small && r.words[i].end-r.words[i].start >= 4 && !plain {
		return true
	}
	return r.smallBeside(i) && (flags&flagGiven != 0 || !plain)
}

// ownedWithoutApostrophe finds "at donnas house", typed fast.
func (r *idReader) ownedWithoutApostrophe(i int) bool {
	word := nameFold(r.string(i))
	if len(word) < 5 || word[len(word)-1] != 's' || r.flags[i] != 0 || !r.near(i+1) || !r.has(i+1, flagOwned) {
		return false
	}
	flags := r.lists.of(word[:len(word)-1])
	return flags&flagGiven != 0 && flags&(flagAmbiguous|flagNot) == 0
}

// smallBeside asks for something on both sides of a word typed small: "mum grace said", "a girl called keira".
func (r *idReader) smallBeside(i int) bool {
	if r.can(i-1)&flagNamed != 0 {
		return r.has(i-2, flagKin|flagChild) || r.in(i-2, groupAgePerson) || r.is(i-2, "is", "one", "someone")
	}
	next := i + 1
	beside := r.can(i-1)&(flagKin|flagTitleLower) != 0
	return r.near(next) && r.can(next)&(flagVerb|flagIs) != 0 && beside || r.owner(i) && r.has(next, flagOwned)
}

// upperName decides whether letters all capital may be a name at all: a known one of five letters, because SARA and MINA
// stand for something, or one with a sign or a further name beside it.
func (r *idReader) upperName(i int, found bool) bool {
	known := r.flags[i]&flagGiven != 0 && r.flags[i]&flagAmbiguous == 0
	long := r.words[i].end-r.words[i].start >= 5
	beside := r.shape(i+1) == shapeUpper && r.near(i+1) && r.can(i+1)&(flagGiven|flagFamily) != 0
	family := r.flags[i]&flagFamily != 0 && r.flags[i]&(flagFunction|flagIs|flagWord) == 0
	return known && (long || found || beside) || found && family
}

// placeRather says whether a given name that is also a place stands where a place does: "in Lincoln".
func (r *idReader) placeRather(i int, found bool) bool {
	return r.flags[i]&flagPlace != 0 && r.near(i) && !found && r.has(i-1, flagIn|flagMove)
}

// doubtfulGiven decides on a given name that is also a word, a month or a people: Grace, May, Christian.
func (r *idReader) doubtfulGiven(i int, sign nameSign, found bool) (nameSign, bool) {
	strong := found && sign.strong
	does := sign.because == becauseDoes
	switch {
	case does && r.monthRather(i):
		return sign, false
	case r.stateOf(i):
		return nameSign{because: becauseDoes, strong: true}, true
	case r.auxiliary(i): // "Will said", "May told": the verb must be a person's own
		return sign, strong && (!does || r.pastVerb(i+1))
	case strong:
		return sign, !(r.words[i].begins && does && r.phrase(i))
	case r.wordRather(i, found):
		return sign, false
	case !found:
		sign = nameSign{because: becauseCapital}
	}
	return sign, true
}

// monthRather says whether a month that is also a name stands where a month does: "in August", "since May".
func (r *idReader) monthRather(i int) bool {
	return r.flags[i]&flagMonth != 0 && r.near(i) &&
		(r.has(i-1, flagIn) || r.is(i-1, "since", "until", "till", "by", "last", "next", "early", "late", "mid", "of", "from", "during"))
}

// auxiliary says whether a name is also a word of grammar that can stand where it stands: Will, May, Can.
func (r *idReader) auxiliary(i int) bool {
	flags := r.flags[i]
	return r.words[i].begins && flags&(flagFunction|flagIs) != 0 || flags&flagFunction != 0 && flags&flagIs == 0
}

// wordRather says whether a name that is also a word, and beside which no sure sign stands, is rather the word.
func (r *idReader) wordRather(i int, found bool) bool {
	const clearly = flagMonth | flagWeekday | flagNot | flagKin | flagTitle
	if r.words[i].begins || r.flags[i]&clearly != 0 || r.placeRather(i, found) || r.phrase(i) || r.ownedByArticle(i) {
		return true
	}
	return r.flags[i]&flagIs != 0 && r.near(i+1) && r.in(i+1, groupModalNext) // Will I, Can they
}

// pastVerb says whether word i is what somebody did, in a form that no "will" or "may" stands before.
func (r *idReader) pastVerb(i int) bool {
	return r.has(i, flagVerb) && (r.in(i, groupPastVerb) || strings.HasSuffix(r.string(i), "ed"))
}

// familyName decides on a word that is a family name and no given one.
func (r *idReader) familyName(i int, sign nameSign, found bool) (nameSign, bool) {
	flags := r.flags[i]
	strong := found && sign.strong
	switch {
	case flags&(flagFunction|flagIs|flagTellWith|flagMonth) != 0:
		return sign, found && sign.because == becauseTitle
	case flags&(flagWriter|flagNot) != 0:
		return sign, strong && sign.calls()
	case strong:
		return sign, flags&flagAmbiguous == 0 || !r.wordBegins(i, sign)
	case flags&(flagAmbiguous|flagPlace) != 0:
		return sign, flags&(flagPlace|flagVerb) == 0 && found && !r.words[i].begins && !r.phrase(i)
	case !found && r.familyDoubt(i):
		return sign, false
	}
	if !found {
		sign = nameSign{because: becauseFamily}
	}
	return sign, true
}

// wordBegins says whether a family name that is also a word is rather part of a title, or the word with which a sentence
// begins: "Young said" may be "young".
func (r *idReader) wordBegins(i int, sign nameSign) bool {
	return r.phrase(i) || r.words[i].begins && sign.because == becauseDoes
}

// calls says whether a sign calls somebody: by a title, a word of family, or "called".
func (s nameSign) calls() bool {
	return s.because == becauseTitle || s.because == becauseKin || s.because == becauseNamed
}

// familyDoubt says whether a family name by itself is too short, part of a title, or something that "the" stands before.
func (r *idReader) familyDoubt(i int) bool {
	return r.words[i].end-r.words[i].start < 3 || r.phrase(i) || r.ownedByArticle(i) && !r.familyOf(i)
}

// familyOf says whether "the Khan family", "that Connors lad".
func (r *idReader) familyOf(i int) bool {
	for r.gap(i+1) == gapHyphen && r.capital(i+1) {
		i++ // the Reid-Shah children
	}
	return r.near(i+1) && r.in(i+1, groupFamilyOf) && r.shape(i+1) == shapeLower
}

// unknownName decides on a word with a capital that no list knows as a name.
func (r *idReader) unknownName(i int, sign nameSign, found bool) (nameSign, bool) {
	const elsewhere = flagNot | flagWriter | flagPlace | flagMonth | flagWeekday | flagTitle | flagKin | flagFunction |
		flagStandIn
	begins := r.words[i].begins
	switch {
	case r.words[i].shape != shapeTitle || r.flags[i]&elsewhere != 0 || r.shortForm(i):
		return sign, false
	case r.flags[i]&flagWord != 0 || r.lists.plain(nameFold(r.string(i))):
		return sign, found && !begins && r.wordCalled(i, sign) && !r.phrase(i)
	case found && (sign.strong || !begins || sign.because == becauseDoes && !r.phrase(i)):
		return sign, true
	}
	return nameSign{because: becauseCapital}, !begins && !r.thingRather(i)
}

// shortForm says whether a few letters with a capital at the end stand for something: HfU, CwD.
func (r *idReader) shortForm(i int) bool {
	word := r.string(i)
	last := word[len(word)-1]
	plural := len(word) == 2 && last == 's' // the four Rs
	return plural || len(word) <= 4 && last >= 'A' && last <= 'Z'
}

// wordCalled says whether an everyday word with a capital is called a name, or follows a title and is not what the titled
// person does.
func (r *idReader) wordCalled(i int, sign nameSign) bool {
	return sign.because == becauseNamed || sign.because == becauseTitle && r.flags[i]&(flagVerb|flagIs|flagTell) == 0
}

// thingRather says whether a word with a capital is rather a title, a thing, or a place: see findPlaces.
func (r *idReader) thingRather(i int) bool {
	return r.phrase(i) || r.ownedByArticle(i) && !r.familyOf(i) || !r.standsAlone(i) || r.near(i) && r.has(i-1, flagIn)
}

// standsAlone says whether a word with a capital is not joined to a number, a slash or the name of a thing.
func (r *idReader) standsAlone(i int) bool {
	next := i + 1
	numbered := r.shape(next) == shapeDigits && r.near(next)
	return !numbered && r.gap(i)&(gapHyphen|gapSlash|gapAt) == 0 && r.gap(next) != gapSlash
}

// ownedByArticle says whether "the", "a", "this" or the like stands before word i, as before a thing.
func (r *idReader) ownedByArticle(i int) bool { return r.near(i) && r.in(i-1, groupArticle) }

// phrase says whether word i is part of a title or heading: another everyday word with a capital stands beside it.
func (r *idReader) phrase(i int) bool {
	return r.phraseWord(i-1, i) || r.phraseWord(i+1, i+1)
}

func (r *idReader) phraseWord(i, gapBefore int) bool {
	const person = flagGiven | flagFamily | flagTitle | flagKin | flagMonth | flagWeekday
	const thing = flagNot | flagPlaceWord | flagSchool | flagCite
	switch {
	case !r.free(i) || r.gap(gapBefore)&^(gapSpace|gapAnd) != 0 || !r.capital(i):
		return false
	case r.words[i].begins && i < gapBefore, r.is(i, "I"), r.flags[i]&person != 0 && r.flags[i]&flagNot == 0:
		return false
	}
	return r.words[i].shape == shapeUpper && r.words[i].end-r.words[i].start > 1 || r.flags[i]&thing != 0 ||
		r.lists.plain(nameFold(r.string(i)))
}
