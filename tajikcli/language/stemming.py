"""A light stemmer for Tajik, because no library has one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# The endings of Tajik words in the order in which they are removed, as folding writes them (х for ҳ, и for ӣ, у for ӯ, е for ё).
# Endings follow the stem in a fixed order: degree, plural, possessor, object; izafet and `у` (and) come last. Each has the letters
# before it (`-` for all letters but the given ones; none for any), and the number of letters that must remain.
_ENDINGS = (
    ("ро", "", 3),  # the object: китобро
    ("ю", "", 3),  # and, after a vowel: хонаю
    ("у", "-аеиоуэюя", 4),  # and: падару модар
    ("и", "", 3),  # izafet, and the adjective in -ӣ: китоби, тоҷикӣ
    ("е", "-аеиоуэюя", 4),  # one of several: китобе
    ("амон атон ашон ямон ятон яшон", "", 3),  # our, your, their: кишварамон, хонаямон
    ("ам аш", "-аеиоуэюя", 4),  # my, his, her: дӯстам
    ("ям яш", "аеиоуэ", 4),  # the same after a vowel: хонаяш
    ("хо", "-аеиоуэюя", 2),  # plural: китобҳо
    ("хо", "аеиоуэюя", 3),  # the same after a vowel
    ("гон", "а", 3),  # plural of people, after а: намояндагон
    ("ен", "оуи", 3),  # after other vowels: донишҷӯён
    ("он", "-аеиоуэюяйь", 4),  # after consonants: роҳбарон
    ("от", "-аеиоуэюяйь", 4),  # plural of words from Arabic: мушкилот
    ("ъ", "аеиоуэюя", 3),  # which no ending follows in the izafet: мавзӯъ, мавзӯи
    ("тарин", "", 3),  # superlative: бузургтарин
    ("тар", "", 4),  # comparative: бузургтар
)
# Words, and the suffixes of place names, that end like one of these but have no such ending.
_NO_ENDING = frozenset(("танхо", "интихо", "иштихо", "сахро", "шуро"))
_PLACES, _SHORTEST_PLACE = ("истон", "устон"), 7
# Verbs: `ме` marks the present and the continuous past, `на` before it negates it, and a preverb may precede both.
# No Tajik word begins with two consonants, so меҳмон and меҳнат are not verbs.
_PRESENT = r"(?P<preverb>бар|дар|фур|боз|во)?(?:на)?ме(?P<stem>(?![^аеиоуэюя]{2}).{2,}?)(?:янд|анд|ям|ам|яд|ад|ем|ед|(?<=[тд]))"
_MARK, _FARTHEST = "ме", 7  # what each of these verbs has among its first letters
# The past and the perfect, the persons except the third singular: гуфтам, гуфтаанд; and the infinitive: гуфтан.
_PAST = r"(?P<stem>.{3,}[тд])(?:а?(?:анд|ем|ед)|аам|ааст|(?<=[^аеиоуэюя][тд])ан)"
_PAST_ENDINGS = ("анд", "ем", "ед", "аам", "ааст", "ан")


def tajik_stemmer() -> Callable[[str], str]:
    """Return the function that stems a folded Tajik word.

    It removes only inflection, so derived words stay separate. It leaves endings that it cannot distinguish
    from the rest of a word:
    `на` before a verb (навишт, `wrote`, begins with it, too), `ат` (your; давлат ends with it), the
    participle in `а` (ҳафта, week, is
    not a form of ҳафт, seven), and `ад` without `ме`.
    """
    return _stem


def _stem(word: str) -> str:
    # Patterns are compiled only for words that may be verbs, because compiling takes a tenth of a start.
    if _MARK in word[:_FARTHEST]:
        verb = _pattern(_PRESENT).fullmatch(word)
        if verb:
            return f"{verb['preverb'] or ''}{verb['stem']}"
    if word.endswith(_PAST_ENDINGS):
        verb = _pattern(_PAST).fullmatch(word)
        if verb:
            return verb["stem"]
    while not _has_no_ending(word):
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    return word


@lru_cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written)


def _has_no_ending(word: str) -> bool:
    return word in _NO_ENDING or (word.endswith(_PLACES) and len(word) >= _SHORTEST_PLACE)


def _without_ending(word: str) -> str:
    """Return a word without its last ending; the same word if it has none."""
    for endings, before, least in _endings():
        if word.endswith(endings):
            ending = next(one for one in endings if word.endswith(one))
            rest = word[: -len(ending)]
            if len(rest) >= least and _may_end(rest, before):
                return rest
    return word


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[tuple[str, ...], str, int], ...]:
    return tuple((tuple(endings.split()), before, least) for endings, before, least in _ENDINGS)


def _may_end(rest: str, before: str) -> bool:
    """Return whether the last letter of a stem is one that an ending needs."""
    if before.startswith("-"):
        return rest[-1] not in before[1:]
    return not before or rest[-1] in before
