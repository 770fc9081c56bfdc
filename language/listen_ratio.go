package language

// Counts holds how many utterances there are of each form, zeros included.
// Open and closed are counted from Question and reflection from Reflection,
// since one utterance can do both; every other form from Form.
type Counts map[Form]int

// CountForms counts the forms of a run of utterances.
func CountForms(utterances []Utterance) Counts {
	counts := Counts{}
	for _, form := range Forms() {
		counts[form] = 0
	}
	for _, each := range utterances {
		switch each.Question {
		case QuestionOpen:
			counts[FormOpen]++
		case QuestionClosed:
			counts[FormClosed]++
		}
		if each.Reflection {
			counts[FormReflection]++
		}
		if each.Form != FormOpen && each.Form != FormClosed && each.Form != FormReflection {
			counts[each.Form]++
		}
	}
	return counts
}

// Ratios are what a speaker may hold up as a mirror; each is nil where there is
// nothing below the line.
type Ratios struct {
	// OpenShare is open questions over all questions, 0 to 1.
	OpenShare *float64
	// ReflectionsToQuestions is reflections over questions, 0 or more.
	ReflectionsToQuestions *float64
	// ComplexShare is complex reflections over all reflections, 0 to 1.
	ComplexShare *float64
	// Questions and Reflections are what the ratios rest on.
	Questions, Reflections int
}

// fewForRatios is how many questions and reflections together a ratio needs
// before it says anything about how somebody speaks.
const fewForRatios = 20

// MeasureRatios returns the ratios of a run of utterances. The definitions are
// those of the Motivational Interviewing Treatment Integrity manual: version
// 4.2 (Moyers, Manuel and Ernst, 2014) for the last two, version 3.1 (2010) for
// the share of open questions, which version 4 dropped.
func MeasureRatios(utterances []Utterance) Ratios {
	counts := CountForms(utterances)
	complex := 0
	for _, each := range utterances {
		if each.Complexity == ComplexityComplex {
			complex++
		}
	}
	ratios := Ratios{Questions: counts[FormOpen] + counts[FormClosed], Reflections: counts[FormReflection]}
	ratios.OpenShare = share(counts[FormOpen], ratios.Questions)
	ratios.ReflectionsToQuestions = share(ratios.Reflections, ratios.Questions)
	ratios.ComplexShare = share(complex, ratios.Reflections)
	return ratios
}

// share returns part over whole, nil where the whole is nothing.
func share(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	value := float64(part) / float64(whole)
	return &value
}

// TooFew says whether there is too little speech to read anything from.
func (r Ratios) TooFew() bool { return r.Questions+r.Reflections < fewForRatios }

// Standing is where a ratio lies against the MITI 4 manual's two marks.
type Standing string

// StandingUnknown is the standing of a ratio that has no value.
const (
	StandingUnknown   Standing = "unknown"
	StandingBelowFair Standing = "below fair"
	StandingFair      Standing = "fair"
	StandingGood      Standing = "good"
)

// The marks of the MITI 4.2 manual (Moyers, Manuel and Ernst, 2014). It gives
// none for open questions, so neither does Sounding.
const (
	FairComplexShare           = 0.40
	GoodComplexShare           = 0.50
	FairReflectionsToQuestions = 1.0
	GoodReflectionsToQuestions = 2.0
)

// ComplexStanding returns where the share of complex reflections lies.
func (r Ratios) ComplexStanding() Standing {
	return standing(r.ComplexShare, FairComplexShare, GoodComplexShare)
}

// ReflectionStanding returns where reflections to questions lies.
func (r Ratios) ReflectionStanding() Standing {
	return standing(r.ReflectionsToQuestions, FairReflectionsToQuestions, GoodReflectionsToQuestions)
}

func standing(value *float64, fair, good float64) Standing {
	switch {
	case value == nil:
		return StandingUnknown
	case *value >= good:
		return StandingGood
	case *value >= fair:
		return StandingFair
	}
	return StandingBelowFair
}
