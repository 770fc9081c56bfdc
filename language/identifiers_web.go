package language

import (
	"strings"
	"unicode/utf8"
)

// findWeb finds e-mail addresses, web addresses and the names people use online.
func (r *idReader) findWeb() {
	for i := range r.words {
		if r.taken[i] {
			continue
		}
		gap := r.words[i].gap
		switch {
		case gap&gapAt != 0 && r.byteBefore(r.words[i].start) == '@':
			if !r.email(i) {
				r.handle(i)
			}
		case gap&gapColon != 0 && gap&gapSlash != 0 && r.scheme(i):
		case r.gap(i+1) == gapStop && r.words[i+1].start-r.words[i].after == 1:
			r.webAddress(i)
		case r.flags[i]&flagPlatform != 0:
			r.platform(i)
		case gap&(gapOpen|gapBracket) != 0 && r.is(i, "at") && i > 0:
			r.speltEmail(i)
		}
	}
}

// email finds local@domain around an @ that stands before word i.
func (r *idReader) email(i int) bool {
	at := r.words[i].start - 1
	start := at
	for start > 0 && webLocal(r.text[start-1]) {
		start--
	}
	for start < at && strings.IndexByte(".-'+%_", r.text[start]) >= 0 {
		start++
	}
	end := at + 1
	for end < len(r.text) && webHost(r.text[end]) {
		end++
	}
	end = at + 1 + len(strings.TrimRight(r.text[at+1:end], ".-"))
	if start == at || !webDotted(r.text[at+1:end]) || !utf8.RuneStart(r.text[start]) || !r.freeBytes(start, end, i) {
		return false
	}
	r.takeBytes(IdentifierEmail, start, end, i, becauseEmail)
	return true
}

// speltEmail finds name (at) domain (dot) co (dot) uk and the same in square brackets.
func (r *idReader) speltEmail(i int) {
	last := i + 1
	for r.free(last+1) && (r.gap(last+1) == gapStop && r.shortGap(last+1) || r.is(last+1, "dot") && r.free(last+2)) {
		last++
		if r.is(last, "dot") {
			last++
		}
	}
	if last > i+1 && r.free(i-1) && r.has(last, flagDomain) {
		r.take(IdentifierEmail, i-1, last, becauseEmail)
	}
}

// webLocal says whether a byte can stand before the @ of an address.
func webLocal(b byte) bool {
	return b >= utf8.RuneSelf || spanASCII[b].letter != 0 || strings.IndexByte(".-'+%_", b) >= 0
}

func webHost(b byte) bool {
	return b < utf8.RuneSelf && spanASCII[b].letter != 0 || b == '.' || b == '-'
}

// webDotted says whether a host has a dot inside and ends in letters.
func webDotted(host string) bool {
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || len(host)-dot < 3 || strings.Contains(host, "..") {
		return false
	}
	for i := dot + 1; i < len(host); i++ {
		if !isLetterTo(host[i], 'Z') {
			return false
		}
	}
	return true
}

// handle finds @name. An everyday word after @ ("@home") is one only where a platform is named.
func (r *idReader) handle(i int) {
	at := r.words[i].start - 1
	if at > 0 && (webLocal(r.text[at-1]) && r.text[at-1] != '.' && r.text[at-1] != '\'' || r.text[at-1] == '@') {
		return
	}
	end := r.handleEnd(at + 1)
	word := r.text[at+1 : end]
	if len(word) < 2 || !r.freeBytes(at, end, i) ||
		(r.lists.plain(nameFold(word)) && !r.before(i, 6, flagPlatform)) {
		return
	}
	r.takeBytes(IdentifierHandle, at, end, i, becauseHandle)
}

func (r *idReader) handleEnd(at int) int {
	for at < len(r.text) {
		b := r.text[at]
		if b >= utf8.RuneSelf || spanASCII[b].letter == 0 && b != '_' && b != '.' {
			break
		}
		at++
	}
	for at > 0 && r.text[at-1] == '.' {
		at--
	}
	return at
}

// platform finds the name somebody uses on a platform that word i names: "Snapchat (kaz_09)", "gamertag: darkwolf77".
func (r *idReader) platform(i int) {
	if r.is(i-1, "on") { // princess.nia04 on Instagram
		for j := max(0, i-4); j < i-1; j++ {
			if r.within(j, i) && r.handleOn(j) {
				return
			}
		}
	}
	for j := i + 1; j <= i+5 && j < len(r.words) && !r.sentenceBreak(j) && !r.taken[j]; j++ {
		if r.handleOn(j) || r.handleIs(i, j) {
			return
		}
	}
}

