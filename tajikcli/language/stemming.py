"""A light stemmer for Tajik, because no library has one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


# The endings of Tajik words in the order in which they are removed, as folding writes them (х for ҳ, и for ӣ, у for ӯ, е for ё).
# Endings follow the stem in a fixed order: degree, plural, possessor, object; izafet and `у` (and) come last. Each has the letters that
# must precede it, and the number of letters that must remain.
_ENDINGS = (
    (r"ро", 3),  # the object: китобро
    (r"ю", 3),  # and, after a vowel: хонаю
    (r"(?<=[^аеиоуэюя])у", 4),  # and: падару модар
    (r"и", 3),  # izafet, and the adjective in -ӣ: китоби, тоҷикӣ
    (r"(?<=[^аеиоуэюя])е", 4),  # one of several: китобе
    (r"[ая](?:мон|тон|шон)", 3),  # our, your, their: кишварамон, хонаямон
    (r"(?:(?<=[^аеиоуэюя])а|(?<=[аеиоуэ])я)[мш]", 4),  # my, his, her: дӯстам, хонаяш
    (r"(?:(?<=[^аеиоуэюя])|(?<=..[аеиоуэюя]))хо", 2),  # plural: китобҳо
    (r"(?<=а)гон", 3),  # plural of people, after а: намояндагон
    (r"(?<=[оуи])ен", 3),  # after other vowels: донишҷӯён
    (r"(?<=[^аеиоуэюяйь])он", 4),  # after consonants: роҳбарон
    (r"(?<=[^аеиоуэюяйь])от", 4),  # plural of words from Arabic: мушкилот
    (r"тарин", 3),  # superlative: бузургтарин
    (r"тар", 4),  # comparative: бузургтар
)
# Words, and the suffix of place names, that end like one of these but have no such ending.
_NO_ENDING = r"танхо|интихо|иштихо|сахро|шуро|.{2,}[иу]стон"
# Verbs: `ме` marks the present and the continuous past, `на` before it negates it, and a preverb may precede both.
# No Tajik word begins with two consonants, so меҳмон and меҳнат are not verbs.
_PRESENT = r"(?P<preverb>бар|дар|фур|боз|во)?(?:на)?ме(?P<stem>(?![^аеиоуэюя]{2}).{2,}?)(?:янд|анд|ям|ам|яд|ад|ем|ед|(?<=[тд]))"
# The past and the perfect, the persons except the third singular: гуфтам, гуфтаанд; and the infinitive: гуфтан.
_PAST = r"(?P<stem>.{3,}[тд])(?:а?(?:анд|ем|ед)|аам|ааст|(?<=[^аеиоуэюя][тд])ан)"


@lru_cache
def tajik_stemmer() -> Callable[[str], str]:
    """Return the function that stems a folded Tajik word.

    It removes only inflection, so derived words stay separate. It leaves endings that it cannot distinguish
    from the rest of a word:
    `на` before a verb (навишт, `wrote`, begins with it, too), `ат` (your; давлат ends with it), the
    participle in `а` (ҳафта, week, is
    not a form of ҳафт, seven), and `ад` without `ме`.
    """
    present, past, no_ending = (re.compile(pattern) for pattern in (_PRESENT, _PAST, _NO_ENDING))
    endings = [(re.compile(f"{ending}$"), least) for ending, least in _ENDINGS]

    def stem(word: str) -> str:
        verb = present.fullmatch(word)
        if verb:
            return f"{verb['preverb'] or ''}{verb['stem']}"
        verb = past.fullmatch(word)
        if verb:
            return verb["stem"]
        shorter = True
        while shorter and not no_ending.fullmatch(word):
            shorter = False
            for ending, least in endings:
                found = ending.search(word)
                if found and found.start() >= least:
                    word, shorter = word[: found.start()], True
                    break
        return word

    return stem
