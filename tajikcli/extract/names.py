"""Read the names in a sentence, with the offices beside them and the cases that the words around them show."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.nominative import NOMINATIVE, case_behind, case_of_office, is_unchanged
from tajikcli.extract.offices import Office, apposed, office_at, post_at, role_of
from tajikcli.extract.pairs import held_by_two
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.countries import countries_in
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import has_cases, is_possessive, nominatives, without_possessive
from tajikcli.proof.speakers.naming import INSTITUTIONS
from tajikcli.proof.speech import AND, MONTHS_AND_DAYS, OPENERS, VERBS, WORDS_OF
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL = together()
_REPORTS = reports()
_WORD = re.compile(
    r"[^\W\d_]\.(?=\s?[^\W\d_])|[^\W\d_]+(?:['\u2019\u02bc-][^\W\d_]+)*(?:['\u2019](?!\w))?|[^\s\w]"
)
HONORIFICS = word_set(fold_letters(_REPORTS.honorifics))
_PARTICLES = word_set(fold_letters(_REPORTS.particles))
_MOST_OF_A_NAME = 5
_LEAST_OF_A_HEADLINE = 4  # the minimum number of long words in a headline
_LITTLE = word_set(
    fold_letters(f"{_ALL.function_words} {_ALL.stop_words} {_ALL.articles} {_ALL.conjunctions}")
)
# Words that do not begin a name, even if they begin with a capital.
_NO_NAMES = OPENERS | word_set(
    fold_letters(f"{_ALL.own_pronouns} {_ALL.listeners_pronouns} {_ALL.others_pronouns} {_ALL.pronouns}")
)
_LISTENERS = word_set(fold_letters(_ALL.listeners_pronouns))
_PEERS = word_set(fold_letters(_REPORTS.peers))
_SEATS = word_set(fold_letters(_REPORTS.seats))


class Seen(NamedTuple):
    """A name in a sentence, with the office beside it, and with its case if the words around it show it.

    `beside` is the only name before it in the sentence; it is empty if there are none or several.
    """

    words: tuple[str, ...]
    role: str | None
    office: Office | None
    says: bool
    first: bool
    case: str | None
    beside: tuple[str, ...] = ()


def read(sentence: str, seen: list[Seen], bare: list[tuple[str, Office]]) -> None:
    """Record the names in a sentence with their offices, and the offices without names.

    Args:
        sentence: the sentence; it has no names if it is written like a headline.
        seen: the names so far.
        bare: the offices without names so far, as written.
    """
    words = _WORD.findall(sentence)
    if any(word[0].isupper() for word in words) and not _is_headline(words):
        _read(words, seen, bare)


def _read(words: list[str], seen: list[Seen], bare: list[tuple[str, Office]]) -> None:
    folded = [fold_letters(without_possessive(word)) or word for word in words]
    before = len(seen)
    begin = next((at for at, word in enumerate(words) if word[0].isalpha()), len(words))
    place = 0
    office_ended = (
        -1
    )  # the position after the last office without a name: `the president of Sweden, Karl Lind`
    while place < len(words):
        if words[place][0].isalpha() and (end := _two_holders(words, folded, place, seen)):
            place = end
            continue
        office = office_at(words, folded, place)
        if office and is_possessive(words[office.end - 1]):
            office = None  # `the leaders' summit`
        behind = office.end if office else place
        while office and behind < len(words) and folded[behind] in HONORIFICS:
            behind += 1
        end = _name(words, folded, behind)
        if end > behind:
            is_apposed = end > behind + 1 and words[max(0, place - 1)] == "," and place - 1 == office_ended
            says = is_apposed or not VERBS.isdisjoint(
                folded[max(0, place - 2) : place] + folded[end : end + 2]
            )
            is_owner = office is not None and office.start == office_ended and has_cases(words[office.start])
            role = role_of(words, office) if office else None
            if is_owner:  # `пресс-секретарь президента Карл Линд` is not the president
                role = office = None
            elif office is None:
                ahead = bare[-1][1] if is_apposed and bare and bare[-1][1].end == place - 1 else None
                role, office = _beside_comma(words, folded, end, ahead)
                if office is not None and office is ahead:
                    bare.pop()
                says = says or (office is None and _says_behind(folded, end))
            first = behind <= begin
            case = _case(folded, behind, end, office)
            beside = seen[-1].words if len(seen) == before + 1 else ()
            seen.append(Seen(_cleaned(words[behind:end]), role, office, says, first, case, beside))
            place = end
        elif office is not None:
            # Where words have cases, in the nominative.
            is_declined = has_cases(words[office.start])
            called = role_of(words, office) if is_declined else " ".join(words[office.start : office.end])
            if is_declined or office.name == " ".join(office.base):  # `the presidents of Sweden and Norway`
                bare.append((called, office))
            place = office_ended = max(place + 1, office.end)
        else:
            place += 1


def _beside_comma(
    words: Sequence[str], folded: Sequence[str], end: int, ahead: Office | None
) -> tuple[str | None, Office | None]:
    """Return the office that a comma parts from a name, as a role and as read: one before the name, if a comma closes it, otherwise one after it.

    Of two offices, neither is certain: `the president of Norway, Karl Lind, the foreign minister, and others`.

    Args:
        words: the words of the sentence.
        folded: the same words, folded.
        end: the position after the name.
        ahead: the office before the name and its comma; None if there is none.
    """
    behind = apposed(words, folded, end)
    if ahead is None or words[end : end + 1] != [","]:
        if ahead is not None and behind is None and is_peer(ahead):  # `his Uzbek counterpart, Abdulla Aripov`
            return role_of(words, ahead), ahead
        return behind or (None, None)
    if _name(words, folded, end + 1) > end + 1 and not is_peer(ahead):  # the names of several persons
        return None, None
    if behind is not None and _name(words, folded, behind[1].end + 1) == behind[1].end + 1:
        return None, None
    return role_of(words, ahead), ahead


def _says_behind(folded: Sequence[str], end: int) -> bool:
    """Return whether a verb of saying follows words between commas after a name that name the office of somebody else: `Anna Lind, wife of the king, said`."""
    if folded[end : end + 1] != [","]:
        return False
    close = next((at for at in range(end + 1, min(end + _FAR, len(folded))) if folded[at] == ","), end)
    return not VERBS.isdisjoint(folded[close + 1 : close + 3]) and any(
        post_at(folded, at) for at in range(end + 1, close)
    )


_FAR = 12  # the maximum number of words between a name and the comma that closes the words about the person


def is_peer(office: Office) -> bool:
    """Return whether an office is only that of somebody's counterpart."""
    return not nominatives(office.name).isdisjoint(_PEERS)


