package language

// actKind is what a clause does.
type actKind uint8

const (
	actOther      actKind = iota // frames the talk, thanks, greets, gives a verdict
	actThrough                   // "I think": what follows is judged in its place
	actQuestion                  // asks
	actScale                     // names a scale
	actReflection                // hands back what the other person said, meant or felt
	actAffirm
	actAdvice
	actInform
	actConfront
	actPermission // asks for leave in a statement
	actAutonomy
	actSummary // opens a gathering of what was said
)

// actFlags say more of a rule or of an act.
type actFlags uint32

const (
	flagOpen        actFlags = 1 << iota // the question is open
	flagRequest                          // asks by function: "tell me", "can you tell me"
	flagNarrow                           // closed after all when it asks for a short fact
	flagWhy                              // it asks "why"
	flagLeading                          // it carries its answer
	flagScale                            // it asks for a place on a scale
	flagPermission                       // asks for leave
	flagSuggest                          // a suggestion dressed as a question
	flagCheck                            // checks understanding; counts only where nothing else asks
	flagMark                             // only in a sentence that ends in a question mark
	flagStart                            // only where the sentence begins
	flagCleft                            // no question where "is" follows: "what happens is"
	flagPause                            // only after a pause
	flagSoft                             // a tag that asks only after a reflection
	flagComplex                          // goes beyond what was said
	flagDouble                           // double-sided
	flagStem                             // certain whatever surrounds it
	flagSoLift                           // surer after "so", "and", "but"
	flagUnlessSo                         // not after "so", "and", "but"
	flagUnlessYou                        // not where the clause says "for you" or "to you"
	flagFirst                            // only the first clause of a sentence
	flagFragment                         // only where the sentence has no verb
	flagTag                              // a tag question
	flagDeclarative                      // a statement with a question mark
	flagExample                          // offers an example answer to the question before it
	flagOr                               // the question offers its answers
	flagUnmarked                         // only in a sentence without any mark at its end
	flagConcern                          // what the speaker is worried about
	flagContent                          // as sure as what the clause speaks of: see contentWeights
)

// act is one thing that a clause does, with the words that show it.
type act struct {
	kind     actKind
	flags    actFlags
	weight   int // for a reflection, in tenths
	from, to int // words
	sentence int
}

// reflectionLine is the weight from which a statement counts as a reflection.
const reflectionLine = 10
