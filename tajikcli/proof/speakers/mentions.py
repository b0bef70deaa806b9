"""Find the mentions in a sentence: of persons, of bodies, and of persons meant by a pronoun or a title."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import LANGUAGES, together
from tajikcli.language.countries import countries_in, is_adjective
from tajikcli.language.forms import any_of, has_cases, is_possessive, nominatives
from tajikcli.proof.speakers.naming import INSTITUTIONS, is_body, is_written_as_name
from tajikcli.proof.speech import (
    ADVERBS,
    BEFORE_TITLES,
    BY,
    CLOSED,
    COUNTERPARTS,
    DENIALS,
    DEPUTIES,
    DETERMINERS,
    DOCUMENTS,
    EXCLUDING,
    FORMER,
    LATTER,
    LEADERS,
    LIGHT,
    LIGHT_VERBS,
    MONTHS_AND_DAYS,
    OF_MEN,
    OF_WOMEN,
    OFFICES,
    OPENERS,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
    SILENT,
    STATES,
    SUBJECTS,
    TITLES,
    VERBS,
    WORDS_OF,
)
from tajikcli.text import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tajikcli.proof.speakers.naming import Names

QUOTE = "\ufffc"  # replaces a quotation in the text around it
_ALL = together()
_ABBREVIATIONS = any_of(word for word in _ALL.abbreviations.split() if word[:1].isupper() and "." not in word)
# A word before a space, as most are; a quotation, an abbreviation or an initial with its full stop, a word, dashes, any other mark.
TOKEN = re.compile(
    rf"[^\W_]++(?= )|\ufffc|(?:(?:{_ABBREVIATIONS})\.(?!\s*$)|(?:[^\W\d_]\.){{2,}}|[^\W\d_a-z\u0430-\u044f]\.(?=\s?[^\W\d_]))"
    r"|[^\W_]+(?:-[^\W_]+)?\.(?=[,)])|[^\W_]+(?:['\u2019\u2010\u2011-][^\W_]+)*['\u2019]?|--|[^\s\w]"
)
DASHES = frozenset({"\u2014", "\u2013", "\u2015", "\u2012", "\u2212", "--", "-"})
_ADVERBIAL = re.compile(
    f"(?:{'|'.join(_ALL.adverbial_endings)})$"
)  # words that may begin a sentence before a name
OTHER_CASE = re.compile(
    f"(?:{'|'.join(_ALL.object_endings)})$"
)  # endings of names of neither subjects nor owners
_OBLIQUE = re.compile(f"(?:{'|'.join((*_ALL.object_endings, *_ALL.agent_endings, *_ALL.mens_accusatives))})$")
# The prepositions of languages whose names have cases: a name in the nominative cannot depend on them.
_GOVERNING = frozenset(
    word for one in LANGUAGES if one.object_endings for word in fold_letters(one.prepositions).split()
)
_BEFORE_EXCLUDED = DENIALS | {phrase[-1] for phrase in EXCLUDING}
LEADER = min(LEADERS)  # one of the titles with the same meaning
_LONGEST_NAME = 7  # the maximum number of words, with the titles before the name
_LONGEST_TITLE = 5  # the maximum number of words between an article and a title


# Prepositions except the last words of phrases such as `according to`.
_GOVERNING_NAMES = PREPOSITIONS - {phrase[-1] for phrases in BY.values() for phrase in phrases}


class Kind(Enum):
    """The kind of a mention."""

    PERSON = auto()  # by name
    UNSURE = auto()  # by a name that may be a person's, a place's or a thing's
    PRONOUN = auto()
    TITLE = auto()  # `the president`: a person who has been named, or is known by the title
    BODY = auto()
    PLACE = auto()
    DOCUMENT = auto()  # a text, which contains words but cannot speak
    SOMEBODY = auto()  # a person whom the text does not name
    FORMER = auto()  # the first of two persons who have been named
    LATTER = auto()  # the second of them
    DENIED = auto()  # nobody: the person named is said not to have spoken

    __hash__ = object.__hash__  # kinds are looked up in sets all the time, and the hash of an `Enum` is slow


# Mentions of a person whom earlier sentences show.
REFERRING_KINDS = frozenset({Kind.PRONOUN, Kind.TITLE, Kind.FORMER, Kind.LATTER})


class Mention(NamedTuple):
    """A person or body mentioned in a sentence.

    Attributes:
        start: number of its first word.
        end: number of the word after the last one.
        kind: the kind of mention.
        who: the slug of a speaker, or the name as written; None if a pronoun or a title replaces a name.
        known: whether it is a slug.
        nominative: whether its case allows it to be a subject.
        possessive: whether it is a possessive.
        gender: `m` or `f` if the words themselves show it, otherwise empty.
        countries: the countries of a title.
        qualified: whether a title has other words that identify its holder.
    """

    start: int
    end: int
    kind: Kind
    who: str | None = None
    known: bool = False
    nominative: bool = True
    possessive: bool = False
    gender: str = ""
    countries: frozenset[str] = frozenset()
    qualified: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it has a name that is or may be a person's."""
        return self.kind in _NAMED


