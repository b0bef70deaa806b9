"""German. Left out are `die`, `den`, `an`, `am`, `in`, `hat`, `war`, `was`, `man`, `will`, `mit`, because they mean something else in English."""

from __future__ import annotations

from tajikcli.language.base import Language, snowball
from tajikcli.language.months_and_units import CURRENCIES, MONTHS, SCALES, WEEKDAYS

GERMAN = Language(
    code="de",
    script="Latin",
    langid="ngerman",
    folding={},
    printed_either_way={},
    stressed="",
    # Search
    stop_words="""
    der das dem des ein eine einen einem einer eines und oder aber auch auf aus bei bis durch für gegen hinter ihm ihn ihr ihre ist im
    ins kann können nach nicht noch nur ob ohne sein seine sich sie sind über um uns unter vom von vor wann warum welche welcher
    wer wie wieviel wird wir wo worüber zu zum zur zwischen sagte sagt erklärte
    """,
    families="milliarde mrd; million mio; wachsen wuchs gewachsen; steigen stieg gestiegen; sinken gesunken; treffen traf getroffen",
    questions={
        "wo": "where",
        "wohin": "where",
        "wann": "when",
        "warum": "why",
        "weshalb": "why",
        "wie viel": "how-many",
        "wie viele": "how-many",
        "wieviel": "how-many",
        "um wie viel": "change",
    },
    signs={},
    stemmer=lambda: snowball("german"),
    # Forms and clauses
    cases={"": "s e en er es em", "e": "en"},
    names_have_cases=False,
    possessives=(),
    articles="der das dem des ein eine einen einem einer eines",
    auxiliaries="ist sind waren wurde wurden worden werden wird habe haben hatte hatten kann können muss müssen soll sollen sein",
    infinitives="sein werden haben worden",
    own_pronouns="ich mir mich mein meine meinen meinem wir uns unser unsere unseren unserem unserer",
    listeners_pronouns="du dich dir ihr euch euer eure",
    others_pronouns="er sie es ihn ihm ihnen ihr ihre ihren seine seinen dieser diese dieses diesen welche welcher welches deren dessen",
    conjunctions="und aber",
    # Without pronouns and `dass`, because a clause after a comma that begins with them may be denied (`nie versprochen, dass`).
    clause_openers="und aber doch sondern denn während obwohl weil wenn wo welcher welche",
    subordinating="wenn falls ob bis bevor ehe",
    subordinate_openers="während obwohl weil nachdem da als dass welcher welche",
    function_words="""
    oder auf bei für von mit aus zu zum zur nach vor über unter zwischen durch gegen um vom beim im auch noch schon hier dort
    """,
    capitals="sie ihr ihre ihren ihnen",
    # Words that change the meaning
    negations="nicht nie niemals niemand nichts nirgends kein keine keinen keinem keiner keines weder ohne kaum",
    negating_endings=(),
    limiting="""
    nur lediglich bloss fast beinahe wenig wenige weniger selten teilweise teils angeblich vielleicht möglicherweise vermutlich
    wahrscheinlich offenbar anscheinend könnte könnten dürfte dürften scheinbar bestreitet bestritt leugnet leugnete bezweifelt
    bezweifelte verweigert verweigerte unmöglich unwahrscheinlich
    """,
    approximating="etwa rund ungefähr circa knapp fast beinahe gut über unter mehr weniger mindestens höchstens bis",
    parts_of_many="einige manche meisten teil hälfte mehrheit minderheit prozent viele",
    conditional="wenn falls sofern ausser",
    without="ohne",
    of="von der",
    among="aus",
    degrees="zu sehr",
    but="",
    excepting="nicht nur ohne",
    all_but="",
    # Speakers
    saying="""
    sagt sagte sagten gesagt erklärt erklärte erklärten betont betonte betonten meint meinte ergänzt ergänzte fügte mitteilte teilte
    berichtet berichtete antwortet antwortete entgegnete warnt warnte kündigte nennt nannte bezeichnete lobt lobte dankt dankte
    begrüsste bat fragte fragt versprach versicherte bekräftigte unterstrich äusserte schrieb worte worten äusserung
    """,
    addressing="dankt dankte lobt lobte begrüsste bat fragte fragt bezeichnete nennt nannte versicherte",
    silent="nickte nickt lächelte lächelt lachte schwieg hörte kam ging sass stand wartete sah traf besuchte reiste empfing klatschte war waren ist sind wurde wurden hat hatte haben",
    verb_endings=("[bdfghklmnrz]te", "[bdfghklmnrz]ten", "rief|sprach|schrieb|bat|riet|schloss|hielt"),
    quoting="zitiert zitierte",
    denying="bestritt bestreitet leugnete dementierte weigerte",
    honorifics="herr herrn frau dr professor könig königin",
    of_men="herr herrn könig",
    of_women="frau königin präsidentin kanzlerin ministerin sprecherin",
    bodies="ministerium aussenministerium behörde amt botschaft regierung partei unternehmen gericht kommission ausschuss",
    documents="erklärung bericht dokument text brief artikel meldung vertrag abkommen",
    counterparts="amtskollege amtskollegin kollege",
    leaders="präsident präsidentin staatschef bundespräsident",
    works="""programm projekt orden preis film buch roman lied serie zeitung zeitschrift gesetz schlagzeile titel artikel ausstellung festival forum verein""",
    meeting_words="traf trafen treffen gespräche",
    said_that="dass",
    said_nouns="worte worten äusserung",
    closing_pronouns="er sie",
    closing_articles="der",
    closing_verbs="sagte sagt erklärte betonte",
    inverted_verbs="sagte sagt erklärte betonte meinte ergänzte",
    by_phrases=("laut", "nach angaben von", "nach den worten von", "nach ansicht von", "in den worten von"),
    stranger_phrases=("laut",),
    agents="",
    gap="",
    uttered="",
    prepositions="mit von für bei nach vor zu gegen über zwischen aus neben",
    light="der dem des herr herrn frau dr präsident präsidentin kanzler kanzlerin minister ministerin",
    pronouns="er sie",
    he="er ihm ihn sein seine",
    she="sie ihr ihre",
    object_pronouns="ihn ihm ihnen",
    object_or_owner_pronouns="",
    owners="seine seinen seinem ihre ihren ihrem",
    subjects="ich er sie wir es wer",
    capital_pronouns="Ich Wir Sie Du",
    whom="",
    who="",
    be="wurde wurden",
    determiners="ein eine der dieser diese",
    past_tenses="traf trafen",
    participle_endings=(),
    gerund_endings=(),
    no_participles="",
    adverb_endings=(),
    adverbial_endings=("lich", "weise"),
    before_inversion="so",
    as_saying="",
    joining="und",
    denials="nicht nie",
    nothing="nichts nicht nie",
    adverbs="auch dann später zuvor erneut weiter bereits danach ausserdem zudem",
    openers="""
    der die das dem den ein eine einen in im am an auf bei nach vor während als wenn er sie es wir ich und aber auch doch dabei zudem
    ausserdem damit dann heute gestern laut mit für kein keine alle viele so
    """,
    # Names and titles
    titles="präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin sprecher sprecherin gast",
    offices="botschafter botschafterin bundespräsident bundespräsidentin regierungschef regierungschefin",
    titles_before_names="präsident präsidentin bundespräsident bundespräsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin",
    before_titles="der die",
    of_office="von der des",
    institutions="Ministerium Bundesministerium Nachrichten Agentur Amt Bundesamt Botschaft Regierung Zeitung Sender Parlament Bundestag",
    womens_surnames=(),
    womens_given_names=(),
    object_endings=(),
    mens_accusatives=(),
    mens_past_tenses=(),
    # Dates and numbers
    months=MONTHS["de"] | {"jänner": 1},
    weekdays=WEEKDAYS["de"],
    month_joiners="bis und",
    month_prepositions="im",
    first="ersten",
    months_word="monate monaten",
    abbreviations="Nr bzw ca usw Mio Mrd z.B d.h u.a Dr Prof Hr Fr Abs Bd",
    scales=SCALES["de"],
    percent=("prozent",),
    currencies=CURRENCIES["de"],
    currency_owners=(),
    currency_nouns="dollar euro euros franken pfund rubel yuan yen cent",
    currency_precedes=False,
    range_from="von zwischen",
    range_to="bis auf und",
    number_words="""
    eins zwei drei vier fünf sechs sieben acht neun zehn zwölf zwanzig dreissig vierzig fünfzig hundert tausend million millionen
    milliarde milliarden dutzend halb hälfte doppelt zweimal dreimal drittel viertel zweite zweiter dritte dritter letzte letzter
    """,
    cardinals={},
    fractions={
        "ein drittel": "1/3",
        "zwei drittel": "2/3",
        "ein viertel": "1/4",
        "drei viertel": "3/4",
        "die hälfte": "1/2",
    },
    ordinals={},
    ordinal_endings="",
    counts={
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
    },
    ranking="",
    superlatives=(),
    # Figures
    rising="stieg stiegen steigt steigen gestiegen wuchs wuchsen wächst gewachsen zunahm zugenommen zuwachs* anstieg* erhöht* zulegte",
    falling="sank sanken sinkt gesunken fiel fielen fällt gefallen schrumpft* rückgang* verringert*",
    other_matter=(
        r"nicht|nie|soll(?:en|te|ten)?|könnten?|dürften?|wenn|falls|ziel\w*|prognose\w*|erwart\w+|plant?e?n?|geplant\w*|früher|seit",
        r"(?:pro|je) (?:monat|tag|woche)|monatlich|täglich|quartal\w*|halbjahr\w*|jahrzehnt\w*|vor \w+ jahren",
        r"(?:letztes|letzten|vorigen|voriges) jahr(?:es)?",
    ),
    other_measure=("defizit|überschuss|bilanz|abkommen|krieg|mission",),
    measure_parts="ausländische ausländischer illegale illegaler digitale digitaler private privater",
    of_which="",
    least=("mindestens", "mehr als", "über"),
    most=("höchstens", "weniger als", "bis zu", "unter"),
    by_how_much="um",
    hedging="rund etwa fast knapp über",
    contrasting="während wohingegen",
    new_clause=(r"(?:und|aber) (?:der |die |das )?\w+ \w+te",),
    unremarkable="prozent million millionen milliarde milliarden mio mrd euro dollar jahr jahre jahres zeitraum vergleich vorjahr angaben republik",
)
