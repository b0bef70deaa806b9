"""Find the persons whom a text names: by full name, office and country, with their other names.

A person is a name after an office (`Russian President Vladimir Putin`), a name before one (`Michael Roth, minister of state`), or a first
and a last name beside a verb of saying. The text says who holds an office; no person is known here by name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.countries import countries_in, is_adjective
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import has_cases, is_possessive, nominatives, without_possessive
from tajikcli.language.names_of_countries import NAMES
from tajikcli.proof.speakers.naming import INSTITUTIONS
from tajikcli.proof.speech import LEADERS, MONTHS_AND_DAYS, OPENERS, VERBS
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_ALL = together()
_REPORTS = reports()
_WORD = re.compile(
    r"[^\W\d_]\.(?=\s?[^\W\d_])|[^\W\d_]+(?:['\u2019\u02bc-][^\W\d_]+)*(?:['\u2019](?!\w))?|[^\s\w]"
)
_HONORIFICS = word_set(fold_letters(_REPORTS.honorifics))
_PARTICLES = word_set(fold_letters(_REPORTS.particles))
_OF = word_set(fold_letters(f"{_ALL.of_office} {_ALL.articles}"))
_MOST_OF_A_NAME = 4
_LEAST_OF_A_HEADLINE = 4  # long words
_LITTLE = word_set(
    fold_letters(f"{_ALL.function_words} {_ALL.stop_words} {_ALL.articles} {_ALL.conjunctions}")
)
_SEATS = word_set(fold_letters(_REPORTS.seats))
_PEERS = word_set(fold_letters(_REPORTS.peers))
_ABBREVIATED = frozenset(fold_letters(post) for post in _REPORTS.posts if post.isupper())
_BETWEEN = 5  # words between an office and its country (`of the Republic of`)
_MOST_OF_A_ROLE = 9  # words after a name that name an office


class Person(NamedTuple):
    """A person in a text.

    Attributes:
        name: the fullest name in the text, in the nominative if the text has it.
        role: the office beside the name; None if there is none.
        aliases: other names of the person in the text, as written.
        countries: the codes of the countries of the office.
        office: the office alone, folded.
        says: whether the name is beside a verb of saying anywhere.
    """

    name: str
    role: str | None
    aliases: tuple[str, ...]
    countries: frozenset[str]
    office: str
    says: bool

    @property
    def last_name(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


class _Office(NamedTuple):
    """An office in a sentence: its first word, the word after its last (and its country), its name and its countries."""

    start: int
    end: int
    name: str
    countries: frozenset[str]


class _Seen(NamedTuple):
    """A name in a sentence, with the office beside it."""

    words: tuple[str, ...]
    role: str | None
    office: _Office | None
    says: bool
    first: bool


def people_in(sentences: Iterable[str], *, labelled: bool = False) -> list[Person]:
    """Return the persons whom some sentences name, in order.

    Args:
        sentences: the sentences.
        labelled: whether they are names before spoken words, so that any name is a person's.
    """
    seen: list[_Seen] = []
    bare: list[tuple[str, _Office]] = []
    for sentence in sentences:
        words = _WORD.findall(sentence)
        if any(word[0].isupper() for word in words) and not _is_headline(words):
            _read(words, seen, bare)
    seen = _without_openers(seen)
    if labelled:
        seen = [one._replace(says=True, first=False) for one in seen]
        groups = [[one] for one in seen]
    else:
        groups = _joined(seen)
    return _with_aliases(groups, seen, bare)


def _without_openers(seen: list[_Seen]) -> list[_Seen]:
    """Return names without a word whose capital only begins a sentence: `Переговоры Путина`."""
    elsewhere: dict[str, set[tuple[str, ...]]] = {}
    for one in seen:
        if not one.first:
            for form in _forms(one.words[-1]):
                elsewhere.setdefault(form, set()).add(one.words)
    found = []
    for one in seen:
        if one.first and len(one.words) > 1 and one.office is None:
            others = {words for form in _forms(one.words[-1]) for words in elsewhere.get(form, ())}
            if others and not any(_same(one.words, words) for words in others) and len(one.words) == _TWO:
                one = one._replace(words=one.words[1:])  # noqa: PLW2901 - shorter by a word
        found.append(one)
    return found


_TWO = 2  # words: a word with a capital that begins a sentence, and a last name


def _read(words: list[str], seen: list[_Seen], bare: list[tuple[str, _Office]]) -> None:
    """Record the names in a sentence with their offices, and the offices without names."""
    folded = [fold_letters(without_possessive(word)) or word for word in words]
    place = 0
    while place < len(words):
        office = _office(words, folded, place)
        behind = office.end if office else place
        while office and behind < len(words) and folded[behind] in _HONORIFICS:
            behind += 1
        end = _name(words, folded, behind)
        if end > behind:
            says = not VERBS.isdisjoint(folded[max(0, place - 2) : place] + folded[end : end + 2])
            role = _role(words, office) if office else None
            if office is None and (apposed := _apposed(words, folded, end)):
                role, office = apposed
            first = not any(word[0].isalpha() for word in words[:behind])
            seen.append(_Seen(_cleaned(words[behind:end]), role, office, says, first))
            place = end
        elif office is not None:
            bare.append((" ".join(words[office.start : office.end]), office))
            place = max(place + 1, office.end)
        else:
            place += 1


def _is_headline(words: Sequence[str]) -> bool:
    """Return whether a sentence is written like an English headline, in which a capital does not indicate a name."""
    if ":" in words or words[-1] == ".":
        return False  # a speaker's name before the words, or a sentence with many names
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) >= _LEAST_OF_A_HEADLINE and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _office(words: Sequence[str], folded: Sequence[str], place: int) -> _Office | None:
    """Return the office that begins at a position, with the country before or after it."""
    size = _post_at(folded, place)
    if not size or (size == 1 and folded[place] in _ABBREVIATED and not words[place].isupper()):
        return None
    start, end = place, place + size
    countries: frozenset[str] = frozenset()
    before = countries_in(words[max(0, place - 3) : place])
    if (
        before
        and before[-1].end == min(3, place)
        and (is_adjective(folded[place - 1]) or is_possessive(words[place - 1]))
    ):
        countries = before[-1].codes
        start = max(0, place - 3) + before[-1].start
    behind = countries_in(words[end : end + _BETWEEN + 2])
    if behind and behind[0].start <= _BETWEEN:
        between = words[end : end + behind[0].start]
        if all(
            word[0].isalpha() and (word[0].isupper() or fold_letters(word) in _OF or has_cases(word))
            for word in between
        ):
            countries = countries or behind[0].codes
            end += behind[0].end
            if end < len(words) and (above := _post_at(folded, end)):  # aide to the Russian President
                end += above
    if not countries and _is_of_a_place(words, folded, end):
        end += 2
    return _Office(start, end, " ".join(folded[place : place + size]), countries)


def _is_of_a_place(words: Sequence[str], folded: Sequence[str], end: int) -> bool:
    """Return whether a place that is not a country follows an office, and a full name follows it: `Mayor of Ghent Jan Lind`."""
    behind = words[end + 1 : end + 4]
    return (
        folded[end : end + 1] != []
        and folded[end] in _OF
        and len(behind) == 3  # the place, a first and a last name
        and all(word[0].isupper() and word[-1].isalpha() for word in behind)
    )


def _post_at(folded: Sequence[str], place: int) -> int:
    """Return the number of words of an office at a position; 0 if there is none."""
    for key in nominatives(folded[place]) if folded[place][0].isalpha() else ():
        for phrase in _posts().get(key, ()):
            here = folded[place : place + len(phrase)]
            if len(here) == len(phrase) and all(
                one == other or one in nominatives(other) for one, other in zip(phrase, here, strict=True)
            ):
                return len(phrase)
    return 0


@lru_cache(maxsize=1)
def _posts() -> dict[str, list[tuple[str, ...]]]:
    """Return the offices by their first words, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for post in sorted({fold_letters(post) for post in _REPORTS.posts}, key=lambda one: -len(one.split())):
        # A hyphen belongs to the words on both sides.
        words = tuple(post.split())
        found.setdefault(words[0], []).append(words)
    return found


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
            (end == place and (folded[end] in OPENERS or folded[end] in _HONORIFICS))
            or (
                folded[end] in VERBS
                or folded[end] in MONTHS_AND_DAYS
                or INSTITUTIONS.match(word)
                or _post_at(folded, end)
            )
            or (len(word) == 1 and words[end + 1 : end + 2] != ["."])
            or folded[end] in _SEATS
        ):
            break
        elif _names_country(word):
            return place  # a country's name or a place, and whatever has it in its name
        end += 1
        if without_possessive(word) != word:
            break
    if end > place and (
        len(without_possessive(words[end - 1]).rstrip(".")) == 1 or folded[end - 1] in _PARTICLES
    ):
        return place
    return end


