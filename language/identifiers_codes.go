package language

import "strings"

// postcodeAreas are the first letters of the postcodes of the United Kingdom and the Crown dependencies.
const postcodeAreas = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E " +
	"EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK " +
	"ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN " +
	"TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "

// postcode finds whole postcodes, and an outward half where it is called a postcode. In capitals the shape is enough
// with a space; typed small or without the space the area must exist too.
func (r *idReader) postcode(i int) bool {
	word := strings.ToUpper(r.string(i))
	if len(word) > 7 || !isLetterTo(word[0], 'Z') {
		return false
	}
	if n := len(word); n >= 5 && postcodeOutward(word[:n-3]) && postcodeInward(word[n-3:]) && postcodeArea(word) {
		return r.takePostcode(i, i)
	}
	if !postcodeOutward(word) {
		return false
	}
	if r.postcodeGoesOn(i, word) {
		return r.takePostcode(i, i+1)
	}
	if r.postcodeNamed(i) && postcodeArea(word) {
		return r.takePostcode(i, i)
	}
	return false
}

// postcodeGoesOn says whether the word after the outward half at word i, given in capitals, is the inward half. Letters
// that no postcode has there are let pass where the text speaks of a postcode or an address.
func (r *idReader) postcodeGoesOn(i int, outward string) bool {
	inward := i + 1
	if !r.free(inward) || r.gap(inward) != gapSpace || !r.shortGap(inward) {
		return false
	}
	half := strings.ToUpper(r.string(inward))
	small := r.string(i) != outward
	if postcodeInward(half) && !(small && (!postcodeArea(outward) || postcodeOrdinal(half))) {
		return true
	}
	shaped := len(half) == 3 && isDigit(half[0]) && isLetterTo(half[1], 'Z') && isLetterTo(half[2], 'Z')
	return shaped && r.beforeIn(i, 12, groupPostcodeContext) && !postcodeOrdinal(half)
}

// postcodeNamed says whether a postcode is spoken of just before word i.
func (r *idReader) postcodeNamed(i int) bool {
	for j := i - 1; j >= i-3 && r.within(j, i); j-- {
		if r.is(j, "postcode", "postcodes") {
			return true
		}
	}
	return false
}

func (r *idReader) takePostcode(first, last int) bool {
	r.take(IdentifierPostcode, first, last, becausePostcode)
	return true
}

// specialPostcode finds BFPO numbers and the old Girobank postcode.
func (r *idReader) specialPostcode(i int) bool {
	next := i + 1
	switch {
	case r.is(i, "BFPO") && r.digits(next) && r.near(next) && len(r.string(next)) <= 4:
	case r.is(i, "GIR") && r.is(next, "0AA") && r.near(next):
	default:
		return false
	}
	return r.takePostcode(i, next)
}

// postcodeOutward knows the six shapes A9, A99, AA9, AA99, A9A and AA9A and the letters each place may hold.
func postcodeOutward(half string) bool {
	n := len(half)
	if n < 2 || n > 4 || strings.IndexByte("QVX", half[0]) >= 0 || !isLetterTo(half[0], 'Z') {
		return false
	}
	rest := half[1:]
	if isLetterTo(rest[0], 'Z') {
		if strings.IndexByte("IJ", rest[0]) >= 0 {
			return false
		}
		rest = rest[1:]
	}
	if rest == "" || !isDigit(rest[0]) || len(rest) > 2 {
		return false
	}
	return len(rest) == 1 || isDigit(rest[1]) || strings.IndexByte("ABCDEFGHJKMNPRSTUVWXY", rest[1]) >= 0
}

func postcodeInward(half string) bool {
	return len(half) == 3 && isDigit(half[0]) && postcodeInwardLetter(half[1]) && postcodeInwardLetter(half[2])
}

func postcodeInwardLetter(b byte) bool {
	return b >= 'A' && b <= 'Z' && strings.IndexByte("CIKMOV", b) < 0
}

// postcodeOrdinal says whether an inward half is rather "2nd" or "3rd".
func postcodeOrdinal(half string) bool {
	switch half[1:] {
	case "ST", "ND", "RD", "TH", "AM", "PM", "YR", "HR":
		return true
	}
	return false
}

func postcodeArea(code string) bool {
	letters := 1
	if isLetterTo(code[1], 'Z') {
		letters = 2
	}
	return strings.Contains(postcodeAreas, " "+code[:letters]+" ")
}

// vehicle finds registrations in today's form, AB12 CDE, with or without the space; typed small, or in an older form,
// only where the text speaks of a vehicle.
func (r *idReader) vehicle(i int) bool {
	word := r.string(i)
	upper, last := strings.ToUpper(word), i
	if len(upper) == 4 && r.near(i+1) && r.free(i+1) && len(r.string(i+1)) == 3 && r.words[i+1].shape != shapeDigits {
		last, word = i+1, word+r.string(i+1)
		upper = strings.ToUpper(word)
	}
	near := r.vehicleNear(i)
	switch {
	case vehicleToday(upper) && (word == upper || near):
	case near && vehicleOld(upper):
	default:
		return r.oldVehicle(i)
	}
	r.take(IdentifierVehicle, i, last, becauseVehicle)
	return true
}

