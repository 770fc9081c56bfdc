package language

// wordClass is a set of the kinds that a word can be; many words are several.
type wordClass uint64

// The kinds of word that rules name.
const (
	classHesitation wordClass = 1 << iota // "um": left out of the reading
	classDoubling                         // may be said twice and mean it
	classTitle                            // a stop after it ends no sentence
	classFiller                           // passed over inside a pattern
	classMarker                           // may open a clause and says nothing by itself
	classAck                              // by itself or with its like, an acknowledgement
	classJoin                             // a clause may begin after it
	classSub                              // opens a clause that depends on another
	classWh                               // a question word
	classBe                               // a form of "be"
	classHave                             // a form of "have"
	classDo                               // a form of "do"
	classModal                            // can, would, must and the like
	classSubject                          // a pronoun that can head a clause
	classThird                            // he, she, they, it
	classDet                              // opens a noun phrase: the, your, some
	classPoss                             // my, your, his
	classPrep                             // a preposition
	classMood                             // how a person can feel
	classHard                             // how a situation can be
	classStir                             // what a situation does to a person
	classMental                           // what a person does within: wants, thinks, misses
	classPast                             // a verb in the past
	classIng                              // ends in "-ing"
	classKin                              // a person in somebody's life
	classFact                             // "what ..." asks for a short fact
	classGrade                            // "how ..." asks for a degree or an amount
	classNumber                           // a number
	classBody                             // what test results and leaflets speak of
	classStrong                           // a quality that is a person's strength
	classEval                             // a verdict of the speaker's
	classGeneric                          // people at large
	classReport                           // what the other person was heard to do: said, mentioned
	classAnyone                           // anyone, something, nobody
	classKnow                             // may take a question inside it: know, remember, ask
	classVoice                            // may be followed by words in the other person's voice
	classTell                             // what a request asks for: tell, describe
	classAction                           // what advice tells a person to do
	classDangle                           // an utterance that ends in it was broken off
	classFirst                            // speaks of the speaker
	classTime                             // a day, an hour, a season of life
	classPlain                            // a present-tense verb of doing
	classCopula                           // "is" and "was" alone
	classShortFact                        // a question word that a short fact answers
	classOpenWord                         // a question word that a story answers
	classWhether                          // if, whether
	classAbout                            // after it, what is asked for is wide
	classNo                               // denies
	classHeShe                            // he and she in every form
	classCherish                          // what is held dear, missed or dreaded
	classAbsolute                         // leaves nothing out
	classPicture                          // speaks in pictures
	classReason                           // gives a reason or sets two things against each other
	classRest                             // joins a clause that stands by itself
	classSense                            // after "when you" it speaks of this person: see, hear
	classBig                              // says how much something weighs
	classWould                            // what would be: said of a person's own hopes and habits
	classLonging                          // after "you" it speaks of this person: feel, want
	classYou                              // you and your
	classChange                           // compares: better, worse, harder
	classInfo                             // a word of leaflets and services
	classMay                              // what can or will be, for anyone
	classPress                            // in a statement before a tag, it presses for agreement
)

// classNames are the names by which patterns call the classes.
var classNames = map[string]wordClass{
	"be": classBe, "have": classHave, "do": classDo, "modal": classModal, "subject": classSubject,
	"third": classThird, "det": classDet, "poss": classPoss, "prep": classPrep, "mood": classMood,
	"hard": classHard, "stir": classStir, "mental": classMental, "past": classPast, "ing": classIng,
	"kin": classKin, "fact": classFact, "grade": classGrade, "number": classNumber, "body": classBody,
	"strong": classStrong, "eval": classEval, "generic": classGeneric, "report": classReport,
	"anyone": classAnyone, "tell": classTell, "action": classAction, "filler": classFiller,
	"know": classKnow, "time": classTime, "plain": classPlain, "wh": classWh, "info": classInfo,
}

