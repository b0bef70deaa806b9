"""The wording of figures in Tajik."""

from __future__ import annotations

from tajikcli.language import tajik
from tajikcli.language.wordings import Wordings

_TENS = {word: number for word, number in tajik.TAJIK.cardinals.items() if 20 <= number <= 100}
_COUNTING = ("то", "та")  # behind a number of things: `дуто`
_TEENS = {
    word: number
    for number, word in enumerate(
        ("ёздаҳ", "дувоздаҳ", "сенздаҳ", "чордаҳ", "понздаҳ", "шонздаҳ", "ҳабдаҳ", "ҳаждаҳ", "нуздаҳ"), 11
    )
}
_DAYS = (
    {word: number for word, number in tajik.TAJIK.cardinals.items() if number <= 30}
    | _TEENS
    | {"дую": 2, "сею": 3, "чорӯ": 4, "чаҳор": 4}
)
_OF_DAYS = ("ум", "уми", "юм", "юми", "м", "ми")

TAJIK = Wordings(
    code="tg",
    rising="зиёд зиёдшав* меафзояд меафзоянд меафзуд боло баланд рушд",
    falling="коҳиш паст кам камшав*",
    no_direction=("зиёд аз", "кам аз", "на кам аз", "на зиёд аз"),
    by="",
    to="то ба",
    from_="аз",
    more="боз иловагӣ дигар дигари нави",
    adding="илова",
    joining="",
    fewer="камтар",
    more_than=("зиёд", "бештар", "зиёдтар"),
    less_than=("камтар",),
    over=("беш аз", "зиёда аз", "зиёд аз", "бештар аз", "на камтар аз", "на кам аз", "ақаллан"),
    under=("камтар аз", "на бештар аз", "на зиёда аз", "кам аз"),
    inclusive=("на камтар аз", "на кам аз", "на бештар аз", "на зиёда аз", "ақаллан"),
    minus="минус манфии",
    other_quantities="таваррум* ммд буҷет* қарз* содирот* воридот*",
    parts_of_wholes={"содирот*": "савдо", "воридот*": "савдо"},
    of_them=("аз онҳо", "аз ҷумла", "аз инҳо", "нафари онҳо"),
    or_over=("ва зиёда", "ва бештар", "ё бештар"),
    or_under=("ва камтар", "ё камтар"),
    almost=("қариб", "наздики", "наздик ба"),
    about=("тақрибан", "ҳудуди", "дар ҳудуди"),
    exactly=("расо", "маҳз", "айнан"),
    present=(
        "ҳоло",
        "ҳозир",
        "имрӯз",
        "айни ҳол",
        "феълан",
        "дар айни ҳол",
        "айни замон",
        "дар ҳоли ҳозир",
        "дар айни замон",
    ),
    doubting="дуруғ нодуруст гӯё",
    comparing="нисбат муқоиса назар",
    comparing_loosely="",
    replacing=("ба ҷои", "ба ҷойи"),
    future=("хоҳад", "хоҳанд", "мешавад", "мешаванд"),
    places="дар ба байни миёни",
    origins="аз",
    noun_endings="и",
    own_letters="ӣ қ ғ ӯ ҳ ҷ",
    counters="нафар нафарро ҷой ҷойро ҷойи",
    last_verbs=(
        "расид",
        "мерасад",
        "расонда",
        "расонида",
        "мерасонанд",
        "шуд",
        "мешавад",
        "шудааст",
        "гардид",
        "мегардад",
        "аст",
        "буд",
        "зиёд",
        "кам",
        "афзуд",
        "меафзояд",
        "афзоиш",
        "меёбад",
        "ёфт",
        "расидааст",
    ),
    times_before="",
    times_behind="баробар маротиба",
    factors=(),
    years="сол соли",
    longer_times=("солҳои охир", "даҳсола", "даҳсолаи"),
    bare_scales="",
    about_this=("дар ин бора", "инро", "ин рақамро", "ин рақамҳоро"),
    figure_nouns="рақам рақамро рақамҳо рақамҳоро нишондиҳанда нишондиҳандаро маълумот омор оморро маблағро",
    citing_figures="бурд бурдааст овард овардааст кард кардааст дод додааст намуд номид гуфт",
    volume_of_it=("ҳаҷми он", "маблағи он", "ҳаҷми умумии он"),
    counted_again=("шумораи онҳо", "шумораашон", "теъдоди онҳо"),
    multiplied={
        f"{word}{ending}": str(number)
        for word, number in tajik.TAJIK.cardinals.items()
        if number >= 2
        for ending in ("чанд", "баробар")
    },
    multiples={},
    fractions={
        "панҷяк": "1/5",
        "чоряк": "1/4",
        "сеяк": "1/3",
        "даҳяк": "1/10",
        "аз се як": "1/3",
        "аз панҷ як": "1/5",
        "нисф": "1/2",
    },
    of_every=("аз ҳар", "ба ҳар"),
    of_bare_whole=(),
    apart_from=("ғайр аз", "ба ҷуз", "берун аз"),
    abroad="хориҷӣ хориҷии",
    tens={f"{word}{suffix}": value for word, value in tajik.TAJIK.cardinals.items() for suffix in _COUNTING}
    | {f"{word}{'ю' if word.endswith('ӣ') else 'у'}": value for word, value in _TENS.items()}
    | _TEENS
    | {"сию": 30, "ҳазору": 1000, "чаҳор": 4, "сад": 100, "саду": 100}
    | {
        f"{word}сад{ending}": number * 100
        for number, words in enumerate(
            (("ду",), ("се",), ("чор", "чаҳор"), ("панҷ",), ("шаш",), ("ҳафт",), ("ҳашт",), ("нӯҳ",)), 2
        )
        for word in words
        for ending in ("", "у")
    },
    groups={},
    groups_behind="",
    many={"даҳҳо": 10, "садҳо": 100, "ҳазорҳо": 1_000, "миллионҳо": 1_000_000, "миллиардҳо": 1_000_000_000},
    several=("чандин", "якчанд", "чанд", "бисёр"),
    days={
        **{f"{word}{ending}": day for word, day in _DAYS.items() for ending in _OF_DAYS},
        **{
            f"{tens} {word}{ending}": ten + day
            for tens, ten in (("бисту", 20), ("сию", 30))
            for word, day in _DAYS.items()
            for ending in _OF_DAYS
            if day < 10 and ten + day <= 31
        },
    },
    short_times=("дирӯз", "моҳи гузашта", "ҳафтаи гузашта", "ин ҳафта", "ин моҳ", "ҳамин моҳ", "ҳамин ҳафта"),
    losing=("аз даст дод*", "тарк кард*", "намерасад", "намерасанд", "норасоии", "бекор кард*", "бекор шуд*"),
    decimal_mark=",",
    point="",
    one_and_a_half="якуним",
    and_a_half=("ва ним", "ним"),
    ordinals={
        f"{word}{ending}": rank
        for word, rank in {
            "як": 1,
            "ду": 2,
            "дую": 2,
            "се": 3,
            "сею": 3,
            "чор": 4,
            "чорӯ": 4,
            "панҷ": 5,
            "шаш": 6,
            "ҳафт": 7,
            "ҳашт": 8,
            "нӯҳ": 9,
            "даҳ": 10,
        }.items()
        for ending in ("ум", "юм", "умин", "юмин", "уми", "юми", "умро", "юмро", "м", "мро")
    }
    | {"аввал": 1, "аввалин": 1, "аввалро": 1},
    holding="",
    moving_to=(),
    rank_nouns="ҷой ҷои ҷойи ҷойро мақом мақоми мақомро зинаи",
    numbered=("рақами",),
    greatest=("бузургтарин", "калонтарин"),
    one_of="яке аз",
    not_ranked="бор маротиба нимсола семоҳа",
    no_rank=("дар навбати аввал",),
    beside_ranks=("баъд аз", "пас аз", "пеш аз"),
    hosting=("пазируфт", "қабул кард"),
    same_period=("ҳамин давра*", "ҳамин муҳлат*"),
    of_both=("ду кишвар", "ду давлат", "ҳарду кишвар", "ҳар ду кишвар", "ду мамлакат", "ҷонибҳо"),
    standing_for=("он", "ин", "онҳо"),
    amounting=("ба",),
    gatherings="саммит* нишаст* ҳамоиш* форум* конфронс*",
    other_meetings=("бори охир", "мулоқоти охирин", "вохӯрии охирин", "мулоқоти қаблӣ", "вохӯрии қаблӣ"),
    short_months={},
    until="то",
    spans="дар",
    halves="нимсола нимсолаи",
    quarters="семоҳа семоҳаи",
)