@lru_cache(maxsize=10_000)
def _names_country(word: str) -> bool:
    return bool(countries_in([word]))


def _cleaned(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name without a possessive ending, with normal capitals."""
    plain = [without_possessive(word) for word in words]
    return tuple(word.capitalize() if word.isupper() and len(word) > 2 else word for word in plain)


def _apposed(words: Sequence[str], folded: Sequence[str], end: int) -> tuple[str, _Office] | None:
    """Return the office after a name and a comma, as written, up to the next comma."""
    if end >= len(words) or words[end] != ",":
        return None
    place = end + 1
    while place < len(words) and (folded[place] in _OF or not words[place][0].isalpha()):
        place += 1
    first = place
    while place < len(words) and place - first <= 2 and not _post_at(folded, place):
        place += 1
    office = _office(words, folded, place) if place < len(words) else None
    if office is None or any(not word[0].isalpha() for word in words[first:place]):
        return None
    stop = office.end
    while stop < len(words) and words[stop][0].isalpha() and stop - first <= _MOST_OF_A_ROLE:
        stop += 1
    if stop < len(words) and words[stop] not in ",.;":
        stop = office.end
    return " ".join(words[first:stop]), office


def _role(words: Sequence[str], office: _Office) -> str:
    """Return an office as a role: `President of Russia` for `Russian President`, otherwise as written."""
    written = words[office.start : office.end]
    post = written[-len(office.name.split()) :]
    if (
        office.start < office.end - len(post)
        and len(office.countries) == 1
        and fold_letters(" ".join(post)) == office.name
    ):
        (code,) = office.countries
        if " ".join(post).isascii():
            return f"{' '.join(word[0].upper() + word[1:] for word in post)} of {country_name(code)}"
    return " ".join(written)


@lru_cache(maxsize=300)
def country_name(code: str) -> str:
    """Return the English name of a country by its code."""
    line = next(line for line in NAMES.strip().splitlines() if line.startswith(f"{code}:"))
    return line.partition(": ")[2].split(",")[0].split(";")[0]


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names with the same number of words may be forms of one."""
    if len(one) != len(other):
        return False
    return all(
        not nominatives(fold_letters(a)).isdisjoint(nominatives(fold_letters(b)))
        if has_cases(a)
        else fold_letters(a) == fold_letters(b)
        for a, b in zip(one, other, strict=True)
    )


def _is_base(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether a name may be the nominative of another."""
    return all(fold_letters(a) in nominatives(fold_letters(b)) for a, b in zip(one, other, strict=True))


class _Groups:
    """Names grouped by person, found by the forms of their last word."""

    def __init__(self) -> None:
        self.all: list[list[_Seen]] = []
        self._by_last: dict[str, list[list[_Seen]]] = {}
        self._written: dict[int, set[tuple[str, ...]]] = {}  # the different names of each group

    def of(self, words: Sequence[str]) -> list[list[_Seen]]:
        """Return the groups with a name that ends as these words do."""
        found = [group for form in _forms(words[-1]) for group in self._by_last.get(form, ())]
        return list({id(group): group for group in found}.values())

    def names(self, group: list[_Seen]) -> set[tuple[str, ...]]:
        """Return the different names of a group."""
        return self._written[id(group)]

    def add(self, one: _Seen, group: list[_Seen] | None) -> None:
        """Add a name to a group, or to a new one."""
        if group is None:
            group = []
            self.all.append(group)
        group.append(one)
        written = self._written.setdefault(id(group), set())
        if one.words in written:
            return
        written.add(one.words)
        for form in _forms(one.words[-1]):
            groups = self._by_last.setdefault(form, [])
            if not any(each is group for each in groups):
                groups.append(group)


@lru_cache(maxsize=10_000)
def _forms(word: str) -> frozenset[str]:
    folded = fold_letters(word)
    return nominatives(folded) if has_cases(word) else frozenset({folded})


def _joined(seen: Sequence[_Seen]) -> list[list[_Seen]]:
    """Return the names of each person together, full names with last names."""
    groups = _Groups()
    full = [one for one in seen if len(one.words) > 1]
    for one in sorted(full, key=lambda each: each.office is None):
        likely = groups.of(one.words)
        same = (g for g in likely if any(_same(words, one.words) for words in groups.names(g)))
        short = (g for g in likely if any(_initials_fit(words, one.words) for words in groups.names(g)))
        groups.add(one, next(same, None) or (next(short, None) if one.office is None else None))
    for one in seen:
        if len(one.words) == 1:
            bearers = groups.of(one.words)
            if len(bearers) == 1:
                groups.add(one, bearers[0])
            elif not bearers and (one.office or one.says):
                groups.add(one, None)
    return [group for group in groups.all if any(map(_shows_a_person, group)) or _is_often_speaking(group)]


def _shows_a_person(one: _Seen) -> bool:
    """Return whether a name is clearly a person's: by an office, or by a first name and a verb of saying."""
    return one.office is not None or (one.says and len(one.words) > 1)


def _is_often_speaking(group: Sequence[_Seen]) -> bool:
    """Return whether a single word is a person's name, by how often it is beside a verb of saying."""
    return sum(one.says for one in group) > 1 or (
        any(one.says and not one.first for one in group) and len(group) > 2
    )


def _initials_fit(full: Sequence[str], short: Sequence[str]) -> bool:
    """Return whether a name with initials may be short for another: `V. Putin`."""
    return all(len(word.rstrip(".")) == 1 for word in short[:-1]) and full[0][0] == short[0][0]


def _with_aliases(
    groups: list[list[_Seen]], seen: Sequence[_Seen], bare: Sequence[tuple[str, _Office]]
) -> list[Person]:
    people = []
    order = {id(one): number for number, one in enumerate(seen)}
    for group in groups:
        longest = max(len(one.words) for one in group)
        full = [one for one in group if len(one.words) == longest]
        counts = Counter(one.words for one in full)
        words = max(counts, key=lambda w: (sum(_is_base(w, other) for other in counts), counts[w]))
        words = (*words[:-1], _nominative(words[-1], {one.words[-1] for one in group}))
        with_office = [one for one in group if one.office]
        head = next(
            (one for one in with_office if one.words == words), with_office[0] if with_office else None
        )
        others = [
            one.words
            for one in group
            if one.words != words and not any(_is_base(w, one.words) for w in (words, words[-1:]))
        ]
        people.append(
            (
                min(order[id(one)] for one in group),
                Person(
                    " ".join(words),
                    head.role if head and not _is_peer(head) else None,
                    tuple(dict.fromkeys(" ".join(one) for one in others)),
                    head.office.countries if head and head.office else frozenset(),
                    head.office.name if head and head.office else "",
                    any(one.says for one in group),
                ),
            )
        )
    persons = [person for _, person in sorted(people, key=lambda pair: pair[0])]
    return [person._replace(aliases=(*person.aliases, *_called(person, persons, bare))) for person in persons]


def _nominative(last: str, forms: Collection[str]) -> str:
    """Return the nominative of a last name with several cases in a text: one of these, or a word of which all may be forms."""
    if not has_cases(last) or len(forms) == 1:
        return last
    folded = {form: fold_letters(form) for form in forms}
    for form in sorted(forms, key=len):
        if all(folded[form] in nominatives(other) for other in folded.values()):
            return form
    common = frozenset.intersection(*(nominatives(other) for other in folded.values()))
    shared = [last[: len(base)] for base in common if fold_letters(last[: len(base)]) == base]
    return min(shared, key=len, default=last)


def _is_peer(one: _Seen) -> bool:
    """Return whether a name has no other office than that of a counterpart."""
    return one.office is not None and not nominatives(one.office.name).isdisjoint(_PEERS)


def _called(person: Person, persons: Sequence[Person], bare: Sequence[tuple[str, _Office]]) -> list[str]:
    """Return the offices without a name by which a text can mean only this person.

    That is the holder of the office in that country; if the text does not name the country, it is the only holder, and nobody else
    may be of that country.
    """
    found = {}
    for written, office in bare:
        if not office.countries:
            words = office.name.split()
            if len(words) > 1 and _only(persons, office) == person:
                found[written] = True
            continue
        bearers = [one for one in persons if one.countries & office.countries]
        if not bearers:
            bearers = [one for one in persons if not one.countries and _is_same_post(one.office, office.name)]
        same = [one for one in bearers if _is_same_post(one.office, office.name)]
        if same == [person] or (not same and bearers == [person] and not _is_post_of_another(office.name)):
            found[written] = True
    return list(found)


def _only(persons: Sequence[Person], office: _Office) -> Person | None:
    """Return the only person of a text who has an office, or, if it is that of whoever leads, who leads anything."""
    holders = [one for one in persons if _is_same_post(one.office, office.name)]
    if not holders and not _is_post_of_another(office.name):
        holders = [
            one for one in persons if not LEADERS.isdisjoint(nominatives((one.office.split() or [""])[0]))
        ]
    return holders[0] if len(holders) == 1 else None


def _is_same_post(one: str, other: str) -> bool:
    return (
        bool(one)
        and len(one.split()) == len(other.split())
        and all(
            not nominatives(a).isdisjoint(nominatives(b))
            for a, b in zip(one.split(), other.split(), strict=True)
        )
    )


def _is_post_of_another(name: str) -> bool:
    """Return whether an office has only one holder, because only a leader has no other beside."""
    return not any(form in _LEADING for word in name.split()[:1] for form in nominatives(word))


_LEADING = word_set(fold_letters(_REPORTS.leading))