// wordLists put words into classes.
var wordLists = []struct {
	class wordClass
	words string
}{
	{classHesitation, `um uh er erm ah eh hmm mm umm uhm uhh err hm ehm mmm`},
	{classDoubling, `very no yeah yes that had so really right okay bye never`},
	{classTitle, `dr mr mrs ms prof st vs`},
	{classFiller, `really just actually still always probably maybe perhaps definitely certainly basically also
		even only already honestly obviously clearly literally quite pretty very so simply currently generally
		usually normally sometimes often ever right now too totally completely absolutely especially truly
		kinda sorta rather almost largely mostly mainly exactly possibly apparently either though finally slowly`},
	{classMarker, `okay ok so and but well yeah yep yes right alright now then oh because also anyway sure no
		great good wow mhm mm-hmm uh-huh hey plus actually basically like maybe perhaps though cool
		fine look listen ha yup nah aw ooh gosh hi hello honestly absolutely definitely exactly again
		or true perfect excellent lovely brilliant wonderful fantastic obviously please just sorry
		otherwise first firstly secondly finally overall clearly certainly sounds-good today even only kinda`},
	{classAck, `okay ok yeah yep yes right alright oh sure no wow mhm mm-hmm uh-huh hey cool fine absolutely definitely
		exactly great good perfect excellent lovely brilliant wonderful fantastic true got gotcha ya it that is
		all i see well of course and so really very nice fair enough super awesome amazing please thanks thank you much
		job sense makes done for uh-oh ooh aw ah gosh certainly totally completely course interesting terrific
		understood agreed okey doke dokey righto aye nope nah sorry bye hi hello morning afternoon evening evenin good-morning congratulations
		goodness gracious lord never mind problem welcome a at bit pleased then now just mm-hm um-hum m-hm
		hm-hmm mhmm uh-hum great-job ha haha glad to hear too pleasure`},
	{classJoin, `and but so because or though although whereas yet then plus okay yeah well now since cause right`},
	{classSub, `if when whenever while since unless until once after before as although though whether because`},
	{classWh, `what how why where when who which whose whom`},
	{classBe, `'s is are am was were be been being`},
	{classHave, `have has had having`},
	{classDo, `do does did`},
	{classModal, `can could will would shall should may might must`},
	{classSubject, `i you we they he she it this that there these those`},
	{classThird, `he she they it`},
	{classDet, `a an the my your his her its our their this that these those some any each every no`},
	{classPoss, `my your his her its our their`},
	{classPrep, `about for to with of in on at from by into over than without around like through between
		towards against`},
	{classMood, `tired stuck scared sad angry anxious worried nervous upset hurt lonely alone guilty ashamed embarrassed
		frustrated overwhelmed exhausted stressed depressed happy proud relieved confused torn trapped lost
		helpless hopeless afraid frightened terrified fed-up fed annoyed irritated furious cross mad bitter resentful
		disappointed let judged blamed ignored unheard disrespected attacked pressured pushed forced uncomfortable
		comfortable unsure uncertain ambivalent conflicted hopeful excited motivated determined ready unready willing
		reluctant hesitant concerned bothered bored drained numb empty isolated left rejected abandoned betrayed
		vulnerable unsafe safe anxious panicky tense restless rubbish awful terrible horrible miserable crap shocked
		surprised grateful glad content calm confident torn desperate stretched pulled cornered shaken defensive
		suspicious wary misunderstood unappreciated low invisible discouraged defeated deflated weighed burnt burned
		powerless controlled self-conscious insecure jealous homesick heartbroken devastated distraught gutted
		skeptical sceptical doubtful curious tempted dependent addicted hooked burdened rushed
		sick ill unwell poorly weak shaky okay alright better worse confused interested committed satisfied dissatisfied unhappy pissed`},
	{classHard, `hard tough difficult scary frustrating stressful overwhelming exhausting lonely painful boring unfair
		rough awful horrible terrible frightening upsetting worrying terrifying confusing tiring draining annoying
		tricky sad embarrassing humiliating disappointing heartbreaking devastating challenging crushing tempting
		hurtful demoralising demoralizing discouraging demanding unsettling isolating maddening infuriating
		relief comforting soothing relaxing shocking shock struggle hell nightmare burden pressure strain worry battle
		lot overwhelming harder tougher scarier rubbish tension conflict anger sadness guilt shame grief loss joy pride resentment frustration disappointment panic dread
		loneliness boredom regret doubt jealousy heartbreak anxiety stress exhaustion hurt fear miserable intense chaotic hectic messy grim bleak`},
	{classStir, `scares scared worries worried bothers bothered hurts hurt upsets upset frustrates frustrated annoys annoyed
		frightens frightened angers terrifies terrified confuses stresses drains drained helps calms keeps makes made gets
		relaxes soothes comforts motivates drives matters mattered means feels felt took takes hit hits wears wore weighs
		haunts eats reminds pushes pulls stings embarrasses shocks surprises surprised shook leaves left gives gave costs
		overwhelms overwhelmed threw throws knocks knocked winds wound irritates irritated excites inspires tempts triggers
		suits brings brought stops lets eases numbs touches`},
	{classMental, `feel feels felt want wants wanted think thinks thought love loves loved hate hates hated
		wish wishes wished hope hopes hoped worry worries worried miss misses missed care cares cared enjoy enjoys enjoyed
		believe believes believed realise realised realize realized notice noticed recognise recognised recognize
		recognized remember trust trusted fear feared value valued prefer preferred regret regretted struggle struggled
		suspect suspected wonder wondered dread dreaded blame blamed doubt doubted expect expected mind minded need needed
		understand understood figure figured appreciate appreciated crave resent crave cherish long dislike disliked imagine
		imagined accept accepted agree agreed look-forward respect dream dreamed desire deserve deserved like liked find found`},
	{classPast, `was were had did went came got took made gave said told thought felt knew saw found left kept let put
		began started stopped quit ran fell lost met paid sat slept spoke spent stood stuck taught threw understood woke wore
		wrote broke brought built bought caught chose drank drove ate fought forgot grew heard held hurt led lay meant read
		rang rode rose sent shut sold shook stole swore swam tore tried used became hit cut gone been done seen taken given
		written spoken broken bit blew crept dealt dug drew fed fled flew forgave froze hid hung sank sang slid spread struck swung wept won withdrew
		stung burst lit lent driven eaten forgotten grown chosen fallen drunk come walked stayed lived turned`},
	{classKin, `mum mom mother dad father son daughter wife husband partner boyfriend girlfriend sister brother nan gran
		grandma grandad grandfather grandmother family kids kid children child friend friends mate mates boss baby mam
		parents ex aunt auntie uncle cousin fiance fiancee spouse boy girl boys girls sons daughters sisters brothers
		colleague colleagues neighbour neighbours teacher teachers roommate in-laws mother-in-law`},
	{classFact, `name names age date time day year years month number address postcode percentage grade size brand dose dosage
		strength school medication medications tablets email phone birthday weight height colour color price score language
		class flavour town city country county area street hospital job company bus doctor surgery quantity frequency`},
	{classGrade, `long many much often old far soon big tall frequently recently early late quickly likely heavy high low
		regularly close important confident ready motivated concerned worried hard difficult serious willing committed
		interested comfortable happy satisfied sure certain bad severe strong large few fast cold deep wide thick young
		heavily sick tired hungry able expensive easy good anxious painful stressed upset keen eager likely`},
	{classNumber, `zero one two three four five six seven eight nine ten nought eleven twelve hundred half dozen twenty`},
	{classBody, `body brain liver lungs lung kidneys blood pressure results result score scores numbers levels level
		cholesterol sugar sugars weight bmi chart file record records tests test bloods lab labs readings reading immune
		skin teeth risk chances sense taste prescription scan x-ray`},
	{classStrong, `strong brave resilient determined committed dedicated resourceful thoughtful caring capable creative patient
		courageous loving devoted persistent hardworking hard-working honest open insightful intelligent smart bright wise
		generous kind motivated reliable responsible considerate protective conscientious tough compassionate good
		great wonderful amazing fantastic brilliant lovely incredible survivor fighter`},
	{classEval, `great good fantastic excellent brilliant wonderful lovely perfect amazing awesome nice fine super terrific
		interesting helpful useful okay ok alright right true correct fair reasonable understandable normal common fabulous
		impressive incredible cool smart wise sensible exciting encouraging funny important ideal best better awesome clear
		natural positive marvellous superb outstanding admirable tremendous`},
	{classGeneric, `people parents patients clients folks others individuals adults teenagers teens women men smokers drinkers
		families children carers babies`},
	{classReport, `said mentioned told described talked explained stated indicated noted brought shared reported expressed
		identified listed pointed suggested spoke alluded referred admitted`},
	{classAnyone, `anyone anybody anything someone somebody something everyone everybody everything nobody nothing any either both
		each none`},
	{classKnow, `know remember recall tell say understand see ask wonder think guess notice explain imagine figure learn say
		asked know knew show hear sure idea about of discuss decide believe told explore`},
	{classVoice, `thinking wondering saying like asking thought wondered think say says said thinks ask asks yourself
		going wonders asked feeling goes feel question know`},
	{classTell, `tell describe explain share talk say elaborate expand discuss walk`},
	{classAction, `stick try make keep avoid consider remember stop start take use write practise practice talk speak call ring ask
		bring set put check book give read pick choose focus work think go get stay drink eat cut find look let leave
		limit plan reduce replace remove throw switch track record download visit contact pay join attend sign arrange
		breathe walk count wait aim ensure commit steer phone text email hide lock rest relax wear carry store book repeat record
		measure weigh reward praise ignore distract divert stand lie open close shut block delete register collect save spend
		sell buy cook clean wash brush change decide begin finish continue hold run swim cycle exercise stretch note list
		remind teach help offer invite meet see explain treat notice imagine test follow drop skip listen swap wear show save move turn add increase`},
	{classDangle, `the a an and but so or to of with for in on at that if because i we as your my his her their is are was
		were have has had can could will would about than when what how it's from by which who be really like very just`},
	{classFirst, `i me my mine myself we us our ours`},
	{classTime, `day days night nights week weeks weekend weekends month months year years morning mornings evening evenings
		hour hours minute minutes time times monday tuesday wednesday thursday friday saturday sunday today yesterday
		daily weekly o'clock tonight fridays saturdays sundays lunchtime bedtime christmas birthday`},
	{classCopula, `is was 's`},
	{classShortFact, `when where which who whose whom`},
	{classOpenWord, `what how why`},
	{classWhether, `if whether`},
	{classAbout, `about more bit`},
	{classHeShe, `he she him her his hers he's she's`},
	{classBig, `big bigger biggest huge massive major real main whole such too constant long`},
	{classWould, `would`},
	{classLonging, `feel feels felt feeling want wanted think love hate`},
	{classSense, `see saw look looked hear heard get got think thought come wake`},
	{classRest, `and but because or`},
	{classCherish, `miss misses missed love loves loved hope hopes hoping wish wishes trust trusted worth wonder wonders dread forgive
		deserve deserved proud regret regretted matter matters mattered safe relief freedom respect peace belong
		meant means precious lost losing scares terrifies frightens hurts dignity ashamed guilty fear afraid`},
	{classAbsolute, `everything nobody nothing everyone everybody always never forever no-one whole`},
	{classPicture, `carrying walls wall fight battle fighting juggling drowning trapped bottled wearing worn torn road path
		corner edge rope mountain hole world heart tunnel rock boat storm burden loop circle cycle tightrope treading
		lifeline crutch cloud shell mask rollercoaster whirlwind shadow prison prisoner spiral`},
	{classReason, `because but although though whereas yet`},
	{classYou, `you your yours yourself`},
	{classChange, `better worse harder easier different changed tighter calmer happier quieter best worst more less enough empty`},
	{classInfo, `cause causes caused affect affects increase increases reduce reduces contain contains damage damages raise
		raises lower lowers risk risks likely research evidence recommended recommend guidelines limit units unit percent
		average typically usually available effects effect treatment treatments symptom symptoms disease cancer stroke
		diabetes insulin dose service services programme program team referral appointment appointments dangerous harmful
		chemical chemicals oxygen toxic addictive addiction depressant stimulant means called includes include involves rule rules sedative hormone hormones infection scheme charity helpline funding panel
		tend tends nicotine caffeine withdrawal tolerance
		process policy law legal criteria assessment system bloodstream calories exposure associated linked proven
		study studies medication medications medicine tablet tablets pill pills patch patches gum clinic leaflet
		pamphlet results result test tests scan form forms doctors experts e.g i.e milligrams grams prescription`},
	{classMay, `can will may might`},
	{classNo, `not never no nobody nothing none neither hardly`},
	{classPress, `should must surely know realise realize see agree ought really understand do`},
	{classPlain, `smoke drink go get take use live work do make keep try start stop come look give put see eat sleep stay
		end spend wake sit run leave say tell turn play walk drive buy meet have handle manage hang hide argue fight deal
		cope call talk pick cook carry`},
}

