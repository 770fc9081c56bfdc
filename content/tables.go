package content

import (
	"strconv"
	"strings"

	"sounding/journal"
)

// The word lists that are tables: reasoning reads them, so each has its own
// columns and its rows are checked.
const (
	voicesList        = "voices"
	likelihoodList    = "likelihood"
	circumstancesList = "circumstances"
	voiceSafetyList   = "voice-safety"
	publishedList     = "published-rates"
	rehearsalList     = "rehearsal"
)

// The parts of the voice-safety list.
const (
	partAbsent = "absent"
	partSafety = "safety"
	partBefore = "before"
)

// table is a word list with a shape of its own: the columns that have to be
// there, and what is wrong with a row. Cell reads one by its column.
type table struct {
	columns []string
	wrong   func(cell func(column string) string) (remark, bool)
}

func tables() map[string]table {
	return map[string]table{
		voicesList:        {[]string{"id", "kind"}, wrongVoice},
		likelihoodList:    {[]string{"id", "low", "high", "label"}, wrongLikelihood},
		circumstancesList: {[]string{"lens"}, nil},
		voiceSafetyList:   {[]string{"part", "text"}, wrongSafety},
		rehearsalList:     {[]string{"theme", "talk", "who", "text"}, wrongLine},
		publishedList:     {[]string{"id", "share", "count", "total", "of", "year", "source", "checked"}, wrongRate},
	}
}

func voiceKinds() []string {
	return []string{
		string(journal.VoiceChild), string(journal.VoiceMother), string(journal.VoiceFather),
		string(journal.VoiceCarer), string(journal.VoiceFamily), string(journal.VoiceAgency),
	}
}

func wrongVoice(cell func(string) string) (remark, bool) {
	kind := cell("kind")
	return notOneOf("kind", kind, voiceKinds()), !contains(voiceKinds(), kind)
}

func wrongLikelihood(cell func(string) string) (remark, bool) {
	low, lowOK := fraction(cell("low"))
	high, highOK := fraction(cell("high"))
	switch {
	case !lowOK:
		return notAShare(cell("low")), true
	case !highOK:
		return notAShare(cell("high")), true
	}
	return highBelowLow(), high < low
}

func wrongSafety(cell func(string) string) (remark, bool) {
	parts := []string{partAbsent, partSafety, partBefore}
	switch part, text := cell("part"), cell("text"); {
	case !contains(parts, part):
		return notOneOf("part", part, parts), true
	case text == "":
		return nothingIn("text"), true
	case part == partAbsent && !strings.Contains(text, "{voices}"):
		return noVoicesNamed(), true
	}
	return remark{}, false
}

func wrongLine(cell func(string) string) (remark, bool) {
	ways := []string{string(journal.TalkSustain), string(journal.TalkChange)}
	switch talk := cell("talk"); {
	case !contains(ways, talk):
		return notOneOf("talk", talk, ways), true
	case cell("text") == "":
		return nothingIn("text"), true
	}
	return remark{}, false
}

// wrongRate holds a published figure to its own counts: the share is count over
// total, as it was rounded.
func wrongRate(cell func(string) string) (remark, bool) {
	share, ok := fraction(cell("share"))
	if !ok {
		return notAShare(cell("share")), true
	}
	count, one := strconv.Atoi(cell("count"))
	total, two := strconv.Atoi(cell("total"))
	if one != nil || two != nil || count < 0 || total < 1 || count > total {
		return notCounts(), true
	}
	if gap := share - float64(count)/float64(total); gap > shareRounding || gap < -shareRounding {
		return shareIsNotCounts(), true
	}
	for _, column := range []string{"of", "year", "source"} {
		if cell(column) == "" {
			return nothingIn(column), true
		}
	}
	checked := journal.Date(cell("checked"))
	return notADate(string(checked)), !checked.Valid() || checked.HasTime()
}

// shareRounding is how far a published share may lie from its counts: half of
// one in a hundred, for figures that are given as a whole per cent.
const shareRounding = 0.005

func fraction(text string) (float64, bool) {
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil && f >= 0 && f <= 1
}

// wordingColumns are those of a list of wording, which the language package
// reads: docs/wording.md says what each holds.
func wordingColumns() []string {
	return []string{"kind", "term", "alternatives", "source", "date", "status", "on", "ask", "because", "only", "unless"}
}

func wordingKinds() []string {
	return []string{"kinder", "plain", "acronym", "certainty", "hearsay", "blame", "passive"}
}

