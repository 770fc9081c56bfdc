package language

// takeName takes the name that begins at word i with all that belongs to it, and gives its last word.
func (r *idReader) takeName(i int, sign nameSign) int {
	last := r.nameEnd(i)
	if r.nameBeginsBefore(i) {
		i--
	}
	if last > i && r.flags[i]&flagGiven != 0 && sign.because == becauseGiven {
		sign.because = becauseFullName
	}
	r.take(IdentifierName, i, last, sign.because)
	r.found[len(r.found)-1].role, r.found[len(r.found)-1].first = sign.role, r.words[i].end
	for j := i; j <= last; j++ {
		r.names[j] = len(r.found)
	}
	return last
}

// nameBeginsBefore says whether the word before a known family or given name is the given name to it, though no list has
// it: "Traci Taylor".
func (r *idReader) nameBeginsBefore(i int) bool {
	j := i - 1
	return r.free(j) && r.near(i) && r.shape(j) == shapeTitle && r.shape(i) == shapeTitle && r.can(j) == 0 &&
		r.flags[i]&flagFamily != 0 && r.words[j].after == r.words[j].end && r.words[j].end-r.words[j].start > 1 &&
		!r.lists.plain(nameFold(r.string(j)))
}

// nameEnd reads on from a name: further given names, family names, initials and the particles between them.
func (r *idReader) nameEnd(i int) int {
	last := i
	for range 5 {
		next := last + 1
		if !r.free(next) || r.words[last].after > r.words[last].end || !r.nameGap(last, next) {
			return last
		}
		if r.in(next, groupParticle) && r.joinedBy(next) {
			last = next + 1
			continue
		}
		if !r.nameGoesOn(next, i) {
			return last
		}
		last = next
	}
	return last
}

// joinedBy says whether what follows the particle at word i goes on the name: de Souza, bin Hassan.
func (r *idReader) joinedBy(i int) bool {
	next := i + 1
	return r.free(next) && r.nameGap(i, next) && r.shape(next) == shapeTitle && !r.words[next].begins &&
		!r.lists.plainWord(nameFold(r.string(next)))
}

// nameGap says whether a name can go on over what stands between two words: a space, a hyphen, the stop of an initial.
func (r *idReader) nameGap(last, next int) bool {
	gap := r.gap(next)
	return gap == gapSpace || gap == gapHyphen && r.words[next].start-r.words[last].after == 1 ||
		gap&^(gapSpace|gapStop) == 0 && r.words[last].end-r.words[last].start == 1
}

// nameGoesOn says whether word i belongs to a name that began at word first.
func (r *idReader) nameGoesOn(i, first int) bool {
	flags := r.flags[i]
	switch {
	case r.hyphenates(i, first):
		return r.shape(first) != shapeLower && r.shape(i) <= shapeTitle
	case r.shape(first) == shapeLower || r.shape(i) == shapeLower:
		return r.smallGoesOn(i, first)
	case !r.capital(i) || r.words[i].begins:
		return false
	case flags&(flagGiven|flagFamily) != 0 && flags&flagFunction == 0:
		return flags&(flagMonth|flagWeekday) == 0 || r.sentenceBreak(i+1) || r.has(i+1, flagVerb)
	case r.words[i].end-r.words[i].start == 1:
		return !r.is(i, "I") && r.words[i].shape == shapeTitle
	}
	return r.unknownGoesOn(i, first)
}

// hyphenates says whether a hyphen joins word i to the name that began at word first: Anne-Marie, but not "Aisha-led".
func (r *idReader) hyphenates(i, first int) bool {
	return r.gap(i) == gapHyphen && (r.shape(i) == shapeTitle || r.can(first)&flagGiven != 0 && !r.in(i, groupHyphenNot))
}

// unknownGoesOn says whether a word with a capital that no list knows as a name goes on the name that began at first.
func (r *idReader) unknownGoesOn(i, first int) bool {
	const never = flagNot | flagKin | flagTitle | flagMonth | flagWeekday | flagSchool | flagRoad | flagPlaceWord |
		flagFunction | flagIs
	if r.flags[i]&never != 0 || r.lists.plain(nameFold(r.string(i))) {
		return false
	}
	return r.words[i].shape == shapeTitle || r.shape(first) == shapeUpper
}

// smallGoesOn says whether a word typed small is a family name after a given one: sure by itself, or one that is also a
// word where somebody then does something: "sarah brown said".
func (r *idReader) smallGoesOn(i, first int) bool {
	const never = flagFunction | flagIs | flagVerb | flagOwned | flagKin | flagTell | flagTellWith | flagTitle
	flags := r.flags[i]
	named := flags&(flagGiven|flagFamily) != 0 && flags&never == 0
	if r.shape(i) != shapeLower || !named || r.words[i].end-r.words[i].start < 3 {
		return false
	}
	if flags&flagAmbiguous == 0 {
		return true
	}
	next := i + 1
	does := r.near(next) && r.can(next)&(flagVerb|flagIs) != 0
	return r.shape(first) == shapeLower && flags&flagFamily != 0 && (does || r.sentenceBreak(next))
}