def _two_holders(words: Sequence[str], folded: Sequence[str], place: int, seen: list[Seen]) -> int:
    """Record two names behind an office in the plural that begins at a position, and return the position after them; 0 if there are none."""
    held = held_by_two(words, folded, place)
    if held is None:
        return 0
    begin = held.end + (words[held.end : held.end + 1] == [","])
    end = _name(words, folded, begin)
    if end - begin < _FULL or end >= len(words) or folded[end] not in AND:
        return 0
    last = _name(words, folded, end + 1)
    if last - end - 1 < _FULL:
        return 0
    says = not VERBS.isdisjoint(folded[last : last + 2])
    for (start, stop), role, office in zip(
        ((begin, end), (end + 1, last)), held.roles, held.offices, strict=True
    ):
        seen.append(Seen(_cleaned(words[start:stop]), role, office, says, first=False, case=held.case))
    return last


_FULL = 2  # the minimum number of words of a full name


def _case(folded: Sequence[str], start: int, end: int, office: Office | None) -> str | None:
    """Return the case of a name: the case of the office beside it, of a preposition before it, or of a subject before its verb."""
    if office is not None:
        written = (word for word in folded[office.start : office.end] if office.base[0] in nominatives(word))
        return case_of_office(next(written, ""), office.base[0])
    if start and (found := case_behind(folded[start - 1])):
        return found
    behind = folded[end] if end < len(folded) else ""
    is_subject = (behind in VERBS and behind not in WORDS_OF) or (behind == ":" and start == 0)
    return NOMINATIVE if is_subject and (start == 0 or is_unchanged(folded[end - 1])) else None


