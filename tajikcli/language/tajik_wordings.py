"""The wording of figures in Tajik."""

from __future__ import annotations

from tajikcli.language import tajik
from tajikcli.language.wordings import Wordings

_TENS = {word: number for word, number in tajik.TAJIK.cardinals.items() if 20 <= number <= 100}
_COUNTS = [word for word, number in tajik.TAJIK.cardinals.items() if 2 <= number <= 10]

TAJIK = Wordings(
    code="tg",
    rising="зиёд зиёдшав* меафзояд меафзоянд меафзуд боло баланд рушд",
    falling="коҳиш паст кам камшав*",
    no_direction=("зиёд аз", "кам аз", "на кам аз", "на зиёд аз"),
    by="",
    to="то",
    from_="аз",
    more="боз иловагӣ дигар дигари",
    fewer="камтар",
    more_than=("зиёд", "бештар", "зиёдтар"),
    less_than=("камтар",),
    over=("беш аз", "зиёда аз", "зиёд аз", "бештар аз", "на камтар аз", "на кам аз", "ақаллан"),
    under=("камтар аз", "на бештар аз", "на зиёда аз", "кам аз"),
    inclusive=("на камтар аз", "на кам аз", "на бештар аз", "на зиёда аз", "ақаллан"),
    minus="минус манфии",
    other_quantities="таваррум* ммд буҷет* қарз*",
    of_them=("аз онҳо", "аз инҳо", "нафари онҳо"),
    or_over=("ва зиёда", "ва бештар"),
    or_under=("ва камтар",),
    almost=("қариб", "наздики", "наздик ба"),
    about=("тақрибан", "ҳудуди", "дар ҳудуди"),
    present=("ҳоло", "ҳозир", "имрӯз", "айни замон", "дар ҳоли ҳозир", "дар айни замон"),
    doubting="дуруғ нодуруст гӯё",
    comparing="нисбат муқоиса",
    comparing_loosely="",
    replacing=("ба ҷои", "ба ҷойи"),
    future=("хоҳад", "хоҳанд", "мешавад", "мешаванд"),
    places="дар ба байни миёни",
    origins="аз",
    noun_endings="ӣ и",
    own_letters="ӣ қ ғ ӯ ҳ ҷ",
    counters="нафар нафарро ҷой ҷойро ҷойи",
    times_before="",
    times_behind="",
    bare_scales="",
    about_this=("дар ин бора", "инро", "ин рақамро", "ин рақамҳоро"),
    counted_again=("шумораи онҳо", "шумораашон", "теъдоди онҳо"),
    multiples=("дучанд", "сечанд", "дубаробар", *(f"{word} баробар" for word in _COUNTS)),
    fractions={
        "панҷяк": "1/5",
        "чоряк": "1/4",
        "сеяк": "1/3",
        "даҳяк": "1/10",
        "аз се як": "1/3",
        "аз панҷ як": "1/5",
        "нисф": "1/2",
    },
    tens={f"{word}{'ю' if word.endswith('ӣ') else 'у'}": value for word, value in _TENS.items()}
    | {"сию": 30, "ёздаҳ": 11, "дувоздаҳ": 12, "сенздаҳ": 13, "чордаҳ": 14, "понздаҳ": 15, "шонздаҳ": 16}
    | {"ҳабдаҳ": 17, "ҳаждаҳ": 18, "нуздаҳ": 19, "ҳазору": 1000, "чаҳор": 4},
    groups={},
    groups_behind="",
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
    rank_nouns="ҷой ҷои ҷойи ҷойро мақом мақоми мақомро зинаи",
    numbered=("рақами",),
    greatest=("бузургтарин", "калонтарин"),
    one_of="яке аз",
    not_ranked="бор маротиба нимсола семоҳа",
    no_rank=("дар навбати аввал",),
    beside_ranks=("баъд аз", "пас аз", "пеш аз"),
    hosting=("пазируфт", "қабул кард"),
    same_period=("ҳамин давра*", "ҳамин муҳлат*"),
    short_months={},
    spans="",
    halves="нимсола нимсолаи",
    quarters="семоҳа семоҳаи",
)
