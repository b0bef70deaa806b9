"""The wording of figures in English."""

from __future__ import annotations

from tajikcli.language import english
from tajikcli.language.wordings import Wordings

_PARTS = {
    **{word: number for word, number in english.ENGLISH.ordinals.items() if number > 2},
    "quarter": 4,
}
_COUNTS = tuple(word for word, number in english.ENGLISH.cardinals.items() if 2 <= number <= 9)
_DAYS = (
    *english.ENGLISH.ordinals,
    *(
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
    ),
    *("nineteenth", "twentieth"),
)
_LAST = 31  # day of a month

ENGLISH = Wordings(
    code="en",
    rising="raise raised raises raising boost* upped swell* swollen soar* skyrocket* rocketed rocketing balloon* leap* mushroomed mushrooming spiked spiking mounted mounting",
    falling="tumbl* crash* sank sunk sink* plummet* lost loses losing reduc* cut cuts cutting lowered lowering lowers lessen* diminish* slid slips slipped dip dipped dwindl* nosediv* slash* tanked tanking halv* shrivel*",
    no_direction=(
        *("made up", "make up", "makes up", "making up", "adds up", "add up", "added up", "up to", "set up"),
        *("adds up to", "add up to", "added up to", "adding up to", "the contracts"),
        *(
            "sets up",
            "take up",
            "signed up",
            "cut off",
            "fell short",
            "falls short",
            "fall short",
            "come down to",
            "in addition",
        ),
    ),
    by="by",
    to="to",
    from_="from",
    more="more additional extra further another new",
    adding="add adds adding",
    joining="join joins joined joining",
    fewer="fewer less",
    more_than=("more", "higher", "greater", "up"),
    less_than=("less", "lower", "fewer", "down"),
    over=(
        "no fewer than",
        "no less than",
        "not less than",
        "upwards of",
        "in excess of",
        "top",
        "tops",
        "topped",
        "topping",
    ),
    under=("no more than", "not more than", "short of", "fell short of", "falls short of", "fall short of"),
    inclusive=(
        *(
            "at least",
            "at most",
            "a minimum of",
            "a maximum of",
            "up to",
            "no fewer than",
            "no less than",
            "not less than",
            "no more than",
        ),
        "not more than",
    ),
    minus="minus negative",
    other_quantities="inflation gdp gnp population unemployment deficit surplus debt budget remittances wages salaries exports imports",
    parts_of_wholes=dict.fromkeys(("exports", "imports", "export", "import"), "trade turnover commerce"),
    of_them=(
        "of them",
        "of whom",
        "of those",
        "of these",
        "of which",
        "include",
        "includes",
        "included",
        "including",
        "among them",
    ),
    or_over=("or more", "and more", "or above"),
    or_under=("or less", "or fewer", "or below"),
    almost=("almost", "nearly", "close to", "near", "just under", "just below", "not quite"),
    about=(
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "circa",
        "an estimated",
        "barely",
        "scarcely",
    ),
    exactly=("exactly", "precisely"),
    present=("now", "today", "currently", "at present", "presently", "so far"),
    doubting="false falsely untrue wrong wrongly incorrect incorrectly mistaken mistakenly supposedly allegedly rumour* rumor* fake contrary hardly nowhere nobody",
    comparing="than compared comparison versus against year-on-year",
    comparing_loosely="period over from on",
    replacing=("instead of", "rather than", "against", "compared to", "compared with", "in place of"),
    future=("will", "would", "shall", "is to", "are to", "set to", "due to reach", "going to"),
    places="in at into within among across inside to towards",
    origins="from by",
    noun_endings="",
    own_letters="",
    counters="people persons",
    last_verbs=(),
    times_before="",
    times_behind="times fold",
    factors=("factor of",),
    years="years",
    longer_times=("recent years", "past years", "last years", "decade", "decades"),
    bare_scales="",
    about_this=("this was", "that was", "the figure was", "the figures were", "these figures were"),
    figure_nouns="figure figures number numbers sum sums statistic statistics data total amount estimate",
    citing_figures="cite* citing name named names naming quote* quoting gave give gives given giving mention* put puts putting read reads reading share* sharing provid* present* disclos* reveal* announc* voiced estimat* report* recall* produced unveil* came",
    volume_of_it=("its volume", "its value", "the volume", "the total"),
    counted_again=("there are", "there were", "there will", "their number", "the number", "the total"),
    multiplied={
        **dict.fromkeys(("doubled", "doubles", "doubling"), "2"),
        **dict.fromkeys(("tripled", "triples", "tripling", "trebled", "trebles", "trebling"), "3"),
        **dict.fromkeys(("quadrupled", "quadruples", "quadrupling"), "4"),
        **{
            f"{stem}{ending}": number
            for stem, number in {
                "quintupl": "5",
                "sextupl": "6",
                "septupl": "7",
                "octupl": "8",
                "decupl": "10",
            }.items()
            for ending in ("ed", "es", "ing")
        },
        **dict.fromkeys(("halved", "halves", "halving"), "1/2"),
    },
    multiples={
        **dict.fromkeys(("double", "twice"), "2"),
        **dict.fromkeys(("triple", "treble", "thrice"), "3"),
        "quadruple": "4",
        "halve": "1/2",
        **{
            f"{word}{joint}fold": str(number)
            for word, number in {**english.ENGLISH.cardinals, "million": 1_000_000}.items()
            if number >= 2
            for joint in ("", "-")
        },
    },
    fractions={
        f"{count}{joint}{part}{'s' if plural else ''}": f"{over}/{under}"
        for part, under in _PARTS.items()
        for over, counts, plural in [
            (1, ("a", "one"), False),
            *((number, (word,), True) for number, word in enumerate(_COUNTS, 2)),
        ]
        if over < under
        for count in counts
        for joint in ("-", " ")
    }
    | {
        f"{word} in {whole}": f"{over}/{under}"
        for over, word in enumerate(("one", *_COUNTS), 1)
        for under, whole in ((10, "ten"), (5, "five"), (4, "four"), (3, "three"))
        if over < under
    },
    of_every=("of every", "out of every", "in every", "for every", "of each", "out of each", "out of"),
    of_bare_whole=("in",),
    apart_from=("other than", "besides", "apart from", "aside from", "except", "excluding", "outside"),
    abroad="foreign external overseas",
    tens={},
    groups={"half a dozen": 6, "dozen": 12},
    groups_behind="",
    many={
        "dozens": 12,
        "scores of": 20,
        "tens of thousands": 10_000,
        "tens of millions": 10_000_000,
        "hundreds": 100,
        "thousands": 1_000,
        "millions": 1_000_000,
        "billions": 1_000_000_000,
    },
    several=(
        "several",
        "a few",
        "few",
        "many",
        "a couple",
        "a couple of",
        "couple of",
        "untold",
        "countless",
    ),
    days={
        "thirtieth": 30,
        **{word: day for day, word in enumerate(_DAYS, 1)},
        **{
            f"{tens}{joint}{word}": day + at
            for tens, day in (("twenty", 20), ("thirty", 30))
            for at, word in enumerate(_DAYS[:9], 1)
            for joint in "- "
            if day + at <= _LAST
        },
    },
    short_times=(
        *(
            f"{which} {unit}"
            for which in ("last", "this", "past", "previous")
            for unit in ("month", "week", "quarter")
        ),
        *("yesterday", "the day before yesterday"),
    ),
    losing=(
        *(
            "lost",
            "lose",
            "loses",
            "losing",
            "lack*",
            "expel*",
            "left",
            "leave",
            "leaves",
            "leaving",
            "withdrew",
            "withdraw*",
        ),
        *(
            "dismiss*",
            "abolish*",
            "scrap",
            "scraps",
            "scrapped",
            "cancel*",
            "depart*",
            "quit",
            "cede*",
            "forfeit*",
            "gave up",
            "shortage*",
            "missing",
            "absen*",
            "resign*",
            "vacan*",
            "fired",
            "sacked",
            "short by",
            "away",
            "back",
            "off",
            *("home from", "bring home", "brought home", "send home", "sent home", "go home", "went home"),
            *("deport*", "eviction*", "exodus", "closure*", "suspen*", "abandon*", "layoff*"),
            "has ended",
            "have ended",
            "has gone",
            "have gone",
        ),
    ),
    decimal_mark=".",
    point="point",
    one_and_a_half="",
    and_a_half=("and a half",),
    ordinals={},
    holding="is are was were came comes come coming stands stood finished placed",
    moving_to=(
        *("slipped to", "slips to", "fell to", "falls to", "fallen to", "dropped to", "drops to", "slid to"),
        *(
            "rose to",
            "rises to",
            "risen to",
            "climbed to",
            "climbs to",
            "moved to",
            "moved up to",
            "moves to",
            "advanced to",
        ),
    ),
    rank_nouns="place position spot rank slot",
    numbered=("number", "no"),
    greatest=("largest", "biggest", "greatest", "top"),
    one_of="one among of",
    not_ranked="""
    time times half quarter month months day days week weeks year years stage step phase round part meeting session and
    """,
    no_rank=(
        "in the first place",
        "first and foremost",
        "first of all",
        "at first",
        "first class",
        "second to none",
    ),
    beside_ranks=(
        "after",
        "behind",
        "following",
        "trailing",
        "before",
        "ahead of",
        "only to",
        "surpassing",
        "overtaking",
        "past",
    ),
    hosting=(
        *("received", "receives", "receiving", "hosted", "hosts", "welcomed", "welcomes", "welcoming"),
        *("greeted", "greets", "greeting", "shook hands with", "shakes hands with", "shaking hands with"),
    ),
    same_period=("same period", "corresponding period", "similar period", "same months"),
    of_both=(
        "two countries",
        "both countries",
        "two nations",
        "two states",
        "two sides",
        "both sides",
        "two neighbours",
    ),
    standing_for=("it", "they", "this", "that"),
    amounting=(
        *(
            "is",
            "are",
            "was",
            "were",
            "stands at",
            "stood at",
            "amounts to",
            "amounted to",
            "totals",
            "totalled",
        ),
        *(
            "totaled",
            "equals",
            "equalled",
            "comes to",
            "came to",
            "reached",
            "has reached",
            "had reached",
            "is worth",
        ),
    ),
    gatherings="summit* forum* session* conference*",
    other_meetings=(
        "last met",
        "previously met",
        "earlier met",
        "last meeting",
        "previous meeting",
        "next meeting",
        "next meet",
    ),
    short_months={
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    until="by until till through",
    spans="over",
    halves="half half-year",
    quarters="quarter quarters",
    rates={
        "a day": "per day",
        "per day": "per day",
        "daily": "per day",
        "a week": "per week",
        "per week": "per week",
        "weekly": "per week",
        "a month": "per month",
        "per month": "per month",
        "monthly": "per month",
        "a year": "per year",
        "per year": "per year",
        "annually": "per year",
        "yearly": "per year",
        "an hour": "per hour",
        "per hour": "per hour",
        "a second": "per second",
        "per second": "per second",
    },
    neutral="""
    accommodat* accumulat* active admit* allocat* allot* approach* approv* arriv* assign* at attain* attend* attract*
    available award* based began begin beginning begins begun benefit benefited benefits boast boasted boasting boasts
    bought bring* brought build* built busy buy buying buys came cite cited cites citing combined come comes coming
    complet* compris* conduct* confirm* consist* constitut* continu* count counted counting counts cover covered covering
    covers creat* currently deliver* deploy* dispatch* earmark* educat* employ* engag* enjoy* enrol* enter entered
    entering enters equal* establish* exceed* exist* expected flow flowed flowing flows form formed forming forms fund
    funded funding funds gather* gave get gets getting give given gives giving go goes going got grant* guarantee* help
    helped helping helps hire* house housed houses housing hover* import imported importing imports includ* increas*
    inject* invest invested investing invests involv* join joined joining joins keep keeping keeps lead leads learn* led
    list listed listing lists live lived lives living located made maintain* make makes making measur* meet meets mention*
    met name named names naming near neared nearing nears note noted notes noting number numbered numbering numbers
    obtain* occupi* occupy* offer* open opened opening opens operat* oversee* own owned owning owns paid pay paying pays
    place placed places placing plan planned planning plans pledg* plough* plow* plus posted pour* present* procur*
    produc* promis* provid* pump* purchas* quote quoted quotes quoting ran range ranged ranges ranging reach* read ready
    receiv* record* recruit* register* remain* report* represent* reserv* result* retain* reveal* run running runs said
    satisf* saw scheduled see seeing seen sees send sending sends sent serv* set sets setting share shared shares sharing
    show* sign signed signing signs specif* spen* spread staff* stand standing stands start started starting starts state
    stated states stating stay* stood studied studies study studying suppl* support* surpass* taught teach* top topped
    topping tops total* trail* train* travel* understood undertake* undertook voiced vow* wait* welcom* won work* worth
    """,
    neutral_amounts="""
    account accounted accounting accounts burn burned burning burns burnt change changed changes changing commit commits
    committed committing consum* cross crossed crosses crossing discuss* exchang* held hit hits hitting hold holding holds kept
    mark marked marking marks occupied occupies occupy occupying pass passed passes passing put puts putting take takes
    taking touch touched touches touching trade traded trades trading use used uses using value valued values valuing
    """,
    no_verbs="annual current entire exact full home level mere precise same volume what whole",
    verb_forms=(
        rf"(?:be|for|mis|over|un|under|with)(?:{'|'.join(english.ENGLISH.irregular_pasts.split())})",
        "cast|hurt|let|shed|shut|slew|slit|thrust",  # pasts like the present, or in no other list
    ),
    light="",
)
