"""The names of people, on record and in texts."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.countries import countries_named, is_adjective
from tajikcli.language.forms import any_of, has_cases, is_possessive, nominatives, without_possessive
from tajikcli.proof.speech import CLOSED, DETERMINERS, LEADERS, RANKS, REFERRING, TITLES, VERBS
from tajikcli.remembered import Remembered
from tajikcli.text import fold_letters
from tajikcli.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_ALL = together()
INSTITUTIONS = re.compile(rf"\b(?:{any_of(_ALL.institutions)})\b")
_BODIES = re.compile(any_of(_ALL.bodies))
_SURNAMES_OF_WOMEN = re.compile(f"(?:{any_of(_ALL.womens_surnames)})$")
_GIVEN_NAMES_OF_WOMEN = re.compile(f"(?:{any_of(_ALL.womens_given_names)})$")
_PATRONYMIC = re.compile(f"(?:{any_of(_ALL.patronymics)})$")
_OFFICE = re.compile(
    rf"(?i)(.+) (?:{any_of(_ALL.of_office)}) (?:(?:{any_of(_ALL.articles)}) )?([^\W\d_]+)",
)

_BEGINNING = 3  # the number of letters that a word shares with its stem
_LEAST_OF_A_NAME = 3  # the number of letters of a name; fewer may abbreviate one


class Attributed(NamedTuple):
    """The speaker named for a quotation.

    Attributes:
        who: the slug of a speaker, or the name as written if nobody of that name is on record.
        known: whether it is a slug.
    """

    who: str
    known: bool


class _Name(NamedTuple):
    """A name on record.

    Attributes:
        words: its words, folded.
        slug: its bearer.
        capital: whether it needs a capital.
        order: its number among all names; of two equal ones, the first counts.
    """

    words: tuple[str, ...]
    slug: str
    capital: bool
    order: int


class _Branch:
    """The names whose first words have the same keys, as in a tree, so that a text with many names needs few comparisons."""

    __slots__ = ("longer", "names")

    def __init__(self) -> None:
        self.names: dict[tuple[tuple[str, ...], bool], _Name] = {}  # without further words
        self.longer: dict[str, _Branch] = {}  # by the key of the next word

    def add(self, name: _Name) -> None:
        """Add a name, unless an equal one is there."""
        branch = self
        for word in name.words:
            branch = branch.longer.setdefault(_key(word), _Branch())
        branch.names.setdefault((name.words, name.capital), name)


class Names:
    """The names of a record's speakers.

    Args:
        speakers: the slug for each name, as written.
        others: names on record that are not persons: relays, publishers, meetings.
        genders: `male` or `female` by slug, for speakers whose gender is on record.
        roles: the roles of speakers, by slug.

    Attributes:
        beginning: for each word as written, whether it may begin the mention of a person: a name, a title or a pronoun.
    """

    def __init__(
        self,
        speakers: Iterable[tuple[str, str]],
        others: Iterable[str],
        genders: Mapping[str, str] | None = None,
        roles: Mapping[str, str] | None = None,
    ) -> None:
        self._all = _Branch()
        order = 0
        self._parts: dict[str, set[str]] = {}
        self._given: dict[str, set[str]] = {}  # first names and patronymics, in Latin letters
        self._abbreviated: set[str] = set()  # `VVP`
        self._written: dict[str, str] = {}  # a full name of each speaker
        for written, slug in speakers:
            if len(written.split()) > 1:
                self._written.setdefault(slug, written)
                self._add_full_name(written, slug)
            for name in (written, _reordered(written)):
                words = tuple(fold_letters(word) for word in _plain_words(name))
                if not words:
                    continue
                # `an` may be a slug, but is also an article.
                capital = len(words) == 1 and (written == slug or written[:1].isupper())
                self._all.add(_Name(words, slug, capital, order))
                order += 1
                self._parts.setdefault(slug, set()).update(words)
        self._beginnings = {first[:_BEGINNING] for first in self._all.longer}
        self.beginning = Remembered(self._begins_mention)
        # Most words in a text do not begin a name, and they occur again and again.
        self._begun_by = Remembered(self._names_beginning)
        self._others = {word for name in others for word in _plain_words(fold_letters(name))}
        self._genders = {slug: gender[0] for slug, gender in (genders or {}).items()}
        self._small = {word for role in (roles or {}).values() for word in role.split() if word.islower()}
        self._offices = [
            (slug, title, countries_named([role]))
            for slug, role in (roles or {}).items()
            for title in [next((word for word in map(fold_letters, role.split()) if word in TITLES), "")]
        ]

    def _add_full_name(self, written: str, slug: str) -> None:
        """Keep the first names in a name of several words, unless it has a title or an office."""
        parts = [bare(word) for word in written.split()]
        if not written[:1].isupper() or is_possessive(written.split(maxsplit=1)[0]):
            return
        if any(part.rstrip(".") in RANKS or part in TITLES or is_adjective(part) for part in parts):
            return
        self._given.setdefault(slug, set()).update(map(_in_latin, parts[:-1]))
        if len(parts) > 2:
            self._abbreviated.add("".join(_in_latin(part)[:1] for part in parts))

    def _begins_mention(self, word: str) -> bool:
        return word[0].isalnum() and (
            word[0].isupper()
            or bare(word) in REFERRING
            or (has_cases(word) and not REFERRING.isdisjoint(nominatives(bare(word))))
            or is_body(bare(word))
            or (
                bare(word)[:_BEGINNING] in self._beginnings
                and any(key in self._all.longer for key in _keys(word))
            )
        )

    def at(self, words: Sequence[str], place: int) -> tuple[int, str, bool] | None:
        """Return the number of words of a name at a position, its bearer, and whether it has the form on record (nominative).

        Initials before a surname belong to its name if the first one fits a first name of its bearer. A name of one word has a
        capital, except among words of which none has one (`yes, lind said`).
        """
        if is_initial(words[place]):
            behind = behind_initials(words, place)
            surname = self.at(words, behind) if behind < len(words) else None
            if surname is None or not self.has_initial(surname[1], bare(words[place])[0]):
                return None
            return (behind - place + surname[0], *surname[1:])
        branches, end = self._begun_by[words[place]], place + 1
        if not branches:
            return None
        found: tuple[int, str, bool] | None = None
        first = 0  # the order of the name found
        capital = words[place][:1].isupper() or _has_no_need_of_capital(words, place)
        while branches:
            here: tuple[str, ...] | None = None
            for branch in branches:
                for name in branch.names.values():
                    if name.capital and not capital:
                        continue
                    here = here or tuple(map(bare, words[place:end]))
                    one = (len(name.words), name.slug, here == name.words)
                    # The longest name counts; among names of the same length (Smailov, Smailova), the name with
                    # the exact form.
                    if found is None or (one[0], one[2], -name.order) > (found[0], found[2], -first):
                        found, first = one, name.order
            if end == len(words):
                break
            keys = _keys(words[end])
            branches = [each for branch in branches for key in keys if (each := branch.longer.get(key))]
            end += 1
        return found

    def _names_beginning(self, word: str) -> Sequence[_Branch]:
        """Return the names of which a word may be the first word."""
        return [one for key in _keys(word) if (one := self._all.longer.get(key))]

    def is_part(self, word: str, slug: str) -> bool:
        """Return whether a word is part of a speaker's names."""
        return bare(word) in self._parts.get(slug, ())

    def has_office(self, title: str, slug: str) -> bool:
        """Return whether a folded office is part of a speaker's names, or is another title of the leader that the speaker is."""
        leads = title in LEADERS and any(
            who == slug and office in LEADERS for who, office, _ in self._offices
        )
        return leads or self.is_part(title, slug)

    def is_stranger(self, who: Attributed) -> bool:
        """Return whether nobody on record is meant: no part of the name belongs to a name on record, or abbreviates it (`Вл.`)."""
        known = self._all_parts
        parts = [bare(part.rstrip(".")) for part in who.who.split()]
        return not who.known and not any(
            part in known
            or self.at([part.capitalize()], 0) is not None
            or (len(part) < _LEAST_OF_A_NAME and any(one.startswith(part) for one in known))
            for part in parts
        )

    @cached_property
    def _all_parts(self) -> frozenset[str]:
        return frozenset[str]().union(*self._parts.values())

    @property
    def small_words(self) -> AbstractSet[str]:
        """The small words in the offices of a record: `of`, `the`."""
        return self._small

    def has_initial(self, slug: str, letter: str) -> bool:
        """Return whether a folded letter, in Latin or Cyrillic, is the initial of one of a speaker's first names."""
        return any(name.startswith(_in_latin(letter)) for name in self._given.get(slug, ()))

    def may_mean_someone(self, name: str) -> bool:
        """Return whether a name that is not on record may belong to a speaker: a first name on record with a patronymic, or initials (`VVP`)."""
        words = name.split()
        if len(words) == 1:
            return name.isupper() and _in_latin(bare(name)) in self._abbreviated
        if len(words) != 2 or _PATRONYMIC.search(bare(words[1])) is None:
            return False
        given = {_in_latin(form) for form in _forms(bare(words[0]))}
        return any(given & names for names in self._given.values())

    @property
    def slugs(self) -> AbstractSet[str]:
        """The speakers on record."""
        return self._parts.keys()

    def gender(self, who: Attributed) -> str:
        """Return `m` for a man and `f` for a woman, according to the record or the ending of the name; otherwise, an empty text."""
        if who.known and who.who in self._genders:
            return self._genders[who.who]
        words = [
            fold_letters(word)
            for word in (self._written.get(who.who, who.who) if who.known else who.who).split()
        ]
        of_woman = bool(words) and bool(
            _SURNAMES_OF_WOMEN.search(words[-1])
            or (len(words) > 1 and _GIVEN_NAMES_OF_WOMEN.search(words[0]))
        )
        return "f" if of_woman and who.known else ""

    def holder(self, title: str, countries: AbstractSet[str]) -> str | None:
        """Return the only speaker on record with an office in one of some countries.

        Args:
            title: the folded office; the office of a country's leader has several titles.
            countries: codes of countries in `language.countries`.
        """
        found = [
            slug
            for slug, office, of in self._offices
            if of & countries and (office == title or (office in LEADERS and title in LEADERS))
        ]
        return found[0] if len(found) == 1 else None

    def is_other(self, word: str) -> bool:
        """Return whether a word names something on record that is not a person."""
        folded = bare(word)
        return folded in self._others or (has_cases(folded) and _sounds(folded) in self._sounds_of_others)

    @cached_property
    def _sounds_of_others(self) -> AbstractSet[str]:
        return {_sounds(word) for word in self._others}