// contractions are the written forms that stand for another word or for two.
var contractions = []struct{ first, second, written string }{
	{"you", "are", "you're youre your're"}, {"you", "have", "you've youve"}, {"you", "will", "you'll youll"},
	{"you", "would", "you'd youd"}, {"i", "am", "i'm im"}, {"i", "have", "i've ive"}, {"i", "will", "i'll"},
	{"i", "would", "i'd"}, {"we", "are", "we're"}, {"we", "have", "we've weve"}, {"we", "will", "we'll"},
	{"we", "would", "we'd"}, {"they", "are", "they're theyre"}, {"they", "have", "they've theyve"},
	{"they", "will", "they'll"}, {"they", "would", "they'd"}, {"he", "is", "he's hes"}, {"she", "is", "she's shes"},
	{"it", "is", "it's its"}, {"that", "is", "that's thats"}, {"there", "is", "there's theres"}, {"what", "is", "what's whats"},
	{"how", "is", "how's hows"}, {"where", "is", "where's wheres"}, {"who", "is", "who's whos"}, {"when", "is", "when's whens"},
	{"why", "is", "why's"}, {"here", "is", "here's"}, {"this", "is", "this's"}, {"let", "us", "let's lets"},
	{"everything", "is", "everything's"}, {"nothing", "is", "nothing's"}, {"nobody", "is", "nobody's"},
	{"everyone", "is", "everyone's"}, {"everybody", "is", "everybody's"}, {"someone", "is", "someone's"},
	{"something", "is", "something's"}, {"one", "is", "one's"}, {"anything", "is", "anything's"},
	{"no-one", "is", "no-one's"}, {"what", "are", "what're"}, {"how", "are", "how're"}, {"what", "did", "what'd"},
	{"how", "did", "how'd"}, {"where", "did", "where'd"}, {"what", "have", "what've"}, {"how", "have", "how've"},
	{"he", "will", "he'll"}, {"she", "will", "she'll"}, {"it", "will", "it'll"}, {"that", "will", "that'll"},
	{"he", "would", "he'd"}, {"she", "would", "she'd"}, {"it", "would", "it'd"}, {"that", "would", "that'd"},
	{"do", "you", "d'you d'ya"}, {"do", "not", "don't dont"}, {"does", "not", "doesn't doesnt"}, {"did", "not", "didn't didnt"},
	{"is", "not", "isn't isnt ain't aint"}, {"are", "not", "aren't arent"}, {"was", "not", "wasn't wasnt"},
	{"were", "not", "weren't werent"}, {"have", "not", "haven't havent"}, {"has", "not", "hasn't hasnt"},
	{"had", "not", "hadn't hadnt"}, {"can", "not", "can't cant cannot"}, {"could", "not", "couldn't couldnt"},
	{"will", "not", "won't wont"}, {"would", "not", "wouldn't wouldnt"}, {"should", "not", "shouldn't shouldnt oughtn't"},
	{"must", "not", "mustn't"}, {"shall", "not", "shan't"}, {"might", "not", "mightn't"}, {"need", "not", "needn't"},
	{"could", "have", "could've"}, {"would", "have", "would've"}, {"should", "have", "should've"},
	{"must", "have", "must've"}, {"might", "have", "might've"},
	{"going", "to", "gonna"}, {"want", "to", "wanna"}, {"got", "to", "gotta"}, {"got", "you", "gotcha"},
	{"because", "", "'cause cos coz cuz"}, {"okay", "", "ok k"},
	{"mum", "", "mam mom mummy mommy"}, {"'s", "", "'s"}, {"are", "", "'re"}, {"have", "", "'ve"}, {"will", "", "'ll"},
	{"would", "", "'d"}, {"you", "", "ya u"}, {"about", "", "bout"}, {"them", "", "em"}, {"let", "me", "lemme"},
	{"give", "me", "gimme"},
}

// wordEndings class a word that no list names by how it ends.
var wordEndings = []struct {
	ending string
	class  wordClass
}{
	{"ing", classIng}, {"ed", classPast}, {"ly", classFiller},
}

// classBySuffix returns the class of a word that no list names, from its lower
// case bytes.
func classBySuffix(word []byte) wordClass {
	if len(word) > 0 && word[0] >= '0' && word[0] <= '9' {
		return classNumber
	}
	for _, row := range wordEndings {
		if len(word) > len(row.ending)+2 && string(word[len(word)-len(row.ending):]) == row.ending {
			return row.class
		}
	}
	return 0
}
