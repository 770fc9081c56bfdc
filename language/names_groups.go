package language

// nameGroup is a small group of words in data/cues.txt that single rules ask for. There is room for 64.
type nameGroup int

const (
	groupAgeGoesOn nameGroup = iota
	groupAgeLimit
	groupAgeLimitLaw
	groupAgeNearly
	groupAgePerson
	groupAgePlace
	groupAgeSaid
	groupArticle
	groupBeWith
	groupBetweenNameAndVerb
	groupAttends
	groupCalledUpon
	groupClockNext
	groupCouncil
	groupDateLead
	groupDateStop
	groupFamilyOf
	groupGeneric
	groupGreeting
	groupHouseBefore
	groupHyphenNot
	groupKinTitle
	groupMiss
	groupModalNext
	groupMonthClear
	groupMonthState
	groupMonthWord
	groupNameDropped
	groupNameWord
	groupNhsLabel
	groupNinoLabel
	groupParticle
	groupPastVerb
	groupPersonPronoun
	groupPersonState
	groupPhoneLabel
	groupPlaceDoubtful
	groupPlaceSmall
	groupPlaceSure
	groupPostcodeContext
	groupPublicPhone
	groupReferenceLink
	groupReferenceNumber
	groupSaintNot
	groupSchoolFirst
	groupSchoolSmallNot
	groupSchoolSure
	groupSchoolTail
	groupSpeakVerb
	groupSpeaker
	groupStreetDoubtful
	groupStreetFirst
	groupStreetPlain
	groupTens
	groupWhere
	groupWrites
)

// nameGroups are the groups by their section.
var nameGroups = map[string]nameGroup{
	"age goes on":           groupAgeGoesOn,
	"age limit":             groupAgeLimit,
	"age limit law":         groupAgeLimitLaw,
	"age nearly":            groupAgeNearly,
	"age person":            groupAgePerson,
	"age place":             groupAgePlace,
	"age said":              groupAgeSaid,
	"article":               groupArticle,
	"be with":               groupBeWith,
	"between name and verb": groupBetweenNameAndVerb,
	"attends":               groupAttends,
	"called upon":           groupCalledUpon,
	"clock next":            groupClockNext,
	"council":               groupCouncil,
	"date lead":             groupDateLead,
	"date stop":             groupDateStop,
	"family of":             groupFamilyOf,
	"generic":               groupGeneric,
	"greeting":              groupGreeting,
	"house before":          groupHouseBefore,
	"hyphen not":            groupHyphenNot,
	"kin title":             groupKinTitle,
	"miss":                  groupMiss,
	"modal next":            groupModalNext,
	"month clear":           groupMonthClear,
	"month state":           groupMonthState,
	"month word":            groupMonthWord,
	"name dropped":          groupNameDropped,
	"name word":             groupNameWord,
	"nhs label":             groupNhsLabel,
	"nino label":            groupNinoLabel,
	"particle":              groupParticle,
	"past verb":             groupPastVerb,
	"person pronoun":        groupPersonPronoun,
	"person state":          groupPersonState,
	"phone label":           groupPhoneLabel,
	"place doubtful":        groupPlaceDoubtful,
	"place small":           groupPlaceSmall,
	"place sure":            groupPlaceSure,
	"postcode context":      groupPostcodeContext,
	"public phone":          groupPublicPhone,
	"reference link":        groupReferenceLink,
	"reference number":      groupReferenceNumber,
	"saint not":             groupSaintNot,
	"school first":          groupSchoolFirst,
	"school small not":      groupSchoolSmallNot,
	"school sure":           groupSchoolSure,
	"school tail":           groupSchoolTail,
	"speak verb":            groupSpeakVerb,
	"speaker":               groupSpeaker,
	"street doubtful":       groupStreetDoubtful,
	"street first":          groupStreetFirst,
	"street plain":          groupStreetPlain,
	"tens":                  groupTens,
	"where":                 groupWhere,
	"writes":                groupWrites,
}