// spreadNames goes through the text again with the names that are known.
func (r *idReader) spreadNames() {
	known := make(map[uint64]bool, len(r.found)/2)
	for i := range r.words {
		if r.names[i] > 0 && r.words[i].end-r.words[i].start > 1 {
			known[nameHashOf(r.string(i))] = true
		}
	}
	r.repeatedCapitals(known)
	if len(known) == 0 {
		return
	}
	for i := 0; i < len(r.words); i++ {
		if r.taken[i] || !r.nameLike(i) || r.words[i].end-r.words[i].start < 2 {
			continue
		}
		switch {
		case r.comesAgain(i, known), r.comesAgainSmall(i, known):
			i = r.takeName(i, nameSign{because: becauseElsewhere})
		case r.listedWithName(i):
			i = r.takeName(i, nameSign{because: becauseListed})
		}
	}
}

// comesAgain says whether word i is a known name met again, with a capital, where it could be one.
func (r *idReader) comesAgain(i int, known map[uint64]bool) bool {
	if !r.capital(i) || !known[nameHashOf(r.string(i))] || r.cited(i) {
		return false
	}
	flags := r.flags[i]
	if flags&(flagFunction|flagIs|flagMonth|flagWeekday|flagNot|flagPlace|flagKin|flagTitle) != 0 {
		return false
	}
	return !r.words[i].begins || flags&flagWord == 0 || flags&flagGiven != 0 && r.near(i+1) && r.can(i+1)&(flagIs|flagVerb) != 0
}

// repeatedCapitals adds words that no list knows and that come at least twice with a capital in mid-sentence.
func (r *idReader) repeatedCapitals(known map[uint64]bool) {
	seen := map[uint64]int{}
	for i := range r.words {
		w := &r.words[i]
		if r.taken[i] || w.begins || w.shape != shapeTitle || w.end-w.start < 2 || r.flags[i] != 0 {
			continue
		}
		if r.phrase(i) || r.cited(i) || r.ownedByArticle(i) {
			continue
		}
		if folded := nameFold(r.string(i)); !r.lists.plain(folded) {
			hash := nameHash(folded)
			if seen[hash]++; seen[hash] > 1 {
				known[hash] = true
			}
		}
	}
}

// listedWithName says whether word i stands beside a name over "and" or a comma, and could be one. A word that no list
// knows and that begins a sentence counts before "and" alone.
func (r *idReader) listedWithName(i int) bool {
	const never = flagNot | flagPlace | flagMonth | flagWeekday | flagKin | flagTitle | flagFunction | flagStandIn
	flags := r.flags[i]
	known := flags&(flagGiven|flagFamily) != 0
	switch {
	case r.shape(i) != shapeTitle || r.phrase(i) || r.cited(i) || flags&never != 0:
		return false
	case !known && r.lists.plain(nameFold(r.string(i))):
		return false
	case !known && r.words[i].begins:
		return r.is(i+1, "and") && r.nameOver(i, 1)
	}
	return r.nameOver(i, -1) || r.nameOver(i, 1)
}

// nameOver says whether the next word but "and" in a direction is part of a name.
func (r *idReader) nameOver(i, step int) bool {
	j := i + step
	if j < 0 || j >= len(r.words) {
		return false
	}
	gap := r.gap(max(i, j))
	if r.is(j, "and", "or") && gap == gapSpace {
		k := j + step
		return k >= 0 && k < len(r.words) && r.names[k] > 0 && r.gap(max(j, k))&^(gapSpace|gapComma) == 0
	}
	return r.names[j] > 0 && gap&^(gapSpace|gapComma|gapAnd|gapSlash) == 0 && gap&(gapComma|gapAnd|gapSlash) != 0
}

// agesBesideNames takes the ages in "Aisha (7)", "Aisha, 7," and "Aisha 7, Omar 5".
func (r *idReader) agesBesideNames() {
	for i := range r.words {
		next := i + 1
		if r.names[i] == 0 || next >= len(r.words) || r.taken[next] {
			continue
		}
		if r.nearlyAge(next) {
			next++
		}
		last := r.ageBeside(next)
		if last == 0 {
			last = r.ageAfterName(next)
		}
		if last == 0 || !r.allFree(next, last-next+1) {
			continue
		}
		r.takeAge(next, last)
		r.ageList(last)
		if age, found := ageYears(r.text[r.words[next].start:r.words[last].end]); found && age < 18 {
			r.roleFor(r.names[i], RoleChild)
		}
	}
}

