"""Digits that are no amounts: dates, times of day, telephone numbers, and numbers that are part of a name, such as `Article 5`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.extract.dates import dates_in, days_without_year
from tajikcli.extract.years import YEARS
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import REPORTS
from tajikcli.language.countries import countries_in
from tajikcli.language.forms import any_of
from tajikcli.proof.grammar import ARTICLES
from tajikcli.proof.speech import MONTHS_AND_DAYS, VERBS
from tajikcli.text import fold_letters, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tajikcli.language.reports import Reports
    from tajikcli.proof.numbers import Number

_TIME = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\.\d\d\b(?!\s?(?:%|\w))|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE
)
_CODE = re.compile(
    rf"(?<!\w)\w*[^\W\d_]-?\d[\w-]*|(?<!\d)\d+(?:{any_of(together().ordinal_endings)})\b|(?<!\d)\d+-[^\W\d_]{{1,2}}\b"
    r"|(?<!\w)\d[AC-JLNO-SU-Z](?!\w)"  # `5G`, but not `5K` and `$5B`
)
# A number of two groups may be a range, whose ends are round: `500-1000`.
_TELEPHONE = re.compile(
    r"\+\d[\d ()-]{6,18}\d"
    r"|(?<![\w.,-])(?:\d{2,3}-\d\d-\d\d|\d{3}-\d{3}-\d{4}|\d{3}-(?=\d{3}[1-9])\d{4})(?![\w-])"
)


def _numbered(one: Reports) -> str:
    """Return a regular expression for numbers behind the noun for the thing that they name, in a language."""
    counted = "|".join(one.counted_behind) or "(?!)"
    plural = "|".join(rf"[^\W\d_]+{end}" for end in one.plural_endings) or "(?!)"
    name = r"(?:\u2116\s?)?(?-i:[A-Z\u0410-\u042f]{1,3}[ -]?)?\d+(?:\.\d+){0,3}"
    # `Articles 5 and 7`, but not `Article 5 and 7 projects`
    others = rf"(?:(?:\s?[,\u2013-]\s?|\s(?:{any_of(one.numbers_joined)})\s)\d+(?![\d%]|\s(?:{counted}|{plural})\b)){{0,4}}"
    return rf"(?<!\w)(?:{any_of(one.numbered)})\s+{name}{others}(?![\w%]|[.,]\d|\s(?:{counted})\b)"


_NUMBERED = re.compile("|".join(map(_numbered, REPORTS)), re.IGNORECASE)


def no_amounts(sentence: str) -> list[tuple[int, int]]:
    """Return the positions of dates, times of day and codes, whose digits are no amounts."""
    taken = [(one.start, one.end) for one in (*dates_in(sentence), *days_without_year(sentence))]
    taken += [
        match.span() for pattern in (YEARS, _TIME, _CODE, _TELEPHONE) for match in pattern.finditer(sentence)
    ]
    return [*taken, *_names(sentence)]


def _names(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the positions of numbers behind the noun for the thing that they name: `Article 5`, but not `on the flight 5 people slept`."""
    for match in _NUMBERED.finditer(sentence):
        before = _WORD_BEFORE.search(sentence, max(0, match.start() - _FAR), match.start())
        # What has an ordinal has no number for a name: `in the second phase 12 companies joined`.
        has_article = before is not None and fold_letters(before[1]) in ARTICLES | _ORDINALS
        has_letters = any(word.isupper() for word in match[0].split())  # `the flight SU 2134`
        if has_letters or not has_article or match[0][0].isupper():
            yield match.span()


def may_be_a_model(sentence: str, number: Number) -> bool:
    """Return whether a number behind a name may be part of it: `with Boeing 737 planes`, but not `in Oslo 300 planes`.

    Args:
        sentence: the sentence.
        number: the number.
    """
    before = _NAME_BEFORE.search(sentence, max(0, number.start - _FAR), number.start)
    if before is None or number.unit is not None or not _DIGITS.fullmatch(sentence, number.start, number.end):
        return False
    name, following = before["name"], sentence[number.end + 1 : number.end + 2]
    is_foreign = name.isascii() and not following.isascii()
    folded = fold_letters(name)
    return (
        (is_foreign or before.start("name") > 0)
        and fold_letters(before["word"] or "") not in _LOCATING
        and folded not in VERBS
        and folded not in MONTHS_AND_DAYS
        and not countries_in([name])
    )


_NAME_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<word>[^\W\d_]{1,20})\s)?(?P<name>[A-Z\u0410-\u042f][^\W\d_]{2,30})\s$"
)
_DIGITS = re.compile(r"\d{3,4}")
_LOCATING = word_set(fold_letters(f"{together().locating} {together().month_prepositions}"))
_ORDINALS = word_set(fold_letters(" ".join(together().ordinals)))
_FAR = 60
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{1,30})\s$")
