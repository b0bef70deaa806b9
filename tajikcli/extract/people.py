"""Find the persons whom a text names: by full name, office and country, with their other names.

A person is a name after an office (`Russian President Vladimir Putin`), a name before one (`Michael Roth,
minister of state`), or a first
and a last name beside a verb of saying. The text says who holds an office; this module does not know any
person by name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tajikcli.extract.nominative import (
    NOMINATIVE,
    Form,
    case_behind,
    case_of,
    case_of_office,
    is_unchanged,
    nominative,
)
from tajikcli.extract.offices import Office, apposed, is_same_post, office_at, post_at, role_of
from tajikcli.language.all_languages import together
from tajikcli.language.all_reports import reports
from tajikcli.language.countries import countries_in
from tajikcli.language.folding import fold_letters
from tajikcli.language.forms import has_cases, is_possessive, nominatives, without_possessive
from tajikcli.proof.speakers.naming import INSTITUTIONS
from tajikcli.proof.speech import LEADERS, MONTHS_AND_DAYS, OPENERS, VERBS, WORDS_OF
from tajikcli.text import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_ALL = together()
_REPORTS = reports()
_WORD = re.compile(
    r"[^\W\d_]\.(?=\s?[^\W\d_])|[^\W\d_]+(?:['\u2019\u02bc-][^\W\d_]+)*(?:['\u2019](?!\w))?|[^\s\w]"
)
HONORIFICS = word_set(fold_letters(_REPORTS.honorifics))
_PARTICLES = word_set(fold_letters(_REPORTS.particles))
_MOST_OF_A_NAME = 5
_LEAST_OF_A_HEADLINE = 4  # the maximum number of long words
_LITTLE = word_set(
    fold_letters(f"{_ALL.function_words} {_ALL.stop_words} {_ALL.articles} {_ALL.conjunctions}")
)
# Words that do not begin a name, even if they begin with a capital.
_NO_NAMES = OPENERS | word_set(
    fold_letters(f"{_ALL.own_pronouns} {_ALL.listeners_pronouns} {_ALL.others_pronouns} {_ALL.pronouns}")
)
_SEATS = word_set(fold_letters(_REPORTS.seats))
_PEERS = word_set(fold_letters(_REPORTS.peers))


class Person(NamedTuple):
    """A person in a text.

    Attributes:
        name: the fullest name in the text, in the nominative if the text has it.
        role: the office beside the name; None if there is none.
        aliases: other names of the person in the text, as written.
        countries: the codes of the countries of the office.
        office: the office alone, folded.
        says: whether the name is beside a verb of saying anywhere.
        doubts: the possible nominatives of the name, if the text does not show which is right; otherwise
            empty.
        times: how often the text names the person.
    """

    name: str
    role: str | None
    aliases: tuple[str, ...]
    countries: frozenset[str]
    office: str
    says: bool
    doubts: tuple[str, ...] = ()
    times: int = 1

    @property
    def last_name(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    @property
    def called(self) -> str:
        """The word by which the text calls the person: the first word if it stands alone (`Xi`), otherwise the last word."""
        first = self.name.split()[0]
        return first if first in self.aliases else self.last_name


class _Seen(NamedTuple):
    """A name in a sentence, with the office beside it, and with its case if the words around it show it."""

    words: tuple[str, ...]
    role: str | None
    office: Office | None
    says: bool
    first: bool
    case: str | None


def people_in(
    sentences: Iterable[str],
    *,
    labelled: bool = False,
    speaking: Collection[str] = (),
    declined: bool = True,
) -> list[Person]:
    """Return the persons whom some sentences name, in order.

    Args:
        sentences: the sentences.
        labelled: whether they are labels before speech, in which every name belongs to a person.
        speaking: last names of persons who are known to speak.
        declined: whether names have cases in the language of the sentences.
    """
    seen: list[_Seen] = []
    bare: list[tuple[str, Office]] = []
    for sentence in sentences:
        words = _WORD.findall(sentence)
        if any(word[0].isupper() for word in words) and not _is_headline(words):
            _read(words, seen, bare)
    seen = _without_openers(seen)
    if labelled or not declined:
        seen = [one._replace(case=NOMINATIVE) for one in seen]
    if labelled:
        seen = [one._replace(says=True, first=False) for one in seen]
        groups = [[one] for one in seen]
    else:
        groups = _joined([one._replace(says=one.says or one.words[-1] in speaking) for one in seen])
    return _with_aliases(groups, seen, bare, speaking)


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


_TWO = 2  # the number of words: a capitalised word that begins a sentence, and a last name


def _read(words: list[str], seen: list[_Seen], bare: list[tuple[str, Office]]) -> None:
    """Record the names in a sentence with their offices, and the offices without names."""
    folded = [fold_letters(without_possessive(word)) or word for word in words]
    begin = next((at for at, word in enumerate(words) if word[0].isalpha()), len(words))
    place = 0
    while place < len(words):
        office = office_at(words, folded, place)
        if office and is_possessive(words[office.end - 1]):
            office = None  # `the leaders' summit`
        behind = office.end if office else place
        while office and behind < len(words) and folded[behind] in HONORIFICS:
            behind += 1
        end = _name(words, folded, behind)
        if end > behind:
            says = not VERBS.isdisjoint(folded[max(0, place - 2) : place] + folded[end : end + 2])
            role = role_of(words, office) if office else None
            if office is None and (found := apposed(words, folded, end)):
                role, office = found
            first = behind <= begin
            case = _case(folded, behind, end, office)
            seen.append(_Seen(_cleaned(words[behind:end]), role, office, says, first, case))
            place = end
        elif office is not None:
            # Where words have cases, in the nominative.
            is_declined = has_cases(words[office.start])
            called = role_of(words, office) if is_declined else " ".join(words[office.start : office.end])
            bare.append((called, office))
            place = max(place + 1, office.end)
        else:
            place += 1


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
                or folded[end] in MONTHS_AND_DAYS
                or INSTITUTIONS.match(word)
                or post_at(folded, end)
            )
            or (len(word) == 1 and words[end + 1 : end + 2] != ["."])
            or folded[end] in _SEATS
        ):
            break
        elif _names_country(word):
            return place  # the name of a country or a place, or a name that contains it
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
    return len(one) == len(other) and all(
        fold_letters(a) in nominatives(fold_letters(b)) for a, b in zip(one, other, strict=True)
    )


class _Groups:
    """Names grouped by person, found by the forms of their last word."""

    def __init__(self) -> None:
        self.all: list[list[_Seen]] = []
        self._by_last: dict[str, list[list[_Seen]]] = {}
        self._by_first: dict[str, list[list[_Seen]]] = {}  # of full names
        self._written: dict[int, set[tuple[str, ...]]] = {}  # the different names of each group

    def of(self, words: Sequence[str]) -> list[list[_Seen]]:
        """Return the groups with a name that has the same last word as these words."""
        found = [group for form in _forms(words[-1]) for group in self._by_last.get(form, ())]
        return list({id(group): group for group in found}.values())

    def beginning(self, word: str) -> list[list[_Seen]]:
        """Return the groups with a full name that begins with a word."""
        found = [group for form in _forms(word) for group in self._by_first.get(form, ())]
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
        for form in _forms(one.words[0]) if len(one.words) > 1 else ():
            self._by_first.setdefault(form, []).append(group)


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
            elif not bearers and one.says and len(first := groups.beginning(one.words[0])) == 1:
                groups.add(one, first[0])  # `Xi` for Xi Jinping
            elif not bearers and (one.office or one.says):
                groups.add(one, None)
    return [group for group in groups.all if any(map(_shows_a_person, group)) or _is_often_speaking(group)]


def _shows_a_person(one: _Seen) -> bool:
    """Return whether a name is clearly a person's: by an office, or by a first name and a verb of saying."""
    return one.office is not None or (one.says and len(one.words) > 1)