// oldVehicle finds the two-part older forms, A123 BCD, ABC 123D and ABZ 1234, beside a word for a vehicle.
func (r *idReader) oldVehicle(i int) bool {
	if !r.near(i+1) || !r.free(i+1) {
		return false
	}
	if upper := strings.ToUpper(r.string(i) + r.string(i+1)); !vehicleOld(upper) || !r.vehicleNear(i) {
		return false
	}
	r.take(IdentifierVehicle, i, i+1, becauseVehicle)
	return true
}

func (r *idReader) vehicleNear(i int) bool {
	if r.before(i, 8, flagVehicle) {
		return true
	}
	for j := i + 1; j < min(i+5, len(r.words)) && !r.sentenceBreak(j); j++ {
		if r.can(j)&flagVehicle != 0 {
			return true
		}
	}
	return false
}

// vehicleToday is two letters, an age of 02 to 29 or 51 to 79, and three letters (since September 2001).
func vehicleToday(code string) bool {
	if len(code) != 7 || vehicleShape(code) != "AA99AAA" || strings.ContainsAny(code[:2], "IQZ") ||
		strings.ContainsAny(code[4:], "IQ") {
		return false
	}
	age := code[2:4]
	return (age >= "02" && age <= "29") || (age >= "51" && age <= "79")
}

func vehicleOld(code string) bool {
	switch vehicleShape(code) {
	case "A9AAA", "A99AAA", "A999AAA", "AAA9A", "AAA99A", "AAA999A", "AAA9999", "AAA999", "AA9999":
		return true
	}
	return false
}

// vehicleShape writes A for every letter and 9 for every digit; a code with anything else has no shape.
func vehicleShape(code string) string {
	if len(code) > 8 {
		return ""
	}
	shape := make([]byte, len(code))
	for i := range len(code) {
		switch {
		case isDigit(code[i]):
			shape[i] = '9'
		case isLetterTo(code[i], 'Z'):
			shape[i] = 'A'
		default:
			return ""
		}
	}
	return string(shape)
}

// reference finds the numbers of cases, pupils, patients and crimes: after a word that says so, or by a shape that
// little else has.
func (r *idReader) reference(i int) bool {
	if r.byteBefore(r.words[i].start) == 0xa3 || r.byteBefore(r.words[i].start) == '$' { // after £ or $ it is money
		return false
	}
	if r.tightAfterDigit(i) || r.byteBefore(r.words[i].start) == '/' {
		return false
	}
	start, end := r.referenceBytes(i)
	code := r.text[start:end]
	digits, letters := codeCount(code)
	because := becauseReferenceShape
	switch {
	case r.rules.shaped(code):
		because = becauseOwnReference
	case digits >= 3 && r.referenceLabel(i, digits, letters):
		because = becauseReferenceLabel
	case !codeShape(code, digits, letters):
		return false
	}
	if !r.freeBytes(start, end, i) || !r.edgeAt(end) {
		return false
	}
	r.takeBytes(IdentifierCaseNumber, start, end, i, because)
	return true
}

// referenceBytes is the run of letters, digits, hyphens and slashes that word i begins.
func (r *idReader) referenceBytes(i int) (start, end int) {
	start, end = r.words[i].start, r.words[i].end
	for j := i + 1; j < len(r.words); j++ {
		gap := r.words[j].gap
		if (gap != gapHyphen && gap != gapSlash) || r.words[j].start-r.words[j-1].after != 1 || r.taken[j] ||
			r.words[j].after != r.words[j].end {
			break
		}
		end = r.words[j].end
	}
	return start, end
}

func codeCount(code string) (digits, letters int) {
	for i := range len(code) {
		switch {
		case isDigit(code[i]):
			digits++
		case isLetterTo(code[i], 'Z'):
			letters++
		}
	}
	return digits, letters
}

// codeShape knows codes by themselves: seven digits or more in a row, or capitals and five digits or more in one.
func codeShape(code string, digits, letters int) bool {
	if letters == 0 {
		return digits >= 7 && digits <= 12 && digits == len(code)
	}
	return digits >= 5 && strings.ToUpper(code) == code && letters <= 5
}

// referenceLabel says whether the words before introduce a number: "case number", "crime ref", "UPN", "Mosaic ID".
func (r *idReader) referenceLabel(i, digits, letters int) bool {
	if r.gap(i)&(gapHyphen|gapSlash) != 0 && r.gap(i)&gapSpace == 0 {
		return false
	}
	j := i - 1
	for j > i-4 && r.in(j, groupReferenceLink) {
		j--
	}
	if j < 0 || !r.within(j, i) || r.gap(j+1)&gapComma != 0 {
		return false
	}
	switch {
	case r.in(j, groupReferenceNumber):
		return r.numberOfReference(j) || letters > 0 && digits >= 4 || r.shape(j-1) == shapeUpper && r.within(j-1, j)
	case r.can(j)&flagReferenceLabel != 0:
		return true
	case r.can(j)&flagReference != 0:
		return digits >= 5
	}
	return false
}

// numberOfReference says whether "number" or the like at word j is that of a case, a crime, a pupil.
func (r *idReader) numberOfReference(j int) bool {
	return j > 0 && r.within(j-1, j) && r.can(j-1)&flagReference != 0 && !r.is(j-1, "home")
}
