"""Find the mentions in a sentence: of persons, of bodies, and of persons meant by a pronoun or a title."""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from tajikcli.language.all_languages import LANGUAGES, together
from tajikcli.language.countries import is_adjective
from tajikcli.language.forms import has_cases, is_possessive, nominatives
from tajikcli.proof.speakers.bodies import body_at
from tajikcli.proof.speakers.holders import is_of_another
from tajikcli.proof.speakers.mention import Kind, Mention, gender_of
from tajikcli.proof.speakers.naming import (
    Attributed,
    behind_initials,
    is_body,
    is_initial,
    is_written_as_name,
)
from tajikcli.proof.speakers.strangers import LONGEST_NAME, is_place, stranger_at
from tajikcli.proof.speakers.titles import (
    another_title,
    article_before,
    office_of,
    title_at,
    title_of_country,
)
from tajikcli.proof.speech import (
    ADVERBS,
    AS_SAYING,
    BEFORE_TITLES,
    CLOSED,
    COUNTERPARTS,
    DENIALS,
    DEPUTIES,
    DETERMINERS,
    DOCUMENTS,
    EXCLUDING,
    FORMER,
    LATTER,
    LIGHT,
    LIGHT_VERBS,
    LOCATING,
    MONTHS_AND_DAYS,
    OPENERS,
    OWNERS,
    PREPOSITIONS,
    PRETENDING,
    PRONOUNS,
    RANKS,
    SILENT,
    VERBS,
    WORDS_OF,
)
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.speakers.naming import Names

_OF_TWO = LATTER | FORMER
_PRONOUNS = PRONOUNS | OWNERS
_NO_NOUNS = VERBS | SILENT | ADVERBS | CLOSED | LIGHT_VERBS
_TITLES = LIGHT | RANKS
_OWNED = WORDS_OF | DEPUTIES

_ALL = together()
# Words that may begin a sentence before a name.
_ADVERBIAL = re.compile(f"(?:{'|'.join(_ALL.adverbial_endings)})$")
_OBLIQUE = re.compile(f"(?:{'|'.join((*_ALL.object_endings, *_ALL.agent_endings, *_ALL.mens_accusatives))})$")
# The prepositions of languages whose names have cases: a name in the nominative cannot depend on them.
_GOVERNING = frozenset(
    word for one in LANGUAGES if one.object_endings for word in fold_letters(one.prepositions).split()
)
_BEFORE_EXCLUDED = DENIALS | {phrase[-1] for phrase in EXCLUDING}


def mentions_in(words: Sequence[str], folded: Sequence[str], names: Names) -> tuple[Mention, ...]:
    """Return the mentions in a sentence, in order.

    Args:
        words: its words and marks.
        folded: the same words, folded.
        names: the names of speakers.
    """
    found: list[Mention] = []
    denied: list[Mention] = []
    done = 0
    for place in compress(range(len(words)), map(names.beginning.__getitem__, words)):
        if place < done:
            continue
        mention = _mention(words, folded, place, names)
        if mention is None or (
            mention.kind in {Kind.UNSURE, Kind.BODY}
            and mention.end == place + 1
            and words[place].isupper()
            and folded[place] in VERBS
        ):
            continue  # `ANNA LIND, SAYING: “…”`
        done = mention.end
        if mention.is_named and _is_excluded(folded, mention.start):
            denied.append(mention._replace(kind=Kind.DENIED, who=None, known=False))
            continue  # `Lind, not Orlova, said`
        while found and found[-1].end > mention.start:
            found.pop()  # `Clinton` of `the Clinton campaign`
        last = found[-1] if found else None
        if last is not None and last.end == mention.start and not last.possessive:
            if last.who == mention.who and last.known and mention.known:
                found[-1] = last._replace(end=mention.end, possessive=mention.possessive)
                continue
            # In `сказал он Бергу`, the name has another case: the pronoun is not the same person.
            is_same = last.kind is Kind.TITLE or (last.kind is Kind.PRONOUN and mention.nominative)
            if is_same and mention.is_named:
                found.pop()
            elif last.known and mention.is_named and not mention.known:
                found.pop()  # a title on record before a name that is not on record
        found.append(mention)
    # `It was not Orlova who said`, if nobody else is named
    return tuple(
        found if any(one.is_named for one in found) else sorted([*found, *denied], key=attrgetter("start"))
    )