_NAMED = frozenset({Kind.PERSON, Kind.UNSURE})


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
    beginning = names.beginning
    for place in [number for number, word in enumerate(words) if beginning[word]]:
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
            if last.kind in {Kind.PRONOUN, Kind.TITLE} and mention.is_named:
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
    word = folded[place]
    begins = place == 0 or words[place - 1] in {".", "!", "?"}
    if begins and word in LATTER | FORMER and has_cases(words[place]):
        return _of_two(words, folded, place)
    if words[place][0].isupper():
        found = _title_of_country(words, folded, place, names) if office_of(word) else None
        found = found or _stranger(words, folded, place, names)
        if found is not None or not (word in PRONOUNS | OWNERS or (begins and office_of(word))):
            return found
    if word in OWNERS and folded[place + 1 : place + 2] and folded[place + 1] in WORDS_OF:
        return Mention(place, place + 1, Kind.PRONOUN, possessive=True, gender=gender_of(word))
    if word in PRONOUNS:
        return Mention(place, place + 1, Kind.PRONOUN, gender=gender_of(word))
    if word in LATTER or word in FORMER:
        return _of_two(words, folded, place)
    office = office_of(word)
    if office:
        return _title(words, folded, place, office, names)
    if is_body(word) or word in DOCUMENTS:
        return _body(words, folded, place)
    return None


def _of_two(words: Sequence[str], folded: Sequence[str], place: int) -> Mention | None:
    """Return the mention `the latter` if no noun follows it: `the latter said`, `сказал последний`."""
    article = place > 0 and folded[place - 1] in BEFORE_TITLES
    if not article and not has_cases(words[place]):
        return None
    follows = folded[place + 1 : place + 2]
    if follows and follows[0].isalpha() and follows[0] not in VERBS | SILENT | ADVERBS | CLOSED | LIGHT_VERBS:
        return None
    if not article and VERBS.isdisjoint((*follows, *folded[max(0, place - 1) : place])):
        return None
    kind = Kind.LATTER if folded[place] in LATTER else Kind.FORMER
    return Mention(place - article, place + 1, kind)


def gender_of(word: str) -> str:
    """Return `m` or `f` for a folded pronoun, honorific or title of a man or a woman, otherwise an empty text."""
    return "m" if word in OF_MEN else "f" if word in OF_WOMEN else ""


