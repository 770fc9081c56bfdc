package language

// findNumbers looks at every word with a digit in it, and at short letters that a number follows. The order is that of
// certainty: a checksum, then a fixed form, then a form that needs words beside it.
func (r *idReader) findNumbers() {
	for i := range r.words {
		if r.taken[i] {
			continue
		}
		switch shape := r.words[i].shape; {
		case shape == shapeDigits:
			r.firstOf(i, (*idReader).nhsNumber, (*idReader).date, (*idReader).phone, (*idReader).reference)
		case shape == shapeJoined:
			r.firstOf(i, (*idReader).nino, (*idReader).postcode, (*idReader).date, (*idReader).vehicle,
				(*idReader).reference)
		case r.flags[i]&flagMonth != 0:
			r.firstOf(i, (*idReader).monthFirst)
		case r.words[i].end-r.words[i].start <= 5 && (r.shape(i+1) == shapeDigits || r.shape(i+1) == shapeJoined):
			r.firstOf(i, (*idReader).nino, (*idReader).oldVehicle, (*idReader).specialPostcode, (*idReader).reference)
		}
	}
}

// firstOf runs finders on word i until one finds something.
func (r *idReader) firstOf(i int, finders ...func(*idReader, int) bool) {
	for _, find := range finders {
		if find(r, i) {
			return
		}
	}
}

// joinDigits reads digits on from word i over gaps that numbers are written with, at most so many, and says at which
// word they end.
func (r *idReader) joinDigits(i, most int, gaps spanGap) (digits string, last int) {
	var buffer [16]byte
	out, last := append(buffer[:0], r.string(i)...), i
	for len(out) < most && r.digits(last+1) && r.gap(last+1)&^gaps == 0 && r.shortGap(last+1) {
		next := r.string(last + 1)
		if len(out)+len(next) > most {
			break
		}
		out, last = append(out, next...), last+1
	}
	return string(out), last
}

// shortGap says whether at most three bytes stand between word i-1 and word i.
func (r *idReader) shortGap(i int) bool { return r.words[i].start-r.words[i-1].after <= 3 }

// moreDigits says whether the number goes on past a word in a way that makes it something else.
func (r *idReader) moreDigits(last int) bool {
	if !r.digits(last + 1) {
		return false
	}
	gap := r.gap(last + 1)
	return gap == gapHyphen || gap == gapSlash || gap == gapStop
}

// nhsNumber finds ten digits, together or 3-3-4, whose check digit fits. Ten equal digits fit too and are never one.
func (r *idReader) nhsNumber(i int) bool {
	digits, last := r.joinDigits(i, 10, gapSpace|gapHyphen)
	labelled := r.beforeIn(i, 5, groupNhsLabel)
	if len(digits) != 10 || r.moreDigits(last) || r.phoneBefore(i, digits) {
		return false
	}
	grouped := last == i || (last == i+2 && len(r.string(i)) == 3 && len(r.string(i+1)) == 3)
	if !grouped && !labelled {
		return false
	}
	if !nhsChecks(digits) {
		if !labelled || allSame(digits) {
			return false
		}
		r.take(IdentifierCaseNumber, i, last, becauseNHSUnchecked)
		return true
	}
	r.take(IdentifierNHSNumber, i, last, becauseNHS)
	return true
}

// phoneBefore says whether ten digits that begin with 0 are introduced as a telephone number.
func (r *idReader) phoneBefore(i int, digits string) bool {
	return digits[0] == '0' && r.before(i, 4, flagPhoneCue) && !r.beforeIn(i, 4, groupNhsLabel)
}

// nhsChecks is the modulus 11 check of the NHS Data Dictionary: weights 10 to 2 on the first nine digits, the check
// digit is 11 less the remainder, 11 counts as 0 and 10 is never issued.
func nhsChecks(digits string) bool {
	sum := 0
	for i := range 9 {
		sum += int(digits[i]-'0') * (10 - i)
	}
	check := (11 - sum%11) % 11
	return check != 10 && check == int(digits[9]-'0') && !allSame(digits)
}

func allSame(digits string) bool {
	for i := range digits {
		if digits[i] != digits[0] {
			return false
		}
	}
	return true
}

// phone finds UK telephone numbers with their first 0, international ones with +, and shorter ones that a word such as
// "mobile" introduces.
func (r *idReader) phone(i int) bool {
	start := r.words[i].start
	if r.byteBefore(start) == '+' {
		digits, last := r.joinDigits(i, r.phoneLength(i, "44", 12), phoneGaps)
		return len(digits) >= 8 && r.takePhone(i, last, start-1, digits)
	}
	first := r.string(i)
	switch {
	case first[0] != '0':
		return r.labelledPhone(i)
	case len(first) > 1 && first[1] == '0' && (r.is(i, "0044") || !r.referenceLabel(i, len(first), 0)):
		digits, last := r.joinDigits(i, r.phoneLength(i, "0044", 14), phoneGaps)
		return len(digits) >= 12 && r.takePhone(i, last, start, digits)
	}
	return r.nationalPhone(i) || r.labelledPhone(i)
}

