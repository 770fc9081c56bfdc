package language

import "strings"

// The reasons a person reads beside a wording finding, by kind.
var wordReasons = map[WordKind]string{
	WordKinder:    "people who have been written about have asked for other words",
	WordPlain:     "a shorter or more usual word says the same",
	WordAcronym:   "not everyone who may read this knows the letters; spell them out where they first stand",
	WordCertainty: "this sounds surer than what is written beside it",
	WordHearsay:   "this does not say whose account it is",
	WordBlame:     "this judges a person; what was said and done would tell more",
	WordPassive:   "this leaves out who did it",
}

const (
	becauseUnknownAcronym = "letters that are not spelled out where they first stand"
	becauseGuidesDiffer   = "guides differ, and the word that the child or family uses comes first"
	becauseAskLead        = "Ask instead: "
)

// wordBecause is the reason for the rows that share a place.
func wordBecause(rows []*WordRow, ask string) string {
	because := wordReasons[rows[0].Kind]
	if rows[0].Because != "" {
		because = rows[0].Because
	}
	if guidesDiffer(rows) {
		because = becauseGuidesDiffer
	}
	if ask != "" {
		return strings.TrimSuffix(because, ".") + ". " + becauseAskLead + ask
	}
	return because
}