def _is_headline(words: Sequence[str]) -> bool:
    """Return whether a sentence is written like an English headline, in which a capital does not indicate a name."""
    if ":" in words or words[-1] == ".":
        return False  # a speaker's name before the words, or a sentence with many names
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) >= _LEAST_OF_A_HEADLINE and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _name(words: Sequence[str], folded: Sequence[str], place: int) -> int:
    """Return the end of a name that begins at a position; the position itself if there is none."""
    end = place
    while end < len(words) and end - place < _MOST_OF_A_NAME:
        word = words[end]
        if not word[0].isalpha() or not word[0].isupper():
            inside = (
                folded[end] in _PARTICLES
                and end > place
                and end + 1 < len(words)
                and words[end + 1][0].isupper()
            )
            if not inside:
                break
        elif (
            (end == place and (folded[end] in _NO_NAMES or folded[end] in HONORIFICS))
            or (
                folded[end] in VERBS
                or folded[end] in _LISTENERS  # `Путина Вы`
                # Where days have no capital, a capital is that of a name: `Далер Ҷумъа`.
                or (folded[end] in MONTHS_AND_DAYS and not (end > place and has_cases(word)))
                or INSTITUTIONS.match(word)
                or post_at(folded, end)
            )
            or (len(word) == 1 and words[end + 1 : end + 2] != ["."] and not _is_short(words, place, end))
            or _has_initials_inside(word)
            or (end == place and _is_abbreviation(words, place))
            or folded[end] in _SEATS
        ):
            break
        elif _names_country(word):
            return place  # the name of a country or a place, or a name that contains it
        end += 1
        if without_possessive(word) != word:
            break
    if end > place and (
        (len(without_possessive(words[end - 1]).rstrip(".")) == 1 and not _is_short(words, place, end - 1))
        or folded[end - 1] in _PARTICLES
    ):
        return place
    return end


def _has_initials_inside(word: str) -> bool:
    """Return whether two capitals follow a small letter, as in the name of an agency: `БелТА`."""
    return any(
        first.islower() and second.isupper() and third.isupper()
        for first, second, third in zip(word, word[1:], word[2:], strict=False)
    )


def _is_short(words: Sequence[str], place: int, at: int) -> bool:
    """Return whether a capital that is elsewhere a conjunction is the last word of a name: `Ван И сказал`, but not `Линд И Берг`."""
    following = "".join(words[at + 1 : at + 2])
    is_conjunction = len(words[at]) == 1 and fold_letters(words[at]) in AND and at == place + 1
    return is_conjunction and following != "." and not following[:1].isupper()


def _is_abbreviation(words: Sequence[str], place: int) -> bool:
    """Return whether a word in capitals begins the name of an agency: `РИА Новости`."""
    word, following = words[place], words[place + 1 : place + 2]
    is_short = word.isupper() and len(word) in _LETTERS and has_cases(word)
    return is_short and bool(following) and following[0][0].isupper() and not following[0].isupper()


_LETTERS = (3, 4)  # of such an abbreviation


@lru_cache(maxsize=10_000)
def _names_country(word: str) -> bool:
    return bool(countries_in([word]))


def _cleaned(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name without a possessive ending, with normal capitals."""
    plain = [without_possessive(word) for word in words]
    return tuple(word.capitalize() if word.isupper() and len(word) > 2 else word for word in plain)
