"""Find the names of persons, bodies and places that are not on record."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import together
from tajikcli.language.countries import countries_in, is_adjective, seat_of
from tajikcli.language.forms import has_cases, is_possessive, without_possessive
from tajikcli.proof.speakers.mention import Kind, Mention, gender_of
from tajikcli.proof.speakers.naming import INSTITUTIONS, is_body, is_written_as_name
from tajikcli.proof.speakers.titles import countries_beside, office_of
from tajikcli.proof.speech import (
    BY,
    CLOSED,
    DETERMINERS,
    HONORIFICS,
    MONTHS_AND_DAYS,
    OF_MEN,
    OF_WOMEN,
    OPENERS,
    PREPOSITIONS,
    QUOTING,
    RANKS,
    STATES,
    SUBJECTS,
    TITLES,
    VERBS,
    WORDS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.speakers.naming import Names

_SAYING = QUOTING | VERBS

_ALL = together()
# Endings of names of neither subjects nor owners.
OTHER_CASE = re.compile(f"(?:{'|'.join(_ALL.object_endings)})$")
LONGEST_NAME = 7  # the maximum number of words, with the titles before the name
# Prepositions except the last words of phrases such as `according to`.
_GOVERNING_NAMES = PREPOSITIONS - {phrase[-1] for phrases in BY.values() for phrase in phrases}


def stranger_at(words: Sequence[str], folded: Sequence[str], place: int, names: Names) -> Mention | None:
    """Return the mention in a run of capitalised words that is not on record."""
    begins = not place or words[place - 1] in {".", "\u2022"}
    if folded[place].partition("'")[0] in SUBJECTS:
        return None  # `I'm`
    if begins and (folded[place] in WORDS_OF or (place and folded[place] in OPENERS)):
        return None
    if begins and folded[place] in _SAYING and words[place + 1 : place + 2] == [":"]:
        return None  # `Quote: “…”`
    end = place
    while end < len(words) and words[end][0].isupper() and end - place < LONGEST_NAME:
        if folded[end].rstrip(".") in MONTHS_AND_DAYS or (end > place and names.at(words, end)):
            break
        end += 1
        if is_possessive(words[end - 1]):
            break
    if begins and end == place + 1 and folded[place] in VERBS and has_cases(words[place]):
        return None  # a verb at the beginning: `Сообщили Линду`
    if begins and end > place + 2 and folded[place] in VERBS and not has_cases(words[place]):
        return None  # `Said Anna Lind`
    while end > place + 1 and folded[end - 1] in OPENERS and folded[end - 1] not in RANKS:
        end -= 1
    if end == place or _is_bracketed(words, place, end):
        return None
    start, title = place, ""
    if folded[start] in OPENERS or folded[start] in CLOSED or (folded[start] in BY and place == 0):
        start += 1
    last = end - 1
    if _is_surname(words, folded, start, last):
        last -= 1
    for number in range(last, start - 1, -1):
        if folded[number].rstrip(".") in RANKS:
            start, title = number + 1, folded[number].rstrip(".")
            break
    while start < end - 1 and (is_adjective(folded[start]) or (title and folded[start] in STATES)):
        start += 1
    if start == end:
        if title not in TITLES or (end < len(words) and names.at(words, end)):
            return None
        return Mention(
            end - 1,
            end,
            Kind.TITLE,
            possessive=is_possessive(words[end - 1]),
            gender=gender_of(title),
            countries=countries_beside(words[place : end - 1]),
        )
    before = folded[place - 1] if place else ""
    if not title and start == place and before in RANKS:
        title = before
    written = words[start:end]
    name = " ".join(written)
    possessive = is_possessive(written[-1])
    kind = _kind(written, folded[start:end], before if start == place else title, title, names)
    return Mention(
        start,
        end,
        kind,
        name,
        nominative=_may_be_nominative(folded, place, end),
        possessive=possessive,
        gender=gender_of(title),
    )


def _is_surname(words: Sequence[str], folded: Sequence[str], start: int, last: int) -> bool:
    """Return whether an honorific at the end of a run of capitalised words is a surname: `Representative Anna T. King`, `Anna King`."""
    name = without_possessive(folded[last])
    if last == start or not (name in OF_MEN or name in OF_WOMEN):
        return False
    given = folded[last - 1]
    return is_written_as_name(words[last]) and (
        (len(given) == 2 and given[1] == ".")
        or (given not in RANKS and is_written_as_name(words[last - 1]) and not is_adjective(given))
    )


def _is_bracketed(words: Sequence[str], start: int, end: int) -> bool:
    """Return whether a single word stands in brackets, or is an abbreviation: `Berg (D-Nev.) said`, `in Salem, Mass., he said`."""
    if end != start + 1:
        return False
    word = words[start]
    if len(word) > 2 and word.endswith(".") and "." not in word[:-1]:
        return words[end : end + 1] in [[","], [")"]]
    return start > 0 and words[start - 1] == "(" and words[end : end + 1] == [")"]


def _kind(written: Sequence[str], folded: Sequence[str], before: str, title: str, names: Names) -> Kind:
    """Return the kind of a name that is not on record."""
    name = " ".join(written)
    if is_place(name):
        return Kind.PERSON if title in HONORIFICS else Kind.PLACE  # `Mr. Holland`
    if office_of(before) and seat_of(name):
        return Kind.PLACE  # `глава Кремля Линд`
    if (
        _looks_like_body(name)
        or (len(written) == 1 and names.is_other(name))
        or (is_body(before) and has_cases(written[0]))
    ):
        return Kind.BODY
    if title:
        return Kind.PERSON
    if before in DETERMINERS and len(written) > 1:
        return Kind.BODY
    looks = len(written) > 1 and all(
        is_written_as_name(word)
        or word[1:2] in {".", "\u2019", "'"}
        or "-" in word
        or (place and _NUMERAL.fullmatch(word))
        for place, word in enumerate(written)
    )
    has_initial = written[0][1:2] == "."
    looks = looks and not any(
        (is_adjective(word) and not has_initial) or names.is_other(word) for word in folded
    )
    return Kind.PERSON if looks and before not in _GOVERNING_NAMES else Kind.UNSURE


_NUMERAL = re.compile("[IVX]+")  # `Ola Berg II`


@lru_cache(maxsize=50_000)  # texts repeat names
def is_place(name: str) -> bool:
    """Return whether words are names of countries and nothing else."""
    words = name.split(" ")
    found = countries_in(words)
    return bool(found) and found[0].start == 0 and found[-1].end == len(words)


@lru_cache(maxsize=50_000)
def _looks_like_body(name: str) -> bool:
    """Return whether a name has a noun for a body, or an abbreviation: `the Salem Institute`, `GRS`."""
    return bool(INSTITUTIONS.search(name)) or any(
        word.isupper() and word.isalpha() and len(word) > 2 for word in name.split(" ")
    )


def _may_be_nominative(folded: Sequence[str], place: int, end: int) -> bool:
    """Return whether a name that is not on record may be a subject, by its ending and by the verb beside it."""
    name = folded[end - 1]
    if not has_cases(name):
        return True
    beside = [folded[at] for at in (place - 1, end) if 0 <= at < len(folded)]
    verbs = [word for word in beside if word in VERBS]
    if name.endswith(_ALL.mens_accusatives) and verbs and verbs[0].endswith(_ALL.mens_past_tenses):
        return False
    return not OTHER_CASE.search(name)