// birthsBesideNames makes births of the dates that stand straight after a name where a list or a heading begins: "Ana Reid
// 03/04/2015; Tom Reid, 5.6.17". "Saw Ana Reid 3/4/25" tells of another date.
func (r *idReader) birthsBesideNames() {
	dates := map[int]int{} // by the byte with which they begin
	for k, f := range r.found {
		if f.kind == IdentifierDate && f.end-f.start >= len("1/2/03") {
			dates[f.start] = k
		}
	}
	for i := 0; i+1 < len(r.words) && len(dates) > 0; i++ {
		k, found := dates[r.words[i+1].start]
		parted := r.gap(i+1)&^(gapSpace|gapComma|gapHyphen|gapDash) == 0
		if !found || !parted || !(r.names[i] > 0 && r.listBegins(i) || r.capital(i) && r.birthsSpoken(i) || r.sexOrAge(i)) {
			continue
		}
		r.found[k].kind, r.found[k].because = IdentifierDateOfBirth, becauseBirth
	}
}

// birthsSpoken says whether births were spoken of shortly before word i, in this sentence or the one before: "Can you confirm
// the dates of birth? I have Ana 3/4/15".
func (r *idReader) birthsSpoken(i int) bool {
	for j := i - 1; j >= 0 && j > i-20 && r.gap(j+1)&gapBlank == 0; j-- {
		if r.can(j)&flagBorn != 0 && !r.is(j, "born") {
			return true
		}
	}
	return false
}

// sexOrAge says whether word i tells somebody's sex or age between commas, as straight before a date of birth: "Ana Reid, F,
// 3/4/15", "Tom Reid, 21, 9.2.04".
func (r *idReader) sexOrAge(i int) bool {
	if r.gap(i)&(gapComma|gapOpen) == 0 || r.gap(i+1)&gapComma == 0 || i == 0 {
		return false
	}
	sex := r.is(i, "f", "m", "female", "male", "boy", "girl")
	return r.names[i-1] > 0 && (sex || r.taken[i] && r.ageTaken(i))
}

// listBegins says whether the name that word i ends stands where a line, a sentence or a member of a list begins, a word of
// family before it or not.
func (r *idReader) listBegins(i int) bool {
	first := i
	for first > 0 && r.names[first-1] == r.names[i] {
		first--
	}
	if first > 0 && r.near(first) && r.can(first-1)&(flagKin|flagChild) != 0 {
		first--
	}
	const parts = gapLine | gapBlank | gapComma | gapSemicolon | gapColon | gapAnd
	return first == 0 || r.words[first].begins || r.gap(first)&parts != 0
}

// ageAfterName says at which word an age ends that stands straight after a name, as in lists of a family: "Alfie 9, Mason
// 6, baby Dottie 5 months"; 0 where the number counts something.
func (r *idReader) ageAfterName(i int) int {
	parted := r.gap(i)&gapSpace != 0 && r.gap(i)&^(gapSpace|gapHyphen|gapDash|gapColon) == 0
	if !parted || !r.digits(i) || len(r.string(i)) > 2 {
		return 0
	}
	last := r.pastAgeUnits(i)
	next := last + 1
	if r.andAHalf(i) > r.words[i].end {
		return i
	}
	listed := r.gap(next)&(gapComma|gapSemicolon|gapClose|gapAnd) != 0 && r.gap(next)&(gapSlash|gapHyphen) == 0 ||
		r.is(next, "and") && r.near(next) && r.capital(next+1)
	if !listed && !r.sentenceBreak(next) {
		return 0
	}
	return last
}

func (r *idReader) roleFor(name int, role Role) {
	if f := &r.found[name-1]; f.role == "" {
		f.role = role
	}
}

// shareRoles gives every mention of a person the role that one of them showed.
func (r *idReader) shareRoles() {
	roles := map[string]Role{}
	for _, f := range r.found {
		if f.kind == IdentifierName && f.role != "" {
			if first := r.firstName(f); roles[first] == "" {
				roles[first] = f.role
			}
		}
	}
	for i := range r.found {
		f := &r.found[i]
		if f.kind != IdentifierName || f.role != "" {
			continue
		}
		f.role = RolePerson
		if len(roles) > 0 {
			if role := roles[r.firstName(*f)]; role != "" {
				f.role = role
			}
		}
	}
}

// firstName is the first word of a name, folded.
func (r *idReader) firstName(f idFound) string {
	return nameFold(r.text[f.start:max(f.start, f.first)])
}
