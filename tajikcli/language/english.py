"""English."""

from __future__ import annotations

from tajikcli.language.base import Language
from tajikcli.language.months_and_units import CURRENCIES, MONTHS, SCALES, WEEKDAYS

# Words before `a year before` that make it the time with which another is compared.
_COMPARING = ("than", "on", "from", "with", "to", "over")

ENGLISH = Language(
    code="en",
    script="Latin",
    langid="english",
    folding={},
    printed_either_way={},
    stressed="",
    # Search
    stop_words="""
    a about according announce announced announces announcing assess both call called calls characterise characterize
    claim claimed comment commented country countries declare declared describe described describes emphasise
    emphasised emphasize emphasized express expressed kind note noted notes opinion order point refer regard remark
    remarked report reported reports state stated states stress stressed think thinks thought tried two view views
    want wanted word words after all also am an and any are as at be been being but by can could did do does doing
    during each else ever for from get give gave given got had happen happened has have having he held hold her here
    hers him his how i if in into is it its itself just let many me mention mentioned more most much my no not of off
    on one only or other our out over own please put s said same say saying says she should show so some speak spoke
    such t take taken took takes taking tell than that the their them then there these they this those through to told
    too under until up upon us very was we were among amid within between go goes going went gone come comes came make
    makes made making anybody anyone somebody someone anything something together sit send sends sent write writes wrote written whatever yet
    although though since because however per via toward towards what when where whether which while who whom whose why will with
    would you your
    """,
    light_words="""
    across again against ahead almost along already always another apart around ask available away back bad
    become begin behind best better beyond bit body bring call care case cause certain chance come coming common
    continue country course cover current cut decide different direct directly do done early else end enough
    entire especially even ever every everybody everyone everything exactly except face fact far feel few final
    find first follow full fully further general get give go gone good great group hand handle happen hard have
    hear hit hold idea important include instead involve just keep key kind land large late later lay least
    leave less let like likely line little long look lot low made main major make manner mark matter may
    maybe mean might mind moment move much must nation near nearly need never new next nobody nothing now number
    order other own pair part particular pass people person pick place play point possible present probably put
    question quite rather reach ready real really reason republic rest result right roughly run same see seem
    set several shall show side sides sit situation small someone something soon sort sound stand start state
    stay still straight subject such sure taken tell thing think though time today together top touch true try
    turn until up upon use usual various want watch way well went whole wish without word work yes yet
    """,
    hosts="host hosts hostess",
    guests="guest guests visitor visitors",
    families="""
    dollar usd; billion bn bln; million mln mn; percent percentage; organization organisation; organizations organisations;
    defense defence; favor favour; endeavor endeavour; endeavors endeavours; teacher educator educators; invest investor investors;
    grow grew grown growth; rise rose risen; fall fell fallen; meet met; teach taught; choose chose chosen; begin began begun;
    bring brought; build built; buy bought; come came; draw drew drawn; drive drove driven; find found; fight fought; go went gone;
    know knew known; lead led; leave left; lose lost; make made; pay paid; see saw seen; sell sold; send sent; think thought;
    understand understood; win won; write wrote written; agree agreement agreed; announce announcement; discuss discussion
    """,
    apart="""
    important importance importantly; constructive constructively; quote quotes quoted quoting quotation quotations; preside presides presided presiding; initiative initiatives; direct directly; direction directions; informal informally; information informational; pressing; internal internally;
    international internationally; emergency emergencies; university universities; universal universally; customs;
    customer customers; authority authorities; experiment experiments experimental; transition transitional; position
    positions positioned; positive positively; publication publications; general generally; organization organizations
    organisation organisations organizational organize organized organizing organizes organise organised; generation
    generations; united; training trainings; arms; relative relatively; police; objective objectives; communication
    communications; community communities; personal personally; popular popularity; majority; terminal terminals;
    secondary; respectively respective; marketing; humanity; factory factories; several; severe; moral; capitalism
    capitalist; nativity; export exports exported exporting exporter exporters; executive executives; opera operas;
    ration rations; regional regionally; station stations; planet planets planetary; plane planes; militant militants; officer officers;
    govern governs governed governing governance; secure secures secured securing; elevator elevators; attache; attachment attachments;
    believer believers; parting partings; fruitful fruitfully; nationals; nationality nationalities; nationalism nationalist nationalists;
    naturalization naturalisation naturalized naturalised; naturally; doctorate doctorates doctoral; securities; powerful powerfully; wells;
    drilling; aide aides; billionaire billionaires; challenger challengers; critical critically; appointment appointments; hospitality
    hospitable; wellness wellbeing; goods; openly openness; periodical periodicals; consultant consultants; relatives; locals; locale locales;
    localization localisation; partial partially; investigation investigations investigate investigates investigated investigating
    investigator investigators; constitution constitutions constitutional; identity identities identical; practically; productive
    productively; decidedly; advanced; normalization normalisation normalize normalise normalized normalised; demonstration
    demonstrations demonstrator demonstrators; betterment; longing longings; promising; finalize finalise finalized finalised;
    authorization authorisation authorizations
    """,
    questions={
        "where": "where",
        "when": "when",
        "why": "why",
        "by how much": "change",
        "how often": "how-often",
        "how frequently": "how-often",
        "what is": "what",
        "what was": "what",
        "how much more": "change",
        "how much less": "change",
        "how many more": "change",
        "how many fewer": "change",
        "how many": "how-many",
        "how much": "how-many",
        "how large": "how-many",
        "how big": "how-many",
        "what percentage": "how-many",
        "what number": "how-many",
        "what day": "when",
        "which day": "when",
        "what date": "when",
        "which date": "when",
        "dates": "when",
        "what year": "when",
        "what month": "when",
        "which month": "when",
        "which year": "when",
        "what time": "when",
        "what place": "where",
        "which place": "where",
        "which city": "where",
        "which town": "where",
        "what town": "where",
        "what city": "where",
        "what venue": "where",
        "venue": "where",
        "whereabouts": "where",
        "volume of": "how-many",
        "value of": "how-many",
        "worth of": "how-many",
        "sum of": "how-many",
        "what sum": "how-many",
        "what share": "how-many",
        "what proportion": "how-many",
        "what fraction": "how-many",
        "by what percentage": "change",
        "by what margin": "change",
        "by what share": "change",
        "by what amount": "change",
        "by what proportion": "change",
        "what is the volume": "how-many",
        "what is the size": "how-many",
        "how long": "how-many",
        "how long did": "how-long",
        "how long do": "how-long",
        "how long does": "how-long",
        "how long has": "how-long",
        "how long had": "how-long",
        "how long have": "how-long",
        "how long will": "how-long",
        "for how long": "how-long",
        "how high": "how-many",
        "who": "who",
        "exact words": "quote",
        "own words": "quote",
        "verbatim": "quote",
        "word for word": "quote",
        "quotation": "quote",
        "before the": "before",
        "ahead of": "before",
        "prior to": "before",
        "on the eve of": "before",
        "after the": "after",
        "following the": "after",
    },
    taking_place=(
        "take place",
        "takes place",
        "took place",
        "taken place",
        "taking place",
        "held",
        "hosted",
        "staged",
        "happen",
        "happened",
        "happens",
        "occur",
        "occurred",
    ),
    particles=("go up", "goes up", "going up", "gone up", "went up", "come with", "comes with", "came with"),
    politenesses=(
        "i would like to know",
        "i would like to understand",
        "i would like to ask",
        "i d like to know",
        "i want to know",
        "i want to understand",
        "i need to know",
        "i am looking for",
        "i am trying to find out",
        "i wonder",
        "i was wondering",
        "i heard",
        "i have heard",
        "i read",
        "i have read",
        "i remember",
        "i think",
        "somebody told me",
        "someone told me",
        "somebody said",
        "someone said",
        "can you tell me",
        "could you tell me",
        "can you say",
        "could you say",
        "please tell me",
        "please tell",
        "please say",
        "tell me",
        "do you know",
        "do we know",
        "is it known",
        "is it so that",
        "is it true that",
        "is it true",
        "is it correct that",
        "is it correct",
        "is it right that",
        "is that right",
        "is that so",
        "is that true",
        "is that correct",
        "yes or no",
        "or not",
        "what do we know about",
        "what can you tell me about",
        "my question is",
        "just curious",
        "by any chance",
    ),
    months_of={"months": 1, "month": 1, "quarter": 3, "quarters": 3},
    relative_years={
        "last year": -1,
        "previous year": -1,
        "preceding year": -1,
        "past year": -1,
        "this year": 0,
        "this month": 0,
        "this week": 0,
        "current year": 0,
        "ending year": 0,
        "outgoing year": 0,
        "new year": 1,
        "next year": 1,
        "coming year": 1,
        "upcoming year": 1,
        "following year": 1,
    },
    signs={"%": "percent", "$": "dollar", "€": "euro", "₽": "rouble"},
    set_phrases=(
        *(
            "before long",
            "long ago",
            "no longer",
            "as long as",
            "so far",
            "by far",
            "as far as",
            "as soon as",
        ),
        *(
            "of course",
            "in order to",
            "at least",
            "at last",
            "at first",
            "first of all",
            "in turn",
            "in fact",
            "in general",
        ),
        *(
            "in particular",
            "on the whole",
            "as a whole",
            "by and large",
            "at large",
            "take place",
            "takes place",
        ),
        *(
            "took place",
            "taken place",
            "taking place",
            "in place",
            "in terms of",
            "by means of",
            "in view of",
        ),
        *(
            "in light of",
            "on behalf of",
            "at hand",
            "on the one hand",
            "on the other hand",
            "in case",
            "in line with",
        ),
        *(
            "at the same time",
            "in time",
            "on time",
            "from time to time",
            "at times",
            "for the time being",
            "in the course of",
        ),
        *(
            "with regard to",
            "with respect to",
            "as regards",
            "in the face of",
            "in front of",
            "in the wake of",
        ),
        *("by way of", "in a way", "under way", "in the end", "in short", "at all", "as well as"),
    ),
    verb_suffixes=(),
    # Forms and clauses
    cases={"": "s"},
    names_have_cases=False,
    possessives=(r"['\u2019]s?",),
    articles="a an the",
    auxiliaries="""
    to be been being have has had do does did will would shall should can could may might must am is are was were
    """,
    linking="as is isn't aren't wasn't being become becomes became becoming remain remains remained",
    calling="call calls called calling describe describes described describing label labels labelled labeled dub dubs dubbed hail hails hailed praise praises praised",
    infinitive_endings=(),
    infinitives="to be been being",
    own_pronouns="i me my mine myself we us our ours",
    listeners_pronouns="you your yours",
    polite_pronouns="",
    others_pronouns="""
    he him his she her hers it its they them their theirs this that these those which who whom whose
    """,
    conjunctions="and but",
    clause_openers="""
    and but so yet while whereas although though because since when where which who as i we you he she it they there
    this these those
    """,
    subordinating="if whether unless until till when before lest",
    subordinate_openers="while whereas although though because since after as who which where",
    function_words="""
    or nor of in on at by for from with into onto over under between among to as than then there here not also too
    very more such own both each all any some
    """,
    capitals="i may will us",
    # Words that change the meaning
    negations="not never no none nor neither nobody nothing nowhere cannot without hardly barely scarcely",
    negating_endings=("n't", "n\u2019t"),
    limiting="""
    longer few fewer little less least only merely solely just almost nearly rarely seldom partly partially somewhat
    slightly allegedly reportedly supposedly apparently perhaps maybe possibly probably presumably unlikely impossible
    may might could false falsely untrue wrongly pretend pretends pretended deny denies denied denying doubt doubts
    doubted doubting refuse refuses refused refusing reject rejects rejected rejecting fail fails failed failing lack
    lacks lacked lacking stop stops stopped claim claims claimed claiming allege alleges alleged cease ceased avoid
    avoids avoided prevent prevents prevented
    """,
    approximating="""
    about around approximately roughly some circa nearly almost over under above below than least most up
    """,
    parts_of_many="some most half part majority minority percent",
    conditional="if unless except albeit provided",
    without="without",
    of="of",
    among="out in",
    degrees="too so very",
    but="but",
    excepting="not only without",
    all_but="anything nothing all none",
    intensifying="""
    quite yet really entirely even exactly altogether all very always ever at still much
    """,
    affirming="only just merely simply",
    qualifying="generally mostly largely mainly usually broadly normally typically relatively fairly chiefly",
    distancing=(
        *("far from", "less than", "anything but", "by no means", "in no way", "short of", "the opposite of"),
        *(
            "at best",
            "at most",
            "nowhere near",
            "nothing like",
            "used to",
            "would have",
            "supposed to",
            "said to be",
            "thought to be",
            "until recently",
            "previously",
            "in part",
            "once",
            "one day",
            "some day",
            "someday",
            "formerly",
        ),
    ),
    possibility="can could may might should must ought",
    doubting="""
    cease ceases ceased whether if unless reject rejects rejected rejecting dismiss dismisses dismissed
    dismissing deny denies denied denying doubt doubts doubted doubting dispute disputes disputed disputing
    refute refutes refuted refuting rebut rebuts rebutted refuse refuses refused refusing fail fails failed
    failing questioned questioning forbid forbids forbade forbidden prohibit prohibits prohibited ban bans
    banned prevent prevents prevented false untrue wrong myth lie falsehood fiction illusion mistaken impossible
    unlikely hope hopes hoped hoping wish wished wishing dream dreams dreamed dreamt pretend pretends pretended
    ceasing short scoffs scoffed scoffing ridiculed ridicules mocked mocks challenged challenges mistake forgot
    forgets contest contests contested contesting disagree disagrees disagreed disagreeing contradict contradicts
    contradicted contradicting laugh laughs laughed laughing deride derides derided notion suggestion suggestions
    allegation allegations speculation insinuation accusation accusations
    """,
    believing="""
    true correct right think thinks thinking believe believes believed believing trusted consider considers considered accept
    accepts accepted certain sure convinced
    """,
    wanting="want wants wanted wanting demand demands demanded demanding expect expects expected expecting urge urges urged urging ask asks asked asking order orders ordered ordering require requires required",
    inverted_conditions="should had were",
    closing_negations="",
    # Speakers
    saying="""
    estimate estimates estimated estimating reckon reckons reckoned say says said saying state states stated stating note notes noted noting add adds added adding stress stresses
    stressed stressing emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising
    underscore underscores underscored underscoring underline underlines underlined announce announces announced
    announcing declare declares declared declaring remark remarks remarked remarking comment comments commented
    explain explains explained explaining claim claims claimed argue argues argued insist insists insisted reply
    replies replied respond responds responded answer answers answered continue continues continued conclude concludes
    concluded warn warns warned observe observes observed recall recalls recalled express expresses expressed describe
    describes described describing call calls called calling promise promises promised pledge pledged vow vowed
    mention mentions mentioned highlight highlights highlighted highlighting affirm affirmed confirm confirms
    confirmed acknowledge acknowledges acknowledged admit admits admitted agree agrees agreed write writes wrote
    assure assures assured reiterate reiterates reiterated indicate indicates indicated suggest suggests suggested
    hail hailed praise praised praising characterize characterizes characterized characterise characterises
    characterised quip quipped repeat repeated think thinks believe believes believed point points pointed tell tells
    told telling ask asks asked thank thanks thanked urge urges urged inform informed remind reminded speak speaking
    spoke puts put complain complained elaborate elaborated clarify clarified specify specified promising recalling
    expressing words statement phrase interrupt interrupts interrupted interrupting interject interjected object objects objected counter
    counters countered retort retorts retorted correct corrects corrected correcting contradict contradicts contradicted contradicting
    concur concurs concurred echo echoes echoed rejoin rejoined rebuke rebukes rebuked chide chided reassure reassures reassured
    reassuring congratulate congratulates congratulated congratulating address addresses addressed addressing
    """,
    saying_with=(
        "went on",
        "goes on",
        "go on",
        "carried on",
        "came back",
        "broke in",
        "cut in",
        "let slip",
        "let drop",
        "put in",
        "shot back",
        "hit back",
    ),
    addressing="""
    tell tells told telling ask asks asked thank thanks thanked urge urges urged inform informed remind reminded
    assure assures assured interrupt interrupts interrupted interrupting correct corrects corrected correcting contradict contradicts
    contradicted contradicting rebuke rebukes rebuked chide chided reassure reassures reassured reassuring congratulate congratulates
    congratulated congratulating address addresses addressed addressing call calls called calling describe describes described describing hail hailed praise
    praised
    """,
    silent="""
    nod nods nodded nodding smile smiles smiled smiling listen listens listened listening arrive arrives arrived arriving
    leave leaves left leaving laugh laughs laughed laughing sit sits sat sitting stand stands stood standing hear hears heard
    hearing watch watches watched watching wait waits waited waiting walk walks walked walking look looks looked looking
    applaud applauds applauded applauding frown frowns frowned frowning blink blinks blinked sleep sleeps slept sleeping
    yawn yawns yawned yawning shrug shrugs shrugged wave waves waved waving bow bows bowed clap claps clapped meet meets met
    meeting visit visits visited visiting come comes came coming go goes went going enter enters entered return returns
    returned depart departs departed see sees saw seeing receive receives received welcome welcomes welcomed host hosts
    hosted attend attends attended attending sign signs signed signing greet greets greeted greeting hug hugs hugged shake
    shakes shook kiss kisses kissed drink drinks drank eat eats ate read reads won wins lost loses appear appears appeared
    was were is are be been being has had have do does did will would may might can could shall should must
    """,
    verb_endings=("ed|[^s]s",),
    irregular_pasts="""
    arose awoke beat became began bent bit blew broke bred brought built burst bought came caught chose clung dealt drew drove dug
    dwelt fed fell felt fled flew flung forgave forgot fought found froze gave got grew held hid hung kept knelt knew laid led lent lost
    made meant paid quit quoth rang rode rose ran sang sank sat saw sent set shone shook shot shrank slid slung snuck sold sought spat
    spent split spoke sprang stole stood strode strove struck stuck stung swam swept swore swung taught thought threw told took tore trod
    understood went wept woke won wore wound wrote put said
    """,
    plural_endings=(),
    light_verbs="",
    negated=(),
    quoting="quote quotes quoted quoting cite cites cited citing",
    citing="recall recalls recalled recalling repeat repeats repeated repeating quote quotes quoted quoting cite cites cited citing",
    told_in="",
    reporting="report reports reported",
    stressing="only just merely simply",
    withholding="resist hesitate mince hide conceal disguise spare withhold equivocate waver flinch prevaricate disappoint",
    giving="offer offers offered offering make makes made making give gives gave giving have has had issue issues issued deliver delivers delivered send sends sent volunteer volunteers volunteered venture ventures ventured pay pays paid paying voice voices voiced share shares shared strike struck sound sounded chose chooses",
    modals="do does did will would shall should can could may might must",
    asking="what how",
    hearing="listened hear hears heard hearing learn learns learned learnt",
    floor="floor microphone way",
    inviting="introduce introduces introduced signal signals signalled signaled beckon beckons beckoned motion motioned let lets letting allow allows allowed allowing want wants wanted wanting expect expects expected expecting wait waits waited waiting ask asks asked asking question questions questioned quiz quizzes quizzed interview interviews interviewed interviewing invite invites invited",
    inviting_with=("call on", "calls on", "called on", "calling on", "call upon", "called upon"),
    passing="pass passes passed passing relay relays relayed relaying convey conveys conveyed conveying",
    yielding="handed handing yield yields yielded yielding cede cedes ceded ceding defer defers deferred deferring",
    awaiting="wait waits waited waiting await awaits awaited awaiting",
    receiving="get gets got getting receive receives received receiving win wins won winning earn earns earned earning",
    keeping_silent="silent",
    gestures="",
    listening="listen listens listened nod nods nodded smile smiles smiled",
    heard_from="from",
    agreeing="agree agrees agreed agreeing concur concurs concurred concurring",
    replying="response thanked reply replies replied replying respond responds responded responding answer answers answered answering retorted",
    denying="deny denies denied denying doubt doubts doubted doubting dispute disputes disputed disputing refuse refuses refused refusing decline declines declined stop stopped avoid avoids avoided disavow disavows disavowed",
    honorifics="""
    pres amb mr mrs ms miss sir madam lord lady king queen prince princess pope sheikh emir father brother sister mother comrade dr prof professor
    sen sens senator rep reps representative gov govs governor gen general col colonel capt captain maj lt sgt adm rev judge justice mayor
    sheriff ceo cfo coo secretary chancellor vice deputy former acting prime then chief director attorney messrs delegate congressman congresswoman
    chairman chairwoman lawyer host anchor editor reporter businessman businesswoman
    """,
    of_men="mr sir lord king prince congressman chairman spokesman businessman pope sheikh father brother",
    of_women="mrs ms miss madam lady queen princess congresswoman chairwoman spokeswoman businesswoman sister mother",
    bodies="""
    ministry ministries agency agencies office embassy government* department* committee* commission* council* parliament* campaign*
    party company companies universit* court courts bureau institute* foundation* union* administration* cabinet* presidency
    team group* organisation* organization* association* bank* board* network* coalition* service firm* newspaper* magazine*
    secretariat*
    """,
    documents="""
    statement statements report reports document documents text headline headlines letter letters article articles story page note website
    site caption poster banner sign memo transcript tweet tweets post posts poll polls survey study book email emails release readout
    communique resolution law bill treaty agreement declaration
    """,
    counterparts="counterpart",
    states="state country nation republic federation",
    in_office="current present incumbent sitting new own veteran longtime",
    out_of_office="former next future previous past late last first second",
    pretending="fake false bogus phoney phony sham pseudo parody impersonating impersonated imitating mimicking parodying posing poses posed masquerading disguised himself herself",
    owner_endings=(),
    deputies="spokesman spokeswoman spokesperson aide adviser advisor secretary assistant deputy envoy representative",
    leaders="president leader head chief boss ruler premier",
    works="""program programme podcast memoir autobiography anthem project plan order medal prize award film movie book novel song show series newspaper magazine journal agency
    company law act decree resolution headline headlines title titled entitled headlined article column course exhibition festival forum ship
    operation initiative strategy school university channel website album play opera essay report doctrine bank fund party movement""",
    meeting_words="met meet meets meeting talks summit negotiations sat",
    opening="open opens opened opening convene convenes convened convening",
    occasions="meeting* talk* negotiation* summit* conversation* conference* briefing* interview* dinner* lunch* reception* call* chat*",
    pointing="that this these those such so thus with",
    placing="at in with beside alongside",
    locating="at in",
    placed_in="in into inside within to",
    addressed_to="to",
    ascribing="attributed ascribed credited imputed belong belongs belonged come comes came",
    ascribed_to="to",
    said_that="that how",
    said_nouns="words telling assurance insistence contention sentence remarks statement comments remark phrase message reply answer response compliment speech verdict assessment conclusion summary warning turn position view opinion reckoning estimation calculation account address letter telegram note cable tweet post toast greeting line argument claim promise pledge plea appeal praise tribute quip retort observation",
    others_words="proverb proverbs saying adage maxim aphorism motto slogan poem poems verse verses stanza couplet quatrain rhyme riddle song songs anthem hymn lyric lyrics psalm prayer joke jokes anecdote anecdotes tale fable parable legend recording recordings tape video clip footage",
    owner_behind="of from by",
    closing_pronouns="he she",
    closing_articles="the",
    closing_verbs="""
    said says added noted stated stressed told announced emphasized emphasised explained remarked declared
    """,
    inverted_verbs="said added noted stated",
    inverting="came comes",
    by_phrases=(
        "according to",
        "in the words of",
        "words of",
        "as per",
        "per",
        "by the reckoning of",
        "by the account of",
        "in the view of",
        "in the opinion of",
        "to quote",
    ),
    reasons="for",
    agents="by",
    agent_endings=(),
    means_endings=(),
    passive_endings=(),
    gap="of",
    uttered="coined delivered pronounced repeated said expressed given made spoken spoke speaks used uses use using uttered utters voiced",
    using="with in",
    prepositions="""
    to with of for between after before following from about against by at on in and via behind meeting met meets during
    within without into onto near amid despite upon over under across through throughout toward towards among around inside
    outside beside including than like alongside opposite facing
    """,
    describing_endings=(),
    keeping_form="",
    light="the a an mr mrs ms president then-president visiting his her their own dr then former",
    pronouns="he she him he's she's",
    he="he he's him his",
    she="her she she's",
    object_pronouns="him them",
    object_or_owner_pronouns="her",
    owners="his her its their",
    subjects="i you he she they we it who",
    capital_pronouns="I We You",
    whom="whom whose",
    who="who",
    be="am is are was were be been being gets got",
    determiners="a an the this that his her its their our my your",
    past_tenses="""
    met saw heard gave sent held took brought led left beat taught sought told found knew showed
    """,
    participle_endings=("ed", "ing"),
    verb_prefixes="re co pre de un mis over under",
    gerund_endings=("ing",),
    converb_endings=(),
    no_participles="morning evening king spring string thing wing during",
    adverb_endings=("ly",),
    no_adverbs="family ally reply assembly supply monopoly bully anomaly rally tally folly",
    adverbial_endings=("ing", "ly", "wards", "ed", "day", "ile", "fter", "ow", "en", "er", "re"),
    before_inversion="so as thus",
    as_saying="as",
    as_reported="as",
    joining="and",
    denials="didn't didn\u2019t never not",
    excluding=("rather than", "instead of", "as opposed to", "nor", "unlike"),
    nothing="nothing",
    nobody="nobody none neither",
    barely="almost nearly hardly barely scarcely",
    supposedly="might may could should rumoured rumored alleged supposed allegedly supposedly purportedly falsely wrongly mistakenly incorrectly perhaps maybe",
    latter="latter",
    former="former",
    together="leaders presidents sides delegations both they",
    adverbs="almost perhaps maybe just never nearly still ever simply however instead nevertheless nonetheless meanwhile himself herself themselves even often always soon first ahead today yesterday tonight afterwards earlier also then later reportedly further again publicly once has had have was is already",
    openers="""
    did does do is was are were has have had can could should would thanks the a an in on at for by as he she it we they this that these those after before when while if but and however
    meanwhile also there our his her its their according earlier later today yesterday both all some many most no not
    perhaps maybe what who how why so then now here thus yet still since though although because once instead hence likewise ahead
    next first second third finally officials analysts experts sources observers reports media journalists nobody somebody someone everybody everyone
    """,
    # Names and titles
    titles="""
    president leader chief aide official minister spokesman spokeswoman head politician statesman guest host speaker
    diplomat
    """,
    offices="boss spokeswoman adviser ambassador envoy senator congressman chancellor",
    before_titles="the",
    of_office="of to",
    institutions="""
    Ministry News Agency Office Service Embassy Government Times Post Press Website Television TV Radio Parliament Association Committee
    Council Commission Department University College Institute Center Centre Foundation Party Bank Union Court House Network Campaign
    Journal Magazine Congress Senate League Company Watch
    """,
    womens_surnames=("ova", "eva", "ina", "aya", "skaya"),
    womens_given_names=("a", "ia"),
    patronymics=("ovich", "evich", "ovna", "evna"),
    object_endings=(),
    mens_accusatives=(),
    mens_past_tenses=(),
    womens_past_tenses=(),
    # Dates and numbers
    months=MONTHS["en"],
    weekdays=WEEKDAYS["en"],
    month_joiners="to through until till",
    month_prepositions="in during for",
    first="first",
    months_word="months",
    lying="lied lies lying",
    source_nouns="source sources",
    credits="tags tag keywords",
    topic_prepositions="of about on regarding concerning",
    captions="photo photos picture pictures caption image",
    abbreviations="""
    Pres Amb Mr Mrs Ms Dr St Prof Gen Col Sen Rep Gov Sens Reps Govs Lt Capt Maj Sgt Adm Rev Hon Jr Sr vs etc e.g i.e No Nos Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Inc Ltd
    Co approx
    """,
    scales=SCALES["en"]
    | {"k": "thousand", "mln": "million", "mn": "million", "m": "million", "bln": "billion", "bn": "billion"}
    | {"b": "billion", "trn": "trillion", "tn": "trillion"},
    percent=("percent", "per cent", "pct"),
    currencies=CURRENCIES["en"] | {"usd": "USD", "rouble": "RUB", "roubles": "RUB"},
    currency_owners=(r"U\.?S\.?", "American"),
    currency_nouns="""
    dollar dollars cent cents franc francs pound pounds ruble rubles rouble roubles yuan yen rupee rupees dirham dirhams riyal riyals
    dinar dinars
    """,
    currency_precedes=False,
    range_from="from between",
    range_to="to and",
    number_words="""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion trillions dozen dozens half halves quarter double twice once triple
    first second third fourth fifth sixth seventh eighth ninth tenth last
    """,
    cardinals={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "hundred": 100,
        "thousand": 1000,
    },
    fractions={
        "a third": "1/3",
        "one third": "1/3",
        "one-third": "1/3",
        "two thirds": "2/3",
        "two-thirds": "2/3",
        "a quarter": "1/4",
        "one quarter": "1/4",
        "three quarters": "3/4",
        "three-quarters": "3/4",
        "a half": "1/2",
        "one half": "1/2",
        "half": "1/2",
    },
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
    },
    ordinal_endings="st nd rd th",
    counts={
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    },
    ranking="rank ranks ranked ranking",
    superlatives=("largest", "biggest", "most important"),
    # Figures
    rising="""
    rose rise risen rises rising grew grow grown grows growing growth increas* up gain* jump* climb* surg* expand* uptick higher
    """,
    falling="""
    fell fall* drop dropp* drops decreas* declin* down shrank* shrink* shrunk* contract* lower plung* slump*
    """,
    goals=(r"target\w*|goals?|aims?|aimed|ambition\w*|hopes?|hoped|should|plans? to|planned",),
    forecasts=(
        r"potential\w*|forecast\w*|predict\w*|project(?:ed|ion)\w*|could|(?-i:may|might)|if|expect\w*",
    ),
    refuted=(
        r"not(?! (?:less|fewer|more|only|just|merely)\b)|never|['\u2019]t(?<=\wn['\u2019]t)|no longer|none(?= of)",
        r"no(?= [$\u20ac]?\d)|without(?= (?:any |the )?[$\u20ac]?\d)|(?:a|the) (?:lie|hoax|myth|falsehood)|false|untrue",
    ),
    other_times=(
        r"half[- ]year|(?=quarter)(?<!\ba )(?<!one )(?<!one-)(?<!three )(?<!three-)(?<!first )(?<!second )(?<!third )(?<!fourth )quarters?(?! of (?!(?:the|this|last|20\d\d)\b))",
        r"(?:last|past|previous) (?:\w+ )?(?:months|weeks|days|quarters|decades)",
        r"(?:a|per|each|every) (?:month|day|week)|monthly|daily|decades?|since",
        rf"(?=before|ago|earlier){''.join(f'(?<!{word} {article} year )' for word in _COMPARING for article in ('a', 'the'))}(?:before(?! (?:(?:the|their|his|its|a|this) )?(?:\w+ )?(?:talks|meeting|meetings|summit|visit|trip|conversation)\b)(?!(?-i: (?:[A-Z]\w+ ){{1,4}}(?:and (?:[A-Z]\w+ ){{1,3}})?(?:met|[a-z]+ed|sat|began|held|flew|spoke)\b))|ago|earlier)",
        r"that year",
        r"(?<=was )once|(?<=were )once|used to|formerly",
        r"(?=last|previous|prior)(?<!period )(?<!period of )(?<!period in )(?<!over )(?<!than )(?<!with )(?<!to )(?<!from )(?:last|previous|prior) year",
    ),
    other_measure=(
        "deficit|surplus|balance|deals?|wars?|fairs?|unions?|routes?|missions?|talks|agreements?|ministers?|ministry|barriers?",
        r"in \w+ services",
    ),
    measure_parts="""
    agricultural foreign external retail wholesale illicit drug arms gas oil energy grain cotton textile transit border online
    digital private
    """,
    of_which="of",
    least=(
        *(
            "at least",
            "a minimum of",
            "more than",
            "over",
            "above",
            "exceed",
            "exceeds",
            "exceeded",
            "exceeding",
        ),
        *("surpass", "surpasses", "surpassed", "surpassing"),
    ),
    most=("at most", "a maximum of", "less than", "under", "below", "up to", "fewer than"),
    by_how_much="by",
    hedging="about almost nearly some over around",
    contrasting="while whereas",
    new_clause=(r"(?:and|but) (?:the |its )?\w+ \w+ed",),
    unremarkable="the us usd federation republic president mr dollars year",
)
