package language

// The kinds of act that depthRules find stand for the parts of a reflection.
const (
	actFelt     = actAffirm
	actAssumed  = actInform
	actDiffered = actAdvice
)

// depthKinds are the parts that depthRules show.
var depthKinds = map[actKind]DepthPart{actFelt: DepthFelt, actAssumed: DepthAssumed, actDiffered: DepthDifferently}

// depthRules are tried at every word of a reflective passage. They speak of the
// writer alone: what "she felt" is part of what happened.
var depthRules = []formRule{
	{"i felt|feel ^that|like|it|they|he|she|the|as", actFelt, 0, 0},
	{"i felt|feel $", actFelt, 0, 0},
	{"i felt|feel that|like|it|they|he|she|the|as", actAssumed, 0, 0},
	{"i enjoyed|dreaded|feared|panicked|cried|resented|welled|froze|flinched|bristled|relaxed", actFelt, 0, 0},
	{"i <be|have> been~ feeling~ left~ <mood|hard>|uneasy|rattled|moved|touched|flustered|pleased|heavy|irritable|emotional|dreading", actFelt, 0, 0},
	{"i became|got|grew <mood|hard>|uneasy|flustered|emotional", actFelt, 0, 0},
	{"i found it|myself|that|this <mood|hard>|feeling|wanting|dreading|crying", actFelt, 0, 0},
	{"i worried|loved|hated|liked", actFelt, 0, 0},
	{"made|makes|left|leaves|leaving|making me feel|feeling|<mood>|uneasy|sad|angry", actFelt, 0, 0},
	{"it|this|that|which upset|frightened|moved|touched|worried|scared|annoyed|irritated|hurt|saddened|shook|unsettled|stayed me|with", actFelt, 0, 0},
	{"my heart|stomach|chest|gut|anxiety|anger|frustration|fear|sadness|relief|feelings|feeling|emotions|mood|shame|guilt|worry|throat", actFelt, 0, 0},
	{"to my relief|shame|surprise|embarrassment|dismay", actFelt, 0, 0},

	{"i assumed|presumed|supposed|expected|guessed|imagined|suspected|thought|believed|inferred|predicted|took|concluded|think|believe|suspect|reckoned|figured", actAssumed, 0, 0},
	{"i had|have|would always~ already~ assumed|presumed|expected|decided|thought|believed|imagined|judged", actAssumed, 0, 0},
	{"i <be> sure|certain|convinced|expecting|assuming|biased|prejudiced", actAssumed, 0, 0},
	{"i may|might|could have missed|misread|misjudged|been|assumed|misunderstood|judged|overlooked", actAssumed, 0, 0},
	{"i jumped|leapt to", actAssumed, 0, 0},
	{"i <be> wrong|mistaken|drawn|tempted", actAssumed, 0, 0},
	{"i told myself", actAssumed, 0, 0},
	{"i wonder|wondered|questioned if|whether|what|how|why|about|my", actAssumed, 0, 0},
	{"my assumption|assumptions|hunch|bias|biases|hypothesis|guess|belief|beliefs|expectation|expectations|view|prejudice|reading|interpretation|values", actAssumed, 0, 0},
	{"my first|gut|initial thought|reaction|impression|instinct|feeling|reading", actAssumed, 0, 0},

	{"next time", actDiffered, 0, 0},
	{"another|in time|future", actDiffered, 0, 0},
	{"in hindsight|retrospect", actDiffered, 0, 0},
	{"with hindsight", actDiffered, 0, 0},
	{"looking back", actDiffered, 0, 0},
	{"i would|could|should|might not~ have", actDiffered, 0, 0},
	{"i would|will|could|might * differently|instead|again|sooner|earlier", actDiffered, 0, 0},
	{"i will|shall not~ <action|plain|mental|tell|past>|be", actDiffered, 0, 0},
	{"i <be> going to", actDiffered, 0, 0},
	{"i plan|intend|aim|want|need|hope|mean|ought to", actDiffered, 0, 0},
	{"i should|must", actDiffered, 0, 0},
	{"i wish i had", actDiffered, 0, 0},
	{"if i did|were|was|could|had * again", actDiffered, 0, 0},
	{"do|done|did|doing|try|tried|handle|handled it|this|that|things|something~ differently", actDiffered, 0, 0},
	{"what i would|will|could|might do|change|try|say|ask", actDiffered, 0, 0},
}