def _is_often_speaking(group: Sequence[_Seen]) -> bool:
    """Return whether a single word is a person's name, judging by how often it is beside a verb of saying."""
    return sum(one.says for one in group) > 1 or (
        any(one.says and not one.first for one in group) and len(group) > 2
    )


def _initials_fit(full: Sequence[str], short: Sequence[str]) -> bool:
    """Return whether a name with initials may be short for a longer name: `V. Putin`."""
    return all(len(word.rstrip(".")) == 1 for word in short[:-1]) and full[0][0] == short[0][0]


def _with_aliases(
    groups: list[list[_Seen]],
    seen: Sequence[_Seen],
    bare: Sequence[tuple[str, Office]],
    speaking: Collection[str],
) -> list[Person]:
    people = []
    forms: dict[str, list[str]] = {}  # last names of persons who speak, by their forms
    for name in speaking:
        for form in _forms(name):
            forms.setdefault(form, []).append(name)
    order: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(seen):
        order.setdefault(one.words, number)
    for group in groups:
        words, doubts = _named(group, forms)
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
                min(order[one.words] for one in group),
                Person(
                    " ".join(words),
                    head.role if head and not _is_peer(head) else None,
                    tuple(dict.fromkeys(" ".join(one) for one in others)),
                    head.office.countries if head and head.office else frozenset(),
                    head.office.name if head and head.office else "",
                    any(one.says for one in group),
                    doubts,
                    len(group),
                ),
            )
        )
    persons = [person for _, person in sorted(people, key=lambda pair: pair[0])]
    return [person._replace(aliases=(*person.aliases, *_called(person, persons, bare))) for person in persons]