def _known(
    words: Sequence[str], folded: Sequence[str], place: int, named: tuple[int, str, bool], names: Names
) -> Mention:
    size, slug, nominative = named
    if size == 1 and _has_another_first_name(words, folded, place, named, names):
        return Mention(place, place + 1, Kind.PERSON, f"{words[place - 1]} {words[place]}")
    end = place + size
    while end < len(words) and words[end][:1].isupper() and names.is_part(words[end], slug):
        end += 1
    gender = gender_of(folded[place - 1].rstrip(".")) if place else ""
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
        or before.rstrip(".") in LIGHT | RANKS
        or before in VERBS
        or not WORDS_OF.isdisjoint(nominatives(before))
        or is_body(before)
        or is_adjective(before)
        or is_possessive(words[place - 1])
        or before in MONTHS_AND_DAYS
    ):
        return False
    if place == 1 and (_ADVERBIAL.search(before) or before in PREPOSITIONS):
        return False
    if place == 1 and has_cases(before) and not names.is_part(words[place], slug) and not _is_oblique(before):
        return False  # a noun in the nominative before a name in another case
    if nominative and _is_governed(words, folded, place):
        return False  # `В Игоре Линд сказал`
    return not (
        names.is_part(before, slug)
        or names.is_other(before)
        or names.at(words, place - 1)
        or _is_place(words[place - 1 : place])
    )


def _is_governed(words: Sequence[str], folded: Sequence[str], place: int) -> bool:
    """Return whether a preposition that asks for another case precedes the capitalised words before a name."""
    for before in range(place - 1, max(-1, place - 1 - _LONGEST_NAME), -1):
        if before == 0 or not is_written_as_name(words[before]):
            return folded[before] in _GOVERNING
    return False


def _is_oblique(folded: str) -> bool:
    """Return whether a folded word has the ending of a first name that is not in the nominative."""
    return bool(_OBLIQUE.search(folded))