def _has_no_need_of_capital(words: Sequence[str], place: int) -> bool:
    """Return whether a word in lower case may be a name, because none of the words has a capital except perhaps the first one: `yes, lind said`, but not `the king said`."""
    word = bare(words[place])
    return not (
        len(word) < _LEAST_OF_A_NAME
        or word in CLOSED
        or word in VERBS
        or (place and bare(words[place - 1]) in DETERMINERS)
        or any(other[0].isupper() for other in words[1:])
    )


def _reordered(written: str) -> str:
    """Return `Aland president`, as in news, for `President of Aland`; other titles are unchanged."""
    match = _OFFICE.fullmatch(written)
    return f"{match[2]} {match[1]}" if match else written


def _plain_words(name: str) -> list[str]:
    return [bare(word) for word in re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", name)]


def is_initial(word: str) -> bool:
    """Return whether a word is an initial, or several: `В.`, `В.В.`."""
    return word[1:2] == "." and word[0].isupper()


def behind_initials(words: Sequence[str], place: int) -> int:
    """Return the position after the initials that begin at a position."""
    while place < len(words) and is_initial(words[place]):
        place += 1
    return place


def _forms(folded: str) -> frozenset[str]:
    """Return the words of which a folded first name may be a form."""
    return nominatives(folded) | {folded} if has_cases(folded) else frozenset({folded})


@lru_cache(maxsize=50_000)
def _in_latin(folded: str) -> str:
    from tajikcli.language.transliteration import in_latin

    return in_latin(folded)


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """Return a word folded, without a possessive ending; a single letter is only put into lower case (`ӯ`, `у`)."""
    if len(word) == 1:
        return word.casefold()
    return fold_letters(without_possessive(word)) or word


def _key(word: str) -> str:
    """Return the key of a folded word of a name: its stem, or the word if names have cases, because stemmers split surnames."""
    return word if has_cases(word) else stem(word)


@lru_cache(maxsize=50_000)
def _keys(word: str) -> frozenset[str]:
    """Return the words of which a word of a text may be a form."""
    folded = bare(word)
    return nominatives(folded) if has_cases(folded) else frozenset({stem(folded)})


@lru_cache(maxsize=50_000)
def _sounds(folded: str) -> str:
    from tajikcli.language.transliteration import sounds

    return sounds(folded)


@lru_cache(maxsize=50_000)
def is_body(folded: str) -> bool:
    """Return whether a folded word is a noun for a body that can speak: `ministry`."""
    return bool(_BODIES.fullmatch(folded))


@lru_cache(maxsize=50_000)
def names_body(name: str) -> bool:
    """Return whether a name that is not on record belongs to a body, by a noun in it or by its capitals: `Right Wing Watch`, `GRS`."""
    last = name.rsplit(" ", 1)[-1]
    return bool(INSTITUTIONS.search(name)) or is_body(bare(last)) or (last.isupper() and len(last) > 2)


def is_written_as_name(word: str) -> bool:
    """Return whether a word is written like a name: a capital, then lower case."""
    return word[:1].isupper() and word[1:].islower()
