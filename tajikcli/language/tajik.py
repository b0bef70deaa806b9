"""Tajik."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tajikcli.language.base import Language
from tajikcli.language.months_and_units import CURRENCIES, MONTHS, SCALES, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable


def _stemmer() -> Callable[[str], str]:
    from tajikcli.language.stemming import tajik_stemmer

    return tajik_stemmer()


TAJIK = Language(
    code="tg",
    script="Cyrillic",
    langid="",
    # The letters that people without a Tajik keyboard type instead. No Unicode normal form folds ғ, қ, ҳ and ҷ, which have no
    # decomposition; й is kept, because word forms depend on it.
    folding={"ғ": "г", "ӣ": "и", "қ": "к", "ӯ": "у", "ҳ": "х", "ҷ": "ч"},
    printed_either_way={},
    stressed="",
    # Search
    stop_words="""
    ки дар аз ва бо ба барои чи чист кист кай кучо чанд кадом чиро чаро чигуна кй то хам низ он ин онхо инхо у вай мо
    шумо ман ту бе оид доир дарбораи бораи бора миени байни байн мийони хамчун чун агар аммо вале е магар пас баъд пеш
    кабл хангоми зимни аст буд буданд будааст хаст хастанд нест мебошад мебошанд шуд шуданд шудааст шуда мешавад
    мешаванд шудан кард карданд кардааст кунад кунанд мекунад мекунанд карда кардан хохад хоханд гуфт гуфтанд гуфтааст
    мегуяд мегуянд гуфта ду харду дорад доранд дошт доштанд дода дод доданд додааст медихад гирифт гузашт гузаштанд баргузор
    кишвар кишвархо кишвархои худ хеле бояд метавонад тавонад якчоя ое накл зикр таъкид кайд изхор нисбати нисбат
    тибки мувофики дарбора суханхо сухан
    """,
    light_words="асосӣ боз бузург вақт дигар калон кор муҳим нав одам тараф чиз ҷуфт ҳоло имрӯз қисм",
    families="",
    apart="",
    questions={
        "кучо": "where",
        "кай": "when",
        "дар кадом шахр": "where",
        "дар кадом чой": "where",
        "чойи вохури": "where",
        "макони вохури": "where",
        "кадом руз": "when",
        "кадом сана": "when",
        "чанд маротиба": "how-often",
        "чи кадар зуд": "how-often",
        "кадом": "what",
        "чанд": "how-many",
        "хачми": "how-many",
        "маблаги": "how-many",
        "чи кадар": "how-many",
        "чаро": "why",
        "айнан": "quote",
        "иктибос": "quote",
        "кист": "who",
        "пеш аз": "before",
        "кабл аз": "before",
        "пас аз": "after",
        "баъд аз": "after",
    },
    taking_place=("баргузор", "доир"),
    months_of={"мох": 1, "мохи": 1, "семоха": 3, "семохаи": 3, "нимсола": 6, "нимсолаи": 6},
    relative_years={
        "соли гузашта": -1,
        "соли пор": -1,
        "имсол": 0,
        "соли чори": 0,
        "соли оянда": 1,
    },
    signs={},
    set_phrases=("дар навбати худ", "пеш аз ҳама", "дар баробари ин", "аз ҷумла", "дар маҷмӯъ", "аз ҷониби"),
    stemmer=_stemmer,
    # Forms and clauses
    cases={
        "": "и ро иро"
    },  # izafet joins a name to its description: Тоҷикистони соҳибистиқлол; `ро` marks the object
    names_have_cases=True,
    possessives=(),
    articles="",
    auxiliaries="",
    linking="ҳамчун",
    infinitives="",
    own_pronouns="ман мо",
    listeners_pronouns="шумо",
    others_pronouns="ӯ вай онҳо ин он",
    conjunctions="ва",
    clause_openers="ва вале аммо ки",
    subordinating="агар вақте",
    subordinate_openers="",
    function_words="дар аз ба бо барои",
    capitals="",
    # Words that change the meaning
    negations="нест ҳеҷ ҳаргиз",
    negating_endings=(),
    limiting="танҳо кам қариб шояд гӯё фақат ҷуз",
    approximating="тақрибан қариб зиёда",
    parts_of_many="аксари баъзе",
    conditional="агар ба-шарте магар",
    without="",
    of="аз",
    among="",
    degrees="",
    but="",
    excepting="",
    all_but="",
    # Speakers
    saying="""
    гуфт гуфта гуфтааст таъкид қайд изҳор зикр иброз афзуд эълон баён арз хотиррасон илова навишт навиштааст пурсид ҷавоб посух шарҳ тасдиқ
    огоҳ номид
    """,
    saying_with=("сухан гуфт",),
    addressing="",
    silent="омад рафт нишаст хандид табассум гӯш расид буд шуд истод дид шунид хонд баргашт",
    verb_endings=("[а-яӣӯ]{2}(?:[дт]|анд|аст)",),
    plural_endings=("анд",),
    light_verbs="кард карда кардааст мекунад намуд намуда намудааст менамояд дошт дорад доштааст сохт шуд",
    negated=("на",),
    quoting="",
    citing="овард меорад",
    told_in="",
    reporting="хабар менависад",
    hearing="шунид мешунавад",
    heard_from="аз",
    denying="рад",
    honorifics="ҷаноби хонум хонуми муҳтарам",
    of_men="ҷаноби",
    of_women="хонум хонуми",
    bodies="вазорат* агентӣ хадамот* сафорат* ҳукумат* дафтар*",
    documents="изҳорот ҳуҷҷат хабар созишнома",
    counterparts="ҳамтои ҳамтояш",
    deputies="сухангӯи сухангуи котиби ёвари мушовири намояндаи муовини ёрдамчии",
    leaders="президенти раиси роҳбари сарвари",
    works="""барнома* лоиҳа* орден* медал* филм* китоб* рӯзнома* маҷалла* ширкат* қонун* озмун* фестивал* мактаб*""",
    meeting_words="мулоқот* вохӯрд* гуфтушунид*",
    said_that="ки",
    said_nouns="сухани суханони суханронии нутқи посухи ҷавоби паёми номаи изҳороти саволи ибораи",
    owner_behind="аз",
    closing_pronouns="",
    closing_articles="",
    closing_verbs="",
    inverted_verbs="гуфт",
    by_phrases=("ба гуфтаи", "ба қавли", "ба андешаи", "ба ақидаи"),
    stranger_phrases=(),
    agents="",
    agent_endings=(),
    passive_endings=(),
    gap="",
    uttered="",
    prepositions="бо ба аз барои дар баъди пеши назди паси ҳангоми",
    light="",
    pronouns="ӯ вай",
    he="",
    she="",
    object_pronouns="",
    object_or_owner_pronouns="",
    owners="",
    subjects="",
    capital_pronouns="",
    whom="",
    who="",
    be="",
    determiners="",
    past_tenses="",
    participle_endings=(),
    gerund_endings=(),
    converb_endings=(),
    no_participles="",
    adverb_endings=(),
    adverbial_endings=(),
    before_inversion="",
    as_saying="",
    joining="ва",
    denials="",
    excluding=("ба ҷойи", "ба ҷои"),
    nothing="",
    nobody="ҳеҷкас",
    supposedly="гӯё",
    latter="охирин дуюмӣ",
    former="аввалӣ якумӣ",
    together="президентон сарон тарафҳо ҷонибҳо онҳо ҳарду",
    adverbs="",
    openers="""
    дар аз ба бо барои то чунон тавре вақте ҳангоме ҳангоми пас баъд пеш баъдан сипас маҳз агар зеро аммо вале ва ин он ӯ вай мо онҳо
    имрӯз дирӯз фардо ҳамчунин инчунин ҳамзамон ҳарду мувофиқи тибқи оид доир
    """,
    # Names and titles
    titles="президенти",
    offices="",
    titles_before_names="",
    before_titles="",
    of_office="",
    institutions="",
    womens_surnames=(),  # women and men share them: зода, зод, пур
    womens_given_names=(),
    object_endings=(),
    mens_accusatives=(),
    mens_past_tenses=(),
    # Dates and numbers
    months=MONTHS["tg"],
    weekdays=WEEKDAYS["tg"].replace("душанбе ", ""),  # it means Monday and is also a capital city
    month_joiners="",
    month_prepositions="",
    first="",
    months_word="",
    abbreviations="",
    scales=SCALES["tg"] | {"ҳазору": "thousand", "миллиону": "million", "миллиарду": "billion"},
    percent=("фоиз*", "дарсад*"),
    currencies=CURRENCIES["tg"],
    currency_owners=(),
    currency_nouns="",
    currency_precedes=True,
    range_from="аз",
    range_to="то",
    number_words="сифр як ду се чор панҷ шаш ҳафт ҳашт нӯҳ даҳ сад ҳазор",
    cardinals={
        "як": 1,
        "ду": 2,
        "се": 3,
        "чор": 4,
        "панҷ": 5,
        "шаш": 6,
        "ҳафт": 7,
        "ҳашт": 8,
        "нӯҳ": 9,
        "даҳ": 10,
        "бист": 20,
        "сӣ": 30,
        "чил": 40,
        "панҷоҳ": 50,
        "шаст": 60,
        "ҳафтод": 70,
        "ҳаштод": 80,
        "навад": 90,
        "сад": 100,
        "ҳазор": 1000,
    },
    fractions={"нисфи": "1/2"},
    ordinals={},
    ordinal_endings="-ум -уми",
    counts={},
    ranking="",
    superlatives=(),
    # Figures
    rising="афзоиш* афзуд*",
    falling="кам",
    other_matter=(),
    other_measure=(),
    measure_parts="",
    of_which="",
    least=("зиёда аз",),
    most=(),
    by_how_much="",
    hedging="",
    contrasting="",
    new_clause=(),
    unremarkable="",
)