def _is_excluded(folded: Sequence[str], start: int) -> bool:
    """Return whether the text says that the person named at a position does not speak: `not President Lind`, `rather than Lind`."""
    if not start:
        return False
    before = start
    while before and (folded[before - 1] in LIGHT or folded[before - 1].rstrip(".") in RANKS):
        before -= 1
    return any(
        folded[at - 1] in DENIALS
        or any(at >= len(phrase) and tuple(folded[at - len(phrase) : at]) == phrase for phrase in EXCLUDING)
        for at in {before, start}
        if at and folded[at - 1] in _BEFORE_EXCLUDED
    )


def _mention(words: Sequence[str], folded: Sequence[str], place: int, names: Names) -> Mention | None:
    named = names.at(words, place)
    if named is not None:
        return _known(words, folded, place, named, names)
    if is_initial(words[place]):
        behind = behind_initials(words, place)
        surname = names.at(words, behind) if behind < len(words) else None
        if surname is not None:  # with initials that its bearer does not have
            end = behind + surname[0]
            return Mention(
                place, end, Kind.DENIED, nominative=surname[2], possessive=is_possessive(words[end - 1])
            )
    word = folded[place]
    begins = place == 0 or words[place - 1] in {".", "!", "?"}
    if begins and word in _OF_TWO and has_cases(words[place]):
        return _of_two(words, folded, place)
    if words[place][0].isupper():
        office = office_of(word)
        found = title_of_country(words, folded, place, names) if office else None
        if begins and word in DEPUTIES and names.at(words, place + 1):
            return None  # `Меҳмони Линд`
        if begins and office in COUNTERPARTS:
            found = found or title_at(words, folded, place, office, names)
        found = found or stranger_at(words, folded, place, names)
        if found is not None and found.who and names.may_mean_someone(found.who):
            surname = names.at(words, found.end) if found.end < len(words) else None
            if surname is not None and names.has_initial(surname[1], word[0]):
                whole = _known(words, folded, found.end, surname, names)
                return whole._replace(start=place, gender=found.gender)
            return found._replace(kind=Kind.DENIED, who=None)
        if found is not None or not (word in _PRONOUNS or (begins and office_of(word))):
            return found
    if word in OWNERS and folded[place + 1 : place + 2] and folded[place + 1] in WORDS_OF:
        return Mention(place, place + 1, Kind.PRONOUN, possessive=True, gender=gender_of(word))
    if word in PRONOUNS:
        return Mention(place, place + 1, Kind.PRONOUN, gender=gender_of(word))
    if word in LATTER or word in FORMER:
        return _of_two(words, folded, place)
    office = office_of(word)
    if office:
        return title_at(words, folded, place, office, names)
    if is_body(word) or word in DOCUMENTS:
        return body_at(words, folded, place)
    return None


def _of_two(words: Sequence[str], folded: Sequence[str], place: int) -> Mention | None:
    """Return the mention `the latter` if no noun follows it: `the latter said`, `сказал последний`."""
    article = place > 0 and folded[place - 1] in BEFORE_TITLES
    if not article and not has_cases(words[place]):
        return None
    follows = folded[place + 1 : place + 2]
    if follows and follows[0].isalpha() and follows[0] not in _NO_NOUNS:
        return None
    if not article and VERBS.isdisjoint((*follows, *folded[max(0, place - 1) : place])):
        return None
    kind = Kind.LATTER if folded[place] in LATTER else Kind.FORMER
    return Mention(place - article, place + 1, kind)


def _known(
    words: Sequence[str], folded: Sequence[str], place: int, named: tuple[int, str, bool], names: Names
) -> Mention:
    size, slug, nominative = named
    has_patronymic = place > 1 and names.may_mean_someone(" ".join(words[place - 2 : place]))
    if size == 1 and not has_patronymic and _has_another_first_name(words, folded, place, named, names):
        return Mention(place, place + 1, Kind.PERSON, f"{words[place - 1]} {words[place]}")
    end = place + size
    while end < len(words) and words[end][:1].isupper() and names.is_part(words[end], slug):
        end += 1
    behind = behind_initials(words, end)
    if (
        behind > end
        and not (behind < len(words) and words[behind][0].isupper())  # `сказал Линд В. Бергу`
        and names.has_initial(slug, folded[end][0])
    ):
        end = behind
    title = _title_on_record(words, folded, place, end)
    if title is not None and is_of_another(words, folded, _before(folded, place, title), title):
        return another_title(words, folded, place, end - 1)
    if _is_somebody_else(words, folded, place, end, nominative=nominative):
        return Mention(place, end, Kind.SOMEBODY, possessive=is_possessive(words[end - 1]))
    gender = gender_of(folded[place - 1].rstrip(".")) if place else ""
    if gender and names.gender(Attributed(slug, known=True)) not in {"", gender}:
        return Mention(place, end, Kind.PERSON, " ".join(words[place - 1 : end]), gender=gender)  # `Mrs Lind`
    return Mention(
        place,
        end,
        Kind.PERSON,
        slug,
        known=True,
        nominative=nominative,
        possessive=is_possessive(words[end - 1]) or _has_deputy(words, folded, place, slug, names),
        gender=gender,
    )