def _stranger(words: Sequence[str], folded: Sequence[str], place: int, names: Names) -> Mention | None:
    """Return the mention in a run of capitalised words that is not on record."""
    begins = not place or words[place - 1] in {".", "\u2022"}
    if folded[place].partition("'")[0] in SUBJECTS:
        return None  # `I'm`
    if begins and (folded[place] in WORDS_OF or (place and folded[place] in OPENERS)):
        return None
    end = place
    while end < len(words) and words[end][0].isupper() and end - place < _LONGEST_NAME:
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
    for number in range(end - 1, start - 1, -1):
        if folded[number].rstrip(".") in RANKS:
            start, title = number + 1, folded[number].rstrip(".")
            break
    while start < end - 1 and is_adjective(folded[start]):
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
            countries=_countries(words[place : end - 1]),
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
    if _is_place(written):
        return Kind.PLACE
    name = " ".join(written)
    if (
        INSTITUTIONS.search(name)
        or (len(written) == 1 and names.is_other(written[0]))
        or any(word.isupper() and word.isalpha() and len(word) > 2 for word in written)
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


def _is_place(written: Sequence[str]) -> bool:
    found = countries_in(written)
    return bool(found) and found[0].start == 0 and found[-1].end == len(written)


def _countries(words: Sequence[str]) -> frozenset[str]:
    """Return the countries named beside a title."""
    return frozenset(code for country in countries_in(words) for code in country.codes)


@lru_cache(maxsize=50_000)
def office_of(folded: str) -> str:
    """Return the nominative of a folded word that is an office or a counterpart, in any case (`президента`), otherwise an empty text."""
    forms = [folded, *sorted(nominatives(folded))] if has_cases(folded) else [folded]
    return next((form for form in forms if form in OFFICES or form in COUNTERPARTS), "")


def _title(
    words: Sequence[str], folded: Sequence[str], place: int, office: str, names: Names
) -> Mention | None:
    """Return `the president`, `the Kremlin leader`, `his Tajik counterpart`: a title that stands for a person.

    If only one speaker on record has that office in that country, the mention names this person.
    """
    follows = words[place + 1 : place + 2]
    if follows and follows[0][0].isupper() and folded[place + 1] not in MONTHS_AND_DAYS:
        return _title_of_country(words, folded, place, names)  # otherwise, it belongs to the following name
    of_state = _title_of_country(words, folded, place, names) if has_cases(words[place]) else None
    if of_state is not None:
        return of_state
    start = _article(folded, place)
    if start is None and not has_cases(words[place]):
        return None
    begin = place if start is None else start
    while start is None and begin and is_adjective(folded[begin - 1]):
        begin -= 1  # `таджикский лидер`
    between = words[begin + (start is not None) : place]
    if start is not None and folded[start] not in BEFORE_TITLES and folded[start] not in OWNERS:
        return Mention(begin, place + 1, Kind.SOMEBODY, possessive=is_possessive(words[place]))
    countries = _countries(between) or _countries_behind(words, folded, place)
    holder = names.holder(LEADER if office in COUNTERPARTS else office, countries) if countries else None
    return Mention(
        begin,
        place + 1,
        Kind.TITLE if holder is None else Kind.PERSON,
        holder,
        known=holder is not None,
        nominative=office == folded[place],
        possessive=is_possessive(words[place]),
        gender=gender_of(folded[place]),
        countries=countries,
        qualified=bool(between) and not countries,
    )


def _countries_behind(words: Sequence[str], folded: Sequence[str], place: int) -> frozenset[str]:
    """Return the country of `the president of Aland`."""
    if folded[place + 1 : place + 2] and folded[place + 1] in _OF:
        return _countries(words[place + 2 : place + 5])
    return frozenset()


def _title_of_country(
    words: Sequence[str], folded: Sequence[str], place: int, names: Names
) -> Mention | None:
    """Return a title with its country, if no name follows: `президенти Тоҷикистон`, `глава таджикского государства`, `сарвари давлати Тоҷикистон`."""
    if not has_cases(words[place]):
        return None
    behind = place + 1
    if behind < len(words) and folded[behind] in STATES:
        behind += 1
    found = countries_in(words[behind : behind + 3])
    if not found or found[0].start:
        return None
    end = behind + found[0].end
    if words[end - 1].islower():
        if end >= len(words) or folded[end] not in STATES:
            return None  # `глава таджикской делегации`
        end += 1
    if end < len(words) and words[end][0].isupper():
        return None
    office = office_of(folded[place])
    holder = names.holder(LEADER if office in COUNTERPARTS else office, found[0].codes)
    return Mention(
        place,
        end,
        Kind.TITLE if holder is None else Kind.PERSON,
        holder,
        known=holder is not None,
        nominative=office == folded[place],
        countries=found[0].codes,
    )


_OF = frozenset(_ALL.of_office.split())


def _article(folded: Sequence[str], place: int) -> int | None:
    """Return the position of a noun's article or possessive, with only adjectives and names in between."""
    for number in range(place - 1, max(-1, place - 1 - _LONGEST_TITLE), -1):
        word = folded[number]
        if word in BEFORE_TITLES or word in OWNERS or word in DETERMINERS:
            return number
        if not word[0].isalpha() or word in PREPOSITIONS or word in VERBS or word in SILENT:
            return None
    return None


def _body(words: Sequence[str], folded: Sequence[str], place: int) -> Mention | None:
    """Return `the foreign ministry`, `the Lind campaign`, `the statement`."""
    document = folded[place] in DOCUMENTS
    start = _article(folded, place)
    begin = place if start is None else start + 1
    if start is None:
        cased = has_cases(words[place])
        while begin and (
            (words[begin - 1][0].isupper() and not cased and not is_possessive(words[begin - 1]))
            or is_adjective(folded[begin - 1])
        ):
            begin -= 1
        if begin == place and not has_cases(words[place]):
            return None
    follows = words[place + 1 : place + 2]
    if follows and follows[0][0].isupper() and folded[place + 1] not in MONTHS_AND_DAYS and not document:
        return None
    if follows and follows[0].islower() and not has_cases(follows[0]) and _is_noun(folded[place + 1]):
        return None
    owner = is_possessive(words[place])
    kind = Kind.DOCUMENT if document else Kind.BODY
    return Mention(
        begin, place + 1, kind, None if document else " ".join(words[begin : place + 1]), possessive=owner
    )


def _is_noun(folded: str) -> bool:
    """Return whether the folded word after a noun makes it part of another noun: `campaign points`."""
    return (
        folded not in CLOSED
        and folded not in VERBS
        and folded not in SILENT
        and not folded.endswith(_NO_NOUNS)
    )


_NO_NOUNS = (*_ALL.participle_endings, *_ALL.adverb_endings)


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