// phoneGaps are what may part the figures of a telephone number.
const phoneGaps = gapSpace | gapHyphen | gapStop | gapOpen | gapClose | gapSlash

// nationalPhone finds a number with its first 0, of eleven figures, or ten in the oldest areas.
func (r *idReader) nationalPhone(i int) bool {
	digits, last := r.joinDigits(i, 11, phoneGaps)
	switch len(digits) {
	case 11:
		return digits[1] != '0' && digits[1] != '4' && digits[1] != '6' && r.takePhone(i, last, r.words[i].start, digits)
	case 10:
		return (digits[1] == '1' || digits[1] == '8') && !r.moreDigits(last) && r.takePhone(i, last, r.words[i].start, digits)
	}
	return false
}

// phoneLength is how many digits an international number may have: a fixed length for the United Kingdom, one more where
// its 0 is written in brackets, and 15 for others.
func (r *idReader) phoneLength(i int, country string, length int) int {
	if first := r.string(i); len(first) < len(country) || first[:len(country)] != country {
		return 15
	}
	if r.is(i+1, "0") && r.gap(i+1)&gapOpen != 0 {
		return length + 1
	}
	return length
}

// labelledPhone finds a number of five to ten digits that something nearby says is for ringing; under seven digits the
// word must be one for a telephone.
func (r *idReader) labelledPhone(i int) bool {
	digits, last := r.joinDigits(i, 11, gapSpace|gapHyphen)
	telephone := r.beforeIn(i, 4, groupPhoneLabel)
	switch {
	case len(digits) < 5 || !r.before(i, 3, flagPhoneCue) || r.gap(i)&gapHyphen != 0 || r.moreDigits(last):
		return false
	case !telephone && (len(digits) < 7 || r.before(i, 4, flagReference&^flagPhoneCue)):
		return false
	}
	return r.takePhone(i, last, r.words[i].start, digits)
}

func (r *idReader) takePhone(first, last, start int, digits string) bool {
	if r.lists.look(digits).groups&(1<<groupPublicPhone) != 0 {
		return false
	}
	if r.byteBefore(start) == '(' && r.byteAt(r.words[first].end) == ')' {
		start--
	}
	r.takeBytes(IdentifierPhone, start, r.words[last].end, first, becausePhone)
	return true
}

// nino finds a National Insurance number: two letters, six digits and a letter from A to D, or without the last letter
// where it is called one. Prefixes that HMRC never gives are left alone, but for QQ, which stands in examples.
func (r *idReader) nino(i int) bool {
	at := r.words[i].start
	prefix, at := r.ninoPrefix(at)
	if prefix == "" || !ninoPrefixAllowed(prefix) {
		return false
	}
	for range 3 {
		at = r.skipOne(at)
		if !isDigit(r.byteAt(at)) || !isDigit(r.byteAt(at+1)) {
			return false
		}
		at += 2
	}
	end := at
	if suffix := r.skipOne(at); isLetterTo(r.byteAt(suffix), 'D') && r.edgeAt(suffix+1) {
		end = suffix + 1
	} else if !r.edgeAt(at) || !(r.beforeIn(i, 5, groupNinoLabel) || prefix == "QQ") {
		return false
	}
	if !r.freeBytes(r.words[i].start, end, i) {
		return false
	}
	r.takeBytes(IdentifierNINO, r.words[i].start, end, i, becauseNINO)
	return true
}

func (r *idReader) ninoPrefix(at int) (string, int) {
	a, b := upperByte(r.byteAt(at)), upperByte(r.byteAt(at+1))
	if !isLetterTo(a, 'Z') || !isLetterTo(b, 'Z') {
		return "", at
	}
	if next := r.byteAt(at + 2); !isDigit(next) && (r.skipOne(at+2) == at+2 || !isDigit(r.byteAt(r.skipOne(at+2)))) {
		return "", at
	}
	return string([]byte{a, b}), at + 2
}

// ninoPrefixAllowed holds HMRC's rules (National Insurance Manual, NIM39110).
func ninoPrefixAllowed(prefix string) bool {
	switch prefix {
	case "QQ":
		return true
	case "BG", "GB", "KN", "NK", "NT", "TN", "ZZ":
		return false
	}
	for _, letter := range []byte("DFIQUV") {
		if prefix[0] == letter || prefix[1] == letter {
			return false
		}
	}
	return prefix[1] != 'O'
}

// skipOne steps over one space, hyphen or full stop.
func (r *idReader) skipOne(at int) int {
	switch r.byteAt(at) {
	case ' ', '-', '.':
		return at + 1
	case "\u00a0"[0]:
		if r.byteAt(at+1) == "\u00a0"[1] {
			return at + 2
		}
	}
	return at
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// isLetterTo says whether a byte is a letter from A to last, whatever its case.
func isLetterTo(b, last byte) bool {
	b = upperByte(b)
	return b >= 'A' && b <= last
}

func upperByte(b byte) byte {
	if b >= 'a' && b <= 'z' {
		return b - ('a' - 'A')
	}
	return b
}