def _named(
    group: Sequence[_Seen], speaking: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fullest name of a person in the nominative, and the other possibilities if it is not certain.

    Args:
        group: the names of a person.
        speaking: last names in the nominative, by their forms.
    """
    longest = max(len(one.words) for one in group)
    full = [one for one in group if len(one.words) == longest]
    counts = Counter(one.words for one in full)
    forms = [Form(one.words[-1], one.case) for one in group if len(one.words) in {1, longest}]
    written = dict.fromkeys(form for one in group for form in _forms(one.words[-1]))
    forms += [
        Form(name, NOMINATIVE)
        for name in dict.fromkeys(name for form in written for name in speaking.get(form, ()))
    ]
    last = nominative(forms)
    changing = {one.word for one in forms} != {last.word}
    bases = []
    for place in range(longest - 1):
        firsts = [
            Form(
                one.words[place],
                one.case
                or (case_of(one.words[-1], last.word, changing=changing) if not last.others else None),
            )
            for one in full
        ]
        if len({one.words[-1] for one in full}) > 1 and len({one.word for one in firsts}) == 1:
            firsts = [firsts[0]._replace(case=NOMINATIVE)]  # it stays as it is where the last name changes
        bases.append(nominative(firsts))
    bases.append(last)
    if not any(base.others for base in bases):
        return tuple(base.word for base in bases), ()
    most = max(counts, key=counts.__getitem__)
    likely = " ".join((base.others or (base.word,))[-1] for base in bases)
    return most, tuple(dict.fromkeys((likely, " ".join(most))))


def _is_peer(one: _Seen) -> bool:
    """Return whether the only office of a name is that of a counterpart."""
    return one.office is not None and not nominatives(one.office.name).isdisjoint(_PEERS)


def _called(person: Person, persons: Sequence[Person], bare: Sequence[tuple[str, Office]]) -> list[str]:
    """Return the offices without a name by which a text can mean only this person.

    The person must be the only holder of the office in that country. If the text does not name the country,
    the person must be the only holder in the text, and nobody else may belong to the country.
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
            bearers = [one for one in persons if not one.countries and is_same_post(one.office, office.name)]
        same = [one for one in bearers if is_same_post(one.office, office.name)]
        if same == [person] or (not same and bearers == [person] and not _is_post_of_another(office.name)):
            found[written] = True
    return [one for one in found if fold_letters(one) != fold_letters(person.role or "")]


def _only(persons: Sequence[Person], office: Office) -> Person | None:
    """Return the only person in a text who holds an office, or the only leader if it is the office of a leader."""
    holders = [one for one in persons if is_same_post(one.office, office.name)]
    if not holders and not _is_post_of_another(office.name):
        holders = [
            one for one in persons if not LEADERS.isdisjoint(nominatives((one.office.split() or [""])[0]))
        ]
    return holders[0] if len(holders) == 1 else None


def _is_post_of_another(name: str) -> bool:
    """Return whether an office is not that of a leader, so that several persons may hold it."""
    return not any(form in _LEADING for word in name.split()[:1] for form in nominatives(word))


_LEADING = word_set(fold_letters(_REPORTS.leading))