def _is_somebody_else(
    words: Sequence[str], folded: Sequence[str], place: int, end: int, *, nominative: bool
) -> bool:
    """Return whether the words before a name say that its bearer is not meant: `a fake President Lind`, `a man calling himself Lind`, `the Linds`."""
    before = place - 1
    while before > 0 and (folded[before] in RANKS or folded[before].rstrip(".") in RANKS):
        before -= 1
    if before < 0:
        return False
    if folded[before - (folded[before] in AS_SAYING and before > 0)] in PRETENDING:
        return True  # `posing as Lind`
    is_plural = not nominative and not has_cases(words[end - 1]) and not is_possessive(words[end - 1])
    return is_plural and folded[before] in DETERMINERS | BEFORE_TITLES


def _title_on_record(words: Sequence[str], folded: Sequence[str], place: int, end: int) -> int | None:
    """Return the position of the title in a name on record that has a title and its country, and no other name: `Aland president`."""
    title = place if has_cases(words[place]) and office_of(folded[place]) else end - 1
    others = " ".join([*words[place:title], *words[title + 1 : end]])
    return title if office_of(folded[title]) and others and is_place(others) else None


def _before(folded: Sequence[str], place: int, title: int) -> int:
    """Return the start of a title with its article, if it has one."""
    article = article_before(folded, title)
    return place if article is None else min(article, place)


def _has_deputy(words: Sequence[str], folded: Sequence[str], place: int, slug: str, names: Names) -> bool:
    """Return whether the noun before a name denotes somebody who speaks for that person: `пресс-секретарь президента Линда`."""
    before = place - 1
    while before > 0 and words[before].islower() and names.is_part(words[before], slug):
        before -= 1
    if before < 0 or not has_cases(words[before]):
        return False
    forms = nominatives(folded[before])
    return not DEPUTIES.isdisjoint(forms) and not any(names.is_part(form, slug) for form in forms)


def _has_another_first_name(
    words: Sequence[str], folded: Sequence[str], place: int, named: tuple[int, str, bool], names: Names
) -> bool:
    """Return whether a surname on record follows a first name that is not its bearer's: `Igor Rahmonov`."""
    _, slug, nominative = named
    if place == 0 or not is_written_as_name(words[place]):
        return False
    before = folded[place - 1]
    if len(before) == 2 and before[1] == "." and words[place - 1][0].isupper():  # an initial
        return not names.has_initial(slug, before[0])
    if not is_written_as_name(words[place - 1]):
        return False
    if (
        before in OPENERS
        or before.rstrip(".") in _TITLES
        or before in VERBS
        or not _OWNED.isdisjoint(nominatives(before))
        or is_body(before)
        or is_adjective(before)
        or is_possessive(words[place - 1])
        or before in MONTHS_AND_DAYS
    ):
        return False
    if place == 1 and (_ADVERBIAL.search(before) or before in PREPOSITIONS or before in SILENT):
        return False  # `Вошёл Линд`
    if place == 1 and has_cases(before) and not names.is_part(words[place], slug) and not _is_oblique(before):
        return False  # a noun in the nominative before a name in another case
    if nominative and _is_governed(words, folded, place):
        return False  # `В Игоре Линд сказал`
    if place > 1 and folded[place - 2] in LOCATING and not is_possessive(words[place]):
        return False  # `At Salem Lind said`, `Дар Игора Линд гуфт`
    return not (
        names.is_part(before, slug)
        or names.is_other(before)
        or names.at(words, place - 1)
        or is_place(words[place - 1])
    )


def _is_governed(words: Sequence[str], folded: Sequence[str], place: int) -> bool:
    """Return whether a preposition that asks for another case precedes the capitalised words before a name."""
    for before in range(place - 1, max(-1, place - 1 - LONGEST_NAME), -1):
        if before == 0 or not is_written_as_name(words[before]):
            return folded[before] in _GOVERNING
    return False


def _is_oblique(folded: str) -> bool:
    """Return whether a folded word has the ending of a first name that is not in the nominative."""
    return bool(_OBLIQUE.search(folded))