// handleIs takes a word that is no other, where it is said to be the name on a platform: "her Instagram is kayleighmarieb".
func (r *idReader) handleIs(i, j int) bool {
	said := r.is(j-1, "username", "handle", "gamertag", "user", "as", "called") && j-1 > i && r.near(j) ||
		r.is(j-1, "is", "was") && (j-2 == i || r.in(j-2, groupNameWord) || r.is(j-2, "handle", "username")) ||
		j-1 == i && (r.gap(j)&(gapColon|gapQuote|gapApostrophe) != 0 || r.is(i, "gamertag", "username", "handle", "user"))
	if !said || r.words[j].end-r.words[j].start < 6 || r.flags[j] != 0 || r.lists.plain(nameFold(r.string(j))) {
		return false
	}
	r.take(IdentifierHandle, j, j, becauseHandle)
	return true
}

// handleOn takes the name that begins at word j where it is written as no word is: with a digit, an underscore or a
// full stop inside.
func (r *idReader) handleOn(j int) bool {
	start := r.words[j].start
	for start > 0 && r.text[start-1] == '_' {
		start--
	}
	end := r.handleEnd(r.words[j].start)
	word := r.text[start:end]
	switch {
	case len(word) < 4 || word[0] != '_' && !isLetterTo(word[0], 'Z') || !r.edgeAt(end) || r.inTheMiddle(start) || r.byteBefore(start) == '/':
	case webDotted(word) && r.webSite(word, r.byteAt(end) == '/'): // a page on it, which webAddress takes
	case !strings.ContainsAny(word, "_0123456789") && !strings.Contains(word[1:], "."):
	case r.freeBytes(start, end, j):
		r.takeBytes(IdentifierHandle, start, end, j, becauseHandle)
		return true
	}
	return false
}

// inTheMiddle says whether an offset is inside a longer run of letters, full stops and underscores.
func (r *idReader) inTheMiddle(at int) bool {
	before := r.byteBefore(at)
	return before == '.' || before == '_' || before == '@' || before == '-'
}

// scheme finds an address that begins with http:// or the like before word i.
func (r *idReader) scheme(i int) bool {
	start := r.words[i].start
	if !strings.HasSuffix(r.text[:start], "://") || i == 0 || r.words[i-1].after != start-3 || r.taken[i-1] {
		return false
	}
	return r.takeWeb(r.words[i-1].start, start, i)
}

// webAddress finds www.example.org, and a bare host with an ending that people use, where word i is its first part.
func (r *idReader) webAddress(i int) bool {
	start := r.words[i].start
	for start > 0 && (r.text[start-1] == '-' || r.text[start-1] < utf8.RuneSelf && spanASCII[r.text[start-1]].letter != 0) {
		start--
	}
	if before := r.byteBefore(start); before == '.' || before == '/' || before == '@' || before == '-' {
		return false
	}
	end := start
	for end < len(r.text) && webHost(r.text[end]) {
		end++
	}
	host := strings.TrimRight(r.text[start:end], ".-")
	path := r.byteAt(start+len(host)) == '/' && !r.edgeAt(start+len(host)+1)
	return webDotted(host) && r.webSite(host, path) && r.takeWeb(start, start+len(host), i)
}

// webSite says whether a host is that of a site. A two-letter ending needs a path, because "told.me" is a slip of the
// space bar; gov.uk alone is a site, not a page.
func (r *idReader) webSite(host string, path bool) bool {
	lower := strings.ToLower(host)
	ending := lower[strings.LastIndexByte(lower, '.')+1:]
	switch {
	case strings.HasPrefix(lower, "www."):
		return true
	case r.lists.of(ending)&flagDomain == 0, host[len(host)-len(ending):] != ending:
		return false
	case path:
		return true
	}
	return !(len(ending) == 2 && ending != "uk") && lower != "gov.uk" && lower != "nhs.uk"
}

// takeWeb takes an address from start on, at least as far as host, to the next space or closing mark.
func (r *idReader) takeWeb(start, host, i int) bool {
	end := host
	for end < len(r.text) && r.text[end] > ' ' && strings.IndexByte("<>\"{}|\\^`", r.text[end]) < 0 {
		if letter, size := utf8.DecodeRuneInString(r.text[end:]); size > 1 || letter == utf8.RuneError {
			if spanLetter(letter) == 0 {
				break
			}
			end += size
			continue
		}
		end++
	}
	end = start + len(strings.TrimRight(r.text[start:end], ".,;:!?)]'*_"))
	if end <= host-1 || !r.freeBytes(start, end, i) {
		return false
	}
	r.takeBytes(IdentifierURL, start, end, i, becauseURL)
	return true
}