func wrongWording(cell func(string) string) (remark, bool) {
	statuses := []string{"published", "own", "unverified"}
	switch kind, status, on := cell("kind"), cell("status"), cell("on"); {
	case !contains(wordingKinds(), kind):
		return notOneOf("kind", kind, wordingKinds()), true
	case strings.IndexFunc(cell("term"), letter) < 0:
		return nothingIn("term"), true
	case status != "" && !contains(statuses, status):
		return notOneOf("status", status, statuses), true
	case on != "" && on != "yes" && on != "no":
		return notOneOf("on", on, []string{"yes", "no"}), true
	case on == "yes" && (status == "" || status == "unverified"):
		return unverifiedOn(), true
	}
	return remark{}, false
}

// shapeOf is the shape of a list that is a table: by its name, or because it
// names a kind and a term as lists of wording do.
func shapeOf(list WordList) (table, bool) {
	if contains(list.Columns, "kind") && contains(list.Columns, nameColumn) {
		return table{[]string{"kind", nameColumn}, wrongWording}, true
	}
	shape, known := tables()[list.ID]
	return shape, known
}

// tableRows checks a list that is a table.
func (c *checker) tableRows(list WordList, s *sheet) {
	shape, known := shapeOf(list)
	if !known {
		return
	}
	if contains(shape.columns, nameColumn) {
		for _, column := range list.Columns {
			if !contains(wordingColumns(), column) {
				s.at(place{1, 1}, notOneOf("column", column, wordingColumns()))
			}
		}
	}
	for _, column := range shape.columns {
		if !contains(list.Columns, column) {
			s.at(place{1, 1}, noColumn(column))
			return
		}
	}
	if shape.wrong == nil {
		return
	}
	for _, row := range list.Rows {
		if what, wrong := shape.wrong(func(column string) string { return list.Cell(row, column) }); wrong {
			s.at(place{row.Line, 1}, what)
		}
	}
}

// KnownVoices says what each voice that can be heard is to the child and how it
// may be called, by its id. The column of the latter can be left out.
func (l *Library) KnownVoices() map[string]journal.Voice {
	out := map[string]journal.Voice{}
	l.eachRow(voicesList, func(cell func(string) string) {
		voice := journal.Voice{Kind: journal.VoiceKind(cell("kind"))}
		for _, called := range strings.Split(cell("called"), ";") {
			if called = strings.TrimSpace(called); called != "" {
				voice.Called = append(voice.Called, called)
			}
		}
		out[cell("id")] = voice
	})
	return out
}

// VoiceWords are the words round the voices that have not been heard: Absent,
// Safety and Before. The table of voices is a walk's own (journal.VoicesOf).
func (l *Library) VoiceWords() journal.Voices {
	var out journal.Voices
	l.eachRow(voiceSafetyList, func(cell func(string) string) {
		switch text := cell("text"); cell("part") {
		case partAbsent:
			out.Absent = text
		case partSafety:
			out.Safety = text
		case partBefore:
			out.Before = append(out.Before, text)
		}
	})
	return out
}

// Likelihoods lists the words of likelihood with their ranges, the likeliest
// first.
func (l *Library) Likelihoods() []journal.Likelihood {
	var out []journal.Likelihood
	l.eachRow(likelihoodList, func(cell func(string) string) {
		low, _ := fraction(cell("low"))
		high, _ := fraction(cell("high"))
		out = append(out, journal.Likelihood{ID: cell("id"), Label: cell("label"), Low: low, High: high})
	})
	return out
}

// Circumstances lists the lenses that start from how people live.
func (l *Library) Circumstances() []string {
	var out []string
	l.eachRow(circumstancesList, func(cell func(string) string) { out = append(out, cell("lens")) })
	return out
}

// OtherLines lists what made-up people say in a rehearsal.
func (l *Library) OtherLines() []journal.OtherLine {
	var out []journal.OtherLine
	l.eachRow(rehearsalList, func(cell func(string) string) {
		out = append(out, journal.OtherLine{
			Theme: cell("theme"), Talk: journal.Talk(cell("talk")), Who: cell("who"), Text: cell("text"),
		})
	})
	return out
}

// ReReferrals is the name of the published rate of families who came back.
const ReReferrals = "re-referral"

// PublishedRate finds a published figure by name, with its year and source.
func (l *Library) PublishedRate(id string) (journal.NationalRate, bool) {
	var out journal.NationalRate
	found := false
	l.eachRow(publishedList, func(cell func(string) string) {
		if cell("id") == id {
			share, _ := fraction(cell("share"))
			out, found = journal.NationalRate{Share: share, Year: cell("year"), Of: cell("of"), Source: cell("source")}, true
		}
	})
	return out, found
}

func (l *Library) eachRow(list string, see func(cell func(column string) string)) {
	words, _ := l.Words(list)
	for _, row := range words.Rows {
		see(func(column string) string { return words.Cell(row, column) })
	}
}
